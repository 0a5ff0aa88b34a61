//! Numbers in words: those below a hundred, and how often something stands.

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The English words of a number below a hundred.
#[must_use]
pub fn spelled(value: u8) -> Option<String> {
    Some(match value {
        0..20 => ONES[usize::from(value)].to_owned(),
        20..100 if value.is_multiple_of(10) => TENS[usize::from(value / 10)].to_owned(),
        20..100 => format!("{}-{}", TENS[usize::from(value / 10)], ONES[usize::from(value % 10)]),
        _ => return None,
    })
}

/// The value of an ordinal in figures, whatever ending it has: 21 of "21st".
#[must_use]
pub fn ordinal(word: &str) -> Option<u16> {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?.parse().ok()
}

/// How often something stands: "once", "3 times".
#[must_use]
pub fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

/// The single words for numbers from two to ninety.
pub fn words_from_two() -> impl Iterator<Item = &'static str> {
    ONES[2..].iter().chain(&TENS[2..]).copied()
}
