//! The judgement of one pair of spellings: one name or two, and why.

use std::fmt;

use crate::names::decode::{self, SchemeSet};
use crate::names::original::Common;
use crate::names::scheme::SCHEMES;
use crate::names::whole::{Token, joined, path, tokens};
use crate::names::word::{self, Company, WordJudgement, word};
use crate::names::{chinese, given, korean, place, sound};
use crate::text::fold::fold;

/// How two spellings hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The same letters, or nothing but case, accents and signs differ.
    Same,
    /// One original of one language, written by two romanisation schemes.
    OtherScheme {
        /// Schemes (bit n is `SCHEMES[n]`) that give the first spelling.
        left: SchemeSet,
        /// Schemes that give the second spelling.
        right: SchemeSet,
    },
    /// One name in its Russian, Ukrainian and Belarusian version: a decision of the house, no error by itself.
    OtherLanguage,
    /// Names of one place in two languages.
    Exonym,
    /// Two spellings or versions of one given name.
    GivenName,
    /// A given name and its counterpart in another language.
    Translation,
    /// The masculine and the feminine form of one surname: two people.
    Gender,
    /// A spelling with the case ending of another language left on.
    Case,
    /// Two spellings of one sound pattern in names from other scripts, or a listed variant.
    Variant,
    /// A slip of a letter or two.
    Slip,
    /// Part of the other: the surname alone beside the full name.
    Part,
    /// Two names.
    Different,
}

/// The judgement of one pair.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// 0 (two names) to 1 (one name); 0.5 is the line.
    pub score: f64,
    /// How the two hang together.
    pub relation: Relation,
    /// The Cyrillic original behind both, when one was found.
    pub original: Option<Common>,
    /// A sentence that a news editor can follow.
    pub reason: String,
}

/// Judges whether `a` and `b` are spellings of one name. Order of the arguments does not change the score.
pub fn compare(a: &str, b: &str) -> Comparison {
    let (ta, tb) = (tokens(a), tokens(b));
    if ta.is_empty() || tb.is_empty() {
        return Comparison {
            score: 0.0,
            relation: Relation::Different,
            original: None,
            reason: "no letters to compare".into(),
        };
    }
    if joined(&ta) == joined(&tb) {
        let score = if a == b { 1.0 } else { 0.99 };
        return Comparison {
            score,
            relation: Relation::Same,
            original: None,
            reason: "the same letters, only accents, case or signs differ".into(),
        };
    }
    match place::same(a, b) {
        Some(true) => {
            let english = place::foreign(a).chain(place::foreign(b)).next().map_or(a, |e| e.english);
            return Comparison {
                score: 0.97,
                relation: Relation::Exonym,
                original: None,
                reason: format!("both are names of {english}"),
            };
        }
        Some(false) => {
            return Comparison {
                score: 0.03,
                relation: Relation::Different,
                original: None,
                reason: "two places".into(),
            };
        }
        None => {}
    }
    if ta.len() == 1 && tb.len() == 1 {
        let judged = word(&ta[0].text, &tb[0].text, Company::Alone);
        let heard = [Relation::Variant, Relation::Slip, Relation::OtherLanguage, Relation::Case];
        let evidence = if heard.contains(&judged.relation) { HEARD } else { PROVEN };
        return finish(a, b, &judged, judged.apart, evidence);
    }
    if ta.len() > 1
        && tb.len() > 1
        && ta.len().max(tb.len()) <= 3
        && let Some((x, y)) = chinese::same(a, b)
    {
        return Comparison {
            score: 0.93,
            relation: Relation::Variant,
            original: None,
            reason: format!("one Chinese name: {} beside {}", x.label(), y.label()),
        };
    }
    let texts = |tokens: &[Token]| tokens.iter().map(|token| token.text.clone()).collect::<Vec<_>>();
    if ta.len() > 1 && tb.len() > 1 && korean::same(&texts(&ta), &texts(&tb)) {
        return Comparison {
            score: 0.93,
            relation: Relation::Variant,
            original: None,
            reason: "one Korean name in two romanisations".into(),
        };
    }
    align(a, b, &ta, &tb)
}

/// The score of two whole names with the same number of words, word against word and by sound alone; `None` when
/// the numbers differ or a pair of words is a masculine and a feminine form. Much cheaper than [`compare`], for long lists.
pub(crate) fn quick(a: &str, b: &str) -> Option<f64> {
    let split = |c: char| c.is_whitespace() || c == '-';
    if a.split(split).count() != b.split(split).count() {
        return None;
    }
    let many = a.contains(split);
    let mut worst: f64 = 0.0;
    for (x, y) in a.split(split).zip(b.split(split)) {
        if x == y {
            continue;
        }
        let (fx, fy) = (fold(x), fold(y));
        if fx == fy {
            continue;
        }
        let (n, m) = (fx.chars().count(), fy.chars().count());
        if n.abs_diff(m) > 4 || word::unlike(&fx, &fy) {
            return None;
        }
        let company = if many { Company::Joined } else { Company::Alone };
        let kin = given::kinship(x, y).is_some();
        if !kin && !sound::within(x, y, word::room((n + m) as f64 / 2.0, company)) {
            return None;
        }
        let judged = word(x, y, company);
        if judged.relation == Relation::Gender {
            return None;
        }
        worst = worst.max(judged.apart);
        if worst > 1.0 {
            return None;
        }
    }
    Some(score(worst))
}

/// The score for a distance of which 1.3 is the line between one name and two (0.5; set on the development pairs).
pub(crate) fn score(apart: f64) -> f64 {
    certainty(apart, PROVEN)
}

/// How fast certainty grows with the distance from the line when a table knows the pair or several words agree.
const PROVEN: f64 = 4.0;
/// The same for one word that only sounds alike: look-alikes of other people lie as near (set on pairs of human news).
const HEARD: f64 = 2.8;

fn certainty(apart: f64, evidence: f64) -> f64 {
    1.0 / (1.0 + (evidence * (apart - 1.3)).exp())
}

fn finish(a: &str, b: &str, judged: &WordJudgement, apart: f64, evidence: f64) -> Comparison {
    let score = if judged.relation == Relation::Gender { 0.04 } else { certainty(apart, evidence) };
    let relation = if score < 0.5 && judged.relation != Relation::Gender && judged.relation != Relation::Translation {
        Relation::Different
    } else {
        judged.relation
    };
    Comparison { score, relation, original: judged.original.clone(), reason: reason(a, b, relation, judged) }
}

fn reason(a: &str, b: &str, relation: Relation, judged: &WordJudgement) -> String {
    match relation {
        Relation::Same => "the same letters, only accents, case or signs differ".into(),
        Relation::OtherScheme { left, right } => {
            let original = judged.original.as_ref().map_or("", |c| c.cyrillic.as_str());
            format!("both write {}: {} beside {}", capital(original), label(left), label(right))
        }
        Relation::OtherLanguage => {
            "one name in its Russian, Ukrainian or Belarusian version; the house decides which".into()
        }
        Relation::Exonym => "names of one place in two languages".into(),
        Relation::GivenName => format!("{a} and {b} are versions of one given name"),
        Relation::Translation => format!("{a} is the counterpart of {b} in another language"),
        Relation::Gender => {
            let (f, m) = if judged.gendered.is_some_and(|g| g.first_is_feminine) { (a, b) } else { (b, a) };
            format!("{f} is the feminine form of {m}: two people")
        }
        Relation::Case => "one of them keeps a case ending of another language".into(),
        Relation::Variant => format!("two spellings of one sound: {}", differences(a, b)),
        Relation::Slip => format!("a slip of a letter or two: {}", differences(a, b)),
        Relation::Part => "one is part of the other".into(),
        Relation::Different => "no common original and too far apart in sound".into(),
    }
}

/// What differs between two words, such as "ou beside u, y beside i".
fn differences(a: &str, b: &str) -> String {
    let side = |s: &str| if s.is_empty() { "nothing".to_string() } else { s.to_string() };
    let told: Vec<String> =
        sound::steps(a, b).iter().take(3).map(|s| format!("{} beside {}", side(&s.left), side(&s.right))).collect();
    if told.is_empty() { format!("{a} beside {b}") } else { told.join(", ") }
}

/// The label of the likeliest scheme of a set: English press forms first, then the order of the tables.
pub fn label(set: SchemeSet) -> &'static str {
    let rank = |n: &usize| match SCHEMES[*n].name {
        "ru-en-press" | "uk-en-press" | "be-icao" | "bg-en" | "sr-ascii" => 0,
        "ru-nl" | "ru-de" | "ru-fr" | "ru-pl" | "uk-de" => 1,
        _ => 2,
    };
    decode::bits(set).min_by_key(|n| (rank(n), *n)).map_or("another form", |n| SCHEMES[n].label)
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

fn align(a: &str, b: &str, ta: &[Token], tb: &[Token]) -> Comparison {
    let mut best = path(ta, tb);
    let mut turned = false;
    if tb.len() > 1 && tb.len() <= 4 && ta.len() > 1 {
        for turn in 1..tb.len() {
            let mut rotated = tb.to_vec();
            rotated.rotate_left(turn);
            let mut other = path(ta, &rotated);
            other.cost += 0.15;
            if other.cost < best.cost {
                best = other;
                turned = true;
            }
        }
    }
    let (x, y, judged) =
        best.worst.unwrap_or((a.to_string(), b.to_string(), WordJudgement::plain(0.2, Relation::Same)));
    let mut out = finish(&x, &y, &judged, best.cost, PROVEN);
    if judged.relation == Relation::Same && best.skipped > 0 && out.score >= 0.5 {
        out.relation = Relation::Part;
        out.reason = "one is part of the other".into();
    }
    if turned && out.score >= 0.5 {
        out.reason.push_str("; the order of the names is turned");
    }
    out
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Relation::Same => "same letters",
            Relation::OtherScheme { .. } => "other scheme",
            Relation::OtherLanguage => "other language",
            Relation::Exonym => "exonym",
            Relation::GivenName => "given name",
            Relation::Translation => "translated given name",
            Relation::Gender => "gender",
            Relation::Case => "case ending",
            Relation::Variant => "variant",
            Relation::Slip => "slip",
            Relation::Part => "part",
            Relation::Different => "different",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reasons_can_be_followed() {
        let judged = compare("Tikhanovskaya", "Tichanovskaja");
        assert!(judged.score > 0.8);
        assert_eq!(judged.reason, "both write Тихановская: English press form beside Dutch form");
        let judged = compare("Tichanovski", "Tikhanovskaya");
        assert_eq!(judged.relation, Relation::Gender);
        assert!(judged.score < 0.1);
        assert_eq!(judged.reason, "Tikhanovskaya is the feminine form of Tichanovski: two people");
    }

    #[test]
    fn full_names() {
        for (a, b) in [
            ("Kim Jong Un", "Kim Jong-un"),
            ("Kishida Fumio", "Fumio Kishida"),
            ("Ivan A. Petrov", "Ivan Petrov"),
            ("Abdul Rahman Yassin", "Abdulrahman Yasin"),
            ("Mohammed al-Masri", "Muhammad Al-Masry"),
        ] {
            assert!(compare(a, b).score >= 0.5, "{a} {b} {:?}", compare(a, b));
        }
        for (a, b) in [
            ("Ivan Petrov", "Sergei Petrov"),
            ("Li Qiang", "Li Keqiang"),
            ("Anna Petrova", "Ivan Petrov"),
            ("Rajiv Gandhi", "Rahul Gandhi"),
        ] {
            assert!(compare(a, b).score < 0.5, "{a} {b} {:?}", compare(a, b));
        }
    }

    #[test]
    fn several_words_that_agree_prove_more_than_one_that_sounds_alike() {
        let (one, two) = (compare("Zoungla", "Zongla"), compare("Ada Zoungla", "Ada Zongla"));
        assert!(0.5 < one.score && one.score + 0.03 < two.score, "{one:?} {two:?}");
    }
}
