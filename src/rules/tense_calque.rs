//! Tenses carried over: the perfect with a past date, "since" with a span of time, the present of what began long ago.

use std::ops::Range;

use crate::english::classes::Classes;
use crate::english::inflect::{self, Form};
use crate::english::lemma;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::walk::Walk;
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "tense-calque",
    group: Group::Mechanics,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "fluency/grammar",
    page: include_str!("tense_calque.md"),
    check,
};

/// Words that may stand between the perfect and its date only when the date belongs to something else.
const BARRIERS: &[&str] = &[
    "since",
    "until",
    "till",
    "to",
    "by",
    "from",
    "which",
    "who",
    "that",
    "when",
    "will",
    "would",
    "if",
    "expected",
    "scheduled",
    "set",
    "due",
    "planned",
    "because",
    "as",
    "than",
    "were",
    "was",
    "had",
    "is",
    "are",
    "did",
    "and",
    "but",
    "or",
    "after",
    "before",
    "every",
    "each",
    "during",
    "only",
    "first",
    "born",
    "between",
    "ending",
    "ended",
    "starting",
    "dating",
    "founded",
    "being",
    "has",
    "have",
    "held",
    "ahead",
    "where",
    "of",
    "following",
    "amid",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
];
/// Words before the perfect that give it another sense.
const BEFORE: &[&str] = &[
    "since", "will", "every", "each", "ever", "far", "may", "might", "must", "could", "should", "would", "can", "to",
    "cannot", "won't", "if", "who", "when", "once", "until", "first",
];
/// What has a date of its own: "approved a rally on Saturday", "arrested after the attack on Monday".
const EVENTS: &[&str] = &[
    "attack",
    "shooting",
    "explosion",
    "crash",
    "accident",
    "murder",
    "incident",
    "earthquake",
    "championship",
    "cup",
    "coup",
    "war",
    "referendum",
    "rally",
    "meeting",
    "vote",
    "match",
    "strike",
    "protest",
    "election",
    "hearing",
    "summit",
    "session",
    "demonstration",
    "march",
    "game",
    "talks",
    "conference",
];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for sentence in &reading.sentences {
            for at in sentence.clone() {
                let draft = match text.as_bytes()[reading.words[at].start as usize] {
                    b'h' => perfect(&walk, segment, sentence, at),
                    b's' => since(&walk, segment, sentence, at),
                    b'i' | b'a' => present_since(&walk, segment, sentence, at),
                    _ => None,
                };
                draft.into_iter().for_each(|draft| findings.add(draft));
            }
        }
    }
}

/// "has resigned yesterday".
fn perfect(walk: &Walk<'_>, segment: usize, sentence: &Range<usize>, at: usize) -> Option<Draft> {
    let word = walk.raw(at);
    let (negative, third) = match word {
        "has" => (false, true),
        "have" => (false, false),
        "hasn't" | "hasn’t" => (true, true),
        "haven't" | "haven’t" => (true, false),
        _ => return None,
    };
    let mut verb = at + 1;
    let adverb = |k: usize| {
        (walk.classes(k).has(Classes::ADVERB) || walk.is(k, &["not"])) && !walk.is(k, &["been", "never", "ever"])
    };
    while verb < at + 3 && adverb(verb) && !is_participle(walk, verb) {
        verb += 1;
    }
    let adverbs = at + 1..verb;
    let negative = negative || adverbs.clone().any(|k| walk.is(k, &["not"]));
    let been = walk.raw(verb) == "been";
    verb += usize::from(been);
    if verb >= sentence.end
        || !(at + 1..=verb).all(|k| walk.beside(k))
        || !(is_participle(walk, verb))
        || walk.is(verb, &["got", "been", "born"])
    {
        return None;
    }
    if (sentence.start.max(at.saturating_sub(10))..at)
        .any(|k| walk.is(k, BEFORE) || walk.classes(k).has(Classes::MODAL) && walk.low(k).ends_with("n't"))
    {
        return None;
    }
    let time = past_time(walk, verb, sentence.end)?;
    let lemma = lemma::verb(&walk.low(verb), Form::Participle)?;
    let kept: Vec<String> = adverbs.filter(|&k| !walk.is(k, &["not"])).map(|k| format!("{} ", walk.raw(k))).collect();
    let kept = kept.concat();
    let participle = walk.raw(verb);
    let text = match (been, negative, third) {
        (true, true, true) => format!("was not {kept}{participle}"),
        (true, true, false) => format!("were not {kept}{participle}"),
        (true, false, true) => format!("was {kept}{participle}"),
        (true, false, false) => format!("were {kept}{participle}"),
        (false, true, _) => format!("did not {kept}{lemma}"),
        (false, false, _) => format!("{kept}{}", past_of(&lemma, participle)),
    };
    let range = walk.bytes(at, verb);
    let (found, time) = (&walk.text[range.clone()], &walk.text[time]);
    let message = format!("perfect with a past date (\"{time}\"): write \"{text}\", not \"{found}\"");
    let evidence = "the perfect tells the past in German, Dutch, French and Italian; English tells what is over and dated in the simple past";
    Some(Draft::new(segment, range, message, evidence.to_owned()).write(text, Safety::Likely))
}

/// The past of a verb; where it has two, the one spelled like the participle that was found.
fn past_of(lemma: &str, participle: &str) -> String {
    let alike = inflect::forms(lemma).into_iter().any(|(form, word)| form == Form::Past && word == participle);
    if alike { participle.to_owned() } else { inflect::inflect(lemma, Form::Past) }
}

fn is_participle(walk: &Walk<'_>, at: usize) -> bool {
    walk.word(at).is_some_and(|word| word.shape == Shape::Lower) && walk.classes(at).has(Classes::PARTICIPLE)
}

/// The bytes of a time that is over, at most nine words after the verb.
fn past_time(walk: &Walk<'_>, verb: usize, end: usize) -> Option<Range<usize>> {
    for at in verb + 1..end.min(verb + 11) {
        if !walk.beside(at) {
            return None;
        }
        if let Some(last) = time_ends(walk, at) {
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
        if walk.is(at, BARRIERS) {
            return None;
        }
    }
    None
}

/// The last word of a past time that starts at a place.
fn time_ends(walk: &Walk<'_>, at: usize) -> Option<usize> {
    let day = |k: usize| {
        walk.classes(k).has(Classes::WEEKDAY)
            && walk.word(k).is_some_and(|w| w.is_capital())
            && !walk.low(k).ends_with('s')
    };
    let year = |k: usize| {
        let word = walk.raw(k);
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit())
    };
    let month = |k: usize| walk.classes(k).has(Classes::MONTH) && walk.word(k).is_some_and(|w| w.is_capital());
    match walk.raw(at) {
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

/// "since three years": for.
fn since(walk: &Walk<'_>, segment: usize, sentence: &Range<usize>, at: usize) -> Option<Draft> {
    if walk.raw(at) != "since" {
        return None;
    }
    let mut number = at + 1;
    while number < at + 3
        && walk.is(number, &["about", "almost", "more", "than", "over", "nearly", "around", "some"])
        && !walk.classes(number).has(Classes::NUMBER)
    {
        number += 1;
    }
    let span = walk.is(
        number,
        &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "several", "many"],
    ) || walk.raw(number).len() < 3 && walk.word(number).is_some_and(|word| word.shape == Shape::Number);
    let unit = number + 1;
    let later = ["old", "ago", "before", "earlier", "later", "since", "after", "in", "of", "when"];
    let fits = span
        && walk.is(unit, &["minutes", "hours", "days", "weeks", "months", "years", "decades"])
        && (at + 1..=unit).all(|k| walk.beside(k));
    if !fits || walk.beside(unit + 1) && unit + 1 < sentence.end && walk.is(unit + 1, &later) {
        return None;
    }
    let range = walk.bytes(at, at);
    let evidence = "German seit, French depuis, Italian da, Dutch sinds take a span of time; English takes for";
    Some(
        Draft::new(segment, range, "write \"for\" with a span of time, not \"since\"".to_owned(), evidence.to_owned())
            .write("for", Safety::Likely),
    )
}

/// What one goes on doing: verbs whose present with "since" and a year is a calque.
const LASTING: [&str; 10] =
    ["living", "working", "staying", "residing", "serving", "studying", "waiting", "teaching", "sitting", "hiding"];

/// "is living here since 2019": has been living. "the first … since 2019" says nothing of the verb and is left alone.
fn present_since(walk: &Walk<'_>, segment: usize, sentence: &Range<usize>, at: usize) -> Option<Draft> {
    let have = match walk.raw(at) {
        "is" => "has",
        "are" => "have",
        _ => return None,
    };
    let verb = (at + 1..at + 3).find(|verb| *verb < sentence.end && walk.is(*verb, &LASTING))?;
    let since = (verb + 1..(verb + 5).min(sentence.end)).find(|since| walk.raw(*since) == "since")?;
    let year = walk.raw(since + 1).parse::<u32>().is_ok_and(|year| (1900..=2100).contains(&year));
    let plain = (at + 1..=since).all(|k| walk.beside(k))
        && !(verb + 1..since).any(|k| walk.is(k, &["first", "only", "last", "best", "worst", "for", "to"]));
    if since + 1 >= sentence.end || !year || !plain {
        return None;
    }
    let range = walk.bytes(at, at);
    let evidence = "Dutch sinds, German seit, French depuis take the present; English takes the perfect";
    let message = format!("what began then and goes on: write \"{have} been\", not \"{}\"", walk.raw(at));
    Some(Draft::new(segment, range, message, evidence.to_owned()).write(format!("{have} been"), Safety::Likely))
}
