//! Couples: a masculine and a feminine form of one surname, romanised in two ways.

use crate::english::numerals::times;
use crate::names::compare;
use crate::names::desk::{Certainty, Clash, Kind, places};
use crate::names::mention::Mention;
use crate::names::printed::{ENGLISH, romanise};
use crate::names::scheme::SCHEMES;
use crate::names::spelling::Spelling;
use crate::names::{cyrillic, decode, gender, original};
use crate::text::fold::fold;

/// Masculine and feminine endings of one Cyrillic surname.
const PAIRS: &[(&str, &str)] = &[
    ("ский", "ская"),
    ("цкий", "цкая"),
    ("ный", "ная"),
    ("ной", "ная"),
    ("ый", "ая"),
    ("ой", "ая"),
    ("ов", "ова"),
    ("ев", "ева"),
    ("ёв", "ёва"),
    ("ин", "ина"),
    ("ын", "ына"),
];

/// Finds a husband and a wife whose common surname is romanised in two ways: the odd one is set right in its own gender.
pub(crate) fn gender_schemes(list: &[Spelling], mentions: &[Mention], out: &mut Vec<Clash>) {
    // in every scheme the feminine ending of a Russian surname ends in a, and the masculine one does not
    let ends: Vec<(Option<char>, bool, &Spelling)> = list
        .iter()
        .filter(|s| s.form.chars().count() >= 5)
        .map(|s| (fold(&s.form), s))
        .map(|(folded, s)| (folded.chars().next(), folded.ends_with('a'), s))
        .collect();
    for (n, (first, feminine, x)) in ends.iter().enumerate() {
        for (_, _, y) in ends[n + 1..].iter().filter(|(other, end, _)| other == first && end != feminine) {
            let Some(pair) = gender::pair(&x.form, &y.form).filter(|p| !p.same_scheme) else { continue };
            let (female, male): (&Spelling, &Spelling) = if pair.first_is_feminine { (x, y) } else { (y, x) };
            let couples = original::russian(&female.form, &male.form, |f, m| {
                PAIRS.iter().any(|(me, fe)| m.strip_suffix(me).is_some_and(|s| f.strip_suffix(fe) == Some(s)))
            });
            if couples.iter().any(|(f, m)| f.schemes & m.schemes != 0) {
                continue;
            }
            let likeliest = couples.iter().min_by_key(|(f, _)| cyrillic::awkwardness(&f.cyrillic, "ru"));
            let Some((f, m)) = likeliest else { continue };
            let is_english = |o: &decode::Original| decode::bits(o.schemes).any(|n| ENGLISH.contains(&SCHEMES[n].name));
            for (odd, original, other, other_original) in [(male, m, female, f), (female, f, male, m)] {
                if is_english(original) || !is_english(other_original) {
                    continue;
                }
                if let Some(write) = romanise(&original.cyrillic, "ru", &odd.form).filter(|w| *w != odd.form) {
                    out.push(Clash {
                        kind: Kind::GenderScheme,
                        certainty: Certainty::Warning,
                        odd: odd.form.clone(),
                        places: places(mentions, &odd.form),
                        write: write.clone(),
                        message: format!(
                            "\"{}\" and \"{}\" are one surname in two romanisations; write {write}",
                            odd.form, other.form
                        ),
                        evidence: format!(
                            "{}; {} {}",
                            compare::label(original.schemes),
                            other.form,
                            times(other.count)
                        ),
                    });
                }
            }
        }
    }
}
