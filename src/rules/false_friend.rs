//! A word that looks like the original's and means another thing.

use crate::glossary::entry::Kind;
use crate::rule::{Group, Rule, Tier};
use crate::rules::rows;
use crate::scales::{Level, Safety};

/// The rule.
pub const RULE: Rule = Rule {
    name: "false-friend",
    group: Group::Phrases,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "accuracy/mistranslation/false-friend",
    page: include_str!("false_friend.md"),
    check: |context, findings| {
        rows::report(context, findings, &[Kind::FalseFriend], "a false friend", Safety::Sure, Safety::Likely)
    },
};
