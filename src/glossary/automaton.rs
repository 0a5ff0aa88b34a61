//! All patterns in one automaton over word numbers, each looked for only where the word by which it is noticed stands.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::english::classes;
use crate::glossary::anchor::FARTHEST;
use crate::glossary::classes::Class;
use crate::glossary::flat::{self, Flat};
use crate::glossary::lexicon::{Lexicon, NO_WORD, WordId};
use crate::glossary::pattern::GAP;
use crate::text::words::{Gap, Shape, Word};

/// The number of a state; 0 is none.
pub(super) type State = u32;

/// What leads from one state to the next.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Step {
    /// One of these words (sorted, single).
    Words(Vec<WordId>),
    /// A word of a list, by the list's index in the lexicon.
    List(usize),
    /// A run of words of an open class.
    Class(Class),
    /// Up to four words of any kind.
    Gap,
    /// The rest of the line.
    Rest,
    /// No word, but a colon in what follows the last one.
    Colon,
    /// No word at all: where the alternatives of one pattern come together.
    Join,
}

/// Which pattern ended: its number, as given to `Builder::accept`.
pub type PatternId = u32;

/// Where patterns begin, seen from the word by which they are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Trigger {
    /// The state in which they begin.
    pub(super) entry: State,
    /// Words that stand before it at least.
    pub(super) least: u8,
    /// Words that stand before it at most.
    pub(super) most: u8,
    /// What may follow the word where none stands before it.
    pub(super) after: Ahead,
    /// The state behind the word, where no word stands before it and it is the one way there.
    pub(super) next: Option<State>,
}

impl Flat for Trigger {
    const SIZE: usize = <(u32, (u8, (u8, (u64, u32))))>::SIZE;
    #[inline]
    fn put(self, out: &mut Vec<u8>) {
        (self.entry, (self.least, (self.most, (self.after, self.next.unwrap_or(0))))).put(out);
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        let (entry, (least, (most, (after, next)))) = Flat::take(bytes);
        Trigger { entry, least, most, after, next: Some(next).filter(|next| *next != 0) }
    }
}

/// The finished automaton: flat arrays, as they are kept in the program and in the cache.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Automaton {
    /// First trigger of each word, by word number; one more at the end.
    #[serde(with = "flat")]
    pub(super) start: Vec<u32>,
    #[serde(with = "flat")]
    pub(super) triggers: Vec<Trigger>,
    /// Entries of patterns that no single word gives away.
    #[serde(with = "flat")]
    pub(super) anywhere: Vec<State>,
    /// Where the edges of each state begin; one more at the end.
    #[serde(with = "flat")]
    pub(super) states: Vec<Bounds>,
    /// Edges of single words, sorted by state and word.
    #[serde(with = "flat")]
    pub(super) words: Vec<WordId>,
    #[serde(with = "flat")]
    pub(super) targets: Vec<State>,
    /// Edges that are no single words.
    pub(super) others: Vec<(Step, State)>,
    /// Patterns that end in a state.
    #[serde(with = "flat")]
    pub(super) accepts: Vec<PatternId>,
    /// What may follow each state, so that most are dropped by one test of bits.
    #[serde(with = "flat")]
    pub(super) ahead: Vec<Ahead>,
}

/// A set of words by their numbers modulo 63; bit 63 stands for a state that may end or go on with no word at all.
pub(super) type Ahead = u64;

/// The bit of [`Ahead`] for what is not one of the words of a set.
const ANYHOW: Ahead = 1 << 63;

fn bit_of(word: WordId) -> Ahead {
    if word == NO_WORD { 0 } else { 1 << (word % 63) }
}

/// Where the things that belong to one state begin.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Bounds {
    pub(super) words: u32,
    pub(super) others: u32,
    pub(super) accepts: u32,
}

impl Flat for Bounds {
    const SIZE: usize = <(u32, (u32, u32))>::SIZE;
    #[inline]
    fn put(self, out: &mut Vec<u8>) {
        (self.words, (self.others, self.accepts)).put(out);
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        let (words, (others, accepts)) = Flat::take(bytes);
        Bounds { words, others, accepts }
    }
}

/// A stretch of words that a pattern matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// First word's index.
    pub start: usize,
    /// One past the last word's index.
    pub end: usize,
    /// The pattern.
    pub pattern: PatternId,
}

/// Pairs of state and word visited from one entry at one word at most: what keeps any text linear.
const VISITS: usize = 512;

/// How far a pattern may reach over punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Running prose: spaces and hyphens only.
    Phrase,
    /// A whole line: any punctuation.
    Line,
}

/// One paragraph as the automaton reads it.
pub struct Tape<'a> {
    /// The prose.
    pub text: &'a str,
    /// Its words.
    pub words: &'a [Word],
    /// The hashes of their look-up forms.
    pub keys: &'a [u64],
    /// Their numbers.
    pub ids: &'a [WordId],
    /// Who gave the numbers.
    pub lexicon: &'a Lexicon,
}

/// One search: where it began, how far it may go, and what it has visited.
struct Search<'a, 't> {
    tape: &'a Tape<'t>,
    start: usize,
    limit: usize,
    reach: Reach,
    /// Pairs of state and next word, each once, in the order of their visits.
    work: &'a mut Vec<(State, u32)>,
}

impl Automaton {
    /// Works out what may follow each state, and each word by which patterns are noticed.
    pub(super) fn look_ahead(&mut self, lexicon: &Lexicon) {
        let ahead = |state: State| {
            let plain = self.others_of(state).is_empty() && self.accepts_of(state).is_empty();
            let words = self.words[self.words_of(state)].iter().fold(0, |all, word| all | bit_of(*word));
            if plain { words } else { words | ANYHOW }
        };
        self.ahead = (0..self.states.len().saturating_sub(1)).map(|state| ahead(state as State)).collect();
        for word in 0..self.start.len().saturating_sub(1) {
            for at in self.start[word] as usize..self.start[word + 1] as usize {
                let trigger = self.triggers[at];
                self.triggers[at].after = self.after(trigger, word as WordId, lexicon);
                self.triggers[at].next = self.next(trigger, word as WordId);
            }
        }
    }

    /// What may follow a word from the state that its trigger names.
    fn after(&self, trigger: Trigger, word: WordId, lexicon: &Lexicon) -> Ahead {
        if trigger.most > 0 {
            return ANYHOW;
        }
        let edges = self.words_of(trigger.entry).filter(|at| self.words[*at] == word);
        let direct = edges.fold(0, |all, at| all | self.ahead[self.targets[at] as usize]);
        self.others_of(trigger.entry).iter().fold(direct, |all, (step, target)| {
            all | match step {
                Step::List(list) if !lexicon.holds(*list, word) => 0,
                Step::List(_) => self.ahead[*target as usize],
                _ => ANYHOW,
            }
        })
    }

    /// The one state to which a word leads from the state that its trigger names, when nothing else does.
    fn next(&self, trigger: Trigger, word: WordId) -> Option<State> {
        let mut edges = self.words_of(trigger.entry).filter(|at| self.words[*at] == word);
        let plain = self.others_of(trigger.entry).is_empty() && self.accepts_of(trigger.entry).is_empty();
        let only = edges.next().filter(|_| trigger.most == 0 && plain)?;
        edges.next().is_none().then(|| self.targets[only])
    }

    pub(super) fn triggers_of(&self, word: WordId) -> &[Trigger] {
        match self.start.get(word as usize..word as usize + 2) {
            Some(bounds) if word != NO_WORD => &self.triggers[bounds[0] as usize..bounds[1] as usize],
            _ => &[],
        }
    }

    pub(super) fn words_of(&self, state: State) -> Range<usize> {
        self.states[state as usize].words as usize..self.states[state as usize + 1].words as usize
    }

    pub(super) fn others_of(&self, state: State) -> &[(Step, State)] {
        let (from, to) = (self.states[state as usize].others, self.states[state as usize + 1].others);
        &self.others[from as usize..to as usize]
    }

    pub(super) fn accepts_of(&self, state: State) -> &[PatternId] {
        let (from, to) = (self.states[state as usize].accepts, self.states[state as usize + 1].accepts);
        &self.accepts[from as usize..to as usize]
    }

    /// All matches within one sentence, in no particular order; the same one may be told twice.
    pub fn matches_in(
        &self,
        tape: &Tape<'_>,
        sentence: &Range<usize>,
        work: &mut Vec<(State, u32)>,
        out: &mut Vec<Match>,
    ) {
        let limit = sentence.end;
        let mut from = |state: State, start: usize, next: usize, out: &mut Vec<Match>| {
            self.run(state, next, &mut Search { tape, start, limit, reach: Reach::Phrase, work }, out);
        };
        let opens = |entry: State, start: usize| self.ahead[entry as usize] & (bit_of(tape.ids[start]) | ANYHOW) != 0;
        for at in sentence.clone() {
            let next = at + 1;
            let follows = next < sentence.end && joins(tape.words[next].gap);
            let ahead = ANYHOW | if follows { bit_of(tape.ids[next]) } else { 0 };
            for trigger in self.triggers_of(tape.ids[at]).iter().filter(|trigger| trigger.after & ahead != 0) {
                if let Some(behind) = trigger.next {
                    from(behind, at, next, out);
                    continue;
                }
                let mut start = at;
                for back in 0..=trigger.most {
                    if back >= trigger.least && opens(trigger.entry, start) {
                        from(trigger.entry, start, start, out);
                    }
                    if start == sentence.start || !joins(tape.words[start].gap) {
                        break;
                    }
                    start -= 1;
                }
            }
            for entry in self.anywhere.iter().filter(|entry| opens(**entry, at)) {
                from(*entry, at, at, out);
            }
        }
    }

    /// All matches of whole lines that begin at word `start` and end at or before word `limit`; the same one may be told
    /// twice.
    pub fn matches_at(
        &self,
        tape: &Tape<'_>,
        start: usize,
        limit: usize,
        work: &mut Vec<(State, u32)>,
        out: &mut Vec<Match>,
    ) {
        let noticed = (start..limit.min(start + FARTHEST + 1)).flat_map(|at| {
            let back = at - start;
            let fits = move |trigger: &&Trigger| (trigger.least as usize..=trigger.most as usize).contains(&back);
            self.triggers_of(tape.ids[at]).iter().filter(fits).map(|trigger| trigger.entry)
        });
        for entry in noticed.chain(self.anywhere.iter().copied()) {
            self.run(entry, start, &mut Search { tape, start, limit, reach: Reach::Line, work }, out);
        }
    }

    /// Finds what can be matched from a state in which word `next` is to come.
    fn run(&self, state: State, next: usize, search: &mut Search<'_, '_>, out: &mut Vec<Match>) {
        search.work.clear();
        self.visit(state, next, search);
        // Everything in `work` before `done` has been expanded.
        let mut done = 0;
        while done < search.work.len() && done < VISITS {
            let (state, next) = search.work[done];
            let next = next as usize;
            done += 1;
            if self.ahead[state as usize] & ANYHOW != 0 {
                let ended = self.accepts_of(state);
                out.extend(ended.iter().map(|pattern| Match { start: search.start, end: next, pattern: *pattern }));
                self.free_steps(state, next, search);
            }
            if next < search.limit && search.may_go_on(next) {
                self.steps(state, next, search);
            }
        }
    }

    /// Notes a state to be expanded, unless it is noted already or cannot go on.
    fn visit(&self, state: State, next: usize, search: &mut Search<'_, '_>) {
        if self.ahead[state as usize] & (search.bit_at(next) | ANYHOW) == 0 {
            return;
        }
        let pair = (state, next as u32);
        if !search.work.contains(&pair) {
            search.work.push(pair);
        }
    }

    /// The steps that take no word, or all that are left.
    fn free_steps(&self, state: State, next: usize, search: &mut Search<'_, '_>) {
        for (step, target) in self.others_of(state) {
            match step {
                Step::Rest => self.visit(*target, search.limit, search),
                Step::Join => self.visit(*target, next, search),
                Step::Colon if has_colon(search.tape.text, search.tape.words, next) => {
                    self.visit(*target, next, search);
                }
                Step::Gap => self.visit(*target, next, search),
                _ => {}
            }
        }
    }

    /// The steps that take word `next`.
    fn steps(&self, state: State, next: usize, search: &mut Search<'_, '_>) {
        let id = search.tape.ids[next];
        let ahead = self.ahead[state as usize];
        if ahead & bit_of(id) != 0 {
            let edges = self.words_of(state);
            let mut edge = edges.start + self.words[edges.clone()].partition_point(|word| *word < id);
            while edge < edges.end && self.words[edge] == id {
                self.visit(self.targets[edge], next + 1, search);
                edge += 1;
            }
        }
        if ahead & ANYHOW == 0 {
            return;
        }
        for (step, target) in self.others_of(state) {
            match step {
                Step::Gap => {
                    for end in next + 1..=(next + GAP).min(search.limit) {
                        self.visit(*target, end, search);
                        if end < search.limit && !search.may_go_on(end) {
                            break;
                        }
                    }
                }
                Step::Class(class) => {
                    let dead = self.ahead[*target as usize] & (search.bit_at(next + 1) | ANYHOW) == 0;
                    if class.is_run() || !dead {
                        for length in 1..=search.tape.run(class, next, search.limit) {
                            self.visit(*target, next + length, search);
                        }
                    }
                }
                Step::List(list) if id != NO_WORD && search.tape.lexicon.holds(*list, id) => {
                    self.visit(*target, next + 1, search);
                }
                _ => {}
            }
        }
    }
}

impl Search<'_, '_> {
    /// True when word `next` may follow the one before it, or is the first.
    fn may_go_on(&self, next: usize) -> bool {
        next == self.start || self.reach == Reach::Line || joins(self.tape.words[next].gap)
    }

    /// The bit of word `next` if a pattern may go on with it.
    fn bit_at(&self, next: usize) -> Ahead {
        if next < self.limit && self.may_go_on(next) { bit_of(self.tape.ids[next]) } else { 0 }
    }
}

impl Tape<'_> {
    /// [`Class::run`], with grammar asked by the words' hashes.
    fn run(&self, class: &Class, at: usize, limit: usize) -> usize {
        let Class::Grammar(wanted) = class else { return class.run(self.text, self.words, at, limit) };
        if at >= limit || self.words[at].shape == Shape::Possessive {
            return class.run(self.text, self.words, at, limit);
        }
        usize::from(classes::of_key(self.keys[at], self.words[at].of(self.text)).has(*wanted))
    }
}

/// True when a colon stands between word `next` and the one before it.
pub(super) fn has_colon(text: &str, words: &[Word], next: usize) -> bool {
    let from = next.checked_sub(1).map_or(0, |at| words[at].end as usize);
    let to = words.get(next).map_or(text.len(), |word| word.start as usize);
    text[from..to].contains(':')
}

fn joins(gap: Gap) -> bool {
    matches!(gap, Gap::Space | Gap::Hyphen | Gap::Joined)
}
