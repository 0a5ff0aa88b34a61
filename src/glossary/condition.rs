//! A row's conditions: what must, or must not, stand near a match.

use std::ops::Range;
use std::sync::OnceLock;

use crate::glossary::matching::{self, Line};
use crate::glossary::opening::{Opening, bit_of};
use crate::glossary::pattern::{self, Pattern};

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

/// Which words may stand directly before and after a match where one of a row's conditions is to hold, by their bits: what
/// is asked first, since most matches of a common word fail by it.
#[derive(Debug, Clone, Copy)]
pub struct Sides {
    before: u64,
    after: u64,
}

impl Sides {
    /// Nothing is known of them.
    const ANY: Sides = Sides { before: u64::MAX, after: u64::MAX };

    /// The sides of a match for which one of these conditions may hold.
    #[must_use]
    pub fn of(conditions: &[Condition]) -> Self {
        let either = |all: Sides, one: Sides| Sides { before: all.before | one.before, after: all.after | one.after };
        conditions.iter().map(Condition::sides).reduce(either).unwrap_or(Sides::ANY)
    }

    /// False when no condition can hold for the words `found`, by the hashes of the words of the paragraph.
    #[must_use]
    pub fn allow(self, keys: &[u64], found: &Range<usize>) -> bool {
        let bit = |at: Option<usize>| at.and_then(|at| keys.get(at)).map_or(0, |key| bit_of(*key));
        let fits = |wanted: u64, at: Option<usize>| wanted == u64::MAX || wanted & bit(at) != 0;
        fits(self.before, found.start.checked_sub(1)) && fits(self.after, Some(found.end))
    }
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

/// Reads one condition of a cell.
///
/// # Errors
/// Says what is wrong with it.
pub fn parse(text: &str) -> Result<Condition, String> {
    let text = text.trim();
    if text.contains(" & ") {
        return Ok(Condition::All(text.split(" & ").map(parse).collect::<Result<_, _>>()?));
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
    Ok(Condition::Near(side, pattern::parse(rest)?, OnceLock::new()))
}

impl Condition {
    /// The sides of a match for which it may hold.
    fn sides(&self) -> Sides {
        let both = |all: Sides, one: Sides| Sides { before: all.before & one.before, after: all.after & one.after };
        match self {
            Condition::Near(side @ (Side::Previous | Side::Next), pattern, opening) => {
                let opening = opening.get_or_init(|| Opening::of(pattern));
                match side {
                    Side::Previous if opening.longest() > 1 => Sides::ANY,
                    Side::Previous => Sides { before: opening.bits(), ..Sides::ANY },
                    _ => Sides { after: opening.bits(), ..Sides::ANY },
                }
            }
            Condition::All(parts) => parts.iter().map(Condition::sides).fold(Sides::ANY, both),
            _ => Sides::ANY,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::key_hash;

    #[test]
    fn the_words_beside_a_match_tell_that_no_condition_can_hold() {
        let allows = |cells: &[&str], words: &[&str], found: Range<usize>| {
            let conditions: Vec<Condition> = cells.iter().map(|cell| parse(cell).expect("a condition")).collect();
            let keys: Vec<u64> = words.iter().map(|word| key_hash(word)).collect();
            Sides::of(&conditions).allow(&keys, &found)
        };
        let words = ["accused", "in", "theft"];
        assert!(allows(&["prev:accused"], &words, 1..2) && !allows(&["prev:accused"], &words, 0..1));
        assert!(allows(&["prev:accused & next:theft"], &words, 1..2));
        assert!(!allows(&["prev:accused & next:(murder|robbery)"], &words, 1..2));
        assert!(allows(&["next:murder", "prev:accused"], &words, 1..2), "one of several is enough");
        assert!(!allows(&["next:theft"], &words, 2..3), "nothing stands behind the last word");
        for open in ["theft", "before:murder", "next:<word>", "prev:(the accused|accused)", "@start"] {
            assert!(allows(&[open], &words, 1..2), "{open}");
        }
        assert!(allows(&[], &words, 0..3));
    }
}
