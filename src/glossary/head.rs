//! The head word of a form: the one word that is found in all its forms.

use rustc_hash::FxHashMap;

use crate::english::classes;
use crate::english::lemma::{self, Class};
use crate::glossary::entry::{Case, Entry, Inflect, Kind};
use crate::glossary::pattern::{self, Forms, Item, Pattern};
use crate::text::fold;

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
    /// The pattern of one of an entry's forms: parsed, its head word in all the forms that the entry asks for. Where the
    /// entry prints the same letters joined in another way, all three ways are found: `e-mail`, `e mail`, `email`.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn pattern(&mut self, form: &str, entry: &Entry) -> Result<Pattern, String> {
        let pattern = self.printed(form, entry)?;
        let Some(joined) = joined_otherwise(form, entry) else { return Ok(pattern) };
        let other = self.printed(&joined, entry)?;
        Ok(Pattern { items: vec![Item::Any(vec![pattern.items, other.items])] })
    }

    /// The pattern of a form that is printed: its head word in all forms, its hyphens as they are.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn printed(&mut self, form: &str, entry: &Entry) -> Result<Pattern, String> {
        let mut pattern = pattern::parse(form)?;
        let keeps_form =
            matches!(entry.kind, Kind::Leftover | Kind::Keep) || entry.kind.is_name() || entry.case == Case::Exact;
        let as_written = match entry.inflect {
            Inflect::None => true,
            Inflect::Auto => keeps_form || pattern.has_slot(),
            Inflect::Noun | Inflect::Verb | Inflect::Adjective => false,
        };
        if !as_written && let Some((at, lemma, forms)) = self.head(&pattern.items, entry) {
            pattern.items[at] = Item::Lemma { name: String::new(), lemmas: vec![lemma], forms };
        }
        Ok(pattern)
    }

    /// Makes a word known.
    fn learn(&mut self, word: &str) {
        if !self.known.contains_key(word) {
            self.known.insert(word.to_owned(), Known::of(word));
        }
    }

    /// True when what an entry prints ends in a noun that is no verb.
    fn prints_mere_noun(&mut self, entry: &Entry) -> bool {
        let Some(write) = entry.write.first() else { return false };
        let last = fold::lower(write.rsplit([' ', '-']).next().unwrap_or(write));
        self.learn(&last);
        self.known[&last].noun.is_some() && self.known[&last].verb.is_none()
    }

    /// The head word's index, lemma and forms: the verb that begins a verb phrase, else the last noun before a preposition.
    /// A word that is a noun and a verb is a noun where the entry prints a mere noun for it: "lender" for "bank" is not
    /// meant for "banking".
    fn head(&mut self, items: &[Item], entry: &Entry) -> Option<(usize, String, Forms)> {
        let words: Vec<(usize, &str)> = items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| if let Item::Word(word) = item { Some((at, word.as_str())) } else { None })
            .collect();
        words.iter().for_each(|(_, word)| self.learn(word));
        let both = words.iter().any(|(_, word)| self.known[*word].noun.is_some() && self.known[*word].verb.is_some());
        let mere_noun = both && self.prints_mere_noun(entry);
        let known = |word: &str| &self.known[word];
        let (first_at, first) = *words.first()?;
        let stop = words.iter().skip(1).position(|(_, word)| known(word).preposition).map_or(words.len(), |at| at + 1);
        let (last_at, last) = words[stop - 1];
        let or_word = |lemma: &Option<String>, word: &str| lemma.clone().unwrap_or_else(|| word.to_owned());
        let verb = &known(first).verb;
        let begins_with_verb = verb.is_some() && words.len() > 1 && known(first).noun.is_none();
        let forms = if mere_noun { Forms::Of(Class::Noun) } else { Forms::All };
        match entry.inflect {
            Inflect::None => None,
            Inflect::Verb => Some((first_at, or_word(verb, first), Forms::Of(Class::Verb))),
            Inflect::Noun => Some((last_at, or_word(&known(last).noun, last), Forms::Of(Class::Noun))),
            Inflect::Adjective => Some((last_at, or_word(&known(last).adjective, last), Forms::Of(Class::Adjective))),
            Inflect::Auto if begins_with_verb => verb.clone().map(|lemma| (first_at, lemma, Forms::All)),
            Inflect::Auto => match &known(last).noun {
                Some(lemma) => Some((last_at, lemma.clone(), forms)),
                None if words.len() == 1 => verb.clone().map(|lemma| (first_at, lemma, Forms::All)),
                None => None,
            },
        }
    }
}

/// A form of a house term with its hyphen or space taken out, or put where the entry prints it; none where the entry does
/// not print the same letters joined in another way.
fn joined_otherwise(form: &str, entry: &Entry) -> Option<String> {
    let joints = [' ', '-'];
    if entry.rank == 0 || entry.kind != Kind::Term || !form.chars().all(|c| c.is_alphabetic() || joints.contains(&c)) {
        return None;
    }
    let closed = |form: &str| fold::lower(form).replace(joints, "");
    let first = |form: &str| form.chars().next().map(|c| c.to_ascii_lowercase());
    let alike = |write: &&String| first(write) == first(form) && **write != form && closed(write) == closed(form);
    let write = entry.write.iter().find(alike)?;
    let other = if form.contains(joints) { closed(form) } else { write.clone() };
    (other != form).then_some(other)
}
