//! The fold across Russian, Ukrainian and Belarusian: one form for the versions of one name in the three languages.

/// The folded form of a lower-case Cyrillic word: Belarusian soft ц and дз become т and д, ў becomes в, о and а fall together,
/// я and е, і ы й и; signs and doubled letters are dropped. Two names with equal folds are one name in two languages.
/// Not found this way: Kharkov/Kharkiv and other names with Ukrainian і from a closed syllable (they are in the exonym list).
pub(crate) fn fold(word: &str) -> Vec<char> {
    let letters: Vec<char> = word.chars().filter(|c| !matches!(c, 'ь' | 'ъ' | '’' | '\'')).collect();
    let mut out: Vec<char> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let next = letters.get(at + 1).copied();
        let soft = |c: Option<char>| c.is_some_and(|c| matches!(c, 'і' | 'е' | 'я' | 'ю' | 'ё' | 'и' | 'в'));
        let (c, used) = match letters[at] {
            'д' if next == Some('з') && soft(letters.get(at + 2).copied()) => ('д', 2),
            'ц' if soft(next) => ('т', 1),
            'ў' => ('в', 1),
            'ґ' => ('г', 1),
            'о' if next.is_some() || falls_together(&letters[..at]) => ('а', 1),
            'я' if next.is_some() => ('е', 1),
            'э' | 'є' | 'ё' => ('е', 1),
            'і' | 'ы' | 'й' | 'ї' => ('и', 1),
            c => (c, 1),
        };
        at += used;
        if out.last() != Some(&c) {
            out.push(c);
        }
    }
    out
}

/// Whether the о at the end of a word that begins so is а in Belarusian: in surnames in -ко and in neuter names of places,
/// but not in the given names of other peoples (Feliciano beside Feliciana).
fn falls_together(stem: &[char]) -> bool {
    let vowel = |c: &char| matches!(c, 'а' | 'е' | 'ё' | 'и' | 'і' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'є' | 'ї');
    match stem {
        [.., 'к'] | [.., 'о' | 'е' | 'ё', 'в'] => true,
        [.., before, 'н' | 'л'] => !vowel(before),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_three_languages() {
        for (a, b) in [
            ("тихановская", "ціханоўская"),
            ("гродно", "гродна"),
            ("бабарико", "бабарыка"),
            ("колесникова", "калеснікава"),
            ("зеленский", "зэленскі"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
        assert_ne!(fold("петров"), fold("павлов"));
        assert_ne!(fold("фелициано"), fold("фелициана"));
    }
}
