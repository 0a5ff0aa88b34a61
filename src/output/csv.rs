//! CSV for spreadsheets: one finding a row, columns in a stable order, no cell that a spreadsheet would run.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::check::Report;
use crate::output::{Look, Output};
use crate::rule::Finding;

/// CSV.
pub const OUTPUT: Output = Output { name: "csv", about: "a spreadsheet: one finding a row", write };

/// The columns, in order. New ones are only ever added at the end.
pub const COLUMNS: [&str; 14] = [
    "file",
    "line",
    "column",
    "start_byte",
    "end_byte",
    "rule",
    "level",
    "found",
    "suggestion",
    "safety",
    "message",
    "evidence",
    "context",
    "original",
];

/// Stands in the column `suggestion` for text to be taken out.
const DELETE: &str = "(delete)";
/// Bytes of prose shown on each side of a finding.
const CONTEXT: usize = 40;

fn write(report: &Report, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(COLUMNS)?;
    for finding in report.findings().chain(report.confirmed()) {
        writer.write_record(cells(finding).iter().map(|cell| harmless(cell).into_owned()))?;
    }
    writer.flush()
}

fn cells(finding: &Finding) -> [String; 14] {
    let place = &finding.place;
    let position = place.input.position(place.span.start);
    let disk = place.input.on_disk(place.span);
    let words: Vec<&str> =
        finding.fixes.iter().map(|fix| if fix.text.is_empty() { DELETE } else { &fix.text }).collect();
    [
        place.input.name.clone(),
        position.line.to_string(),
        position.column.to_string(),
        disk.start.to_string(),
        disk.end.to_string(),
        finding.rule.to_owned(),
        finding.level.name().to_owned(),
        place.text().to_owned(),
        words.join(" | "),
        finding.fixes.first().map_or("", |fix| fix.safety.name()).to_owned(),
        finding.message.clone(),
        finding.evidence.clone(),
        context(finding),
        finding.original.clone(),
    ]
}

/// The found words with a little of the same line on both sides.
fn context(finding: &Finding) -> String {
    let (text, span) = (&finding.place.input.text, finding.place.span);
    let mut from = span.start.saturating_sub(CONTEXT);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = (span.end + CONTEXT).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let head = text[from..span.start].rsplit(['\n', '\r']).next().unwrap_or_default();
    let tail = text[span.end..to].split(['\n', '\r']).next().unwrap_or_default();
    format!("{head}{}{tail}", &text[span.start..span.end])
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). Numbers stay.
pub(crate) fn harmless(cell: &str) -> Cow<'_, str> {
    let risky =
        cell.trim_start_matches([' ', '\u{a0}']).starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if risky && cell.parse::<f64>().is_err() { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_made_harmless() {
        for cell in ["=1+1", "@SUM(A1)", "+cmd", " =x", "-x"] {
            assert!(harmless(cell).starts_with('\''), "{cell}");
        }
        assert_eq!(harmless("-4"), "-4");
        assert_eq!(harmless("Kyiv"), "Kyiv");
    }
}
