//! Speech whose speaker or whose verb the machine lost: `"…" says.` and `Ermut, "…"`.

use crate::english::classes::{self, Classes};
use crate::rule::{Draft, Findings};
use crate::rules::marks::Sign;
use crate::rules::quote_style::speech;
use crate::scales::Safety;
use crate::text::quotes::Side;
use crate::text::reading::Reading;
use crate::text::words::Gap;

/// Words of the shortest quotation that is speech, no name or catchword.
const SPOKEN: usize = 4;
/// Words of the longest name.
const NAME: usize = 4;

/// Reports the quotations of a paragraph that nobody says, or whose speaker says nothing.
pub(super) fn check(segment: usize, text: &str, reading: &Reading, signs: &[Sign], findings: &mut Findings<'_>) {
    for pair in signs.windows(2) {
        let (open, close) = (&pair[0], &pair[1]);
        if open.side != Side::Open || close.side != Side::Close || !open.is_english() || !close.is_english() {
            continue;
        }
        let at = |byte: usize| reading.words.partition_point(|word| (word.start as usize) < byte);
        let (first, after) = (at(open.range.end), at(close.range.end));
        if at(close.range.start) < first + SPOKEN {
            continue;
        }
        let before = text[..open.range.start].trim_end();
        if before.is_empty() || before.ends_with(['.', '!', '?', '"', '”']) {
            nobody(segment, text, reading, after, close, findings);
        } else if text[close.range.end..].trim_matches([' ', '.']).is_empty()
            && text[open.range.end..].starts_with(char::is_uppercase)
        {
            wordless(segment, text, reading, first, open, findings);
        }
    }
}

/// `"They are gone." says.`
fn nobody(segment: usize, text: &str, reading: &Reading, verb: usize, close: &Sign, findings: &mut Findings<'_>) {
    let Some(word) = reading.words.get(verb) else { return };
    let range = word.range();
    let alone = text[close.range.end..range.start].trim().is_empty()
        && text[range.end..].starts_with('.')
        && text[range.end + 1..].chars().next().is_none_or(char::is_whitespace);
    if !alone || !speech::says(word.of(text)) {
        return;
    }
    let message = format!("\"{}\" without a speaker: write who says so", word.of(text));
    let evidence = "the original left the speaker out, or set him in the ending of the verb".to_owned();
    findings.add(Draft::new(segment, range, message, evidence));
}

/// `Ermut, "We stay."`
fn wordless(segment: usize, text: &str, reading: &Reading, first: usize, open: &Sign, findings: &mut Findings<'_>) {
    let sentence = reading.sentence_of(first.saturating_sub(1 + usize::from(open.is_entity())));
    let words = &reading.words[sentence.start..first.min(reading.words.len())];
    let Some(last) = words.last().filter(|_| words.len() <= NAME) else { return };
    let range = words[0].start as usize..last.end as usize;
    let is_name = words.iter().enumerate().all(|(nth, word)| {
        word.is_capital() && (nth == 0 || matches!(word.gap, Gap::Space | Gap::Hyphen)) && !is_plain(word.of(text))
    });
    if !is_name || &text[range.end..open.range.start] != ", " {
        return;
    }
    let name = &text[range.clone()];
    let fix = format!("{name} said: ");
    let message = format!("{name} says nothing here: write \"{name} said:\" before what is quoted");
    let evidence = "the verb of speech was lost, as that of Turkish dedi often is".to_owned();
    let range = range.start..open.range.start;
    findings.add(Draft::new(segment, range, message, evidence).write(fix, Safety::Choice));
}

/// A word of the dictionary other than a title, which no name is made of.
fn is_plain(word: &str) -> bool {
    let classes = classes::classes(word);
    !classes.has(Classes::GUESSED | Classes::TITLE) && !classes.is_empty() && !classes.has(Classes::OTHER)
}
