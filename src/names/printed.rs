//! Cyrillic names as the English press prints them, and the schemes that English text uses.

use crate::names::scheme::{self, SCHEMES};

/// The schemes by which the English press prints names, older ones too.
pub(crate) const ENGLISH: &[&str] =
    &["ru-en-press", "ru-en-press-e", "uk-en-press", "be-icao", "bg-en", "sr-ascii", "mk-en"];

/// What the English press writes for a word in Cyrillic of a language, with the capitals of `like`; none for a language
/// without a scheme, or letters that it does not have.
pub(crate) fn romanise(cyrillic: &str, language: &str, like: &str) -> Option<String> {
    let name = match language {
        "ru" => "ru-en-press",
        "uk" => "uk-en-press",
        "be" => "be-icao",
        "bg" => "bg-en",
        "sr" => "sr-ascii",
        "mk" => "mk-en",
        _ => return None,
    };
    let latin = SCHEMES[scheme::find(name)?].romanise(&cyrillic.chars().collect::<Vec<_>>())?;
    if like.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) {
        Some(latin.to_uppercase())
    } else {
        latin.chars().next().map(|c| c.to_uppercase().chain(latin.chars().skip(1)).collect())
    }
}

/// Whether a scheme is one that English text, atlases, passports or libraries use.
pub(crate) fn english_scheme(name: &str) -> bool {
    name.contains("-en-")
        || name.ends_with("-en")
        || name.contains("icao")
        || name.contains("bgn")
        || name.contains("ascii")
}

/// Whether a scheme is an English one, or one of those of scholars that English text takes over.
pub(crate) fn learned_scheme(name: &str) -> bool {
    english_scheme(name) || name.contains("iso9") || name == "ru-sci"
}
