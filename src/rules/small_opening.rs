//! A paragraph that starts with a small letter: its first letters or words were lost, or a name was written small.

use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::walk;
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "small-opening",
    group: Group::Mechanics,
    level: Level::Hint,
    tier: Tier::Stable,
    mqm: "fluency/spelling",
    page: include_str!("small_opening.md"),
    check,
};

/// Articles whose paragraphs mostly start small are lists or verse.
const SHARE: usize = 10;

/// Letters that are left of a word whose capital was a picture on the page: (O)n, (A)t, (I)s, (N)o.
const LOST: &[&str] = &["n", "t", "s", "o"];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut found = Vec::new();
    let mut ended = true;
    for (segment, text, reading) in context.paragraphs() {
        let Some(word) = reading.words.first() else { continue };
        let raw = word.of(text);
        let second = reading.words.get(1);
        // "iPhone", "e-mail", "eBay", addresses and list letters
        let plain = word.start == 0
            && word.shape == Shape::Lower
            && (raw.chars().count() > 1 || LOST.contains(&raw) && second.is_some_and(|word| word.gap == Gap::Space))
            && raw.chars().all(char::is_lowercase)
            && second.is_some_and(|word| matches!(word.gap, Gap::Space | Gap::Comma))
            && reading.words.len() > 3;
        if plain && ended {
            found.push((segment, word.range(), raw));
        }
        // The headline has no stop.
        ended = (walk::is_body(text) || segment == 0) && !text.trim_end().ends_with([':', ';', '…', ',']);
    }
    if found.len() * SHARE > context.readings.len() + SHARE {
        return;
    }
    for (segment, range, raw) in found {
        if LOST.contains(&raw) {
            let message = format!("a paragraph starts with \"{raw}\": put in the letters that were lost before it");
            let evidence = "the paragraph before it ended with a full stop".to_owned();
            findings.add(Draft::new(segment, range, message, evidence));
            continue;
        }
        let mut letters = raw.chars();
        let large: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        let message =
            format!("a paragraph starts with a small letter: write \"{large}\", or look what was lost before it");
        let evidence = "the paragraph before it ended with a full stop".to_owned();
        findings.add(Draft::new(segment, range, message, evidence).write(large, Safety::Choice));
    }
}
