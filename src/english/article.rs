//! "a" or "an" before a word, by its sound.

use super::lexicon;

/// "an" when the word, number or abbreviation is spoken with a vowel first, otherwise "a".
/// Of a phrase the first word counts. Opening quotation marks and money signs are passed over. "historic" and "hotel" take "a".
pub fn article_for(word: &str) -> &'static str {
    let word = word.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let word = word.split_whitespace().next().unwrap_or("");
    if starts_with_vowel_sound(word) { "an" } else { "a" }
}

/// Letters whose names start with a vowel: "an F", "an X".
fn vowel_named(letter: u8) -> bool {
    matches!(
        letter.to_ascii_uppercase(),
        b'A' | b'E' | b'F' | b'H' | b'I' | b'L' | b'M' | b'N' | b'O' | b'R' | b'S' | b'X'
    )
}

fn starts_with_vowel_sound(word: &str) -> bool {
    let bytes = word.as_bytes();
    let Some(&first) = bytes.first() else {
        return false;
    };
    if first.is_ascii_digit() {
        return number_sound(bytes);
    }
    if !first.is_ascii() {
        return word.chars().next().is_some_and(|letter| {
            "ÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØŒİŞàáâãäåæèéêëìíîïòóôõöøœ".contains(letter) && !"Şş".contains(letter)
        });
    }
    // "F-16", "S300", "X-ray", "e-mail", "U-turn", and a letter alone ("an F"), but not the words "a" and "I".
    let alone = bytes.get(1).is_none_or(|&second| matches!(second, b'-' | b'\'' | b'.') || second.is_ascii_digit());
    if alone {
        return vowel_named(first);
    }
    let capitals = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let rest = &bytes[capitals..];
    let abbreviation =
        capitals > 1 && (rest.is_empty() || !rest[0].is_ascii_lowercase() || rest == b"s" || rest.starts_with(b"s'"));
    let lower = word.to_ascii_lowercase();
    if abbreviation && !spoken_as_word(&lower[..capitals]) {
        return vowel_named(first);
    }
    word_sound(&lower)
}

/// Abbreviations in capitals that are spoken as a word, so that their sound is a word's.
fn spoken_as_word(lower: &str) -> bool {
    const WORDS: [&str; 32] = [
        "nato", "nasa", "nasdaq", "nafta", "fifa", "fema", "sars", "mers", "swat", "sim", "ram", "rom", "seal",
        "seals", "salt", "start", "stem", "seato", "mensa", "nimby", "fatah", "hamas", "lidar", "sonar", "radar",
        "laser", "soho", "fatca", "moma", "ria", "feto", "latam",
    ];
    WORDS.contains(&lower)
        || (lower.len() > 5 && lower.bytes().any(|byte| b"aeiou".contains(&byte)))
        || (lower.len() > 3 && !lexicon::codes(lower).is_empty())
}

/// 8, 80, 800 …; 11 and 18 when spoken as eleven and eighteen: alone, or before groups of three digits.
fn number_sound(bytes: &[u8]) -> bool {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if bytes[0] == b'8' {
        return true;
    }
    let teen = bytes.starts_with(b"11") || bytes.starts_with(b"18");
    teen && (digits == 2 || digits == 5 || (digits == 4 && bytes.starts_with(b"18")))
}

fn word_sound(lower: &str) -> bool {
    const SILENT_H: [&str; 5] = ["hour", "honest", "honor", "honour", "heir"];
    const YOU_OR_W: [&str; 27] = [
        "eu", "ewe", "use", "usa", "usu", "usi", "utah", "uti", "ute", "uto", "ukr", "uga", "ura", "uri", "uru", "uro",
        "ubi", "uku", "ufo", "uefa", "unanim", "unesco", "unicef", "ouija", "once", "uyghur", "uighur",
    ];
    if SILENT_H.iter().any(|start| lower.starts_with(start)) {
        return true;
    }
    if !matches!(lower.as_bytes().first(), Some(b'a' | b'e' | b'i' | b'o' | b'u')) {
        return false;
    }
    if YOU_OR_W.iter().any(|start| lower.starts_with(start))
        || lower == "one"
        || lower.starts_with("one-")
        || lower.starts_with("ones")
        || lower.starts_with("onetime")
    {
        return false;
    }
    // "union", "unit", "unique", "universal" against "unidentified", "unimportant", "unintended".
    if let Some(rest) = lower.strip_prefix("uni") {
        return rest.starts_with(['n', 'm'])
            || rest.starts_with("den")
            || rest.starts_with("ss")
            || rest.starts_with("ll");
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_decides_not_letter() {
        let an = "apple hour honest heir honour MP MPs MEP FBI EU NGO HIV X-ray F-16 S-300 e-mail 8 80 8,000 11 18 18th 11-year-old 18-year-old 11,000 18,000 8th \
                  unidentified uninsured umbrella uncle unusual Uzbek LGBT NHS NBA IAEA OSCE SMS RAF Österreich Évian iPhone old election “attack” $8 onerous $11 AIDS OPEC Islamic ";
        for word in an.split_whitespace() {
            assert_eq!(article_for(word), "an", "{word}");
        }
        let a = "European one once unit union United university unique unilateral uniform user usual utility Ukrainian Ugandan US UK UN UEFA UFO NATO NASA FIFA \
                 SWAT TV BBC PhD hotel historic horse house year 1 7 100 110 180 1,100 one-off one-time U-turn T-shirt euro eulogy uranium Uyghur UNESCO unanimous G7 B-52 K2 $1 £100 SIM 12 2018";
        for word in a.split_whitespace() {
            assert_eq!(article_for(word), "a", "{word}");
        }
        assert_eq!(article_for("one of the men"), "a");
        assert_eq!(article_for("MP from Lviv"), "an");
        assert_eq!(article_for(""), "a");
    }
}
