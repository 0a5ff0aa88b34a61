//! A phrase of place or time between the verb and its object: she presented at the congress a report.

use std::ops::Range;

use crate::english::classes::Classes;
use crate::english::inflect;
use crate::english::lemma::Class;
use crate::english::tag::Tag;
use crate::rule::Draft;
use crate::rules::adverb_before_object::TIMES;
use crate::rules::walk::Walk;
use crate::rules::words::Words;
use crate::scales::Safety;
use crate::text::words::Shape;

/// Verbs of news that take an object and seldom stand without it.
static TRANSITIVE: Words = Words::named("adverb-before-object transitive");
/// Prepositions that may open such a phrase.
const PREPOSITIONS: &[&str] = &["in", "at", "on", "to", "from", "with", "for", "through", "during", "after", "before"];
/// Nouns of set phrases, which English does put before the object: "have at their disposal a fund".
const SET: &[&str] = &["disposal", "end", "fore", "heart", "mind", "hand", "hands", "place", "same", "table"];
/// Phrases that may stand in a row.
const ROW: usize = 3;
/// Words of one noun phrase.
const LONGEST: usize = 6;

/// The verbs in all their forms.
pub(in crate::rules) fn verbs() -> Vec<String> {
    let forms = TRANSITIVE.iter().flat_map(inflect::forms);
    forms.filter(|(form, _)| form.class() == Class::Verb).map(|(_, word)| word).collect()
}

/// The phrases after the transitive verb at a place and the first word of what follows them, when that is a determiner; words alone
/// are asked, no tags.
pub(super) fn candidate(walk: &Walk<'_>, verb: usize, sentence: &Range<usize>) -> Option<usize> {
    let opens = |at: usize| walk.spaced(at) && PREPOSITIONS.contains(&walk.raw(at));
    if !opens(verb + 1) || walk.word(verb)?.shape != Shape::Lower {
        return None;
    }
    let (mut at, mut named) = (verb + 1, false);
    for _ in 0..ROW {
        let first = at + 1 + usize::from(is_determiner(walk, at + 1));
        named |= first > at + 1;
        let mut end = first;
        while end < (first + LONGEST).min(sentence.end) && walk.spaced(end) && is_of_noun_phrase(walk, end) {
            named |= walk.word(end)?.is_capital() || walk.word(end)?.shape == Shape::Number;
            end += 1;
        }
        if end == first || walk.is(end - 1, SET) || walk.is(end - 1, &TIMES) && !walk.word(end - 1)?.is_capital() {
            return None;
        }
        if is_object(walk, end) && end + 1 < sentence.end {
            return named.then_some(end);
        }
        if !(opens(end) || walk.raw(end) == "of" && walk.spaced(end)) {
            return None;
        }
        at = end;
    }
    None
}

/// The finding for a verb whose object starts at `object`.
pub(super) fn judged(
    walk: &Walk<'_>,
    segment: usize,
    verb: usize,
    object: usize,
    sentence: &Range<usize>,
    tags: &[Tag],
) -> Option<Draft> {
    let tag = |at: usize| tags.get(at.wrapping_sub(sentence.start)).copied();
    let active = matches!(tag(verb)?, Tag::Base | Tag::Present | Tag::ThirdPerson | Tag::Past | Tag::Ing);
    if !active || !tag(object - 1)?.is_noun() {
        return None;
    }
    let mut end = noun_phrase(walk, object, sentence, tags)?;
    while walk.raw(end) == "of" && walk.spaced(end) {
        end = noun_phrase(walk, end + 1, sentence, tags)?;
    }
    // "in the city the mayor visited", "the week before": a clause or a time, no object.
    let goes_on = end < sentence.end && walk.spaced(end);
    let clause = goes_on
        && tag(end).is_some_and(|tag| {
            matches!(tag, Tag::ThirdPerson | Tag::Past | Tag::Present | Tag::Modal | Tag::Pronoun | Tag::Genitive)
        });
    if clause || (object..end).any(|at| walk.is(at, &TIMES)) {
        return None;
    }
    let range = walk.bytes(verb, end - 1);
    let (phrase, thing) = (&walk.text[walk.bytes(verb + 1, object - 1)], &walk.text[walk.bytes(object, end - 1)]);
    let write = format!("{} {thing} {phrase}", walk.raw(verb));
    let message = format!("nothing stands between a verb and its object: set \"{phrase}\" after it, or open with it");
    let evidence = "French, Spanish, Italian and Slavic languages set place and time before the object".to_owned();
    Some(Draft::new(segment, range, message, evidence).write(write, Safety::Choice))
}

/// The place behind a noun phrase that starts at `first`, a determiner included.
fn noun_phrase(walk: &Walk<'_>, first: usize, sentence: &Range<usize>, tags: &[Tag]) -> Option<usize> {
    let tag = |at: usize| tags.get(at.wrapping_sub(sentence.start)).copied();
    let start = first + usize::from(is_determiner(walk, first));
    let fits = |at: usize| {
        at < sentence.end
            && walk.spaced(at)
            && tag(at).is_some_and(|tag| {
                tag.is_noun() || matches!(tag, Tag::Adjective | Tag::Number | Tag::Comparative | Tag::Superlative)
            })
    };
    let end = (start..start + LONGEST).find(|at| !fits(*at))?;
    (end > start && tag(end - 1)?.is_noun()).then_some(end)
}

fn is_of_noun_phrase(walk: &Walk<'_>, at: usize) -> bool {
    let classes = walk.classes(at);
    let capital = walk.word(at).is_some_and(crate::text::words::Word::is_capital);
    (capital || classes.has(Classes::ANY_NOUN | Classes::ADJECTIVE | Classes::NUMBER))
        && !classes.has(Classes::DETERMINER | Classes::PREPOSITION | Classes::SUBJECT | Classes::SUBORDINATOR)
}

fn is_determiner(walk: &Walk<'_>, at: usize) -> bool {
    matches!(walk.raw(at), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this" | "our")
}

fn is_object(walk: &Walk<'_>, at: usize) -> bool {
    walk.spaced(at) && matches!(walk.raw(at), "the" | "a" | "an" | "his" | "its" | "their")
}
