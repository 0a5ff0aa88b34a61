//! Sentences that stood in the article already, and sentences cut at an abbreviation.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::rule::{Context, Draft, Findings};
use crate::rules::machine_artefact::take_out;
use crate::rules::words::Words;
use crate::scales::Safety;
use crate::text::reading::Reading;
use crate::text::words::{Gap, Shape};

/// Words that a repeated sentence must have; shorter ones are refrains.
const LEAST_WORDS: usize = 8;

/// Reports sentences that were printed before in the same article.
pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut seen: FxHashMap<u64, (usize, std::ops::Range<usize>)> = FxHashMap::default();
    for (segment, text, reading) in context.paragraphs() {
        for sentence in &reading.sentences {
            if sentence.len() < LEAST_WORDS {
                continue;
            }
            let mut hasher = FxHasher::default();
            reading.keys[sentence.clone()].hash(&mut hasher);
            let range = reading.span(sentence.clone());
            let Some((earlier, place)) = seen.get(&hasher.finish()).cloned() else {
                seen.insert(hasher.finish(), (segment, range));
                continue;
            };
            if !same(&context.text(earlier)[place.clone()], &text[range.clone()]) {
                continue;
            }
            let tail = text[range.end..]
                .find(|c: char| !matches!(c, '.' | '!' | '?' | '…' | '”' | '"'))
                .unwrap_or(text.len() - range.end);
            let head = text[..range.start].len() - text[..range.start].trim_end_matches(['“', '"']).len();
            let range = range.start - head..range.end + tail;
            let message = "sentence printed before in this article: take out the second one".to_owned();
            let mut draft =
                take_out(segment, text, range, message, "word for word the same".to_owned(), Safety::Choice);
            draft.related.push((earlier, place, "it stands here first".to_owned()));
            findings.add(draft);
        }
    }
}

/// Letter for letter the same, case and the kind of apostrophe aside.
fn same(one: &str, other: &str) -> bool {
    let sign = |c: char| if c == '’' { '\'' } else { c.to_ascii_lowercase() };
    one.chars().map(sign).eq(other.chars().map(sign))
}

/// Reports a full stop with a small letter after it: the machine took an abbreviation for the end of a sentence.
pub(super) fn cut(segment: usize, text: &str, reading: &Reading, findings: &mut Findings<'_>) {
    // Abbreviations and particles of names before or after which a stop and a small letter are right.
    static ABBREVIATIONS: Words = Words::named("machine-artefact abbreviations");
    // States of the United States, as the American press shortens them.
    const STATES: [&str; 18] = [
        "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ill", "Ind", "Kan", "Mass", "Mich", "Minn",
        "Miss", "Tenn", "Wash", "Wis",
    ];
    for pair in reading.words.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        if after.gap != Gap::Break
            || after.shape != Shape::Lower
            || &text[before.end as usize..after.start as usize] != ". "
        {
            continue;
        }
        let (head, word) = (before.of(text), after.of(text));
        let small =
            |word: &str, least: usize| word.len() >= least && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let ends_small = head.len() >= 3 && head.bytes().rev().take(3).all(|byte| byte.is_ascii_lowercase());
        let joins = matches!(word, "a" | "an" | "as" | "at" | "by" | "in" | "is" | "of" | "on" | "or" | "to");
        let particle = matches!(word, "dpa" | "van" | "von" | "della" | "dos" | "bin" | "ibn" | "den" | "del" | "ter");
        // "150,000. zloty"; a figure that opens a line is the number of a list.
        let figure = before.shape == Shape::Number && matches!(before.gap, Gap::Space | Gap::Comma);
        if !(ends_small || figure)
            || !(small(word, 3) || joins)
            || particle
            || ABBREVIATIONS.contains(head.to_ascii_lowercase().as_str())
            || STATES.contains(&head)
        {
            continue;
        }
        let range = before.start as usize..after.end as usize;
        let message = format!("a sentence does not start small: is the stop after \"{head}\" one of an abbreviation?");
        findings.add(Draft::new(
            segment,
            range,
            message,
            "the machine cut a sentence at an abbreviation of the original".to_owned(),
        ));
    }
}
