//! Stretches in another script, and single letters of one that look like Latin ones.

use crate::rule::Draft;
use crate::rules::walk::Walk;
use crate::scales::Safety;
use crate::text::words::Gap;

/// Cyrillic letters with a Latin twin.
const LOOKALIKES: &[(char, char)] = &[
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
];

/// Latin letters, and signs that go with any script.
pub(super) fn is_latin(c: char) -> bool {
    matches!(c as u32, 0..=0x24F | 0x1E00..=0x1EFF | 0x2100..=0x214F | 0xFF00..=0xFF5A)
        || matches!(c as u32, 0x250..=0x36F)
}

/// True when at least four of five letters are Latin: the paragraph is English, not a paragraph left untranslated as a whole.
pub(super) fn latin_share(text: &str) -> bool {
    if text.is_ascii() {
        return true;
    }
    let (mut latin, mut all) = (0usize, 0usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        all += 1;
        latin += usize::from(is_latin(c));
    }
    latin * 5 >= all * 4
}

/// The finding for a run in another script; a single letter that looks like a Latin one (`+14 °С`) has a fix.
pub(super) fn script_left(walk: &Walk<'_>, segment: usize, first: usize, last: usize) -> Draft {
    let range = walk.bytes(first, last);
    let found = &walk.text[range.clone()];
    let mut letters = found.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && let Some((_, latin)) = LOOKALIKES.iter().find(|(other, _)| *other == letter)
    {
        let message = format!("a Cyrillic letter that looks like \"{latin}\": write the Latin one");
        let evidence = "readers see no difference, searches and screen readers do".to_owned();
        return Draft::new(segment, range, message, evidence).write(latin.to_string(), Safety::Likely);
    }
    let message = format!("left in another script: \"{found}\"");
    let evidence = "English prints such words in translation or in Latin letters".to_owned();
    Draft::new(segment, range, message, evidence)
}

/// The last word of a run in another script.
pub(super) fn script_run(walk: &Walk<'_>, at: usize) -> usize {
    let mut last = at;
    while walk.word(last + 1).is_some_and(|word| matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Comma)) {
        let next = walk.raw(last + 1);
        if next.is_ascii() || next.chars().any(is_latin) {
            break;
        }
        last += 1;
    }
    last
}
