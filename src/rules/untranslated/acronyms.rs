//! Acronyms of a country's own bodies, parties and taxes that an article nowhere explains.

use crate::rule::{Context, Draft};
use crate::rules::walk::Walk;
use crate::scales::{Level, Safety};
use crate::text::languages;
use crate::text::table::Table;

/// An acronym a line: what it stands for, its language (ISO 639-1), and whether it is told `anywhere` or, because English
/// may have the same letters, at `home`: where the original is known or taken to be in that language.
pub(super) static ACRONYMS: Table = Table::new(include_str!("acronyms.tsv"));

/// The acronyms of the table.
pub(in crate::rules) fn all() -> impl Iterator<Item = &'static str> {
    ACRONYMS.rows().filter_map(|row| row.split('\t').next())
}

/// The finding for an acronym of the table that the article does not explain by a bracket or by the name in full.
pub(super) fn unexplained(context: &Context<'_>, walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let raw = walk.raw(at);
    let mut fields = ACRONYMS.get(raw)?.split('\t');
    let (meaning, language, told) = (fields.next()?, fields.next()?, fields.next()?);
    if told == "home" && !at_home(context, language) {
        return None;
    }
    let explains = |text: &str| {
        text.contains(meaning) || text.match_indices(raw).any(|(at, _)| bracketed(text, at, at + raw.len()))
    };
    if context.paragraphs().any(|(_, text, _)| explains(text)) {
        return None;
    }
    let message = format!("readers may not know \"{raw}\": write {meaning}");
    let evidence = format!("{} acronym that the article does not explain", languages::name(language));
    let mut draft = Draft::new(segment, walk.bytes(at, at), message, evidence).write(meaning, Safety::Choice);
    draft.level = Some(Level::Hint);
    Some(draft)
}

/// True when the user named the language as the original's, or the article shows it.
fn at_home(context: &Context<'_>, language: &str) -> bool {
    let origin = context.origin;
    origin.languages.iter().any(|named| named == language)
        || origin.guess.as_ref().is_some_and(|guess| guess.language == language)
}

/// True when a bracket opens right before or after the bytes, or closes after them.
fn bracketed(text: &str, start: usize, end: usize) -> bool {
    text[..start].ends_with('(') || text[end..].starts_with([')', '/']) || text[end..].starts_with(" (")
}
