//! What the rules of grammar and figures ask of a paragraph: words in small letters, tags, quotations that run on.

use std::borrow::Cow;
use std::ops::Range;

use crate::english::classes::{self, Classes};
use crate::english::lemma;
use crate::english::tag::{self, Tag};
use crate::rule::Context;
use crate::rules::words::Words;
use crate::text::quotes::Side;
use crate::text::reading::Reading;
use crate::text::words::{Gap, Word};

/// A paragraph with its reading. Places are word indices; places out of range answer like an empty word.
#[derive(Clone, Copy)]
pub(super) struct Walk<'a> {
    /// The prose.
    pub(super) text: &'a str,
    /// Its reading.
    pub(super) reading: &'a Reading,
}

/// Words of the longest sentence that is judged as a whole; what is longer is a list or a table, and would cost too much.
pub(super) const LONGEST: usize = 160;

/// Words in lower case that a word may be one of: a few in the code, or a list of the table.
pub(super) trait List {
    /// True when the word at a place is one of them, in any case.
    fn has(&self, walk: &Walk<'_>, at: usize) -> bool;
}

impl List for &[&str] {
    fn has(&self, walk: &Walk<'_>, at: usize) -> bool {
        let word = walk.raw(at);
        if !word.is_ascii() {
            return self.contains(&&*walk.low(at));
        }
        let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
        self.iter().any(|one| one.len() == word.len() && small().eq(one.bytes()))
    }
}

impl<const N: usize> List for &[&str; N] {
    fn has(&self, walk: &Walk<'_>, at: usize) -> bool {
        self.as_slice().has(walk, at)
    }
}

impl List for &Words {
    fn has(&self, walk: &Walk<'_>, at: usize) -> bool {
        self.contains(&walk.low(at))
    }
}

impl<'a> Walk<'a> {
    /// The word at a place.
    #[inline]
    pub(super) fn word(&self, at: usize) -> Option<&'a Word> {
        self.reading.words.get(at)
    }

    /// The word as it is written; empty out of range.
    #[inline]
    pub(super) fn raw(&self, at: usize) -> &'a str {
        self.word(at).map_or("", |word| word.of(self.text))
    }

    /// The word in lower case with straight apostrophes; empty out of range.
    pub(super) fn low(&self, at: usize) -> Cow<'a, str> {
        lemma::lowered(self.raw(at))
    }

    /// True when the word is one of the list.
    pub(super) fn is(&self, at: usize, list: impl List) -> bool {
        list.has(self, at)
    }

    /// True when the words from a place on are these, with blanks or hyphens between.
    pub(super) fn follow(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(step, word)| *self.low(at + step) == **word && (step == 0 || self.beside(at + step)))
    }

    /// True when the word begins with a capital; false out of range.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(Word::is_capital)
    }

    /// True when only a blank or a hyphen parts the word from the one before it.
    #[inline]
    pub(super) fn beside(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Joined))
    }

    /// True when one blank parts the word from the one before it.
    #[inline]
    pub(super) fn spaced(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.gap == Gap::Space)
    }

    /// True when a comma or another mark parts the word from the one before it.
    pub(super) fn parted(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| matches!(word.gap, Gap::Comma | Gap::Break))
    }

    /// What the word can be.
    #[inline]
    pub(super) fn classes(&self, at: usize) -> Classes {
        self.word(at).map_or(Classes::NONE, |word| classes::of_key(self.reading.keys[at], word.of(self.text)))
    }

    /// The bytes from the first to the last of two words, both included.
    pub(super) fn bytes(&self, first: usize, last: usize) -> Range<usize> {
        self.reading.span(first..last + 1)
    }

    /// The text before a byte, at most `length` bytes of it, cut at a character.
    pub(super) fn before(&self, byte: usize, length: usize) -> &'a str {
        let mut from = byte.saturating_sub(length);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        &self.text[from..byte]
    }

    /// The text from a byte on.
    pub(super) fn after(&self, byte: usize) -> &'a str {
        &self.text[byte..]
    }

    /// True inside a quotation, marks that a page left as `&quot;` included.
    pub(super) fn quoted(&self, range: &Range<usize>) -> bool {
        self.reading.in_quotation(range)
            || self.reading.bytes.any(b"&") && self.text[..range.start].matches("&quot;").count() % 2 == 1
    }

    /// A tag for each word of a sentence; commas are told to the tagger.
    pub(super) fn tags(&self, sentence: Range<usize>) -> Vec<Tag> {
        let mut words = Vec::with_capacity(sentence.len() + 4);
        let mut places = Vec::with_capacity(sentence.len());
        for at in sentence.clone() {
            if at > sentence.start && self.word(at).is_some_and(|word| word.gap == Gap::Comma) {
                words.push(",");
            }
            places.push(words.len());
            words.push(self.raw(at));
        }
        let tags = tag::tag(&words);
        places.into_iter().map(|place| tags[place]).collect()
    }
}

/// For each paragraph whether it starts inside a quotation that an earlier one opened and none has closed since.
pub(super) fn running(context: &Context<'_>) -> Vec<bool> {
    let mut open = false;
    context
        .readings
        .iter()
        .map(|reading| {
            let starts = open;
            for mark in &reading.marks {
                open = mark.side == Side::Open;
            }
            starts
        })
        .collect()
}

/// True for a paragraph that ends like a sentence, whatever its role: headings, captions and lines of a list do not.
pub(super) fn is_body(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches(['"', '”', '’', '\'', ')', '»']);
    end.ends_with(['.', '!', '?', ':', ';', '…'])
}
