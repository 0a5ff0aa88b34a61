//! A name as another language's press spells it, in English text.

use crate::names::desk::{Certainty, Kind};
use crate::rule::{Group, Rule, Tier};
use crate::rules::name_variant;
use crate::scales::Level;

/// The rule.
pub const RULE: Rule = Rule {
    name: "foreign-name-form",
    group: Group::Names,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "terminology/wrong-term",
    page: include_str!("foreign_name_form.md"),
    check: |context, findings| {
        name_variant::report(context, findings, |clash| {
            clash.kind == Kind::ForeignForm && clash.certainty != Certainty::Question
        });
    },
};
