//! English words that make no names: common words, titles, calendar words, demonym endings.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::names::table;
use crate::text::table::Table;

static COMMON: Table = Table::new(include_str!("tables/common_words.tsv"));

/// One of the word lists of the table.
type List = LazyLock<FxHashSet<&'static str>>;

static TITLES: List = List::new(|| list("title"));
static OFFICES: List = List::new(|| list("office"));
static CALENDAR: List = List::new(|| list("calendar"));
static PEOPLES: List = List::new(|| list("people"));
static ENDINGS: List = List::new(|| list("ending"));
static PARTICLES: List = List::new(|| list("particle"));
static SKIPPED: List = List::new(|| list("skipped"));
static UKRAINIAN: List = List::new(|| list("ukrainian"));
static RECENT: List = List::new(|| list("recent"));

/// The words of a kind.
fn list(kind: &str) -> FxHashSet<&'static str> {
    let rows = table::rows(include_str!("tables/english.tsv")).filter(|row| row[0] == kind);
    rows.flat_map(|row| row[1].split(' ')).collect()
}

/// Whether a lower-case word may stand inside a name (van, de, al).
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(word)
}

/// Whether a folded word may be missing from one spelling of a name (al, bin, de, Mr).
pub fn is_skipped(word: &str) -> bool {
    SKIPPED.contains(word)
}

/// The peoples, folded.
pub(crate) fn peoples() -> impl Iterator<Item = &'static str> {
    PEOPLES.iter().copied()
}

/// Whether a word names a people: it is no spelling of anything else.
pub fn is_people(folded: &str) -> bool {
    PEOPLES.contains(folded)
}

/// Whether `word` is a place of Ukraine as it romanises it (Kharkiv).
pub fn is_ukrainian(word: &str) -> bool {
    UKRAINIAN.contains(word)
}

/// Whether `word` names somebody or something that stands in texts since 2019 (Zelensky).
pub fn is_recent(word: &str) -> bool {
    RECENT.contains(word)
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
    TITLES.contains(word.trim_end_matches('.'))
}

/// Whether a capitalised word is an office that ends what stands before a name (Belarusian President Lukashenko).
pub fn is_office(word: &str) -> bool {
    OFFICES.contains(word.trim_end_matches('.'))
}

/// Whether a capitalised word belongs to the calendar and the like.
pub fn is_calendar(word: &str) -> bool {
    CALENDAR.contains(word)
}

/// Whether two folded words are a name and a word derived from it (Iceland, Icelandic; Republican, Republicans), which is no clash.
pub fn derived(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum::<usize>();
    // the shared stem may be shortened by up to three letters (Italy, Italian; Turkey, Turkish; Spain, Spanish)
    let stem_ok = |at: usize| {
        let (x, y) = (&a[at..], &b[at..]);
        let known = |end: &str| end.is_empty() || ENDINGS.contains(end);
        let vowel = |end: &str, other: &str| {
            matches!(end, "a" | "e" | "o" | "us" | "os" | "as" | "um") && other.len() >= 2 && ENDINGS.contains(other)
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
