//! Classes of words that a pattern may ask for: grammatical ones, runs such as names and numbers, and word lists.

use std::sync::{LazyLock, OnceLock};

use serde::{Deserialize, Serialize};

use crate::english;
use crate::english::classes::Classes;
use crate::english::inflect::{self, Form};
use crate::text::fold;
use crate::text::keys::Keys;
use crate::text::words::{Gap, Shape, Word};

/// A class of words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Class {
    /// A person: a name of one or more words, or a personal pronoun.
    Person,
    /// A run of capitalised words.
    Name,
    /// A number in digits or words, one or more words.
    Number,
    /// Four digits from 1000 to 2100.
    Year,
    /// One capitalised word.
    Capital,
    /// Any one word.
    Word,
    /// A grammatical class known to `english`.
    Grammar(Classes),
    /// A word list of `glossaries/classes.csv`, by its index, in any form or one.
    List(usize, Option<Form>),
}

/// One word list: its name and its lemmas.
struct List {
    name: &'static str,
    lemmas: Vec<String>,
}

fn lists() -> &'static [List] {
    static LISTS: OnceLock<Vec<List>> = OnceLock::new();
    LISTS.get_or_init(|| {
        let text = include_str!("../../glossaries/classes.csv");
        let mut lists: Vec<List> = Vec::new();
        for line in text.lines().skip(1) {
            let mut cells = line.splitn(3, ',');
            let (Some(name), Some(words)) = (cells.next(), cells.next()) else { continue };
            lists.push(List { name, lemmas: words.split('|').map(fold::lower).collect() });
        }
        lists
    })
}

/// The class of that name; `form` restricts a word list to one form.
#[must_use]
pub fn named(name: &str, form: Option<Form>) -> Option<Class> {
    Some(match name {
        "person" => Class::Person,
        "name" | "place" | "body" => Class::Name,
        "number" => Class::Number,
        "year" => Class::Year,
        "cap" => Class::Capital,
        "word" => Class::Word,
        "noun" => Class::Grammar(Classes::ANY_NOUN),
        "verb" => Class::Grammar(Classes::VERB),
        "adj" => Class::Grammar(Classes::ADJECTIVE),
        "adv" => Class::Grammar(Classes::ADVERB),
        "part" => Class::Grammar(Classes::PARTICIPLE),
        "ing" => Class::Grammar(Classes::ING),
        "det" => Class::Grammar(Classes::DETERMINER | Classes::POSSESSIVE),
        "poss" => Class::Grammar(Classes::POSSESSIVE),
        "pron" => Class::Grammar(Classes::SUBJECT | Classes::OBJECT),
        "prep" => Class::Grammar(Classes::PREPOSITION),
        "weekday" => Class::Grammar(Classes::WEEKDAY),
        "month" => Class::Grammar(Classes::MONTH),
        "unit" => Class::Grammar(Classes::TIME_UNIT),
        "money" => Class::Grammar(Classes::MONEY_UNIT),
        "title" => Class::Grammar(Classes::TITLE),
        _ => Class::List(lists().iter().position(|list| list.name == name)?, form),
    })
}

impl Class {
    /// True for classes whose words can be listed: word lists, and grammatical classes that take no new words.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        match self {
            Class::Grammar(wanted) => wanted.without(CLOSED).is_empty(),
            Class::List(..) => true,
            _ => false,
        }
    }

    /// The class's words, for a word list and for grammatical classes that are closed; none for classes that are open.
    #[must_use]
    pub fn members(&self) -> Option<Vec<String>> {
        let (index, form) = match self {
            Class::Grammar(wanted) if self.is_closed() => return Some(closed_members(*wanted)),
            Class::List(index, form) => (index, form),
            _ => return None,
        };
        let mut words = Vec::new();
        for lemma in &lists()[*index].lemmas {
            let forms = inflect::forms(lemma);
            match form {
                None => {
                    words.push(lemma.clone());
                    words.extend(forms.into_iter().map(|(_, word)| word));
                }
                Some(form) => words.extend(forms.into_iter().filter(|(f, _)| f == form).map(|(_, word)| word)),
            }
        }
        words.sort_unstable();
        words.dedup();
        Some(words)
    }

    /// True for classes that more than one word can belong to together.
    #[must_use]
    pub fn is_run(&self) -> bool {
        matches!(self, Class::Person | Class::Name | Class::Number)
    }

    /// How many words from `at` on belong to the class at most (0: none); any shorter run belongs to it too. `limit` is the end of the sentence's words.
    #[must_use]
    pub fn run(&self, text: &str, words: &[Word], at: usize, limit: usize) -> usize {
        let Some(word) = words.get(at).filter(|_| at < limit) else { return 0 };
        let one = |yes: bool| usize::from(yes);
        match self {
            Class::Word => one(word.shape != Shape::Possessive),
            Class::Capital => one(word.is_capital()),
            Class::Year => one(word.of(text).parse::<u32>().is_ok_and(|year| (1000..=2100).contains(&year))),
            Class::Name => name_run(text, words, at, limit),
            Class::Person => {
                if is_pronoun(word.of(text)) {
                    1
                } else {
                    name_run(text, words, at, limit)
                }
            }
            Class::Number => number_run(text, words, at, limit),
            Class::Grammar(wanted) => {
                if *wanted == Classes::POSSESSIVE && word.shape == Shape::Possessive {
                    return 1;
                }
                one(english::classes::classes(&fold::lower(word.of(text))).has(*wanted))
            }
            Class::List(index, form) => one(is_member(*index, *form, &fold::lower(word.of(text)))),
        }
    }
}

/// Grammatical classes whose words can be listed.
const CLOSED: Classes = Classes::DETERMINER
    .and(Classes::POSSESSIVE)
    .and(Classes::SUBJECT)
    .and(Classes::OBJECT)
    .and(Classes::PREPOSITION)
    .and(Classes::WEEKDAY)
    .and(Classes::MONTH)
    .and(Classes::TIME_UNIT)
    .and(Classes::MONEY_UNIT)
    .and(Classes::TITLE);

fn closed_members(wanted: Classes) -> Vec<String> {
    let counted = Classes::TIME_UNIT.and(Classes::MONEY_UNIT).and(Classes::TITLE);
    let mut words: Vec<String> = Vec::new();
    for word in english::classes::members(wanted) {
        words.push(word.to_owned());
        if wanted.without(counted).is_empty() {
            words.extend(
                inflect::forms(word).into_iter().filter(|(form, _)| *form == Form::Plural).map(|(_, word)| word),
            );
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// The lemmas of a word list, by its index.
pub(super) fn lemmas(list: usize) -> &'static [String] {
    &lists()[list].lemmas
}

/// True when a word (in look-up form) is a form of a lemma of the list.
fn is_member(index: usize, form: Option<Form>, word: &str) -> bool {
    lists()[index].lemmas.iter().any(|lemma| {
        let near = lemma.as_bytes().first() == word.as_bytes().first() && word.len() <= lemma.len() + 4;
        near && (form.is_none() && lemma == word
            || inflect::forms(lemma).iter().any(|(f, w)| w == word && form.is_none_or(|form| form == *f)))
    })
}

/// True for the pronouns that stand for a person.
fn is_pronoun(word: &str) -> bool {
    word.len() <= 4
        && ["he", "she", "who", "they", "him", "her", "them"].iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
}

/// Small words inside names of several languages.
const PARTICLES: [&str; 14] =
    ["van", "von", "de", "der", "den", "al", "bin", "la", "di", "el", "dos", "da", "del", "ibn"];

/// Words of the longest name or number; a longer run of capitals (a list, a headline) or figures (a table) is read in
/// parts, so that time stays linear.
pub const LONGEST_RUN: usize = 16;

fn name_run(text: &str, words: &[Word], at: usize, limit: usize) -> usize {
    let capital = |index: usize| {
        words[index].is_capital() && (words[index].shape == Shape::Upper || words[index].of(text) != "I")
    };
    if !capital(at) {
        return 0;
    }
    let mut end = at + 1;
    while end < limit && end - at < LONGEST_RUN && matches!(words[end].gap, Gap::Space | Gap::Hyphen) {
        let mut next = end;
        while next < limit
            && next - at < LONGEST_RUN
            && PARTICLES.contains(&words[next].of(text))
            && words[next].gap == Gap::Space
        {
            next += 1;
        }
        if next >= limit || !capital(next) || !matches!(words[next].gap, Gap::Space | Gap::Hyphen) {
            break;
        }
        end = next + 1;
    }
    end - at
}

fn number_run(text: &str, words: &[Word], at: usize, limit: usize) -> usize {
    // The first half is a part, and no number.
    let part = |index: usize| index > at && matches!(words[index].of(text), "half" | "quarter");
    let numeric =
        |index: usize| words[index].shape == Shape::Number || is_number_word(words[index].of(text)) && !part(index);
    let mut end = at;
    while end < limit
        && end - at < LONGEST_RUN
        && (end == at || matches!(words[end].gap, Gap::Space | Gap::Hyphen))
        && numeric(end)
    {
        end += 1;
    }
    end - at
}

/// True for `two`, `million` and the like, in any case.
pub(super) fn is_number_word(word: &str) -> bool {
    static NUMBERS: LazyLock<Keys> = LazyLock::new(|| Keys::of(english::classes::members(Classes::NUMBER)));
    (3..=12).contains(&word.len()) && NUMBERS.has(fold::key_hash(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::words;

    #[test]
    fn runs_of_names_and_numbers() {
        let text = "Maria van der Berg paid 4.5 million";
        let words = words(text);
        assert_eq!(Class::Name.run(text, &words, 0, words.len()), 4);
        assert_eq!(Class::Number.run(text, &words, 5, words.len()), 2);
        assert_eq!(Class::Name.run(text, &words, 4, words.len()), 0);
        let text = "half a year, the first half";
        let words = crate::text::words::words(text);
        assert_eq!(Class::Number.run(text, &words, 0, words.len()), 1);
        assert_eq!(Class::Number.run(text, &words, 4, words.len()), 1);
    }
}
