//! Clock times: 20h30, 13.25 o'clock, 20 o'clock.

use crate::rule::Draft;
use crate::rules::walk::Walk;

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

fn hour_of(text: &str) -> Option<u8> {
    text.parse().ok().filter(|hour| *hour < 25 && text.len() < 3)
}

fn minute_of(text: &str) -> Option<&str> {
    (text.len() == 2 && text.parse::<u8>().is_ok_and(|minute| minute < 60)).then_some(text)
}
