//! The language a document was translated from: named by the user, or read from what the document itself holds.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::segment::Document;
use crate::english::numerals::times;
use crate::glossary::compile::Glossary;
use crate::glossary::scan::Hit;
use crate::glossary::store::Row;
use crate::text::fold;
use crate::text::languages;
use crate::text::reading::Reading;
use crate::text::table::Table;

/// Words that tell which land a story is about, and the languages of its press.
static LANDS: Table = Table::new(include_str!("tables/lands.tsv"));

/// Different rows that must have been found.
const ROWS: usize = 2;
/// What they must weigh together: a row that holds for one language weighs 1, one that holds for four a quarter.
const WEIGHT: f64 = 1.0;

/// What is known of the languages a document was translated from.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// Languages that the user named (ISO 639-1); empty: none.
    pub languages: Vec<String>,
    /// Where none is named: what the document itself shows.
    pub guess: Option<Guess>,
}

/// A language that a document shows by evidence of two kinds: where its story is set, and how it is worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The language (ISO 639-1).
    pub language: String,
    /// How many different rows that hold for it were found.
    pub rows: usize,
    /// How often its lands are named.
    pub lands: usize,
}

impl std::fmt::Display for Guess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Guess { language, rows, lands } = self;
        let (language, lands) = (languages::name(language), times(*lands));
        write!(f, "original taken for {language}: {rows} of its idioms, its lands named {lands}")
    }
}

impl Origin {
    /// The languages that the user named; none: not known.
    #[must_use]
    pub fn given(languages: Vec<String>) -> Self {
        Origin { languages, guess: None }
    }

    /// With what the document shows, where the user named no language. `found` are the hits of all rows that might
    /// speak, a list a segment.
    #[must_use]
    pub fn or_guess(
        mut self,
        glossary: &Glossary,
        document: &Document,
        readings: &[Reading],
        found: &[Vec<Hit>],
    ) -> Self {
        if self.languages.is_empty() {
            self.guess = guess(glossary, document, readings, found);
        }
        self
    }

    /// True when a row may speak: it holds for all languages, or the original's is not known, or is one of its own. A
    /// row that needs the language to be known speaks where it is named or shown; what is shown silences no row.
    #[must_use]
    pub fn allows(&self, row: &Row) -> bool {
        let shown = |guess: &Guess| row.entry.from.contains(&guess.language);
        self.might_allow(row)
            && (!row.entry.needs.from
                || row.entry.from.is_empty()
                || !self.languages.is_empty()
                || self.guess.as_ref().is_some_and(shown))
    }

    /// True when a row may speak as soon as the document shows the right language.
    #[must_use]
    pub fn might_allow(&self, row: &Row) -> bool {
        let from = &row.entry.from;
        from.is_empty() || self.languages.is_empty() || self.languages.iter().any(|language| from.contains(language))
    }
}

/// The idioms of one language that were found.
#[derive(Default)]
struct Idioms {
    /// Different rows.
    rows: usize,
    /// What they weigh together.
    weight: f64,
    /// Whether one of them speaks whatever the language.
    open: bool,
}

/// The language whose lands are named most and whose idioms are found most, when both are clear.
fn guess(glossary: &Glossary, document: &Document, readings: &[Reading], found: &[Vec<Hit>]) -> Option<Guess> {
    let rows: BTreeSet<usize> = found.iter().flatten().filter(|hit| !hit.allowed).map(|hit| hit.row).collect();
    let entries = || rows.iter().map(|row| &glossary.rows[*row].entry);
    if !entries().any(|entry| entry.needs.from) {
        return None; // nothing would speak that does not speak already
    }
    let mut idioms = BTreeMap::<&str, Idioms>::new();
    for entry in entries() {
        for language in &entry.from {
            let known = idioms.entry(language).or_default();
            known.rows += 1;
            known.weight += 1.0 / entry.from.len() as f64;
            known.open |= !entry.needs.from;
        }
    }
    let most = |known: &Idioms| idioms.values().all(|other| other.weight <= known.weight);
    let clear = |known: &Idioms| known.open && known.rows >= ROWS && known.weight >= WEIGHT && most(known);
    if !idioms.values().any(clear) {
        return None; // whatever its lands
    }
    let (language, lands) = land(document, readings)?;
    let known = idioms.get(language).filter(|known| clear(known))?;
    Some(Guess { language: language.to_owned(), rows: known.rows, lands })
}

/// The language of the lands that a document names more often than all others together, and how often.
fn land(document: &Document, readings: &[Reading]) -> Option<(&'static str, usize)> {
    let mut named = BTreeMap::<&str, usize>::new();
    for (segment, reading) in document.segments.iter().zip(readings) {
        let text = segment.translation.text();
        let names = reading.words.iter().map(|word| word.of(text)).filter(|word| word.starts_with(char::is_uppercase));
        for language in names.filter_map(|name| LANDS.get(&fold::fold(name))).flat_map(|known| known.split(' ')) {
            *named.entry(language).or_default() += 1;
        }
    }
    let all: usize = named.values().sum();
    named.into_iter().find(|(_, times)| 2 * times > all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::input::Input;
    use crate::formats;
    use crate::glossary::read;
    use crate::glossary::scan;

    const ROWS: &str =
        "write,avoid,from,needs\ndetained,pinned,nl,\ncouncillor,alderman,nl,from\nhead,boss,de nl,from\n";

    fn scanned(text: &str, named: &[&str]) -> (usize, Option<String>) {
        let glossary = Glossary::of(read::read("g.csv", ROWS.as_bytes(), 0).expect("a glossary").entries);
        let (document, _) = formats::document(Input::read("a.txt", text.as_bytes()).expect("text").0, &[]);
        let readings: Vec<Reading> = document.segments.iter().map(|s| Reading::of(s.translation.text())).collect();
        let origin = Origin::given(named.iter().map(|language| (*language).to_owned()).collect());
        let found = scan::scan(&glossary, &document, &readings, scan::Story { origin, ..scan::Story::default() });
        (found.hits.iter().flatten().count(), found.origin.guess.map(|guess| guess.to_string()))
    }

    #[test]
    fn two_kinds_of_evidence_show_a_language() {
        let story = "The alderman of Amsterdam was pinned, said the boss of the Dutch police.";
        let told = "original taken for Dutch: 3 of its idioms, its lands named 2 times".to_owned();
        assert_eq!(scanned(story, &[]), (3, Some(told)));
        assert_eq!(scanned(&story.replace("Amsterdam", "Oslo").replace("Dutch ", ""), &[]), (1, None));
        assert_eq!(scanned(&story.replace("Dutch", "Polish, Czech, German"), &[]), (1, None));
        assert_eq!(scanned("The boss of the Dutch police was late.", &[]), (0, None));
    }

    #[test]
    fn a_named_language_stands() {
        let story = "The alderman of Amsterdam was pinned, said the boss of the Dutch police.";
        assert_eq!(scanned(story, &["de"]), (1, None));
        assert_eq!(scanned(story, &["nl"]), (3, None));
    }

    #[test]
    fn the_lands_are_sorted_and_found() {
        let rows: Vec<&str> = LANDS.rows().collect();
        assert!(rows.is_sorted());
        assert_eq!(LANDS.get("amsterdam"), Some("nl"));
        for (word, codes) in rows.iter().filter_map(|row| row.split_once('\t')) {
            assert_eq!(fold::fold(word), word);
            assert!(codes.split(' ').all(|code| languages::name(code) != code), "{word}: {codes}");
        }
    }
}
