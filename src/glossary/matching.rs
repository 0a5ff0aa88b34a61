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

    /// True when word `index` is `word`, case aside.
    fn has(&self, index: usize, word: &str) -> bool {
        let own = self.words[index].of(self.text);
        if own.is_ascii() && word.is_ascii() {
            own.eq_ignore_ascii_case(word)
        } else {
            self.keys[index] == fold::key_hash(word)
        }
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
    /// What the slots took; none where nobody asks.
    taken: Option<Vec<Taken>>,
    steps: usize,
}

/// The items still to be matched: these, then those that follow the brackets in which they stand.
#[derive(Clone, Copy)]
struct Rest<'r> {
    items: &'r [Item],
    then: Option<&'r Rest<'r>>,
}

/// The slots of a pattern that matches exactly the words `start..end`; none if it does not. `across` lets it cross punctuation.
#[must_use]
pub fn captures(pattern: &Pattern, line: &Line<'_>, words: Range<usize>, across: bool) -> Option<Vec<Taken>> {
    let (start, end) = (words.start, Some(words.end));
    let mut attempt = Attempt { line, start, end, across, taken: Some(Vec::new()), steps: 0 };
    attempt.go(Rest { items: &pattern.items, then: None }, start)?;
    attempt.taken
}

/// Where a pattern that begins at word `start` ends; none if it does not match there.
#[must_use]
pub fn end_from(pattern: &Pattern, line: &Line<'_>, start: usize) -> Option<usize> {
    let mut attempt = Attempt { line, start, end: None, across: false, taken: None, steps: 0 };
    attempt.go(Rest { items: &pattern.items, then: None }, start)
}

/// True when a pattern matches exactly the words `words`, punctuation between them excluded.
#[must_use]
pub fn matches(pattern: &Pattern, line: &Line<'_>, words: Range<usize>) -> bool {
    let (start, end) = (words.start, Some(words.end));
    let mut attempt = Attempt { line, start, end, across: false, taken: None, steps: 0 };
    attempt.go(Rest { items: &pattern.items, then: None }, start).is_some()
}

impl Attempt<'_, '_> {
    /// Matches the rest of the items from word `at`; the word after the last one matched.
    fn go(&mut self, mut rest: Rest<'_>, at: usize) -> Option<usize> {
        self.steps += 1;
        if self.steps > STEPS {
            return None;
        }
        loop {
            if let [item, items @ ..] = rest.items {
                return self.item(item, Rest { items, ..rest }, at);
            }
            let Some(then) = rest.then else { return self.end.is_none_or(|end| end == at).then_some(at) };
            rest = *then;
        }
    }

    fn item(&mut self, item: &Item, rest: Rest<'_>, at: usize) -> Option<usize> {
        let limit = self.end.unwrap_or(self.line.range().end);
        match item {
            Item::Any(forms) => {
                for (which, form) in forms.iter().enumerate() {
                    let slot = || Slot::Group(forms.len(), which);
                    let items = Rest { items: form, then: Some(&rest) };
                    let found = if form.is_empty() { self.go(items, at) } else { self.take(slot, at..at, items) };
                    if found.is_some() {
                        return found;
                    }
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
                if self.line.has(at, word) {
                    self.go(rest, at + 1)
                } else {
                    None
                }
            }
            Item::Lemma { name, lemmas, forms: wanted } => {
                let key = self.line.keys[at];
                let lemma = lemmas.iter().find(|lemma| is_form(lemma, key, *wanted))?;
                let slot = || Slot::Lemma(name.clone(), lemma.clone(), forms_of(lemma, key, *wanted));
                self.take(slot, at..at + 1, rest)
            }
            Item::Class(class) => {
                let run = class.run(self.line.text, self.line.words, at, limit);
                (1..=run).rev().find_map(|length| self.take(|| Slot::Class(class.clone()), at..at + length, rest))
            }
        }
    }

    /// Matches the rest behind what a slot takes.
    fn take(&mut self, slot: impl FnOnce() -> Slot, words: Range<usize>, rest: Rest<'_>) -> Option<usize> {
        let next = words.end;
        let mark = self.taken.as_ref().map_or(0, Vec::len);
        if let Some(taken) = &mut self.taken {
            taken.push(Taken { slot: slot(), words });
        }
        let found = self.go(rest, next);
        if let Some(taken) = self.taken.as_mut().filter(|_| found.is_none()) {
            taken.truncate(mark);
        }
        found
    }

    /// True when word `at` may follow the one before it within a pattern.
    fn may_go_on(&self, at: usize) -> bool {
        at == self.start || self.across || self.line.touches(at)
    }
}

/// True when a word can be one of the wanted forms of a lemma, by the hash of its look-up form.
fn is_form(lemma: &str, key: u64, wanted: Forms) -> bool {
    inflect::keys(lemma).iter().any(|(form, word)| *word == key && counts(*form, key, wanted))
        || wanted.take_lemma() && fold::key_hash(lemma) == key
}

fn counts(form: Form, key: u64, wanted: Forms) -> bool {
    wanted.take(form) && (wanted.take_contractions() || !inflect::is_contraction(key))
}

/// The forms of a lemma that a word can be, by the hash of its look-up form; empty: it is none of them.
fn forms_of(lemma: &str, key: u64, wanted: Forms) -> Vec<Form> {
    let mut forms: Vec<Form> = inflect::keys(lemma)
        .iter()
        .filter(|(form, word)| *word == key && counts(*form, key, wanted))
        .map(|(form, _)| *form)
        .collect();
    if forms.is_empty() && wanted.take_lemma() && fold::key_hash(lemma) == key {
        forms.push(Form::Base);
    }
    forms
}
