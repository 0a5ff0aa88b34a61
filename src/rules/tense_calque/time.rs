//! Times that are over: "yesterday", "on Friday", "in 2019", after a verb or at the head of the sentence.

use std::ops::Range;

use crate::english::classes::Classes;
use crate::rules::walk::Walk;
use crate::rules::words::Words;
use crate::text::words::{Gap, Shape};

/// Words that may stand between the perfect and its date only when the date belongs to something else.
static BARRIERS: Words = Words::named("tense-calque barriers");
/// What has a date of its own: "approved a rally on Saturday", "arrested after the attack on Monday".
static EVENTS: Words = Words::named("tense-calque events");

/// The bytes of a time that is over, at most nine words after the verb.
pub(super) fn after(walk: &Walk<'_>, verb: usize, end: usize) -> Option<Range<usize>> {
    for at in verb + 1..end.min(verb + 11) {
        if !walk.beside(at) {
            return None;
        }
        if let Some(last) = ends(walk, at) {
            let after = last + 1;
            let event = |k: usize| EVENTS.iter().any(|event| walk.low(k).starts_with(event));
            let of_event =
                if walk.raw(at) == "on" { (verb + 1..at).any(event) } else { at > verb + 1 && event(at - 1) };
            let goes_on = after < end
                && walk.beside(after)
                && walk.is(after, &["'s", "to", "through", "until", "and", "that", "onwards", "or"]);
            let dash = walk.after(walk.word(last)?.end as usize).starts_with(['-', '–', '’', '\'']);
            // "have proposed a vote on Saturday, December 19" looks ahead; "have already sold 20 in 2021" may be this year.
            let ahead = walk.raw(at) == "on" && walk.classes(after).has(Classes::MONTH);
            let this_year =
                walk.raw(at) == "in" && (verb.saturating_sub(3)..verb).any(|k| walk.is(k, &["already", "now"]));
            return (!of_event && !goes_on && !dash && !ahead && !this_year).then(|| walk.bytes(at, last));
        }
        if walk.is(at, &BARRIERS) {
            return None;
        }
    }
    None
}

/// The bytes of a time that is over and opens the sentence, when only the subject parts it from the verb at `verb`:
/// "Yesterday the council has …".
pub(super) fn before(walk: &Walk<'_>, sentence: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    let start = sentence.start;
    let last = ends(walk, start)?;
    let subject = last + 1..verb;
    let plain = !subject.is_empty()
        && subject.len() <= SUBJECT
        && subject.clone().skip(1).all(|at| walk.beside(at))
        && !subject.clone().any(|at| {
            let classes = walk.classes(at);
            walk.is(at, RELATIVES)
                || classes.has(Classes::AUXILIARY | Classes::MODAL)
                || classes.has(Classes::VERB) && !classes.has(Classes::ANY_NOUN | Classes::ADJECTIVE | Classes::NUMBER)
        });
    let event = subject.start + 1 < verb && walk.is(last + 1, &["'s"]);
    (plain && !event).then(|| walk.bytes(start, last))
}

/// Words of the longest subject between the time and its verb.
const SUBJECT: usize = 12;
/// What opens a clause of its own inside the subject.
const RELATIVES: &[&str] = &["who", "which", "that", "what", "how", "and", "but", "to", "since"];

/// The last word of a past time that starts at a place.
fn ends(walk: &Walk<'_>, at: usize) -> Option<usize> {
    let day = |k: usize| walk.classes(k).has(Classes::WEEKDAY) && walk.capital(k) && !walk.low(k).ends_with('s');
    let year = |k: usize| {
        let word = walk.raw(k);
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit())
    };
    let month = |k: usize| walk.classes(k).has(Classes::MONTH) && walk.capital(k);
    match &*walk.low(at) {
        "yesterday" => Some(at),
        "last" => (walk
            .is(at + 1, &["night", "week", "month", "year", "summer", "winter", "spring", "autumn", "fall"])
            || day(at + 1)
            || month(at + 1))
        .then_some(at + 1),
        "on" if day(at + 1) => {
            Some(if walk.is(at + 2, &["morning", "afternoon", "evening", "night"]) && walk.beside(at + 2) {
                at + 2
            } else {
                at + 1
            })
        }
        "on" if month(at + 1) && walk.word(at + 2).is_some_and(|w| w.shape == Shape::Number) => Some(at + 2),
        "on" if walk.word(at + 1).is_some_and(|w| w.shape == Shape::Number) && month(at + 2) => Some(at + 2),
        "in" if year(at + 1) => Some(at + 1),
        "at" if walk.follow(at, &["at", "that", "time"]) => Some(at + 2),
        "before"
            if walk.is(at + 1, &["the"]) && walk.is(at + 2, &["election", "elections", "war", "game", "match"]) =>
        {
            Some(at + 2)
        }
        _ => {
            let count = walk.classes(at).has(Classes::NUMBER) || walk.is(at, &["a", "an", "several", "few"]);
            let unit = if walk.is(at + 1, &["few", "couple"]) { at + 2 } else { at + 1 };
            let unit = if walk.is(unit, &["of"]) { unit + 1 } else { unit };
            (count
                && walk.classes(unit).has(Classes::TIME_UNIT)
                && walk.is(unit + 1, &["ago"])
                && walk.word(unit + 1)?.gap == Gap::Space)
                .then_some(unit + 1)
        }
    }
}
