//! English words that make no names: common words, titles, calendar words, demonym endings.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::names::table;

static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| table::rows(include_str!("tables/common_words.tsv")).map(|row| row[0]).collect());

/// Words that stand before a name and are no part of it.
const TITLES: &[&str] = &[
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Dr",
    "Prof",
    "Professor",
    "Sir",
    "Lady",
    "Lord",
    "Dame",
    "President",
    "Prime",
    "Minister",
    "Premier",
    "Chancellor",
    "King",
    "Queen",
    "Prince",
    "Princess",
    "Pope",
    "Bishop",
    "Archbishop",
    "Cardinal",
    "Father",
    "Sister",
    "Brother",
    "General",
    "Colonel",
    "Major",
    "Captain",
    "Lieutenant",
    "Sergeant",
    "Admiral",
    "Commander",
    "Senator",
    "Representative",
    "Congressman",
    "Governor",
    "Mayor",
    "Judge",
    "Justice",
    "Ambassador",
    "Secretary",
    "Director",
    "Chairman",
    "Chairwoman",
    "Chair",
    "Chief",
    "Deputy",
    "Vice",
    "Doctor",
    "Coach",
    "Captain",
    "Foreign",
    "Defence",
    "Defense",
    "Interior",
    "Finance",
    "Sheikh",
    "Imam",
    "Ayatollah",
    "Emir",
    "Sultan",
    "Rabbi",
    "Reverend",
    "Saint",
    "St",
    "Herr",
    "Frau",
    "Monsieur",
    "Madame",
    "Don",
    "Doña",
    "Signor",
];

const CALENDAR: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Mondays",
    "Tuesdays",
    "Wednesdays",
    "Thursdays",
    "Fridays",
    "Saturdays",
    "Sundays",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
    "Christmas",
    "Easter",
    "Ramadan",
    "Internet",
    "God",
    "English",
    "Latin",
];

/// Endings by which one name gives another word: plurals, demonyms, adjectives, movements.
const DERIVED: &[&str] = &[
    "s", "es", "n", "ns", "an", "ans", "ian", "ians", "ean", "eans", "ish", "ic", "ics", "ese", "er", "ers", "i", "is",
    "ite", "ites", "ism", "ist", "ists", "ia", "y", "ies", "ois", "ais", "ine", "ines", "istan", "land", "lander",
    "landers", "ander", "man", "men", "woman", "women", "ity", "al", "ally", "ization", "isation", "gate", "esque",
    "mania", "phile", "phobia", "net", "bank", "air", "ano", "anos", "ene", "enes", "ard", "ards", "ly", "ed", "ing",
    "ness", "dom", "ship", "hood", "burg", "ville", "ton", "son", "sson", "ch", "sh",
];

/// Names of peoples and languages that are near the name of their country.
const PEOPLES: &[&str] = &[
    "greek",
    "greeks",
    "french",
    "turk",
    "turks",
    "turkish",
    "swede",
    "swedes",
    "swedish",
    "dane",
    "danes",
    "danish",
    "pole",
    "poles",
    "polish",
    "scot",
    "scots",
    "scottish",
    "irish",
    "dutch",
    "swiss",
    "czech",
    "czechs",
    "slovak",
    "slovaks",
    "slovene",
    "slovenes",
    "croat",
    "croats",
    "serb",
    "serbs",
    "finn",
    "finns",
    "finnish",
    "spaniard",
    "spaniards",
    "spanish",
    "english",
    "british",
    "briton",
    "britons",
    "argentine",
    "argentines",
    "filipino",
    "filipinos",
    "thai",
    "kazakh",
    "kazakhs",
    "uzbek",
    "uzbeks",
    "kyrgyz",
    "tajik",
    "tajiks",
    "turkmen",
    "afghan",
    "afghans",
    "kurd",
    "kurds",
    "tatar",
    "tatars",
    "chechen",
    "chechens",
    "cypriot",
    "cypriots",
    "lao",
    "malay",
    "malays",
    "burmese",
    "somali",
    "somalis",
    "basque",
    "catalan",
    "catalans",
    "flemish",
    "walloon",
    "welsh",
    "latin",
    "roman",
    "romans",
    "roma",
    "bosniak",
    "bosniaks",
    "talysh",
];

/// Whether a word names a people: it is no spelling of anything else.
pub fn is_people(folded: &str) -> bool {
    PEOPLES.contains(&folded)
}

/// Whether English news text writes the lower-case word `word` in lower case as a rule.
pub fn is_common(word: &str) -> bool {
    COMMON.contains(word)
}

/// Whether a word is a pronoun with a verb drawn into it (I've, It's, We'll).
pub fn is_contraction(word: &str) -> bool {
    word.split_once(['\'', '’']).is_some_and(|(head, tail)| {
        matches!(tail.to_ascii_lowercase().as_str(), "ve" | "m" | "d" | "ll" | "re" | "t" | "s")
            && (head == "I" || is_common(&head.to_lowercase()))
    })
}

/// Whether a capitalised word is a title or an office that stands before a name.
pub fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_end_matches('.'))
}

/// Whether a capitalised word belongs to the calendar and the like.
pub fn is_calendar(word: &str) -> bool {
    CALENDAR.contains(&word)
}

/// Whether two folded words are a name and a word derived from it (Iceland, Icelandic; Republican, Republicans), which is no clash.
pub fn derived(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum::<usize>();
    // the shared stem may be shortened by up to three letters (Italy, Italian; Turkey, Turkish; Spain, Spanish)
    let stem_ok = |at: usize| {
        let (x, y) = (&a[at..], &b[at..]);
        let known = |end: &str| end.is_empty() || DERIVED.contains(&end);
        let vowel = |end: &str, other: &str| {
            matches!(end, "a" | "e" | "o" | "us" | "os" | "as" | "um") && other.len() >= 2 && DERIVED.contains(&other)
        };
        known(x) && known(y) || vowel(x, y) || vowel(y, x)
    };
    shared >= 3
        && (shared.saturating_sub(2)..=shared)
            .any(|at| at >= 3 && a.is_char_boundary(at) && b.is_char_boundary(at) && stem_ok(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_words() {
        for (a, b) in [
            ("iceland", "icelandic"),
            ("muslim", "muslims"),
            ("russia", "russian"),
            ("china", "chinese"),
            ("italy", "italian"),
            ("republican", "republicans"),
            ("europe", "european"),
        ] {
            assert!(derived(a, b), "{a} {b}");
        }
        for (a, b) in [("tikhanovskaya", "tichanovskaja"), ("metsola", "metzola"), ("arestovych", "arestovich")] {
            assert!(!derived(a, b), "{a} {b}");
        }
    }
}
