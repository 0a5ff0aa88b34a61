//! Decimal commas, and points, blanks or nothing where English groups thousands with commas.

use crate::english::classes::Classes;
use crate::rules::number_format::counted::{COUNTED, UNITS};
use crate::rules::number_format::{Seen, grouped};
use crate::rules::walk::Walk;
use crate::rules::words::Words;
use crate::scales::Safety;
use crate::text::words::{Gap, Shape};

/// Words before a figure that is a number of something, not a count.
static LABELS: Words = Words::named("number-format labels");

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn before(walk: &Walk<'_>, at: usize) -> Option<char> {
    walk.text[..walk.word(at)?.start as usize].chars().next_back()
}

fn money_before(walk: &Walk<'_>, at: usize) -> bool {
    matches!(before(walk, at), Some('€' | '$' | '£' | '¥'))
}

/// `1,5 million`, `€3,25`, `0,4`.
pub(super) fn decimal_comma(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let word = walk.raw(at);
    let (whole, rest) = word.split_once(',')?;
    if !digits(whole) || !digits(rest) || whole.len() > 3 || matches!(before(walk, at), Some('-' | '–')) {
        return None;
    }
    let after = walk.after(walk.word(at)?.end as usize).trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let unit = walk.beside(at + 1) && walk.is(at + 1, &UNITS) || after.starts_with(['%', '€', '$', '°', '£']);
    let fraction = rest.len() < 3 && (unit || money_before(walk, at)) || whole == "0" && rest.len() < 4;
    // A row of figures: "in rooms 1,2 and 3".
    let row = walk.is(at + 1, &["and", "or"])
        && walk.word(at + 2).is_some_and(|word| word.shape == Shape::Number && !word.of(walk.text).contains(','));
    (fraction && !row).then(|| {
        Seen::new(
            walk.bytes(at, at),
            format!("{whole}.{rest}"),
            "decimal comma of most of Europe; English prints a point",
        )
    })
}

/// `12.000 spectators`, `1.250.000`.
pub(super) fn points(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let word = walk.raw(at);
    let mut parts = word.split('.');
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let groups = !rest.is_empty()
        && rest.iter().all(|part| part.len() == 3 && digits(part))
        && digits(first)
        && first.len() < 4
        && !first.starts_with('0');
    if !groups {
        return None;
    }
    let last = rest[rest.len() - 1];
    let address = rest.len() == 3
        && rest.iter().all(|part| !part.starts_with('0') && part.parse::<u16>().is_ok_and(|part| part < 256));
    let counted = walk.beside(at + 1) && walk.is(at + 1, &COUNTED);
    let version = walk.is(at.wrapping_sub(1), &["version", "release", "v", "update", "ios", "android"]);
    let measured = walk.is(
        at + 1,
        &[
            "km",
            "kilometers",
            "kilometres",
            "seconds",
            "second",
            "meters",
            "metres",
            "m",
            "percent",
            "million",
            "billion",
            "points",
        ],
    );
    let fits = rest.len() > 1 || last == "000" || (last.ends_with("00") || counted) && !measured;
    if !fits || address || version {
        return None;
    }
    Some(Seen::new(
        walk.bytes(at, at),
        word.replace('.', ","),
        "point between thousands, as German, Dutch, Spanish and Turkish print; English prints a comma",
    ))
}

/// `1'200 francs`, `1’250’000`.
pub(super) fn apostrophes(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let first = walk.raw(at);
    let mut end = at + 1;
    while walk.raw(end).len() == 3
        && digits(walk.raw(end))
        && matches!(&walk.text[walk.word(end - 1)?.end as usize..walk.word(end)?.start as usize], "'" | "’")
    {
        end += 1;
    }
    if end == at + 1 || !digits(first) || first.len() > 3 || first.starts_with('0') {
        return None;
    }
    let text: Vec<&str> = (at..end).map(|at| walk.raw(at)).collect();
    Some(Seen::new(
        walk.bytes(at, end - 1),
        text.join(","),
        "apostrophe between thousands, as Switzerland prints; English prints a comma",
    ))
}

/// `12 000 people`, with a plain, no-break or thin blank.
pub(super) fn blanks(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let first = walk.raw(at);
    if !digits(first) || first.len() > 3 || first.starts_with('0') || matches!(before(walk, at), Some('(' | '-' | '–'))
    {
        return None;
    }
    let blank = |at: usize| {
        let (left, right) = (walk.word(at - 1)?.end as usize, walk.word(at)?.start as usize);
        matches!(&walk.text[left..right], " " | "\u{a0}" | "\u{202f}" | "\u{2009}").then_some(())
    };
    let mut end = at + 1;
    while end < at + 5
        && walk.word(end).is_some_and(|word| word.shape == Shape::Number && word.of(walk.text).len() == 3)
        && digits(walk.raw(end))
        && blank(end).is_some()
    {
        end += 1;
    }
    if end == at + 1 {
        return None;
    }
    let previous = walk.word(at.wrapping_sub(1));
    let row = previous
        .is_some_and(|word| word.shape == Shape::Number && walk.word(at).is_some_and(|own| own.gap == Gap::Space));
    let number_after = walk.word(end).is_some_and(|word| word.shape == Shape::Number && word.gap == Gap::Space);
    let after = walk.after(walk.word(end - 1)?.end as usize);
    let label = at > 0 && walk.beside(at) && (walk.is(at - 1, &LABELS) || walk.is(at - 1, &["on", "top"]))
        || walk.before(walk.word(at)?.start as usize, 4).contains('+');
    // A name or date before two figures: "in 2021 300 people", "May 12 300".
    let month = at > 0 && walk.classes(at - 1).has(Classes::MONTH);
    if row || number_after || label || month || after.starts_with([':', '/', '-']) || is_ordinal_place(walk, at, end) {
        return None;
    }
    let text: Vec<&str> = (at..end).map(|at| walk.raw(at)).collect();
    Some(Seen::new(
        walk.bytes(at, end - 1),
        text.join(","),
        "blank between thousands, as French, Russian and Polish print; English prints a comma",
    ))
}

/// "aged 18 100 metres": without a unit or a noun after it the pair is left alone.
fn is_ordinal_place(walk: &Walk<'_>, at: usize, end: usize) -> bool {
    let first = walk.raw(at);
    first.len() < 3 && walk.raw(end - 1) == "100" && walk.is(end, &["meters", "metres", "m"])
}

/// `110000 orders`: five digits or more without a comma.
pub(super) fn none(walk: &Walk<'_>, at: usize, groups: bool) -> Option<Seen> {
    let word = walk.raw(at);
    if !digits(word)
        || !(5..10).contains(&word.len())
        || word.starts_with('0')
        || matches!(before(walk, at), Some('-' | '–'))
    {
        return None;
    }
    if at > 0 && walk.is(at - 1, &LABELS)
        || walk.before(walk.word(at)?.start as usize, 5).ends_with(". ") && walk.is(at.wrapping_sub(1), &["no", "nr"])
    {
        return None;
    }
    let next = walk.word(at + 1).filter(|word| word.gap == Gap::Space);
    let noun = next.is_some_and(|next| {
        next.shape == Shape::Lower && (next.of(walk.text).len() > 2 || walk.is(at + 1, &["to", "or", "of"]))
    });
    let after = walk.after(walk.word(at)?.end as usize).trim_start_matches(' ');
    let sign = after.starts_with(['%', '€', '$', '°']) || money_before(walk, at);
    let about = at > 0
        && walk.beside(at)
        && walk.is(at - 1, &["about", "around", "than", "nearly", "almost", "over", "some", "least"]);
    let capital = next.is_some_and(|next| next.is_capital());
    if !(noun || sign || about) || capital && !money_before(walk, at) {
        return None;
    }
    let mut seen =
        Seen::new(walk.bytes(at, at), grouped(word), "five digits or more are grouped with commas in English news");
    seen.hint = !groups;
    Some(seen)
}

/// `9000 people`, `1300 euros`: four digits before what they count, years left alone.
pub(super) fn four_digits(walk: &Walk<'_>, at: usize, groups: bool) -> Option<Seen> {
    let word = walk.raw(at);
    if word.len() != 4 || !digits(word) || word.starts_with('0') {
        return None;
    }
    if matches!(before(walk, at), Some('-' | '–' | '(' | '€' | '$' | '£')) && !money_before(walk, at)
        || at > 0 && walk.beside(at) && (walk.is(at - 1, &LABELS) || walk.classes(at - 1).has(Classes::MONTH))
    {
        return None;
    }
    let about = at > 0
        && walk.beside(at)
        && walk.is(at - 1, &["about", "around", "than", "nearly", "almost", "over", "some", "least", "approximately"]);
    // "in 1945 people" may be a year: such figures need a word that counts.
    let year = word.starts_with("19") || word.starts_with("20");
    let counted = |at: usize| walk.spaced(at) && (walk.is(at, &COUNTED) || walk.is(at, MEASURED));
    // "9000 healthy people", "7000 horticultural associations"
    let described = walk.spaced(at + 1)
        && walk.word(at + 1).is_some_and(|word| word.shape == Shape::Lower)
        && walk.classes(at + 1).has(Classes::ADJECTIVE)
        && walk.spaced(at + 2)
        && walk.classes(at + 2).has(Classes::PLURAL);
    let plural = walk.spaced(at + 1)
        && walk.word(at + 1).is_some_and(|word| word.shape == Shape::Lower)
        && walk.classes(at + 1).has(Classes::PLURAL)
        && !walk.classes(at + 1).has(Classes::VERB.and(Classes::PREPOSITION).and(Classes::SUBJECT))
        && !walk.is(at + 1, RACES);
    let counts = counted(at + 1) || plural || described;
    // "more than 1500 emergency workers", "over 4000 of the genes": a bound says that it is a count.
    let bounded = at > 0
        && walk.beside(at)
        && walk.is(at - 1, &["than", "nearly", "almost", "approximately", "some", "over"])
        && walk.spaced(at + 1)
        && !walk.classes(at + 1).has(Classes::MONTH.and(Classes::TIME_UNIT))
        && !walk.is(at + 1, &["and", "or", "to", "gmt", "utc", "hours"]);
    let fits = if year { about && counts } else { counts || bounded || money_before(walk, at) && !walk.beside(at) };
    if !fits || walk.is(at + 1, RACES) {
        return None;
    }
    let mut seen = Seen::new(walk.bytes(at, at), grouped(word), "English news groups thousands with a comma");
    seen.hint = !groups;
    Some(seen)
}

/// Units of length, weight and money that are counted by the thousand.
const MEASURED: &[&str] = &[
    "kilometers",
    "kilometres",
    "miles",
    "feet",
    "tons",
    "tonnes",
    "liters",
    "litres",
    "yuan",
    "lei",
    "baht",
    "rupees",
];

/// What a figure of four digits stands before in the names of races and of engines.
const RACES: &[&str] = &["meters", "metres", "meter", "metre", "m", "rpm", "hours", "points", "series", "hrs", "cc"];

/// `50 %`.
pub(super) fn percent_blank(walk: &Walk<'_>, at: usize) -> Option<Seen> {
    let end = walk.word(at)?.end as usize;
    let after = walk.after(end);
    let blank = after.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'))?;
    if !after[blank.len_utf8()..].starts_with('%') {
        return None;
    }
    let mut seen =
        Seen::new(end..end + blank.len_utf8() + 1, "%".to_owned(), "blank before %, as most of Europe prints");
    seen.safety = Safety::Sure;
    Some(seen)
}
