//! Words of running prose, with what stands between them.

use std::ops::Range;

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: a clitic such as the `'s` of `Minsk's`.
    Joined,
    /// A hyphen inside a compound.
    Hyphen,
    /// White space only.
    Space,
    /// A comma and white space.
    Comma,
    /// Any other punctuation, or the start of the text.
    Break,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// All letters small, or a script without case.
    Lower,
    /// First letter large, the rest small or mixed: `Minsk`, `McCain`.
    Capital,
    /// At least two letters and no small one: `KGB`, `U.S.`
    Upper,
    /// Starts with a digit.
    Number,
    /// `'s`
    Possessive,
}

/// One word: bytes of the prose, its shape, and the gap before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What stands before it.
    pub gap: Gap,
    /// How it is written.
    pub shape: Shape,
}

impl Word {
    /// The word's bytes in the prose.
    #[must_use]
    #[inline]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The word as it is written.
    #[must_use]
    #[inline]
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        &text[self.range()]
    }

    /// True for a word that starts with a capital letter.
    #[must_use]
    #[inline]
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper)
    }
}

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// The words of a text, in order. Linear in the text.
///
/// A word is a run of letters, digits and marks; apostrophes inside it belong to it (`don't`, `O’Neill`), except a
/// final `'s`, which is a word of its own. Dots inside initials (`U.S.`), decimal points and thousands commas inside numbers
/// and dots inside addresses (`nos.nl`) belong to the word. A hyphen parts words. Texts of more than 4 GiB are cut there.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 6 + 1);
    let mut at = 0;
    let mut last_end = 0;
    while let Some(start) = next_start(text, at) {
        let end = word_end(text, start);
        if end > u32::MAX as usize {
            break;
        }
        let gap = gap_between(text, last_end, start);
        let word = &text[start..end];
        let body = possessive_body(word);
        let (mut shape, end_of_body) = (shape_of(&word[..body]), start + body);
        if body == 0 {
            shape = Shape::Possessive;
        }
        let first_end = if body == 0 { end } else { end_of_body };
        out.push(Word { start: start as u32, end: first_end as u32, gap, shape });
        if first_end < end {
            out.push(Word { start: first_end as u32, end: end as u32, gap: Gap::Joined, shape: Shape::Possessive });
        }
        last_end = end;
        at = end;
    }
    out
}

/// The letters and figures of ASCII, by byte.
const ALPHANUMERIC: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// The first place from `at` on where no letter or figure of ASCII stands.
#[inline]
pub(crate) fn ascii_end(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|byte| ALPHANUMERIC[usize::from(*byte)]) {
        at += 1;
    }
    at
}

/// The first byte from `at` on whose character ends a piece of `text`, or the end of the text; letters and figures of
/// ASCII never do.
#[inline]
pub(crate) fn piece_end(text: &str, mut at: usize, ends: impl Fn(char) -> bool) -> usize {
    loop {
        at = ascii_end(text.as_bytes(), at);
        match text[at..].chars().next() {
            Some(c) if !ends(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '\u{ad}' || unicode_mark(c)
}

fn unicode_mark(c: char) -> bool {
    c as u32 >= 0x300 && unicode_normalization::char::is_combining_mark(c)
}

fn next_start(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    while at < bytes.len() {
        let byte = bytes[at];
        if byte < 0x80 {
            if byte.is_ascii_alphanumeric() {
                return Some(at);
            }
            at += 1;
        } else {
            let c = text[at..].chars().next()?;
            if c.is_alphanumeric() {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }
    None
}

fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let numeric = bytes[start].is_ascii_digit();
    let mut at = start;
    loop {
        at = ascii_end(bytes, at);
        let Some(&byte) = bytes.get(at) else { break };
        if byte < 0x80 && !matches!(byte, b'\'' | b'.' | b',' | b':') {
            break;
        }
        let Some(c) = text[at..].chars().next() else { break };
        if is_word_char(c) {
            at += c.len_utf8();
            continue;
        }
        let after = text[at + c.len_utf8()..].chars().next();
        let before = text[start..at].chars().next_back();
        let inner = match c {
            '\'' | '’' => before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic),
            '.' => {
                (numeric && after.is_some_and(|n| n.is_ascii_digit()) && before.is_some_and(|b| b.is_ascii_digit()))
                    || (!numeric && initials_go_on(text, start, at))
                    || (!numeric && after.is_some_and(char::is_lowercase) && before.is_some_and(char::is_lowercase))
            }
            ',' | ':' => {
                numeric && before.is_some_and(|b| b.is_ascii_digit()) && after.is_some_and(|n| n.is_ascii_digit())
            }
            _ => false,
        };
        if !inner {
            break;
        }
        at += c.len_utf8();
    }
    // `U.S.` keeps its last dot: a single letter before it, another dot earlier.
    if bytes.get(at) == Some(&b'.') && at >= 3 && at - start >= 3 && bytes[at - 2] == b'.' {
        at += 1;
    }
    at
}

/// True when the dot at `at` stands between single letters: `U.S`, `a.m`.
fn initials_go_on(text: &str, start: usize, at: usize) -> bool {
    let head = &text[start..at];
    let last = head.rsplit('.').next().unwrap_or(head);
    let mut rest = text[at + 1..].chars();
    last.chars().count() == 1
        && rest.next().is_some_and(char::is_alphabetic)
        && !rest.next().is_some_and(char::is_alphanumeric)
}

/// Bytes of the word before a final `'s`; 0 when the word is only that.
fn possessive_body(word: &str) -> usize {
    if !word.as_bytes().last().is_some_and(|last| matches!(last, b's' | b'S')) {
        return word.len();
    }
    let head = &word[..word.len() - 1];
    for apostrophe in APOSTROPHES {
        if let Some(body) = head.strip_suffix(apostrophe) {
            return body.len();
        }
    }
    word.len()
}

fn shape_of(word: &str) -> Shape {
    match word.as_bytes() {
        [b'a'..=b'z', ..] => return Shape::Lower,
        [b'0'..=b'9', ..] => return Shape::Number,
        [b'A'..=b'Z', b'a'..=b'z', ..] => return Shape::Capital,
        _ => {}
    }
    let Some(first) = word.chars().next() else { return Shape::Lower };
    if first.is_numeric() {
        return Shape::Number;
    }
    if !first.is_uppercase() {
        return Shape::Lower;
    }
    let mut letters = 0;
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        if c.is_lowercase() {
            return Shape::Capital;
        }
        letters += 1;
    }
    if letters >= 2 { Shape::Upper } else { Shape::Capital }
}

fn gap_between(text: &str, from: usize, to: usize) -> Gap {
    if from == 0 && to == 0 {
        return Gap::Break;
    }
    let between = &text[from..to];
    match between.as_bytes() {
        b" " if from > 0 => return Gap::Space,
        b"" => return Gap::Joined,
        b"-" | b"\xe2\x80\x90" | b"\xe2\x80\x91" => return Gap::Hyphen,
        b", " => return Gap::Comma,
        _ => {}
    }
    if from == 0 {
        return Gap::Break;
    }
    let mut comma = false;
    for c in between.chars() {
        match c {
            ',' if !comma => comma = true,
            c if c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}') => {}
            _ => return Gap::Break,
        }
    }
    if comma { Gap::Comma } else { Gap::Space }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        words(text).iter().map(|w| w.of(text)).collect()
    }

    #[test]
    fn possessives_initials_numbers_and_compounds() {
        assert_eq!(split("Babariko’s team"), ["Babariko", "’s", "team"]);
        assert_eq!(
            split("the U.S. said 4.5 of 100,000 at 13:25."),
            ["the", "U.S.", "said", "4.5", "of", "100,000", "at", "13:25"]
        );
        assert_eq!(
            split("don't O’Neill well-known nos.nl end.Next"),
            ["don't", "O’Neill", "well", "known", "nos.nl", "end", "Next"]
        );
        assert_eq!(split("1,5 million, 20h30"), ["1,5", "million", "20h30"]);
    }

    #[test]
    fn gaps_tell_what_stands_between() {
        let text = "a well-known, old\u{a0}man (here) Minsk's";
        let gaps: Vec<Gap> = words(text).iter().map(|w| w.gap).collect();
        assert_eq!(
            gaps,
            [Gap::Break, Gap::Space, Gap::Hyphen, Gap::Comma, Gap::Space, Gap::Break, Gap::Break, Gap::Joined]
        );
    }

    #[test]
    fn shapes() {
        let text = "KGB Minsk McCain it 4th U.S.";
        let shapes: Vec<Shape> = words(text).iter().map(|w| w.shape).collect();
        assert_eq!(shapes, [Shape::Upper, Shape::Capital, Shape::Capital, Shape::Lower, Shape::Number, Shape::Upper]);
    }
}
