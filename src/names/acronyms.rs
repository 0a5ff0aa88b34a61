//! Bodies with their acronyms in brackets: a long form with two acronyms, an acronym with two long forms.

use std::collections::{BTreeMap, BTreeSet};

use crate::names::desk::{Certainty, Clash, Kind, Place, places};
use crate::names::mention::Mention;
use crate::text::fold::fold;

/// A body's name in full with the acronym in brackets behind it: National Bank of Ruritania (NBR).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduction {
    /// The words in capitals before the bracket, with the small words between them; more than the name may stand there.
    words: Vec<Word>,
    /// The acronym.
    acronym: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    text: String,
    /// In bytes of the document's prose.
    start: usize,
    end: usize,
}

/// Words without a letter in an acronym, as a rule.
const SMALL: &[&str] =
    &["of", "the", "for", "and", "on", "in", "to", "against", "at", "with", "by", "de", "du", "des", "la"];

/// Letters of an acronym that proves something.
const LETTERS: usize = 3;

/// Words of the longest name that is read before a bracket.
const LONGEST: usize = 12;

/// The names of `text`, which begins at byte `base` of the document's prose, that an acronym in brackets follows.
pub fn introductions(text: &str, base: usize) -> Vec<Introduction> {
    let brackets = text.match_indices('(').filter_map(|(open, _)| {
        let before_bracket = text[..open].strip_suffix(' ')?;
        let inside = &text[open + 1..];
        let acronym = &inside[..inside.find(')')?];
        let letters = acronym.chars().count();
        let capitals = acronym.chars().filter(|c| c.is_uppercase()).count();
        ((LETTERS..9).contains(&letters) && acronym.chars().all(char::is_alphabetic) && capitals * 2 > letters)
            .then(|| Introduction { words: before(before_bracket, base), acronym: acronym.to_owned() })
    });
    brackets.filter(|one| one.words.len() >= LETTERS).collect()
}

/// The run of capitalised words at the end of `text`, small words inside it included.
fn before(text: &str, base: usize) -> Vec<Word> {
    let mut words = Vec::new();
    let mut end = text.len();
    for word in text.rsplit(' ').take(LONGEST) {
        let start = end - word.len();
        let plain = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’'));
        if !plain || !(word.starts_with(char::is_uppercase) || SMALL.contains(&word)) {
            break;
        }
        words.push(Word { text: word.to_owned(), start: base + start, end: base + end });
        end = start.saturating_sub(1);
    }
    words.reverse();
    let small = words.iter().take_while(|word| SMALL.contains(&&*word.text)).count();
    words.split_off(small)
}

/// The first letters of words, folded, all of a short word in capitals (US Geological Survey); none for small words unless
/// they are `counted`.
fn initials(words: &[Word], counted: bool) -> String {
    let counts = |word: &&Word| counted || !SMALL.contains(&&*word.text);
    let parts = words.iter().filter(counts).flat_map(|word| word.text.split('-'));
    let letters = parts.flat_map(|part| {
        let short = part.len() <= LETTERS && part.chars().all(char::is_uppercase);
        part.chars().take(if short { LETTERS } else { 1 })
    });
    fold(&letters.collect::<String>())
}

/// The words at the end of a run whose first letters are the acronym's, small words counted or not.
fn spelled<'a>(acronym: &str, words: &'a [Word]) -> Option<&'a [Word]> {
    let wanted = fold(acronym);
    endings(words).find(|name| [false, true].iter().any(|small| initials(name, *small) == wanted))
}

/// The names of two words or more that a run may end with.
fn endings(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    let starts = (0..words.len().saturating_sub(1)).filter(|from| !SMALL.contains(&&*words[*from].text));
    starts.map(|from| &words[from..])
}

/// The introductions whose acronyms are not the first letters of words before them.
fn unfit(found: &[Introduction]) -> impl Iterator<Item = &Introduction> {
    let fits = |one: &Introduction, counted| initials(&one.words, counted).contains(&fold(&one.acronym));
    found.iter().filter(move |one| !fits(one, false) && !fits(one, true))
}

/// Whether two acronyms may be one body's in two languages: they share the first letter, or two letters.
fn akin(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let mut rest: Vec<char> = b.chars().collect();
    let shared = a.chars().filter(|c| rest.iter().position(|other| other == c).map(|at| rest.remove(at)).is_some());
    a.chars().next() == b.chars().next() || shared.count() > 1
}

/// The text of a run of words.
fn run(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The clashes of a document's introductions, given its mentions.
#[must_use]
pub fn clashes(found: &[Introduction], mentions: &[Mention]) -> Vec<Clash> {
    if found.is_empty() {
        return Vec::new();
    }
    let mut out = two_acronyms(found, mentions);
    out.extend(two_names(found));
    out
}

/// Acronyms that do not fit the long form before them, where another of the document does that belongs to no other body.
fn two_acronyms(found: &[Introduction], mentions: &[Mention]) -> Vec<Clash> {
    let mut owners = BTreeMap::<&str, BTreeSet<String>>::new();
    for one in found {
        let name = spelled(&one.acronym, &one.words).unwrap_or(&one.words);
        owners.entry(&one.acronym).or_default().insert(run(name));
    }
    let words = mentions.iter().flat_map(|mention| &mention.words).map(|word| word.text);
    let capitals: BTreeMap<String, &str> = words
        .filter(|text| text.chars().count() >= LETTERS && text.chars().all(char::is_uppercase))
        .map(|text| (fold(text), text))
        .collect();
    let mut out = BTreeMap::<&str, Clash>::new();
    for one in unfit(found) {
        let acronyms = endings(&one.words).flat_map(|name| [false, true].map(|small| (name, initials(name, small))));
        let mut others = acronyms.filter_map(|(name, letters)| Some((run(name), *capitals.get(&letters)?)));
        let Some((name, write)) = others.find(|(name, other)| {
            akin(other, &one.acronym) && owners.get(other).is_none_or(|names| names.contains(name))
        }) else {
            continue;
        };
        out.entry(&one.acronym).or_insert_with(|| Clash {
            kind: Kind::Variant,
            certainty: Certainty::Warning,
            odd: one.acronym.clone(),
            places: places(mentions, &one.acronym),
            write: write.to_owned(),
            message: format!("\"{}\" and \"{write}\" stand for one body; write {write}", one.acronym),
            evidence: format!("{write} are the first letters of {name}"),
        });
    }
    out.into_values().collect()
}

/// Names that do not fit the acronym behind them, where another of the document with that acronym does and shares half
/// of their words.
fn two_names(found: &[Introduction]) -> Vec<Clash> {
    let mut names = BTreeMap::<&str, &[Word]>::new();
    for one in found {
        if let Some(name) = spelled(&one.acronym, &one.words) {
            names.entry(&one.acronym).or_insert(name);
        }
    }
    let mut out = BTreeMap::<(String, &str), Clash>::new();
    for one in unfit(found) {
        let Some(right) = names.get(one.acronym.as_str()) else { continue };
        let same = |a: &Word, b: &Word| fold(&a.text) == fold(&b.text);
        let start = one.words.iter().rposition(|word| same(word, &right[0])).unwrap_or(0);
        let odd = &one.words[start..];
        let large: Vec<&Word> = odd.iter().filter(|word| !SMALL.contains(&&*word.text)).collect();
        let shared = large.iter().filter(|word| right.iter().any(|other| same(word, other))).count();
        // what is only longer or shorter is the same name
        if shared * 2 < large.len() || shared == large.len() || run(odd).contains(&run(right)) {
            continue;
        }
        let place = Place { start: odd[0].start, end: odd[odd.len() - 1].end, quoted: false };
        let (odd, write) = (run(odd), run(right));
        let clash = out.entry((odd.clone(), &one.acronym)).or_insert_with(|| Clash {
            kind: Kind::Variant,
            certainty: Certainty::Warning,
            message: format!("\"{odd}\" and \"{write}\" are both {}; write {write}", one.acronym),
            evidence: format!("{} are the first letters of {write}", one.acronym),
            places: Vec::new(),
            odd,
            write,
        });
        clash.places.push(place);
    }
    out.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::mention::mentions;

    fn told(text: &str) -> Vec<(String, String)> {
        let found = clashes(&introductions(text, 0), &mentions(text));
        for place in found.iter().flat_map(|clash| &clash.places) {
            assert!(text.is_char_boundary(place.start) && text.is_char_boundary(place.end));
        }
        found.into_iter().map(|clash| (clash.odd, clash.write)).collect()
    }

    fn pair(a: &str, b: &str) -> (String, String) {
        (a.to_owned(), b.to_owned())
    }

    #[test]
    fn one_body_two_acronyms() {
        let text = "The Rovno Nuclear Power Plant (RAES) stands still. RNPP staff left, and RAES said so.";
        assert_eq!(told(text), [pair("RAES", "RNPP")]);
        assert_eq!(clashes(&introductions(text, 0), &mentions(text))[0].places.len(), 2);
    }

    #[test]
    fn one_acronym_two_names() {
        let text = "The Ruritanian Statistics Office (RSO) spoke. Later the Ruritanian Bureau for Statistics (RSO) was silent.";
        assert_eq!(told(text), [pair("Ruritanian Bureau for Statistics", "Ruritanian Statistics Office")]);
    }

    #[test]
    fn acronyms_of_the_own_language_stand() {
        for text in [
            "The Office for the Protection of the Constitution (BfV) warned. The BfV and the FBI met.",
            "The Ruritanian Workers Party (RAP) met the Red Wing Party (RWP). The RAP won, the RWP lost.",
            "Minister Anna Mayer Lund (SPD) met the Social Party of Denmark (SPD).",
            "The National Bank of Ruritania (NBR) and the State Bank of Ruritania (SBR) agreed.",
            "The basketball league of the United States of America (NBA) left the USA. The NBA said so.",
            "The Virtual Private Network Providers (VPN) met. A Virtual Private Network (VPN) is slow.",
            "The Armed Forces of the DRC (FARDC) left. The DRC waits.",
            "The US Geological Survey (USGS) spoke. The United States Geological Survey (USGS) is old.",
            "The United States Agency for International Development (USAID) and the USA agreed.",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
