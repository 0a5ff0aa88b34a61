//! The quotation marks of an article as an editor counts them: entities that stand for a mark are marks.

use std::ops::Range;

use crate::rule::Context;
use crate::text::quotes::Side;
use crate::text::reading::Reading;

/// A quotation mark, or the entity that stands for one.
#[derive(Debug, Clone)]
pub(super) struct Sign {
    /// Its bytes in the prose.
    pub(super) range: Range<usize>,
    /// The mark; `"` for an entity.
    pub(super) sign: char,
    /// What it does here.
    pub(super) side: Side,
}

impl Sign {
    /// True for an entity, which the rule for entities turns into a mark.
    pub(super) fn is_entity(&self) -> bool {
        self.range.len() > self.sign.len_utf8()
    }

    /// True for the three marks that English uses.
    pub(super) fn is_english(&self) -> bool {
        matches!(self.sign, '"' | '“' | '”')
    }
}

/// The double marks of a paragraph in order, entities among them.
pub(super) fn signs(text: &str, reading: &Reading) -> Vec<Sign> {
    let of_marks = reading.marks.iter().map(|mark| Sign {
        range: mark.at..mark.at + mark.sign.len_utf8(),
        sign: mark.sign,
        side: mark.side,
    });
    let mut out: Vec<Sign> = of_marks.collect();
    if !reading.bytes.any(b"&") {
        return out;
    }
    for entity in ["&quot;", "&#34;"] {
        for (at, _) in text.match_indices(entity) {
            let range = at..at + entity.len();
            let side = side(text, &range);
            out.push(Sign { range, sign: '"', side });
        }
    }
    out.sort_by_key(|sign| sign.range.start);
    out
}

/// A mark opens after a blank, a bracket or nothing, when no blank follows it.
fn side(text: &str, range: &Range<usize>) -> Side {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–'));
    if opens && after.is_some_and(|c| !c.is_whitespace()) { Side::Open } else { Side::Close }
}

/// How often an article writes each kind of mark.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Census {
    /// Straight double marks and entities for them.
    pub(super) straight: usize,
    /// `“` and `”`.
    pub(super) curly: usize,
    /// `'` inside words, and entities for it.
    pub(super) straight_apostrophes: usize,
    /// `’` inside words.
    pub(super) curly_apostrophes: usize,
}

impl Census {
    /// Counts the marks of a document.
    pub(super) fn of(context: &Context<'_>) -> Self {
        let mut census = Census::default();
        for (_, text, reading) in context.paragraphs() {
            let mut german = false;
            for mark in &reading.marks {
                census.straight += usize::from(mark.sign == '"');
                // The sign that closes „…“ is no English mark there.
                census.curly += usize::from(matches!(mark.sign, '“' | '”') && !german);
                german = mark.sign == '„';
            }
            if reading.bytes.any(b"&") {
                census.straight += text.matches("&quot;").count() + text.matches("&#34;").count();
                census.straight_apostrophes += text.matches("&#39;").count() + text.matches("&apos;").count();
            }
            if reading.bytes.any(b"'") {
                census.straight_apostrophes += apostrophes(text, "'").count();
            }
            if !reading.bytes.is_ascii() {
                census.curly_apostrophes += apostrophes(text, "’").count();
            }
        }
        census
    }

    /// The double mark the article writes on that side.
    pub(super) fn double(self, side: Side) -> &'static str {
        match (self.curly > self.straight, side) {
            (false, _) => "\"",
            (true, Side::Open) => "“",
            (true, Side::Close) => "”",
        }
    }
}

/// Where a sign stands between two letters or digits, as an apostrophe does.
pub(super) fn apostrophes<'a>(text: &'a str, sign: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(sign).map(|(at, _)| at).filter(move |at| {
        text[..*at].chars().next_back().is_some_and(char::is_alphanumeric)
            && text[at + sign.len()..].chars().next().is_some_and(char::is_alphanumeric)
    })
}
