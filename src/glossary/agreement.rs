//! The form in which a word of `write` is printed for another word that was found: agreeing with what stands before it.

use std::ops::Range;

use crate::english::classes;
use crate::english::inflect::{self, Form};
use crate::english::lemma::{self, Class};
use crate::english::tag;
use crate::glossary::matching::{Line, Slot, Taken};
use crate::glossary::pattern::{Item, Pattern};
use crate::text::words::{Gap, Shape};

/// A word as it is to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Printed {
    /// The word, or an auxiliary with its negation.
    pub(super) text: String,
    /// True where the form may be another one, since what the verb agrees with was not made out.
    pub(super) unsure: bool,
}

impl Printed {
    fn sure(text: String) -> Self {
        Printed { text, unsure: false }
    }
}

/// Verbs after which another verb stands bare.
const MODALS: [&str; 15] = [
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "shall",
    "should",
    "won't",
    "wouldn't",
    "can't",
    "cannot",
    "couldn't",
    "shouldn't",
];
/// `do` before a verb; it asks for a verb that is no auxiliary.
const DO: [&str; 6] = ["do", "does", "did", "don't", "doesn't", "didn't"];
/// Before the participle of a perfect.
const HAVE: [&str; 9] = ["have", "has", "had", "having", "'ve", "'s", "hasn't", "haven't", "hadn't"];
/// Words before a verb that may stand between it and its subject.
const BETWEEN: [&str; 9] = ["also", "not", "never", "still", "already", "often", "now", "then", "soon"];

/// `lemma` in the form in which another word was found; `phrase` tells that more words are printed behind it. None where
/// it has no such form or would lose the negation that the found word holds.
pub(super) fn printed(lemma: &str, found: &Taken, line: &Line<'_>, phrase: bool) -> Option<Printed> {
    let Slot::Lemma(_, own, forms) = &found.slot else { return None };
    let at = found.words.start;
    let word = line.key(at);
    let auxiliary = inflect::is_auxiliary(lemma);
    let negated = word.ends_with("n't") || word == "cannot";
    if negated && !auxiliary {
        return None;
    }
    let forms = of_one_class(lemma, forms, line, at, phrase);
    let mut form = in_context(&forms, line, at)?;
    if form == Form::Participle && !has_before(line, at, &HAVE) && forms.contains(&Form::Base) {
        // "They come to use": no perfect.
        form = Form::Base;
    }
    let text = match lemma {
        "be" if own != "be" => be(form, line, at)?,
        _ if auxiliary && !matches!(lemma, "be" | "have" | "do") => modal(lemma, form, line, at)?,
        _ => Printed::sure(inflect::inflect(lemma, form)),
    };
    Some(if negated { Printed { text: format!("{} not", text.text), ..text } } else { text })
}

/// The one form a word has where it stands: bare after a modal or `to`, a past form after `have` or `be` a participle, else
/// the past.
pub(super) fn in_context(forms: &[Form], line: &Line<'_>, at: usize) -> Option<Form> {
    let has = |form: Form| forms.contains(&form);
    if has(Form::Base) && (is_bare(line, at) || has_before(line, at, &DO)) {
        return Some(Form::Base);
    }
    if has(Form::Past) && has(Form::Participle) {
        let from = at.saturating_sub(3).max(line.range().start);
        let auxiliary = (from..at).any(|at| is_auxiliary_before_participle(&line.key(at)));
        return Some(if auxiliary { Form::Participle } else { Form::Past });
    }
    forms.first().copied()
}

fn is_auxiliary_before_participle(word: &str) -> bool {
    matches!(
        word,
        "have"
            | "has"
            | "had"
            | "having"
            | "be"
            | "been"
            | "being"
            | "is"
            | "are"
            | "was"
            | "were"
            | "am"
            | "get"
            | "got"
            | "'ve"
            | "hasn't"
            | "haven't"
            | "hadn't"
            | "wasn't"
            | "weren't"
    )
}

/// Of a word that is a noun and a verb, the forms that the printed word can have; by its sentence where that has both.
fn of_one_class(lemma: &str, forms: &[Form], line: &Line<'_>, at: usize, phrase: bool) -> Vec<Form> {
    let (verbs, nouns) = (of_class(forms, Class::Verb), of_class(forms, Class::Noun));
    if verbs.is_empty() {
        return if inflect::is_auxiliary(lemma) { Vec::new() } else { forms.to_vec() };
    }
    if nouns.is_empty() {
        return forms.to_vec();
    }
    let can = |class: Class| lemma::readings(lemma).iter().any(|reading| reading.class == class);
    if inflect::is_auxiliary(lemma) || !can(Class::Noun) {
        return verbs;
    }
    if !can(Class::Verb) {
        return nouns;
    }
    if phrase { verbs } else { by_sentence(forms, line, at) }
}

fn of_class(forms: &[Form], class: Class) -> Vec<Form> {
    forms.iter().copied().filter(|form| form.class() == class).collect()
}

/// Of a word that is a noun and a verb, the forms of what it is in its sentence; all where the sentence does not tell.
pub(super) fn by_sentence(forms: &[Form], line: &Line<'_>, at: usize) -> Vec<Form> {
    let (verbs, nouns) = (of_class(forms, Class::Verb), of_class(forms, Class::Noun));
    if verbs.is_empty() || nouns.is_empty() {
        return forms.to_vec();
    }
    let range = line.range();
    let words: Vec<&str> = range.clone().map(|word| line.words[word].of(line.text)).collect();
    match tag::tag(&words).get(at - range.start) {
        Some(tag) if tag.is_verb() => verbs,
        Some(tag::Tag::Noun | tag::Tag::PluralNoun) => nouns,
        _ => forms.to_vec(),
    }
}

/// The place of the word before `at`, adverbs passed over; none across punctuation.
fn before(line: &Line<'_>, mut at: usize) -> Option<usize> {
    while at > line.range().start && matches!(line.words[at].gap, Gap::Space | Gap::Joined) {
        at -= 1;
        let word = line.key(at);
        if !(BETWEEN.contains(&word.as_str()) || word.len() > 4 && word.ends_with("ly")) {
            return Some(at);
        }
    }
    None
}

fn has_before(line: &Line<'_>, at: usize, words: &[&str]) -> bool {
    before(line, at).is_some_and(|before| words.contains(&line.key(before).as_str()))
}

/// True after a modal or `to`.
fn is_bare(line: &Line<'_>, at: usize) -> bool {
    has_before(line, at, &MODALS) || has_before(line, at, &["to", "let", "'ll"])
}

fn modal(lemma: &str, form: Form, line: &Line<'_>, at: usize) -> Option<Printed> {
    match form {
        _ if is_bare(line, at) || has_before(line, at, &DO) => None,
        Form::Base | Form::ThirdPerson => Some(Printed::sure(lemma.to_owned())),
        Form::Past => inflect::modal_past(lemma).map(|past| Printed::sure(past.to_owned())),
        _ => None,
    }
}

/// Whom a verb speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    I,
    One,
    Many,
}

/// A form of `be` in the place of another verb's.
fn be(form: Form, line: &Line<'_>, at: usize) -> Option<Printed> {
    if has_before(line, at, &DO) {
        // "did not fall out" is "was not cancelled": not a matter of one word.
        return None;
    }
    let word = |text: &str| Printed::sure(text.to_owned());
    let (subject, unsure) = match subject(line, at) {
        Some((subject, unsure)) => (Some(subject), unsure),
        None => (None, true),
    };
    let agreeing = |i: &str, one: &str, many: &str| {
        let text = match subject {
            Some(Subject::I) => i,
            Some(Subject::One) => one,
            Some(Subject::Many) => many,
            None if form == Form::Base => many,
            None => one,
        };
        Some(Printed { text: text.to_owned(), unsure })
    };
    match form {
        Form::Base if is_bare(line, at) => Some(word("be")),
        Form::Base => agreeing("am", "is", "are"),
        Form::Past => agreeing("was", "was", "were"),
        Form::ThirdPerson => Some(word("is")),
        Form::Ing => Some(word("being")),
        Form::Participle if has_before(line, at, &HAVE) => Some(word("been")),
        _ => None,
    }
}

/// The subject that stands directly before a verb, and whether it may be another one.
fn subject(line: &Line<'_>, at: usize) -> Option<(Subject, bool)> {
    let at = before(line, at)?;
    let word = &line.words[at];
    let key = line.key(at);
    match key.as_str() {
        "i" => return Some((Subject::I, false)),
        "he" | "she" | "it" | "this" | "everyone" | "nobody" => return Some((Subject::One, false)),
        "they" | "we" | "you" | "these" | "those" => return Some((Subject::Many, false)),
        "who" | "which" | "that" => {
            let (subject, _) = noun(line, before(line, at)?)?;
            return Some((subject, true));
        }
        _ => {}
    }
    if word.shape == Shape::Possessive {
        return None;
    }
    let (subject, mut unsure) = noun(line, at)?;
    // "the mayor of two villages stood": the noun directly before is not the subject.
    let mut back = at;
    for _ in 0..4 {
        if back == line.range().start || !matches!(line.words[back].gap, Gap::Space | Gap::Hyphen | Gap::Joined) {
            break;
        }
        back -= 1;
        let key = line.key(back);
        if key == "and" && subject == Subject::One {
            return Some((Subject::Many, true));
        }
        unsure |= matches!(key.as_str(), "and" | "or") || classes::is_preposition(&key);
    }
    Some((subject, unsure))
}

fn noun(line: &Line<'_>, at: usize) -> Option<(Subject, bool)> {
    let key = line.key(at);
    let readings = lemma::readings(&key);
    let has = |form: Form| readings.iter().any(|reading| reading.form == form);
    match (has(Form::Singular), has(Form::Plural)) {
        (false, true) => Some((Subject::Many, false)),
        (true, true) => Some((Subject::Many, true)),
        (true, false) => Some((Subject::One, false)),
        (false, false) if line.words[at].is_capital() => Some((Subject::One, false)),
        (false, false) => None,
    }
}

/// One of the lemmas `a/b` in the form of the found word that is of them; else the first in the form of the first verb
/// found. None where neither was found.
pub(super) fn printed_for_any(lemmas: &str, found: Range<usize>, line: &Line<'_>, phrase: bool) -> Option<Printed> {
    let listed = |at: usize| lemma::readings(&line.key(at));
    let own = |at: &usize| listed(*at).iter().any(|reading| lemmas.split('/').any(|one| one == reading.lemma));
    if let Some(at) = found.clone().find(own) {
        return Some(Printed::sure(line.words[at].of(line.text).to_owned()));
    }
    let lemma = lemmas.split('/').next().unwrap_or(lemmas);
    if !listed_verb(lemma) {
        return None;
    }
    let at = found.clone().find(|at| listed_verb(&line.key(*at)))?;
    let verbs: Vec<lemma::Reading> = listed(at).into_iter().filter(|one| one.class == Class::Verb).collect();
    let own = verbs.first()?.lemma.clone();
    let forms = verbs.iter().filter(|one| one.lemma == own).map(|one| one.form).collect();
    printed(lemma, &Taken { slot: Slot::Lemma(String::new(), own, forms), words: at..at + 1 }, line, phrase)
}

/// True where a pattern can find a word whose form one of the lemmas `a/b` can take.
pub(super) fn can_fill(pattern: &Pattern, lemmas: &str) -> bool {
    fn any(items: &[Item], of: &dyn Fn(&Item) -> bool) -> bool {
        items.iter().any(|item| match item {
            Item::Any(forms) => forms.iter().any(|form| any(form, of)),
            item => of(item),
        })
    }
    let verb = lemmas.split('/').next().is_some_and(listed_verb);
    let own = |word: &str| lemma::readings(word).iter().any(|one| lemmas.split('/').any(|lemma| lemma == one.lemma));
    any(&pattern.items, &|item| match item {
        Item::Lemma { .. } => true,
        Item::Word(word) => own(word) || verb && listed_verb(word),
        _ => false,
    })
}

fn listed_verb(word: &str) -> bool {
    !classes::is_preposition(word) && lemma::listed_readings(word).iter().any(|reading| reading.class == Class::Verb)
}
