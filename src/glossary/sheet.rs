//! Rows or the cells of one column put into a glossary file with every other byte left as it is.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::glossary::columns;
use crate::glossary::read::Table;
use crate::text::fold;
use crate::text::lines::Lines;

/// A table with a row more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The whole table.
    pub text: String,
    /// The new row's line, from 1.
    pub line: u64,
}

/// Cells by the names of their columns.
pub type Cells = Vec<(&'static str, String)>;

/// Puts a row into a table: where it belongs when the rows are sorted by their first column, else at the end. Cells are
/// given by the names of their columns; quotes are written as the file has them.
///
/// # Errors
/// When the table has no header row, or no column for a cell that is not empty.
pub fn add(text: &str, cells: &[(&str, String)]) -> Result<Added, String> {
    let (hand, mut table) = Hand::of(text)?;
    let row = hand.row(cells)?;
    let key = fold::lower(row.first().copied().unwrap_or_default());
    let at = place(&mut table, &key)?.unwrap_or(text.len());
    let mut whole = hand.open(&text[..at]);
    let number = whole.bytes().filter(|byte| *byte == b'\n').count() as u64 + 1;
    whole.push_str(&hand.line(&row));
    whole.push_str(&text[at..]);
    Ok(Added { text: whole, line: number })
}

/// Puts rows at the end of a table, in their order.
///
/// # Errors
/// As [`add`].
pub fn append(text: &str, rows: &[Cells]) -> Result<String, String> {
    let (hand, _) = Hand::of(text)?;
    let mut whole = hand.open(text);
    for cells in rows {
        whole.push_str(&hand.line(&hand.row(cells)?));
    }
    Ok(whole)
}

/// How a table is written: its columns, delimiter, quotes and line ends.
struct Hand {
    columns: Vec<Option<&'static str>>,
    delimiter: u8,
    quoted: bool,
    ending: &'static str,
}

impl Hand {
    /// The hand of a table, and the table, read up to its first record.
    fn of(text: &str) -> Result<(Hand, Table<'_>), String> {
        let empty = "the file is empty; its first row must name the columns, such as write,avoid";
        let table = Table::of(text)?.ok_or(empty)?;
        let columns = table.header.iter().map(|name| columns::find(name).map(|column| column.name)).collect();
        let quoted = text[table.start..].trim_start_matches('\u{feff}').starts_with('"');
        let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Ok((Hand { columns, delimiter: table.delimiter, quoted, ending }, table))
    }

    /// The cells in the order of the columns.
    fn row<'a>(&self, cells: &'a [(&str, String)]) -> Result<Vec<&'a str>, String> {
        for (name, value) in cells {
            if !value.is_empty() && !self.columns.contains(&Some(*name)) {
                return Err(format!("the file has no column {name}; add {name} to its header row"));
            }
        }
        let cell = |name: &str| cells.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| value.as_str());
        Ok(self.columns.iter().map(|name| name.map_or("", cell)).collect())
    }

    /// A row as text, its line end included.
    fn line(&self, row: &[&str]) -> String {
        let mut line = String::new();
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                line.push(char::from(self.delimiter));
            }
            line.push_str(&quote(cell, self.delimiter, self.quoted));
        }
        line.push_str(self.ending);
        line
    }

    /// The head of a table, its last line ended.
    fn open(&self, head: &str) -> String {
        let mut whole = head.to_owned();
        if !whole.is_empty() && !whole.ends_with('\n') {
            whole.push_str(self.ending);
        }
        whole
    }
}

/// Writes the cells of one column of a table anew, each given by the line on which its row begins (from 1); other rows,
/// and all other cells, keep their bytes. A row too short to have the column grows.
///
/// # Errors
/// When the table has no such column, or breaks off.
pub fn fill(text: &str, column: &str, cells: &BTreeMap<u64, String>) -> Result<String, String> {
    let (hand, mut table) = Hand::of(text)?;
    let delimiter = hand.delimiter;
    let at = hand.columns.iter().position(|name| *name == Some(column));
    let at = at.ok_or_else(|| format!("the file has no column {column}; add {column} to its header row"))?;
    let lines = Lines::of(text);
    let (mut whole, mut kept) = (String::with_capacity(text.len()), 0);
    while let Some(record) = table.next() {
        let start = record?.begin;
        let Some(cell) = cells.get(&(lines.position(text, start).line as u64)) else { continue };
        let places = places(text, start, delimiter);
        let missing = (at + 1).saturating_sub(places.len());
        let place = places.get(at).cloned().unwrap_or_else(|| places.last().map_or(start..start, |p| p.end..p.end));
        whole.push_str(&text[kept..place.start]);
        (0..missing).for_each(|_| whole.push(char::from(delimiter)));
        whole.push_str(&quote(cell, delimiter, text[place.clone()].starts_with('"')));
        kept = place.end;
    }
    whole.push_str(&text[kept..]);
    Ok(whole)
}

/// The bytes of each cell of the record that begins at or after `start`, quotes included.
fn places(text: &str, start: usize, delimiter: u8) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let blank = bytes[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let begin = start + blank;
    let (mut places, mut from, mut quoted) = (Vec::new(), begin, false);
    for at in begin..=bytes.len() {
        match bytes.get(at) {
            Some(b'"') if quoted || at == from => quoted = !quoted,
            Some(b'"') if bytes[from] == b'"' => quoted = true, // the second of two in a quoted cell
            Some(byte) if quoted || !matches!(byte, b'\r' | b'\n') && *byte != delimiter => {}
            end => {
                places.push(from..at);
                from = at + 1;
                if end != Some(&delimiter) {
                    break;
                }
            }
        }
    }
    places
}

/// The byte before which a row of that key belongs; none when the rows are not sorted, or it belongs at the end.
fn place(table: &mut Table<'_>, key: &str) -> Result<Option<usize>, String> {
    let (mut before, mut last, mut rows) = (None::<usize>, None::<String>, 0);
    // A comment above a row stays with it: a new row goes after the row before.
    let mut end = table.at();
    while let Some(record) = table.next() {
        let record = record?;
        if record.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let own = fold::lower(record.cells.get(0).unwrap_or_default().trim());
        if last.as_ref().is_some_and(|last| *last > own) {
            return Ok(None);
        }
        if before.is_none() && own.as_str() > key {
            before = Some(end);
        }
        (rows, end, last) = (rows + 1, record.end, Some(own));
    }
    Ok(before.filter(|_| rows > 1))
}

/// A cell as it is written: in quotes where it must be, or `always`.
pub(super) fn quote(cell: &str, delimiter: u8, always: bool) -> String {
    if always || cell.contains(['"', '\n', '\r', char::from(delimiter)]) || cell.starts_with(['#', ' ']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(write: &str, avoid: &str) -> Vec<(&'static str, String)> {
        vec![("write", write.to_owned()), ("avoid", avoid.to_owned())]
    }

    #[test]
    fn sorted_tables_stay_sorted_and_comments_stay_with_their_rows() {
        let text = "write,avoid\r\nAden,Eden\r\n# ports\r\nKyiv,\"Kiev\"\r\n";
        let added = add(text, &cells("Basra", "Bassora, the")).expect("added");
        assert_eq!(added.text, "write,avoid\r\nAden,Eden\r\nBasra,\"Bassora, the\"\r\n# ports\r\nKyiv,\"Kiev\"\r\n");
        assert_eq!(added.line, 3);
        let first = add(text, &cells("Aba", "Abba")).expect("added");
        assert!(first.text.starts_with("write,avoid\r\nAba,Abba\r\nAden"), "{}", first.text);
    }

    #[test]
    fn a_column_is_filled_and_nothing_else_changes() {
        let text = "write,avoid,human,note\r\n\r\nAden,\"Eden, \"\"old\"\"\",,\"a\r\nb\"\r\n# ports,,,\r\nKyiv,Kiev,\"3\",x\r\nOslo,Kr";
        let cells = [(3, "0".to_owned()), (6, "0.6".to_owned()), (7, "12".to_owned())].into();
        let filled = fill(text, "human", &cells).expect("filled");
        let after = text.replace("\"\",,", "\"\",0,").replace("\"3\"", "\"0.6\"") + ",12";
        assert_eq!(filled, after);
        assert_eq!(fill(text, "human", &BTreeMap::new()).expect("filled"), text);
        assert!(fill(text, "machine", &cells).expect_err("no column").contains("no column machine"));
    }

    #[test]
    fn many_rows_are_written_in_the_hand_of_the_file() {
        let rows = [cells("Kyiv", "Kiev"), cells("Basra", "Bassora; the")];
        let text = append("avoid;write\r\nEden;Aden", &rows).expect("appended");
        assert_eq!(text, "avoid;write\r\nEden;Aden\r\nKiev;Kyiv\r\n\"Bassora; the\";Basra\r\n");
    }

    #[test]
    fn others_grow_at_the_end_with_their_own_quotes() {
        let text = "\"avoid\";\"note\";\"write\"\n\"z\";\"1\";\"y\"\n\"b\";\"2\";\"a\"";
        let added = add(text, &cells("Kyiv", "Kiev")).expect("added");
        assert_eq!(added.text, format!("{text}\n\"Kiev\";\"\";\"Kyiv\"\n"));
        assert_eq!(added.line, 4);
        assert!(add(text, &[("kind", "place".to_owned())]).expect_err("no column").contains("no column kind"));
    }
}
