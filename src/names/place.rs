//! Places: what other languages call countries and cities, and which names the English press prints.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::names::table;
use crate::text::fold::fold;

/// One foreign name of a place and the name the English press prints.
#[derive(Debug, Clone, Copy)]
pub struct Exonym {
    /// The name as other languages write it, with its accents.
    pub foreign: &'static str,
    /// The English name.
    pub english: &'static str,
    /// Codes of the languages that write it so, separated by spaces.
    pub languages: &'static str,
    /// Whether it may be reported where it stands in English text.
    pub flag: Flag,
}

/// Whether a foreign name of a place may be reported in English text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// Wherever it stands: it is no English word, no surname and no place of its own.
    Yes,
    /// An older or Russian name that English text printed until lately and still prints in set phrases.
    Dated,
    /// Never by itself.
    No,
}

struct Places {
    list: Vec<Exonym>,
    by_foreign: HashMap<String, Vec<u16>>,
    english: HashSet<String>,
}

static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let mut places = Places { list: Vec::new(), by_foreign: HashMap::new(), english: HashSet::new() };
    for text in [include_str!("tables/exonyms.tsv"), include_str!("tables/places.tsv")] {
        for row in table::rows(text) {
            places.by_foreign.entry(fold(row[0])).or_default().push(places.list.len() as u16);
            places.english.insert(fold(row[1]));
            places.list.push(Exonym {
                foreign: row[0],
                english: row[1],
                languages: row[2],
                flag: match row[3] {
                    "yes" => Flag::Yes,
                    "dated" => Flag::Dated,
                    _ => Flag::No,
                },
            });
        }
    }
    places
});

/// All foreign names of places, in the order of the tables.
pub fn exonyms() -> &'static [Exonym] {
    &PLACES.list
}

/// The entries for a foreign name (case and accents aside).
pub fn foreign(name: &str) -> impl Iterator<Item = &'static Exonym> {
    PLACES
        .by_foreign
        .get(&fold(name))
        .map(|v| v.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|n| &PLACES.list[*n as usize])
}

/// Whether the English press prints `name` for a country or a large city.
pub fn is_english(name: &str) -> bool {
    PLACES.english.contains(&fold(name))
}

/// Whether English maps show `name` as a country, city or town.
pub fn on_the_map(name: &str) -> bool {
    static CITIES: LazyLock<HashSet<String>> =
        LazyLock::new(|| table::rows(include_str!("tables/cities.tsv")).map(|row| fold(row[0])).collect());
    let name = fold(name);
    PLACES.english.contains(&name) || CITIES.contains(&name)
}

/// Whether two names are the same place, as far as the tables know: `None` when they know only one of them or none.
pub fn same(a: &str, b: &str) -> Option<bool> {
    let (fa, fb) = (fold(a), fold(b));
    if fa != fb
        && PLACES.english.contains(&fa)
        && PLACES.english.contains(&fb)
        && !foreign(a).any(|e| fold(e.english) == fb && e.languages == "en")
        && !foreign(b).any(|e| fold(e.english) == fa && e.languages == "en")
    {
        return Some(false);
    }
    let (x, y) = (englishes(a), englishes(b));
    if x.is_empty() || y.is_empty() {
        return None;
    }
    Some(x.iter().any(|e| y.contains(e)))
}

fn englishes(name: &str) -> Vec<String> {
    let mut out: Vec<String> = foreign(name).map(|e| fold(e.english)).collect();
    let own = fold(name);
    if PLACES.english.contains(&own) {
        out.push(own);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exonyms_lead_to_one_place() {
        assert_eq!(same("Kiew", "Kyiv"), Some(true));
        assert_eq!(same("Pékin", "Beijing"), Some(true));
        assert_eq!(same("Niger", "Nigeria"), Some(false));
        assert_eq!(same("Moskou", "Moskau"), Some(true));
        assert_eq!(same("Moskou", "Smith"), None);
    }
}
