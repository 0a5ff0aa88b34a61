//! Mr or Ms for one person of an article that names all others by their surnames.

use std::collections::BTreeSet;

use crate::names::given;
use crate::rule::{Context, Draft, Findings};
use crate::rules::cues;
use crate::rules::mixed_form::At;
use crate::rules::quote_style::speech;
use crate::rules::walk::{Walk, is_body};
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape, Word};

/// An article with more of them uses them on purpose.
const MOST: usize = 2;

/// Reports the honorifics of an article that quotes as many people or more without.
pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut with: Vec<(At, &str)> = Vec::new();
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for at in context.cues[segment].places(0..reading.words.len(), cues::HONORIFIC) {
            let word = &reading.words[at];
            let Some(surname) = honorific(&walk, at) else { continue };
            let range = word.start as usize..reading.words[surname].start as usize;
            if !walk.quoted(&range) {
                with.push(((segment, range), walk.raw(surname)));
            }
        }
    }
    if with.is_empty() || with.len() > MOST {
        return;
    }
    let mut full: BTreeSet<&str> = BTreeSet::new();
    let mut bare: Vec<(At, &str)> = Vec::new();
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        let body = is_body(text);
        for (at, word) in reading.words.iter().enumerate().filter(|(_, word)| word.is_capital()) {
            if honorific(&walk, at).is_some() {
                continue;
            }
            if is_surname(&walk, at) {
                full.insert(walk.raw(at));
            } else if body && speaks(&walk, at) {
                bare.push(((segment, word.range()), walk.raw(at)));
            }
        }
    }
    bare.retain(|(_, name)| full.contains(name));
    let Some(((other, place), name)) = bare.first() else { return };
    if bare.len() < with.len() {
        return;
    }
    for ((segment, range), surname) in with {
        let found = context.text(segment)[range.clone()].trim_end();
        let message = format!("write \"{surname}\" alone, as the article does with others: take out \"{found}\"");
        let evidence = format!("the article has \"{name}\" without");
        let mut draft = Draft::new(segment, range, message, evidence).write("", Safety::Choice);
        draft.level = Some(Level::Hint);
        draft.related.push((*other, place.clone(), format!("\"{name}\" here")));
        findings.add(draft);
    }
}

/// The place of the surname after "Mr", "Mrs" or "Ms"; offices ("Mr President") and full names are left alone.
fn honorific(walk: &Walk<'_>, at: usize) -> Option<usize> {
    let name = at + 1;
    if walk.word(at)?.end - walk.word(at)?.start > 3 {
        return None;
    }
    let range = walk.word(at)?.end as usize..walk.word(name)?.start as usize;
    let fits = matches!(walk.raw(at), "Mr" | "Mrs" | "Ms")
        && matches!(&walk.text[range], " " | ". ")
        && walk.word(name)?.shape == Shape::Capital
        && !walk.word(name + 1).is_some_and(|word| word.gap == Gap::Space && word.is_capital())
        && !walk.classes(name).has(crate::english::classes::Classes::TITLE);
    fits.then_some(name)
}

/// The last word of a full name: of two capitals or more.
fn is_surname(walk: &Walk<'_>, at: usize) -> bool {
    let ends = !walk.word(at + 1).is_some_and(|word| word.gap == Gap::Space && word.is_capital());
    let mut first = at;
    while first > 0 && at - first < 2 && walk.spaced(first) && walk.word(first - 1).is_some_and(Word::is_capital) {
        first -= 1;
    }
    ends && first < at && !given::known(walk.raw(at))
}

/// A lone name right before or after a verb of speech.
fn speaks(walk: &Walk<'_>, at: usize) -> bool {
    let alone = |at: usize| !(walk.spaced(at) && walk.word(at).is_some_and(Word::is_capital));
    if walk.word(at).is_none_or(|word| word.shape != Shape::Capital || word.end - word.start < 3) {
        return false;
    }
    let before = at > 0 && walk.spaced(at) && speech::says(walk.raw(at - 1)) && alone(at + 1);
    let lone = at == 0 || !walk.spaced(at) || !walk.word(at - 1).is_some_and(Word::is_capital);
    before || lone && walk.spaced(at + 1) && speech::says(walk.raw(at + 1))
}
