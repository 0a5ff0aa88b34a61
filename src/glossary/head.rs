//! The head word of a form: the one word that is found in all its forms.

use rustc_hash::FxHashMap;

use crate::english::classes;
use crate::english::lemma::{self, Class};
use crate::glossary::entry::{Case, Entry, Inflect, Kind};
use crate::glossary::pattern::{self, Item, Pattern};

/// Tells head words, and remembers what English says of each word: many rows have words in common.
#[derive(Debug, Default)]
pub struct Heads {
    known: FxHashMap<String, Known>,
}

/// What English says of a word.
#[derive(Debug)]
struct Known {
    verb: Option<String>,
    noun: Option<String>,
    adjective: Option<String>,
    preposition: bool,
}

impl Known {
    fn of(word: &str) -> Self {
        let readings = lemma::readings(word);
        let lemma = |class| readings.iter().find(|reading| reading.class == class).map(|reading| reading.lemma.clone());
        Known {
            verb: lemma(Class::Verb),
            noun: lemma(Class::Noun),
            adjective: lemma(Class::Adjective),
            preposition: classes::is_preposition(word),
        }
    }
}

impl Heads {
    /// The pattern of one of an entry's forms: parsed, its head word in all the forms that the entry asks for.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn pattern(&mut self, form: &str, entry: &Entry) -> Result<Pattern, String> {
        let mut pattern = pattern::parse(form)?;
        let keeps_form =
            matches!(entry.kind, Kind::Leftover | Kind::Keep) || entry.kind.is_name() || entry.case == Case::Exact;
        let as_written = match entry.inflect {
            Inflect::None => true,
            Inflect::Auto => keeps_form || pattern.has_slot(),
            Inflect::Noun | Inflect::Verb | Inflect::Adjective => false,
        };
        if !as_written && let Some((at, lemma)) = self.head(&pattern.items, entry.inflect) {
            pattern.items[at] = Item::Lemma { name: String::new(), lemmas: vec![lemma], form: None };
        }
        Ok(pattern)
    }

    /// The head word's index and lemma: the verb that begins a verb phrase, else the last noun before a preposition.
    fn head(&mut self, items: &[Item], inflect: Inflect) -> Option<(usize, String)> {
        let words: Vec<(usize, &str)> = items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| if let Item::Word(word) = item { Some((at, word.as_str())) } else { None })
            .collect();
        for (_, word) in &words {
            if !self.known.contains_key(*word) {
                self.known.insert((*word).to_owned(), Known::of(word));
            }
        }
        let known = |word: &str| &self.known[word];
        let (first_at, first) = *words.first()?;
        let stop = words.iter().skip(1).position(|(_, word)| known(word).preposition).map_or(words.len(), |at| at + 1);
        let (last_at, last) = words[stop - 1];
        let or_word = |lemma: &Option<String>, word: &str| lemma.clone().unwrap_or_else(|| word.to_owned());
        let verb = &known(first).verb;
        let begins_with_verb = verb.is_some() && words.len() > 1 && known(first).noun.is_none();
        match inflect {
            Inflect::None => None,
            Inflect::Verb => Some((first_at, or_word(verb, first))),
            Inflect::Noun => Some((last_at, or_word(&known(last).noun, last))),
            Inflect::Adjective => Some((last_at, or_word(&known(last).adjective, last))),
            Inflect::Auto if begins_with_verb => verb.clone().map(|lemma| (first_at, lemma)),
            Inflect::Auto => match &known(last).noun {
                Some(lemma) => Some((last_at, lemma.clone())),
                None if words.len() == 1 => verb.clone().map(|lemma| (first_at, lemma)),
                None => None,
            },
        }
    }
}
