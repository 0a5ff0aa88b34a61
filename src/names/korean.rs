//! Korean names: the same syllables as the South, the North, older handbooks and presses that go through Russian write them.

use crate::text::fold::fold;

/// What a romanisation of the first consonant may stand for; longer spellings first. Source: Revised Romanization,
/// McCune-Reischauer, the North's own rules, and Kontsevich's Russian system as it comes out in Latin letters.
const INITIALS: &[(&str, &str)] = &[
    ("dzh", "c"),
    ("kk", "k"),
    ("tt", "t"),
    ("pp", "p"),
    ("ss", "s"),
    ("sh", "s"),
    ("ch", "c"),
    ("dz", "c"),
    ("jj", "c"),
    ("rh", "r"),
    ("k", "k"),
    ("g", "k"),
    ("t", "t"),
    ("d", "t"),
    ("p", "p"),
    ("b", "p"),
    ("s", "s"),
    ("j", "c"),
    ("h", "h"),
    ("m", "m"),
    ("n", "n"),
    ("r", "r"),
    ("l", "r"),
    ("", "-"),
];

/// What a romanisation of the vowel may stand for: a, E (ae, e), V (eo), o, u, U (eu), i, with y or w before them.
const VOWELS: &[(&str, &[&str])] = &[
    ("yeo", &["yV"]),
    ("yae", &["yE"]),
    ("you", &["yV"]),
    ("yoo", &["yu"]),
    ("weo", &["wV"]),
    ("eui", &["Ui"]),
    ("ya", &["ya"]),
    ("ye", &["yE"]),
    ("yo", &["yo", "yV"]),
    ("yu", &["yu", "yV"]),
    ("ju", &["yu", "yV"]),
    ("wa", &["wa"]),
    ("we", &["wE"]),
    ("wi", &["wi"]),
    ("wo", &["wV"]),
    ("oe", &["wE"]),
    ("ui", &["Ui", "wi"]),
    ("eo", &["V"]),
    ("eu", &["U"]),
    ("ae", &["E"]),
    ("ai", &["E"]),
    ("ee", &["i", "Ui"]),
    ("oo", &["u"]),
    ("ou", &["V", "u"]),
    ("au", &["o"]),
    ("a", &["a"]),
    ("e", &["E", "V", "yV"]),
    ("i", &["i", "Ui"]),
    ("o", &["o", "V"]),
    ("u", &["u", "V", "U"]),
    ("y", &["U"]),
];

const FINALS: &[(&str, char)] = &[
    ("ng", 'N'),
    ("ck", 'k'),
    ("k", 'k'),
    ("g", 'k'),
    ("n", 'n'),
    ("t", 't'),
    ("l", 'l'),
    ("r", 'l'),
    ("m", 'm'),
    ("p", 'p'),
    ("b", 'p'),
    ("", '-'),
];

/// Surnames by family, each as it is written; the first letters often tell nothing of the sound.
const SURNAMES: &[&[&str]] = &[
    &["kim", "gim"],
    &["lee", "ri", "yi", "rhee", "i", "li"],
    &["park", "pak", "bak", "bahk"],
    &["choi", "choe", "tchoi"],
    &["jung", "jeong", "chung", "jong", "chong", "chon"],
    &["kang", "gang"],
    &["cho", "jo"],
    &["yoon", "yun"],
    &["jang", "chang"],
    &["lim", "im", "rim"],
    &["han", "hahn"],
    &["oh", "o"],
    &["seo", "suh", "so"],
    &["shin", "sin"],
    &["kwon", "gwon"],
    &["hwang"],
    &["ahn", "an"],
    &["song"],
    &["yoo", "ryu", "yu"],
    &["hong"],
    &["ko", "go", "koh"],
    &["moon", "mun"],
    &["yang", "ryang"],
    &["bae", "pae"],
    &["baek", "paek", "paik"],
    &["roh", "noh", "no", "ro"],
    &["nam"],
    &["hyun", "hyon", "hyeon"],
    &["thae", "tae"],
    &["jon", "jun", "chun", "jeon"],
];

/// Whether two whole names are one Korean name: a surname of one family, in front or behind in both, and two syllables or
/// one that may be the same.
#[must_use]
pub fn same(a: &[String], b: &[String]) -> bool {
    if !(2..=3).contains(&a.len()) || !(2..=3).contains(&b.len()) {
        return false;
    }
    let front = family(&a[0]).is_some_and(|n| family(&b[0]) == Some(n)) && given(&a[1..], &b[1..]);
    let behind = || {
        let (x, y) = (a.len() - 1, b.len() - 1);
        family(&a[x]).is_some_and(|n| family(&b[y]) == Some(n)) && given(&a[..x], &b[..y])
    };
    front || behind()
}

/// Whether two spellings are one family name (Mun, Moon).
pub(crate) fn one_family(a: &str, b: &str) -> bool {
    family(a).is_some_and(|n| family(b) == Some(n))
}

fn family(word: &str) -> Option<usize> {
    let word = fold(word);
    SURNAMES.iter().position(|forms| forms.contains(&word.as_str()))
}

/// Whether the given names may be the same one or two syllables.
fn given(a: &[String], b: &[String]) -> bool {
    let joined = |words: &[String]| fold(&words.concat());
    let (x, y) = (readings(&joined(a)), readings(&joined(b)));
    x.iter().any(|reading| y.contains(reading))
}

/// The syllables that a given name may stand for: two, or one.
fn readings(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(word, 0, String::new(), &mut found);
    found
}

fn walk(rest: &str, count: usize, path: String, found: &mut Vec<String>) {
    if rest.is_empty() && count > 0 {
        found.push(path);
        return;
    }
    if count == 2 || found.len() > 200 {
        return;
    }
    for (onset, sound) in INITIALS.iter().filter(|(onset, _)| rest.starts_with(onset)) {
        let after = &rest[onset.len()..];
        for (vowel, sounds) in VOWELS.iter().filter(|(vowel, _)| after.starts_with(vowel)) {
            let behind = &after[vowel.len()..];
            for (coda, last) in FINALS.iter().filter(|(coda, _)| behind.starts_with(coda)) {
                for vowel in *sounds {
                    walk(&behind[coda.len()..], count + 1, format!("{path}{sound}{vowel}{last}."), found);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn one_name_in_several_systems() {
        let same = |a: &str, b: &str| {
            let words = |name: &str| name.split([' ', '-']).map(str::to_owned).collect::<Vec<_>>();
            super::same(&words(a), &words(b))
        };
        for (a, b) in [
            ("Kim Jong Un", "Kim Jeong-eun"),
            ("Lee Jae Myung", "I Jae-myeong"),
            ("Park Geun-hye", "Pak Kun-hye"),
            ("Yoon Suk Yeol", "Yoon Seok-youl"),
            ("Kwang Hun Pak", "Gwang Hun Bak"),
        ] {
            assert!(same(a, b), "{a} {b}");
        }
        for (a, b) in
            [("Kim Jong Un", "Kim Jong Il"), ("Park Chung-hee", "Park Geun-hye"), ("Kim Jong Un", "Lee Jong Un")]
        {
            assert!(!same(a, b), "{a} {b}");
        }
    }
}
