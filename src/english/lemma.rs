//! From a word as it stands in the text back to dictionary words, and whether a word is English at all.

use std::borrow::Cow;

use super::built::{PREFIXES, built_readings, guessed_readings, noun_with_ed};
use super::classes;
use super::inflect::{self, AUXILIARIES, Form};
use super::lexicon;

/// The class of a dictionary word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// "detain", and the auxiliaries.
    Verb,
    /// "minister".
    Noun,
    /// "new".
    Adjective,
    /// "soon"; its form is always `Form::Positive`.
    Adverb,
}

/// One thing that a word form can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The dictionary word, in lower case.
    pub lemma: String,
    /// Its class.
    pub class: Class,
    /// Which of its forms the word is.
    pub form: Form,
}

/// Lower case, with a straight apostrophe; borrowed when the word has that shape already.
pub(crate) fn lowered(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(if word.is_ascii() { word.to_ascii_lowercase() } else { word.replace('’', "'").to_lowercase() })
}

/// What a word form can be, most usual first where the word list tells; a word that is not listed is read by its
/// ending, so the answer is empty only for function words, numbers and signs.
pub fn readings(word: &str) -> Vec<Reading> {
    let word = &*lowered(word);
    let listed = listed_readings(word);
    if !listed.is_empty() || classes::is_function_word(word) || !word.starts_with(|first: char| first.is_alphabetic()) {
        return listed;
    }
    let built = built_readings(word);
    if built.is_empty() { guessed_readings(word) } else { built }
}

/// Whether the word is English: listed, a form of a listed word, or built from listed words by English prefixes,
/// suffixes and hyphens. Numbers and single letters count as English, and so do words with a capital inside ("iPhone") and a part with a capital in a hyphened word ("pro-Russian"); words
/// that start with a capital are names more often than not and should not be asked.
pub fn known(word: &str) -> bool {
    if word.contains('-') {
        return word.split('-').all(|part| {
            part.len() < 2
                || part.contains(char::is_uppercase)
                || known(part)
                || noun_with_ed(part)
                || PREFIXES.contains(&part)
        });
    }
    if word.chars().count() < 2 || word.chars().skip(1).any(char::is_uppercase) {
        return true;
    }
    let word = &*lowered(word);
    let word =
        word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).filter(|stem| !stem.is_empty()).unwrap_or(word);
    if word.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) || classes::is_function_word(word) {
        return true;
    }
    !lexicon::codes(word).is_empty() || !listed_readings(word).is_empty() || !built_readings(word).is_empty()
}

/// The verb of which a word can be a form; none when it cannot.
pub fn verb(word: &str, form: Form) -> Option<String> {
    let reading = readings(word).into_iter().find(|reading| reading.class == Class::Verb && reading.form == form)?;
    Some(reading.lemma)
}

/// The readings that the word list and the irregular table vouch for; `word` in lower case.
pub(crate) fn listed_readings(word: &str) -> Vec<Reading> {
    let mut found = Vec::new();
    for &(_, lemma, form) in AUXILIARIES.iter().filter(|row| row.0 == word) {
        add(&mut found, lemma, Class::Verb, form);
    }
    for &(_, lemma, class, form) in lexicon::irregular_readings(word) {
        add(&mut found, lemma, class, form);
    }
    for code in lexicon::codes(word).chars() {
        match code {
            'v' | 'd' | 'l' => add(&mut found, word, Class::Verb, Form::Base),
            'n' | 'u' => add(&mut found, word, Class::Noun, Form::Singular),
            'i' => {
                add(&mut found, word, Class::Noun, Form::Singular);
                add(&mut found, word, Class::Noun, Form::Plural);
            }
            'p' => add(&mut found, word, Class::Noun, Form::Plural),
            'r' => add(&mut found, word, Class::Adverb, Form::Positive),
            _ => add(&mut found, word, Class::Adjective, Form::Positive),
        }
    }
    regular_readings(word, &mut found);
    found
}

pub(crate) fn add(found: &mut Vec<Reading>, lemma: &str, class: Class, form: Form) {
    if !found.iter().any(|reading| reading.lemma == lemma && reading.class == class && reading.form == form) {
        found.push(Reading { lemma: lemma.to_owned(), class, form });
    }
}

/// Takes regular endings off and keeps the stems whose rules give the word back.
fn regular_readings(word: &str, found: &mut Vec<Reading>) {
    let Some(last) = word.as_bytes().last() else {
        return;
    };
    if !word.is_ascii() || !matches!(last, b's' | b'd' | b'g' | b'r' | b't' | b'n') {
        return;
    }
    let mut try_stem = |stem: &str| confirm(stem, word, found);
    if let Some(stem) = word.strip_suffix("ies") {
        try_stem(&format!("{stem}y"));
        try_stem(&word[..word.len() - 1]);
    } else if let Some(stem) = word.strip_suffix('s') {
        if !stem.ends_with('s') || stem.len() < 3 {
            try_stem(stem);
        }
        if let Some(shorter) = stem.strip_suffix('e') {
            try_stem(shorter);
            if shorter.ends_with('s') {
                try_stem(&format!("{shorter}is"));
            }
        }
    }
    if let Some(stem) = word.strip_suffix("men") {
        try_stem(&format!("{stem}man"));
    }
    for (ending, after_e) in [("ing", false), ("ed", true), ("er", true), ("est", true)] {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) else {
            continue;
        };
        try_stem(stem);
        try_stem(&format!("{stem}e"));
        if let Some(short) = stem.strip_suffix('i').filter(|_| after_e) {
            try_stem(&format!("{short}y"));
        }
        if let Some(short) = stem.strip_suffix('y').filter(|_| !after_e) {
            try_stem(&format!("{short}ie"));
        }
        if let Some(short) = stem.strip_suffix("ck") {
            try_stem(&format!("{short}c"));
        }
        let bytes = stem.as_bytes();
        if bytes.len() > 2 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2] {
            try_stem(&stem[..stem.len() - 1]);
        }
    }
}

fn confirm(stem: &str, word: &str, found: &mut Vec<Reading>) {
    for code in lexicon::codes(stem).chars() {
        let mut all = Vec::new();
        // Irregular forms are listed: those of the rules tell their class by their last letter.
        match inflect::class_of(code) {
            Class::Verb if word.ends_with(['s', 'd', 'g']) => inflect::verb_forms(stem, code, &mut all),
            // A noun without plural makes none, but the plural that a text writes all the same is read.
            Class::Noun if word.ends_with(['s', 'n']) => {
                inflect::noun_forms(stem, if code == 'u' { 'n' } else { code }, &mut all);
            }
            Class::Adjective if word.ends_with(['r', 't']) => {
                inflect::adjective_forms(stem, if code == 'k' { 'c' } else { code }, &mut all);
            }
            _ => continue,
        }
        for (form, made) in all {
            if made == word {
                add(found, stem, inflect::class_of(code), form);
            }
        }
    }
}
