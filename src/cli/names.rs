//! `copydesk names`: the names of an article or an archive with their spellings; pairs judged; rows for the glossary.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cli::glossary::drafts::{self, Draft};
use crate::cli::options::Options;
use crate::cli::roll::{Roll, Row};
use crate::cli::{End, complain, print};
use crate::files;
use crate::names::compare;
use crate::text::fold::lower;

#[derive(Args)]
pub(crate) struct Names {
    #[command(flatten)]
    options: Options,
    /// How to write the table.
    #[arg(long, short, value_enum, default_value = "pretty")]
    format: Form,
    /// Only names that are spelled in more than one way.
    #[arg(long)]
    clashes: bool,
    /// Judge the pairs of a CSV with the columns a,b instead; writes a,b,score,reason.
    #[arg(long, value_name = "FILE")]
    compare: Option<PathBuf>,
    /// Add a draft row to this glossary for each name that is spelled in more than one way.
    #[arg(long, value_name = "FILE")]
    add_to: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Pretty,
    Csv,
    Json,
}

impl Names {
    pub(crate) fn run(&self) -> Result<End, String> {
        if let Some(file) = &self.compare {
            return pairs(file).map(|()| End::Clean);
        }
        let desk = self.options.desk()?;
        let (files, mut failed) = self.options.files();
        let (inputs, _, unread) = super::check::inputs(&files);
        failed |= unread | desk.failed;
        let inputs = inputs.into_iter().filter(|input| !desk.settings.ignores(&input.name)).collect();
        let groups = Roll::of(inputs, &desk.glossary).groups(&desk.glossary);
        let groups: Vec<Vec<Row>> = groups.into_iter().filter(|rows| !self.clashes || clashes(rows)).collect();
        if let Some(file) = &self.add_to {
            let clashing = groups.iter().filter(|rows| rows.len() > 1 && !rows[0].house);
            let added = drafts::add(file, &clashing.map(|rows| draft(rows)).collect::<Vec<_>>())?;
            if added == 0 {
                complain("no name is spelled in more than one way that the glossary does not have");
            }
            print(|out| writeln!(out, "{added} draft rows added to {}", file.display()))?;
        } else {
            print(|out| self.write(&groups, out))?;
        }
        Ok(if failed { End::Failed } else { End::Clean })
    }

    fn write(&self, groups: &[Vec<Row>], out: &mut dyn Write) -> std::io::Result<()> {
        match self.format {
            Form::Csv => {
                let mut writer = csv::Writer::from_writer(out);
                for row in groups.iter().flatten() {
                    writer.serialize(row.harmless()).map_err(std::io::Error::other)?;
                }
                writer.flush()
            }
            Form::Json => groups.iter().flatten().try_for_each(|row| {
                serde_json::to_writer(&mut *out, row)?;
                writeln!(out)
            }),
            Form::Pretty => {
                for rows in groups {
                    for (at, row) in rows.iter().enumerate() {
                        let mark = if at == 0 { "" } else { "  " };
                        let why = if row.reason.is_empty() { String::new() } else { format!("  {}", row.reason) };
                        let kind = if row.kind.is_empty() { "" } else { row.kind };
                        writeln!(
                            out,
                            "{mark}{}  {}× in {}  {}  {kind}{why}",
                            row.spelling, row.count, row.files, row.first
                        )?;
                    }
                }
                Ok(())
            }
        }
    }
}

/// Judges pairs of a CSV with a header row that has the columns a and b.
fn pairs(file: &Path) -> Result<(), String> {
    let read = files::read(file, files::STDIN)?;
    let mut reader = csv::Reader::from_reader(read.bytes.as_slice());
    let fault = |error: csv::Error| format!("{}: {error}", read.name);
    let headers = reader.headers().map_err(fault)?.clone();
    let column = |name: &str| {
        headers
            .iter()
            .position(|header| header.trim() == name)
            .ok_or_else(|| format!("{}:1: no column named {name}; the first row must name a and b", read.name))
    };
    let (a, b) = (column("a")?, column("b")?);
    let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().map_err(fault)?;
    print(|out| {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(["a", "b", "score", "reason"])?;
        for record in &records {
            let (a, b) = (record.get(a).unwrap_or_default(), record.get(b).unwrap_or_default());
            let judged = compare::compare(a, b);
            writer.write_record([a, b, &format!("{:.4}", judged.score), &judged.reason])?;
        }
        writer.flush()
    })
}

/// Whether a group has two spellings that differ in more than the capitals of a headline.
fn clashes(rows: &[Row]) -> bool {
    let loud = |form: &str| form.chars().count() > 4 && !form.chars().any(char::is_lowercase);
    rows.iter().enumerate().any(|(at, row)| {
        rows[at + 1..].iter().any(|other| {
            let (a, b) = (row.spelling.as_str(), other.spelling.as_str());
            lower(a) != lower(b) || !(loud(a) || loud(b))
        })
    })
}

/// The draft row of a name that is spelled in several ways.
fn draft(rows: &[Row]) -> Draft {
    Draft {
        write: rows[0].spelling.clone(),
        avoid: rows[1..].iter().map(|row| row.spelling.clone()).collect(),
        kind: if rows[0].kind.is_empty() { "name" } else { rows[0].kind },
        note: format!("{} times; {}", rows[0].count, rows[1].reason),
    }
}
