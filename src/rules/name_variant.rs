//! One name, two spellings in an article: which is the odd one out, and what an English desk prints.

use crate::english::case;
use crate::names::desk::{Certainty, Clash, Kind};
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
    check: |context, findings| {
        report(context, findings, |clash| clash.kind != Kind::ForeignForm && clash.certainty != Certainty::Question);
    },
};

/// Reports the clashes within the document that are meant.
pub(super) fn report(context: &Context<'_>, findings: &mut Findings<'_>, meant: fn(&Clash) -> bool) {
    let clashes = &context.facts.documents[context.index].names.clashes;
    clashes.iter().filter(|clash| meant(clash)).for_each(|clash| tell(context, findings, clash));
}

/// Reports a clash at every place where the odd spelling stands. A name is never changed without a glossary row or an
/// editor's yes, so each suggestion is a choice.
pub(super) fn tell(context: &Context<'_>, findings: &mut Findings<'_>, clash: &Clash) {
    // What the house prints is right, whole or a part of it.
    let printed = context.glossary.printed(&clash.odd, context.silent) == Some(clash.odd.as_str());
    if printed || clash.odd != clash.write && context.glossary.prints_word(&clash.odd, context.silent) {
        return;
    }
    let roster = &context.facts.documents[context.index].names;
    let capitals_only = clash.odd.to_lowercase() == clash.write.to_lowercase();
    let level = match clash.certainty {
        Certainty::Error => Some(Level::Error),
        // People leave these out nearly as often as machines.
        _ if capitals_only => Some(Level::Hint),
        _ => None,
    };
    // A small first letter that the house prints is a capital where a sentence begins.
    let house = context.glossary.printed(&clash.odd, context.silent);
    let is_capitalised = house.is_some_and(|house| case::capitalised(house) == clash.odd);
    for place in &clash.places {
        let (segment, mut range) = roster.locate(&(place.start..place.end));
        let reading = &context.readings[segment];
        let at = reading.words.partition_point(|word| (word.start as usize) < range.start);
        if is_capitalised && at < reading.words.len() && reading.sentence_of(at).start == at {
            continue;
        }
        // "US." becomes "U.S.", not "U.S..".
        if clash.write.ends_with('.') && context.text(segment)[range.end..].starts_with('.') {
            range.end += 1;
        }
        let draft = Draft::new(segment, range, clash.message.clone(), clash.evidence.clone());
        findings.add(Draft { level, ..draft.write(clash.write.as_str(), Safety::Choice) });
    }
}
