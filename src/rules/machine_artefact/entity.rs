//! HTML entities that a reader sees: `&quot;`, `&#39;`, also with the semicolon or the ampersand lost.

use std::ops::Range;

use crate::document::encoding;
use crate::rule::{Context, Draft, Findings};
use crate::rules::machine_artefact::{take_out, token};
use crate::rules::marks::{self, Census};
use crate::scales::Safety;

/// Reports every entity with the character it stands for, in the article's own marks.
pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut census: Option<Census> = None;
    for (segment, text, reading) in context.paragraphs() {
        if !reading.bytes.any(b"&;") {
            continue;
        }
        let signs = std::cell::OnceCell::new();
        let mut from = 0;
        while let Some((range, letter)) = next(text, from) {
            from = range.end;
            let census = *census.get_or_insert_with(|| Census::of(context));
            let found = &text[range.clone()];
            let fix = match letter {
                '"' => {
                    let signs = signs.get_or_init(|| marks::signs(text, reading));
                    signs
                        .binary_search_by_key(&range.start, |sign| sign.range.start)
                        .map_or("\"", |nth| census.double(signs[nth].side))
                        .to_owned()
                }
                '\'' if census.curly_apostrophes > census.straight_apostrophes => "’".to_owned(),
                letter => letter.to_string(),
            };
            let evidence = "a web page writes the sign so; it was never turned back".to_owned();
            let blanks = text[..range.start].ends_with(' ') || text[range.end..].starts_with(' ');
            findings.add(if letter == ' ' && blanks {
                take_out(
                    segment,
                    text,
                    range.clone(),
                    format!("HTML entity left in the text: take out {found}"),
                    evidence,
                    Safety::Sure,
                )
            } else {
                let named = if letter == ' ' { "a blank" } else { &fix };
                let message = format!("HTML entity left in the text: write {named}, not {found}");
                Draft::new(segment, range, message, evidence).write(fix, Safety::Sure)
            });
        }
    }
}

/// The next entity at or after a byte, with what it stands for.
fn next(text: &str, from: usize) -> Option<(Range<usize>, char)> {
    let mut at = from;
    while let Some(found) = text[at..].find(['&', ';']) {
        let sign = at + found;
        let hit = if text.as_bytes()[sign] == b'&' { whole(text, sign) } else { headless(text, sign, from) };
        if hit.is_some() {
            return hit;
        }
        at = sign + 1;
    }
    None
}

/// An entity that starts with the ampersand at `at`; `&amp;quot;` is one, encoded twice.
fn whole(text: &str, at: usize) -> Option<(Range<usize>, char)> {
    let mut start = at + 1;
    while text[start..].starts_with("amp;") && body(text, start + 4).is_some_and(|(_, _, closed)| closed) {
        start += 4;
    }
    let (end, letter, closed) = body(text, start)?;
    let in_address = || {
        let token = &text[token(text, at)];
        token.contains("://") || token.starts_with("www.")
    };
    (closed || !in_address()).then_some((at..end, letter))
}

/// Name or number of an entity from `start` on: its end, what it stands for, and whether a semicolon closes it.
fn body(text: &str, start: usize) -> Option<(usize, char, bool)> {
    let rest = &text[start..];
    let blank = usize::from(rest.starts_with(' '));
    let name_len =
        rest[blank..].bytes().take(10).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    let name = &rest[blank..blank + name_len];
    let letter = decoded(name)?;
    let after = &rest[blank + name_len..];
    let end = start + blank + name_len;
    if after.starts_with(';') {
        return Some((end + 1, letter, true));
    }
    if after.starts_with(" ;") {
        return Some((end + 2, letter, true));
    }
    let known = matches!(name, "quot" | "amp" | "apos" | "nbsp" | "#39" | "#34");
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '=');
    (known && blank == 0 && !goes_on).then_some((end, letter, false))
}

/// An entity whose ampersand was lost, ending with the semicolon at `at`.
fn headless(text: &str, at: usize, from: usize) -> Option<(Range<usize>, char)> {
    let head = &text[from..at];
    let name = ["#39", "#34", "quot", "nbsp", "apos"].into_iter().find(|name| head.ends_with(name))?;
    let start = at - name.len();
    let alone = match text[..start].chars().next_back() {
        None => true,
        Some(before) if name.starts_with('#') => before.is_whitespace() || before.is_alphabetic(),
        Some(before) => before.is_whitespace(),
    };
    alone.then(|| decoded(name).map(|letter| (start..at + 1, letter))).flatten()
}

/// What an entity's name or number stands for (HTML Living Standard, named character references; the ones found in
/// news text); none for a name that is not listed and for control characters.
fn decoded(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None if number.len() >= 2 => number.parse().ok()?,
            None => return None,
        };
        return match code {
            160 => Some(' '),
            0x80..=0x9f => u8::try_from(code).ok().and_then(encoding::windows_1252_char),
            code => char::from_u32(code).filter(|c| !c.is_control()),
        };
    }
    const NAMED: [(&str, char); 34] = [
        ("quot", '"'),
        ("amp", '&'),
        ("apos", '\''),
        ("lt", '<'),
        ("gt", '>'),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("bdquo", '„'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("euro", '€'),
        ("pound", '£'),
        ("yen", '¥'),
        ("cent", '¢'),
        ("copy", '©'),
        ("reg", '®'),
        ("trade", '™'),
        ("deg", '°'),
        ("sect", '§'),
        ("middot", '·'),
        ("bull", '•'),
        ("szlig", 'ß'),
        ("aelig", 'æ'),
        ("AElig", 'Æ'),
        ("oslash", 'ø'),
        ("Oslash", 'Ø'),
        ("thinsp", ' '),
        ("ensp", ' '),
    ];
    if let Some((_, letter)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*letter);
    }
    const ACCENTED: [(&str, &str); 8] = [
        ("acute", "aáeéiíoóuúyýAÁEÉIÍOÓUÚYÝ"),
        ("grave", "aàeèiìoòuùAÀEÈIÌOÒUÙ"),
        ("uml", "aäeëiïoöuüyÿAÄEËIÏOÖUÜ"),
        ("circ", "aâeêiîoôuûAÂEÊIÎOÔUÛ"),
        ("tilde", "aãnñoõAÃNÑOÕ"),
        ("cedil", "cçCÇ"),
        ("caron", "sšzžcčSŠZŽCČ"),
        ("ring", "aåAÅ"),
    ];
    let base = name.chars().next()?;
    let (_, letters) = ACCENTED.iter().find(|(accent, _)| name.strip_prefix(base) == Some(*accent))?;
    let at = letters.chars().position(|letter| letter == base).filter(|at| at % 2 == 0)?;
    letters.chars().nth(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_being_written() {
        let all = |text: &str| {
            let mut out = Vec::new();
            let mut from = 0;
            while let Some((range, letter)) = next(text, from) {
                from = range.end;
                out.push((text[range].to_owned(), letter));
            }
            out
        };
        let found =
            all("Bj&ouml;rk &amp;quot;x& quot ; it#39;s &#x2019; &nbsp, &eacute;t&Eacute; quot;y &scaron; &#150;");
        let letters: String = found.iter().map(|(_, letter)| *letter).collect();
        assert_eq!(letters, "ö\"\"'’ éÉ\"š–");
        assert_eq!(found[1].0, "&amp;quot;");
        assert!(all("AT&T; Marks & Spencer; R&D, a&b=1 https://x.org/?a=1&amp b; unquot;").is_empty());
    }
}
