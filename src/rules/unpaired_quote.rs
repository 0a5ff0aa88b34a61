//! Curly and German marks that open twice in a paragraph, or close what was not opened.

use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::scales::Level;
use crate::text::quotes::Side;

/// The rule.
pub const RULE: Rule = Rule {
    name: "unpaired-quote",
    group: Group::Mechanics,
    level: Level::Hint,
    tier: Tier::Preview,
    mqm: "fluency/punctuation",
    page: include_str!("unpaired_quote.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    // Left open by an earlier paragraph: a quotation may run over several.
    let mut running = false;
    for (segment, text, reading) in context.paragraphs() {
        let mut open: Option<std::ops::Range<usize>> = None;
        // A mark of another kind may have opened what a curly one closes.
        let mixed = text.contains(['"', '«', '‘']);
        for mark in reading.marks.iter().filter(|mark| matches!(mark.sign, '“' | '”' | '„')) {
            let range = mark.at..mark.at + mark.sign.len_utf8();
            match (mark.side, open.clone()) {
                (Side::Open, Some(earlier)) => {
                    let message =
                        format!("{} opens a quotation that is open already: close the one before it", mark.sign);
                    let evidence = "two opening marks in one paragraph with none closing between".to_owned();
                    let mut draft = Draft::new(segment, range.clone(), message, evidence);
                    draft.related.push((segment, earlier, "opened here".to_owned()));
                    findings.add(draft);
                    open = Some(range);
                }
                (Side::Open, None) => open = Some(range),
                (Side::Close, None) if !running => {
                    if !mixed {
                        let message =
                            format!("{} closes a quotation that was never opened: put in the opening mark", mark.sign);
                        findings.add(Draft::new(segment, range, message, "no opening mark before it".to_owned()));
                    }
                }
                (Side::Close, _) => {
                    open = None;
                    running = false;
                }
            }
        }
        running |= open.is_some();
    }
}
