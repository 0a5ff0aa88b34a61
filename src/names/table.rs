//! Reading of the shipped tables: tab-separated lines, `#` comment lines, one header line.

/// The rows of a table text: comment lines, empty lines and the header are left out; every row is its tab-separated cells.
pub(crate) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(text).map(|line| line.split('\t').collect())
}

/// The lines of [`rows`], not yet split.
pub(crate) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1)
}

/// The cells of the header line of a table text, empty when there is none.
#[cfg(test)]
pub(crate) fn header(text: &'static str) -> Vec<&'static str> {
    text.lines()
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .unwrap_or_default()
}
