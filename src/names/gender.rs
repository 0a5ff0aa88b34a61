//! Masculine and feminine forms of one surname: two people, never two spellings.

use std::sync::LazyLock;

use crate::names::{given, sound, table};
use crate::text::fold::fold;

static TABLE: &str = include_str!("tables/gender.tsv");

struct Row {
    language: &'static str,
    masculine: Vec<&'static str>,
    feminine: Vec<&'static str>,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let list = |cell: &'static str| cell.split(' ').map(|s| if s == "0" { "" } else { s }).collect();
    table::rows(TABLE).map(|row| Row { language: row[0], masculine: list(row[1]), feminine: list(row[2]) }).collect()
});

/// Which of two spellings is the feminine form of the other's surname.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gendered {
    /// Whether the first spelling is the feminine one.
    pub first_is_feminine: bool,
    /// The group of languages that has the pair of endings.
    pub language: &'static str,
    /// Whether the stems are written alike, so that nothing but the gender differs.
    pub same_scheme: bool,
}

/// Tells whether two words are the masculine and the feminine form of one name, in whatever romanisation each is written.
pub fn pair(a: &str, b: &str) -> Option<Gendered> {
    let (fa, fb) = (fold(a), fold(b));
    let mut best: Option<(f64, Gendered)> = None;
    for row in ROWS.iter() {
        for masculine in row.masculine.iter().filter(|ending| fa.ends_with(**ending) || fb.ends_with(**ending)) {
            for feminine in &row.feminine {
                for (m, f, first_is_feminine) in [(&fa, &fb, false), (&fb, &fa, true)] {
                    let (Some(sm), Some(sf)) = (m.strip_suffix(masculine), f.strip_suffix(feminine)) else { continue };
                    if sm.len() < 2 || sf.len() < 2 || (sm.len() < 3 && masculine.is_empty()) {
                        continue;
                    }
                    if masculine.is_empty() && !sm.ends_with(|c| !sound::vowel(c)) {
                        continue;
                    }
                    if row.language == "given names" && !given::known(m) && !given::known(f) {
                        continue;
                    }
                    let apart = sound::distance(sm, sf);
                    let limit = if masculine.len() < 2 { 0.0 } else { 0.3 + 0.04 * sm.len().min(sf.len()) as f64 };
                    if apart <= limit && best.as_ref().is_none_or(|(old, _)| apart < *old) {
                        best = Some((
                            apart,
                            Gendered { first_is_feminine, language: row.language, same_scheme: apart < 0.01 },
                        ));
                    }
                }
            }
        }
    }
    best.map(|(_, gendered)| gendered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn husbands_and_wives_are_told_apart() {
        for (a, b) in [
            ("Tichanovski", "Tikhanovskaya"),
            ("Navalny", "Navalnaya"),
            ("Petrov", "Petrova"),
            ("Nowak", "Nowakova"),
            ("Poetin", "Putina"),
            ("Papadopoulos", "Papadopoulou"),
            ("Gunnarsson", "Gunnarsdóttir"),
            ("Martin", "Martina"),
        ] {
            assert!(pair(a, b).is_some_and(|g| !g.first_is_feminine), "{a} {b}");
            assert!(pair(b, a).is_some_and(|g| g.first_is_feminine), "{b} {a}");
        }
        for (a, b) in [("Petrov", "Ivanova"), ("Tikhanovskaya", "Tichanovskaja"), ("Zelensky", "Zelenskyy")] {
            assert_eq!(pair(a, b), None, "{a} {b}");
        }
    }
}
