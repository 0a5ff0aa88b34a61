//! `copydesk glossary add`: one row more in a glossary file, refused when it does not hold.

use std::path::PathBuf;

use clap::Args;

use crate::cli::glossary::table::Table;
use crate::cli::{End, complain, print};
use crate::files;
use crate::glossary::compile::Glossary as Compiled;
use crate::glossary::entry::Entry;
use crate::glossary::open;
use crate::glossary::remark::{Remark, Weight};
use crate::glossary::review;
use crate::glossary::row_test;
use crate::glossary::sheet;

#[derive(Args)]
pub(crate) struct Add {
    /// A glossary file (CSV or TSV); it is made when there is none.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What the house prints.
    #[arg(long, value_name = "TEXT", default_value = "")]
    write: String,
    /// What it does not print.
    #[arg(long, value_name = "TEXT", default_value = "")]
    avoid: String,
    /// term, person, place, body, phrase, false-friend, leftover, keep.
    #[arg(long, value_name = "KIND", default_value = "")]
    kind: String,
    /// Languages of the original for which the row holds.
    #[arg(long, value_name = "LANG", default_value = "")]
    from: String,
    /// The original's word or idiom.
    #[arg(long, value_name = "TEXT", default_value = "")]
    original: String,
    /// One of these must be in the same sentence.
    #[arg(long, value_name = "TEXT", default_value = "")]
    when: String,
    /// None of these may be in the same sentence.
    #[arg(long, value_name = "TEXT", default_value = "")]
    unless: String,
    /// from, quote, N/WORDS.
    #[arg(long, value_name = "TEXT", default_value = "")]
    needs: String,
    /// sentence, as-is, exact, any.
    #[arg(long, value_name = "CASE", default_value = "")]
    case: String,
    /// noun, verb, adjective, none.
    #[arg(long, value_name = "CLASS", default_value = "")]
    inflect: String,
    /// The form at first mention.
    #[arg(long, value_name = "TEXT", default_value = "")]
    first: String,
    /// error, warning, hint, off.
    #[arg(long, value_name = "LEVEL", default_value = "")]
    level: String,
    /// sure, likely, choice.
    #[arg(long, value_name = "SAFETY", default_value = "")]
    safety: String,
    /// First day on which the row holds.
    #[arg(long, value_name = "DAY", default_value = "")]
    since: String,
    /// Last day on which the row holds.
    #[arg(long, value_name = "DAY", default_value = "")]
    until: String,
    /// preferred, admitted, deprecated, draft, archived.
    #[arg(long, value_name = "STATUS", default_value = "")]
    status: String,
    /// Why; shown with the finding.
    #[arg(long, value_name = "TEXT", default_value = "")]
    note: String,
    /// Where the house says so.
    #[arg(long, value_name = "LINK", default_value = "")]
    link: String,
    /// A sentence in which the row must be found.
    #[arg(long, value_name = "SENTENCE", default_value = "")]
    bad: String,
    /// A sentence in which it must not.
    #[arg(long, value_name = "SENTENCE", default_value = "")]
    good: String,
    /// Print the new file's row and write nothing.
    #[arg(long)]
    dry_run: bool,
}

impl Add {
    pub(crate) fn run(&self) -> Result<End, String> {
        let cells = self.cells();
        if cells.iter().all(|(_, value)| value.is_empty()) {
            return Err("there is nothing to add; give --write, --avoid or both".to_owned());
        }
        let name = self.file.to_string_lossy().into_owned();
        let bytes = if self.file.exists() { files::read(&self.file, files::STDIN)?.bytes } else { self.header(&cells) };
        let table = Table::of(&name, &bytes)?;
        let added = sheet::add(table.text(), &cells).map_err(|message| format!("{name}: {message}"))?;
        let changed = table.bytes_of(&added.text)?;
        let faults = faults(&name, &added)?;
        if !faults.is_empty() {
            faults.iter().for_each(|fault| complain(fault));
            return Err(format!("{name}: nothing was written"));
        }
        let row = added.text.lines().nth(usize::try_from(added.line).unwrap_or(1) - 1).unwrap_or_default().to_owned();
        if !self.dry_run {
            files::write(&self.file, &changed)?;
        }
        print(|out| writeln!(out, "{name}:{}: {row}", added.line))?;
        Ok(End::Clean)
    }

    fn cells(&self) -> Vec<(&'static str, String)> {
        [
            ("write", &self.write),
            ("avoid", &self.avoid),
            ("kind", &self.kind),
            ("from", &self.from),
            ("original", &self.original),
            ("when", &self.when),
            ("unless", &self.unless),
            ("needs", &self.needs),
            ("case", &self.case),
            ("inflect", &self.inflect),
            ("first", &self.first),
            ("level", &self.level),
            ("safety", &self.safety),
            ("since", &self.since),
            ("until", &self.until),
            ("status", &self.status),
            ("note", &self.note),
            ("link", &self.link),
            ("bad", &self.bad),
            ("good", &self.good),
        ]
        .into_iter()
        .map(|(name, value)| (name, value.trim().to_owned()))
        .collect()
    }

    /// The header row of a new file: the usual columns and those that the row fills.
    fn header(&self, cells: &[(&'static str, String)]) -> Vec<u8> {
        let usual = ["write", "avoid", "kind", "note"];
        let names: Vec<&str> = cells
            .iter()
            .filter(|(name, value)| usual.contains(name) || !value.is_empty())
            .map(|(name, _)| *name)
            .collect();
        let delimiter = if self.file.extension().is_some_and(|ending| ending == "tsv") { "\t" } else { "," };
        format!("{}\n", names.join(delimiter)).into_bytes()
    }
}

/// What speaks against the new row, be it at its own line or at another that it makes fail; faults that were there before
/// are no matter here.
fn faults(name: &str, added: &sheet::Added) -> Result<Vec<String>, String> {
    let rows = open::read(name, added.text.as_bytes(), 1)?;
    let refused = rows.problems.into_iter().map(Remark::from);
    let refused: Vec<Remark> = refused.filter(|r| r.weight == Weight::Error && r.line == added.line).collect();
    let mut entries = rows.entries;
    // The new row last: of two rows that say the same, the new one is to be named.
    entries.sort_by_key(|entry| entry.place.line == added.line);
    let others: Vec<Entry> = entries.iter().filter(|entry| entry.place.line != added.line).cloned().collect();
    let (before, after) = (remarks(&Compiled::of(others)), remarks(&Compiled::of(entries)));
    let twice = |remark: &Remark| remark.message.contains("already") || remark.message.contains("twice");
    let (grave, mild): (Vec<&Remark>, Vec<&Remark>) = after
        .iter()
        .filter(|remark| !before.contains(remark))
        .partition(|remark| remark.weight == Weight::Error || remark.line == added.line && twice(remark));
    mild.iter().for_each(|warning| complain(&warning.to_string()));
    Ok(refused.iter().chain(grave).map(Remark::to_string).collect())
}

/// All that is said about the rows of a glossary.
fn remarks(glossary: &Compiled) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = glossary.problems.iter().cloned().map(Remark::from).collect();
    remarks.extend(row_test::failures(glossary).into_iter().map(Remark::from));
    remarks.extend(review::review(glossary));
    remarks
}
