//! Reports to bytes: one file a format, and the registry of them.

pub mod csv;
pub mod json;
pub mod pretty;

use std::io::{self, Write};

use crate::check::Report;

/// How a report looks on the way out.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Columns of the terminal.
    pub width: usize,
    /// Whether colours may be used.
    pub colour: bool,
}

/// One way to write a report.
pub struct Output {
    /// Its name for `--format`.
    pub name: &'static str,
    /// What it is for, for help texts.
    pub about: &'static str,
    /// Writes the whole report.
    pub write: fn(&Report, Look, &mut dyn Write) -> io::Result<()>,
}

/// All outputs; the first is the default.
pub const OUTPUTS: &[Output] = &[pretty::OUTPUT, csv::OUTPUT, json::OUTPUT];

/// The output of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Output> {
    OUTPUTS.iter().find(|output| output.name == name)
}
