//! Single marks in an article that quotes with double ones.

use std::ops::Range;

use crate::rule::{Context, Draft, Findings};
use crate::rules::marks::Census;
use crate::rules::quote_style::speech;
use crate::rules::walk::{self, Walk};
use crate::scales::{Level, Safety};
use crate::text::quotes::Side;
use crate::text::reading::Reading;

/// An article quotes with double marks when it shows this many.
const LEAST: usize = 2;
/// Bytes of the longest phrase; what is longer may run from apostrophe to apostrophe, unless a speech tag follows.
const SHORT: usize = 60;

/// Reports the quotations in single marks; none when they are more than the double ones.
pub(super) fn check(context: &Context<'_>, census: Census, findings: &mut Findings<'_>) {
    if census.straight + census.curly < LEAST {
        return;
    }
    let mut found = Vec::new();
    let running = walk::running(context);
    for ((segment, text, reading), starts) in context.paragraphs().zip(running) {
        // Headlines quote with single marks by rule.
        if starts || !text.contains(['\'', '‘', '’']) && !text.contains("&#39;") || !walk::is_body(text) {
            continue;
        }
        found.extend(singles(text, reading).into_iter().map(|range| (segment, text, range)));
    }
    if found.len() * 2 > census.straight + census.curly {
        return;
    }
    for (segment, text, range) in found {
        let inside = &text[range.start..range.end];
        let width =
            |from: &str| if from.starts_with("&#39;") { 5 } else { from.chars().next().map_or(1, char::len_utf8) };
        let tail = if inside.ends_with("&#39;") { 5 } else { inside.chars().next_back().map_or(1, char::len_utf8) };
        let body = &inside[width(inside)..inside.len() - tail];
        let fix = format!("{}{body}{}", census.double(Side::Open), census.double(Side::Close));
        let mut add = |range: Range<usize>, fix: &str| {
            let message = format!("the article quotes with double marks: write {fix}");
            let evidence = "single marks are for quotations inside quotations and for headlines".to_owned();
            let mut draft = Draft::new(segment, range, message, evidence).write(fix, Safety::Likely);
            draft.level = Some(Level::Hint);
            findings.add(draft);
        };
        if body.len() <= SHORT {
            add(range, &fix);
        } else {
            add(range.start..range.start + width(inside), census.double(Side::Open));
            add(range.end - tail..range.end, census.double(Side::Close));
        }
    }
}

/// The quotations in single marks that start small, outside double ones.
fn singles(text: &str, reading: &Reading) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some((start, open)) = next_mark(text, at) {
        at = start + open;
        let before = text[..start].chars().next_back();
        let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '—' | '–'));
        if !opens {
            continue;
        }
        let Some((end, close)) = closing_mark(text, at) else { continue };
        let after = text[end + close..].chars().next();
        let body = &text[at..end];
        let closes = after.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | ')' | '!' | '?'))
            && body.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '!' | '?' | ',' | '.'));
        // A plural's apostrophe ("the workers' hall") closes nothing: an opening mark stands before, so it is one.
        let plain = !body.contains(['"', '“', '”', '\n']) && !body.contains("&quot;");
        // Speech: a sentence with its comma, and a speech tag after the mark.
        let speech = body.starts_with(char::is_uppercase)
            && body.ends_with([',', '!', '?'])
            && (start == 0 || text[..start].trim_end().ends_with([':', ',', '.', '!', '?']))
            && speech::is_tag(text, reading, end + close);
        let phrase = body.len() <= SHORT && body.starts_with(char::is_lowercase);
        let range = start..end + close;
        if closes && plain && (phrase || speech) && !(Walk { text, reading }).quoted(&range) {
            at = range.end;
            out.push(range);
        }
    }
    out
}

/// The next single mark with no letter after it: apostrophes inside words close nothing.
fn closing_mark(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    while let Some((place, length)) = next_mark(text, at) {
        at = place + length;
        if !text[at..].starts_with(char::is_alphanumeric) {
            return Some((place, length));
        }
    }
    None
}

/// The next single mark or entity for one: its place and length.
fn next_mark(text: &str, from: usize) -> Option<(usize, usize)> {
    let sign = text[from..].find(['\'', '‘', '’']).map(|at| {
        let length = text[from + at..].chars().next().map_or(1, char::len_utf8);
        (from + at, length)
    });
    let entity = text[from..].find("&#39;").map(|at| (from + at, 5));
    match (sign, entity) {
        (Some(sign), Some(entity)) => Some(if sign.0 < entity.0 { sign } else { entity }),
        (sign, entity) => sign.or(entity),
    }
}
