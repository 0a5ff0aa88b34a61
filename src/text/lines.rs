//! Bytes to lines and columns: the only converter of positions.

/// The starts of the lines of one text; a line ends after `\n`, `\r\n` or a lone `\r`.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    starts: Vec<usize>,
}

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
        for (at, byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(at + 1);
            }
        }
        Lines { starts }
    }

    /// The position of a byte of the text that was read; bytes past the end count as the end.
    #[must_use]
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let byte = byte.min(text.len());
        let line = self.starts.partition_point(|start| *start <= byte) - 1;
        let head = text.get(self.starts[line]..byte).unwrap_or_default();
        Position { line: line + 1, column: head.chars().count() + 1 }
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
}
