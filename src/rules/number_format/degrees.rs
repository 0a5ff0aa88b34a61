//! Degrees: the plus sign that Russian and Ukrainian print, and figures without a scale.

use std::ops::Deref;

use crate::rules::number_format::Seen;
use crate::rules::walk::Walk;
use crate::scales::Safety;

/// `+26 degrees`, `+19...+24 degrees`, `+8 °C`.
pub(super) fn plus(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let number = walk.word(at)?;
    let start = number.start as usize;
    let head = walk.text[..start].strip_suffix('+')?;
    if head.ends_with(|c: char| c.is_alphanumeric() || c == '+') {
        return None;
    }
    let second = walk.text[..head.len()].ends_with(['.', '…', '-', '–']);
    if second && head.trim_end_matches(['.', '…', '-', '–']).ends_with(|c: char| c.is_ascii_digit()) {
        // The end of a range whose start was reported.
        return None;
    }
    // "+28...+29": the range ends with a figure of its own.
    let mut last = at;
    let gap = walk.word(at + 1).map(|next| &walk.text[number.end as usize..next.start as usize]);
    let range = gap.is_some_and(|gap| matches!(gap, "...+" | "…+" | "-+" | "–+" | "..+" | " to +" | "..." | "…"))
        && walk.raw(at + 1).bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if range {
        last = at + 1;
    }
    let end = walk.word(last)?.end as usize;
    let after = walk.after(end).trim_start_matches([' ', '\u{a0}']);
    let degrees = after.starts_with("degree") || after.starts_with('°') || after.starts_with('º');
    if !degrees && !range {
        return None;
    }
    let text = if range { format!("{} to {}", walk.raw(at), walk.raw(last)) } else { walk.raw(at).to_owned() };
    let mut seen = Seen::new(
        start - 1..end,
        text,
        "plus before degrees above zero, as Russian and Ukrainian print; English leaves it out",
    );
    seen.safety = if range { Safety::Choice } else { Safety::Likely };
    Some(seen)
}

/// `27 degrees`, where the article names no scale.
pub(super) fn no_scale(walk: &Walk<'_>, at: usize, scale: &impl Deref<Target = bool>) -> Option<Seen> {
    let number = walk.raw(at);
    let value: f64 = number.parse().ok()?;
    let small = value < 10.0 && !walk.is(at.wrapping_sub(1), &["was", "is", "reach", "reached", "minus"]);
    if small || walk.raw(at + 1) != "degrees" || !walk.beside(at + 1) || **scale {
        return None;
    }
    let angle = walk.is(
        at + 2,
        &["of", "south", "north", "east", "west", "from", "in", "latitude", "longitude", "celsius", "and", "to"],
    );
    let turned = walk.is(at.wrapping_sub(1), &["turned", "turn", "rotate", "rotated", "by", "rotates", "full"]);
    if angle && walk.beside(at + 2) || turned || value >= 60.0 {
        return None;
    }
    let mut seen = Seen::new(
        walk.bytes(at, at + 1),
        format!("{number} degrees Celsius"),
        "degrees of which scale? elsewhere in the world readers count in the other one",
    );
    seen.safety = Safety::Choice;
    seen.hint = true;
    Some(seen)
}

/// True when the text names a scale of temperature.
pub(super) fn names_scale(text: &str) -> bool {
    ["Celsius", "Fahrenheit", "celsius", "centigrade", "°C", "°F", "ºC", "° C", "° F"]
        .iter()
        .any(|scale| text.contains(scale))
        || text.bytes().zip(text.bytes().skip(1)).zip(text.bytes().skip(2).map(Some).chain([None])).any(
            |((digit, letter), after)| {
                digit.is_ascii_digit()
                    && matches!(letter, b'C' | b'F')
                    && !after.is_some_and(|after| after.is_ascii_alphanumeric())
            },
        )
}
