//! The form that a glossary row wants at the first mention is missing there, or said again later.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::glossary::suggestion::Suggestion;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::rows;
use crate::scales::{Level, Safety};
use crate::text::fold;

/// The rule.
pub const RULE: Rule = Rule {
    name: "first-mention",
    group: Group::Terms,
    level: Level::Warning,
    tier: Tier::Preview,
    mqm: "terminology/inconsistent-with-terminology-resource",
    page: include_str!("first_mention.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut met = BTreeSet::new();
    for (segment, hit, row) in context.all_hits().filter(|(_, _, row)| !row.entry.first.is_empty()) {
        if hit.quotation || !rows::tells(context, segment) {
            continue;
        }
        let (first, later) = (&row.entry.first, row.entry.write.first());
        let text = context.text(segment);
        let whole = standing(text, &hit.range, first);
        let found = &text[hit.range.clone()];
        if met.insert(hit.row) {
            // Of a form that the house avoids another rule speaks.
            if whole.is_none() && hit.allowed && !rows::said_before(context, segment, hit.range.start, first) {
                let message = format!("the first mention: write \"{first}\", not \"{found}\"");
                let draft = Draft::new(segment, hit.range.clone(), message, row.entry.address());
                let becomes = Suggestion::new(hit.range.clone(), closed(first, &text[hit.range.end..]));
                findings.add(Draft { suggestions: vec![becomes], safety: Safety::Likely, ..draft });
            }
        } else if let (Some(range), Some(later)) = (whole, later) {
            let message =
                format!("not the first mention any more: write \"{later}\", not \"{}\"", &text[range.clone()]);
            let draft = Draft::new(segment, range, message, row.entry.address());
            findings.add(Draft { level: Some(Level::Hint), ..draft.write(later.as_str(), Safety::Choice) });
        }
    }
}

/// Where `first` stands around a place, in any case of letters.
fn standing(text: &str, place: &Range<usize>, first: &str) -> Option<Range<usize>> {
    let (first, found) = (fold::lower(first), fold::lower(&text[place.clone()]));
    first.match_indices(&found).find_map(|(at, _)| {
        let letters = first[..at].chars().count();
        let start = text[..place.start].char_indices().rev().take(letters).last().map_or(place.start, |(at, _)| at);
        let end = text[start..].char_indices().nth(first.chars().count()).map_or(text.len(), |(at, _)| start + at);
        (fold::lower(&text[start..end]) == first).then_some(start..end)
    })
}

/// A form with an apposition gets the comma that closes it: "Ana Vale, the mayor, said".
fn closed(first: &str, after: &str) -> String {
    let open = first.contains(", ") && after.trim_start().starts_with(char::is_alphanumeric);
    if open { format!("{first},") } else { first.to_owned() }
}
