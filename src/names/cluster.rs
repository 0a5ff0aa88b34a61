//! Clusters: which spellings of an article or an archive are one name, found through shared keys.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::rc::Rc;

use crate::names::link::{Link, Scope, link};
use crate::names::spelling::Spelling;
use crate::names::{place, skeleton};
use crate::text::fold::{fold, lower};
use crate::text::memo::{self, Memo};

/// Spellings of one name.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// Places of the spellings in the list given, most frequent first.
    pub members: Vec<usize>,
    /// What holds them together.
    pub links: Vec<Link>,
}

/// More spellings than this under one key are compared with their neighbours in alphabetical order only.
const CROWD: usize = 24;

/// Gathers the spellings that are one name. Only spellings that share a key are compared, so the work grows with the
/// number of spellings and not with its square; the result does not depend on the order of the list.
pub fn cluster(list: &[Spelling], scope: Scope) -> Vec<Cluster> {
    // (key, place): sorted, so that spellings with one key stand together
    let mut keyed: Vec<(u64, u32)> = Vec::with_capacity(4 * list.len());
    for (n, spelling) in list.iter().enumerate() {
        keyed.extend(keys(&spelling.form, scope).iter().map(|key| (*key, n as u32)));
    }
    keyed.sort_unstable();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for group in keyed.chunk_by(|x, y| x.0 == y.0).filter(|group| group.len() > 1) {
        let mut members: Vec<u32> = group.iter().map(|(_, n)| *n).collect();
        let crowd = members.len() > CROWD;
        if crowd {
            members.sort_by_cached_key(|n| (fold(&list[*n as usize].form), &list[*n as usize].form));
        }
        let reach = if crowd { CROWD / 2 } else { members.len() };
        for (n, a) in members.iter().enumerate() {
            pairs.extend(members[n + 1..].iter().take(reach).map(|b| (*a.min(b), *a.max(b))));
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
        cluster.members.extend([link.a, link.b]);
        cluster.links.push(link);
    }
    let mut out: Vec<Cluster> = out.into_values().collect();
    for cluster in &mut out {
        let order = |n: &usize| (Reverse(list[*n].count), &list[*n].form, *n);
        cluster.members.sort_by(|a, b| order(a).cmp(&order(b)));
        cluster.members.dedup();
    }
    out.sort_by(|x, y| list[x.members[0]].form.cmp(&list[y.members[0]].form));
    out
}

/// The numbers of a spelling's keys. Articles say the same names again and again, so theirs are remembered by each thread.
fn keys(form: &str, scope: Scope) -> Rc<[u64]> {
    thread_local! {
        static KNOWN: Memo<u64, Rc<[u64]>> = Memo::default();
    }
    let find = || {
        let mut found: Vec<u64> = Vec::with_capacity(5);
        let coarse = skeleton::keys(form);
        found.extend(coarse.iter().filter(|key| key.len() >= 3 || scope == Scope::Article).map(|key| number(key)));
        if scope == Scope::Article {
            let place = |english: &str| number(&format!("place {}", fold(english)));
            found.extend(place::foreign(form).take(2).map(|exonym| place(exonym.english)));
            found.extend(place::is_english(form).then(|| place(form)));
            let bare: String = lower(form).chars().filter(|c| *c != '.').collect();
            found.push(number(&format!("same {}", fold(&bare))));
        }
        found.into()
    };
    match scope {
        Scope::Article => KNOWN.with(|known| known.get(memo::written([form]), find)),
        Scope::Archive => find(),
    }
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
