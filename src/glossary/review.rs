//! A glossary looked through as a whole: rows twice, against one another, out of date, or too dangerous to use.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::input::Input;
use crate::english::frequency;
use crate::formats;
use crate::glossary::compile::Glossary;
use crate::glossary::entry::{Case, Entry, Kind};
use crate::glossary::head;
use crate::glossary::origin::Origin;
use crate::glossary::remark::{Remark, Weight};
use crate::glossary::scan::{self, Hit, Story};
use crate::glossary::store::Row;
use crate::glossary::unfilled::unfilled;
use crate::scales::Level;
use crate::text::day::Day;
use crate::text::fold;
use crate::text::reading::Reading;

/// A word this common, per million, is a danger as a form to avoid when no condition narrows it.
const COMMON: u32 = 20;
/// In forms of several words, every word must be this common.
const VERY_COMMON: u32 = 2000;

/// Rows that do not hold on a day, or on none.
#[must_use]
pub fn validity(entries: &[Entry], day: Day) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for entry in entries {
        match (entry.since, entry.until) {
            (Some(since), Some(until)) if since > until => {
                let message = format!("valid from {since} until {until}: never; exchange the dates");
                remarks.push(Remark::of(entry, "since", Weight::Error, message));
            }
            (_, Some(until)) if until < day => {
                let message = format!("expired: valid until {until}, and it is {day}");
                remarks.push(Remark::of(entry, "until", Weight::Warning, message));
            }
            (Some(since), _) if since > day => {
                let message = format!("not yet valid: from {since}, and it is {day}");
                remarks.push(Remark::of(entry, "since", Weight::Warning, message));
            }
            _ => {}
        }
    }
    remarks
}

/// What the rows in force say against one another: forms named twice, contradictions, chains, rows that never speak,
/// brackets that cannot be filled, and common words avoided with no condition. In order of the rows; time linear in their number.
#[must_use]
pub fn review(glossary: &Glossary) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let named_twice = duplicates(glossary, &mut remarks);
    contradictions(glossary, Reach::File, &mut remarks);
    never_found(glossary, &named_twice, &mut remarks);
    for row in glossary.rows.iter() {
        let entry = &row.entry;
        dangerous(entry, &mut remarks);
        unfilled(row, &mut remarks);
        let finds = !entry.avoid.is_empty() || !entry.first.is_empty() || !entry.original.is_empty();
        if !finds && !entry.kind.is_name() && entry.kind != Kind::Keep {
            let message = "nothing to avoid: the row finds nothing; fill in avoid, or set kind to keep";
            remarks.push(Remark::of(entry, "avoid", Weight::Warning, message.to_owned()));
        }
    }
    remarks.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    remarks
}

/// Forms that two rows of one file, or one row twice, name under the same conditions. Returns the pairs (row, form).
fn duplicates(glossary: &Glossary, remarks: &mut Vec<Remark>) -> FxHashSet<(usize, usize)> {
    let mut first: FxHashMap<String, usize> = FxHashMap::default();
    let mut pairs = FxHashSet::default();
    for (index, row) in glossary.rows.iter().enumerate() {
        let entry = &row.entry;
        for (at, form) in entry.avoid.iter().enumerate() {
            let form_key = if entry.case == Case::Exact { form.clone() } else { fold::lower(form) };
            let key = format!(
                "{}\u{1f}{form_key}\u{1f}{}\u{1f}{:?}{:?}{:?}{:?}{:?}{:?}",
                entry.place.file,
                entry.kind == Kind::Leftover,
                entry.when,
                entry.unless,
                entry.needs,
                entry.from,
                entry.since,
                entry.until,
            );
            let Some(&other) = first.get(&key) else {
                first.insert(key, index);
                continue;
            };
            pairs.insert((index, at));
            let earlier = &glossary.rows[other].entry;
            let line = earlier.place.line;
            let (weight, message) = if other == index {
                (Weight::Warning, format!("\"{form}\" stands twice in the row"))
            } else if earlier.write == entry.write {
                (Weight::Warning, format!("\"{form}\" is avoided in line {line} already"))
            } else {
                let (own, theirs) = (entry.write.join("|"), earlier.write.join("|"));
                (Weight::Error, format!("\"{form}\": line {line} writes \"{theirs}\" for it, this row \"{own}\""))
            };
            remarks.push(Remark::of(entry, "avoid", weight, message));
        }
    }
    pairs
}

/// What the rows of several files in one glossary say against one another: forms to write that a row of another file avoids.
#[must_use]
pub fn across(glossary: &Glossary) -> Vec<Remark> {
    let mut remarks = Vec::new();
    contradictions(glossary, Reach::Files, &mut remarks);
    remarks
}

/// Which rows are held against one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Those of one file.
    File,
    /// Those of different files.
    Files,
}

/// Rows whose `write` is avoided by another row (a chain), which may lead back (a contradiction), or by themselves.
fn contradictions(glossary: &Glossary, reach: Reach, remarks: &mut Vec<Remark>) {
    let mut edges: Vec<(usize, usize, &str)> = Vec::new();
    for (index, row) in glossary.rows.iter().enumerate() {
        if matches!(row.entry.kind, Kind::Keep | Kind::Leftover) {
            continue;
        }
        let mut seen = FxHashSet::default();
        for write in row.entry.write.iter().filter(|write| is_plain(write)) {
            for hit in hits(glossary, write, row) {
                let own_word = hit.row == index && hit.text.eq_ignore_ascii_case(write);
                if !own_word && glossary.rows[hit.row].entry.kind != Kind::Keep && seen.insert(hit.row) {
                    edges.push((index, hit.row, write));
                }
            }
        }
    }
    let both: FxHashSet<(usize, usize)> = edges.iter().map(|(from, to, _)| (*from, *to)).collect();
    for (from, to, write) in edges {
        let (entry, other) = (&glossary.rows[from].entry, &glossary.rows[to].entry);
        if (reach == Reach::File) != (entry.place.file == other.place.file) {
            continue;
        }
        let address =
            if other.place.file == entry.place.file { format!("line {}", other.place.line) } else { other.address() };
        let soft = other.place.file != entry.place.file || matches!(other.level, Some(Level::Hint | Level::Off));
        let (weight, message) = if from == to {
            (Weight::Error, format!("the row avoids what it writes, \"{write}\""))
        } else if both.contains(&(to, from)) {
            (
                Weight::Error,
                format!("writes \"{write}\", which {address} avoids, and that row writes what this one avoids"),
            )
        } else {
            let next = other.write.join("|");
            let message = format!("writes \"{write}\", which {address} avoids (it writes \"{next}\")");
            (if soft { Weight::Warning } else { Weight::Error }, message)
        };
        remarks.push(Remark::of(entry, "write", weight, message));
    }
}

/// Plain forms without conditions that are not found even where they stand alone.
fn never_found(glossary: &Glossary, named_twice: &FxHashSet<(usize, usize)>, remarks: &mut Vec<Remark>) {
    for (index, row) in glossary.rows.iter().enumerate() {
        let entry = &row.entry;
        if matches!(entry.kind, Kind::Leftover | Kind::Keep) {
            continue;
        }
        for (at, form) in entry.avoid.iter().enumerate() {
            if !is_plain(form) || named_twice.contains(&(index, at)) {
                continue;
            }
            if entry.write.contains(form) {
                let message = format!("the row avoids what it writes, \"{form}\"; take it out of avoid");
                remarks.push(Remark::of(entry, "avoid", Weight::Error, message));
                continue;
            }
            let found = hits(glossary, &form.replace(" 's", "'s"), row);
            if found.iter().any(|hit| hit.row == index) {
                continue;
            }
            let winner = found.first().map(|hit| &glossary.rows[hit.row].entry);
            // A form alone does not show whether its row's conditions hold: only a row that needs none beats it for sure.
            let beats = |winner: &Entry| {
                let first = winner.rank > entry.rank || winner.place.line < entry.place.line;
                first && !conditional(winner) && winner.from.is_empty() && winner.case != Case::Exact
            };
            if conditional(entry) && !winner.is_some_and(beats) {
                continue;
            }
            let message = match winner {
                Some(winner) if winner.rank > entry.rank => continue, // a desk's row over a house's: as they wish
                Some(winner) if winner.place.file == entry.place.file => {
                    format!("\"{form}\" is never found: line {} takes it first", winner.place.line)
                }
                Some(winner) => format!("\"{form}\" is never found: {} takes it first", winner.address()),
                None => {
                    format!("\"{form}\" is not found even where it stands alone; a match never crosses punctuation")
                }
            };
            remarks.push(Remark::of(entry, "avoid", Weight::Warning, message));
        }
    }
}

/// Common English words that are avoided wherever they stand.
fn dangerous(entry: &Entry, remarks: &mut Vec<Remark>) {
    if conditional(entry) || matches!(entry.kind, Kind::Leftover | Kind::Keep) {
        return;
    }
    for form in entry.avoid.iter().filter(|form| is_plain(form)) {
        if entry.case == Case::Exact || entry.case != Case::Any && !head::capitals_of(form).is_empty() {
            continue; // found in its own capitals only
        }
        let words: Vec<u32> = form.split([' ', '-']).map(|word| frequency::per_million(&fold::lower(word))).collect();
        let message = match words[..] {
            [common] if common >= COMMON => format!(
                "dangerous: \"{form}\" stands about {common} times in a million words of good English, and no condition \
                 narrows it; add when or unless"
            ),
            [_, _, ..] if words.iter().all(|word| *word >= VERY_COMMON) => {
                format!(
                    "dangerous: \"{form}\" is made of very common words, and no condition narrows it; add when or unless"
                )
            }
            _ => continue,
        };
        remarks.push(Remark::of(entry, "avoid", Weight::Warning, message));
    }
}

fn conditional(entry: &Entry) -> bool {
    !entry.when.is_empty() || !entry.unless.is_empty() || entry.needs != crate::glossary::entry::Needs::default()
}

/// True for forms that are the words they say: no slots, alternatives, gaps.
fn is_plain(form: &str) -> bool {
    !form.contains(['<', '>', '(', ')', '[', ']', '|', '\u{2026}'])
}

/// A row found in some words.
struct Found {
    row: usize,
    text: String,
}

/// The rows that speak for these words when they stand alone, for originals of the row's languages.
fn hits(glossary: &Glossary, words: &str, row: &Row) -> Vec<Found> {
    let Ok((input, _)) = Input::read("row.txt", words.as_bytes()) else { return Vec::new() };
    let (document, _) = formats::document(input, &[]);
    let readings: Vec<Reading> =
        document.segments.iter().map(|segment| Reading::of(segment.translation.text())).collect();
    let story = Story { origin: Origin::given(row.entry.from.clone()), ..Story::default() };
    let all = scan::scan(glossary, &document, &readings, story).hits;
    let found = |(segment, hit): (usize, Hit)| {
        let text = document.segments[segment].translation.text()[hit.range].to_owned();
        Found { row: hit.row, text }
    };
    let all = all.into_iter().enumerate().flat_map(|(at, hits)| hits.into_iter().map(move |hit| (at, hit)));
    all.filter(|(_, hit)| !hit.allowed).map(found).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::read;

    fn said(text: &str) -> Vec<(u64, Weight, String)> {
        let rows = read::read("g.csv", text.as_bytes(), 1).expect("a glossary");
        let remarks = review(&Glossary::of(rows.entries));
        remarks.into_iter().map(|remark| (remark.line, remark.weight, remark.message)).collect()
    }

    #[test]
    fn brackets_that_are_printed_otherwise_than_meant() {
        let found = said("write,avoid\n(shire|moor) pony,heath (horse|cob|nag)\nthe [old] weir,the river dam\n");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].2.contains("\"(shire|moor) pony\" is never suggested"), "{found:?}");
        assert!(found[1].2.contains("with its brackets"), "{found:?}");
        let found = said("write,avoid\n(shire|moor) pony,(vale|heath) cob|heath nag\n");
        assert!(found.len() == 1 && found[0].2.contains("nothing to write for \"heath nag\""), "{found:?}");
        assert!(said("write,avoid\n(shire|moor) pony,(vale|heath) cob\nthe old weir,the [river] dam\n").is_empty());
    }

    #[test]
    fn slots_that_nothing_fills_are_refused() {
        let found = said("write,avoid\nafter <poss> visit,after the visit of <name>\n");
        assert!(found.len() == 1 && found[0].1 == Weight::Error && found[0].2.contains("<poss>"), "{found:?}");
        assert!(
            said("write,avoid\n<bear> fruit,(carries|carried) fruit\nwith <noun>,with [<noun>] there\n").is_empty()
        );
    }

    #[test]
    fn rows_twice_and_against_one_another() {
        let found = said("write,avoid\nKyiv,Kiev\nKyiv,Kiev\nKiyv,Kiev\n");
        assert!(found.contains(&(3, Weight::Warning, "\"Kiev\" is avoided in line 2 already".to_owned())), "{found:?}");
        assert!(found.iter().any(|(line, weight, _)| (*line, *weight) == (4, Weight::Error)), "{found:?}");
        let found = said("write,avoid\nferry boat,catamaran\nvessel,ferry boat\n");
        assert!(
            found[0].1 == Weight::Error && found[0].2.contains("line 3 avoids (it writes \"vessel\")"),
            "{found:?}"
        );
        let found = said("write,avoid\nBasra,Bassora\nBassora,Basra\n");
        assert!(found.len() == 2 && found[0].2.contains("writes what this one avoids"), "{found:?}");
        assert!(said("write,avoid\nKyiv region,Kyiv\n").is_empty(), "what the house prints is left alone");
        assert!(said("write,avoid,kind\nKyiv region,Kyiv,phrase\n").is_empty(), "so is what any row prints");
    }

    #[test]
    fn conditions_and_languages_keep_rows_apart() {
        let found =
            said("write,avoid,from,when\nKyiv,Kiev,nl,\nKiew,Kiev,de,\nBasra,Bassora,,port\nBasrah,Bassora,,oil\n");
        assert!(found.iter().all(|(_, weight, _)| *weight == Weight::Warning), "{found:?}");
    }

    #[test]
    fn files_are_held_against_one_another() {
        let read = |name: &str, text: &str, rank| read::read(name, text.as_bytes(), rank).expect("a glossary").entries;
        for (first, second) in [(1, 2), (2, 1)] {
            let mut entries = read("a.csv", "write,avoid\nmigrant,bogus\n", first);
            entries.extend(read("b.csv", "write,avoid\nnewcomer,migrant\n", second));
            let found = across(&Glossary::of(entries));
            assert!(found.len() == 1 && found[0].message.contains("\"migrant\", which b.csv:2 avoids"), "{found:?}");
        }
    }

    #[test]
    fn forms_to_write_answer_every_case() {
        let row = |write: &str| said(&format!("write,avoid\n{write},\"in (morning|evening|afternoon) hours\"\n"));
        let found = row("in the morning|in the evening");
        assert!(found.len() == 1 && found[0].2.contains("nothing to write for \"afternoon\""), "{found:?}");
        assert!(row("in the (morning|evening|afternoon)").is_empty());
    }

    #[test]
    fn dangerous_rows_and_dates() {
        let found = said("write,avoid,when\nmake,do,homework\nmake,do,\nreserves,stockages,\nmake,do,housework\n");
        assert!(found.len() == 2 && found[0].0 == 3 && found[0].2.contains("dangerous: \"do\""), "{found:?}");
        assert!(found[1].0 == 5 && found[1].2.contains("never found: line 3 takes it first"), "{found:?}");
        let text = "write,avoid,since,until\nA,Bb,,2020-01-01\nC,Dd,2030-01-01,\nE,Ff,2030-01-01,2020-01-01\n";
        let rows = read::read("g.csv", text.as_bytes(), 1).expect("a glossary");
        let weights: Vec<Weight> = validity(&rows.entries, Day::parse("2026-11-25").expect("a day"))
            .iter()
            .map(|remark| remark.weight)
            .collect();
        assert_eq!(weights, [Weight::Warning, Weight::Warning, Weight::Error]);
    }
}
