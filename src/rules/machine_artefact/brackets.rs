//! Brackets that open and never close within a paragraph, or close what was not opened.

use crate::rule::{Draft, Findings};

/// Reports the brackets of a paragraph that have no partner.
pub(super) fn check(segment: usize, text: &str, findings: &mut Findings<'_>) {
    let mut open: Vec<(usize, u8)> = Vec::new();
    let mut add = |at: usize, message: &str| {
        let evidence = "no partner in this paragraph".to_owned();
        findings.add(Draft::new(segment, at..at + 1, message.to_owned(), evidence));
    };
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' | b'[' => open.push((at, byte)),
            b')' | b']' => {
                let partner = if byte == b')' { b'(' } else { b'[' };
                if open.last().is_some_and(|(_, own)| *own == partner) {
                    open.pop();
                } else if byte == b']' || !may_close_alone(text, at) {
                    add(at, "this bracket closes what was never opened: open one before it or take it out");
                }
            }
            _ => {}
        }
    }
    for (at, _) in open {
        // An aside over several paragraphs opens one of them.
        if at > 0 && !text[..at].ends_with([':', ';', '-']) {
            add(at, "this bracket is never closed: close it or take it out");
        }
    }
}

/// `a)`, `1)` and `iv)` count, `:)` smiles, and an aside over several paragraphs may close at the end of one.
fn may_close_alone(text: &str, at: usize) -> bool {
    let head = &text[..at];
    let label = head.rsplit(char::is_whitespace).next().unwrap_or(head);
    let number = label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_digit());
    let letter = label.chars().count() == 1 && label.chars().all(char::is_alphabetic);
    let roman = label.len() <= 4 && label.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    number || letter || roman || head.ends_with([':', ';', '-', ')']) || at + 1 == text.len()
}
