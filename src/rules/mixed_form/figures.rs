//! "ten" in words where the article writes such counts in figures: ten of the 12 plans.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::english::classes::Classes;
use crate::english::numerals;
use crate::rule::{Context, Draft, Findings};
use crate::rules::cues;
use crate::rules::mixed_form::{At, times};
use crate::rules::walk::{Walk, is_body};
use crate::scales::{Level, Safety};
use crate::text::fold;
use crate::text::words::{Gap, Shape};

/// The counts that papers print in figures, by the hash of the word. Higher ones are left alone: laws and speeches spell
/// them.
static FIGURES: LazyLock<FxHashMap<u64, u8>> =
    LazyLock::new(|| (10..=20).filter_map(|count| Some((fold::key_hash(&numerals::spelled(count)?), count))).collect());

/// The hashes of the counts in words.
pub(in crate::rules) fn counts() -> impl Iterator<Item = u64> {
    FIGURES.keys().copied()
}

/// Reports counts from ten to twenty in words, where the article has as many of two digits or more.
pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let (mut spelled, mut digits): (Vec<(At, u8)>, Vec<At>) = (Vec::new(), Vec::new());
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for sentence in &reading.sentences {
            let inner = sentence.start + 1..sentence.end;
            for at in context.cues[segment].places(inner, cues::FIGURE.or(cues::COUNT)) {
                let word = &reading.words[at];
                let two = word.shape == Shape::Number && word.end - word.start == 2;
                let figure = FIGURES.get(&reading.keys[at]).filter(|_| word.shape == Shape::Lower);
                if !two && figure.is_none() || !is_count(&walk, at) {
                    continue;
                }
                match figure {
                    Some(figure) if is_body(text) && !walk.quoted(&word.range()) => {
                        spelled.push(((segment, word.range()), *figure));
                    }
                    None if word.of(text).bytes().all(|byte| byte.is_ascii_digit()) => {
                        digits.push((segment, word.range()));
                    }
                    _ => {}
                }
            }
        }
    }
    if spelled.is_empty() || digits.len() < spelled.len() {
        return;
    }
    for ((segment, range), figure) in spelled {
        let (other, place) = digits[0].clone();
        let message = format!("figures from 10 on, as elsewhere in the article: write {figure}");
        let evidence = format!("the article has counts of two digits in figures {}", times(digits.len()));
        let mut draft = Draft::new(segment, range, message, evidence).write(figure.to_string(), Safety::Likely);
        draft.level = Some(Level::Hint);
        draft.related.push((other, place.clone(), format!("\"{}\" here", &context.text(other)[place])));
        findings.add(draft);
    }
}

/// A number of things: words in small letters around it, no hyphen, no set phrase.
fn is_count(walk: &Walk<'_>, at: usize) -> bool {
    let small = |at: usize| walk.word(at).is_some_and(|word| word.shape == Shape::Lower);
    let counted = walk.raw(at + 1) == "of"
        || walk.classes(at + 1).has(Classes::ANY_NOUN | Classes::ADJECTIVE | Classes::PARTICIPLE | Classes::ING);
    (walk.spaced(at) || walk.word(at).is_some_and(|word| word.gap == Gap::Comma))
        && walk.spaced(at + 1)
        && (small(at - 1) || walk.word(at).is_some_and(|word| word.shape == Shape::Number))
        && small(at + 1)
        && counted
        && !walk.is(at - 1, &["or", "to", "top", "number", "in", "by", "and"])
        && !walk.is(at + 1, &["times", "or", "percent", "million", "billion", "thousand"])
}
