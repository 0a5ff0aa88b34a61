//! `copydesk glossary convert`: a glossary in another format, and what that format cannot hold.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::{End, complain};
use crate::document::encoding;
use crate::files;
use crate::glossary::open;
use crate::glossary::read::Table;
use crate::glossary::tbx;
use crate::glossary::write;
use crate::glossary::xlsx;

/// How many lines a loss names.
const NAMED: usize = 10;

#[derive(Args)]
pub(crate) struct Convert {
    /// A glossary: csv, tsv, tbx, xlsx.
    #[arg(value_name = "IN")]
    from: PathBuf,
    /// The file to write; its ending says the format: csv, tsv, tbx.
    #[arg(value_name = "OUT")]
    to: PathBuf,
}

impl Convert {
    pub(crate) fn run(&self) -> Result<End, String> {
        let ending = ending(&self.to);
        let delimiter = match ending.as_str() {
            "csv" => Some(b','),
            "tsv" | "tab" => Some(b'\t'),
            "tbx" => None,
            other => return Err(format!("{}: \"{other}\" is none of csv, tsv, tbx", self.to.display())),
        };
        let mut file = files::read(&self.from, files::STDIN)?;
        if xlsx::is_xlsx(&file.bytes) {
            let table = xlsx::table(&file.bytes).map_err(|message| format!("{}: {message}", file.name))?;
            file.bytes = table.into_bytes();
        }
        let rows = open::read(&file.name, &file.bytes, 1)?;
        rows.problems.iter().for_each(|problem| complain(&problem.to_string()));
        let failed = rows.problems.iter().any(|problem| problem.refused);
        let mut out = Vec::new();
        match delimiter {
            Some(delimiter) if tbx::is_tbx(&file.name, &file.bytes) => {
                out = write::text(&write::table(&rows.entries), delimiter).into_bytes();
            }
            Some(delimiter) => {
                let text = encoding::decode(&file.bytes).map_err(|message| format!("{}: {message}", file.name))?.text;
                let table = table(&text, delimiter).map_err(|message| format!("{}: {message}", file.name))?;
                out = table.into_bytes();
            }
            None => {
                let lost = tbx::write::write(&rows.entries, &mut out).map_err(|error| error.to_string())?;
                for (column, lines) in lost {
                    let shown: Vec<String> = lines.iter().take(NAMED).map(u64::to_string).collect();
                    let more = if lines.len() > NAMED { " and others" } else { "" };
                    let rows = if lines.len() == 1 { "row" } else { "rows" };
                    complain(&format!(
                        "{}: not held by TBX: {column} ({} {rows}: line {}{more})",
                        self.to.display(),
                        lines.len(),
                        shown.join(", ")
                    ));
                }
            }
        }
        files::write(&self.to, &out)?;
        Ok(if failed { End::Failed } else { End::Clean })
    }
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Every record of a table with another delimiter, rows that do not hold included; comments as they are.
fn table(text: &str, delimiter: u8) -> Result<String, String> {
    let mut out = String::new();
    let Some(mut table) = Table::of(text)? else { return Ok(out) };
    let comments = |out: &mut String, between: &str| {
        for line in between.lines().filter(|line| line.starts_with('#')) {
            out.push_str(line);
            out.push('\n');
        }
    };
    comments(&mut out, &text[..table.start]);
    let record = |cells: &csv::StringRecord| write::text(&[cells.iter().map(str::to_owned).collect()], delimiter);
    out.push_str(&record(&table.header));
    let mut before = table.at();
    while let Some(next) = table.next() {
        let next = next?;
        comments(&mut out, &text[before..next.begin]);
        out.push_str(&record(&next.cells));
        before = next.end;
    }
    comments(&mut out, &text[before..]);
    Ok(out)
}
