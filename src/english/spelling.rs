//! American and British spelling of the same word.

use std::sync::OnceLock;

use super::inflect::{self, Form};
use super::lemma::{self, Class};
use super::lexicon;
use crate::text::table::Table;

/// Whose spelling a house writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Spelling {
    /// "color", "organize", "traveled".
    #[default]
    American,
    /// "colour", "organise", "travelled".
    British,
}

/// `British TAB American TAB both|down`.
static PAIRS: Table = Table::new(include_str!("tables/spelling.tsv"));

/// Verbs and nouns in -ise that have no -ize spelling although such a word is listed, and the other way round.
const FIXED: [&str; 20] = [
    "advertise",
    "advise",
    "size",
    "prize",
    "seize",
    "capsize",
    "downsize",
    "resize",
    "maize",
    "baize",
    "exercise",
    "surprise",
    "revise",
    "apprise",
    "chastise",
    "oversize",
    "expertise",
    "merchandise",
    "franchise",
    "enterprise",
];

/// A word or phrase in the wanted spelling. What the tables and rules do not know stays as it is, and so do words that
/// start with a capital, as they may be names ("Labor Day", "Mr Gray"): ask before `case::match_case`, not after.
/// Word pairs whose American half means other things too ("program", "tire") change only towards American.
pub fn to(spelling: Spelling, text: &str) -> String {
    if text.contains(' ') {
        let words: Vec<String> = text.split(' ').map(|word| to(spelling, word)).collect();
        return words.join(" ");
    }
    if text.starts_with(char::is_uppercase) {
        return text.to_owned();
    }
    respelled(spelling, &lemma::lowered(text)).unwrap_or_else(|| text.to_owned())
}

/// The British and the American spelling of each listed word, uninflected, and whether the American one means that
/// word alone ("center", but not "program").
pub fn pairs() -> impl Iterator<Item = (&'static str, &'static str, bool)> {
    PAIRS.rows().filter_map(|row| {
        let mut cells = row.split('\t');
        Some((cells.next()?, cells.next()?, cells.next() == Some("both")))
    })
}

fn respelled(spelling: Spelling, word: &str) -> Option<String> {
    if word.len() < 3 || !word.is_ascii() {
        return None;
    }
    if let Some(found) = pair(spelling, word) {
        return Some(found.to_owned());
    }
    if let Some((stem, ending)) = word.rsplit_once('\'') {
        return respelled(spelling, stem).map(|stem| format!("{stem}'{ending}"));
    }
    let readings = lemma::readings(word);
    // "analyses" is a plural as well as a verb: a word with a reading that has no pair stays.
    let paired =
        |reading: &lemma::Reading| pair(spelling, &reading.lemma).map(|found| inflect::inflect(found, reading.form));
    let all: Option<Vec<String>> = readings.iter().map(paired).collect();
    if let Some(found) = all.and_then(|all| all.into_iter().next()) {
        return Some(found);
    }
    let twins =
        readings.iter().filter(|reading| reading.class == Class::Verb && lexicon::codes(&reading.lemma).contains('l'));
    twins.filter_map(|reading| twin(spelling, &reading.lemma, reading.form)).next().or_else(|| ise(spelling, word))
}

/// The other half of a pair of the table.
fn pair(spelling: Spelling, word: &str) -> Option<&'static str> {
    match spelling {
        Spelling::American => PAIRS.get(word)?.split('\t').next(),
        Spelling::British => {
            static BY_AMERICAN: OnceLock<Vec<(&'static str, &'static str)>> = OnceLock::new();
            let rows = BY_AMERICAN.get_or_init(|| {
                let mut rows: Vec<_> = PAIRS
                    .rows()
                    .filter_map(|row| {
                        let (british, rest) = row.split_once('\t')?;
                        rest.strip_suffix("\tboth").map(|american| (american, british))
                    })
                    .collect();
                rows.sort_unstable();
                rows
            });
            rows.binary_search_by_key(&word, |row| row.0).ok().map(|at| rows[at].1)
        }
    }
}

/// "traveled" or "travelled": the first form is American, the second British.
fn twin(spelling: Spelling, lemma: &str, form: Form) -> Option<String> {
    let mut all = Vec::new();
    inflect::verb_forms(lemma, 'l', &mut all);
    let mut both = all.into_iter().filter(|(kind, _)| *kind == form).map(|(_, word)| word);
    let first = both.next();
    match spelling {
        Spelling::American => first,
        Spelling::British => both.next().or(first),
    }
}

/// -ise for -ize and back, in all forms and derivations, where the -ize word is listed.
fn ise(spelling: Spelling, word: &str) -> Option<String> {
    const ENDINGS: [&str; 12] =
        ["e", "es", "ed", "ing", "er", "ers", "ation", "ations", "able", "ational", "ingly", "ement"];
    let (from, with) = match spelling {
        Spelling::American => ("is", "iz"),
        Spelling::British => ("iz", "is"),
    };
    for ending in ENDINGS {
        let Some(stem) =
            word.strip_suffix(ending).and_then(|rest| rest.strip_suffix(from)).filter(|stem| stem.len() > 2)
        else {
            continue;
        };
        let american = format!("{stem}ize");
        if FIXED.contains(&&*american)
            || FIXED.contains(&&*format!("{stem}ise"))
            || !lexicon::codes(&american).contains('v')
        {
            continue;
        }
        return Some(format!("{stem}{with}{ending}"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_rules_and_doubling_both_ways() {
        let pairs = [
            ("color", "colour"),
            ("colors", "colours"),
            ("organized", "organised"),
            ("organizations", "organisations"),
            ("traveled", "travelled"),
            ("canceling", "cancelling"),
            ("center", "centre"),
            ("defense", "defence"),
            ("meters", "metres"),
            ("enrollment", "enrolment"),
            ("analyzing", "analysing"),
            ("fulfills", "fulfils"),
            ("neighbor's", "neighbour's"),
            ("labored", "laboured"),
            ("labeled", "labelled"),
        ];
        for (american, british) in pairs {
            assert_eq!(to(Spelling::British, american), british);
            assert_eq!(to(Spelling::American, british), american);
            assert_eq!(to(Spelling::American, american), american);
            assert_eq!(to(Spelling::British, british), british);
        }
        for same in [
            "promise",
            "size",
            "surprised",
            "advise",
            "admitted",
            "visited",
            "program",
            "prize",
            "Paris",
            "Labor",
            "analyses",
            "enrolled",
            "appalling",
            "expertise",
            "exercised",
            "four",
            "metal",
        ] {
            assert_eq!(to(Spelling::American, same), same);
            assert_eq!(to(Spelling::British, same), same);
        }
        assert_eq!(to(Spelling::American, "the programme was cancelled"), "the program was canceled");
    }

    #[test]
    fn table_is_sorted() {
        let rows: Vec<_> = PAIRS.rows().collect();
        assert!(rows.windows(2).all(|pair| pair[0].as_bytes() < pair[1].as_bytes()));
    }
}
