//! Two whole sentences joined by nothing but a comma, as Dutch, German, Russian and Chinese may.

pub(super) mod noun;
mod words;

use std::ops::Range;

use crate::english::classes::Classes;
use crate::english::tag::Tag;
use crate::glossary::suggestion::Suggestion;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::comma_splice::words::{
    ADVERBS, CLAUSES, CONTRACTIONS, LEANING, LINKS, OPENERS, PRONOUNS, SAYING, SUBORDINATORS, TRAILING,
};
use crate::rules::walk::{LONGEST, Walk};
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "comma-splice",
    group: Group::Mechanics,
    level: Level::Hint,
    tier: Tier::Stable,
    mqm: "fluency/punctuation",
    page: include_str!("comma_splice.md"),
    check,
};

const EVIDENCE: &str = "a comma may join two main clauses in Dutch, German, Russian or Chinese; English wants a semicolon, a full stop, a conjunction or who/which";

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        let mut tagged = Tagged::default();
        for at in 1..reading.words.len().saturating_sub(1) {
            if reading.words[at].gap == Gap::Comma {
                let draft = match opening(&walk, at) {
                    Some(opening) => judged(&walk, &mut tagged, segment, at, opening),
                    None => noun::judged(&walk, &context.cues[segment], &mut tagged, segment, at),
                };
                draft.into_iter().for_each(|draft| findings.add(draft));
            }
        }
    }
}

/// The tags of the sentence that was asked for last: a sentence has several commas.
#[derive(Default)]
struct Tagged {
    sentence: std::ops::Range<usize>,
    tags: Vec<Tag>,
}

impl Tagged {
    fn of(&mut self, walk: &Walk<'_>, sentence: &std::ops::Range<usize>) -> &[Tag] {
        if self.sentence != *sentence {
            self.tags = walk.tags(sentence.clone());
            self.sentence.clone_from(sentence);
        }
        &self.tags
    }
}

/// The pronoun and the verb with which a second sentence opens.
struct Opening {
    pronoun: usize,
    verb: usize,
}

fn opening(walk: &Walk<'_>, at: usize) -> Option<Opening> {
    let pronoun = if walk.is(at, &LINKS) { at + 1 } else { at };
    let word = walk.word(pronoun)?;
    if pronoun > at && word.gap != Gap::Space || word.shape != Shape::Lower && walk.raw(pronoun) != "I" {
        return None;
    }
    if walk.is(pronoun, &CONTRACTIONS) {
        return Some(Opening { pronoun, verb: pronoun });
    }
    if !walk.is(pronoun, &PRONOUNS) {
        return None;
    }
    let mut verb = pronoun + 1;
    while verb < pronoun + 3 && walk.is(verb, &ADVERBS) && walk.beside(verb) {
        verb += 1;
    }
    let word = walk.word(verb)?;
    if word.shape == Shape::Possessive {
        return (verb == pronoun + 1).then_some(Opening { pronoun, verb });
    }
    if word.gap != Gap::Space || word.shape != Shape::Lower {
        return None;
    }
    let classes = walk.classes(verb);
    let auxiliary = classes.has(Classes::AUXILIARY | Classes::MODAL)
        && !walk.is(verb, &["be", "been", "being", "having", "done", "doing"]);
    let determiner = walk.is(pronoun, &["this", "these", "there"]);
    let finite = auxiliary || (!determiner && classes.has(Classes::PAST | Classes::THIRD_PERSON));
    finite.then_some(Opening { pronoun, verb })
}

fn judged(walk: &Walk<'_>, tagged: &mut Tagged, segment: usize, at: usize, opening: Opening) -> Option<Draft> {
    let sentence = walk.reading.sentence_of(at);
    let range = walk.word(at - 1)?.end as usize..walk.word(opening.pronoun)?.end as usize;
    if sentence.start >= at || sentence.len() > LONGEST || walk.quoted(&range) || !plain_end(walk, at - 1) {
        return None;
    }
    let start = (sentence.start + 1..at).rev().find(|&k| walk.parted(k)).unwrap_or(sentence.start);
    if at - start < 3
        || second_is_aside(walk, &opening, sentence.end)
        || contrast(walk, sentence.start, at, &opening)
        || question(walk, &opening, sentence.end)
    {
        return None;
    }
    let tags = tagged.of(walk, &sentence);
    let finite =
        |k: usize| matches!(tags[k - sentence.start], Tag::Present | Tag::ThirdPerson | Tag::Past | Tag::Modal);
    if !(start..at).any(finite) || fronted(walk, sentence.start, start, at, &finite) {
        return None;
    }
    let pronoun = &walk.text[walk.word(at)?.start as usize..range.end];
    let capital = crate::english::case::capitalised(pronoun);
    let mut texts = vec![format!("; {pronoun}"), format!(". {capital}"), format!(", and {pronoun}")];
    if walk.is(at, &["he", "she"])
        && opening.verb > opening.pronoun
        && ends_with_person(walk, at - 1, tags, sentence.start)
    {
        texts.insert(0, ", who".to_owned());
    }
    Some(draft(segment, range, texts))
}

/// The finding for a comma and the word after it, with what may stand there.
fn draft(segment: usize, range: Range<usize>, texts: Vec<String>) -> Draft {
    let message = format!("comma splice: two sentences joined by a comma, write \"{}\" or \"{}\"", texts[0], texts[1]);
    let mut draft = Draft::new(segment, range.clone(), message, EVIDENCE.to_owned());
    draft.suggestions = texts.into_iter().map(|text| Suggestion::new(range.clone(), text)).collect();
    draft.safety = Safety::Choice;
    draft
}

/// False after words that end an aside: "yes, it is", "in fact, he was", "he said, he would".
fn plain_end(walk: &Walk<'_>, last: usize) -> bool {
    !walk.is(
        last,
        &[
            "yes", "no", "way", "course", "fact", "end", "time", "rate", "addition", "reason", "moment", "hand",
            "then", "however", "years", "ago",
        ],
    ) && !walk.is(last, &SAYING)
}

/// True when the stretch before the comma is no sentence of its own but opens or frames the one after it.
fn fronted(walk: &Walk<'_>, first: usize, start: usize, end: usize, finite: &impl Fn(usize) -> bool) -> bool {
    let opener = walk.low(start);
    let opens = |word: &str| SUBORDINATORS.contains(word) || OPENERS.contains(word);
    if opens(&opener) || opener.ends_with("ing") {
        return true;
    }
    // A clause that opens the sentence or a part of it further left still leans on what comes.
    let mut parts = (first..start).filter(|&k| k == first || walk.parted(k));
    if parts.any(|k| {
        walk.is(k, &SUBORDINATORS) || walk.is(k, &["and", "but", "or", "that", "for"]) && walk.is(k + 1, &SUBORDINATORS)
    }) {
        return true;
    }
    // "The day I was freed, I was …"
    if walk.is(start, &["the", "every"])
        && walk.is(
            start + 1,
            &[
                "day", "time", "moment", "instant", "year", "minute", "more", "less", "first", "last", "night", "week",
                "only", "next",
            ],
        )
    {
        return true;
    }
    for k in start..end {
        // "We know of it and, working with others, we act."
        let takes_along = walk.is(k, &["and", "but"]) && walk.low(k + 1).ends_with("ing");
        if takes_along && !(k + 1..end).any(finite)
            || walk.is(k, &LEANING) && !trails(walk, k, start..end, finite)
            || walk.is(k, &["in", "due"]) && walk.is(k + 1, &["order", "to"]) && walk.low(k) == "due"
        {
            return true;
        }
        if walk.low(k) == "the" && k + 1 < end && walk.classes(k + 1).has(Classes::COMPARATIVE) {
            return true;
        }
    }
    let Some(clause) = (start..end).find(|&k| walk.is(k, &CLAUSES)) else {
        return false;
    };
    if !(start..clause).any(finite) {
        return true;
    }
    let needs_verb = !walk.is(clause, &["as", "than"]);
    needs_verb && (!(clause + 1..end).any(finite) || opens(&walk.low(clause + 1)))
}

/// True for a word of time that only ends the clause around it: "she sang during the storm", with no verb after it.
fn trails(walk: &Walk<'_>, at: usize, clause: Range<usize>, finite: &impl Fn(usize) -> bool) -> bool {
    walk.is(at, &TRAILING)
        && at > clause.start
        && walk.spaced(at)
        && !walk.is(at - 1, &CLAUSES)
        && !walk.is(at - 1, &SAYING)
        && !walk.classes(at - 1).has(Classes::CONJUNCTION)
        && (clause.start..at).any(finite)
        && !(at + 1..clause.end).any(finite)
}

/// True when what follows the comma is an aside ("he said", "it seems") or the middle of a row of three.
fn second_is_aside(walk: &Walk<'_>, opening: &Opening, end: usize) -> bool {
    // "…, he enthuses."
    let verb = walk.classes(opening.verb);
    if opening.verb + 1 == end && verb.has(Classes::THIRD_PERSON) && !verb.has(Classes::AUXILIARY) {
        return true;
    }
    let mut k = opening.pronoun + 1;
    while k < end && k < opening.verb + 3 && (k <= opening.verb || walk.beside(k)) {
        if walk.is(k, &SAYING) {
            return true;
        }
        k += 1;
    }
    let next = (opening.verb + 1..end).find(|&k| walk.parted(k));
    next.is_some_and(|k| {
        let aside = k <= opening.verb + 1;
        aside
            || walk.reading.words[k].gap == Gap::Comma
                && (walk.is(k, &["and", "or", "but"]) && walk.is(k + 1, &PRONOUNS)
                    || walk.is(k, &PRONOUNS) && walk.low(k) == walk.low(opening.pronoun))
    })
}

/// "It is not a crisis, it is a chance": English allows a comma between the two halves of a contrast.
fn contrast(walk: &Walk<'_>, first: usize, at: usize, opening: &Opening) -> bool {
    let negative = (first..at).any(|k| {
        let word = walk.low(k);
        matches!(&*word, "not" | "never" | "nothing" | "cannot" | "no" | "more" | "less" | "longer" | "none" | "nobody")
            || word.ends_with("n't")
    });
    if !negative {
        return false;
    }
    let is = walk.is(opening.verb, &["is", "are", "was", "were", "'s"])
        || CONTRACTIONS[..3].contains(&&*walk.low(opening.verb));
    walk.is(opening.pronoun, &["it"]) || is
}

/// A tag question or the end of one: "He knew, didn't he?"
fn question(walk: &Walk<'_>, opening: &Opening, end: usize) -> bool {
    let last = walk.reading.words[end - 1].end as usize;
    end - opening.verb < 6 && walk.after(last).starts_with('?')
}

/// True when the clause ends with a person whom "who" can take up: the one by whom something was done, or a title and a name.
fn ends_with_person(walk: &Walk<'_>, last: usize, tags: &[Tag], offset: usize) -> bool {
    if !walk.reading.words[last].is_capital() {
        return false;
    }
    let mut first = last;
    while first > offset && walk.reading.words[first - 1].is_capital() && walk.beside(first) {
        first -= 1;
    }
    if first == offset {
        return false;
    }
    let before = first - 1;
    let agent = walk.is(before, &["by"]) && (offset..before).rev().take(3).any(|k| tags[k - offset] == Tag::Participle);
    agent || walk.classes(before).has(Classes::TITLE) || walk.classes(first).has(Classes::TITLE) && first < last
}
