//! Answers that a thread remembers, so that the words met again and again are thought about once.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

/// Answers by question; one for each thread, in a `thread_local!`. When it is full, all are forgotten.
#[derive(Debug)]
pub struct Memo<K, V>(RefCell<FxHashMap<K, V>>);

/// Answers kept at most, a few megabytes of them.
const MOST: usize = 1 << 17;

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// The answer to a question, found by `answer` when it is not remembered.
    pub fn get(&self, question: K, answer: impl FnOnce() -> V) -> V {
        if let Some(known) = self.0.borrow().get(&question) {
            return known.clone();
        }
        // `answer` may itself ask.
        let new = answer();
        let mut known = self.0.borrow_mut();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(question, new.clone());
        new
    }
}

/// A short question in place of words as they are written, case and accents included. Two questions meet by chance once in
/// 2^64 times.
#[must_use]
pub fn written<'a>(words: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hasher = FxHasher::default();
    words.into_iter().for_each(|word| word.hash(&mut hasher));
    hasher.finish()
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Memo(RefCell::default())
    }
}
