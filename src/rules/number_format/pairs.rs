//! Figures with a sign between or around them: scores with a colon, spans after "between", ages in brackets.

use crate::rules::number_format::Seen;
use crate::rules::walk::Walk;
use crate::scales::Safety;
use crate::text::words::{Gap, Shape};

/// Words before and after a score in which a ratio or a degree may be named.
const NEAR: usize = 12;

/// `won 1:0`: English sets a hyphen.
pub(super) fn score(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let (first, second) = walk.raw(at).split_once(':')?;
    let small = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let clock = ["a.m", "p.m", "a.m.", "p.m.", "am", "pm"];
    let other = ["ratio", "scale", "aspect", "format", "proportion", "degree", "honours"];
    // A book with chapter and verse has a name before it.
    let verse = at > 0
        && walk.word(at - 1).is_some_and(|word| word.is_capital() && word.shape == Shape::Capital)
        && walk.is(
            at - 1,
            &[
                "john",
                "matthew",
                "luke",
                "mark",
                "genesis",
                "psalm",
                "psalms",
                "exodus",
                "isaiah",
                "romans",
                "surah",
                "quran",
                "corinthians",
                "revelation",
            ],
        );
    if !small(first, 2)
        || !small(second, 1)
        || verse
        || (at.saturating_sub(3)..at + 3).any(|k| walk.is(k, &clock))
        || (at.saturating_sub(NEAR)..at + NEAR).any(|k| walk.is(k, &other))
    {
        return None;
    }
    let mut seen = Seen::new(
        walk.bytes(at, at),
        format!("{first}-{second}"),
        "score with a colon, as most of Europe prints; English sets a hyphen",
    );
    seen.hint = true;
    Some(seen)
}

/// `between 5-10 days`, `between 5 to 10`.
pub(super) fn between(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    if at == 0 || !walk.is(at - 1, &["between"]) || !walk.beside(at) {
        return None;
    }
    let whole = |at: usize| {
        let raw = walk.raw(at);
        raw.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
            && raw.starts_with(|c: char| c.is_ascii_digit())
    };
    let last = if walk.is(at + 1, &["to"]) { at + 2 } else { at + 1 };
    let (first, second) = (walk.word(at)?, walk.word(last)?);
    let gap = &walk.text[first.end as usize..second.start as usize];
    if !whole(at) || !whole(last) || !matches!(gap, "-" | "–" | " to " | " - " | " – ") || walk.is(last + 1, &["and"])
    {
        return None;
    }
    let text = format!("{} and {}", walk.raw(at), walk.raw(last));
    Some(Seen::new(walk.bytes(at, last), text, "\"between\" wants \"and\""))
}

/// `Karl Weber (82) said`: English sets ages between commas.
pub(super) fn age(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let raw = walk.raw(at);
    let years: u8 = raw.parse().ok().filter(|_| raw.len() == 2)?;
    let own = walk.word(at)?;
    let before = walk.word(at.checked_sub(2)?)?;
    let name = walk.word(at - 1)?;
    let gap = &walk.text[name.end as usize..own.start as usize];
    let rest = walk.after(own.end as usize);
    let capital = |word: &crate::text::words::Word| word.shape == Shape::Capital;
    if gap != " ("
        || !rest.starts_with(')')
        || !capital(name)
        || !capital(before)
        || !matches!(name.gap, Gap::Space | Gap::Hyphen)
        || !(16..=99).contains(&years)
        || walk.text.matches(" (").nth(2).is_some()
    {
        return None;
    }
    // A page, a place in a ranking, a year of a party: only what a given name opens is a person.
    let person = (1..4).any(|back| at > back && crate::names::given::known(walk.raw(at - 1 - back)));
    if !person {
        return None;
    }
    let after = &rest[1..];
    let closed = after.is_empty() || after.starts_with([',', '.', ';', ':', '"', '”', '\n']);
    let text = if closed { format!(", {raw}") } else { format!(", {raw},") };
    let mut seen = Seen::new(
        name.end as usize..own.end as usize + 1,
        text,
        "age in brackets, as German and Japanese papers print; English sets it between commas",
    );
    seen.safety = Safety::Likely;
    seen.hint = true;
    Some(seen)
}
