//! Leftovers that their place betrays: the name of the page after the headline, a picture's credit, another story's headline.

use crate::glossary::entry::Kind;
use crate::rule::{Context, Draft, Findings};
use crate::rules::walk;
use crate::rules::words::Words;
use crate::scales::{Level, Safety};
use crate::text::reading::Reading;
use crate::text::words::Shape;

/// Words of a headline before a tail may follow.
const HEADLINE: usize = 4;
/// Paragraphs of an article whose end can be told.
const ARTICLE: usize = 8;
/// Words of another story's headline.
const OTHER: std::ops::Range<usize> = 5..19;
/// Paragraphs after the end that may be headlines of others.
const LAST: usize = 3;
/// Words of a credit.
const CREDIT: usize = 8;

/// Words in the names of pages.
static PAGES: Words = Words::named("leftover pages");
/// Names of pages that say nothing of themselves.
static NAMES: Words = Words::named("leftover names");
/// Agencies and picture houses that stand behind a slash.
const HOUSES: &[&str] = &[
    "AP",
    "AFP",
    "EPA",
    "Reuters",
    "Getty",
    "DPA",
    "dpa",
    "TASS",
    "Xinhua",
    "Shutterstock",
    "ANP",
    "EFE",
    "ANSA",
    "PAP",
    "ČTK",
    "MTI",
    "Lehtikuva",
    "Imago",
];

/// Reports what the place of a paragraph tells.
pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let known = |segment: usize| {
        context.hits[segment].iter().any(|hit| context.glossary.rows[hit.row].entry.kind == Kind::Leftover)
    };
    let mut ends = Vec::new();
    for (segment, text, reading) in context.paragraphs() {
        let body = walk::is_body(text);
        ends.push(body);
        if known(segment) || body {
            continue;
        }
        if segment == 0
            && let Some(start) = tail(text, reading)
        {
            let range = start..text.trim_end().len();
            let message =
                format!("the name of the page stands after the headline: take out \"{}\"", text[range.clone()].trim());
            let evidence = "tail of a page's title".to_owned();
            findings.add(Draft::new(segment, range, message, evidence).write("", Safety::Likely));
        } else if segment > 0 && is_credit(text, reading) {
            let range = 0..text.len();
            let message = format!("credit of a picture: take out \"{}\"", text.trim());
            let evidence = "a name and an agency with a slash between".to_owned();
            findings.add(Draft::new(segment, range, message, evidence).write("", Safety::Choice));
        }
    }
    others(context, findings, &ends, known);
}

/// Headlines of other stories after the last paragraph of the article.
fn others(context: &Context<'_>, findings: &mut Findings<'_>, ends: &[bool], known: impl Fn(usize) -> bool) {
    let bodies = ends.iter().filter(|body| **body).count();
    let Some(last) = ends.iter().rposition(|body| *body) else { return };
    if bodies < ARTICLE || ends.len() - last - 1 > LAST || bodies * 3 < ends.len() * 2 {
        return;
    }
    for segment in last + 1..ends.len() {
        let (text, reading) = (context.text(segment), &context.readings[segment]);
        if known(segment) || !OTHER.contains(&reading.words.len()) || !is_headline(text, reading) {
            continue;
        }
        let message = "a headline after the end of the article: another story's, or a caption".to_owned();
        let evidence = "a line without a full stop after the last paragraph".to_owned();
        let mut draft = Draft::new(segment, 0..text.len(), message, evidence).write("", Safety::Choice);
        draft.level = Some(Level::Hint);
        findings.add(draft);
    }
}

/// Not a note on the author ("Ann Lee is a writer"), a sentence that lost its stop, a list or a tag.
fn is_headline(text: &str, reading: &Reading) -> bool {
    let raw = |at: usize| reading.words.get(at).map_or("", |word| word.of(text));
    let plain = text.chars().all(|c| (c as u32) < 0x2100 && !matches!(c, '#' | '"' | '“' | '@' | '|' | '*' | '/'));
    let note = reading.words.iter().any(|word| {
        matches!(
            word.of(text),
            "is" | "was" | "are" | "were" | "has" | "had" | "I" | "we" | "you" | "my" | "contributed" | "by" | "By"
        )
    });
    plain && !note && text.starts_with(char::is_uppercase) && !matches!(raw(0), "The" | "This" | "It" | "He" | "She")
}

/// Where the tail of a page's title starts: ` - DW - 09.02.2023`, ` | The Daily Post`.
fn tail(text: &str, reading: &Reading) -> Option<usize> {
    let mut start = text.trim_end().len();
    let mut sure = false;
    for _ in 0..4 {
        let head = &text[..start];
        let Some((at, _)) =
            [" - ", " – ", " | ", " — "].iter().filter_map(|mark| head.rfind(mark).map(|at| (at, mark))).max()
        else {
            break;
        };
        let group = head[at..].trim_start_matches([' ', '-', '–', '|', '—']);
        match names_page(group) {
            Some(page) => sure |= page,
            None => break,
        }
        start = at;
    }
    let words = reading.words.iter().take_while(|word| (word.start as usize) < start).count();
    (sure && words >= HEADLINE).then_some(start)
}

/// Whether a group of words is a page's name or date (true), or only could be one (false); none when it is more.
fn names_page(group: &str) -> Option<bool> {
    let words: Vec<&str> = group.split_whitespace().collect();
    let date = words.len() == 1
        && group.len() >= 8
        && group.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'/' | b'-'));
    if date {
        return Some(true);
    }
    let capital = words.iter().all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c == '&') || matches!(*word, "on" | "of" | "the" | "in")
    });
    if !capital || words.is_empty() || words.len() > 5 {
        return None;
    }
    let page = words.iter().any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        NAMES.contains(bare)
            || PAGES.contains(bare.to_lowercase().as_str())
            || bare.split(['!', '.']).any(|part| {
                NAMES.contains(part) || part.eq_ignore_ascii_case("com") || part.eq_ignore_ascii_case("net")
            })
    });
    Some(page)
}

/// `City News Photo/Ann Lee`, `Jan Novak / ČTK`.
fn is_credit(text: &str, reading: &Reading) -> bool {
    let words = &reading.words;
    let Some((left, right)) = text.split_once('/') else { return false };
    let (left, right) = (left.trim_end(), right.trim_start());
    let last = left.rsplit(' ').next().unwrap_or_default();
    let first = right.split([' ', '/']).next().unwrap_or_default();
    words.len() <= CREDIT
        && words.iter().all(|word| matches!(word.shape, Shape::Capital | Shape::Upper))
        && (matches!(last, "Photo" | "Photos" | "Foto" | "Image" | "Picture")
            || HOUSES.contains(&first)
            || HOUSES.contains(&last))
}
