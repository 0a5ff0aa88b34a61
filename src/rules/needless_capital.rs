//! A common noun with a capital that stands alone in running text: the Festival, this State, the Mayor.

use std::sync::LazyLock;

use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::walk::{self, Walk};
use crate::scales::{Level, Safety};
use crate::text::keys::Keys;
use crate::text::words::{Gap, Shape, Word};

/// The rule.
pub const RULE: Rule = Rule {
    name: "needless-capital",
    group: Group::Mechanics,
    level: Level::Hint,
    tier: Tier::Stable,
    mqm: "fluency/spelling",
    page: include_str!("needless_capital.md"),
    check,
};

/// Offices, bodies, events and texts that the English press prints small when they stand alone. Those that part of the
/// press prints large are left out (government, president, parliament, constitution, chancellor, church, senate, city).
static NOUNS: LazyLock<Keys> = LazyLock::new(|| {
    Keys::of([
        "agency",
        "agreement",
        "airport",
        "ambassador",
        "archbishop",
        "army",
        "association",
        "bishop",
        "cathedral",
        "cemetery",
        "chairman",
        "championship",
        "citizens",
        "club",
        "commissioner",
        "committee",
        "company",
        "competition",
        "conference",
        "council",
        "country",
        "court",
        "decree",
        "delegation",
        "department",
        "director",
        "directorate",
        "district",
        "embassy",
        "executive",
        "exhibition",
        "festival",
        "forum",
        "governments",
        "governor",
        "governors",
        "hospital",
        "imam",
        "inspector",
        "institute",
        "judge",
        "judiciary",
        "mayor",
        "mayors",
        "meeting",
        "member",
        "members",
        "minister",
        "ministers",
        "motherland",
        "municipalities",
        "municipality",
        "museum",
        "ombudsman",
        "parties",
        "party",
        "plenary",
        "plenum",
        "police",
        "prefect",
        "prefecture",
        "presidents",
        "professor",
        "program",
        "programme",
        "project",
        "prosecutor",
        "province",
        "provinces",
        "rector",
        "referendum",
        "region",
        "regions",
        "regulation",
        "report",
        "resolution",
        "school",
        "secretariat",
        "stadium",
        "state",
        "summit",
        "team",
        "tournament",
        "town",
        "university",
        "village",
    ])
});

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut alone = Vec::new();
    let mut named = Vec::new();
    for (segment, text, reading) in context.paragraphs() {
        if !walk::is_body(text) {
            continue;
        }
        let walk = Walk { text, reading };
        for (at, word) in reading.words.iter().enumerate() {
            if word.shape != Shape::Capital || !NOUNS.has(reading.keys[at]) {
                continue;
            }
            if is_in_name(&walk, at) {
                named.push(reading.keys[at]);
            } else if follows_determiner(&walk, at) && runs_on(&walk, at) {
                alone.push((segment, at));
            }
        }
    }
    for (segment, at) in alone {
        let reading = &context.readings[segment];
        // "the City Council met; the Council said": short for a name.
        if named.contains(&reading.keys[at]) {
            continue;
        }
        let range = reading.words[at].range();
        let small = context.text(segment)[range.clone()].to_lowercase();
        let message = format!("a common noun that stands alone: write \"{small}\"");
        let evidence =
            "French, Spanish, Russian and official style set such words large; English keeps capitals for full names";
        findings.add(Draft::new(segment, range, message, evidence.to_owned()).write(small, Safety::Choice));
    }
}

/// "the City Council", "Festival of Light", "Committee to Protect Journalists", "State Duma", "Court No. 5": part of a name.
fn is_in_name(walk: &Walk<'_>, at: usize) -> bool {
    let capital = |at: usize| walk.word(at).is_some_and(Word::is_capital);
    let spaced = |at: usize| walk.word(at).is_some_and(|word| matches!(word.gap, Gap::Space | Gap::Hyphen));
    let before = at > 0
        && spaced(at)
        && (capital(at - 1) && !is_determiner(walk, at - 1) || {
            let small = matches!(walk.raw(at - 1), "of" | "and" | "de" | "du" | "for");
            small && at > 1 && spaced(at - 1) && capital(at - 2)
        });
    let link = matches!(walk.raw(at + 1), "of" | "for" | "on" | "and" | "de" | "to") && spaced(at + 1);
    let far = if walk.raw(at + 2) == "the" { at + 3 } else { at + 2 };
    let number = |at: usize| walk.word(at).is_some_and(|word| word.shape == Shape::Number);
    before
        || spaced(at + 1) && (capital(at + 1) || number(at + 1))
        || link && spaced(far) && (capital(far) || number(far))
        || walk.word(at + 1).is_some_and(|word| word.gap == Gap::Hyphen)
}

fn is_determiner(walk: &Walk<'_>, at: usize) -> bool {
    matches!(
        walk.raw(at),
        "the" | "a" | "an" | "this" | "that" | "our" | "their" | "its" | "his" | "her" | "each" | "every" | "some"
    )
}

/// A determiner in small letters right before the word: the word opens no sentence.
fn follows_determiner(walk: &Walk<'_>, at: usize) -> bool {
    at > 1 && is_determiner(walk, at - 1) && walk.spaced(at)
        // `the "Festival"` and `"the Festival"` are titles.
        && walk.word(at - 1).is_some_and(|word| matches!(word.gap, Gap::Space | Gap::Comma | Gap::Break))
        && !walk.before(walk.reading.words[at - 1].start as usize, 4).ends_with(['"', '“', '‘', ';', '\'', '«'])
}

/// The sentence goes on in small letters, or ends: no name, no apposition with a name.
fn runs_on(walk: &Walk<'_>, at: usize) -> bool {
    let next = at + 1;
    let Some(word) = walk.word(next) else { return true };
    match word.gap {
        Gap::Space | Gap::Comma => word.shape == Shape::Lower,
        Gap::Joined => {
            word.shape == Shape::Possessive && walk.word(next + 1).is_none_or(|word| word.shape == Shape::Lower)
        }
        Gap::Hyphen => false,
        Gap::Break => walk.after(walk.reading.words[at].end as usize).starts_with(['.', '!', '?', ';', ':', ' ', ')']),
    }
}
