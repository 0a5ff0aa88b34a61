//! Glossary files: CSV, TSV or semicolons, read row by row so that one bad row spoils no other.

use std::ops::Range;
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
    let text = encoding::decode(bytes).map_err(|message| format!("{file}: {message}"))?.text;
    let Some(mut table) = Table::of(&text).map_err(|message| format!("{file}: {message}"))? else {
        return Err(format!("{file}: the file is empty; its first row must name the columns, such as write,avoid"));
    };
    let place = Arc::<str>::from(file);
    let lines = Lines::of(&text);
    let at_line = |byte: usize| lines.position(&text, byte).line as u64;
    let mut problems = Vec::new();
    let header = table.header.clone();
    let known: Vec<Option<&'static Column>> = header.iter().map(columns::find).collect();
    let first = at_line(table.start);
    if !known.iter().flatten().any(|column| matches!(column.name, "write" | "avoid")) {
        return Err(format!(
            "{file}:{first}: no column named write or avoid; the first row must name the columns, such as write,avoid"
        ));
    }
    let mut say = |line, column: &str, message, refused| {
        problems.push(RowProblem { file: place.clone(), line, column: column.to_owned(), message, refused });
    };
    for (name, _) in header.iter().zip(&known).filter(|(name, column)| column.is_none() && !name.trim().is_empty()) {
        let near = nearness::nearest(&name.to_lowercase(), COLUMNS.iter().map(|c| c.name));
        let hint = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        say(first, name, format!("unknown column, kept{hint}"), false);
    }
    loop {
        let before = table.at();
        let record = match table.next() {
            Some(Ok(record)) => Some(record),
            Some(Err(message)) => {
                say(at_line(table.skip(before)), "", message, true);
                continue;
            }
            None => None,
        };
        let begin = record.as_ref().map_or(text.len(), |record| record.begin);
        for comment in lines_of(&text, before..begin).filter(|line| looks_like_row(&text[line.clone()], &table)) {
            let message = "begins with # and is taken for a comment; put quotes round its first cell if it is a row";
            say(at_line(comment.start), "", message.to_owned(), false);
        }
        let Some(record) = record else { break };
        let line = at_line(record.begin);
        if record.cells.iter().any(|cell| cell.contains(['\n', '\r'])) {
            let fault = match quotes(&text[record.begin..record.end], table.delimiter) {
                Quotes::Sound => None,
                Quotes::Open => {
                    Some("the quotes opened here are never closed, and the lines below are taken into the cell")
                }
                Quotes::Stray => Some("a cell goes over the line's end, and words stand behind its closing quotes"),
            };
            if let Some(fault) = fault {
                say(
                    line,
                    "",
                    format!("{fault}; close the quotes, and write a quotation mark within quotes twice"),
                    true,
                );
                continue;
            }
        }
        match read_row(&place, line, &header, &known, &record.cells, rank) {
            Ok(entry) => entry.into_iter().for_each(&mut *take),
            Err(problem) => say(line, &problem.column, problem.message, true),
        }
    }
    Ok(problems)
}

/// A table as it is read: its header row, then record by record. Comments, empty lines and a line `sep=;` are passed over.
pub(crate) struct Table<'t> {
    text: &'t str,
    /// The cells of the header row.
    pub(crate) header: csv::StringRecord,
    /// The byte at which the header row begins.
    pub(crate) start: usize,
    /// What stands between cells.
    pub(crate) delimiter: u8,
    reader: csv::Reader<&'t [u8]>,
    /// The byte at which the reader began.
    base: usize,
}

/// One record of a table.
pub(crate) struct Record {
    /// Its cells.
    pub(crate) cells: csv::StringRecord,
    /// The byte at which its first cell begins.
    pub(crate) begin: usize,
    /// The byte after its line end.
    pub(crate) end: usize,
}

impl<'t> Table<'t> {
    /// Opens a table; none when there is no header row.
    ///
    /// # Errors
    /// When the header row cannot be read.
    pub(crate) fn of(text: &'t str) -> Result<Option<Self>, String> {
        let (start, delimiter) = head(text);
        let open = |from: usize, comment| {
            csv::ReaderBuilder::new()
                .delimiter(delimiter)
                .comment(comment)
                .flexible(true)
                .has_headers(false)
                .from_reader(&text.as_bytes()[from..])
        };
        let mut first = open(start, None);
        let mut header = csv::StringRecord::new();
        if !first.read_record(&mut header).map_err(|error| error.to_string())? {
            return Ok(None);
        }
        let base = start + byte(first.position());
        Ok(Some(Table { text, header, start, delimiter, reader: open(base, Some(b'#')), base }))
    }

    /// The byte to which the table has been read, line end included.
    pub(crate) fn at(&self) -> usize {
        let at = (self.base + byte(self.reader.position())).min(self.text.len());
        at + usize::from(self.text[at..].starts_with('\n') && self.text[..at].ends_with('\r'))
    }

    /// The next record.
    pub(crate) fn next(&mut self) -> Option<Result<Record, String>> {
        let before = self.at();
        let mut cells = csv::StringRecord::new();
        match self.reader.read_record(&mut cells) {
            Ok(true) => Some(Ok(Record { cells, begin: self.skip(before), end: self.at() })),
            Ok(false) => None,
            Err(error) => Some(Err(error.to_string())),
        }
    }

    /// The byte at which a record begins at or after `from`: behind empty lines and comments.
    fn skip(&self, from: usize) -> usize {
        let line = lines_of(self.text, from..self.text.len())
            .find(|line| !self.text[line.clone()].starts_with(['\n', '\r', '#']));
        line.map_or(self.text.len(), |line| line.start)
    }
}

fn byte(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

/// The lines of a range of bytes, line ends included.
fn lines_of(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = range.start;
    text[range].split_inclusive('\n').map(move |line| {
        let own = at..at + line.len();
        at = own.end;
        own
    })
}

/// True for a line `#MeToo,me too`: a comment that says something in the first cell and in another.
fn looks_like_row(line: &str, table: &Table<'_>) -> bool {
    let mut cells = line.split(char::from(table.delimiter)).map(str::trim);
    let named = cells.next().is_some_and(|cell| cell.starts_with('#') && cell[1..].starts_with(char::is_alphanumeric));
    named
        && cells.next().is_some_and(|cell| !cell.is_empty())
        && line.matches(char::from(table.delimiter)).count() < table.header.len()
}

/// How the quotes of a record stand.
#[derive(Debug, PartialEq)]
enum Quotes {
    Sound,
    /// The last ones are not closed.
    Open,
    /// Something stands between closing quotes and the delimiter.
    Stray,
}

fn quotes(record: &str, delimiter: u8) -> Quotes {
    let bytes = record.as_bytes();
    let (mut quoted, mut begins, mut stray, mut at) = (false, true, false, 0);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if quoted && byte == b'"' {
            if bytes.get(at) == Some(&b'"') {
                at += 1;
            } else {
                quoted = false;
                stray |= bytes.get(at).is_some_and(|next| *next != delimiter && !matches!(next, b'\r' | b'\n' | b' '));
            }
        } else if !quoted {
            quoted = begins && byte == b'"';
            begins = byte == delimiter;
        }
    }
    match (quoted, stray) {
        (true, _) => Quotes::Open,
        (_, true) => Quotes::Stray,
        _ => Quotes::Sound,
    }
}

/// One row; none where it is empty.
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
    if record.iter().all(|cell| cell.trim().is_empty()) {
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

/// Where the header row begins, behind comments, empty lines and a line `sep=;`, and what stands between cells: what that
/// line says, else tab, semicolon or comma, the one the header row holds most of outside quotes.
fn head(text: &str) -> (usize, u8) {
    let mut told = None;
    for line in lines_of(text, 0..text.len()) {
        let own = text[line.clone()].trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
        let names =
            |cell: &str| columns::find(cell.trim_matches('"')).is_some_and(|c| matches!(c.name, "write" | "avoid"));
        if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] = own.as_bytes() {
            told = Some(*delimiter);
        } else if !own.is_empty() && (!own.starts_with('#') || own.split([',', ';', '\t']).any(names)) {
            return (line.start, told.unwrap_or_else(|| most_of(&text[line.start..])));
        }
    }
    (text.len(), told.unwrap_or(b','))
}

fn most_of(text: &str) -> u8 {
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
    fn a_hash_begins_a_comment_but_not_within_quotes() {
        let text = "sep=;\n# our names\n\nwrite;avoid\n# x, \"y\n\"#MeToo\";me too\n#Kyiv;Kiev\nOslo;Kristiania\n#Basra;Bassora\n";
        let rows = read("g.csv", text.as_bytes(), 1).expect("a glossary");
        let lines: Vec<u64> = rows.entries.iter().map(|entry| entry.place.line).collect();
        assert_eq!((lines, rows.entries[0].write[0].as_str()), (vec![6, 8], "#MeToo"));
        let said: Vec<u64> = rows.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(said, [7, 9], "{:?}", rows.problems);
        assert!(read("g.csv", b"#,write\n1,Kyiv\n", 1).expect("a glossary").entries[0].write == ["Kyiv"]);
    }

    #[test]
    fn quotes_that_swallow_rows_are_told() {
        for (text, line) in [
            ("write,avoid\nMIG,\"alien\nGGG,guy\nHHH,dude", 2),
            ("write,avoid\nA,b\nMIG,\"alien\nGGG,\"guy\"\nHHH,dude", 3),
        ] {
            let rows = read("g.csv", text.as_bytes(), 1).expect("a glossary");
            assert_eq!(rows.problems.len(), 1, "{:?}", rows.problems);
            assert!(rows.problems[0].line == line && rows.problems[0].refused, "{:?}", rows.problems);
        }
        let sound = "write,avoid,note\nMIG,\"alien\",\"a \"\"b\"\"\nc\"\n";
        assert!(read("g.csv", sound.as_bytes(), 1).expect("a glossary").problems.is_empty());
    }

    #[test]
    fn files_without_a_header_are_refused() {
        assert!(read("g.csv", b"Kyiv,Kiev\n", 1).expect_err("no header").contains("write"));
        assert!(read("g.csv", b"", 1).is_err());
    }
}
