//! A name that runs on from an office without a comma: the head of the ministry Ivan Petrov said.

use crate::english::classes::Classes;
use crate::names::given;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::cues;
use crate::rules::walk::Walk;
use crate::rules::words::Words;
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "missing-comma",
    group: Group::Mechanics,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "fluency/punctuation",
    page: include_str!("missing_comma.md"),
    check,
};

/// Offices and kin that "of" follows; "Secretary of State" is a title.
pub(super) static OFFICES: Words = Words::named("missing-comma offices");
/// Offices that stand before a name as its title in English too, when no article opens them.
const TITLES: &[&str] =
    &["minister", "chief", "commissioner", "representative", "speaker", "ambassador", "chancellor", "director"];
/// Kinds of bodies and places, small, after which a name starts anew.
static BODIES: Words = Words::named("missing-comma bodies");
/// Given names that are more often a place or a word.
static WORDS: Words = Words::named("missing-comma words");
/// Words between an office and the name that follows it.
const FAR: usize = 10;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for at in context.cues[segment].places(0..reading.words.len(), cues::OFFICE) {
            if let Some(draft) = apposition(&walk, segment, at) {
                findings.add(draft);
            }
        }
    }
}

fn apposition(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    if !matches!(walk.raw(at + 1), "of" | "for") || !walk.beside(at + 1) {
        return None;
    }
    let office = walk.low(at);
    if !OFFICES.contains(&office) {
        return None;
    }
    // "Chief of Staff Mike Brown" is a title whatever stands before it.
    if walk.is(at + 2, &["staff"]) {
        return None;
    }
    let article = (at.saturating_sub(4)..at).any(|k| walk.is(k, &["the", "his", "her", "its", "their"]));
    if TITLES.contains(&&*office) && !article {
        return None;
    }
    let name = (at + 3..at + 3 + FAR)
        .take_while(|&k| walk.word(k).is_some_and(|word| matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Joined)))
        .take_while(|&k| {
            !walk.classes(k - 1).has(Classes::AUXILIARY.and(Classes::MODAL))
                && !walk.is(k - 1, &["who", "which", "that", "when", "said", "says"])
        })
        .find(|&k| starts_name(walk, k))?;
    let mut last = name + 1;
    while last < name + 4 && walk.word(last + 1).is_some_and(|word| word.gap == Gap::Hyphen && word.is_capital()) {
        last += 1;
    }
    let next = walk.word(last + 1);
    let goes_on = next.is_some_and(|word| {
        matches!(word.gap, Gap::Joined | Gap::Hyphen) || word.gap == Gap::Space && word.shape != Shape::Lower
    });
    if goes_on || walk.is(last + 1, &["and", "of", "street", "university", "prize", "award"]) && walk.beside(last + 1) {
        return None;
    }
    let range = walk.reading.words[name - 1].end as usize..walk.reading.words[last].end as usize;
    let after = walk.after(range.end);
    let full = &walk.text[walk.bytes(name, last)];
    let closed = after.is_empty()
        || after.starts_with([',', '.', ';', ':', ')', '?', '!', '"', '”', '\n', '('])
        || after.starts_with(" (");
    let write = if closed { format!(", {full}") } else { format!(", {full},") };
    let message = format!("the name stands beside its office: write \"{}\"", write.trim_start());
    let evidence =
        "Slavic, Romance and German papers set no comma between an office with \"of\" and its holder".to_owned();
    Some(Draft::new(segment, range, message, evidence).write(write, Safety::Likely))
}

/// A known given name and a surname after words that end the name of a body or place.
fn starts_name(walk: &Walk<'_>, at: usize) -> bool {
    let capital = |at: usize| walk.word(at).is_some_and(|word| word.shape == Shape::Capital);
    let first = walk.raw(at);
    if !capital(at)
        || !capital(at + 1)
        || walk.word(at).is_none_or(|word| word.gap != Gap::Space)
        || walk.word(at + 1).is_none_or(|word| word.gap != Gap::Space)
        || first.chars().count() < 3
        || WORDS.contains(first)
        || !given::known(first)
        || walk.raw(at + 1).chars().count() < 3
    {
        return false;
    }
    let before = walk.raw(at - 1);
    let small = walk.low(at - 1);
    if walk.word(at - 1).is_some_and(|word| word.shape == Shape::Lower) {
        return BODIES.contains(&small);
    }
    // "the wife of President Bill Clinton", "the lawyer of the American Tom Hill"
    let titled = walk.classes(at - 1).has(Classes::TITLE) || OFFICES.contains(&small);
    let people = small.ends_with("ian") || small.ends_with("can") || small.ends_with("ish") || small.ends_with("ese");
    let known = given::known(before) && walk.word(at - 2).is_some_and(|word| word.shape != Shape::Capital);
    walk.word(at - 1).is_some_and(|word| matches!(word.shape, Shape::Capital | Shape::Upper))
        && !titled
        && !people
        && !known
}
