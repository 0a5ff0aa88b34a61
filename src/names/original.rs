//! The Cyrillic originals of Latin spellings: found, proven by writing them back, and shared by two spellings.

use std::cell::OnceCell;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::names::cyrillic;
use crate::names::decode::{Original, SchemeSet, bits, decode};
use crate::names::scheme::SCHEMES;
use crate::names::slavic;
use crate::text::fold::lower;
use crate::text::memo::Memo;

/// The common original of two Latin spellings and the schemes behind each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Common {
    /// The Cyrillic word, lower-case.
    pub cyrillic: String,
    /// ISO 639-1 code of its language.
    pub language: &'static str,
    /// The schemes that write it as the first spelling.
    pub left: SchemeSet,
    /// The schemes that write it as the second spelling.
    pub right: SchemeSet,
}

/// The Cyrillic words that a Latin spelling may stand for, not yet written back to prove it.
#[derive(Debug)]
pub struct Candidates {
    spelled: String,
    list: Vec<Original>,
    /// For each of the list a number of its language and its letters as [`loose`] reads them.
    loose: OnceCell<Vec<u64>>,
    /// For each a number of its letters as [`slavic::fold`] reads them; 0 for languages other than the three.
    east: OnceCell<Vec<u64>>,
}

impl Candidates {
    /// Follows the letter groups of every scheme through `token` side by side; empty for very short and very long words.
    pub fn of(token: &str) -> Rc<Candidates> {
        Candidates::read(token, None)
    }

    /// The candidates in one language, or in all; remembered by each thread.
    fn read(token: &str, language: Option<&'static str>) -> Rc<Candidates> {
        thread_local! {
            // Some 18 kB each.
            static READ: Memo<(String, Option<&'static str>), Rc<Candidates>> = Memo::keeping(4096);
        }
        let spelled = lower(token);
        READ.with(|read| read.get((spelled.clone(), language), || Rc::new(Candidates::spelled(spelled, language))))
    }

    fn spelled(spelled: String, language: Option<&str>) -> Candidates {
        let mut out = Candidates { list: Vec::new(), spelled, loose: OnceCell::new(), east: OnceCell::new() };
        if (2..=24).contains(&out.spelled.chars().count()) {
            out.list = decode(&out.spelled, language);
            if out.list.is_empty() {
                let bare = strip_stress(&out.spelled);
                if bare != out.spelled {
                    out.list = decode(&bare, language);
                    out.spelled = bare;
                }
            }
        }
        out
    }

    fn loose(&self) -> &[u64] {
        let number = |o: &Original| number(o.language, loose(&o.cyrillic, o.language));
        self.loose.get_or_init(|| self.list.iter().map(number).collect())
    }

    fn east(&self) -> &[u64] {
        let number = |o: &Original| match o.language {
            "ru" | "uk" | "be" => number("", slavic::fold(&o.cyrillic).into_iter()),
            _ => 0,
        };
        self.east.get_or_init(|| self.list.iter().map(number).collect())
    }

    /// The candidate with only those schemes that write it back exactly as the spelling; `None` when none does.
    fn proven(&self, candidate: &Original) -> Option<Original> {
        let word: Vec<char> = candidate.cyrillic.chars().collect();
        let mut schemes = 0;
        for n in bits(candidate.schemes) {
            if SCHEMES[n].writes(&word, &self.spelled) {
                schemes |= 1 << n;
            }
        }
        (schemes != 0).then(|| Original { schemes, ..candidate.clone() })
    }
}

/// All Cyrillic originals of one word: a candidate stands only for those schemes that write it back exactly as
/// `token` (case and apostrophes aside).
pub fn originals(token: &str) -> Vec<Original> {
    let candidates = Candidates::of(token);
    candidates.list.iter().filter_map(|candidate| candidates.proven(candidate)).collect()
}

/// The Russian originals of two spellings that `fit` one another, each proven as in [`originals`].
pub(crate) fn russian(a: &str, b: &str, fit: impl Fn(&str, &str) -> bool) -> Vec<(Original, Original)> {
    let (a, b) = (Candidates::read(a, Some("ru")), Candidates::read(b, Some("ru")));
    let mut out = Vec::new();
    for x in &a.list {
        for y in b.list.iter().filter(|y| fit(&x.cyrillic, &y.cyrillic)) {
            if let (Some(x), Some(y)) = (a.proven(x), b.proven(y)) {
                out.push((x, y));
            }
        }
    }
    out
}

/// The best common original of two spellings in one language, if any.
/// Originals count as the same when they differ only in й/и/ы, е/ё/э or a soft sign; the likelier Cyrillic word is named.
pub fn common(a: &Candidates, b: &Candidates) -> Option<Common> {
    /// The proven originals of both sides that read alike.
    type Sides = (Vec<Original>, Vec<Original>);
    let shared: FxHashSet<u64> = b.loose().iter().copied().collect();
    let mut groups: FxHashMap<u64, Sides> = FxHashMap::default();
    for (candidate, number) in a.list.iter().zip(a.loose()).filter(|(_, number)| shared.contains(number)) {
        if let Some(original) = a.proven(candidate) {
            groups.entry(*number).or_default().0.push(original);
        }
    }
    if groups.is_empty() {
        return None;
    }
    for (candidate, number) in b.list.iter().zip(b.loose()) {
        if let Some((_, right)) = groups.get_mut(number) {
            right.extend(b.proven(candidate));
        }
    }
    let mut best: Option<((i32, String), Common)> = None;
    for (left, right) in groups.into_values().filter(|(_, right)| !right.is_empty()) {
        let language = left[0].language;
        let set = |list: &[Original]| list.iter().fold(0, |set, o| set | o.schemes);
        for cyrillic in left.iter().chain(&right).map(|o| &o.cyrillic) {
            let both = left.iter().any(|o| o.cyrillic == *cyrillic) && right.iter().any(|o| o.cyrillic == *cyrillic);
            let rank = (cyrillic::awkwardness(cyrillic, language) - if both { 4 } else { 0 }, cyrillic.clone());
            let (l, r) = if both {
                let one = |list: &[Original]| {
                    list.iter().filter(|o| o.cyrillic == *cyrillic).fold(0, |set, o| set | o.schemes)
                };
                (one(&left), one(&right))
            } else {
                (set(&left), set(&right))
            };
            if best.as_ref().is_none_or(|(old, _)| rank < *old) {
                best = Some((rank, Common { cyrillic: cyrillic.clone(), language, left: l, right: r }));
            }
        }
    }
    best.map(|(_, common)| common)
}

/// Whether two spellings can be the versions of one name in two of Russian, Ukrainian and Belarusian.
pub fn east_slavic(a: &Candidates, b: &Candidates) -> bool {
    let known: FxHashSet<u64> = a.east().iter().copied().filter(|number| *number != 0).collect();
    b.list.iter().zip(b.east()).filter(|(_, number)| known.contains(number)).any(|(o, number)| {
        let mut others =
            a.list.iter().zip(a.east()).filter(|(other, own)| *own == number && other.language != o.language);
        b.proven(o).is_some() && others.any(|(other, _)| a.proven(other).is_some())
    })
}

/// The word without acute and grave stress marks on vowels (Spanish, Portuguese habit).
fn strip_stress(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'á' | 'à' | 'ã' | 'â' => 'a',
            'é' | 'è' | 'ê' => 'e',
            'í' | 'ì' => 'i',
            'ó' | 'ò' | 'ô' => 'o',
            'ú' | 'ù' => 'u',
            'ý' => 'y',
            c => c,
        })
        .collect()
}

/// Letters that presses do not keep apart: й and ы as и, ё and э as е, signs dropped; ъ is a vowel in Bulgarian.
fn loose(cyrillic: &str, language: &str) -> impl Iterator<Item = char> {
    let bulgarian = language == "bg";
    let mut last = None;
    cyrillic.chars().filter_map(move |c| {
        let c = match c {
            'й' | 'ы' => 'и',
            'ё' | 'э' => 'е',
            'ъ' if bulgarian => c,
            'ь' | 'ъ' | '’' | '\'' => return None,
            c => c,
        };
        let doubled = c == 'и' && last == Some(c);
        last = Some(c);
        (!doubled).then_some(c)
    })
}

/// A number for letters of a language: two words share one by chance once in 2^64 times.
fn number(language: &str, letters: impl Iterator<Item = char>) -> u64 {
    let mut hasher = FxHasher::default();
    language.hash(&mut hasher);
    letters.for_each(|letter| hasher.write_u32(letter.into()));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::scheme::find;

    #[test]
    fn two_presses_one_original() {
        let common = common(&Candidates::of("Tikhanovskaya"), &Candidates::of("Tichanovskaja")).unwrap();
        assert_eq!(common.cyrillic, "тихановская");
        assert_eq!(common.language, "ru");
        let name = |set| bits(set).map(|n| SCHEMES[n].name).collect::<Vec<_>>();
        assert!(name(common.right).contains(&"ru-nl"));
        assert!(name(common.left).contains(&"ru-en-press"));
    }

    #[test]
    fn different_names_share_no_original() {
        for (a, b) in
            [("Petrov", "Pavlov"), ("Tikhanovskaya", "Tichanovski"), ("Shevchenko", "Stepanenko"), ("Amra", "Amara")]
        {
            assert_eq!(common(&Candidates::of(a), &Candidates::of(b)), None, "{a} {b}");
        }
    }

    #[test]
    fn every_own_name_survives_the_round_trip_in_every_scheme() {
        for word in ["тихановская", "лукашенко", "горбачев", "хрущев", "достоевский", "макаревич", "навальный"]
        {
            let letters: Vec<char> = word.chars().collect();
            for scheme in SCHEMES.iter().filter(|scheme| scheme.language == "ru") {
                let latin = scheme.romanise(&letters).unwrap();
                assert!(
                    originals(&latin).iter().any(|o| loose(&o.cyrillic, o.language).eq(loose(word, o.language))),
                    "{} {word} {latin}",
                    scheme.name
                );
            }
        }
    }

    #[test]
    fn real_spellings_decode_to_their_originals() {
        let path = "../shared/data/names/cyrillic_name_pairs.csv";
        let Ok(text) = std::fs::read_to_string(path) else {
            eprintln!("skipped: {path} is not here");
            return;
        };
        let (mut right, mut all) = (0, 0);
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            // rows whose scheme is known to yield the spelling
            if cells.len() < 5 || find(cells[4]).is_none() || cells[0].contains([' ', '-']) {
                continue;
            }
            all += 1;
            let word = cells[0].to_lowercase();
            right += originals(cells[3])
                .iter()
                .any(|o| o.language == cells[1] && loose(&o.cyrillic, cells[1]).eq(loose(&word, cells[1])))
                as usize;
        }
        assert!(all > 300 && right * 100 >= all * 95, "{right} of {all}");
    }
}
