//! People across the files of a check: a surname that one story writes by another press's scheme than the other stories.

use std::collections::{BTreeMap, HashMap};

use crate::english::numerals::times;
use crate::names::cluster;
use crate::names::compare::{self, Relation};
use crate::names::decode;
use crate::names::desk::{Certainty, Clash, House, Kind, Place};
use crate::names::given;
use crate::names::link::Scope;
use crate::names::mention::{Mention, NameWord, Setting};
use crate::names::printed::{ENGLISH, english_scheme, learned_scheme};
use crate::names::scheme::SCHEMES;
use crate::names::spelling::Spelling;
use crate::names::word::{Company, word};
use crate::text::fold::fold;

/// A person as one document names them, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// A given name and the surname behind it, with one space between.
    name: String,
    /// How often the document has both together.
    count: usize,
}

/// The people of a document whose surnames are not among the common ones, in the order of the alphabet.
#[must_use]
pub fn people(mentions: &[Mention]) -> Vec<Person> {
    let mut names: Vec<String> =
        pairs(mentions).map(|(given, surname, _)| format!("{} {}", given.text, surname.text)).collect();
    names.sort_unstable();
    names.chunk_by(|a, b| a == b).map(|same| Person { name: same[0].clone(), count: same.len() }).collect()
}

/// Each given name with the surname behind it.
fn pairs<'a>(
    mentions: &'a [Mention<'a>],
) -> impl Iterator<Item = (&'a NameWord<'a>, &'a NameWord<'a>, &'a Mention<'a>)> {
    let written = mentions.iter().filter(|mention| matches!(mention.setting, Setting::Body | Setting::Headline));
    written.flat_map(|mention| mention.words.windows(2).map(move |pair| (&pair[0], &pair[1], mention))).filter(
        |(given, surname, _)| {
            !surname.common
                && surname.text.len() >= LETTERS
                && surname.text.chars().all(char::is_alphabetic)
                && given::known(given.text)
                && !given::established(surname.text)
        },
    )
}

/// Letters of the shortest surname that is judged.
const LETTERS: usize = 5;

/// Endings of surnames whose originals are Cyrillic, as the English press writes them, folded: what the schemes make of
/// other names (Weerman, Veerman) proves nothing.
const ENDINGS: &[&str] = &[
    "ov", "ev", "in", "yn", "sky", "ova", "eva", "ina", "yna", "skaya", "ska", "ko", "uk", "ich", "ych", "ic", "ets",
    "yak", "ykh", "ikh", "noy", "shvili", "dze",
];

/// Other files that must print a spelling before it counts as the archive's.
const FILES: usize = 2;

/// What the files of a check print, by what one of them writes instead.
#[derive(Debug, Default)]
pub struct Archive {
    odd: HashMap<String, Choice>,
}

/// What the other files print for a person.
#[derive(Debug)]
struct Choice {
    /// The name as they print it.
    name: String,
    /// What is odd about the other spelling, such as "Dutch form".
    why: &'static str,
    /// How often, and in how many files.
    seen: Seen,
    /// The house's glossary prints it.
    house: bool,
}

/// How often the files of a check name a person.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    count: usize,
    files: usize,
}

impl Archive {
    /// What the documents of a check print, given the people of each; their order plays no part.
    #[must_use]
    pub fn of<'a>(documents: impl Iterator<Item = &'a [Person]>, house: House<'_>) -> Archive {
        let mut seen = HashMap::<&str, Seen>::new();
        for person in documents.flatten() {
            let seen = seen.entry(&person.name).or_default();
            seen.count += person.count;
            seen.files += 1;
        }
        let seen: BTreeMap<&str, Seen> = seen.into_iter().collect();
        let list: Vec<Spelling> =
            seen.iter().enumerate().map(|(n, (name, seen))| Spelling::new(name, seen.count, n)).collect();
        let mut odd = HashMap::<String, Choice>::new();
        for link in cluster::cluster(&list, Scope::Archive).iter().flat_map(|cluster| &cluster.links) {
            let (a, b) = (list[link.a].form.as_str(), list[link.b].form.as_str());
            for (name, other) in [(a, b), (b, a)] {
                let Some(choice) = choice((name, seen[name]), (other, seen[other]), house) else { continue };
                if odd.get(name).is_none_or(|known| known.rank() < choice.rank()) {
                    odd.insert(name.to_owned(), choice);
                }
            }
        }
        Archive { odd }
    }

    /// The surnames of a document's people that the other files of the check spell otherwise; `mentions` are called for
    /// only when there are some.
    pub fn clashes<'a>(&self, people: &[Person], mentions: impl FnOnce() -> Vec<Mention<'a>>) -> Vec<Clash> {
        let odd: Vec<(&Person, &Choice)> = people.iter().filter_map(|p| Some((p, self.odd.get(&p.name)?))).collect();
        if odd.is_empty() {
            return Vec::new();
        }
        let mentions = mentions();
        odd.into_iter().filter_map(|(person, choice)| choice.clash(person, people, &mentions)).collect()
    }
}

/// What to write for a person's name beside another spelling, when the files of a check are sure of it.
fn choice((name, own): (&str, Seen), (other, seen): (&str, Seen), house: House<'_>) -> Option<Choice> {
    let printed = |name: &str| house(name).is_some_and(|printed| printed == name);
    let house = printed(other);
    if printed(name) || !house && (seen.files < FILES || seen.files <= own.files) {
        return None;
    }
    Some(Choice { name: other.to_owned(), why: odd(name, other, house)?, seen, house })
}

/// What is odd about the surname of `name` beside that of `other`, when both bear one given name and two schemes write one
/// original. What the house prints needs no more; else `other` must be the English press's form, and `name` no English one.
fn odd(name: &str, other: &str, house: bool) -> Option<&'static str> {
    let ((given, surname), (own, printed)) = (parts(name), parts(other));
    if fold(given) != fold(own) && given::kinship(given, own).is_none() {
        return None;
    }
    let Relation::OtherScheme { left, right } = word(surname, printed, Company::Alone).relation else { return None };
    let press = || decode::bits(right).any(|n| ENGLISH.contains(&SCHEMES[n].name));
    let foreign = || {
        let schemes = || decode::bits(left).map(|n| SCHEMES[n].name);
        !schemes().any(english_scheme) && !schemes().all(learned_scheme)
    };
    let cyrillic = || ENDINGS.iter().any(|ending| fold(printed).ends_with(ending));
    (house || press() && foreign() && cyrillic()).then(|| compare::label(left))
}

impl Choice {
    /// Of two choices the one of higher rank is made: the house's, then the one of more files.
    fn rank(&self) -> (bool, usize, usize) {
        (self.house, self.seen.files, self.seen.count)
    }

    /// The clash of one document: the surname behind the given name, and wherever it stands alone.
    fn clash(&self, person: &Person, people: &[Person], mentions: &[Mention]) -> Option<Clash> {
        let (given, odd) = parts(&person.name);
        let places = mentions
            .iter()
            .flat_map(|mention| mention.words.iter().enumerate().map(move |(n, word)| (mention, n, word)))
            .filter(|(mention, n, word)| {
                let before = n.checked_sub(1).map(|n| &mention.words[n]);
                word.text == odd && before.is_none_or(|before| before.text == given || !given::known(before.text))
            })
            .map(|(mention, _, word)| Place::at(word, mention.quoted))
            .collect();
        let own = people.iter().find(|person| person.name == self.name);
        let (count, files) =
            own.map_or((self.seen.count, self.seen.files), |own| (self.seen.count - own.count, self.seen.files - 1));
        if !self.house && files < FILES {
            return None;
        }
        let write = parts(&self.name).1.to_owned();
        let seen = match files {
            0 => String::new(),
            1 => format!("; {} {} in another file", self.name, times(count)),
            _ => format!("; {} {} in {files} other files", self.name, times(count)),
        };
        let because = if self.house { "; the house prints it so" } else { "" };
        Some(Clash {
            kind: Kind::Across,
            certainty: if self.house { Certainty::Error } else { Certainty::Warning },
            odd: odd.to_owned(),
            places,
            message: format!("\"{odd}\" is spelled \"{write}\" in other files; write {write}"),
            evidence: format!("{}{seen}{because}", self.why),
            write,
        })
    }
}

/// The given name and the surname of a person's name.
fn parts(name: &str) -> (&str, &str) {
    name.split_once(' ').unwrap_or(("", name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::mention::mentions;

    /// What is told of the first of some files: what was, what to write, and the evidence.
    fn told(files: &[&str], house: House<'_>) -> Vec<(String, String, String)> {
        let mentions: Vec<Vec<Mention>> = files.iter().map(|text| mentions(text)).collect();
        let people: Vec<Vec<Person>> = mentions.iter().map(|mentions| people(mentions)).collect();
        let archive = Archive::of(people.iter().map(Vec::as_slice), house);
        let clashes = archive.clashes(&people[0], || mentions[0].clone());
        clashes.into_iter().map(|clash| (clash.odd, clash.write, clash.evidence)).collect()
    }

    const ODD: &str = "Then Anna Goloebtsjenko left. Today Goloebtsjenko wrote to Ivan Goloebtsjenko.";
    const USUAL: &str = "Then Anna Golubchenko left. Today Anna Golubchenko wrote.";

    #[test]
    fn the_spelling_of_most_files() {
        let because = "Dutch form; Anna Golubchenko 4 times in 2 other files";
        let found = ("Goloebtsjenko".to_owned(), "Golubchenko".to_owned(), because.to_owned());
        assert_eq!(told(&[ODD, USUAL, USUAL], &|_| None), [found]);
        assert_eq!(told(&[ODD, USUAL], &|_| None), [], "one file is no majority");
        assert_eq!(told(&[ODD, USUAL, USUAL, ODD], &|_| None), [], "as many print the other");
        assert_eq!(told(&[&format!("{ODD} {USUAL}"), USUAL], &|_| None), [], "the file itself is no other");
        assert_eq!(told(&[USUAL, ODD, ODD], &|_| None), [], "the English form is never odd");
    }

    #[test]
    fn the_house_needs_no_majority() {
        let house = |form: &str| form.contains("lub").then(|| form.to_owned());
        let found = told(&[ODD, USUAL, ODD, ODD], &house);
        assert_eq!(found[0].2, "Dutch form; Anna Golubchenko 2 times in another file; the house prints it so");
    }

    #[test]
    fn only_the_person_himself_is_told() {
        let (here, usual) = (mentions(ODD), people(&mentions(USUAL)));
        let own = people(&here);
        let archive = Archive::of([&*own, &*usual, &*usual].into_iter(), &|_| None);
        assert_eq!(archive.clashes(&own, || here)[0].places.len(), 2);
    }

    #[test]
    fn people_of_like_name_are_left_alone() {
        for (one, other) in [
            ("Then Koen Weerman left.", "Then Koen Veerman left."),
            ("Then Olga Goloebtsjenko left.", "Then Anna Golubchenko left."),
            ("Then Sergey Zaitsev left.", "Then Sergei Zaytsev left."),
            ("Then Anna Golubchenkova left.", "Then Anna Golubchenko left."),
        ] {
            assert_eq!(told(&[one, other, other, other], &|_| None), [], "{one}");
        }
    }
}
