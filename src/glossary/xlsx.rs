//! Glossaries in spreadsheets: the first sheet of an xlsx file as a CSV table.

/// True when a file is an xlsx workbook (a zip archive).
#[must_use]
pub fn is_xlsx(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The first sheet as CSV, one line a row: line breaks within cells become spaces. Dates become `YYYY-MM-DD`.
///
/// # Errors
/// When the file is no workbook, or larger than a glossary can be.
#[cfg(not(feature = "xlsx"))]
pub fn table(_bytes: &[u8]) -> Result<String, String> {
    Err("spreadsheets are not read by this build; save the sheet as CSV (UTF-8)".to_owned())
}

#[cfg(feature = "xlsx")]
pub use reading::table;

#[cfg(feature = "xlsx")]
mod reading {
    use std::io::Cursor;

    use calamine::{Data, DataRef, Reader, Xlsx, open_workbook_from_rs};

    use crate::glossary::write;

    /// Columns and rows at most, and unpacked bytes at most.
    const COLUMNS: u32 = 128;
    const ROWS: u32 = 1 << 20;
    const UNPACKED: u64 = 256 << 20;

    /// The first sheet as CSV, one line a row: line breaks within cells become spaces. Dates become `YYYY-MM-DD`.
    ///
    /// # Errors
    /// When the file is no workbook, or larger than a glossary can be.
    pub fn table(bytes: &[u8]) -> Result<String, String> {
        if unpacked(bytes) > UNPACKED {
            return Err(format!("the workbook unpacks to more than {} MB; save the sheet as CSV", UNPACKED >> 20));
        }
        let refused = |error: calamine::XlsxError| format!("not an xlsx workbook: {error}");
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(refused)?;
        let sheet = book.sheet_names().into_iter().next().ok_or("the workbook has no sheet")?;
        let mut cells = book.worksheet_cells_reader(&sheet).map_err(refused)?;
        // Only filled cells are held, each with its column.
        let mut rows: Vec<Vec<(usize, String)>> = Vec::new();
        while let Some(cell) = cells.next_cell().map_err(refused)? {
            let ((row, column), text) = (cell.get_position(), text(cell.get_value()));
            if text.is_empty() {
                continue;
            }
            if column >= COLUMNS || row >= ROWS {
                return Err(format!("a cell in row {}, column {}: a glossary has no such place", row + 1, column + 1));
            }
            let (row, column) = (row as usize, column as usize);
            if rows.len() <= row {
                rows.resize(row + 1, Vec::new());
            }
            rows[row].push((column, text));
        }
        // A cell right of the header row belongs to a column that has no name but the sheet's.
        if let Some(header) = rows.iter().position(|row| row.iter().any(|(_, text)| !text.starts_with('#'))) {
            let named = rows[header].iter().map(|(column, _)| column + 1).max().unwrap_or(0);
            let widest =
                rows.iter().filter(|row| !is_comment(row)).flatten().map(|(column, _)| column + 1).max().unwrap_or(0);
            rows[header].extend((named..widest).map(|column| (column, letters(column))));
        }
        let mut csv = String::new();
        let mut written = 0;
        // Empty rows stay as empty lines, so that a row's line is its number in the sheet.
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
            csv.extend(std::iter::repeat_n('\n', at - written));
            if is_comment(row) {
                let words: Vec<&str> = row.iter().map(|(_, text)| text.as_str()).collect();
                csv.push_str(&format!("{}\n", words.join(" ")));
            } else {
                let mut record = vec![String::new(); row.iter().map(|(column, _)| column + 1).max().unwrap_or(0)];
                for (column, text) in row {
                    record[*column].clone_from(text);
                }
                csv.push_str(&write::text(&[record], b','));
            }
            written = at + 1;
        }
        Ok(csv)
    }

    /// True for a row whose first cell is a comment: `# names`, or words behind `#` with nothing beside them.
    fn is_comment(row: &[(usize, String)]) -> bool {
        let comment =
            |text: &str| text.starts_with('#') && (row.len() == 1 || !text[1..].starts_with(char::is_alphanumeric));
        row.first().is_some_and(|(column, text)| *column == 0 && comment(text))
    }

    /// The name that spreadsheets give to a column, from 0.
    fn letters(column: usize) -> String {
        let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
        let first = (column >= 26).then(|| letter(column / 26 - 1));
        first.into_iter().chain([letter(column)]).collect()
    }

    /// A cell on one line.
    fn text(value: &DataRef<'_>) -> String {
        let text = match value {
            DataRef::DateTime(date) if date.is_datetime() => {
                let (year, month, day, ..) = date.to_ymd_hms_milli();
                format!("{year:04}-{month:02}-{day:02}")
            }
            DataRef::DateTimeIso(date) => date.split('T').next().unwrap_or_default().to_owned(),
            DataRef::Error(_) => String::new(),
            other => Data::from(other.clone()).to_string(),
        };
        if text.contains(['\n', '\r']) { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text }
    }

    /// The bytes that the archive's directory says it unpacks to.
    fn unpacked(bytes: &[u8]) -> u64 {
        bytes
            .windows(28)
            .filter(|window| window.starts_with(b"PK\x01\x02"))
            .map(|window| u64::from(u32::from_le_bytes([window[24], window[25], window[26], window[27]])))
            .sum()
    }
}
