//! A row's conditions: what must, or must not, stand near a match.

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::glossary::matching::{self, Line};
use crate::glossary::opening::Opening;
use crate::glossary::pattern::Pattern;

/// One condition.
#[derive(Debug)]
pub enum Condition {
    /// A pattern on one side, or anywhere in the sentence outside the match; and the words with which it can begin,
    /// worked out when it is first looked for.
    Near(Side, Pattern, OnceLock<Opening>),
    /// The match lies in a quotation.
    Quotation,
    /// The match stands in a headline or heading.
    Headline,
    /// The match begins its sentence.
    Start,
    /// All of these: parts joined by ` & `.
    All(Vec<Condition>),
}

/// Where a pattern must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Anywhere in the sentence outside the match.
    Anywhere,
    /// Anywhere before the match.
    Before,
    /// Anywhere after it.
    After,
    /// Directly before it.
    Previous,
    /// Directly after it.
    Next,
}

/// What surrounds a match.
pub struct Surroundings<'l, 'a> {
    /// The sentence.
    pub line: &'l Line<'a>,
    /// The match, as word indices.
    pub found: Range<usize>,
    /// Whether it lies in a quotation.
    pub quotation: bool,
    /// Whether it stands in a headline or heading.
    pub headline: bool,
}

/// Reads one condition of a cell; `read` reads the pattern in it.
///
/// # Errors
/// Says what is wrong with it.
pub fn parse(text: &str, read: &mut dyn FnMut(&str) -> Result<Pattern, String>) -> Result<Condition, String> {
    let text = text.trim();
    let parts: Vec<&str> = text.split_whitespace().collect();
    if parts.contains(&"&") {
        if parts.split(|part| *part == "&").any(<[&str]>::is_empty) {
            return Err(format!(
                "\"{text}\": nothing stands on one side of &; take the & out, or write what must hold too"
            ));
        }
        return Ok(Condition::All(text.split(" & ").map(|part| parse(part, read)).collect::<Result<_, _>>()?));
    }
    match text {
        "@quote" => return Ok(Condition::Quotation),
        "@headline" => return Ok(Condition::Headline),
        "@start" => return Ok(Condition::Start),
        _ if text.starts_with('@') => return Err(format!("\"{text}\" is none of @quote, @headline, @start")),
        _ => {}
    }
    let sides = [("before:", Side::Before), ("after:", Side::After), ("prev:", Side::Previous), ("next:", Side::Next)];
    let (side, rest) = sides
        .iter()
        .find_map(|(prefix, side)| text.strip_prefix(prefix).map(|rest| (*side, rest)))
        .unwrap_or((Side::Anywhere, text));
    let rest = rest.trim().trim_matches('"');
    if rest.starts_with('@') {
        return Err(format!("\"{text}\": {rest} has no side; write {rest} alone"));
    }
    if let Some((word, pattern)) = rest.split_once(':')
        && word.chars().all(char::is_alphabetic)
        && pattern.starts_with(|c: char| !c.is_whitespace())
    {
        return Err(format!("\"{text}\": \"{word}:\" is none of before:, after:, prev:, next:"));
    }
    Ok(Condition::Near(side, read(rest)?, OnceLock::new()))
}

impl Condition {
    /// False when it cannot hold anywhere among these words (by the hashes of their look-up forms).
    #[must_use]
    pub fn is_among(&self, keys: &FxHashSet<u64>) -> bool {
        match self {
            Condition::All(parts) => parts.iter().all(|part| part.is_among(keys)),
            Condition::Near(_, pattern, opening) => opening.get_or_init(|| Opening::of(pattern)).is_among(keys),
            Condition::Quotation | Condition::Headline | Condition::Start => true,
        }
    }

    /// True when it holds.
    #[must_use]
    pub fn holds(&self, around: &Surroundings<'_, '_>) -> bool {
        let sentence = around.line.range();
        match self {
            Condition::Quotation => around.quotation,
            Condition::Headline => around.headline,
            Condition::Start => around.found.start == sentence.start,
            Condition::All(parts) => parts.iter().all(|part| part.holds(around)),
            Condition::Near(side, pattern, opening) => {
                let opening = opening.get_or_init(|| Opening::of(pattern));
                let opens = |at: &usize| opening.allows(around.line, *at);
                let ends = |at: usize| matching::end_from(pattern, around.line, at);
                let before = |bound: usize| {
                    (sentence.start..bound).filter(opens).any(|at| ends(at).is_some_and(|end| end <= bound))
                };
                let after = |bound: usize| (bound..sentence.end).filter(opens).any(|at| ends(at).is_some());
                match side {
                    Side::Before => before(around.found.start),
                    Side::After => after(around.found.end),
                    Side::Anywhere => before(around.found.start) || after(around.found.end),
                    Side::Previous => {
                        let (bound, line) = (around.found.start, around.line);
                        let first = sentence.start.max(bound.saturating_sub(opening.longest()));
                        line.touches(bound)
                            && (first..bound).filter(opens).any(|at| matching::matches(pattern, line, at..bound))
                    }
                    Side::Next => {
                        let bound = around.found.end;
                        bound < sentence.end && around.line.touches(bound) && opens(&bound) && ends(bound).is_some()
                    }
                }
            }
        }
    }
}
