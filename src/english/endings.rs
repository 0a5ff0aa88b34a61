//! Regular endings of verbs, nouns and adjectives: -s, -ed, -ing, -er, -est and their spelling.

use super::lemma::Class;
use super::lexicon;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Verb,
    Noun,
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// -s, -es or -ies. A verb in -o after a consonant takes -es only by the irregular table, as a noun does.
pub(crate) fn add_s(word: &str, ending: Ending) -> String {
    let bytes = word.as_bytes();
    let before = bytes.len().checked_sub(2).map(|at| bytes[at]);
    if word.ends_with(['s', 'z', 'x']) || word.ends_with("ch") || word.ends_with("sh") {
        return format!("{word}es");
    }
    if let Some(stem) = word.strip_suffix('y')
        && before.is_some_and(|byte| !is_vowel(byte) || stem.ends_with("qu"))
    {
        return format!("{stem}ies");
    }
    if ending == Ending::Noun && word.ends_with("sis") {
        return format!("{}es", &word[..word.len() - 2]);
    }
    format!("{word}s")
}

/// The plural of a noun that is not in the irregular table: "-man" and "-sis" compounds follow their last part.
pub(crate) fn plural_by_rule(word: &str) -> String {
    if let Some((first, last)) = word.rsplit_once('-') {
        if matches!(last, "elect" | "designate" | "general" | "General") {
            return format!("{}-{last}", plural_by_rule(first));
        }
        if let Some(kin) = word.strip_suffix("-in-law") {
            return format!("{}-in-law", plural_by_rule(kin));
        }
        let irregular = lexicon::irregular(last, Class::Noun)
            .and_then(|mut fields| fields.next())
            .and_then(|field| field.split('/').next());
        return format!("{first}-{}", irregular.map_or_else(|| plural_by_rule(last), str::to_owned));
    }
    const NO_MEN: [&str; 11] = [
        "human", "roman", "german", "norman", "ottoman", "talisman", "shaman", "caiman", "cayman", "brahman",
        "doberman",
    ];
    let lower = word.to_lowercase();
    if let Some(stem) = word.strip_suffix("man")
        && stem.len() > 1
        && !NO_MEN.iter().any(|no| lower.ends_with(no))
    {
        return format!("{stem}men");
    }
    // Peoples: the Chinese, the Portuguese, the Swiss.
    const PEOPLES: [&str; 6] = ["nese", "lese", "guese", "ltese", "mese", "swiss"];
    if word.starts_with(char::is_uppercase) && PEOPLES.iter().any(|ending| lower.ends_with(ending)) {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("sis") {
        return format!("{stem}ses");
    }
    add_s(word, Ending::Noun)
}

/// The stem with -ed, -ing, -er or -est, the last letter doubled as the code says (`d` always, `l` both ways).
pub(crate) fn doubled(word: &str, code: char, ending: &str) -> Vec<String> {
    let twice = || word.chars().next_back().map(|last| format!("{word}{last}{ending}"));
    match code {
        'd' => twice().into_iter().collect(),
        'l' => std::iter::once(attach(word, ending)).chain(twice()).collect(),
        _ => vec![attach(word, ending)],
    }
}

/// The stem with -ed, -ing, -er or -est by the rules for -e, -ie, -y and -c.
fn attach(word: &str, ending: &str) -> String {
    let bytes = word.as_bytes();
    let before = bytes.len().checked_sub(2).map_or(b'a', |at| bytes[at]);
    let is_ing = ending == "ing";
    if let Some(stem) = word.strip_suffix("ie").filter(|_| is_ing) {
        return format!("{stem}ying");
    }
    if let Some(stem) = word.strip_suffix('e') {
        let keeps = is_ing && (matches!(before, b'e' | b'o' | b'y') || stem.len() < 2);
        return if keeps { format!("{word}{ending}") } else { format!("{stem}{ending}") };
    }
    if let Some(stem) = word.strip_suffix('y')
        && !is_ing
        && !is_vowel(before)
    {
        return format!("{stem}i{ending}");
    }
    if word.ends_with('c') && matches!(ending, "ed" | "ing") && is_vowel(before) {
        return format!("{word}k{ending}");
    }
    format!("{word}{ending}")
}

/// Whether a verb that is not listed doubles its last letter: one syllable of the shape "pin".
pub(crate) fn doubles_by_rule(word: &str) -> bool {
    let bytes = word.as_bytes();
    let [.., first, vowel, last] = bytes else {
        return false;
    };
    let one_syllable = bytes.iter().filter(|&&byte| is_vowel(byte)).count() == 1;
    one_syllable && is_vowel(*vowel) && !is_vowel(*first) && !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'y')
}
