//! Letters that an encoding broke: mojibake, lost letters, look-alikes from another alphabet, full-width signs.

use std::ops::Range;

use crate::document::encoding;
use crate::rule::{Draft, Findings};
use crate::rules::machine_artefact::{is_address, token};
use crate::scales::Safety;
use crate::text::reading::Reading;

/// Reports the broken letters of a paragraph.
pub(super) fn check(segment: usize, text: &str, reading: &Reading, findings: &mut Findings<'_>) {
    if reading.bytes.any(b"?") {
        lost_letters(segment, text, findings);
    }
    if reading.bytes.is_ascii() {
        return;
    }
    let mut done = 0;
    for (at, sign) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
        if at < done {
            continue;
        }
        let draft = match sign {
            '\u{fffd}' => Some(replacement(segment, text, at)),
            '\u{c2}' | '\u{c3}' | '\u{c4}' | '\u{c5}' | '\u{d0}' | '\u{d1}' | '\u{e2}' | '\u{ef}' => {
                mojibake(segment, text, at)
            }
            '\u{3000}'..='\u{3003}' | '\u{ff01}'..='\u{ff5e}' => full_width(segment, text, at, sign),
            sign if script(sign).is_some() => {
                let range = stretch(text, at);
                done = range.end;
                foreign(segment, text, range, sign)
            }
            _ => None,
        };
        if let Some(draft) = draft {
            done = done.max(draft.range.end);
            findings.add(draft);
        }
    }
}

/// `M?tley`: a letter that some encoding did not know became a question mark.
fn lost_letters(segment: usize, text: &str, findings: &mut Findings<'_>) {
    let mut done = 0;
    for (at, _) in text.match_indices('?') {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        let inside = before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_lowercase);
        if at < done || !inside || is_address(&text[token(text, at)]) {
            continue;
        }
        let evidence = "a question mark between letters stands for one that the encoding did not know";
        let draft = lost_letter(segment, text, at, evidence);
        done = draft.range.end;
        findings.add(draft);
    }
}

/// The word around byte `at`, of which a letter was lost that nothing in the text brings back.
fn lost_letter(segment: usize, text: &str, at: usize, evidence: &str) -> Draft {
    // The slash is that of ¼ or ½ written out, the second half of ü or ý (MÃ1⁄4nster).
    let ends = |c: char| !c.is_alphanumeric() && !matches!(c, '?' | '\u{2044}');
    let start = text[..at].rfind(ends).map_or(0, |end| end + text[end..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find(ends).map_or(text.len(), |len| at + len);
    let message = format!("a letter was lost: look up how \"{}\" is written", &text[start..end]);
    Draft::new(segment, start..end, message, evidence.to_owned())
}

fn replacement(segment: usize, text: &str, at: usize) -> Draft {
    let len = text[at..].find(|c| c != '\u{fffd}').unwrap_or(text.len() - at);
    let message = "a letter was lost in decoding: look it up in the original".to_owned();
    Draft::new(segment, at..at + len, message, "U+FFFD stands where bytes could not be read".to_owned())
}

/// UTF-8 that was read as Windows-1252: the run of such letters is put back and read rightly.
fn mojibake(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let run: usize = text[at..].chars().take(24).take_while(|c| !c.is_ascii()).map(char::len_utf8).sum();
    let bytes = encoding::windows_1252_bytes(&text[at..at + run])?;
    // The first sequence that is good UTF-8; it is two to four bytes long, and so are its letters here.
    let good = (2..=bytes.len().min(4)).find_map(|len| {
        let letters = std::str::from_utf8(&bytes[..len]).ok()?;
        (letters.chars().count() == 1).then_some((len, letters.to_owned()))
    });
    let Some((len, letters)) = good else { return half_gone(segment, text, at) };
    let end = at + text[at..].chars().take(len).map(char::len_utf8).sum::<usize>();
    let message = format!("broken encoding: write \"{letters}\", not \"{}\"", &text[at..end]);
    Some(Draft::new(segment, at..end, message, "UTF-8 read as Windows-1252".to_owned()).write(letters, Safety::Likely))
}

/// `AgnÃ3s`, `JesÃos`: of the two letters of a broken one the second became a plain sign, or went. No language writes Ã
/// behind a small letter.
fn half_gone(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let broken = text[at..].starts_with('\u{c3}') && text[..at].ends_with(char::is_lowercase);
    broken.then(|| lost_letter(segment, text, at, "half of a letter that was read as Windows-1252"))
}

/// A full-width sign in Latin text, with the plain one that stands for it.
fn full_width(segment: usize, text: &str, at: usize, sign: char) -> Option<Draft> {
    let mut range = at..at + sign.len_utf8();
    let mut plain = match sign {
        '、' => ",".to_owned(),
        '。' => ".".to_owned(),
        '\u{3000}' => " ".to_owned(),
        '\u{3003}' => return None,
        wide => char::from_u32(wide as u32 - 0xfee0)?.to_string(),
    };
    if text[range.end..].chars().next().is_some_and(|c| script(c).is_some())
        && text[..at].chars().next_back().is_some_and(|c| script(c).is_some())
    {
        return None;
    }
    let before_word = text[range.end..].starts_with(char::is_alphabetic);
    if plain == "(" && text[..at].ends_with(char::is_alphanumeric) {
        plain.insert(0, ' ');
    } else if plain == ")" && before_word {
        plain.push(' ');
    } else if matches!(plain.as_str(), "," | "." | ":" | ";" | "!" | "?") {
        if before_word || (sign == '、' && text[range.end..].starts_with(char::is_numeric)) {
            plain.push(' ');
        }
        if text[..at].ends_with(' ') {
            range.start -= 1;
        }
    }
    let message = format!("full-width sign of East Asian type: write \"{}\"", plain.trim());
    Some(
        Draft::new(segment, range, message, "English text has half-width signs".to_owned())
            .write(plain, Safety::Likely),
    )
}

/// Letters of another alphabet: one inside a Latin word is a look-alike, more are words that were not translated.
fn foreign(segment: usize, text: &str, range: Range<usize>, sign: char) -> Option<Draft> {
    let at = range.start;
    let latin = |c: char| c.is_alphabetic() && script(c).is_none();
    let before = text[..at].chars().next_back();
    let own: usize = text[at..].chars().take_while(|c| script(*c).is_some()).map(char::len_utf8).sum();
    let after = text[at + own..].chars().next();
    let alone = own == sign.len_utf8();
    if before.is_some_and(latin) || after.is_some_and(latin) || (alone && before == Some('°')) {
        let fix: String = text[at..at + own].chars().map(looks_like).collect::<Option<_>>()?;
        let name = script(sign)?;
        let message = format!("{name} letter in a Latin word: write \"{fix}\" of the Latin alphabet");
        return Some(
            Draft::new(
                segment,
                at..at + own,
                message,
                "it looks alike, but searches and spelling checks do not find the word".to_owned(),
            )
            .write(fix, Safety::Likely),
        );
    }
    // A single sign (α-particle, Ω) and a gloss in brackets are set on purpose.
    let letters = text[range.clone()].chars().filter(|c| script(*c).is_some()).count();
    let east_asian = matches!(script(sign), Some("Chinese" | "Japanese" | "Korean"));
    if (letters < 3 && !east_asian)
        || text[..at].trim_end().ends_with(['(', '[', '“', '"', ':'])
        || in_brackets(text, at)
    {
        return None;
    }
    let message = format!("left in {} script: translate or transliterate \"{}\"", script(sign)?, &text[range.clone()]);
    Some(Draft::new(segment, range, message, "no English reader can read it".to_owned()))
}

fn in_brackets(text: &str, at: usize) -> bool {
    text[..at].chars().rev().take(80).find(|c| matches!(c, '(' | ')')) == Some('(')
}

/// The words of another script from `at` on, blanks and signs between them included.
fn stretch(text: &str, at: usize) -> Range<usize> {
    let mut end = at;
    for (offset, c) in text[at..].char_indices() {
        if script(c).is_some() {
            end = at + offset + c.len_utf8();
        } else if c.is_alphanumeric() || matches!(c, '.' | '"' | '”' | '(') {
            break;
        }
    }
    at..end
}

/// The script of a letter that English does not write in (Unicode blocks).
fn script(c: char) -> Option<&'static str> {
    if c.is_ascii() || !c.is_alphabetic() {
        return None;
    }
    Some(match c {
        '\u{370}'..='\u{3ff}' => "Greek",
        '\u{400}'..='\u{52f}' => "Cyrillic",
        '\u{530}'..='\u{58f}' => "Armenian",
        '\u{590}'..='\u{5ff}' => "Hebrew",
        '\u{600}'..='\u{6ff}' => "Arabic",
        '\u{900}'..='\u{dff}' => "an Indic",
        '\u{e00}'..='\u{e7f}' => "Thai",
        '\u{10a0}'..='\u{10ff}' => "Georgian",
        '\u{3040}'..='\u{30ff}' => "Japanese",
        '\u{3400}'..='\u{9fff}' => "Chinese",
        '\u{ac00}'..='\u{d7af}' => "Korean",
        _ => return None,
    })
}

/// The Latin letter that a Cyrillic or Greek one cannot be told from in print (Unicode confusables).
fn looks_like(c: char) -> Option<char> {
    const PAIRS: &str = "аaеeоoрpсcуyхxіiјjѕsАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSαaοoΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXΖZ";
    let at = PAIRS.chars().position(|letter| letter == c)?;
    PAIRS.chars().nth(at + 1)
}
