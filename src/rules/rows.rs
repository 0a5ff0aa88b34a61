//! What the rules that speak for glossary rows have in common: a hit becomes a finding with the row as its evidence.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::document::segment::Role;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::scan::Hit;
use crate::glossary::store::Row;
use crate::glossary::suggestion;
use crate::rule::{Context, Draft, Findings};
use crate::scales::{Level, Safety};
use crate::text::fold;
use crate::text::languages;

/// Words of the longest line that is taken out unasked.
const LONG: usize = 25;

/// Reports every hit of rows of these kinds; `blame` names what is wrong with the found words.
pub(super) fn report(
    context: &Context<'_>,
    findings: &mut Findings<'_>,
    kinds: &'static [Kind],
    blame: &str,
    house: Safety,
    built_in: Safety,
) {
    let mut met = BTreeSet::new();
    for (segment, hit, row) in context.all_hits() {
        let counts = !row.entry.first.is_empty() && !hit.quotation && tells(context, segment);
        let first = counts && met.insert(hit.row);
        if hit.allowed || !kinds.contains(&row.entry.kind) {
            continue;
        }
        let (text, reading) = (context.text(segment), &context.readings[segment]);
        let mut suggestions = suggestion::suggestions(context.glossary, text, reading, hit);
        if first && !said_before(context, segment, hit.range.start, &row.entry.first) {
            // What stands at the first mention takes the form for the first mention.
            let form = suggestion::form(context.glossary, text, reading, hit, &row.entry.first);
            suggestions = form.map_or(suggestions, |form| vec![form]);
        }
        let out = row.entry.write.is_empty();
        let words: Vec<&str> =
            suggestions.iter().map(|suggestion| if out { "" } else { suggestion.text.as_str() }).collect();
        let mut safety = row.entry.safety.unwrap_or(if row.entry.rank > 0 { house } else { built_in });
        if out && row.entry.kind != Kind::Leftover && row.entry.rank > 0 && row.entry.safety.is_none() {
            // A house that only says what to avoid has not said that the sentence stands without it.
            safety = safety.min(Safety::Choice);
        }
        if suggestions.first().is_some_and(|first| first.unsure) && row.entry.safety != Some(Safety::Sure) {
            safety = safety.min(Safety::Choice);
        }
        // A long line may hold a sentence of the story beside what the page left in.
        let long = row.entry.kind == Kind::Leftover && context.readings[segment].words.len() > LONG;
        let headline = long || segment == 0 && row.entry.kind == Kind::Leftover;
        if row.entry.level == Some(Level::Hint) || headline {
            // A mere hint, the line that may be the story's own headline, and a long line are for the editor to judge.
            safety = safety.min(Safety::Choice);
        }
        // An article that changes with the word belongs to what is found ("an automobile" becomes "a car"), and so does the
        // word that opens the sentence when its opener goes ("It is noted that the" becomes "The").
        let written = || suggestions.iter().filter(|suggestion| !suggestion.text.is_empty());
        let start = written().map(|suggestion| suggestion.range.start).min();
        let end = written().map(|suggestion| suggestion.range.end).max();
        let range = start.map_or(hit.range.start, |start| start.min(hit.range.start))
            ..end.map_or(hit.range.end, |end| end.max(hit.range.end));
        let blamed = if out { hit.range.clone() } else { range.clone() };
        findings.add(Draft {
            message: message(blame, &text[blamed], &words),
            suggestions,
            safety,
            level: row.entry.level,
            original: row.entry.original.join(" | "),
            ..Draft::new(segment, range, String::new(), evidence(context, row, hit))
        });
    }
}

/// True for the lines of a story in which a mention counts: no headlines or captions.
pub(super) fn tells(context: &Context<'_>, segment: usize) -> bool {
    matches!(context.document.segments[segment].role, Role::Body | Role::Item)
}

/// True when a story says these words before a place, in any case of letters.
pub(super) fn said_before(context: &Context<'_>, segment: usize, start: usize, words: &str) -> bool {
    let words = fold::lower(words);
    let says = |text: &str| fold::lower(text).contains(&words);
    says(&context.text(segment)[..start]) || (0..segment).any(|at| tells(context, at) && says(context.text(at)))
}

/// `blame: write "x", not "y"`.
fn message(blame: &str, found: &str, words: &[&str]) -> String {
    match words {
        [] => format!("{blame}: \"{found}\""),
        ["", ..] => format!("{blame}: take out \"{}\"", shortened(found)),
        words => {
            let list: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
            format!("{blame}: write {}, not \"{found}\"", list.join(" or "))
        }
    }
}

fn shortened(found: &str) -> String {
    let cut: Range<usize> = 0..found.char_indices().nth(60).map_or(found.len(), |(at, _)| at);
    if cut.end < found.len() { format!("{}…", &found[cut]) } else { found.to_owned() }
}

/// When a dated row holds, for a story whose day is not known.
fn dates(entry: &Entry) -> Option<String> {
    let since = entry.since.map(|day| format!(" from {day}"));
    let until = entry.until.map(|day| format!(" until {day}"));
    let dated = since.is_some() || until.is_some();
    let (since, until) = (since.unwrap_or_default(), until.unwrap_or_default());
    dated.then(|| format!("the row holds{since}{until}, and the story gives no day; give it with --day"))
}

/// The note, the original's idiom with its language, how that language is known, and the row's address.
fn evidence(context: &Context<'_>, row: &Row, hit: &Hit) -> String {
    let entry = &row.entry;
    let mut parts = Vec::new();
    if !entry.note.is_empty() {
        parts.push(entry.note.clone());
    }
    // An idiom that the note names already is not named twice.
    let told = |idiom: &str| idiom.split(' ').any(|word| word.chars().count() > 3 && entry.note.contains(word));
    let idioms: Vec<&str> = entry.original.iter().map(String::as_str).filter(|idiom| !told(idiom)).collect();
    if !idioms.is_empty() {
        let languages: Vec<&str> = entry.from.iter().map(|code| languages::name(code)).collect();
        parts.push(format!("{} {}", languages.join("/"), idioms.join(", ")).trim().to_owned());
    }
    if let Some(guess) = context.origin.guess.as_ref().filter(|_| entry.needs.from) {
        parts.push(guess.to_string());
    }
    if context.settings.day.or(context.document.day).is_none() {
        parts.extend(dates(entry));
    }
    if hit.quotation {
        parts.push("in a quotation".to_owned());
    }
    if !entry.link.is_empty() {
        parts.push(entry.link.clone());
    }
    parts.push(entry.address());
    parts.join("; ")
}
