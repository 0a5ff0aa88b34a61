//! Rows to tables: every column's cell as it is read, in CSV or TSV.

use crate::glossary::columns::{self, COLUMNS};
use crate::glossary::entry::{Case, Entry, Inflect, Kind, Needs, Status};
use crate::glossary::sheet;
use crate::scales::{Level, Safety};

/// The cell of a row in one of [`COLUMNS`]; empty for a default, and for names that are no column.
#[must_use]
pub fn cell(entry: &Entry, column: &str) -> String {
    match column {
        "write" => entry.write.join("|"),
        "avoid" => entry.avoid.join("|"),
        "kind" if entry.kind == Kind::default() => String::new(),
        "kind" => name_of(entry.kind, Kind::NAMES),
        "from" => entry.from.join(" "),
        "original" => entry.original.join("|"),
        "when" => entry.when.join("|"),
        "unless" => entry.unless.join("|"),
        "needs" => needs(entry.needs),
        "case" => match entry.case {
            Case::Sentence => "",
            Case::AsIs => "as-is",
            Case::Exact => "exact",
            Case::Any => "any",
        }
        .to_owned(),
        "inflect" => match entry.inflect {
            Inflect::Auto => "",
            Inflect::None => "none",
            Inflect::Noun => "noun",
            Inflect::Verb => "verb",
            Inflect::Adjective => "adjective",
        }
        .to_owned(),
        "first" => entry.first.clone(),
        "level" => entry.level.map(Level::name).unwrap_or_default().to_owned(),
        "safety" => entry.safety.map(Safety::name).unwrap_or_default().to_owned(),
        "since" => entry.since.map(|day| day.to_string()).unwrap_or_default(),
        "until" => entry.until.map(|day| day.to_string()).unwrap_or_default(),
        "status" if entry.status == Status::default() => String::new(),
        "status" => name_of(entry.status, Status::NAMES),
        "note" => entry.note.clone(),
        "link" => entry.link.clone(),
        "bad" => entry.bad.join("|"),
        "good" => entry.good.join("|"),
        "human" => entry.human.clone(),
        "machine" => entry.machine.clone(),
        other => entry.other.iter().find(|(name, _)| name == other).map(|(_, value)| value.clone()).unwrap_or_default(),
    }
}

fn name_of<T: PartialEq>(value: T, names: &[(&str, T)]) -> String {
    names.iter().find(|(_, named)| *named == value).map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

fn needs(needs: Needs) -> String {
    let mut words = Vec::new();
    if needs.from {
        words.push("from".to_owned());
    }
    if needs.quote {
        words.push("quote".to_owned());
    }
    if let Some((n, w)) = needs.rate {
        words.push(format!("{n}/{w}"));
    }
    words.join(" ")
}

/// Rows as a table with a header row: the columns that any row fills, in the order of [`COLUMNS`], then unknown ones.
#[must_use]
pub fn table(entries: &[Entry]) -> Vec<Vec<String>> {
    let mut names: Vec<String> = COLUMNS
        .iter()
        .map(|column| column.name)
        .filter(|name| matches!(*name, "write" | "avoid") || entries.iter().any(|e| !cell(e, name).is_empty()))
        .map(str::to_owned)
        .collect();
    for (name, _) in entries.iter().flat_map(|entry| &entry.other) {
        if columns::find(name).is_none() && !names.contains(name) {
            names.push(name.clone());
        }
    }
    let rows = entries.iter().map(|entry| names.iter().map(|name| cell(entry, name)).collect());
    std::iter::once(names.clone()).chain(rows).collect()
}

/// A table's records as text, quoted where they must be, lines ending in a line feed.
#[must_use]
pub fn text(table: &[Vec<String>], delimiter: u8) -> String {
    let mut out = String::new();
    for record in table {
        for (at, cell) in record.iter().enumerate() {
            if at > 0 {
                out.push(char::from(delimiter));
            }
            // A record of one empty cell would be no record.
            out.push_str(&sheet::quote(cell, delimiter, cell.is_empty() && record.len() == 1));
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::read;

    #[test]
    fn every_column_is_written_as_it_is_read() {
        let sample = |name: &str| match name {
            "kind" => "phrase",
            "from" => "nl de",
            "needs" => "from quote 3/500",
            "case" => "exact",
            "inflect" => "verb",
            "level" => "hint",
            "safety" => "choice",
            "since" | "until" => "2026-11-24",
            "status" => "admitted",
            _ => "one, \"two\"\nthree|(a|b) c",
        };
        let header: Vec<String> = COLUMNS.iter().map(|column| column.name.to_owned()).collect();
        let cells: Vec<String> = header.iter().map(|name| sample(name).to_owned()).collect();
        for delimiter in [b',', b'\t', b';'] {
            let written = text(&[header.clone(), cells.clone()], delimiter);
            let rows = read::read("g.csv", written.as_bytes(), 1).expect("a glossary");
            assert!(rows.problems.is_empty(), "{:?}", rows.problems);
            assert_eq!(table(&rows.entries), [header.clone(), cells.clone()]);
        }
    }
}
