//! Chinese names: the same syllables in Pinyin, Wade-Giles, and through Russian and Czech.

use std::collections::HashSet;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::names::table;
use crate::text::fold::fold;

/// A system of writing Chinese in Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// The standard of the People's Republic and of the English press.
    Pinyin,
    /// The older English system, still used in Taiwan.
    WadeGiles,
    /// Through the Russian Palladius system.
    Russian,
    /// The Czech system.
    Czech,
}

impl System {
    /// What a news editor calls it.
    pub fn label(self) -> &'static str {
        match self {
            System::Pinyin => "Pinyin",
            System::WadeGiles => "Wade-Giles",
            System::Russian => "through Russian",
            System::Czech => "Czech form",
        }
    }
}

const SYSTEMS: [System; 4] = [System::Pinyin, System::WadeGiles, System::Russian, System::Czech];

type Syllables = FxHashMap<&'static str, Vec<&'static str>>;

/// For one system, by its place in [`SYSTEMS`]: syllable as written, and the Pinyin syllables it stands for.
fn syllables(system: usize) -> &'static Syllables {
    static SYLLABLES: [OnceLock<Syllables>; 4] = [const { OnceLock::new() }; 4];
    SYLLABLES[system].get_or_init(|| {
        let mut map = Syllables::default();
        for line in table::lines(include_str!("tables/chinese.tsv")) {
            let mut cells = line.split('\t');
            let Some(pinyin) = cells.clone().next() else { continue };
            let Some(written) = cells.nth(system) else { continue };
            let list = map.entry(written).or_default();
            if !list.contains(&pinyin) {
                list.push(pinyin);
            }
        }
        map
    })
}

/// Whether `word` is a sequence of Pinyin syllables (tones aside).
pub fn is_pinyin(word: &str) -> bool {
    let word = plain(word);
    syllables(0).contains_key(word.as_str()) || !readings(&word, 0).is_empty()
}

/// Whether the one syllable `word` is how a system other than Pinyin writes the Pinyin syllable `pinyin`.
pub(crate) fn is_written(word: &str, pinyin: &str) -> bool {
    let (word, pinyin) = (plain(word), plain(pinyin));
    word != pinyin
        && (1..SYSTEMS.len())
            .any(|n| syllables(n).get(word.as_str()).is_some_and(|list| list.contains(&pinyin.as_str())))
}

/// Whether two different words are one Chinese word in two systems; `None` when not, else the systems.
/// At least one of the two must be Pinyin, and the word must have two syllables or more.
pub fn same(a: &str, b: &str) -> Option<(System, System)> {
    let (a, b) = (plain(a), plain(b));
    if a.len().min(b.len()) < 6 {
        return None;
    }
    for (x, y, turned) in [(&a, &b, false), (&b, &a, true)] {
        let pinyin = readings(x, 0);
        if pinyin.is_empty() {
            continue;
        }
        for (n, system) in SYSTEMS.iter().enumerate().skip(1) {
            if readings(y, n).iter().any(|r| pinyin.contains(r)) {
                return Some(if turned { (*system, System::Pinyin) } else { (System::Pinyin, *system) });
            }
        }
    }
    None
}

fn plain(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphabetic()).collect()
}

/// The Pinyin readings of a word written in one system, syllables joined with a dot; only readings of two syllables or more.
fn readings(word: &str, system: usize) -> HashSet<String> {
    let mut found = HashSet::new();
    if word.is_ascii() && word.len() <= 24 {
        walk(word, system, &mut Vec::new(), &mut found);
    }
    found
}

fn walk(rest: &str, system: usize, path: &mut Vec<&'static str>, found: &mut HashSet<String>) {
    if found.len() > 64 {
        return;
    }
    if rest.is_empty() {
        if path.len() >= 2 {
            found.insert(path.join("."));
        }
        return;
    }
    for length in 1..=rest.len().min(7) {
        if let Some(list) = syllables(system).get(&rest[..length]) {
            for syllable in list {
                path.push(syllable);
                walk(&rest[length..], system, path, found);
                path.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_meet() {
        assert_eq!(same("Zedong", "Tse-tung"), Some((System::Pinyin, System::WadeGiles)));
        assert_eq!(same("Tszinpin", "Jinping"), Some((System::Russian, System::Pinyin)));
        assert_eq!(same("Xiaoping", "Hsiao-p'ing"), Some((System::Pinyin, System::WadeGiles)));
        assert!(is_pinyin("Keqiang") && !is_pinyin("Tikhanovskaya"));
        assert_eq!(same("Keqiang", "Xiaoping"), None);
    }
}
