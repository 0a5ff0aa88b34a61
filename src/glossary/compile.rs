//! Rows to automaton: every row that cannot be used refused with its place.

use std::ops::Range;
use std::sync::{Arc, mpsc};
use std::thread;

use bytes::Bytes;

use crate::glossary::automaton::{Automaton, PatternId};
use crate::glossary::builder::Builder;
use crate::glossary::entry::{Entry, Kind, RowPlace};
use crate::glossary::flat::{Flat, List};
use crate::glossary::head::Heads;
use crate::glossary::lexicon::{Lexicon, Numbering};
use crate::glossary::pattern::Pattern;
use crate::glossary::read::RowProblem;
use crate::glossary::shelf::{Filling, Shelf};
use crate::glossary::store::{Packing, Row, Rows};
use crate::glossary::track::{Known, Track};
use crate::text::fold;
use crate::text::reading::Reading;
use crate::text::words;

/// All rows of all glossaries, and the automata that find them.
#[derive(Debug, Default)]
pub struct Glossary {
    /// The rows, in the order of the files.
    pub rows: Rows,
    /// For each pattern its row and which of the row's forms it is.
    pub patterns: List<(u32, u32)>,
    /// Patterns of running prose.
    pub prose: Automaton,
    /// Patterns of whole lines.
    pub lines: Automaton,
    /// The words of all patterns.
    pub lexicon: Lexicon,
    /// The row of each spelling of a name of the house, by the spelling's hash; sorted.
    names: List<(u64, u32)>,
    /// The row of each two words that stand together in what the house prints, by their hashes (see [`pair`]); sorted.
    holders: List<(u32, u32)>,
    /// Rows that could not be used, and notes.
    pub problems: Vec<RowProblem>,
}

/// A glossary to which rows are being added.
#[derive(Debug, Default)]
pub struct Compiler {
    /// What the new rows come after.
    before: Glossary,
    rows: Packing,
    numbering: Numbering,
    patterns: Vec<(u32, u32)>,
    prose: Builder,
    lines: Builder,
    names: Vec<(u64, u32)>,
    holders: Vec<(u32, u32)>,
    problems: Vec<RowProblem>,
    heads: Heads,
    known: Known,
}

/// Parsed rows that are handed from thread to thread together.
const BATCH: usize = 256;
/// Batches that may wait to be laid.
const WAITING: usize = 4;

/// A column, and what is wrong in it.
type Fault = (&'static str, String);

/// A row ready to be laid; none when it is not in force.
fn parse(entry: Entry, heads: &mut Heads) -> Option<Result<Row, RowProblem>> {
    let place = entry.place.clone();
    entry.in_force().then(|| Row::of(entry, heads).map_err(|fault| refusal(&place, fault)))
}

fn refusal(place: &RowPlace, (column, message): Fault) -> RowProblem {
    RowProblem { file: Arc::clone(&place.file), line: place.line, column: column.to_owned(), message, refused: true }
}

/// A hash of two words that stand together, by their own; the words themselves are compared where it matters.
fn pair(first: u64, second: u64) -> u32 {
    ((first.rotate_left(23) ^ second) >> 32) as u32
}

/// The rows with a hash, in a list sorted by hashes.
fn rows_of<H: Flat + Ord>(list: &List<(H, u32)>, hash: H) -> impl Iterator<Item = usize> + '_ {
    let from = list.partition_point(0..list.len(), |(own, _)| own < hash);
    list.range(from..list.len()).take_while(move |(own, _)| *own == hash).map(|(_, row)| row as usize)
}

/// The words of a name.
fn words_of(name: &str) -> impl Iterator<Item = &str> {
    words::words(name).into_iter().map(|word| word.of(name))
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
        let mut shelf = Filling::default();
        self.rows.store(&mut shelf)?;
        shelf.list(&self.patterns);
        self.prose.store(&mut shelf);
        self.lines.store(&mut shelf);
        self.lexicon.store(&mut shelf)?;
        shelf.list(&self.names);
        shelf.list(&self.holders);
        shelf.value(&self.problems)?;
        Ok(shelf.finish())
    }

    /// A glossary from bytes that [`Glossary::to_bytes`] wrote, which it uses where they lie; none when they are
    /// something else.
    #[must_use]
    pub fn from_bytes(bytes: Bytes) -> Option<Self> {
        let mut shelf = Shelf::of(bytes);
        Some(Glossary {
            rows: Rows::load(&mut shelf)?,
            patterns: shelf.list()?,
            prose: Automaton::load(&mut shelf)?,
            lines: Automaton::load(&mut shelf)?,
            lexicon: Lexicon::load(&mut shelf)?,
            names: shelf.list()?,
            holders: shelf.list()?,
            problems: shelf.value()?,
        })
    }

    /// What the house prints for a name, when one of its glossaries has it; glossaries of the `silent` ranks are not asked.
    #[must_use]
    pub fn printed(&self, name: &str, silent: &[u8]) -> Option<&str> {
        let key = fold::lower(name);
        rows_of(&self.names, fold::key_hash(name))
            .map(|row| &self.rows[row].entry)
            .filter(|entry| !silent.contains(&entry.rank))
            .find_map(|entry| Glossary::printed_by(entry, &key))
    }

    /// True for a word of a name that the house prints, as it prints it, case and apostrophes aside; glossaries of the
    /// `silent` ranks are not asked.
    #[must_use]
    pub fn prints_word(&self, word: &str, silent: &[u8]) -> bool {
        let key = fold::key_hash(word);
        rows_of(&self.names, key).map(|row| &self.rows[row].entry).filter(|entry| !silent.contains(&entry.rank)).any(
            |entry| {
                let mut parts = entry.write.iter().flat_map(|form| words_of(form));
                parts.any(|part| fold::key_hash(part) == key)
            },
        )
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
        let rows = |hash: u32| rows_of(&self.holders, hash);
        // What is longer holds the word before or the word behind as well.
        [found.start, found.end].into_iter().filter_map(together).flat_map(rows).any(|row| {
            let entry = &self.rows[row].entry;
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
        let (row, form) = self.patterns.at(id as usize);
        let row = &self.rows[row as usize];
        (row, &row.forms[form as usize])
    }
}

impl Compiler {
    /// Goes on from a finished glossary, whose rows keep their numbers.
    #[must_use]
    pub fn after(glossary: Glossary) -> Self {
        let mut before = glossary;
        Compiler {
            rows: Packing::after(std::mem::take(&mut before.rows)),
            numbering: Numbering::after(&before.lexicon),
            patterns: before.patterns.iter().collect(),
            names: before.names.iter().collect(),
            holders: before.holders.iter().collect(),
            problems: std::mem::take(&mut before.problems),
            before,
            ..Compiler::default()
        }
    }

    /// Adds a row. Rows that are not in force (drafts, archived ones) are left out; bad ones are refused.
    pub fn add(&mut self, entry: Entry) {
        let parsed = parse(entry, &mut self.heads);
        parsed.iter().for_each(|row| self.lay(row));
    }

    /// Adds the rows that `read` gives one by one, as [`add`](Self::add) does, and returns what `read` returns. Rows are
    /// read and parsed on a thread of their own while the ones before are laid into the automata.
    pub fn add_all<T: Send>(&mut self, read: impl FnOnce(&mut dyn FnMut(Entry)) -> T + Send) -> T {
        let (send, parsed) = mpsc::sync_channel::<Vec<_>>(WAITING);
        // Rows go back to be let go by the thread that made them: an allocator is slow where another does it.
        let (give_back, laid) = mpsc::channel::<Vec<_>>();
        let mut heads = std::mem::take(&mut self.heads);
        thread::scope(|scope| {
            let reader = scope.spawn(move || {
                let mut batch = Vec::with_capacity(BATCH);
                let returned = read(&mut |entry| {
                    batch.extend(parse(entry, &mut heads));
                    if batch.len() == BATCH {
                        // Only a panic on the other side makes this fail, and that is told where the threads join.
                        let _ = send.send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH)));
                        laid.try_iter().for_each(drop);
                    }
                });
                let _ = send.send(batch);
                drop(send);
                laid.into_iter().for_each(drop);
                (returned, heads)
            });
            for batch in parsed {
                batch.iter().for_each(|row| self.lay(row));
                let _ = give_back.send(batch);
            }
            drop(give_back);
            let (returned, heads) = reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            self.heads = heads;
            returned
        })
    }

    /// Adds to what is said about the rows.
    pub fn say(&mut self, problems: impl IntoIterator<Item = RowProblem>) {
        self.problems.extend(problems);
    }

    /// All rows, findable.
    #[must_use]
    pub fn finish(mut self) -> Glossary {
        // What was remembered of words takes much room and is not wanted any more.
        (self.heads, self.known) = (Heads::default(), Known::default());
        // Of rows that spell a name alike the last one speaks first.
        self.names.sort_by_key(|(hash, row)| (*hash, std::cmp::Reverse(*row)));
        self.names.dedup();
        self.holders.sort_unstable();
        self.holders.dedup();
        let lexicon = self.numbering.finish();
        Glossary {
            rows: self.rows.finish(),
            patterns: List::of(self.patterns),
            prose: self.prose.build(&lexicon, &self.before.prose),
            lines: self.lines.build(&lexicon, &self.before.lines),
            lexicon,
            names: List::of(self.names),
            holders: List::of(self.holders),
            problems: self.problems,
        }
    }

    /// Lays a parsed row into the automata, or says why it is refused.
    fn lay(&mut self, row: &Result<Row, RowProblem>) {
        let refused = match row {
            Ok(row) => self.try_lay(row).err().map(|fault| refusal(&row.entry.place, fault)),
            Err(problem) => Some(problem.clone()),
        };
        self.problems.extend(refused);
    }

    fn try_lay(&mut self, row: &Row) -> Result<(), Fault> {
        let Row { entry, forms, when, .. } = row;
        let builder = if entry.kind == Kind::Leftover { &mut self.lines } else { &mut self.prose };
        let mut track = Track { builder, numbering: &mut self.numbering, known: &mut self.known };
        let ends = forms.iter().enumerate().map(|(number, form)| {
            // What the house prints stands without conditions; whole lines have nothing beside them.
            let when = if row.prints(number) || entry.kind == Kind::Leftover { &[][..] } else { when };
            track.pattern(&form.items, when)
        });
        let ends: Result<Vec<_>, _> = ends.collect();
        let ends = ends.map_err(|message| ("avoid", message))?;
        let row = self.rows.len() as u32;
        self.rows.push(entry).map_err(|message| ("", message))?;
        for (form, ends) in ends.iter().enumerate() {
            let id = self.patterns.len() as PatternId;
            self.patterns.push((row, form as u32));
            ends.iter().for_each(|end| builder.accept(*end, id));
        }
        for form in entry.printed().iter().filter(|form| form.contains([' ', '-'])) {
            let hashes: Vec<u64> = words::words(form).iter().map(|word| fold::key_hash(word.of(form))).collect();
            self.holders.extend(hashes.windows(2).map(|two| (pair(two[0], two[1]), row)));
        }
        if entry.kind.is_name() && entry.rank > 0 && !entry.write.is_empty() {
            let spellings = entry.write.iter().chain(&entry.avoid);
            let spelled = spellings.flat_map(|spelling| [spelling.as_str(), surname_of(spelling)]);
            let parts = entry.write.iter().flat_map(|form| words_of(form));
            self.names.extend(spelled.chain(parts).map(|form| (fold::key_hash(form), row)));
        }
        Ok(())
    }
}
