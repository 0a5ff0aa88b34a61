//! What the page around the article left in: share rows, comment forms, notes of cookies and subscriptions, tails of
//! titles, headlines of other stories, signs of the layout.

mod place;
mod sign;

use crate::glossary::entry::Kind;
use crate::rule::{Group, Rule, Tier};
use crate::rules::rows;
use crate::scales::{Level, Safety};

/// The rule.
pub const RULE: Rule = Rule {
    name: "leftover",
    group: Group::Leftovers,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "accuracy/addition",
    page: include_str!("leftover.md"),
    check: |context, findings| {
        rows::report(context, findings, &[Kind::Leftover], "left over from the page", Safety::Sure, Safety::Sure);
        place::check(context, findings);
        for (segment, text, reading) in context.paragraphs() {
            if !reading.bytes.is_ascii() {
                sign::check(segment, text, findings);
            }
        }
    },
};
