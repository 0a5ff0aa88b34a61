//! Words and phrases that a decoder wrote twice, or over and over.

use std::ops::Range;

use crate::rule::{Draft, Findings};
use crate::rules::words::Words;
use crate::scales::Safety;
use crate::text::reading::Reading;
use crate::text::words::{Gap, Shape, Word};

/// Function words that English never doubles ("he was brought in in May" and "they get on on a personal level" are right).
static NEVER_TWICE: Words = Words::named("machine-artefact never-twice");

/// Words that English does double.
static MAY_DOUBLE: Words = Words::named("machine-artefact may-double");

/// Longest phrase looked for, in words.
const LONGEST: usize = 6;

/// Reports the repetitions of a paragraph. Linear: each word is compared with the next six, and a run is left at its end.
pub(super) fn check(segment: usize, text: &str, reading: &Reading, findings: &mut Findings<'_>) {
    let words = &reading.words;
    let mut at = 0;
    while at + 1 < words.len() {
        // The copy of the first word stands right behind the group, or behind an "and".
        let near = &reading.keys[at + 1..(at + 2 + LONGEST).min(words.len())];
        if !near.contains(&reading.keys[at]) {
            at += 1;
            continue;
        }
        let again = |behind: usize| reading.keys.get(at + behind) == Some(&reading.keys[at]);
        let mut units = (1..=LONGEST).filter(|unit| again(*unit) || again(unit + 1));
        let Some(run) = units.find_map(|unit| run(text, words, at, unit)) else {
            at += 1;
            continue;
        };
        match judge(text, reading, &run) {
            Some((message, evidence)) => {
                let range = reading.span(run.words.clone());
                let first = reading.span(run.words.start..run.words.start + run.unit);
                findings.add(Draft::new(segment, range, message, evidence).write(&text[first], Safety::Likely));
                at = run.words.end;
            }
            None if run.copies > 3 => at = run.words.end,
            None => at += 1,
        }
    }
}

/// A group of words and its copies.
struct Run {
    words: Range<usize>,
    /// Words of one copy.
    unit: usize,
    copies: usize,
    /// True when only blanks stand between the copies.
    bare: bool,
}

/// The copies of the `unit` words at `at`, a comma or an "and" between them allowed.
fn run(text: &str, words: &[Word], at: usize, unit: usize) -> Option<Run> {
    let phrase = &words[at..at + unit.min(words.len() - at)];
    if phrase.len() < unit || phrase[1..].iter().any(|word| word.gap == Gap::Break) {
        return None;
    }
    let (mut end, mut copies, mut bare) = (at + unit, 1, true);
    loop {
        let and = usize::from(unit > 1 && words.get(end).is_some_and(|word| word.of(text) == "and"));
        let Some(next) = words.get(end + and..end + and + unit) else {
            break;
        };
        let same = matches!(next[0].gap, Gap::Space | Gap::Comma)
            && next
                .iter()
                .zip(phrase)
                .all(|(a, b)| a.end - a.start == b.end - b.start && a.of(text).eq_ignore_ascii_case(b.of(text)))
            && next[1..].iter().zip(&phrase[1..]).all(|(a, b)| a.gap == b.gap);
        if !same {
            break;
        }
        bare &= and == 0 && next[0].gap == Gap::Space;
        end += and + unit;
        copies += 1;
    }
    (copies > 1).then_some(Run { words: at..end, unit, copies, bare })
}

/// What is wrong with a run, and why; none for a repetition that English allows.
fn judge(text: &str, reading: &Reading, run: &Run) -> Option<(String, String)> {
    let words = &reading.words;
    let unit = reading.span(run.words.start..run.words.start + run.unit);
    let quoted = reading.in_quotation(&reading.span(run.words.clone()));
    let first = &words[run.words.start];
    let letters = text[unit.clone()].chars().filter(|c| c.is_alphabetic()).count();
    let numbers = words[run.words.start..run.words.start + run.unit].iter().any(|word| word.shape == Shape::Number);
    if run.unit == 1 {
        let glued = text[reading.span(run.words.clone()).end..].starts_with(['-', '\'', '’']);
        let before_hyphen = first.gap == Gap::Hyphen || first.shape == Shape::Possessive;
        if quoted
            || glued
            || before_hyphen
            || !run.bare
            || !is_slip(first, text, run.words.start == 0 || first.gap == Gap::Break)
        {
            return None;
        }
        let word = &text[unit];
        return Some((
            format!("word written twice: write \"{word}\" once"),
            "only a blank stands between the two".to_owned(),
        ));
    }
    let pair_with_and = run.unit == 2 && (first.of(text) == "and" || words[run.words.start + 1].of(text) == "and");
    if letters < 6 || numbers || pair_with_and {
        return None;
    }
    let phrase = &text[unit];
    if run.copies > 3 {
        let evidence = format!(
            "the same {} words {} times running, as a translation machine does when it loses its place",
            run.unit, run.copies
        );
        return Some((format!("the machine ran in a loop: write \"{phrase}\" once"), evidence));
    }
    let listed = words[run.words.start + 1..run.words.start + run.unit].iter().any(|word| word.gap == Gap::Comma);
    (run.bare && !listed && !quoted && letters >= 8).then(|| {
        (format!("words written twice: write \"{phrase}\" once"), "only a blank stands between the two".to_owned())
    })
}

/// True for a word that is not doubled on purpose.
fn is_slip(word: &Word, text: &str, opens: bool) -> bool {
    let written = word.of(text);
    let lower = written.to_ascii_lowercase();
    if NEVER_TWICE.contains(lower.as_str()) {
        return word.shape == Shape::Lower || (opens && written.len() > 1 && word.shape == Shape::Capital);
    }
    word.shape == Shape::Lower
        && written.len() >= 4
        && !MAY_DOUBLE.contains(lower.as_str())
        && written.chars().all(char::is_alphabetic)
}
