//! Figures as other presses print them: decimal commas, grouping points and blanks, money codes, scales of a thousand, ordinals.

mod counted;
mod degrees;
mod grouping;
mod money;
mod ordinal;
mod pairs;
mod scale;
mod words;

use std::cell::LazyCell;
use std::ops::Range;

use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::cues;
use crate::rules::walk::Walk;
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "number-format",
    group: Group::Mechanics,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "locale-convention/number-format",
    page: include_str!("number_format.md"),
    check,
};

/// What one pattern saw: the bytes, what to write, whose habit it is, and how sure.
struct Seen {
    range: Range<usize>,
    text: String,
    habit: &'static str,
    safety: Safety,
    hint: bool,
}

impl Seen {
    fn new(range: Range<usize>, text: String, habit: &'static str) -> Self {
        Seen { range, text, habit, safety: Safety::Likely, hint: false }
    }
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = context.paragraphs().any(|(segment, text, reading)| {
        let mut figures = context.cues[segment].places(0..reading.words.len(), cues::FIGURE);
        figures.any(|at| is_grouped(reading.words[at].of(text)))
    });
    let scale = LazyCell::new(|| context.paragraphs().any(|(_, text, _)| degrees::names_scale(text)));
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        let cues = &context.cues[segment];
        if !cues.any(cues::FIGURE.or(cues::CENTURY)) {
            continue;
        }
        let mut done = 0;
        for at in 0..reading.words.len() {
            let word = &reading.words[at];
            if cues.at(at + 1, cues::CENTURY)
                && matches!(word.shape, Shape::Upper | Shape::Capital)
                && let Some(seen) = ordinal::roman(&walk, at)
            {
                findings.add(draft(segment, text, seen));
            }
            if word.shape != Shape::Number || (word.start as usize) < done {
                continue;
            }
            if let Some(seen) = degrees::plus(&walk, at) {
                done = seen.range.end;
                findings.add(draft(segment, text, seen));
                continue;
            }
            if written_as_code(&walk, at) {
                continue;
            }
            let seen = ordinal::dotted(&walk, at)
                .or_else(|| ordinal::ended(&walk, at))
                .or_else(|| ordinal::bare(&walk, at))
                .or_else(|| money::code(&walk, at))
                .or_else(|| pairs::score(&walk, at))
                .or_else(|| pairs::between(&walk, at))
                .or_else(|| pairs::age(&walk, at))
                .or_else(|| scale::round_millions(&walk, at))
                .or_else(|| scale::two_scales(&walk, at))
                .or_else(|| money::dollars(&walk, at))
                .or_else(|| scale::large(&walk, at))
                .or_else(|| scale::abbreviated(&walk, at))
                .or_else(|| scale::thousand(&walk, at))
                .or_else(|| money::sign_apart(&walk, at))
                .or_else(|| money::sign_after(&walk, at))
                .or_else(|| grouping::blanks(&walk, at))
                .or_else(|| grouping::decimal_comma(&walk, at))
                .or_else(|| grouping::points(&walk, at))
                .or_else(|| grouping::apostrophes(&walk, at))
                .or_else(|| grouping::none(&walk, at, groups))
                .or_else(|| grouping::four_digits(&walk, at, groups))
                .or_else(|| degrees::no_scale(&walk, at, &scale))
                .or_else(|| words::opening(&walk, at))
                .or_else(|| words::below_ten(&walk, at))
                .or_else(|| grouping::percent_blank(&walk, at));
            if let Some(seen) = seen {
                done = seen.range.end;
                findings.add(draft(segment, text, seen));
            }
        }
    }
}

fn draft(segment: usize, text: &str, seen: Seen) -> Draft {
    let found = &text[seen.range.clone()];
    let message = format!("write \"{}\", not \"{found}\"", seen.text);
    let mut draft = Draft::new(segment, seen.range, message, seen.habit.to_owned()).write(seen.text, seen.safety);
    draft.level = seen.hint.then_some(Level::Hint);
    draft
}

/// `12,000`: three digits after each comma.
fn is_grouped(word: &str) -> bool {
    let mut parts = word.split(',');
    let first = parts.next().unwrap_or_default();
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let mut rest = 0;
    let all = parts.all(|part| {
        rest += 1;
        part.len() == 3 && digits(part)
    });
    all && rest > 0 && (1..4).contains(&first.len()) && digits(first)
}

/// Figures that are part of an address, a name or a formula: `/2021`, `#12345`, `A-320`.
fn written_as_code(walk: &Walk<'_>, at: usize) -> bool {
    let word = &walk.reading.words[at];
    let before = walk.text[..word.start as usize].chars().next_back();
    let after = walk.text[word.end as usize..].chars().next();
    matches!(before, Some('/' | '#' | '@' | '_' | '+' | '=' | '.' | ':'))
        || matches!(after, Some('/' | '@' | '_' | '='))
        || word.gap == Gap::Joined
}

/// Digits in groups of three with commas.
fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The value of a figure written with commas between groups and a decimal point.
fn value(word: &str) -> Option<f64> {
    if word.contains(',') && !is_grouped(word.split('.').next().unwrap_or(word)) {
        return None;
    }
    let plain: String = word.chars().filter(|c| *c != ',').collect();
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// A value without needless zeros, at most three places after the point.
fn printed(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    format!("{}{rest}", if whole.len() > 3 { grouped(whole) } else { whole.to_owned() })
}
