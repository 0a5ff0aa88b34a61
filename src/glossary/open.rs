//! A glossary file of any format that is read: tables (CSV, TSV, semicolons, xlsx) and TBX term bases.

use crate::glossary::entry::Entry;
use crate::glossary::read::{self, RowProblem, Rows};
use crate::glossary::tbx;
use crate::glossary::xlsx;

/// Reads a glossary's bytes; `rank` says which glossary wins over which.
///
/// # Errors
/// When nothing can be read: see [`read::read`] and [`tbx::read`].
pub fn read(file: &str, bytes: &[u8], rank: u8) -> Result<Rows, String> {
    let mut entries = Vec::new();
    let problems = each(file, bytes, rank, &mut |entry| entries.push(entry))?;
    Ok(Rows { entries, problems })
}

/// Reads a glossary's bytes, gives each good row to `take`, and returns what was wrong with the others.
///
/// # Errors
/// As [`read()`].
pub fn each(file: &str, bytes: &[u8], rank: u8, take: &mut dyn FnMut(Entry)) -> Result<Vec<RowProblem>, String> {
    if xlsx::is_xlsx(bytes) {
        let table = xlsx::table(bytes).map_err(|message| format!("{file}: {message}"))?;
        return read::each(file, table.as_bytes(), rank, take);
    }
    if !tbx::is_tbx(file, bytes) {
        return read::each(file, bytes, rank, take);
    }
    let rows = tbx::read(file, bytes, rank)?;
    rows.entries.into_iter().for_each(take);
    Ok(rows.problems)
}
