//! How near two spellings are: the only door to strsim.

/// Jaro-Winkler similarity of two strings, 0 (nothing shared) to 1 (equal), over Unicode scalars (Winkler 1990).
#[must_use]
pub fn jaro_winkler(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(a, b)
}

/// Damerau-Levenshtein similarity, 0 to 1: one minus the edits over the longer length in Unicode scalars.
#[must_use]
pub fn damerau(a: &str, b: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(a, b)
}

/// The number of edits (insert, delete, replace, swap of neighbours) between two strings, over Unicode scalars.
#[must_use]
pub fn edits(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

/// The known word nearest to a misspelt one, for messages such as "did you mean"; none when all are far.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (edits(word, candidate), candidate))
        .filter(|(far, candidate)| *far <= 1 + candidate.len() / 4)
        .min_by_key(|(far, _)| *far)
        .map(|(_, candidate)| candidate)
}
