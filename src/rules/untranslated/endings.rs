//! Turkish case endings that stayed on a name behind its apostrophe.

use crate::rule::Draft;
use crate::rules::walk::Walk;
use crate::scales::Safety;

/// The endings, with the English word that says the same.
const ENDINGS: &[(&str, &[&str])] = &[
    ("in", &["de", "da", "te", "ta", "nde", "nda", "ndeki", "ndaki", "deki", "daki", "teki", "taki"]),
    ("from", &["den", "dan", "ten", "tan", "nden", "ndan"]),
    ("to", &["ye", "ya", "ne", "na"]),
    ("of", &["in", "ın", "un", "ün", "nin", "nın", "nun", "nün", "li", "lı", "lu", "lü"]),
    ("with", &["le", "la", "yle", "yla"]),
    ("the object", &["yi", "yı", "yu", "yü", "ni", "nı", "nu", "nü"]),
];

/// Letters of the shortest name before an ending of two letters, which other languages' names have too (Mada'in).
const NAME: usize = 5;

/// `Kuvvet'in`, `Gazetesi'ndeki`.
pub(super) fn turkish(walk: &Walk<'_>, segment: usize, at: usize) -> Option<Draft> {
    let raw = walk.word(at).filter(|word| word.is_capital()).map(|word| word.of(walk.text))?;
    let (name, mark) = raw.rsplit_once(['\'', '’']).map(|(name, ending)| (name, raw.len() - ending.len()))?;
    let ending = &raw[mark..];
    let (english, _) = ENDINGS.iter().find(|(_, endings)| endings.contains(&ending))?;
    let letters = name.chars().count();
    if name.contains(['\'', '’']) || letters < NAME - usize::from(ending.chars().count() > 2) * 2 {
        return None;
    }
    let message =
        format!("a Turkish ending left on \"{name}\": take it out, and say it in English where it is missing");
    let evidence = format!("-{ending}: {english}");
    Some(Draft::new(segment, walk.bytes(at, at), message, evidence).write(name, Safety::Choice))
}
