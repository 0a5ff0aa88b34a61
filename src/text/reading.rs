//! What one pass over a paragraph knows: its words, sentences and quotations, shared by all rules.

use std::ops::Range;

use crate::text::quotes::{self, Mark};
use crate::text::sentences::{self, Sentence};
use crate::text::words::{self, Word};

/// The shared result of reading one paragraph of prose once. Offsets are bytes of the prose.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// All words, in order.
    pub words: Vec<Word>,
    /// Sentences as ranges of word indices; together they hold every word.
    pub sentences: Vec<Sentence>,
    /// Double quotation marks.
    pub marks: Vec<Mark>,
    /// Stretches inside quotation marks.
    pub quotations: Vec<Range<usize>>,
}

impl Reading {
    /// Reads a paragraph.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let words = words::words(text);
        let sentences = sentences::sentences(text, &words);
        let marks = quotes::marks(text);
        let quotations = quotes::quotations(text, &marks);
        Reading { words, sentences, marks, quotations }
    }

    /// True when any byte of the range lies inside a quotation.
    #[must_use]
    pub fn in_quotation(&self, range: &Range<usize>) -> bool {
        self.quotations.iter().any(|quoted| quoted.start < range.end && range.start < quoted.end)
    }

    /// The sentence that holds word `index`, as a range of word indices.
    #[must_use]
    pub fn sentence_of(&self, index: usize) -> Sentence {
        let at = self.sentences.partition_point(|sentence| sentence.end <= index);
        self.sentences.get(at).cloned().unwrap_or(0..self.words.len())
    }

    /// The bytes from the first to the last word of a range of word indices.
    #[must_use]
    pub fn bytes(&self, words: Range<usize>) -> Range<usize> {
        if words.is_empty() {
            return 0..0;
        }
        self.words[words.start].start as usize..self.words[words.end - 1].end as usize
    }
}
