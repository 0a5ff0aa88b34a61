//! Sorted tables of text inside the program, searched by bisection over bytes.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHasher;

use crate::text::memo::Memo;

/// A table with one row a line, sorted by bytes and ended by a line feed; its first line is a comment that names source and licence.
pub(crate) struct Table {
    text: &'static str,
    /// Made at the first question, in about 20 microseconds: the first eight bytes and the place of one row in every
    /// `BLOCK` bytes.
    blocks: OnceLock<Vec<(u64, usize)>>,
}

/// Which table was asked, by the address of its text, and the hash of the key.
type Question = (usize, u64);

/// Bytes of text for one entry of the index.
const BLOCK: usize = 256;

impl Table {
    /// A table over `text`, which must hold a comment line and then lines in byte order, each ended by a line feed.
    pub(crate) const fn new(text: &'static str) -> Table {
        Table { text, blocks: OnceLock::new() }
    }

    /// The rows, in order, without the comment.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &'static str> {
        self.text.lines().skip(1)
    }

    /// What follows the tab after `key` in the row that starts with `key`; none when there is no such row.
    /// `key` may span several fields joined by tabs. Time: logarithmic in the size of the table.
    pub(crate) fn get(&self, key: &str) -> Option<&'static str> {
        let row = self.find(key)?;
        self.text.get(row.start + key.len() + 1..row.end)
    }

    /// Whether a row is `key` alone or starts with `key` and a tab. Time: as [`Table::get`].
    pub(crate) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// The bytes of the row that is `key` or starts with `key` and a tab, without its line feed; each thread remembers
    /// what it asked.
    fn find(&self, key: &str) -> Option<Range<usize>> {
        thread_local! {
            static ASKED: Memo<Question, Option<Range<usize>>> = Memo::default();
        }
        let mut hasher = FxHasher::default();
        key.hash(&mut hasher);
        let question = (self.text.as_ptr() as usize, hasher.finish());
        ASKED.with(|asked| asked.get(question, || self.search(key)))
    }

    fn search(&self, key: &str) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        let key = key.as_bytes();
        let blocks = self.blocks.get_or_init(|| index(bytes));
        // All rows with this key start with the bytes between these two numbers.
        let (least, most) = bounds(key);
        let first = blocks.partition_point(|block| block.0 < least);
        let beyond = first + blocks[first..].partition_point(|block| block.0 <= most);
        // Invariant: `low` and `high` are starts of lines; the row, if there is one, starts in low..high.
        let mut low = blocks.get(first.saturating_sub(1))?.1;
        let mut high = blocks.get(beyond).map_or(bytes.len(), |block| block.1);
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |at| low + at + 1);
            let end = bytes[middle..high].iter().position(|&b| b == b'\n').map_or(high, |at| middle + at);
            match compare(&bytes[start..end], key) {
                Ordering::Equal => return Some(start..end),
                Ordering::Less => low = (end + 1).min(high),
                Ordering::Greater => high = start,
            }
        }
        None
    }
}

fn index(bytes: &[u8]) -> Vec<(u64, usize)> {
    let mut blocks = Vec::with_capacity(bytes.len() / BLOCK + 1);
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| rest.iter().position(|&b| b == b'\n')) {
        let start = from + at + 1;
        if start < bytes.len() {
            blocks.push((eight(&bytes[start..], 0), start));
        }
        from = start + BLOCK;
    }
    blocks
}

/// The first eight bytes as a number that sorts as they do; `fill` stands for missing ones.
fn eight(bytes: &[u8], fill: u8) -> u64 {
    let mut first = [fill; 8];
    let length = bytes.len().min(8);
    first[..length].copy_from_slice(&bytes[..length]);
    u64::from_be_bytes(first)
}

/// The least and the greatest first eight bytes of a row that is `key` or starts with `key` and a tab, its line feed counted.
fn bounds(key: &[u8]) -> (u64, u64) {
    let length = key.len().min(8);
    let mut row = [0; 8];
    row[..length].copy_from_slice(&key[..length]);
    if length == 8 {
        return (eight(&row, 0), eight(&row, 0));
    }
    let used = length + 1;
    row[length] = b'\t';
    let least = eight(&row[..used], 0);
    row[length] = b'\n';
    (least, eight(&row[..used], 0xff))
}

/// Whether `row` is `key`, alone or before a tab (equal), or comes before or after it in byte order.
fn compare(row: &[u8], key: &[u8]) -> Ordering {
    if row.starts_with(key) && row.get(key.len()).is_none_or(|next| *next == b'\t') {
        return Ordering::Equal;
    }
    row.cmp(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_nothing_else() {
        let table = Table::new("# head\na\t1\nab\t2\nab-c\t3\nabc\t4\nb\tx\t5\nb\ty\t6\n");
        for (key, value) in [("a", "1"), ("ab", "2"), ("ab-c", "3"), ("abc", "4"), ("b\tx", "5"), ("b\ty", "6")] {
            assert_eq!(table.get(key), Some(value), "{key}");
        }
        for key in ["", "0", "aa", "ab-", "abcd", "c", "b\tz", "abcdefghijkl"] {
            assert_eq!(table.get(key), None, "{key}");
        }
        assert_eq!(Table::new("# head\n").get("a"), None);
        let table = Table::new("# head\na\nab\nab-c\nabcdefgh\nabcdefghi\nb\n");
        for key in ["a", "ab", "ab-c", "abcdefgh", "abcdefghi", "b"] {
            assert!(table.has(key), "{key}");
        }
        for key in ["", "aa", "ab-", "abc", "abcdefg", "abcdefghj", "c"] {
            assert!(!table.has(key), "{key}");
        }
    }
}
