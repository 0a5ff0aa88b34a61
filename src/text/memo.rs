//! Answers that a thread remembers, so that the words met again and again are thought about once.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

/// Answers by question; one for each thread, in a `thread_local!`. When it is full, all are forgotten.
#[derive(Debug)]
pub struct Memo<K, V> {
    known: RefCell<FxHashMap<K, V>>,
    /// Answers kept at most.
    most: usize,
}

/// Short answers kept at most, a few megabytes of them.
const MOST: usize = 1 << 17;

impl<K, V> Memo<K, V> {
    /// A memory that keeps so many answers at most, for answers that are large.
    #[must_use]
    pub fn keeping(most: usize) -> Self {
        Memo { known: RefCell::default(), most }
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// The answer to a question, found by `answer` when it is not remembered.
    pub fn get(&self, question: K, answer: impl FnOnce() -> V) -> V {
        if let Some(known) = self.known.borrow().get(&question) {
            return known.clone();
        }
        // `answer` may itself ask.
        let new = answer();
        let mut known = self.known.borrow_mut();
        if known.len() >= self.most {
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
        Memo::keeping(MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_kept_than_was_said() {
        let memo: Memo<usize, usize> = Memo::keeping(3);
        for question in 0..10 {
            assert_eq!(memo.get(question, || question * 2), question * 2);
            assert!(memo.known.borrow().len() <= 3);
        }
        assert_eq!(memo.get(9, || 0), 18, "the last is remembered");
    }
}
