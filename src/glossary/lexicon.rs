//! The words of all patterns, numbered: every later step compares numbers, never letters.

use serde::{Deserialize, Serialize};

use crate::glossary::classes::Class;
use crate::glossary::flat;
use crate::text::fold;

/// The number of a word; [`NO_WORD`] for words that are in no pattern.
pub type WordId = u32;

/// The number of words that are in no pattern.
pub const NO_WORD: WordId = 0;

/// The numbered words and the word lists that patterns use. Words are known by the hash of their look-up form
/// ([`fold::key_hash`]): of a million words, two share one with a chance of 1 in 30 million.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    /// The hash of each word; its number is its place, counted from 1.
    #[serde(with = "flat")]
    hashes: Vec<u64>,
    /// Each list's words, sorted.
    lists: Vec<(Class, Vec<WordId>)>,
    /// `hashes` as an open table: the slot of a hash is at its low bits or after, with its high bits and its word's
    /// number; number 0 is free.
    #[serde(skip)]
    slots: Vec<(u32, WordId)>,
}

impl Lexicon {
    /// The number of a word in look-up form, given out anew if need be.
    pub fn number(&mut self, word: &str) -> WordId {
        if self.slots.len() < 2 * (self.hashes.len() + 1) {
            self.make_table();
        }
        let hash = fold::key_hash(word);
        let at = self.slot(hash);
        if self.slots[at].1 == NO_WORD {
            self.hashes.push(hash);
            self.slots[at] = (high(hash), self.hashes.len() as WordId);
        }
        self.slots[at].1
    }

    /// The number of a word by the hash of its look-up form ([`fold::key_hash`]).
    #[must_use]
    pub fn get(&self, key: u64) -> WordId {
        if self.slots.is_empty() { NO_WORD } else { self.slots[self.slot(key)].1 }
    }

    /// Makes the table of hashes, with room to double: after reading a lexicon, and as it grows.
    pub fn make_table(&mut self) {
        let size = (3 * (self.hashes.len() + 1)).next_power_of_two();
        self.slots = vec![(0, NO_WORD); size];
        for at in 0..self.hashes.len() {
            let slot = self.slot(self.hashes[at]);
            self.slots[slot] = (high(self.hashes[at]), at as WordId + 1);
        }
    }

    /// The slot that holds a hash, or the free one where it belongs.
    fn slot(&self, hash: u64) -> usize {
        let last = self.slots.len() - 1;
        let mut at = hash as usize & last;
        loop {
            let (own, id) = self.slots[at];
            if id == NO_WORD || own == high(hash) && self.hashes[id as usize - 1] == hash {
                return at;
            }
            at = (at + 1) & last;
        }
    }

    /// How many words are numbered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// True when no word is numbered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// The index of a closed class among those in use; its words are numbered at first use. None for open classes.
    pub fn list(&mut self, class: &Class) -> Option<usize> {
        if let Some(at) = self.lists.iter().position(|(known, _)| known == class) {
            return Some(at);
        }
        let words = single(class.members()?.iter().map(|word| self.number(word)).collect());
        self.lists.push((class.clone(), words));
        Some(self.lists.len() - 1)
    }

    /// True when the word is in the list.
    #[must_use]
    pub fn holds(&self, list: usize, id: WordId) -> bool {
        self.lists[list].1.binary_search(&id).is_ok()
    }

    /// The words of a list.
    #[must_use]
    pub fn members(&self, list: usize) -> &[WordId] {
        &self.lists[list].1
    }
}

/// Word numbers in order, each once.
pub(super) fn single(mut words: Vec<WordId>) -> Vec<WordId> {
    words.sort_unstable();
    words.dedup();
    words
}

/// The bits of a hash that a slot keeps.
fn high(hash: u64) -> u32 {
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers_in_any_case_and_after_a_journey() {
        let mut lexicon = Lexicon::default();
        let numbers: Vec<WordId> = (0..5000).map(|n| lexicon.number(&format!("word{n}"))).collect();
        assert_eq!(lexicon.number("don't"), 5001);
        let bytes = postcard::to_allocvec(&lexicon).expect("can be written");
        let mut lexicon: Lexicon = postcard::from_bytes(&bytes).expect("can be read");
        lexicon.make_table();
        assert!((0..5000).all(|n| lexicon.get(fold::key_hash(&format!("Word{n}"))) == numbers[n]));
        assert_eq!((lexicon.get(fold::key_hash("DON’T")), lexicon.get(fold::key_hash("nobody"))), (5001, NO_WORD));
    }
}
