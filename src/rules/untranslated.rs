//! Words that stayed in the original's language: letters English never has, other scripts, words English does not know.

pub(super) mod acronyms;
pub(super) mod bodies;
mod common;
mod endings;
mod loans;
mod runs;
mod script;
pub(super) mod small;

use std::collections::{BTreeMap, BTreeSet};

use crate::english::rare;
use crate::glossary::entry::Kind;
use crate::names::english;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::cues;
use crate::rules::untranslated::runs::Left;
use crate::rules::untranslated::script::{is_latin, latin_share, script_left, script_run};
use crate::rules::walk::Walk;
use crate::scales::Level;
use crate::text::fold;
use crate::text::words::{Gap, Shape};

/// The rule.
pub const RULE: Rule = Rule {
    name: "untranslated",
    group: Group::Phrases,
    level: Level::Warning,
    tier: Tier::Stable,
    mqm: "accuracy/untranslated",
    page: include_str!("untranslated.md"),
    check,
};

/// Letters of other Latin alphabets that no English word written small has (é, ü, ç and the like do occur).
const FOREIGN: &[char] = &[
    'ł', 'ş', 'ğ', 'ı', 'ő', 'ű', 'č', 'ě', 'ř', 'ů', 'ß', 'ø', 'å', 'ż', 'ź', 'ś', 'ć', 'ń', 'ą', 'ę', 'ț', 'ș', 'đ',
    'ž', 'š', 'ý', 'ă', 'ţ', 'ħ', 'ľ', 'ť', 'ď', 'ň', 'ė', 'ų', 'ū', 'ī', 'ē', 'ņ', 'ļ', 'ķ', 'ģ', 'õ', 'þ', 'ð',
];

/// Letters that stand for vowels; a word without one is an abbreviation.
const VOWELS: &[char] = &[
    'a', 'e', 'i', 'o', 'u', 'y', 'á', 'é', 'í', 'ó', 'ú', 'ä', 'ë', 'ï', 'ö', 'ü', 'à', 'è', 'ì', 'ò', 'ù', 'â', 'ê',
    'î', 'ô', 'û', 'å', 'æ', 'ø', 'œ',
];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    // Guesses wait for the whole article: a word that it explains, quotes or says again and again is meant.
    let mut guesses: Vec<(String, Left)> = Vec::new();
    let mut left: Vec<Left> = Vec::new();
    let mut meant: BTreeSet<String> = BTreeSet::new();
    let mut acronyms: BTreeMap<&str, bool> = BTreeMap::new();
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        // A line that goes out as a whole needs no translation.
        if context.hits[segment].iter().any(|hit| context.glossary.rows[hit.row].entry.kind == Kind::Leftover) {
            continue;
        }
        let own_script = reading.bytes.is_ascii() || latin_share(text);
        let apostrophes = reading.bytes.any(b"'") || !reading.bytes.is_ascii();
        let cues = &context.cues[segment];
        let mut at = 0;
        while at < reading.words.len() {
            let word = &reading.words[at];
            let raw = word.of(text);
            if own_script
                && !reading.bytes.is_ascii()
                && !raw.is_ascii()
                && raw.chars().all(|c| !c.is_alphabetic() || !is_latin(c))
                && raw.contains(char::is_alphabetic)
            {
                let last = script_run(&walk, at);
                if !glossed(&walk, at, last) && !addressed(&walk, at) {
                    findings.add(script_left(&walk, segment, at, last));
                }
                at = last + 1;
                continue;
            }
            let body = if cues.any(cues::FOREIGN_BODY) { bodies::named(&walk, cues, segment, at) } else { None };
            if let Some((last, draft)) = body {
                findings.add(draft);
                at = last + 1;
                continue;
            }
            if cues.at(at, cues::FOREIGN_ACRONYM) {
                // The article is asked once for each, and told once, at its first use.
                let unexplained = *acronyms.entry(raw).or_insert_with(|| {
                    let draft = acronyms::unexplained(context, &walk, segment, at);
                    draft.map(|draft| findings.add(draft)).is_some()
                });
                if unexplained {
                    at += 1;
                    continue;
                }
            }
            let small = if cues.at(at, cues::FOREIGN_SMALL) { small::word(&walk, segment, at) } else { None };
            let small = small.or_else(|| if apostrophes { endings::turkish(&walk, segment, at) } else { None });
            if let Some(draft) = small {
                findings.add(draft);
            } else if word.shape == Shape::Lower
                && word.end - word.start <= LONGEST
                && !rare::known_key(reading.keys[at], raw)
                && may_be_left(&walk, at)
                && raw.chars().all(is_latin)
                || common::opens(&walk, at)
            {
                let original = context.document.segments[segment].original.as_ref().map(|prose| prose.text());
                match word_left(&walk, segment, at, original) {
                    Verdict::Left(draft) => left.push(Left { segment, at, draft }),
                    Verdict::Guess(draft) => guesses.push((fold::fold(raw), Left { segment, at, draft })),
                    Verdict::Meant => {
                        meant.insert(fold::fold(raw));
                    }
                    Verdict::Fine => {}
                }
            }
            at += 1;
        }
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for (word, _) in &guesses {
        *times.entry(word.clone()).or_default() += 1;
    }
    for (word, guess) in guesses {
        let said =
            times.get_mut(&word).map_or(0, |times| std::mem::replace(times, if *times > OFTEN { 0 } else { *times }));
        if said > 0 && !meant.contains(&word) {
            left.push(guess);
        }
    }
    for draft in runs::joined(context, left) {
        findings.add(draft);
    }
}

/// A guessed word that an article says more often than this is named once: it is a term of the story.
const OFTEN: usize = 3;

/// What a word that English does not know is.
enum Verdict {
    /// Left in the original's language, by a letter or by the original itself.
    Left(Draft),
    /// Left or misspelt, by the dictionary alone.
    Guess(Draft),
    /// Quoted or explained: the writer wanted it.
    Meant,
    /// Part of a name, an abbreviation, a compound.
    Fine,
}

/// True when brackets or a slash stand beside the words: a gloss that the writer wanted.
fn bracketed(walk: &Walk<'_>, first: usize, last: usize) -> bool {
    let (start, end) = (walk.reading.words[first].start as usize, walk.reading.words[last].end as usize);
    // "[w]hile", "con[c]essions": letters that an editor put in.
    walk.text[..start].ends_with(']')
        || walk.text[..start].trim_end().ends_with(['(', '[', '/'])
        || walk.text[end..].trim_start().starts_with(['(', '[', ')', ']', '/'])
}

/// True when brackets or quotation marks hold the words: a gloss or a title that the writer wanted.
fn glossed(walk: &Walk<'_>, first: usize, last: usize) -> bool {
    let (start, end) = (walk.reading.words[first].start as usize, walk.reading.words[last].end as usize);
    let before = walk.text[..start].trim_end();
    let after = walk.text[end..].trim_start();
    before.ends_with(['(', '[', '/', '“', '"', '‘', '«', '„', '\''])
        || after.starts_with(['(', '[', ')', ']', '/', '”', '"', '’', '»'])
}

/// Part of an address, a handle or a tag.
fn addressed(walk: &Walk<'_>, at: usize) -> bool {
    let word = &walk.reading.words[at];
    let head = &walk.text[..word.start as usize];
    let before = head.chars().next_back();
    let after = walk.text[word.end as usize..].chars().next();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    // An apostrophe with a letter on its other side is part of a word; else it is a mark.
    let joined = head.ends_with(['\'', '’']) && letter(head.chars().rev().nth(1))
        || matches!(after, Some('\'' | '’')) && letter(walk.text[word.end as usize..].chars().nth(1));
    matches!(before, Some('@' | '#' | '/' | '_' | '.' | '&' | '=' | ':'))
        || joined
        || head.trim_end().ends_with('@')
        || matches!(after, Some('@' | '/' | '_' | '=' | '&'))
        || walk.raw(at).contains('.')
}

/// Bytes below which a word that no list has may be an abbreviation.
const SHORT: usize = 4;

/// Bytes beyond which a run of letters is no word of any language but an address or noise.
const LONGEST: u32 = 60;

/// A word in running text, not of an address or noise, not part of a compound with a name.
fn may_be_left(walk: &Walk<'_>, at: usize) -> bool {
    let word = &walk.reading.words[at];
    if word.end - word.start < 2 || word.gap == Gap::Joined || walk.raw(at).contains(['\'', '’']) {
        return false;
    }
    let hyphen = |at: usize| walk.word(at).is_some_and(|word| word.gap == Gap::Hyphen);
    !hyphen(at) && !hyphen(at + 1)
}

fn word_left(walk: &Walk<'_>, segment: usize, at: usize, original: Option<&str>) -> Verdict {
    let raw = walk.raw(at);
    let languages = common::languages(&walk.low(at))
        .filter(|_| !in_name(walk, at) && !among_names(walk, at) && !loans::borrowed(raw));
    if languages.is_none() && raw.len() < SHORT && !raw.contains(FOREIGN) {
        return Verdict::Fine;
    }
    let letter = if raw.is_ascii() { None } else { raw.chars().find(|c| FOREIGN.contains(c)) };
    let in_original = original.is_some_and(|text| has_word(text, raw));
    let sure = letter.is_some() && !in_name(walk, at) || languages.is_some() || in_original;
    if !sure && (loans::shaped_english(raw) || loans::slipped(raw) || !raw.contains(VOWELS)) {
        return Verdict::Fine;
    }
    if bracketed(walk, at, at) || introduced(walk, at) {
        return Verdict::Meant;
    }
    if addressed(walk, at)
        || beside_name(walk, at)
        || !sure && (in_name(walk, at) && !raw.is_ascii() || loans::is_species(walk, at))
    {
        return Verdict::Fine;
    }
    let evidence = match (letter, languages) {
        _ if in_original => "the same word stands in the original".to_owned(),
        (_, Some(languages)) => format!("a common word of {languages}"),
        (Some(letter), None) => format!("no English word has the letter {letter}"),
        (None, None) => "in no list of English words, nor a form or compound of one".to_owned(),
    };
    let message = if sure {
        format!("\"{raw}\" seems left in the original's language: translate it")
    } else {
        format!("\"{raw}\" is no English word: translate it, or mend its spelling")
    };
    let mut draft = Draft::new(segment, walk.bytes(at, at), message, evidence);
    draft.level = (!sure).then_some(Level::Hint);
    if sure { Verdict::Left(draft) } else { Verdict::Guess(draft) }
}

/// True for a word that the sentence introduces or explains: `a dance called "hora"`, `"hora" (a round dance)`, `civis, meaning
/// citizen`.
fn introduced(walk: &Walk<'_>, at: usize) -> bool {
    if walk.is(at + 1, &["means", "meaning", "meant"]) {
        return true;
    }
    let range = walk.bytes(at, at);
    let before = walk.text[..range.start].chars().next_back();
    let marked = |c: char| matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»');
    if !before.is_some_and(marked) && !walk.after(range.end).starts_with(marked) {
        return false;
    }
    let names =
        ["called", "known", "as", "term", "word", "named", "dubbed", "or", "a", "an", "the", "phrase", "expression"];
    let end = walk.after(range.end);
    let near: String = end.chars().take(40).collect();
    at > 0 && walk.is(at - 1, &names) || near.contains('(') || near.contains("mean") || near.contains(" or ")
}

/// True when the text has the word with no letter before or after it.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
    })
}

/// True when a capitalised word inside the sentence stands one to three words before, with blanks between and no English
/// word between: most such words belong to a foreign name ("Hlavní nádraží"). The name of a people opens none.
fn in_name(walk: &Walk<'_>, at: usize) -> bool {
    let start = walk.reading.sentence_of(at).start;
    (start..at).rev().take(3).take_while(|&k| walk.beside(k + 1) && (walk.capital(k) || !in_english(walk, k))).any(
        |k| walk.capital(k) && !(k == start && walk.raw(k).is_ascii()) && !english::is_people(&fold::fold(walk.raw(k))),
    )
}

/// True for a word of four letters or more that English has: the small words of names are shorter.
fn in_english(walk: &Walk<'_>, at: usize) -> bool {
    walk.raw(at).len() > 3 && rare::known_key(walk.reading.keys[at], walk.raw(at))
}

/// Small words of names ("Vereniging van Nederlandse …", "Süddeutsche zeitung"): a name on both sides, or a capital after.
fn beside_name(walk: &Walk<'_>, at: usize) -> bool {
    walk.beside(at + 1) && walk.capital(at + 1) && at > 0 && walk.beside(at) && walk.capital(at - 1)
}

/// True when a capital that opens no sentence stands right before or after: small words of names ("Het Parool", "Ons Dorp").
fn among_names(walk: &Walk<'_>, at: usize) -> bool {
    let start = walk.reading.sentence_of(at).start;
    walk.beside(at + 1) && walk.capital(at + 1) || at > start && walk.beside(at) && walk.capital(at - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_found() {
        for table in [&acronyms::ACRONYMS, &bodies::BODIES, &common::WORDS] {
            for row in table.rows() {
                assert!(row.split_once('\t').is_some_and(|(word, told)| table.get(word) == Some(told)), "{row}");
            }
        }
    }
}
