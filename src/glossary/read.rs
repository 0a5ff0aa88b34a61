//! Glossary files: CSV, TSV or semicolons, read row by row so that one bad row spoils no other.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::document::encoding;
use crate::glossary::columns::{self, COLUMNS, Column};
use crate::glossary::entry::{Entry, RowPlace};
use crate::text::lines::Lines;
use crate::text::nearness;

/// Something wrong with a row or a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// The file.
    pub file: Arc<str>,
    /// Its line, from 1.
    pub line: u64,
    /// The column's name; empty when the row as a whole is meant.
    pub column: String,
    /// What is wrong and what to write.
    pub message: String,
    /// False for a mere warning: the row is used.
    pub refused: bool,
}

impl std::fmt::Display for RowProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let weight = if self.refused { "row refused" } else { "note" };
        write!(f, "{}:{}: ", self.file, self.line)?;
        if !self.column.is_empty() {
            write!(f, "column {}: ", self.column)?;
        }
        write!(f, "{} ({weight})", self.message)
    }
}

/// The rows of a glossary file and what was wrong with the others.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// Good rows, in the file's order.
    pub entries: Vec<Entry>,
    /// Problems, in the file's order.
    pub problems: Vec<RowProblem>,
}

/// Reads a glossary's bytes; `rank` says which glossary wins over which.
///
/// # Errors
/// When there is no header row with a `write` or `avoid` column, or the file is not text.
pub fn read(file: &str, bytes: &[u8], rank: u8) -> Result<Rows, String> {
    let mut entries = Vec::new();
    let problems = each(file, bytes, rank, &mut |entry| entries.push(entry))?;
    Ok(Rows { entries, problems })
}

/// Reads a glossary's bytes row by row, gives each good row to `take`, and returns what was wrong with the others.
///
/// # Errors
/// As [`read`].
pub fn each(file: &str, bytes: &[u8], rank: u8, take: &mut dyn FnMut(Entry)) -> Result<Vec<RowProblem>, String> {
    let text = encoding::decode(bytes)?.text;
    let delimiter = delimiter_of(&text);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = match records.next() {
        Some(Ok(header)) => header,
        Some(Err(error)) => return Err(format!("{file}: {error}")),
        None => {
            return Err(format!("{file}: the file is empty; its first row must name the columns, such as write,avoid"));
        }
    };
    let place = Arc::<str>::from(file);
    let lines = Lines::of(&text);
    let mut problems = Vec::new();
    let known: Vec<Option<&'static Column>> = header.iter().map(columns::find).collect();
    if !known.iter().flatten().any(|column| matches!(column.name, "write" | "avoid")) {
        return Err(format!(
            "{file}:1: no column named write or avoid; the first row must name the columns, such as write,avoid"
        ));
    }
    for (name, _) in header.iter().zip(&known).filter(|(name, column)| column.is_none() && !name.trim().is_empty()) {
        let near = nearness::nearest(&name.to_lowercase(), COLUMNS.iter().map(|c| c.name));
        let hint = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        problems.push(RowProblem {
            file: place.clone(),
            line: 1,
            column: name.to_owned(),
            message: format!("unknown column, kept{hint}"),
            refused: false,
        });
    }
    for record in records {
        match record {
            Ok(record) => {
                match read_row(&place, line_of(&text, &lines, record.position()), &header, &known, &record, rank) {
                    Ok(entry) => entry.into_iter().for_each(&mut *take),
                    Err(problem) => problems.push(problem),
                }
            }
            Err(error) => {
                let line = line_of(&text, &lines, error.position());
                problems.push(RowProblem {
                    file: place.clone(),
                    line,
                    column: String::new(),
                    message: error.to_string(),
                    refused: true,
                });
            }
        }
    }
    Ok(problems)
}

/// The line on which a record begins: the reader's place may lie on the line end before it.
pub(crate) fn line_of(text: &str, lines: &Lines, position: Option<&csv::Position>) -> u64 {
    let from = position.and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0).min(text.len());
    let blank = text.as_bytes()[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    lines.position(text, from + blank).line as u64
}

/// One row; none where it is empty or a comment.
fn read_row(
    file: &Arc<str>,
    line: u64,
    header: &csv::StringRecord,
    known: &[Option<&'static Column>],
    record: &csv::StringRecord,
    rank: u8,
) -> Result<Option<Entry>, RowProblem> {
    let mut entry = Entry { place: RowPlace { file: file.clone(), line }, rank, ..Entry::default() };
    let refusal = |column: &str, message: String| RowProblem {
        file: file.clone(),
        line,
        column: column.to_owned(),
        message,
        refused: true,
    };
    if record.iter().all(|cell| cell.trim().is_empty()) || record.get(0).is_some_and(|cell| cell.starts_with('#')) {
        return Ok(None);
    }
    if let Some(extra) = record.iter().skip(header.len()).find(|cell| !cell.trim().is_empty()) {
        let message =
            format!("more cells than columns (\"{extra}\"); put quotes round a cell that holds the delimiter");
        return Err(refusal("", message));
    }
    for ((cell, column), name) in record.iter().zip(known).zip(header.iter()) {
        let cell = cell.trim();
        match column {
            _ if cell.is_empty() => {}
            Some(column) => {
                (column.read)(&mut entry, cell).map_err(|message| refusal(column.name, message))?;
            }
            None => entry.other.push((name.to_owned(), cell.to_owned())),
        }
    }
    if entry.write.is_empty() && entry.avoid.is_empty() {
        return Err(refusal("", "neither write nor avoid is filled in".to_owned()));
    }
    Ok(Some(entry))
}

/// Tab, semicolon or comma: the one the header row holds most of, outside quotes.
pub(crate) fn delimiter_of(text: &str) -> u8 {
    let (mut counts, mut quoted) = ([0_usize; 3], false);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            b',' if !quoted => counts[0] += 1,
            b'\t' if !quoted => counts[1] += 1,
            b';' if !quoted => counts[2] += 1,
            _ => {}
        }
    }
    let best = (0..3).rev().max_by_key(|at| counts[*at]).unwrap_or(0);
    [b',', b'\t', b';'][best]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_byte_order_marks_and_unknown_columns() {
        for text in [
            "\u{feff}write,avoid,color\nKyiv,Kiev,x\n",
            "write;avoid;color\nKyiv;Kiev;x",
            "write\tavoid\tcolor\r\nKyiv\tKiev\tx\r\n",
        ] {
            let rows = read("g.csv", text.as_bytes(), 1).expect("a glossary");
            assert_eq!(rows.entries[0].write, ["Kyiv"]);
            assert_eq!(rows.entries[0].other, [("color".to_owned(), "x".to_owned())]);
            assert!(rows.problems[0].message.contains("unknown column, kept"));
        }
    }

    #[test]
    fn a_bad_row_is_refused_and_the_rest_load() {
        let text = "write,avoid,level\nA,b,grave\n,,\n\"C\nD\",e,error\n";
        let rows = read("g.csv", text.as_bytes(), 1).expect("a glossary");
        assert_eq!(rows.entries.len(), 1);
        assert_eq!(rows.problems.len(), 1);
        assert_eq!((rows.problems[0].line, rows.problems[0].column.as_str()), (2, "level"));
        assert!(rows.problems[0].message.contains("error"));
    }

    #[test]
    fn lines_are_those_of_the_file_whatever_ends_them() {
        for ends in ["\n", "\r\n"] {
            let text = ["write,avoid,level", "A,b,grave", "", "\"C", "D\",e,error", "F,g,grave"].join(ends);
            let rows = read("g.csv", text.as_bytes(), 1).expect("a glossary");
            let lines: Vec<u64> = rows.problems.iter().map(|problem| problem.line).collect();
            assert_eq!(lines, [2, 6], "{ends:?}");
            assert_eq!(rows.entries[0].place.line, 4);
        }
    }

    #[test]
    fn files_without_a_header_are_refused() {
        assert!(read("g.csv", b"Kyiv,Kiev\n", 1).expect_err("no header").contains("write"));
        assert!(read("g.csv", b"", 1).is_err());
    }
}
