//! "a" where "an" is spoken, two determiners in a row, an article before a country.

use crate::english::article;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::cues;
use crate::rules::words::Words;
use crate::scales::{Level, Safety};
use crate::text::words::{Gap, Shape, Word};

/// The rule.
pub const RULE: Rule = Rule {
    name: "wrong-article",
    group: Group::Mechanics,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "fluency/grammar",
    page: include_str!("wrong_article.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (segment, text, reading) in context.paragraphs() {
        for at in context.cues[segment].places(0..reading.words.len(), cues::ARTICLE) {
            let [word, next, ..] = &reading.words[at..] else { break };
            if word.end - word.start > 3 || !matches!(word.shape, Shape::Lower | Shape::Capital) {
                continue;
            }
            let before = at.checked_sub(1).map(|at| &reading.words[at]);
            let follower = reading.words.get(at + 2);
            let draft = twice(segment, text, word, next, follower)
                .or_else(|| country(segment, text, word, next, follower))
                .or_else(|| by_sound(segment, text, before, word, next));
            if let Some(draft) = draft {
                findings.add(draft);
            }
        }
    }
}

/// `the his`, `a the`: the second is meant.
fn twice(segment: usize, text: &str, word: &Word, next: &Word, follower: Option<&Word>) -> Option<Draft> {
    let (first, second) = (word.of(text), next.of(text));
    if !matches!(first, "the" | "a" | "an" | "The") || next.gap != Gap::Space {
        return None;
    }
    if !matches!(
        second,
        "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this" | "these" | "those" | "my" | "our"
    ) || first.eq_ignore_ascii_case(second)
    {
        return None;
    }
    // `the a-word`, `a la carte`, `vitamins a the body needs`
    if follower.is_none_or(|word| word.gap != Gap::Space) {
        return None;
    }
    let fix = if first == "The" { second[..1].to_ascii_uppercase() + &second[1..] } else { second.to_owned() };
    let message = format!("two determiners in a row: write \"{fix}\", not \"{first} {second}\"");
    let evidence = "English sets one of the, a, this and his before a noun".to_owned();
    Some(Draft::new(segment, word.start as usize..next.end as usize, message, evidence).write(fix, Safety::Likely))
}

/// Countries and continents that stand without an article.
static COUNTRIES: Words = Words::named("wrong-article countries");

/// `the France has`: an article before a country that is no part of a longer name.
fn country(segment: usize, text: &str, word: &Word, next: &Word, follower: Option<&Word>) -> Option<Draft> {
    let first = word.of(text);
    if !matches!(first, "the" | "The")
        || next.gap != Gap::Space
        || !next.is_capital()
        || !COUNTRIES.contains(next.of(text))
    {
        return None;
    }
    // "the Spain of Franco", "the Turkey and Syria quakes", "the Russia that I knew", "the Poland international"
    let ends = follower.is_none_or(|word| word.gap != Gap::Space)
        && !text[next.end as usize..].starts_with(['-', '–', '/', '\'', '’']);
    let goes_on = follower.is_some_and(|word| {
        word.gap == Gap::Space
            && matches!(
                word.of(text),
                "is" | "has"
                    | "was"
                    | "had"
                    | "will"
                    | "would"
                    | "can"
                    | "could"
                    | "may"
                    | "must"
                    | "should"
                    | "in"
                    | "on"
                    | "at"
                    | "because"
                    | "also"
                    | "does"
                    | "did"
            )
    });
    if !(ends || goes_on) || follower.is_some_and(|word| word.gap == Gap::Comma && word.is_capital()) {
        return None;
    }
    let name = next.of(text);
    let message = format!("no article before a country: write \"{name}\", not \"{first} {name}\"");
    let evidence = "article of the French, Italian or Greek name".to_owned();
    Some(Draft::new(segment, word.start as usize..next.end as usize, message, evidence).write(name, Safety::Likely))
}

/// `a apple`, `an unit`: only words whose sound is beyond doubt.
fn by_sound(segment: usize, text: &str, before: Option<&Word>, word: &Word, next: &Word) -> Option<Draft> {
    let own = word.of(text);
    if !matches!(own, "a" | "an" | "A" | "An") {
        return None;
    }
    let gap = &text[word.end as usize..next.start as usize];
    if !matches!(gap, " " | " \"" | " “" | " ‘" | "\u{a0}") {
        return None;
    }
    let head = &text[..word.start as usize];
    let opens = before.is_none_or(|before| {
        head.trim_end_matches(['"', '“', '‘', '(', ' ']).ends_with(['.', '!', '?', ':', '\n'])
            || before.end as usize == word.start as usize
    });
    // "hepatitis A", "Group A", "plan A": a letter; the surname An.
    if own.starts_with('A') && !opens {
        return None;
    }
    if own == "An" && next.is_capital() && !next.of(text).starts_with(['A', 'E', 'I', 'O', 'U']) {
        return None;
    }
    // "c/a", "a-b", "Xi'an", also with an entity in it
    if head
        .chars()
        .next_back()
        .is_some_and(|c| !c.is_whitespace() && !matches!(c, '"' | '“' | '‘' | '(' | '[' | '—' | '–'))
    {
        return None;
    }
    let spoken = next.of(text);
    // "Mi-2", "Su-27": letters or a syllable
    let type_name = spoken.len() == 2 && next.is_capital() && text[next.end as usize..].starts_with('-');
    if type_name || !is_certain(spoken, next) {
        return None;
    }
    let right = article::article_for(spoken);
    if right.eq_ignore_ascii_case(own) {
        return None;
    }
    let fix = if own.starts_with('A') { right[..1].to_ascii_uppercase() + &right[1..] } else { right.to_owned() };
    let message = format!("by its sound \"{spoken}\" takes \"{fix}\", not \"{own}\"");
    let evidence = format!("\"{spoken}\" starts with a {} sound", if right == "an" { "vowel" } else { "consonant" });
    Some(Draft::new(segment, word.range(), message, evidence).write(fix, Safety::Likely))
}

/// True when nobody speaks the word with another first sound.
fn is_certain(spoken: &str, next: &Word) -> bool {
    let lower = spoken.to_ascii_lowercase();
    if !spoken.is_ascii() || lower.contains('.') {
        return false;
    }
    match next.shape {
        Shape::Number => {
            let digits = spoken.bytes().take_while(u8::is_ascii_digit).count();
            // "a 11 September" is no article of the number; "1800" is a year or a sum.
            spoken.starts_with('8') || digits == 2 || (!spoken.starts_with("11") && !spoken.starts_with("18"))
        }
        // Abbreviations that may be spoken as words or letter by letter.
        Shape::Upper => {
            spoken.len() <= 3
                && !matches!(
                    spoken,
                    "LED"
                        | "SIM"
                        | "RAF"
                        | "SUV"
                        | "ROM"
                        | "RAM"
                        | "LAN"
                        | "MOT"
                        | "SAP"
                        | "FAQ"
                        | "UFO"
                        | "URL"
                        | "NAS"
                        | "IRA"
                )
        }
        Shape::Possessive => false,
        _ if lower.len() == 1 => false,
        // "an historic", "an hotel"; "herb" is spoken in two ways
        _ if lower.starts_with('h') => {
            ["hour", "honest", "honor", "honour", "heir"].iter().any(|start| lower.starts_with(start))
        }
        // "Utah" and "Uber", "urine" and "urn": only beginnings whose sound is plain
        _ if lower.starts_with('u') => {
            ["un", "up", "um", "ult", "urg", "urb", "utt", "ugl", "use", "usu", "util", "uto"]
                .iter()
                .any(|start| lower.starts_with(start))
        }
        _ if spoken.bytes().filter(u8::is_ascii_uppercase).count() > 1 => false,
        _ => !matches!(
            lower.as_str(),
            "a" | "an"
                | "the"
                | "of"
                | "is"
                | "and"
                | "in"
                | "on"
                | "as"
                | "at"
                | "for"
                | "are"
                | "or"
                | "us"
                | "el"
                | "al"
                | "un"
                | "una"
                | "ein"
                | "der"
                | "die"
                | "das"
                | "dem"
                | "den"
        ),
    }
}
