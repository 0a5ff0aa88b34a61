//! One name, two spellings in an article: which is the odd one out, and what an English desk prints.

use crate::names::desk::{self, Certainty, Clash, Dated, Kind};
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::scales::{Level, Safety};

/// The rule.
pub const RULE: Rule = Rule {
    name: "name-variant",
    group: Group::Names,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "terminology/inconsistent-use-of-terminology",
    page: include_str!("name_variant.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let roster = &context.facts.documents[context.index].names;
    let house = |form: &str| context.glossary.printed(form).map(str::to_owned);
    for clash in desk::clashes(&roster.mentions, &house) {
        if clash.kind != Kind::ForeignForm {
            report(context, findings, &clash);
        }
    }
    for clash in desk::foreign_forms(&roster.mentions, Dated::Pass).iter().filter(|clash| clash.kind == Kind::KnownName)
    {
        report(context, findings, clash);
    }
}

/// Reports a clash at every place where the odd spelling stands.
pub(super) fn report(context: &Context<'_>, findings: &mut Findings<'_>, clash: &Clash) {
    let roster = &context.facts.documents[context.index].names;
    let level = match clash.certainty {
        Certainty::Error => Some(Level::Error),
        Certainty::Question => Some(Level::Hint),
        Certainty::Warning => None,
    };
    for place in &clash.places {
        let (segment, range) = roster.locate(*place);
        let draft = Draft::new(segment, range, clash.message.clone(), clash.evidence.clone());
        findings.add(Draft { level, ..draft.write(clash.write.as_str(), Safety::Choice) });
    }
}
