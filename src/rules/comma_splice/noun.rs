//! A splice whose second sentence opens with a noun: "Two were detained, one was injured."

use std::ops::Range;

use crate::english::classes::Classes;
use crate::english::tag::Tag;
use crate::rule::{Cues, Draft};
use crate::rules::comma_splice::Tagged;
use crate::rules::comma_splice::words::{CLAUSES, LEANING, NEGATIONS, OPENERS, SAYING, SUBORDINATORS, TRAILING};
use crate::rules::cues;
use crate::rules::walk::{LONGEST, Walk};
use crate::rules::words::Words;
use crate::scales::Level;
use crate::text::words::{Gap, Shape};

/// Finite forms that are no participle and no noun.
pub(in crate::rules) static FINITE: Words = Words::named("comma-splice finite");
/// Pronouns and numbers that are a subject by themselves.
const ALONE: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "some",
    "many",
    "several",
    "most",
    "others",
    "nobody",
    "everyone",
    "everything",
    "everybody",
    "nothing",
    "someone",
    "somebody",
    "those",
    "another",
];
/// What tells that the second clause names a source: "…, polls have shown", "…, the paper was informed".
const TOLD: &[&str] = &[
    "convinced",
    "certain",
    "confident",
    "hopes",
    "shown",
    "found",
    "informed",
    "inform",
    "learned",
    "learnt",
    "describes",
    "suggest",
    "indicate",
    "showed",
    "understood",
];
/// Verbs whose participle keeps an object: "a Frenchman elected the head of the league".
const NAMING: &[&str] = &[
    "elected",
    "considered",
    "named",
    "called",
    "appointed",
    "given",
    "awarded",
    "offered",
    "dubbed",
    "crowned",
    "quoted",
    "paid",
    "shown",
    "made",
    "described",
];
/// Words that open no subject of a clause of its own.
const NO_SUBJECT: &[&str] = &["which", "that", "what", "whose", "all", "both", "either", "neither", "no"];
/// Prepositions of a phrase that may open the sentence.
const PHRASES: &[&str] = &["in", "on", "at", "for", "during", "after", "by", "from"];
/// Words of the longest subject.
const SUBJECT: usize = 8;

/// The finding at a comma, when the stretch before it is the whole sentence so far and the next words are a noun phrase and its verb.
pub(super) fn judged(walk: &Walk<'_>, cues: &Cues, tagged: &mut Tagged, segment: usize, at: usize) -> Option<Draft> {
    let sentence = walk.reading.sentence_of(at);
    let subject = at + 1..sentence.end.min(at + SUBJECT + 1);
    let mut run = subject.take_while(|&k| walk.beside(k));
    if sentence.len() > LONGEST || walk.is(at, NO_SUBJECT) || !run.any(|k| may_be_finite(walk, cues, k)) {
        return None;
    }
    let first = first_words(walk, cues, sentence.start, at)?;
    let tags = tagged.of(walk, &sentence);
    let tag = |k: usize| tags.get(k.wrapping_sub(sentence.start)).copied().unwrap_or(Tag::Other);
    let verb = verb_of_subject(walk, at, sentence.end, &tag)?;
    if !holds_whole_clauses(walk, first, at, &tag) || !is_last(walk, verb, sentence.end, &tag) {
        return None;
    }
    let range = walk.word(at - 1)?.end as usize..walk.word(at)?.end as usize;
    let last = walk.word(sentence.end - 1)?.end as usize;
    if walk.quoted(&range) || walk.after(last).starts_with('?') {
        return None;
    }
    let word = walk.raw(at);
    let capital = crate::english::case::capitalised(word);
    let texts = vec![format!("; {word}"), format!(", and {word}"), format!(". {capital}")];
    Some(Draft { level: Some(Level::Hint), ..super::draft(segment, range, texts) })
}

/// Whether a word may be the verb of a subject: the cheap question before the sentence is tagged.
fn may_be_finite(walk: &Walk<'_>, cues: &Cues, at: usize) -> bool {
    if cues.at(at, cues::FINITE) {
        return true;
    }
    let classes = walk.classes(at);
    let verb = classes.has(Classes::VERB) || classes.is_empty();
    classes.has(Classes::PAST) || verb && !classes.has(Classes::ANY_NOUN | Classes::ADJECTIVE)
}

/// A verb that can stand with a subject.
fn is_finite(tag: Tag) -> bool {
    matches!(tag, Tag::Present | Tag::ThirdPerson | Tag::Past | Tag::Modal)
}

/// The lists of words by which a clause leans on another, or that open no clause of its own.
pub(in crate::rules) static LEANS: [&Words; 6] = [&SUBORDINATORS, &NEGATIONS, &LEANING, &SAYING, &CLAUSES, &OPENERS];

/// The first word of the clause that ends at the comma: the sentence's own, the one after "said that", "but" or a
/// phrase such as "In Lyon,". None when the clause leans on what follows.
fn first_words(walk: &Walk<'_>, cues: &Cues, start: usize, at: usize) -> Option<usize> {
    let mut first = start;
    if let Some(that) = (first + 1..at).find(|&k| walk.raw(k) == "that" && walk.is(k - 1, &SAYING)) {
        if (start..that).any(|k| walk.parted(k) && k > start || walk.is(k, &SUBORDINATORS)) {
            return None;
        }
        first = that + 1;
    }
    if let Some(comma) = (first + 1..at).find(|&k| walk.parted(k)) {
        let phrase = walk.is(first, PHRASES) && comma < first + 8;
        let turn = walk.raw(comma) == "but" && walk.classes(comma + 1).has(Classes::SUBJECT | Classes::DETERMINER);
        if !(phrase || turn)
            || phrase && (first + 1..comma).any(|k| cues.at(k, cues::FINITE) || walk.classes(k).has(Classes::SUBJECT))
        {
            return None;
        }
        first = comma + usize::from(turn);
    }
    let opener = walk.low(first);
    let leans = |k: usize| {
        if walk.parted(k) && k > first {
            return true;
        }
        // What is not listed may still end in n't.
        if !cues.at(k, cues::LEANING) && !walk.raw(k).ends_with(['t', 'T']) {
            return false;
        }
        let word = walk.low(k);
        [&SUBORDINATORS, &NEGATIONS, &LEANING, &SAYING].iter().any(|list| list.contains(&word))
            && (k == first || word != "where" && !TRAILING.contains(&word))
            || k == first && [&CLAUSES, &OPENERS].iter().any(|list| list.contains(&word))
            || word.ends_with("n't")
    };
    // "Having …", "Built in 1900 …", "in the end, …", "and in Lyon, …"
    let open_ended = opener.ends_with("ing")
        || opener.ends_with("ed")
        || opener.ends_with("ly")
        || walk.is(at - 1, &["end"]) && walk.is(at - 2, &["the"])
        || (first + 1..at).any(|k| walk.is(k, &["and", "but"]) && walk.is(k + 1, PHRASES));
    (at >= first + 4 && !open_ended && !(first..at).any(leans)).then_some(first)
}

/// True when a clause set inside ("who", "where", "that") has a verb of its own, and the one around it has one before.
fn holds_whole_clauses(walk: &Walk<'_>, first: usize, at: usize, tag: &impl Fn(usize) -> Tag) -> bool {
    let finite = |words: Range<usize>| words.clone().any(|k| is_finite(tag(k)));
    let verb = |k: usize| is_finite(tag(k));
    if (first + 1..at).any(|k| walk.is(k, &TRAILING) && !super::trails(walk, k, first..at, &verb)) {
        return false;
    }
    let mut opened = first + 1..at;
    match opened.find(|&k| walk.is(k, &CLAUSES) || walk.is(k, &["where"])) {
        Some(inner) => {
            finite(first + 1..inner)
                && finite(inner + 1..at)
                && !walk.is(inner + 1, &OPENERS)
                && !(inner + 1..at).any(|k| walk.is(k, &CLAUSES))
        }
        None => finite(first + 1..at),
    }
}

/// The verb of the noun phrase that starts at a place, where it can be nothing but a finite verb.
fn verb_of_subject(walk: &Walk<'_>, at: usize, end: usize, tag: &impl Fn(usize) -> Tag) -> Option<usize> {
    let more = walk.is(at, &["more", "less", "fewer"]) && walk.is(at + 1, &["than"]) && walk.beside(at + 1);
    let opens = more
        || walk.is(at, ALONE)
        || walk.classes(at).has(Classes::DETERMINER | Classes::POSSESSIVE)
        || matches!(tag(at), Tag::PluralNoun | Tag::Number | Tag::Name)
        || tag(at) == Tag::Adjective && walk.word(at)?.shape == Shape::Lower;
    let row = tag(at) == Tag::Adjective && tag(at - 1) == Tag::Adjective;
    if !opens || row {
        return None;
    }
    let mut k = if more { at + 2 } else { at };
    let mut head: Option<usize> = None;
    while k < end.min(at + SUBJECT) {
        if k > at && !walk.beside(k) {
            return None;
        }
        let joins = k > at && head == Some(k - 1) && walk.is(k, &["of", "and", "in", "for", "from"]);
        // "a fact the host forgot": the second determiner opens a clause of its own.
        if head == Some(k.wrapping_sub(1)) && matches!(tag(k), Tag::Determiner | Tag::Possessive) {
            return None;
        }
        match tag(k) {
            Tag::Noun | Tag::PluralNoun | Tag::Name => head = Some(k),
            _ if walk.is(k, ALONE) && k == at => head = Some(k),
            Tag::Adjective | Tag::Number | Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Superlative => {}
            Tag::Adverb if head == Some(k - 1) => head = Some(k),
            _ if joins => {}
            _ => break,
        }
        k += 1;
    }
    if head? + 1 != k || k >= end || !walk.beside(k) || walk.is(k, &SAYING) || walk.word(k)?.shape != Shape::Lower {
        return None;
    }
    let classes = walk.classes(k);
    let certain = walk.is(k, &FINITE);
    let name = walk.word(at)?.is_capital();
    let plain = match tag(k) {
        Tag::Past => classes.has(Classes::PAST) && (!classes.has(Classes::PARTICIPLE) || has_object(walk, k, tag)),
        Tag::Present | Tag::ThirdPerson => !classes.has(Classes::ANY_NOUN | Classes::ADJECTIVE),
        _ => false,
    };
    let comparison = walk.low(at) == "the" && walk.classes(at + 1).has(Classes::COMPARATIVE);
    ((certain || plain && !name) && !comparison).then_some(k)
}

/// True when an object follows the verb, as none follows a participle: "the guards closed the gate".
fn has_object(walk: &Walk<'_>, verb: usize, tag: &impl Fn(usize) -> Tag) -> bool {
    walk.spaced(verb + 1)
        && matches!(tag(verb + 1), Tag::Determiner | Tag::Possessive | Tag::Pronoun)
        && !walk.is(verb, NAMING)
        && !(verb + 2..verb + 5).any(|k| walk.classes(k).has(Classes::TIME_UNIT | Classes::WEEKDAY | Classes::MONTH))
        && !walk.classes(verb + 1).has(Classes::WEEKDAY | Classes::MONTH)
}

/// False when what follows the verb makes the two clauses part of a row, or the second one an aside.
fn is_last(walk: &Walk<'_>, verb: usize, end: usize, tag: &impl Fn(usize) -> Tag) -> bool {
    let said = |k: usize| walk.is(k, &SAYING) || walk.is(k, TOLD);
    if (verb + 1..end).any(said) {
        return false;
    }
    match (verb + 1..end).find(|&k| walk.parted(k)) {
        Some(next) => {
            next > verb + 2
                && matches!(tag(next), Tag::Preposition | Tag::Relative | Tag::Ing)
                && !(next..end).any(|k| walk.reading.words[k].gap == Gap::Comma && k > next)
        }
        None => true,
    }
}
