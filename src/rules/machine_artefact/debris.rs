//! Pieces of tokenisers, templates and markup: `@-@`, `<unk>`, `-LRB-`, `[caption …]`, `<br>`, `{{…}}`, glossary slashes.

use std::ops::Range;

use crate::rule::{Draft, Findings};
use crate::rules::machine_artefact::{take_out, token};
use crate::rules::words::Words;
use crate::scales::{Level, Safety};

/// The first byte of ⁇ and ▁.
const LOST: u8 = 0xE2;

/// Reports the debris of a paragraph.
pub(super) fn check(segment: usize, text: &str, findings: &mut Findings<'_>) {
    let mut from = 0;
    let bytes = text.as_bytes();
    let sign = |byte: &u8| matches!(*byte, b'@' | b'<' | b'[' | b'{' | b'/' | b'(' | b'-' | b'%' | LOST);
    while let Some(found) = bytes[from..].iter().position(sign) {
        let at = from + found;
        let draft = match bytes[at] {
            b'@' => joined_sign(segment, text, at),
            b'<' => tag(segment, text, at),
            b'[' => shortcode(segment, text, at).or_else(|| wiki_link(segment, text, at)),
            b'{' => template(segment, text, at).or_else(|| holder(segment, text, at)),
            b'%' => format_sign(segment, text, at),
            b'/' => alternatives(segment, text, at),
            b'(' => ["(tagsToTranslate)", "(t)", "(1945900"].iter().find_map(|mark| numbered(segment, text, at, mark)),
            b'-' => bracket_name(segment, text, at),
            _ => text[at..].starts_with(['⁇', '▁']).then(|| lost_word(segment, text, at)),
        };
        from = draft.as_ref().map_or(at, |draft| draft.range.end);
        if from == at {
            from += text[at..].chars().next().map_or(1, char::len_utf8);
        }
        if let Some(draft) = draft {
            findings.add(draft);
        }
    }
}

/// ` @-@ `: a sign that a tokeniser marked for joining.
fn joined_sign(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let bytes = text.as_bytes();
    let sign = *bytes.get(at + 1)?;
    if !matches!(sign, b'-' | b',' | b'.' | b'/' | b':') || bytes.get(at + 2) != Some(&b'@') {
        return None;
    }
    let start = at - usize::from(text[..at].ends_with(' '));
    let end = at + 3 + usize::from(text[at + 3..].starts_with(' '));
    let sign = char::from(sign);
    let message = format!("a tokeniser's joining sign left in: write \"{sign}\" without blanks");
    Some(
        Draft::new(segment, start..end, message, "@ marks where the machine took words apart".to_owned())
            .write(sign, Safety::Sure),
    )
}

/// A tag of markup, or a word that the machine did not know.
fn tag(segment: usize, text: &str, at: usize) -> Option<Draft> {
    static TAGS: Words = Words::named("machine-artefact tags");
    let rest = &text[at + 1..];
    let len = rest.bytes().take(200).position(|byte| byte == b'>')?;
    let inner = &rest[..len];
    if inner.contains('<') {
        return None;
    }
    let range = at..at + len + 2;
    if matches!(inner, "unk" | "UNK")
        || inner.strip_prefix("0x").is_some_and(|hex| hex.len() == 2 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
    {
        let message = format!("the machine lost a word here: put it in for {}", &text[range.clone()]);
        return Some(Draft::new(
            segment,
            range,
            message,
            "the machine's sign for a word or byte it does not know".to_owned(),
        ));
    }
    let name = inner.trim_start_matches('/').trim_end_matches('/').trim_end();
    let name = name.split_once(char::is_whitespace).map_or(name, |(name, _)| name);
    if !TAGS.contains(name.to_ascii_lowercase().as_str()) {
        return None;
    }
    let message = format!("tag left in the text: take out {}", &text[range.clone()]);
    Some(take_out(
        segment,
        text,
        range,
        message,
        "markup of a page or of a translation file".to_owned(),
        Safety::Likely,
    ))
}

/// `[ad_1]`, `[caption id=…]`, `[/gallery]`: what a blog's template puts in.
fn shortcode(segment: usize, text: &str, at: usize) -> Option<Draft> {
    const NAMES: [&str; 6] = ["ad_", "caption", "gallery", "embed", "video", "audio"];
    let inner = &text[at + 1..];
    let inner = inner.strip_prefix('[').unwrap_or(inner);
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name = NAMES.iter().find(|name| inner.starts_with(**name))?;
    let after = inner[name.len()..].chars().next()?;
    let coded = match *name {
        "ad_" => after.is_ascii_digit(),
        _ => after == ']' || inner[name.len()..].bytes().take(60).take_while(|b| *b != b']').any(|b| b == b'='),
    };
    let len = text[at..].bytes().take(200).position(|byte| byte == b']').filter(|_| coded)?;
    let end = at + len + 1 + usize::from(text[at + len + 1..].starts_with(']'));
    let message = format!("a template's code left in: take out {}", &text[at..end]);
    Some(take_out(
        segment,
        text,
        at..end,
        message,
        "a blog's template replaces it on its own page".to_owned(),
        Safety::Sure,
    ))
}

fn template(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let inner = text[at..].strip_prefix("{{")?;
    let len = inner.bytes().take(80).collect::<Vec<_>>().windows(2).position(|pair| pair == b"}}")?;
    let range = at..at + len + 4;
    let message = format!("a template's place-holder left in: fill it or take out {}", &text[range.clone()]);
    Some(take_out(segment, text, range, message, "a template replaces it on its own page".to_owned(), Safety::Choice))
}

/// `{name}`, `{user_id}`: the place-holder of a program's text, one small word.
fn holder(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let inner = &text[at + 1..];
    let len = inner.bytes().take(40).take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
    let alone = !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '$' | '\\' | '_' | '^'));
    (len > 1 && alone && inner[len..].starts_with('}')).then(|| place_holder(segment, text, at..at + len + 2))
}

/// `%s`, `%d`, `%1$s`: a sign that a program fills.
fn format_sign(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let rest = &text[at + 1..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = if digits > 0 { rest[digits..].strip_prefix('$') } else { Some(rest) };
    let after = numbered?.strip_prefix(['s', 'd'])?;
    let alone = text[..at].is_empty() || text[..at].ends_with([' ', '"', '“', '(', '\'']);
    let ends = !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '%'));
    (alone && ends).then(|| place_holder(segment, text, at..text.len() - after.len()))
}

fn place_holder(segment: usize, text: &str, range: Range<usize>) -> Draft {
    let message = format!("a program's place-holder left in: fill it or take out {}", &text[range.clone()]);
    take_out(segment, text, range, message, "a program fills it before it prints the text".to_owned(), Safety::Choice)
}

/// `[[Minsk]]`, `[[Minsk|the capital]]`: a link of a wiki, whose words stay.
fn wiki_link(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let inner = text[at..].strip_prefix("[[")?;
    let len = inner.bytes().take(120).position(|byte| matches!(byte, b'[' | b']')).filter(|len| *len > 0)?;
    inner[len..].strip_prefix("]]")?;
    let words = inner[..len].rsplit('|').next().filter(|words| words.contains(char::is_alphabetic))?;
    let range = at..at + len + 4;
    let message = format!("a wiki's link left in: write \"{words}\", not {}", &text[range.clone()]);
    let evidence = "double brackets make a link on a wiki's own page".to_owned();
    Some(Draft::new(segment, range, message, evidence).write(words, Safety::Choice))
}

/// Three or more small words between slashes: the choices of a glossary.
fn alternatives(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let range = token(text, at);
    let token = text[range.clone()].trim_end_matches(|c: char| !c.is_alphanumeric());
    let trimmed = token.trim_start_matches(['(', '"', '“', '‘']);
    let start = range.start + token.len() - trimmed.len();
    let words: Vec<&str> = trimmed.split('/').collect();
    let plain = |word: &&str| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let pronouns = ["she", "her", "hers", "him", "they", "them", "per", "www", "and"];
    if words.len() < 3 || !words.iter().all(plain) || words.iter().any(|word| pronouns.contains(word)) {
        return None;
    }
    let range: Range<usize> = start..start + trimmed.len();
    let message = format!("several words left to choose from: write \"{}\" or another, not all", words[0]);
    let mut draft = Draft::new(segment, range, message, "a dictionary's alternatives carried over".to_owned())
        .write(words[0], Safety::Choice);
    draft.level = Some(Level::Hint);
    Some(draft)
}

/// Marks that copying tools put in front of words.
fn numbered(segment: usize, text: &str, at: usize, mark: &str) -> Option<Draft> {
    let rest = text[at..].strip_prefix(mark)?;
    let len = match mark {
        "(t)" => rest.starts_with(|c: char| c.is_uppercase()).then_some(0)?,
        "(1945900" => rest.find(')').filter(|end| *end <= 2)? + 1,
        _ => 0,
    };
    let range = at..at + mark.len() + len;
    let message = format!("a copying tool's mark left in: take out {}", &text[range.clone()]);
    Some(take_out(segment, text, range, message, "a tool that copies pages puts it there".to_owned(), Safety::Likely))
}

/// `-LRB-`: a bracket under the name that parsers give it.
fn bracket_name(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let (name, sign) = [("-LRB-", '('), ("-RRB-", ')'), ("-LSB-", '['), ("-RSB-", ']')]
        .into_iter()
        .find(|(name, _)| text[at..].starts_with(name))?;
    let opens = matches!(sign, '(' | '[');
    let mut range = at..at + name.len();
    if opens && text[range.end..].starts_with(' ') {
        range.end += 1;
    } else if !opens && text[..at].ends_with(' ') {
        range.start -= 1;
    }
    let message = format!("a parser's name for a bracket: write \"{sign}\"");
    Some(Draft::new(segment, range, message, format!("{name} stands for {sign}")).write(sign, Safety::Sure))
}

fn lost_word(segment: usize, text: &str, at: usize) -> Draft {
    let sign = text[at..].chars().next().unwrap_or_default();
    let range = at..at + sign.len_utf8();
    let evidence = "a sign of the machine's own alphabet".to_owned();
    if sign == '▁' {
        return take_out(
            segment,
            text,
            range,
            "the machine's sign for a blank left in: take out ▁".to_owned(),
            evidence,
            Safety::Choice,
        );
    }
    Draft::new(segment, range, format!("the machine lost a sign here: put it in for {sign}"), evidence)
}
