//! Draft rows put at the end of a glossary: what an archive shows, for a person to judge.

use std::collections::HashSet;
use std::path::Path;

use crate::cli::glossary::table::Table;
use crate::files;
use crate::glossary::open;
use crate::glossary::sheet::{self, Cells};
use crate::text::fold::lower;

/// The header row of a glossary that does not exist yet.
const HEADER: &[u8] = b"write,avoid,kind,status,note\n";

/// One row that is proposed.
pub(crate) struct Draft {
    /// What to print.
    pub(crate) write: String,
    /// Its other spellings.
    pub(crate) avoid: Vec<String>,
    /// The row's kind, as a glossary names it.
    pub(crate) kind: &'static str,
    /// Where it was met and how often.
    pub(crate) note: String,
}

impl Draft {
    /// The row's cells.
    pub(crate) fn cells(&self) -> Cells {
        let Draft { write, avoid, kind, note } = self;
        let cells = [("write", write.clone()), ("avoid", avoid.join("|")), ("kind", (*kind).to_owned())];
        cells.into_iter().chain([("status", "draft".to_owned()), ("note", note.clone())]).collect()
    }
}

/// Adds rows to a glossary table, which is made when there is none; rows whose forms the table has already are left
/// out, and every other byte stays. Returns how many were added.
pub(crate) fn add(file: &Path, drafts: &[Draft]) -> Result<usize, String> {
    let name = file.to_string_lossy().into_owned();
    let bytes = if file.exists() { files::read(file, files::STDIN)?.bytes } else { HEADER.to_vec() };
    let table = Table::of(&name, &bytes)?;
    let known: HashSet<String> = open::read(&name, &bytes, 1)?
        .entries
        .iter()
        .flat_map(|entry| entry.write.iter().chain(&entry.avoid))
        .map(|form| lower(form))
        .collect();
    let is_known = |form: &String| known.contains(&lower(form));
    let new = |draft: &&Draft| !(is_known(&draft.write) && draft.avoid.iter().all(is_known));
    let rows: Vec<Cells> = drafts.iter().filter(new).map(Draft::cells).collect();
    if !rows.is_empty() {
        let text = sheet::append(table.text(), &rows).map_err(|message| format!("{name}: {message}"))?;
        files::write(file, &table.bytes_of(&text)?)?;
    }
    Ok(rows.len())
}
