//! `copydesk glossary stats`: how large a glossary is and what its rows hold.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use crate::cli::glossary::Format;
use crate::cli::{End, complain, print};
use crate::files;
use crate::glossary::columns::COLUMNS;
use crate::glossary::entry::Entry;
use crate::glossary::open;
use crate::glossary::write;

#[derive(Args)]
pub(crate) struct Stats {
    /// Glossary files (CSV, TSV, TBX).
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value = "pretty")]
    format: Format,
}

/// One count: what of a file, which value, how many rows.
struct Count {
    file: String,
    what: String,
    value: String,
    count: usize,
}

impl Stats {
    pub(crate) fn run(&self) -> Result<End, String> {
        let (mut counts, mut failed) = (Vec::new(), false);
        for path in &self.files {
            let file = files::read(path, files::STDIN)?;
            let rows = open::read(&file.name, &file.bytes, 1)?;
            for problem in rows.problems.iter().filter(|problem| problem.refused) {
                complain(&problem.to_string());
                failed = true;
            }
            count(&file.name, &rows.entries, &mut counts);
        }
        print(|out| match self.format {
            Format::Pretty => counts.iter().try_for_each(|Count { file, what, value, count }| {
                let name = if value.is_empty() { what.clone() } else { format!("{what} {value}") };
                if what == "rows" { writeln!(out, "{file}: {count} rows") } else { writeln!(out, "{count:8}  {name}") }
            }),
            Format::Csv => {
                writeln!(out, "file,what,value,count")?;
                let mut writer = csv::Writer::from_writer(out);
                for Count { file, what, value, count } in &counts {
                    writer.write_record([file, what, value, &count.to_string()])?;
                }
                writer.flush()
            }
            Format::Json => counts.iter().try_for_each(|Count { file, what, value, count }| {
                let line = serde_json::json!({ "file": file, "what": what, "value": value, "count": count });
                writeln!(out, "{line}")
            }),
        })?;
        Ok(if failed { End::Failed } else { End::Clean })
    }
}

fn count(file: &str, entries: &[Entry], counts: &mut Vec<Count>) {
    let mut add = |what: &str, value: &str, count: usize| {
        counts.push(Count { file: file.to_owned(), what: what.to_owned(), value: value.to_owned(), count });
    };
    add("rows", "", entries.len());
    add("in force", "", entries.iter().filter(|entry| entry.in_force()).count());
    let forms = || entries.iter().flat_map(|entry| &entry.avoid);
    add("forms to avoid", "", forms().count());
    add(
        "forms to avoid that are patterns",
        "",
        forms().filter(|form| form.contains(['<', '(', '[', '\u{2026}'])).count(),
    );
    let tested = |entry: &&Entry| !entry.bad.is_empty() && !entry.good.is_empty();
    add("with a bad and a good sentence", "", entries.iter().filter(tested).count());
    for (what, of) in
        [("kind", kind as fn(&Entry) -> Vec<String>), ("from", from), ("level", level), ("status", status)]
    {
        let mut values = BTreeMap::<String, usize>::new();
        for value in entries.iter().flat_map(of) {
            *values.entry(value).or_default() += 1;
        }
        let mut values: Vec<(String, usize)> = values.into_iter().collect();
        values.sort_by_key(|(value, count)| (std::cmp::Reverse(*count), value.clone()));
        for (value, count) in values {
            add(what, &value, count);
        }
    }
    for column in COLUMNS {
        let filled = entries.iter().filter(|entry| !write::cell(entry, column.name).is_empty()).count();
        if filled > 0 {
            add("filled", column.name, filled);
        }
    }
}

fn or(cell: String, default: &str) -> Vec<String> {
    vec![if cell.is_empty() { default.to_owned() } else { cell }]
}

fn kind(entry: &Entry) -> Vec<String> {
    or(write::cell(entry, "kind"), "term")
}

fn level(entry: &Entry) -> Vec<String> {
    or(write::cell(entry, "level"), "warning")
}

fn status(entry: &Entry) -> Vec<String> {
    or(write::cell(entry, "status"), "preferred")
}

fn from(entry: &Entry) -> Vec<String> {
    if entry.from.is_empty() { vec!["any".to_owned()] } else { entry.from.clone() }
}
