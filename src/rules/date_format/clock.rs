//! Clock times: 20h30, 13.25 o'clock, 20 o'clock.

use crate::rule::Draft;
use crate::rules::walk::Walk;
use crate::scales::Safety;

const HABIT: &str = "clock time as French, German or Portuguese print it";

pub(super) fn time(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let word = walk.raw(at);
    if let Some((hour, minute)) = word.split_once(['h', 'H']) {
        let hour = hour_of(hour)?;
        let whole = minute.is_empty() && at > 0 && walk.is(at - 1, &["at", "from", "until", "around"]);
        let minute = if whole { "00" } else { minute_of(minute)? };
        return Some(super::draft(segment, walk.text, walk.bytes(at, at), format!("{hour}:{minute}"), HABIT));
    }
    let clock = walk.is(at + 1, &["o'clock", "clock", "oclock"]) && walk.beside(at + 1);
    if !clock
        || walk.is(at + 1, &["clock"])
            && walk.word(at + 1).is_some_and(|word| word.gap == crate::text::words::Gap::Hyphen)
    {
        return None;
    }
    let (hour, minute) = word.split_once(['.', ':']).map_or((word, None), |(hour, minute)| (hour, Some(minute)));
    let hour = hour_of(hour)?;
    let minute = match minute {
        Some(minute) => minute_of(minute)?,
        None if hour > 12 => "00",
        None => return None,
    };
    Some(super::draft(segment, walk.text, walk.bytes(at, at + 1), format!("{hour}:{minute}"), HABIT))
}

/// `22:10 p.m.`, `18.30 pm`: an hour of 24 with the half of the day behind it, the wrong half at times.
pub(super) fn halved(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let (hour, minute) = walk.raw(at).split_once(['.', ':'])?;
    let hour = hour_of(hour).filter(|hour| (13..24).contains(hour))?;
    let minute = minute_of(minute)?;
    let (start, end) = (walk.word(at)?.start as usize, walk.word(at)?.end as usize);
    let after = walk.after(end).trim_start();
    let half = ["p.m.", "pm", "PM", "a.m.", "am", "AM"].into_iter().find(|half| after.starts_with(half))?;
    if after[half.len()..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let range = start..walk.text.len() - after.len() + half.len();
    let draft = super::draft(
        segment,
        walk.text,
        range,
        format!("{}:{minute} p.m.", hour - 12),
        "an hour of 24 beside the half of the day",
    );
    Some(if half.starts_with(['p', 'P']) { draft } else { Draft { safety: Safety::Choice, ..draft } })
}

/// `14: 00`, with a blank that a machine put in.
pub(super) fn apart(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let (hour, minute) = (hour_of(walk.raw(at))?, minute_of(walk.raw(at + 1))?);
    let (first, second) = (walk.word(at)?, walk.word(at + 1)?);
    let gap = &walk.text[first.end as usize..second.start as usize];
    let lead =
        at > 0 && walk.beside(at) && walk.is(at - 1, &["at", "from", "until", "around", "by", "to", "about", "and"]);
    if gap != ": " || !lead {
        return None;
    }
    let write = format!("{hour}:{minute}");
    Some(super::draft(segment, walk.text, walk.bytes(at, at + 1), write, "a blank inside the clock time"))
}

/// `at 21.15`: a stop between hours and minutes, where the hour can only be a clock's.
pub(super) fn stopped(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let (hour, minute) = walk.raw(at).split_once('.')?;
    let value = hour_of(hour).filter(|hour| (13..24).contains(hour))?;
    let minute = minute_of(minute).filter(|minute| minute.ends_with(['0', '5']))?;
    let lead = at > 0 && walk.beside(at) && walk.is(at - 1, &["at", "from", "until", "around"]);
    let open = walk.word(at + 1).is_none_or(|word| {
        word.gap != crate::text::words::Gap::Space
            || word.is_capital()
            || walk.is(at + 1, &["on", "in", "local", "and", "to", "until", "hours", "for", "the", "at", "by"])
    });
    let after = walk.after(walk.word(at)?.end as usize);
    if !lead || !open || after.starts_with(['%', '°', '/', '-', '–']) || after.trim_start().starts_with(['%', '€', '$'])
    {
        return None;
    }
    let last = if walk.is(at + 1, &["hours"]) { at + 1 } else { at };
    Some(super::draft(segment, walk.text, walk.bytes(at, last), format!("{value}:{minute}"), HABIT))
}

fn hour_of(text: &str) -> Option<u8> {
    text.parse().ok().filter(|hour| *hour < 25 && text.len() < 3)
}

fn minute_of(text: &str) -> Option<&str> {
    (text.len() == 2 && text.parse::<u8>().is_ok_and(|minute| minute < 60)).then_some(text)
}
