//! A headline in the past: "Minister presided over a forum" for "Minister presides over a forum".

use crate::english::inflect::{self, Form};
use crate::english::lemma;
use crate::english::tag::Tag;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::walk::{self, Walk};
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "headline-tense",
    group: Group::Mechanics,
    level: Level::Hint,
    tier: Tier::Stable,
    mqm: "fluency/grammar",
    page: include_str!("headline_tense.md"),
    check,
};

/// Words of the longest headline.
const LONGEST: usize = 30;
/// Words before the verb that make it part of a question or of a clause.
const CLAUSE: &[&str] =
    &["why", "how", "when", "what", "who", "which", "where", "that", "if", "after", "before", "since", "while", "as"];
/// Words of what is long over.
const OVER: &[&str] = &["ago", "yesterday", "last", "once", "never", "years"];
/// What stands after a verb that has an object.
const OBJECT: &[&str] = &["a", "an", "the", "his", "her", "its", "their", "no", "another"];

/// The past of verbs that take no object, and are no adjectives.
const INTRANSITIVE: &[&str] = &[
    "appeared",
    "apologised",
    "apologized",
    "arrived",
    "collapsed",
    "demonstrated",
    "died",
    "disappeared",
    "emerged",
    "erupted",
    "exploded",
    "fainted",
    "happened",
    "marched",
    "occurred",
    "protested",
    "rallied",
    "resigned",
    "rioted",
    "vanished",
];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut paragraphs = context.paragraphs().filter(|(_, _, reading)| !reading.words.is_empty());
    let Some((segment, text, reading)) = paragraphs.next() else { return };
    let stands_over = paragraphs.any(|(_, text, _)| walk::is_body(text));
    if !stands_over || walk::is_body(text) || reading.words.len() > LONGEST || reading.sentences.len() > 1 {
        return;
    }
    let walk = Walk { text, reading };
    let words = 0..reading.words.len();
    if words.clone().any(|at| walk.is(at, OVER) || is_year(walk.raw(at))) {
        return;
    }
    let tags = walk.tags(words);
    let finite = |tag: &Tag| tag.is_verb() && !matches!(tag, Tag::Ing | Tag::Base);
    let Some(verb) = tags.iter().position(finite).filter(|verb| *verb > 0) else { return };
    let subject = tags[verb - 1].is_noun() || walk.is(verb - 1, &["someone", "nobody"]);
    let word = &reading.words[verb];
    if word.shape != Shape::Lower || word.gap != Gap::Space || !subject || (0..verb).any(|at| walk.is(at, CLAUSE)) {
        return;
    }
    let Some((last, lemma)) = past(&walk, &tags, verb).or_else(|| perfect(&walk, &tags, verb)) else { return };
    let range = walk.bytes(verb, last);
    if walk.quoted(&range) {
        return;
    }
    let several = match walk.raw(verb) {
        "has" => false,
        "have" => true,
        _ => {
            tags[verb - 1] == Tag::PluralNoun
                || (0..verb).any(|at| walk.is(at, &["and"]))
                || walk.is(verb - 1, &["police", "people"])
        }
    };
    let write = inflect::inflect(&lemma, if several { Form::Base } else { Form::ThirdPerson });
    let message =
        format!("headlines tell the news in the present: write \"{write}\", not \"{}\"", &text[range.clone()]);
    let evidence = "Russian, Polish and Chinese headlines stand in the past, German ones in the perfect".to_owned();
    findings.add(Draft::new(segment, range, message, evidence).write(write, Safety::Choice));
}

/// The verb "published" before its object, or "took": its last word and its lemma.
fn past(walk: &Walk<'_>, tags: &[Tag], verb: usize) -> Option<(usize, String)> {
    let raw = walk.raw(verb);
    if tags[verb] != Tag::Past || walk.word(verb + 1)?.gap != Gap::Space {
        return None;
    }
    let lemma = lemma::verb(raw, Form::Past).filter(|lemma| lemma != raw)?;
    // "Ship seized in the bay" is a passive without its verb; "took" and "seized the" are not.
    let plain = inflect::inflect(&lemma, Form::Participle) != raw && !walk.is(verb, &["was", "were", "did"]);
    let presides = raw == "presided" && walk.raw(verb + 1) == "over";
    // What takes no object has no passive: "Thousands protested in the square".
    let happens = INTRANSITIVE.contains(&raw);
    (plain || happens || walk.is(verb + 1, OBJECT) || presides).then_some((verb, lemma))
}

/// "has published": its last word and the lemma of the participle.
fn perfect(walk: &Walk<'_>, tags: &[Tag], verb: usize) -> Option<(usize, String)> {
    let last = verb + 1;
    let active = walk.is(verb, &["has", "have"])
        && *tags.get(last)? == Tag::Participle
        && walk.beside(last)
        // What lasted is no news of the day: "has served on the board".
        && !walk.is(last, &["been", "got", "served", "worked", "lived", "known"]);
    Some((last, lemma::verb(walk.raw(last), Form::Participle).filter(|_| active)?))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}
