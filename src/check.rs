//! The one door: inputs, a glossary and settings in, a report out.

use rayon::prelude::*;

use crate::document::input::{Input, Notice};
use crate::document::segment::Document;
use crate::facts::{DocumentFacts, Facts};
use crate::formats;
use crate::glossary::compile::Glossary;
use crate::glossary::scan::{self, Hit, Origin};
use crate::rule::{Context, Finding, Findings, Tier};
use crate::rules::RULES;
use crate::scales::Level;
use crate::settings::Settings;
use crate::suppress;
use crate::text::reading::Reading;

/// What a check found.
#[derive(Debug, Default)]
pub struct Report {
    /// One a document, in the order of the inputs.
    pub pages: Vec<Page>,
    /// What readers could not read, in the order of the inputs.
    pub notices: Vec<Notice>,
}

/// The findings of one input.
#[derive(Debug)]
pub struct Page {
    /// The input's name.
    pub name: String,
    /// Words of its prose.
    pub words: usize,
    /// In the order of their places.
    pub findings: Vec<Finding>,
}

impl Report {
    /// All findings, page after page.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.pages.iter().flat_map(|page| &page.findings)
    }

    /// The gravest level found.
    #[must_use]
    pub fn gravest(&self) -> Option<Level> {
        self.findings().map(|finding| finding.level).max()
    }
}

/// One document, read and scanned once.
struct Scanned {
    document: Document,
    readings: Vec<Reading>,
    hits: Vec<Vec<Hit>>,
    origin: Origin,
    facts: DocumentFacts,
    notices: Vec<Notice>,
}

/// Checks inputs in the light of one another. The same inputs give the same report, whatever the number of threads;
/// pages come in the order of the inputs.
#[must_use]
pub fn check(inputs: Vec<Input>, glossary: &Glossary, settings: &Settings) -> Report {
    let scanned: Vec<Scanned> = inputs
        .into_par_iter()
        .filter(|input| !settings.ignores(&input.name))
        .map(|input| scan(input, glossary, settings))
        .collect();
    let facts = Facts { documents: scanned.iter().map(|one| one.facts.clone()).collect() };
    let pages =
        scanned.par_iter().enumerate().map(|(index, one)| judge(one, index, glossary, &facts, settings)).collect();
    let notices = scanned.into_iter().flat_map(|one| one.notices).collect();
    Report { pages, notices }
}

fn scan(input: Input, glossary: &Glossary, settings: &Settings) -> Scanned {
    let (document, notices) = formats::document(input, &settings.stet_marks);
    let readings: Vec<Reading> =
        document.segments.iter().map(|segment| Reading::of(segment.translation.text())).collect();
    let origin = Origin { languages: settings.from.clone() };
    let hits = scan::hits(glossary, &document, &readings, &origin, &settings.day);
    let facts = DocumentFacts::of(&document, &readings, glossary);
    Scanned { document, readings, hits, origin, facts, notices }
}

fn judge(one: &Scanned, index: usize, glossary: &Glossary, facts: &Facts, settings: &Settings) -> Page {
    let document = &one.document;
    let name = &document.input.name;
    let context = Context {
        document,
        readings: &one.readings,
        hits: &one.hits,
        glossary,
        facts,
        index,
        origin: &one.origin,
        settings,
    };
    let mut findings = Vec::new();
    for rule in RULES {
        let level = settings.level(rule.name, rule.level, name);
        if level == Level::Off || !settings.runs(rule.name, rule.tier == Tier::Preview) {
            continue;
        }
        let mut found = Findings::new(rule.name, level, document, &one.readings);
        (rule.check)(&context, &mut found);
        findings.extend(found.into_list());
    }
    let mut findings = suppress::suppress(findings, document, &one.hits, glossary);
    let least = settings.least.unwrap_or(Level::Hint);
    findings.retain(|finding| finding.level >= least);
    findings.sort_by(|a, b| (a.place.span, a.rule, &a.message).cmp(&(b.place.span, b.rule, &b.message)));
    Page { name: name.clone(), words: one.facts.words, findings }
}
