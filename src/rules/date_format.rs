//! Dates and clock times as other presses print them, and one article that writes its dates in two ways.

mod clock;

use std::ops::Range;

use crate::english::classes::Classes;
use crate::english::numerals;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::cues;
use crate::rules::walk::Walk;
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "date-format",
    group: Group::Mechanics,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "locale-convention/date-format",
    page: include_str!("date_format.md"),
    check,
};

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let plain = context.paragraphs().any(|(segment, text, reading)| {
        let walk = Walk { text, reading };
        context.cues[segment].places(0..reading.words.len(), cues::MONTH).any(|at| {
            is_month(&walk, at)
                && (is_day(walk.raw(at + 1)) && walk.beside(at + 1)
                    || at > 0 && is_day(walk.raw(at - 1)) && walk.beside(at))
        })
    });
    let order = orders(context);
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        let mut done = 0;
        let openers = cues::FIGURE.or(cues::MONTH).or(cues::ON);
        for at in context.cues[segment].places(0..reading.words.len(), openers) {
            let word = &reading.words[at];
            let may_open = match word.shape {
                Shape::Number => true,
                Shape::Lower | Shape::Capital if word.end - word.start == 2 => matches!(walk.raw(at), "on" | "On"),
                _ => is_month(&walk, at),
            };
            if (word.start as usize) < done || !may_open {
                continue;
            }
            let draft = numeric(&walk, segment, at)
                .or_else(|| day_first(&walk, segment, at, order))
                .or_else(|| dotted(&walk, segment, at))
                .or_else(|| ordinal(&walk, segment, at, plain))
                .or_else(|| day_of(&walk, segment, at))
                .or_else(|| no_month(&walk, segment, at))
                .or_else(|| year_first(&walk, segment, at))
                .or_else(|| of_this_year(&walk, segment, at))
                .or_else(|| of_this_month(&walk, segment, at))
                .or_else(|| clock::halved(&walk, segment, at))
                .or_else(|| clock::time(&walk, segment, at))
                .or_else(|| clock::apart(&walk, segment, at))
                .or_else(|| clock::stopped(&walk, segment, at))
                .or_else(|| bracketed_day(&walk, segment, at));
            if let Some(draft) = draft {
                done = draft.range.end;
                findings.add(draft);
            }
        }
    }
}

fn is_month(walk: &Walk<'_>, at: usize) -> bool {
    walk.word(at).is_some_and(|word| word.shape == Shape::Capital) && MONTHS.contains(&walk.raw(at))
}

fn is_day(word: &str) -> bool {
    word.len() < 3 && word.parse::<u8>().is_ok_and(|day| (1..32).contains(&day))
}

/// How many days stand before their month, and how many after it.
fn orders(context: &Context<'_>) -> (usize, usize) {
    let (mut first, mut last) = (0, 0);
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        let months = context.cues[segment].places(0..reading.words.len(), cues::MONTH);
        for at in months.filter(|&at| is_month(&walk, at)) {
            first += usize::from(at > 0 && is_day(walk.raw(at - 1)) && walk.spaced(at));
            last += usize::from(is_day(walk.raw(at + 1)) && walk.spaced(at + 1));
        }
    }
    (first, last)
}

/// `28 November` in an article that mostly prints `December 7`, or the other way.
fn day_first(walk: &Walk<'_>, segment: usize, at: usize, order: (usize, usize)) -> Option<Draft> {
    let (first, last) = order;
    if first == 0 || last == 0 {
        return None;
    }
    let spaced = walk.spaced(at + 1);
    let habit = "elsewhere the article prints day and month in the other order";
    if first <= last && is_day(walk.raw(at)) && is_month(walk, at + 1) && spaced {
        let write = format!("{} {}", walk.raw(at + 1), walk.raw(at));
        // "28 November 2010" needs a comma when it is turned.
        let year = walk.raw(at + 2);
        let dated = year.len() == 4 && walk.beside(at + 2) && year.bytes().all(|b| b.is_ascii_digit());
        let (end, write) = if dated { (at + 2, format!("{write}, {year}")) } else { (at + 1, write) };
        return Some(draft(segment, walk.text, walk.bytes(at, end), write, habit));
    }
    if last < first && is_month(walk, at) && is_day(walk.raw(at + 1)) && spaced {
        let write = format!("{} {}", walk.raw(at + 1), walk.raw(at));
        return Some(draft(segment, walk.text, walk.bytes(at, at + 1), write, habit));
    }
    None
}

/// The day of `21st`, `3rd`.
fn ordinal_day(word: &str) -> Option<u8> {
    numerals::ordinal(word).and_then(|day| u8::try_from(day).ok()).filter(|day| (1..32).contains(day))
}

fn draft(segment: usize, text: &str, range: Range<usize>, write: String, habit: &str) -> Draft {
    let message = format!("write \"{write}\", not \"{}\"", &text[range.clone()]);
    Draft::new(segment, range, message, habit.to_owned()).write(write, Safety::Likely)
}

/// `9.11.2021`, `on 09.11.`.
fn numeric(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let word = walk.raw(at);
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() || !is_day(day) || month.len() > 2 {
        return None;
    }
    let month = month.parse::<usize>().ok().filter(|month| (1..13).contains(month))?;
    let range = walk.bytes(at, at);
    let before = walk.text[..range.start].chars().next_back();
    if matches!(before, Some('.' | ',' | '/' | '-' | '$' | '€')) {
        return None;
    }
    let day: u8 = day.parse().ok()?;
    let name = MONTHS[month - 1];
    let lead = at > 0 && walk.is(at - 1, &["on", "from", "until", "since", "of", "by", "before", "after", "dated"]);
    let (range, write) = match year {
        Some(year) if year.len() == 4 && (year.starts_with("19") || year.starts_with("20")) => {
            (range, format!("{name} {day}, {year}"))
        }
        Some(year) if year.len() == 2 && year < "40" && lead && !walk.is(at - 1, &["of", "by"]) => {
            (range, format!("{name} {day}, 20{year}"))
        }
        // `on 09.11. the`: the stop belongs to the date when the sentence goes on.
        None if lead && word.len() > 3 => {
            let rest = walk.after(range.end).strip_prefix('.')?;
            rest.trim_start()
                .starts_with(char::is_lowercase)
                .then(|| (range.start..range.end + 1, format!("{name} {day}")))?
        }
        _ => return None,
    };
    Some(draft(
        segment,
        walk.text,
        range,
        write,
        "date in figures as German, Russian, Polish and Turkish print it; English news prints the month's name",
    ))
}

/// `1. October`.
fn dotted(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    if !is_day(walk.raw(at)) || !is_month(walk, at + 1) {
        return None;
    }
    let gap = &walk.text[walk.word(at)?.end as usize..walk.word(at + 1)?.start as usize];
    // In running text: no number ends its sentence there ("ranked 9. October was").
    let starts = at > 0
        && walk.beside(at)
        && !walk.classes(at - 1).has(Classes::NUMBER)
        && !(walk.beside(at + 2) && walk.classes(at + 2).has(Classes::AUXILIARY.and(Classes::MODAL)))
        && !walk.is(at - 1, &["no", "nr", "number", "chapter", "page", "route", "group"]);
    if !matches!(gap, ". " | ".\u{a0}" | ".") || !starts {
        return None;
    }
    let from = if at > 0 && walk.is(at - 1, &["the"]) { at - 1 } else { at };
    let write = format!("{} {}", walk.raw(at + 1), walk.raw(at));
    Some(draft(
        segment,
        walk.text,
        walk.bytes(from, at + 1),
        write,
        "stop after the day, as German and Czech print ordinals",
    ))
}

/// `in July of this year`.
fn of_this_year(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let plain = at > 0 && walk.is(at - 1, &["in", "since", "until", "from", "by"]) && walk.beside(at);
    if !is_month(walk, at) || !plain || !walk.follow(at + 1, &["of", "this", "year"]) || !walk.beside(at + 1) {
        return None;
    }
    let month = walk.raw(at).to_owned();
    let mut draft = draft(
        segment,
        walk.text,
        walk.bytes(at, at + 3),
        month,
        "Chinese, Russian and Japanese name the year each time; English news leaves the current one out",
    );
    draft.level = Some(Level::Hint);
    Some(draft)
}

/// `the 23rd of this month`.
fn of_this_month(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    ordinal_day(walk.raw(at))?;
    let named = walk.is(at + 2, &["this", "last", "next", "the"]) && walk.is(at + 3, &["month"]);
    if !named || !walk.is(at + 1, &["of"]) || !(at + 1..=at + 3).all(|at| walk.beside(at)) {
        return None;
    }
    let first = if at > 0 && walk.raw(at - 1) == "the" { at - 1 } else { at };
    let range = walk.bytes(first, at + 3);
    let message = format!("\"{}\": name the month", &walk.text[range.clone()]);
    Some(Draft::new(segment, range, message, "Chinese, Japanese and Korean agencies print the day alone".to_owned()))
}

/// `2007. April 1`, `2019. January 1st`.
fn year_first(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let year = walk.raw(at);
    if !(year.len() == 4 && (year.starts_with("19") || year.starts_with("20"))) || !is_month(walk, at + 1) {
        return None;
    }
    let gap = &walk.text[walk.word(at)?.end as usize..walk.word(at + 1)?.start as usize];
    let day = walk.raw(at + 2);
    let day = ordinal_day(day).or_else(|| is_day(day).then(|| day.parse().ok())?);
    if !matches!(gap, ". " | ".\u{a0}") || day.is_none() || !walk.beside(at + 2) {
        return None;
    }
    let write = format!("{} {}, {year}", walk.raw(at + 1), day?);
    Some(draft(
        segment,
        walk.text,
        walk.bytes(at, at + 2),
        write,
        "year before the month, as Hungarian and Lithuanian print",
    ))
}

/// `October 1st` and `the 22nd April`, in an article that also prints `November 21`.
fn ordinal(walk: &Walk<'_>, segment: usize, at: usize, plain: bool) -> Option<Draft> {
    let month_first = is_month(walk, at);
    let (month, day) = if month_first { (at, at + 1) } else { (at + 1, at) };
    if !plain || !is_month(walk, month) || !walk.spaced(at + 1) {
        return None;
    }
    let number = ordinal_day(walk.raw(day))?;
    let first = if !month_first && at > 0 && walk.raw(at - 1) == "the" && walk.beside(at) { at - 1 } else { at };
    Some(draft(
        segment,
        walk.text,
        walk.bytes(first, at + 1),
        format!("{} {number}", walk.raw(month)),
        "elsewhere the article prints its days without an ending",
    ))
}

/// `the 27th of September`.
fn day_of(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let word = walk.raw(at);
    let day = ordinal_day(word).or_else(|| is_day(word).then(|| word.parse().ok())?)?;
    if walk.raw(at + 1) != "of"
        || !is_month(walk, at + 2)
        || !walk.beside(at + 1)
        || !walk.beside(at + 2)
        || walk.is(at + 3, &["each", "every"])
        // The holiday keeps its name.
        || word == "4th"
            && walk.raw(at + 2) == "July"
            && walk.is(at + 3, &["holiday", "weekend", "celebration", "celebrations", "parade", "fireworks", "party", "is", "was"])
    {
        return None;
    }
    let from = if at > 0 && walk.raw(at - 1) == "the" && walk.beside(at) { at - 1 } else { at };
    if from == at && ordinal_day(word).is_none() && !walk.is(at.wrapping_sub(1), &["on", "from", "until", "since"]) {
        return None;
    }
    let mut draft = draft(
        segment,
        walk.text,
        walk.bytes(from, at + 2),
        format!("{} {day}", walk.raw(at + 2)),
        "long date carried over; news prints month and day",
    );
    draft.level = Some(Level::Hint);
    Some(draft)
}

/// `on the 26th`, without a month: agencies in China, Japan and Korea print the day alone.
fn no_month(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    if !walk.is(at, &["on"]) {
        return None;
    }
    let day = if walk.raw(at + 1) == "the" { at + 2 } else { at + 1 };
    ordinal_day(walk.raw(day))?;
    if !(at + 1..=day).all(|at| walk.beside(at)) {
        return None;
    }
    let end = walk.word(day)?.end as usize;
    let after = walk.after(end);
    let next = walk.word(day + 1);
    let clear = match next {
        _ if after.starts_with('.') => next.is_none_or(|next| next.gap == Gap::Break),
        _ if after.starts_with(", ") => true,
        Some(next) if next.gap == Gap::Space => {
            walk.is(
                day + 1,
                &["the", "at", "in", "a", "he", "she", "it", "they", "by", "after", "that", "local", "with"],
            ) || next.is_capital() && !is_street(walk, day + 1)
        }
        None => after.is_empty(),
        _ => false,
    };
    if !clear
        || is_month(walk, day + 1)
        || walk.classes(day + 1).has(Classes::WEEKDAY) && after.starts_with(' ')
        || month_near(walk, at)
    {
        return None;
    }
    let range = walk.bytes(day - usize::from(day == at + 2), day);
    let message = format!("\"{}\" names no month: add it", &walk.text[range.clone()]);
    Some(Draft::new(segment, range, message, "Chinese, Japanese and Korean agencies print the day alone".to_owned()))
}

/// `on 26th Street`: the first words after the number that make it a name.
fn is_street(walk: &Walk<'_>, at: usize) -> bool {
    (at..at + 3).any(|at| {
        walk.is(
            at,
            &[
                "street",
                "avenue",
                "congress",
                "century",
                "floor",
                "infantry",
                "division",
                "brigade",
                "regiment",
                "anniversary",
                "army",
                "battalion",
                "amendment",
            ],
        )
    })
}

/// True when the same paragraph names a month shortly before the day.
fn month_near(walk: &Walk<'_>, at: usize) -> bool {
    (at.saturating_sub(80)..at).any(|at| is_month(walk, at))
}

/// `Monday (13)`.
fn bracketed_day(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let before = at.checked_sub(1)?;
    let word = walk.raw(at);
    if !walk.classes(before).has(Classes::WEEKDAY) || !(is_day(word) || ordinal_day(word).is_some()) {
        return None;
    }
    let (from, own) = (walk.word(before)?.end as usize, walk.word(at)?);
    if &walk.text[from..own.start as usize] != " (" || !walk.after(own.end as usize).starts_with(')') {
        return None;
    }
    let range = walk.word(before)?.start as usize..own.end as usize + 1;
    Some(draft(
        segment,
        walk.text,
        range,
        walk.raw(before).to_owned(),
        "day of the month in brackets, as Portuguese and Spanish print",
    ))
}
