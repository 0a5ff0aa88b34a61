//! The desk's judgement: which spelling is the odd one out, what to print instead, and the evidence for it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::names::cluster::{self, Bond, Cluster, Link, Scope, Spelling};
use crate::names::compare::{self, Company, Relation};
use crate::names::decode::{self, Common};
use crate::names::mention::{Mention, Setting};
use crate::names::scheme::{self, SCHEMES};
use crate::names::{english, gender, given, place, press, skeleton};
use crate::text::fold::{fold, lower};

/// What a desk would want told about a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What kind of thing was seen.
    pub kind: Kind,
    /// How sure it is.
    pub certainty: Certainty,
    /// The spelling that should not stand.
    pub odd: String,
    /// Where it stands: byte ranges of the text.
    pub places: Vec<(usize, usize)>,
    /// What to write instead.
    pub write: String,
    /// A message in the house's form: what is wrong and what to write.
    pub message: String,
    /// The evidence, such as "Dutch form; Tikhanovskaya 3 times".
    pub evidence: String,
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
    gender_schemes(&list, mentions, &mut out);
    dropped_accents(&list, mentions, &mut out);
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
            places: places(mentions, &spelling.form),
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

fn why(link: &Link, first: bool) -> String {
    match link.bond {
        Bond::Capitals => "only capitals differ".into(),
        Bond::Stops => "only stops differ".into(),
        Bond::Accents => "only accents differ".into(),
        Bond::Pair(Relation::OtherScheme { left, right }) => {
            let set = if first { left } else { right };
            // the schemes of English atlases and libraries explain nothing to a desk
            if decode::bits(set).all(|n| english_scheme(SCHEMES[n].name))
                || link.original.as_ref().is_some_and(|c| decode::awkwardness(&c.cyrillic, c.language) > 4)
            {
                "nearly the same sound".into()
            } else {
                compare::label(set).to_string()
            }
        }
        Bond::Pair(Relation::OtherLanguage) if link.score < 0.93 => "nearly the same sound".into(),
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
    if bond(|b| matches!(b, Bond::Pair(_))) {
        if let Some(s) = most(members.iter().copied().filter(|s| known(s))) {
            if s.count * 3 >= members.iter().map(|m| m.count).max().unwrap_or(0) {
                return Best { write: s.form.clone(), because: "the usual spelling" };
            }
        }
    }
    if bond(|b| matches!(b, Bond::Stops)) {
        let best = members.iter().max_by_key(|s| (s.count, !s.form.contains('.'))).map_or(top, |s| s.form.clone());
        return Best { write: best, because: "the spelling met most" };
    }
    Best { write: top, because: "the spelling met most" }
}

/// Most frequent first, then the earliest.
fn most<'a>(members: impl Iterator<Item = &'a Spelling>) -> Option<&'a Spelling> {
    members.max_by(|a, b| a.count.cmp(&b.count).then(b.first.cmp(&a.first)).then_with(|| b.form.cmp(&a.form)))
}

const ENGLISH: &[&str] = &["ru-en-press", "ru-en-press-e", "uk-en-press", "be-icao", "bg-en", "sr-ascii", "mk-en"];

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

fn romanise(cyrillic: &str, language: &str, like: &str) -> Option<String> {
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
fn places(mentions: &[Mention], form: &str) -> Vec<(usize, usize)> {
    mentions.iter().flat_map(|m| &m.words).filter(|w| w.text == form).map(|w| (w.start, w.end)).collect()
}

/// Finds Spanish and Portuguese names without their accents in an article that keeps accents in another name of the language.
fn dropped_accents(list: &[Spelling], mentions: &[Mention], out: &mut Vec<Clash>) {
    let Some((kept, language)) = list.iter().filter(|s| !s.form.is_ascii()).find_map(|s| {
        given::accents_of(&s.form).filter(|(form, _)| *form == s.form).map(|(_, language)| (s, language))
    }) else {
        return;
    };
    for spelling in list.iter().filter(|s| s.form.is_ascii() && !out_has(out, &s.form)).collect::<Vec<_>>() {
        let Some((write, other)) = given::accents_of(&spelling.form) else { continue };
        if other != language || english::is_common(&lower(&spelling.form)) {
            continue;
        }
        out.push(Clash {
            kind: Kind::Accents,
            certainty: Certainty::Warning,
            odd: spelling.form.clone(),
            places: places(mentions, &spelling.form),
            write: write.to_string(),
            message: format!("\"{}\" has lost its accent; write {write}", spelling.form),
            evidence: format!("accents are kept in {}", kept.form),
        });
    }
}

fn out_has(out: &[Clash], form: &str) -> bool {
    out.iter().any(|clash| clash.odd == form)
}

/// Masculine and feminine endings of one Cyrillic surname.
const PAIRS: &[(&str, &str)] = &[
    ("ский", "ская"),
    ("цкий", "цкая"),
    ("ный", "ная"),
    ("ной", "ная"),
    ("ый", "ая"),
    ("ой", "ая"),
    ("ов", "ова"),
    ("ев", "ева"),
    ("ёв", "ёва"),
    ("ин", "ина"),
    ("ын", "ына"),
];

/// Finds a husband and a wife whose common surname is romanised in two ways: the odd one is set right in its own gender.
fn gender_schemes(list: &[Spelling], mentions: &[Mention], out: &mut Vec<Clash>) {
    for (n, x) in list.iter().enumerate() {
        for y in &list[n + 1..] {
            if fold(&x.form).chars().next() != fold(&y.form).chars().next()
                || x.form.chars().count() < 5
                || y.form.chars().count() < 5
            {
                continue;
            }
            let Some(pair) = gender::pair(&x.form, &y.form).filter(|p| !p.same_scheme) else { continue };
            let (female, male) = if pair.first_is_feminine { (x, y) } else { (y, x) };
            let (of, om) = (decode::originals(&female.form), decode::originals(&male.form));
            let mut found: Option<(i32, &decode::Original, &decode::Original)> = None;
            let mut same_scheme = false;
            for f in of.iter().filter(|o| o.language == "ru") {
                for m in om.iter().filter(|o| o.language == "ru") {
                    let fits = PAIRS.iter().any(|(me, fe)| {
                        m.cyrillic.strip_suffix(me).is_some_and(|s| f.cyrillic.strip_suffix(fe) == Some(s))
                    });
                    if fits {
                        same_scheme |= f.schemes & m.schemes != 0;
                        let rank = decode::awkwardness(&f.cyrillic, "ru");
                        if found.is_none_or(|(old, ..)| rank < old) {
                            found = Some((rank, f, m));
                        }
                    }
                }
            }
            let Some((_, f, m)) = found.filter(|_| !same_scheme) else { continue };
            let is_english = |o: &decode::Original| decode::bits(o.schemes).any(|n| ENGLISH.contains(&SCHEMES[n].name));
            for (odd, original, other, other_original) in [(male, m, female, f), (female, f, male, m)] {
                if is_english(original) || !is_english(other_original) {
                    continue;
                }
                if let Some(write) = romanise(&original.cyrillic, "ru", &odd.form).filter(|w| *w != odd.form) {
                    out.push(Clash {
                        kind: Kind::GenderScheme,
                        certainty: Certainty::Warning,
                        odd: odd.form.clone(),
                        places: places(mentions, &odd.form),
                        write: write.clone(),
                        message: format!(
                            "\"{}\" and \"{}\" are one surname in two romanisations; write {write}",
                            odd.form, other.form
                        ),
                        evidence: format!(
                            "{}; {} {}",
                            compare::label(original.schemes),
                            other.form,
                            if other.count == 1 { "once".to_string() } else { format!("{} times", other.count) }
                        ),
                    });
                }
            }
        }
    }
}

/// Names of places and well-known people as another language writes them, and slips in well-known names.
/// `dated` names (Kiev) are told only when `report_dated` says so.
pub fn foreign_forms(mentions: &[Mention], dated: Dated) -> Vec<Clash> {
    let mut found: Vec<(usize, usize, Clash)> = Vec::new();
    let mut add = |word: (usize, usize),
                   odd: &str,
                   write: String,
                   kind: Kind,
                   certainty: Certainty,
                   evidence: String| match found
        .iter_mut()
        .find(|(_, _, c)| c.odd == odd && c.write == write)
    {
        Some((_, _, clash)) => {
            if !clash.places.contains(&word) {
                clash.places.push(word);
            }
        }
        None => found.push((
            word.0,
            word.1,
            Clash {
                kind,
                certainty,
                odd: odd.to_string(),
                places: vec![word],
                message: format!("\"{odd}\" is {write} in English; write {write}"),
                write,
                evidence,
            },
        )),
    };
    let mut slips: HashMap<String, (String, String)> = HashMap::new();
    for mention in mentions {
        let words = &mention.words;
        let mut n = 0;
        while n < words.len() {
            let mut used = 1;
            for length in (1..=3.min(words.len() - n)).rev() {
                let form: String = words[n..n + length].iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
                let capitals = form.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
                if length == 1 && (form.chars().count() < 5 || given::known(&form)) {
                    continue;
                }
                if capitals && mention.setting != Setting::Capitals {
                    continue;
                }
                let hit = place::foreign(&form).find(|e| {
                    (lower(e.foreign) == lower(&form) || fold(e.foreign) == fold(&form))
                        && match e.flag {
                            place::Flag::Yes => true,
                            place::Flag::Dated => dated == Dated::Report,
                            place::Flag::No => false,
                        }
                });
                if let Some(exonym) = hit {
                    add(
                        (words[n].start, words[n + length - 1].end),
                        &form,
                        exonym.english.to_string(),
                        Kind::ForeignForm,
                        Certainty::Warning,
                        format!("name of the place in: {}", exonym.languages),
                    );
                    used = length;
                    break;
                }
            }
            n += used;
        }
        for (n, word) in words.iter().enumerate() {
            if word.common
                || english::is_common(&word.text.to_lowercase())
                || place::on_the_map(&word.text)
                || given::established(&word.text)
                || word.text.chars().count() < 5
            {
                continue;
            }
            let before: Vec<&str> = words[..n].iter().map(|w| w.text.as_str()).collect();
            if let Some((known, label)) = foreign_person(&word.text) {
                if !press::is_press(&word.text) && before.last().is_none_or(|given| !strange_given(given, known)) {
                    add(
                        (word.start, word.end),
                        &word.text,
                        known.surname().to_string(),
                        Kind::ForeignForm,
                        Certainty::Warning,
                        format!("{label} of {}", known.press),
                    );
                    continue;
                }
            }
            if let Some(known) = slip_of_known(&word.text, &before) {
                slips.insert(word.text.clone(), (known.surname().to_string(), known.press.to_string()));
            }
        }
    }
    for mention in mentions {
        for word in &mention.words {
            if let Some((write, press)) = slips.get(&word.text) {
                add(
                    (word.start, word.end),
                    &word.text,
                    write.clone(),
                    Kind::KnownName,
                    Certainty::Warning,
                    format!("the English press prints {press}"),
                );
            }
        }
    }
    let mut out: Vec<Clash> = found.into_iter().map(|(_, _, clash)| clash).collect();
    out.sort_by_key(|clash| clash.places.first().copied());
    out
}

/// Whether names printed in English until lately (Kiev, Odessa) are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// They are told.
    Report,
    /// They are passed over.
    Pass,
}

/// The well-known person whose surname is written `form` by another press, with what to call the form.
fn foreign_person(form: &str) -> Option<(&'static press::Known, &'static str)> {
    if press::is_excepted(form) {
        return None;
    }
    let known = press::by_form(form).next()?;
    let by_scheme = press::forms(known).into_iter().find(|(latin, _)| fold(latin) == fold(form));
    match by_scheme {
        Some((_, n)) if english_scheme(SCHEMES[n].name) => None,
        Some((_, n)) => Some((known, SCHEMES[n].label)),
        None if known.original.is_empty() => Some((known, "another press's form")),
        None => None,
    }
}

fn english_scheme(name: &str) -> bool {
    name.contains("-en-")
        || name.ends_with("-en")
        || name.contains("icao")
        || name.contains("bgn")
        || name.contains("ascii")
        || name.contains("iso9")
        || name.ends_with("-sci") && name.starts_with("ru-sci")
}

/// Whether the word before the surname is a given name that the known person does not bear.
fn strange_given(word: &str, known: &press::Known) -> bool {
    let own = known.press.split(' ').next().unwrap_or("");
    given::known(word)
        && fold(word) != fold(own)
        && given::kinship(word, own).is_none()
        && compare::word(word, own, Company::InName).apart > 1.0
}

/// The well-known person whose full name stands here with a slip in the surname.
fn slip_of_known(surname: &str, before: &[&str]) -> Option<&'static press::Known> {
    static BY_KEY: LazyLock<HashMap<String, Vec<&'static press::Known>>> = LazyLock::new(|| {
        let mut map: HashMap<String, Vec<&'static press::Known>> = HashMap::new();
        for known in press::known().iter().filter(|k| k.kind != press::Kind::Body && k.press.contains(' ')) {
            for key in skeleton::keys(known.surname()) {
                map.entry(key).or_default().push(known);
            }
        }
        map
    });
    let given = before.last()?;
    if press::is_press(surname) || press::by_form(surname).next().is_some() {
        return None;
    }
    for key in skeleton::keys(surname) {
        for known in BY_KEY.get(&key).map(|v| v.as_slice()).unwrap_or_default() {
            let own = known.press.split(' ').next().unwrap_or("");
            if fold(own) == fold(given) || given::kinship(own, given).is_some() && known.kind != press::Kind::Body {
                let judged = compare::word(surname, known.surname(), Company::Alone);
                if matches!(judged.relation, Relation::Variant | Relation::Slip | Relation::OtherScheme { .. })
                    && judged.apart <= 1.0
                    && fold(surname) != fold(known.surname())
                {
                    return Some(known);
                }
            }
        }
    }
    None
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

    #[test]
    fn foreign_forms_of_places_and_people() {
        let text = "In Moskou, Poetin met Benjamin Netanjahu and Roberta Metzola.";
        let forms: Vec<(String, String)> =
            foreign_forms(&mentions(text), Dated::Pass).into_iter().map(|c| (c.odd, c.write)).collect();
        assert_eq!(
            forms,
            [
                pair("Moskou", "Moscow"),
                pair("Poetin", "Putin"),
                pair("Netanjahu", "Netanyahu"),
                pair("Metzola", "Metsola")
            ]
        );
    }
}
