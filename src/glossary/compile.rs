//! Rows to automaton: every row that cannot be used refused with its place.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::glossary::automaton::{Automaton, PatternId};
use crate::glossary::builder::Builder;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::flat;
use crate::glossary::head::Heads;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::pattern::Pattern;
use crate::glossary::read::RowProblem;
use crate::glossary::store::{Row, Rows};
use crate::glossary::track::{Inflected, Track};
use crate::text::fold;
use crate::text::reading::Reading;
use crate::text::words;

/// All rows of all glossaries, and the automata that find them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Glossary {
    /// The rows, in the order of the files.
    pub rows: Rows,
    /// For each pattern its row and which of the row's forms it is.
    #[serde(with = "flat")]
    pub patterns: Vec<(u32, u32)>,
    /// Patterns of running prose.
    pub prose: Automaton,
    /// Patterns of whole lines.
    pub lines: Automaton,
    /// The words of all patterns.
    pub lexicon: Lexicon,
    /// The row of each spelling of a name of the house, by the spelling's hash; sorted.
    #[serde(with = "flat")]
    names: Vec<(u64, u32)>,
    /// The row of each two words that stand together in what the house prints, by their hashes (see [`pair`]); sorted.
    #[serde(with = "flat")]
    holders: Vec<(u64, u32)>,
    /// Rows that could not be used, and notes.
    pub problems: Vec<RowProblem>,
}

/// A glossary to which rows are being added.
#[derive(Debug, Default)]
pub struct Compiler {
    glossary: Glossary,
    prose: Builder,
    lines: Builder,
    heads: Heads,
    inflected: Inflected,
}

/// A hash of two words that stand together, by their own.
fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(23) ^ second
}

/// The last word of a person's name.
fn surname_of(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

impl Glossary {
    /// Compiles rows.
    #[must_use]
    pub fn of(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut compiler = Compiler::default();
        entries.into_iter().for_each(|entry| compiler.add(entry));
        compiler.finish()
    }

    /// The glossary as bytes, for [`Glossary::from_bytes`] of the same build of copydesk.
    ///
    /// # Errors
    /// Says what could not be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, String> {
        postcard::to_allocvec(self).map_err(|error| error.to_string())
    }

    /// A glossary from bytes that [`Glossary::to_bytes`] wrote; none when they are something else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut glossary: Glossary = postcard::from_bytes(bytes).ok()?;
        glossary.lexicon.make_table();
        Some(glossary)
    }

    /// What the house prints for a name, when one of its glossaries has it; glossaries of the `silent` ranks are not asked.
    #[must_use]
    pub fn printed(&self, name: &str, silent: &[u8]) -> Option<&str> {
        let (hash, key) = (fold::key_hash(name), fold::lower(name));
        let from = self.names.partition_point(|known| known.0 < hash);
        let rows = self.names[from..].iter().take_while(|known| known.0 == hash).map(|known| known.1 as usize);
        rows.map(|row| &self.rows[row].entry)
            .filter(|entry| !silent.contains(&entry.rank))
            .find_map(|entry| Glossary::printed_by(entry, &key))
    }

    fn printed_by<'a>(entry: &'a Entry, key: &str) -> Option<&'a str> {
        let (write, spelled) = (entry.write.first()?, || entry.write.iter().chain(&entry.avoid));
        if spelled().any(|form| fold::lower(form) == key) {
            return Some(write);
        }
        let surname = entry.kind == Kind::Person && spelled().any(|form| fold::lower(surname_of(form)) == key);
        surname.then(|| surname_of(write))
    }

    /// True for words inside a longer term or name that the house prints ("bank" in "World Bank"); glossaries of the
    /// `silent` ranks are not asked.
    #[must_use]
    pub fn holds(&self, reading: &Reading, found: &Range<usize>, silent: &[u8]) -> bool {
        let keys = &reading.keys;
        let together = |at: usize| (at > 0 && at < keys.len()).then(|| pair(keys[at - 1], keys[at]));
        let rows = |hash: u64| {
            let from = self.holders.partition_point(|(words, _)| *words < hash);
            self.holders[from..].iter().take_while(move |(words, _)| *words == hash)
        };
        // What is longer holds the word before or the word behind as well.
        [found.start, found.end].into_iter().filter_map(together).flat_map(rows).any(|(_, row)| {
            let entry = &self.rows[*row as usize].entry;
            !silent.contains(&entry.rank)
                && entry.printed().iter().any(|form| {
                    let own: Vec<u64> = words::words(form).iter().map(|word| fold::key_hash(word.of(form))).collect();
                    let starts =
                        (found.end.saturating_sub(own.len())..=found.start).filter(|_| own.len() > found.len());
                    starts.into_iter().any(|start| keys[start..].starts_with(&own))
                })
        })
    }

    /// The row a pattern belongs to, and the pattern itself.
    #[must_use]
    pub fn pattern(&self, id: PatternId) -> (&Row, &Pattern) {
        let (row, form) = self.patterns[id as usize];
        let row = &self.rows[row as usize];
        (row, &row.forms[form as usize])
    }
}

impl Compiler {
    /// Goes on from a finished glossary, whose rows keep their numbers.
    #[must_use]
    pub fn after(glossary: Glossary) -> Self {
        Compiler { glossary, ..Compiler::default() }
    }

    /// Adds a row. Rows that are not in force (drafts, archived ones) are left out; bad ones are refused.
    pub fn add(&mut self, entry: Entry) {
        if !entry.in_force() {
            return;
        }
        let (file, line) = (Arc::clone(&entry.place.file), entry.place.line);
        if let Err((column, message)) = self.try_add(entry) {
            self.say([RowProblem { file, line, column: column.to_owned(), message, refused: true }]);
        }
    }

    /// Adds to what is said about the rows.
    pub fn say(&mut self, problems: impl IntoIterator<Item = RowProblem>) {
        self.glossary.problems.extend(problems);
    }

    /// All rows, findable.
    #[must_use]
    pub fn finish(self) -> Glossary {
        let mut glossary = self.glossary;
        glossary.prose = self.prose.build(&glossary.lexicon, &glossary.prose);
        glossary.lines = self.lines.build(&glossary.lexicon, &glossary.lines);
        // Of rows that spell a name alike the last one speaks first.
        glossary.names.sort_by_key(|(hash, row)| (*hash, std::cmp::Reverse(*row)));
        glossary.names.dedup();
        glossary.holders.sort_unstable();
        glossary.holders.dedup();
        glossary
    }

    fn try_add(&mut self, entry: Entry) -> Result<(), (&'static str, String)> {
        let Row { entry, forms, .. } = Row::of(entry, &mut self.heads)?;
        let glossary = &mut self.glossary;
        let builder = if entry.kind == Kind::Leftover { &mut self.lines } else { &mut self.prose };
        let mut track = Track { builder, lexicon: &mut glossary.lexicon, inflected: &mut self.inflected };
        let ends: Result<Vec<_>, _> = forms.iter().map(|form| track.pattern(&form.items)).collect();
        let ends = ends.map_err(|message| ("avoid", message))?;
        let row = glossary.rows.len() as u32;
        glossary.rows.push(&entry).map_err(|message| ("", message))?;
        for (form, ends) in ends.iter().enumerate() {
            let id = glossary.patterns.len() as PatternId;
            glossary.patterns.push((row, form as u32));
            ends.iter().for_each(|end| builder.accept(*end, id));
        }
        for form in entry.printed().iter().filter(|form| form.contains([' ', '-'])) {
            let hashes: Vec<u64> = words::words(form).iter().map(|word| fold::key_hash(word.of(form))).collect();
            glossary.holders.extend(hashes.windows(2).map(|two| (pair(two[0], two[1]), row)));
        }
        if entry.kind.is_name() && entry.rank > 0 && !entry.write.is_empty() {
            let spellings = entry.write.iter().chain(&entry.avoid);
            glossary.names.extend(
                spellings
                    .flat_map(|spelling| [spelling.as_str(), surname_of(spelling)])
                    .map(|form| (fold::key_hash(form), row)),
            );
        }
        Ok(())
    }
}
