//! Rows at rest: packed bytes, of which a row is unpacked and parsed when it first speaks.

use std::ops::Index;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;

use crate::glossary::condition::{self, Condition};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::flat::List;
use crate::glossary::head::Heads;
use crate::glossary::pattern::{self, Pattern};
use crate::glossary::shelf::{Filling, Shelf};

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
#[derive(Debug, Default)]
pub struct Rows {
    /// The names of their files.
    files: Vec<Arc<str>>,
    /// The rows one after another, each with the number of its file and without the zeros at its end: they stand for
    /// columns that are empty.
    packed: Bytes,
    /// Where each row ends in `packed`.
    ends: List<u32>,
    /// The rows asked for so far, by blocks.
    ready: OnceLock<Vec<OnceLock<Block>>>,
}

/// Neighbouring rows, of which few are ever asked for.
type Block = Box<[OnceLock<Box<Row>>; BLOCK]>;

/// More zeros than an empty row is packed into.
const ZEROS: usize = 40;

/// Rows of a block.
const BLOCK: usize = 64;

impl Rows {
    /// Lays the rows on a shelf.
    ///
    /// # Errors
    /// Says what could not be written.
    pub fn store(&self, shelf: &mut Filling) -> Result<(), String> {
        shelf.value(&self.files)?;
        shelf.bytes(&self.packed);
        shelf.list(&self.ends);
        Ok(())
    }

    /// Takes rows from a shelf; none when something else lies there.
    pub fn load(shelf: &mut Shelf) -> Option<Self> {
        Some(Rows { files: shelf.value()?, packed: shelf.bytes()?, ends: shelf.list()?, ready: OnceLock::new() })
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
        let start = row.checked_sub(1).map_or(0, |before| self.ends.at(before) as usize);
        let mut packed = self.packed.get(start..self.ends.at(row) as usize)?.to_vec();
        packed.resize(packed.len() + ZEROS, 0);
        let (file, mut entry): (usize, Entry) = postcard::from_bytes(&packed).ok()?;
        entry.place.file = Arc::clone(self.files.get(file)?);
        Some(entry)
    }
}

impl Index<usize> for Rows {
    type Output = Row;

    /// The row of that number, from 0. Panics, as slices do, when there is none.
    fn index(&self, row: usize) -> &Row {
        let blocks = self.ready.get_or_init(|| (0..self.len().div_ceil(BLOCK)).map(|_| OnceLock::new()).collect());
        let block = blocks[row / BLOCK].get_or_init(|| Box::new([const { OnceLock::new() }; BLOCK]));
        // Whatever is packed here was once parsed without fault; an empty row, which never speaks, stands for damage.
        block[row % BLOCK].get_or_init(|| {
            Box::new(self.unpack(row).and_then(|entry| Row::of(entry, &mut Heads::default()).ok()).unwrap_or_default())
        })
    }
}

/// Rows of which more are to come.
#[derive(Debug, Default)]
pub struct Packing {
    files: Vec<Arc<str>>,
    packed: Vec<u8>,
    ends: Vec<u32>,
}

impl Packing {
    /// Goes on from rows, which keep their numbers.
    #[must_use]
    pub fn after(rows: Rows) -> Self {
        Packing { files: rows.files, packed: rows.packed.into(), ends: rows.ends.iter().collect() }
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

    /// Adds a row.
    ///
    /// # Errors
    /// When the rows are together more than 4 GiB.
    pub fn push(&mut self, entry: &Entry) -> Result<(), String> {
        let file = self.files.iter().rposition(|file| *file == entry.place.file).unwrap_or_else(|| {
            self.files.push(Arc::clone(&entry.place.file));
            self.files.len() - 1
        });
        self.packed =
            postcard::to_extend(&(file, entry), std::mem::take(&mut self.packed)).map_err(|e| e.to_string())?;
        while self.packed.pop_if(|byte| *byte == 0).is_some() {}
        self.ends.push(u32::try_from(self.packed.len()).map_err(|_| "the rows are too long".to_owned())?);
        Ok(())
    }

    /// The rows, at rest.
    #[must_use]
    pub fn finish(self) -> Rows {
        Rows { files: self.files, packed: self.packed.into(), ends: List::of(self.ends), ready: OnceLock::new() }
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
        if entry.rank > 0 && entry.kind != Kind::Leftover {
            entry.avoid.iter().try_for_each(|cell| pattern::no_sign(cell)).map_err(|message| ("avoid", message))?;
        }
        let mut conditions = |cells: &[String]| -> Result<Vec<Condition>, String> {
            // Built-in rows name the forms they mean.
            let mut read = |form: &str| if entry.rank > 0 { heads.beside(form) } else { pattern::parse(form) };
            cells.iter().map(|cell| condition::parse(cell, &mut read)).collect()
        };
        let when = conditions(&entry.when).map_err(|message| ("when", message))?;
        let unless = conditions(&entry.unless).map_err(|message| ("unless", message))?;
        let mut forms = avoided.map_err(|message| ("avoid", message))?;
        forms.extend(allowed.map_err(|message| ("write", message))?);
        Ok(Row { forms, when, unless, entry })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::entry::RowPlace;

    #[test]
    fn rows_come_back_as_they_were_laid_down() {
        assert!(postcard::to_allocvec(&Entry::default()).expect("packed").iter().all(|byte| *byte == 0));
        let place = |line| RowPlace { file: "house.csv".into(), line };
        let plain = Entry { avoid: vec!["Kiev".to_owned()], place: place(2), rank: 1, ..Entry::default() };
        let full = Entry { place: place(3), other: vec![("colour".to_owned(), "blue".to_owned())], ..plain.clone() };
        let mut packing = Packing::default();
        for entry in [&plain, &full, &plain] {
            packing.push(entry).expect("room");
        }
        let mut shelf = Filling::default();
        Packing::after(packing.finish()).finish().store(&mut shelf).expect("written");
        let rows = Rows::load(&mut Shelf::of(shelf.finish().into())).expect("read");
        let back: Vec<String> = rows.iter().map(|row| format!("{:?}", row.entry)).collect();
        assert_eq!(back, [&plain, &full, &plain].map(|entry| format!("{entry:?}")));
    }
}
