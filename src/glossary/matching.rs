//! One pattern against one stretch of words: which words each slot took. Used on the few places the automaton names.

use std::ops::Range;

use crate::english::inflect::{self, Form};
use crate::glossary::automaton;
use crate::glossary::classes::Class;
use crate::glossary::pattern::{Forms, GAP, Item, Pattern};
use crate::text::fold;
use crate::text::reading::Reading;
use crate::text::words::{Gap, Word};

/// A slot and the words it took.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// What the slot asked for.
    pub slot: Slot,
    /// The words, by index.
    pub words: Range<usize>,
}

/// What a slot asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    /// A lemma slot: its text, the lemma that matched, and the forms the word can be.
    Lemma(String, String, Vec<Form>),
    /// A class slot.
    Class(Class),
    /// Alternatives in brackets: how many there are, and which one matched.
    Group(usize, usize),
}

/// The words of one sentence or line, known by the hashes of their look-up forms.
pub struct Line<'a> {
    /// The prose.
    pub text: &'a str,
    /// All words of the paragraph.
    pub words: &'a [Word],
    /// The hash of each one's look-up form ([`fold::key_hash`]).
    pub keys: &'a [u64],
    /// The words of the line, by index.
    range: Range<usize>,
}

impl<'a> Line<'a> {
    /// A range of a paragraph's words.
    #[must_use]
    pub fn of(text: &'a str, reading: &'a Reading, range: Range<usize>) -> Self {
        Line { text, words: &reading.words, keys: &reading.keys, range }
    }

    /// The word indices of the line.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// True when no punctuation stands between word `index` and the one before it.
    #[must_use]
    pub fn touches(&self, index: usize) -> bool {
        matches!(self.words[index].gap, Gap::Space | Gap::Hyphen | Gap::Joined)
    }

    /// The look-up form of word `index`.
    #[must_use]
    pub fn key(&self, index: usize) -> String {
        fold::lower(self.words[index].of(self.text))
    }
}

/// Steps one attempt may take at most.
const STEPS: usize = 4096;

struct Attempt<'l, 'a> {
    line: &'l Line<'a>,
    /// Where the match began.
    start: usize,
    /// Matches must end here, if anywhere in particular.
    end: Option<usize>,
    across: bool,
    taken: Vec<Taken>,
    steps: usize,
}

/// The slots of a pattern that matches exactly the words `start..end`; none if it does not. `across` lets it cross punctuation.
#[must_use]
pub fn captures(pattern: &Pattern, line: &Line<'_>, words: Range<usize>, across: bool) -> Option<Vec<Taken>> {
    let mut attempt = Attempt { line, start: words.start, end: Some(words.end), across, taken: Vec::new(), steps: 0 };
    attempt.go(&mut pattern.items.iter().collect(), words.start).map(|_| attempt.taken)
}

/// Where a pattern that begins at word `start` ends; none if it does not match there.
#[must_use]
pub fn end_from(pattern: &Pattern, line: &Line<'_>, start: usize) -> Option<usize> {
    let mut attempt = Attempt { line, start, end: None, across: false, taken: Vec::new(), steps: 0 };
    attempt.go(&mut pattern.items.iter().collect(), start)
}

impl Attempt<'_, '_> {
    /// Matches the rest of the items from word `at`; the word after the last one matched.
    fn go(&mut self, items: &mut Vec<&Item>, at: usize) -> Option<usize> {
        self.steps += 1;
        if self.steps > STEPS {
            return None;
        }
        if items.is_empty() {
            return (self.end.is_none_or(|end| end == at)).then_some(at);
        }
        let item = items.remove(0);
        let found = self.item(item, items, at);
        items.insert(0, item);
        found
    }

    fn item(&mut self, item: &Item, rest: &mut Vec<&Item>, at: usize) -> Option<usize> {
        let limit = self.end.unwrap_or(self.line.range().end);
        match item {
            Item::Any(forms) => {
                for (which, form) in forms.iter().enumerate() {
                    let mut items: Vec<&Item> = form.iter().chain(rest.iter().copied()).collect();
                    let mark = self.taken.len();
                    if !form.is_empty() {
                        self.taken.push(Taken { slot: Slot::Group(forms.len(), which), words: at..at });
                    }
                    if let Some(end) = self.go(&mut items, at) {
                        return Some(end);
                    }
                    self.taken.truncate(mark);
                }
                None
            }
            Item::Gap => (0..=GAP).take_while(|n| at + n <= limit).find_map(|n| self.go(rest, at + n)),
            Item::Rest => self.go(rest, limit),
            Item::Colon => {
                if automaton::has_colon(self.line.text, self.line.words, at) {
                    self.go(rest, at)
                } else {
                    None
                }
            }
            _ if at >= limit || !self.may_go_on(at) => None,
            Item::Word(word) => {
                if self.line.keys[at] == fold::key_hash(word) {
                    self.go(rest, at + 1)
                } else {
                    None
                }
            }
            Item::Lemma { name, lemmas, forms: wanted } => {
                let (lemma, forms) = lemmas.iter().find_map(|lemma| {
                    let forms = forms_of(lemma, self.line.keys[at], *wanted);
                    (!forms.is_empty()).then_some((lemma, forms))
                })?;
                self.take(Slot::Lemma(name.clone(), lemma.clone(), forms), at..at + 1, rest)
            }
            Item::Class(class) => {
                let run = class.run(self.line.text, self.line.words, at, limit);
                (1..=run).rev().find_map(|length| self.take(Slot::Class(class.clone()), at..at + length, rest))
            }
        }
    }

    fn take(&mut self, slot: Slot, words: Range<usize>, rest: &mut Vec<&Item>) -> Option<usize> {
        let mark = self.taken.len();
        let next = words.end;
        self.taken.push(Taken { slot, words });
        let found = self.go(rest, next);
        if found.is_none() {
            self.taken.truncate(mark);
        }
        found
    }

    /// True when word `at` may follow the one before it within a pattern.
    fn may_go_on(&self, at: usize) -> bool {
        at == self.start || self.across || self.line.touches(at)
    }
}

/// The forms of a lemma that a word can be, by the hash of its look-up form; empty: it is none of them.
fn forms_of(lemma: &str, key: u64, wanted: Forms) -> Vec<Form> {
    let mut forms: Vec<Form> = inflect::keys(lemma)
        .iter()
        .filter(|(form, word)| *word == key && wanted.take(*form))
        .map(|(form, _)| *form)
        .collect();
    if forms.is_empty() && wanted.take_lemma() && fold::key_hash(lemma) == key {
        forms.push(Form::Base);
    }
    forms
}
