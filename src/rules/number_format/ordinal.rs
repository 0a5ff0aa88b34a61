//! Ordinals as other presses print them: a figure with a stop or nothing after it, a Roman century.

use crate::english::classes::Classes;
use crate::english::lemma;
use crate::english::numerals;
use crate::rules::number_format::Seen;
use crate::rules::walk::Walk;
use crate::scales::Safety;

/// Largest ordinal that news prints in figures with an ending.
const LARGEST: u16 = 199;

/// Words before a figure that its noun must follow: `the 60. Book Fair`.
const DETERMINERS: &[&str] = &["the", "his", "her", "its", "their", "our", "my", "your", "this"];

/// Nouns that are counted off in order.
const COUNTED_OFF: &[&str] = &[
    "century",
    "centuries",
    "place",
    "round",
    "floor",
    "edition",
    "minute",
    "season",
    "league",
    "division",
    "lap",
    "birthday",
    "anniversary",
    "grade",
];

/// Those of them that no plain figure stands before: no "15 century", but a 90 minute match.
const NEVER_COUNTED: &[&str] = &["century", "anniversary", "birthday", "edition"];

/// Small words that open a sentence, and can only be a machine's capital between an ordinal and its noun.
const OPENERS: &[&str] = &["the", "in", "of", "on", "at", "a", "to"];

/// `the 60. Book Fair`, `in the 61. Minute`, `from 20. century`: the stop that German, Czech, Danish and Turkish set.
pub(super) fn dotted(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let number = ordinal(walk, at)?;
    let (end, next) = (walk.word(at)?.end as usize, walk.word(at + 1)?);
    let determined = walk.is(at - 1, DETERMINERS);
    let noun = walk.is(at + 1, COUNTED_OFF) && !walk.classes(at - 1).has(Classes::NUMBER);
    if &walk.text[end..next.start as usize] != ". " || !determined && !noun || walk.classes(at + 1).has(Classes::MONTH)
    {
        return None;
    }
    let start = walk.word(at)?.start as usize;
    let habit =
        "a stop after a figure makes it an ordinal in German, Czech, Danish and Turkish; English writes the ending";
    let raw = walk.raw(at + 1);
    let low = raw.to_lowercase();
    if raw.starts_with(char::is_uppercase) && OPENERS.contains(&&*low) {
        let mut seen = Seen::new(start..next.end as usize, number, habit);
        seen.safety = Safety::Choice;
        return Some(seen);
    }
    // The machine's capital goes where a small word follows; beside another capital it is a name's.
    let name = walk.capital(at + 2) && walk.beside(at + 2);
    let word = if !name && lemma::known(&low) { low } else { raw.to_owned() };
    Some(Seen::new(start..next.end as usize, format!("{number} {word}"), habit))
}

/// `on the 13th. November`, `in the 14th. Minute`: the stop stays behind although the ending was written.
pub(super) fn ended(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let number = numerals::ordinal(walk.raw(at)).filter(|number| (1..=LARGEST).contains(number))?;
    let (end, next) = (walk.word(at)?.end as usize, walk.word(at + 1)?);
    let month = walk.classes(at + 1).has(Classes::MONTH) && number <= 31;
    let torn = &walk.text[end..next.start as usize] == ". " && next.is_capital();
    if !torn || !(month || walk.is(at + 1, COUNTED_OFF)) {
        return None;
    }
    let noun = if month { walk.raw(at + 1).to_owned() } else { walk.raw(at + 1).to_lowercase() };
    let range = walk.word(at)?.start as usize..next.end as usize;
    Some(Seen::new(range, format!("{} {noun}", with_ending(number)), "the stop of a German, Czech or Danish ordinal"))
}

/// `the 15 century`, `its 20 anniversary`.
pub(super) fn bare(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let number = ordinal(walk, at)?;
    let led = walk.is(at - 1, DETERMINERS) || walk.is(at - 1, &["in", "of", "from", "since", "until"]);
    if !led || !walk.is(at + 1, NEVER_COUNTED) || !walk.spaced(at + 1) {
        return None;
    }
    Some(Seen::new(walk.bytes(at, at), number, "the ending of the ordinal is missing"))
}

/// `the XIX century`: Russian, Romance and Polish papers print Roman figures.
pub(super) fn roman(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    if !matches!(walk.raw(at + 1), "century" | "centuries") || !walk.spaced(at + 1) {
        return None;
    }
    let raw = walk.raw(at);
    let figure = raw.strip_suffix("th").or_else(|| raw.strip_suffix("st")).unwrap_or(raw);
    let number = roman_value(figure).filter(|number| (4..=21).contains(number))?;
    Some(Seen::new(
        walk.bytes(at, at),
        with_ending(number),
        "Roman figures count centuries in Russian, Polish and Romance papers; English prints Arabic ones",
    ))
}

/// The ordinal of a figure that a blank parts from a word before it.
fn ordinal(walk: &Walk<'_>, at: usize) -> Option<String> {
    let figure = walk.raw(at);
    let plain = figure.len() < 4 && !figure.starts_with('0') && figure.bytes().all(|b| b.is_ascii_digit());
    let number = figure.parse().ok().filter(|number| plain && (1..=LARGEST).contains(number))?;
    (at > 0 && walk.spaced(at)).then(|| with_ending(number))
}

/// `21st`, `12th`.
fn with_ending(number: u16) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// The value of a Roman figure of I, V and X.
fn roman_value(figure: &str) -> Option<u16> {
    let digit = |byte: u8| match byte {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        _ => None,
    };
    let mut value = 0;
    let bytes = figure.as_bytes();
    for (at, byte) in bytes.iter().enumerate().take(8) {
        let own = digit(*byte)?;
        let next = bytes.get(at + 1).map_or(Some(0), |byte| digit(*byte))?;
        if own < next { value -= own } else { value += own }
    }
    u16::try_from(value).ok().filter(|_| bytes.len() <= 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_and_roman_figures() {
        assert_eq!(
            [1, 2, 3, 4, 11, 12, 13, 21, 112].map(with_ending).join(" "),
            "1st 2nd 3rd 4th 11th 12th 13th 21st 112th"
        );
        let values = ["IV", "IX", "XIX", "XXI", "XVIII", "DC"].map(roman_value);
        assert_eq!(values, [Some(4), Some(9), Some(19), Some(21), Some(18), None]);
    }
}
