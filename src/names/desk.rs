//! The desk's judgement: which spelling is the odd one out, what to print instead, and the evidence for it.

use crate::names::cluster::{self, Bond, Cluster, Link, Scope, Spelling};
use crate::names::compare::{self, Relation};
use crate::names::decode::{self, Common};
use crate::names::mention::{Mention, Setting};
use crate::names::scheme::{self, SCHEMES};
use crate::names::{couples, given, marks, place, possessive, press};
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
    let list = cluster::spellings(mentions);
    let mut out = Vec::new();
    for cluster in cluster::cluster(&list, Scope::Article) {
        judge(&list, &cluster, mentions, house, &mut out);
    }
    couples::gender_schemes(&list, mentions, &mut out);
    marks::dropped_accents(&list, mentions, &mut out);
    marks::joints(mentions, house, &mut out);
    possessive::stems(&list, mentions, &mut out);
    possessive::plurals(&list, mentions, &mut out);
    out.sort_by_key(|clash| (clash.places.first().copied(), clash.kind));
    out
}

fn judge(list: &[Spelling], cluster: &Cluster, mentions: &[Mention], house: House<'_>, out: &mut Vec<Clash>) {
    let best = preferred(list, cluster, house);
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
            Bond::Capitals | Bond::Stops | Bond::Accents => Certainty::Warning,
            Bond::Pair(Relation::OtherScheme { .. }) => Certainty::Error,
            Bond::Pair(Relation::OtherLanguage | Relation::GivenName) => Certainty::Warning,
            Bond::Pair(_) if link.score < 0.6 && !one_person(&list[link.a], &list[link.b]) => Certainty::Question,
            Bond::Pair(_) => Certainty::Warning,
        };
        let why = why(link, link.a == *member);
        let seen = if list[other].form == best.write || cluster.members.iter().any(|m| list[*m].form == best.write) {
            list.iter().find(|s| s.form == best.write).map_or(0, |s| s.count)
        } else {
            0
        };
        let count = match seen {
            0 => format!("beside {}", list[other].form),
            1 => format!("{} once", best.write),
            n => format!("{} {n} times", best.write),
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
            message: format!(
                "\"{}\" is spelled \"{}\" elsewhere; write {}",
                spelling.form,
                if seen > 0 { &best.write } else { &list[other].form },
                best.write
            ),
            evidence: format!("{why}; {count}; {}", best.because),
        });
    }
}

/// The mentions below the headline.
fn below(mentions: &[Mention]) -> impl Iterator<Item = &Mention> {
    mentions.iter().filter(|mention| mention.setting != Setting::Headline)
}

/// Whether two given names one letter apart stand before one surname, and one of them is no given name.
fn one_person(a: &Spelling, b: &Spelling) -> bool {
    a.after.iter().any(|word| b.after.contains(word))
        && !(given::known(&a.form) && given::known(&b.form))
        && nearness::edits(&fold(&a.form), &fold(&b.form)) == 1
}

fn why(link: &Link, first: bool) -> String {
    match link.bond {
        Bond::Capitals => "only capitals differ".into(),
        Bond::Stops => "only stops differ".into(),
        Bond::Accents => "only accents differ".into(),
        Bond::Pair(Relation::OtherScheme { left, right }) => {
            let set = if first { left } else { right };
            // the schemes of English atlases and libraries explain nothing to a desk
            if decode::bits(set).all(|n| learned_scheme(SCHEMES[n].name))
                || link.original.as_ref().is_some_and(|c| decode::awkwardness(&c.cyrillic, c.language) > 4)
            {
                "nearly the same sound".into()
            } else {
                compare::label(set).to_string()
            }
        }
        Bond::Pair(Relation::OtherLanguage) if link.score < 0.975 => "nearly the same sound".into(),
        Bond::Pair(Relation::OtherLanguage) => "the name in another of Russian, Ukrainian and Belarusian".into(),
        Bond::Pair(Relation::Exonym) => "the name of the place in another language".into(),
        Bond::Pair(Relation::GivenName) => "another version of the given name".into(),
        Bond::Pair(Relation::Case) => "a case ending of another language".into(),
        Bond::Pair(_) => "nearly the same sound".into(),
    }
}

struct Best {
    write: String,
    because: &'static str,
}

fn preferred(list: &[Spelling], cluster: &Cluster, house: House<'_>) -> Best {
    let members: Vec<&Spelling> = cluster.members.iter().map(|n| &list[*n]).collect();
    if let Some(write) = members.iter().find_map(|s| house(&s.form)) {
        return Best { write, because: "the house prints it so" };
    }
    let bond = |wanted: fn(&Bond) -> bool| cluster.links.iter().any(|l| wanted(&l.bond));
    if bond(|b| matches!(b, Bond::Pair(_))) {
        let listed = members.iter().find(|s| {
            press::is_press(&s.form)
                && members
                    .iter()
                    .any(|t| press::by_form(&t.form).any(|k| press::by_surname(&s.form).any(|l| std::ptr::eq(k, l))))
        });
        if let Some(s) = listed {
            return Best { write: s.form.clone(), because: "the English press prints it so" };
        }
        if bond(|b| matches!(b, Bond::Pair(Relation::Exonym))) {
            let mut foreign = members
                .iter()
                .flat_map(|s| place::foreign(&s.form))
                .filter(|e| e.flag != place::Flag::No || members.iter().any(|s| fold(&s.form) == fold(e.english)));
            if let Some(exonym) = foreign.next() {
                return Best { write: exonym.english.to_string(), because: "the English name" };
            }
        }
        let top = members.iter().map(|m| m.count).max().unwrap_or(0);
        let native = |s: &Spelling| {
            s.count * 2 > top
                && cluster.links.iter().all(|l| !matches!(l.bond, Bond::Pair(Relation::OtherLanguage)))
                && (given::established(&s.form)
                    || place::on_the_map(&s.form)
                    || s.count == top && s.count > 1 && !s.form.is_ascii())
        };
        if let Some(s) = most(members.iter().copied().filter(|s| native(s))) {
            return Best { write: s.form.clone(), because: "the usual spelling" };
        }
        let english: Vec<&&Spelling> =
            members.iter().filter(|s| cluster.links.iter().any(|l| english_side(l, list, &s.form))).collect();
        if let Some(s) = most(english.into_iter().copied()) {
            return Best { write: s.form.clone(), because: "the English press form" };
        }
        if let Some(write) = cluster.links.iter().find_map(|l| {
            l.original
                .as_ref()
                .filter(|_| matches!(l.bond, Bond::Pair(Relation::OtherScheme { .. })))
                .and_then(|c| press_form(c, &list[l.a].form))
        }) {
            return Best { write, because: "the English press form" };
        }
    } else if bond(|b| matches!(b, Bond::Accents)) {
        let accented: Vec<&&Spelling> = members.iter().filter(|s| !s.form.is_ascii()).collect();
        let plain: usize = members.iter().filter(|s| s.form.is_ascii()).map(|s| s.count).sum();
        let usual = members.iter().any(|s| {
            s.form.is_ascii()
                && (place::is_english(&s.form) || place::on_the_map(&s.form) || given::established(&s.form))
        });
        if let Some(s) = most(accented.into_iter().copied()) {
            let enough = if given::accented(&s.form) {
                s.count * 4 >= plain
            } else if usual {
                s.count > plain
            } else {
                s.count * 4 >= plain
            };
            if enough {
                return Best { write: s.form.clone(), because: "the accents belong to the name" };
            }
        }
    }
    let known = |s: &Spelling| given::established(&s.form) || place::on_the_map(&s.form) || press::is_press(&s.form);
    let top = most(members.iter().copied()).map_or_else(String::new, |s| s.form.clone());
    if bond(|b| matches!(b, Bond::Pair(_)))
        && let Some(s) = most(members.iter().copied().filter(|s| known(s)))
        && s.count * 3 >= members.iter().map(|m| m.count).max().unwrap_or(0)
    {
        return Best { write: s.form.clone(), because: "the usual spelling" };
    }
    if bond(|b| matches!(b, Bond::Stops)) {
        // what stands once in the text is the slip, whatever the headline has
        let best = members.iter().max_by_key(|s| (s.body > 1, s.count, !s.form.contains('.')));
        let best = best.map_or(top, |s| s.form.clone());
        return Best { because: met(&members, &best), write: best };
    }
    Best { because: met(&members, &top), write: top }
}

/// Whether a spelling leads by number, or only stands first among equals.
fn met(members: &[&Spelling], form: &str) -> &'static str {
    let count = members.iter().find(|s| s.form == form).map_or(0, |s| s.count);
    let alone = members.iter().all(|s| s.form == form || s.count < count);
    if alone { "the spelling met most" } else { "both are met as often" }
}

/// Most frequent first, then the earliest.
fn most<'a>(members: impl Iterator<Item = &'a Spelling>) -> Option<&'a Spelling> {
    members.max_by(|a, b| a.count.cmp(&b.count).then(b.first.cmp(&a.first)).then_with(|| b.form.cmp(&a.form)))
}

pub(crate) const ENGLISH: &[&str] =
    &["ru-en-press", "ru-en-press-e", "uk-en-press", "be-icao", "bg-en", "sr-ascii", "mk-en"];

fn english_side(link: &Link, list: &[Spelling], form: &str) -> bool {
    let Bond::Pair(Relation::OtherScheme { left, right }) = link.bond else { return false };
    let set = if list[link.a].form == form {
        left
    } else if list[link.b].form == form {
        right
    } else {
        return false;
    };
    decode::bits(set).any(|n| ENGLISH.contains(&SCHEMES[n].name))
}

/// The English press form of a Cyrillic original, with the capitals of `like`.
pub fn press_form(common: &Common, like: &str) -> Option<String> {
    romanise(&common.cyrillic, common.language, like)
}

pub(crate) fn romanise(cyrillic: &str, language: &str, like: &str) -> Option<String> {
    let name = match language {
        "ru" => "ru-en-press",
        "uk" => "uk-en-press",
        "be" => "be-icao",
        "bg" => "bg-en",
        "sr" => "sr-ascii",
        "mk" => "mk-en",
        _ => return None,
    };
    let latin = SCHEMES[scheme::find(name)?].romanise(&cyrillic.chars().collect::<Vec<_>>())?;
    if like.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) {
        Some(latin.to_uppercase())
    } else {
        latin.chars().next().map(|c| c.to_uppercase().chain(latin.chars().skip(1)).collect())
    }
}

/// All places of a word in the mentions.
pub(crate) fn places<'a>(mentions: impl IntoIterator<Item = &'a Mention>, form: &str) -> Vec<Place> {
    mentions
        .into_iter()
        .flat_map(|m| m.words.iter().map(move |w| (w, m.quoted)))
        .filter(|(w, _)| w.text == form)
        .map(|(w, quoted)| Place { start: w.start, end: w.end, quoted })
        .collect()
}

/// Whether a scheme is one that English text, atlases, passports or libraries use.
pub(crate) fn english_scheme(name: &str) -> bool {
    name.contains("-en-")
        || name.ends_with("-en")
        || name.contains("icao")
        || name.contains("bgn")
        || name.contains("ascii")
}

/// Whether a scheme is an English one, or one of those of scholars that English text takes over.
pub(crate) fn learned_scheme(name: &str) -> bool {
    english_scheme(name) || name.contains("iso9") || name == "ru-sci"
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
    fn no_clash() {
        for text in [
            "Iceland lost. The Icelandic team and Icelandair flew home.",
            "A Republican voted with most Republicans. The Muslim Brotherhood and Muslims met.",
            "Alexei Navalny wrote. Then Yulia Navalnaya spoke for Navalny.",
            "Anna Martin met John Martens.",
            "Slovakia beat Slovenia. Austria met Australia.",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
