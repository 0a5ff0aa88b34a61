//! Terms that a text holds: runs of adjectives and nouns that a desk might want to write one way.

use std::ops::Range;

use crate::english::frequency;
use crate::english::lemma::{self, Class};
use crate::english::tag::{self, Tag};
use crate::text::fold;
use crate::text::reading::Reading;
use crate::text::words::{Gap, Shape};

/// Words of a term: least and most.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=4;
/// The rarest word of a term stands less often than this in a million words of English: "young people" is no term.
const RARE: u32 = 150;
/// Adjectives that point, count, time or judge and make no term of the noun behind them.
const POINTING: &[&str] = &[
    "able",
    "additional",
    "alleged",
    "annual",
    "bad",
    "best",
    "big",
    "certain",
    "clear",
    "close",
    "common",
    "current",
    "daily",
    "different",
    "difficult",
    "due",
    "early",
    "entire",
    "few",
    "final",
    "first",
    "following",
    "former",
    "full",
    "future",
    "general",
    "good",
    "great",
    "high",
    "huge",
    "important",
    "key",
    "large",
    "last",
    "late",
    "latest",
    "least",
    "likely",
    "little",
    "long",
    "low",
    "main",
    "major",
    "many",
    "more",
    "most",
    "much",
    "necessary",
    "new",
    "next",
    "old",
    "only",
    "other",
    "own",
    "particular",
    "past",
    "possible",
    "potential",
    "present",
    "previous",
    "real",
    "recent",
    "same",
    "second",
    "senior",
    "serious",
    "several",
    "short",
    "significant",
    "similar",
    "single",
    "small",
    "so-called",
    "special",
    "strong",
    "such",
    "third",
    "total",
    "upcoming",
    "various",
    "very",
    "weekly",
    "whole",
    "wide",
];
/// Nouns that measure or point: a phrase that ends in one is no term.
const MEASURES: &[&str] = &[
    "bit",
    "case",
    "century",
    "couple",
    "day",
    "decade",
    "end",
    "fact",
    "half",
    "hour",
    "kind",
    "lot",
    "minute",
    "month",
    "morning",
    "night",
    "number",
    "other",
    "part",
    "rest",
    "second",
    "sort",
    "thing",
    "time",
    "today",
    "tomorrow",
    "way",
    "week",
    "weekend",
    "year",
    "yesterday",
];

/// A term where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What all its spellings have in common: small letters, hyphens as spaces, the last word in the singular.
    pub key: String,
    /// The words, by index in the reading.
    pub words: Range<usize>,
}

/// The terms of a paragraph: each run of adjectives and nouns, and what it is without its first words ("local polling
/// station" is a polling station too). In order of their places.
#[must_use]
pub fn terms(text: &str, reading: &Reading) -> Vec<Term> {
    let mut terms = Vec::new();
    for sentence in &reading.sentences {
        let raw: Vec<&str> = reading.words[sentence.clone()].iter().map(|word| word.of(text)).collect();
        let tags = tag::tag(&raw);
        let mut run = 0;
        for at in sentence.clone() {
            let place = at - sentence.start;
            let touches = matches!(reading.words[at].gap, Gap::Space | Gap::Hyphen);
            run = match fits(tags[place], reading, text, at) {
                true if run > 0 && touches => run + 1,
                true => 1,
                false => 0,
            };
            let goes_on = at + 1 < sentence.end
                && matches!(reading.words[at + 1].gap, Gap::Space | Gap::Hyphen)
                && fits(tags[place + 1], reading, text, at + 1);
            if goes_on || !matches!(tags[place], Tag::Noun | Tag::PluralNoun) || run > *LENGTH.end() {
                continue;
            }
            let spans = LENGTH.filter(|length| *length <= run).rev().map(|length| at + 1 - length..at + 1);
            terms.extend(spans.filter_map(|words| Some(Term { key: key(text, reading, &words)?, words })));
        }
    }
    terms
}

/// Whether a word may be part of a term: an adjective or noun in small letters (a capital may begin a sentence).
fn fits(tag: Tag, reading: &Reading, text: &str, at: usize) -> bool {
    let word = &reading.words[at];
    let small = word.shape == Shape::Lower
        || word.shape == Shape::Capital
            && reading.sentence_of(at).start == at
            && lemma::known(&fold::lower(word.of(text)));
    small
        && matches!(tag, Tag::Adjective | Tag::Noun | Tag::PluralNoun)
        && word.of(text).chars().all(|c| c.is_alphabetic() || c == '-')
        && word.end - word.start > 2
}

/// What the spellings of a term have in common; none for phrases that are no term.
fn key(text: &str, reading: &Reading, words: &Range<usize>) -> Option<String> {
    let mut parts: Vec<String> = reading.words[words.clone()].iter().map(|word| fold::lower(word.of(text))).collect();
    let last = parts.pop()?;
    let noun = lemma::readings(&last).into_iter().find(|reading| reading.class == Class::Noun);
    let last = noun.map_or(last, |noun| noun.lemma);
    let common = |word: &String| frequency::per_million(word) >= RARE;
    if POINTING.contains(&parts[0].as_str())
        || MEASURES.contains(&last.as_str())
        || (common(&last) && parts.iter().all(common))
    {
        return None;
    }
    parts.push(last);
    Some(parts.join(" ").replace('-', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        terms(text, &Reading::of(text)).into_iter().map(|term| term.key).collect()
    }

    #[test]
    fn noun_phrases_are_terms_in_all_their_spellings() {
        let found = keys("The asylum seekers waited. Each asylum-seeker had a residence permit.");
        assert_eq!(found, ["asylum seeker", "asylum seeker", "residence permit"]);
        assert_eq!(keys("They guarded the local polling stations."), ["local polling station", "polling station"]);
    }

    #[test]
    fn phrases_that_point_or_measure_are_none() {
        let found = keys("Last year many young people left the same house, and the other border guard slept.");
        assert!(!found.iter().any(|key| key.contains("year") || key.contains("people")), "{found:?}");
        assert!(found.contains(&"border guard".to_owned()), "{found:?}");
    }
}
