//! A splice whose second sentence opens with a noun: "Two were detained, one was injured."

use crate::english::classes::Classes;
use crate::english::tag::Tag;
use crate::glossary::suggestion::Suggestion;
use crate::rule::Draft;
use crate::rules::comma_splice::words::{CLAUSES, LEANING, OPENERS, SAYING, SUBORDINATORS};
use crate::rules::walk::{LONGEST, Walk};
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// Words that open the noun phrase.
const DETERMINERS: &[&str] = &[
    "the",
    "a",
    "an",
    "his",
    "her",
    "their",
    "its",
    "our",
    "my",
    "another",
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
];
/// Finite forms that are no participle and no noun.
const FINITE: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "must", "may", "might",
    "cannot", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "won't", "can't", "did", "does", "didn't",
    "doesn't", "remains", "became", "remained", "began", "went", "came", "fell", "rose", "took",
];

/// The finding at a comma, when the stretch before it is the whole sentence so far and the next words are a short noun phrase and its verb.
pub(super) fn judged(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    if walk.word(at)?.shape != Shape::Lower || !walk.is(at, DETERMINERS) {
        return None;
    }
    let verb = (at + 1..at + 5).find(|&k| walk.is(k, FINITE))?;
    if !(at + 1..=verb).all(|k| walk.beside(k))
        || (at..verb).any(|k| {
            walk.is(k, CLAUSES)
                || walk.classes(k).has(Classes::SUBJECT | Classes::COMPARATIVE) && k > at
                || walk.is(k, &["hopes", "says"])
                || walk.is(k, &["of", "and", "or", "in", "to", "only"])
        })
    {
        return None;
    }
    let sentence = walk.reading.sentence_of(at);
    let first = sentence.start;
    if at < first + 4
        || sentence.len() > LONGEST
        || (first + 1..at).any(|k| matches!(walk.reading.words[k].gap, Gap::Comma | Gap::Break))
    {
        return None;
    }
    let opener = walk.low(first);
    let leans = |k: usize| {
        let word = walk.low(k);
        [SUBORDINATORS, NEGATIONS, CLAUSES, LEANING, SAYING].iter().any(|list| list.contains(&&*word))
            || word.ends_with("n't")
    };
    if OPENERS.contains(&&*opener)
        || opener.ends_with("ing")
        || opener.ends_with("ed")
        || opener.ends_with("ly")
        || (first..at).any(leans)
    {
        return None;
    }
    let tags = walk.tags(sentence.clone());
    let finite = |k: usize| matches!(tags[k - first], Tag::Present | Tag::ThirdPerson | Tag::Past | Tag::Modal);
    let subject = (first + 1..at).find(|&k| finite(k))?;
    if subject + 1 >= at && !walk.classes(subject).has(Classes::VERB) {
        return None;
    }
    // A row of clauses, or a clause set inside another.
    let after = verb + 1..sentence.end;
    if after.clone().any(|k| walk.reading.words[k].gap == Gap::Comma)
        || after.clone().any(|k| walk.is(k, SAYING) || walk.is(k, &["convinced", "certain", "confident"]))
    {
        return None;
    }
    let range = walk.word(at - 1)?.end as usize..walk.word(at)?.end as usize;
    let last = walk.word(sentence.end - 1)?.end as usize;
    if walk.quoted(&range) || walk.after(last).starts_with('?') {
        return None;
    }
    let word = walk.raw(at);
    let texts =
        [format!("; {word}"), format!(", and {word}"), format!(". {}", crate::english::case::capitalised(word))];
    let message = format!("comma splice: two sentences joined by a comma, write \"{}\" or \"{}\"", texts[0], texts[1]);
    let mut draft = Draft::new(segment, range.clone(), message, super::EVIDENCE.to_owned());
    draft.suggestions = texts.into_iter().map(|text| Suggestion { range: range.clone(), text }).collect();
    draft.safety = Safety::Choice;
    draft.level = Some(Level::Hint);
    Some(draft)
}

/// Negations: "not a crisis, a chance" and its like.
const NEGATIONS: &[&str] = &["not", "never", "no", "neither", "nor", "either", "more", "less", "only", "yes"];
