//! Words that stayed in the original's language: letters English never has, other scripts, words English does not know.

use std::collections::BTreeSet;

use crate::english::lemma;
use crate::rule::{Context, Draft, Findings, Group, Rule, Tier};
use crate::rules::walk::Walk;
use crate::scales::{Level, Safety};
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

/// Cyrillic letters with a Latin twin.
const LOOKALIKES: &[(char, char)] = &[
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
];

/// Letters that stand for vowels; a word without one is an abbreviation.
const VOWELS: &[char] = &[
    'a', 'e', 'i', 'o', 'u', 'y', 'á', 'é', 'í', 'ó', 'ú', 'ä', 'ë', 'ï', 'ö', 'ü', 'à', 'è', 'ì', 'ò', 'ù', 'â', 'ê',
    'î', 'ô', 'û', 'å', 'æ', 'ø', 'œ',
];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut reported: BTreeSet<String> = BTreeSet::new();
    for (segment, text, reading) in context.paragraphs() {
        let walk = Walk { text, reading };
        let own_script = latin_share(text);
        let mut at = 0;
        while at < reading.words.len() {
            let word = &reading.words[at];
            let raw = word.of(text);
            if own_script
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
            if word.shape == Shape::Lower && may_be_left(&walk, at) {
                let original = context.document.segments[segment].original.as_ref().map(|prose| prose.text());
                if let Some(draft) = word_left(context, &walk, segment, at, original)
                    && reported.insert(fold::fold(raw))
                {
                    findings.add(draft);
                }
            }
            at += 1;
        }
    }
}

fn is_latin(c: char) -> bool {
    matches!(c as u32, 0..=0x24F | 0x1E00..=0x1EFF | 0x2100..=0x214F | 0xFF00..=0xFF5A)
        || matches!(c as u32, 0x250..=0x36F)
}

/// True when at least four of five letters are Latin: the paragraph is English, not a paragraph left untranslated as a whole.
fn latin_share(text: &str) -> bool {
    if text.is_ascii() {
        return true;
    }
    let (mut latin, mut all) = (0usize, 0usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        all += 1;
        latin += usize::from(is_latin(c));
    }
    latin * 5 >= all * 4
}

/// The finding for a run in another script; a single letter that looks like a Latin one (`+14 °С`) has a fix.
fn script_left(walk: &Walk<'_>, segment: usize, first: usize, last: usize) -> Draft {
    let range = walk.bytes(first, last);
    let found = &walk.text[range.clone()];
    let mut letters = found.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && let Some((_, latin)) = LOOKALIKES.iter().find(|(other, _)| *other == letter)
    {
        let message = format!("a Cyrillic letter that looks like \"{latin}\": write the Latin one");
        let evidence = "readers see no difference, searches and screen readers do".to_owned();
        return Draft::new(segment, range, message, evidence).write(latin.to_string(), Safety::Likely);
    }
    let message = format!("left in another script: \"{found}\"");
    let evidence = "English prints such words in translation or in Latin letters".to_owned();
    Draft::new(segment, range, message, evidence)
}

/// The last word of a run in another script.
fn script_run(walk: &Walk<'_>, at: usize) -> usize {
    let mut last = at;
    while walk.word(last + 1).is_some_and(|word| matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Comma)) {
        let next = walk.raw(last + 1);
        if next.is_ascii() || next.chars().any(is_latin) {
            break;
        }
        last += 1;
    }
    last
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
    let before = walk.text[..word.start as usize].chars().next_back();
    let after = walk.text[word.end as usize..].chars().next();
    matches!(before, Some('@' | '#' | '/' | '_' | '.' | '&' | '=' | ':' | '\'' | '’'))
        || matches!(after, Some('@' | '/' | '_' | '=' | '\'' | '’' | '&'))
        || walk.raw(at).contains('.')
}

/// Bytes beyond which a run of letters is no word of any language but an address or noise.
const LONGEST: u32 = 60;

/// Four letters or more, in running text, outside brackets, not part of a compound with a name.
fn may_be_left(walk: &Walk<'_>, at: usize) -> bool {
    let word = &walk.reading.words[at];
    if !(4..=LONGEST).contains(&(word.end - word.start))
        || word.gap == Gap::Joined
        || walk.raw(at).contains(['\'', '’'])
    {
        return false;
    }
    let hyphen = |at: usize| walk.word(at).is_some_and(|word| word.gap == Gap::Hyphen);
    !hyphen(at) && !hyphen(at + 1)
}

fn word_left(
    context: &Context<'_>,
    walk: &Walk<'_>,
    segment: usize,
    at: usize,
    original: Option<&str>,
) -> Option<Draft> {
    let raw = walk.raw(at);
    let letter = if raw.is_ascii() { None } else { raw.chars().find(|c| FOREIGN.contains(c)) };
    // The dictionary alone is no proof: it speaks only in preview.
    let guess = context.settings.runs(RULE.name, true);
    if letter.is_none() && original.is_none() && !guess || lemma::known(raw) || !raw.chars().all(is_latin) {
        return None;
    }
    let in_original = original.is_some_and(|text| has_word(text, raw));
    let sure = letter.is_some() && !in_name(walk, at) || in_original;
    if !sure && (!guess || shaped_english(raw) || !raw.contains(VOWELS)) {
        return None;
    }
    if glossed(walk, at, at) || addressed(walk, at) || walk.quoted(&walk.bytes(at, at)) || beside_name(walk, at) {
        return None;
    }
    let evidence = match letter {
        _ if in_original => "the same word stands in the original".to_owned(),
        Some(letter) => format!("no English word has the letter {letter}"),
        None => "no English dictionary word, nor a form or compound of one".to_owned(),
    };
    let message = format!("\"{raw}\" seems left in the original's language: translate it");
    let mut draft = Draft::new(segment, walk.bytes(at, at), message, evidence);
    draft.level = (!sure).then_some(Level::Hint);
    Some(draft)
}

/// True when the text has the word with no letter before or after it.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
    })
}

/// Endings that science and coinage use in English day by day: a word with one is no sign of another language.
const ENDINGS: &[&str] = &[
    "s", "ed", "ing", "ly", "ion", "ery", "ory", "ist", "logy", "ize", "ise", "able", "emia", "scopy", "worthy", "ate",
    "ous", "ive", "ity", "ment", "ness", "ism", "thiol", "tide", "oma", "less", "like", "ful", "ish", "ology", "itis",
    "osis", "ware", "ance", "ence", "cluster", "gro",
];
/// Words of fixed phrases that English took over whole.
const BORROWED: &[&str] = &[
    "vitro", "vivo", "utero", "situ", "masse", "gilets", "jaunes", "risque", "facto", "jure", "noir", "nouveau",
    "haute", "beau", "belle", "demi", "prix", "mortem", "bono", "rata", "capita", "annum", "quo", "vadis", "crème",
    "fraîche", "brûlée", "papier", "mâché", "alma", "mater", "avant", "garde", "rouge", "déjà", "mano", "dolce",
    "vita",
];

/// True for a word that is built like an English one or glued from two, and for parts of phrases that English borrowed.
fn shaped_english(word: &str) -> bool {
    let glued = || {
        (3..word.len().saturating_sub(1)).filter(|&at| word.is_char_boundary(at)).any(|at| {
            let (first, last) = word.split_at(at);
            (last.len() > 2 || matches!(last, "in" | "to" | "of" | "at" | "on" | "by" | "is"))
                && lemma::known(first)
                && lemma::known(last)
        })
    };
    ENDINGS.iter().any(|ending| word.ends_with(ending)) || BORROWED.contains(&word) || glued()
}

/// True when a capitalised word inside the sentence stands one to three words before, with blanks between: most such
/// words belong to a foreign name ("Hlavní nádraží").
fn in_name(walk: &Walk<'_>, at: usize) -> bool {
    let start = walk.reading.sentence_of(at).start;
    (start..at)
        .rev()
        .take(3)
        .take_while(|&k| walk.beside(k + 1))
        .any(|k| walk.word(k).is_some_and(|word| word.is_capital()) && !(k == start && walk.raw(k).is_ascii()))
}

/// Small words of names ("Vereniging van Nederlandse …", "Süddeutsche zeitung"): a name on both sides, or a capital after.
fn beside_name(walk: &Walk<'_>, at: usize) -> bool {
    let capital = |at: usize| walk.word(at).is_some_and(|word| word.is_capital());
    walk.beside(at + 1) && capital(at + 1) && at > 0 && walk.beside(at) && capital(at - 1)
}
