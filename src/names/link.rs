//! Links: whether two spellings that share a key are one name, in an article or in an archive, and what differs.

use crate::english::lemma;
use crate::names::compare::{self, Relation};
use crate::names::original::Common;
use crate::names::spelling::{self, Spelling};
use crate::names::word::{Company, WordJudgement, word};
use crate::names::{chinese, english, gender, given, place, press, sound};
use crate::text::fold::{bare, fold, lower};
use crate::text::nearness;

/// Why two spellings were put together.
#[derive(Debug, Clone)]
pub struct Link {
    /// Place of the one spelling in the list given.
    pub a: usize,
    /// Place of the other.
    pub b: usize,
    /// How they hang together.
    pub bond: Bond,
    /// The Cyrillic original behind both, when one was found.
    pub original: Option<Common>,
    /// 0 to 1: how sure it is that they are one name.
    pub score: f64,
}

/// What kind of difference lies between two spellings of one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bond {
    /// Only capitals differ (FIFA, Fifa).
    Capitals,
    /// Only stops differ (U.S., US).
    Stops,
    /// Only accents or signs differ.
    Accents,
    /// Anything the pair judgement calls one name.
    Pair(Relation),
}

/// What kind of list is clustered: the words of one article, with neighbours to go by, or the whole names of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Words of one article.
    Article,
    /// Whole names of many documents.
    Archive,
}

/// The score from which two whole names of an archive are one: stricter than in an article, where neighbours help.
const ARCHIVE: f64 = 0.9;

pub(crate) fn link(list: &[Spelling], a: usize, b: usize, scope: Scope) -> Option<Link> {
    let (x, y) = (&list[a], &list[b]);
    let made = |bond, score, original| Some(Link { a, b, bond, original, score });
    if scope == Scope::Archive {
        let score = if x.form.contains([' ', '-']) || y.form.contains([' ', '-']) {
            compare::quick(&x.form, &y.form)?
        } else {
            single(&x.form, &y.form)?
        };
        return if score >= ARCHIVE { made(Bond::Pair(Relation::Variant), score, None) } else { None };
    }
    let stops = |s: &str| s.chars().filter(|c| *c != '.').collect::<String>();
    if stops(&x.form) == stops(&y.form) {
        // headlines leave out stops by habit
        return if x.body > 0 && y.body > 0 { made(Bond::Stops, 1.0, None) } else { None };
    }
    if lower(&x.form) == lower(&y.form) {
        // a name in capitals for looks (a dateline, a headline) is no clash; an acronym or an inner capital is
        let (loud, other) = if capitals(&x.form) {
            (Some(x), y)
        } else if capitals(&y.form) {
            (Some(y), x)
        } else {
            (None, x)
        };
        let looks = loud.is_some_and(|s| {
            s.form.chars().count() > 4
                || given::established(&s.form)
                || place::on_the_map(&s.form)
                || english::is_common(&lower(&s.form))
                || s.count == other.count
        });
        let hyphen = x.form.contains('-');
        let article = hyphen || x.form.chars().skip(1).eq(y.form.chars().skip(1));
        return if x.form.chars().count() >= 4 && !looks && !article { made(Bond::Capitals, 0.98, None) } else { None };
    }
    if capitals(&x.form) || capitals(&y.form) || x.form.contains('.') || y.form.contains('.') {
        return None;
    }
    let (fx, fy) = (fold(&x.form), fold(&y.form));
    let plain = |s: &str| s.replace(['\'', '-'], "");
    let people = strangers(&x.before, &y.before) || strangers(&x.after, &y.after);
    let apart = given::known(&x.form) && strangers(&x.after, &y.after);
    if plain(&fx) == plain(&fy) {
        return if apart { None } else { made(Bond::Accents, 0.95, None) };
    }
    let spelled = spelled_out(&x.form) == plain(&fy) || spelled_out(&y.form) == plain(&fx);
    if spelled && !lemma::known(&fx) && !lemma::known(&fy) {
        return if apart { None } else { made(Bond::Pair(Relation::Variant), 0.95, None) };
    }
    let tail = |s: &str| s.rsplit_once('-').is_some_and(|(_, tail)| tail.chars().count() < 3);
    if tail(&fx) || tail(&fy) {
        return None;
    }
    if english::derived(&fx, &fy) || english::is_people(&fx) || english::is_people(&fy) {
        return None;
    }
    if fx.len().min(fy.len()) < 4 {
        return None;
    }
    let judged = word(&x.form, &y.form, Company::Alone);
    let score = compare::score(judged.apart);
    let judged = if judged.relation != Relation::Gender
        && !matches!(judged.relation, Relation::OtherScheme { .. })
        && !people
        && ending(x, y)
    {
        WordJudgement::plain(0.8, Relation::Case)
    } else {
        judged
    };
    if fits(x, y, &judged, people) { made(Bond::Pair(judged.relation), score, judged.original) } else { None }
}

/// A name, folded, with its hooks and carons spelled out as English does (Zhiga for Žiga).
fn spelled_out(form: &str) -> String {
    let lower = lower(form);
    if lower.is_ascii() {
        return String::new();
    }
    let pairs = [("ž", "zh"), ("š", "sh"), ("ş", "sh"), ("č", "ch"), ("ç", "ch"), ("ć", "ch"), ("đ", "dj")];
    fold(&pairs.iter().fold(lower, |name, (letter, written)| name.replace(letter, written)))
}

/// The score of two names of one word that stand in different documents, where no neighbour helps: only accents and
/// capitals differ, or two schemes write one original that both are long enough to prove.
fn single(a: &str, b: &str) -> Option<f64> {
    let letters = bare(a);
    if letters == bare(b) {
        return (letters.len() >= 3).then_some(0.99);
    }
    let known = |s: &str| given::established(s) || place::on_the_map(s) || english::is_common(&lower(s));
    if a.chars().count().min(b.chars().count()) < 6 || known(a) && known(b) || capitals(a) || capitals(b) {
        return None;
    }
    let judged = word(a, b, Company::Alone);
    let proven = matches!(judged.relation, Relation::OtherScheme { .. }) && judged.apart <= 0.5
        || press::shared(a, b).is_some() && judged.relation != Relation::Gender;
    proven.then_some(0.95)
}

fn capitals(s: &str) -> bool {
    s.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && s.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// Whether the judgement of two words of one article holds in the light of their neighbours and of what the tables know.
fn fits(x: &Spelling, y: &Spelling, judged: &WordJudgement, people: bool) -> bool {
    let established = given::established(&x.form) && given::established(&y.form);
    let mapped = place::on_the_map(&x.form) && place::on_the_map(&y.form);
    let length = x.form.chars().count().min(y.form.chars().count());
    let shares = x.before.iter().any(|w| y.before.contains(w)) || x.after.iter().any(|w| y.after.contains(w));
    match judged.relation {
        Relation::Exonym => {
            // Holland and the Netherlands, Canton and Guangzhou are two words; Teheran and Tehran are one
            let english = |s: &str| place::is_english(s) && !place::foreign(s).any(|e| e.flag != place::Flag::No);
            let told = |s: &str| place::foreign(s).any(|e| e.flag != place::Flag::No);
            let near = sound::distance(&x.form, &y.form) <= 0.08 * length as f64
                && !given::established(&x.form)
                && !given::established(&y.form);
            english(&x.form) != english(&y.form) && (told(&x.form) || told(&y.form) || near)
        }
        Relation::OtherScheme { .. } => {
            judged.apart <= 0.75 && length >= 5 && !established && !mapped && (!people || length >= 8)
        }
        Relation::OtherLanguage => judged.apart <= 0.75 && length >= 6 && !established && !mapped && !people,
        // a man who is called by his given name alone
        Relation::GivenName if given::kinship(&x.form, &y.form) == Some(given::Kinship::EastSlavic) => {
            !people && (shares || [x, y].iter().all(|s| s.before.is_empty() && s.after.is_empty()))
        }
        Relation::GivenName => shares && !people,
        Relation::Variant | Relation::Slip if press::shared(&x.form, &y.form).is_some() => !people || length >= 6,
        Relation::Variant | Relation::Slip => {
            let limit = if shares {
                1.1
            } else if length >= 7 {
                0.7
            } else {
                0.45
            };
            let room = if shares { 0.12 } else { 0.07 } * length as f64 + 0.12;
            // one letter of difference beside the same name: a slip, though it may be brother and sister
            let slip = shares
                && length >= 6
                && nearness::edits(&fold(&x.form), &fold(&y.form)) == 1
                && !(given::known(&x.form) && given::known(&y.form));
            // two well-formed names of the Chinese are two
            let chinese = !shares && chinese::is_pinyin(&x.form) && chinese::is_pinyin(&y.form);
            // Boeing is no slip for Beijing
            let placed = place::on_the_map(&x.form) || place::on_the_map(&y.form);
            let far = placed && !shares && nearness::edits(&fold(&x.form), &fold(&y.form)) > 2;
            (judged.apart <= limit && sound::distance(&x.form, &y.form) <= room || slip)
                && !(far || chinese)
                && length >= 5
                && !established
                && !mapped
                && !people
        }
        _ => !people && !established && !mapped && ending(x, y),
    }
}

/// Whether the rarer of two words is the other with the case ending of another language (Duterta for Duterte, Bidenas for
/// Biden): the stem has five letters, the better form is met twice as often, and the odd one is nothing the tables know.
fn ending(x: &Spelling, y: &Spelling) -> bool {
    const ENDINGS: &[&str] = &["", "a", "e", "o", "u", "y", "i", "om", "em", "ovi", "as", "us", "os", "ie", "oj", "oy"];
    let (main, odd) = if x.count >= y.count { (x, y) } else { (y, x) };
    let (m, o) = (fold(&main.form), fold(&odd.form));
    let known = |s: &str| given::established(s) || given::known(s) || place::on_the_map(s) || english::is_common(s);
    if main.count < 3
        || ["an", "ish", "ese"].iter().any(|end| m.ends_with(end))
        || place::is_english(&main.form)
        || m == "europe"
        || main.count < 2 * odd.count
        || main.count < 2
        || known(&o)
        || gender::pair(&main.form, &odd.form).is_some()
    {
        return false;
    }
    let shared = m.chars().zip(o.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum::<usize>();
    shared >= 5 && ENDINGS.contains(&&m[shared..]) && ENDINGS[1..].contains(&&o[shared..])
}

/// Whether both lists name somebody and no one stands in both, in whatever spelling.
fn strangers(a: &[String], b: &[String]) -> bool {
    !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.iter().any(|y| spelling::akin(x, y)))
}
