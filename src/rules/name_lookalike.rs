//! Two names so close that one may be a slip: a question, never a fix.

use crate::names::desk::Certainty;
use crate::rule::{Group, Rule, Tier};
use crate::rules::name_variant;
use crate::scales::Level;

/// The rule.
pub const RULE: Rule = Rule {
    name: "name-lookalike",
    group: Group::Names,
    level: Level::Hint,
    tier: Tier::Preview,
    mqm: "terminology/inconsistent-use-of-terminology",
    page: include_str!("name_lookalike.md"),
    check: |context, findings| {
        name_variant::report(context, findings, |clash| clash.certainty == Certainty::Question);
    },
};
