//! `copydesk names`: the names of an article or an archive with their spellings; pairs judged; rows for the glossary.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::cli::options::Options;
use crate::cli::{End, complain, print};
use crate::document::segment::Document;
use crate::facts::Roster;
use crate::files;
use crate::formats;
use crate::glossary::columns;
use crate::glossary::compile::Glossary;
use crate::names::cluster;
use crate::names::compare;
use crate::names::desk::Kind;
use crate::names::link::Scope;
use crate::names::spelling::Spelling;
use crate::names::{given, place};
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

/// One spelling of a name, a row of the table.
#[derive(Serialize)]
struct Row {
    /// What to print: the house's form, else the spelling that leads.
    name: String,
    /// The spelling.
    spelling: String,
    /// How often it stands.
    count: usize,
    /// In how many files.
    files: usize,
    /// The file, line and column where it stands first.
    first: String,
    /// person, place, or empty where the text does not tell.
    kind: &'static str,
    /// Whether a glossary says so.
    house: bool,
    /// Why it is the same name as the leading spelling.
    reason: String,
}

#[derive(Default)]
struct Seen {
    count: usize,
    files: usize,
    first: String,
    titled: bool,
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
        let mut seen = BTreeMap::<String, Seen>::new();
        let mut joined = BTreeSet::new();
        for input in inputs {
            gather(&formats::document(input, &[]).0, &desk.glossary, &mut seen, &mut joined);
        }
        let groups = table(&seen, &joined, &desk.glossary);
        let groups: Vec<Vec<Row>> = groups.into_iter().filter(|rows| !self.clashes || clashes(rows)).collect();
        if let Some(file) = &self.add_to {
            let added = add(file, &groups)?;
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
                    writer.serialize(row).map_err(std::io::Error::other)?;
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

/// Two spellings that one document shows to be one name.
type Joined = BTreeSet<(String, String)>;

/// Counts the names of one document, and what it shows to be one name.
fn gather(document: &Document, glossary: &Glossary, seen: &mut BTreeMap<String, Seen>, joined: &mut Joined) {
    let (roster, mentions) = Roster::of(document);
    let clashes = roster.judge(document, &mentions, glossary);
    let one = clashes.iter().filter(|clash| matches!(clash.kind, Kind::Variant | Kind::Accents));
    joined.extend(one.map(|clash| (clash.odd.clone(), clash.write.clone())));
    let mut here = BTreeMap::<&str, ()>::new();
    for mention in &mentions {
        let known = seen.entry(mention.text.clone()).or_default();
        known.count += 1;
        known.titled |= mention.title.is_some();
        if here.insert(mention.text.as_str(), ()).is_none() {
            known.files += 1;
        }
        if known.first.is_empty() {
            let (segment, range) = roster.locate(&(mention.start..mention.end));
            let span = document.segments[segment].translation.span(range);
            let position = document.input.position(span.start);
            known.first = format!("{}:{}:{}", document.input.name, position.line, position.column);
        }
    }
}

/// The names in groups of one name, its leading spelling first; groups in the order of their leading spelling.
fn table(seen: &BTreeMap<String, Seen>, joined: &Joined, glossary: &Glossary) -> Vec<Vec<Row>> {
    let forms: Vec<(&String, &Seen)> = seen.iter().collect();
    let list: Vec<Spelling> =
        forms.iter().enumerate().map(|(at, (form, seen))| Spelling::new(form, seen.count, at)).collect();
    let mut grouped = vec![false; list.len()];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for cluster in cluster::cluster(&list, Scope::Archive) {
        for member in &cluster.members {
            grouped[*member] = true;
        }
        groups.push(cluster.members);
    }
    groups.extend((0..list.len()).filter(|at| !grouped[*at]).map(|at| vec![at]));
    let mut home = vec![0; list.len()];
    for (at, members) in groups.iter().enumerate() {
        members.iter().for_each(|member| home[*member] = at);
    }
    for (odd, write) in joined {
        let place = |form: &String| forms.binary_search_by_key(&form, |(known, _)| known).ok();
        if let (Some(odd), Some(write)) = (place(odd), place(write))
            && home[odd] != home[write]
        {
            let (from, to) = (home[odd], home[write]);
            let moved = std::mem::take(&mut groups[from]);
            moved.iter().for_each(|member| home[*member] = to);
            groups[to].extend(moved);
        }
    }
    groups.retain(|members| !members.is_empty());
    let mut rows: Vec<Vec<Row>> = groups.iter().map(|members| group(members, &forms, glossary)).collect();
    rows.sort_by(|a, b| a[0].spelling.cmp(&b[0].spelling));
    rows
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

fn group(members: &[usize], forms: &[(&String, &Seen)], glossary: &Glossary) -> Vec<Row> {
    let mut members = members.to_vec();
    members.sort_by_key(|member| (std::cmp::Reverse(forms[*member].1.count), *member));
    let printed = members.iter().find_map(|member| glossary.printed(forms[*member].0));
    let lead = forms[members[0]].0;
    let name = printed.unwrap_or(lead);
    members
        .iter()
        .map(|member| {
            let (form, seen) = forms[*member];
            let judged = compare::compare(lead, form);
            let reason = match judged.score {
                _ if form == lead => String::new(),
                score if score < 0.5 => "one document shows both as one name".to_owned(),
                _ => judged.reason,
            };
            Row {
                name: name.to_owned(),
                spelling: form.clone(),
                count: seen.count,
                files: seen.files,
                first: seen.first.clone(),
                kind: kind(form, seen),
                house: printed.is_some(),
                reason,
            }
        })
        .collect()
}

fn kind(form: &str, seen: &Seen) -> &'static str {
    let first = form.split(' ').next().unwrap_or(form);
    if seen.titled || (form.contains(' ') && given::known(first)) {
        "person"
    } else if place::on_the_map(form) {
        "place"
    } else {
        ""
    }
}

/// Adds a draft row for each group with several spellings that the glossary does not have yet; the rest of the file is
/// left as it is, byte for byte.
fn add(file: &Path, groups: &[Vec<Row>]) -> Result<usize, String> {
    let mut bytes =
        if file.exists() { files::read(file, files::STDIN)?.bytes } else { b"write,avoid,kind,status,note\n".to_vec() };
    let name = file.display();
    let header = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice()).records().next();
    let header = match header {
        Some(Ok(header)) => header,
        _ => {
            return Err(format!(
                "{name}: no header row; its first row must name the columns, such as write,avoid,kind,status"
            ));
        }
    };
    let names: Vec<&str> = header.iter().map(|cell| columns::find(cell).map_or("", |column| column.name)).collect();
    if let Some(missing) = ["write", "avoid", "status"].iter().find(|column| !names.contains(*column)) {
        return Err(format!("{name}:1: no column named {missing} (comma as delimiter); add it to the first row"));
    }
    let known = String::from_utf8_lossy(&bytes).into_owned();
    if !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    let mut writer = csv::Writer::from_writer(bytes);
    let mut added = 0;
    for rows in groups.iter().filter(|rows| rows.len() > 1 && !rows[0].house) {
        if rows.iter().all(|row| known.contains(&row.spelling)) {
            continue;
        }
        let others: Vec<&str> = rows[1..].iter().map(|row| row.spelling.as_str()).collect();
        let kind = if rows[0].kind.is_empty() { "name" } else { rows[0].kind };
        let note = format!("{} times; {}", rows[0].count, rows[1].reason);
        let cells = names.iter().map(|column| match *column {
            "write" => rows[0].spelling.clone(),
            "avoid" => others.join("|"),
            "kind" => kind.to_owned(),
            "status" => "draft".to_owned(),
            "note" => note.clone(),
            _ => String::new(),
        });
        writer.write_record(cells).map_err(|error| format!("{name}: {error}"))?;
        added += 1;
    }
    let bytes = writer.into_inner().map_err(|error| format!("{name}: {error}"))?;
    if added > 0 {
        files::write(file, &bytes)?;
    } else {
        complain("no name is spelled in more than one way that the glossary does not have");
    }
    Ok(added)
}
