//! Words that no list holds: built from listed ones by prefix, suffix, hyphen or writing together, or read by their ending.

use super::inflect::Form;
use super::lemma::{Class, Reading, add, listed_readings};
use super::lexicon;

/// Prefixes that make a new word of a listed one, longest first where one starts with another.
pub(crate) const PREFIXES: [&str; 55] = [
    "counter", "ultra", "under", "super", "trans", "inter", "intra", "micro", "macro", "multi", "nano", "neuro",
    "hyper", "infra", "extra", "electro", "cyber", "crypto", "photo", "video", "audio", "thermo", "hydro", "radio",
    "aero", "agro", "anti", "auto", "euro", "fore", "mega", "mini", "over", "socio", "poly", "post", "semi", "self",
    "tele", "out", "sub", "mis", "non", "pre", "dis", "geo", "eco", "bio", "mid", "vice", "ex", "un", "re", "co", "de",
];

/// Suffixes that make a new word of a listed one: ending, what replaces it in the listed word (tried in turn), class.
const SUFFIXES: [(&str, &[&str], Class); 27] = [
    ("ily", &["y"], Class::Adverb),
    ("ally", &["al", "ic"], Class::Adverb),
    ("bly", &["ble"], Class::Adverb),
    ("ly", &["", "le"], Class::Adverb),
    ("iness", &["y"], Class::Noun),
    ("ness", &[""], Class::Noun),
    ("ability", &["able", "", "e"], Class::Noun),
    ("ibility", &["ible"], Class::Noun),
    ("ization", &["ize", "", "y", "e"], Class::Noun),
    ("isation", &["ise", "ize", "", "y", "e"], Class::Noun),
    ("ize", &["ise", "", "y"], Class::Verb),
    ("ise", &["ize", "", "y"], Class::Verb),
    ("less", &[""], Class::Adjective),
    ("like", &[""], Class::Adjective),
    ("able", &["", "e"], Class::Adjective),
    ("wise", &[""], Class::Adverb),
    ("ward", &[""], Class::Adverb),
    ("wards", &[""], Class::Adverb),
    ("ship", &[""], Class::Noun),
    ("hood", &[""], Class::Noun),
    ("dom", &[""], Class::Noun),
    ("proof", &[""], Class::Adjective),
    ("iest", &["y"], Class::Adjective),
    ("ish", &["", "e"], Class::Adjective),
    ("ist", &["", "y", "ism"], Class::Noun),
    ("ism", &["", "ist"], Class::Noun),
    ("er", &["", "e"], Class::Noun),
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
    if !(5..=40).contains(&word.len()) || !word.is_ascii() {
        return Vec::new();
    }
    for prefix in PREFIXES {
        let Some(rest) = word.strip_prefix(prefix).filter(|rest| rest.len() > 3) else {
            continue;
        };
        let found: Vec<_> = listed_readings(rest).into_iter().map(|reading| prefixed(prefix, reading)).collect();
        if !found.is_empty() {
            return found;
        }
    }
    // Also the plural or past of a suffixed word: "marketisations".
    for (tail, form) in [("", Form::Positive), ("s", Form::Plural), ("d", Form::Past), ("es", Form::ThirdPerson)] {
        let Some(base) = word.strip_suffix(tail) else {
            continue;
        };
        for (ending, stems, class) in SUFFIXES {
            let Some(stem) = base.strip_suffix(ending).filter(|stem| stem.len() > 2) else {
                continue;
            };
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
pub(crate) fn noun_with_ed(part: &str) -> bool {
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
        if found.is_empty()
            && agent.ends_with("er")
            && (stem_fits(&agent[..agent.len() - 2], "er") || stem_fits(&agent[..agent.len() - 1], "er"))
        {
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
    let adjective =
        |reading: &Reading| reading.class == Class::Adjective || matches!(reading.form, Form::Participle | Form::Ing);
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
pub(crate) fn guessed_readings(word: &str) -> Vec<Reading> {
    const ADJECTIVES: [&str; 12] =
        ["ous", "ful", "ical", "able", "ible", "less", "ish", "ive", "ary", "ian", "ese", "al"];
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
    } else if word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
    {
        add(&mut found, &word[..word.len() - 1], Class::Noun, Form::Plural);
    } else {
        add(&mut found, word, Class::Noun, Form::Singular);
    }
    found
}
