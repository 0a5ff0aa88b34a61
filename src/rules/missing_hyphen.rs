//! Compounds before a noun without the hyphens that join them: a five year plan, a 25 year old man, a well known singer.

use std::sync::LazyLock;

use crate::english::classes::Classes;
use crate::english::numerals;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::cues;
use crate::rules::walk::Walk;
use crate::rules::words::Words;
use crate::scales::{Level, Safety};
use crate::text::keys::Keys;
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "missing-hyphen",
    group: Group::Mechanics,
    level: Level::Hint,
    tier: Tier::Stable,
    mqm: "fluency/spelling",
    page: include_str!("missing_hyphen.md"),
    check,
};

/// Units in the singular: after a number of two or more only a compound has them so.
static UNITS: Words = Words::named("missing-hyphen units");
/// What may follow the unit inside the compound.
const MEASURES: &[&str] = &["old", "long", "wide", "high", "tall", "deep", "thick"];
/// Number words from two on.
static NUMBERS: LazyLock<Keys> = LazyLock::new(|| Keys::of(numerals::words_from_two()));
/// What opens the noun group; without one of these the figure may stand alone ("in 2020 day care").
const OPENERS: &[&str] = &["a", "an", "the", "his", "her", "its", "their", "this", "that", "another", "every", "each"];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for at in context.cues[segment].places(1..reading.words.len(), cues::FIGURE.or(cues::COMPOUND)) {
            if let Some(draft) = compound(&walk, segment, at).or_else(|| pair(&walk, segment, at)) {
                findings.add(draft);
            }
        }
    }
}

/// Pairs that a hyphen joins before a noun.
const PAIRS: &[(&str, &[&str])] = &[
    ("well", &["known", "founded", "established", "deserved", "paid"]),
    ("best", &["selling"]),
    ("long", &["term", "awaited", "standing", "lasting", "distance", "range"]),
    ("short", &["term", "lived"]),
    ("world", &["famous", "renowned"]),
    ("high", &["ranking", "tech", "speed", "profile"]),
    ("low", &["cost"]),
    ("state", &["owned", "run", "funded"]),
    ("so", &["called"]),
    ("self", &["proclaimed", "styled", "employed"]),
    ("middle", &["aged"]),
    ("part", &["time"]),
    ("full", &["time"]),
    ("hard", &["working", "earned"]),
];

/// The words that may open a compound.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    numerals::words_from_two().chain(PAIRS.iter().map(|(first, _)| *first)).chain(["one", "then"])
}

/// `a well known singer`, `her then husband`.
fn pair(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let first = walk.raw(at);
    let small = |at: usize| walk.word(at).is_some_and(|word| word.shape == Shape::Lower);
    if first == "then" {
        let owned = walk.is(at - 1, &["his", "her", "their"]) && walk.spaced(at) && walk.spaced(at + 1);
        let person = walk.is(
            at + 1,
            &["husband", "wife", "boyfriend", "girlfriend", "partner", "fiance", "boss", "lawyer", "manager", "coach"],
        );
        return (owned && person)
            .then(|| joined(walk, segment, at, at + 1, "\"then\" before an office or kin is part of one word"));
    }
    let (_, seconds) = PAIRS.iter().find(|(known, _)| *known == first)?;
    let opened =
        walk.is(at - 1, OPENERS) || walk.is(at - 1, &["most", "very", "of", "with", "some", "many", "several"]);
    let classes = walk.classes(at + 2);
    let noun = small(at + 2)
        && classes.has(Classes::ANY_NOUN)
        && !classes.has(
            Classes::PREPOSITION
                .and(Classes::CONJUNCTION)
                .and(Classes::SUBORDINATOR)
                .and(Classes::AUXILIARY)
                .and(Classes::DETERMINER)
                .and(Classes::ADVERB),
        );
    let fits = seconds.contains(&walk.raw(at + 1)) && opened && (at..=at + 2).all(|at| walk.spaced(at)) && noun;
    fits.then(|| joined(walk, segment, at, at + 1, "hyphens join the words of a description before what they describe"))
}

fn joined(walk: &Walk<'_>, segment: usize, first: usize, last: usize, evidence: &str) -> Draft {
    let words: Vec<&str> = (first..=last).map(|at| walk.raw(at)).collect();
    let write = words.join("-");
    let message = format!("write \"{write}\", not \"{}\"", &walk.text[walk.bytes(first, last)]);
    Draft::new(segment, walk.bytes(first, last), message, evidence.to_owned()).write(write, Safety::Likely)
}

/// The number at a place with its unit and, mostly, the noun after it.
fn compound(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let word = walk.word(at)?;
    let raw = walk.raw(at);
    let number_word = NUMBERS.has(walk.reading.keys[at]);
    if word.shape != Shape::Number && !number_word && !raw.eq_ignore_ascii_case("one") {
        return None;
    }
    let unit = walk.word(at + 1)?;
    if !matches!(unit.gap, Gap::Space | Gap::Hyphen) || !UNITS.contains(unit.of(walk.text)) {
        return None;
    }
    let figure = word.shape == Shape::Number && raw.len() < 6 && raw.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let year = figure && raw.len() == 4 && (raw.starts_with("19") || raw.starts_with("20"));
    let one = raw == "1" || &*walk.low(at) == "one";
    if !(figure || number_word || one) || year {
        return None;
    }
    let before = walk.text[..word.start as usize].chars().next_back();
    if matches!(before, Some('$' | '€' | '£' | '-' | '–' | '/' | '#')) || word.gap == Gap::Hyphen {
        return None;
    }
    let next = |at: usize| walk.word(at).filter(|word| matches!(word.gap, Gap::Space | Gap::Hyphen));
    let measure = next(at + 2).is_some_and(|word| MEASURES.contains(&word.of(walk.text)));
    let last = if measure { at + 2 } else { at + 1 };
    let hyphened = |at: usize| walk.word(at).is_some_and(|word| word.gap == Gap::Hyphen);
    // "a ten-year long war" is half joined, and many papers leave it so; only ages are joined to the end.
    if (at + 1..=last).all(hyphened) || (at + 1..=last).any(hyphened) && walk.raw(last) != "old" {
        return None;
    }
    let opened =
        at > 0 && walk.beside(at) && (walk.is(at - 1, OPENERS) || walk.classes(at - 1).has(Classes::POSSESSIVE));
    let noun = next(last + 1).filter(|word| word.gap == Gap::Space);
    let follows = noun.is_some_and(|word| {
        word.shape == Shape::Lower && {
            let classes = walk.classes(last + 1);
            classes.has(Classes::ANY_NOUN.and(Classes::ADJECTIVE))
                && !classes.has(
                    Classes::PREPOSITION
                        .and(Classes::CONJUNCTION)
                        .and(Classes::SUBORDINATOR)
                        .and(Classes::AUXILIARY)
                        .and(Classes::DETERMINER),
                )
        }
    });
    let old = measure && walk.raw(last) == "old";
    // "the 41 year old announced": the compound is the noun.
    let alone = old && opened;
    // "one year old" as a predicate stays; a singular number needs the article and the noun.
    let fits = if one {
        measure
            && follows
            && at > 0
            && (opened && walk.raw(at - 1) != "the"
                || walk.is(at - 1, &["with", "of", "from", "by", "in", "under", "into"]))
    } else {
        alone || follows && (opened || measure || figure)
    };
    let predicate = at > 0 && measure && !opened && walk.classes(at - 1).has(Classes::AUXILIARY);
    if !fits || predicate || !measure && walk.is(at + 1, &["second", "foot", "pound", "room", "story"]) && !opened {
        return None;
    }
    let mut write = format!("{raw}-{}", unit.of(walk.text));
    if measure {
        write = format!("{write}-{}", walk.raw(last));
    }
    let message = format!("write \"{write}\", not \"{}\"", &walk.text[walk.bytes(at, last)]);
    let evidence = "hyphens join a number and its unit before what they describe".to_owned();
    Some(Draft::new(segment, walk.bytes(at, last), message, evidence).write(write, Safety::Likely))
}
