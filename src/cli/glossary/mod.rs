//! `copydesk glossary`: a glossary checked, tried, added to, converted, counted.

mod add;
mod check;
mod convert;
pub(crate) mod drafts;
mod stats;
mod suggest;
mod table;
mod try_out;

use clap::{Subcommand, ValueEnum};

use crate::cli::End;

#[derive(Subcommand)]
pub(crate) enum Glossary {
    /// Look through a glossary: rows refused, contradictions, their own sentences, dangers.
    Check(check::Check),
    /// Count how often each row would speak in an archive.
    Try(try_out::Try),
    /// Put a row into a glossary, every other byte left as it is.
    Add(Box<add::Add>),
    /// List names and terms of an archive that have no row yet, as draft rows.
    Suggest(Box<suggest::Suggest>),
    /// Write a glossary in another format: csv, tsv, tbx.
    Convert(convert::Convert),
    /// Count what is in a glossary.
    Stats(stats::Stats),
}

/// How tables are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Pretty,
    Csv,
    /// JSON lines, one row a line.
    Json,
}

impl Glossary {
    pub(crate) fn run(&self) -> Result<End, String> {
        match self {
            Glossary::Check(check) => check.run(),
            Glossary::Try(try_out) => try_out.run(),
            Glossary::Add(add) => add.run(),
            Glossary::Convert(convert) => convert.run(),
            Glossary::Suggest(suggest) => suggest.run(),
            Glossary::Stats(stats) => stats.run(),
        }
    }
}
