//! `copydesk glossary`: a glossary checked, or tried over an archive.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::{End, complain, print};
use crate::document::input::Input;
use crate::files;
use crate::formats;
use crate::glossary::compile::Glossary as Compiled;
use crate::glossary::read;
use crate::glossary::row_test;
use crate::glossary::scan::{self, Origin};
use crate::text::reading::Reading;

#[derive(Subcommand)]
pub(crate) enum Glossary {
    /// Compile a glossary and run the bad and good sentences of its rows.
    Check(Check),
    /// Count how often each row would speak in an archive.
    Try(Try),
}

#[derive(Args)]
pub(crate) struct Check {
    /// Glossary files.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Try {
    /// A glossary file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Texts to try it over.
    #[arg(long, value_name = "PATH", required = true)]
    over: Vec<PathBuf>,
    /// Languages of the original.
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    from: Vec<String>,
    /// How many places to show for each row.
    #[arg(long, value_name = "N", default_value_t = 0)]
    show: usize,
}

impl Glossary {
    pub(crate) fn run(&self) -> Result<End, String> {
        match self {
            Glossary::Check(check) => check.run(),
            Glossary::Try(try_out) => try_out.run(),
        }
    }
}

impl Check {
    fn run(&self) -> Result<End, String> {
        let (mut bad, mut good) = (0, 0);
        for path in &self.files {
            let file = files::read(path, files::STDIN)?;
            let rows = read::read(&file.name, &file.bytes, 1)?;
            let glossary = Compiled::of(rows.entries);
            let mut problems = rows.problems;
            problems.extend(glossary.problems.iter().cloned());
            problems.extend(row_test::failures(&glossary));
            bad += problems.iter().filter(|problem| problem.refused).count();
            good += glossary.rows.len();
            print(|out| problems.iter().try_for_each(|problem| writeln!(out, "{problem}")))?;
        }
        print(|out| writeln!(out, "{good} rows in use, {bad} problems"))?;
        Ok(if bad > 0 { End::Findings } else { End::Clean })
    }
}

/// How often a row spoke.
#[derive(Default)]
struct Count {
    hits: usize,
    quoted: usize,
    places: Vec<String>,
}

impl Try {
    fn run(&self) -> Result<End, String> {
        let file = files::read(&self.file, files::STDIN)?;
        let rows = read::read(&file.name, &file.bytes, 1)?;
        let glossary = Compiled::of(rows.entries);
        for problem in rows.problems.iter().chain(&glossary.problems) {
            complain(&problem.to_string());
        }
        let (paths, problems) = files::find(&self.over);
        problems.iter().for_each(|problem| complain(problem));
        let origin = Origin { languages: self.from.clone() };
        let (mut counts, mut words) = (BTreeMap::<usize, Count>::new(), 0);
        for path in paths {
            let Ok((input, _)) = files::read(&path, files::STDIN).and_then(|file| Input::read(&file.name, &file.bytes))
            else {
                continue;
            };
            let (document, _) = formats::document(input, &[]);
            let readings: Vec<Reading> =
                document.segments.iter().map(|segment| Reading::of(segment.translation.text())).collect();
            words += readings.iter().map(|reading| reading.words.len()).sum::<usize>();
            for (segment, hits) in
                document.segments.iter().zip(scan::hits(&glossary, &document, &readings, &origin, ""))
            {
                let text = segment.translation.text();
                for hit in hits {
                    let count = counts.entry(hit.row).or_default();
                    count.hits += 1;
                    count.quoted += usize::from(hit.quotation);
                    if count.places.len() < self.show {
                        count.places.push(around(text, &hit.range));
                    }
                }
            }
        }
        let mut order: Vec<(&usize, &Count)> = counts.iter().collect();
        order.sort_by_key(|(row, count)| (std::cmp::Reverse(count.hits), **row));
        let total: usize = counts.values().map(|count| count.hits).sum();
        let rate = |hits: usize| hits as f64 * 1e6 / words.max(1) as f64;
        print(|out| {
            for (row, count) in &order {
                let entry = &glossary.rows[**row].entry;
                let name = entry.avoid.join("|");
                writeln!(
                    out,
                    "{:6} hits {:8.2} per million, {} quoted  {}  {}",
                    count.hits,
                    rate(count.hits),
                    count.quoted,
                    entry.address(),
                    name
                )?;
                for place in &count.places {
                    writeln!(out, "         {place}")?;
                }
            }
            writeln!(
                out,
                "{} rows of {} spoke {total} times in {words} words, {:.1} per million",
                order.len(),
                glossary.rows.len(),
                rate(total)
            )
        })?;
        Ok(End::Clean)
    }
}

/// The hit with some text on both sides.
fn around(text: &str, range: &std::ops::Range<usize>) -> String {
    let mut from = range.start.saturating_sub(50);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (range.end + 50).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    format!("{}[{}]{}", &text[from..range.start], &text[range.clone()], &text[range.end..to])
}
