//! One input: a file or standard input, decoded, with its lines.

use std::sync::Arc;

use crate::document::encoding::{self, Home};
use crate::text::lines::{Lines, Position};
use crate::text::span::Span;

/// One input's decoded text and the way back to its bytes.
#[derive(Debug)]
pub struct Input {
    /// The path as it was given, or `<stdin>`.
    pub name: String,
    /// The decoded text, without byte order mark.
    pub text: String,
    /// Its lines.
    pub lines: Lines,
    /// The way back to the file.
    pub home: Home,
}

/// A place in one input.
#[derive(Debug, Clone)]
pub struct Place {
    /// The input.
    pub input: Arc<Input>,
    /// The bytes of its decoded text.
    pub span: Span,
}

/// Something a reader wants known: what it could not read, or had to guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The input's name.
    pub input: String,
    /// Where.
    pub position: Position,
    /// What.
    pub message: String,
}

impl Input {
    /// Decodes a file's bytes.
    ///
    /// # Errors
    /// When they are not text.
    pub fn read(name: &str, bytes: &[u8]) -> Result<(Self, Vec<Notice>), String> {
        let decoded = encoding::decode(bytes)?;
        let lines = Lines::of(&decoded.text);
        let notices = decoded
            .remarks
            .into_iter()
            .map(|(at, message)| Notice {
                input: name.to_owned(),
                position: lines.position(&decoded.text, at),
                message,
            })
            .collect();
        Ok((Input { name: name.to_owned(), text: decoded.text, lines, home: decoded.home }, notices))
    }

    /// The bytes of a span in the file as it is on disk.
    #[must_use]
    pub fn on_disk(&self, span: Span) -> Span {
        Span::new(self.home.disk(&self.text, span.start), self.home.disk(&self.text, span.end))
    }

    /// Line and column of a byte of the text.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        self.lines.position(&self.text, byte)
    }
}

impl Place {
    /// The text at the place.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.text.get(self.span.start..self.span.end).unwrap_or_default()
    }
}
