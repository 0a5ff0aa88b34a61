//! JSON lines: a head with the version of the form, then one object a finding.

use std::io::{self, Write};

use serde::Serialize;

use crate::check::Report;
use crate::output::{Look, Output};
use crate::rule::{Finding, Fix};
use crate::rules;

/// JSON lines.
pub const OUTPUT: Output = Output { name: "json", about: "JSON lines for programs, versioned", write };

/// The version of the form; raised when a field goes or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Head<'a> {
    copydesk: &'a str,
    version: u32,
    files: usize,
    words: usize,
    findings: usize,
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    start_byte: usize,
    end_byte: usize,
    rule: &'a str,
    mqm: &'a str,
    level: &'a str,
    found: &'a str,
    message: &'a str,
    evidence: &'a str,
    original: &'a str,
    fixes: Vec<FixLine<'a>>,
    related: Vec<RelatedLine<'a>>,
}

#[derive(Serialize)]
struct FixLine<'a> {
    suggestion: &'a str,
    safety: &'a str,
    edits: Vec<EditLine<'a>>,
}

#[derive(Serialize)]
struct EditLine<'a> {
    start_byte: usize,
    end_byte: usize,
    with: &'a str,
}

#[derive(Serialize)]
struct RelatedLine<'a> {
    file: &'a str,
    start_byte: usize,
    end_byte: usize,
    message: &'a str,
}

fn write(report: &Report, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let head = Head {
        copydesk: env!("CARGO_PKG_VERSION"),
        version: VERSION,
        files: report.pages.len(),
        words: report.pages.iter().map(|page| page.words).sum(),
        findings: report.findings().count(),
    };
    serde_json::to_writer(&mut *out, &head)?;
    writeln!(out)?;
    for finding in report.findings().chain(report.confirmed()) {
        serde_json::to_writer(&mut *out, &line(finding))?;
        writeln!(out)?;
    }
    Ok(())
}

fn line(finding: &Finding) -> Line<'_> {
    let place = &finding.place;
    let position = place.input.position(place.span.start);
    let disk = place.input.on_disk(place.span);
    let fix = |fix: &'_ Fix| -> Vec<(usize, usize)> {
        fix.edits.iter().map(|edit| place.input.on_disk(edit.span)).map(|span| (span.start, span.end)).collect()
    };
    Line {
        file: &place.input.name,
        line: position.line,
        column: position.column,
        start_byte: disk.start,
        end_byte: disk.end,
        rule: finding.rule,
        mqm: rules::named(finding.rule).map_or("", |rule| rule.mqm),
        level: finding.level.name(),
        found: place.text(),
        message: &finding.message,
        evidence: &finding.evidence,
        original: &finding.original,
        fixes: finding
            .fixes
            .iter()
            .map(|one| FixLine {
                suggestion: &one.text,
                safety: one.safety.name(),
                edits: fix(one)
                    .into_iter()
                    .zip(&one.edits)
                    .map(|((start_byte, end_byte), edit)| EditLine { start_byte, end_byte, with: &edit.with })
                    .collect(),
            })
            .collect(),
        related: finding
            .related
            .iter()
            .map(|related| {
                let span = related.place.input.on_disk(related.place.span);
                RelatedLine {
                    file: &related.place.input.name,
                    start_byte: span.start,
                    end_byte: span.end,
                    message: &related.message,
                }
            })
            .collect(),
    }
}
