//! Straight marks in an article of curly ones, and the other way.

use std::ops::Range;

use crate::rule::{Draft, Findings};
use crate::rules::marks::{self, Census, Sign};
use crate::scales::Safety;
use crate::text::quotes::Side;

/// An article has a style when it shows it this often.
const LEAST: usize = 4;
/// The odd ones are at most one to this many.
const SHARE: usize = 3;
/// A quotation up to this long is reported whole, with both its marks.
const SHORT: usize = 60;

/// Reports the odd marks of a paragraph.
pub(super) fn check(segment: usize, text: &str, signs: &[Sign], census: Census, findings: &mut Findings<'_>) {
    if odd(census.curly, census.straight) {
        for sign in signs.iter().filter(|sign| sign.sign == '"' && !sign.is_entity()) {
            // 6' 2"
            if text[..sign.range.start].ends_with(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let fix = if sign.side == Side::Open { "“" } else { "”" };
            add(segment, sign.range.clone(), fix.to_owned(), "straight", census.curly, findings);
        }
    } else if odd(census.straight, census.curly) {
        let mut done = 0;
        for (at, sign) in signs.iter().enumerate().filter(|(_, sign)| matches!(sign.sign, '“' | '”')) {
            if sign.range.start < done {
                continue;
            }
            let close = signs
                .get(at + 1)
                .filter(|next| sign.sign == '“' && next.sign == '”' && next.range.start - sign.range.end <= SHORT);
            let range = sign.range.start..close.unwrap_or(sign).range.end;
            done = range.end;
            let fix = text[range.clone()].replace(['“', '”'], "\"");
            add(segment, range, fix, "curly", census.straight, findings);
        }
    }
    let (sign, fix, style) = if odd(census.curly_apostrophes, census.straight_apostrophes) {
        ("'", "’", "straight")
    } else if odd(census.straight_apostrophes, census.curly_apostrophes) {
        ("’", "'", "curly")
    } else {
        return;
    };
    for at in marks::apostrophes(text, sign) {
        let usual = census.curly_apostrophes.max(census.straight_apostrophes);
        let message = format!("{style} apostrophe: the article writes {fix}");
        let evidence = format!("{usual} apostrophes of the article are the other kind");
        findings.add(Draft::new(segment, at..at + sign.len(), message, evidence).write(fix, Safety::Likely));
    }
}

/// The mark itself, or the article's own where it is an odd one.
pub(super) fn usual(sign: &Sign, census: Census) -> String {
    let is_odd = if sign.sign == '"' { odd(census.curly, census.straight) } else { odd(census.straight, census.curly) };
    if is_odd { census.double(sign.side).to_owned() } else { sign.sign.to_string() }
}

fn odd(usual: usize, others: usize) -> bool {
    usual >= LEAST && others > 0 && others * SHARE <= usual
}

fn add(segment: usize, range: Range<usize>, fix: String, style: &str, usual: usize, findings: &mut Findings<'_>) {
    let message = format!("{style} mark: write {fix}, as the rest of the article does");
    let evidence = format!("{usual} marks of the article are the other kind");
    findings.add(Draft::new(segment, range, message, evidence).write(fix, Safety::Likely));
}
