//! The word by which a pattern is noticed: of the words that must stand in it, the rarest in English.

use std::borrow::Cow;

use crate::english::frequency;
use crate::glossary::automaton::Step;
use crate::glossary::classes;
use crate::glossary::lexicon::{Numbering, WordId, single};
use crate::glossary::pattern::GAP;
use crate::glossary::track::Piece;

/// The words of which one must stand in a pattern, and how many words of the pattern stand before it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// The words, sorted, single.
    pub words: Vec<WordId>,
    /// Words before it: least and most.
    pub back: (u8, u8),
}

/// How far before an anchor a pattern may begin, in words.
pub(super) const FARTHEST: usize = 24;

/// An anchor and what it costs: how often one of its words stands in a million, times the places where the pattern
/// may begin.
struct Candidate<'a> {
    words: Cow<'a, [WordId]>,
    back: (usize, usize),
    price: u64,
}

/// The anchor of a pattern; none when no word gives it away.
pub(super) fn of(pieces: &[Piece], numbering: &Numbering) -> Option<Anchor> {
    let Candidate { words, back, .. } = rarest(pieces, numbering)?;
    Some(Anchor { words: words.into_owned(), back: (back.0 as u8, back.1 as u8) })
}

fn rarest<'a>(pieces: &'a [Piece], numbering: &Numbering) -> Option<Candidate<'a>> {
    let mut best: Option<Candidate<'a>> = None;
    let (mut least, mut most) = (0, 0);
    for piece in pieces {
        if most > FARTHEST {
            break;
        }
        if let Some(Candidate { words, back, price }) = candidate(piece, numbering) {
            let back = (least + back.0, most + back.1);
            let price = price * (1 + (back.1 - back.0) as u64);
            if back.1 <= FARTHEST && best.as_ref().is_none_or(|best| price < best.price) {
                best = Some(Candidate { words, back, price });
            }
        }
        let (shortest, longest) = length(piece, numbering);
        least += shortest;
        most += longest;
    }
    best
}

/// An element as an anchor, its place counted from its own first word.
fn candidate<'a>(piece: &'a Piece, numbering: &Numbering) -> Option<Candidate<'a>> {
    let forms = match piece {
        Piece::Words(own) | Piece::List(_, own) => {
            return Some(Candidate { words: Cow::Borrowed(&own.words), back: (0, 0), price: own.price });
        }
        Piece::Step(_) => return None,
        Piece::Any(forms) => forms,
    };
    // No anchor of an empty alternative: an optional element has none.
    let all = forms.iter().map(|form| rarest(form, numbering)).collect::<Option<Vec<_>>>()?;
    let all = all.into_iter().reduce(|one, other| Candidate {
        words: [one.words, other.words].concat().into(),
        back: (one.back.0.min(other.back.0), one.back.1.max(other.back.1)),
        price: one.price + other.price,
    })?;
    Some(Candidate { words: single(all.words.into_owned()).into(), ..all })
}

/// How often a word stands in a million words of English.
pub(super) fn price(word: &str) -> u64 {
    /// For a word that the table of frequencies does not have.
    const RARE: u32 = 5;
    u64::from(frequency::per_million(word).max(RARE))
}

/// The least and the most words that an element takes.
fn length(piece: &Piece, numbering: &Numbering) -> (usize, usize) {
    match piece {
        Piece::Words(_) | Piece::List(..) => (1, 1),
        Piece::Step(Step::List(class) | Step::Class(class)) => {
            (1, if numbering.is_run(*class) { classes::LONGEST_RUN } else { 1 })
        }
        Piece::Step(Step::Gap) => (0, GAP),
        Piece::Step(Step::Rest) => (0, FARTHEST + 1),
        Piece::Step(Step::Colon | Step::Join) => (0, 0),
        Piece::Any(forms) => {
            let lengths = forms.iter().map(|form| {
                let lengths = form.iter().map(|piece| length(piece, numbering));
                lengths.fold((0, 0), |(least, most), (from, to)| (least + from, most + to))
            });
            lengths.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1))).unwrap_or((0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::builder::Builder;
    use crate::glossary::pattern;
    use crate::glossary::track::{Known, Track};

    /// How many words the anchor has, whether `word` is one, and what may stand before it.
    fn anchor(text: &str, word: &str) -> Option<(usize, bool, (u8, u8))> {
        let (mut builder, mut numbering, mut known) = (Builder::default(), Numbering::default(), Known::default());
        let mut track = Track { builder: &mut builder, numbering: &mut numbering, known: &mut known };
        let items = pattern::parse(text).expect("a pattern").items;
        let anchor = of(&track.pieces(&items).expect("every slot has a word"), track.numbering)?;
        let holds = anchor.words.contains(&numbering.number(word));
        Some((anchor.words.len(), holds, anchor.back))
    }

    #[test]
    fn the_rarest_word_is_the_anchor_wherever_it_stands() {
        assert_eq!(anchor("in the crosshairs of", "crosshairs"), Some((1, true, (2, 2))));
        assert_eq!(anchor("<be> [the] declassified", "declassified"), Some((1, true, (1, 2))));
        assert_eq!(anchor("the (zeppelin|big dirigible)", "dirigible"), Some((2, true, (1, 2))));
        assert_eq!(anchor("<name> … dirigible", "dirigible"), Some((1, true, (1, 20))));
        assert_eq!(anchor("<name> <verb>", ""), None);
    }
}
