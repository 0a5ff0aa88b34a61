//! A speaker's words without any mark: a paragraph in the first person in a story told in the third.

use std::sync::LazyLock;

use crate::rule::{Context, Draft, Findings};
use crate::rules::marks;
use crate::rules::quote_style::speech;
use crate::rules::walk::{self, Walk};
use crate::scales::Safety;
use crate::text::keys::Keys;
use crate::text::quotes::Side;
use crate::text::words::Gap;

/// Paragraphs of a story whose voice can be told.
const STORY: usize = 6;
/// At most one paragraph in this many speaks in the first person; where more do, the writer speaks himself.
const SHARE: usize = 4;

/// Words that say who speaks, beside the verbs of speech tags.
const SOURCES: &[&str] = &["interview", "according", "praised", "recounts", "recounted"];
const WE: &[&str] = &["we", "we're", "we've", "we'll", "we'd"];

/// What a paragraph is to its neighbours.
#[derive(Clone, Copy, PartialEq)]
enum Voice {
    /// A sentence in the first person, outside any quotation: whether its speaker is "I".
    First { alone: bool },
    /// It says who speaks; whether it quotes.
    Says { quotes: bool },
    /// Neither.
    Other,
}

/// Reports runs of paragraphs in the first person beside one that names a speaker, when an "I" stands in the run.
pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut running = false;
    let (mut bodies, mut spoken) = (0, 0);
    // Whether each paragraph is in the first person, and whether it has marks.
    let mut paragraphs = Vec::with_capacity(context.readings.len());
    for (segment, text, reading) in context.paragraphs() {
        let signs = marks::signs(text, reading);
        let inside = running;
        if let Some(last) = signs.last() {
            running = last.side == Side::Open;
        }
        let body = walk::is_body(text);
        bodies += usize::from(body);
        let asked = body && !inside && signs.is_empty() && segment > 0;
        let person = if asked { person(&Walk { text, reading }) } else { None };
        spoken += usize::from(person.is_some());
        paragraphs.push((segment, person, !signs.is_empty()));
    }
    if spoken == 0 || bodies < STORY || spoken * SHARE > bodies {
        return;
    }
    // Papers that quote with single marks are left alone: those marks are apostrophes too.
    if context.paragraphs().any(|(_, text, _)| single(text)) {
        return;
    }
    let walk = |segment: usize| Walk { text: context.text(segment), reading: &context.readings[segment] };
    let voice = |(segment, person, quotes): (usize, Option<bool>, bool)| match person {
        _ if says(&walk(segment)) => Voice::Says { quotes },
        Some(alone) => Voice::First { alone },
        _ if context.text(segment).trim_end().ends_with(':') => Voice::Says { quotes: false },
        _ => Voice::Other,
    };
    let tags = paragraphs.iter().filter(|(_, person, _)| person.is_some());
    let tags: Vec<(usize, usize)> =
        tags.filter_map(|(segment, ..)| tagged(&walk(*segment)).map(|end| (*segment, end))).collect();
    let voices: Vec<(usize, Voice)> = paragraphs.into_iter().map(|one| (one.0, voice(one))).collect();
    let first = |voice: Voice| matches!(voice, Voice::First { .. });
    for (segment, end) in tags {
        let text = context.text(segment);
        let message = "quoted speech before a speech tag without its marks: put them in".to_owned();
        let evidence = "the speaker's own words, and who says them".to_owned();
        let marked = format!("\"{},\"", &text[..end]);
        findings.add(Draft::new(segment, 0..end + 1, message, evidence).write(marked, Safety::Choice));
    }
    let mut at = 0;
    while at < voices.len() {
        let end = at + voices[at..].iter().take_while(|(_, voice)| first(*voice)).count();
        let alone = voices[at..end].iter().any(|(_, voice)| *voice == Voice::First { alone: true });
        let before = at.checked_sub(1).is_some_and(|at| matches!(voices[at].1, Voice::Says { .. }));
        let after = voices.get(end).is_some_and(|(_, voice)| *voice == Voice::Says { quotes: true });
        if alone && (before || after) {
            for (segment, _) in &voices[at..end] {
                findings.add(draft(context, *segment));
            }
        }
        at = end.max(at + 1);
    }
}

/// The finding, on the words up to the first one of the speaker.
fn draft(context: &Context<'_>, segment: usize) -> Draft {
    let walk = Walk { text: context.text(segment), reading: &context.readings[segment] };
    let last = (0..walk.reading.words.len()).find(|&at| speaker(&walk, at).is_some()).unwrap_or_default();
    let message = "a speaker's words without quotation marks: put them in, or tell it in the third person".to_owned();
    let evidence =
        format!("\"{}\" in a story told in the third person, beside a paragraph that names a speaker", walk.raw(last));
    Draft::new(segment, walk.bytes(0, last), message, evidence)
}

/// Where the speech ends in `We stay, said Novak.`: before the comma of a speech tag whose speaker follows, with a
/// speaker's word and no colon before it.
fn tagged(walk: &Walk<'_>) -> Option<usize> {
    let words = &walk.reading.words;
    let first = walk.reading.sentences.first()?.clone();
    let tag = first.clone().find(|&at| {
        let word = &words[at];
        let holder = words.get(at + 1).is_some_and(|next| next.is_capital() && next.gap == Gap::Space)
            || walk.raw(at + 1) == "the";
        word.gap == Gap::Comma && holder && speech::says(word.of(walk.text))
    })?;
    let end = words[tag - 1].end as usize;
    let spoken = (first.start..tag).any(|at| speaker(walk, at).is_some());
    (spoken && tag - first.start > SPEECH && !walk.text[..end].contains(':')).then_some(end)
}

/// Words of the shortest speech that stands before a tag.
const SPEECH: usize = 4;

/// Whether a paragraph has a speaker's word, and whether one of them is "I".
fn person(walk: &Walk<'_>) -> Option<bool> {
    let mut words = (0..walk.reading.words.len()).filter_map(|at| speaker(walk, at));
    words.next().map(|alone| alone || words.any(|alone| alone))
}

/// True for "I", false for "we", none for other words. "Elizabeth I" and "World War I" are numbers.
fn speaker(walk: &Walk<'_>, at: usize) -> Option<bool> {
    let raw = walk.raw(at);
    if !matches!(raw.as_bytes(), [b'I' | b'w' | b'W', ..]) {
        return None;
    }
    let number = || at > 1 && walk.spaced(at) && walk.capital(at - 1);
    let alone = raw == "I" && !number() || raw.starts_with("I'") || raw.starts_with("I’");
    if alone { Some(true) } else { walk.is(at, WE).then_some(false) }
}

/// True for a paragraph with a verb of speech or another word that names a source.
fn says(walk: &Walk<'_>) -> bool {
    static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys::of(speech::SAID.iter().chain(SOURCES.iter().copied())));
    walk.reading.keys.iter().any(|key| KEYS.has(*key))
}

/// True where a sentence opens with a single mark.
fn single(text: &str) -> bool {
    text.starts_with(['\'', '‘'])
        || [": '", ": ‘", ", '", ", ‘"]
            .iter()
            .any(|mark| text.match_indices(mark).any(|(at, _)| text[at + mark.len()..].starts_with(char::is_uppercase)))
}
