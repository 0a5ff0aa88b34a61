//! Inverted romanisation: which Cyrillic originals a Latin spelling can stand for, and in which schemes.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::names::cyrillic;
use crate::names::scheme::Side;

/// A set of schemes: bit n stands for `SCHEMES[n]`.
pub type SchemeSet = u64;

/// The places of the set bits of `set`.
pub fn bits(set: SchemeSet) -> impl Iterator<Item = usize> {
    (0..64).filter(move |n| set & (1 << n) != 0)
}

/// A Cyrillic original of a Latin spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The Cyrillic word, lower-case.
    pub cyrillic: String,
    /// ISO 639-1 code of its language.
    pub language: &'static str,
    /// The schemes that write it exactly as the spelling does.
    pub schemes: SchemeSet,
}

struct Entry {
    latin: Vec<char>,
    cyrillic: Vec<char>,
    left: Side,
    schemes: SchemeSet,
}

struct Inverse {
    language: &'static str,
    all: SchemeSet,
    by_first: FxHashMap<char, Vec<Entry>>,
}

/// More candidates than this are not followed: no real name needs them.
const MOST: usize = 4_000;

static INVERSE: LazyLock<Vec<Inverse>> = LazyLock::new(|| {
    let mut out: Vec<Inverse> = Vec::new();
    for row in include_str!("tables/made/inverse.tsv").lines().skip(1) {
        let mut cells = row.split('\t');
        let mut cell = || cells.next().unwrap_or("");
        let (language, latin, cyrillic, left) = (cell(), cell(), cell(), cell());
        let schemes = SchemeSet::from_str_radix(cell(), 16).unwrap_or(0);
        if out.last().is_none_or(|inverse| inverse.language != language) {
            out.push(Inverse { language, all: 0, by_first: FxHashMap::default() });
        }
        let (Some(inverse), Some(first)) = (out.last_mut(), latin.chars().next()) else { continue };
        inverse.all |= schemes;
        let left = match left {
            "-" => Side::Any,
            "^" => Side::Edge,
            set => Side::OneOf(set.chars().collect()),
        };
        inverse.by_first.entry(first).or_default().push(Entry {
            latin: latin.chars().collect(),
            cyrillic: cyrillic.chars().collect(),
            left,
            schemes,
        });
    }
    out
});

struct Walk<'a> {
    inverse: &'a Inverse,
    token: &'a [char],
    word: Vec<char>,
    soft: usize,
    found: Vec<(String, SchemeSet)>,
    /// how often the end of the token was reached
    ends: usize,
    steps: usize,
}

impl Walk<'_> {
    fn go(&mut self, at: usize, schemes: SchemeSet) {
        self.steps += 1;
        if self.steps > 20 * MOST || self.ends >= MOST {
            return;
        }
        if at == self.token.len() {
            self.ends += 1;
            if cyrillic::possible(&self.word, self.inverse.language) {
                // Two bytes a letter.
                let mut word = String::with_capacity(2 * self.word.len());
                self.word.iter().for_each(|letter| word.push(*letter));
                self.found.push((word, schemes));
            }
        }
        // a soft sign that the scheme does not write: at most one, after a consonant
        if self.soft == 0
            && at > 0
            && matches!(self.inverse.language, "ru" | "uk" | "be")
            && self.word.last().is_some_and(|c| {
                matches!(
                    c,
                    'б' | 'в' | 'г' | 'ґ' | 'д' | 'з' | 'к' | 'л' | 'м' | 'н' | 'п' | 'р' | 'с' | 'т' | 'ф' | 'ц'
                )
            })
        {
            self.soft = 1;
            self.word.push('ь');
            self.go(at, schemes);
            self.word.pop();
            self.soft = 0;
        }
        let Some(entries) = self.token.get(at).and_then(|c| self.inverse.by_first.get(c)) else { return };
        for entry in entries {
            let left = schemes & entry.schemes;
            if left != 0 && self.token[at..].starts_with(&entry.latin) && self.holds(&entry.left) {
                self.word.extend(&entry.cyrillic);
                self.go(at + entry.latin.len(), left);
                self.word.truncate(self.word.len() - entry.cyrillic.len());
            }
        }
    }

    fn holds(&self, side: &Side) -> bool {
        match (side, self.word.last()) {
            (Side::Any, _) => true,
            (Side::Edge, last) => last.is_none(),
            (Side::OneOf(set), Some(c)) => set.contains(c),
            (Side::OneOf(_), None) => false,
        }
    }
}

/// The Cyrillic words that a lower-case Latin spelling may stand for in one language, or in all; not yet written back to prove it.
pub(super) fn decode(spelled: &str, language: Option<&str>) -> Vec<Original> {
    let token: Vec<char> = spelled.chars().collect();
    let mut out: Vec<Original> = Vec::new();
    for inverse in INVERSE.iter().filter(|inverse| language.is_none_or(|language| inverse.language == language)) {
        let mut walk = Walk { inverse, token: &token, word: Vec::new(), soft: 0, found: Vec::new(), ends: 0, steps: 0 };
        walk.go(0, inverse.all);
        let start = out.len();
        walk.found.sort_unstable();
        for (cyrillic, schemes) in walk.found {
            match out[start..].last_mut() {
                Some(o) if o.cyrillic == cyrillic => o.schemes |= schemes,
                _ => out.push(Original { cyrillic, language: inverse.language, schemes }),
            }
        }
    }
    out
}
