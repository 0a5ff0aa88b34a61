//! `copydesk glossary check`: what is wrong with a glossary, errors apart from warnings.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;

use crate::cli::options::day;
use crate::cli::{End, print};
use crate::files;
use crate::glossary::compile::Glossary as Compiled;
use crate::glossary::entry::Entry;
use crate::glossary::open;
use crate::glossary::remark::{Remark, Weight};
use crate::glossary::review;
use crate::glossary::row_test;
use crate::text::day::Day;

#[derive(Args)]
pub(crate) struct Check {
    /// Glossary files (CSV, TSV, TBX).
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The day for rows with dates, YYYY-MM-DD; default: today.
    #[arg(long, value_name = "DAY", value_parser = day)]
    day: Option<Day>,
}

impl Check {
    pub(crate) fn run(&self) -> Result<End, String> {
        let day = self.day.unwrap_or_else(today);
        let (mut errors, mut warnings, mut good) = (0, 0, 0);
        let mut together: Vec<Entry> = Vec::new();
        let mut told: Vec<Vec<Remark>> = Vec::new();
        for (at, path) in self.files.iter().enumerate() {
            let file = files::read(path, files::STDIN)?;
            let rows = open::read(&file.name, &file.bytes, 1)?;
            let mut remarks: Vec<Remark> = rows.problems.into_iter().map(Remark::from).collect();
            remarks.extend(review::validity(&rows.entries, day));
            if self.files.len() > 1 {
                let rank = u8::try_from(at + 1).unwrap_or(u8::MAX);
                together.extend(rows.entries.iter().cloned().map(|entry| Entry { rank, ..entry }));
            }
            let glossary = Compiled::of(rows.entries);
            remarks.extend(glossary.problems.iter().cloned().map(Remark::from));
            remarks.extend(row_test::failures(&glossary).into_iter().map(Remark::from));
            remarks.extend(review::review(&glossary));
            good += glossary.rows.len();
            told.push(remarks);
        }
        told.push(review::across(&Compiled::of(together)));
        for mut remarks in told {
            remarks.sort_by_key(|remark| (std::cmp::Reverse(remark.weight), remark.line));
            errors += remarks.iter().filter(|remark| remark.weight == Weight::Error).count();
            warnings += remarks.iter().filter(|remark| remark.weight == Weight::Warning).count();
            print(|out| remarks.iter().try_for_each(|remark| writeln!(out, "{remark}")))?;
        }
        print(|out| writeln!(out, "{good} rows in use, {errors} errors, {warnings} warnings"))?;
        Ok(if errors > 0 { End::Findings } else { End::Clean })
    }
}

/// Today in UTC.
fn today() -> Day {
    Day::since_1970(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() / 86_400))
}
