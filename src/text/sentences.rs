//! Sentence bounds over the words of a paragraph, surviving abbreviations, initials, numbers and quotations.

use std::ops::Range;

use crate::text::words::{Gap, Shape, Word};

/// One sentence as a range of indices into the paragraph's words.
pub type Sentence = Range<usize>;

/// Abbreviations after which a full stop ends no sentence (lower case, without the stop).
const ABBREVIATIONS: [&str; 47] = [
    "adm", "al", "approx", "art", "ave", "brig", "capt", "cf", "co", "col", "corp", "dept", "dr", "ed", "eds", "esp",
    "est", "etc", "fig", "gen", "gov", "hon", "inc", "jr", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "nr",
    "op", "pp", "prof", "pvt", "rep", "rev", "sen", "sgt", "sr", "st", "supt", "univ", "vol", "vs",
];

/// Bytes of the longest of them.
const LONGEST_ABBREVIATION: usize = 6;

/// Splits a paragraph's words into sentences. Every word is in exactly one; linear in the words.
#[must_use]
pub fn sentences(text: &str, words: &[Word]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut start = 0;
    for at in 1..words.len() {
        let stopped = || words[at - 1].of(text).as_bytes().last() == Some(&b'.');
        let may_end = words[at].gap == Gap::Break || stopped();
        if may_end && ends_between(text, &words[at - 1], &words[at]) {
            out.push(start..at);
            start = at;
        }
    }
    if start < words.len() {
        out.push(start..words.len());
    }
    out
}

fn ends_between(text: &str, before: &Word, after: &Word) -> bool {
    let gap = &text[before.end as usize..after.start as usize];
    let before_text = before.of(text);
    if before_text.ends_with('.') {
        // `U.S. President` goes on, `at 5 p.m. The` does not.
        let clock = matches!(before_text.to_ascii_lowercase().as_str(), "a.m." | "p.m.");
        return clock && after.is_capital() && gap.contains(char::is_whitespace);
    }
    let Some(mark) = gap.find(['.', '!', '?', '…', '。', '！', '？', '\n']) else { return false };
    if gap[mark..].starts_with('\n') {
        return true;
    }
    let opens_new = matches!(after.shape, Shape::Capital | Shape::Upper | Shape::Number)
        || text[..after.start as usize].ends_with(['“', '"', '«', '„', '‘', '(', '[']);
    if !opens_new {
        return false;
    }
    if gap[mark..].starts_with('.') && mark == 0 {
        let spaced = gap.contains(char::is_whitespace);
        if !spaced && after.shape == Shape::Number {
            return false;
        }
        if is_initial(before_text) && after.is_capital() {
            return false;
        }
        if before_text.len() > LONGEST_ABBREVIATION {
            return true;
        }
        let lower = before_text.to_lowercase();
        if ABBREVIATIONS.contains(&lower.as_str()) && before.shape != Shape::Number {
            return false;
        }
        if matches!(lower.as_str(), "no" | "nos" | "p" | "art" | "nr") && after.shape == Shape::Number {
            return false;
        }
    }
    // a question or exclamation inside a quotation that goes on: `"Why?" he asked` has a small letter and was
    // handled above; `"Why?" Lukashenko asked` stays one sentence only when the mark is inside the quotation.
    true
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::words;

    fn split(text: &str) -> Vec<&str> {
        let words = words(text);
        sentences(text, &words)
            .into_iter()
            .map(|s| &text[words[s.start].start as usize..words[s.end - 1].end as usize])
            .collect()
    }

    #[test]
    fn abbreviations_initials_and_quotations() {
        assert_eq!(split("Mr. Smith met J. K. Rowling. They left."), ["Mr. Smith met J. K. Rowling", "They left"]);
        assert_eq!(split("The U.S. President spoke. “Go!” he said."), ["The U.S. President spoke", "Go!” he said"]);
        assert_eq!(split("It cost 4.5 dollars. At 5 p.m. The end"), ["It cost 4.5 dollars", "At 5 p.m.", "The end"]);
        assert_eq!(split("He won.” “Never,” she said."), ["He won", "Never,” she said"]);
    }
}
