//! A person, place or body not spelled as the glossary prints it.

use crate::glossary::entry::Kind;
use crate::rule::{Group, Rule, Tier};
use crate::rules::rows;
use crate::scales::{Level, Safety};

/// The rule.
pub const RULE: Rule = Rule {
    name: "house-name",
    group: Group::Names,
    level: Level::Error,
    tier: Tier::Stable,
    mqm: "terminology/inconsistent-with-terminology-resource",
    page: include_str!("house_name.md"),
    check: |context, findings| {
        rows::report(
            context,
            findings,
            &[Kind::Person, Kind::Place, Kind::Body],
            "not the house's spelling",
            Safety::Sure,
            Safety::Likely,
        )
    },
};
