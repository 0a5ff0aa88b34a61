//! A form the house avoids, in any inflection.

use crate::glossary::entry::Kind;
use crate::rule::{Group, Rule, Tier};
use crate::rules::rows;
use crate::scales::{Level, Safety};

/// The rule.
pub const RULE: Rule = Rule {
    name: "forbidden-term",
    group: Group::Terms,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "terminology",
    page: include_str!("forbidden_term.md"),
    check: |context, findings| {
        rows::report(context, findings, &[Kind::Term], "the house avoids this", Safety::Sure, Safety::Likely)
    },
};
