//! What is found but not reported: what the author let stand, what a keep row protects, what two rules say twice, and hints
//! that stand alone.

use crate::document::input::Place;
use crate::document::segment::Document;
use crate::document::stet::{Stet, Stets};
use crate::glossary::compile::Glossary;
use crate::glossary::entry::Kind;
use crate::glossary::scan::Hit;
use crate::glossary::store::Row;
use crate::rule::{Finding, Group};
use crate::rules::{self, UNUSED_STET};
use crate::scales::Level;
use crate::settings::Settings;
use crate::text::span::{Cover, Span};

/// Takes out of a document's findings those that stand, are kept, or say what an earlier rule said of the same words.
/// `findings` come in the order of the rules; stet comments that silence nothing are added as hints.
#[must_use]
pub fn suppress(findings: Vec<Finding>, document: &Document, hits: &[Vec<Hit>], glossary: &Glossary) -> Vec<Finding> {
    let kept = Cover::of(spans(document, hits, glossary, |row| row.entry.kind == Kind::Keep));
    let mut stets = Stets::of(&document.stets);
    let mut out: Vec<Finding> = Vec::with_capacity(findings.len());
    // Names that an earlier rule spoke of: what lies inside them is said.
    let mut names = std::collections::BTreeMap::<usize, usize>::new();
    let mut said = std::collections::BTreeSet::<(usize, usize)>::new();
    for finding in findings {
        let span = finding.place.span;
        let stands = stets.let_stand(finding.rule, span);
        let protected = kept.holds(span);
        let group = rules::named(finding.rule).map(|rule| rule.group);
        let inside = group == Some(Group::Names)
            && names.range(..=span.start).next_back().is_some_and(|(_, end)| span.end <= *end);
        if !stands && !protected && !inside && said.insert((span.start, span.end)) {
            if group == Some(Group::Names) {
                names.insert(span.start, span.end);
            }
            out.push(finding);
        }
    }
    out.extend(stets.unused().map(|stet| unused(document, stet)));
    out
}

/// Takes the hints out of a document in which nothing but hints of one rule is found: people's own prose gives cause for such
/// a one now and then, a translation for several. Hints that were asked for stay: of a rule that the settings name, and of
/// a house row.
#[must_use]
pub fn alone(
    mut findings: Vec<Finding>,
    document: &Document,
    hits: &[Vec<Hit>],
    glossary: &Glossary,
    settings: &Settings,
) -> Vec<Finding> {
    let told = || findings.iter().filter(|finding| finding.rule != UNUSED_STET);
    let Some(rule) = told().next().map(|finding| finding.rule) else { return findings };
    let lonely = told().all(|finding| finding.level == Level::Hint && finding.rule == rule);
    if lonely && !settings.names(rule, &document.input.name) {
        let house = spans(document, hits, glossary, |row| row.entry.rank > 0);
        findings.retain(|finding| {
            let span = finding.place.span;
            finding.rule == UNUSED_STET || house.iter().any(|row| span.start <= row.start && row.end <= span.end)
        });
    }
    findings
}

/// Where these rows are found, in bytes of the file.
fn spans(document: &Document, hits: &[Vec<Hit>], glossary: &Glossary, of: fn(&Row) -> bool) -> Vec<Span> {
    let found = document.segments.iter().zip(hits);
    found
        .flat_map(|(segment, hits)| hits.iter().map(move |hit| (segment, hit)))
        .filter(|(_, hit)| of(&glossary.rows[hit.row]))
        .map(|(segment, hit)| segment.translation.span(hit.range.clone()))
        .collect()
}

fn unused(document: &Document, stet: &Stet) -> Finding {
    let wrong = stet.rules.iter().find_map(|rule| rules::known(rule).err());
    Finding {
        rule: UNUSED_STET,
        level: Level::Hint,
        place: Place { input: std::sync::Arc::clone(&document.input), span: stet.comment },
        message: wrong.unwrap_or_else(|| "this stet lets nothing stand any more; take it out".to_owned()),
        evidence: "no finding lies where it applies".to_owned(),
        original: String::new(),
        fixes: Vec::new(),
        related: Vec::new(),
    }
}
