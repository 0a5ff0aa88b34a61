//! The rules, one file and one page each, and the registry of them.

pub mod adverb_before_object;
pub mod comma_splice;
mod cues;
pub mod date_format;
pub mod doubled_synonym;
pub mod false_friend;
pub mod first_mention;
pub mod forbidden_term;
pub mod foreign_name_form;
pub mod headline_stop;
pub mod headline_tense;
pub mod house_name;
pub mod leftover;
pub mod literal_phrase;
pub mod machine_artefact;
mod marks;
pub mod missing_comma;
pub mod missing_hyphen;
pub mod mixed_form;
pub mod mixed_term;
pub mod name_across;
pub mod name_lookalike;
pub mod name_variant;
pub mod needless_capital;
pub mod number_format;
pub mod quote_style;
pub mod reported_claim;
mod rows;
pub mod small_opening;
pub mod spacing;
pub mod tense_calque;
pub mod unpaired_quote;
pub mod untranslated;
mod walk;
mod words;
pub mod wrong_article;

pub use cues::cues;

use crate::rule::Rule;
use crate::text::nearness;

/// All rules, in the order in which they speak: of two that find the same words, the earlier is heard.
pub const RULES: &[Rule] = &[
    forbidden_term::RULE,
    house_name::RULE,
    first_mention::RULE,
    mixed_term::RULE,
    name_variant::RULE,
    name_lookalike::RULE,
    foreign_name_form::RULE,
    name_across::RULE,
    literal_phrase::RULE,
    false_friend::RULE,
    leftover::RULE,
    machine_artefact::RULE,
    doubled_synonym::RULE,
    quote_style::RULE,
    unpaired_quote::RULE,
    spacing::RULE,
    small_opening::RULE,
    headline_stop::RULE,
    headline_tense::RULE,
    wrong_article::RULE,
    reported_claim::RULE,
    tense_calque::RULE,
    date_format::RULE,
    number_format::RULE,
    missing_hyphen::RULE,
    untranslated::RULE,
    mixed_form::RULE,
    comma_splice::RULE,
    missing_comma::RULE,
    needless_capital::RULE,
    adverb_before_object::RULE,
];

/// The name under which a stet comment is reported that silences nothing: no rule, but skipped and given a level like one.
pub const UNUSED_STET: &str = "unused-stet";

/// Refuses a rule's name that does not exist.
///
/// # Errors
/// Says what was meant, where a name is near.
pub fn known(name: &str) -> Result<(), String> {
    if named(name).is_some() || name == UNUSED_STET {
        return Ok(());
    }
    let near = nearness::nearest(name, RULES.iter().map(|rule| rule.name));
    let hint = near.map_or_else(|| "see copydesk explain".to_owned(), |near| format!("did you mean {near}?"));
    Err(format!("no rule is named {name}; {hint}"))
}

/// The rule of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
