//! Bodies as other languages abbreviate them (ZAES beside ZNPP), and peoples without their capital (the chechens).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::names::desk::{Certainty, Clash, Kind, Place};
use crate::names::english;
use crate::names::mention::Mention;
use crate::text::keys::Keys;
use crate::text::table::Table;
use crate::text::{fold, words};

static BODIES: Table = Table::new(include_str!("tables/bodies.tsv"));

/// The last words of the table's names: what is asked before the table.
static ENDS: LazyLock<Keys> = LazyLock::new(|| {
    let names = BODIES.rows().filter_map(|row| row.split('\t').next());
    Keys::of(names.filter_map(|name| name.rsplit(' ').next()))
});

/// Peoples in small letters, and with the ending of their own plural or adjective.
static PEOPLES: LazyLock<Keys> = LazyLock::new(|| {
    let peoples: Vec<String> =
        english::peoples().flat_map(|one| ["", "i", "is"].map(|end| format!("{one}{end}"))).collect();
    Keys::of(peoples.iter().map(String::as_str))
});

/// A word that is judged by itself: an abbreviation of another language, or a people in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loose {
    form: String,
    write: String,
    place: Place,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    /// Languages that write it, and whether the English form must stand in the text too.
    Body {
        languages: &'static str,
        beside: bool,
        /// The body's English name in full, when an abbreviation is told beside that too.
        long: &'static str,
    },
    People,
}

/// The foreign abbreviations and lower-case peoples of `text`, which begins at byte `base` of the document's prose.
pub fn loose(text: &str, base: usize) -> Vec<Loose> {
    let mut out = Vec::new();
    let mut quoted = false;
    let mut at = 0;
    let mut before: Option<(usize, usize)> = None;
    while at < text.len() {
        let (start, end) = (at, words::piece_end(text, at, |c| !c.is_alphanumeric()));
        let word = &text[start..end];
        let sign = text[end..].chars().next();
        at = end + sign.map_or(0, char::len_utf8);
        if !word.is_empty() {
            let place = |start: usize| Place { start: base + start, end: base + end, quoted };
            let pair = before.filter(|(_, last)| last + 1 == start && &text[*last..start] == " ");
            let upper = upper(word);
            let may_end = (upper || pair.is_some()) && ENDS.has(fold::key_hash(word));
            let body = may_end.then_some(pair).flatten();
            let body = body
                .and_then(|(first, _)| BODIES.get(&text[first..end]).map(|row| (first, row)))
                .or_else(|| (upper && may_end).then(|| BODIES.get(word)).flatten().map(|row| (start, row)));
            if let Some((first, row)) = body {
                let mut cells = row.split('\t');
                let write = cells.next().unwrap_or("").to_owned();
                let languages = cells.next().unwrap_or("");
                let beside = cells.next() == Some("beside");
                let what = What::Body { languages, beside, long: cells.next().unwrap_or("") };
                out.push(Loose { form: text[first..end].to_owned(), write, place: place(first), what });
            } else if let Some(write) = people(word).filter(|_| free(text, start, end)) {
                let form = word.to_owned();
                out.push(Loose { form, write, place: place(start), what: What::People });
            }
            before = upper.then_some((start, end));
        }
        match sign {
            Some('“' | '„' | '«') => quoted = true,
            Some('”' | '»' | '\n') => quoted = false,
            Some('"') => quoted = !quoted,
            _ => {}
        }
    }
    out
}

/// The clashes of a document's loose words; `says` tells whether the document has a stretch of letters.
#[must_use]
pub fn clashes(loose: &[Loose], mentions: &[Mention], says: &dyn Fn(&str) -> bool) -> Vec<Clash> {
    let mut found = BTreeMap::<&str, Clash>::new();
    let mut beside_english = BTreeMap::<&str, bool>::new();
    for word in loose {
        if let What::Body { beside: true, long, .. } = word.what
            && !*beside_english.entry(&word.form).or_insert_with(|| stands(mentions, &word.write, long, says))
        {
            continue;
        }
        let (kind, message, evidence) = match word.what {
            What::Body { languages, .. } => (
                Kind::ForeignForm,
                format!("\"{}\" is another language's form; write {}", word.form, word.write),
                format!("name of the body in: {languages}"),
            ),
            What::People => (
                Kind::Style,
                format!("\"{}\" is the name of a people and takes a capital; write {}", word.form, word.write),
                "English writes peoples with a capital".to_owned(),
            ),
        };
        found
            .entry(&word.form)
            .or_insert_with(|| Clash {
                kind,
                certainty: Certainty::Warning,
                odd: word.form.clone(),
                places: Vec::new(),
                write: word.write.clone(),
                message,
                evidence,
            })
            .places
            .push(word.place);
    }
    found.into_values().collect()
}

/// Whether a text has a body's English abbreviation or its name in full.
fn stands(mentions: &[Mention], write: &str, long: &str, says: &dyn Fn(&str) -> bool) -> bool {
    mentions.iter().any(|m| m.words.iter().any(|w| w.text == write))
        || write.contains(' ') && says(write)
        || !long.is_empty() && says(long)
}

fn upper(word: &str) -> bool {
    match word.as_bytes() {
        [first, ..] if first.is_ascii() => first.is_ascii_uppercase(),
        _ => word.starts_with(char::is_uppercase),
    }
}

/// Whether nothing but spaces and plain punctuation stands around a word: no address, file name or hyphen.
fn free(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let mut behind = text[end..].chars();
    let (next, after) = (behind.next(), behind.next());
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '‘'))
        && match next {
            Some('.') => after.is_none_or(char::is_whitespace),
            Some(c) => c.is_whitespace() || matches!(c, ',' | ';' | ':' | '!' | '?' | ')' | '"' | '”' | '’' | '\''),
            None => true,
        }
}

/// The people that a word in small letters of ASCII names, with its capital; words that English also writes small are
/// passed over.
fn people(word: &str) -> Option<String> {
    /// Peoples whose names are also other words in lower case.
    const SMALL: &[&str] = &[
        "roman",
        "romans",
        "latin",
        "catholic",
        "catholics",
        "orthodox",
        "swede",
        "swedes",
        "dane",
        "danes",
        "pole",
        "poles",
        "polish",
        "french",
        "dutch",
        "swiss",
        "scot",
        "scots",
        "lao",
        "thai",
        "malay",
        "finn",
        "finns",
        "basque",
        "czech",
        "slavic",
        "arabic",
        "european",
        "african",
        "asian",
        "english",
        "british",
        "spanish",
        "german",
        "china",
        "jew",
    ];
    let small = word.len() >= 5 && word.bytes().all(|b| b.is_ascii_lowercase());
    if !small || !PEOPLES.has(fold::key_hash(word)) {
        return None;
    }
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    if english::is_people(word) {
        return (!SMALL.contains(&word) && !english::is_common(word)).then(|| capital(word));
    }
    // a people's own plural or adjective, left on: talyshi, chechenis
    let bare = word.strip_suffix("is").or_else(|| word.strip_suffix('i'))?;
    (bare.len() >= 5 && english::is_people(bare) && !english::is_common(word)).then(|| capital(bare))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::mention::mentions;

    fn told(text: &str) -> Vec<(String, String)> {
        clashes(&loose(text, 0), &mentions(text), &|form| text.contains(form))
            .into_iter()
            .map(|c| (c.odd, c.write))
            .collect()
    }

    #[test]
    fn bodies_and_peoples() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            told("The ZAES stands. It met the Euro Council."),
            [pair("Euro Council", "European Council"), pair("ZAES", "ZNPP")]
        );
        assert_eq!(told("A deal with the IMF came. The FMI agreed."), [pair("FMI", "IMF")]);
        assert_eq!(told("The FMI agreed."), []);
        assert_eq!(
            told("Songs of the talyshi and the chechens."),
            [pair("chechens", "Chechens"), pair("talyshi", "Talysh")]
        );
        assert_eq!(told("He has catholic tastes; see russian.example and polish it."), []);
    }
}
