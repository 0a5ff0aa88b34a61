//! The comma of a speech tag outside the mark, and the dash of dialogue that Slavic papers set.

use crate::rule::{Draft, Findings};
use crate::rules::marks::Sign;
use crate::rules::walk::Walk;
use crate::rules::words::Words;
use crate::scales::Safety;
use crate::text::quotes::Side;
use crate::text::reading::Reading;
use crate::text::words::Gap;

/// Verbs of speech tags.
pub(in crate::rules) static SAID: Words = Words::named("quote-style said");
/// A speech tag names its verb within this many words.
const TAG: usize = 6;
/// A quotation of fewer words is a name or a catchword: its comma may stand outside.
const LEAST_WORDS: usize = 4;

/// Reports the commas of a paragraph that stand outside the mark.
pub(super) fn commas(segment: usize, text: &str, reading: &Reading, signs: &[Sign], findings: &mut Findings<'_>) {
    let mut opened = 0;
    for sign in signs {
        let start = opened;
        if sign.side == Side::Open {
            opened = sign.range.end;
            continue;
        }
        if !sign.is_english() {
            continue;
        }
        opened = sign.range.end;
        let after = &text[sign.range.end..];
        let glued = text[..sign.range.start].ends_with(char::is_alphanumeric);
        let comma = after.strip_prefix(", ").is_some_and(|tag| tag.starts_with(char::is_alphanumeric));
        if !comma
            || !glued
            || !is_spoken(text, reading, start, sign.range.start)
            || !is_tag(text, reading, sign.range.end + 1)
        {
            continue;
        }
        let mark = if sign.is_entity() { "\"".to_owned() } else { sign.sign.to_string() };
        let fix = format!(",{mark}");
        let message = format!("the comma of a speech tag stands inside the mark: write {fix}");
        let evidence = "British and American papers both print it so after quoted speech".to_owned();
        findings.add(
            Draft::new(segment, sign.range.start..sign.range.end + 1, message, evidence).write(fix, Safety::Likely),
        );
    }
}

/// True for words enough, or for fewer that speak: "We are late".
fn is_spoken(text: &str, reading: &Reading, start: usize, end: usize) -> bool {
    const SPEAKS: &[&str] =
        &["i", "we", "you", "he", "she", "it", "they", "is", "are", "was", "were", "am", "not", "no"];
    let first = reading.words.partition_point(|word| (word.start as usize) < start);
    match words_between(reading, start, end) {
        0 | 1 => false,
        few if few < LEAST_WORDS => (first..first + few).any(|at| Walk { text, reading }.is(at, SPEAKS)),
        _ => true,
    }
}

/// Reports `, - said Novak` and `", - said Novak`.
pub(super) fn dashes(segment: usize, text: &str, reading: &Reading, signs: &[Sign], findings: &mut Findings<'_>) {
    for dash in ["- ", "– ", "— "] {
        if if dash.is_ascii() { !reading.bytes.any(b"-") } else { reading.bytes.is_ascii() } {
            continue;
        }
        for (at, _) in text.match_indices(dash) {
            let head = text[..at].trim_end_matches(' ');
            let end = head.len() - usize::from(head.ends_with(','));
            let mark = signs.binary_search_by_key(&end, |sign| sign.range.end).ok().map(|nth| &signs[nth]);
            let comma = head.ends_with(',') || mark.is_some_and(|mark| text[..mark.range.start].ends_with(','));
            // `" - says the mayor`: a dash and a verb at once need no comma to be a tag.
            let verb = reading.words.partition_point(|word| (word.start as usize) < at + dash.len());
            let at_once = mark.is_some_and(|mark| {
                let opened = signs[..signs.partition_point(|sign| sign.range.start < mark.range.start)].last();
                mark.side == Side::Close
                    && opened
                        .is_some_and(|open| words_between(reading, open.range.end, mark.range.start) >= LEAST_WORDS)
                    && reading.words.get(verb).is_some_and(|word| says(word.of(text)))
            });
            if !(comma || at_once) || !is_tag(text, reading, at + dash.len()) {
                continue;
            }
            let word = reading.words.partition_point(|word| (word.start as usize) < at);
            // A verb at once, or a name and a verb: no aside between dashes.
            let near = reading.words[word..].iter().take(3).any(|word| SAID.contains(word.of(text)));
            if !near {
                continue;
            }
            let start = mark.map_or(head.len() - usize::from(head.ends_with(',')), |mark| mark.range.start);
            let earlier = signs.partition_point(|sign| sign.range.start < start);
            let open = signs[..earlier].last().is_some_and(|sign| sign.side == Side::Open);
            let fix = match mark {
                Some(_) if text[..start].ends_with([',', '!', '?']) => "\" ",
                Some(_) => ",\" ",
                None if open => ",\" ",
                None => ", ",
            };
            let message = format!("English sets no dash before a speech tag: write {}", fix.trim_end());
            let evidence = "the dash of dialogue in Slavic and Turkish papers".to_owned();
            findings.add(Draft::new(segment, start..at + dash.len(), message, evidence).write(fix, Safety::Choice));
        }
    }
}

/// True for a verb of speech tags, in the present or the past.
pub(in crate::rules) fn says(word: &str) -> bool {
    SAID.contains(word)
}

fn words_between(reading: &Reading, from: usize, to: usize) -> usize {
    let at = |byte: usize| reading.words.partition_point(|word| (word.start as usize) < byte);
    at(to) - at(from)
}

/// True when the words from a byte on are a speech tag: `she said`, `the head of the agency told`.
pub(in crate::rules) fn is_tag(text: &str, reading: &Reading, from: usize) -> bool {
    let first = reading.words.partition_point(|word| (word.start as usize) < from);
    for (nth, word) in reading.words[first..].iter().take(TAG + 1).enumerate() {
        let before = &reading.words[(first + nth).saturating_sub(1)];
        let title = matches!(before.of(text), "Mr" | "Ms" | "Mrs" | "Dr");
        if nth > 0 && !title && !matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Joined) {
            return false;
        }
        if SAID.contains(word.of(text)) {
            return true;
        }
        if nth == 0 && matches!(word.of(text), "which" | "that" | "who" | "and" | "but" | "as" | "a" | "an" | "or") {
            return false;
        }
    }
    false
}
