//! What decoders, encodings and tokenisers leave in a text: entities, broken letters, tags, words said twice.

mod brackets;
mod debris;
mod encoding;
mod entity;
mod loops;
mod repeats;

use std::ops::Range;

use crate::glossary::suggestion::Suggestion;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::scales::{Level, Safety};

/// The rule.
pub const RULE: Rule = Rule {
    name: "machine-artefact",
    group: Group::Mechanics,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "fluency/character-encoding",
    page: include_str!("../machine_artefact.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    entity::check(context, findings);
    for (segment, text, reading) in context.paragraphs() {
        encoding::check(segment, text, reading, findings);
        if reading.bytes.any(b"@<[{/(-%") || !reading.bytes.is_ascii() {
            debris::check(segment, text, findings);
        }
        if reading.bytes.any(b"()[]") {
            brackets::check(segment, text, findings);
        }
        loops::check(segment, text, reading, findings);
        repeats::cut(segment, text, reading, findings);
    }
    repeats::check(context, findings);
}

/// A finding whose words are taken out, with one of the two blanks around them.
fn take_out(
    segment: usize,
    text: &str,
    range: Range<usize>,
    message: String,
    evidence: String,
    safety: Safety,
) -> Draft {
    let after = &text[range.end..];
    let mut wider = range.clone();
    if text[..range.start].ends_with(' ') && (after.is_empty() || after.starts_with([' ', '.', ',', ';', ':'])) {
        wider.start -= 1;
    } else if range.start == 0 && after.starts_with(' ') {
        wider.end += 1;
    }
    let mut draft = Draft::new(segment, range, message, evidence);
    draft.suggestions.push(Suggestion::new(wider, ""));
    draft.safety = safety;
    draft
}

/// The characters without blanks around a byte, as an address would be written; at most 200 on each side.
fn token(text: &str, at: usize) -> Range<usize> {
    let before: usize = text[..at].chars().rev().take(200).take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum();
    let after: usize = text[at..].chars().take(200).take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum();
    at - before..at + after
}

/// True for a web or mail address.
fn is_address(token: &str) -> bool {
    token.contains("://") || token.contains("www.") || token.contains(['@', '/', '='])
}
