//! Tenses carried over: the perfect with a past date, "since" with a span of time, the present of what began long ago.

mod time;

use std::ops::Range;

use crate::english::classes::Classes;
use crate::english::inflect::{self, Form};
use crate::english::lemma;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::cues;
use crate::rules::walk::Walk;
use crate::rules::words::Words;
use crate::scales::{Level, Safety};
use crate::text::words::Shape;

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

/// Words before the perfect that give it another sense.
static BEFORE: Words = Words::named("tense-calque before");

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for sentence in &reading.sentences {
            for at in context.cues[segment].places(sentence.clone(), cues::TENSE) {
                let draft = match text.as_bytes()[reading.words[at].start as usize] {
                    b'h' => perfect(&walk, segment, sentence, at),
                    b's' => since(&walk, segment, sentence, at).or_else(|| lasting_since(&walk, segment, sentence, at)),
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
        .any(|k| walk.is(k, &BEFORE) || walk.classes(k).has(Classes::MODAL) && walk.low(k).ends_with("n't"))
    {
        return None;
    }
    let time = time::after(walk, verb, sentence.end).or_else(|| time::before(walk, sentence, at))?;
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
        &[
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty",
            "forty", "fifty", "several", "many",
        ],
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

/// The verbs of [`LASTING`] in the present, with their participles.
const PRESENT: [(&str, &str, &str); 7] = [
    ("lives", "live", "lived"),
    ("works", "work", "worked"),
    ("serves", "serve", "served"),
    ("resides", "reside", "resided"),
    ("teaches", "teach", "taught"),
    ("studies", "study", "studied"),
    ("leads", "lead", "led"),
];

/// "he lives here since 2015": has lived. The subject is a pronoun, or a name before the third person.
fn lasting_since(walk: &Walk<'_>, segment: usize, sentence: &Range<usize>, at: usize) -> Option<Draft> {
    let year = walk.raw(at + 1).parse::<u32>().is_ok_and(|year| (1900..=2100).contains(&year));
    if walk.raw(at) != "since" || at + 1 >= sentence.end || !year {
        return None;
    }
    let verb = (sentence.start + 1..at).rev().take(6).find_map(|verb| {
        let raw = walk.raw(verb);
        let several = walk.is(verb - 1, &["they", "we", "i", "you", "who"]);
        let one = walk.is(verb - 1, &["he", "she", "it", "who"]) || verb > sentence.start && walk.capital(verb - 1);
        PRESENT.iter().find_map(|(third, base, participle)| {
            let form = if raw == *third && one {
                format!("has {participle}")
            } else if raw == *base && several {
                format!("have {participle}")
            } else {
                return None;
            };
            Some((verb, form))
        })
    });
    let (verb, write) = verb?;
    let plain = (verb..=at).all(|k| walk.beside(k))
        && !(verb + 1..at).any(|k| {
            walk.is(k, &["first", "only", "last", "best", "worst", "for", "to", "who", "that", "which", "and", "but"])
        });
    if !plain || walk.quoted(&walk.bytes(verb, verb)) {
        return None;
    }
    let range = walk.bytes(verb, verb);
    let evidence = "Dutch sinds, German seit, French depuis take the present; English takes the perfect";
    let message = format!("what began then and goes on: write \"{write}\", not \"{}\"", walk.raw(verb));
    Some(Draft::new(segment, range, message, evidence.to_owned()).write(write, Safety::Likely))
}

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
