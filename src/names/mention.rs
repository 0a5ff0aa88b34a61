//! Mentions: where names stand in running English text.

use crate::english::classes;
use crate::names::{english, given};
use crate::text::memo::{self, Memo};
use crate::text::words::ascii_end;

/// One word of a mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameWord<'a> {
    /// The word as written, without a possessive ending.
    pub text: &'a str,
    /// Where it starts, in bytes of the text.
    pub start: usize,
    /// Where it ends, in bytes of the text.
    pub end: usize,
    /// Whether it is also a common English word (Prime, Minister, Bank).
    pub common: bool,
    /// The possessive ending that stands behind it.
    pub possessive: Possessive,
}

/// The possessive ending behind a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Possessive {
    /// None.
    None,
    /// An apostrophe and s, which the word's text leaves out.
    S,
    /// An apostrophe alone behind an s, of so many bytes.
    Bare(usize),
}

/// A run of capitalised words that names something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention<'a> {
    /// The name as written, without title and possessive ending.
    pub text: &'a str,
    /// Where it starts, in bytes of the text.
    pub start: usize,
    /// Where it ends, in bytes of the text.
    pub end: usize,
    /// Its words, particles (van, al, de) included.
    pub words: Vec<NameWord<'a>>,
    /// The title before it, such as "President" or "Mr".
    pub title: Option<&'a str>,
    /// Where it stands.
    pub setting: Setting,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
}

/// What kind of line a mention stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Running text.
    Body,
    /// The document's headline; only who knows the document can tell.
    Headline,
    /// A line in title case without a stop at its end, where capitals prove nothing.
    TitleCase,
    /// A line in capitals.
    Capitals,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Lower,
    Capital,
    Capitals,
}

struct Word<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    shape: Shape,
    opens: bool,
    quoted: bool,
    /// whether nothing but one space stands between the word before and this one
    close: bool,
    possessive: Possessive,
}

/// All mentions of names in `text`, in order. Places are bytes of `text`.
/// A word that opens a sentence counts only when English does not write it in lower case, or when it is a given name with
/// a capitalised word behind it.
pub fn mentions(text: &str) -> Vec<Mention<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut quoted = false;
    for line in text.split_inclusive('\n') {
        let words = words(line, at, &mut quoted);
        gather(text, &words, setting(line, &words), &mut out);
        at += line.len();
        quoted = false;
    }
    out
}

fn setting(line: &str, words: &[Word<'_>]) -> Setting {
    // Words of two letters and more, those in capitals among them; words of four and more, those with a capital.
    let (mut letters, mut capitals, mut long, mut capital) = (0, 0, 0, 0);
    for word in words {
        // A scalar has four bytes at most.
        let length = if word.text.len() >= 16 { 16 } else { length(word.text) };
        letters += usize::from(length >= 2);
        capitals += usize::from(length >= 2 && word.shape == Shape::Capitals);
        long += usize::from(length >= 4);
        capital += usize::from(length >= 4 && word.shape != Shape::Lower);
    }
    if letters >= 3 && capitals == letters {
        Setting::Capitals
    } else if long >= 3 && capital * 10 >= long * 8 && !line.trim_end().ends_with(['.', '?', '!']) {
        Setting::TitleCase
    } else {
        Setting::Body
    }
}

/// How many scalars a word has.
fn length(word: &str) -> usize {
    if word.is_ascii() { word.len() } else { word.chars().count() }
}

fn words<'a>(line: &'a str, base: usize, quoted: &mut bool) -> Vec<Word<'a>> {
    let mut out: Vec<Word<'a>> = Vec::with_capacity(line.len() / 6 + 1);
    let bytes = line.as_bytes();
    let mut opens = true;
    let (mut at, mut gap_start) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        if *byte == b' ' {
            at += 1;
            continue;
        }
        let other = if byte.is_ascii_alphabetic() { None } else { line[at..].chars().next() };
        if let Some(c) = other.filter(|c| !c.is_alphabetic()) {
            match c {
                '“' | '„' | '«' => {
                    *quoted = true;
                    opens = true;
                }
                '”' | '»' => *quoted = false,
                '"' => {
                    *quoted = !*quoted;
                    opens |= *quoted;
                }
                '.' | '!' | '?' | '…' | ':' | '•' | '|' | ';' => {
                    let after_initial = c == '.'
                        && out.last().is_some_and(|w| {
                            w.end - base == at
                                && (length(w.text) == 1 || english::is_title(w.text))
                                && w.shape != Shape::Lower
                        });
                    opens |= !after_initial;
                }
                '-' | '–' | '—' if out.is_empty() => opens = true,
                '(' | '[' => opens = true,
                '‘' | '\'' if line[..at].chars().next_back().is_none_or(char::is_whitespace) => opens = true,
                _ if c.is_numeric() => opens = false,
                _ => {}
            }
            at += c.len_utf8();
            continue;
        }
        let start = at;
        at += word_length(&line[start..]);
        let mut end = at;
        let mut text = &line[start..end];
        let mut possessive = Possessive::None;
        if let [head @ .., b's' | b'S'] = text.as_bytes() {
            let head = &text[..head.len()];
            if let Some(bare) = head.strip_suffix(['\'', '’']).filter(|bare| !bare.is_empty()) {
                text = bare;
                end = start + bare.len();
                possessive = Possessive::S;
            }
            if text.ends_with(['s', 'S'])
                && let Some(mark @ ('\'' | '’')) = line[at..].chars().next()
            {
                possessive = Possessive::Bare(mark.len_utf8());
            }
        }
        let close = out.last().is_some_and(|last: &Word<'_>| {
            last.possessive != Possessive::S
                && match &line[gap_start..start] {
                    " " | "\u{a0}" => true,
                    ". " => length(last.text) == 1 || english::is_title(last.text),
                    _ => false,
                }
        });
        let (shape, quoted) = (shape(text), *quoted);
        out.push(Word { text, start: base + start, end: base + end, shape, opens, quoted, close, possessive });
        opens = false;
        gap_start = at;
    }
    out
}

/// The bytes of the word with which `rest` begins: letters and figures, inner apostrophes and hyphens, the stops of
/// initials written together (J.R., U.S.).
fn word_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let (mut at, mut count) = (0, 0);
    let mut last = ' ';
    loop {
        // Most words are nothing but letters of ASCII.
        let end = ascii_end(bytes, at);
        match bytes.get(end) {
            None | Some(b' ' | b',') => return end,
            _ if end > at => {
                last = char::from(bytes[end - 1]);
                count += end - at;
                at = end;
            }
            _ => {}
        }
        let Some(c) = rest[at..].chars().next() else { break };
        if !(c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)) {
            let mut after = rest[at + c.len_utf8()..].chars();
            let next = after.next();
            let inner =
                matches!(c, '\'' | '’' | '-' | '‐' | '´' | '`') && last != '.' && next.is_some_and(char::is_alphabetic);
            let dotted = c == '.'
                && count % 2 == 1
                && last.is_uppercase()
                && !next.is_some_and(char::is_lowercase)
                && is_dotted(&rest[..=at])
                && (count >= 2 || next.is_some_and(char::is_uppercase) && after.next() == Some('.'));
            if !(inner || dotted) {
                break;
            }
        }
        last = c;
        count += 1;
        at += c.len_utf8();
    }
    at
}

fn is_dotted(word: &str) -> bool {
    word.chars().enumerate().all(|(n, c)| if n % 2 == 0 { c.is_uppercase() } else { c == '.' })
}

fn shape(word: &str) -> Shape {
    if let [b'A'..=b'Z', b'a'..=b'z', ..] = word.as_bytes() {
        return Shape::Capital;
    }
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => match letters.next() {
            Some(second) if second.is_uppercase() && letters.all(char::is_uppercase) => Shape::Capitals,
            _ => Shape::Capital,
        },
        // al-Assad, d'Estaing: the capital stands after the particle
        Some(_)
            if word.contains(char::is_uppercase)
                && word.split(['-', '\'', '’']).skip(1).any(|part| part.starts_with(char::is_uppercase))
                && word.split(['-', '\'', '’']).next().is_some_and(|p| length(p) <= 3) =>
        {
            Shape::Capital
        }
        _ => Shape::Lower,
    }
}

/// What the tables say of a capitalised word.
#[derive(Clone, Copy)]
struct Standing {
    /// Whether it is also a common English word.
    common: bool,
    /// Whether English writes it in lower case as a rule.
    lower: bool,
    /// Whether it is one letter.
    letter: bool,
    particle: bool,
    title: bool,
    office: bool,
    calendar: bool,
    /// Whether it is a given name.
    given: bool,
}

impl Standing {
    /// Remembered by each thread.
    fn of(word: &str) -> Self {
        thread_local! {
            static KNOWN: Memo<u64, Standing> = Memo::default();
        }
        let find = || {
            let small = word.to_lowercase();
            let lower = english::is_common(&small);
            let (title, calendar) = (english::is_title(word), english::is_calendar(word));
            let plain = shape(word) != Shape::Capitals && !word.contains('.');
            Standing {
                common: english::is_contraction(word) || plain && lower || title || calendar,
                lower,
                letter: small.chars().count() == 1,
                particle: english::is_particle(word),
                title,
                office: english::is_office(word),
                calendar,
                // In Kiev: no Korean is meant.
                given: given::known(word) && !classes::is_preposition(&small),
            }
        };
        KNOWN.with(|known| known.get(memo::written([word]), find))
    }
}

fn gather<'a>(text: &'a str, words: &[Word<'a>], setting: Setting, out: &mut Vec<Mention<'a>>) {
    let mut n = 0;
    while n < words.len() {
        if words[n].shape == Shape::Lower || Standing::of(words[n].text).calendar {
            n += 1;
            continue;
        }
        let first = n;
        let mut last = n;
        n += 1;
        while n < words.len() && words[n].close {
            if words[n].shape != Shape::Lower && !Standing::of(words[n].text).calendar {
                last = n;
                n += 1;
            } else if english::is_particle(words[n].text)
                && words.get(n + 1).is_some_and(|w| {
                    w.close
                        && (w.shape != Shape::Lower
                            || english::is_particle(w.text)
                                && words.get(n + 2).is_some_and(|w| w.close && w.shape != Shape::Lower))
                })
            {
                n += 1;
            } else {
                break;
            }
        }
        n = last + 1;
        let mut run = &words[first..=last];
        let mut title = None;
        while let Some(word) = run.first() {
            let alone = run.len() == 1;
            let standing = Standing::of(word.text);
            // A Minsk court, but A. Makarov and A N Wilson.
            let article = word.text == "A"
                && !text[word.end..].starts_with('.')
                && run.get(1).is_some_and(|next| !Standing::of(next.text).letter);
            let common = standing.lower || standing.letter && alone || article;
            if word.opens && (common || standing.particle) && (alone || !standing.given) {
                run = &run[1..];
            } else if standing.title && !(alone && word.text == "Don") {
                title = Some(word.text);
                run = &run[1..];
            } else {
                break;
            }
        }
        // What stands before an office is a name of its own: Belarusian President Lukashenko.
        let office = run.iter().rposition(|w| w.possessive == Possessive::None && Standing::of(w.text).office);
        let parts = office.filter(|at| *at > 0).map(|at| (&run[..at], run[at].text, &run[at + 1..]));
        match parts.and_then(|(before, office, name)| Some((before, mention(text, name, Some(office), setting)?))) {
            Some((before, person)) => {
                out.extend(mention(text, before, title, setting));
                out.push(person);
            }
            None => out.extend(mention(text, run, title, setting)),
        }
    }
}

/// The name that these words are; none for common words alone.
fn mention<'a>(text: &'a str, run: &[Word<'a>], title: Option<&'a str>, setting: Setting) -> Option<Mention<'a>> {
    let (start, end) = (run.first()?.start, run.last()?.end);
    let words: Vec<NameWord> = run
        .iter()
        .map(|w| NameWord {
            text: w.text,
            start: w.start,
            end: w.end,
            possessive: w.possessive,
            common: Standing::of(w.text).common,
        })
        .collect();
    let initials = words.len() > 1 && words[0].text.chars().count() == 1;
    if words.iter().all(|w| w.common || w.text.chars().count() == 1) && !initials {
        return None;
    }
    Some(Mention { text: &text[start..end], start, end, words, title, setting, quoted: run[0].quoted })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        mentions(text).into_iter().map(|m| m.text.to_owned()).collect()
    }

    #[test]
    fn names_in_running_text() {
        assert_eq!(
            found("Yesterday Petrova's lawyer met Ursula van der Berg in Minsk."),
            ["Petrova", "Ursula van der Berg", "Minsk"]
        );
        assert_eq!(found("Will Smith arrived. Will he stay? President Ivanov knows."), ["Will Smith", "Ivanov"]);
        assert_eq!(found("On Monday J. R. Brown left the U.S. for Al-Quds."), ["J. R. Brown", "U.S.", "Al-Quds"]);
        assert_eq!(
            found(
                "Then Belarusian President Lukashenko met Culture Minister Latushko and EU Council President Charles Michel."
            ),
            ["Belarusian", "Lukashenko", "Latushko", "EU Council", "Charles Michel"]
        );
        assert_eq!(
            found("They left Martin Luther King Jr and the Hilton President Hotel."),
            ["Martin Luther King Jr", "Hilton President Hotel"]
        );
        assert_eq!(found("He said: \"Minsk waits.\" The bank closed."), ["Minsk"]);
    }

    #[test]
    fn places_are_bytes() {
        let text = "Où est Đoković? Đoković’s here.";
        for m in mentions(text) {
            assert_eq!(&text[m.start..m.end], m.text);
        }
    }
}
