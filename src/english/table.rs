//! Sorted tables of text inside the program, searched by bisection over bytes.

use std::cmp::Ordering;

/// A table with one row a line, sorted by bytes; its first line is a comment that names source and licence.
#[derive(Clone, Copy)]
pub(crate) struct Table {
    text: &'static str,
}

impl Table {
    /// A table over `text`, which must hold a comment line and then lines in byte order, each ended by a line feed.
    pub(crate) const fn new(text: &'static str) -> Table {
        Table { text }
    }

    /// The rows, in order, without the comment.
    pub(crate) fn rows(self) -> impl Iterator<Item = &'static str> {
        self.text.lines().skip(1)
    }

    /// What follows the tab after `key` in the row that starts with `key`; none when there is no such row.
    /// `key` may span several fields joined by tabs. Time: logarithmic in the size of the table.
    pub(crate) fn get(self, key: &str) -> Option<&'static str> {
        let bytes = self.text.as_bytes();
        let key = key.as_bytes();
        // Invariant: `low` and `high` are starts of lines; the row, if there is one, starts in low..high.
        let mut low = bytes.iter().position(|&b| b == b'\n')? + 1;
        let mut high = bytes.len();
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |at| low + at + 1);
            let end = bytes[middle..high].iter().position(|&b| b == b'\n').map_or(high, |at| middle + at);
            match compare(&bytes[start..end], key) {
                Ordering::Equal => return self.text.get(start + key.len() + 1..end),
                Ordering::Less => low = (end + 1).min(high),
                Ordering::Greater => high = start,
            }
        }
        None
    }
}

/// Whether `row` is `key` and a tab (equal), or comes before or after it in byte order.
fn compare(row: &[u8], key: &[u8]) -> Ordering {
    if row.len() > key.len() && row[key.len()] == b'\t' && row.starts_with(key) {
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
        for key in ["", "0", "aa", "ab-", "abcd", "c", "b\tz"] {
            assert_eq!(table.get(key), None, "{key}");
        }
    }
}
