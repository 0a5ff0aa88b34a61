//! A guess at each word's part of speech in its sentence: word and class tables, and the cheapest order of tags.
//!
//! The model is a hidden Markov model of tag triples (Viterbi search over the few tags that each word can have).
//! Words that are not listed take the tags that their ending allows.

use super::classes::{self, Classes};
use super::inflect::Form;
use super::odds::{Choices, LETTERS, choices};
use crate::text::fold;

/// Part of speech of a word in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Tag {
    /// Common noun in the singular, or without number.
    Noun,
    /// Common noun in the plural.
    PluralNoun,
    /// Name, or part of one.
    Name,
    /// Verb without ending after "to", a modal or "do", or as an order.
    Base,
    /// Present without -s: "they take", "are".
    Present,
    /// "takes", "is".
    ThirdPerson,
    /// "took".
    Past,
    /// "taken", in passives, perfects and after nouns.
    Participle,
    /// "taking".
    Ing,
    /// "can", "would".
    Modal,
    /// "new", "Russian".
    Adjective,
    /// "newer", "more".
    Comparative,
    /// "newest", "most".
    Superlative,
    /// "soon", "not".
    Adverb,
    /// "the", "this", "every".
    Determiner,
    /// "he", "them", "themselves".
    Pronoun,
    /// "his".
    Possessive,
    /// The ending 's as a word of its own.
    Genitive,
    /// Preposition or subordinating conjunction.
    Preposition,
    /// "to", before a verb or as a preposition.
    To,
    /// The small word of a phrasal verb: "set up".
    Particle,
    /// "and", "but".
    Conjunction,
    /// Digits and number words.
    Number,
    /// "who", "which", "when".
    Relative,
    /// "there" in "there is".
    There,
    /// Foreign words, interjections, signs.
    Other,
    /// Comma, colon, semicolon, dash.
    Comma,
    /// Full stop, question mark, exclamation mark.
    Stop,
    /// Quotation marks and brackets.
    Quote,
}

impl Tag {
    /// Whether the tag is a verb's, modals included.
    pub fn is_verb(self) -> bool {
        matches!(
            self,
            Tag::Base | Tag::Present | Tag::ThirdPerson | Tag::Past | Tag::Participle | Tag::Ing | Tag::Modal
        )
    }

    /// The grammatical form that the tag stands for; none for words that do not inflect.
    pub fn form(self) -> Option<Form> {
        Some(match self {
            Tag::Noun => Form::Singular,
            Tag::PluralNoun => Form::Plural,
            Tag::Base | Tag::Present => Form::Base,
            Tag::ThirdPerson => Form::ThirdPerson,
            Tag::Past => Form::Past,
            Tag::Participle => Form::Participle,
            Tag::Ing => Form::Ing,
            Tag::Adjective => Form::Positive,
            Tag::Comparative => Form::Comparative,
            Tag::Superlative => Form::Superlative,
            _ => return None,
        })
    }

    /// Whether the tag is a common noun's or a name's.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Noun | Tag::PluralNoun | Tag::Name)
    }
}

/// All tags, in the order of their letters in the tables.
const TAGS: [Tag; 29] = [
    Tag::Noun,
    Tag::PluralNoun,
    Tag::Name,
    Tag::Base,
    Tag::Present,
    Tag::ThirdPerson,
    Tag::Past,
    Tag::Participle,
    Tag::Ing,
    Tag::Modal,
    Tag::Adjective,
    Tag::Comparative,
    Tag::Superlative,
    Tag::Adverb,
    Tag::Determiner,
    Tag::Pronoun,
    Tag::Possessive,
    Tag::Genitive,
    Tag::Preposition,
    Tag::To,
    Tag::Particle,
    Tag::Conjunction,
    Tag::Number,
    Tag::Relative,
    Tag::There,
    Tag::Other,
    Tag::Comma,
    Tag::Stop,
    Tag::Quote,
];

/// Two letters of tags, then a tab and one cost character for each tag that may follow.
const ORDER: &str = include_str!("tables/tag_order.tsv");

/// A tag for each word of one sentence, signs included as words of their own (",", "“", "."): they help but need not
/// be there. Possessive 's and contracted verbs ("'re") are words of their own; "don't" is one word.
/// A sentence in title case or capitals is read as if it were in lower case, so that headlines are not all names.
pub fn tag(words: &[&str]) -> Vec<Tag> {
    tag_with(words, |_, word| classes::of_key(fold::key_hash(word), word))
}

/// The same, for a caller that has the classes of the words at hand: `known` is asked with the place in `words`.
pub fn tag_with(words: &[&str], known: impl Fn(usize, &str) -> Classes) -> Vec<Tag> {
    let headline = is_headline(words);
    let mut opening = true;
    let choices: Vec<Choices> = words
        .iter()
        .enumerate()
        .map(|(index, word)| {
            let found = choices(word, opening, headline, || known(index, word));
            opening = match word.chars().next() {
                Some(first) if first.is_alphanumeric() => false,
                Some('.' | '!' | '?' | ':' | '"' | '“' | '„' | '«') => true,
                _ => opening,
            };
            found
        })
        .collect();
    cheapest(&choices)
}

/// One step of the search: the two last tags, the cost so far, and the number of the step that it came from.
struct Step {
    before: u8,
    tag: u8,
    cost: i32,
    from: usize,
}

fn cheapest(choices: &[Choices]) -> Vec<Tag> {
    const START: u8 = 27;
    // All steps, word after word; those of the last word so far begin at `column`.
    let mut steps: Vec<Step> = Vec::with_capacity(4 * choices.len() + 1);
    steps.push(Step { before: START, tag: START, cost: 0, from: 0 });
    let mut column = 0;
    for options in choices {
        let next = steps.len();
        for from in column..next {
            let Step { before, tag: last, cost: so_far, .. } = steps[from];
            let row = order(before, last);
            for &(tag, own) in options.iter() {
                let cost = so_far + own + i32::from(row[usize::from(tag)]) - 33;
                match steps[next..].iter_mut().find(|known| known.before == last && known.tag == tag) {
                    Some(known) if known.cost <= cost => {}
                    Some(known) => (known.cost, known.from) = (cost, from),
                    None => steps.push(Step { before: last, tag, cost, from }),
                }
            }
        }
        column = next;
    }
    let mut found = vec![Tag::Other; choices.len()];
    let mut at = (column..steps.len()).min_by_key(|&at| steps[at].cost).unwrap_or(0);
    for tag in found.iter_mut().rev() {
        *tag = TAGS[usize::from(steps[at].tag)];
        at = steps[at].from;
    }
    found
}

/// The costs of all tags after two others. The rows of the table stand in the order of their letters and are equally long.
fn order(before: u8, last: u8) -> &'static [u8] {
    const ROW: usize = 2 + 1 + 29 + 1;
    const RANK: [usize; 29] = ranks();
    let head = ORDER.len() - 29 * 29 * ROW;
    let start = head + (RANK[usize::from(before)] * 29 + RANK[usize::from(last)]) * ROW + 3;
    &ORDER.as_bytes()[start..start + 29]
}

/// The place of each tag's letter among the sorted letters.
const fn ranks() -> [usize; 29] {
    let mut ranks = [0; 29];
    let mut index = 0;
    while index < 29 {
        let mut other = 0;
        while other < 29 {
            if LETTERS[other] < LETTERS[index] {
                ranks[index] += 1;
            }
            other += 1;
        }
        index += 1;
    }
    ranks
}

/// At least three longer words, and four in five of them with a capital.
fn is_headline(words: &[&str]) -> bool {
    let longer = || {
        words
            .iter()
            .filter(|word| word.len() > 3)
            .filter_map(|word| word.chars().next())
            .filter(|first| first.is_alphabetic())
    };
    let (all, capitals) = (longer().count(), longer().filter(|first| first.is_uppercase()).count());
    all > 2 && capitals * 5 > all * 4
}

#[cfg(test)]
mod tests {
    use super::super::odds::{WORDS, read};
    use super::*;

    fn tags(text: &str) -> Vec<Tag> {
        tag(&text.split(' ').collect::<Vec<_>>())
    }

    #[test]
    fn tables_fit_the_code() {
        assert!(LETTERS.len() == TAGS.len() && TAGS.iter().enumerate().all(|(at, tag)| *tag as usize == at));
        let rows: Vec<_> = ORDER.lines().skip(1).collect();
        assert_eq!(rows.len(), 29 * 29);
        for before in 0..29_u8 {
            for last in 0..29_u8 {
                let letters = [LETTERS[usize::from(before)], LETTERS[usize::from(last)]];
                let row = rows.iter().find(|row| row.as_bytes().starts_with(&letters)).expect("row of both tags");
                assert_eq!(order(before, last), &row.as_bytes()[3..]);
            }
        }
        let rows: Vec<_> = WORDS.rows().collect();
        assert!(rows.windows(2).all(|pair| pair[0].as_bytes() < pair[1].as_bytes()));
        assert!(rows.iter().all(|row| { row.split_once('\t').is_some_and(|(_, list)| !read(list).is_empty()) }));
    }

    #[test]
    fn context_decides() {
        assert_eq!(tags("The minister was detained by the police .")[3], Tag::Participle);
        assert_eq!(tags("Police detained the minister on Monday .")[1], Tag::Past);
        assert_eq!(tags("They plan a march .")[1..4], [Tag::Present, Tag::Determiner, Tag::Noun]);
        assert_eq!(tags("He wants to plan the march .")[2..4], [Tag::To, Tag::Base]);
        assert_eq!(tags("the president 's plans")[2..4], [Tag::Genitive, Tag::PluralNoun]);
        assert_eq!(tags("Anna Kovalenko said on Friday")[..2], [Tag::Name, Tag::Name]);
        assert_eq!(tags("Police Detain Three Men After Bank Robbery")[1], Tag::Present);
        assert!(tag(&[]).is_empty() && tag(&[""]).len() == 1);
    }
}
