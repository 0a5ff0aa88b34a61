//! Places: what other languages call countries and cities, and which names the English press prints.

use crate::text::fold::fold;
use crate::text::table::Table;

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

static EXONYMS: Table = Table::new(include_str!("tables/made/exonyms.tsv"));
static MAP: Table = Table::new(include_str!("tables/made/map.tsv"));

/// The entries for a foreign name (case and accents aside).
pub fn foreign(name: &str) -> impl Iterator<Item = Exonym> + use<> {
    let mut cells = EXONYMS.get(&fold(name)).into_iter().flat_map(|row| row.split('\t'));
    std::iter::from_fn(move || {
        Some(Exonym {
            foreign: cells.next()?,
            english: cells.next()?,
            languages: cells.next()?,
            flag: match cells.next()? {
                "yes" => Flag::Yes,
                "dated" => Flag::Dated,
                _ => Flag::No,
            },
        })
    })
}

/// Whether the English press prints `name` for a country or a large city.
pub fn is_english(name: &str) -> bool {
    english_folded(&fold(name))
}

fn english_folded(folded: &str) -> bool {
    MAP.get(folded) == Some("english")
}

/// Whether English maps show `name` as a country, city or town.
pub fn on_the_map(name: &str) -> bool {
    MAP.has(&fold(name))
}

/// Whether two names are the same place, as far as the tables know: `None` when they know only one of them or none.
pub fn same(a: &str, b: &str) -> Option<bool> {
    let (fa, fb) = (fold(a), fold(b));
    if fa != fb && english_folded(&fa) && english_folded(&fb) && !renamed(a, &fb) && !renamed(b, &fa) {
        return Some(false);
    }
    let (x, y) = (englishes(a), englishes(b));
    if x.is_empty() || y.is_empty() {
        return None;
    }
    Some(x.iter().any(|e| y.contains(e)))
}

/// Whether the place that English maps call `english` (folded) is `name` in English or Russian too (Grodno, Hrodna).
fn renamed(name: &str, english: &str) -> bool {
    foreign(name).any(|e| fold(e.english) == english && matches!(e.languages, "en" | "ru"))
}

fn englishes(name: &str) -> Vec<String> {
    let mut out: Vec<String> = foreign(name).map(|e| fold(e.english)).collect();
    let own = fold(name);
    if english_folded(&own) {
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
        assert_eq!(same("Granada", "Grenada"), Some(false));
        assert_eq!(same("Shaanxi", "Shanxi"), Some(false));
        assert_eq!(same("Grodno", "Hrodna"), Some(true));
        assert_eq!(same("Moskou", "Moskau"), Some(true));
        assert_eq!(same("Moskou", "Smith"), None);
    }
}
