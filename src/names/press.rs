//! Names the English press prints: the shipped list, its spellings elsewhere, and the forms made from its Cyrillic originals.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, OnceLock};

use crate::names::scheme::SCHEMES;
use crate::names::table;
use crate::text::fold::fold;
use crate::text::table::Table;

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
    /// Other spellings of the surname (or of the whole name of a body), `_` for a blank inside. For a name with a Cyrillic original they are
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

    /// Whether English text spells names of this language in more ways than a list can hold (Arabic, Persian, Turkish,
    /// Thai, Korean), so that a spelling one letter away is no slip.
    pub(crate) fn spelled_freely(&self) -> bool {
        matches!(self.language, "ar" | "fa" | "ku" | "ur" | "tr" | "th" | "ko")
    }

    /// The word before the surname that must stand beside a form of it: the family name of a Chinese or a Korean, whose
    /// given name (the last word) many others bear.
    pub(crate) fn needs_before(&self) -> Option<&'static str> {
        self.press.split(' ').next().filter(|_| self.press.contains(' ') && matches!(self.language, "zh" | "ko"))
    }
}

static FORMS: Table = Table::new(include_str!("tables/made/press_forms.tsv"));
static KEYS: Table = Table::new(include_str!("tables/made/press_keys.tsv"));

/// The lines of the list, each read when its name is first asked for.
static PRESS: LazyLock<Vec<(&'static str, OnceLock<Known>)>> =
    LazyLock::new(|| table::lines(include_str!("tables/press.tsv")).map(|line| (line, OnceLock::new())).collect());

/// The name in a line of the list.
fn read(line: &'static str) -> Known {
    let mut cells = line.split('\t').map(|cell| if cell == "-" { "" } else { cell });
    let mut cell = || cells.next().unwrap_or("");
    let (kind, press, language, original, forms) = (cell(), cell(), cell(), cell(), cell());
    Known {
        press,
        kind: match kind {
            "m" => Kind::Man,
            "f" => Kind::Woman,
            _ => Kind::Body,
        },
        language,
        original,
        also: forms.split_whitespace().filter(|form| !form.starts_with('!')).collect(),
        sister: forms.split_whitespace().filter_map(|form| form.strip_prefix('!')).collect(),
    }
}

/// The well-known name whose number stands in a table.
fn numbered(number: &str) -> Option<&'static Known> {
    let (line, known) = PRESS.get(number.parse::<usize>().ok()?)?;
    Some(known.get_or_init(|| read(line)))
}

/// All well-known names.
pub fn known() -> impl Iterator<Item = &'static Known> {
    PRESS.iter().map(|(line, known)| known.get_or_init(|| read(line)))
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

/// [`fold`], borrowed from a word in small letters of ASCII.
fn folded(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|byte| byte.is_ascii_lowercase()) { name.into() } else { fold(name).into() }
}

/// The well-known names whose surname (accents and case aside) is `name`.
pub fn by_surname(name: &str) -> impl Iterator<Item = &'static Known> + use<> {
    let cell = FORMS.get(&folded(name)).and_then(|row| row.split('\t').next()).unwrap_or("");
    cell.split(' ').filter_map(numbered)
}

/// The well-known names that are also met as `name`: listed spellings and those the schemes give.
pub fn by_form(name: &str) -> impl Iterator<Item = &'static Known> + use<> {
    met(name).map(|(known, _)| known)
}

/// [`by_form`], each with the place in `SCHEMES` of the first scheme that gives `name`.
pub(crate) fn met(name: &str) -> impl Iterator<Item = (&'static Known, Option<usize>)> + use<> {
    let cell = FORMS.get(&folded(name)).and_then(|row| row.split('\t').nth(1)).unwrap_or("");
    cell.split(' ').filter_map(|cell| {
        let (n, scheme) = cell.split_once(':').map_or((cell, None), |(n, scheme)| (n, scheme.parse().ok()));
        Some((numbered(n)?, scheme))
    })
}

/// The well-known people whose surname has the key `key` (see [`skeleton`](crate::names::skeleton)).
pub(crate) fn by_key(key: &str) -> impl Iterator<Item = &'static Known> + use<> {
    KEYS.get(key).unwrap_or("").split(' ').filter_map(numbered)
}

/// The well-known name that both words are spellings of, if any.
pub fn shared(a: &str, b: &str) -> Option<&'static Known> {
    let of = |name: &str| by_surname(name).chain(by_form(name)).collect::<Vec<_>>();
    let (x, y) = (of(a), of(b));
    x.into_iter().find(|k| y.iter().any(|l| std::ptr::eq(*k, *l)))
}

/// Whether `name` is the surname of a well-known name as the press prints it.
pub fn is_press(name: &str) -> bool {
    FORMS.get(&fold(name)).is_some_and(|row| !row.starts_with('\t'))
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
