//! Japanese words in Latin letters: whether a word is well formed in Hepburn, and its form without long vowels.

use crate::text::fold::fold;

/// Whether `word` is a sequence of Hepburn syllables.
pub fn is_hepburn(word: &str) -> bool {
    let word: Vec<u8> = fold(word).into_bytes();
    word.len() >= 3 && word.is_ascii() && parse(&word, 0)
}

/// The folded word with long vowels written short (`ou`, `oo`, `oh`, `uu`), as presses often do.
pub fn short(word: &str) -> String {
    let mut out = fold(word);
    for (long, short) in [("ou", "o"), ("oo", "o"), ("uu", "u"), ("aa", "a")] {
        out = out.replace(long, short);
    }
    out
}

fn parse(word: &[u8], at: usize) -> bool {
    if at == word.len() {
        return true;
    }
    let vowel = |n: usize| word.get(n).is_some_and(|c| b"aiueo".contains(c));
    if vowel(at) {
        return parse(word, at + 1);
    }
    // moraic n, doubled consonant
    if word[at] == b'n' && !vowel(at + 1) && word.get(at + 1) != Some(&b'y') {
        return parse(word, at + 1);
    }
    if word[at] == b'm' && word.get(at + 1).is_some_and(|c| b"bpm".contains(c)) {
        return parse(word, at + 1);
    }
    if word.get(at + 1) == Some(&word[at]) && b"kstp".contains(&word[at]) {
        return parse(word, at + 1);
    }
    if word[at..].starts_with(b"tch") {
        return parse(word, at + 1);
    }
    for onset in [
        "ky", "gy", "sh", "ch", "ny", "hy", "by", "py", "my", "ry", "ts", "k", "g", "s", "z", "j", "t", "d", "n", "h",
        "f", "b", "p", "m", "y", "r", "w",
    ] {
        if word[at..].starts_with(onset.as_bytes()) && vowel(at + onset.len()) {
            let v = word[at + onset.len()];
            let fits = match onset {
                "sh" | "ch" | "j" => v != b'e',
                "ts" | "f" => v == b'u',
                "s" | "t" | "d" | "z" => v != b'i' && !(matches!(onset, "t" | "d") && v == b'u'),
                "h" => v != b'u',
                "y" => matches!(v, b'a' | b'u' | b'o'),
                "w" => v == b'a',
                "ky" | "gy" | "ny" | "hy" | "by" | "py" | "my" | "ry" => matches!(v, b'a' | b'u' | b'o'),
                _ => true,
            };
            return fits && parse(word, at + onset.len() + 1);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_formed_words() {
        for word in ["Takashima", "Shinzo", "Kenji", "Ryunosuke", "Hokkaido", "Ichiro"] {
            assert!(is_hepburn(word), "{word}");
        }
        for word in ["Marta", "Ivanov", "Sissi", "Khaled", "Silva"] {
            assert!(!is_hepburn(word), "{word}");
        }
    }
}
