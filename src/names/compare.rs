//! The judgement of one pair of spellings: one name or two, and why.

use std::fmt;

use crate::names::decode::{self, Common, SchemeSet};
use crate::names::gender::{self, Gendered};
use crate::names::given::{self, Kinship};
use crate::names::scheme::SCHEMES;
use crate::names::{chinese, japanese, place, press, sound};
use crate::text::fold::fold;
use crate::text::nearness;

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

/// The judgement of one word against one word.
#[derive(Debug, Clone)]
pub(crate) struct WordJudgement {
    /// 0 the same; 1 the line between one name and two; above, further apart
    pub(crate) apart: f64,
    pub(crate) relation: Relation,
    pub(crate) original: Option<Common>,
    pub(crate) gendered: Option<Gendered>,
}

impl WordJudgement {
    pub(crate) fn plain(apart: f64, relation: Relation) -> WordJudgement {
        WordJudgement { apart, relation, original: None, gendered: None }
    }
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
        return finish(a, b, &judged, judged.apart);
    }
    if ta.len() > 1 && tb.len() > 1 && ta.len().max(tb.len()) <= 3 {
        if let Some((x, y)) = chinese::same(a, b) {
            return Comparison {
                score: 0.93,
                relation: Relation::Variant,
                original: None,
                reason: format!("one Chinese name: {} beside {}", x.label(), y.label()),
            };
        }
    }
    align(a, b, &ta, &tb)
}

fn finish(a: &str, b: &str, judged: &WordJudgement, apart: f64) -> Comparison {
    let score =
        if matches!(judged.relation, Relation::Gender) { 0.04 } else { 1.0 / (1.0 + (4.0 * (apart - 1.0)).exp()) };
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
        Relation::GivenName => "two versions of one given name".into(),
        Relation::Translation => format!("{a} is the counterpart of {b} in another language"),
        Relation::Gender => {
            let (f, m) = if judged.gendered.is_some_and(|g| g.first_is_feminine) { (a, b) } else { (b, a) };
            format!("{f} is the feminine form of {m}: two people")
        }
        Relation::Case => "one of them keeps a case ending of another language".into(),
        Relation::Variant => "two spellings of one sound pattern".into(),
        Relation::Slip => "a letter or two differ".into(),
        Relation::Part => "one is part of the other".into(),
        Relation::Different => "no common original and too far apart in sound".into(),
    }
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

/// Whether a word is judged alone or beside other words of a full name that agree.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Company {
    Alone,
    InName,
    /// Several words of one name written together: judged by sound alone.
    Joined,
}

/// Judges one word against one word.
pub(crate) fn word(a: &str, b: &str, company: Company) -> WordJudgement {
    let (fa, fb) = (fold(a), fold(b));
    let (sa, sb) = (fa.replace('\'', ""), fb.replace('\'', ""));
    if sa == sb {
        return WordJudgement::plain(0.0, Relation::Same);
    }
    match place::same(a, b) {
        Some(true) => return WordJudgement::plain(0.1, Relation::Exonym),
        Some(false) => return WordJudgement::plain(2.0, Relation::Different),
        None => {}
    }
    let capital_place = place::is_english(a) != place::is_english(b);
    let (place_a, place_b) = (place::on_the_map(a), place::on_the_map(b));
    let placed = place_a != place_b
        && !given::established(if place_a { b } else { a })
        && !given::known(if place_a { a } else { b });
    if let Some(gendered) = gender::pair(a, b).filter(|g| !(capital_place || placed && g.language == "given names")) {
        return WordJudgement { apart: 2.0, relation: Relation::Gender, original: None, gendered: Some(gendered) };
    }
    match given::kinship(a, b) {
        Some(Kinship::Spelling) => return WordJudgement::plain(0.25, Relation::GivenName),
        Some(Kinship::EastSlavic) => return WordJudgement::plain(0.2, Relation::GivenName),
        Some(Kinship::Translation) if company == Company::Alone => {
            return WordJudgement::plain(1.4, Relation::Translation);
        }
        Some(Kinship::Translation) => return WordJudgement::plain(0.8, Relation::Translation),
        None => {}
    }
    let listed = press::shared(a, b).is_some();
    let chinese = chinese::same(a, b);
    let known = given::established(a) && given::established(b);
    let cost = sound::distance(a, b);
    let length = (sa.chars().count() + sb.chars().count()) as f64 / 2.0;
    let length = if placed && company == Company::Alone { length + 5.0 } else { length };
    let penalty = (standing(a, b, known, cost) + if place_a && place_b { 0.8 } else { 0.0 })
        * if company == Company::Alone { 1.0 } else { 0.6 };
    if chinese.is_some() && penalty < 0.7 {
        return WordJudgement::plain(0.3, Relation::Variant);
    }
    if !known && !(given::known(a) || given::known(b)) && stem_and_case(&sa, &sb) {
        return WordJudgement::plain(if placed { 0.4 } else { 0.8 }, Relation::Case);
    }
    if (cost > 0.2 * length + 0.4 || company == Company::Joined) && !listed {
        return WordJudgement::plain(cost / room(length, company) + penalty, Relation::Variant);
    }
    let (oa, ob) = (decode::Candidates::of(a), decode::Candidates::of(b));
    if let Some(common) = decode::common(&oa, &ob) {
        let both_written = length >= 4.0;
        let awkward = decode::awkwardness(&common.cyrillic, common.language).max(0) as f64;
        let apart =
            if both_written { 0.2 } else { 0.6 } + 0.04 * awkward + 0.25 * cost / room(length, company) + penalty;
        return WordJudgement {
            apart,
            relation: Relation::OtherScheme { left: common.left, right: common.right },
            original: Some(common),
            gendered: None,
        };
    }
    if length >= 6.0 && decode::east_slavic(&oa, &ob) {
        return WordJudgement::plain(0.3 + 0.3 * cost / room(length, company) + penalty, Relation::OtherLanguage);
    }
    if listed {
        return WordJudgement::plain(0.15, Relation::Variant);
    }
    let apart = cost / room(length, company) + penalty;
    let relation = if nearness::edits(&sa, &sb) <= 1 && length >= 6.0 { Relation::Slip } else { Relation::Variant };
    WordJudgement::plain(apart, relation)
}

/// What speaks for two names beyond their distance: both are common names that stand for themselves, or both are
/// well formed in the one system in which such names are always written.
fn standing(a: &str, b: &str, known: bool, cost: f64) -> f64 {
    let mut penalty: f64 = 0.0;
    if given::known(a) && given::known(b) {
        penalty += if cost < 0.1 { 0.5 } else { 1.0 };
    } else if known {
        penalty += if cost < 0.2 { 0.45 } else { 0.9 };
    }
    if japanese::is_hepburn(a) && japanese::is_hepburn(b) && japanese::short(a) != japanese::short(b) {
        penalty += 0.9;
    } else if chinese::is_pinyin(a) && chinese::is_pinyin(b) {
        penalty += 0.6;
    }
    penalty
}

/// Whether one word is the other with a case ending of another language.
fn stem_and_case(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.chars().count() >= 4
        && long
            .strip_prefix(short)
            .is_some_and(|end| ["as", "is", "us", "os", "a", "u", "om", "em", "ie", "ai"].contains(&end))
}

/// The distance in sound that is still one name, for words of `length` letters.
fn room(length: f64, company: Company) -> f64 {
    match company {
        Company::Alone => -0.1 + 0.085 * length + 0.15 * (length - 7.0).max(0.0),
        Company::InName | Company::Joined => 0.15 + 0.08 * length + 0.06 * (length - 8.0).max(0.0),
    }
}

#[derive(Debug, Clone)]
struct Token {
    text: String,
    particle: bool,
    initial: bool,
}

const PARTICLES: &[&str] = &[
    "al", "el", "ul", "ur", "as", "ash", "ad", "an", "ar", "at", "az", "es", "et", "bin", "ben", "ibn", "bint", "de",
    "du", "del", "della", "di", "da", "dos", "das", "do", "van", "der", "den", "von", "zu", "ter", "te", "la", "le",
    "les", "los", "las", "y", "und", "mr", "mrs", "ms", "dr", "sir", "af", "av",
];

fn tokens(name: &str) -> Vec<Token> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '.' | ','))
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric() && c != '\''))
        .filter(|part| part.chars().any(char::is_alphanumeric))
        .map(|part| {
            let folded = fold(part);
            Token {
                text: part.to_string(),
                particle: PARTICLES.contains(&folded.as_str()),
                initial: part.chars().count() == 1,
            }
        })
        .collect()
}

fn joined(tokens: &[Token]) -> String {
    tokens.iter().map(|t| fold(&t.text).replace('\'', "")).collect()
}

struct Path {
    cost: f64,
    worst: Option<WordJudgement>,
    matched: usize,
    exact: usize,
    skipped: usize,
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
    let judged = best.worst.clone().unwrap_or(WordJudgement::plain(0.2, Relation::Same));
    let mut out = finish(a, b, &judged, best.cost);
    if matches!(judged.relation, Relation::Same) && best.skipped > 0 && out.score >= 0.5 {
        out.relation = Relation::Part;
        out.reason = "one is part of the other".into();
    }
    if turned && out.score >= 0.5 {
        out.reason.push_str("; the order of the names is turned");
    }
    let _ = (best.matched, best.exact);
    out
}

/// The cheapest monotone alignment of two token lists; up to three tokens may stand for one written together.
fn path(ta: &[Token], tb: &[Token]) -> Path {
    let (n, m) = (ta.len(), tb.len());
    #[derive(Clone)]
    struct Cell {
        sum: f64,
        worst: f64,
        judged: Option<WordJudgement>,
        matched: usize,
        exact: usize,
        skipped_a: usize,
        skipped_b: usize,
    }
    let mut cells: Vec<Option<Cell>> = vec![None; (n + 1) * (m + 1)];
    cells[0] = Some(Cell { sum: 0.0, worst: 0.0, judged: None, matched: 0, exact: 0, skipped_a: 0, skipped_b: 0 });
    for i in 0..=n {
        for j in 0..=m {
            let Some(here) = cells[i * (m + 1) + j].clone() else { continue };
            let mut put = |i: usize, j: usize, cell: Cell| {
                let slot = &mut cells[i * (m + 1) + j];
                if slot.as_ref().is_none_or(|old| cell.sum < old.sum) {
                    *slot = Some(cell);
                }
            };
            for (di, dj) in [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)] {
                if i + di > n || j + dj > m {
                    continue;
                }
                let (x, y) = (&ta[i..i + di], &tb[j..j + dj]);
                let mut judged = if di == 1 && dj == 1 && (x[0].initial || y[0].initial) {
                    let first = |t: &Token| fold(&t.text).chars().next();
                    WordJudgement::plain(if first(&x[0]) == first(&y[0]) { 0.15 } else { 2.0 }, Relation::Same)
                } else {
                    let text = |t: &[Token]| t.iter().map(|t| t.text.as_str()).collect::<String>();
                    word(&text(x), &text(y), if di + dj > 2 { Company::Joined } else { Company::InName })
                };
                if di + dj > 2 {
                    judged.apart += 0.05;
                }
                let mut cell = here.clone();
                cell.sum += judged.apart;
                cell.matched += 1;
                cell.exact += (judged.apart < 0.01) as usize;
                if judged.apart > cell.worst {
                    cell.worst = judged.apart;
                    cell.judged = Some(judged);
                }
                put(i + di, j + dj, cell);
            }
            if i < n {
                let mut cell = here.clone();
                cell.sum += skip(&ta[i]);
                cell.skipped_a += !ta[i].particle as usize;
                put(i + 1, j, cell);
            }
            if j < m {
                let mut cell = here.clone();
                cell.sum += skip(&tb[j]);
                cell.skipped_b += !tb[j].particle as usize;
                put(i, j + 1, cell);
            }
        }
    }
    match cells.pop().flatten() {
        Some(cell) => {
            let average = cell.sum / (cell.matched.max(1) as f64);
            let mut cost = cell.worst.max(average);
            if cell.skipped_a > 0 && cell.skipped_b > 0 {
                cost = cost.max(2.0);
            }
            if cell.matched == 0 {
                cost = 3.0;
            }
            Path {
                cost,
                worst: cell.judged,
                matched: cell.matched,
                exact: cell.exact,
                skipped: cell.skipped_a + cell.skipped_b,
            }
        }
        None => Path { cost: 3.0, worst: None, matched: 0, exact: 0, skipped: 0 },
    }
}

fn skip(token: &Token) -> f64 {
    let folded = fold(&token.text);
    if token.particle {
        0.1
    } else if token.initial {
        0.2
    } else if ["vich", "vitch", "vic", "vna", "wicz", "witsch", "evna"].iter().any(|end| folded.ends_with(end)) {
        0.35
    } else {
        0.6
    }
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
        for (a, b) in [("Ivan Petrov", "Sergei Petrov"), ("Li Qiang", "Li Keqiang"), ("Anna Petrova", "Ivan Petrov")] {
            assert!(compare(a, b).score < 0.5, "{a} {b} {:?}", compare(a, b));
        }
    }
}
