//! The judgement of one word of a name against another: what the tables know, a common original, sound.

use crate::names::compare::Relation;
use crate::names::cyrillic;
use crate::names::gender::{self, Gendered};
use crate::names::given::{self, Kinship};
use crate::names::original::{self, Common};
use crate::names::{chinese, japanese, place, press, sound};
use crate::text::fold::fold;
use crate::text::memo::{self, Memo};
use crate::text::nearness;

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

/// Whether a word is judged alone or beside other words of a full name that agree.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Company {
    Alone,
    InName,
    /// Several words of one name written together: judged by sound alone.
    Joined,
}

/// Judges one word against one word; remembered by each thread.
pub(crate) fn word(a: &str, b: &str, company: Company) -> WordJudgement {
    thread_local! {
        static JUDGED: Memo<(u64, Company), WordJudgement> = Memo::default();
    }
    JUDGED.with(|judged| judged.get((memo::written([a, b]), company), || judge(a, b, company)))
}

fn judge(a: &str, b: &str, company: Company) -> WordJudgement {
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
    let pinyin = chinese::is_pinyin(a) && chinese::is_pinyin(b);
    let placed = place_a != place_b
        && !pinyin
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
    // two well-known people
    let famous = !listed && press::is_press(a) && press::is_press(b);
    // Lamberto, Lambert: one name in two countries
    let (short, long) = if sa.len() < sb.len() { (&sa, &sb) } else { (&sb, &sa) };
    let national = !place_a && !place_b && company == Company::Alone && long.strip_suffix('o') == Some(short);
    let chinese = chinese::same(a, b);
    let known = given::established(a) && given::established(b);
    let cost = sound::distance(a, b);
    // a well-known name and a short or quite different one that many bear (Modi, Moody; Bush, Busch)
    let borne = |x: &str, y: &str| press::is_press(x) && given::surname(y);
    let famous = famous || !listed && (cost >= 0.4 || sa.len().min(sb.len()) <= 4) && (borne(a, b) || borne(b, a));
    let length = (sa.chars().count() + sb.chars().count()) as f64 / 2.0;
    let length = if placed && company == Company::Alone { length + 3.0 } else { length };
    let penalty = (standing(a, b, known, cost)
        + if place_a && place_b { 0.8 } else { 0.0 }
        + if famous { 0.8 } else { 0.0 }
        + if national { 0.6 } else { 0.0 })
        * if company == Company::Alone { 1.0 } else { 0.6 };
    if chinese.is_some() && penalty < 0.7 {
        return WordJudgement::plain(0.3, Relation::Variant);
    }
    if !(known || given::known(a) || given::known(b)) && stem_and_case(&sa, &sb) {
        return WordJudgement::plain(if placed { 0.4 } else { 0.8 }, Relation::Case);
    }
    if (cost > 0.2 * length + 0.4 || company == Company::Joined) && !listed {
        return WordJudgement::plain(cost / room(length, company) + penalty, Relation::Variant);
    }
    let (oa, ob) = (original::Candidates::of(a), original::Candidates::of(b));
    if let Some(common) = original::common(&oa, &ob) {
        let both_written = length >= 4.0;
        let awkward = cyrillic::awkwardness(&common.cyrillic, common.language).max(0) as f64;
        let apart =
            if both_written { 0.16 } else { 0.6 } + 0.04 * awkward + 0.25 * cost / room(length, company) + penalty;
        return WordJudgement {
            apart,
            relation: Relation::OtherScheme { left: common.left, right: common.right },
            original: Some(common),
            gendered: None,
        };
    }
    if length >= 6.0 && original::east_slavic(&oa, &ob) {
        return WordJudgement::plain(0.3 + 0.3 * cost / room(length, company) + penalty, Relation::OtherLanguage);
    }
    if listed {
        return WordJudgement::plain(0.15, Relation::Variant);
    }
    let apart = cost / room(length, company) + penalty;
    let relation = if nearness::edits(&sa, &sb) <= 1 && length >= 6.0 { Relation::Slip } else { Relation::Variant };
    WordJudgement::plain(apart, relation)
}

/// Whether both words are given names, and not versions of one.
pub(crate) fn two_given(a: &str, b: &str) -> bool {
    given::known(a)
        && given::known(b)
        && fold(a) != fold(b)
        && given::kinship(a, b).is_none()
        && sound::distance(a, b) > 0.3
}

/// What speaks for two names beyond their distance: both are common names that stand for themselves, or both are
/// well formed in the one system in which such names are always written.
fn standing(a: &str, b: &str, known: bool, cost: f64) -> f64 {
    let mut penalty: f64 = 0.0;
    if given::known(a) && given::known(b) {
        penalty += if cost < 0.1 { 0.5 } else { 1.25 };
    } else if known {
        penalty += if cost < 0.2 { 0.45 } else { 1.1 };
    } else if (given::known(a) || given::known(b)) && a.len().min(b.len()) < 8 {
        penalty += if cost < 0.1 { 0.15 } else { 0.44 };
    }
    if japanese::is_hepburn(a) && japanese::is_hepburn(b) && japanese::short(a) != japanese::short(b) {
        penalty += if cost < 0.25 { 0.72 } else { 1.3 };
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
pub(crate) fn room(length: f64, company: Company) -> f64 {
    match company {
        Company::Alone => -0.1 + 0.085 * length + 0.19 * (length - 7.0).max(0.0),
        Company::InName | Company::Joined => 0.19 + 0.08 * length + 0.06 * (length - 8.0).max(0.0),
    }
}

/// A cheap bound: whether two folded words share too few letters to be one name.
pub(crate) fn unlike(a: &str, b: &str) -> bool {
    let mut bag = [0i8; 26];
    for c in a.bytes().filter(u8::is_ascii_lowercase) {
        bag[(c - b'a') as usize] += 1;
    }
    for c in b.bytes().filter(u8::is_ascii_lowercase) {
        bag[(c - b'a') as usize] -= 1;
    }
    let apart: u32 = bag.iter().map(|n| n.unsigned_abs() as u32).sum();
    apart as usize > 3 + (a.len() + b.len()) / 4
}
