//! Romanisation schemes: how each press writes Cyrillic names in Latin letters, as tables.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use crate::names::table;
use crate::text::fold::is_apostrophe;
use crate::text::table::Table;

/// One romanisation scheme of one language, such as `ru-nl` (Russian in the Dutch press).
#[derive(Debug)]
pub struct Scheme {
    /// Short name of the scheme, the column head of its table.
    pub name: &'static str,
    /// ISO 639-1 code of the language of the Cyrillic original.
    pub language: &'static str,
    /// What a news editor calls it, such as "Dutch form".
    pub label: &'static str,
    rules: OnceLock<Rules>,
}

/// The rules of a scheme, read when first asked for.
#[derive(Debug)]
struct Rules {
    /// longer clusters and rules with a context come before plain letters
    list: Vec<Rule>,
    /// places of the rules by their first letter, in the order they are tried
    by_first: FxHashMap<char, Vec<u16>>,
}

#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) cyrillic: Vec<char>,
    pub(crate) left: Side,
    pub(crate) right: Side,
    pub(crate) latin: Vec<char>,
}

#[derive(Debug, Clone)]
pub(crate) enum Side {
    Any,
    Edge,
    OneOf(Vec<char>),
}

const VOWELS: &str = "аеёиоуыэюяіїє";

/// Labels of the schemes, in the order of [`SCHEMES`].
static LABELS: &str = include_str!("tables/scheme_labels.tsv");

/// The rules of each scheme in the order they are tried: Cyrillic, context and Latin, separated by spaces.
static RULES: Table = Table::new(include_str!("tables/made/schemes.tsv"));

/// All schemes, in the order of the tables: at most 64, so that a set of them fits into one `u64`.
pub static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    table::rows(LABELS)
        .map(|row| Scheme {
            name: row[0],
            language: row[0].split('-').next().unwrap_or(row[0]),
            label: row[1],
            rules: OnceLock::new(),
        })
        .collect()
});

fn read(name: &str) -> Rules {
    let cells = RULES.get(name).unwrap_or("").split('\t');
    let list: Vec<Rule> = cells
        .filter_map(|cell| {
            let mut parts = cell.split(' ');
            Some(rule(parts.next()?, parts.next()?, parts.next()?))
        })
        .collect();
    let mut by_first: FxHashMap<char, Vec<u16>> = FxHashMap::default();
    for (n, rule) in list.iter().enumerate() {
        by_first.entry(rule.cyrillic[0]).or_default().push(n as u16);
    }
    Rules { list, by_first }
}

fn rule(cyrillic: &'static str, context: &'static str, latin: &'static str) -> Rule {
    let (left, right) = context.split_once('_').unwrap_or(("", ""));
    Rule {
        cyrillic: cyrillic.chars().collect(),
        left: side(left),
        right: side(right),
        latin: if latin == "0" { Vec::new() } else { latin.chars().collect() },
    }
}

fn side(text: &str) -> Side {
    match text {
        "" | "-" => Side::Any,
        "^" | "$" => Side::Edge,
        "V" => Side::OneOf(VOWELS.chars().collect()),
        _ => Side::OneOf(text.chars().filter(|c| *c != '[' && *c != ']').collect()),
    }
}

impl Side {
    fn holds(&self, neighbour: Option<char>) -> bool {
        match (self, neighbour) {
            (Side::Any, _) => true,
            (Side::Edge, neighbour) => neighbour.is_none(),
            (Side::OneOf(_), None) => false,
            (Side::OneOf(set), Some(c)) => set.contains(&c),
        }
    }
}

impl Rule {
    fn applies(&self, word: &[char], at: usize) -> bool {
        word[at..].starts_with(&self.cyrillic)
            && self.left.holds(at.checked_sub(1).map(|i| word[i]))
            && self.right.holds(word.get(at + self.cyrillic.len()).copied())
    }
}

impl Scheme {
    /// The Latin spelling of a lower-case Cyrillic word in this scheme, lower-case; `None` when a letter has no rule.
    pub fn romanise(&self, word: &[char]) -> Option<String> {
        let mut out = String::with_capacity(2 * word.len());
        self.spell(word, |latin| {
            out.extend(latin);
            true
        })
        .then_some(out)
    }

    /// Whether the scheme writes a lower-case Cyrillic word as `latin`, its apostrophes straight.
    pub(crate) fn writes(&self, word: &[char], latin: &str) -> bool {
        let mut left = latin.chars();
        let plain = |c: &char| if is_apostrophe(*c) { '\'' } else { *c };
        self.spell(word, |letters| letters.iter().all(|c| left.next() == Some(plain(c)))) && left.next().is_none()
    }

    /// Hands the Latin letters of one rule after the other to `take` while it says true; false when it said no, or when a
    /// letter has no rule.
    fn spell(&self, word: &[char], mut take: impl FnMut(&[char]) -> bool) -> bool {
        let rules = self.read();
        let mut at = 0;
        while at < word.len() {
            let mut fitting = rules.by_first.get(&word[at]).into_iter().flatten().map(|n| &rules.list[*n as usize]);
            let Some(rule) = fitting.find(|rule| rule.applies(word, at)) else { return false };
            if !take(&rule.latin) {
                return false;
            }
            at += rule.cyrillic.len();
        }
        true
    }

    fn read(&self) -> &Rules {
        self.rules.get_or_init(|| read(self.name))
    }

    #[cfg(test)]
    pub(crate) fn rules(&self) -> &[Rule] {
        &self.read().list
    }
}

/// The place of the scheme called `name` in [`SCHEMES`].
pub fn find(name: &str) -> Option<usize> {
    SCHEMES.iter().position(|scheme| scheme.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(scheme: &str, word: &str) -> String {
        let word: Vec<char> = word.chars().collect();
        SCHEMES[find(scheme).unwrap()].romanise(&word).unwrap()
    }

    #[test]
    fn a_scheme_writes_a_word_as_it_romanises_it_and_no_other_way() {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        for (word, other) in [("хрущев", "khrushche"), ("ильин", "ilʼin"), ("путин", "putina")] {
            for scheme in SCHEMES.iter().filter(|scheme| scheme.language == "ru") {
                let own = scheme.romanise(&letters(word)).unwrap();
                let straight: String = own.chars().map(|c| if is_apostrophe(c) { '\'' } else { c }).collect();
                assert!(scheme.writes(&letters(word), &straight), "{} {own}", scheme.name);
                assert!(!scheme.writes(&letters(word), other), "{} {other}", scheme.name);
            }
        }
    }

    #[test]
    fn own_examples_come_out_as_each_press_writes_them() {
        for (scheme, word, latin) in [
            ("ru-nl", "тихановская", "tichanovskaja"),
            ("ru-de", "тихановская", "tichanowskaja"),
            ("ru-en-press", "тихановская", "tikhanovskaya"),
            ("ru-en-press", "тихановский", "tikhanovsky"),
            ("be-icao", "ціханоўская", "tsikhanouskaya"),
            ("ru-nl", "лукашенко", "loekasjenko"),
            ("ru-fr", "путин", "poutine"),
            ("uk-de", "зеленський", "selenskyj"),
            ("uk-en-2010", "зеленський", "zelenskyi"),
            ("sr-latn", "ђоковић", "đoković"),
        ] {
            assert_eq!(write(scheme, word), latin, "{scheme} {word}");
        }
    }

    #[test]
    fn there_are_51_schemes_and_a_set_of_them_fits_a_word() {
        assert_eq!(SCHEMES.len(), 51);
        assert!(SCHEMES.iter().all(|scheme| !scheme.label.contains('-')), "every scheme has a label");
    }
}
