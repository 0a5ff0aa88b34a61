//! A glossary file of any format that is read: tables (CSV, TSV, semicolons) and TBX term bases.

use crate::glossary::entry::Entry;
use crate::glossary::read::{self, RowProblem, Rows};
use crate::glossary::tbx;

/// Reads a glossary's bytes; `rank` says which glossary wins over which.
///
/// # Errors
/// When nothing can be read: see [`read::read`] and [`tbx::read`].
pub fn read(file: &str, bytes: &[u8], rank: u8) -> Result<Rows, String> {
    if tbx::is_tbx(file, bytes) { tbx::read(file, bytes, rank) } else { read::read(file, bytes, rank) }
}

/// Reads a glossary's bytes, gives each good row to `take`, and returns what was wrong with the others.
///
/// # Errors
/// As [`read`].
pub fn each(file: &str, bytes: &[u8], rank: u8, take: &mut dyn FnMut(Entry)) -> Result<Vec<RowProblem>, String> {
    if !tbx::is_tbx(file, bytes) {
        return read::each(file, bytes, rank, take);
    }
    let rows = tbx::read(file, bytes, rank)?;
    rows.entries.into_iter().for_each(take);
    Ok(rows.problems)
}
