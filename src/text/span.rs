//! A place in an input's decoded text, in bytes.

use serde::Serialize;

/// A half-open byte range of one input's decoded text (UTF-8 bytes, end exclusive).
///
/// Offsets inside running prose are plain `Range<usize>`; only `Prose` turns one into the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span of the bytes `start..end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts");
        Span { start, end }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// True when the span holds no byte (an insertion point).
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True when the two share a byte, or an empty one lies inside the other.
    #[must_use]
    pub fn touches(self, other: Span) -> bool {
        if self.is_empty() || other.is_empty() {
            return self.start <= other.end && other.start <= self.end;
        }
        self.start < other.end && other.start < self.end
    }
}
