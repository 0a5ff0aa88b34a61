//! Given names as another press writes them, before the surname of a well-known person or another Russian.

use std::cell::LazyCell;

use crate::names::desk::{Clash, Kind, Place};
use crate::names::foreign::{self, Found};
use crate::names::given::{self, Kinship};
use crate::names::mention::{Mention, NameWord, Setting};
use crate::names::press;
use crate::text::fold::{bare, fold};
use crate::text::memo::{self, Memo};
use crate::text::table::Table;

static FOREIGN: Table = Table::new(include_str!("tables/made/given_foreign.tsv"));

/// Endings of Russian surnames, folded, in the romanisations of all presses.
const RUSSIAN: &[&str] = &[
    "ov", "ow", "off", "ev", "ew", "eff", "in", "ine", "sky", "skiy", "skij", "skii", "ova", "owa", "eva", "ewa",
    "ina", "skaya", "skaja", "skaia", "enko", "enkov",
];

/// The given names of a text's people that another press writes so (Serguei Lavrov), or that are the person's name in a
/// sister language (Volodymyr Putin, Vladimir Zelensky).
#[must_use]
pub fn clashes(mentions: &[Mention]) -> Vec<Clash> {
    let mut found = Found::default();
    let late = LazyCell::new(|| foreign::ukrainian(mentions) || foreign::since_2019(mentions));
    for mention in mentions.iter().filter(|mention| mention.setting != Setting::Capitals) {
        for pair in mention.words.windows(2) {
            let (name, surname) = (&pair[0], &pair[1]);
            let long = |word: &NameWord| word.text.chars().nth(3).is_some();
            if !(long(name) && long(surname) && concerns(name.text, surname.text)) {
                continue;
            }
            let Some((write, evidence)) = judge(name.text, surname.text, || *late) else { continue };
            found.add(Place::at(name, mention.quoted), name.text, write, Kind::ForeignForm, evidence);
        }
    }
    found.0
}

/// Whether a folded given name is a Russian one that only presses other than the English write so.
pub(crate) fn is_foreign(folded: &str) -> bool {
    FOREIGN.has(folded)
}

/// Whether the tables know anything of the given name `name` before `surname`; remembered by each thread.
fn concerns(name: &str, surname: &str) -> bool {
    thread_local! {
        static KNOWN: Memo<u64, bool> = Memo::default();
    }
    let find = || FOREIGN.has(&bare(name)) || kin(name, surname).is_some();
    KNOWN.with(|known| known.get(memo::written([name, surname]), find))
}

/// The well-known bearer of the surname whose given name `name` is a version of, that given name, and whether `name` is it.
fn kin(name: &str, surname: &str) -> Option<(&'static press::Known, &'static str, bool)> {
    let folded = bare(name);
    let known = press::by_surname(surname).chain(press::by_form(surname)).filter(|known| !known.original.is_empty());
    let mut kin = known.filter_map(|known| {
        let own = known.press.split(' ').next()?;
        let same = fold(own) == folded;
        (same || given::kinship(name, own) == Some(Kinship::EastSlavic)).then_some((known, own, same))
    });
    kin.next()
}

/// What English prints for the given name `name` before `surname`, with the evidence; none when it is as it should be.
/// A Ukrainian was printed by his Russian name until lately: he is told only in a `late` text.
fn judge(name: &str, surname: &str, late: impl Fn() -> bool) -> Option<(&'static str, String)> {
    let foreign = FOREIGN.get(&bare(name));
    if let Some((known, own, same)) = kin(name, surname) {
        let printed = given::is_english(name);
        let wrong = match known.language {
            "ru" => !printed,
            "uk" => printed && !given::is_english(own) && late() || foreign.is_some(),
            _ => foreign.is_some(),
        };
        return (wrong && !same).then(|| (own, format!("the English press prints {}", known.press)));
    }
    let write = foreign?.split('\t').next()?;
    let end = fold(surname);
    (surname.is_ascii() && RUSSIAN.iter().any(|ending| end.len() > ending.len() + 2 && end.ends_with(ending)))
        .then(|| (write, "a Russian given name as another press writes it".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::mention::mentions;

    fn told(text: &str) -> Vec<(String, String)> {
        clashes(&mentions(text)).into_iter().map(|c| (c.odd, c.write)).collect()
    }

    #[test]
    fn given_names_of_other_presses() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            told("Then Serguei Lavrov met Volodymyr Putin and Dmitrij Kruglov."),
            [pair("Serguei", "Sergei"), pair("Volodymyr", "Vladimir"), pair("Dmitrij", "Dmitry")]
        );
        assert_eq!(told("Then Vladimir Zelensky spoke."), [pair("Vladimir", "Volodymyr")]);
        assert_eq!(
            told("Then Sergey Lavrov, Volodymyr Zelensky, Vitali Klitschko, Dimitri Payet and Alexei Navalny spoke."),
            []
        );
    }
}
