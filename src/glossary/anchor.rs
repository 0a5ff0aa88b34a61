//! The word by which a pattern is noticed: of the words that must stand in it or directly beside it, the rarest in English.

use std::borrow::Cow;

use crate::english::frequency;
use crate::glossary::automaton::Step;
use crate::glossary::classes;
use crate::glossary::lexicon::{Numbering, WordId, single};
use crate::glossary::pattern::GAP;
use crate::glossary::track::Piece;

/// The words of which one must stand in a pattern or beside it, and how many words stand between the pattern's first one
/// and it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// The words, sorted, single.
    pub words: Vec<WordId>,
    /// How far behind the pattern's first word it stands: least and most; below 0 before it.
    pub back: (i8, i8),
}

/// How far before an anchor a pattern may begin, in words.
pub(super) const FARTHEST: isize = 24;

/// An anchor and what it costs: how often one of its words stands in a million, times the places where the pattern
/// may begin.
#[derive(Clone)]
pub(super) struct Candidate<'a> {
    words: Cow<'a, [WordId]>,
    back: (isize, isize),
    pub(super) price: u64,
}

impl Candidate<'_> {
    /// The anchor itself.
    pub(super) fn chosen(self) -> Anchor {
        Anchor { words: self.words.into_owned(), back: (self.back.0 as i8, self.back.1 as i8) }
    }

    /// The same for a pattern that begins so many words, at least and at most, before what the words stand in; none when
    /// that is too far.
    pub(super) fn beside(self, (least, most): (isize, isize)) -> Option<Candidate<'static>> {
        let back = (self.back.0 + least, self.back.1 + most);
        let price = self.price * (1 + (most - least) as u64);
        let near = -FARTHEST <= back.0 && back.1 <= FARTHEST;
        near.then(|| Candidate { words: self.words.into_owned().into(), back, price })
    }
}

/// The words of which one must stand where one of several things does; none when there are none.
pub(super) fn either<'a>(all: impl IntoIterator<Item = Candidate<'a>>) -> Option<Candidate<'a>> {
    let all = all.into_iter().reduce(|one, other| Candidate {
        words: [one.words, other.words].concat().into(),
        back: (one.back.0.min(other.back.0), one.back.1.max(other.back.1)),
        price: one.price + other.price,
    })?;
    Some(Candidate { words: single(all.words.into_owned()).into(), ..all })
}

/// The cheapest anchor of a pattern among its own words; none when no word gives it away.
pub(super) fn rarest<'a>(pieces: &'a [Piece], numbering: &Numbering) -> Option<Candidate<'a>> {
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
    either(all)
}

/// How often a word stands in a million words of English.
pub(super) fn price(word: &str) -> u64 {
    /// For a word that the table of frequencies does not have.
    const RARE: u32 = 5;
    u64::from(frequency::per_million(word).max(RARE))
}

/// The least and the most words that a sequence takes.
pub(super) fn lengths(pieces: &[Piece], numbering: &Numbering) -> (isize, isize) {
    let each = pieces.iter().map(|piece| length(piece, numbering));
    each.fold((0, 0), |(least, most), (from, to)| (least + from, most + to))
}

/// The least and the most words that an element takes.
fn length(piece: &Piece, numbering: &Numbering) -> (isize, isize) {
    match piece {
        Piece::Words(_) | Piece::List(..) => (1, 1),
        Piece::Step(Step::List(class) | Step::Class(class)) => {
            (1, if numbering.is_run(*class) { classes::LONGEST_RUN as isize } else { 1 })
        }
        Piece::Step(Step::Gap) => (0, GAP as isize),
        Piece::Step(Step::Rest) => (0, FARTHEST + 1),
        Piece::Step(Step::Colon | Step::Join) => (0, 0),
        Piece::Any(forms) => {
            let each = forms.iter().map(|form| lengths(form, numbering));
            each.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1))).unwrap_or((0, 0))
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
    fn anchor(text: &str, word: &str) -> Option<(usize, bool, (i8, i8))> {
        let (mut builder, mut numbering, mut known) = (Builder::default(), Numbering::default(), Known::default());
        let mut track = Track { builder: &mut builder, numbering: &mut numbering, known: &mut known };
        let items = pattern::parse(text).expect("a pattern").items;
        let pieces = track.pieces(&items).expect("every slot has a word");
        let anchor = rarest(&pieces, track.numbering)?.chosen();
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
