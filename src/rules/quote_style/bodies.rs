//! Names of papers, firms, clubs and bodies between quotation marks, as many languages set them and English does not.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::rule::{Draft, Findings};
use crate::rules::marks::Sign;
use crate::rules::words::Words;
use crate::scales::Safety;
use crate::text::quotes::Side;
use crate::text::reading::Reading;
use crate::text::words::{Gap, Shape};

/// Kinds of bodies whose names English prints without marks (titles of works and operations keep theirs).
static KINDS: Words = Words::named("quote-style kinds");
const LONGEST: usize = 5;

/// The quoted names of a paragraph whose kind stands beside them, without a comma or stop inside the marks.
pub(super) fn named<'a>(text: &'a str, reading: &Reading, signs: &[Sign], names: &mut BTreeSet<&'a str>) {
    quoted(text, reading, signs, |_, inside, kind| {
        if kind {
            names.insert(inside.trim_end_matches([',', '.']));
        }
    });
}

/// Reports the quoted names of a paragraph: those whose kind stands beside them here or elsewhere in the article.
pub(super) fn check(
    segment: usize,
    text: &str,
    reading: &Reading,
    signs: &[Sign],
    names: &BTreeSet<&str>,
    findings: &mut Findings<'_>,
) {
    quoted(text, reading, signs, |range, inside, kind| {
        if !kind && !names.contains(inside.trim_end_matches([',', '.'])) {
            return;
        }
        let message = format!("English prints the name without marks: write {inside}");
        let evidence =
            "names of papers, firms, ships and bodies stand without quotation marks; titles of works keep theirs"
                .to_owned();
        findings.add(Draft::new(segment, range, message, evidence).write(inside, Safety::Likely));
    });
}

/// Calls with every quoted name: its bytes with the marks, the name, and whether its kind stands beside it.
fn quoted<'a>(text: &'a str, reading: &Reading, signs: &[Sign], mut each: impl FnMut(Range<usize>, &'a str, bool)) {
    for pair in signs.windows(2) {
        let (open, close) = (&pair[0], &pair[1]);
        if open.side != Side::Open || close.side != Side::Close || !open.is_english() || !close.is_english() {
            continue;
        }
        let words = &reading.words;
        let at = |byte: usize| words.partition_point(|word| (word.start as usize) < byte);
        let (first, last) = (at(open.range.end), at(close.range.start));
        let inside = &text[open.range.end..close.range.start];
        if first == last
            || last - first > LONGEST
            || !is_name(text, reading, first..last)
            || inside.contains(['!', '?', ';', ':'])
        {
            continue;
        }
        let before = first.checked_sub(1 + usize::from(open.is_entity())).map(|at| &words[at]);
        let kind_before = before.is_some_and(|word| {
            let gap = &text[word.end as usize..open.range.start];
            matches!(gap, " " | ", " | "\u{a0}") && is_kind(word.of(text))
        });
        let rest = last + usize::from(close.is_entity());
        let kind_after = !inside.ends_with([',', '.']) && text[close.range.end..].starts_with(' ') && {
            let next = words.get(rest).filter(|word| word.start as usize == close.range.end + 1);
            let describes = next.is_some_and(|word| {
                matches!(
                    word.of(text),
                    "special" | "news" | "daily" | "football" | "hockey" | "TV" | "oil" | "gas" | "energy" | "regional"
                )
            });
            let kind = if describes { words.get(rest + 1).filter(|word| word.gap == Gap::Space) } else { next };
            kind.is_some_and(|word| is_kind(word.of(text)))
        };
        let source = before.is_some() && is_source(text, reading, open.range.start);
        each(open.range.start..close.range.end, inside, kind_before || kind_after || source);
    }
}

/// True where the source of a report stands: `, writes "Morning Post"`, `told "Morning Post"`, `according to "Morning Post"`.
fn is_source(text: &str, reading: &Reading, open: usize) -> bool {
    let head = text[..open].trim_end();
    let last = reading.words.partition_point(|word| (word.start as usize) < open);
    let raw = |back: usize| last.checked_sub(back).map_or("", |at| reading.words[at].of(text));
    let gap = last.checked_sub(1).map(|at| reading.words[at].gap);
    let close = reading.words.get(last.wrapping_sub(1)).is_some_and(|word| word.end as usize == head.len());
    close
        && match raw(1) {
            "writes" | "wrote" | "reports" | "reported" => gap == Some(Gap::Comma),
            "told" => true,
            "to" => raw(2) == "according" || raw(2) == "According",
            "by" => matches!(raw(2), "reported" | "quoted" | "cited"),
            _ => false,
        }
}

fn is_kind(word: &str) -> bool {
    KINDS.contains(word) || word.strip_suffix('s').is_some_and(|one| KINDS.contains(one))
}

/// Words in capitals, with small ones such as "of" between them.
fn is_name(text: &str, reading: &Reading, words: std::ops::Range<usize>) -> bool {
    let words = &reading.words[words];
    let small = |word: &str| matches!(word, "of" | "and" | "the" | "for" | "in" | "de" | "la" | "on");
    words[0].is_capital()
        && words.iter().all(|word| {
            word.is_capital() || matches!(word.shape, Shape::Number | Shape::Possessive) || small(word.of(text))
        })
        && words.windows(2).all(|pair| {
            matches!(pair[1].gap, Gap::Space | Gap::Hyphen | Gap::Joined)
                || &text[pair[0].end as usize..pair[1].start as usize] == " & "
        })
}
