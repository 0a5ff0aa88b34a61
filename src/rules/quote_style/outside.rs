//! Stops and commas outside the mark where English, or the rest of the article, prints them inside.

use crate::rule::{Draft, Findings};
use crate::rules::marks::Sign;
use crate::scales::Safety;
use crate::text::quotes::Side;
use crate::text::reading::Reading;
use crate::text::words::Shape;

/// A quotation of fewer words that starts with a capital is a name.
const SENTENCE: usize = 6;
/// Bytes of the longest quotation that counts as a phrase of the reporter's own sentence.
const PHRASE: usize = 80;

/// True when a paragraph sets a stop or comma inside the marks after a mere phrase, as American papers do.
pub(super) fn american(text: &str, signs: &[Sign]) -> bool {
    signs.windows(2).any(|pair| {
        let Some(inside) = phrase(text, pair) else { return false };
        let after = &text[pair[1].range.end..];
        inside.ends_with('.') && (after.is_empty() || after.starts_with(char::is_whitespace))
    })
}

/// What stands between an opening and a closing mark, when it is a phrase that starts small.
fn phrase<'a>(text: &'a str, pair: &[Sign]) -> Option<&'a str> {
    let (open, close) = (&pair[0], &pair[1]);
    if open.side != Side::Open || close.side != Side::Close || !open.is_english() || !close.is_english() {
        return None;
    }
    let inside = &text[open.range.end..close.range.start];
    let body = inside.strip_suffix(['.', ',']).unwrap_or(inside);
    let fits = inside.len() <= PHRASE && inside.starts_with(char::is_lowercase) && !body.contains(['.', '!', '?']);
    fits.then_some(inside)
}

/// Reports the stops and commas of a paragraph that stand outside.
pub(super) fn check(
    segment: usize,
    text: &str,
    reading: &Reading,
    signs: &[Sign],
    american: bool,
    findings: &mut Findings<'_>,
) {
    for pair in signs.windows(2) {
        let (open, close) = (&pair[0], &pair[1]);
        let after = &text[close.range.end..];
        let Some(stop) = after.chars().next().filter(|c| matches!(c, '.' | ',')) else { continue };
        let rest = &after[1..];
        let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
        if !ends || open.side != Side::Open || close.side != Side::Close || !open.is_english() || !close.is_english() {
            continue;
        }
        let inside = &text[open.range.end..close.range.start];
        if stop == '.' && inside.ends_with(['?', '!']) {
            let range = close.range.end..close.range.end + 1;
            let message = "no full stop after a quotation that ends the sentence itself: take it out".to_owned();
            let evidence = "English prints one stop at the end of a sentence".to_owned();
            findings.add(Draft::new(segment, range, message, evidence).write("", Safety::Likely));
            continue;
        }
        if !inside.ends_with(char::is_alphanumeric) {
            continue;
        }
        let own = american && phrase(text, pair).is_some();
        let sentence = stop == '.' && is_sentence(text, reading, open, close);
        if !own && !sentence {
            continue;
        }
        let mark = if close.is_entity() { "\"".to_owned() } else { close.sign.to_string() };
        let fix = format!("{stop}{mark}");
        let message = format!("the stop stands inside the mark: write {fix}");
        let evidence = if sentence {
            "a quotation that is a sentence holds its own stop"
        } else {
            "elsewhere the article sets it inside, as American papers do"
        };
        let range = close.range.start..close.range.end + 1;
        findings.add(Draft::new(segment, range, message, evidence.to_owned()).write(fix, Safety::Likely));
    }
}

/// True for a quotation that is a sentence of its own: a capital after a colon, a comma or nothing, and small words after it.
fn is_sentence(text: &str, reading: &Reading, open: &Sign, close: &Sign) -> bool {
    let before = text[..open.range.start].trim_end();
    let led = before.is_empty() || before.ends_with([':', ',', '.', '!', '?']);
    let inside = &text[open.range.end..close.range.start];
    let at = |byte: usize| reading.words.partition_point(|word| (word.start as usize) < byte);
    let words = &reading.words[at(open.range.end)..at(close.range.start)];
    let small = words.iter().filter(|word| word.shape == Shape::Lower).count();
    led && inside.starts_with(char::is_uppercase) && words.len() >= SENTENCE && small * 2 > words.len()
}
