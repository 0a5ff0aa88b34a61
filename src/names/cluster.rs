//! Clusters: which spellings of an article or an archive are one name, found through shared keys.

use std::collections::HashMap;

use crate::names::compare::{self, Relation};
use crate::names::decode::Common;
use crate::names::mention::{Mention, Setting};
use crate::names::word::{Company, WordJudgement, word};
use crate::names::{english, gender, given, place, press, skeleton, sound};
use crate::text::fold::{fold, lower};
use crate::text::nearness;

/// One spelling of a name, with how often and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// The word or name as written.
    pub form: String,
    /// How often it stands in running text and headlines together.
    pub count: usize,
    /// How often it stands in running text.
    pub body: usize,
    /// Where it stands first, in bytes of the text (or any number that orders the places of an archive).
    pub first: usize,
    /// The words of names that stand before it, folded, without doubles, in the order of the alphabet.
    pub before: Vec<String>,
    /// The words of names that stand behind it.
    pub after: Vec<String>,
}

impl Spelling {
    /// A spelling without neighbours, as an archive counts whole names.
    pub fn new(form: &str, count: usize, first: usize) -> Spelling {
        Spelling { form: form.to_string(), count, body: count, first, before: Vec::new(), after: Vec::new() }
    }
}

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

/// Spellings of one name.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// Places of the spellings in the list given, most frequent first.
    pub members: Vec<usize>,
    /// What holds them together.
    pub links: Vec<Link>,
}

/// The words of all names in a text as spellings: common words, initials and particles are left out, words of lines in
/// capitals are counted only when the body has them too.
pub fn spellings(mentions: &[Mention]) -> Vec<Spelling> {
    let mut order: Vec<Spelling> = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for body in [true, false] {
        for mention in mentions.iter().filter(|m| matches!(m.setting, Setting::Body | Setting::Headline) == body) {
            for (n, word) in mention.words.iter().enumerate() {
                if word.common || word.text.chars().count() < 2 || !word.text.chars().any(char::is_uppercase) {
                    continue;
                }
                let near = |n: Option<usize>| {
                    n.and_then(|n| mention.words.get(n)).filter(|w| !w.common).map(|w| fold(&w.text))
                };
                let (before, after) = (near(n.checked_sub(1)), near(Some(n + 1)));
                let place = match seen.get(&word.text) {
                    Some(place) => *place,
                    None if !body && mention.setting == Setting::Capitals => continue,
                    None => {
                        order.push(Spelling::new(&word.text, 0, word.start));
                        seen.insert(word.text.clone(), order.len() - 1);
                        order.len() - 1
                    }
                };
                let spelling = &mut order[place];
                spelling.count += 1;
                spelling.body += (mention.setting == Setting::Body) as usize;
                spelling.first = spelling.first.min(word.start);
                for (list, word) in [(&mut spelling.before, before), (&mut spelling.after, after)] {
                    if let Some(word) = word.filter(|word| body && !list.contains(word)) {
                        list.push(word);
                    }
                }
            }
        }
    }
    for spelling in &mut order {
        spelling.before.sort_unstable();
        spelling.after.sort_unstable();
    }
    order
}

/// What kind of list is clustered: the words of one article, with neighbours to go by, or the whole names of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Words of one article.
    Article,
    /// Whole names of many documents.
    Archive,
}

/// More spellings than this under one key are compared with their neighbours in alphabetical order only.
const CROWD: usize = 24;

/// The score from which two whole names of an archive are one: stricter than in an article, where neighbours help.
const ARCHIVE: f64 = 0.9;

/// Gathers the spellings that are one name. Only spellings that share a key are compared, so the work grows with the
/// number of spellings and not with its square; the result does not depend on the order of the list.
pub fn cluster(list: &[Spelling], scope: Scope) -> Vec<Cluster> {
    // (key, place): sorted, so that spellings with one key stand together
    let mut keyed: Vec<(u64, u32)> = Vec::with_capacity(4 * list.len());
    for (n, spelling) in list.iter().enumerate() {
        let mut add = |key: &str| keyed.push((number(key), n as u32));
        skeleton::keys(&spelling.form)
            .iter()
            .filter(|key| key.len() >= 3 || scope == Scope::Article)
            .for_each(|k| add(k));
        if scope == Scope::Article {
            for exonym in place::foreign(&spelling.form).take(2) {
                add(&format!("place {}", fold(exonym.english)));
            }
            if place::is_english(&spelling.form) {
                add(&format!("place {}", fold(&spelling.form)));
            }
            let bare: String = lower(&spelling.form).chars().filter(|c| *c != '.').collect();
            add(&format!("same {}", fold(&bare)));
        }
    }
    keyed.sort_unstable();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for group in keyed.chunk_by(|x, y| x.0 == y.0).filter(|group| group.len() > 1) {
        let mut members: Vec<(String, u32)> = group.iter().map(|(_, n)| (fold(&list[*n as usize].form), *n)).collect();
        members.sort_unstable_by(|x, y| (&x.0, &list[x.1 as usize].form).cmp(&(&y.0, &list[y.1 as usize].form)));
        let reach = if members.len() > CROWD { CROWD / 2 } else { members.len() };
        for (n, (_, a)) in members.iter().enumerate() {
            for (_, b) in members[n + 1..].iter().take(reach) {
                pairs.push((*a.min(b), *a.max(b)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let mut links: Vec<Link> =
        pairs.into_iter().filter_map(|(a, b)| link(list, a as usize, b as usize, scope)).collect();
    // strongest first, ties by the spellings themselves, so that the order of the list plays no part
    links.sort_by(|x, y| {
        y.score
            .total_cmp(&x.score)
            .then_with(|| (&list[x.a].form, &list[x.b].form).cmp(&(&list[y.a].form, &list[y.b].form)))
    });
    let mut parent: Vec<usize> = (0..list.len()).collect();
    for link in &links {
        let (a, b) = (root(&mut parent, link.a), root(&mut parent, link.b));
        if a != b {
            parent[a.max(b)] = a.min(b);
        }
    }
    let mut out: HashMap<usize, Cluster> = HashMap::new();
    for link in links {
        let home = root(&mut parent, link.a);
        let cluster = out.entry(home).or_insert_with(|| Cluster { members: Vec::new(), links: Vec::new() });
        for n in [link.a, link.b] {
            if !cluster.members.contains(&n) {
                cluster.members.push(n);
            }
        }
        cluster.links.push(link);
    }
    let mut out: Vec<Cluster> = out.into_values().collect();
    for cluster in &mut out {
        cluster
            .members
            .sort_by(|a, b| list[*b].count.cmp(&list[*a].count).then_with(|| list[*a].form.cmp(&list[*b].form)));
    }
    out.sort_by(|x, y| list[x.members[0]].form.cmp(&list[y.members[0]].form));
    out
}

/// A number for a key (FNV-1a, 64 bits): in a list of a million names two keys meet by chance less than once in a million times, and then only cost a comparison.
fn number(key: &str) -> u64 {
    key.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn root(parent: &mut [usize], mut n: usize) -> usize {
    while parent[n] != n {
        parent[n] = parent[parent[n]];
        n = parent[n];
    }
    n
}

fn link(list: &[Spelling], a: usize, b: usize, scope: Scope) -> Option<Link> {
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
    if plain(&fx) == plain(&fy) {
        let apart = given::known(&x.form) && strangers(&x.after, &y.after);
        return if apart { None } else { made(Bond::Accents, 0.95, None) };
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

/// The score of two names of one word that stand in different documents, where no neighbour helps: only accents and
/// capitals differ, or two schemes write one original that both are long enough to prove.
fn single(a: &str, b: &str) -> Option<f64> {
    let plain = |s: &str| fold(s).replace('\'', "");
    if plain(a) == plain(b) {
        return (plain(a).len() >= 3).then_some(0.99);
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
            (judged.apart <= limit && sound::distance(&x.form, &y.form) <= room || slip)
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
    !a.is_empty()
        && !b.is_empty()
        && !a
            .iter()
            .any(|x| b.iter().any(|y| x == y || given::kinship(x, y).is_some() || nearness::jaro_winkler(x, y) > 0.9))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(list: &[Spelling], scope: Scope) -> Vec<Vec<String>> {
        let mut out: Vec<Vec<String>> = cluster(list, scope)
            .into_iter()
            .map(|c| {
                let mut forms: Vec<String> = c.members.iter().map(|n| list[*n].form.clone()).collect();
                forms.sort();
                forms
            })
            .collect();
        out.sort();
        out
    }

    #[test]
    fn the_order_of_the_list_plays_no_part() {
        let names = [
            "Ivan Petrenko",
            "Iwan Petrenko",
            "Olga Zhukova",
            "Olga Joukova",
            "Mohammed Masri",
            "Muhammad Masri",
            "Ivan Petrov",
            "Olga Zhukov",
            "Pedro Salas",
            "Petra Salas",
        ];
        let mut list: Vec<Spelling> =
            names.iter().enumerate().map(|(n, form)| Spelling::new(form, n % 3 + 1, n)).collect();
        let once = forms(&list, Scope::Archive);
        assert_eq!(once.len(), 3, "{once:?}");
        list.reverse();
        assert_eq!(forms(&list, Scope::Archive), once);
        list.swap(0, 5);
        assert_eq!(forms(&list, Scope::Archive), once);
    }
}
