//! What the documents of one check hold, gathered before any is judged.

use crate::document::segment::Document;
use crate::text::reading::Reading;

/// The facts of all documents of a check; the same whatever the order in which they were read.
#[derive(Debug, Default)]
pub struct Facts {
    /// One list a document, in the documents' order.
    pub documents: Vec<DocumentFacts>,
}

/// The facts of one document.
#[derive(Debug, Default, Clone)]
pub struct DocumentFacts {
    /// Words of its prose.
    pub words: usize,
}

impl DocumentFacts {
    /// Gathers a document's facts.
    #[must_use]
    pub fn of(document: &Document, readings: &[Reading]) -> Self {
        let _ = document;
        DocumentFacts { words: readings.iter().map(|reading| reading.words.len()).sum() }
    }
}
