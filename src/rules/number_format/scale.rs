//! Scales that English does not use: 17 thousand, 8,000 million, 5 mln.

use std::ops::Range;

use crate::rules::number_format::{Seen, grouped, is_grouped, printed, value};
use crate::rules::walk::Walk;
use crate::scales::Safety;
use crate::text::words::{Gap, Shape};

/// `17 thousand`, `3.3 thousand`.
pub(super) fn thousand(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    if !walk.is(at + 1, &["thousand", "thousands"]) || !walk.beside(at + 1) {
        return None;
    }
    let word = walk.raw(at).replace(',', ".");
    let money = walk.before(walk.word(at)?.start as usize, 3).ends_with(['$', '€', '£']);
    let after = walk.is(at + 2, &["million", "millions", "years", "year", "dollar"])
        && walk.word(at + 2).is_some_and(|word| word.gap == Gap::Hyphen || word.of(walk.text).starts_with("million"));
    if word.len() > 5
        || money
        || after
        || at > 0 && walk.word(at - 1).is_some_and(|before| before.shape == Shape::Number) && walk.beside(at)
    {
        return None;
    }
    let thousands = value(&word).filter(|value| *value < 1000.0)?;
    let exact = (thousands * 1000.0).round();
    if exact < 1000.0 {
        return None;
    }
    let text = grouped(&format!("{exact:.0}"));
    Some(Seen::new(
        with_stop(walk, walk.bytes(at, at + 1)),
        text,
        "figure and \"thousand\", as Russian, Ukrainian, Polish and Turkish print; English prints the figures",
    ))
}

/// `8,000 million`, `55 thousand million`, `12 hundred million`.
pub(super) fn large(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let own = value(walk.raw(at))?;
    let middle = match &*walk.low(at + 1) {
        "hundred" => 100.0,
        "thousand" => 1000.0,
        _ => 1.0,
    };
    let last = if middle > 1.0 { at + 2 } else { at + 1 };
    let unit = match &*walk.low(last) {
        "million" | "millions" => 1e6,
        "thousand" if middle == 1.0 => 1e3,
        _ => return None,
    };
    if !(at + 1..=last).all(|at| walk.beside(at)) || middle == 1.0 && own < 1000.0 {
        return None;
    }
    let whole = own * middle * unit;
    let text = if whole >= 1e9 {
        format!("{} billion", printed(whole / 1e9))
    } else {
        format!("{} million", printed(whole / 1e6))
    };
    // 1999 million may be a year before a round figure.
    let year = (1900.0..2100.0).contains(&own) && middle == 1.0 && !walk.raw(at).contains(',');
    (!year).then(|| Seen::new(walk.bytes(at, last), text, "thousand millions, as Spanish and Italian count, or hundred millions, as Chinese and Japanese do; English says billion"))
}

/// `5 mln`, `3 Mrd`, `20 tys.`
pub(super) fn abbreviated(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let (word, short) = (walk.raw(at), walk.raw(at + 1));
    let figures = word.find(|c: char| c.is_alphabetic()).unwrap_or(word.len());
    let glued = figures < word.len();
    let (number, unit, last) = if glued { (&word[..figures], &word[figures..], at) } else { (word, short, at + 1) };
    let long = match unit {
        "mln" | "Mio" | "mio" => "million",
        "bln" | "Mrd" | "mrd" | "mlrd" | "md" => "billion",
        "Bio" => "trillion",
        "tys" | "tis" | "thsd" => "thousand",
        _ => return None,
    };
    if !glued && walk.word(at + 1)?.gap != Gap::Space {
        return None;
    }
    let range = with_stop(walk, walk.bytes(at, last));
    let text = if long == "thousand" {
        grouped(&format!("{:.0}", value(&number.replace(',', "."))? * 1000.0))
    } else {
        format!("{} {long}", number.replace(',', "."))
    };
    let mut seen = Seen::new(range, text, "abbreviation of another language for a million or a billion");
    seen.safety = Safety::Likely;
    Some(seen)
}

/// With the stop of an abbreviation after which the sentence goes on: `20 tys. people`, `4.7 thousand. people`.
fn with_stop(walk: &Walk<'_>, range: Range<usize>) -> Range<usize> {
    let abbreviated = walk.after(range.end).strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_lowercase));
    range.start..range.end + usize::from(abbreviated)
}

/// `3 million and 600 thousand`, `1 billion 353 million`: two scales for one value.
pub(super) fn two_scales(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let (large, small) = match &*walk.low(at + 1) {
        "million" => (1e6, 1e3),
        "billion" => (1e9, 1e6),
        _ => return None,
    };
    let second = if walk.is(at + 2, &["and"]) { at + 3 } else { at + 2 };
    let unit = if small < 1e4 { "thousand" } else { "million" };
    if !(at + 1..=second + 1).all(|at| walk.beside(at)) || walk.low(second + 1) != unit {
        return None;
    }
    let (first, rest) = (value(walk.raw(at))?, value(walk.raw(second))?);
    if rest >= 1000.0 || first.fract() > 0.0 || walk.is(at.wrapping_sub(1), &["between", "from"]) {
        return None;
    }
    let text = format!("{} {}", printed(first + rest * small / large), walk.low(at + 1));
    Some(Seen::new(
        walk.bytes(at, second + 1),
        text,
        "millions and thousands one after the other, as Italian, Spanish and Turkish count; English prints a fraction",
    ))
}

/// `5,000,000 visitors`: a round number of millions in figures.
pub(super) fn round_millions(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let raw = walk.raw(at);
    if raw.matches(',').count() < 2 || !is_grouped(raw) {
        return None;
    }
    let whole = value(raw)?;
    if whole % 1e5 > 0.0
        || !(1e6..1e12).contains(&whole)
        || walk.word(at + 1).is_some_and(|word| word.shape == Shape::Number)
    {
        return None;
    }
    let text = if whole >= 1e9 {
        if whole % 1e8 > 0.0 {
            return None;
        }
        format!("{} billion", printed(whole / 1e9))
    } else {
        format!("{} million", printed(whole / 1e6))
    };
    let mut seen = Seen::new(walk.bytes(at, at), text, "English news prints round millions with the word");
    seen.hint = true;
    Some(seen)
}
