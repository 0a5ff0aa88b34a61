//! Which spelling of a cluster the desk prints, and why.

use crate::names::cluster::Cluster;
use crate::names::compare::Relation;
use crate::names::decode;
use crate::names::desk::House;
use crate::names::link::{Bond, Link};
use crate::names::printed::ENGLISH;
use crate::names::scheme::SCHEMES;
use crate::names::spelling::Spelling;
use crate::names::{ending, given, place, press};
use crate::text::fold::fold;

/// What the desk prints for a cluster.
pub(crate) struct Best {
    /// The spelling, which need not stand in the text.
    pub(crate) write: String,
    /// Why, such as "the English press prints it so".
    pub(crate) because: &'static str,
    /// Whether the evidence is enough to call the other spellings wrong.
    pub(crate) proof: Proof,
}

/// Whether it is known which of several spellings is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proof {
    /// A list has it, or it is met more often than the others.
    Given,
    /// Nothing but its place or its scheme speaks for it: of spellings met as often, one is as likely right as the other.
    Open,
}

impl Best {
    fn proven(write: impl Into<String>, because: &'static str) -> Best {
        Best { write: write.into(), because, proof: Proof::Given }
    }

    /// A spelling that is right if no other of `rivals` is met as often.
    fn among<'a>(best: &Spelling, mut rivals: impl Iterator<Item = &'a Spelling>, because: &'static str) -> Best {
        let rivalled = rivals.any(|other| other.form != best.form && other.count >= best.count);
        Best { write: best.form.clone(), because, proof: if rivalled { Proof::Open } else { Proof::Given } }
    }
}

/// What the desk prints for a cluster: what the house prints, else what the English press does, else the usual spelling.
pub(crate) fn preferred(list: &[Spelling], cluster: &Cluster, house: House<'_>) -> Option<Best> {
    let members: Vec<&Spelling> = cluster.members.iter().map(|n| &list[*n]).collect();
    if let Some(write) = members.iter().find_map(|s| house(&s.form)) {
        return Some(Best::proven(write, "the house prints it so"));
    }
    let bond = |wanted: fn(&Bond) -> bool| cluster.links.iter().any(|l| wanted(&l.bond));
    let pair = bond(|b| matches!(b, Bond::Pair(_)));
    let known = if pair {
        listed(&members).or_else(|| usual(list, cluster, &members))
    } else if bond(|b| matches!(b, Bond::Accents)) {
        accented(&members)
    } else {
        None
    };
    known.or_else(|| pair.then(|| bare(&members)).flatten()).or_else(|| {
        let best = if bond(|b| matches!(b, Bond::Stops)) {
            // what stands once in the text is the slip, whatever the headline has
            members.iter().copied().max_by_key(|s| (s.body > 1, s.count, !s.form.contains('.')))
        } else {
            most(members.iter().copied())
        }?;
        let rivals = members.iter().copied().filter(|_| pair);
        Some(Best::among(best, rivals, met(&members, best)))
    })
}

/// Of spellings of one name, the one that the English press is known to print.
fn listed(members: &[&Spelling]) -> Option<Best> {
    let listed = members.iter().find(|s| {
        press::is_press(&s.form)
            && members
                .iter()
                .any(|t| press::by_form(&t.form).any(|k| press::by_surname(&s.form).any(|l| std::ptr::eq(k, l))))
    });
    let printed = listed.or_else(|| members.iter().find(|s| is_borne(s)))?;
    Some(Best::proven(&printed.form, "the English press prints it so"))
}

/// Of spellings of one name, the English name of the place, the one that a list knows, the English press's scheme.
fn usual(list: &[Spelling], cluster: &Cluster, members: &[&Spelling]) -> Option<Best> {
    let of = |relation: Relation| cluster.links.iter().any(|l| l.bond == Bond::Pair(relation));
    if of(Relation::Exonym) {
        let mut foreign = members
            .iter()
            .flat_map(|s| place::foreign(&s.form))
            .filter(|e| e.flag != place::Flag::No || members.iter().any(|s| fold(&s.form) == fold(e.english)));
        if let Some(exonym) = foreign.next() {
            return Some(Best::proven(exonym.english, "the English name"));
        }
    }
    let top = members.iter().map(|m| m.count).max().unwrap_or(0);
    let stands = |s: &Spelling| given::established(&s.form) || place::on_the_map(&s.form);
    let native = |s: &Spelling| {
        s.count * 2 > top
            && !of(Relation::OtherLanguage)
            && (stands(s) || s.count == top && s.count > 1 && !s.form.is_ascii())
    };
    if let Some(s) = most(members.iter().copied().filter(|s| native(s))) {
        return Some(Best::among(s, members.iter().copied().filter(|s| native(s)), "the usual spelling"));
    }
    let english = members.iter().copied().filter(|s| cluster.links.iter().any(|l| english_side(l, list, &s.form)));
    if let Some(s) = most(english) {
        // a Russian's name in the English scheme stands against any number
        let slavic = members.iter().any(|m| m.before.iter().any(|name| given::english(name).is_some()));
        return Some(Best::among(s, members.iter().copied().filter(|_| !slavic), "the English press form"));
    }
    let known = |s: &Spelling| (stands(s) || press::is_press(&s.form)) && s.count * 3 >= top;
    let best = most(members.iter().copied().filter(|s| known(s)))?;
    Some(Best::among(best, members.iter().copied().filter(|s| known(s)), "the usual spelling"))
}

/// Of spellings of one name met as often, the one that all others have a case ending for.
fn bare(members: &[&Spelling]) -> Option<Best> {
    let cases = |name: &Spelling| {
        let folded = fold(&name.form);
        let mut others = members.iter().filter(|other| other.form != name.form);
        others.all(|other| other.count <= name.count && ending::is_oblique(&folded, &fold(&other.form)))
    };
    let name = members.iter().find(|name| cases(name))?;
    Some(Best::proven(&name.form, "the other ending is of another language"))
}

/// Of spellings whose accents differ, the one with accents, unless English has a name without them or hardly any has them.
fn accented(members: &[&Spelling]) -> Option<Best> {
    let english = |s: &Spelling| {
        s.form.is_ascii() && (place::is_english(&s.form) || place::on_the_map(&s.form) || given::established(&s.form))
    };
    let (bare, marked): (Vec<&Spelling>, Vec<&Spelling>) = members.iter().copied().partition(|s| s.form.is_ascii());
    let plain: usize = bare.iter().map(|s| s.count).sum();
    let usual = most(bare.into_iter().filter(|s| english(s)));
    let best = most(marked.into_iter())?;
    let enough = match usual {
        Some(_) if !given::accented(&best.form) => best.count > plain,
        _ => best.count * 4 >= plain,
    };
    match enough {
        true => Some(Best::proven(&best.form, "the accents belong to the name")),
        false => usual.map(|usual| Best::proven(&usual.form, "the usual spelling")),
    }
}

/// Whether a word is the given name of a well-known person whose surname stands behind it.
fn is_borne(spelling: &Spelling) -> bool {
    let mut people = spelling.after.iter().flat_map(|surname| press::by_surname(surname));
    people.any(|known| known.press.split(' ').next() == Some(&spelling.form))
}

/// Whether a spelling leads by number, or only stands first among equals.
fn met(members: &[&Spelling], best: &Spelling) -> &'static str {
    let alone = members.iter().all(|s| s.form == best.form || s.count < best.count);
    if alone { "the spelling met most" } else { "both are met as often" }
}

/// Most frequent first, then the earliest.
fn most<'a>(members: impl Iterator<Item = &'a Spelling>) -> Option<&'a Spelling> {
    members.max_by(|a, b| a.count.cmp(&b.count).then(b.first.cmp(&a.first)).then_with(|| b.form.cmp(&a.form)))
}

/// Whether a link shows that `form` is the English press's romanisation.
fn english_side(link: &Link, list: &[Spelling], form: &str) -> bool {
    let Bond::Pair(Relation::OtherScheme { left, right }) = link.bond else { return false };
    let set = if list[link.a].form == form {
        left
    } else if list[link.b].form == form {
        right
    } else {
        return false;
    };
    decode::bits(set).any(|n| ENGLISH.contains(&SCHEMES[n].name))
}
