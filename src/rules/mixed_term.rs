//! Two of the forms that a glossary row allows in one article.

use std::collections::BTreeMap;

use crate::glossary::scan::Hit;
use crate::glossary::suggestion;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::mixed_form::times;
use crate::scales::{Level, Safety};
use crate::text::fold;

/// The rule.
pub const RULE: Rule = Rule {
    name: "mixed-term",
    group: Group::Terms,
    level: Level::Warning,
    tier: Tier::Preview,
    mqm: "terminology/inconsistent-use-of-terminology",
    page: include_str!("mixed_term.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    // For each row the places of each of its forms, in the order of the row.
    let mut rows = BTreeMap::<usize, BTreeMap<usize, Vec<(usize, &Hit)>>>::new();
    for (segment, hit, row) in context.all_hits() {
        let entry = &row.entry;
        if hit.allowed && !hit.quotation && entry.first.is_empty() && entry.write.len() > 1 {
            let form = context.glossary.patterns.at(hit.pattern as usize).1 as usize - entry.forms().len();
            rows.entry(hit.row).or_default().entry(form).or_default().push((segment, hit));
        }
    }
    for (row, forms) in rows.iter().filter(|(_, forms)| forms.len() > 1) {
        let entry = &context.glossary.rows[*row].entry;
        // The form met most; of equals the one that the row names first.
        let lead = forms.iter().max_by_key(|(form, places)| (places.len(), std::cmp::Reverse(**form)));
        let Some((lead, stays)) = lead else { continue };
        let write = &entry.write[*lead];
        for (form, places) in forms.iter().filter(|(form, _)| is_other(&entry.write[**form], write)) {
            for (segment, hit) in places {
                let (text, reading) = (context.text(*segment), &context.readings[*segment]);
                let Some(becomes) = suggestion::form(context.glossary, text, reading, hit, write) else { continue };
                let message = format!("write \"{}\" here too, not \"{}\"", becomes.text, &text[hit.range.clone()]);
                let evidence = format!(
                    "the article has \"{write}\" {} and \"{}\" {}; {}",
                    times(stays.len()),
                    entry.write[*form],
                    times(places.len()),
                    entry.address()
                );
                let mut draft = Draft::new(*segment, becomes.range.clone(), message, evidence);
                draft.related.push((stays[0].0, stays[0].1.range.clone(), format!("\"{write}\" here")));
                findings.add(Draft { suggestions: vec![becomes], safety: Safety::Likely, ..draft });
            }
        }
    }
}

/// False for a short form of the other ("Vale" of "Ana Vale"), which may stand beside it.
fn is_other(form: &str, other: &str) -> bool {
    let (form, other) = (fold::lower(form), fold::lower(other));
    let part = |long: &str, short: &str| short.split(' ').all(|word| long.split(' ').any(|own| own == word));
    !part(&form, &other) && !part(&other, &form)
}
