//! Blanks that are missing after a stop, stand before one, or break a handle, a possessive or a compound.

use crate::rule::{Context, Cues, Draft, Findings, Group, Rule, Tier};
use crate::rules::cues;
use crate::rules::words::Words;
use crate::scales::{Level, Safety};
use crate::text::quotes::Side;
use crate::text::reading::Reading;

/// The rule.
pub const RULE: Rule = Rule {
    name: "spacing",
    group: Group::Mechanics,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "fluency/typography",
    page: include_str!("spacing.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (segment, text, reading) in context.paragraphs() {
        for (at, byte) in text.bytes().enumerate() {
            let draft = match byte {
                b'.' | b',' | b';' | b'!' | b'?' | b':' => before_stop(segment, text, at)
                    .or_else(|| wrong_side(segment, text, at))
                    .or_else(|| after_stop(segment, text, at)),
                b'(' | b')' => glued_bracket(segment, text, at).or_else(|| bracket_blank(segment, text, at)),
                b'@' | b'#' | b'_' => broken_handle(segment, text, at),
                // The first byte of ’ is 0xE2.
                b'\'' | b'&' | 0xE2 => apostrophe(segment, text, at),
                b'-' => half_hyphen(segment, text, at),
                _ => None,
            };
            if let Some(draft) = draft {
                findings.add(draft);
            }
        }
        after_mark(segment, text, reading, findings);
        cannot(&context.cues[segment], segment, text, reading, findings);
    }
}

/// ` ,` as French sets it, or as a tokeniser leaves it.
fn before_stop(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let bytes = text.as_bytes();
    let head = text[..at].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    // "at midday. .": the stop stands twice.
    let twice = bytes[at] == b'.' && head.ends_with('.') && !head.ends_with("..") && !head.ends_with(". .");
    if head.len() == at
        || !twice && !head.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '"' | '”' | '\'' | '’' | '%'))
    {
        return None;
    }
    let after = text[at + 1..].chars().next();
    let ends = after.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”' | '\'' | '’'));
    // "...", ": )" and scores such as "3 : 1"
    if !ends || bytes[at] == b':' && text[at + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit() || c == ')') {
        return None;
    }
    let dots = text[at + 1..].trim_start().starts_with('.') && bytes[at] == b'.';
    if dots {
        return None;
    }
    if twice {
        let message = "the stop stands twice: take out one".to_owned();
        let evidence = "a stop ends a sentence once".to_owned();
        return Some(Draft::new(segment, head.len()..at + 1, message, evidence).write("", Safety::Likely));
    }
    let stop = &text[at..=at];
    let message = format!("no blank before \"{stop}\"");
    let evidence = "English sets stops close to the word before them".to_owned();
    Some(Draft::new(segment, head.len()..at + 1, message, evidence).write(stop, Safety::Likely))
}

/// `left ;she`, `euros .We`, `5 ,000`, `10 :30`: the blank stands on the wrong side of the stop, or inside a figure.
fn wrong_side(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let (head, tail) = (text[..at].strip_suffix(' ')?, &text[at + 1..]);
    let stop = &text[at..=at];
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    let figure = head.bytes().rev().take_while(u8::is_ascii_digit).count();
    let ends = !tail[digits..].starts_with(|c: char| c.is_alphanumeric());
    let number = figure > 0
        && ends
        && match stop {
            "," => digits == 3 && figure < 4,
            ":" => digits == 2 && figure < 3 && head[head.len() - figure..].parse::<u8>().is_ok_and(|hour| hour < 24),
            _ => false,
        };
    let letters = tail.bytes().take(40).take_while(u8::is_ascii_alphabetic).count();
    let own = head.bytes().rev().take(40).take_while(u8::is_ascii_lowercase).count();
    let capital = tail.starts_with(|c: char| c.is_ascii_uppercase());
    let small = tail.bytes().take(letters).skip(1).all(|byte| byte.is_ascii_lowercase());
    let words = own > 1
        && letters > 1
        && small
        && tail[letters..].starts_with([' ', ',', '.', '\''])
        && (matches!(stop, "," | ";") || matches!(stop, "." | "!" | "?") && capital);
    if !number && !words || is_address(text, at) {
        return None;
    }
    let text = if number { stop.to_owned() } else { format!("{stop} ") };
    let message = if number {
        format!("no blank before \"{stop}\"")
    } else {
        format!("the blank stands after \"{stop}\", not before it")
    };
    let evidence = "English sets stops close to the word before them".to_owned();
    Some(Draft::new(segment, head.len()..at + 1, message, evidence).write(text, Safety::Likely))
}

/// `can not`: one word, but before "only".
fn cannot(cues: &Cues, segment: usize, text: &str, reading: &Reading, findings: &mut Findings<'_>) {
    for at in cues.places(0..reading.words.len(), cues::CAN) {
        let Some(pair) = reading.words.get(at..at + 2) else { break };
        let (first, second) = (pair[0].of(text), pair[1].of(text));
        let follows = reading.words.get(at + 2).map_or("", |word| word.of(text));
        let joined = pair[1].gap == crate::text::words::Gap::Space;
        if !matches!(first, "can" | "Can")
            || second != "not"
            || !joined
            || matches!(follows, "only" | "but" | "just" | "merely")
        {
            continue;
        }
        let fix = format!("{first}not");
        let message = format!("one word: write \"{fix}\"");
        let range = pair[0].start as usize..pair[1].end as usize;
        let evidence = "\"cannot\" is one word".to_owned();
        findings.add(Draft::new(segment, range, message, evidence).write(fix, Safety::Likely));
    }
}

/// `People ' s`, `UNESCO &apos; s`, `the town’ s road`: a possessive in pieces.
fn apostrophe(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let rest = &text[at..];
    let mark = ["'", "’", "&apos;", "&#39;"].into_iter().find(|mark| rest.starts_with(mark))?;
    let head = text[..at].trim_end_matches(' ');
    let tail = rest[mark.len()..].trim_start_matches(' ');
    let apart = tail.len() < rest.len() - mark.len();
    let letter = tail.strip_prefix('s').filter(|after| !after.starts_with(|c: char| c.is_alphanumeric()))?;
    if !apart || !head.ends_with(char::is_alphabetic) || letter.starts_with(['\'', '"']) {
        return None;
    }
    let end = text.len() - letter.len();
    let message = "the possessive stands in pieces: write \"'s\"".to_owned();
    let evidence = "a tokeniser's blanks".to_owned();
    Some(Draft::new(segment, head.len()..end, message, evidence).write("'s", Safety::Likely))
}

/// `football -podcast`: a blank on one side of a hyphen only; `Western-style and -quality` is as it should be.
fn half_hyphen(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let head = text[..at].strip_suffix(' ')?;
    let before = head.rsplit(' ').next().unwrap_or_default();
    let after = text[at + 1..].split(' ').next().unwrap_or_default();
    let word = |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
    if !word(before) || before == "and" || !word(after.trim_end_matches([',', '.'])) {
        return None;
    }
    let message = "a blank on one side of the hyphen only: close it, or make it a dash".to_owned();
    let evidence = "a compound that was taken apart".to_owned();
    Some(Draft::new(segment, head.len()..at + 1, message, evidence).write("-", Safety::Choice))
}

/// `York.Tesla`, `word,word`: no blank after the stop.
fn after_stop(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let bytes = text.as_bytes();
    let small = |index: Option<usize>| index.and_then(|index| bytes.get(index)).is_some_and(u8::is_ascii_lowercase);
    if !small(at.checked_sub(1)) || !small(at.checked_sub(2)) {
        return None;
    }
    let rest = &bytes[at + 1..];
    let letters = rest.iter().take(40).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let glued = match bytes[at] {
        b'.' | b'!' | b'?' => {
            let word_ends = matches!(rest.get(letters), Some(b' ' | b',' | b'\''));
            letters >= 2
                && word_ends
                && rest[0].is_ascii_uppercase()
                && rest[1..letters].iter().all(u8::is_ascii_lowercase)
        }
        b',' | b';' => letters >= 2,
        _ => false,
    };
    if !glued || is_address(text, at) || (bytes[at] == b';' && is_entity(&text[..at])) {
        return None;
    }
    let stop = &text[at..=at];
    let message = format!("a blank is missing after \"{stop}\"");
    let evidence = "two words stick together here".to_owned();
    Some(Draft::new(segment, at..at + 1, message, evidence).write(format!("{stop} "), Safety::Likely))
}

fn is_entity(head: &str) -> bool {
    let name = head.bytes().rev().take(8).take_while(u8::is_ascii_alphanumeric).count();
    head[..head.len() - name].ends_with(['&', '#'])
}

/// `word)word` and `word(Word`.
fn glued_bracket(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let bytes = text.as_bytes();
    let before = text[..at].chars().next_back()?;
    let letters = bytes[at + 1..].iter().take(40).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let capital =
        bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase) && bytes.get(at + 2).is_some_and(u8::is_ascii_lowercase);
    let (glued, fix) = match bytes[at] {
        b')' => (before.is_alphanumeric() && letters >= 3 && !is_part_of_word(text, at), ") "),
        _ => (
            before.is_ascii_lowercase() && at > 1 && bytes[at - 2].is_ascii_lowercase() && capital && letters >= 3,
            " (",
        ),
    };
    if !glued || is_address(text, at) {
        return None;
    }
    let message = format!("a blank is missing at \"{}\"", fix.trim());
    Some(
        Draft::new(segment, at..at + 1, message, "a bracket sticks to a word here".to_owned())
            .write(fix, Safety::Likely),
    )
}

/// `( word` and `word )`: a blank on the inner side, where the other bracket stands in the paragraph too.
fn bracket_blank(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let (head, tail) = (&text[..at], &text[at + 1..]);
    let opens = text.as_bytes()[at] == b'(';
    let range = if opens {
        let inner = tail.strip_prefix(' ')?;
        let fits = head.ends_with(' ') && inner.starts_with(char::is_alphanumeric) && inner.contains(')');
        fits.then_some(at..at + 2)?
    } else {
        let inner = head.strip_suffix(' ')?;
        let fits = inner.ends_with(|c: char| c.is_alphanumeric() || c == '%') && inner.rfind('(')? + 2 < inner.len();
        fits.then_some(at - 1..at + 1)?
    };
    let bracket = &text[at..=at];
    let message = format!("no blank inside the bracket: write \"{bracket}\" alone");
    let evidence = "English sets brackets close to what they hold".to_owned();
    Some(Draft::new(segment, range, message, evidence).write(bracket, Safety::Likely))
}

/// `(re)opened`, `wo(man)kind`, `a)First`: the bracket parts a word or numbers it.
fn is_part_of_word(text: &str, at: usize) -> bool {
    let head = text[..at].chars().rev().take(60);
    let mut inner = 0;
    for c in head {
        match c {
            '(' => return inner <= 8,
            c if c.is_whitespace() => return inner <= 2,
            _ => inner += 1,
        }
    }
    false
}

/// `," word`: no blank after a closing mark.
fn after_mark(segment: usize, text: &str, reading: &Reading, findings: &mut Findings<'_>) {
    for mark in reading.marks.iter().filter(|mark| matches!(mark.sign, '"' | '”') && mark.side == Side::Close) {
        let head = &text.as_bytes()[..mark.at];
        let stop =
            matches!(head, [.., a, b, b'.' | b'!' | b'?' | b','] if a.is_ascii_lowercase() && b.is_ascii_lowercase());
        let end = mark.at + mark.sign.len_utf8();
        let letters = text[end..].bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
        if !stop || letters < 2 {
            continue;
        }
        let message = format!("a blank is missing after {}", mark.sign);
        let evidence = "a closing mark sticks to the next word".to_owned();
        findings
            .add(Draft::new(segment, mark.at..end, message, evidence).write(format!("{} ", mark.sign), Safety::Likely));
    }
}

/// `@ name _ name`, `# word`: a handle that the machine took apart.
fn broken_handle(segment: usize, text: &str, at: usize) -> Option<Draft> {
    let rest = &text[at + 1..];
    let word_before = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let name = |from: usize| text[from..].bytes().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let blank_after = rest.starts_with(' ') && name(at + 2) > 0;
    if !blank_after || text.as_bytes()[at + 2] == b' ' {
        return None;
    }
    let (start, mut end) = match text.as_bytes()[at] {
        b'@' if !word_before && text.as_bytes().get(at.wrapping_sub(1)) != Some(&b'@') => (at, at + 2 + name(at + 2)),
        b'#' if !word_before && text.as_bytes()[at + 2].is_ascii_alphabetic() => (at, at + 2 + name(at + 2)),
        b'_' if text[..at].ends_with(' ') => {
            let head = text[..at].trim_end();
            let own = head.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
            // With an @ in front the sign at the start of the handle has reported it.
            if own == 0 || head[..head.len() - own].ends_with("@ ") || head[..head.len() - own].ends_with("_ ") {
                return None;
            }
            (head.len() - own, at + 2 + name(at + 2))
        }
        _ => return None,
    };
    while let Some(more) = text[end..].strip_prefix(" _").or_else(|| text[end..].strip_prefix("_")) {
        let from = text.len() - more.trim_start().len();
        let len = name(from);
        if len == 0 {
            break;
        }
        end = from + len;
    }
    let fix = text[start..end].replace(' ', "");
    let message = format!("a handle taken apart: write \"{fix}\"");
    let evidence = "handles and tags have no blanks".to_owned();
    Some(Draft::new(segment, start..end, message, evidence).write(fix, Safety::Choice))
}

/// True inside a web or mail address, a file name or a path.
fn is_address(text: &str, at: usize) -> bool {
    static ENDINGS: Words = Words::named("spacing endings");
    let before: usize = text[..at].chars().rev().take(200).take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum();
    let after: usize = text[at..].chars().take(200).take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum();
    let token = &text[at - before..at + after];
    token.contains("http")
        || token.contains("www")
        || token.contains(['@', '#', '/'])
        || token.split('.').skip(1).any(|part| {
            let part = part.trim_end_matches(|c: char| !c.is_alphanumeric());
            ENDINGS.iter().any(|ending| part.eq_ignore_ascii_case(ending))
        })
}
