//! Names the English press prints: the shipped list, its spellings elsewhere, and the forms made from its Cyrillic originals.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::names::scheme::SCHEMES;
use crate::names::table;
use crate::text::fold::fold;

/// One well-known name.
#[derive(Debug)]
pub struct Known {
    /// The whole name as the English press prints it.
    pub press: &'static str,
    /// What it names.
    pub kind: Kind,
    /// ISO 639-1 code of the language the name comes from.
    pub language: &'static str,
    /// The Cyrillic original, lower-case, given names first; empty when there is none.
    pub original: &'static str,
    /// Other spellings of the surname (or of the whole name of a body). For a name with a Cyrillic original they are
    /// spellings that English text prints too.
    pub also: Vec<&'static str>,
    /// Spellings from a sister language that the English press does not print (Lukashenka).
    pub sister: Vec<&'static str>,
}

/// What a well-known name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A man.
    Man,
    /// A woman.
    Woman,
    /// A body, movement or company.
    Body,
}

impl Known {
    /// The surname (last word), or the whole name of a body.
    pub fn surname(&self) -> &'static str {
        match self.kind {
            Kind::Body => self.press,
            _ => self.press.rsplit(' ').next().unwrap_or(self.press),
        }
    }
}

struct Press {
    list: Vec<Known>,
    by_surname: HashMap<String, Vec<u16>>,
    /// folded other spelling -> entries
    by_form: HashMap<String, Vec<u16>>,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let mut press = Press { list: Vec::new(), by_surname: HashMap::new(), by_form: HashMap::new() };
    for row in table::rows(include_str!("tables/press.tsv")) {
        let kind = match row[0] {
            "m" => Kind::Man,
            "f" => Kind::Woman,
            _ => Kind::Body,
        };
        let dash = |cell: &'static str| if cell == "-" { "" } else { cell };
        let known = Known {
            press: row[1],
            kind,
            language: row[2],
            original: dash(row[3]),
            also: dash(row[4]).split_whitespace().filter(|s| !s.starts_with('!')).collect(),
            sister: dash(row[4]).split_whitespace().filter_map(|s| s.strip_prefix('!')).collect(),
        };
        let n = press.list.len() as u16;
        press.by_surname.entry(fold(known.surname())).or_default().push(n);
        for form in known
            .also
            .iter()
            .chain(&known.sister)
            .map(|s| s.to_string())
            .chain(forms(&known).into_iter().map(|(form, _)| form))
        {
            let entries = press.by_form.entry(fold(&form)).or_default();
            if !entries.contains(&n) {
                entries.push(n);
            }
        }
        press.list.push(known);
    }
    press
});

/// All well-known names.
pub fn known() -> &'static [Known] {
    &PRESS.list
}

/// The foreign spellings of the surname of a well-known name that its Cyrillic original gives, each with the scheme's place in `SCHEMES`.
pub fn forms(known: &Known) -> Vec<(String, usize)> {
    let mut out: Vec<(String, usize)> = Vec::new();
    let Some(surname) = known.original.rsplit(' ').next().filter(|s| !s.is_empty()) else { return out };
    // most presses write ё, some read it as е
    for surname in [surname.to_string(), surname.replace('ё', "е")] {
        let letters: Vec<char> = surname.chars().collect();
        for (n, scheme) in SCHEMES.iter().enumerate().filter(|(_, scheme)| scheme.language == known.language) {
            if let Some(latin) = scheme.romanise(&letters).filter(|latin| !out.iter().any(|(form, _)| form == latin)) {
                out.push((latin, n));
            }
        }
    }
    out
}

/// The well-known names whose surname (accents and case aside) is `name`.
pub fn by_surname(name: &str) -> impl Iterator<Item = &'static Known> {
    PRESS.by_surname.get(&fold(name)).map(|v| v.as_slice()).unwrap_or_default().iter().map(|n| &PRESS.list[*n as usize])
}

/// The well-known names that are also met as `name`: listed spellings and those the schemes give.
pub fn by_form(name: &str) -> impl Iterator<Item = &'static Known> {
    PRESS.by_form.get(&fold(name)).map(|v| v.as_slice()).unwrap_or_default().iter().map(|n| &PRESS.list[*n as usize])
}

/// The well-known name that both words are spellings of, if any.
pub fn shared(a: &str, b: &str) -> Option<&'static Known> {
    let of = |name: &str| by_surname(name).chain(by_form(name)).collect::<Vec<_>>();
    let (x, y) = (of(a), of(b));
    x.into_iter().find(|k| y.iter().any(|l| std::ptr::eq(*k, *l)))
}

/// Whether `name` is the surname of a well-known name as the press prints it.
pub fn is_press(name: &str) -> bool {
    PRESS.by_surname.contains_key(&fold(name))
}

/// Whether `form` is left alone although it is a spelling of a well-known name elsewhere: English text prints it too, or it is another word.
pub fn is_excepted(form: &str) -> bool {
    static EXCEPTED: LazyLock<HashSet<String>> =
        LazyLock::new(|| table::rows(include_str!("tables/press_except.tsv")).map(|row| fold(row[0])).collect());
    EXCEPTED.contains(&fold(form))
}

/// The name with capitals inside that `word` is when they are put right (WikiLeaks for Wikileaks); `None` when it is right or unknown.
pub fn capitals_of(word: &str) -> Option<&'static str> {
    static INNER: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        table::rows(include_str!("tables/capitals.tsv")).map(|row| (row[0].to_lowercase(), row[0])).collect()
    });
    INNER.get(&word.to_lowercase()).copied().filter(|right| *right != word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_forms_come_from_the_schemes() {
        for (form, press) in [
            ("Poetin", "Putin"),
            ("Chruschtschow", "Khrushchev"),
            ("Gorbatschow", "Gorbachev"),
            ("Selenskyj", "Zelensky"),
            ("Loekasjenko", "Lukashenko"),
        ] {
            assert!(by_form(form).any(|k| k.surname() == press), "{form}");
        }
    }
}
