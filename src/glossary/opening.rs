//! The words with which a pattern can begin: asked before the pattern is tried at a place.

use rustc_hash::FxHashSet;

use crate::english::inflect;
use crate::glossary::classes::{self, Class};
use crate::glossary::matching::Line;
use crate::glossary::pattern::{self, Item, Pattern};
use crate::text::fold;

/// What the first word of a pattern can be.
#[derive(Debug, Default)]
pub struct Opening {
    /// The hashes of such words ([`fold::key_hash`]), sorted.
    words: Vec<u64>,
    /// A bit for each of them, by which most other words are dropped.
    bits: u64,
    /// First letters of such words: of a word list, whose forms would be too many.
    initials: Initials,
    /// Words with a capital.
    capitals: bool,
    /// Any word at all.
    any: bool,
    /// How many words the pattern takes at most.
    longest: usize,
}

/// One of 64 bits for a word, by the hash of its look-up form.
fn bit_of(key: u64) -> u64 {
    1 << (key >> 58)
}

impl Opening {
    /// The opening of a pattern.
    #[must_use]
    pub fn of(pattern: &Pattern) -> Self {
        let mut opening = Opening::default();
        opening.any = opening.add(&pattern.items);
        opening.words.sort_unstable();
        opening.bits = opening.words.iter().fold(0, |all, key| all | bit_of(*key));
        opening.longest = pattern.longest();
        opening
    }

    /// How many words the pattern takes at most.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// False when the pattern cannot begin with word `at`.
    #[must_use]
    pub fn allows(&self, line: &Line<'_>, at: usize) -> bool {
        let (word, key) = (line.words[at], line.keys[at]);
        self.any
            || self.bits & bit_of(key) != 0 && self.words.binary_search(&key).is_ok()
            || self.capitals && word.is_capital()
            || self.initials.has(word.of(line.text))
    }

    /// False when none of these words (by the hashes of their look-up forms) can begin the pattern.
    #[must_use]
    pub fn is_among(&self, keys: &FxHashSet<u64>) -> bool {
        self.any || self.capitals || self.initials.0 != 0 || self.words.iter().any(|key| keys.contains(key))
    }

    /// Adds what a sequence can begin with; true when that may be any word.
    fn add(&mut self, items: &[Item]) -> bool {
        for item in items {
            match item {
                Item::Word(word) => self.words.push(fold::key_hash(word)),
                Item::Lemma { lemmas, .. } => {
                    for lemma in lemmas {
                        self.words.push(fold::key_hash(lemma));
                        self.words.extend(inflect::keys(lemma).iter().map(|(_, key)| *key));
                    }
                }
                Item::Class(Class::Name | Class::Capital) => self.capitals = true,
                Item::Class(Class::List(list, _)) => self.initials.add_all(classes::lemmas(*list)),
                Item::Class(_) | Item::Gap | Item::Rest => return true,
                Item::Any(forms) => {
                    if forms.iter().filter(|form| !form.is_empty()).any(|form| self.add(form)) {
                        return true;
                    }
                    if pattern::is_optional(item) {
                        continue;
                    }
                }
                Item::Colon => continue,
            }
            return false;
        }
        // What may be empty to its end can begin with anything that follows it.
        true
    }
}

/// A set of first letters: bits 0 to 25 stand for a to z, bit 26 for all others.
#[derive(Debug, Default, Clone, Copy)]
struct Initials(u32);

impl Initials {
    fn of(word: &str) -> Self {
        let first = word.bytes().next().map_or(b' ', |byte| byte.to_ascii_lowercase());
        Initials(1 << if first.is_ascii_lowercase() { first - b'a' } else { 26 })
    }

    fn add_all(&mut self, words: &[String]) {
        self.0 = words.iter().fold(self.0, |all, word| all | Initials::of(word).0);
    }

    fn has(self, word: &str) -> bool {
        self.0 != 0 && self.0 & Initials::of(word).0 != 0
    }
}
