//! British and American spellings in one article: programme beside program, a single centre among color and favorite.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::english::inflect;
use crate::english::spelling::{self, Spelling};
use crate::rule::{Context, Draft, Findings};
use crate::rules::cues;
use crate::rules::mixed_form::{At, times};
use crate::scales::{Level, Safety};
use crate::text::fold;
use crate::text::words::{Gap, Shape};

/// Words that both sides of the ocean spell in either way, or that mean two things.
const EITHER: &[&str] = &[
    "acknowledgement",
    "afterwards",
    "ageing",
    "analogue",
    "artefact",
    "catalogue",
    "grey",
    "likeable",
    "liveable",
    "moustache",
    "mum",
    "sizeable",
    "theatre",
    "towards",
    "woollen",
    "yoghurt",
];
/// Words whose American spelling is known in Britain in another sense: told apart only where the article has both.
const PROGRAMMES: &[&str] = &["metre", "programme"];
/// So many of one side for each of the other make it the article's spelling.
const MAJORITY: usize = 3;

/// What one spelling of a word says.
struct Spelled {
    /// Number of the word, the same for both spellings and all forms.
    word: usize,
    side: Spelling,
    /// Whether the spelling alone tells the side.
    sure: bool,
    /// The same form in the other spelling.
    other: String,
}

static WORDS: LazyLock<FxHashMap<u64, Spelled>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for (word, (british, american, sure)) in spelling::pairs().enumerate() {
        if EITHER.contains(&british) || !sure && !PROGRAMMES.contains(&british) {
            continue;
        }
        let theirs = inflect::forms(american);
        let counterpart = |form| theirs.iter().find(|(other, _)| *other == form).map(|(_, spelled)| spelled.clone());
        let forms =
            inflect::forms(british).into_iter().filter_map(|(form, spelled)| Some((spelled, counterpart(form)?)));
        for (spelled, other) in forms.chain([(british.to_owned(), american.to_owned())]) {
            if spelled == other {
                continue;
            }
            let keys = [fold::key_hash(&spelled), fold::key_hash(&other)];
            words.entry(keys[1]).or_insert(Spelled { word, side: Spelling::American, sure, other: spelled });
            words.entry(keys[0]).or_insert(Spelled { word, side: Spelling::British, sure: true, other });
        }
    }
    words
});

/// The hashes of all spellings.
pub(in crate::rules) fn spelled() -> impl Iterator<Item = u64> {
    WORDS.keys().copied()
}

/// How often a spelling stands in the article, and where first.
struct Count {
    times: usize,
    first: At,
}

/// Reports the rarer spelling where the article clearly has another, or has the same word in both.
pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut found: Vec<(At, &Spelled)> = Vec::new();
    // By word and side; the sure ones of a side also together, as word `None`.
    let mut counts: FxHashMap<(Option<usize>, Spelling), Count> = FxHashMap::default();
    for (segment, _, reading) in context.paragraphs() {
        for at in context.cues[segment].places(0..reading.words.len(), cues::SPELLING) {
            let (word, key) = (&reading.words[at], &reading.keys[at]);
            let plain = word.shape == Shape::Lower && !matches!(word.gap, Gap::Hyphen | Gap::Joined);
            let Some(spelled) = plain.then(|| WORDS.get(key)).flatten() else { continue };
            let at = (segment, word.range());
            for word in [Some(spelled.word), None].into_iter().filter(|word| word.is_some() || spelled.sure) {
                let count = counts.entry((word, spelled.side)).or_insert(Count { times: 0, first: at.clone() });
                count.times += 1;
            }
            found.push((at, spelled));
        }
    }
    let times = |word: Option<usize>, side: Spelling| counts.get(&(word, side)).map_or(0, |count| count.times);
    let (british, american) = (times(None, Spelling::British), times(None, Spelling::American));
    let rarer = if british <= american { Spelling::British } else { Spelling::American };
    let clear = british.max(american) >= MAJORITY * british.min(american).max(1);
    for (at, spelled) in found {
        let other = opposite(spelled.side);
        let (alike, twins) = (times(Some(spelled.word), spelled.side), times(Some(spelled.word), other));
        let yields = if twins > 0 {
            alike < twins || alike == twins && spelled.side == rarer
        } else {
            clear && spelled.sure && spelled.side == rarer
        };
        let rule = counts.get(&(Some(spelled.word).filter(|_| twins > 0), other));
        if let (true, Some(rule)) = (yields, rule) {
            findings.add(draft(context, at, spelled, rule));
        }
    }
}

fn opposite(side: Spelling) -> Spelling {
    match side {
        Spelling::American => Spelling::British,
        Spelling::British => Spelling::American,
    }
}

fn draft(context: &Context<'_>, at: At, spelled: &Spelled, rule: &Count) -> Draft {
    let whose = match opposite(spelled.side) {
        Spelling::American => "American",
        Spelling::British => "British",
    };
    let (segment, range) = rule.first.clone();
    let such = &context.text(segment)[range.clone()];
    let message = format!("{whose} spelling elsewhere: write \"{}\" here too", spelled.other);
    let evidence = format!("the article has the {whose} spelling {}, first in \"{such}\"", times(rule.times));
    let mut draft = Draft::new(at.0, at.1, message, evidence).write(spelled.other.clone(), Safety::Likely);
    draft.level = Some(Level::Hint);
    draft.related.push((segment, range, format!("\"{such}\" here")));
    draft
}
