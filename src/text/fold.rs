//! Folding: what two spellings have in common once case, marks and kinds of quotes are set aside.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower-case, without diacritics, compatibility forms resolved (NFKD), and letters that carry a bar or a
/// ligature written with plain ones: `Łódź` → `lodz`, `Straße` → `strasse`.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match letter {
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ħ' => out.push('h'),
            'ı' => out.push('i'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            '’' | '‘' | 'ʼ' | 'ʹ' => out.push('\''),
            other if is_combining_mark(other) => {}
            other => out.push(other),
        }
    }
    out
}

/// A word as the glossary looks it up: lower-case, composed (NFC), straight apostrophes. Diacritics stay.
pub fn key_into(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        return;
    }
    for letter in word.nfc().flat_map(char::to_lowercase) {
        match letter {
            '’' | '‘' | 'ʼ' => out.push('\''),
            '\u{ad}' => {}
            other => out.push(other),
        }
    }
}

/// [`key_into`] with a string of its own.
#[must_use]
pub fn key(word: &str) -> String {
    let mut out = String::new();
    key_into(word, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_marks_bars_and_ligatures() {
        assert_eq!(fold("Łódź Straße Ærø İstanbul"), "lodz strasse aero istanbul");
        assert_eq!(key("Babariko’S"), "babariko's");
        assert_eq!(key("E\u{301}lan"), "élan");
    }
}
