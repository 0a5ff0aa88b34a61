//! Rows at rest: packed bytes, of which a row is unpacked and parsed when it first speaks.

use std::ops::Index;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::glossary::condition::{self, Condition};
use crate::glossary::entry::Entry;
use crate::glossary::flat;
use crate::glossary::head::Heads;
use crate::glossary::pattern::Pattern;

/// One row, ready for work.
#[derive(Debug, Default)]
pub struct Row {
    /// The row as it was read.
    pub entry: Entry,
    /// The patterns of its cells: forms, then allowed ones.
    pub forms: Vec<Pattern>,
    /// Conditions of which one must hold.
    pub when: Vec<Condition>,
    /// Conditions of which none may hold.
    pub unless: Vec<Condition>,
}

/// Many rows.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Rows {
    /// The names of their files.
    files: Vec<String>,
    /// The rows one after another, each with the number of its file.
    #[serde(with = "serde_bytes")]
    packed: Vec<u8>,
    /// Where each row ends in `packed`.
    #[serde(with = "flat")]
    ends: Vec<u32>,
    /// The rows asked for so far.
    #[serde(skip)]
    ready: OnceLock<Vec<OnceLock<Box<Row>>>>,
}

impl Rows {
    /// Adds a row.
    ///
    /// # Errors
    /// When the rows are together more than 4 GiB.
    pub fn push(&mut self, entry: &Entry) -> Result<(), String> {
        let file = self.files.iter().rposition(|file| **file == *entry.place.file).unwrap_or_else(|| {
            self.files.push(entry.place.file.to_string());
            self.files.len() - 1
        });
        self.packed =
            postcard::to_extend(&(file, entry), std::mem::take(&mut self.packed)).map_err(|e| e.to_string())?;
        self.ends.push(u32::try_from(self.packed.len()).map_err(|_| "the rows are too long".to_owned())?);
        self.ready = OnceLock::new();
        Ok(())
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All rows in order, unpacked.
    pub fn iter(&self) -> impl Iterator<Item = &Row> {
        (0..self.len()).map(|row| &self[row])
    }

    fn unpack(&self, row: usize) -> Option<Entry> {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let packed = self.packed.get(start..self.ends[row] as usize)?;
        let (file, mut entry): (usize, Entry) = postcard::from_bytes(packed).ok()?;
        entry.place.file = Arc::from(self.files.get(file)?.as_str());
        Some(entry)
    }
}

impl Index<usize> for Rows {
    type Output = Row;

    /// The row of that number, from 0. Panics, as slices do, when there is none.
    fn index(&self, row: usize) -> &Row {
        let ready = self.ready.get_or_init(|| self.ends.iter().map(|_| OnceLock::new()).collect());
        // Whatever is packed here was once parsed without fault; an empty row, which never speaks, stands for damage.
        ready[row].get_or_init(|| {
            Box::new(self.unpack(row).and_then(|entry| Row::of(entry, &mut Heads::default()).ok()).unwrap_or_default())
        })
    }
}

impl Row {
    /// True for the number of a form that the house prints.
    #[must_use]
    pub fn prints(&self, form: usize) -> bool {
        form >= self.entry.forms().len()
    }

    /// Parses an entry's patterns and conditions.
    ///
    /// # Errors
    /// The column and what is wrong in it.
    pub fn of(entry: Entry, heads: &mut Heads) -> Result<Row, (&'static str, String)> {
        let avoided: Result<Vec<_>, _> = entry.forms().iter().map(|cell| heads.pattern(cell, &entry)).collect();
        let allowed: Result<Vec<_>, _> = entry.allowed().iter().map(|cell| heads.printed(cell, &entry)).collect();
        let when = conditions(&entry.when).map_err(|message| ("when", message))?;
        let unless = conditions(&entry.unless).map_err(|message| ("unless", message))?;
        let mut forms = avoided.map_err(|message| ("avoid", message))?;
        forms.extend(allowed.map_err(|message| ("write", message))?);
        Ok(Row { forms, when, unless, entry })
    }
}

fn conditions(cells: &[String]) -> Result<Vec<Condition>, String> {
    cells.iter().map(|cell| condition::parse(cell)).collect()
}
