//! Whole names of well-known Chinese and Koreans as another press writes them (Si Jinping, Kim Chen Yn).

use crate::names::desk::{Clash, Kind, Place};
use crate::names::foreign::{Found, joined};
use crate::names::mention::{Mention, NameWord, Setting};
use crate::names::{chinese, korean, press};
use crate::text::fold::fold;
use crate::text::memo::{self, Memo};

/// The names of a text whose family name is another press's, or whose given name another press writes in two words.
///
/// A given name in one word behind the right family name is told with the other foreign forms.
#[must_use]
pub fn clashes(mentions: &[Mention]) -> Vec<Clash> {
    let mut found = Found::default();
    for mention in mentions.iter().filter(|mention| mention.setting != Setting::Capitals) {
        let words = &mention.words;
        for n in 0..words.len() {
            let Some((length, write)) =
                (1..=2).rev().find_map(|given| Some((given + 1, printed(words.get(n..=n + given)?)?)))
            else {
                continue;
            };
            let own = &words[n..n + length];
            let evidence = format!("the English press prints {write}");
            found.add(Place::of(own, mention.quoted), &joined(own), write, Kind::ForeignForm, evidence);
        }
    }
    found.0
}

/// What English prints for a family name and a given name of one or two words; none when it is as it should be, or unknown.
/// Remembered by each thread.
fn printed(words: &[NameWord]) -> Option<&'static str> {
    thread_local! {
        static KNOWN: Memo<u64, Option<&'static str>> = Memo::default();
    }
    let texts = words.iter().map(|word| word.text);
    KNOWN.with(|known| known.get(memo::written(texts), || judge(words)))
}

fn judge(words: &[NameWord]) -> Option<&'static str> {
    let [family, given @ ..] = words else { return None };
    let given_name = joined(given).replace(' ', "_");
    if given_name.chars().count() < 4 {
        return None;
    }
    let right = |known: &press::Known| known.needs_before().is_some_and(|own| fold(own) == fold(family.text));
    let listed = press::by_surname(&given_name).chain(press::by_form(&given_name));
    let bearers: Vec<_> = listed.filter(|known| known.needs_before().is_some()).collect();
    if bearers.iter().any(|known| right(known)) {
        return bearers.into_iter().find(|known| given.len() == 2 && right(known)).map(|known| known.press);
    }
    let other = |known: &&&press::Known| {
        known.needs_before().is_some_and(|own| match known.language {
            "zh" => chinese::is_written(family.text, own),
            _ => korean::one_family(family.text, own),
        })
    };
    bearers.iter().find(other).map(|known| known.press)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::mention::mentions;

    #[test]
    fn whole_names_of_other_presses() {
        let told = |text: &str| clashes(&mentions(text)).into_iter().map(|c| (c.odd, c.write)).collect::<Vec<_>>();
        for (odd, write) in [
            ("Si Jinping", "Xi Jinping"),
            ("Si Tszinpin", "Xi Jinping"),
            ("Teng Hsiao-ping", "Deng Xiaoping"),
            ("Kim Chen Yn", "Kim Jong Un"),
            ("Mun Jae-in", "Moon Jae-in"),
        ] {
            assert_eq!(told(&format!("In May {odd} left.")), [(odd.to_owned(), write.to_owned())]);
        }
        assert_eq!(told("Then Xi Jinping, Kim Jong Un, Kim Jong-un, Mao Tse-tung, Moon Jae-in and Li Na left."), []);
    }
}
