//! The words of all patterns, numbered: every later step compares numbers, never letters.

use crate::glossary::classes::Class;
use crate::glossary::flat::List;
use crate::glossary::shelf::{Filling, Shelf};
use crate::text::fold;

/// The number of a word; [`NO_WORD`] for words that are in no pattern.
pub type WordId = u32;

/// The number of words that are in no pattern.
pub const NO_WORD: WordId = 0;

/// The numbered words and the word classes that patterns use. Words are known by the hash of their look-up form
/// ([`fold::key_hash`]): of a million words, two share one with a chance of 1 in 30 million.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The hash of each word; its number is its place, counted from 1.
    hashes: List<u64>,
    /// `hashes` as an open table: the slot of a hash is at its low bits or after, with its high bits and its word's
    /// number; number 0 is free.
    slots: List<(u32, WordId)>,
    classes: Vec<Class>,
    /// Where the words of each class end in `members`; open classes have none there.
    ends: List<u32>,
    /// The words of each closed class, sorted.
    members: List<WordId>,
}

impl Lexicon {
    /// The number of a word by the hash of its look-up form ([`fold::key_hash`]).
    #[must_use]
    pub fn get(&self, key: u64) -> WordId {
        if self.slots.is_empty() {
            return NO_WORD;
        }
        let slot = slot(key, self.slots.len(), |at| self.slots.at(at), |id| self.hashes.at(id as usize - 1));
        self.slots.at(slot).1
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

    /// A class by its number.
    #[must_use]
    pub fn class(&self, class: usize) -> &Class {
        &self.classes[class]
    }

    /// True when the word is in the closed class of that number.
    #[must_use]
    pub fn holds(&self, class: usize, id: WordId) -> bool {
        let from = class.checked_sub(1).map_or(0, |before| self.ends.at(before) as usize);
        let to = self.ends.at(class) as usize;
        let at = self.members.partition_point(from..to, |member| member < id);
        at < to && self.members.at(at) == id
    }

    /// Lays the lexicon on a shelf.
    ///
    /// # Errors
    /// Says what could not be written.
    pub fn store(&self, shelf: &mut Filling) -> Result<(), String> {
        shelf.list(&self.hashes);
        shelf.list(&self.slots);
        shelf.value(&self.classes)?;
        shelf.list(&self.ends);
        shelf.list(&self.members);
        Ok(())
    }

    /// Takes a lexicon from a shelf; none when something else lies there.
    pub fn load(shelf: &mut Shelf) -> Option<Self> {
        Some(Lexicon {
            hashes: shelf.list()?,
            slots: shelf.list().filter(|slots| slots.is_empty() || slots.len().is_power_of_two())?,
            classes: shelf.value()?,
            ends: shelf.list()?,
            members: shelf.list()?,
        })
    }
}

/// A lexicon that grows.
#[derive(Debug, Default)]
pub struct Numbering {
    hashes: Vec<u64>,
    slots: Vec<(u32, WordId)>,
    /// Each class and its words, sorted; open classes have none.
    classes: Vec<(Class, Vec<WordId>)>,
}

impl Numbering {
    /// Goes on from a finished lexicon: words and classes keep their numbers.
    #[must_use]
    pub fn after(lexicon: &Lexicon) -> Self {
        let mut start = 0;
        let classes = lexicon.classes.iter().zip(lexicon.ends.iter()).map(|(class, end)| {
            let words = lexicon.members.range(start..end as usize).collect();
            start = end as usize;
            (class.clone(), words)
        });
        Numbering {
            classes: classes.collect(),
            hashes: lexicon.hashes.iter().collect(),
            slots: lexicon.slots.iter().collect(),
        }
    }

    /// The number of a word in look-up form, given out anew if need be.
    pub fn number(&mut self, word: &str) -> WordId {
        if self.slots.len() < 2 * (self.hashes.len() + 1) {
            // There is room to double.
            self.make_table(3 * (self.hashes.len() + 1));
        }
        let hash = fold::key_hash(word);
        let at = self.slot(hash);
        if self.slots[at].1 == NO_WORD {
            self.hashes.push(hash);
            self.slots[at] = (high(hash), self.hashes.len() as WordId);
        }
        self.slots[at].1
    }

    /// The number of a class; the words of a closed one are numbered at first use.
    pub fn class(&mut self, class: &Class) -> usize {
        if let Some(at) = self.classes.iter().position(|(known, _)| known == class) {
            return at;
        }
        let words = class.members().unwrap_or_default();
        let words = single(words.iter().map(|word| self.number(word)).collect());
        self.classes.push((class.clone(), words));
        self.classes.len() - 1
    }

    /// The words of the closed class of that number.
    #[must_use]
    pub fn members(&self, class: usize) -> &[WordId] {
        &self.classes[class].1
    }

    /// True when more than one word can belong to the class of that number together.
    #[must_use]
    pub fn is_run(&self, class: u32) -> bool {
        self.classes[class as usize].0.is_run()
    }

    /// The finished lexicon.
    #[must_use]
    pub fn finish(mut self) -> Lexicon {
        let tight = 3 * self.hashes.len() / 2;
        if self.slots.len() > (tight + 1).next_power_of_two() {
            self.make_table(tight);
        }
        let (mut classes, mut ends, mut members) = (Vec::new(), Vec::new(), Vec::new());
        for (class, words) in self.classes {
            classes.push(class);
            members.extend(words);
            ends.push(members.len() as u32);
        }
        Lexicon {
            hashes: List::of(self.hashes),
            slots: List::of(self.slots),
            classes,
            ends: List::of(ends),
            members: List::of(members),
        }
    }

    /// Makes the table of hashes, of more than `least` slots.
    fn make_table(&mut self, least: usize) {
        self.slots = vec![(0, NO_WORD); (least + 1).next_power_of_two()];
        for at in 0..self.hashes.len() {
            let slot = self.slot(self.hashes[at]);
            self.slots[slot] = (high(self.hashes[at]), at as WordId + 1);
        }
    }

    fn slot(&self, hash: u64) -> usize {
        slot(hash, self.slots.len(), |at| self.slots[at], |id| self.hashes[id as usize - 1])
    }
}

/// The slot that holds a hash, or the free one where it belongs, in a table of `size` slots (a power of two).
#[inline]
fn slot(hash: u64, size: usize, slot: impl Fn(usize) -> (u32, WordId), hash_of: impl Fn(WordId) -> u64) -> usize {
    let mut at = hash as usize & (size - 1);
    loop {
        let (own, id) = slot(at);
        if id == NO_WORD || own == high(hash) && hash_of(id) == hash {
            return at;
        }
        at = (at + 1) & (size - 1);
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
        let mut numbering = Numbering::default();
        let numbers: Vec<WordId> = (0..5000).map(|n| numbering.number(&format!("word{n}"))).collect();
        assert_eq!(numbering.number("don't"), 5001);
        let mut filling = Filling::default();
        Numbering::after(&numbering.finish()).finish().store(&mut filling).expect("can be written");
        let lexicon = Lexicon::load(&mut Shelf::of(filling.finish().into())).expect("can be read");
        assert!((0..5000).all(|n| lexicon.get(fold::key_hash(&format!("Word{n}"))) == numbers[n]));
        assert_eq!((lexicon.get(fold::key_hash("DON’T")), lexicon.get(fold::key_hash("nobody"))), (5001, NO_WORD));
    }
}
