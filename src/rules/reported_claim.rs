//! Claims of others turned into conditionals or bare facts, and openers that stand for "officials said".

mod conditional;
mod opener;
mod words;

use crate::rule::{Context, Findings, Group, Rule, Tier};
use crate::rules::walk;
use crate::rules::walk::Walk;
use crate::scales::Level;

/// The rule.
pub const RULE: Rule = Rule {
    name: "reported-claim",
    group: Group::Phrases,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "accuracy/mistranslation",
    page: include_str!("reported_claim.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let running = walk::running(context);
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        for sentence in &reading.sentences {
            opener::check(context, findings, segment, &walk, sentence);
            if !running[segment] && sentence.len() <= walk::LONGEST {
                conditional::check(context, findings, segment, &walk, sentence);
            }
        }
    }
    opener::speakers_we(context, findings, &running);
}

/// The idioms of the original that lead to such English: those of the known languages, or all with their languages.
fn idioms(context: &Context<'_>, all: &[(&str, &str)]) -> String {
    let known = &context.origin.languages;
    let of_known: Vec<&str> =
        all.iter().filter(|(language, _)| known.iter().any(|code| code == language)).map(|(_, idiom)| *idiom).collect();
    if of_known.is_empty() {
        let listed: Vec<String> =
            all.iter().map(|(language, idiom)| format!("{} {idiom}", crate::text::languages::name(language))).collect();
        return listed.join(", ");
    }
    of_known.join(", ")
}
