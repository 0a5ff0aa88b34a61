//! Romanisation schemes: how each press writes Cyrillic names in Latin letters, as tables.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use crate::names::table;

/// One romanisation scheme of one language, such as `ru-nl` (Russian in the Dutch press).
#[derive(Debug)]
pub struct Scheme {
    /// Short name of the scheme, the column head of its table.
    pub name: &'static str,
    /// ISO 639-1 code of the language of the Cyrillic original.
    pub language: &'static str,
    /// What a news editor calls it, such as "Dutch form".
    pub label: &'static str,
    table: &'static str,
    column: usize,
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

static TABLES: &[(&str, &str)] = &[
    ("ru", include_str!("tables/schemes_ru.tsv")),
    ("uk", include_str!("tables/schemes_uk.tsv")),
    ("be", include_str!("tables/schemes_be.tsv")),
    ("bg", include_str!("tables/schemes_bg.tsv")),
    ("sr", include_str!("tables/schemes_sr.tsv")),
    ("mk", include_str!("tables/schemes_mk.tsv")),
];

static LABELS: &str = include_str!("tables/scheme_labels.tsv");

/// All schemes, in the order of the tables: at most 64, so that a set of them fits into one `u64`.
pub static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    let labels: FxHashMap<&str, &str> = table::rows(LABELS).map(|row| (row[0], row[1])).collect();
    let mut out = Vec::new();
    for (language, text) in TABLES {
        for (column, name) in table::header(text).into_iter().enumerate().skip(2) {
            let label = labels.get(name).copied().unwrap_or(name);
            out.push(Scheme { name, language, label, table: text, column, rules: OnceLock::new() });
        }
    }
    out
});

fn read(text: &'static str, column: usize) -> Rules {
    let mut list: Vec<Rule> = table::lines(text)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (cyrillic, context) = (cells.next()?, cells.next()?);
            let latin = cells.nth(column - 2).filter(|cell| *cell != "-")?;
            Some(rule(cyrillic, context, latin))
        })
        .collect();
    list.sort_by_key(|rule| std::cmp::Reverse((rule.cyrillic.len(), rule.weight())));
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

    fn weight(&self) -> u8 {
        !matches!(self, Side::Any) as u8
    }
}

impl Rule {
    fn weight(&self) -> u8 {
        self.left.weight() + self.right.weight()
    }

    fn applies(&self, word: &[char], at: usize) -> bool {
        word[at..].starts_with(&self.cyrillic)
            && self.left.holds(at.checked_sub(1).map(|i| word[i]))
            && self.right.holds(word.get(at + self.cyrillic.len()).copied())
    }
}

impl Scheme {
    /// The Latin spelling of a lower-case Cyrillic word in this scheme, lower-case; `None` when a letter has no rule.
    pub fn romanise(&self, word: &[char]) -> Option<String> {
        let rules = self.read();
        let mut out = String::with_capacity(2 * word.len());
        let mut at = 0;
        while at < word.len() {
            let rule = rules
                .by_first
                .get(&word[at])?
                .iter()
                .map(|n| &rules.list[*n as usize])
                .find(|rule| rule.applies(word, at))?;
            out.extend(&rule.latin);
            at += rule.cyrillic.len();
        }
        Some(out)
    }

    fn read(&self) -> &Rules {
        self.rules.get_or_init(|| read(self.table, self.column))
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
