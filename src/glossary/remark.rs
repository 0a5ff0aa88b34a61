//! What is said about a row of a glossary: where, how grave, and what to write.

use std::sync::Arc;

use crate::glossary::entry::Entry;
use crate::glossary::read::RowProblem;

/// How grave a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth a look; the row works.
    Warning,
    /// The row is refused, or cannot do what it says.
    Error,
}

/// One thing to be said about a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The file.
    pub file: Arc<str>,
    /// Its line, from 1.
    pub line: u64,
    /// The column's name; empty when the row as a whole is meant.
    pub column: String,
    /// How grave it is.
    pub weight: Weight,
    /// What is wrong and what to write.
    pub message: String,
}

impl Remark {
    /// A remark on a row.
    #[must_use]
    pub fn of(entry: &Entry, column: &str, weight: Weight, message: String) -> Self {
        let (file, line) = (Arc::clone(&entry.place.file), entry.place.line);
        Remark { file, line, column: column.to_owned(), weight, message }
    }
}

impl From<RowProblem> for Remark {
    fn from(problem: RowProblem) -> Self {
        let weight = if problem.refused { Weight::Error } else { Weight::Warning };
        let RowProblem { file, line, column, message, .. } = problem;
        Remark { file, line, column, weight, message }
    }
}

impl std::fmt::Display for Remark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let weight = match self.weight {
            Weight::Error => "error",
            Weight::Warning => "warning",
        };
        write!(f, "{}:{}: {weight}: ", self.file, self.line)?;
        if !self.column.is_empty() {
            write!(f, "column {}: ", self.column)?;
        }
        write!(f, "{}", self.message)
    }
}
