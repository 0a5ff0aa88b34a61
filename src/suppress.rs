//! What is found but not reported: what the author let stand, what a keep row protects, what two rules say twice, and hints
//! that stand alone.

use std::cmp::Ordering;

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

/// The rule of rows that may speak of what a rule finds as well.
const ROW: &str = "literal-phrase";
/// The rule of claims without a source, whose openers are rows too.
const CLAIM: &str = "reported-claim";

/// The rule of commas between an office and its holder.
const COMMA: &str = "missing-comma";

/// Takes out of a document's findings those that stand, are kept, or say what an earlier rule said of the same words.
/// `findings` come in the order of the rules; stet comments that silence nothing are added as hints.
#[must_use]
pub fn suppress(findings: Vec<Finding>, document: &Document, hits: &[Vec<Hit>], glossary: &Glossary) -> Vec<Finding> {
    let kept = Cover::of(spans(document, hits, glossary, |row| row.entry.kind == Kind::Keep));
    let mut stets = Stets::of(&document.stets);
    let mut out: Vec<Finding> = Vec::with_capacity(findings.len());
    // Names that an earlier rule spoke of: what lies inside them is said.
    let mut names = std::collections::BTreeMap::<usize, usize>::new();
    let mut said = std::collections::BTreeMap::<(usize, usize), &str>::new();
    for finding in findings {
        let span = finding.place.span;
        let stands = stets.let_stand(finding.rule, span);
        let protected = kept.holds(span);
        let group = rules::named(finding.rule).map(|rule| rule.group);
        let inside = group == Some(Group::Names)
            && names.range(..=span.start).next_back().is_some_and(|(_, end)| span.end <= *end);
        // Of a row and a claim the better answer is chosen below.
        let again = said.get(&(span.start, span.end)).is_some_and(|by| (*by, finding.rule) != (ROW, CLAIM));
        if !stands && !protected && !inside && !again {
            said.insert((span.start, span.end), finding.rule);
            if group == Some(Group::Names) {
                names.insert(span.start, span.end);
            }
            out.push(finding);
        }
    }
    once(&mut out);
    out.extend(stets.unused().map(|stet| unused(document, stet)));
    out
}

/// Leaves one answer where a row and a rule speak of one fault, of two places the one inside the other. Of a row and a claim
/// the safer or graver stays, then the one that starts earlier, then the row; a comma before a name yields to the row, and a
/// figure or a date does when the row's answer mends it too.
fn once(findings: &mut Vec<Finding>) {
    let answer = |finding: &Finding| (finding.fixes.first().map(|fix| fix.safety), finding.level);
    let within = |inner: Span, outer: Span| outer.start <= inner.start && inner.end <= outer.end;
    let mut rows: Vec<usize> = (0..findings.len()).filter(|&at| findings[at].rule == ROW).collect();
    rows.sort_by_key(|&row| findings[row].place.span.start);
    let mut gone = vec![false; findings.len()];
    let shared = |finding: &Finding| matches!(finding.rule, CLAIM | COMMA | "number-format" | "date-format");
    for (at, finding) in findings.iter().enumerate().filter(|(_, finding)| shared(finding)) {
        let span = finding.place.span;
        let same = |row: &&usize| {
            let by_row = &findings[**row];
            let place = by_row.place.span;
            // "Minister of Sport" and the name after it: the row sets the office before the name, where no comma stands.
            let office = finding.rule == COMMA
                && place.end == span.start
                && by_row.place.text().contains(" of ")
                && by_row.fixes.first().is_some_and(|fix| !fix.text.contains(" of "));
            within(place, span) || within(span, place) || office
        };
        // Rows do not overlap, but for a word at an end: those that could be meant stand together.
        let until = rows.partition_point(|&row| findings[row].place.span.start < span.end);
        let near = rows[..until].iter().rev().take_while(|&&row| findings[row].place.span.end >= span.start);
        for &row in near.filter(same) {
            let by_row = &findings[row];
            let written = by_row.fixes.first().map_or("", |fix| &fix.text);
            match finding.rule {
                // English news sets the office before the name.
                COMMA => gone[at] = true,
                CLAIM => {
                    let row_yields = match answer(by_row).cmp(&answer(finding)) {
                        Ordering::Less => true,
                        Ordering::Equal => span.start < by_row.place.span.start,
                        Ordering::Greater => false,
                    };
                    gone[if row_yields { row } else { at }] = true;
                }
                "number-format" | "date-format" if !written.is_empty() => {
                    gone[at] |= match finding.fixes.first() {
                        Some(fix) => written.contains(&fix.text),
                        None => !written.contains(finding.place.text()),
                    };
                }
                _ => {}
            }
        }
    }
    let mut gone = gone.into_iter();
    findings.retain(|_| !gone.next().unwrap_or(false));
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
