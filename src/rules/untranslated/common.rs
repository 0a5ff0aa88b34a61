//! The commonest words of other languages: too short, too like a compound or too early in the sentence to be told without a list.

use crate::english::classes::Classes;
use crate::english::rare;
use crate::rules::walk::Walk;
use crate::text::table::Table;
use crate::text::{languages, words::Shape};

/// A word a line, in byte order, with the codes of its languages.
pub(super) static WORDS: Table = Table::new(include_str!("words.tsv"));

/// The languages that have `word`, which is in small letters, among their commonest, as English names them:
/// `Danish, Norwegian`. Words that English has are not listed.
pub(super) fn languages(word: &str) -> Option<String> {
    let codes = WORDS.get(word)?;
    Some(codes.split(' ').map(languages::name).collect::<Vec<_>>().join(", "))
}

/// True for a listed word that opens a sentence with a capital, where an article or a pronoun follows: no name stands so
/// ("Idag the king spoke").
pub(super) fn opens(walk: &Walk<'_>, at: usize) -> bool {
    walk.word(at).is_some_and(|word| word.shape == Shape::Capital)
        && walk.spaced(at + 1)
        && walk.word(at + 1).is_some_and(|word| word.shape == Shape::Lower)
        && (walk.classes(at + 1).has(Classes::SUBJECT) || walk.is(at + 1, &["the", "a", "an", "this", "these", "his"]))
        && walk.reading.sentence_of(at).start == at
        && !rare::known(walk.raw(at))
        && WORDS.has(&walk.low(at))
}
