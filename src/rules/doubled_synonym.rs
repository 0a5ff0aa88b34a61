//! One word on both sides of "and" or "of": two words of the original that fell into one English word.

use crate::english::classes::Classes;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::walk::Walk;
use crate::rules::words::Words;
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "doubled-synonym",
    group: Group::Phrases,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "accuracy/mistranslation",
    page: include_str!("doubled_synonym.md"),
    check,
};

/// Words that English sets on both sides of "and" or "of" for weight ("again and again", "the best of the best").
static FOR_WEIGHT: Words = Words::named("doubled-synonym for-weight");

/// Letters of the shortest word that is judged.
const SHORTEST: usize = 4;
/// Letters of the shortest adjective that is judged in a list without "and": "an old, old man" is meant.
const SHORTEST_LISTED: usize = 7;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for at in 0..reading.keys.len() {
            let Some((length, last)) = again(&walk, at).map(|last| (1, last)).or_else(|| pair_again(&walk, at)) else {
                continue;
            };
            let range = walk.bytes(at, last);
            let word = &text[walk.bytes(at, at + length - 1)];
            let message =
                format!("\"{word}\" twice: write it once, or find a second word for what the original says beside it");
            let evidence = "two words of the original that the machine knows one English word for".to_owned();
            findings.add(Draft::new(segment, range, message, evidence).write(word, Safety::Choice));
        }
    }
}

/// The place of the second of two equal words, when the first stands at `at`.
fn again(walk: &Walk<'_>, at: usize) -> Option<usize> {
    let keys = &walk.reading.keys;
    let same = |other: usize| keys.get(other) == Some(&keys[at]);
    let last = if same(at + 2) {
        at + 2
    } else if same(at + 1) {
        return listed(walk, at);
    } else if same(at + 3) && walk.raw(at + 2) == "the" {
        at + 3
    } else {
        return None;
    };
    let of = match walk.raw(at + 1) {
        "and" | "or" if last == at + 2 => false,
        "of" => true,
        _ => return None,
    };
    let spaced = (at + 1..=last).all(|k| walk.spaced(k));
    let small = walk.word(at)?.shape == Shape::Lower && walk.word(last)?.shape == Shape::Lower;
    if !spaced || !small || !is_meant_once(walk, at) || hyphened(walk, at, last) {
        return None;
    }
    (if of { is_lone_noun(walk, at) } else { !means_two_things(walk, at, last) }).then_some(last)
}

/// "mutual benefit and mutual benefit": an adjective or noun and its noun, with nothing behind that the second belongs to. Two
/// words, and the place of the last.
fn pair_again(walk: &Walk<'_>, at: usize) -> Option<(usize, usize)> {
    let keys = &walk.reading.keys;
    let last = at + 4;
    let same = |k: usize| keys.get(k).is_some_and(|key| *key == keys[k - 3]);
    if !same(at + 3) || !same(last) || !matches!(walk.raw(at + 2), "and" | "or") {
        return None;
    }
    let small = (at..=last).all(|k| walk.word(k).is_some_and(|word| word.shape == Shape::Lower));
    let first = walk.classes(at);
    let led = first.has(Classes::DETERMINER | Classes::POSSESSIVE | Classes::PREPOSITION | Classes::COMPARATIVE);
    let pair = first.has(Classes::ADJECTIVE | Classes::ANY_NOUN) && !led && walk.classes(at + 1).has(Classes::ANY_NOUN);
    let open =
        walk.spaced(last + 1) && !walk.is(last + 1, &["and", "in", "at", "on", "are", "is", "were", "was", "to"]);
    let range = walk.bytes(at, last);
    let spaced = (at + 1..=last).all(|k| walk.spaced(k));
    (small && spaced && pair && !open && !walk.quoted(&range) && !hyphened(walk, at, last)).then_some((2, last))
}

/// "an open, inclusive, inclusive market": an adjective twice in a list.
fn listed(walk: &Walk<'_>, at: usize) -> Option<usize> {
    let last = at + 1;
    let (first, second) = (walk.word(at)?, walk.word(last)?);
    let listed = second.gap == Gap::Comma
        && first.shape == Shape::Lower
        && second.shape == Shape::Lower
        && (first.gap == Gap::Comma || walk.word(last + 1)?.gap == Gap::Comma || walk.raw(last + 1) == "and");
    let adjective = walk.classes(at).has(Classes::ADJECTIVE) && walk.raw(at).len() >= SHORTEST_LISTED;
    let range = walk.bytes(at, last);
    (listed && adjective && !walk.quoted(&range) && !hyphened(walk, at, last)).then_some(last)
}

/// A noun, an adjective or an adverb that nobody doubles for weight, as one doubles comparatives, verbs and amounts.
fn is_meant_once(walk: &Walk<'_>, at: usize) -> bool {
    let classes = walk.classes(at);
    let doubled = Classes::COMPARATIVE
        | Classes::SUPERLATIVE
        | Classes::PAST
        | Classes::NUMBER
        | Classes::TIME_UNIT
        | Classes::WEEKDAY
        | Classes::PREPOSITION
        | Classes::SUBORDINATOR
        | Classes::DETERMINER
        | Classes::MODAL
        | Classes::AUXILIARY;
    walk.raw(at).len() >= SHORTEST
        && classes.has(Classes::ANY_NOUN | Classes::ADJECTIVE | Classes::ADVERB)
        && !classes.has(doubled)
        && !walk.is(at, &FOR_WEIGHT)
}

/// "the nature of nature": a noun in the singular that no other noun opens.
fn is_lone_noun(walk: &Walk<'_>, at: usize) -> bool {
    let classes = walk.classes(at);
    classes.has(Classes::NOUN) && !classes.has(Classes::ADJECTIVE | Classes::ADVERB) && walk.raw(at).len() > SHORTEST
}

/// "meat and meat products", "war crimes and crimes against peace": each of the two words belongs to other words.
fn means_two_things(walk: &Walk<'_>, at: usize, last: usize) -> bool {
    let noun = walk.classes(at).has(Classes::ANY_NOUN) && !walk.classes(at).has(Classes::ADJECTIVE);
    let Some(next) = walk.word(last + 1).filter(|next| matches!(next.gap, Gap::Space | Gap::Hyphen)) else {
        return false;
    };
    let after = walk.classes(last + 1);
    let compound = after.has(Classes::ANY_NOUN | Classes::ING) || next.is_capital();
    // "the old building and building a new one"
    let made = walk.classes(at).has(Classes::ING) && after.has(Classes::DETERMINER | Classes::POSSESSIVE);
    let linked =
        after.has(Classes::PREPOSITION | Classes::SUBORDINATOR) || walk.is(last + 1, &["that", "who", "which"]);
    let before = if walk.beside(at) && at > 0 { walk.classes(at - 1) } else { Classes::NONE };
    let opened = before.has(Classes::ANY_NOUN | Classes::ADJECTIVE) && !before.has(Classes::DETERMINER);
    let several = walk.classes(at).has(Classes::PLURAL) && walk.raw(last + 1) == "of";
    made || noun && (compound || linked && (opened || several))
}

/// True when a hyphen ties one of the words to another.
fn hyphened(walk: &Walk<'_>, at: usize, last: usize) -> bool {
    walk.word(at).is_some_and(|word| word.gap == Gap::Hyphen)
        || walk.word(last + 1).is_some_and(|word| matches!(word.gap, Gap::Hyphen | Gap::Joined))
}
