//! Signs of a page's layout or of a channel's post before a paragraph: arrows, triangles, warning signs, faces.

use crate::rule::{Draft, Findings};
use crate::scales::{Level, Safety};

/// Reports the sign that a paragraph starts with, when words follow it.
pub(super) fn check(segment: usize, text: &str, findings: &mut Findings<'_>) {
    let end = text.len() - text.trim_start_matches(is_part).len();
    let signs = text[..end].trim();
    // A face alone is an answer; bars and meters are built of such signs.
    if !signs.starts_with(is_sign)
        || signs.chars().filter(|c| is_sign(*c)).count() > 3
        || !text[end..].starts_with(is_start)
    {
        return;
    }
    let start = end - text[..end].trim_start().len();
    let message = format!("a sign of the page's layout: take out {signs}");
    let evidence = "channels and pages set such signs before their paragraphs, news does not".to_owned();
    let mut draft = Draft::new(segment, start..end, message, evidence).write("", Safety::Likely);
    draft.level = Some(Level::Hint);
    findings.add(draft);
}

/// Arrows, geometric and pictured signs; round and square bullets are a list's.
fn is_sign(c: char) -> bool {
    match c {
        '●' | '■' | '▪' | '○' | '□' | '☐' | '☑' | '✓' | '✔' => false,
        _ => {
            matches!(c as u32, 0x203B | 0x2190..=0x21FF | 0x2300..=0x23FF | 0x25A0..=0x27BF | 0x2B00..=0x2BFF | 0x1F300..=0x1FAFF)
        }
    }
}

/// A sign, what shapes one, or a blank.
fn is_part(c: char) -> bool {
    is_sign(c) || matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | ' ' | '\u{a0}')
}

/// What a paragraph of prose starts with.
fn is_start(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '"' | '“' | '\'' | '‘' | '(')
}
