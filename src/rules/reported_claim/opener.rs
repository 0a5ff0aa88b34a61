//! "It is noted that …": an opener that names no source, and talks told by an unquoted "we".

use std::ops::Range;

use crate::english::case;
use crate::rule::{Context, Draft, Findings};
use crate::rules::cues;
use crate::rules::walk::{Walk, is_body};
use crate::scales::Safety;
use crate::text::reading::Reading;
use crate::text::words::Gap;

/// Participles of an opener: "it is noted that".
const NOTED: &[&str] = &[
    "noted",
    "specified",
    "reported",
    "emphasised",
    "emphasized",
    "stressed",
    "indicated",
    "clarified",
    "known",
    "informed",
    "underlined",
    "recalled",
    "mentioned",
    "learned",
    "learnt",
    "added",
    "stated",
    "said",
    "alleged",
    "claimed",
];
/// Those of them that say nothing even after words of time: "in July, it was reported that" stands in English papers.
const EMPTY: &[&str] = &[
    "noted",
    "specified",
    "emphasised",
    "emphasized",
    "stressed",
    "indicated",
    "clarified",
    "underlined",
    "recalled",
    "mentioned",
    "added",
    "stated",
    "said",
];
const AGAIN: &[&str] = &["also", "further", "separately", "additionally", "previously", "earlier"];
const IDIOMS: &[(&str, &str)] = &[
    ("ru", "отмечается, сообщается, напомним"),
    ("uk", "зазначається, повідомляється, нагадаємо"),
    ("tr", "belirtildi, öğrenildi (-miş)"),
    ("zh", "据悉"),
    ("pl", "jak podano"),
];

pub(super) fn check(
    context: &Context<'_>,
    findings: &mut Findings<'_>,
    segment: usize,
    walk: &Walk<'_>,
    sentence: &Range<usize>,
) {
    reference(context, findings, segment, walk, sentence);
    inside(context, findings, segment, walk, sentence);
    let start = sentence.start;
    let Some(next) = end_of_opener(walk, start).filter(|&next| next < sentence.end) else {
        return;
    };
    let range = walk.bytes(start, next);
    if walk.quoted(&range) || !is_body(walk.text) {
        return;
    }
    let text = case::capitalised(walk.raw(next));
    let opener = walk.text[walk.bytes(start, next - 1)].to_owned();
    let original = super::idioms(context, IDIOMS);
    let message = format!("an opener that names no source: take out \"{opener}\", or say who said so");
    let evidence = format!("agency habit of the original: {original}");
    findings.add(Draft { original, ..Draft::new(segment, range, message, evidence).write(text, Safety::Likely) });
}

/// `In the north, it is stated that schools stay shut`: the same opener after the first words of a sentence.
fn inside(
    context: &Context<'_>,
    findings: &mut Findings<'_>,
    segment: usize,
    walk: &Walk<'_>,
    sentence: &Range<usize>,
) {
    let introduced = sentence.start + 1..sentence.end.min(sentence.start + INTRODUCED);
    for at in context.cues[segment].places(introduced, cues::IT) {
        let opens = walk.raw(at) == "it"
            && walk.word(at).is_some_and(|word| word.gap == Gap::Comma)
            && walk.is(at + 1, &["is", "was"]);
        if !opens {
            continue;
        }
        let Some(end) = noted_that(walk, at + 1)
            .filter(|&end| walk.is(end, &["that"]) && walk.beside(end) && walk.is(end - 1, EMPTY))
        else {
            continue;
        };
        let range = walk.reading.words[at - 1].end as usize..walk.reading.words[end].end as usize;
        // Earlier, it was reported that: heard at the start of the sentence.
        if end + 1 >= sentence.end || walk.quoted(&range) || !is_body(walk.text) || walk.is(end + 1, &["it"]) {
            return;
        }
        let found = &walk.text[walk.bytes(at, end)];
        let message = format!("a phrase that names no source: take out \"{found}\", or say who said so");
        let original = super::idioms(context, IDIOMS);
        let evidence = format!("agency habit of the original: {original}");
        findings.add(Draft { original, ..Draft::new(segment, range, message, evidence).write(",", Safety::Choice) });
        return;
    }
}

/// Words before "it is stated that" that only say where or when.
const INTRODUCED: usize = 14;

/// The first word after an opener, when the sentence starts with one.
fn end_of_opener(walk: &Walk<'_>, start: usize) -> Option<usize> {
    let joined = |first: usize, last: usize| (first + 1..=last).all(|k| walk.beside(k));
    let that = |at: usize| (joined(start, at) && walk.is(at, &["that"]) && walk.beside(at + 1)).then_some(at + 1);
    let mut at = start + 1;
    match &*walk.low(start) {
        "it" | "this" => {
            if walk.follow(at, &["should", "be"])
                && walk.is(at + 2, &["noted", "recalled", "added", "reminded", "emphasized", "emphasised", "stressed"])
            {
                return that(at + 3);
            }
            if walk.follow(at, &["is", "worth"])
                && walk.is(
                    at + 2,
                    &["noting", "recalling", "mentioning", "adding", "reminding", "emphasizing", "emphasising"],
                )
            {
                return that(at + 3);
            }
            if walk.follow(at, &["became", "known"]) {
                return that(at + 2);
            }
            noted_that(walk, at).and_then(that)
        }
        "earlier" | "previously" | "recently" | "later" | "also" if walk.is(at, &["it"]) => {
            at += 1;
            let end = if walk.follow(at, &["became", "known"]) { at + 2 } else { noted_that(walk, at)? };
            (walk.is(end, &["that"]) && walk.beside(end + 1)).then_some(end + 1)
        }
        "as" => {
            if walk.follow(at, &["you", "know"]) || walk.follow(at, &["a", "reminder"]) {
                return walk.parted(at + 2).then_some(at + 2);
            }
            at += usize::from(walk.is(at, &["it"]));
            at += if walk.follow(at, &["has", "been"]) { 2 } else { usize::from(walk.is(at, &["was", "is"])) };
            if !walk.is(at, &["noted", "reported", "known", "stated", "specified"]) {
                return None;
            }
            at += 1 + usize::from(walk.is(at + 1, &["earlier", "before"]));
            (joined(start, at - 1) && walk.parted(at)).then_some(at)
        }
        "recall" => that(at),
        "let" | "let's" => {
            at += usize::from(walk.is(at, &["us", "'s"]));
            walk.is(at, &["recall"]).then(|| that(at + 1))?
        }
        "we" => {
            at += usize::from(walk.is(at, &["will"]));
            if !walk.is(at, &["remind", "recall"]) {
                return None;
            }
            at += 1 + usize::from(walk.is(at + 1, &["you"]));
            that(at).or_else(|| (joined(start, at - 1) && walk.parted(at)).then_some(at))
        }
        _ => None,
    }
}

/// The word after "is noted", "has also been reported": where "that" must stand.
fn noted_that(walk: &Walk<'_>, mut at: usize) -> Option<usize> {
    if walk.is(at, &["has", "had"]) {
        at += 1 + usize::from(walk.is(at + 1, AGAIN));
        at += usize::from(walk.is(at, &["been"]));
    } else if walk.is(at, &["is", "was"]) {
        at += 1;
    } else {
        return None;
    }
    at += usize::from(walk.is(at, AGAIN));
    walk.is(at, NOTED).then_some(at + 1)
}

/// "reports TASS with reference to the ministry": citing.
fn reference(
    context: &Context<'_>,
    findings: &mut Findings<'_>,
    segment: usize,
    walk: &Walk<'_>,
    sentence: &Range<usize>,
) {
    const SAYING: &[&str] = &[
        "reports",
        "reported",
        "report",
        "writes",
        "wrote",
        "informs",
        "informed",
        "said",
        "says",
        "told",
        "notes",
        "noted",
        "transmits",
        "broadcasts",
        "states",
        "stated",
        "announced",
    ];
    for at in context.cues[segment].places(sentence.clone(), cues::WITH) {
        if walk.raw(at) != "with" || !walk.follow(at, &["with", "reference", "to"]) || at == sentence.start {
            continue;
        }
        let source = walk.word(at + 3).is_some_and(crate::text::words::Word::is_capital)
            || walk
                .is(at + 3, &["the", "a", "an", "its", "his", "her", "their", "data", "local", "official", "police"])
            || walk.is(
                at + 3,
                &[
                    "sources",
                    "officials",
                    "authorities",
                    "media",
                    "witnesses",
                    "eyewitnesses",
                    "prosecutors",
                    "documents",
                ],
            );
        if !source || !(sentence.start..at).rev().take(12).any(|k| walk.is(k, SAYING)) {
            continue;
        }
        let from = walk.reading.words[at - 1].end as usize;
        let range = from..walk.reading.words[at + 2].end as usize;
        let message = "write \"citing\", not \"with reference to\"".to_owned();
        findings.add(
            Draft::new(segment, range, message, "Russian со ссылкой на, Ukrainian з посиланням на: citing".to_owned())
                .write(", citing", Safety::Likely),
        );
    }
}

/// Three or more sentences that open with an unquoted "We" in an article that quotes little and has no "I": a
/// report of talks in the speakers' own words, as Chinese agencies write it.
pub(super) fn speakers_we(context: &Context<'_>, findings: &mut Findings<'_>, running: &[bool]) {
    let entities = |text: &str, reading: &Reading| match reading.bytes.any(b"&") {
        true => text.matches("&quot;").count(),
        false => 0,
    };
    let marks: usize =
        context.paragraphs().map(|(_, text, reading)| reading.marks.len() + entities(text, reading)).sum();
    if marks > 6 {
        return;
    }
    let mut found = Vec::new();
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for sentence in &reading.sentences {
            if walk.raw(sentence.start) == "I" && !running[segment] {
                return;
            }
            for at in context.cues[segment].places(sentence.clone(), cues::WE) {
                if !matches!(walk.raw(at), "We" | "we") {
                    continue;
                }
                let range = walk.bytes(at, at);
                let opens = at == sentence.start || text[..range.start].ends_with("; ");
                let next = walk.word(at + 1).is_some_and(|word| word.shape == crate::text::words::Shape::Lower);
                if opens && next && !walk.quoted(&range) && !running[segment] {
                    found.push((segment, range));
                }
            }
        }
    }
    if found.len() < 3 {
        return;
    }
    for (segment, range) in found {
        let message = "an unquoted \"we\" makes the paper speak for those it reports on: say who, or quote".to_owned();
        let evidence = "opens three sentences or more of an article that quotes nobody; Chinese agencies print talks in the speakers' own words".to_owned();
        findings.add(Draft::new(segment, range, message, evidence));
    }
}
