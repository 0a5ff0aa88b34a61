//! The one pass over a paragraph: every row of every glossary found, judged by its conditions, longest first.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::document::segment::{Document, Role};
use crate::english::lemma;
use crate::glossary::automaton::{Match, PatternId, Tape};
use crate::glossary::cases;
use crate::glossary::compile::Glossary;
use crate::glossary::condition::{Condition, Surroundings};
use crate::glossary::entry::{Case, Kind};
use crate::glossary::head;
use crate::glossary::matching::Line;
use crate::glossary::origin::Origin;
use crate::glossary::store::Row;
use crate::glossary::suggestion;
use crate::text::addresses;
use crate::text::day::Day;
use crate::text::fold;
use crate::text::reading::Reading;
use crate::text::words::{self, Shape};

/// A row found in a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Index of the row in the glossary.
    pub row: usize,
    /// The pattern that matched.
    pub pattern: PatternId,
    /// The words, by index in the paragraph's reading.
    pub words: Range<usize>,
    /// The bytes of the paragraph's prose.
    pub range: Range<usize>,
    /// Whether it lies in a quotation.
    pub quotation: bool,
    /// Whether it is what the house prints: no fault, but no other row may speak inside it.
    pub allowed: bool,
}

/// What was found in a document.
#[derive(Debug, Clone)]
pub struct Found {
    /// One list a segment, in order of their places; overlaps resolved.
    pub hits: Vec<Vec<Hit>>,
    /// What is known of the original's language, now that the document has been read.
    pub origin: Origin,
}

/// What is known of a story before it is read, by which rows speak or do not.
#[derive(Debug, Clone, Default)]
pub struct Story<'a> {
    /// The languages of its original.
    pub origin: Origin,
    /// Its day; none: rows hold whatever their dates.
    pub day: Option<Day>,
    /// Ranks of glossaries that are not meant for it.
    pub silent: &'a [u8],
}

impl Story<'_> {
    /// True when a row may speak, as far as is known before the story is read.
    fn admits(&self, row: &Row) -> bool {
        self.origin.might_allow(row) && row.entry.holds_on(self.day) && !self.silent.contains(&row.entry.rank)
    }
}

/// Finds all rows in a document's segments.
#[must_use]
pub fn scan(glossary: &Glossary, document: &Document, readings: &[Reading], story: Story<'_>) -> Found {
    let mut scratch = Scratch::default();
    let mut all: Vec<Vec<Hit>> = document
        .segments
        .iter()
        .zip(readings)
        .map(|(segment, reading)| {
            let text = segment.translation.text();
            scratch.candidates(glossary, &Paragraph::of(text, reading, segment.role), &story)
        })
        .collect();
    let origin = story.origin.or_guess(glossary, document, readings, &all);
    for hits in &mut all {
        hits.retain(|hit| origin.allows(&glossary.rows[hit.row]));
        *hits = resolve(glossary, std::mem::take(hits));
    }
    drop_rare(glossary, readings, &mut all);
    Found { hits: all, origin }
}

/// All hits of one paragraph, before overlaps are resolved, of rows that might speak.
#[must_use]
pub fn candidates(glossary: &Glossary, text: &str, reading: &Reading, role: Role, story: &Story<'_>) -> Vec<Hit> {
    Scratch::default().candidates(glossary, &Paragraph::of(text, reading, role), story)
}

/// One paragraph as the scan sees it.
struct Paragraph<'a> {
    text: &'a str,
    reading: &'a Reading,
    headline: bool,
    /// The words of a long paragraph by the hashes of their look-up forms; empty before they are asked for.
    keys: OnceCell<FxHashSet<u64>>,
}

/// Words of a paragraph in which it pays to know whether a condition's words stand there at all.
const LONG: usize = 500;

impl<'a> Paragraph<'a> {
    fn of(text: &'a str, reading: &'a Reading, role: Role) -> Self {
        Paragraph { text, reading, headline: matches!(role, Role::Title | Role::Heading), keys: OnceCell::new() }
    }

    /// False when a condition's words stand nowhere in the paragraph; short ones are not asked.
    fn may_hold(&self, condition: &Condition) -> bool {
        let keys = || self.reading.keys.iter().copied().collect();
        self.reading.keys.len() < LONG || condition.is_among(self.keys.get_or_init(keys))
    }
}

#[derive(Default)]
struct Scratch {
    ids: Vec<u32>,
    work: Vec<(u32, u32)>,
    matches: Vec<Match>,
}

impl Scratch {
    fn candidates(&mut self, glossary: &Glossary, paragraph: &Paragraph<'_>, story: &Story<'_>) -> Vec<Hit> {
        let Paragraph { text, reading, .. } = *paragraph;
        let words = &reading.words;
        self.ids.clear();
        self.ids.extend(reading.keys.iter().map(|key| glossary.lexicon.get(*key)));
        let tape = Tape { text, words, keys: &reading.keys, ids: &self.ids, lexicon: &glossary.lexicon };
        self.matches.clear();
        for sentence in &reading.sentences {
            let from = self.matches.len();
            glossary.prose.matches_in(&tape, sentence, &mut self.work, &mut self.matches);
            if self.matches.len() > from + 1 {
                self.matches[from..].sort_unstable();
                self.matches.dedup();
            }
        }
        let mut hits: Vec<Hit> = Vec::new();
        for found in &self.matches {
            hits.extend(judge(glossary, paragraph, story, *found));
        }
        self.line(glossary, paragraph, story, &mut hits);
        hits
    }

    /// Patterns of whole lines: from the first word that is no number to the last.
    fn line(&mut self, glossary: &Glossary, paragraph: &Paragraph<'_>, story: &Story<'_>, hits: &mut Vec<Hit>) {
        let Paragraph { text, reading, .. } = *paragraph;
        let words = &reading.words;
        let numeric = |at: &usize| words[*at].shape == Shape::Number;
        let start = (0..words.len()).take_while(numeric).count();
        let tape = Tape { text, words, keys: &reading.keys, ids: &self.ids, lexicon: &glossary.lexicon };
        self.matches.clear();
        let starts = if start == 0 { 0..1 } else { 0..2 };
        for first in starts.map(|at| at * start).filter(|first| *first < words.len()) {
            glossary.lines.matches_at(&tape, first, words.len(), &mut self.work, &mut self.matches);
        }
        for found in &self.matches {
            let full = (found.end..words.len()).all(|at| numeric(&at));
            if !full {
                continue;
            }
            let number = glossary.patterns.at(found.pattern as usize).0 as usize;
            let row = &glossary.rows[number];
            let (all, line) = (0..words.len(), 0..found.end);
            if story.admits(row) && conditions_hold(row, paragraph, all, line, false) {
                hits.push(Hit {
                    row: number,
                    pattern: found.pattern,
                    words: 0..words.len(),
                    range: 0..text.len(),
                    quotation: false,
                    allowed: false,
                });
            }
        }
    }
}

fn judge(glossary: &Glossary, paragraph: &Paragraph<'_>, story: &Story<'_>, found: Match) -> Option<Hit> {
    let reading = paragraph.reading;
    let (number, form) = glossary.patterns.at(found.pattern as usize);
    let row = &glossary.rows[number as usize];
    let entry = &row.entry;
    if !story.admits(row) {
        return None;
    }
    let words = found.start..found.end;
    let allowed = row.prints(form as usize);
    let range = reading.span(words.clone());
    let quotation = reading.in_quotation(&range);
    if quotation && entry.needs.quote {
        return None;
    }
    if entry.case == Case::Exact && !exact(glossary, paragraph, &found) {
        return None;
    }
    if entry.case != Case::Any && !in_capitals(glossary, paragraph, &found) {
        return None;
    }
    if !allowed && !conditions_hold(row, paragraph, reading.near(&words), words.clone(), quotation) {
        return None;
    }
    if !allowed && glossary.holds(reading, &words, story.silent) || addresses::holds(paragraph.text, &range) {
        return None;
    }
    let hit = Hit { row: number as usize, pattern: found.pattern, words, range, quotation, allowed };
    let printed = || is_printed(glossary, paragraph, &hit) || stands_in_print(glossary, paragraph, &hit);
    let speaks = allowed || entry.kind == Kind::Keep || !printed();
    speaks.then_some(hit)
}

/// True when a row's conditions hold for a match; `range` are the words among which they are looked for.
fn conditions_hold(
    row: &Row,
    paragraph: &Paragraph<'_>,
    range: Range<usize>,
    found: Range<usize>,
    quotation: bool,
) -> bool {
    if row.when.is_empty() && row.unless.is_empty() {
        return true;
    }
    let line = Line::of(paragraph.text, paragraph.reading, range);
    let around = Surroundings { line: &line, found, quotation, headline: paragraph.headline };
    let holds = |condition: &Condition| paragraph.may_hold(condition) && condition.holds(&around);
    (row.when.is_empty() || row.when.iter().any(holds)) && !row.unless.iter().any(holds)
}

/// True when the text has the row's own capitals: each word that the form spells out stands as the form has it, and no
/// other capital letters around it, a headline or the start of the sentence ask for them.
fn exact(glossary: &Glossary, paragraph: &Paragraph<'_>, found: &Match) -> bool {
    let Paragraph { text, reading, headline, .. } = *paragraph;
    let (row, form) = glossary.patterns.at(found.pattern as usize);
    let entry = &glossary.rows[row as usize].entry;
    let Some(cell) = entry.cells().nth(form as usize) else { return false };
    let own: Vec<&str> = words::words(cell).iter().map(|word| word.of(cell)).collect();
    let as_spelled = reading.words[found.start..found.end].iter().all(|word| {
        let word = word.of(text);
        let spelled_out = own.iter().any(|one| fold::lower(one) == fold::lower(word));
        !spelled_out || own.contains(&word)
    });
    let sentence = reading.sentence_of(found.start);
    let loud = || is_loud(paragraph, found);
    let capital_due = headline || sentence.start == found.start;
    let only_capitals = || entry.write.iter().any(|write| fold::lower(write) == fold::lower(cell));
    as_spelled && !loud() && !(capital_due && only_capitals())
}

/// True in a sentence of capitals that says more than what was found.
fn is_loud(paragraph: &Paragraph<'_>, found: &Match) -> bool {
    let sentence = paragraph.reading.sentence_of(found.start);
    sentence.len() > found.end - found.start
        && !paragraph.text[paragraph.reading.span(sentence)].contains(char::is_lowercase)
}

/// True when the words that the form has in capitals stand in capitals: `IS` is no form of "is". Where everything
/// stands in capitals, those that are English words in small letters are not taken for the abbreviation.
fn in_capitals(glossary: &Glossary, paragraph: &Paragraph<'_>, found: &Match) -> bool {
    let (row, form) = glossary.patterns.at(found.pattern as usize);
    let cell = glossary.rows[row as usize].entry.cells().nth(form as usize);
    let two = |cell: &&String| cell.as_bytes().windows(2).any(|two| two.iter().all(u8::is_ascii_uppercase));
    let Some(cell) = cell.filter(two) else { return true };
    let capitals = head::capitals_of(cell);
    let others: Vec<String> = words::words(cell)
        .iter()
        .map(|word| word.of(cell))
        .filter(|word| !capitals.contains(word))
        .map(fold::lower)
        .collect();
    let loud = is_loud(paragraph, found);
    paragraph.reading.words[found.start..found.end].iter().all(|word| {
        let word = word.of(paragraph.text);
        let small = fold::lower(word);
        if others.contains(&small) {
            return true;
        }
        // The plural of an abbreviation has a small ending: "NGOs".
        let own = |capital: &&str| {
            let ending = small.strip_prefix(fold::lower(capital).as_str());
            ending.is_some_and(|ending| matches!(ending, "" | "s" | "es"))
        };
        let mut own = capitals.iter().copied().filter(own).peekable();
        own.peek().is_none()
            || own.any(|capital| word.starts_with(capital) && !(loud && lemma::known(&fold::lower(capital))))
    })
}

/// True when the words are what the row prints, as they are or in the form and case that fit there.
fn is_printed(glossary: &Glossary, paragraph: &Paragraph<'_>, hit: &Hit) -> bool {
    let Paragraph { text, reading, .. } = *paragraph;
    let found = &text[hit.range.clone()];
    let letters = |form: &str| form.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let likely = |write: &&String| letters(write) == letters(found) && write.len().abs_diff(found.len()) <= 3;
    glossary.rows[hit.row].entry.write.iter().filter(likely).any(|write| {
        write == found || suggestion::form(glossary, text, reading, hit, write).is_some_and(|fit| fit.text == found)
    })
}

/// True when the words stand inside what the row prints, whatever forms its words have there: "seekers" in "asylum seekers".
fn stands_in_print(glossary: &Glossary, paragraph: &Paragraph<'_>, hit: &Hit) -> bool {
    let Paragraph { text, reading, .. } = *paragraph;
    let lower = |words: &[words::Word], text: &str| -> Vec<String> {
        words.iter().map(|word| fold::lower(word.of(text))).collect()
    };
    let found = lower(&reading.words[hit.words.clone()], text);
    let start: String = found[0].chars().take(2).collect();
    let alike = |one: &String, other: &String| {
        cases::same(one, other) || one.strip_suffix('s') == Some(other) || other.strip_suffix('s') == Some(one)
    };
    let all_alike = |one: &[String], other: &[String]| one.iter().zip(other).all(|(one, other)| alike(one, other));
    glossary.rows[hit.row].entry.write.iter().filter(|write| fold::lower(write).contains(&start)).any(|write| {
        let Some(fit) = suggestion::form(glossary, text, reading, hit, write) else { return false };
        let printed = lower(&words::words(&fit.text), &fit.text);
        let Some(room) = printed.len().checked_sub(found.len()).filter(|room| *room > 0) else { return false };
        (0..=room).filter(|at| all_alike(&printed[*at..], &found)).any(|at| {
            let Some(start) = hit.words.start.checked_sub(at) else { return false };
            let around = reading.words.get(start..start + printed.len());
            around.is_some_and(|around| all_alike(&printed, &lower(around, text)))
        })
    })
}

/// Keeps, of hits that overlap, the longest; of equally long ones the house's before the built-in.
fn resolve(glossary: &Glossary, mut hits: Vec<Hit>) -> Vec<Hit> {
    if hits.len() > 1 {
        let keep = |hit: &Hit| glossary.rows[hit.row].entry.kind == Kind::Keep;
        hits.sort_by(|a, b| {
            let order = |hit: &Hit| {
                let entry = &glossary.rows[hit.row].entry;
                (
                    std::cmp::Reverse(hit.words.len()),
                    std::cmp::Reverse(entry.rank),
                    !keep(hit),
                    hit.allowed,
                    hit.words.start,
                    hit.row,
                    hit.pattern,
                )
            };
            order(a).cmp(&order(b))
        });
        let mut taken: Vec<Hit> = Vec::with_capacity(hits.len());
        // The words already taken, as sorted ranges, so that many hits cost no more than a search each.
        let mut ranges = std::collections::BTreeMap::<usize, usize>::new();
        for hit in hits {
            let clash = ranges.range(..hit.words.end).next_back().is_some_and(|(_, end)| *end > hit.words.start);
            if !clash {
                ranges.insert(hit.words.start, hit.words.end);
                taken.push(hit);
            }
        }
        hits = taken;
    }
    hits.sort_by_key(|hit| (hit.range.start, hit.range.end, hit.row));
    hits
}

/// Drops hits of rows that ask for a rate which the document does not reach.
fn drop_rare(glossary: &Glossary, readings: &[Reading], all: &mut [Vec<Hit>]) {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for hit in all.iter().flatten().filter(|hit| !hit.allowed && glossary.rows[hit.row].entry.needs.rate.is_some()) {
        *counts.entry(hit.row).or_default() += 1;
    }
    if counts.is_empty() {
        return;
    }
    let words: usize = readings.iter().map(|reading| reading.words.len()).sum();
    for hits in all {
        hits.retain(|hit| {
            hit.allowed
                || glossary.rows[hit.row].entry.needs.rate.is_none_or(|(times, per)| {
                    let found = counts.get(&hit.row).copied().unwrap_or(0);
                    let blocks = (words as f64 / f64::from(per)).max(1.0);
                    found as f64 >= f64::from(times) * blocks
                })
        });
    }
}
