//! The one door: inputs, a glossary and settings in, a report out.

use std::sync::Arc;

use rayon::prelude::*;

use crate::confirm::Printed;
use crate::document::input::{Input, Notice};
use crate::facts::{DocumentFacts, Facts};
use crate::formats;
use crate::glossary::compile::Glossary;
use crate::glossary::origin::Origin;
use crate::glossary::scan::{self, Found, Story};
use crate::rule::{Context, Cues, Finding, Findings, Tier};
use crate::rules::{self, RULES, UNUSED_STET};
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
    /// What stands as the house prints it, in the order of their places; empty unless asked for.
    pub confirmed: Vec<Finding>,
}

impl Report {
    /// All findings, page after page.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.pages.iter().flat_map(|page| &page.findings)
    }

    /// All confirmations, page after page.
    pub fn confirmed(&self) -> impl Iterator<Item = &Finding> {
        self.pages.iter().flat_map(|page| &page.confirmed)
    }

    /// The gravest level found.
    #[must_use]
    pub fn gravest(&self) -> Option<Level> {
        self.findings().map(|finding| finding.level).max()
    }
}

/// One input with what its document holds. The document is read a second time when it is judged: that costs less than to
/// keep all of them.
struct Gathered {
    input: Arc<Input>,
    facts: DocumentFacts,
    notices: Vec<Notice>,
}

/// Checks inputs in the light of one another. The same inputs give the same report, whatever the number of threads;
/// pages come in the order of the inputs.
#[must_use]
pub fn check(inputs: Vec<Input>, glossary: &Glossary, settings: &Settings) -> Report {
    let wanted = inputs.into_iter().filter(|input| !settings.ignores(&input.name)).collect();
    let mut gathered = each(wanted, |_, input| gather(input, glossary, settings));
    let notices = gathered.iter_mut().flat_map(|one| std::mem::take(&mut one.notices)).collect();
    let facts = Facts::of(
        gathered.iter_mut().map(|one| std::mem::take(&mut one.facts)).collect(),
        glossary,
        &settings.of_paths(),
    );
    let printed = settings.confirm.then(|| Printed::by(glossary));
    let pages = each(gathered, |index, one| judge(one.input, index, glossary, printed.as_ref(), &facts, settings));
    Report { pages, notices }
}

/// What `work` makes of each of these and its place, in their order. All threads take part, unless there is but one to do:
/// threads that are started for nothing cost more than a short text.
fn each<T: Send, R: Send>(all: Vec<T>, work: impl Fn(usize, T) -> R + Sync) -> Vec<R> {
    if all.len() < 2 {
        return all.into_iter().enumerate().map(|(place, one)| work(place, one)).collect();
    }
    all.into_par_iter().enumerate().map(|(place, one)| work(place, one)).collect()
}

fn gather(input: Input, glossary: &Glossary, settings: &Settings) -> Gathered {
    let (document, notices) = formats::document(input, &settings.stet_marks);
    let facts = DocumentFacts::of(&document, glossary, &settings.silent(&document.input.name));
    Gathered { input: document.input, facts, notices }
}

fn judge(
    input: Arc<Input>,
    index: usize,
    glossary: &Glossary,
    printed: Option<&Printed<'_>>,
    facts: &Facts,
    settings: &Settings,
) -> Page {
    let (document, _) = formats::document(input, &settings.stet_marks);
    let (document, name) = (&document, &document.input.name);
    let readings: Vec<Reading> =
        document.segments.iter().map(|segment| Reading::of(segment.translation.text())).collect();
    let silent = settings.silent(name);
    let origin = Origin::given(settings.from(name).to_vec());
    let day = settings.day.or(document.day);
    let story = Story { origin, day, silent: &silent };
    let Found { hits, origin } = scan::scan(glossary, document, &readings, story);
    let cues: Vec<Cues> = document
        .segments
        .iter()
        .zip(&readings)
        .map(|(segment, reading)| rules::cues(segment.translation.text(), reading))
        .collect();
    let context = Context {
        document,
        readings: &readings,
        cues: &cues,
        hits: &hits,
        glossary,
        facts,
        index,
        origin: &origin,
        silent: &silent,
        settings,
    };
    let mut findings = Vec::new();
    for rule in RULES {
        let level = settings.level(rule.name, rule.level, name);
        if level == Level::Off || !settings.runs(rule.name, rule.tier == Tier::Preview) {
            continue;
        }
        let mut found = Findings::new(rule.name, level, document, &readings);
        (rule.check)(&context, &mut found);
        findings.extend(found.into_list());
    }
    let findings = suppress::suppress(findings, document, &hits, glossary);
    let mut findings = suppress::alone(findings, document, &hits, glossary, settings);
    findings.retain(|finding| finding.rule != UNUSED_STET || stets_are_told(settings, name));
    let least = settings.least.unwrap_or(Level::Hint);
    findings.retain(|finding| finding.level >= least);
    findings.sort_by(|a, b| (a.place.span, a.rule, &a.message).cmp(&(b.place.span, b.rule, &b.message)));
    let words = readings.iter().map(|reading| reading.words.len()).sum();
    let confirmed =
        printed.map(|printed| printed.in_document(document, &readings, &silent, day, &findings)).unwrap_or_default();
    Page { name: name.clone(), words, findings, confirmed }
}

/// Whether stet comments that let nothing stand are told for an input.
fn stets_are_told(settings: &Settings, name: &str) -> bool {
    settings.runs(UNUSED_STET, false) && settings.level(UNUSED_STET, Level::Hint, name) > Level::Off
}
