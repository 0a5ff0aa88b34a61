//! Money codes of banks in running text, and signs behind the figure.

use crate::rules::number_format::Seen;
use crate::rules::walk::Walk;
use crate::scales::Safety;
use crate::text::words::{Gap, Shape};

/// Codes (ISO 4217 and two that stand in for them) and the words that news prints.
const CODES: &[(&str, &str)] = &[
    ("EUR", "euros"),
    ("USD", "dollars"),
    ("GBP", "pounds"),
    ("CHF", "Swiss francs"),
    ("PLN", "zlotys"),
    ("CZK", "koruna"),
    ("SEK", "kronor"),
    ("NOK", "kroner"),
    ("DKK", "kroner"),
    ("HUF", "forints"),
    ("RUB", "rubles"),
    ("UAH", "hryvnias"),
    ("TRY", "lira"),
    ("TL", "lira"),
    ("CNY", "yuan"),
    ("RMB", "yuan"),
    ("JPY", "yen"),
    ("RON", "lei"),
    ("BGN", "leva"),
    ("HRK", "kuna"),
    ("ILS", "shekels"),
    ("INR", "rupees"),
];
const SCALES: &[&str] = &["million", "billion", "trillion", "thousand"];

fn unit(code: &str) -> Option<&'static str> {
    CODES.iter().find(|(known, _)| *known == code).map(|(_, unit)| *unit)
}

/// `EUR 1 million`, `4.35 PLN`.
pub(super) fn code(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let number = walk.raw(at);
    if !number.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let scale = if walk.is(at + 1, SCALES) && walk.beside(at + 1) { at + 1 } else { at };
    let before = at.checked_sub(1).filter(|_| walk.spaced(at)).and_then(|before| unit(walk.raw(before)));
    let after = walk.word(scale + 1).filter(|word| word.gap == Gap::Space).and_then(|word| unit(word.of(walk.text)));
    let span = span_end(walk, at);
    let (first, last, unit) = match (before, after) {
        (Some(unit), _) => (at - 1, span.unwrap_or(scale), unit),
        (None, Some(unit)) => (at, scale + 1, unit),
        _ => return None,
    };
    let sentence = walk.reading.sentence_of(at);
    let near = sentence.start.max(at.saturating_sub(30))..sentence.end.min(at + 30);
    let rates = near.filter(|&k| unit_of(walk, k)).count();
    let opens = first == walk.reading.sentence_of(at).start && walk.word(last + 1).is_none();
    // "PLN 6 to EUR 2", "3.48 USD cents"
    let goes_on = span.is_none()
        && walk.beside(last + 1)
        && walk.is(last + 1, &["to", "and", "or", "cents", "cent"])
        && (walk.low(last + 1).starts_with("cent")
            || walk.word(last + 2).is_some_and(|word| word.shape == Shape::Number));
    if rates > 2 || goes_on || opens || walk.text[walk.bytes(first, last)].contains('\n') {
        return None;
    }
    let figures = walk.text[walk.bytes(at, if before.is_some() { last } else { scale })].to_owned();
    let mut seen = Seen::new(
        walk.bytes(first, last),
        format!("{figures} {unit}"),
        "code of banks and agencies; news prints the word or the sign",
    );
    seen.safety = Safety::Likely;
    Some(seen)
}

/// The scale after the second figure of `PLN 6 to 8 million`, `PLN 6-8 million`.
fn span_end(walk: &Walk<'_>, at: usize) -> Option<usize> {
    let second = if walk.is(at + 1, &["to", "and", "or"]) && walk.spaced(at + 1) { at + 2 } else { at + 1 };
    let gap = if second > at + 1 { Gap::Space } else { Gap::Hyphen };
    let number = walk.word(second).is_some_and(|word| word.shape == Shape::Number && word.gap == gap);
    (number && walk.is(second + 1, SCALES) && walk.spaced(second + 1)).then_some(second + 1)
}

fn unit_of(walk: &Walk<'_>, at: usize) -> bool {
    walk.word(at).is_some_and(|word| word.shape == Shape::Upper) && unit(walk.raw(at)).is_some()
}

/// `100 €`, `5 million $`.
pub(super) fn sign_after(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let number = walk.raw(at);
    let before = walk.before(walk.word(at)?.start as usize, 4);
    if !number.ends_with(|c: char| c.is_ascii_digit()) || before.ends_with(['€', '$', '£']) {
        return None;
    }
    let last = if walk.is(at + 1, &["million", "billion", "trillion"]) && walk.beside(at + 1) { at + 1 } else { at };
    let end = walk.word(last)?.end as usize;
    let after = walk.after(end);
    let trimmed = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let sign = trimmed.chars().next().filter(|c| matches!(c, '€' | '$' | '£'))?;
    if trimmed[sign.len_utf8()..].starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let stop = end + (after.len() - trimmed.len()) + sign.len_utf8();
    let start = walk.word(at)?.start as usize;
    let mut text = format!("{sign}{}", &walk.text[start..end]);
    // A figure that also has a decimal comma: 3,50 €.
    if let Some((whole, rest)) = number.split_once(',').filter(|(_, rest)| rest.len() < 3) {
        text = text.replacen(&format!("{whole},{rest}"), &format!("{whole}.{rest}"), 1);
    }
    Some(Seen::new(start..stop, text, "sign behind the figure, as most of Europe prints"))
}

/// `$ 6 billion`: a blank between the sign and the figure.
pub(super) fn sign_apart(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let number = walk.word(at)?;
    let head = &walk.text[..number.start as usize];
    let sign = head.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let mark = sign.chars().next_back().filter(|c| matches!(c, '€' | '$' | '£'))?;
    if sign.len() == head.len() || head[..sign.len() - mark.len_utf8()].ends_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    // "5 $ 6": the sign belongs to the figure before it.
    if sign[..sign.len() - mark.len_utf8()].trim_end().ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let start = sign.len() - mark.len_utf8();
    let text = format!("{mark}{}", number.of(walk.text));
    let mut seen =
        Seen::new(start..number.end as usize, text, "no blank between the sign of a currency and its figure");
    seen.safety = Safety::Sure;
    Some(seen)
}

/// `882 million dollars`.
pub(super) fn dollars(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let last = if walk.is(at + 2, &["us", "u.s."]) { at + 3 } else { at + 2 };
    let head = walk.before(walk.word(at)?.start as usize, 4);
    if !walk.is(at + 1, &["million", "billion", "trillion"])
        || !matches!(&*walk.low(last), "dollars" | "dollar")
        || !(at + 1..=last).all(|at| walk.spaced(at))
        || head.ends_with(['$', '-', '–'])
        || !walk.raw(at).ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    // "10 or 20 million dollars", "between 5 and 6 million dollars"
    if at > 0
        && walk.is(at - 1, &["to", "or", "and"])
        && walk.word(at.wrapping_sub(2)).is_some_and(|word| word.shape == Shape::Number)
    {
        return None;
    }
    let text = format!("${} {}", walk.raw(at), walk.low(at + 1));
    let mut seen = Seen::new(walk.bytes(at, last), text, "English news prints the sign before millions of dollars");
    seen.hint = true;
    Some(seen)
}
