//! `copydesk glossary try`: how often each row would speak in an archive, and where.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use crate::cli::glossary::Format;
use crate::cli::glossary::table::Table;
use crate::cli::options::language;
use crate::cli::{End, complain, print};
use crate::document::input::Input;
use crate::files;
use crate::fix::File;
use crate::formats;
use crate::glossary::compile::Glossary as Compiled;
use crate::glossary::entry::Entry;
use crate::glossary::open;
use crate::glossary::origin::Origin;
use crate::glossary::scan::{self, Story};
use crate::glossary::sheet;
use crate::text::reading::Reading;

#[derive(Args)]
pub(crate) struct Try {
    /// A glossary file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Texts to try it over.
    #[arg(long, value_name = "PATH", required = true, num_args = 1..)]
    over: Vec<PathBuf>,
    /// Languages of the original.
    #[arg(long, value_name = "LANG", value_delimiter = ',', value_parser = language)]
    from: Vec<String>,
    /// How many places to show for each row.
    #[arg(long, value_name = "N", default_value_t = 0)]
    show: usize,
    /// How to print.
    #[arg(long, value_enum, default_value = "pretty")]
    format: Format,
    /// Write each row's hits per million words into this column of FILE; `needs` from and N/WORDS do not count then.
    #[arg(long, value_name = "COLUMN", value_enum)]
    fill: Option<Column>,
}

/// A column of measured rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Column {
    /// The texts are human English.
    Human,
    /// The texts are machine English.
    Machine,
}

/// What came of trying.
struct Tried {
    /// The rows that spoke.
    counts: BTreeMap<usize, Count>,
    /// Words of the texts.
    words: usize,
    /// Whether a text could not be read.
    failed: bool,
}

/// How often a row spoke.
#[derive(Default)]
struct Count {
    hits: usize,
    quoted: usize,
    places: Vec<Place>,
}

/// A hit in its text.
struct Place {
    file: Arc<str>,
    before: String,
    found: String,
    after: String,
}

impl Try {
    pub(crate) fn run(&self) -> Result<End, String> {
        let file = files::read(&self.file, files::STDIN)?;
        let rows = open::read(&file.name, &file.bytes, 1)?;
        let glossary = match self.fill {
            None => Compiled::of(rows.entries),
            Some(_) => Compiled::of(rows.entries.into_iter().map(Entry::for_measure)),
        };
        for problem in rows.problems.iter().chain(&glossary.problems) {
            complain(&problem.to_string());
        }
        let Tried { counts, words, failed } = self.count(&glossary);
        let refused = rows.problems.iter().chain(&glossary.problems).any(|problem| problem.refused);
        let rate = |hits: usize| hits as f64 * 1e6 / words.max(1) as f64;
        if let Some(column) = self.fill {
            let rates = glossary.rows.iter().enumerate().map(|(row, known)| {
                (known.entry.place.line, short(rate(counts.get(&row).map_or(0, |count| count.hits))))
            });
            self.fill(&file, column, &rates.collect())?;
        }
        let mut order: Vec<(&usize, &Count)> = counts.iter().collect();
        order.sort_by_key(|(row, count)| (std::cmp::Reverse(count.hits), **row));
        let total: usize = counts.values().map(|count| count.hits).sum();
        let lines: Vec<Line<'_>> = order
            .iter()
            .map(|(row, count)| Line { entry: &glossary.rows[**row].entry, count, rate: rate(count.hits) })
            .collect();
        match self.format {
            Format::Pretty => pretty(&lines, glossary.rows.len(), total, words, rate(total)),
            Format::Csv => csv(&lines),
            Format::Json => json(&lines, words),
        }?;
        Ok(if failed || refused { End::Failed } else { End::Clean })
    }

    /// Counts the hits of each row in the texts; files that cannot be read are said.
    fn count(&self, glossary: &Compiled) -> Tried {
        let (paths, problems) = files::find(&self.over);
        problems.iter().for_each(|problem| complain(problem));
        let mut failed = !problems.is_empty();
        let origin = Origin::given(self.from.clone());
        let (mut counts, mut words) = (BTreeMap::<usize, Count>::new(), 0);
        for path in paths {
            let input = match files::read(&path, files::STDIN).and_then(|file| Input::read(&file.name, &file.bytes)) {
                Ok((input, _)) => input,
                Err(message) => {
                    complain(&message);
                    failed = true;
                    continue;
                }
            };
            let name = Arc::<str>::from(path.to_string_lossy().as_ref());
            let (document, _) = formats::document(input, &[]);
            let readings: Vec<Reading> =
                document.segments.iter().map(|segment| Reading::of(segment.translation.text())).collect();
            words += readings.iter().map(|reading| reading.words.len()).sum::<usize>();
            let found = scan::scan(
                glossary,
                &document,
                &readings,
                Story { origin: origin.clone(), day: document.day, ..Story::default() },
            );
            for (segment, hits) in document.segments.iter().zip(found.hits) {
                let text = segment.translation.text();
                for hit in hits.into_iter().filter(|hit| !hit.allowed) {
                    let count = counts.entry(hit.row).or_default();
                    count.hits += 1;
                    count.quoted += usize::from(hit.quotation);
                    if count.places.len() < self.show {
                        count.places.push(around(&name, text, &hit.range));
                    }
                }
            }
        }
        Tried { counts, words, failed }
    }

    /// Writes rates, by the lines of their rows, into the glossary's file.
    fn fill(&self, file: &File, column: Column, rates: &BTreeMap<u64, String>) -> Result<(), String> {
        let name = match column {
            Column::Human => "human",
            Column::Machine => "machine",
        };
        let table = Table::of(&file.name, &file.bytes)?;
        let filled = sheet::fill(table.text(), name, rates).map_err(|message| format!("{}: {message}", file.name))?;
        files::write(&self.file, &table.bytes_of(&filled)?)
    }
}

/// A rate as a table holds it: `0`, `0.05`, `0.6`, `12`.
fn short(rate: f64) -> String {
    let digits = match rate {
        ..0.1 => 2,
        ..10.0 => 1,
        _ => 0,
    };
    let printed = format!("{rate:.digits$}");
    if printed.contains('.') { printed.trim_end_matches('0').trim_end_matches('.').to_owned() } else { printed }
}

/// One row of the report.
struct Line<'a> {
    entry: &'a Entry,
    count: &'a Count,
    /// Hits per million words.
    rate: f64,
}

fn pretty(lines: &[Line<'_>], rows: usize, total: usize, words: usize, rate: f64) -> Result<(), String> {
    print(|out| {
        for Line { entry, count, rate } in lines {
            writeln!(
                out,
                "{:6} hits {rate:8.2} per million, {} quoted ({} %)  {}  {}",
                count.hits,
                count.quoted,
                (count.quoted * 100 + count.hits / 2) / count.hits.max(1),
                entry.address(),
                entry.avoid.join("|")
            )?;
            for place in &count.places {
                writeln!(out, "         {}[{}]{}  {}", place.before, place.found, place.after, place.file)?;
            }
        }
        writeln!(out, "{} rows of {rows} spoke {total} times in {words} words, {rate:.1} per million", lines.len())
    })
}

/// One record a row; with `--show`, one more for each place shown.
fn csv(lines: &[Line<'_>]) -> Result<(), String> {
    print(|out| {
        let mut writer = ::csv::Writer::from_writer(out);
        writer.write_record([
            "glossary",
            "row",
            "write",
            "avoid",
            "hits",
            "quoted",
            "per_million",
            "file",
            "before",
            "found",
            "after",
        ])?;
        for Line { entry, count, rate } in lines {
            let row = entry.place.line.to_string();
            let (write, avoid) = (entry.write.join("|"), entry.avoid.join("|"));
            let (hits, quoted, rate) = (count.hits.to_string(), count.quoted.to_string(), format!("{rate:.2}"));
            let head = [&*entry.place.file, &row, &write, &avoid, &hits, &quoted, &rate];
            if count.places.is_empty() {
                writer.write_record(head.iter().chain(&["", "", "", ""]))?;
            }
            for Place { file, before, found, after } in &count.places {
                writer.write_record(head.iter().copied().chain([&**file, before, found, after]))?;
            }
        }
        writer.flush()
    })
}

fn json(lines: &[Line<'_>], words: usize) -> Result<(), String> {
    print(|out| {
        lines.iter().try_for_each(|Line { entry, count, rate }| {
            let places: Vec<serde_json::Value> = count
                .places
                .iter()
                .map(|Place { file, before, found, after }| {
                    serde_json::json!({ "file": &**file, "before": before, "found": found, "after": after })
                })
                .collect();
            let line = serde_json::json!({
                "glossary": &*entry.place.file,
                "row": entry.place.line,
                "write": entry.write,
                "avoid": entry.avoid,
                "hits": count.hits,
                "quoted": count.quoted,
                "words": words,
                "per_million": (rate * 100.0).round() / 100.0,
                "places": places,
            });
            writeln!(out, "{line}")
        })
    })
}

/// The hit with some text on both sides, on one line.
fn around(file: &Arc<str>, text: &str, range: &std::ops::Range<usize>) -> Place {
    let from = text.floor_char_boundary(range.start.saturating_sub(50));
    let to = text.ceil_char_boundary(range.end + 50);
    let line = |part: &str| part.replace(['\n', '\r', '\t'], " ");
    Place {
        file: Arc::clone(file),
        before: line(&text[from..range.start]),
        found: line(&text[range.clone()]),
        after: line(&text[range.end..to]),
    }
}
