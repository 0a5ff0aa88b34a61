//! The tags that a word may have before its sentence is looked at, and what each costs.

use std::rc::Rc;

use super::classes::Classes;
use super::lemma;
use crate::text::fold;
use crate::text::memo::Memo;
use crate::text::table::Table;

/// Letter of each tag in the tables, in the order of the tags.
pub(crate) const LETTERS: &[u8; 29] = b"NPEBRZDVGMJCSATHYXIOLKUWQFcsq";

/// Cost of each tag on its own, in quarters of a natural logarithm like all costs here.
const PRIOR: [i32; 29] =
    [7, 12, 10, 14, 17, 15, 14, 15, 16, 18, 11, 24, 26, 13, 9, 15, 18, 21, 8, 17, 23, 14, 15, 18, 25, 24, 12, 21, 16];

/// `word TAB letters and costs`; `^word` for a capital inside a sentence, `#…` for shape and classes.
pub(crate) static WORDS: Table = Table::new(include_str!("tables/tag_words.tsv"));

/// The tags that a word may have, each with its cost.
pub(crate) type Choices = Rc<[(u8, i32)]>;

pub(crate) fn choices(word: &str, opening: bool, headline: bool, known: impl FnOnce() -> Classes) -> Choices {
    thread_local! {
        static KNOWN: Memo<(u64, char), Choices> = Memo::default();
    }
    let Some(first) = word.chars().next() else {
        return Rc::new([(25, 0)]);
    };
    if let Some(sign) = sign(word, first) {
        return sign;
    }
    let shape = match first.is_uppercase() && !headline {
        false => 'l',
        true if word.len() > 1 && !word.contains(char::is_lowercase) => 'a',
        true if opening => 'f',
        true => 'm',
    };
    KNOWN.with(|memo| memo.get((fold::key_hash(word), shape), || of_shape(word, shape, known).into()))
}

/// The tags of a word that is no sign: in small letters or in a headline (`l`), in capitals (`a`), with a capital at the
/// start of a sentence (`f`) or inside it (`m`).
fn of_shape(word: &str, shape: char, known: impl FnOnce() -> Classes) -> Vec<(u8, i32)> {
    let lower = &*lemma::lowered(word);
    let own = match shape {
        'l' | 'f' => WORDS.get(lower),
        _ => WORDS.get(&format!("^{lower}")),
    };
    if let (Some(row), true) = (own, shape != 'f') {
        return read(row);
    }
    let classes = known();
    let by_class = WORDS.get(&key(shape, classes)).map(read);
    match (own, by_class) {
        (None, Some(found)) => found,
        // At the start of a sentence: the word's own tags, and a name as the class allows.
        (Some(row), class) => {
            let mut found = read(row);
            let name = class.and_then(|class| class.into_iter().find(|choice| choice.0 == 2));
            if let Some(name) = name.filter(|_| !found.iter().any(|choice| choice.0 == 2)) {
                found.push(name);
            }
            found
        }
        (None, None) => by_bits(classes, shape),
    }
}

/// Signs and digits have one tag.
fn sign(word: &str, first: char) -> Option<Choices> {
    let tag = match first {
        ',' | ';' | ':' | '–' | '—' | '-' | '…' => 26,
        '.' | '!' | '?' => 27,
        '"' | '“' | '”' | '„' | '«' | '»' | '(' | ')' | '[' | ']' | '‘' => 28,
        '’' | '\'' if word.chars().count() == 1 => return Some(Rc::new([(17, 2), (28, 2)])),
        _ if first.is_ascii_digit() && word.bytes().all(|byte| !byte.is_ascii_alphabetic()) => 22,
        _ if first.is_alphanumeric() || matches!(first, '’' | '\'') => return None,
        _ => 25,
    };
    Some(Rc::new([(tag, 0)]))
}

/// `#`, the shape and the classes that matter to tags, in hexadecimal digits.
fn key(shape: char, classes: Classes) -> String {
    let guessed = u32::from(classes.has(Classes::GUESSED)) << 22;
    format!("#{shape}{:x}", (classes.bits() & ((1 << 22) - 1)) | guessed)
}

/// Letters and costs of a row; the cost of the tag on its own is taken off, as Bayes has it.
pub(crate) fn read(row: &str) -> Vec<(u8, i32)> {
    row.as_bytes()
        .chunks_exact(2)
        .filter_map(|pair| {
            let tag = LETTERS.iter().position(|letter| *letter == pair[0])?;
            Some((tag as u8, i32::from(pair[1]) - 33 - PRIOR[tag]))
        })
        .collect()
}

/// The tags that classes allow, for a mix of classes that the table does not hold.
fn by_bits(classes: Classes, shape: char) -> Vec<(u8, i32)> {
    const PAIRS: [(Classes, u8); 22] = [
        (Classes::NOUN, 0),
        (Classes::PLURAL, 1),
        (Classes::BASE, 3),
        (Classes::BASE, 4),
        (Classes::THIRD_PERSON, 5),
        (Classes::PAST, 6),
        (Classes::PARTICIPLE, 7),
        (Classes::ING, 8),
        (Classes::MODAL, 9),
        (Classes::ADJECTIVE, 10),
        (Classes::COMPARATIVE, 11),
        (Classes::SUPERLATIVE, 12),
        (Classes::ADVERB, 13),
        (Classes::DETERMINER, 14),
        (Classes::SUBJECT, 15),
        (Classes::OBJECT, 15),
        (Classes::PRONOUN, 15),
        (Classes::POSSESSIVE, 16),
        (Classes::PREPOSITION, 18),
        (Classes::SUBORDINATOR, 18),
        (Classes::CONJUNCTION, 21),
        (Classes::NUMBER, 22),
    ];
    let mut found = Vec::new();
    if shape != 'l' {
        found.push((2, if shape == 'f' { 4 } else { 1 } - PRIOR[2]));
    }
    for (class, tag) in PAIRS {
        if classes.has(class) && !found.iter().any(|choice| choice.0 == tag) {
            found.push((tag, 4 - PRIOR[usize::from(tag)]));
        }
    }
    if found.is_empty() {
        found.push((0, 0));
    }
    found
}
