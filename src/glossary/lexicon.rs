//! The words of all patterns, numbered: every later step compares numbers, never letters.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::glossary::classes::Class;

/// The number of a word; [`NO_WORD`] for words that are in no pattern.
pub type WordId = u32;

/// The number of words that are in no pattern.
pub const NO_WORD: WordId = 0;

/// The numbered words and the word lists that patterns use.
#[derive(Debug, Default)]
pub struct Lexicon {
    ids: FxHashMap<Box<str>, WordId>,
    lists: Vec<(Class, FxHashSet<WordId>)>,
}

impl Lexicon {
    /// The number of a word in look-up form, given out anew if need be.
    pub fn number(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = u32::try_from(self.ids.len() + 1).unwrap_or(NO_WORD);
        self.ids.insert(word.into(), id);
        id
    }

    /// The number of a word in look-up form.
    #[must_use]
    pub fn get(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or(NO_WORD)
    }

    /// How many words are numbered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// True when no word is numbered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The index of a closed class among those in use; its words are numbered at first use. None for open classes.
    pub fn list(&mut self, class: &Class) -> Option<usize> {
        if let Some(at) = self.lists.iter().position(|(known, _)| known == class) {
            return Some(at);
        }
        let members = class.members()?;
        let set = members.iter().map(|word| self.number(word)).collect();
        self.lists.push((class.clone(), set));
        Some(self.lists.len() - 1)
    }

    /// True when the word is in the list.
    #[must_use]
    pub fn holds(&self, list: usize, id: WordId) -> bool {
        self.lists[list].1.contains(&id)
    }

    /// The words of a list.
    pub fn members(&self, list: usize) -> impl Iterator<Item = WordId> + '_ {
        self.lists[list].1.iter().copied()
    }
}
