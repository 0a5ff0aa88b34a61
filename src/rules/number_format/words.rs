//! Figures where English news prints words: below ten, and at the start of a sentence.

use crate::english::classes::Classes;
use crate::english::numerals::spelled;
use crate::rules::number_format::Seen;
use crate::rules::walk::{self, Walk};
use crate::rules::words::Words;
use crate::scales::Safety;
use crate::text::words::{Gap, Shape};

/// Units, ages and scores, which keep their figures.
static KEPT: Words = Words::named("number-format kept");

/// `for the last 4 years`, `3 parties`: one figure before what it counts.
pub(super) fn below_ten(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let raw = walk.raw(at);
    let value: u8 = raw.parse().ok().filter(|value| raw.len() == 1 && (2..10).contains(value))?;
    let next = walk.word(at + 1).filter(|word| word.gap == Gap::Space && word.shape == Shape::Lower)?;
    let noun = next.of(walk.text);
    let classes = walk.classes(at + 1);
    if at == 0
        || !classes.has(Classes::PLURAL)
        // "Group 3 runs": after "has" the word counts.
        || classes.has(Classes::THIRD_PERSON)
            && !classes.has(Classes::TIME_UNIT)
            && !walk.is(at - 1, &["has", "have", "had", "with"])
        || KEPT.contains(noun)
    {
        return None;
    }
    // "aged 0 to 3 years", "Type 2 cells", "8 years old", "4-5 days"
    let own = walk.word(at)?;
    let plain = matches!(own.gap, Gap::Space | Gap::Comma)
        && walk.word(at - 1).is_some_and(|before| before.shape == Shape::Lower)
        && !walk.is(
            at - 1,
            &[
                "to", "and", "or", "type", "aged", "age", "phase", "stage", "level", "grade", "than", "between", "at",
                "minus", "class",
            ],
        );
    let figures = (at.saturating_sub(3)..at + 5)
        .filter(|&k| k != at && walk.word(k).is_some_and(|word| word.shape == Shape::Number))
        .count();
    if !plain
        || figures > 0
        || walk.is(at + 2, &["old", "ago", "of", "into"]) && walk.is(at + 1, &["years", "year", "months"])
    {
        return None;
    }
    let mut seen = Seen::new(walk.bytes(at, at), spelled(value)?, "English news spells numbers below ten");
    seen.hint = true;
    Some(seen)
}

/// `34 people were hurt.` as the start of a sentence.
pub(super) fn opening(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let raw = walk.raw(at);
    let value: u8 = raw.parse().ok().filter(|value| raw.len() < 3 && (2..100).contains(value))?;
    let sentence = walk.reading.sentence_of(at);
    let next = walk.word(at + 1).filter(|word| word.gap == Gap::Space && word.shape == Shape::Lower)?;
    let before = walk.text[..walk.word(at)?.start as usize].trim_end();
    // A sentence before that ends with a word, not with "No." or "Oct."
    let ended = before.is_empty() || {
        let last = walk.raw(at.wrapping_sub(1));
        before.ends_with(['.', '!', '?'])
            && last.len() > 4
            && (walk.classes(at - 1).has(Classes::WEEKDAY)
                || walk.word(at - 1).is_some_and(|word| word.shape == Shape::Lower))
    };
    if sentence.start != at || sentence.len() < 6 || !ended || !walk::is_body(walk.text) || next.of(walk.text).len() < 3
    {
        return None;
    }
    let classes = walk.classes(at + 1);
    if !classes.has(Classes::PLURAL.and(Classes::ADJECTIVE)) || classes.has(Classes::MONTH.and(Classes::MONEY_UNIT)) {
        return None;
    }
    let mut word = spelled(value)?;
    word[..1].make_ascii_uppercase();
    let mut seen = Seen::new(walk.bytes(at, at), word, "no sentence of English news starts with a figure");
    seen.safety = Safety::Likely;
    seen.hint = true;
    Some(seen)
}
