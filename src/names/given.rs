//! Given names: the Russian, Ukrainian and Belarusian version of one name, spellings of one name, translations, gender.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::names::scheme::SCHEMES;
use crate::names::table;
use crate::text::fold::fold;

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

struct Names {
    spelling: HashMap<String, Vec<u16>>,
    slavic: HashMap<String, Vec<u16>>,
    translation: HashMap<String, Vec<u16>>,
    gender: HashMap<String, Gender>,
    /// what the English press writes for each East Slavic group
    english: Vec<&'static str>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names {
        spelling: HashMap::new(),
        slavic: HashMap::new(),
        translation: HashMap::new(),
        gender: HashMap::new(),
        english: Vec::new(),
    };
    for row in
        table::rows(include_str!("tables/given_common.tsv")).chain(table::rows(include_str!("tables/given_world.tsv")))
    {
        let told = gender_of(row[1]);
        names
            .gender
            .entry(fold(row[0]))
            .and_modify(|old| {
                if *old != told {
                    *old = Gender::Either
                }
            })
            .or_insert(told);
    }
    for (n, row) in table::rows(include_str!("tables/given.tsv")).enumerate() {
        let map = if row[0] == "spelling" { &mut names.spelling } else { &mut names.translation };
        for form in row[2].split(' ') {
            add(map, fold(form), n);
            names.gender.entry(fold(form)).or_insert(gender_of(row[1]));
        }
    }
    for (n, row) in table::rows(include_str!("tables/given_slavic.tsv")).enumerate() {
        for scheme in SCHEMES.iter() {
            let cell = match scheme.language {
                "ru" => 1,
                "uk" => 2,
                "be" => 3,
                _ => continue,
            };
            if let Some(latin) = scheme.romanise(&row[cell].chars().collect::<Vec<_>>()) {
                let latin = fold(&latin).replace('\'', "");
                names.gender.entry(latin.clone()).or_insert(gender_of(row[0]));
                add(&mut names.slavic, latin, n);
            }
        }
        for form in row[4].split(' ') {
            add(&mut names.slavic, fold(form), n);
        }
        names.english.push(row[4].split(' ').next().unwrap_or(row[4]));
    }
    names
});

fn add(map: &mut HashMap<String, Vec<u16>>, form: String, group: usize) {
    let groups = map.entry(form).or_default();
    if !groups.contains(&(group as u16)) {
        groups.push(group as u16);
    }
}

fn gender_of(cell: &str) -> Gender {
    match cell {
        "m" => Gender::Male,
        "f" => Gender::Female,
        _ => Gender::Either,
    }
}

/// How two given names hang together, if they do; equal names do not count.
pub fn kinship(a: &str, b: &str) -> Option<Kinship> {
    let (a, b) = (fold(a).replace('\'', ""), fold(b).replace('\'', ""));
    if a == b {
        return None;
    }
    let meet = |map: &HashMap<String, Vec<u16>>| match (map.get(&a), map.get(&b)) {
        (Some(x), Some(y)) => x.iter().any(|n| y.contains(n)),
        _ => false,
    };
    if meet(&NAMES.spelling) {
        Some(Kinship::Spelling)
    } else if meet(&NAMES.slavic) {
        Some(Kinship::EastSlavic)
    } else if meet(&NAMES.translation) {
        Some(Kinship::Translation)
    } else {
        None
    }
}

/// The gender of a given name, when the tables know it.
pub fn gender(name: &str) -> Option<Gender> {
    NAMES.gender.get(&fold(name).replace('\'', "")).copied()
}

/// Whether the tables know `name` as a given name.
pub fn known(name: &str) -> bool {
    let name = fold(name).replace('\'', "");
    NAMES.gender.contains_key(&name) || NAMES.slavic.contains_key(&name)
}

/// Whether `name` is a common given name or surname that stands for itself.
pub fn established(name: &str) -> bool {
    static SURNAMES: LazyLock<HashSet<String>> =
        LazyLock::new(|| table::rows(include_str!("tables/surnames_common.tsv")).map(|row| fold(row[0])).collect());
    let name = fold(name);
    NAMES.gender.contains_key(&name) || SURNAMES.contains(&name)
}

/// Whether the tables hold `name` exactly so, accents included.
pub fn accented(name: &str) -> bool {
    static EXACT: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        let world = table::rows(include_str!("tables/given_world.tsv")).map(|row| row[0]);
        let forms = table::rows(include_str!("tables/given.tsv")).flat_map(|row| row[2].split(' '));
        let accents = table::rows(include_str!("tables/accents.tsv")).map(|row| row[0]);
        world.chain(forms).chain(accents).filter(|name| !name.is_ascii()).collect()
    });
    EXACT.contains(name)
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
pub(crate) fn groups(folded: &str) -> impl Iterator<Item = u32> {
    let of = |map: &'static HashMap<String, Vec<u16>>, base: u32| {
        map.get(folded).map(|v| v.as_slice()).unwrap_or_default().iter().map(move |n| base + *n as u32)
    };
    of(&NAMES.spelling, 0).chain(of(&NAMES.slavic, 10_000))
}

/// What the English press writes for an East Slavic given name in any spelling, such as "Alexander" for Aliaksandr; `None` when unknown.
pub fn english(name: &str) -> Option<&'static str> {
    let group = NAMES.slavic.get(&fold(name).replace('\'', ""))?;
    group.first().map(|n| NAMES.english[*n as usize])
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
