//! Sets of words known by the hash of their look-up form, so that asking costs no comparison of letters.

use crate::text::fold;

/// A set of words: an open table, in which the slot of a hash is at its low bits or after; 0 is free.
#[derive(Debug, Clone, Default)]
pub struct Keys(Vec<u64>);

impl Keys {
    /// The set of these words, whatever their case.
    #[must_use]
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let hashes: Vec<u64> = words.into_iter().map(fold::key_hash).collect();
        let mut keys = Keys(vec![0; (3 * hashes.len() + 1).next_power_of_two()]);
        for hash in hashes {
            let slot = keys.slot(hash);
            keys.0[slot] = hash;
        }
        keys
    }

    /// True for the hash of one of the words ([`fold::key_hash`]).
    #[must_use]
    #[inline]
    pub fn has(&self, key: u64) -> bool {
        !self.0.is_empty() && self.0[self.slot(key)] != 0
    }

    /// The slot that holds a hash, or the free one where it belongs.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        let last = self.0.len() - 1;
        let mut at = key as usize & last;
        while self.0[at] != 0 && self.0[at] != key {
            at = (at + 1) & last;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_words_in_any_case_and_no_others() {
        let words = ["one", "Two", "three", "žluť", "two"];
        let keys = Keys::of(words);
        assert!(words.iter().chain(&["ONE", "Žluť"]).all(|word| keys.has(fold::key_hash(word))));
        assert!(["", "four", "on", "ones"].iter().all(|word| !keys.has(fold::key_hash(word))));
        assert!(!Keys::default().has(fold::key_hash("one")) && !Keys::of([]).has(0));
    }
}
