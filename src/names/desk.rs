//! The desk's judgement: which spelling is the odd one out, what to print instead, and the evidence for it.

use crate::english::numerals::times;
use crate::names::cluster::{self, Cluster};
use crate::names::compare::{self, Relation};
use crate::names::cyrillic;
use crate::names::decode;
use crate::names::link::{Bond, Link, Scope};
use crate::names::mention::{Mention, NameWord, Setting};
use crate::names::preferred::{Proof, preferred};
use crate::names::printed::learned_scheme;
use crate::names::scheme::SCHEMES;
use crate::names::spelling::{self, Spelling};
use crate::names::{couples, ending, given, marks, possessive, strays};
use crate::text::fold::fold;
use crate::text::nearness;

/// What a desk would want told about a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What kind of thing was seen.
    pub kind: Kind,
    /// How sure it is.
    pub certainty: Certainty,
    /// The spelling that should not stand.
    pub odd: String,
    /// Where it stands.
    pub places: Vec<Place>,
    /// What to write instead.
    pub write: String,
    /// A message in the house's form: what is wrong and what to write.
    pub message: String,
    /// The evidence, such as "Dutch form; Tikhanovskaya 3 times".
    pub evidence: String,
}

/// One place of an odd spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Start in bytes of the text.
    pub start: usize,
    /// End in bytes of the text.
    pub end: usize,
    /// Whether it stands inside a quotation, where nothing is changed without a yes.
    pub quoted: bool,
}

impl Place {
    /// Where these words of a name stand.
    #[must_use]
    pub fn of(words: &[NameWord], quoted: bool) -> Self {
        let (start, end) = (words.first().map_or(0, |word| word.start), words.last().map_or(0, |word| word.end));
        Place { start, end, quoted }
    }

    /// Where one word of a name stands.
    #[must_use]
    pub fn at(word: &NameWord, quoted: bool) -> Self {
        Place { start: word.start, end: word.end, quoted }
    }
}

/// What kind of thing was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One name spelled two ways in the article.
    Variant,
    /// Accents kept here and dropped there.
    Accents,
    /// Capitals or stops written two ways (FIFA, Fifa; U.S., US).
    Style,
    /// A masculine and a feminine form of one surname in two romanisations.
    GenderScheme,
    /// The name of a place or a person as another language writes it.
    ForeignForm,
    /// A slip in a well-known name.
    KnownName,
    /// A surname by another scheme than the other files of the check have it.
    Across,
}

/// How sure a clash is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// To be asked, never mended by itself.
    Question,
    /// Likely.
    Warning,
    /// As good as certain.
    Error,
}

/// What the house prints for a spelling, when its glossary says so.
pub type House<'a> = &'a dyn Fn(&str) -> Option<String>;

/// All clashes between spellings of one article, in the order of their first odd place.
pub fn clashes(mentions: &[Mention], house: House<'_>) -> Vec<Clash> {
    let list = spelling::spellings(mentions);
    let mut out = Vec::new();
    for cluster in cluster::cluster(&list, Scope::Article) {
        judge(&list, &cluster, mentions, house, &mut out);
    }
    couples::gender_schemes(&list, mentions, &mut out);
    marks::dropped_accents(&list, mentions, &mut out);
    marks::joints(mentions, house, &mut out);
    possessive::stems(&list, mentions, &mut out);
    possessive::plurals(&list, mentions, &mut out);
    ending::apostrophes(&list, mentions, house, &mut out);
    strays::strays(&list, mentions, house, &mut out);
    out.sort_by_key(|clash| (clash.places.first().copied(), clash.kind));
    out
}

fn judge(list: &[Spelling], cluster: &Cluster, mentions: &[Mention], house: House<'_>, out: &mut Vec<Clash>) {
    let Some(best) = preferred(list, cluster, house) else { return };
    for member in &cluster.members {
        let spelling = &list[*member];
        if spelling.form == best.write {
            continue;
        }
        let Some(link) = cluster
            .links
            .iter()
            .find(|l| {
                (l.a == *member || l.b == *member) && (list[l.a].form == best.write || list[l.b].form == best.write)
            })
            .or_else(|| cluster.links.iter().find(|l| l.a == *member || l.b == *member))
        else {
            continue;
        };
        let other = if link.a == *member { link.b } else { link.a };
        let kind = match link.bond {
            Bond::Capitals | Bond::Stops => Kind::Style,
            Bond::Accents => Kind::Accents,
            Bond::Pair(Relation::Exonym) => Kind::ForeignForm,
            Bond::Pair(_) => Kind::Variant,
        };
        let certainty = match link.bond {
            _ if best.proof == Proof::Open => Certainty::Question,
            Bond::Capitals | Bond::Stops | Bond::Accents => Certainty::Warning,
            Bond::Pair(Relation::OtherScheme { .. }) => Certainty::Error,
            Bond::Pair(Relation::OtherLanguage | Relation::GivenName) => Certainty::Warning,
            Bond::Pair(_) if link.score < 0.6 && !one_person(&list[link.a], &list[link.b]) => Certainty::Question,
            Bond::Pair(_) => Certainty::Warning,
        };
        let why = why(link, link.a == *member, one_sound(&list[link.a].form, &list[link.b].form));
        let seen = if list[other].form == best.write || cluster.members.iter().any(|m| list[*m].form == best.write) {
            list.iter().find(|s| s.form == best.write).map_or(0, |s| s.count)
        } else {
            0
        };
        let count = match seen {
            0 => format!("beside {}", list[other].form),
            seen => format!("{} {}", best.write, times(seen)),
        };
        out.push(Clash {
            kind,
            certainty,
            odd: spelling.form.clone(),
            places: match link.bond {
                // headlines leave out stops by habit
                Bond::Stops => places(below(mentions), &spelling.form),
                _ => places(mentions, &spelling.form),
            },
            write: best.write.clone(),
            message: message(
                certainty,
                &spelling.form,
                if seen > 0 { &best.write } else { &list[other].form },
                &best.write,
            ),
            evidence: format!("{why}; {count}; {}", best.because),
        });
    }
}

/// What is said about a spelling beside another: that it is wrong, or the question whether it is.
pub(crate) fn message(certainty: Certainty, odd: &str, other: &str, write: &str) -> String {
    match certainty {
        Certainty::Question => format!("\"{odd}\" and \"{other}\" may be one name; write {write} or keep both"),
        Certainty::Warning | Certainty::Error => format!("\"{odd}\" is spelled \"{other}\" elsewhere; write {write}"),
    }
}

/// The mentions below the headline.
fn below<'a>(mentions: &'a [Mention<'a>]) -> impl Iterator<Item = &'a Mention<'a>> {
    mentions.iter().filter(|mention| mention.setting != Setting::Headline)
}

/// Whether two given names one letter apart stand before one surname, and one of them is no given name.
fn one_person(a: &Spelling, b: &Spelling) -> bool {
    a.after.iter().any(|word| b.after.contains(word))
        && !(given::known(&a.form) && given::known(&b.form))
        && nearness::edits(&fold(&a.form), &fold(&b.form)) == 1
}

/// Whether two spellings differ only in c and k: a slip in any language, no sign of one.
fn one_sound(a: &str, b: &str) -> bool {
    fold(a).replace('c', "k") == fold(b).replace('c', "k")
}

fn why(link: &Link, first: bool, alike: bool) -> String {
    match link.bond {
        Bond::Capitals => "only capitals differ".into(),
        Bond::Stops => "only stops differ".into(),
        Bond::Accents => "only accents differ".into(),
        Bond::Pair(Relation::OtherScheme { left, right }) => {
            let set = if first { left } else { right };
            // the schemes of English atlases and libraries explain nothing to a desk
            if decode::bits(set).all(|n| learned_scheme(SCHEMES[n].name))
                || link.original.as_ref().is_some_and(|c| cyrillic::awkwardness(&c.cyrillic, c.language) > 4)
            {
                "nearly the same sound".into()
            } else {
                compare::label(set).to_string()
            }
        }
        Bond::Pair(Relation::OtherLanguage) if link.score < 0.975 || alike => "nearly the same sound".into(),
        Bond::Pair(Relation::OtherLanguage) => "the name in another of Russian, Ukrainian and Belarusian".into(),
        Bond::Pair(Relation::Exonym) => "the name of the place in another language".into(),
        Bond::Pair(Relation::GivenName) => "another version of the given name".into(),
        Bond::Pair(Relation::Case) => "a case ending of another language".into(),
        Bond::Pair(_) => "nearly the same sound".into(),
    }
}

/// All places of a word in the mentions.
pub(crate) fn places<'a>(mentions: impl IntoIterator<Item = &'a Mention<'a>>, form: &str) -> Vec<Place> {
    mentions
        .into_iter()
        .flat_map(|m| m.words.iter().map(move |w| (w, m.quoted)))
        .filter(|(w, _)| w.text == form)
        .map(|(w, quoted)| Place::at(w, quoted))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::mention::mentions;

    fn told(text: &str) -> Vec<(String, String)> {
        clashes(&mentions(text), &|_| None).into_iter().map(|c| (c.odd, c.write)).collect()
    }

    fn pair(a: &str, b: &str) -> (String, String) {
        (a.to_string(), b.to_string())
    }

    #[test]
    fn one_person_two_presses_and_the_husband() {
        let text = "The leader Tikhanovskaya left. Today Tichanovskaja said no. Then Tikhanovskaya called her husband, Sergei Tichanovski.";
        let clashes = clashes(&mentions(text), &|_| None);
        assert_eq!(clashes[0].odd, "Tichanovskaja");
        assert_eq!(clashes[0].write, "Tikhanovskaya");
        assert!(clashes[0].evidence.starts_with("Dutch form; Tikhanovskaya 2 times"), "{}", clashes[0].evidence);
        assert_eq!(told(text), [pair("Tichanovskaja", "Tikhanovskaya"), pair("Tichanovski", "Tikhanovsky")]);
    }

    #[test]
    fn what_is_met_as_often_is_asked() {
        let certainty = |text: &str| clashes(&mentions(text), &|_| None)[0].certainty;
        assert_eq!(certainty("Then Tavorik left. Today Tavarik slept."), Certainty::Question);
        assert_eq!(certainty("Then Tavarik left. Today Tavorik slept, and Tavorik woke."), Certainty::Warning);
        // one letter of a list decides without numbers
        assert_eq!(certainty("Then Dortmund won. Today Dortmend slept."), Certainty::Warning);
    }

    #[test]
    fn hyphens_and_capitals() {
        assert_eq!(
            told("Then Kim Jong-un spoke. Later Kim Jong Un left and Kim Jong Un slept."),
            [pair("Kim Jong-un", "Kim Jong Un")]
        );
        assert_eq!(told("The Nato chief spoke. Then NATO and NATO members met in NATO halls."), [pair("Nato", "NATO")]);
        assert_eq!(told("LONDON (AP) - Nobody in London knew."), []);
    }

    #[test]
    fn the_house_decides() {
        let text = "Then Arestovych spoke. Later Arestovich spoke, and Arestovych left.";
        let house = |form: &str| (form == "Arestovych" || form == "Arestovich").then(|| "Arestovich".to_string());
        let clashes = clashes(&mentions(text), &house);
        assert_eq!(
            (clashes[0].odd.as_str(), clashes[0].write.as_str(), clashes[0].places.len()),
            ("Arestovych", "Arestovich", 2)
        );
    }

    #[test]
    fn the_given_name_of_a_well_known_person() {
        let text = "Then Bachar al-Assad fled. Later Bashar al-Assad left.";
        assert_eq!(told(text), [pair("Bachar", "Bashar")]);
    }

    #[test]
    fn no_clash() {
        for text in [
            "Iceland lost. The Icelandic team and Icelandair flew home.",
            "A Republican voted with most Republicans. The Muslim Brotherhood and Muslims met.",
            "Alexei Navalny wrote. Then Yulia Navalnaya spoke for Navalny.",
            "Anna Martin met John Martens.",
            "Slovakia beat Slovenia. Austria met Australia.",
            "Boeing has a hall in Beijing. Then Boeing left Beijing.",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
