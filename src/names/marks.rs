//! Marks: accents lost on one name and kept on another, hyphens here and spaces there.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::english::numerals::times;
use crate::names::desk::{Certainty, Clash, House, Kind, Place, places};
use crate::names::mention::{Mention, Setting};
use crate::names::spelling::Spelling;
use crate::names::{english, given, press};
use crate::text::fold::{fold, lower};

/// Finds surnames without their accents in an article that keeps the accent of another name of the language; given names
/// only beside such a surname. Outside Spanish and Portuguese, names that the English press prints bare or that many
/// Americans bear are passed over.
pub(crate) fn dropped_accents(list: &[Spelling], mentions: &[Mention], out: &mut Vec<Clash>) {
    let keeping = |wanted: fn(&given::Accented) -> bool| {
        list.iter()
            .filter(|s| !s.form.is_ascii())
            .find_map(|s| given::accents_of(&s.form).filter(|a| a.form == s.form && wanted(a)).map(|a| (s, a.language)))
    };
    // a given name keeps its accent where a surname of another house's spelling has none: that is only asked
    let (kept, language, certainty) = match (keeping(|a| a.surname), keeping(|a| a.given)) {
        (Some((kept, language)), _) => (kept, language, Certainty::Warning),
        (None, Some((kept, language))) => (kept, language, Certainty::Question),
        (None, None) => return,
    };
    let surname = |word: &str| given::accents_of(word).is_some_and(|a| a.surname && a.language == language);
    for spelling in list.iter().filter(|s| s.form.is_ascii()) {
        let Some(accented) = given::accents_of(&spelling.form).filter(|a| a.language == language) else { continue };
        let spanish = |word: &str| {
            ["miguel", "juan", "jose", "luis", "maria", "carlos", "joao", "pedro"].contains(&fold(word).as_str())
        };
        let company = spelling.before.iter().any(|w| spanish(w))
            || mentions
                .iter()
                .any(|m| m.words.iter().any(|w| w.text == spelling.form) && m.words.iter().any(|w| surname(w.text)));
        if !(accented.surname || accented.body || accented.given && company)
            || !matches!(language, "es" | "pt") && (press::is_press(&spelling.form) || given::surname(&spelling.form))
            || out_has(out, &spelling.form)
            || english::is_common(&lower(&spelling.form))
        {
            continue;
        }
        out.push(Clash {
            kind: Kind::Accents,
            certainty,
            odd: spelling.form.clone(),
            places: places(mentions, &spelling.form),
            write: accented.form.to_string(),
            message: format!("\"{}\" has lost its accent; write {}", spelling.form, accented.form),
            evidence: format!("accents are kept in {}", kept.form),
        });
    }
}

/// Finds whole names written with a hyphen here and a space there (Kim Jong-un, Kim Jong Un).
pub(crate) fn joints(mentions: &[Mention], house: House<'_>, out: &mut Vec<Clash>) {
    let mut groups: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
    let counts = |m: &&Mention| m.setting == Setting::Body && m.words.iter().all(|w| !w.common);
    let letters = |text: &str| text.bytes().filter(u8::is_ascii_alphanumeric).count();
    // Of two such spellings one has a hyphen.
    let hyphened = || mentions.iter().filter(counts).filter(|m| m.text.contains('-'));
    let lengths: FxHashSet<usize> = hyphened().map(|m| letters(m.text)).collect();
    if lengths.is_empty() {
        return;
    }
    let foreign = hyphened().any(|m| !m.text.is_ascii());
    for mention in mentions.iter().filter(counts) {
        let may_meet = foreign || !mention.text.is_ascii() || lengths.contains(&letters(mention.text));
        if !may_meet {
            continue;
        }
        let key: String = fold(mention.text).chars().filter(|c| c.is_alphanumeric()).collect();
        if key.chars().count() < 6 {
            continue;
        }
        let forms = groups.entry(key).or_default();
        match forms.iter_mut().find(|(form, _)| *form == mention.text) {
            Some((_, count)) => *count += 1,
            None => forms.push((mention.text, 1)),
        }
    }
    for forms in groups.into_values() {
        // one form has a space where the other has a hyphen; a third way of writing is left to the word rules
        let [x, y] = forms[..] else { continue };
        let open = |s: &str| lower(s).replace('-', " ");
        if open(x.0) != open(y.0) || x.0.matches('-').count() == y.0.matches('-').count() {
            continue;
        }
        let listed = |s: &str| press::known().any(|k| k.press == s);
        let (best, odd) = if listed(y.0) || y.1 > x.1 && !listed(x.0) { (y, x) } else { (x, y) };
        let because = if listed(best.0) { "the English press prints it so" } else { "the spelling met most" };
        let (write, because) =
            house(odd.0).map_or((best.0.to_string(), because), |write| (write, "the house prints it so"));
        out.push(Clash {
            kind: Kind::Style,
            certainty: Certainty::Warning,
            odd: odd.0.to_string(),
            places: mentions
                .iter()
                .filter(|m| m.text == odd.0)
                .map(|m| Place { start: m.start, end: m.end, quoted: m.quoted })
                .collect(),
            message: format!("\"{}\" is written \"{}\" elsewhere; write {write}", odd.0, best.0),
            evidence: format!("only a hyphen differs; {} {}; {because}", best.0, times(best.1)),
            write,
        });
    }
}

fn out_has(out: &[Clash], form: &str) -> bool {
    out.iter().any(|clash| clash.odd == form)
}
