//! Quotation marks that English, or the rest of the article, does not write so.

mod bodies;
mod mixed;
mod outside;
mod single;
mod speaker;
pub(super) mod speech;

use std::collections::BTreeSet;

use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::marks::{self, Census, Sign};
use crate::scales::{Level, Safety};
use crate::text::quotes::Side;
use crate::text::reading::Reading;

/// The rule.
pub const RULE: Rule = Rule {
    name: "quote-style",
    group: Group::Mechanics,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "locale-convention/punctuation",
    page: include_str!("../quote_style.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let census = Census::of(context);
    let signs: Vec<Vec<Sign>> = context.paragraphs().map(|(_, text, reading)| marks::signs(text, reading)).collect();
    let mut american = false;
    let mut names = BTreeSet::new();
    for ((_, text, reading), signs) in context.paragraphs().zip(&signs) {
        american |= outside::american(text, signs);
        bodies::named(text, reading, signs, &mut names);
    }
    single::check(context, census, findings);
    for ((segment, text, reading), mut signs) in context.paragraphs().zip(signs) {
        foreign(segment, text, &signs, census, findings);
        other_foreign(segment, text, reading, census, findings);
        if !signs.is_empty() {
            speech::commas(segment, text, reading, &signs, findings);
            outside::check(segment, text, reading, &signs, american, findings);
            speaker::check(segment, text, reading, &signs, findings);
            bodies::check(segment, text, reading, &signs, &names, findings);
            blanks_inside(segment, text, &mut signs, census, findings);
            twice(segment, text, findings);
        }
        speech::dashes(segment, text, reading, &signs, findings);
        mixed::check(segment, text, &signs, census, findings);
    }
}

/// `„`, `«` and `»`, with the blanks that French sets inside them.
fn foreign(segment: usize, text: &str, signs: &[Sign], census: Census, findings: &mut Findings<'_>) {
    let mut german = false;
    for sign in signs {
        let closes_german = german && sign.side == Side::Close && sign.sign == '“';
        match sign.side {
            Side::Open => german = sign.sign == '„',
            Side::Close => german = false,
        }
        if !matches!(sign.sign, '„' | '‟' | '«' | '»') && !closes_german {
            continue;
        }
        let mut range = sign.range.clone();
        let blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
        if matches!(sign.sign, '«' | '»') {
            match sign.side {
                Side::Open => {
                    range.end += text[range.end..].chars().next().filter(|c| blank(*c)).map_or(0, char::len_utf8)
                }
                Side::Close => {
                    range.start -=
                        text[..range.start].chars().next_back().filter(|c| blank(*c)).map_or(0, char::len_utf8)
                }
            }
        }
        let fix = census.double(sign.side);
        let message = format!("English does not quote with {}: write {fix}", sign.sign);
        let evidence = "a mark of another language's press".to_owned();
        findings.add(Draft::new(segment, range, message, evidence).write(fix, Safety::Likely));
    }
}

/// Single guillemets, corner brackets, and marks made of two commas, backticks or apostrophes.
fn other_foreign(segment: usize, text: &str, reading: &Reading, census: Census, findings: &mut Findings<'_>) {
    let mut add = |at: usize, found: &str, side: Side| {
        let fix = census.double(side);
        let message = format!("English does not quote with {found}: write {fix}");
        let draft = Draft::new(
            segment,
            at..at + found.len(),
            message,
            "a mark of another language's press or of a typesetting program".to_owned(),
        );
        findings.add(draft.write(fix, Safety::Likely));
    };
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    for (found, side) in [(",,", Side::Open), ("``", Side::Open), ("''", Side::Close)] {
        if !reading.bytes.any(&found.as_bytes()[..1]) {
            continue;
        }
        for (at, _) in text.match_indices(found) {
            let before = text[..at].chars().next_back();
            let after = text[at + 2..].chars().next();
            let fits = match side {
                Side::Open => word(after) && before.is_none_or(|c| c.is_whitespace() || c == '('),
                Side::Close => !word(after) && before.is_some_and(|c| !c.is_whitespace() && !c.is_ascii_digit()),
            };
            if fits {
                add(at, found, side);
            }
        }
    }
    if reading.bytes.is_ascii() {
        return;
    }
    let mut low = false;
    for (at, sign) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
        let side = match sign {
            '‹' | '《' | '「' | '『' => Side::Open,
            '›' | '》' | '」' | '』' => Side::Close,
            '‚' if word(text[at + sign.len_utf8()..].chars().next()) => {
                low = true;
                Side::Open
            }
            '‘' if low => {
                low = false;
                Side::Close
            }
            _ => continue,
        };
        add(at, &text[at..at + sign.len_utf8()], side);
    }
}

/// `""Every time`: a mark written twice or more, as tables escape it; at the end only where one stood twice at the start.
fn twice(segment: usize, text: &str, findings: &mut Findings<'_>) {
    let mut opened = false;
    let mut from = 0;
    while let Some(at) = text[from..].find("\"\"").map(|at| from + at) {
        let rest = text[at..].trim_start_matches('"');
        let range = at..text.len() - rest.len();
        from = range.end;
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let starts = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
        let opens = starts && word(rest.chars().next());
        let closes = opened && !starts && !word(rest.chars().next());
        opened |= opens;
        if opens || closes {
            let message = "a quotation mark written twice: write one".to_owned();
            let evidence = "tables write a mark twice inside a field".to_owned();
            findings.add(Draft::new(segment, range, message, evidence).write("\"", Safety::Likely));
        }
    }
}

/// `“ text ”`: a blank between the mark and what it quotes. Signs reported here are taken off the list.
fn blanks_inside(segment: usize, text: &str, signs: &mut Vec<Sign>, census: Census, findings: &mut Findings<'_>) {
    let straight = signs.iter().filter(|sign| sign.sign == '"').count();
    let mut nth = 0;
    signs.retain(|sign| {
        if !sign.is_english() {
            return true;
        }
        let opens = match sign.sign {
            '“' => true,
            '”' => false,
            _ => {
                nth += 1;
                nth % 2 == 1
            }
        };
        if sign.sign == '"' && straight % 2 == 1 {
            return true;
        }
        let before = text[..sign.range.start].chars().next_back();
        let after = text[sign.range.end..].chars().next();
        let blank = |c: Option<char>| c.is_some_and(|c| matches!(c, ' ' | '\u{a0}'));
        let (range, wrong) = if opens {
            let len = after.map_or(0, char::len_utf8);
            (
                sign.range.start..sign.range.end + len,
                blank(after) && before.is_none_or(|c| c.is_whitespace() || c == '('),
            )
        } else {
            let len = before.map_or(0, char::len_utf8);
            (sign.range.start - len..sign.range.end, blank(before) && !after.is_some_and(char::is_alphanumeric))
        };
        // `the carrier, "he says`: the blank stands on the wrong side of a mark that closes.
        let turned = !opens
            && sign.sign == '"'
            && blank(before)
            && after.is_some_and(char::is_lowercase)
            && text[..sign.range.start].trim_end().ends_with([',', '.', '!', '?']);
        if turned {
            let fix = format!("{} ", &text[sign.range.clone()]);
            let message = "the blank belongs after the closing mark".to_owned();
            findings.add(
                Draft::new(segment, range, message, "English sets its marks close".to_owned())
                    .write(fix, Safety::Likely),
            );
            return false;
        }
        if wrong {
            let fix = mixed::usual(sign, census);
            let message = format!("no blank between the mark and what it quotes: write {fix} alone");
            findings.add(
                Draft::new(segment, range, message, "English sets its marks close".to_owned())
                    .write(fix, Safety::Likely),
            );
        }
        !wrong
    });
}
