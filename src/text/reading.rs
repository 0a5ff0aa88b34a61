//! What one pass over a paragraph knows: its words, sentences and quotations, shared by all rules.

use std::ops::Range;

use crate::text::fold;
use crate::text::quotes::{self, Mark};
use crate::text::sentences::{self, Sentence};
use crate::text::words::{self, Word};

/// Words of a sentence that count as near, on each side.
pub const NEAR: usize = 80;

/// Which bytes a text has: what a rule asks before it looks for a sign.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bytes([u64; 4]);

impl Bytes {
    /// The bytes of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // Eight bytes of 0 or 1, multiplied by this, leave their bits in the uppermost byte.
        const GATHER: u64 = 0x0102_0408_1020_4080;
        let mut seen = [0_u8; 256];
        for byte in text.bytes() {
            seen[usize::from(byte)] = 1;
        }
        let mut set = Bytes::default();
        for (at, eight) in seen.as_chunks::<8>().0.iter().enumerate() {
            let bits = u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56;
            set.0[at / 8] |= bits << (at % 8 * 8);
        }
        set
    }

    /// True when the text has one of these bytes: ASCII signs, or first bytes of others.
    #[must_use]
    pub fn any(self, signs: &[u8]) -> bool {
        signs.iter().any(|byte| self.0[usize::from(byte / 64)] & 1 << (byte % 64) != 0)
    }

    /// True when the text has ASCII signs only.
    #[must_use]
    pub fn is_ascii(self) -> bool {
        self.0[2] | self.0[3] == 0
    }
}

/// The shared result of reading one paragraph of prose once. Offsets are bytes of the prose.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// All words, in order.
    pub words: Vec<Word>,
    /// The hash of each word's look-up form ([`fold::key_hash`]).
    pub keys: Vec<u64>,
    /// The bytes that the text has.
    pub bytes: Bytes,
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
        let bytes = Bytes::of(text);
        let key_of = if bytes.is_ascii() { fold::ascii_key_hash } else { fold::key_hash };
        let keys = words.iter().map(|word| key_of(word.of(text))).collect();
        let sentences = sentences::sentences(text, &words);
        let marks = if bytes.any(&quotes::FIRST_BYTES) { quotes::marks(text) } else { Vec::new() };
        let quotations = quotes::quotations(text, &marks);
        Reading { words, keys, bytes, sentences, marks, quotations }
    }

    /// True when any byte of the range lies inside a quotation.
    #[must_use]
    pub fn in_quotation(&self, range: &Range<usize>) -> bool {
        let after = self.quotations.partition_point(|quoted| quoted.end <= range.start);
        self.quotations.get(after).is_some_and(|quoted| quoted.start < range.end)
    }

    /// The sentence that holds word `index`, as a range of word indices.
    #[must_use]
    pub fn sentence_of(&self, index: usize) -> Sentence {
        let at = self.sentences.partition_point(|sentence| sentence.end <= index);
        self.sentences.get(at).cloned().unwrap_or(0..self.words.len())
    }

    /// The words of the sentence around a range of words, at most [`NEAR`] on each side, so that no sentence is too
    /// long to be looked through.
    #[must_use]
    pub fn near(&self, words: &Range<usize>) -> Range<usize> {
        let sentence = self.sentence_of(words.start);
        sentence.start.max(words.start.saturating_sub(NEAR))..sentence.end.max(words.end).min(words.end + NEAR)
    }

    /// The bytes from the first to the last word of a range of word indices.
    #[must_use]
    pub fn span(&self, words: Range<usize>) -> Range<usize> {
        if words.is_empty() {
            return 0..0;
        }
        self.words[words.start].start as usize..self.words[words.end - 1].end as usize
    }
}
