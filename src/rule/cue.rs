//! What words call to rules: `Cue` for one thing that a rule looks for, `Cues` for the words of a paragraph.

use std::ops::{BitOrAssign, Range};

/// What a word calls to rules: one bit for each thing that they look for, given out by the rules.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cue(pub u32);

impl Cue {
    /// The cues of either.
    #[must_use]
    pub const fn or(self, other: Cue) -> Cue {
        Cue(self.0 | other.0)
    }

    /// Whether the two share a cue.
    #[must_use]
    pub const fn has(self, other: Cue) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOrAssign for Cue {
    fn bitor_assign(&mut self, other: Cue) {
        *self = self.or(other);
    }
}

/// The cues of one paragraph.
#[derive(Debug, Clone, Default)]
pub struct Cues {
    any: Cue,
    words: Vec<Cue>,
}

impl Cues {
    /// The cues of a paragraph's words, in their order.
    #[must_use]
    pub fn of(words: impl Iterator<Item = Cue>) -> Self {
        let words: Vec<Cue> = words.collect();
        Cues { any: words.iter().fold(Cue::default(), |all, cue| all.or(*cue)), words }
    }

    /// Whether one of the words has one of these.
    #[must_use]
    pub fn any(&self, cue: Cue) -> bool {
        self.any.has(cue)
    }

    /// Whether the word at a place has one of these; false out of range.
    #[must_use]
    pub fn at(&self, at: usize, cue: Cue) -> bool {
        self.words.get(at).is_some_and(|own| own.has(cue))
    }

    /// The places within `words` of words that have one of these.
    pub fn places(&self, words: Range<usize>, cue: Cue) -> impl Iterator<Item = usize> + '_ {
        let words = if self.any(cue) { words } else { 0..0 };
        words.filter(move |at| self.at(*at, cue))
    }
}
