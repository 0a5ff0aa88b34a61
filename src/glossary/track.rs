//! A pattern laid into the automaton, step by step, its lemmas in all their forms.

use rustc_hash::FxHashMap;

use crate::english::inflect::{self, Form};
use crate::glossary::anchor;
use crate::glossary::automaton::{State, Step};
use crate::glossary::builder::Builder;
use crate::glossary::lexicon::{Numbering, WordId, single};
use crate::glossary::pattern::Item;

/// The forms of each lemma asked for so far: many rows have a head word in common.
pub(super) type Inflected = FxHashMap<String, Vec<OneForm>>;

/// One form of a lemma.
#[derive(Debug, Clone, Copy)]
pub(super) struct OneForm {
    pub(super) form: Form,
    word: WordId,
    /// How often it stands in a million words of English.
    pub(super) price: u64,
}

/// Where patterns are laid.
pub(super) struct Track<'a> {
    pub(super) builder: &'a mut Builder,
    pub(super) numbering: &'a mut Numbering,
    pub(super) inflected: &'a mut Inflected,
}

impl Track<'_> {
    /// Lays a whole pattern below its anchor; the states in which it may end.
    ///
    /// # Errors
    /// Names a slot that has no word.
    pub(super) fn pattern(&mut self, items: &[Item]) -> Result<Vec<State>, String> {
        let anchor = self.anchor(items)?;
        let entry = self.builder.entry(anchor);
        self.lay(vec![entry], items)
    }

    /// Lays items after each of `states`; the states in which the sequence may end.
    ///
    /// # Errors
    /// Names a slot that has no word.
    pub(super) fn lay(&mut self, mut states: Vec<State>, items: &[Item]) -> Result<Vec<State>, String> {
        for (at, item) in items.iter().enumerate() {
            match item {
                Item::Any(forms) => {
                    let mut next = if forms.iter().any(Vec::is_empty) { states.clone() } else { Vec::new() };
                    if let Some(words) = self.single_words(forms) {
                        next.extend(states.iter().map(|state| self.builder.words(*state, &words)));
                    } else {
                        for form in forms.iter().filter(|form| !form.is_empty()) {
                            next.extend(self.lay(states.clone(), form)?);
                        }
                    }
                    next.sort_unstable();
                    next.dedup();
                    states = if at + 1 < items.len() { vec![self.builder.join(&next)] } else { next };
                }
                Item::Word(word) => {
                    let word = self.numbering.number(word);
                    self.lay_words(&mut states, &[word]);
                }
                Item::Lemma { .. } => {
                    let words = self.lemma_words(item)?;
                    self.lay_words(&mut states, &words);
                }
                Item::Class(class) => {
                    let number = self.numbering.class(class) as u32;
                    let step = if class.is_closed() { Step::List(number) } else { Step::Class(number) };
                    self.lay_step(&mut states, step);
                }
                Item::Gap => self.lay_step(&mut states, Step::Gap),
                Item::Rest => self.lay_step(&mut states, Step::Rest),
                Item::Colon => self.lay_step(&mut states, Step::Colon),
            }
        }
        Ok(states)
    }

    fn lay_words(&mut self, states: &mut [State], words: &[WordId]) {
        states.iter_mut().for_each(|state| *state = self.builder.words(*state, words));
    }

    fn lay_step(&mut self, states: &mut [State], step: Step) {
        states.iter_mut().for_each(|state| *state = self.builder.step(*state, step));
    }

    /// All alternatives as one set of words, when each is one word.
    fn single_words(&mut self, forms: &[Vec<Item>]) -> Option<Vec<WordId>> {
        let solid = forms.iter().filter(|form| !form.is_empty());
        if !solid.clone().all(|form| matches!(form.as_slice(), [Item::Word(_) | Item::Lemma { .. }])) {
            return None;
        }
        let mut words = Vec::new();
        for form in solid {
            match &form[0] {
                Item::Word(word) => words.push(self.numbering.number(word)),
                lemma => words.extend(self.lemma_words(lemma).ok()?),
            }
        }
        Some(single(words))
    }

    /// The words that an element asks for; none for an open class and for what is no word.
    ///
    /// # Errors
    /// Names a slot that has no word.
    pub(super) fn words_of(&mut self, item: &Item) -> Result<Option<Vec<WordId>>, String> {
        Ok(match item {
            Item::Word(word) => Some(vec![self.numbering.number(word)]),
            Item::Lemma { .. } => Some(self.lemma_words(item)?),
            Item::Class(class) if class.is_closed() => {
                let number = self.numbering.class(class);
                Some(self.numbering.members(number).to_vec())
            }
            _ => None,
        })
    }

    fn lemma_words(&mut self, item: &Item) -> Result<Vec<WordId>, String> {
        let Item::Lemma { name, lemmas, forms } = item else { return Ok(Vec::new()) };
        let mut words = Vec::new();
        for lemma in lemmas {
            if !self.inflected.contains_key(lemma) {
                let known = inflect::forms(lemma).into_iter().map(|(form, word)| OneForm {
                    form,
                    word: self.numbering.number(&word),
                    price: anchor::price(&word),
                });
                let known = known.collect();
                self.inflected.insert(lemma.clone(), known);
            }
            let known = self.inflected[lemma].iter();
            words.extend(known.filter(|one| forms.take(one.form)).map(|one| one.word));
            if forms.take_lemma() {
                words.push(self.numbering.number(lemma));
            }
        }
        if words.is_empty() {
            return Err(format!("<{name}> has no such form"));
        }
        Ok(single(words))
    }
}
