//! From a word as it stands in the text back to dictionary words, and whether a word is English at all.

use std::borrow::Cow;

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
    Cow::Owned(word.replace('’', "'").to_lowercase())
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
        return word.split('-').all(|part| part.len() < 2 || part.contains(char::is_uppercase) || known(part) || noun_with_ed(part) || PREFIXES.contains(&part));
    }
    if word.chars().count() < 2 || word.chars().skip(1).any(char::is_uppercase) {
        return true;
    }
    let word = &*lowered(word);
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).filter(|stem| !stem.is_empty()).unwrap_or(word);
    if word.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) || classes::is_function_word(word) {
        return true;
    }
    !listed_readings(word).is_empty() || !built_readings(word).is_empty()
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

fn add(found: &mut Vec<Reading>, lemma: &str, class: Class, form: Form) {
    if !found.iter().any(|reading| reading.lemma == lemma && reading.class == class && reading.form == form) {
        found.push(Reading { lemma: lemma.to_owned(), class, form });
    }
}

/// Takes regular endings off and keeps the stems whose rules give the word back.
fn regular_readings(word: &str, found: &mut Vec<Reading>) {
    let Some(last) = word.as_bytes().last() else { return };
    if !word.is_ascii() || !matches!(last, b's' | b'd' | b'g' | b'r' | b't') {
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
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) else { continue };
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
        match inflect::class_of(code) {
            Class::Verb => inflect::verb_forms(stem, code, &mut all),
            // A noun without plural makes none, but the plural that a text writes all the same is read.
            Class::Noun => inflect::noun_forms(stem, if code == 'u' { 'n' } else { code }, &mut all),
            Class::Adjective => inflect::adjective_forms(stem, if code == 'k' { 'c' } else { code }, &mut all),
            Class::Adverb => continue,
        }
        for (form, made) in all {
            if made == word {
                add(found, stem, inflect::class_of(code), form);
            }
        }
    }
}

/// Prefixes that make a new word of a listed one, longest first where one starts with another.
const PREFIXES: [&str; 55] = [
    "counter", "ultra", "under", "super", "trans", "inter", "intra", "micro", "macro", "multi", "nano", "neuro", "hyper", "infra",
    "extra", "electro", "cyber", "crypto", "photo", "video", "audio", "thermo", "hydro", "radio", "aero", "agro", "anti", "auto",
    "euro", "fore", "mega", "mini", "over", "socio", "poly", "post", "semi", "self", "tele", "out", "sub", "mis", "non", "pre",
    "dis", "geo", "eco", "bio", "mid", "vice", "ex", "un", "re", "co", "de",
];

/// Suffixes that make a new word of a listed one: ending, what replaces it in the listed word (tried in turn), class.
const SUFFIXES: [(&str, &[&str], Class); 27] = [
    ("ily", &["y"], Class::Adverb), ("ally", &["al", "ic"], Class::Adverb), ("bly", &["ble"], Class::Adverb), ("ly", &["", "le"], Class::Adverb),
    ("iness", &["y"], Class::Noun), ("ness", &[""], Class::Noun), ("ability", &["able", "", "e"], Class::Noun), ("ibility", &["ible"], Class::Noun),
    ("ization", &["ize", "", "y", "e"], Class::Noun), ("isation", &["ise", "ize", "", "y", "e"], Class::Noun),
    ("ize", &["ise", "", "y"], Class::Verb), ("ise", &["ize", "", "y"], Class::Verb),
    ("less", &[""], Class::Adjective), ("like", &[""], Class::Adjective), ("able", &["", "e"], Class::Adjective), ("wise", &[""], Class::Adverb),
    ("ward", &[""], Class::Adverb), ("wards", &[""], Class::Adverb), ("ship", &[""], Class::Noun), ("hood", &[""], Class::Noun),
    ("dom", &[""], Class::Noun), ("proof", &[""], Class::Adjective), ("iest", &["y"], Class::Adjective), ("ish", &["", "e"], Class::Adjective),
    ("ist", &["", "y", "ism"], Class::Noun), ("ism", &["", "ist"], Class::Noun), ("er", &["", "e"], Class::Noun),
];

/// Readings of a word built by prefix, suffix or hyphen from listed ones; `word` in lower case.
pub(crate) fn built_readings(word: &str) -> Vec<Reading> {
    if let Some((first, last)) = word.rsplit_once('-') {
        let prefix = format!("{first}-");
        let mut found: Vec<_> = listed_readings(last).into_iter().map(|reading| prefixed(&prefix, reading)).collect();
        if found.is_empty() && noun_with_ed(last) {
            add(&mut found, word, Class::Adjective, Form::Positive);
        }
        return found;
    }
    if word.len() < 5 || !word.is_ascii() {
        return Vec::new();
    }
    for prefix in PREFIXES {
        let Some(rest) = word.strip_prefix(prefix).filter(|rest| rest.len() > 3) else { continue };
        let found: Vec<_> = listed_readings(rest).into_iter().map(|reading| prefixed(prefix, reading)).collect();
        if !found.is_empty() {
            return found;
        }
    }
    // Also the plural or past of a suffixed word: "marketisations".
    for (tail, form) in [("", Form::Positive), ("s", Form::Plural), ("d", Form::Past), ("es", Form::ThirdPerson)] {
        let Some(base) = word.strip_suffix(tail) else { continue };
        for (ending, stems, class) in SUFFIXES {
            let Some(stem) = base.strip_suffix(ending).filter(|stem| stem.len() > 2) else { continue };
            let fits = match class {
                Class::Noun => matches!(form, Form::Positive | Form::Plural),
                Class::Verb => form != Form::Plural,
                Class::Adjective | Class::Adverb => form == Form::Positive,
            };
            if !fits || !stems.iter().any(|with| stem_fits(&format!("{stem}{with}"), ending)) {
                continue;
            }
            let form = match (class, form) {
                (Class::Noun, Form::Positive) => Form::Singular,
                (Class::Verb, Form::Positive) => Form::Base,
                (_, form) => form,
            };
            return vec![Reading { lemma: base.to_owned(), class, form }];
        }
    }
    compound_readings(word)
}

/// The last part of "good-natured" and "short-sleeved": a listed noun with -ed.
fn noun_with_ed(part: &str) -> bool {
    let stems = part.strip_suffix("ed").into_iter().chain(part.strip_suffix('d').filter(|stem| stem.ends_with('e')));
    stems.into_iter().any(|stem| lexicon::codes(stem).contains('n'))
}

/// A noun written together from two listed words of four letters or more: "landmines", "shipbuilder".
fn compound_readings(word: &str) -> Vec<Reading> {
    let noun = |reading: &Reading| reading.class == Class::Noun;
    for at in 4..word.len().saturating_sub(3) {
        let (first, last) = word.split_at(at);
        if !lexicon::codes(first).contains(['n', 'u']) {
            continue;
        }
        let mut found: Vec<_> = listed_readings(last).into_iter().filter(noun).collect();
        let agent = last.strip_suffix('s').unwrap_or(last);
        if found.is_empty() && agent.ends_with("er") && (stem_fits(&agent[..agent.len() - 2], "er") || stem_fits(&agent[..agent.len() - 1], "er")) {
            let form = if agent.len() < last.len() { Form::Plural } else { Form::Singular };
            found.push(Reading { lemma: agent.to_owned(), class: Class::Noun, form });
        }
        if !found.is_empty() {
            return found.into_iter().map(|reading| prefixed(first, reading)).collect();
        }
    }
    Vec::new()
}

/// Whether a listed word takes this suffix: -ly and -ness want an adjective or participle, -able and -er a verb.
fn stem_fits(stem: &str, ending: &str) -> bool {
    let readings = listed_readings(stem);
    let adjective = |reading: &Reading| reading.class == Class::Adjective || matches!(reading.form, Form::Participle | Form::Ing);
    match ending {
        "ly" | "ily" | "ally" | "bly" | "ness" | "iness" | "iest" => readings.iter().any(adjective),
        "able" | "er" | "ability" => readings.iter().any(|reading| reading.form == Form::Base),
        _ => !readings.is_empty(),
    }
}

fn prefixed(prefix: &str, reading: Reading) -> Reading {
    Reading { lemma: format!("{prefix}{}", reading.lemma), ..reading }
}

/// Readings by the ending alone, for words that no list knows.
fn guessed_readings(word: &str) -> Vec<Reading> {
    const ADJECTIVES: [&str; 12] = ["ous", "ful", "ical", "able", "ible", "less", "ish", "ive", "ary", "ian", "ese", "al"];
    let mut found = Vec::new();
    if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 2) {
        add(&mut found, stem, Class::Verb, Form::Ing);
        add(&mut found, word, Class::Noun, Form::Singular);
    } else if let Some(stem) = word.strip_suffix("ed").filter(|stem| stem.len() > 2) {
        add(&mut found, stem, Class::Verb, Form::Participle);
        add(&mut found, stem, Class::Verb, Form::Past);
    } else if word.len() > 4 && word.ends_with("ly") {
        add(&mut found, word, Class::Adverb, Form::Positive);
    } else if ADJECTIVES.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending)) {
        add(&mut found, word, Class::Adjective, Form::Positive);
    } else if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") {
        add(&mut found, &word[..word.len() - 1], Class::Noun, Form::Plural);
    } else {
        add(&mut found, word, Class::Noun, Form::Singular);
    }
    found
}
