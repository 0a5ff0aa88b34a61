//! Text of a page as a browser shows it, every byte's place kept.

use html5gum::Tokenizer;

use crate::document::prose::Prose;
use crate::text::span::Span;

/// Adds a stretch of raw page text: white space folded, entities decoded, every byte's place kept.
pub(super) fn push_decoded(prose: &mut Prose, input: &str, start: usize, end: usize) {
    let bytes = input.as_bytes();
    let mut at = start;
    let mut plain = start;
    while at < end {
        match bytes[at] {
            b'&' => {
                prose.push(&input[plain..at], Span::new(plain, at), input);
                let close = entity_end(bytes, at, end);
                prose.push(&decoded(&input[at..close]), Span::new(at, close), input);
                (at, plain) = (close, close);
            }
            byte if byte.is_ascii_whitespace() => {
                prose.push(&input[plain..at], Span::new(plain, at), input);
                let from = at;
                while at < end && bytes[at].is_ascii_whitespace() {
                    at += 1;
                }
                if !prose.text().ends_with(' ') && !prose.text().is_empty() {
                    prose.push(" ", Span::new(from, at), input);
                }
                plain = at;
            }
            _ => at += 1,
        }
    }
    prose.push(&input[plain..end], Span::new(plain, end), input);
}

fn entity_end(bytes: &[u8], at: usize, end: usize) -> usize {
    let name = bytes[at + 1..end].iter().take(40).take_while(|b| b.is_ascii_alphanumeric() || **b == b'#').count();
    let close = at + 1 + name;
    if name > 0 && close < end && bytes[close] == b';' { close + 1 } else { close }
}

/// The text of one entity as a browser shows it.
fn decoded(entity: &str) -> String {
    let mut out = String::new();
    for token in Tokenizer::new(entity).flatten() {
        if let html5gum::Token::String(text) = token {
            out.push_str(&String::from_utf8_lossy(&text));
        }
    }
    out
}
