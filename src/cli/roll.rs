//! The roll of an archive's names: every spelling counted, and the spellings of one name together.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use crate::document::input::Input;
use crate::document::segment::Document;
use crate::facts::Roster;
use crate::formats;
use crate::glossary::compile::Glossary;
use crate::names::desk::Kind;
use crate::names::link::Scope;
use crate::names::spelling::Spelling;
use crate::names::{cluster, compare, given, place};
use crate::output::csv;

/// One spelling of a name.
#[derive(Serialize)]
pub(crate) struct Row {
    /// What to print: the house's form, else the spelling that leads.
    pub(crate) name: String,
    /// The spelling.
    pub(crate) spelling: String,
    /// How often it stands.
    pub(crate) count: usize,
    /// In how many files.
    pub(crate) files: usize,
    /// Their numbers, in order.
    #[serde(skip)]
    pub(crate) numbers: Vec<u32>,
    /// The file, line and column where it stands first.
    pub(crate) first: String,
    /// person, place, or empty where the text does not tell.
    pub(crate) kind: &'static str,
    /// Whether a glossary says so.
    pub(crate) house: bool,
    /// Why it is the same name as the leading spelling.
    pub(crate) reason: String,
}

impl Row {
    /// The row with cells that no spreadsheet takes for formulas.
    pub(crate) fn harmless(&self) -> Row {
        let safe = |cell: &str| csv::harmless(cell).into_owned();
        let (name, spelling, first) = (safe(&self.name), safe(&self.spelling), safe(&self.first));
        Row { name, spelling, first, numbers: Vec::new(), reason: safe(&self.reason), ..*self }
    }
}

#[derive(Default)]
struct Seen {
    count: usize,
    /// The numbers of the documents that have it, in order.
    numbers: Vec<u32>,
    first: String,
    titled: bool,
}

/// The names of an archive.
#[derive(Default)]
pub(crate) struct Roll {
    /// How many documents were read.
    documents: u32,
    seen: BTreeMap<String, Seen>,
    /// Two spellings that one document shows to be one name.
    joined: BTreeSet<(String, String)>,
}

impl Roll {
    /// The names of all inputs.
    pub(crate) fn of(inputs: Vec<Input>, glossary: &Glossary) -> Self {
        let mut roll = Roll::default();
        let each: Vec<Roll> =
            inputs.into_par_iter().map(|input| Roll::of_document(&formats::document(input, &[]).0, glossary)).collect();
        each.into_iter().for_each(|one| roll.add(one));
        roll
    }

    /// The names of one document, and what it shows to be one name.
    pub(crate) fn of_document(document: &Document, glossary: &Glossary) -> Self {
        let (roster, mentions) = Roster::of(document);
        let clashes = roster.judge(document, &mentions, glossary, &[]);
        let one = clashes.iter().filter(|clash| matches!(clash.kind, Kind::Variant | Kind::Accents));
        let joined = one.map(|clash| (clash.odd.clone(), clash.write.clone())).collect();
        let mut seen = BTreeMap::<String, Seen>::new();
        for mention in &mentions {
            let known = seen.entry(mention.text.to_owned()).or_default();
            known.count += 1;
            known.numbers = vec![0];
            known.titled |= mention.title.is_some();
            if known.first.is_empty() {
                let (segment, range) = roster.locate(&(mention.start..mention.end));
                known.first = document.address(segment, range);
            }
        }
        Roll { documents: 1, seen, joined }
    }

    /// Adds the names of a later document.
    pub(crate) fn add(&mut self, later: Roll) {
        self.joined.extend(later.joined);
        for (form, seen) in later.seen {
            let known = self.seen.entry(form).or_default();
            known.count += seen.count;
            known.numbers.extend(seen.numbers.iter().map(|number| number + self.documents));
            known.titled |= seen.titled;
            if known.first.is_empty() {
                known.first = seen.first;
            }
        }
        self.documents += later.documents;
    }

    /// The names in groups of one name, its leading spelling first; groups in the order of their leading spelling.
    pub(crate) fn groups(&self, glossary: &Glossary) -> Vec<Vec<Row>> {
        let Roll { seen, joined, .. } = self;
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
}

fn group(members: &[usize], forms: &[(&String, &Seen)], glossary: &Glossary) -> Vec<Row> {
    let mut members = members.to_vec();
    members.sort_by_key(|member| (std::cmp::Reverse(forms[*member].1.count), *member));
    let printed = members.iter().find_map(|member| glossary.printed(forms[*member].0, &[]));
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
                files: seen.numbers.len(),
                numbers: seen.numbers.clone(),
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
