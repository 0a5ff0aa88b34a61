//! Surnames that lost their capital: where a surname is also a word of the original's language, the machine writes it small.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::english::lemma;
use crate::names::desk::{Certainty, Clash, Kind, Place};
use crate::names::mention::{Mention, Setting};
use crate::names::{english, given, press};
use crate::text::memo::{self, Memo};
use crate::text::words;

/// Surnames of the well-known that are words in lower case: of English, or words that English news leaves in another language.
const WORDS: &[&str] = &[
    "casado", "castro", "campos", "flores", "franco", "fuentes", "guerra", "iglesias", "macron", "marechal", "medina",
    "moreno", "navas", "petit", "romero", "salinas", "salles", "torres",
];

/// The surname of a well-known person that stands in lower case; of six letters or more, and no English word.
fn well_known(lower: &str) -> Option<&'static str> {
    if lower.len() < 6 {
        return None;
    }
    let people = press::by_surname(lower).filter(|known| known.kind != press::Kind::Body);
    let surname = people.map(press::Known::surname).find(|surname| surname.to_lowercase() == lower)?;
    let letters = lower.chars().count() >= 6 && lower.chars().all(char::is_alphabetic);
    (letters && !WORDS.contains(&lower) && !is_english(lower)).then_some(surname)
}

/// True for a lower-case word that English has; remembered by each thread.
fn is_english(lower: &str) -> bool {
    thread_local! {
        static KNOWN: Memo<u64, bool> = Memo::default();
    }
    // Also what the lexicon has in the singular only: rugby sevens.
    let plural = || lower.strip_suffix('s').is_some_and(english::is_common);
    KNOWN.with(|known| {
        known.get(memo::written([lower]), || english::is_common(lower) || lemma::known(lower) || plural())
    })
}

/// The surnames of a document's people in lower case, each as it is printed: they stand behind a given name or a title,
/// have five letters or more, and are no English words.
#[must_use]
pub fn surnames(mentions: &[Mention]) -> FxHashMap<String, String> {
    let mut found = FxHashMap::default();
    for mention in mentions.iter().filter(|mention| matches!(mention.setting, Setting::Body | Setting::Headline)) {
        let [before @ .., last] = mention.words.as_slice() else { continue };
        let person = mention.title.is_some() || before.last().is_some_and(|word| given::known(word.text));
        let capital = last.text.chars().next().is_some_and(char::is_uppercase);
        if !person || !capital || last.common || last.text.chars().skip(1).any(char::is_uppercase) {
            continue;
        }
        let lower = last.text.to_lowercase();
        if lower.chars().count() >= 5
            && lower.chars().all(char::is_alphabetic)
            && !is_english(&lower)
            && !english::is_people(&lower)
        {
            found.entry(lower).or_insert_with(|| last.text.to_owned());
        }
    }
    found
}

/// The word in a piece of text without the signs around it and without a possessive ending, and the bytes before it.
fn bare(piece: &str) -> (usize, &str) {
    let word = piece.trim_start_matches(['"', '“', '‘', '(']);
    let before = piece.len() - word.len();
    let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
    (before, word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word))
}

/// The places where one of `surnames` stands in lower case; `texts` are stretches of prose with their first byte in the document.
#[must_use]
pub fn clashes<'a>(texts: impl Iterator<Item = (&'a str, usize)>, surnames: &FxHashMap<String, String>) -> Vec<Clash> {
    let mut found = BTreeMap::<&str, Clash>::new();
    for (text, base) in texts {
        let mut at = 0;
        while at < text.len() {
            let (from, end) = (at, words::piece_end(text, at, char::is_whitespace));
            at = end + text[end..].chars().next().map_or(0, char::len_utf8);
            let piece = &text[from..end];
            if piece.len() < 5 || piece.as_bytes()[0].is_ascii_uppercase() {
                continue;
            }
            let (before, word) = match piece.bytes().all(|byte| byte.is_ascii_lowercase()) {
                true => (0, piece),
                false => bare(piece),
            };
            let start = from + before;
            if word.len() < 5 || !word.starts_with(char::is_lowercase) {
                continue;
            }
            let own = if surnames.is_empty() { None } else { surnames.get_key_value(word) };
            let own = own.map(|(lower, write)| (lower.as_str(), write.as_str()));
            let Some((lower, write)) = own.or_else(|| Some((word, well_known(word)?))) else { continue };
            let place = Place { start: base + start, end: base + start + word.len(), quoted: false };
            found
                .entry(lower)
                .or_insert_with(|| Clash {
                    kind: Kind::Style,
                    certainty: Certainty::Warning,
                    odd: word.to_owned(),
                    places: Vec::new(),
                    write: write.to_owned(),
                    message: format!("\"{word}\" is a surname that lost its capital; write {write}"),
                    evidence: format!("{write} is a person's name"),
                })
                .places
                .push(place);
        }
    }
    found.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::mention::mentions;

    fn told(text: &str) -> Vec<(String, String)> {
        let surnames = surnames(&mentions(text));
        clashes([(text, 0)].into_iter(), &surnames).into_iter().map(|c| (c.odd, c.write)).collect()
    }

    #[test]
    fn a_surname_in_lower_case() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(told("José Zaldua won. The cabinet of zaldua met."), [pair("zaldua", "Zaldua")]);
        assert_eq!(told("The cabinet of zapatero met."), [pair("zapatero", "Zapatero")]);
        assert_eq!(told("Anna Sevens won. Britain came second in rugby sevens."), []);
        assert_eq!(told("George Baker won. The baker left. See zapatero.example or @zapatero."), []);
    }
}
