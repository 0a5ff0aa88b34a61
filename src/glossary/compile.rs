//! Rows to automaton: patterns parsed, head words inflected, every row that cannot be used refused with its place.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::english::classes::{Classes, classes};
use crate::english::inflect;
use crate::english::lemma::{self, Class as WordClass};
use crate::glossary::automaton::{Automaton, Builder, PatternId, Step};
use crate::glossary::classes::Class;
use crate::glossary::condition::{self, Condition};
use crate::glossary::entry::{Case, Entry, Inflect, Kind};
use crate::glossary::lexicon::{Lexicon, WordId};
use crate::glossary::pattern::{self, Item, Pattern};
use crate::glossary::read::RowProblem;
use crate::text::fold;

/// One row, ready for work.
#[derive(Debug)]
pub struct Row {
    /// The row as it was read.
    pub entry: Entry,
    /// The patterns of its `avoid`.
    pub forms: Vec<Pattern>,
    /// Conditions of which one must hold.
    pub when: Vec<Condition>,
    /// Conditions of which none may hold.
    pub unless: Vec<Condition>,
}

/// All rows of all glossaries, and the automata that find them.
#[derive(Debug, Default)]
pub struct Glossary {
    /// The rows, in the order of the files.
    pub rows: Vec<Row>,
    /// For each pattern its row and which of the row's forms it is.
    pub patterns: Vec<(u32, u32)>,
    /// Patterns of running prose.
    pub prose: Automaton,
    /// Patterns of whole lines.
    pub lines: Automaton,
    /// The words of all patterns.
    pub lexicon: Lexicon,
    /// What the house prints, by look-up form of each name's spellings.
    names: FxHashMap<String, String>,
    /// Rows that could not be used, and notes.
    pub problems: Vec<RowProblem>,
}

impl Glossary {
    /// Compiles rows. Rows that are not in force (drafts, archived ones) are left out; bad ones are refused.
    #[must_use]
    pub fn of(entries: Vec<Entry>) -> Self {
        let mut glossary = Glossary::default();
        let (mut prose, mut lines) = (Builder::default(), Builder::default());
        for entry in entries {
            if !entry.in_force() {
                continue;
            }
            let builder = if entry.kind == Kind::Leftover { &mut lines } else { &mut prose };
            if let Err((column, message)) = glossary.add(entry.clone(), builder) {
                glossary.problems.push(RowProblem {
                    file: Arc::clone(&entry.place.file),
                    line: entry.place.line,
                    column: column.to_owned(),
                    message,
                    refused: true,
                });
            }
        }
        glossary.prose = prose.build(&glossary.lexicon);
        glossary.lines = lines.build(&glossary.lexicon);
        glossary
    }

    fn add(&mut self, entry: Entry, builder: &mut Builder) -> Result<(), (&'static str, String)> {
        let conditions = |cells: &[String], column: &'static str| -> Result<Vec<Condition>, (&'static str, String)> {
            cells.iter().map(|cell| condition::parse(cell).map_err(|message| (column, message))).collect()
        };
        let when = conditions(&entry.when, "when")?;
        let unless = conditions(&entry.unless, "unless")?;
        let mut forms = Vec::with_capacity(entry.avoid.len());
        let avoid = if entry.kind == Kind::Keep && entry.avoid.is_empty() { &entry.write } else { &entry.avoid };
        for cell in avoid {
            let mut pattern = pattern::parse(cell).map_err(|message| ("avoid", message))?;
            inflect_head(&mut pattern, &entry);
            forms.push(pattern);
        }
        let row = self.rows.len() as u32;
        if entry.kind.is_name()
            && entry.rank > 0
            && let Some(write) = entry.write.first()
        {
            for form in entry.write.iter().chain(&entry.avoid) {
                self.names.insert(fold::lower(form), write.clone());
            }
        }
        for (at, form) in forms.iter().enumerate() {
            let ends =
                insert(builder, &mut self.lexicon, vec![0], &form.items).map_err(|message| ("avoid", message))?;
            let id = self.patterns.len() as PatternId;
            self.patterns.push((row, at as u32));
            for end in ends {
                builder.accept(end, id);
            }
        }
        self.rows.push(Row { entry, forms, when, unless });
        Ok(())
    }

    /// What the house prints for a name, when one of its glossaries has it.
    #[must_use]
    pub fn printed(&self, name: &str) -> Option<&str> {
        if self.names.is_empty() {
            return None;
        }
        self.names.get(&fold::lower(name)).map(String::as_str)
    }

    /// The row a pattern belongs to, and the pattern itself.
    #[must_use]
    pub fn pattern(&self, id: PatternId) -> (&Row, &Pattern) {
        let (row, form) = self.patterns[id as usize];
        let row = &self.rows[row as usize];
        (row, &row.forms[form as usize])
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

/// True when a class may begin a pattern without slowing every word: it is closed, or told by a word's shape.
#[must_use]
pub fn cheap_to_begin(class: &Class) -> bool {
    !matches!(class, Class::Word | Class::Grammar(_))
}
