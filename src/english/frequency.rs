//! How common a word is: hits per million words of human news English.

use crate::text::table::Table;

/// `word TAB hits per million`, words of 20 and more.
static COMMON: Table = Table::new(include_str!("tables/common.tsv"));

/// How often a lower-case word stands in a million words of human news English; 0 for fewer than 20 times.
#[must_use]
pub fn per_million(word: &str) -> u32 {
    COMMON.get(word).and_then(|count| count.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_word_is_found() {
        let rows: Vec<_> = COMMON.rows().collect();
        assert!(rows.windows(2).all(|pair| pair[0].as_bytes() < pair[1].as_bytes()));
        for (word, count) in rows.iter().filter_map(|row| row.split_once('\t')) {
            assert_eq!(per_million(word).to_string(), count);
        }
        assert!(per_million("the") > 10_000 && per_million("sesquipedalian") == 0);
    }
}
