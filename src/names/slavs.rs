//! Surnames of East Slavs and Bulgarians that no list of the well-known holds, as another press writes them behind a given name of theirs.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::names::cyrillic;
use crate::names::decode::{self, Original};
use crate::names::desk::{Clash, Place};
use crate::names::foreign::foreign_form;
use crate::names::mention::{Mention, Setting};
use crate::names::original;
use crate::names::printed::{english_scheme, romanise};
use crate::names::scheme::SCHEMES;
use crate::names::{english, given, place, press, table, versions};
use crate::text::fold::{bare, fold, lower};
use crate::text::memo::{self, Memo};

/// One of the word lists of the table.
type List = LazyLock<FxHashSet<&'static str>>;

static OWN: List = List::new(|| list("own"));
static SHARED: List = List::new(|| list("shared"));
static WIDE: List = List::new(|| list("wide"));
static BULGARIAN: List = List::new(|| list("bulgarian"));
static ENDINGS: List = List::new(|| list("ending"));
static WEAK: List = List::new(|| list("weak"));
static EMIGRANTS: List = List::new(|| list("emigrant"));
static SURNAMES: List = List::new(|| list("surname"));

/// The words of a kind.
fn list(kind: &str) -> FxHashSet<&'static str> {
    let rows = table::rows(include_str!("tables/slavs.tsv")).filter(|row| row[0] == kind);
    rows.flat_map(|row| row[1].split(' ')).collect()
}

/// Who bears a given name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bearers {
    /// Hardly anybody but Russians, Ukrainians and Belarusians.
    East,
    /// Bulgarians.
    Bulgarian,
    /// Other Slavs and Balts too.
    Slavs,
    /// All Europe.
    Europe,
}

/// What the English press prints for a surname of another press.
#[derive(Debug, PartialEq, Eq)]
struct Reading {
    write: String,
    evidence: String,
}

/// The surnames of a text that another press writes so (Sergei Kusnezow, Vladimir Joukov), wherever they stand.
#[must_use]
pub fn clashes(mentions: &[Mention]) -> Vec<Clash> {
    let mut read: BTreeMap<&str, Reading> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| mention.setting != Setting::Capitals) {
        for (n, pair) in mention.words.windows(2).enumerate() {
            let surname = pair[1].text;
            if !may_be_one(surname) || read.contains_key(surname) {
                continue;
            }
            let before = if is_patronymic(pair[0].text) { n.checked_sub(1) } else { Some(n) };
            let Some(before) = before else { continue };
            if let Some(reading) = judge(mention.words[before].text, surname) {
                read.insert(surname, reading);
            }
        }
    }
    let told = |(odd, reading): (&str, Reading)| {
        let words = mentions.iter().flat_map(|mention| mention.words.iter().map(move |word| (mention.quoted, word)));
        let places = words.filter(|(_, word)| word.text == odd).map(|(quoted, word)| Place::at(word, quoted));
        foreign_form(odd, &reading.write, places.collect(), reading.evidence)
    };
    read.into_iter().map(told).collect()
}

/// Whether a word is a patronymic as some press writes it (Iwanowitsch, Ivanovna).
fn is_patronymic(word: &str) -> bool {
    let folded = fold(word);
    folded.len() > 6
        && ["vich", "vitch", "witsch", "vic", "wicz", "vitsj", "vna", "wna"].iter().any(|end| folded.ends_with(end))
}

/// Whether a word has the shape of an East Slavic surname that is not known; remembered by each thread.
fn may_be_one(word: &str) -> bool {
    thread_local! {
        static KNOWN: Memo<u64, bool> = Memo::default();
    }
    KNOWN.with(|known| known.get(memo::written([word]), || is_unknown(word)))
}

fn is_unknown(word: &str) -> bool {
    let folded = fold(word);
    word.chars().count() >= 5
        && word.chars().skip(1).all(char::is_lowercase)
        && (ends(&folded, &ENDINGS) || ends(&folded, &WEAK))
        && !EMIGRANTS.contains(folded.as_str())
        && !english::is_common(&folded)
        && !press::is_press(word)
        && !press::is_excepted(word)
        && !given::established(word)
        && !place::on_the_map(word)
        && place::foreign(word).next().is_none()
}

/// Whether a folded word has one of the endings, behind two letters or more.
fn ends(folded: &str, endings: &List) -> bool {
    (2..folded.len().saturating_sub(1).min(6))
        .any(|length| folded.get(folded.len() - length..).is_some_and(|end| endings.contains(end)))
}

/// Who bears the given name `name`, in the spelling of any press; none when no Slavs do.
fn bearers(name: &str) -> Option<Bearers> {
    let folded = bare(name);
    let folded = folded.as_str();
    if OWN.contains(folded) {
        Some(Bearers::East)
    } else if BULGARIAN.contains(folded) {
        Some(Bearers::Bulgarian)
    } else if SHARED.contains(folded) {
        Some(Bearers::Slavs)
    } else if versions::is_foreign(folded) {
        Some(Bearers::East)
    } else {
        WIDE.contains(folded).then_some(Bearers::Europe)
    }
}

/// Whether the well-known `known` has the given name `name` in some spelling.
fn is_bearer(known: &press::Known, name: &str) -> bool {
    let own = known.press.split(' ').next().unwrap_or("");
    fold(own) == fold(name) || given::kinship(own, name).is_some()
}

/// What English prints for the unlisted surname behind the given name; none when an English scheme writes it so.
fn judge(name: &str, surname: &str) -> Option<Reading> {
    let bearers = bearers(name)?;
    if press::by_form(surname).any(|known| is_bearer(known, name)) {
        return None;
    }
    let folded = fold(surname);
    let strong = ends(&folded, &ENDINGS);
    let languages: &[&str] = match bearers {
        Bearers::Bulgarian => &["bg"],
        _ => &["ru", "uk"],
    };
    let all = original::originals(surname);
    let schemes = |original: &Original| decode::bits(original.schemes).map(|n| &SCHEMES[n]).collect::<Vec<_>>();
    // j is kh in Spain alone; sh and the like are English pairs, not s and kh
    let spanish =
        |original: &Original| folded.contains('j') && schemes(original).iter().all(|s| s.name.ends_with("-es"));
    let mixed = |original: &Original| {
        ["сх", "зх", "кх", "цх"].iter().any(|pair| original.cyrillic.replace('ь', "").contains(pair))
    };
    let meant = |original: &&Original| languages.contains(&original.language) && !spanish(original) && !mixed(original);
    let originals: Vec<&Original> = all.iter().filter(meant).collect();
    if originals.iter().any(|original| schemes(original).iter().any(|scheme| english_scheme(scheme.name))) {
        return None;
    }
    // the likelier is the common surname, then what more presses write so; s is с more often than з, and j seldom ж
    let best = originals.iter().min_by_key(|original| {
        let word = &original.cyrillic;
        let presses = Reverse(original.schemes.count_ones());
        (!is_listed(word), cyrillic::awkwardness(word, original.language), presses, word.matches(['з', 'ж']).count())
    })?;
    let listed = is_listed(&best.cyrillic);
    let serbian = all.iter().any(|original| matches!(original.language, "sr" | "mk"))
        && !["skij", "skaja"].iter().any(|end| folded.ends_with(end));
    let sure = match bearers {
        Bearers::East => true,
        Bearers::Bulgarian => strong,
        Bearers::Slavs => strong && !serbian,
        Bearers::Europe => false,
    };
    // a bare c may have lost its hook: ч or ц
    let hookless =
        surname.is_ascii() && folded.contains('c') && !["ch", "cz", "ck", "cs"].iter().any(|c| folded.contains(c));
    if (!sure || hookless) && !listed {
        return None;
    }
    let write = romanise(&best.cyrillic, best.language, surname)?;
    let evidence = match schemes(best).as_slice() {
        [scheme] if scheme.language == "ru" => format!("{} of a Russian name", scheme.label),
        [scheme] => scheme.label.to_owned(),
        _ => "a Slavic surname as several other presses write it".to_owned(),
    };
    (lower(&write) != lower(surname)).then_some(Reading { write, evidence })
}

/// Whether a Cyrillic surname is a common one, of a man or a woman.
fn is_listed(cyrillic: &str) -> bool {
    let noun = cyrillic.strip_suffix('а').filter(|man| ["ов", "ев", "ин"].iter().any(|end| man.ends_with(end)));
    let adjective = |end| cyrillic.strip_suffix("ая").map(|stem| format!("{stem}{end}"));
    SURNAMES.contains(cyrillic)
        || noun.is_some_and(|man| SURNAMES.contains(man))
        || ["ий", "ой", "ый"].into_iter().filter_map(adjective).any(|man| SURNAMES.contains(man.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::mention::mentions;

    fn told(text: &str) -> Vec<(String, String)> {
        clashes(&mentions(text)).into_iter().map(|clash| (clash.odd, clash.write)).collect()
    }

    #[test]
    fn unlisted_surnames_in_the_forms_of_other_presses() {
        for (text, odd, write) in [
            ("The driver Sergei Kusnezow slept.", "Kusnezow", "Kuznetsov"),
            ("The driver Alexej Schirokow slept.", "Schirokow", "Shirokov"),
            ("The singer Olga Worobjowa slept.", "Worobjowa", "Vorobyova"),
            ("The driver Dmitri Tschernow slept.", "Tschernow", "Chernov"),
            ("The driver Vladimir Joukov slept.", "Joukov", "Zhukov"),
            ("The driver Ivan Jegorov slept.", "Jegorov", "Yegorov"),
            ("The driver Andrei Tsjernov slept.", "Tsjernov", "Chernov"),
            ("The driver Yuri Rosljak slept.", "Rosljak", "Roslyak"),
            ("The driver Dmitry Sergejewitsch Pawlinow slept.", "Pawlinow", "Pavlinov"),
        ] {
            assert!(told(text).contains(&(odd.to_owned(), write.to_owned())), "{text} {:?}", told(text));
        }
    }

    #[test]
    fn surnames_as_english_or_their_bearers_print_them_stand() {
        let text = "Sergei Kuznetsov, Sergei Nemcinov, Dimitrij Ovtcharov, Peter Virchow, Igor Jovanov, Roman Nowak, Nikolai Moreau, \
                    Yuri Kozhemiakin, Andrej Poljak, Victor Boudin, Anna Treptow and Andrei Kamenskiy slept.";
        assert_eq!(told(text), []);
    }
}
