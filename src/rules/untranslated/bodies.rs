//! Bodies, offices and halls whose names stayed in the original's language.

use crate::rule::{Cues, Draft};
use crate::rules::cues;
use crate::rules::walk::Walk;
use crate::scales::Level;
use crate::text::table::Table;
use crate::text::words::{Gap, Shape};

/// What a body is in another language, a word a line with its capital, and the English word.
pub(super) static BODIES: Table = Table::new(include_str!("bodies.tsv"));

/// The words of the table.
pub(in crate::rules) fn kinds() -> impl Iterator<Item = &'static str> {
    BODIES.rows().filter_map(|row| row.split('\t').next())
}

/// The name around a word of the table, when no bracket explains it: its last word, and the finding.
pub(super) fn named(walk: &Walk<'_>, cues: &Cues, segment: usize, at: usize) -> Option<(usize, Draft)> {
    let joined = |at: usize| walk.word(at).is_some_and(|word| matches!(word.gap, Gap::Space | Gap::Hyphen));
    if walk.word(at)?.shape != Shape::Capital {
        return None;
    }
    // The table is asked for the first capitalised word of a name, so that the whole name is one finding.
    if at > 0 && walk.capital(at - 1) && joined(at) {
        return None;
    }
    let mut last = at;
    while last < at + 6 && walk.capital(last + 1) && joined(last + 1) {
        last += 1;
    }
    let mut known = cues.places(at..last + 1, cues::FOREIGN_BODY).map(|at| walk.raw(at));
    let (word, english) = known.find_map(|word| Some((word, BODIES.get(word)?)))?;
    let first = if at < last && walk.is(at, &["the", "a", "an"]) { at + 1 } else { at };
    let range = walk.bytes(first, last);
    let after = walk.after(range.end).trim_start();
    if after.starts_with(['(', '[', '@', '/']) || walk.text[..range.start].trim_end().ends_with(['(', '[', '@', '/']) {
        return None;
    }
    let message = format!("\"{}\" seems left in the original's language: translate it", &walk.text[range.clone()]);
    let evidence = format!("{word}: {english}");
    let mut draft = Draft::new(segment, range, message, evidence);
    draft.level = Some(Level::Hint);
    Some((last, draft))
}
