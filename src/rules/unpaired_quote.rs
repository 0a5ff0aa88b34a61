//! Marks that are lost: curly and German ones that open twice in a paragraph, marks that close what was not opened, a
//! speaker's words without any.

mod unmarked;

use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::quote_style::speech;
use crate::rules::walk::{self, Walk};
use crate::scales::{Level, Safety};
use crate::text::quotes::Side;

/// The rule.
pub const RULE: Rule = Rule {
    name: "unpaired-quote",
    group: Group::Mechanics,
    level: Level::Hint,
    tier: Tier::Stable,
    mqm: "fluency/punctuation",
    page: include_str!("unpaired_quote.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    lost(context, findings);
    unmarked::check(context, findings);
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

/// Words before a closing mark that make it the end of a spoken sentence.
const SPOKEN: usize = 4;

/// Words of a speaker: with one of them the paragraph is his from its start.
const SPEAKER: &[&str] = &["i", "we", "my", "our", "me", "us", "i'm", "i've", "i'd", "i'll", "we're", "we've", "we'll"];

/// Straight marks that close, before a speech tag, a speaker's words that no mark of the article opened.
fn lost(context: &Context<'_>, findings: &mut Findings<'_>) {
    let running = walk::running(context);
    for ((segment, text, reading), starts) in context.paragraphs().zip(running) {
        let Some(first) = reading.marks.first().filter(|mark| mark.sign == '"' && mark.side == Side::Close) else {
            continue;
        };
        let before = &text[..first.at];
        let words = reading.words.partition_point(|word| (word.start as usize) < first.at);
        if starts
            || words < SPOKEN
            || !before.ends_with([',', '.', '!', '?'])
            || before.contains("&quot;")
            || before.contains(['“', '«', '„'])
            || !(0..words).any(|at| Walk { text, reading }.is(at, SPEAKER))
            || !speech::is_tag(text, reading, first.at + 1)
        {
            continue;
        }
        let range = reading.words[0].range();
        let message = "the quotation that ends in this paragraph was never opened: put in the opening mark".to_owned();
        let evidence = "a closing mark and a speech tag, and no opening mark before them".to_owned();
        let fix = format!("\"{}", &text[range.clone()]);
        let mut draft = Draft::new(segment, range, message, evidence).write(fix, Safety::Choice);
        draft.related.push((segment, first.at..first.at + 1, "closed here".to_owned()));
        findings.add(draft);
    }
}
