//! TBX term bases (ISO 30042): version 2 (`martif`) and version 3 (`tbx`; dialects Core, Min, Basic; both styles).

mod concept;
mod judge;
mod model;
mod tree;
pub mod write;

use std::sync::Arc;

use crate::document::encoding;
use crate::glossary::read::{RowProblem, Rows};

/// How many broken constraints a refusal names.
const NAMED: usize = 20;

/// True when a glossary file is a term base: by its ending, or because it begins as XML does.
#[must_use]
pub fn is_tbx(file: &str, bytes: &[u8]) -> bool {
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = body.iter().find(|byte| !byte.is_ascii_whitespace());
    first == Some(&b'<') || file.to_ascii_lowercase().ends_with(".tbx")
}

/// Reads a term base as glossary rows, one a concept: English terms that are preferred or admitted become `write`,
/// deprecated and superseded ones `avoid`, those of other languages `original` and `from`.
///
/// # Errors
/// When the file is not well-formed XML or breaks a constraint of TBX; each constraint is named with its line.
/// Entities other than the five of XML and numeric ones are never expanded, document types never fetched.
pub fn read(file: &str, bytes: &[u8], rank: u8) -> Result<Rows, String> {
    let text = decoded(bytes).map_err(|message| format!("{file}: {message}"))?;
    let root = tree::parse(&text).map_err(|(line, message)| format!("{file}:{line}: {message}"))?;
    let judged = judge::judge(&root);
    if !judged.faults.is_empty() {
        let more = judged.faults.len().saturating_sub(NAMED);
        let mut lines: Vec<String> =
            judged.faults.iter().take(NAMED).map(|(line, message)| format!("{file}:{line}: {message}")).collect();
        if more > 0 {
            lines.push(format!("{file}: {more} more of the kind"));
        }
        return Err(lines.join("\n"));
    }
    let place = Arc::<str>::from(file);
    let mut rows = concept::rows(&root, &place, rank);
    rows.problems.extend(judged.notes.into_iter().map(|(line, message)| RowProblem {
        file: place.clone(),
        line,
        column: String::new(),
        message,
        refused: false,
    }));
    rows.problems.sort_by_key(|problem| problem.line);
    Ok(rows)
}

/// The text by its byte order mark, the encoding that its XML declaration names, or UTF-8.
fn decoded(bytes: &[u8]) -> Result<String, String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let declared = head.strip_prefix("<?xml").and_then(|rest| rest.split("?>").next()).and_then(|declaration| {
        let value = declaration.split("encoding").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        value[1..].split(quote).next()
    });
    match declared.filter(|label| !label.eq_ignore_ascii_case("utf-8") && !label.to_lowercase().starts_with("utf-16")) {
        Some(label) => encoding::decode_as(bytes, label),
        None => Ok(encoding::decode(bytes)?.text),
    }
}
