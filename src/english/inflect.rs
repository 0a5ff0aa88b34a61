//! From a dictionary word to its forms: regular rules, irregular table, auxiliaries, phrases.

use std::rc::Rc;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::classes;
use super::endings::{Ending, add_s, doubled, doubles_by_rule, plural_by_rule};
use super::lemma::{self, Class};
use super::lexicon;
use super::tag::Tag;
use crate::text::fold;
use crate::text::keys::Keys;
use crate::text::memo::Memo;

/// A grammatical form of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Form {
    /// A verb as in the dictionary; also its present without -s.
    Base,
    /// Third person singular of the present: "takes".
    ThirdPerson,
    /// "taking".
    Ing,
    /// "took".
    Past,
    /// Past participle: "taken".
    Participle,
    /// A noun in the singular.
    Singular,
    /// A noun in the plural.
    Plural,
    /// An adjective or adverb without ending.
    Positive,
    /// "bigger".
    Comparative,
    /// "biggest".
    Superlative,
}

impl Form {
    /// The class of words that has this form.
    pub fn class(self) -> Class {
        match self {
            Form::Base | Form::ThirdPerson | Form::Ing | Form::Past | Form::Participle => Class::Verb,
            Form::Singular | Form::Plural => Class::Noun,
            Form::Positive | Form::Comparative | Form::Superlative => Class::Adjective,
        }
    }
}

/// Forms of the auxiliaries that no rule makes: form, lemma, which form it is. Contractions and negations included.
pub(crate) const AUXILIARIES: &[(&str, &str, Form)] = &[
    ("am", "be", Form::Base),
    ("are", "be", Form::Base),
    ("'m", "be", Form::Base),
    ("'re", "be", Form::Base),
    ("'s", "be", Form::ThirdPerson),
    ("isn't", "be", Form::ThirdPerson),
    ("aren't", "be", Form::Base),
    ("ain't", "be", Form::Base),
    ("wasn't", "be", Form::Past),
    ("weren't", "be", Form::Past),
    ("'ve", "have", Form::Base),
    ("'s", "have", Form::ThirdPerson),
    ("'d", "have", Form::Past),
    ("haven't", "have", Form::Base),
    ("hasn't", "have", Form::ThirdPerson),
    ("hadn't", "have", Form::Past),
    ("don't", "do", Form::Base),
    ("doesn't", "do", Form::ThirdPerson),
    ("didn't", "do", Form::Past),
    ("can", "can", Form::Base),
    ("can't", "can", Form::Base),
    ("cannot", "can", Form::Base),
    ("could", "can", Form::Past),
    ("couldn't", "can", Form::Past),
    ("will", "will", Form::Base),
    ("'ll", "will", Form::Base),
    ("won't", "will", Form::Base),
    ("would", "will", Form::Past),
    ("'d", "will", Form::Past),
    ("wouldn't", "will", Form::Past),
    ("shall", "shall", Form::Base),
    ("shan't", "shall", Form::Base),
    ("should", "shall", Form::Past),
    ("shouldn't", "shall", Form::Past),
    ("may", "may", Form::Base),
    ("might", "may", Form::Past),
    ("mightn't", "may", Form::Past),
    ("must", "must", Form::Base),
    ("mustn't", "must", Form::Base),
    ("ought", "ought", Form::Base),
    ("oughtn't", "ought", Form::Base),
];

/// True for the dictionary form of an auxiliary.
pub fn is_auxiliary(lemma: &str) -> bool {
    AUXILIARIES.iter().any(|row| row.1 == lemma)
}

/// The past of a modal verb: "could" of "can".
pub fn modal_past(lemma: &str) -> Option<&'static str> {
    AUXILIARIES.iter().find(|row| row.1 == lemma && row.2 == Form::Past && !row.0.contains('\'')).map(|row| row.0)
}

/// True for the hash of a contraction: "don't", "'ve".
pub fn is_contraction(key: u64) -> bool {
    static KEYS: LazyLock<Keys> = LazyLock::new(|| {
        let contracted = |word: &&str| word.contains('\'') || *word == "cannot";
        Keys::of(AUXILIARIES.iter().map(|row| row.0).filter(contracted))
    });
    KEYS.has(key)
}

/// All forms of a dictionary word, best first within each form, in the classes that the word list gives it;
/// a word that is not listed is taken for a regular noun and verb. American and British doublings are both given.
pub fn forms(lemma: &str) -> Vec<(Form, String)> {
    let lemma = &*lemma::lowered(lemma);
    let mut all = Vec::new();
    let is_modal = !matches!(lemma, "be" | "have" | "do") && AUXILIARIES.iter().any(|row| row.1 == lemma);
    let listed = lexicon::codes(lemma);
    for code in (if listed.is_empty() && !is_modal { "nv" } else { listed }).chars() {
        match code {
            'v' | 'd' | 'l' => verb_forms(lemma, code, &mut all),
            'n' | 'u' | 'i' | 'p' => noun_forms(lemma, code, &mut all),
            'r' => push(&mut all, Form::Positive, lemma),
            _ => adjective_forms(lemma, code, &mut all),
        }
    }
    for &(form, _, kind) in AUXILIARIES.iter().filter(|row| row.1 == lemma) {
        push(&mut all, kind, form);
    }
    all
}

/// The forms of a lemma by the hashes of their look-up forms ([`key_hash`](crate::text::fold::key_hash)), remembered by
/// each thread.
pub fn keys(lemma: &str) -> Rc<[(Form, u64)]> {
    thread_local! {
        static KNOWN: Memo<u64, Rc<[(Form, u64)]>> = Memo::default();
    }
    let answer = || forms(lemma).iter().map(|(form, word)| (*form, fold::key_hash(word))).collect();
    KNOWN.with(|known| known.get(fold::key_hash(lemma), answer))
}

/// A word or phrase in a form, in American spelling (see `spelling::to`): the best form where there are several.
/// In a phrase the first verb ("take part" to "took part") or the head noun ("member of parliament" to "members of
/// parliament") changes. The word may come in any form: "was held" in the present participle is "being held".
/// "be" in the past is "was". A noun without a plural stays as it is; adjectives without -er take "more" and "most".
pub fn inflect(lemma: &str, form: Form) -> String {
    let lemma = lemma.trim();
    if !lemma.contains(' ') {
        return inflect_word(lemma, form);
    }
    let words: Vec<&str> = lemma.split_whitespace().collect();
    if form.class() == Class::Adjective {
        return match form {
            Form::Comparative => format!("more {lemma}"),
            Form::Superlative => format!("most {lemma}"),
            _ => lemma.to_owned(),
        };
    }
    let head = if form.class() == Class::Noun { head_noun(&words) } else { head_verb(&words) };
    let mut out = String::with_capacity(lemma.len() + 4);
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        if index == head { out.push_str(&inflect_word(word, form)) } else { out.push_str(word) }
    }
    out
}

/// What to write for a found form of `own` when `new` takes its place: "walked" of "walk" gives "strode" for "stride".
/// `tag`, the found word's part of speech where it is known, decides between forms that look alike ("walked" past or
/// participle). None when the found word is no form of `own`. American spelling; in the case of `new`.
pub fn transfer(found: &str, own: &str, new: &str, tag: Option<Tag>) -> Option<String> {
    let wanted = tag.and_then(Tag::form);
    let readings: Vec<_> = lemma::readings(found).into_iter().filter(|reading| reading.lemma == own).collect();
    let class = |form: Form| lexicon::codes(&lemma::lowered(new)).chars().any(|code| class_of(code) == form.class());
    let best = readings
        .iter()
        .find(|reading| wanted == Some(reading.form))
        .or_else(|| readings.iter().find(|reading| class(reading.form)))
        .or(readings.first())?;
    if new == "be" && tag == Some(Tag::Present) {
        return Some("are".to_owned());
    }
    Some(inflect(new, best.form))
}

/// Which word of a noun phrase carries the plural: the last before a preposition, otherwise the last.
fn head_noun(words: &[&str]) -> usize {
    const AFTER_HEAD: [&str; 17] = [
        "of", "in", "for", "at", "on", "to", "with", "by", "from", "against", "without", "under", "who", "which",
        "that", "whose", "where",
    ];
    // "attorneys general", but "major generals".
    const OFFICES: [&str; 12] = [
        "attorney",
        "solicitor",
        "secretary",
        "governor",
        "director",
        "prosecutor",
        "consul",
        "inspector",
        "surgeon",
        "auditor",
        "president",
        "court",
    ];
    const AFTER_OFFICE: [&str; 5] = ["general", "martial", "elect", "designate", "emeritus"];
    if let [.., office, after] = words
        && OFFICES.contains(&&*office.to_lowercase())
        && AFTER_OFFICE.contains(&&*after.to_lowercase())
    {
        return words.len() - 2;
    }
    match words.iter().skip(1).position(|word| AFTER_HEAD.contains(word)) {
        Some(before) => before,
        None => words.len() - 1,
    }
}

/// Which word of a verb phrase carries tense and person: the first that can be a verb, skipping an adverb or "to".
fn head_verb(words: &[&str]) -> usize {
    let verb = |word: &str| lemma::readings(word).iter().any(|reading| reading.class == Class::Verb);
    let skipped = |word: &str| matches!(word, "not" | "to" | "also") || word.ends_with("ly");
    words.iter().position(|word| !skipped(word) && verb(word)).unwrap_or(0)
}

fn inflect_word(word: &str, form: Form) -> String {
    let class = form.class();
    let lower = lemma::lowered(word);
    let listed = lexicon::codes(&lower);
    let in_class = |codes: &str| codes.chars().any(|code| class_of(code) == class);
    if in_class(listed) {
        return one_form(word, listed, form);
    }
    if classes::is_preposition(&lower) {
        return word.to_owned();
    }
    // A form instead of a dictionary word: "was" in the present participle is "being".
    let readings = lemma::listed_readings(&lower);
    if let Some(reading) = readings.iter().find(|reading| reading.class == class) {
        return one_form(&reading.lemma, lexicon::codes(&reading.lemma), form);
    }
    one_form(
        word,
        match class {
            Class::Verb => {
                if doubles_by_rule(word) {
                    "d"
                } else {
                    "v"
                }
            }
            Class::Noun => "n",
            Class::Adjective | Class::Adverb => {
                if listed.contains('r') && !word.ends_with("ly") {
                    "c"
                } else {
                    "j"
                }
            }
        },
        form,
    )
}

fn one_form(word: &str, codes: &str, form: Form) -> String {
    if matches!(form, Form::Base | Form::Singular | Form::Positive) {
        return word.to_owned();
    }
    let mut all = Vec::new();
    for code in codes.chars().filter(|&code| class_of(code) == form.class()) {
        match class_of(code) {
            Class::Verb => verb_forms(word, code, &mut all),
            Class::Noun => noun_forms(word, code, &mut all),
            Class::Adjective | Class::Adverb => adjective_forms(word, code, &mut all),
        }
    }
    let found = all.into_iter().find(|(kind, _)| *kind == form).map(|(_, found)| found);
    found.unwrap_or_else(|| match form {
        Form::Comparative => format!("more {word}"),
        Form::Superlative => format!("most {word}"),
        _ => word.to_owned(),
    })
}

pub(crate) fn class_of(code: char) -> Class {
    match code {
        'v' | 'd' | 'l' => Class::Verb,
        'n' | 'u' | 'i' | 'p' => Class::Noun,
        'r' => Class::Adverb,
        _ => Class::Adjective,
    }
}

fn push(all: &mut Vec<(Form, String)>, form: Form, word: impl Into<String>) {
    let word = word.into();
    if !all.iter().any(|(kind, known)| *kind == form && *known == word) {
        all.push((form, word));
    }
}

pub(crate) fn verb_forms(lemma: &str, code: char, all: &mut Vec<(Form, String)>) {
    push(all, Form::Base, lemma);
    let mut fields = lexicon::irregular(lemma, Class::Verb);
    let mut field = || fields.as_mut().and_then(|fields| fields.next()).filter(|field| !field.is_empty());
    let (past, participle, ing, third) = (field(), field(), field(), field());
    each(all, Form::ThirdPerson, third, || vec![add_s(lemma, Ending::Verb)]);
    each(all, Form::Ing, ing, || doubled(lemma, code, "ing"));
    each(all, Form::Past, past, || doubled(lemma, code, "ed"));
    each(all, Form::Participle, participle.or(past), || doubled(lemma, code, "ed"));
}

pub(crate) fn noun_forms(lemma: &str, code: char, all: &mut Vec<(Form, String)>) {
    match code {
        'u' => push(all, Form::Singular, lemma),
        'p' => push(all, Form::Plural, lemma),
        'i' => {
            push(all, Form::Singular, lemma);
            push(all, Form::Plural, lemma);
        }
        _ => {
            push(all, Form::Singular, lemma);
            let plural = lexicon::irregular(lemma, Class::Noun).and_then(|mut fields| fields.next());
            each(all, Form::Plural, plural, || vec![plural_by_rule(lemma)]);
        }
    }
}

pub(crate) fn adjective_forms(lemma: &str, code: char, all: &mut Vec<(Form, String)>) {
    push(all, Form::Positive, lemma);
    let fields = lexicon::irregular(lemma, Class::Adjective);
    if fields.is_none() && matches!(code, 'j' | 'k') {
        return;
    }
    let mut fields = fields.into_iter().flatten();
    let double = if code == 'C' { 'd' } else { 'v' };
    each(all, Form::Comparative, fields.next(), || doubled(lemma, double, "er"));
    each(all, Form::Superlative, fields.next(), || doubled(lemma, double, "est"));
}

/// Adds the irregular alternatives of a field, or what the rule gives where there is none.
fn each(all: &mut Vec<(Form, String)>, form: Form, field: Option<&str>, rule: impl FnOnce() -> Vec<String>) {
    match field {
        Some(field) => field.split('/').for_each(|word| push(all, form, word)),
        None => rule().into_iter().for_each(|word| push(all, form, word)),
    }
}
