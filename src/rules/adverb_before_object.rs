//! An adverb, a day or a phrase between the verb and its object, as Romance and Slavic languages set it: he explained clearly the rules.

pub(super) mod phrase;

use std::ops::Range;

use crate::english::classes::Classes;
use crate::english::tag::Tag;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::cues;
use crate::rules::walk::{self, Walk};
use crate::rules::words::Words;
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "adverb-before-object",
    group: Group::Mechanics,
    level: Level::Hint,
    tier: Tier::Stable,
    mqm: "fluency/grammar",
    page: include_str!("adverb_before_object.md"),
    check,
};

/// Adverbs that belong to the noun after them ("played only a minor role") or to the whole clause.
static OF_THE_NOUN: Words = Words::named("adverb-before-object of-the-noun");
/// Verbs that take no object, or a clause: what follows their adverb is a subject or a measure.
static NO_OBJECT: Words = Words::named("adverb-before-object no-object");
/// What follows an object's determiner when the words are a time or a measure.
static TIMES: Words = Words::named("adverb-before-object times");

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for sentence in &reading.sentences {
            if sentence.len() > walk::LONGEST {
                continue;
            }
            let mut tags: Option<Vec<Tag>> = None;
            let cues = &context.cues[segment];
            for at in cues.places(sentence.clone(), cues::ADVERB.or(cues::TRANSITIVE)) {
                let verb = Some(at).filter(|at| cues.at(*at, cues::TRANSITIVE));
                let phrase = verb.and_then(|verb| phrase::candidate(&walk, verb, sentence));
                if let Some(object) = phrase.filter(|_| adverb(&walk, at + 1, sentence).is_none()) {
                    let tags = tags.get_or_insert_with(|| walk.tags(sentence.clone()));
                    phrase::judged(&walk, segment, at, object, sentence, tags)
                        .into_iter()
                        .for_each(|draft| findings.add(draft));
                }
                if at == sentence.start {
                    continue;
                }
                if let Some(last) = adverb(&walk, at, sentence) {
                    let tags = tags.get_or_insert_with(|| walk.tags(sentence.clone()));
                    if let Some(draft) = judged(&walk, segment, at, last, sentence, tags) {
                        findings.add(draft);
                    }
                }
            }
        }
    }
}

/// The last word of an adverb that starts at a place, when a determiner follows it.
fn adverb(walk: &Walk<'_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let word = walk.word(at)?;
    if word.gap != Gap::Space {
        return None;
    }
    let raw = word.of(walk.text);
    let manner = word.shape == Shape::Lower && raw.len() > 5 && raw.ends_with("ly") && !OF_THE_NOUN.contains(raw);
    let last = if manner || matches!(raw, "yesterday" | "today" | "again" | "tomorrow") {
        at
    } else if raw == "on" && walk.classes(at + 1).has(Classes::WEEKDAY) && walk.word(at + 1)?.gap == Gap::Space {
        at + 1
    } else {
        return None;
    };
    let determiner = matches!(
        walk.raw(last + 1),
        "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this" | "these" | "our" | "my" | "your"
    );
    let near =
        last + 2 < sentence.end && walk.word(last + 1)?.gap == Gap::Space && walk.word(last + 2)?.gap == Gap::Space;
    (determiner && near).then_some(last)
}

fn judged(
    walk: &Walk<'_>,
    segment: usize,
    at: usize,
    last: usize,
    sentence: &Range<usize>,
    tags: &[Tag],
) -> Option<Draft> {
    let tag = |at: usize| tags.get(at.wrapping_sub(sentence.start)).copied();
    let verb = at - 1;
    let base = matches!(tag(verb)?, Tag::Base | Tag::Present | Tag::ThirdPerson | Tag::Past);
    let active = tag(verb)? == Tag::Participle
        && (sentence.start..verb).rev().take(3).any(|at| walk.is(at, &["has", "have", "had", "having"]))
        && !(sentence.start..verb).rev().take(2).any(|at| walk.is(at, &["been", "be", "was", "were", "is", "are"]));
    if !(base || active) || walk.word(verb)?.shape != Shape::Lower || !walk.classes(verb).has(Classes::VERB) {
        return None;
    }
    if walk.classes(verb).has(Classes::AUXILIARY.and(Classes::MODAL))
        || crate::english::lemma::readings(walk.raw(verb))
            .iter()
            .any(|reading| NO_OBJECT.contains(reading.lemma.as_str()))
    {
        return None;
    }
    // The object's own noun, near the determiner, and no subject of another clause: no verb right after it.
    let noun = (last + 2..(last + 6).min(sentence.end)).find(|&at| tag(at).is_some_and(Tag::is_noun))?;
    let end = (noun..sentence.end).find(|&at| !tag(at).is_some_and(Tag::is_noun)).unwrap_or(sentence.end);
    let clause = tag(end)
        .is_some_and(|tag| matches!(tag, Tag::ThirdPerson | Tag::Past | Tag::Present | Tag::Modal) && walk.spaced(end));
    let close =
        (last + 2..noun).all(|at| walk.word(at).is_some_and(|word| word.gap != Gap::Break && word.gap != Gap::Comma));
    if clause
        || !close
        || walk.is(last + 2, &TIMES)
        || walk.is(noun, &TIMES)
        || walk.is(last + 1, &["this"]) && walk.is(last + 2, &["year"])
    {
        return None;
    }
    // "the meeting on Friday the 13th"
    if last > at && walk.word(last + 2).is_some_and(|word| word.shape == Shape::Number) {
        return None;
    }
    let range = walk.bytes(verb, last);
    let write = format!("{} {}", &walk.text[walk.bytes(at, last)], walk.raw(verb));
    let message =
        format!("nothing stands between a verb and its object: write \"{write}\", or set it after the object");
    let evidence = "French, Spanish, Italian and Slavic languages set adverbs before the object".to_owned();
    Some(Draft::new(segment, range, message, evidence).write(write, Safety::Choice))
}
