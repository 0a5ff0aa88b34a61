//! What the documents of one check hold, gathered before any is judged.

use std::cell::LazyCell;
use std::ops::Range;

use crate::document::segment::{Document, Role};
use crate::glossary::compile::Glossary;
use crate::names::acronyms::{self, Introduction};
use crate::names::across::{self, Archive, Person};
use crate::names::bodies::{self, Loose};
use crate::names::desk::{self, Clash};
use crate::names::foreign::{self, Dated};
use crate::names::mention::{self, Mention, Setting};
use crate::names::{eastern, slavs, small, versions};

/// The facts of all documents of a check; the same whatever the order in which they were read.
#[derive(Debug, Default)]
pub struct Facts {
    /// One a document, in the documents' order.
    pub documents: Vec<DocumentFacts>,
    /// How the people of all of them are spelled.
    archive: Archive,
}

impl Facts {
    /// Merges the facts of documents; glossaries of the `silent` ranks have no say.
    #[must_use]
    pub fn of(documents: Vec<DocumentFacts>, glossary: &Glossary, silent: &[u8]) -> Self {
        let house = |form: &str| glossary.printed(form, silent).map(str::to_owned);
        let archive = Archive::of(documents.iter().map(|one| one.people.as_slice()), &house);
        Facts { documents, archive }
    }

    /// The names of one of the documents that its other files spell otherwise.
    #[must_use]
    pub fn across(&self, index: usize, document: &Document) -> Vec<Clash> {
        self.archive.clashes(&self.documents[index].people, || Roster::of(document).1)
    }
}

/// The facts of one document.
#[derive(Debug, Default, Clone)]
pub struct DocumentFacts {
    /// The names it mentions.
    pub names: Roster,
    /// The people it names in full.
    people: Vec<Person>,
}

/// The names of one document: what clashes, and the way back from the names' places to its segments.
#[derive(Debug, Default, Clone)]
pub struct Roster {
    /// Spellings that clash with others of the document, with what the house or the English press prints.
    pub clashes: Vec<Clash>,
    /// Where each segment's prose begins, all laid end to end.
    starts: Vec<usize>,
}

/// Names that are looked at together: a long article has a few hundred, and a file of many articles is no single one.
const TOGETHER: usize = 1000;

/// Words that these names have at most: each is compared with each.
const WORDS: usize = 3 * TOGETHER;

impl DocumentFacts {
    /// Gathers a document's facts; glossaries of the `silent` ranks have no say.
    #[must_use]
    pub fn of(document: &Document, glossary: &Glossary, silent: &[u8]) -> Self {
        let (mut names, mentions) = Roster::of(document);
        names.clashes = names.judge(document, &mentions, glossary, silent);
        DocumentFacts { names, people: across::people(&mentions) }
    }
}

/// The mentions in stretches that are looked at together. What alone has too many words is a list in capitals, no name: it
/// is in none.
fn stretches<'m, 't>(mentions: &'m [Mention<'t>]) -> Vec<&'m [Mention<'t>]> {
    let mut out = Vec::new();
    let mut rest = mentions;
    while !rest.is_empty() {
        let mut words = 0;
        let fits = |mention: &&Mention| {
            words += mention.words.len();
            words <= WORDS
        };
        let length = rest.iter().take(TOGETHER).take_while(fits).count();
        let (stretch, after) = rest.split_at(length.max(1));
        if length > 0 {
            out.push(stretch);
        }
        rest = after;
    }
    out
}

impl Roster {
    /// All mentions of names in a document, in order, and the roster that knows their places.
    #[must_use]
    pub fn of(document: &Document) -> (Self, Vec<Mention<'_>>) {
        let (mut roster, mut mentions) = (Roster::default(), Vec::new());
        let mut end = 0;
        for segment in &document.segments {
            let text = segment.translation.text();
            roster.starts.push(end);
            for mut mention in mention::mentions(text) {
                if segment.role == Role::Title && mention.setting == Setting::Body {
                    mention.setting = Setting::Headline;
                }
                mention.start += end;
                mention.end += end;
                for word in &mut mention.words {
                    word.start += end;
                    word.end += end;
                }
                mentions.push(mention);
            }
            end += text.len() + 1;
        }
        (roster, mentions)
    }

    /// The clashes between the spellings of a document, given its mentions, and names as other languages write them.
    #[must_use]
    pub fn judge(&self, document: &Document, mentions: &[Mention], glossary: &Glossary, silent: &[u8]) -> Vec<Clash> {
        let house = |form: &str| glossary.printed(form, silent).map(str::to_owned);
        let mut clashes = Vec::new();
        let late = LazyCell::new(|| is_late(document));
        for together in stretches(mentions) {
            clashes.extend(desk::clashes(together, &house));
            clashes.extend(foreign::foreign_forms(together, dated(together, || *late)));
            clashes.extend(versions::clashes(together));
            clashes.extend(slavs::clashes(together));
            clashes.extend(eastern::clashes(together));
        }
        let texts = || document.segments.iter().map(|segment| segment.translation.text());
        let loose: Vec<Loose> =
            texts().zip(&self.starts).flat_map(|(text, start)| bodies::loose(text, *start)).collect();
        clashes.extend(bodies::clashes(&loose, mentions, &|form| texts().any(|text| text.contains(form))));
        let introduced: Vec<Introduction> =
            texts().zip(&self.starts).flat_map(|(text, start)| acronyms::introductions(text, *start)).collect();
        clashes.extend(acronyms::clashes(&introduced, mentions));
        clashes.extend(small::clashes(texts().zip(self.starts.iter().copied()), &small::surnames(mentions)));
        clashes
    }

    /// The segment in which a place lies, and its bytes there.
    #[must_use]
    pub fn locate(&self, place: &Range<usize>) -> (usize, Range<usize>) {
        let segment = self.starts.partition_point(|start| *start <= place.start).saturating_sub(1);
        let start = self.starts.get(segment).copied().unwrap_or(0);
        (segment, place.start - start..place.end - start)
    }
}

/// Whether names are those of the years in which the English press prints Kyiv: beside people and things of that time, or
/// in a text that is `late`. Where it writes a second place as Russia does, that is its house style, unless it writes
/// others as Ukraine does.
fn dated(mentions: &[Mention], late: impl Fn() -> bool) -> Dated {
    let old = foreign::old_ukrainian(mentions);
    let report = old > 0 && (foreign::ukrainian(mentions) || old == 1 && (foreign::since_2019(mentions) || late()));
    if report { Dated::Report } else { Dated::Pass }
}

/// Whether a document names a year since 2020.
fn is_late(document: &Document) -> bool {
    document.segments.iter().any(|segment| {
        let mut words = segment.translation.text().split(|c: char| !c.is_alphanumeric());
        words.any(|word| matches!(word.as_bytes(), [b'2', b'0', b'2' | b'3', b'0'..=b'9']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_looked_at_together_in_stretches_of_a_thousand_and_a_list_in_capitals_in_none() {
        let sizes = |text: &str| -> Vec<usize> {
            stretches(&mention::mentions(text)).iter().map(|stretch| stretch.len()).collect()
        };
        assert_eq!(sizes(&"Then Tavorik left. ".repeat(2500)), [1000, 1000, 500]);
        assert_eq!(sizes(&format!("Then Tavorik met {}. Today Harvela slept.", "Tavorik ".repeat(WORDS + 1))), [1, 1]);
        assert_eq!(sizes(""), [0; 0]);
    }
}
