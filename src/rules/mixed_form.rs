//! One article, one form: US beside U.S., percent beside per cent and %, a common noun with and without a capital, Mr for one person only, color beside colour, ten
//! beside 12.

pub(super) mod figures;
mod honorific;
pub(super) mod spelling;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::english::numerals;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::cues;
use crate::rules::walk::{Walk, is_body};
use crate::rules::words::Words;
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "mixed-form",
    group: Group::Mechanics,
    level: Level::Hint,
    tier: Tier::Stable,
    mqm: "style/inconsistent-style",
    page: include_str!("mixed_form.md"),
    check,
};

/// Common nouns that other languages write large where English does not.
pub(super) static COMMON: Words = Words::named("mixed-form common");
const BEFORE: &[&str] = &["the", "a", "an", "this", "his", "her", "their", "its", "our"];

/// A place: segment and bytes.
type At = (usize, Range<usize>);

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    abbreviation(context, findings);
    percent(context, findings);
    capitals(context, findings);
    figures::check(context, findings);
    honorific::check(context, findings);
    spelling::check(context, findings);
}

fn report(
    findings: &mut Findings<'_>,
    places: &[At],
    becomes: &str,
    context: &Context<'_>,
    other: &At,
    count: (usize, usize),
) {
    for (segment, range) in places {
        let found = &context.text(*segment)[range.clone()];
        let message = format!("write \"{becomes}\" here too, not \"{found}\"");
        let evidence = format!("the article has \"{becomes}\" {} and \"{found}\" {}", times(count.0), times(count.1));
        let mut draft = Draft::new(*segment, range.clone(), message, evidence).write(becomes, Safety::Likely);
        draft.related.push((other.0, other.1.clone(), format!("\"{becomes}\" here")));
        findings.add(draft);
    }
}

/// How often a form stands: "once", "twice", "3 times".
pub(super) fn times(count: usize) -> String {
    match count {
        2 => "twice".to_owned(),
        count => numerals::times(count),
    }
}

/// `US` and `U.S.`; headlines, where US is the rule, are left out. The dotted form yields unless it clearly rules
/// or the plain one stands but once.
fn abbreviation(context: &Context<'_>, findings: &mut Findings<'_>) {
    let (mut dotted, mut plain): (Vec<At>, Vec<At>) = (Vec::new(), Vec::new());
    for (segment, text, reading) in context.paragraphs() {
        for at in context.cues[segment].places(0..reading.words.len(), cues::US).filter(|_| is_body(text)) {
            let word = &reading.words[at];
            if word.shape != Shape::Upper || word.end - word.start > 4 {
                continue;
            }
            match word.of(text) {
                "U.S." => dotted.push((segment, word.range())),
                "US" if !text[word.end as usize..].starts_with(['$', '-']) => plain.push((segment, word.range())),
                _ => {}
            }
        }
    }
    if dotted.is_empty() || plain.is_empty() {
        return;
    }
    if dotted.len() <= 2 * plain.len() && !(plain.len() == 1 && dotted.len() > 1) {
        report_dotted(context, findings, &dotted, &plain);
    } else {
        // "US. Secretary" becomes "U.S. Secretary": the stop belongs to the form.
        let stopped = |(segment, range): At| {
            let stop = context.text(segment)[range.end..].starts_with('.');
            (segment, range.start..range.end + usize::from(stop))
        };
        let plain: Vec<At> = plain.into_iter().map(stopped).collect();
        report(findings, &plain, "U.S.", context, &dotted[0], (dotted.len(), plain.len()));
    }
}

/// `U.S.` at the end of a sentence keeps the sentence's stop.
fn report_dotted(context: &Context<'_>, findings: &mut Findings<'_>, dotted: &[At], plain: &[At]) {
    let ends = |at: &At| {
        let rest = context.text(at.0)[at.1.end..].trim_start_matches(['"', '”', '’', ')']);
        rest.trim().is_empty()
    };
    let (last, inner): (Vec<At>, Vec<At>) = dotted.iter().cloned().partition(ends);
    report(findings, &inner, "US", context, &plain[0], (plain.len(), dotted.len()));
    for (segment, range) in last {
        let mut found = Draft::new(
            segment,
            range.clone(),
            "write \"US\" here too, not \"U.S.\"".to_owned(),
            format!("the article has \"US\" {}", times(plain.len())),
        );
        found.related.push((plain[0].0, plain[0].1.clone(), "\"US\" here".to_owned()));
        findings.add(found.write("US.", Safety::Likely));
    }
}

/// percent, per cent and %: the rarer forms yield to one that has the majority.
fn percent(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut forms: [(&str, Vec<At>); 3] = [("percent", Vec::new()), ("per cent", Vec::new()), ("%", Vec::new())];
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for at in context.cues[segment].places(0..reading.words.len(), cues::PERCENT.or(cues::FIGURE)) {
            let word = &reading.words[at];
            match walk.raw(at) {
                "percent" => forms[0].1.push((segment, word.range())),
                "per" if walk.raw(at + 1) == "cent" && walk.beside(at + 1) => {
                    forms[1].1.push((segment, walk.bytes(at, at + 1)))
                }
                _ if word.shape == Shape::Number && text[word.end as usize..].starts_with('%') => {
                    forms[2].1.push((segment, word.end as usize..word.end as usize + 1))
                }
                _ => {}
            }
        }
    }
    let all: usize = forms.iter().map(|(_, places)| places.len()).sum();
    let Some(best) = forms.iter().position(|(_, places)| places.len() * 2 > all) else {
        return;
    };
    let (becomes, rule) = &forms[best];
    for (index, (found, places)) in forms.iter().enumerate() {
        if index != best && !places.is_empty() {
            let sign = *becomes == "%";
            let becomes = if *found == "%" { format!(" {becomes}") } else { (*becomes).to_owned() };
            let widened: Vec<At> =
                if sign { places.iter().map(|at| with_blank(context, at)).collect() } else { places.clone() };
            report(findings, &widened, &becomes, context, &rule[0], (rule.len(), places.len()));
        }
    }
}

/// `12 percent` becomes `12%`: the blank goes too.
fn with_blank(context: &Context<'_>, at: &At) -> At {
    let blank = usize::from(context.text(at.0)[..at.1.start].ends_with(' '));
    (at.0, at.1.start - blank..at.1.end)
}

/// "the Festival" where the article also has "the festival".
fn capitals(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut small: BTreeMap<&str, Vec<At>> = BTreeMap::new();
    let mut large: BTreeMap<&str, Vec<At>> = BTreeMap::new();
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for at in context.cues[segment].places(1..reading.words.len(), cues::COMMON) {
            let word = &reading.words[at];
            if word.gap != Gap::Space
                || !(walk.is(at - 1, BEFORE) || word.shape == Shape::Lower && walk.is(at - 1, &["new", "of"]))
            {
                continue;
            }
            let low = walk.low(at);
            let Some(common) = COMMON.iter().find(|common| **common == *low) else {
                continue;
            };
            if word.shape == Shape::Lower {
                small.entry(common).or_default().push((segment, word.range()));
            } else if word.shape == Shape::Capital && stands_alone(&walk, at) && is_body(text) {
                large.entry(common).or_default().push((segment, word.range()));
            }
        }
    }
    for (common, places) in &large {
        if let Some(rule) = small.get(common).filter(|rule| rule.len() >= places.len()) {
            report(findings, places, common, context, &rule[0], (rule.len(), places.len()));
        }
    }
}

/// A capital in mid-sentence, with a small word before its determiner, and no name around it.
fn stands_alone(walk: &Walk<'_>, at: usize) -> bool {
    let sentence = walk.reading.sentence_of(at);
    let determiner = at - 1;
    if determiner <= sentence.start
        || walk
            .word(determiner)
            .is_none_or(|word| word.shape != Shape::Lower || !matches!(word.gap, Gap::Space | Gap::Comma))
    {
        return false;
    }
    let next = walk.word(at + 1).filter(|word| matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Joined));
    let Some(next) = next else { return true };
    let capital = |at: usize| walk.word(at).is_some_and(|word| word.is_capital() && word.gap == Gap::Space);
    let of_name = walk.is(at + 1, &["of", "for"]) && (capital(at + 2) || walk.is(at + 2, &["the"]) && capital(at + 3));
    let and_name = walk.is(at + 1, &["and", "&"]) && capital(at + 2);
    !(next.is_capital()
        || next.shape == Shape::Possessive
        || next.shape == Shape::Number
        || next.gap != Gap::Space
        || of_name
        || and_name)
}
