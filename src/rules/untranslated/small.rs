//! Abbreviations and words of one letter that stayed in the original's language.

use crate::english::classes::Classes;
use crate::english::lemma;
use crate::rule::Draft;
use crate::rules::walk::Walk;
use crate::scales::Safety;
use crate::text::words::{Gap, Shape};

/// Abbreviations that translators leave in Polish, Czech, German and Dutch, and what they stand for.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("m.in", "among others"),
    ("tzw", "so-called"),
    ("tzv", "so-called"),
    ("z.b", "for example"),
    ("bzw", "or"),
    ("usw", "and so on"),
    ("itd", "and so on"),
    ("itp", "and so on"),
    ("atd", "and so on"),
    ("apod", "and so on"),
    ("u.a", "among others"),
    ("d.h", "that is"),
    ("m.a.w", "in other words"),
    ("bijv", "for example"),
    ("p.ej", "for example"),
    ("zob", "see"),
    ("zł", "zlotys"),
    ("kč", "koruna"),
];

/// All words that are looked at, in look-up form.
pub(in crate::rules) fn words() -> Vec<String> {
    let stopped = ABBREVIATIONS.iter().map(|(short, _)| format!("{short}."));
    let others = ABBREVIATIONS.iter().chain(LETTERS).chain(TITLES);
    stopped.chain(others.map(|(word, _)| (*word).to_owned())).collect()
}

/// What is wrong with one of these [`words`].
pub(super) fn word(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    abbreviation(walk, segment, at).or_else(|| letter(walk, segment, at)).or_else(|| title(walk, segment, at))
}

/// `m.in.`, `usw.`
fn abbreviation(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let word = walk.word(at)?;
    if word.shape != Shape::Lower && !walk.raw(at).ends_with('č') {
        return None;
    }
    let low = walk.low(at);
    let (_, meaning) = ABBREVIATIONS.iter().find(|(short, _)| *short == low.trim_end_matches('.'))?;
    let mut range = walk.bytes(at, at);
    let dotted = low.ends_with('.');
    if !dotted
        && walk.after(range.end).starts_with('.')
        && walk.after(range.end + 1).trim_start().starts_with(char::is_lowercase)
    {
        range.end += 1;
    }
    if addressed_beside(walk, at) || walk.quoted(&range) {
        return None;
    }
    let message = format!("write \"{meaning}\", not \"{}\"", &walk.text[range.clone()]);
    let evidence = "abbreviation of another language".to_owned();
    Some(Draft::new(segment, range, message, evidence).write(*meaning, Safety::Choice))
}

/// Words of one letter that join others in Spanish, Portuguese and Italian.
const LETTERS: &[(&str, &str)] = &[("o", "or"), ("y", "and"), ("e", "and")];

/// A lone letter between two English words.
fn letter(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let raw = walk.raw(at);
    let (_, meaning) = LETTERS.iter().find(|(letter, _)| *letter == raw)?;
    let plain = |at: usize| {
        walk.word(at).is_some_and(|word| word.shape == Shape::Lower)
            && walk.raw(at).len() > 1
            && lemma::known(walk.raw(at))
    };
    if at == 0
        || !plain(at - 1)
        || !plain(at + 1)
        || !walk.spaced(at)
        || !walk.spaced(at + 1)
        || walk.quoted(&walk.bytes(at, at))
    {
        return None;
    }
    let named = ["letter", "letters", "vowel", "vowels", "constant", "variable", "small", "axis", "super"];
    if named.iter().any(|name| *name == &*walk.low(at - 1)) {
        return None;
    }
    let message = format!("write \"{meaning}\", not \"{raw}\"");
    let evidence = "Spanish, Portuguese and Italian join words with this letter".to_owned();
    Some(Draft::new(segment, walk.bytes(at, at), message, evidence).write(*meaning, Safety::Choice))
}

/// Titles that Czech, Polish and Turkish papers print small, and what English prints.
const TITLES: &[(&str, &str)] = &[
    ("dr", "Dr."),
    ("mr", "Mr."),
    ("mrs", "Mrs."),
    ("ms", "Ms."),
    ("prof", "Prof."),
    ("mgr", "Mgr."),
    ("ing", "engineer"),
    ("inż", "engineer"),
];

/// `dr. Anna Novak`: a title in small letters before a name.
fn title(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let name = walk.word(at + 1).filter(|word| word.shape == Shape::Capital && word.gap == Gap::Break)?;
    let word = walk.word(at).filter(|word| word.shape == Shape::Lower && word.end - word.start < 5)?;
    let (_, title) = TITLES.iter().find(|(short, _)| *short == word.of(walk.text))?;
    // "She met the prof. He left."
    if walk.classes(at + 1).has(Classes::SUBJECT) || walk.is(at + 1, &["the", "but", "and", "in", "then"]) {
        return None;
    }
    let (start, end) = (word.start as usize, name.start as usize);
    if &walk.text[word.end as usize..end] != ". " || addressed_beside(walk, at) {
        return None;
    }
    let message = format!("a title before a name: write \"{title}\"");
    let evidence = "Czech, Polish and Turkish papers print titles small".to_owned();
    Some(Draft::new(segment, start..word.end as usize + 1, message, evidence).write(*title, Safety::Likely))
}

/// Part of an address, a handle or a compound.
fn addressed_beside(walk: &Walk<'_>, at: usize) -> bool {
    let word = &walk.reading.words[at];
    let before = walk.text[..word.start as usize].chars().next_back();
    let after = walk.text[word.end as usize..].chars().next();
    matches!(before, Some('@' | '#' | '/' | '_' | '.' | '&' | '=' | ':' | '\'' | '’' | '-'))
        || matches!(after, Some('@' | '/' | '_' | '=' | '\'' | '’' | '&' | '-'))
}
