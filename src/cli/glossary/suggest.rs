//! `copydesk glossary suggest`: names and terms of an archive that no row has yet, as draft rows.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;

use clap::Args;
use rayon::prelude::*;
use serde::Serialize;

use crate::cli::glossary::Format;
use crate::cli::glossary::drafts::{self, Draft};
use crate::cli::options::Options;
use crate::cli::roll::{self, Roll};
use crate::cli::{End, check, print};
use crate::document::input::Input;
use crate::document::segment::Document;
use crate::english::classes::{Classes, classes};
use crate::formats;
use crate::glossary::compile::Glossary;
use crate::glossary::scan::{self, Story};
use crate::glossary::terms;
use crate::names::{english, place, press};
use crate::text::fold::{fold, lower};
use crate::text::reading::Reading;

#[derive(Args)]
pub(crate) struct Suggest {
    #[command(flatten)]
    options: Options,
    /// Only what stands at least so many times.
    #[arg(long, value_name = "N", default_value_t = 3)]
    least: usize,
    /// How to print; csv is itself a glossary of draft rows.
    #[arg(long, short, value_enum, default_value = "pretty")]
    format: Format,
    /// Add the draft rows to this glossary instead.
    #[arg(long, value_name = "FILE")]
    add_to: Option<PathBuf>,
}

/// One name or term without a row.
#[derive(Serialize)]
struct Suggestion {
    write: String,
    /// Spellings that the row would avoid.
    avoid: Vec<String>,
    kind: &'static str,
    count: usize,
    files: usize,
    /// File, line and column of the first place.
    first: String,
    /// All spellings with their counts, most frequent first.
    spellings: Vec<(String, usize)>,
}

impl Suggestion {
    /// The spellings as a table shows them.
    fn spelled(&self) -> String {
        let shown: Vec<String> = self.spellings.iter().map(|(form, count)| format!("{form} ({count})")).collect();
        shown.join(" | ")
    }

    fn draft(&self) -> Draft {
        let Suggestion { write, avoid, kind, count, files, first, .. } = self;
        let note = format!("{count} times in {files} files; first {first}");
        Draft { write: write.clone(), avoid: avoid.clone(), kind, note }
    }
}

impl Suggest {
    pub(crate) fn run(&self) -> Result<End, String> {
        let desk = self.options.desk()?;
        let (files, unfound) = self.options.files();
        let (inputs, _, unread) = check::inputs(files);
        let archive = Archive::of(inputs, &desk.glossary);
        let mut all = archive.names(&desk.glossary);
        all.extend(archive.terms(&known(&desk.glossary)));
        all.retain(|one| one.count >= self.least);
        all.sort_by(|a, b| {
            let order = |one: &Suggestion| (std::cmp::Reverse(one.count), std::cmp::Reverse(one.files));
            order(a).cmp(&order(b)).then_with(|| a.write.cmp(&b.write))
        });
        if let Some(file) = &self.add_to {
            let drafts: Vec<Draft> = all.iter().map(Suggestion::draft).collect();
            let added = drafts::add(file, &drafts)?;
            print(|out| writeln!(out, "{added} draft rows added to {}", file.display()))?;
        } else {
            print(|out| write(&all, self.format, out))?;
        }
        Ok(if unfound || unread || desk.failed { End::Failed } else { End::Clean })
    }
}

fn write(all: &[Suggestion], format: Format, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    match format {
        Format::Pretty => all.iter().try_for_each(|one| {
            let Suggestion { count, files, kind, first, .. } = one;
            writeln!(out, "{count:6} times in {files:4} files  {kind:6}  {}  {first}", one.spelled())
        }),
        Format::Csv => {
            let mut writer = csv::Writer::from_writer(out);
            writer.write_record([
                "write",
                "avoid",
                "kind",
                "status",
                "note",
                "count",
                "files",
                "first_place",
                "spellings",
            ])?;
            for one in all {
                let cells = one.draft().cells().into_iter().map(|(_, cell)| cell);
                let (count, files) = (one.count.to_string(), one.files.to_string());
                writer.write_record(cells.chain([count, files, one.first.clone(), one.spelled()]))?;
            }
            writer.flush()
        }
        Format::Json => all.iter().try_for_each(|one| {
            serde_json::to_writer(&mut *out, one)?;
            writeln!(out)
        }),
    }
}

/// The written forms of all rows, in look-up form, hyphens as spaces.
fn known(glossary: &Glossary) -> HashSet<String> {
    let forms = glossary.rows.iter().flat_map(|row| row.entry.write.iter().chain(&row.entry.avoid));
    forms.map(|form| lower(form).replace('-', " ")).collect()
}

/// Documents that are read before their names and terms are put to those of the others.
const TOGETHER: usize = 256;

/// A term of the archive.
#[derive(Default)]
struct Term {
    count: usize,
    files: usize,
    first: String,
    spellings: BTreeMap<String, usize>,
}

/// What an archive holds that might want a row.
#[derive(Default)]
struct Archive {
    roll: Roll,
    terms: BTreeMap<String, Term>,
}

impl Archive {
    /// Reads all inputs; what a row of the glossary speaks for is left out.
    fn of(mut inputs: Vec<Input>, glossary: &Glossary) -> Self {
        let mut archive = Archive::default();
        while !inputs.is_empty() {
            let later = inputs.split_off(inputs.len().min(TOGETHER));
            archive.read(std::mem::replace(&mut inputs, later), glossary);
        }
        archive
    }

    /// Reads inputs that follow those read so far.
    fn read(&mut self, inputs: Vec<Input>, glossary: &Glossary) {
        let each: Vec<(Roll, BTreeMap<String, Term>)> = inputs
            .into_par_iter()
            .map(|input| {
                let (document, _) = formats::document(input, &[]);
                (Roll::of_document(&document, glossary), terms_of(&document, glossary))
            })
            .collect();
        for (roll, terms) in each {
            self.roll.add(roll);
            for (key, term) in terms {
                let known = self.terms.entry(key).or_default();
                known.count += term.count;
                known.files += 1;
                if known.first.is_empty() {
                    known.first = term.first;
                }
                for (spelling, count) in term.spellings {
                    *known.spellings.entry(spelling).or_default() += count;
                }
            }
        }
    }

    /// Names that neither the glossary nor a built-in table has, surnames counted with their full names.
    fn names(&self, glossary: &Glossary) -> Vec<Suggestion> {
        let groups = self.roll.groups(glossary);
        let known = known(glossary);
        let has_row = |rows: &[roll::Row]| {
            rows[0].house || rows.iter().any(|row| known.contains(&lower(&row.spelling)) || is_listed(&row.spelling))
        };
        // Each name with whether it has a row: a surname alone belongs to the one person of that name, rows or none.
        let mut found: Vec<(Vec<&roll::Row>, bool)> = Vec::new();
        let mut surnames = HashMap::<&str, Vec<usize>>::new();
        let (full, single): (Vec<_>, Vec<_>) = groups.iter().partition(|rows| rows[0].spelling.contains(' '));
        for rows in full.into_iter().filter(|rows| !has_a_head(&rows[0].spelling)) {
            if let Some(surname) = rows[0].spelling.rsplit(' ').next().filter(|_| rows[0].kind == "person") {
                surnames.entry(surname).or_default().push(found.len());
            }
            found.push((rows.iter().collect(), has_row(rows)));
        }
        for rows in single {
            match surnames.get(rows[0].spelling.as_str()).map(Vec::as_slice) {
                Some([one]) => found[*one].0.push(&rows[0]),
                Some(_) => {}
                None => found.push((rows.iter().collect(), has_row(rows))),
            }
        }
        found.into_iter().filter(|(_, has_row)| !has_row).map(|(rows, _)| named(&rows)).collect()
    }

    /// Terms that are not mostly part of a longer one.
    fn terms(&self, known: &HashSet<String>) -> Vec<Suggestion> {
        let mut inside = HashMap::<&str, usize>::new();
        for (key, term) in &self.terms {
            let mut rest = key.as_str();
            while let Some((_, tail)) = rest.split_once(' ') {
                let most = inside.entry(tail).or_default();
                *most = term.count.max(*most);
                rest = tail;
            }
        }
        // Nine of ten: the shorter one is hardly a term of its own.
        let own = |key: &str, term: &Term| inside.get(key).is_none_or(|longer| longer * 10 < term.count * 9);
        let new = |key: &String, term: &Term| own(key, term) && !known.contains(key);
        self.terms.iter().filter(|(key, term)| new(key, term)).map(|(key, term)| termed(key, term)).collect()
    }
}

/// Whether a built-in table has a name, or it names a people ("Russian") or is a common word with a capital.
fn is_listed(form: &str) -> bool {
    place::on_the_map(form)
        || place::is_english(form)
        || place::foreign(form).next().is_some()
        || press::is_press(form)
        || english::is_common(&lower(form))
        || english::is_people(&fold(form))
        || form.strip_suffix('s').is_some_and(|people| english::is_people(&fold(people)))
}

/// Whether capitals of other words stand before a name: "In Bern", "Many Swiss", "Iranian President Rouhani".
fn has_a_head(name: &str) -> bool {
    const SMALL: Classes = Classes::PREPOSITION.and(Classes::DETERMINER);
    let words: Vec<String> = name.split(' ').map(lower).collect();
    classes(&words[0]).has(SMALL) || words[1..].iter().rev().skip(1).any(|word| english::is_title(word))
}

/// The terms of one document, without those that a row of the glossary speaks for.
fn terms_of(document: &Document, glossary: &Glossary) -> BTreeMap<String, Term> {
    let readings: Vec<Reading> =
        document.segments.iter().map(|segment| Reading::of(segment.translation.text())).collect();
    let hits = scan::scan(glossary, document, &readings, Story::default()).hits;
    let mut all = BTreeMap::<String, Term>::new();
    for (segment, (reading, hits)) in readings.iter().zip(hits).enumerate() {
        let text = document.segments[segment].translation.text();
        for found in terms::terms(text, reading) {
            if hits.iter().any(|hit| hit.words.start < found.words.end && found.words.start < hit.words.end) {
                continue;
            }
            let range = reading.span(found.words);
            let term = all.entry(found.key).or_default();
            term.count += 1;
            *term.spellings.entry(lower(&text[range.clone()])).or_default() += 1;
            if term.first.is_empty() {
                term.first = document.address(segment, range);
            }
        }
    }
    all
}

/// A name of several spellings, of which the first leads; a surname alone is no spelling to avoid.
fn named(rows: &[&roll::Row]) -> Suggestion {
    let lead = rows[0];
    let loud = |form: &str| form.chars().count() > 4 && !form.chars().any(char::is_lowercase);
    let is_other = |form: &str| {
        !(loud(form) && lower(form) == lower(&lead.spelling)) && lead.spelling.rsplit(' ').next() != Some(form)
    };
    let forms = || rows.iter().map(|row| &row.spelling);
    let numbers: BTreeSet<u32> = rows.iter().flat_map(|row| &row.numbers).copied().collect();
    Suggestion {
        write: lead.name.clone(),
        avoid: forms().skip(1).filter(|form| is_other(form)).cloned().collect(),
        kind: match lead.kind {
            "" if lead.spelling.split(' ').any(|word| english::is_common(&lower(word))) => "body",
            "" => "name",
            kind => kind,
        },
        count: rows.iter().map(|row| row.count).sum(),
        files: numbers.len(),
        first: lead.first.clone(),
        spellings: rows.iter().map(|row| (row.spelling.clone(), row.count)).collect(),
    }
}

fn termed(key: &str, term: &Term) -> Suggestion {
    let mut spellings: Vec<(String, usize)> =
        term.spellings.iter().map(|(form, count)| (form.clone(), *count)).collect();
    spellings.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let hyphens = spellings[0].0.contains('-');
    let write = spellings
        .iter()
        .map(|(form, _)| form)
        .find(|form| form.replace('-', " ") == key && form.contains('-') == hyphens);
    let write = write.cloned().unwrap_or_else(|| key.to_owned());
    let other = |form: &&String| form.contains('-') != hyphens && form.replace('-', " ") == key;
    let avoid = spellings.iter().map(|(form, _)| form).filter(other).cloned().collect();
    let (count, files, first) = (term.count, term.files, term.first.clone());
    Suggestion { write, avoid, kind: "term", count, files, first, spellings }
}
