//! Bytes to documents: one file a format, and the registry of them.

pub mod html;
pub mod markdown;
pub mod plain;
mod published;

use std::sync::Arc;

use crate::document::input::{Input, Notice};
use crate::document::segment::{Document, Segment};
use crate::document::stet::{self, Stet};
use crate::text::day::Day;
use crate::text::span::Span;

/// One format that can be read.
pub struct Format {
    /// Its name in settings and messages.
    pub name: &'static str,
    /// Endings of file names, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// What it is, for help texts.
    pub about: &'static str,
    /// Reads an input's text into segments and the stet comments met on the way.
    pub read: fn(&Input) -> Pages,
}

/// What a reader finds in an input.
#[derive(Debug, Default)]
pub struct Pages {
    /// Segments in reading order.
    pub segments: Vec<Segment>,
    /// Stet comments with the rules they name.
    pub comments: Vec<(Span, Vec<String>)>,
    /// The day that the file gives the story.
    pub day: Option<Day>,
    /// What could not be read.
    pub notices: Vec<Notice>,
}

/// All formats; the first is the one for names with no known ending.
pub const FORMATS: &[Format] = &[plain::FORMAT, markdown::FORMAT, html::FORMAT];

/// The format for a file name, by its ending.
#[must_use]
pub fn for_name(name: &str) -> Option<&'static Format> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())?;
    FORMATS.iter().find(|format| format.extensions.contains(&ending.as_str()))
}

/// The format for an input: by its name's ending, else by how it begins (a page of HTML), else plain text.
#[must_use]
pub fn for_input(input: &Input) -> &'static Format {
    for_name(&input.name).unwrap_or_else(|| {
        let head = input.text.trim_start().get(..14).unwrap_or_default().to_ascii_lowercase();
        if head.starts_with("<!doctype html") || head.starts_with("<html") { &FORMATS[2] } else { &FORMATS[0] }
    })
}

/// Reads an input with its format; `marks` are words that let a line of plain text stand (`[stet]`).
#[must_use]
pub fn document(input: impl Into<Arc<Input>>, marks: &[String]) -> (Document, Vec<Notice>) {
    let input = input.into();
    let pages = (for_input(&input).read)(&input);
    let spans: Vec<Span> = pages.segments.iter().map(|segment| segment.whole).collect();
    let mut stets = stet::place(pages.comments, &spans);
    for mark in marks.iter().filter(|mark| !mark.is_empty()) {
        for (at, _) in input.text.match_indices(mark.as_str()) {
            let line = input.lines.range(&input.text, input.position(at).line);
            let comment = Span::new(at, at + mark.len());
            stets.push(Stet { comment, covers: Span::new(line.start, line.end), rules: Vec::new() });
        }
    }
    stets.sort_by_key(|stet| stet.comment);
    let day = pages.day.or_else(|| published::dateline(&pages.segments));
    (Document { input, segments: pages.segments, stets, day }, pages.notices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_own_endings_and_a_page_is_known_by_its_head() {
        let mut endings: Vec<&str> = FORMATS.iter().flat_map(|format| format.extensions.iter().copied()).collect();
        let count = endings.len();
        endings.sort_unstable();
        endings.dedup();
        assert_eq!(endings.len(), count);
        let (page, _) = Input::read("<stdin>", b"<!DOCTYPE html><p>Hi").expect("text");
        assert_eq!(for_input(&page).name, "html");
    }
}
