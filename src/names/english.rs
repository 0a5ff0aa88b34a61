//! English words that make no names: common words, titles, calendar words, demonym endings.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::names::table;
use crate::text::table::Table;

static COMMON: Table = Table::new(include_str!("tables/common_words.tsv"));

struct Lists(FxHashMap<&'static str, FxHashSet<&'static str>>);

impl Lists {
    fn has(&self, kind: &str, word: &str) -> bool {
        self.0.get(kind).is_some_and(|words| words.contains(word))
    }
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    Lists(table::rows(include_str!("tables/english.tsv")).map(|row| (row[0], row[1].split(' ').collect())).collect())
});

/// Whether a lower-case word may stand inside a name (van, de, al).
pub fn is_particle(word: &str) -> bool {
    LISTS.has("particle", word)
}

/// Whether a folded word may be missing from one spelling of a name (al, bin, de, Mr).
pub fn is_skipped(word: &str) -> bool {
    LISTS.has("skipped", word)
}

/// Whether a word names a people: it is no spelling of anything else.
pub fn is_people(folded: &str) -> bool {
    LISTS.has("people", folded)
}

/// Whether `word` is a place of Ukraine as it romanises it (Kharkiv).
pub fn is_ukrainian(word: &str) -> bool {
    LISTS.has("ukrainian", word)
}

/// Whether `word` names somebody or something that stands in texts since 2019 (Zelensky).
pub fn is_recent(word: &str) -> bool {
    LISTS.has("recent", word)
}

/// Whether English news text writes the lower-case word `word` in lower case as a rule.
pub fn is_common(word: &str) -> bool {
    COMMON.has(word)
}

/// Whether a word is a pronoun with a verb drawn into it (I've, It's, We'll).
pub fn is_contraction(word: &str) -> bool {
    word.split_once(['\'', '’']).is_some_and(|(head, tail)| {
        matches!(tail.to_ascii_lowercase().as_str(), "ve" | "m" | "d" | "ll" | "re" | "t" | "s")
            && (head == "I" || is_common(&head.to_lowercase()))
    })
}

/// Whether a capitalised word is a title or an office that stands before a name.
pub fn is_title(word: &str) -> bool {
    LISTS.has("title", word.trim_end_matches('.'))
}

/// Whether a capitalised word belongs to the calendar and the like.
pub fn is_calendar(word: &str) -> bool {
    LISTS.has("calendar", word)
}

/// Whether two folded words are a name and a word derived from it (Iceland, Icelandic; Republican, Republicans), which is no clash.
pub fn derived(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum::<usize>();
    // the shared stem may be shortened by up to three letters (Italy, Italian; Turkey, Turkish; Spain, Spanish)
    let stem_ok = |at: usize| {
        let (x, y) = (&a[at..], &b[at..]);
        let known = |end: &str| end.is_empty() || LISTS.has("ending", end);
        let vowel = |end: &str, other: &str| {
            matches!(end, "a" | "e" | "o" | "us" | "os" | "as" | "um") && other.len() >= 2 && LISTS.has("ending", other)
        };
        known(x) && known(y) || vowel(x, y) || vowel(y, x)
    };
    shared >= 3
        && (shared.saturating_sub(2)..=shared)
            .any(|at| at >= 3 && a.is_char_boundary(at) && b.is_char_boundary(at) && stem_ok(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_words() {
        for (a, b) in [
            ("iceland", "icelandic"),
            ("muslim", "muslims"),
            ("russia", "russian"),
            ("china", "chinese"),
            ("italy", "italian"),
            ("republican", "republicans"),
            ("europe", "european"),
        ] {
            assert!(derived(a, b), "{a} {b}");
        }
        for (a, b) in [("tikhanovskaya", "tichanovskaja"), ("metsola", "metzola"), ("arestovych", "arestovich")] {
            assert!(!derived(a, b), "{a} {b}");
        }
    }
}
