//! How near two spellings are: the only door to strsim.

/// Jaro-Winkler similarity of two strings, 0 to 1, over Unicode scalars (Winkler 1990).
#[must_use]
pub fn similarity(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(a, b)
}

/// Damerau-Levenshtein distance in scalars: insertions, deletions, replacements and swaps of neighbours.
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    strsim::damerau_levenshtein(a, b)
}

/// The known word nearest to a misspelt one, for messages such as "did you mean"; none when all are far.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(far, candidate)| *far <= 1 + candidate.len() / 4)
        .min_by_key(|(far, _)| *far)
        .map(|(_, candidate)| candidate)
}
