//! A pattern laid into the automaton: its words numbered, its lemmas in all their forms, then step by step.

use rustc_hash::FxHashMap;

use crate::english::classes::Classes;
use crate::english::inflect::{self, Form};
use crate::glossary::anchor::{self, Candidate};
use crate::glossary::automaton::{State, Step};
use crate::glossary::builder::Builder;
use crate::glossary::classes::Class;
use crate::glossary::condition::{Condition, Side};
use crate::glossary::lexicon::{Numbering, WordId, single};
use crate::glossary::pattern::Item;
use crate::text::fold;

/// An element of a pattern, its words numbered.
#[derive(Debug)]
pub(super) enum Piece {
    /// One of some words (sorted, single).
    Words(Priced),
    /// A word of the closed class of that number.
    List(u32, Priced),
    /// What is no word that can be listed.
    Step(Step),
    /// One of several sequences; an empty one makes the element optional.
    Any(Vec<Vec<Piece>>),
}

/// Words, and how often one of them stands in a million words of English.
#[derive(Debug, Clone, Default)]
pub(super) struct Priced {
    pub(super) words: Vec<WordId>,
    pub(super) price: u64,
}

/// What is remembered of the words laid so far: many rows have words in common.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The place of each lemma in `lemmas`.
    places: FxHashMap<String, usize>,
    lemmas: Vec<Lemma>,
    /// By number; 0 where it is not asked for yet.
    prices: Vec<u64>,
}

/// A lemma's forms.
#[derive(Debug)]
struct Lemma {
    price: u64,
    /// With whether each is a contraction.
    forms: Vec<(Form, WordId, bool)>,
}

/// Where patterns are laid.
pub(super) struct Track<'a> {
    pub(super) builder: &'a mut Builder,
    pub(super) numbering: &'a mut Numbering,
    pub(super) known: &'a mut Known,
}

impl Track<'_> {
    /// Lays a whole pattern below its anchor; the states in which it may end. One of the conditions `when`, if there are
    /// any, must hold for it to speak: a pattern of common words is looked for where a rarer word of theirs stands.
    ///
    /// # Errors
    /// Names a slot that has no word.
    pub(super) fn pattern(&mut self, items: &[Item], when: &[Condition]) -> Result<Vec<State>, String> {
        /// Words in a million from which a word is common.
        const COMMON: u64 = 500;
        let pieces = self.pieces(items)?;
        let own = anchor::rarest(&pieces, self.numbering);
        let common = own.as_ref().is_none_or(|own| own.price >= COMMON);
        let length = anchor::lengths(&pieces, self.numbering);
        let beside = if common { self.beside_any(when, length) } else { None };
        let anchor = own.into_iter().chain(beside).min_by_key(|one| one.price).map(Candidate::chosen);
        let entry = self.builder.entry(anchor);
        Ok(self.lay(vec![entry], &pieces))
    }

    /// The anchor among the words that stand directly beside a pattern of this length where one of the conditions holds.
    fn beside_any(&mut self, conditions: &[Condition], length: (isize, isize)) -> Option<Candidate<'static>> {
        let all: Option<Vec<_>> = conditions.iter().map(|one| self.beside(one, length)).collect();
        anchor::either(all?)
    }

    fn beside(&mut self, condition: &Condition, length: (isize, isize)) -> Option<Candidate<'static>> {
        match condition {
            Condition::Near(side @ (Side::Previous | Side::Next), pattern, _) if holds_together(&pattern.items) => {
                let pieces = self.pieces(&pattern.items).ok()?;
                let (least, most) = anchor::lengths(&pieces, self.numbering);
                let before = if *side == Side::Next { length } else { (-most, -least) };
                anchor::rarest(&pieces, self.numbering)?.beside(before)
            }
            Condition::All(parts) => {
                parts.iter().filter_map(|part| self.beside(part, length)).min_by_key(|one| one.price)
            }
            _ => None,
        }
    }

    /// Lays pieces after each of `states`; the states in which the sequence may end.
    fn lay(&mut self, mut states: Vec<State>, pieces: &[Piece]) -> Vec<State> {
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Words(own) => {
                    states.iter_mut().for_each(|state| *state = self.builder.words(*state, &own.words));
                }
                Piece::List(class, _) => self.lay_step(&mut states, Step::List(*class)),
                Piece::Step(step) => self.lay_step(&mut states, *step),
                Piece::Any(forms) => {
                    let mut next: Vec<State> = forms.iter().flat_map(|form| self.lay(states.clone(), form)).collect();
                    next.sort_unstable();
                    next.dedup();
                    states = if at + 1 < pieces.len() { vec![self.builder.join(&next)] } else { next };
                }
            }
        }
        states
    }

    fn lay_step(&mut self, states: &mut [State], step: Step) {
        states.iter_mut().for_each(|state| *state = self.builder.step(*state, step));
    }

    /// The elements of a pattern with their words numbered.
    ///
    /// # Errors
    /// Names a slot that has no word.
    pub(super) fn pieces(&mut self, items: &[Item]) -> Result<Vec<Piece>, String> {
        items.iter().map(|item| self.piece(item)).collect()
    }

    fn piece(&mut self, item: &Item) -> Result<Piece, String> {
        Ok(match item {
            Item::Word(word) => {
                let number = self.numbering.number(word);
                Piece::Words(Priced { words: vec![number], price: self.known.price(number, word) })
            }
            Item::Lemma { .. } => Piece::Words(self.lemma(item)?),
            Item::Class(class) => {
                let number = self.numbering.class(class);
                if class.is_closed() {
                    let words = self.numbering.members(number).to_vec();
                    let price = class.members().unwrap_or_default().iter().map(|word| anchor::price(word)).sum();
                    Piece::List(number as u32, Priced { words, price })
                } else {
                    Piece::Step(Step::Class(number as u32))
                }
            }
            Item::Any(forms) => self.any(forms)?,
            Item::Gap => Piece::Step(Step::Gap),
            Item::Rest => Piece::Step(Step::Rest),
            Item::Colon => Piece::Step(Step::Colon),
        })
    }

    /// Alternatives; those that are single words, when all are, as one set of words.
    fn any(&mut self, forms: &[Vec<Item>]) -> Result<Piece, String> {
        let mut pieces = forms.iter().map(|form| self.pieces(form)).collect::<Result<Vec<_>, String>>()?;
        if pieces.iter().any(|form| !matches!(form.as_slice(), [] | [Piece::Words(_)])) {
            return Ok(Piece::Any(pieces));
        }
        let optional = pieces.iter().any(Vec::is_empty);
        let mut all = Priced::default();
        for piece in pieces.drain(..).flatten() {
            let Piece::Words(own) = piece else { continue };
            all.words.extend(own.words);
            all.price += own.price;
        }
        let words = Piece::Words(Priced { words: single(all.words), ..all });
        Ok(if optional { Piece::Any(vec![Vec::new(), vec![words]]) } else { words })
    }

    /// The forms of a lemma slot.
    fn lemma(&mut self, item: &Item) -> Result<Priced, String> {
        let Item::Lemma { name, lemmas, forms } = item else { return Ok(Priced::default()) };
        let mut all = Priced::default();
        for lemma in lemmas {
            let place = self.place(lemma);
            let known = &self.known.lemmas[place];
            all.price += known.price;
            for (_, word, _) in known
                .forms
                .iter()
                .filter(|(form, _, contracted)| forms.take(*form) && (forms.take_contractions() || !*contracted))
            {
                all.words.push(*word);
                all.price += self.known.prices[*word as usize];
            }
            if forms.take_lemma() {
                all.words.push(self.numbering.number(lemma));
            }
        }
        if all.words.is_empty() {
            return Err(format!("<{name}> has no such form"));
        }
        Ok(Priced { words: single(all.words), ..all })
    }

    /// The place of what is known of a lemma.
    fn place(&mut self, lemma: &str) -> usize {
        if let Some(place) = self.known.places.get(lemma) {
            return *place;
        }
        let forms = inflect::forms(lemma).into_iter().map(|(form, word)| {
            let number = self.numbering.number(&word);
            self.known.price(number, &word);
            (form, number, inflect::is_contraction(fold::key_hash(&word)))
        });
        let forms = forms.collect();
        self.known.lemmas.push(Lemma { price: anchor::price(lemma), forms });
        self.known.places.insert(lemma.to_owned(), self.known.lemmas.len() - 1);
        self.known.lemmas.len() - 1
    }
}

/// True when nothing but words that follow one another can match: none is left out, and no run of words is taken, which
/// might cross punctuation.
fn holds_together(items: &[Item]) -> bool {
    items.iter().all(|item| match item {
        Item::Word(_) | Item::Lemma { .. } => true,
        Item::Class(class) => !class.is_run() && *class != Class::Grammar(Classes::POSSESSIVE),
        Item::Any(forms) => forms.iter().all(|form| holds_together(form)),
        Item::Gap | Item::Rest | Item::Colon => false,
    })
}

impl Known {
    /// How often the word of that number stands in a million words of English.
    fn price(&mut self, number: WordId, word: &str) -> u64 {
        let at = number as usize;
        if self.prices.len() <= at {
            self.prices.resize(at + 1, 0);
        }
        if self.prices[at] == 0 {
            self.prices[at] = anchor::price(word);
        }
        self.prices[at]
    }
}

#[cfg(test)]
mod tests {
    use crate::glossary::automaton::Tape;
    use crate::glossary::compile::Glossary;
    use crate::glossary::entry::Entry;
    use crate::text::reading::Reading;

    #[test]
    fn a_common_word_is_looked_for_beside_what_its_conditions_ask_for() {
        let found = |when: &[&str], text: &str| {
            let when = when.iter().map(|one| (*one).to_owned()).collect();
            let row = Entry { avoid: vec!["in".to_owned()], write: vec!["of".to_owned()], when, ..Entry::default() };
            let glossary = Glossary::of([row]);
            let reading = Reading::of(text);
            let ids: Vec<u32> = reading.keys.iter().map(|key| glossary.lexicon.get(*key)).collect();
            let (words, keys) = (&reading.words, &reading.keys);
            let tape = Tape { text, words, keys, ids: &ids, lexicon: &glossary.lexicon };
            let mut out = Vec::new();
            glossary.prose.matches_in(&tape, &reading.sentences[0], &mut Vec::new(), &mut out);
            out.into_iter().map(|one| one.start).collect::<Vec<_>>()
        };
        let text = "Then in Minsk he was accused in a new theft in June";
        for when in [&["prev:accused"][..], &["prev:accused & next:a"], &["next:[a] (new|big) theft"]] {
            assert_eq!(found(when, text), [6], "{when:?}");
        }
        assert_eq!(found(&["prev:accused", "next:June"], text), [6, 10]);
        assert!(found(&["prev:accused"], "Accused, in June he left").is_empty());
        for open in [&[][..], &["before:accused"], &["prev:accused", "@start"], &["next:<name>"]] {
            assert_eq!(found(open, text), [1, 6, 10], "{open:?}");
        }
    }
}
