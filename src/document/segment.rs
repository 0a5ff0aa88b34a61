//! Segments of a document, each with its role on the page.

use std::ops::Range;
use std::sync::Arc;

use crate::document::input::Input;
use crate::document::prose::Prose;
use crate::document::stet::Stet;
use crate::text::day::Day;
use crate::text::span::Span;

/// What a segment is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The article's headline.
    Title,
    /// A heading inside it.
    Heading,
    /// Running text.
    Body,
    /// An item of a list.
    Item,
    /// A picture's caption.
    Caption,
    /// A table's cell.
    Cell,
}

/// One paragraph, heading, caption or the like.
#[derive(Debug, Clone)]
pub struct Segment {
    /// What it is.
    pub role: Role,
    /// The English text.
    pub translation: Prose,
    /// The original, where the input holds both.
    pub original: Option<Prose>,
    /// The bytes of the input that a deletion of the whole segment takes out (its line end included in plain text).
    pub whole: Span,
}

/// One input as rules see it.
#[derive(Debug, Clone)]
pub struct Document {
    /// The input.
    pub input: Arc<Input>,
    /// Its segments in reading order.
    pub segments: Vec<Segment>,
    /// What its author asked to let stand.
    pub stets: Vec<Stet>,
    /// The day of the story, where the input gives it.
    pub day: Option<Day>,
}

impl Document {
    /// A place of a segment's prose as `file:line:column`.
    #[must_use]
    pub fn address(&self, segment: usize, range: Range<usize>) -> String {
        let position = self.input.position(self.segments[segment].translation.span(range).start);
        format!("{}:{}:{}", self.input.name, position.line, position.column)
    }
}
