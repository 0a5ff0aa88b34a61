//! Words left in the original's language that stand together: one finding for the phrase.

use crate::rule::{Context, Draft};
use crate::rules::walk::Walk;
use crate::rules::words::Words;

/// A word left, before it is reported.
pub(super) struct Left {
    /// Its paragraph.
    pub(super) segment: usize,
    /// Its place among the words of the paragraph.
    pub(super) at: usize,
    /// What would be said of it alone.
    pub(super) draft: Draft,
}

/// Small words of other languages that join two words left; those that English has too count only there.
static JOINING: Words = Words::named("untranslated joining");
/// Joining words between two words left.
const BETWEEN: usize = 2;

/// The findings: words with only blanks or joining words between them become one.
pub(super) fn joined(context: &Context<'_>, mut left: Vec<Left>) -> Vec<Draft> {
    left.sort_by_key(|left| (left.segment, left.at));
    let mut out: Vec<Draft> = Vec::with_capacity(left.len());
    let mut last = None;
    for word in left {
        let walk = Walk { text: context.text(word.segment), reading: &context.readings[word.segment] };
        match out.last_mut() {
            Some(phrase) if last.is_some_and(|(segment, at)| segment == word.segment && joins(&walk, at, word.at)) => {
                phrase.range.end = word.draft.range.end;
                phrase.message = format!(
                    "\"{}\" seems left in the original's language: translate it",
                    &walk.text[phrase.range.clone()]
                );
                // Two such words side by side are no slips of spelling.
                phrase.level = None;
            }
            _ => out.push(word.draft),
        }
        last = Some((word.segment, word.at));
    }
    out
}

/// True when nothing but joining words stands between two words.
fn joins(walk: &Walk<'_>, first: usize, second: usize) -> bool {
    second - first <= BETWEEN + 1
        && (first + 1..=second).all(|at| walk.spaced(at))
        && (first + 1..second).all(|at| walk.is(at, &JOINING))
}
