//! The capitals of a suggestion: its own, and those that its place in the sentence asks for.

use crate::english::case;
use crate::english::lemma;
use crate::glossary::classes::Class;
use crate::glossary::entry::{Case, Entry};
use crate::glossary::matching::{Line, Slot, Taken};
use crate::glossary::scan::Hit;
use crate::glossary::store::Row;
use crate::text::fold;
use crate::text::words::{self, Gap, Shape};

/// What is written, in the case that fits where the hit stands.
pub(super) fn fitting(row: &Row, write: &str, line: &Line<'_>, taken: &[Taken], hit: &Hit) -> String {
    let entry = &row.entry;
    let found = &line.text[hit.range.clone()];
    let opens = hit.words.start == line.range().start && found.starts_with(char::is_uppercase);
    if entry.kind.is_name() {
        return name(entry, write, found, line, opens);
    }
    match entry.case {
        // What differs in its capitals alone, a brand, keeps them.
        Case::AsIs | Case::Exact if opens && has_article(write) => case::capitalised(write),
        Case::AsIs | Case::Exact => write.to_owned(),
        Case::Sentence | Case::Any if opens || !is_own_capital(entry, line, taken, hit) => {
            case::match_case(write, found)
        }
        Case::Sentence | Case::Any => write.to_owned(),
    }
}

/// A name's own capitals, but for a line in capitals and a small first letter where a sentence starts.
fn name(entry: &Entry, write: &str, found: &str, line: &Line<'_>, opens: bool) -> String {
    let capitals = found.chars().filter(|c| c.is_uppercase()).count();
    let shouts = !found.contains(char::is_lowercase) && !entry.avoid.iter().any(|form| form == found);
    if shouts && (capitals > 3 || capitals > 1 && is_loud(line)) {
        write.to_uppercase()
    } else if opens {
        case::capitalised(write)
    } else {
        write.to_owned()
    }
}

fn has_article(write: &str) -> bool {
    ["the ", "a ", "an "].iter().any(|article| write.starts_with(article))
}

/// True for a sentence of several words in capitals.
fn is_loud(line: &Line<'_>) -> bool {
    let words = &line.words[line.range()];
    words.iter().filter(|word| word.shape == Shape::Upper).count() > 1
        && words.iter().all(|word| matches!(word.shape, Shape::Upper | Shape::Number) || word.of(line.text).len() == 1)
}

/// True where the first word found has its capital for a reason of its own: the row spells it so, it is a name or a day, an
/// abbreviation or a figure in Roman letters.
fn is_own_capital(entry: &Entry, line: &Line<'_>, taken: &[Taken], hit: &Hit) -> bool {
    let at = hit.words.start;
    let word = line.words[at].of(line.text);
    if is_loud(line) || !word.starts_with(char::is_uppercase) {
        return false;
    }
    let spelled = entry.avoid.iter().any(|cell| {
        words::words(cell).iter().any(|own| {
            let own = own.of(cell);
            own.starts_with(char::is_uppercase) && alike(own, word)
        })
    });
    let is_name = |class: &Class| match class {
        Class::Person | Class::Name | Class::Capital => true,
        Class::Grammar(_) => !lemma::known(&fold::lower(word)) || is_day(&line.key(at)),
        _ => false,
    };
    let named =
        taken.iter().any(|one| one.words.start == at && matches!(&one.slot, Slot::Class(class) if is_name(class)));
    let found = &line.text[hit.range.clone()];
    let lone = line.words[at].shape == Shape::Upper && found.contains(char::is_lowercase);
    // "Foreign Affairs Minister Ana Vale": a title has its capitals by the name behind it.
    let titles = line.words[line.range()]
        .get(hit.words.end - line.range().start)
        .is_some_and(|next| next.shape == Shape::Capital && next.gap == Gap::Space);
    (spelled || lone) && !titles || named
}

fn is_day(word: &str) -> bool {
    use crate::english::classes::{Classes, classes};
    classes(word).has(Classes::WEEKDAY.and(Classes::MONTH))
}

/// The same word, an ending aside.
fn alike(own: &str, word: &str) -> bool {
    word == own || word.strip_prefix(own).is_some_and(|ending| matches!(ending, "s" | "es"))
}
