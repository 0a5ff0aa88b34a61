//! Rows to automaton: patterns parsed, head words inflected, every row that cannot be used refused with its place.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::english::classes::{Classes, classes};
use crate::english::inflect;
use crate::english::lemma::{self, Class as WordClass};
use crate::glossary::automaton::{Automaton, Builder, PatternId, Step};
use crate::glossary::entry::{Case, Entry, Inflect, Kind};
use crate::glossary::lexicon::{Lexicon, WordId};
use crate::glossary::pattern::{self, Item, Pattern};
use crate::glossary::read::RowProblem;
use crate::glossary::store::{Row, Rows};
use crate::text::fold;

/// All rows of all glossaries, and the automata that find them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Glossary {
    /// The rows, in the order of the files.
    pub rows: Rows,
    /// For each pattern its row and which of the row's forms it is.
    pub patterns: Vec<(u32, u32)>,
    /// Patterns of running prose.
    pub prose: Automaton,
    /// Patterns of whole lines.
    pub lines: Automaton,
    /// The words of all patterns.
    pub lexicon: Lexicon,
    /// The row of each spelling of a name of the house, by the spelling's hash; sorted.
    names: Vec<(u64, u32)>,
    /// Rows that could not be used, and notes.
    pub problems: Vec<RowProblem>,
}

/// A glossary to which rows are being added.
#[derive(Debug, Default)]
pub struct Compiler {
    glossary: Glossary,
    prose: Builder,
    lines: Builder,
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

    /// What the house prints for a name, when one of its glossaries has it.
    #[must_use]
    pub fn printed(&self, name: &str) -> Option<&str> {
        let hash = fold::key_hash(name);
        let at = self.names.binary_search_by_key(&hash, |known| known.0).ok()?;
        let entry = &self.rows[self.names[at].1 as usize].entry;
        let key = fold::lower(name);
        let spelled = entry.write.iter().chain(&entry.avoid).any(|form| fold::lower(form) == key);
        entry.write.first().filter(|_| spelled).map(String::as_str)
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
        // Of rows that spell a name alike the last one speaks.
        glossary.names.sort_by_key(|(hash, row)| (*hash, std::cmp::Reverse(*row)));
        glossary.names.dedup_by_key(|(hash, _)| *hash);
        glossary
    }

    fn try_add(&mut self, entry: Entry) -> Result<(), (&'static str, String)> {
        let Row { entry, forms, .. } = Row::of(entry)?;
        let glossary = &mut self.glossary;
        let builder = if entry.kind == Kind::Leftover { &mut self.lines } else { &mut self.prose };
        let mut ends = Vec::with_capacity(forms.len());
        for form in &forms {
            let end = insert(builder, &mut glossary.lexicon, vec![0], &form.items);
            ends.push(end.map_err(|message| ("avoid", message))?);
        }
        let row = glossary.rows.len() as u32;
        glossary.rows.push(&entry).map_err(|message| ("", message))?;
        for (form, ends) in ends.iter().enumerate() {
            let id = glossary.patterns.len() as PatternId;
            glossary.patterns.push((row, form as u32));
            ends.iter().for_each(|end| builder.accept(*end, id));
        }
        if entry.kind.is_name() && entry.rank > 0 && !entry.write.is_empty() {
            let spellings = entry.write.iter().chain(&entry.avoid);
            glossary.names.extend(spellings.map(|spelling| (fold::key_hash(spelling), row)));
        }
        Ok(())
    }
}

impl Pattern {
    /// The pattern of one of an entry's forms: parsed, its head word in all forms that the entry asks for.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn of(form: &str, entry: &Entry) -> Result<Pattern, String> {
        let mut pattern = pattern::parse(form)?;
        inflect_head(&mut pattern, entry);
        Ok(pattern)
    }
}

/// Adds items after each of `states`; the states in which the sequence may end.
fn insert(
    builder: &mut Builder,
    lexicon: &mut Lexicon,
    mut states: Vec<u32>,
    items: &[Item],
) -> Result<Vec<u32>, String> {
    for (at, item) in items.iter().enumerate() {
        let step = match item {
            Item::Any(forms) => {
                let mut next = if forms.iter().any(Vec::is_empty) { states.clone() } else { Vec::new() };
                if let Some(words) = single_words(lexicon, forms) {
                    next.extend(states.iter().map(|state| builder.step(*state, Step::Words(words.clone()))));
                } else {
                    for form in forms.iter().filter(|form| !form.is_empty()) {
                        next.extend(insert(builder, lexicon, states.clone(), form)?);
                    }
                }
                next.sort_unstable();
                next.dedup();
                states = if at + 1 < items.len() && !next.contains(&0) { vec![builder.join(&next)] } else { next };
                continue;
            }
            Item::Word(word) => Step::Words(vec![lexicon.number(word)]),
            Item::Lemma { .. } => Step::Words(lemma_words(lexicon, item)?),
            Item::Class(class) => lexicon.list(class).map_or_else(|| Step::Class(class.clone()), Step::List),
            Item::Gap => Step::Gap,
            Item::Rest => Step::Rest,
            Item::Colon => Step::Colon,
        };
        for state in &mut states {
            *state = builder.step(*state, step.clone());
        }
    }
    Ok(states)
}

/// All alternatives as one set of words, when each is one word.
fn single_words(lexicon: &mut Lexicon, forms: &[Vec<Item>]) -> Option<Vec<WordId>> {
    let solid = forms.iter().filter(|form| !form.is_empty());
    if !solid.clone().all(|form| matches!(form.as_slice(), [Item::Word(_) | Item::Lemma { .. }])) {
        return None;
    }
    let mut words = Vec::new();
    for form in solid {
        match &form[0] {
            Item::Word(word) => words.push(lexicon.number(word)),
            lemma => words.extend(lemma_words(lexicon, lemma).ok()?),
        }
    }
    words.sort_unstable();
    words.dedup();
    Some(words)
}

fn lemma_words(lexicon: &mut Lexicon, item: &Item) -> Result<Vec<WordId>, String> {
    let Item::Lemma { name, lemmas, form } = item else { return Ok(Vec::new()) };
    let mut words = Vec::new();
    for lemma in lemmas {
        for (found, word) in inflect::forms(lemma) {
            if form.is_none_or(|form| form == found) {
                words.push(lexicon.number(&word));
            }
        }
        if form.is_none() {
            words.push(lexicon.number(lemma));
        }
    }
    if words.is_empty() {
        return Err(format!("<{name}> has no such form"));
    }
    words.sort_unstable();
    words.dedup();
    Ok(words)
}

/// Lets the head word of a plain pattern match in all its forms, as the row's `inflect` asks.
fn inflect_head(pattern: &mut Pattern, entry: &Entry) {
    let keeps_form =
        matches!(entry.kind, Kind::Leftover | Kind::Keep) || entry.kind.is_name() || entry.case == Case::Exact;
    if entry.inflect == Inflect::None || (entry.inflect == Inflect::Auto && (keeps_form || pattern.has_slot())) {
        return;
    }
    let Some((at, lemma)) = head(&pattern.items, entry.inflect) else { return };
    pattern.items[at] = Item::Lemma { name: String::new(), lemmas: vec![lemma], form: None };
}

/// The head word's index and lemma: the verb that begins a verb phrase, else the last noun before a preposition.
#[must_use]
pub fn head(items: &[Item], inflect: Inflect) -> Option<(usize, String)> {
    let words: Vec<(usize, &str)> = items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| if let Item::Word(word) = item { Some((at, word.as_str())) } else { None })
        .collect();
    let (first_at, first) = *words.first()?;
    let stop = words
        .iter()
        .skip(1)
        .position(|(_, word)| classes(word).has(Classes::PREPOSITION))
        .map_or(words.len(), |at| at + 1);
    let (last_at, last) = words[stop - 1];
    let lemma_as =
        |word: &str, class: WordClass| lemma::readings(word).into_iter().find(|r| r.class == class).map(|r| r.lemma);
    let verb = lemma_as(first, WordClass::Verb);
    let noun = lemma_as(last, WordClass::Noun);
    let begins_with_verb = verb.is_some() && words.len() > 1 && lemma_as(first, WordClass::Noun).is_none();
    match inflect {
        Inflect::None => None,
        Inflect::Verb => Some((first_at, verb.unwrap_or_else(|| first.to_owned()))),
        Inflect::Noun => Some((last_at, noun.unwrap_or_else(|| last.to_owned()))),
        Inflect::Adjective => Some((last_at, lemma_as(last, WordClass::Adjective).unwrap_or_else(|| last.to_owned()))),
        Inflect::Auto if begins_with_verb => verb.map(|lemma| (first_at, lemma)),
        Inflect::Auto => match noun {
            Some(lemma) => Some((last_at, lemma)),
            None if words.len() == 1 => verb.map(|lemma| (first_at, lemma)),
            None => None,
        },
    }
}
