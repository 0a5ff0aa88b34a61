//! What a rule is, what it may look at and what it reports: `Rule`, `Context`, `Cues`, `Findings`, `Finding`, `Fix`.

mod cue;

use std::ops::Range;
use std::sync::Arc;

use crate::document::input::Place;
use crate::document::prose::{Edit, Escape};
use crate::document::segment::Document;
use crate::facts::Facts;
use crate::glossary::compile::Glossary;
use crate::glossary::entry::Kind;
use crate::glossary::origin::Origin;
use crate::glossary::scan::Hit;
use crate::glossary::store::Row;
use crate::glossary::suggestion::Suggestion;
use crate::scales::{Level, Safety};
use crate::settings::Settings;
use crate::text::reading::Reading;

pub use cue::{Cue, Cues};

/// Which kind of damage a rule looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// House terms.
    Terms,
    /// Names of persons, places, bodies.
    Names,
    /// Words carried over.
    Phrases,
    /// What a web page or a machine left in.
    Leftovers,
    /// Punctuation, numbers, grammar.
    Mechanics,
}

impl Group {
    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Group::Terms => "terms",
            Group::Names => "names",
            Group::Phrases => "phrases",
            Group::Leftovers => "leftovers",
            Group::Mechanics => "mechanics",
        }
    }
}

/// Whether a rule has earned its place by measurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// On by default.
    Stable,
    /// Only when asked for.
    Preview,
}

/// One rule: data and a function, no state.
pub struct Rule {
    /// Named by what is wrong, kebab-case.
    pub name: &'static str,
    /// What it looks for.
    pub group: Group,
    /// Its level unless settings say otherwise.
    pub level: Level,
    /// Whether it is on by default.
    pub tier: Tier,
    /// The MQM error type its findings belong to (themqm.org, core typology).
    pub mqm: &'static str,
    /// Its page: manual, help text and test in one.
    pub page: &'static str,
    /// Looks at one document.
    pub check: fn(&Context<'_>, &mut Findings<'_>),
}

/// All that a rule may look at.
pub struct Context<'a> {
    /// The document.
    pub document: &'a Document,
    /// One reading a segment.
    pub readings: &'a [Reading],
    /// What the words of each segment call to the rules.
    pub cues: &'a [Cues],
    /// The glossary rows found, one list a segment.
    pub hits: &'a [Vec<Hit>],
    /// The glossary.
    pub glossary: &'a Glossary,
    /// The facts of all documents of this check.
    pub facts: &'a Facts,
    /// This document's index among them.
    pub index: usize,
    /// The languages of the original, as far as known.
    pub origin: &'a Origin,
    /// Ranks of glossaries that are not meant for this document.
    pub silent: &'a [u8],
    /// The settings.
    pub settings: &'a Settings,
}

/// A place elsewhere that belongs to a finding.
#[derive(Debug, Clone)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What stands there.
    pub message: String,
}

/// What to write instead, and how.
#[derive(Debug, Clone)]
pub struct Fix {
    /// How safe it is.
    pub safety: Safety,
    /// What the words become; empty: they are taken out.
    pub text: String,
    /// The changes of the file, in order, none touching another.
    pub edits: Vec<Edit>,
}

/// One thing that should be changed.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How grave.
    pub level: Level,
    /// Where.
    pub place: Place,
    /// What is wrong and what to write.
    pub message: String,
    /// Why, and from which row or which other places.
    pub evidence: String,
    /// The original's words, where known.
    pub original: String,
    /// What to write instead, best first.
    pub fixes: Vec<Fix>,
    /// Places that belong to it.
    pub related: Vec<Related>,
}

impl Finding {
    /// The best fix, when it is of at least this safety and the file's encoding has its characters; the error says why not.
    ///
    /// # Errors
    /// When it is safe enough and cannot be written.
    pub fn fix(&self, least: Safety) -> Result<Option<&Fix>, String> {
        let Some(fix) = self.fixes.first().filter(|fix| fix.safety >= least) else { return Ok(None) };
        let home = &self.place.input.home;
        if !home.is_exact() {
            return Err("the file's encoding is not clean; save it as UTF-8".to_owned());
        }
        if fix.edits.iter().any(|edit| home.encode(&edit.with).is_none()) {
            return Err(format!(
                "{} does not have the characters of \"{}\"; save the file as UTF-8",
                home.name(),
                fix.text
            ));
        }
        Ok(Some(fix))
    }
}

/// A finding as a rule reports it: places in prose, not yet in the file.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The segment's index.
    pub segment: usize,
    /// Bytes of the segment's prose.
    pub range: Range<usize>,
    /// What is wrong and what to write.
    pub message: String,
    /// Why.
    pub evidence: String,
    /// The original's words.
    pub original: String,
    /// What to write instead, best first.
    pub suggestions: Vec<Suggestion>,
    /// How safe the first suggestion is; lowered inside quotations and where there are several.
    pub safety: Safety,
    /// A level other than the rule's.
    pub level: Option<Level>,
    /// Places that belong to it: segment, bytes, message.
    pub related: Vec<(usize, Range<usize>, String)>,
}

/// The findings of one rule in one document.
pub struct Findings<'a> {
    rule: &'static str,
    level: Level,
    document: &'a Document,
    readings: &'a [Reading],
    list: Vec<Finding>,
}

impl Draft {
    /// A finding without suggestions.
    #[must_use]
    pub fn new(segment: usize, range: Range<usize>, message: String, evidence: String) -> Self {
        Draft {
            segment,
            range,
            message,
            evidence,
            original: String::new(),
            suggestions: Vec::new(),
            safety: Safety::Choice,
            level: None,
            related: Vec::new(),
        }
    }

    /// With one thing to write in place of the found words.
    #[must_use]
    pub fn write(mut self, text: impl Into<String>, safety: Safety) -> Self {
        self.suggestions.push(Suggestion::new(self.range.clone(), text));
        self.safety = safety;
        self
    }
}

impl<'a> Context<'a> {
    /// All hits, of what the house avoids and of what it prints, in order: segment, hit, row.
    pub fn all_hits(&self) -> impl Iterator<Item = (usize, &'a Hit, &'a Row)> {
        let glossary = self.glossary;
        let hits = self.hits.iter().enumerate();
        hits.flat_map(move |(segment, hits)| hits.iter().map(move |hit| (segment, hit, &glossary.rows[hit.row])))
    }

    /// The hits of what rows of these kinds avoid.
    pub fn hits_of(&self, kinds: &'static [Kind]) -> impl Iterator<Item = (usize, &'a Hit, &'a Row)> {
        self.all_hits().filter(|(_, hit, row)| !hit.allowed && kinds.contains(&row.entry.kind))
    }

    /// The prose of a segment.
    #[must_use]
    pub fn text(&self, segment: usize) -> &'a str {
        self.document.segments[segment].translation.text()
    }

    /// Each segment's index, prose and reading.
    pub fn paragraphs(&self) -> impl Iterator<Item = (usize, &'a str, &'a Reading)> {
        let segments = &self.document.segments;
        self.readings.iter().enumerate().map(move |(at, reading)| (at, segments[at].translation.text(), reading))
    }
}

impl<'a> Findings<'a> {
    /// An empty list for a rule in a document.
    #[must_use]
    pub fn new(rule: &'static str, level: Level, document: &'a Document, readings: &'a [Reading]) -> Self {
        Findings { rule, level, document, readings, list: Vec::new() }
    }

    /// Reports a finding: turns its places into places of the file and its suggestions into edits.
    pub fn add(&mut self, draft: Draft) {
        let segment = &self.document.segments[draft.segment];
        let prose = &segment.translation;
        let quoted = self.readings[draft.segment].in_quotation(&draft.range);
        let several = draft.suggestions.len() > 1;
        let place = |segment: usize, range: Range<usize>| Place {
            input: Arc::clone(&self.document.input),
            span: self.document.segments[segment].translation.span(range),
        };
        let whole_line = draft.range == (0..prose.text().len());
        let mut fixes = Vec::new();
        for suggestion in &draft.suggestions {
            let delete_line = whole_line && suggestion.text.is_empty() && prose.escape() != Escape::Html;
            let edits = if delete_line {
                Some(vec![Edit { span: segment.whole, with: String::new() }])
            } else {
                prose.replace(suggestion.range.clone(), &suggestion.text)
            };
            let safety =
                if (quoted && !whole_line) || several { draft.safety.min(Safety::Choice) } else { draft.safety };
            fixes.extend(edits.map(|edits| Fix {
                safety,
                text: printed(prose.text(), &draft.range, suggestion),
                edits,
            }));
        }
        self.list.push(Finding {
            rule: self.rule,
            level: draft.level.unwrap_or(self.level),
            place: place(draft.segment, draft.range),
            message: draft.message,
            evidence: draft.evidence,
            original: draft.original,
            fixes,
            related: draft
                .related
                .into_iter()
                .map(|(at, range, message)| Related { place: place(at, range), message })
                .collect(),
        });
    }

    /// The findings reported so far.
    #[must_use]
    pub fn into_list(self) -> Vec<Finding> {
        self.list
    }
}

/// What the found words become under a suggestion that may reach a little further than they do.
fn printed(text: &str, found: &Range<usize>, suggestion: &Suggestion) -> String {
    let (from, to) = (found.start.min(suggestion.range.start), found.end.max(suggestion.range.end));
    let head = &text[from.max(found.start).min(suggestion.range.start)..suggestion.range.start];
    let tail = &text[suggestion.range.end..to.max(suggestion.range.end)];
    format!("{head}{}{tail}", suggestion.text)
}
