//! A full stop after the headline.

use crate::english::classes::Classes;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::walk::Walk;
use crate::scales::{Level, Safety};
use crate::text::words::Shape;

/// The rule.
pub const RULE: Rule = Rule {
    name: "headline-stop",
    group: Group::Mechanics,
    level: Level::Hint,
    tier: Tier::Stable,
    mqm: "fluency/punctuation",
    page: include_str!("headline_stop.md"),
    check,
};

/// Words of a headline; what is longer may be the story's first sentence.
const HEADLINE: std::ops::Range<usize> = 3..13;
/// Paragraphs of an article.
const ARTICLE: usize = 5;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut paragraphs = context.paragraphs();
    let (Some((segment, text, reading)), Some((_, _, second))) = (paragraphs.next(), paragraphs.next()) else {
        return;
    };
    let line = text.trim_end();
    let words = reading.words.len();
    // The lead is longer than the headline, and the headline is one sentence.
    let headline = HEADLINE.contains(&words)
        && reading.sentences.len() == 1
        && second.words.len() * 2 >= words * 3
        && context.readings.len() >= ARTICLE;
    let Some(head) = line.strip_suffix('.').filter(|head| headline && head.ends_with(char::is_lowercase)) else {
        return;
    };
    let walk = Walk { text, reading };
    // Abbreviations end with a stop of their own; figures of speech and words of time open stories, not headlines.
    let short = walk.raw(words - 1).chars().count() < 4;
    let lead = (0..words).any(|at| {
        walk.is(at, &["today", "yesterday", "yes", "no", "i", "we", "my", "you", "it", "he", "she", "once", "there"])
            || walk.classes(at).has(Classes::WEEKDAY)
            || walk.word(at).is_some_and(|word| word.shape == Shape::Number)
    });
    if short || lead || !reading.marks.is_empty() {
        return;
    }
    let message = "a headline has no full stop: take it out".to_owned();
    let evidence = "the first line is short and one sentence, and the story starts after it".to_owned();
    findings.add(Draft::new(segment, head.len()..line.len(), message, evidence).write("", Safety::Choice));
}
