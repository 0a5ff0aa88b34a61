//! Slips of one letter in names that every reader knows (Pennyslvania, Microsfot, Barrack Obama).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::english::lemma;
use crate::names::{chinese, english, given, place, press, table};
use crate::text::fold::fold;
use crate::text::memo::{self, Memo};

/// A great name beside its folded letters.
type Great = (String, &'static str);

/// The great names by their first and last folded letter.
static GREAT: LazyLock<FxHashMap<(u8, u8), Vec<Great>>> = LazyLock::new(|| {
    let mut by_ends = FxHashMap::<_, Vec<Great>>::default();
    for row in table::rows(include_str!("tables/great.tsv")) {
        let folded = fold(row[0]);
        if let Some(ends) = ends(&folded) {
            by_ends.entry(ends).or_default().push((folded, row[0]));
        }
    }
    by_ends
});

/// Names and words of their own, one letter away from a great name.
const OTHERS: &[&str] = &[
    "atalanta",
    "athletico",
    "belarusan",
    "bermingham",
    "brandenberg",
    "canadien",
    "columbian",
    "duesseldorf",
    "frankfort",
    "georgica",
    "javanese",
    "karabash",
    "moctezuma",
    "olympiakos",
    "petersberg",
    "shenfield",
    "transilvania",
    "vilnis",
    "wikimedia",
    "wolfsberg",
];

/// How one spelling differs from another by a single slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    /// A letter too many or too few, or two that changed places.
    Moved,
    /// One letter for another.
    Swapped,
}

/// The great name that `word` is with one slip inside it; the first and the last letter stand.
pub(crate) fn slip_of_great(word: &str) -> Option<&'static str> {
    if word.len() < 6
        || !word.bytes().all(|b| b.is_ascii_alphabetic())
        || word[1..].bytes().any(|b| b.is_ascii_uppercase())
    {
        return None;
    }
    let folded = fold(word);
    let near = GREAT.get(&ends(&folded)?)?;
    let mut found = near.iter().filter(|(great, _)| match slip(&folded, great) {
        Some(Slip::Moved) => true,
        Some(Slip::Swapped) => folded.len() >= 9,
        None => false,
    });
    let (_, great) = found.next()?;
    let stands = near.iter().any(|(great, _)| *great == folded)
        || found.next().is_some()
        || OTHERS.contains(&folded.as_str())
        || is_word(&folded)
        || folded.strip_suffix('s').is_some_and(|bare| is_word(bare) || given::established(bare))
        || english::is_people(&folded)
        || place::foreign(word).next().is_some()
        || press::is_press(word)
        || chinese::is_pinyin(word);
    (!stands).then_some(great)
}

/// The given name of the well-known bearer of `surname`, when `given` is that name with one slip.
/// Remembered by each thread.
pub(crate) fn slip_of_given(given: &str, surname: &str) -> Option<&'static press::Known> {
    thread_local! {
        static KNOWN: Memo<u64, Option<&'static press::Known>> = Memo::default();
    }
    if surname.is_empty() || !may_slip(given) {
        return None;
    }
    KNOWN.with(|known| known.get(memo::written([given, surname]), || find_given(given, surname)))
}

/// Whether a word is long enough for a slip and no given name or surname that many bear; remembered by each thread.
fn may_slip(word: &str) -> bool {
    thread_local! {
        static KNOWN: Memo<u64, bool> = Memo::default();
    }
    let find = || {
        let folded = fold(word);
        folded.len() >= 5 && folded.is_ascii() && !given::established(word) && !given::known(word)
    };
    KNOWN.with(|known| known.get(memo::written([word]), find))
}

fn find_given(given: &str, surname: &str) -> Option<&'static press::Known> {
    let folded = fold(given);
    let own = |known: &press::Known| fold(known.press.split(' ').next().unwrap_or(""));
    let bearers =
        || press::by_surname(surname).filter(|known| known.kind != press::Kind::Body && !known.spelled_freely());
    if bearers().any(|known| own(known) == folded) {
        return None;
    }
    bearers().find(|known| {
        let own = own(known);
        own.len() >= 5 && own.as_bytes()[0] == folded.as_bytes()[0] && slip(&folded, &own) == Some(Slip::Moved)
    })
}

fn is_word(folded: &str) -> bool {
    english::is_common(folded) || lemma::known(folded)
}

/// The first and the last byte of a folded name.
fn ends(folded: &str) -> Option<(u8, u8)> {
    Some((*folded.as_bytes().first()?, *folded.as_bytes().last()?))
}

/// The one slip between two folded spellings, if there is just one.
fn slip(a: &str, b: &str) -> Option<Slip> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 || a == b {
        return None;
    }
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (&a[..a.len() - tail], &b[..b.len() - tail]) {
        ([_], []) | ([], [_]) => Some(Slip::Moved),
        ([x, y], [v, w]) if x == w && y == v => Some(Slip::Moved),
        ([_], [_]) => Some(Slip::Swapped),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_inside_a_great_name() {
        for (word, great) in [
            ("Pennyslvania", "Pennsylvania"),
            ("Missisippi", "Mississippi"),
            ("Microsfot", "Microsoft"),
            ("Holywood", "Hollywood"),
            ("Manhatten", "Manhattan"),
            ("Petrobas", "Petrobras"),
        ] {
            assert_eq!(slip_of_great(word), Some(great));
        }
        for word in [
            "Atalanta",
            "Moctezuma",
            "Transilvania",
            "Javanese",
            "Petersberg",
            "Pittsburg",
            "Homburg",
            "Austrian",
            "Romanians",
            "Xinjian",
        ] {
            assert_eq!(slip_of_great(word), None, "{word}");
        }
    }

    #[test]
    fn one_slip_in_a_given_name() {
        assert_eq!(slip_of_given("Barrack", "Obama").map(|known| known.press), Some("Barack Obama"));
        for (given, surname) in [("Michelle", "Obama"), ("Donald", "Tusk"), ("Dimitri", "Medvedev")] {
            assert!(slip_of_given(given, surname).is_none(), "{given} {surname}");
        }
    }
}
