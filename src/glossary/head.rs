//! The head word of a form: the one word that is found in all its forms.

use rustc_hash::FxHashMap;

use crate::english::classes::{self, Classes};
use crate::english::inflect;
use crate::english::lemma::{self, Class};
use crate::glossary::entry::{Case, Entry, Inflect, Kind};
use crate::glossary::pattern::{self, Forms, Item, Pattern};
use crate::text::fold;
use crate::text::words::{self, Shape, Word};

/// Small words that belong to the verb before them.
const PARTICLES: &[&str] = &["up", "out", "off", "down", "away", "back", "over", "apart", "aside", "along"];

/// Tells head words, and remembers what English says of each word: many rows have words in common.
#[derive(Debug, Default)]
pub struct Heads {
    /// The place of each word in `known`.
    places: FxHashMap<String, usize>,
    known: Vec<Known>,
}

/// What English says of a word.
#[derive(Debug, Default)]
struct Known {
    verb: Option<String>,
    noun: Option<String>,
    adjective: Option<String>,
    preposition: bool,
    /// Whether it is a verb as it stands, beside the one of which it may be a form: "found", "fell".
    bare_verb: bool,
    /// Whether it shows that a verb stands before it: "the", "her", "up".
    follows_verb: bool,
}

impl Known {
    /// Of a word in look-up form; one in capitals is an abbreviation, which is a noun whatever its letters spell.
    fn of(word: &str) -> Self {
        if word.contains(char::is_uppercase) {
            return Known { noun: Some(fold::lower(word)), ..Known::default() };
        }
        // A contraction is found as it stands: what it says is not said by its verb alone.
        let readings = if inflect::is_contraction(fold::key_hash(word)) { Vec::new() } else { lemma::readings(word) };
        let lemma = |class| readings.iter().find(|reading| reading.class == class).map(|reading| reading.lemma.clone());
        Known {
            verb: lemma(Class::Verb),
            noun: lemma(Class::Noun),
            adjective: lemma(Class::Adjective),
            preposition: classes::is_preposition(word),
            bare_verb: readings.iter().any(|reading| reading.class == Class::Verb && reading.lemma == word),
            follows_verb: PARTICLES.contains(&word)
                || classes::classes(word).has(Classes::DETERMINER.and(Classes::POSSESSIVE)),
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
        if !as_written {
            self.inflect(form, &mut pattern, entry);
        }
        if entry.write.iter().all(|write| write.contains("<be>")) {
            pattern.items.iter_mut().for_each(take_short_be);
        }
        Ok(pattern)
    }

    /// The pattern of a house's condition: as that of a form to avoid, words of grammar as they stand.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn beside(&mut self, form: &str) -> Result<Pattern, String> {
        let mut pattern = pattern::parse(form)?;
        let grammar = |item: &Item| matches!(item, Item::Word(word) if classes::is_function_word(word));
        if !pattern.has_slot() && !pattern.items.iter().all(grammar) {
            self.inflect(form, &mut pattern, &Entry::default());
        }
        Ok(pattern)
    }

    /// Lets the head word stand in all the forms that the entry asks for.
    fn inflect(&mut self, form: &str, pattern: &mut Pattern, entry: &Entry) {
        let capitals = capitals_of(form);
        if let Some((at, lemma, forms)) = self.head(&pattern.items, &capitals, entry) {
            pattern.items[at] = Item::Lemma { name: String::new(), lemmas: vec![lemma], forms };
        }
    }

    /// The place of what is known of a word.
    fn place(&mut self, word: &str) -> usize {
        if let Some(place) = self.places.get(word) {
            return *place;
        }
        self.known.push(Known::of(word));
        self.places.insert(word.to_owned(), self.known.len() - 1);
        self.known.len() - 1
    }

    /// True when what an entry prints ends in a noun that is no verb.
    fn prints_mere_noun(&mut self, entry: &Entry) -> bool {
        let Some(write) = entry.write.first() else { return false };
        let last = fold::lower(write.rsplit([' ', '-']).next().unwrap_or(write));
        let place = self.place(&last);
        self.known[place].noun.is_some() && self.known[place].verb.is_none()
    }

    /// The head word's index, lemma and forms: the verb that begins a verb phrase, else the last noun before a preposition.
    /// A word that is a noun and a verb is a noun where the entry prints a mere noun for it: "lender" for "bank" is not
    /// meant for "banking".
    fn head(&mut self, items: &[Item], capitals: &[&str], entry: &Entry) -> Option<(usize, String, Forms)> {
        let words: Vec<(usize, &str, usize)> = items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| {
                let Item::Word(word) = item else { return None };
                let loud = capitals.iter().find(|loud| fold::lower(loud) == *word);
                Some((at, word.as_str(), self.place(loud.unwrap_or(&word.as_str()))))
            })
            .collect();
        let both =
            words.iter().any(|(.., place)| self.known[*place].noun.is_some() && self.known[*place].verb.is_some());
        let mere_noun = both && self.prints_mere_noun(entry);
        let words: Vec<(usize, &str, &Known)> =
            words.into_iter().map(|(at, word, place)| (at, word, &self.known[place])).collect();
        let (first_at, first, verb) = words.first().map(|(at, word, known)| (*at, *word, &known.verb))?;
        let stop = words.iter().skip(1).position(|(.., known)| known.preposition).map_or(words.len(), |at| at + 1);
        let (last_at, last, known) = words[stop - 1];
        let or_word = |lemma: &Option<String>, word: &str| lemma.clone().unwrap_or_else(|| word.to_owned());
        let mere_verb = || words[0].2.noun.is_none() || words[0].2.bare_verb && words[1].2.follows_verb;
        let begins_with_verb = verb.is_some() && words.len() > 1 && mere_verb();
        let abbreviation = known.verb.is_none() && capitals.iter().any(|loud| fold::lower(loud) == last);
        let forms = if mere_noun || abbreviation { Forms::Of(Class::Noun) } else { Forms::Whole };
        // "found" alone is to found, not to find.
        let own = |word: &Known, lemma: &Option<String>| {
            if words.len() == 1 && word.bare_verb { Some(first.to_owned()) } else { lemma.clone() }
        };
        let verb = &own(words[0].2, verb);
        match entry.inflect {
            Inflect::None => None,
            Inflect::Verb => Some((first_at, or_word(verb, first), Forms::Of(Class::Verb))),
            Inflect::Noun => Some((last_at, or_word(&known.noun, last), Forms::Of(Class::Noun))),
            Inflect::Adjective => Some((last_at, or_word(&known.adjective, last), Forms::Of(Class::Adjective))),
            Inflect::Auto if begins_with_verb => verb.clone().map(|lemma| (first_at, lemma, Forms::Whole)),
            Inflect::Auto => match &known.noun {
                Some(lemma) => Some((last_at, lemma.clone(), forms)),
                None if words.len() == 1 => verb.clone().map(|lemma| (first_at, lemma, Forms::Whole)),
                None => None,
            },
        }
    }
}

/// The words of a form that stand in capitals throughout: `IS`, `NGO`.
pub(super) fn capitals_of(form: &str) -> Vec<&str> {
    let loud = |word: &Word| word.shape == Shape::Upper && word.of(form).chars().all(char::is_alphabetic);
    words::words(form).iter().filter(|word| loud(word)).map(|word| word.of(form)).collect()
}

/// Lets `<be>` take a pronoun with it, for rows that print what it took: "they're pinned" is told like "they are".
fn take_short_be(item: &mut Item) {
    if let Item::Lemma { name, lemmas, forms: Forms::All } = item
        && name == "be"
    {
        lemmas.extend(["i'm", "you're", "we're", "they're"].map(str::to_owned));
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
