//! Word classes as a small set of bits: what a word form can be, without looking at its sentence.

use std::fmt;
use std::ops::{BitOr, BitOrAssign};

use serde::{Deserialize, Serialize};

use super::built;
use super::inflect::Form;
use super::lemma::{self, Class};
use crate::text::memo::Memo;
use crate::text::table::Table;

/// `word TAB classes`, for function words, numbers, calendar, units, money and titles.
static FUNCTION: Table = Table::new(include_str!("tables/function.tsv"));

/// A set of word classes.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Classes(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident $bit:literal $word:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Classes = Classes(1 << $bit);)*
            const NAMES: &'static [(&'static str, Classes)] = &[$(($word, Classes::$name),)*];
        }
    };
}

classes! {
    /// Verb as in the dictionary: "take"; also "am", "are".
    BASE 0 "base";
    /// Verb in the third person: "takes".
    THIRD_PERSON 1 "third";
    /// "taking".
    ING 2 "ing";
    /// "took".
    PAST 3 "past";
    /// "taken".
    PARTICIPLE 4 "participle";
    /// Noun in the singular.
    NOUN 5 "noun";
    /// Noun in the plural.
    PLURAL 6 "plural";
    /// Adjective without ending, and ordinals.
    ADJECTIVE 7 "adj";
    /// "bigger".
    COMPARATIVE 8 "comparative";
    /// "biggest".
    SUPERLATIVE 9 "superlative";
    /// Adverb.
    ADVERB 10 "adv";
    /// "a", "the", "this", "some", "every".
    DETERMINER 11 "det";
    /// "my", "his", "whose", and the ending 's.
    POSSESSIVE 12 "poss";
    /// "he", "they", "who".
    SUBJECT 13 "subject";
    /// "him", "them", "whom".
    OBJECT 14 "object";
    /// Other pronouns: "himself", "someone", "this".
    PRONOUN 15 "pronoun";
    /// "of", "during", "despite".
    PREPOSITION 16 "prep";
    /// "and", "or", "but".
    CONJUNCTION 17 "conj";
    /// "that", "because", "when".
    SUBORDINATOR 18 "sub";
    /// Forms of be, have and do.
    AUXILIARY 19 "aux";
    /// "can", "would", "won't".
    MODAL 20 "modal";
    /// Digits and number words.
    NUMBER 21 "number";
    /// "monday", "mondays".
    WEEKDAY 22 "weekday";
    /// "march", "sept".
    MONTH 23 "month";
    /// "minute", "years".
    TIME_UNIT 24 "time";
    /// "euro", "zloty".
    MONEY_UNIT 25 "money";
    /// "minister", "mr".
    TITLE 26 "title";
    /// Known, but none of the others: "yes", "km", parts of names and fixed foreign phrases.
    OTHER 27 "other";
    /// Not listed: the other bits are a guess by the word's ending.
    GUESSED 28 "guessed";
}

impl Classes {
    /// The set without any class.
    pub const NONE: Classes = Classes(0);
    /// Any verb form, auxiliaries and modals included.
    pub const VERB: Classes = Classes(0b1_1111 | 1 << 19 | 1 << 20);
    /// A noun in either number.
    pub const ANY_NOUN: Classes = Classes(0b110_0000);

    /// Whether the two sets share a class.
    pub const fn has(self, any: Classes) -> bool {
        self.0 & any.0 != 0
    }

    /// Whether the set holds all of `classes`.
    pub const fn contains(self, classes: Classes) -> bool {
        self.0 & classes.0 == classes.0
    }

    /// Whether there is no class at all.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Both sets together; `|` for constants.
    pub const fn and(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    /// The set without those of `classes`.
    pub const fn without(self, classes: Classes) -> Classes {
        Classes(self.0 & !classes.0)
    }

    /// The bits, for a table kept elsewhere.
    pub const fn bits(self) -> u32 {
        self.0
    }
}

impl BitOr for Classes {
    type Output = Classes;
    fn bitor(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Classes) {
        self.0 |= other.0;
    }
}

impl fmt::Debug for Classes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Classes::NAMES.iter().filter(|(_, class)| self.has(*class)).map(|(name, _)| name);
        f.debug_list().entries(names).finish()
    }
}

/// What a word can be: a few bisections, about a microsecond, so keep the answer beside the word where it is asked often.
/// 's is both the possessive ending and a short form of "is" and "has". Signs have no class.
pub fn classes(word: &str) -> Classes {
    let word = &*lemma::lowered(word);
    let Some(first) = word.chars().next() else {
        return Classes::NONE;
    };
    if first.is_ascii_digit() {
        return number_classes(word);
    }
    let function = function_classes(word);
    let mut found = function;
    if !function.has(Classes::AUXILIARY) {
        for reading in lemma::listed_readings(word) {
            if !function.has(Classes::MODAL) || reading.class == Class::Noun {
                found |= class(reading.class, reading.form) | kind(&reading);
            }
        }
    }
    if word == "'s" || word == "'" {
        found |= Classes::POSSESSIVE;
    }
    if !found.is_empty() || !first.is_alphabetic() {
        return found;
    }
    let built = built::built_readings(word);
    let built = if built.is_empty() && word.contains('-') { hyphenated(word) } else { built };
    if built.is_empty() {
        found |= Classes::GUESSED;
        for reading in lemma::readings(word) {
            found |= class(reading.class, reading.form);
        }
    }
    for reading in built {
        found |= class(reading.class, reading.form) | kind(&reading);
    }
    if word.contains('-') && (found.has(Classes::NOUN) || found.has(Classes::PARTICIPLE) || found.has(Classes::ING)) {
        found |= Classes::ADJECTIVE;
    }
    found
}

/// [`classes`], remembered by each thread: `key` is the hash of the word's look-up form ([`key_hash`](crate::text::fold::key_hash)).
pub fn of_key(key: u64, word: &str) -> Classes {
    thread_local! {
        static KNOWN: Memo<u64, Classes> = Memo::default();
    }
    KNOWN.with(|known| known.get(key, || classes(word)))
}

/// The listed words of a closed class, such as determiners or weekdays, in byte order.
pub fn members(wanted: Classes) -> Vec<&'static str> {
    FUNCTION
        .rows()
        .filter_map(|row| row.split_once('\t'))
        .filter(|(_, names)| named(names).has(wanted))
        .map(|(word, _)| word)
        .collect()
}

/// Whether a plural is one of a unit or title, and a hyphened noun too: "chancellors", "vice-chancellor".
fn kind(reading: &lemma::Reading) -> Classes {
    const KINDS: u32 = Classes::TIME_UNIT.0 | Classes::MONEY_UNIT.0 | Classes::TITLE.0;
    let last = reading.lemma.rsplit('-').next().unwrap_or(&reading.lemma);
    if reading.form != Form::Plural && last.len() == reading.lemma.len() || reading.class != Class::Noun {
        return Classes::NONE;
    }
    Classes(function_classes(last).0 & KINDS)
}

/// A hyphened word whose last part is a number or function word: "twenty-one", "so-called" has a listed last part.
fn hyphenated(word: &str) -> Vec<lemma::Reading> {
    let last = word.rsplit('-').next().unwrap_or(word);
    if function_classes(last).has(Classes::NUMBER) || word.starts_with("non-") {
        vec![lemma::Reading { lemma: word.to_owned(), class: Class::Adjective, form: Form::Positive }]
    } else {
        Vec::new()
    }
}

/// Whether the word is in the table of function words, numbers, calendar, units, money and titles; `word` in lower case.
pub(crate) fn is_function_word(word: &str) -> bool {
    FUNCTION.get(word).is_some()
}

/// Whether a word in lower case can be a preposition.
pub fn is_preposition(word: &str) -> bool {
    function_classes(word).has(Classes::PREPOSITION)
}

fn function_classes(word: &str) -> Classes {
    FUNCTION.get(word).map_or(Classes::NONE, named)
}

/// The classes of these names, as the table writes them.
fn named(names: &str) -> Classes {
    let mut found = Classes::NONE;
    for name in names.split(' ') {
        for (known, class) in Classes::NAMES {
            if *known == name {
                found |= *class;
            }
        }
    }
    found
}

fn number_classes(word: &str) -> Classes {
    let ending =
        word.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ':' | '/'));
    match ending {
        "" => Classes::NUMBER,
        "s" => Classes::NUMBER | Classes::PLURAL,
        "st" | "nd" | "rd" | "th" => Classes::NUMBER | Classes::ADJECTIVE,
        _ => Classes::NUMBER | Classes::ADJECTIVE | Classes::NOUN,
    }
}

fn class(class: Class, form: Form) -> Classes {
    match (class, form) {
        (Class::Adverb, _) => Classes::ADVERB,
        (_, Form::Base) => Classes::BASE,
        (_, Form::ThirdPerson) => Classes::THIRD_PERSON,
        (_, Form::Ing) => Classes::ING,
        (_, Form::Past) => Classes::PAST,
        (_, Form::Participle) => Classes::PARTICIPLE,
        (_, Form::Singular) => Classes::NOUN,
        (_, Form::Plural) => Classes::PLURAL,
        (_, Form::Positive) => Classes::ADJECTIVE,
        (_, Form::Comparative) => Classes::COMPARATIVE,
        (_, Form::Superlative) => Classes::SUPERLATIVE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_classes_they_can_have() {
        for (word, wanted) in [
            ("take", Classes::BASE),
            ("pinned", Classes::PAST | Classes::PARTICIPLE),
            ("ministers", Classes::PLURAL | Classes::TITLE),
            ("The", Classes::DETERMINER),
            ("his", Classes::POSSESSIVE),
            ("'s", Classes::POSSESSIVE | Classes::AUXILIARY),
            ("isn’t", Classes::AUXILIARY),
            ("won't", Classes::MODAL),
            ("Monday", Classes::WEEKDAY),
            ("may", Classes::MODAL | Classes::MONTH),
            ("second", Classes::TIME_UNIT | Classes::ADJECTIVE),
            ("zlotys", Classes::MONEY_UNIT),
            ("mr", Classes::TITLE),
            ("who", Classes::SUBJECT),
            ("because", Classes::SUBORDINATOR),
            ("1990s", Classes::NUMBER | Classes::PLURAL),
            ("quickly", Classes::ADVERB),
            ("biggest", Classes::SUPERLATIVE),
            ("policemen", Classes::PLURAL),
            ("during", Classes::PREPOSITION),
            ("denationalisation", Classes::NOUN),
            ("blorfed", Classes::PARTICIPLE | Classes::GUESSED),
            ("police", Classes::PLURAL),
            ("chancellors", Classes::PLURAL | Classes::TITLE),
            ("ex-ministers", Classes::PLURAL | Classes::TITLE),
            ("news", Classes::NOUN),
            ("politics", Classes::NOUN),
            ("two-thirds", Classes::PLURAL),
        ] {
            assert!(classes(word).contains(wanted), "{word}: {:?}", classes(word));
        }
        assert!(
            !classes("was").has(Classes::NOUN)
                && !classes("news").has(Classes::PLURAL)
                && !classes("does").has(Classes::PLURAL)
        );
        assert!(classes(",").is_empty() && classes("").is_empty());
    }

    #[test]
    fn function_table_is_sorted_and_its_class_names_exist() {
        let rows: Vec<_> = FUNCTION.rows().collect();
        assert!(rows.windows(2).all(|pair| pair[0].as_bytes() < pair[1].as_bytes()));
        for row in rows {
            let (word, names) = row.split_once('\t').expect("two fields");
            assert!(FUNCTION.get(word).is_some(), "{word}");
            assert!(names.split(' ').all(|name| Classes::NAMES.iter().any(|(known, _)| *known == name)), "{row}");
        }
    }
}
