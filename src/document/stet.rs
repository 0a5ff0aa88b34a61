//! "Let it stand": the comments in a text that silence rules at a place.

use crate::text::span::Span;

/// One request to let findings stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stet {
    /// The comment itself.
    pub comment: Span,
    /// The bytes in which findings stand.
    pub covers: Span,
    /// The rules it names; empty: all.
    pub rules: Vec<String>,
}

/// The rules named by a comment's inner text, when it is one of ours: `copydesk: stet` or `copydesk: stet rule, rule`.
#[must_use]
pub fn parse(comment: &str) -> Option<Vec<String>> {
    let rest = comment.trim().strip_prefix("copydesk:")?.trim_start().strip_prefix("stet")?;
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    Some(rest.split([',', ' ', '\t', '\n']).filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

/// Gives each comment the segment it stands in, or else the next one.
///
/// `comments` are the places and rules in order; `segments` the bytes each segment covers, in order.
#[must_use]
pub fn place(comments: Vec<(Span, Vec<String>)>, segments: &[Span]) -> Vec<Stet> {
    comments
        .into_iter()
        .map(|(comment, rules)| {
            let around = segments.iter().find(|span| span.start <= comment.start && comment.end <= span.end);
            let next = segments.iter().find(|span| span.start >= comment.end);
            let covers = around.or(next).copied().unwrap_or(comment);
            Stet { comment, covers, rules }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_comments_count() {
        assert_eq!(parse(" copydesk: stet "), Some(vec![]));
        assert_eq!(
            parse("copydesk: stet literal-phrase, leftover"),
            Some(vec!["literal-phrase".into(), "leftover".into()])
        );
        assert_eq!(parse("copydesk: stetson"), None);
        assert_eq!(parse("stet"), None);
    }
}
