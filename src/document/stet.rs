//! "Let it stand": the comments in a text that silence rules at a place.

use std::collections::{BTreeMap, HashMap};

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
            let before = segments.partition_point(|span| span.start <= comment.start);
            let around = segments[..before].last().filter(|span| comment.end <= span.end);
            let next = segments.get(segments.partition_point(|span| span.start < comment.end));
            let covers = around.or(next).copied().unwrap_or(comment);
            Stet { comment, covers, rules }
        })
        .collect()
}

/// The stets of a document, asked for one finding after another. All the asking takes time in proportion to findings and stets.
#[derive(Debug)]
pub struct Stets<'d> {
    stets: &'d [Stet],
    /// Those that cover the same bytes together, in the order of these.
    groups: Vec<Group>,
    used: Vec<bool>,
}

#[derive(Debug)]
struct Group {
    covers: Span,
    /// The furthest end of this group and those before it.
    furthest: usize,
    /// Places among the stets.
    stets: Vec<usize>,
    /// Whether it lets findings of a rule stand.
    asked: HashMap<&'static str, bool>,
}

impl<'d> Stets<'d> {
    /// Of a document's stets, none of them used.
    #[must_use]
    pub fn of(stets: &'d [Stet]) -> Self {
        let mut places = BTreeMap::<Span, Vec<usize>>::new();
        for (at, stet) in stets.iter().enumerate() {
            places.entry(stet.covers).or_default().push(at);
        }
        let mut furthest = 0;
        let group = |(covers, stets): (Span, Vec<usize>)| {
            furthest = furthest.max(covers.end);
            Group { covers, furthest, stets, asked: HashMap::new() }
        };
        Stets { stets, groups: places.into_iter().map(group).collect(), used: vec![false; stets.len()] }
    }

    /// True when a finding of a rule stands at a place; the stets that say so count as used.
    pub fn let_stand(&mut self, rule: &'static str, span: Span) -> bool {
        let mut stands = false;
        let before = self.groups.partition_point(|group| group.covers.start <= span.end);
        for group in self.groups[..before].iter_mut().rev().take_while(|group| group.furthest >= span.start) {
            if group.covers.touches(span) {
                stands |= *group.asked.entry(rule).or_insert_with(|| {
                    let mut stands = false;
                    for at in &group.stets {
                        let rules = &self.stets[*at].rules;
                        if rules.is_empty() || rules.iter().any(|named| named == rule) {
                            self.used[*at] = true;
                            stands = true;
                        }
                    }
                    stands
                });
            }
        }
        stands
    }

    /// Those that let nothing stand.
    pub fn unused(&self) -> impl Iterator<Item = &'d Stet> {
        self.stets.iter().zip(&self.used).filter(|(_, used)| !**used).map(|(stet, _)| stet)
    }
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
