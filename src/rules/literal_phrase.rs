//! A phrase carried over word for word from the original's language.

use crate::glossary::entry::Kind;
use crate::rule::{Group, Rule, Tier};
use crate::rules::rows;
use crate::scales::{Level, Safety};

/// The rule.
pub const RULE: Rule = Rule {
    name: "literal-phrase",
    group: Group::Phrases,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "accuracy/mistranslation/overly-literal",
    page: include_str!("literal_phrase.md"),
    check: |context, findings| {
        rows::report(context, findings, &[Kind::Phrase], "carried over word for word", Safety::Sure, Safety::Likely)
    },
};
