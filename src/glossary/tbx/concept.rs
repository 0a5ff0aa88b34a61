//! Concepts to rows: what the house writes, what it avoids, and the original's words.

use std::sync::Arc;

use crate::glossary::columns::{CONCEPT, DOMAIN, TERMS};
use crate::glossary::entry::{Entry, Inflect, RowPlace};
use crate::glossary::read::{RowProblem, Rows};
use crate::glossary::tbx::model;
use crate::glossary::tbx::tree::Element;
use crate::scales::Safety;

/// How a term stands with the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Preferred,
    Unsaid,
    Admitted,
    Avoided,
}

struct Term {
    text: String,
    standing: Standing,
    speech: Option<Inflect>,
}

/// What is gathered of one concept.
#[derive(Default)]
struct Concept {
    english: Vec<Term>,
    /// Language and term.
    others: Vec<(String, String)>,
    definitions: Vec<String>,
    notes: Vec<String>,
    domains: Vec<String>,
    links: Vec<String>,
}

/// One row a concept that has English terms; the others are mentioned.
pub(super) fn rows(root: &Element, file: &Arc<str>, rank: u8) -> Rows {
    let mut rows = Rows::default();
    // What is the same for many concepts is said once: how many, and the line of the first.
    let (mut foreign, mut unused) = ((0, 0), (0, 0));
    let count = |of: &mut (usize, u64), line: u64| *of = (of.0 + 1, if of.0 == 0 { line } else { of.1 });
    let bodies = root.children().filter(|child| child.name == "text").flat_map(Element::children);
    for element in bodies.filter(|child| child.name == "body").flat_map(Element::children) {
        let concept = concept(element);
        let line = element.line;
        if concept.english.is_empty() {
            count(&mut foreign, line);
            continue;
        }
        let id = element.attribute("id").unwrap_or_default();
        let mut entry = Entry { place: RowPlace { file: file.clone(), line }, rank, ..Entry::default() };
        fill(&mut entry, concept, id, &mut |column, message| rows.problems.push(note(file, line, column, message)));
        if entry.avoid.is_empty() && entry.original.is_empty() {
            count(&mut unused, line);
        }
        rows.entries.push(entry);
    }
    if foreign.0 > 0 {
        let message = format!("{} concepts, of which this is the first, have no English term; left out", foreign.0);
        rows.problems.push(note(file, foreign.1, "", message));
    }
    if unused.0 > 0 {
        let message = format!(
            "{} concepts, of which this is the first, have neither a term to avoid nor one of another language: nothing to \
             find",
            unused.0
        );
        rows.problems.push(note(file, unused.1, "", message));
    }
    rows
}

fn note(file: &Arc<str>, line: u64, column: &str, message: String) -> RowProblem {
    RowProblem { file: file.clone(), line, column: column.to_owned(), message, refused: false }
}

fn fill(entry: &mut Entry, concept: Concept, id: &str, note: &mut impl FnMut(&str, String)) {
    let mut english = concept.english;
    english.sort_by_key(|term| term.standing);
    let mut speeches: Vec<Inflect> = english.iter().filter_map(|term| term.speech).collect();
    speeches.dedup();
    if let [speech] = speeches[..] {
        entry.inflect = speech;
    }
    for term in english {
        if term.standing != Standing::Avoided {
            push_new(&mut entry.write, term.text);
        } else if term.text.contains(['(', ')', '[', ']', '<', '>', '|', '\u{2026}']) {
            note("avoid", format!("\"{}\" holds brackets or marks that no match can cross; not looked for", term.text));
        } else {
            push_new(&mut entry.avoid, term.text);
        }
    }
    if entry.write.is_empty() {
        entry.safety = Some(Safety::Choice); // no replacement is named: never taken out unasked
    }
    for (language, term) in &concept.others {
        if language != "und" {
            push_new(&mut entry.from, language.clone());
        }
        push_new(&mut entry.original, term.clone());
    }
    entry.note = [concept.definitions, concept.notes].concat().join(" / ");
    entry.link = concept.links.first().cloned().unwrap_or_default();
    let mut keep = |name: &str, value: String| {
        if !value.is_empty() {
            entry.other.push((name.to_owned(), value));
        }
    };
    keep(CONCEPT, id.to_owned());
    keep(DOMAIN, concept.domains.join(" / "));
    if entry.from.len() > 1 {
        keep(
            TERMS,
            concept.others.iter().map(|(language, term)| format!("{language}:{term}")).collect::<Vec<_>>().join(" | "),
        );
    }
}

fn push_new(list: &mut Vec<String>, text: String) {
    if !list.contains(&text) {
        list.push(text);
    }
}

fn concept(element: &Element) -> Concept {
    let mut concept = Concept::default();
    describe(element, &mut concept);
    for section in element.children().filter(|child| matches!(child.name.as_str(), "langSec" | "langSet")) {
        let language = section.attribute("xml:lang").unwrap_or_default().to_ascii_lowercase();
        let language = language.split(['-', '_']).next().unwrap_or_default();
        let english = language == "en" || language == "eng";
        if english {
            describe(section, &mut concept);
        }
        for term in section.children().filter(|child| matches!(child.name.as_str(), "termSec" | "tig" | "ntig")) {
            let Some(found) = read_term(term) else { continue };
            if english {
                describe(term, &mut concept);
                concept.english.push(found);
            } else if found.standing != Standing::Avoided {
                concept.others.push((language.to_owned(), found.text));
            }
        }
    }
    concept
}

/// Definitions, notes, subject fields and links that stand directly in an element or in a group of it.
fn describe(element: &Element, concept: &mut Concept) {
    for child in element.children() {
        match (model::stands_for(child), model::category_of(child)) {
            ("descripGrp" | "adminGrp", _) => describe(child, concept),
            ("descrip", "definition") => push_new(&mut concept.definitions, child.text()),
            ("descrip", "subjectField") => push_new(&mut concept.domains, child.text()),
            ("note", _) => push_new(&mut concept.notes, child.text()),
            ("xref", "externalCrossReference") => {
                push_new(&mut concept.links, child.attribute("target").unwrap_or_default().to_owned());
            }
            _ => {}
        }
    }
}

fn read_term(section: &Element) -> Option<Term> {
    let group = section.children().find(|child| child.name == "termGrp").unwrap_or(section);
    let text = group.children().find(|child| child.name == "term")?.text();
    if text.is_empty() {
        return None;
    }
    let mut term = Term { text, standing: Standing::Unsaid, speech: None };
    let groups = group.children().filter(|child| child.name == "termNoteGrp").flat_map(Element::children);
    for note in group.children().chain(groups).filter(|child| model::stands_for(child) == "termNote") {
        let value = note.text();
        match model::category_of(note) {
            "administrativeStatus" | "usageStatus" | "normativeAuthorization" => {
                term.standing = match value.split('-').next().unwrap_or_default() {
                    "preferredTerm" | "preferred" | "standardizedTerm" => Standing::Preferred,
                    "admittedTerm" | "admitted" => Standing::Admitted,
                    "deprecatedTerm" | "deprecated" | "supersededTerm" | "superseded" | "notRecommended"
                    | "obsolete" => Standing::Avoided,
                    _ => Standing::Unsaid,
                };
            }
            "partOfSpeech" => {
                term.speech = match value.to_ascii_lowercase().as_str() {
                    "noun" => Some(Inflect::Noun),
                    "verb" => Some(Inflect::Verb),
                    "adjective" => Some(Inflect::Adjective),
                    "adverb" => Some(Inflect::None),
                    _ => None,
                };
            }
            _ => {}
        }
    }
    Some(term)
}
