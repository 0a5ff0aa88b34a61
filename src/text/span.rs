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

/// Where spans lie: for each, in the order of their starts, its start and the furthest end so far. Asking takes logarithmic time.
#[derive(Debug, Default)]
pub struct Cover(Vec<(usize, usize)>);

impl Cover {
    /// Of spans in the order of their starts.
    #[must_use]
    pub fn of(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut furthest = 0;
        let lasting = |span: Span| {
            furthest = furthest.max(span.end);
            (span.start, furthest)
        };
        Cover(spans.into_iter().map(lasting).collect())
    }

    /// True when one of the spans shares a byte with this one.
    #[must_use]
    pub fn touches(&self, span: Span) -> bool {
        let before = self.0.partition_point(|(start, _)| *start < span.end);
        before > 0 && self.0[before - 1].1 > span.start
    }

    /// True when this span lies inside one of the spans.
    #[must_use]
    pub fn holds(&self, span: Span) -> bool {
        let before = self.0.partition_point(|(start, _)| *start <= span.start);
        before > 0 && self.0[before - 1].1 >= span.end
    }
}
