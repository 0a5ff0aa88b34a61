//! Endings: what languages with cases put behind a name, or in place of its last letters.

use std::cell::LazyCell;

use rustc_hash::FxHashSet;

use crate::names::desk::{Certainty, Clash, House, Kind, places};
use crate::names::mention::Mention;
use crate::names::spelling::Spelling;
use crate::text::fold::{fold, lower};

/// Endings, folded, behind a whole name: Finnish, Estonian, Hungarian, Turkish, Baltic, Slavic.
const ADDED: &[&str] = &[
    "n", "a", "e", "i", "o", "u", "y", "t", "om", "em", "ou", "ovi", "ami", "lla", "lle", "lta", "ssa", "sta", "ta",
    "as", "us", "os", "is", "ai", "ui", "nak", "nek", "ban", "ben", "dan", "den", "da", "de", "ya", "ye", "in", "un",
    "nin", "nun", "am",
];

/// Endings, folded, behind a soft consonant of Polish (Banasia for Banaś).
const SOFT: &[&str] = &["ia", "iu", "iem", "iowi"];

/// Endings, folded, of a name as it is printed, and what stands in their place in other cases: Slavic, Baltic, Finnish.
const CHANGED: &[(&str, &[&str])] = &[
    ("a", &["y", "u", "e", "i", "ou", "o", "oy", "oj", "ai", "oje", "om", "am", "ami"]),
    ("o", &["a", "u", "em", "om", "ovi"]),
    ("e", &["u", "em", "i", "es", "ei", "eje"]),
    ("as", &["o", "a", "u", "e", "ui", "ai", "am"]),
    ("is", &["io", "i", "iu", "iui", "a", "im"]),
    ("us", &["u", "aus", "ui"]),
    ("ys", &["io", "i", "iu", "iui"]),
    ("s", &["a", "u", "i", "am", "im", "em"]),
    ("nen", &["se", "sen", "sta", "ssa", "sella", "selle", "selta"]),
];

/// Endings of a name as it is printed, and those in their place that hardly a name is printed with: where both stand, the
/// second is the case. Measured: nine in ten of those in machine output.
const OBLIQUE: &[(&str, &[&str])] = &[
    ("", &["u", "ou", "ovi", "em", "am", "ami"]),
    ("a", &["y"]),
    ("as", &["o"]),
    ("is", &["io"]),
    ("us", &["aus"]),
    ("s", &["u", "am"]),
    ("nen", &["se", "sen", "sta", "ssa", "sella", "selle", "selta"]),
];

/// Letters that a name keeps where its ending changes.
const STEM: usize = 4;

/// Endings of Turkish behind an apostrophe, as the language writes them.
const TURKISH: &[&str] = &[
    "de", "da", "te", "ta", "den", "dan", "ten", "tan", "nde", "nda", "nden", "ndan", "ye", "ya", "yi", "yı", "yu",
    "yü", "ne", "na", "ni", "nı", "nu", "nü", "yle", "yla", "le", "la", "deki", "daki", "teki", "taki",
];

/// Endings of the Turkish genitive behind an apostrophe.
const GENITIVE: &[&str] = &["in", "ın", "un", "ün", "nin", "nın", "nun", "nün"];

/// Endings behind an apostrophe that names of other languages have too (Sana'a): Turkish, Polish, Estonian, Finnish.
const SHARED: &[&str] = &["e", "a", "i", "ı", "u", "ü", "em", "ie", "owi", "ga", "st", "sse", "n"];

/// Letters of the shortest name with an ending that is told where the name does not stand without it.
const LONE: usize = 5;

/// Whether `other` is `name`, both folded, with a case ending of another language; `soft` says that the name ends in a
/// soft consonant of Polish.
pub(crate) fn is_declined(name: &str, other: &str, soft: bool) -> bool {
    if let Some(end) = other.strip_prefix(name) {
        return ADDED.contains(&end) || soft && SOFT.contains(&end);
    }
    stands_for(CHANGED, name, other)
}

/// Whether `other` has a case ending for the one that `name`, both folded, is printed with, and not the other way round.
pub(crate) fn is_oblique(name: &str, other: &str) -> bool {
    stands_for(OBLIQUE, name, other)
}

/// Whether `other` is `name` with one ending of a row for another.
fn stands_for(endings: &[(&str, &[&str])], name: &str, other: &str) -> bool {
    endings.iter().any(|(own, others)| {
        let stem = name.strip_suffix(own).filter(|stem| stem.len() >= STEM);
        stem.and_then(|stem| other.strip_prefix(stem)).is_some_and(|end| others.contains(&end))
    })
}

/// Finds names with a case ending behind an apostrophe (Kayseri'de), which English never has.
pub(crate) fn apostrophes(list: &[Spelling], mentions: &[Mention], house: House<'_>, out: &mut Vec<Clash>) {
    let folded = LazyCell::new(|| list.iter().map(|other| fold(&other.form)).collect::<FxHashSet<String>>());
    for odd in list {
        let Some((name, end)) = odd.form.rsplit_once(['\'', '’']) else { continue };
        let stands = || folded.contains(&fold(name));
        let genitive = GENITIVE.contains(&end);
        let turkish = genitive || TURKISH.contains(&end);
        let proven = turkish && name.chars().count() >= LONE || (turkish || SHARED.contains(&end)) && stands();
        if !proven || name.chars().count() < 3 || lower(name) == name {
            continue;
        }
        let bare = house(name).unwrap_or_else(|| name.to_owned());
        let write = if genitive { format!("{bare}’s") } else { bare };
        out.push(Clash {
            kind: Kind::Variant,
            certainty: Certainty::Warning,
            odd: odd.form.clone(),
            places: places(mentions, &odd.form),
            message: format!("\"{}\" has kept a case ending; write {write}", odd.form),
            evidence: format!("{end} behind the apostrophe is no English ending"),
            write,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::desk::clashes;
    use crate::names::mention::mentions;

    #[test]
    fn cases_of_a_name() {
        for (name, other) in
            [("nurmo", "nurmon"), ("lahtinen", "lahtisen"), ("kojala", "kojalai"), ("strupas", "strupui")]
        {
            assert!(is_declined(name, other, false), "{name} {other}");
        }
        assert!(is_declined("wolas", "wolasia", true));
        for (name, other) in [("nurmo", "nurmela"), ("mora", "moru"), ("harvela", "harvelinen")] {
            assert!(!is_declined(name, other, false), "{name} {other}");
        }
    }

    #[test]
    fn what_is_no_name_as_it_is_printed() {
        assert!(is_oblique("kojala", "kojaly") && is_oblique("strupas", "strupo") && is_oblique("endem", "endemu"));
        assert!(!is_oblique("kojaly", "kojala") && !is_oblique("harvel", "harvelo"));
    }

    #[test]
    fn behind_an_apostrophe() {
        let told = |text: &str| -> Vec<(String, String)> {
            clashes(&mentions(text), &|_| None).into_iter().map(|c| (c.odd, c.write)).collect()
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            told("Trains left Ormanlı'dan for Sarıdere’nin port. Ayşegül Tok slept. Then Tok'a came Ayşegül."),
            [pair("Ormanlı'dan", "Ormanlı"), pair("Sarıdere’nin", "Sarıdere’s"), pair("Tok'a", "Tok")]
        );
        assert_eq!(
            told("Sana'a and Xi'an met the Qur'an in Mada'in. Hawai'i slept, and O'Brien's Shi'ite friends."),
            []
        );
    }
}
