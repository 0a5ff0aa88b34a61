//! "He would have received 80 percent": a conditional that in the original says only that others claim it.

use std::ops::Range;

use crate::english::classes::Classes;
use crate::english::inflect::{self, Form};
use crate::english::lemma;
use crate::rule::{Context, Draft, Findings};
use crate::rules::cues;
use crate::rules::reported_claim::words::{
    CLAIM, CLAIMS, CONDITIONS, DUTIES, EVENTS, HARM, RECKONED, RUMOUR, SHOULD, SOFT_OF_CLAIM, SOFT_OF_DUTY, WOULD,
};
use crate::rules::walk::Walk;
use crate::scales::{Level, Safety};

pub(super) fn check(
    context: &Context<'_>,
    findings: &mut Findings<'_>,
    segment: usize,
    walk: &Walk<'_>,
    sentence: &Range<usize>,
) {
    for at in context.cues[segment].places(sentence.clone(), cues::MODAL) {
        let modal = walk.raw(at);
        if !matches!(modal, "would" | "should") || !walk.beside(at) {
            continue;
        }
        let mut have = at + 1;
        while have < at + 3 && (walk.is(have, &["already", "also"]) || walk.low(have).ends_with("ly")) {
            have += 1;
        }
        if walk.raw(have) != "have" {
            continue;
        }
        let been = walk.raw(have + 1) == "been";
        let participle = have + 1 + usize::from(been);
        if participle >= sentence.end || !walk.beside(participle) {
            continue;
        }
        let soft = match modal {
            "should" if walk.is(participle, HARM) => SOFT_OF_DUTY,
            "should" if is_rumoured(walk, sentence.start..at, participle) => SOFT_OF_CLAIM,
            "would" if is_attributed(walk, sentence, participle) => SOFT_OF_CLAIM,
            "would" if walk.is(participle, &EVENTS) => &[],
            _ => continue,
        };
        let range = walk.bytes(at, participle);
        if walk.quoted(&range) || conditional(walk, sentence, at..participle + 1, soft) || lasts(walk, participle + 1) {
            continue;
        }
        findings.add(draft(context, segment, walk, range, at, have, participle));
    }
}

/// True when the sentence names a source or an allegation, and the participle tells what happened.
fn is_attributed(walk: &Walk<'_>, sentence: &Range<usize>, participle: usize) -> bool {
    walk.classes(participle).has(Classes::PARTICIPLE)
        && !walk.is(participle, &RECKONED)
        && sentence.clone().any(|k| {
            walk.low(k) == "according" && walk.is(k + 1, &["to"]) && !walk.is(k + 2, &["plan", "plans", "schedule"])
                || walk.is(k, CLAIM)
                || walk.is(k, RUMOUR)
        })
}

/// True when hearsay that `that` or `which` leads on stands before the verb, and the participle tells what happened:
/// "rumours that the guards should have left the gate".
fn is_rumoured(walk: &Walk<'_>, before: Range<usize>, participle: usize) -> bool {
    let rumour = before.clone().find(|&k| walk.is(k, RUMOUR) || walk.low(k) == "speculation");
    walk.classes(participle).has(Classes::PARTICIPLE)
        && !walk.is(participle, &RECKONED)
        && rumour.is_some_and(|k| (k + 1..before.end).any(|k| walk.is(k, &["that", "which"])))
}

/// True when a word outside the verb sets a condition; those of `soft` are none here.
fn conditional(walk: &Walk<'_>, sentence: &Range<usize>, verb: Range<usize>, soft: &[&str]) -> bool {
    let hedged = sentence.clone().filter(|k| !verb.contains(k)).any(|k| {
        let word = walk.low(k);
        CONDITIONS.contains(&word) && !soft.contains(&&*word) && !harmless(walk, k) || word.ends_with("n't")
    });
    let last = walk.reading.words[sentence.end - 1].end as usize;
    hedged || walk.after(last).starts_with('?')
}

/// "won by", "more than 80" and "these were" are no conditions, though "by then", "rather than" and "were it" are.
fn harmless(walk: &Walk<'_>, at: usize) -> bool {
    match &*walk.low(at) {
        "by" => walk.classes(at.wrapping_sub(1)).has(Classes::PARTICIPLE),
        "than" => {
            walk.is(at.wrapping_sub(1), &["more", "less", "fewer"])
                && walk.classes(at + 1).has(Classes::NUMBER | Classes::DETERMINER)
        }
        "were" => {
            at > 0
                && walk.beside(at)
                && !walk.classes(at + 1).has(Classes::SUBJECT)
                && !walk.is(at + 1, &["it", "there"])
        }
        "one" => walk.is(at + 1, &["of"]),
        _ => false,
    }
}

/// "would have lived two years": a span of time makes it a reckoning.
fn lasts(walk: &Walk<'_>, from: usize) -> bool {
    (from..from + 4).any(|k| walk.classes(k).has(Classes::TIME_UNIT) && walk.raw(k).ends_with('s') && walk.beside(k))
}

fn draft(
    context: &Context<'_>,
    segment: usize,
    walk: &Walk<'_>,
    range: Range<usize>,
    at: usize,
    have: usize,
    participle: usize,
) -> Draft {
    let word = walk.low(participle);
    let lemma = lemma::verb(&word, Form::Participle);
    let past = lemma.as_deref().map_or_else(|| word.to_string(), |lemma| inflect::inflect(lemma, Form::Past));
    let text = if participle > have + 1 {
        let several = walk.classes(at.wrapping_sub(1)).has(Classes::PLURAL)
            || walk.is(at.wrapping_sub(1), &["they", "we", "you", "both", "people"]);
        format!("{} reportedly {word}", if several { "were" } else { "was" })
    } else {
        format!("reportedly {past}")
    };
    let would = walk.raw(at) == "would";
    let idiom = idiom_of_original(context, segment, if would { CLAIMS } else { DUTIES });
    let (original, level) = match &idiom {
        Some(idiom) => (idiom.clone(), None),
        None if would => (super::idioms(context, WOULD), None),
        None => (super::idioms(context, SHOULD), should_level(context)),
    };
    let found = &walk.text[range.clone()];
    let safety = if idiom.is_some() { Safety::Likely } else { Safety::Choice };
    let message = format!("a claim of others reads as a condition: write \"{text}\", not \"{found}\"");
    let evidence = format!("no condition stands in the sentence; {original} reports what others say");
    Draft { original, level, ..Draft::new(segment, range, message, evidence).write(text, safety) }
}

/// The verb of hearsay that the original has at this place, where the original is at hand.
fn idiom_of_original(context: &Context<'_>, segment: usize, list: &[&str]) -> Option<String> {
    let original = context.document.segments[segment].original.as_ref()?.text();
    let words = original.split(|c: char| !c.is_alphabetic());
    words.map(str::to_lowercase).find(|word| list.contains(&&**word))
}

/// "should have" is a claim for certain only when the original may be in a language that says it so.
fn should_level(context: &Context<'_>) -> Option<Level> {
    let known = &context.origin.languages;
    let fits = SHOULD.iter().any(|(language, _)| known.iter().any(|code| code == language));
    (!fits).then_some(Level::Hint)
}
