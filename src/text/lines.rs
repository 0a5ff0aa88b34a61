//! Bytes to lines and columns: the only converter of positions.

/// The starts of the lines of one text; a line ends after `\n`, `\r\n` or a lone `\r`.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    starts: Vec<usize>,
    /// Scalars before each block of [`BLOCK`] bytes; empty when the text is ASCII.
    scalars: Vec<usize>,
}

/// Bytes between two counts of scalars, so that a place in a very long line is found at once.
const BLOCK: usize = 256;

/// A position for people and spreadsheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalars, from 1.
    pub column: usize,
}

impl Lines {
    /// Reads the line starts of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        let mut at = 0;
        while let Some(length) = bytes[at..].iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            at += length + 1;
            if bytes[at - 1] == b'\n' || bytes.get(at) != Some(&b'\n') {
                starts.push(at);
            }
        }
        let mut scalars = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for block in bytes.chunks(BLOCK) {
                scalars.push(count);
                count += scalars_in(block);
            }
        }
        Lines { starts, scalars }
    }

    /// The position of a byte of the text that was read; bytes past the end count as the end.
    #[must_use]
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let byte = byte.min(text.len());
        let line = self.starts.partition_point(|start| *start <= byte) - 1;
        let column = self.scalars_before(text, byte) - self.scalars_before(text, self.starts[line]);
        Position { line: line + 1, column: column + 1 }
    }

    fn scalars_before(&self, text: &str, byte: usize) -> usize {
        let block = byte / BLOCK;
        match self.scalars.get(block) {
            Some(count) => count + scalars_in(&text.as_bytes()[block * BLOCK..byte]),
            None if self.scalars.is_empty() => byte,
            None => {
                self.scalars.last().copied().unwrap_or(0)
                    + scalars_in(&text.as_bytes()[(self.scalars.len() - 1) * BLOCK..byte])
            }
        }
    }

    /// The bytes of line `line` (from 1), without its line end.
    #[must_use]
    pub fn range(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.starts.get(index)) else {
            return text.len()..text.len();
        };
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        let body = text[start..end].trim_end_matches(['\n', '\r']);
        start..start + body.len()
    }

    /// How many lines there are (an empty text has one).
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

/// Scalars that begin in these bytes of UTF-8.
fn scalars_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_scalars_and_line_ends_of_every_kind() {
        let text = "a\r\né😀x\rz\n";
        let lines = Lines::of(text);
        assert_eq!(lines.position(text, 0), Position { line: 1, column: 1 });
        let x = text.find('x').expect("in the text");
        assert_eq!(lines.position(text, x), Position { line: 2, column: 3 });
        let z = text.find('z').expect("in the text");
        assert_eq!(lines.position(text, z), Position { line: 3, column: 1 });
        assert_eq!(&text[lines.range(text, 2)], "é😀x");
        assert_eq!(lines.count(), 4);
    }

    #[test]
    fn columns_of_very_long_lines() {
        let text = "é😀x".repeat(5_000) + "\nend";
        let lines = Lines::of(&text);
        let at = "é😀x".len() * 4_000;
        assert_eq!(lines.position(&text, at), Position { line: 1, column: 12_001 });
        assert_eq!(lines.position(&text, text.len()), Position { line: 2, column: 4 });
    }
}
