//! Confirmations: terms and names that stand as a house glossary prints them, kept for who wants to see what was looked at.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::document::input::Place;
use crate::document::segment::Document;
use crate::english::case;
use crate::english::inflect::{self, Form as Ending};
use crate::glossary::compile::Glossary;
use crate::glossary::entry::{Case, Entry, Inflect, Kind};
use crate::rule::Finding;
use crate::scales::Level;
use crate::text::day::Day;
use crate::text::fold;
use crate::text::reading::Reading;
use crate::text::span::Cover;
use crate::text::words;

/// The name under which confirmations are reported.
pub const CONFIRMED: &str = "confirmed";

/// What house glossaries print, by the look-up form of the first word; the longest first.
#[derive(Debug, Default)]
pub struct Printed<'g>(HashMap<u64, Vec<Form<'g>>>);

#[derive(Debug)]
struct Form<'g> {
    words: Vec<u64>,
    text: Cow<'g, str>,
    entry: &'g Entry,
}

impl<'g> Printed<'g> {
    /// The terms and names of all house glossaries; the surname alone of a person as well.
    #[must_use]
    pub fn by(glossary: &'g Glossary) -> Self {
        let mut forms = HashMap::<u64, Vec<Form<'g>>>::new();
        for entry in glossary.rows.iter().map(|row| &row.entry) {
            for form in entry.printed() {
                let surname = form.rsplit(' ').next().filter(|last| entry.kind == Kind::Person && *last != form);
                let spelled = [form.as_str()].into_iter().chain(surname).map(Cow::Borrowed);
                for text in spelled.chain(inflected(form, entry).map(Cow::Owned)) {
                    let words: Vec<u64> =
                        words::words(&text).iter().map(|word| fold::key_hash(word.of(&text))).collect();
                    if let Some(first) = words.first() {
                        forms.entry(*first).or_default().push(Form { words, text, entry });
                    }
                }
            }
        }
        for forms in forms.values_mut() {
            // Of two glossaries the later one, which wins, comes first.
            forms.sort_by_key(|form| std::cmp::Reverse((form.words.len(), form.entry.rank)));
        }
        Printed(forms)
    }

    /// Where a document has what the house prints, outside of what was found in it (in order). Rows of the `silent` ranks and rows
    /// that do not hold on that day are not asked.
    #[must_use]
    pub fn in_document(
        &self,
        document: &Document,
        readings: &[Reading],
        silent: &[u8],
        day: Option<Day>,
        found: &[Finding],
    ) -> Vec<Finding> {
        let speaks = |form: &Form<'_>| !silent.contains(&form.entry.rank) && form.entry.holds_on(day);
        let faulty = Cover::of(found.iter().map(|finding| finding.place.span));
        let mut confirmed = Vec::new();
        for (segment, reading) in document.segments.iter().zip(readings) {
            let text = segment.translation.text();
            let mut at = 0;
            while at < reading.words.len() {
                let forms = self.0.get(&reading.keys[at]).into_iter().flatten();
                let stands = |form: &&Form<'_>| {
                    let own = at..at + form.words.len();
                    reading.keys[at..].starts_with(&form.words)
                        && speaks(form)
                        && form.stands(&text[reading.span(own.clone())], opens(reading, &own))
                };
                let Some(form) = forms.into_iter().find(stands) else {
                    at += 1;
                    continue;
                };
                let span = segment.translation.span(reading.span(at..at + form.words.len()));
                at += form.words.len();
                if !faulty.touches(span) {
                    let place = Place { input: Arc::clone(&document.input), span };
                    confirmed.push(form.confirmation(place));
                }
            }
        }
        confirmed
    }
}

/// The other forms of what a term row prints: of its last word those of a noun, of a single word all.
fn inflected<'f>(form: &'f str, entry: &Entry) -> impl Iterator<Item = String> + 'f {
    let inflects = entry.kind == Kind::Term && entry.inflect != Inflect::None && entry.case != Case::Exact;
    let at = form.rfind([' ', '-']).map_or(0, |at| at + 1);
    let forms = if inflects { inflect::forms(&form[at..]) } else { Vec::new() };
    let fits = move |of: Ending| at == 0 || of == Ending::Plural;
    forms
        .into_iter()
        .filter(move |(of, _)| fits(*of))
        .map(move |(_, last)| format!("{}{last}", &form[..at]))
        .filter(move |other| other != form)
}

/// True for the first words of a sentence.
fn opens(reading: &Reading, words: &Range<usize>) -> bool {
    reading.sentence_of(words.start).start == words.start
}

impl Form<'_> {
    /// True when words of a text stand as the house prints them, but for the capitals that their place asks for.
    fn stands(&self, found: &str, opens: bool) -> bool {
        let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
        self.entry.case == Case::Any
            || found == self.text
            || opens && found == case::capitalised(&self.text)
            || found == self.text.to_uppercase()
    }

    fn confirmation(&self, place: Place) -> Finding {
        Finding {
            rule: CONFIRMED,
            level: Level::Confirmed,
            place,
            message: format!("\"{}\" is what the house prints", self.text),
            evidence: self.entry.address(),
            original: String::new(),
            fixes: Vec::new(),
            related: Vec::new(),
        }
    }
}
