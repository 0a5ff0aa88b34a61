//! What the documents of one check hold, gathered before any is judged.

use std::ops::Range;

use crate::document::segment::Document;
use crate::glossary::compile::Glossary;
use crate::names::desk::{self, Clash};
use crate::names::foreign::{self, Dated};
use crate::names::mention::{self, Mention};
use crate::text::reading::Reading;

/// The facts of all documents of a check; the same whatever the order in which they were read.
#[derive(Debug, Default)]
pub struct Facts {
    /// One a document, in the documents' order.
    pub documents: Vec<DocumentFacts>,
}

/// The facts of one document.
#[derive(Debug, Default, Clone)]
pub struct DocumentFacts {
    /// Words of its prose.
    pub words: usize,
    /// The names it mentions.
    pub names: Roster,
}

/// The names mentioned in one document. Places are bytes of its segments' prose, laid end to end.
#[derive(Debug, Default, Clone)]
pub struct Roster {
    /// All mentions, in order.
    pub mentions: Vec<Mention>,
    /// Spellings that clash with others of the document, with what the house or the English press prints.
    pub clashes: Vec<Clash>,
    /// Where each segment's prose begins.
    starts: Vec<usize>,
}

impl DocumentFacts {
    /// Gathers a document's facts.
    #[must_use]
    pub fn of(document: &Document, readings: &[Reading], glossary: &Glossary) -> Self {
        let words = readings.iter().map(|reading| reading.words.len()).sum();
        DocumentFacts { words, names: Roster::of(document, glossary) }
    }
}

impl Roster {
    fn of(document: &Document, glossary: &Glossary) -> Self {
        let mut roster = Roster::default();
        let mut end = 0;
        for segment in &document.segments {
            let text = segment.translation.text();
            roster.starts.push(end);
            for mut mention in mention::mentions(text) {
                mention.start += end;
                mention.end += end;
                for word in &mut mention.words {
                    word.start += end;
                    word.end += end;
                }
                roster.mentions.push(mention);
            }
            end += text.len() + 1;
        }
        let house = |form: &str| glossary.printed(form).map(str::to_owned);
        roster.clashes = desk::clashes(&roster.mentions, &house);
        roster.clashes.extend(foreign::foreign_forms(&roster.mentions, Dated::Pass));
        roster
    }

    /// The segment in which a place lies, and its bytes there.
    #[must_use]
    pub fn locate(&self, place: &Range<usize>) -> (usize, Range<usize>) {
        let segment = self.starts.partition_point(|start| *start <= place.start).saturating_sub(1);
        let start = self.starts.get(segment).copied().unwrap_or(0);
        (segment, place.start - start..place.end - start)
    }
}
