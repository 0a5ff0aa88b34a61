//! Given names: the Russian, Ukrainian and Belarusian version of one name, spellings of one name, translations, gender.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::names::table;
use crate::text::fold::{bare, fold};
use crate::text::table::Table;

/// Whether a given name is borne by men, women or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// Borne by men.
    Male,
    /// Borne by women.
    Female,
    /// Borne by both.
    Either,
}

/// How two given names hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinship {
    /// Two spellings of one name in one language (Mohammed, Muhammad).
    Spelling,
    /// The versions of one name in Russian, Ukrainian and Belarusian (Vladimir, Volodymyr, Uladzimir).
    EastSlavic,
    /// The counterpart in another language (Guillermo for William): another name in print.
    Translation,
}

static NAMES: Table = Table::new(include_str!("tables/made/given.tsv"));
static SURNAMES: Table = Table::new(include_str!("tables/surnames_common.tsv"));

/// What the tables know of a folded given name: its gender, and the groups of spellings, East Slavic versions and
/// translations it belongs to, as numbers separated by spaces.
#[derive(Clone, Copy)]
struct Row {
    gender: &'static str,
    spelling: &'static str,
    slavic: &'static str,
    translation: &'static str,
}

fn row(folded: &str) -> Option<Row> {
    let mut cells = NAMES.get(folded)?.split('\t');
    let mut cell = || cells.next().unwrap_or("");
    Some(Row { gender: cell(), spelling: cell(), slavic: cell(), translation: cell() })
}

fn meet(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && a.split(' ').any(|n| b.split(' ').any(|m| n == m))
}

/// How two given names hang together, if they do; equal names do not count.
pub fn kinship(a: &str, b: &str) -> Option<Kinship> {
    let (a, b) = (bare(a), bare(b));
    if a == b {
        return None;
    }
    let (a, b) = (row(&a)?, row(&b)?);
    if meet(a.spelling, b.spelling) {
        Some(Kinship::Spelling)
    } else if meet(a.slavic, b.slavic) {
        Some(Kinship::EastSlavic)
    } else if meet(a.translation, b.translation) {
        Some(Kinship::Translation)
    } else {
        None
    }
}

/// The gender of a given name, when the tables know it.
pub fn gender(name: &str) -> Option<Gender> {
    match row(&bare(name))?.gender {
        "" => None,
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => Some(Gender::Either),
    }
}

/// Whether the tables know `name` as a given name.
pub fn known(name: &str) -> bool {
    row(&bare(name)).is_some_and(|row| !row.gender.is_empty() || !row.slavic.is_empty())
}

/// Whether `name` is a common given name or surname that stands for itself.
pub fn established(name: &str) -> bool {
    let name = fold(name);
    row(&name).is_some_and(|row| !row.gender.is_empty()) || SURNAMES.has(&name)
}

/// Whether `name` is a common surname of the United States.
pub fn surname(name: &str) -> bool {
    SURNAMES.has(&fold(name))
}

/// Whether the tables hold `name` exactly so, accents included.
pub fn accented(name: &str) -> bool {
    static ACCENTED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        let world = table::rows(include_str!("tables/given_world.tsv")).map(|row| row[0]);
        let forms = table::rows(include_str!("tables/given.tsv")).flat_map(|row| row[2].split(' '));
        let accents = table::rows(include_str!("tables/accents.tsv")).map(|row| row[0]);
        world.chain(forms).chain(accents).filter(|known| !known.is_ascii()).collect()
    });
    !name.is_ascii() && ACCENTED.contains(name)
}

/// A Spanish or Portuguese name that carries an accent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accented {
    /// The name with its accents.
    pub form: &'static str,
    /// ISO 639-1 code of the language.
    pub language: &'static str,
    /// Whether it is a surname (else a given name or a place).
    pub surname: bool,
    /// Whether it is a newspaper or the like.
    pub body: bool,
    /// Whether it is a given name.
    pub given: bool,
}

/// The Spanish or Portuguese name that `name` is when its accents are put back.
pub fn accents_of(name: &str) -> Option<Accented> {
    static BARE: LazyLock<HashMap<String, Accented>> = LazyLock::new(|| {
        table::rows(include_str!("tables/accents.tsv"))
            .map(|row| {
                (
                    fold(row[0]),
                    Accented {
                        form: row[0],
                        language: row[1],
                        surname: row[2] == "s",
                        body: row[2] == "b",
                        given: row[2] == "g",
                    },
                )
            })
            .collect()
    });
    BARE.get(&fold(name)).copied()
}

/// Group numbers of a given name, for keys: East Slavic and spelling groups (two names with one group are versions of one name).
pub(crate) fn groups(folded: &str) -> impl Iterator<Item = u32> + use<> {
    let row = row(folded);
    let numbers = |list: Option<&'static str>, base: u32| {
        list.unwrap_or("").split(' ').filter_map(move |n| n.parse::<u32>().ok()).map(move |n| base + n)
    };
    numbers(row.map(|row| row.spelling), 0).chain(numbers(row.map(|row| row.slavic), 10_000))
}

/// What the English press writes for an East Slavic given name in any spelling, such as "Alexander" for Aliaksandr; `None` when unknown.
pub fn english(name: &str) -> Option<&'static str> {
    let group: usize = row(&bare(name))?.slavic.split(' ').next()?.parse().ok()?;
    table::rows(include_str!("tables/given_slavic.tsv")).nth(group)?.get(4)?.split(' ').next()
}

/// Whether the English press writes an East Slavic given name as `name`.
pub fn is_english(name: &str) -> bool {
    static PRINTED: LazyLock<HashSet<String>> = LazyLock::new(|| {
        table::rows(include_str!("tables/given_slavic.tsv")).flat_map(|row| row[4].split(' ').map(fold)).collect()
    });
    PRINTED.contains(&fold(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_and_translations() {
        assert_eq!(kinship("Vladimir", "Uladzimir"), Some(Kinship::EastSlavic));
        assert_eq!(kinship("Wolodymyr", "Vladimir"), Some(Kinship::EastSlavic));
        assert_eq!(kinship("Muhammad", "Mohamed"), Some(Kinship::Spelling));
        assert_eq!(kinship("Guillermo", "William"), Some(Kinship::Translation));
        assert_eq!(kinship("Laura", "Clara"), None);
        assert_eq!(gender("Svetlana"), Some(Gender::Female));
        assert_eq!(gender("Sergei"), Some(Gender::Male));
    }
}
