//! Rare English words, for the one question whether a word is English at all.

use super::lemma;
use crate::text::memo::Memo;
use crate::text::table::Table;

/// A word a line, in byte order.
static RARE: Table = Table::new(include_str!("tables/rare.tsv"));

/// Endings that the table leaves out, with what the listed word has in their place.
const ENDINGS: [(&str, &str); 18] = [
    ("s", ""),
    ("es", ""),
    ("d", ""),
    ("ed", ""),
    ("r", ""),
    ("er", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ness", ""),
    ("less", ""),
    ("like", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ism", ""),
    ("ist", ""),
    ("ity", ""),
    ("able", ""),
];

/// Whether a word is English by the large list: what [`lemma::known`] knows, words of science, dialect and fashion
/// beside it, and their regular forms. Words that start with a capital should not be asked.
#[must_use]
pub fn known(word: &str) -> bool {
    if lemma::known(word) {
        return true;
    }
    let word = &*lemma::lowered(word);
    RARE.has(word)
        || ENDINGS.iter().any(|(ending, instead)| {
            word.strip_suffix(ending).is_some_and(|stem| stem.len() > 2 && RARE.has(&format!("{stem}{instead}")))
        })
}

/// [`known`], remembered by each thread: `key` is the hash of the word's look-up form
/// ([`key_hash`](crate::text::fold::key_hash)). For words in small letters.
#[must_use]
pub fn known_key(key: u64, word: &str) -> bool {
    thread_local! {
        static KNOWN: Memo<u64, bool> = Memo::default();
    }
    KNOWN.with(|memo| memo.get(key, || known(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_holds_no_form_of_its_own_words() {
        let rows: Vec<_> = RARE.rows().collect();
        assert!(rows.windows(2).all(|pair| pair[0].as_bytes() < pair[1].as_bytes()));
        for row in rows.iter().step_by(97) {
            assert!(known(row), "{row}");
        }
    }

    #[test]
    fn rare_words_and_their_forms_are_english_and_others_are_not() {
        for word in ["mesotheliomas", "aardwolf", "podcasters", "communiqué", "doppelgangers"] {
            assert!(known(word), "{word}");
        }
        for word in ["landbouwplastic", "gezelligheid", "sind", "molto", "schnell"] {
            assert!(!known(word), "{word}");
        }
    }
}
