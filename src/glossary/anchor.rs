//! The word by which a pattern is noticed: of the words that must stand in it, the rarest in English.

use crate::english::frequency;
use crate::glossary::classes::{self, Class};
use crate::glossary::lexicon::{WordId, single};
use crate::glossary::pattern::{GAP, Item, is_optional};
use crate::glossary::track::Track;

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
struct Priced {
    anchor: Anchor,
    price: u64,
}

impl Track<'_> {
    /// The anchor of a pattern; none when no word gives it away.
    ///
    /// # Errors
    /// Names a slot that has no word.
    pub(super) fn anchor(&mut self, items: &[Item]) -> Result<Option<Anchor>, String> {
        Ok(self.rarest(items)?.map(|priced| priced.anchor))
    }

    fn rarest(&mut self, items: &[Item]) -> Result<Option<Priced>, String> {
        let mut best: Option<Priced> = None;
        let (mut least, mut most) = (0, 0);
        for item in items {
            if most > FARTHEST {
                break;
            }
            if let Some(mut priced) = self.candidate(item)? {
                let (from, to) = (least + usize::from(priced.anchor.back.0), most + usize::from(priced.anchor.back.1));
                priced.price *= 1 + (to - from) as u64;
                priced.anchor.back = (from as u8, to as u8);
                if to <= FARTHEST && best.as_ref().is_none_or(|best| priced.price < best.price) {
                    best = Some(priced);
                }
            }
            let (shortest, longest) = length_of(item);
            least += shortest;
            most = most.saturating_add(longest);
        }
        Ok(best)
    }

    /// An element as an anchor, its place counted from its own first word.
    fn candidate(&mut self, item: &Item) -> Result<Option<Priced>, String> {
        let Item::Any(forms) = item else {
            let Some(words) = self.words_of(item)? else { return Ok(None) };
            return Ok(Some(Priced { price: self.price(item), anchor: Anchor { words, back: (0, 0) } }));
        };
        if is_optional(item) {
            return Ok(None);
        }
        let mut all: Option<Priced> = None;
        for form in forms {
            let Some(one) = self.rarest(form)? else { return Ok(None) };
            all = Some(match all {
                None => one,
                Some(mut all) => {
                    all.anchor.words.extend(one.anchor.words);
                    let (from, to) = (all.anchor.back, one.anchor.back);
                    all.anchor.back = (from.0.min(to.0), from.1.max(to.1));
                    Priced { price: all.price + one.price, anchor: all.anchor }
                }
            });
        }
        Ok(all.map(|mut all| {
            all.anchor.words = single(all.anchor.words);
            all
        }))
    }

    /// How often a word of an element stands in a million words of English.
    fn price(&mut self, item: &Item) -> u64 {
        match item {
            Item::Word(word) => price(word),
            Item::Lemma { lemmas, forms: wanted, .. } => {
                let own = lemmas.iter().map(|lemma| price(lemma)).sum::<u64>();
                let forms = lemmas.iter().flat_map(|lemma| self.inflected.get(lemma).into_iter().flatten());
                own + forms.filter(|one| wanted.take(one.form)).map(|one| one.price).sum::<u64>()
            }
            Item::Class(class) => class.members().unwrap_or_default().iter().map(|word| price(word)).sum(),
            _ => u64::MAX,
        }
    }
}

/// How often a word stands in a million words of English.
pub(super) fn price(word: &str) -> u64 {
    /// For a word that the table of frequencies does not have.
    const RARE: u32 = 5;
    u64::from(frequency::per_million(word).max(RARE))
}

/// The least and the most words that a sequence takes.
pub(super) fn length(items: &[Item]) -> (usize, usize) {
    let lengths = items.iter().map(length_of);
    lengths.fold((0, 0), |(least, most), (from, to)| (least + from, most.saturating_add(to)))
}

/// The least and the most words that an element takes.
fn length_of(item: &Item) -> (usize, usize) {
    match item {
        Item::Word(_) | Item::Lemma { .. } => (1, 1),
        Item::Class(class) => (1, longest(class)),
        Item::Gap => (0, GAP),
        Item::Rest => (0, usize::MAX),
        Item::Colon => (0, 0),
        Item::Any(forms) => {
            let lengths = forms.iter().map(|form| length(form));
            lengths.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1))).unwrap_or((0, 0))
        }
    }
}

fn longest(class: &Class) -> usize {
    if class.is_run() { classes::LONGEST_RUN } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::builder::Builder;
    use crate::glossary::lexicon::Lexicon;
    use crate::glossary::pattern;
    use crate::glossary::track::Inflected;
    use crate::text::fold;

    /// How many words the anchor has, whether `word` is one, and what may stand before it.
    fn anchor(text: &str, word: &str) -> Option<(usize, bool, (u8, u8))> {
        let (mut builder, mut lexicon, mut inflected) = (Builder::default(), Lexicon::default(), Inflected::default());
        let mut track = Track { builder: &mut builder, lexicon: &mut lexicon, inflected: &mut inflected };
        let items = pattern::parse(text).expect("a pattern").items;
        let anchor = track.anchor(&items).expect("every slot has a word")?;
        let holds = anchor.words.contains(&lexicon.get(fold::key_hash(word)));
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

    #[test]
    fn a_sequence_is_as_long_as_its_shortest_and_its_longest_reading() {
        let length = |text: &str| super::length(&pattern::parse(text).expect("a pattern").items);
        assert_eq!(length("the (zeppelin|big dirigible) [of]"), (2, 4));
        assert_eq!(length("the … dirigible"), (2, 2 + GAP));
        assert_eq!(length("<name>"), (1, classes::LONGEST_RUN));
    }
}
