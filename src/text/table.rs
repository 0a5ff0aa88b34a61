//! Sorted tables of text inside the program: searched by bisection at first, by hash once much is asked.

use std::cmp::Ordering;
use std::hash::Hasher;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use rustc_hash::FxHasher;

/// A table with one row a line, sorted by bytes and ended by a line feed; its first line is a comment that names source and licence.
pub(crate) struct Table {
    text: &'static str,
    /// How often it was asked before `index` was made.
    asked: AtomicU32,
    /// Made at the first question, in about 20 microseconds: the first eight bytes and the place of one row in every
    /// `BLOCK` bytes.
    blocks: OnceLock<Vec<(u64, usize)>>,
    /// Made when the table was asked `MANY` times: all rows by their first fields.
    index: OnceLock<Index>,
}

/// Questions after which it pays to read the whole table.
const MANY: u32 = 4096;

/// Bytes of text for one entry of the blocks.
const BLOCK: usize = 256;

impl Table {
    /// A table over `text`, which must hold a comment line and then lines in byte order, each ended by a line feed.
    pub(crate) const fn new(text: &'static str) -> Table {
        Table { text, asked: AtomicU32::new(0), blocks: OnceLock::new(), index: OnceLock::new() }
    }

    /// The rows, in order, without the comment.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &'static str> {
        self.text.lines().skip(1)
    }

    /// What follows the tab after `key` in the row that starts with `key`; none when there is no such row.
    /// `key` may span several fields joined by tabs. Time: logarithmic in the size of the table.
    pub(crate) fn get(&self, key: &str) -> Option<&'static str> {
        let after = self.text[self.find(key)? + key.len()..].strip_prefix('\t')?;
        Some(after.find('\n').map_or(after, |end| &after[..end]))
    }

    /// Whether a row is `key` alone or starts with `key` and a tab. Time: as [`Table::get`].
    pub(crate) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Where the row begins that is `key` or starts with `key` and a tab.
    fn find(&self, key: &str) -> Option<usize> {
        if let Some(index) = self.index.get() {
            return index.find(self.text.as_bytes(), key.as_bytes());
        }
        if self.asked.fetch_add(1, Relaxed) >= MANY {
            self.index.get_or_init(|| Index::of(self.text));
        }
        self.search(key)
    }

    fn search(&self, key: &str) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let key = key.as_bytes();
        let blocks = self.blocks.get_or_init(|| blocks(bytes));
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
                Ordering::Equal => return Some(start),
                Ordering::Less => low = (end + 1).min(high),
                Ordering::Greater => high = start,
            }
        }
        None
    }
}

/// The rows of a table by the hash of their first field: an open table, in which the slot of a hash is at its low bits or
/// after, with its high bits and the place of the first such row; place 0, which is the comment's, is free.
struct Index(Vec<(u32, u32)>);

impl Index {
    fn of(text: &str) -> Self {
        let size = (2 * text.lines().count()).next_power_of_two();
        let mut slots = vec![(0, 0); size];
        let mut start = 0;
        let mut before = "";
        for row in text.split_inclusive('\n') {
            let first = first_field(row.trim_end_matches('\n').as_bytes());
            if start > 0 && first != first_field(before.as_bytes()) {
                let hash = hash_of(first);
                let mut slot = hash as usize & (size - 1);
                while slots[slot].1 != 0 {
                    slot = (slot + 1) & (size - 1);
                }
                slots[slot] = ((hash >> 32) as u32, start as u32);
            }
            start += row.len();
            before = row;
        }
        Index(slots)
    }

    /// Where the row begins that is `key` or starts with `key` and a tab.
    fn find(&self, bytes: &[u8], key: &[u8]) -> Option<usize> {
        let first = first_field(key);
        let hash = hash_of(first);
        let mut slot = hash as usize & (self.0.len() - 1);
        while self.0[slot].1 != 0 {
            let (high, start) = self.0[slot];
            let mut start = start as usize;
            if high == (hash >> 32) as u32 && opens(&bytes[start..], first) {
                while !opens(&bytes[start..], key) {
                    start += bytes[start..].iter().position(|byte| *byte == b'\n')? + 1;
                    if !opens(&bytes[start..], first) {
                        return None;
                    }
                }
                return Some(start);
            }
            slot = (slot + 1) & (self.0.len() - 1);
        }
        None
    }
}

fn hash_of(key: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(key);
    hasher.finish()
}

/// True when the first row of `rows` is `key` or starts with `key` and a tab.
fn opens(rows: &[u8], key: &[u8]) -> bool {
    rows.starts_with(key) && matches!(rows.get(key.len()), Some(b'\t' | b'\n'))
}

/// What stands before the first tab or line feed.
fn first_field(row: &[u8]) -> &[u8] {
    row.split(|byte| matches!(byte, b'\t' | b'\n')).next().unwrap_or(row)
}

fn blocks(bytes: &[u8]) -> Vec<(u64, usize)> {
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
    fn every_row_is_found_and_nothing_else_before_and_after_the_index_is_made() {
        let (pairs, words, empty) = (
            Table::new("# head\na\t1\nab\t2\nab-c\t3\nabc\t4\nb\tx\t5\nb\ty\t6\n"),
            Table::new("# head\na\nab\nab-c\nabcdefgh\nabcdefghi\nb\n"),
            Table::new("# head\n"),
        );
        for indexed in [false, true] {
            for table in [&pairs, &words, &empty] {
                assert_eq!(table.index.get().is_some(), indexed);
            }
            for (key, value) in [("a", "1"), ("ab", "2"), ("ab-c", "3"), ("abc", "4"), ("b\tx", "5"), ("b\ty", "6")] {
                assert_eq!(pairs.get(key), Some(value), "{key}");
            }
            for key in ["", "0", "aa", "ab-", "abcd", "c", "b\tz", "abcdefghijkl"] {
                assert_eq!(pairs.get(key), None, "{key}");
            }
            for key in ["a", "ab", "ab-c", "abcdefgh", "abcdefghi", "b"] {
                assert!(words.has(key), "{key}");
            }
            for key in ["", "aa", "ab-", "abc", "abcdefg", "abcdefghj", "c"] {
                assert!(!words.has(key), "{key}");
            }
            assert_eq!(empty.get("a"), None);
            for table in [&pairs, &words, &empty] {
                (0..MANY).for_each(|_| assert!(!table.has("zero")));
            }
        }
    }
}
