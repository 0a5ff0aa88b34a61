//! Foreign forms: places and well-known people as another language writes them, slips in well-known names.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use crate::names::compare::Relation;
use crate::names::desk::{Certainty, Clash, Kind, Place};
use crate::names::great::{slip_of_given, slip_of_great};
use crate::names::mention::{Mention, NameWord, Setting};
use crate::names::printed::learned_scheme;
use crate::names::scheme::SCHEMES;
use crate::names::word::{Company, word};
use crate::names::{chinese, english, given, place, press, skeleton};
use crate::text::fold::{fold, lower};
use crate::text::memo::{self, Memo};
use crate::text::nearness;

/// Names of places and well-known people as another language writes them, and slips in well-known names.
/// `dated` names (Kiev) are told only when `report_dated` says so.
pub fn foreign_forms(mentions: &[Mention], dated: Dated) -> Vec<Clash> {
    let mut found = Found::default();
    let mut slips: HashMap<&str, (&str, &str)> = HashMap::new();
    for mention in mentions {
        places(mention, dated, &mut found);
        for at in 0..mention.words.len() {
            let standing = Standing::of(mention.words[at].text);
            if !known_form(mention, at, standing, &mut found) {
                slips.extend(slip(mention, at, standing).map(|right| (mention.words[at].text, right)));
            }
        }
    }
    for mention in mentions {
        for word in &mention.words {
            if let Some((write, press)) = slips.get(word.text) {
                let evidence = format!("the English press prints {press}");
                found.add(Place::at(word, mention.quoted), word.text, write, Kind::KnownName, evidence);
            }
        }
    }
    found.0.sort_by_key(|clash| clash.places.first().copied());
    found.0
}

/// What is found so far: one clash for an odd spelling and what to print for it.
#[derive(Default)]
pub(super) struct Found(pub(super) Vec<Clash>);

impl Found {
    pub(super) fn add(&mut self, place: Place, odd: &str, write: &str, kind: Kind, evidence: String) {
        match self.0.iter_mut().find(|clash| clash.odd == odd && clash.write == write) {
            Some(clash) if clash.places.contains(&place) => {}
            Some(clash) => clash.places.push(place),
            None => self.0.push(Clash {
                kind,
                certainty: Certainty::Warning,
                odd: odd.to_owned(),
                places: vec![place],
                message: told(odd, write, kind),
                write: write.to_owned(),
                evidence,
            }),
        }
    }
}

/// Adds the places of a mention that another language's form names, the longest first.
fn places(mention: &Mention, dated: Dated, found: &mut Found) {
    let words = &mention.words;
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=3.min(words.len() - at)).rev();
        let Some((length, exonym)) = longest
            .filter_map(|length| Some((length, exonym(&words[at..at + length], mention.setting, dated)?)))
            .next()
        else {
            at += 1;
            continue;
        };
        let own = &words[at..at + length];
        let evidence = if exonym.flag == place::Flag::Dated {
            "the English press prints the Ukrainian form since 2019".to_owned()
        } else {
            format!("name of the place in: {}", exonym.languages)
        };
        found.add(Place::of(own, mention.quoted), &joined(own), exonym.english, Kind::ForeignForm, evidence);
        at += length;
    }
}

/// The place that these words name in another language's form.
fn exonym(words: &[NameWord], setting: Setting, dated: Dated) -> Option<place::Exonym> {
    if !is_foreign_place(words) {
        return None;
    }
    let form = joined(words);
    let capitals = form.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    if words.len() == 1 && (form.chars().count() < 4 || given::known(&form)) || capitals && setting != Setting::Capitals
    {
        return None;
    }
    place::foreign(&form).find(|exonym| {
        let same = lower(exonym.foreign) == lower(&form)
            || fold(exonym.foreign) == fold(&form) && fold(exonym.english) != fold(&form);
        same && match exonym.flag {
            place::Flag::Yes => true,
            place::Flag::Dated => dated == Dated::Report,
            place::Flag::No => false,
        }
    })
}

/// Adds a word that is a listed name without its capitals, or in another press's form. True when the word needs no further look:
/// it is told, or it stands for itself.
fn known_form(mention: &Mention, at: usize, standing: Standing, found: &mut Found) -> bool {
    let word = &mention.words[at];
    let own_capitals =
        standing.capitals.filter(|_| mention.setting == Setting::Body && !word.text.chars().all(char::is_uppercase));
    if let Some(right) = own_capitals {
        let evidence = "its bearer writes it so".to_owned();
        found.add(Place::at(word, mention.quoted), word.text, right, Kind::KnownName, evidence);
        return true;
    }
    if word.common || standing.settled {
        return true;
    }
    let before = at.checked_sub(1).map(|before| mention.words[before].text);
    if let Some((known, label)) = standing.person
        && known.needs_before().is_none_or(|own| before.is_some_and(|word| fold(word) == fold(own)))
        && before.is_none_or(|given| !strange_given(given, known))
    {
        // A surname alone may be another man's.
        let named = before.is_some() || known.surname() == known.press;
        let evidence = if named {
            format!("{label} of {}", known.press)
        } else {
            format!("{label} of {}, as in {}", known.surname(), known.press)
        };
        found.add(Place::at(word, mention.quoted), word.text, known.surname(), Kind::ForeignForm, evidence);
        return true;
    }
    false
}

/// Of a word that is a slip in a well-known name: what to print, and the name that the press prints.
fn slip(mention: &Mention, at: usize, standing: Standing) -> Option<(&'static str, &'static str)> {
    let word = mention.words[at].text;
    let before = at.checked_sub(1).map(|before| mention.words[before].text);
    if let Some(known) = before.and_then(|given| slip_of_known(word, given)) {
        return Some((known.surname(), known.press));
    }
    let in_body = mention.setting == Setting::Body && before.is_none_or(|before| !given::known(before));
    if let Some(great) = standing.great.filter(|_| in_body) {
        return Some((great, great));
    }
    let known = slip_of_given(word, mention.words.get(at + 1).map_or("", |word| word.text))?;
    Some((known.press.split(' ').next().unwrap_or(""), known.press))
}

/// What the tables say of a word of a name, whatever stands beside it.
#[derive(Clone, Copy)]
struct Standing {
    /// How its bearer writes it, where that is otherwise.
    capitals: Option<&'static str>,
    /// Whether it is too short for a slip, or stands for itself: an English word, a place, a name that many bear.
    settled: bool,
    /// The well-known person whom another press writes so, with what to call the form.
    person: Option<(&'static press::Known, &'static str)>,
    /// The great name that it is with one slip.
    great: Option<&'static str>,
}

impl Standing {
    /// Remembered by each thread.
    fn of(word: &str) -> Self {
        thread_local! {
            static KNOWN: Memo<u64, Standing> = Memo::default();
        }
        let find = || {
            let settled = word.chars().count() < 5
                || english::is_common(&word.to_lowercase())
                || place::on_the_map(word)
                || given::established(word);
            Standing {
                capitals: press::capitals_of(word),
                settled,
                person: if settled { None } else { foreign_person(word).filter(|_| !press::is_press(word)) },
                great: if settled { None } else { slip_of_great(word) },
            }
        };
        KNOWN.with(|known| known.get(memo::written([word]), find))
    }
}

/// The words with a blank between each two.
pub(crate) fn joined(words: &[NameWord]) -> String {
    words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

/// Whether words are a place in another language; remembered by each thread.
fn is_foreign_place(words: &[NameWord]) -> bool {
    thread_local! {
        static KNOWN: Memo<u64, bool> = Memo::default();
    }
    let find = || place::foreign(&joined(words)).next().is_some();
    KNOWN.with(|known| known.get(memo::written(words.iter().map(|word| word.text)), find))
}

/// The folded word with German umlauts written either way made one (Schäuble, Schaeuble).
fn umlauts(word: &str) -> String {
    fold(word).replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// The clash of a name that another language's press writes `odd`.
pub(crate) fn foreign_form(odd: &str, write: &str, places: Vec<Place>, evidence: String) -> Clash {
    let kind = Kind::ForeignForm;
    Clash {
        kind,
        certainty: Certainty::Warning,
        odd: odd.to_owned(),
        places,
        write: write.to_owned(),
        message: told(odd, write, kind),
        evidence,
    }
}

fn told(odd: &str, write: &str, kind: Kind) -> String {
    match kind {
        Kind::KnownName => format!("\"{odd}\" is a slip in a well-known name; write {write}"),
        _ => format!("\"{odd}\" is another language's form; write {write}"),
    }
}

/// Whether names printed in English until lately (Kiev, Odessa) are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// They are told.
    Report,
    /// They are passed over.
    Pass,
}

/// Whether a text writes names of places as Ukraine does, which the English press has done since 2019.
#[must_use]
pub fn ukrainian(mentions: &[Mention]) -> bool {
    mentions.iter().flat_map(|m| &m.words).any(|word| english::is_ukrainian(word.text))
}

/// Whether a text has people or things of Ukraine that the press has named since 2019.
#[must_use]
pub fn since_2019(mentions: &[Mention]) -> bool {
    mentions.iter().flat_map(|m| &m.words).any(|word| english::is_recent(word.text))
}

/// How many Ukrainian places a text names as the English press did until 2019.
#[must_use]
pub fn old_ukrainian(mentions: &[Mention]) -> usize {
    let words = mentions.iter().flat_map(|m| &m.words);
    let dated = |name: &str| place::foreign(name).any(|e| e.flag == place::Flag::Dated && e.foreign == name);
    let words = words.filter(|word| is_foreign_place(std::slice::from_ref(word))).map(|word| word.text);
    let found: BTreeSet<&str> = words.filter(|word| dated(word)).collect();
    found.len()
}

/// The well-known person whose surname is written `form` by another press, with what to call the form.
fn foreign_person(form: &str) -> Option<(&'static press::Known, &'static str)> {
    if press::is_excepted(form) {
        return None;
    }
    let (known, scheme) = press::met(form).next()?;
    if known.sister.iter().any(|s| fold(s) == fold(form)) {
        return Some((known, "the form of a sister language"));
    }
    match scheme {
        Some(n) if learned_scheme(SCHEMES[n].name) => None,
        Some(n) => Some((known, SCHEMES[n].label)),
        None if known.original.is_empty() => Some((known, "another press's form")),
        None => None,
    }
}

/// Whether the word before the surname is a given name that the known person does not bear.
fn strange_given(before: &str, known: &press::Known) -> bool {
    let own = known.press.split(' ').next().unwrap_or("");
    given::known(before)
        && fold(before) != fold(own)
        && given::kinship(before, own).is_none()
        && word(before, own, Company::InName).apart > 1.0
}

/// The well-known person whose full name stands here with a slip in the surname.
fn slip_of_known(surname: &str, given: &str) -> Option<&'static press::Known> {
    let near = near(surname);
    near.iter().flat_map(|near| near.iter()).copied().find(|known| {
        let own = known.press.split(' ').next().unwrap_or("");
        let bearer =
            fold(own) == fold(given) || given::kinship(own, given).is_some() && known.kind != press::Kind::Body;
        bearer && is_slip(surname, known)
    })
}

/// Whether a word is a slip in the surname of a well-known person.
fn is_slip(surname: &str, known: &press::Known) -> bool {
    let judged = word(surname, known.surname(), Company::Alone);
    // Two letters apart without a scheme that explains them it is another man: Kislov is not Kiselyov.
    let near = matches!(judged.relation, Relation::OtherScheme { .. })
        || nearness::edits(&umlauts(surname), &umlauts(known.surname())) < 2;
    matches!(judged.relation, Relation::Variant | Relation::Slip | Relation::OtherScheme { .. })
        && near
        && judged.apart <= 1.0
        && umlauts(surname) != umlauts(known.surname())
}

/// The well-known people whose surnames are like a word that is none of the press; remembered by each thread.
fn near(surname: &str) -> Option<Rc<[&'static press::Known]>> {
    thread_local! {
        static KNOWN: Memo<u64, Option<Rc<[&'static press::Known]>>> = Memo::default();
    }
    let find = || {
        if press::is_press(surname) || press::by_form(surname).next().is_some() || chinese::is_pinyin(surname) {
            return None;
        }
        let keys = skeleton::keys(surname);
        let near: Vec<_> =
            keys.iter().flat_map(|key| press::by_key(key)).filter(|known| !known.spelled_freely()).collect();
        (!near.is_empty()).then(|| near.into())
    };
    KNOWN.with(|known| known.get(memo::written([surname]), find))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::mention::mentions;

    #[test]
    fn good_english_is_left_alone() {
        let text = "Petr Novak of Praha Capital met Angela Merkel, Recep Tayyip Erdogan and the Dutch in The Hague. Lviv, Kyiv and Odesa sent help to Nice.";
        assert_eq!(foreign_forms(&mentions(text), Dated::Pass), []);
    }

    #[test]
    fn a_koreans_given_name_needs_his_family_name() {
        let told = |text: &str| foreign_forms(&mentions(text), Dated::Pass).len();
        assert_eq!(told("The film of Bong Chun-ho ran at noon."), 1);
        assert_eq!(told("The neighbour Park Chun-ho waved."), 0);
    }

    #[test]
    fn foreign_forms_of_places_and_people() {
        let text = "In Moskou, Poetin met Benjamin Netanjahu and Roberta Metzola.";
        let forms: Vec<(String, String)> =
            foreign_forms(&mentions(text), Dated::Pass).into_iter().map(|c| (c.odd, c.write)).collect();
        let pair = |a: &str, b: &str| (a.to_string(), b.to_string());
        assert_eq!(
            forms,
            [
                pair("Moskou", "Moscow"),
                pair("Poetin", "Putin"),
                pair("Netanjahu", "Netanyahu"),
                pair("Metzola", "Metsola")
            ]
        );
    }
}
