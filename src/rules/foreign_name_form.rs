//! A name as another language's press spells it, in English text.

use crate::names::desk::{self, Dated, Kind};
use crate::rule::{Context, Findings, Group, Rule, Tier};
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
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let roster = &context.facts.documents[context.index].names;
    let house = |form: &str| context.glossary.printed(form).map(str::to_owned);
    let inside = desk::clashes(&roster.mentions, &house);
    let outside = desk::foreign_forms(&roster.mentions, Dated::Pass);
    for clash in inside.iter().chain(&outside).filter(|clash| clash.kind == Kind::ForeignForm) {
        if context.glossary.printed(&clash.odd) != Some(clash.odd.as_str()) {
            name_variant::report(context, findings, clash);
        }
    }
}
