//! Upper and lower case of a suggestion that takes the place of found text.

/// Words that stay small in a title, and particles of names that do not open a sentence in capitals.
const SMALL: [&str; 19] = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "with", "from", "as", "into",
    "over", "than",
];
const PARTICLES: [&str; 17] =
    ["von", "van", "de", "der", "den", "al", "el", "bin", "ben", "da", "di", "du", "la", "le", "ter", "ten", "zu"];

/// The suggestion in the case of what it replaces: ALL CAPITALS, Title Case of two words or more, or a capital at the
/// start of a sentence. Capitals that the suggestion brings along (names) are never lowered, and a suggestion with
/// capitals of its own is not changed beyond its first letter. A short found abbreviation ("EU") does not
/// make a suggestion with names shout.
pub fn match_case(suggestion: &str, found: &str) -> String {
    let letters = found.chars().filter(|letter| letter.is_alphabetic()).count();
    let has_capitals = suggestion.contains(char::is_uppercase);
    let worded = found.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let shouts = !found.contains(char::is_lowercase) && (letters > 5 || worded > 1 && letters > 3);
    if shouts && (!has_capitals || letters > 5) {
        return suggestion.to_uppercase();
    }
    if !found.trim_start_matches(|letter: char| !letter.is_alphabetic()).starts_with(char::is_uppercase) {
        return suggestion.to_owned();
    }
    if has_capitals {
        let first = suggestion.split([' ', '-']).next().unwrap_or(suggestion);
        let keeps = PARTICLES.contains(&first) || first.contains(char::is_uppercase) || first.contains('\'');
        return if keeps { suggestion.to_owned() } else { capitalised(suggestion) };
    }
    if is_title(found) { titled(suggestion) } else { capitalised(suggestion) }
}

/// The text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    // "20-year-old" has no letter to raise.
    let Some(at) = text.find(char::is_alphanumeric).filter(|at| !text[*at..].starts_with(char::is_numeric)) else {
        return text.to_owned();
    };
    let mut out = String::with_capacity(text.len());
    let mut letters = text[at..].chars();
    out.push_str(&text[..at]);
    out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    out.push_str(letters.as_str());
    out
}

/// At least two words with a capital, and no small word of more than three letters.
fn is_title(text: &str) -> bool {
    let words = || text.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    let capital =
        |word: &&str| word.trim_start_matches(|letter: char| !letter.is_alphabetic()).starts_with(char::is_uppercase);
    words().filter(capital).count() > 1
        && words().all(|word| capital(&word) || word.chars().count() < 4 || SMALL.contains(&word))
}

fn titled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        if index > 0 && SMALL.contains(&word) { out.push_str(word) } else { out.push_str(&capitalised(word)) }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_follows_the_found_text_and_spares_names() {
        for (suggestion, found, wanted) in [
            ("was detained", "was pinned", "was detained"),
            ("detained", "Pinned", "Detained"),
            ("detained", "PINNED", "DETAINED"),
            ("Russian troops", "RUSSIAN FORCES", "RUSSIAN TROOPS"),
            ("held talks in Minsk", "Led talks", "Held talks in Minsk"),
            ("member of parliament", "Deputy Of Chamber", "Member of Parliament"),
            ("interior minister", "Inside Minister", "Interior Minister"),
            ("European Union", "EU", "European Union"),
            ("iPhone", "Eyephone", "iPhone"),
            ("von der Leyen", "Von Der Leyen", "von der Leyen"),
            ("Kyiv", "kiev", "Kyiv"),
            ("a week", "A Week", "A Week"),
            ("a", "An", "A"),
            ("“held”", "Pinned", "“Held”"),
            ("élan", "Drive", "Élan"),
            ("", "Drive", ""),
            ("held", "", "held"),
        ] {
            assert_eq!(match_case(suggestion, found), wanted, "{suggestion} for {found}");
        }
    }
}
