//! A person's surname that this story spells by another press's scheme than the other files of the check.

use crate::rule::{Group, Rule, Tier};
use crate::rules::name_variant;
use crate::scales::Level;

/// The rule.
pub const RULE: Rule = Rule {
    name: "name-across",
    group: Group::Names,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "terminology/inconsistent-use-of-terminology",
    page: include_str!("name_across.md"),
    check: |context, findings| {
        let clashes = context.facts.across(context.index, context.document);
        clashes.iter().for_each(|clash| name_variant::tell(context, findings, clash));
    },
};
