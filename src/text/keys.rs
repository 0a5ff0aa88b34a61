//! Sets of words known by the hash of their look-up form, so that asking costs no comparison of letters.

use rustc_hash::FxHashSet;

use crate::text::fold;

/// A set of words.
#[derive(Debug, Clone, Default)]
pub struct Keys(FxHashSet<u64>);

impl Keys {
    /// The set of these words, whatever their case.
    #[must_use]
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Keys(words.into_iter().map(fold::key_hash).collect())
    }

    /// True for the hash of one of the words ([`fold::key_hash`]).
    #[must_use]
    pub fn has(&self, key: u64) -> bool {
        self.0.contains(&key)
    }
}
