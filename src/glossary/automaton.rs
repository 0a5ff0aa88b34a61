//! All patterns in one automaton over word numbers: states joined where patterns begin alike, found in one pass.

use std::cell::RefCell;
use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::english::classes::{Classes, classes};
use crate::glossary::classes::Class;
use crate::glossary::lexicon::{Lexicon, NO_WORD, WordId};
use crate::glossary::pattern::GAP;
use crate::text::fold;
use crate::text::words::{Gap, Shape, Word};

/// The number of a state; 0 is the start.
type State = u32;

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

/// Which pattern ended: its number, as given to [`Builder::accept`].
pub type PatternId = u32;

/// Builds an automaton, pattern by pattern.
#[derive(Debug, Default)]
pub struct Builder {
    words: FxHashMap<(State, WordId), State>,
    steps: FxHashMap<(State, Step), State>,
    joins: Vec<(State, State)>,
    accepts: Vec<(State, PatternId)>,
    /// The last state given out.
    states: State,
}

/// The finished automaton: flat arrays, as they are kept in the program and in the cache.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Automaton {
    /// First edge from the start of each word, by word number; one more at the end.
    start: Vec<u32>,
    start_targets: Vec<State>,
    /// Where the edges of each state begin; one more at the end.
    states: Vec<Bounds>,
    /// Edges of single words, sorted by state and word.
    words: Vec<WordId>,
    targets: Vec<State>,
    /// Edges that are no single words.
    others: Vec<(Step, State)>,
    /// Patterns that end in a state.
    accepts: Vec<PatternId>,
    /// What may follow each state, and each target of the start, so that most are dropped by one test of bits.
    #[serde(skip)]
    ahead: Vec<Ahead>,
    #[serde(skip)]
    start_ahead: Vec<Ahead>,
}

/// A set of words by their numbers modulo 63; bit 63 stands for a state that may end or go on with no word at all.
type Ahead = u64;

/// The bit of [`Ahead`] for what is not one of the words of a set.
const ANYHOW: Ahead = 1 << 63;

fn bit_of(word: WordId) -> Ahead {
    if word == NO_WORD { 0 } else { 1 << (word % 63) }
}

/// Where the things that belong to one state begin.
#[derive(Debug, Default, Clone, Copy, Serialize, Deserialize)]
struct Bounds {
    words: u32,
    others: u32,
    accepts: u32,
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

/// Pairs of state and word visited from one start at most: what keeps any text linear.
const VISITS: usize = 512;

impl Builder {
    /// The state reached from `from` by a step, made anew if no pattern has gone that way.
    pub fn step(&mut self, from: State, step: Step) -> State {
        let next = self.states + 1;
        let target = match step {
            Step::Words(ref words) if words.len() == 1 => *self.words.entry((from, words[0])).or_insert(next),
            step => *self.steps.entry((from, step)).or_insert(next),
        };
        self.states = self.states.max(target);
        target
    }

    /// One state after all of `ends`, so that what follows them is built once.
    pub fn join(&mut self, ends: &[State]) -> State {
        if let [one] = ends {
            return *one;
        }
        self.states += 1;
        for end in ends {
            self.joins.push((*end, self.states));
        }
        self.states
    }

    /// A pattern ends in this state.
    pub fn accept(&mut self, state: State, pattern: PatternId) {
        self.accepts.push((state, pattern));
    }

    /// The automaton of these patterns and those of `old`, which keep their numbers; only the start is shared.
    #[must_use]
    pub fn build(self, lexicon: &Lexicon, old: &Automaton) -> Automaton {
        let mut edges = Edges::of(old);
        let base = edges.states;
        edges.states += self.states;
        let moved = |state: State| if state == 0 { 0 } else { base + state };
        edges.words.extend(self.words.into_iter().map(|((from, word), to)| (moved(from), word, moved(to))));
        for ((from, step), to) in self.steps {
            let (from, to) = (moved(from), moved(to));
            match step {
                Step::Words(words) => edges.words.extend(words.into_iter().map(|word| (from, word, to))),
                Step::List(list) if from == 0 => {
                    edges.words.extend(lexicon.members(list).iter().map(|word| (from, *word, to)));
                }
                step => edges.others.push((from, step, to)),
            }
        }
        edges.others.extend(self.joins.into_iter().map(|(from, to)| (moved(from), Step::Join, moved(to))));
        edges.accepts.extend(self.accepts.into_iter().map(|(state, pattern)| (moved(state), pattern)));
        edges.lay_out(lexicon.len())
    }
}

/// An automaton as lists of edges.
struct Edges {
    words: Vec<(State, WordId, State)>,
    others: Vec<(State, Step, State)>,
    accepts: Vec<(State, PatternId)>,
    states: State,
}

impl Edges {
    fn of(old: &Automaton) -> Self {
        let mut edges = Edges {
            words: Vec::with_capacity(old.start_targets.len() + old.words.len()),
            others: Vec::with_capacity(old.others.len()),
            accepts: Vec::with_capacity(old.accepts.len()),
            states: old.states.len().saturating_sub(2) as State,
        };
        for (word, bounds) in old.start.windows(2).enumerate() {
            let targets = &old.start_targets[bounds[0] as usize..bounds[1] as usize];
            edges.words.extend(targets.iter().map(|to| (0, word as WordId, *to)));
        }
        for state in 0..old.states.len().saturating_sub(1) {
            let state = state as State;
            edges.words.extend(old.words_of(state).map(|at| (state, old.words[at], old.targets[at])));
            edges.others.extend(old.others_of(state).iter().map(|(step, to)| (state, step.clone(), *to)));
            edges.accepts.extend(old.accepts_of(state).iter().map(|pattern| (state, *pattern)));
        }
        edges
    }

    /// The flat arrays; `words` is how many words are numbered.
    fn lay_out(mut self, words: usize) -> Automaton {
        self.words.sort_unstable();
        self.others.sort_by_key(|(from, _, to)| (*from, *to));
        self.accepts.sort_unstable();
        let mut automaton = Automaton {
            start: vec![0; words + 2],
            states: vec![Bounds::default(); self.states as usize + 2],
            ..Automaton::default()
        };
        for (from, word, to) in self.words {
            if from == 0 {
                automaton.start[word as usize + 1] += 1;
                automaton.start_targets.push(to);
            } else {
                automaton.states[from as usize + 1].words += 1;
                automaton.words.push(word);
                automaton.targets.push(to);
            }
        }
        for (from, step, to) in self.others {
            automaton.states[from as usize + 1].others += 1;
            automaton.others.push((step, to));
        }
        for (state, pattern) in self.accepts {
            automaton.states[state as usize + 1].accepts += 1;
            automaton.accepts.push(pattern);
        }
        for at in 1..automaton.start.len() {
            automaton.start[at] += automaton.start[at - 1];
        }
        for at in 1..automaton.states.len() {
            let before = automaton.states[at - 1];
            let bounds = &mut automaton.states[at];
            bounds.words += before.words;
            bounds.others += before.others;
            bounds.accepts += before.accepts;
        }
        automaton.look_ahead();
        automaton
    }
}

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
    /// Their numbers.
    pub ids: &'a [WordId],
    /// Who gave the numbers.
    pub lexicon: &'a Lexicon,
    /// What English says of words, by their hash, as far as it was asked.
    pub english: &'a RefCell<FxHashMap<u64, Classes>>,
}

impl Automaton {
    /// Works out what may follow each state: after reading an automaton and after building one.
    pub fn look_ahead(&mut self) {
        let ahead = |state: State| {
            let plain = self.others_of(state).is_empty() && self.accepts_of(state).is_empty();
            let words = self.words[self.words_of(state)].iter().fold(0, |all, word| all | bit_of(*word));
            if plain { words } else { words | ANYHOW }
        };
        self.ahead = (0..self.states.len().saturating_sub(1)).map(|state| ahead(state as State)).collect();
        self.start_ahead = self.start_targets.iter().map(|state| self.ahead[*state as usize]).collect();
    }

    fn words_of(&self, state: State) -> Range<usize> {
        self.states[state as usize].words as usize..self.states[state as usize + 1].words as usize
    }

    fn others_of(&self, state: State) -> &[(Step, State)] {
        let (from, to) = (self.states[state as usize].others, self.states[state as usize + 1].others);
        &self.others[from as usize..to as usize]
    }

    fn accepts_of(&self, state: State) -> &[PatternId] {
        let (from, to) = (self.states[state as usize].accepts, self.states[state as usize + 1].accepts);
        &self.accepts[from as usize..to as usize]
    }

    /// All matches that begin at word `at` and end at or before word `limit`, in no particular order.
    pub fn matches_at(
        &self,
        tape: &Tape<'_>,
        at: usize,
        limit: usize,
        reach: Reach,
        work: &mut Vec<(State, u32)>,
        out: &mut Vec<Match>,
    ) {
        let id = tape.ids[at] as usize;
        let direct = match self.start.get(id..id + 2) {
            Some(bounds) if id != NO_WORD as usize => bounds[0] as usize..bounds[1] as usize,
            _ => 0..0,
        };
        let classes = if self.states.is_empty() { &[] } else { self.others_of(0) };
        if direct.is_empty() && classes.is_empty() {
            return;
        }
        work.clear();
        let next = tape.bit_at(at + 1, limit, reach) | ANYHOW;
        for edge in direct.filter(|edge| self.start_ahead[*edge] & next != 0) {
            work.push((self.start_targets[edge], at as u32 + 1));
        }
        for (step, target) in classes {
            if let Step::Class(class) = step
                && (class.is_run() || self.ahead[*target as usize] & next != 0)
            {
                let run = tape.run(class, at, limit);
                let ends = (at + 1..=at + run).map(|end| (end, tape.bit_at(end, limit, reach) | ANYHOW));
                let alive = ends.filter(|(_, next)| self.ahead[*target as usize] & next != 0);
                work.extend(alive.map(|(end, _)| (*target, end as u32)));
            }
        }
        // `work` is a list of visited pairs; everything before `done` has been expanded.
        let mut done = 0;
        while done < work.len() && done < VISITS {
            let (state, next) = work[done];
            done += 1;
            if self.ahead[state as usize] & ANYHOW != 0 {
                let ended = self.accepts_of(state);
                out.extend(ended.iter().map(|pattern| Match { start: at, end: next as usize, pattern: *pattern }));
            }
            self.expand(tape, state, next as usize, limit, reach, work);
        }
    }

    fn expand(
        &self,
        tape: &Tape<'_>,
        state: State,
        next: usize,
        limit: usize,
        reach: Reach,
        work: &mut Vec<(State, u32)>,
    ) {
        let mut visit = |state: State, next: usize| {
            if self.ahead[state as usize] & (tape.bit_at(next, limit, reach) | ANYHOW) == 0 {
                return;
            }
            let pair = (state, next as u32);
            if !work.contains(&pair) {
                work.push(pair);
            }
        };
        let ahead = self.ahead[state as usize];
        let others = if ahead & ANYHOW == 0 { &[] } else { self.others_of(state) };
        if let Some((_, target)) = others.iter().find(|(step, _)| *step == Step::Rest) {
            visit(*target, limit);
        }
        for (step, target) in others {
            let free = match step {
                Step::Join => true,
                Step::Colon => has_colon(tape.text, tape.words, next),
                _ => false,
            };
            if free {
                visit(*target, next);
            }
        }
        if next >= limit || (reach == Reach::Phrase && !joins(tape.words[next].gap)) {
            return;
        }
        let id = tape.ids[next];
        if ahead & bit_of(id) != 0 {
            let edges = self.words_of(state);
            let mut edge = edges.start + self.words[edges.clone()].partition_point(|word| *word < id);
            while edge < edges.end && self.words[edge] == id {
                visit(self.targets[edge], next + 1);
                edge += 1;
            }
        }
        for (step, target) in others {
            match step {
                Step::Gap => {
                    let mut end = next;
                    visit(*target, end);
                    while end < limit
                        && end < next + GAP
                        && (end == next || reach == Reach::Line || joins(tape.words[end].gap))
                    {
                        end += 1;
                        visit(*target, end);
                    }
                }
                Step::Class(class) => {
                    let after = tape.bit_at(next + 1, limit, reach) | ANYHOW;
                    if !class.is_run() && self.ahead[*target as usize] & after == 0 {
                        continue;
                    }
                    for length in 1..=tape.run(class, next, limit) {
                        visit(*target, next + length);
                    }
                }
                Step::List(list) => {
                    if id != NO_WORD && tape.lexicon.holds(*list, id) {
                        visit(*target, next + 1);
                    }
                }
                Step::Words(_) | Step::Rest | Step::Join | Step::Colon => {}
            }
        }
    }
}

impl Tape<'_> {
    /// The bit of word `next` if a pattern may go on with it.
    fn bit_at(&self, next: usize, limit: usize, reach: Reach) -> Ahead {
        let goes_on = next < limit && (reach == Reach::Line || joins(self.words[next].gap));
        if goes_on { bit_of(self.ids[next]) } else { 0 }
    }

    /// [`Class::run`], with grammar asked once a word.
    fn run(&self, class: &Class, at: usize, limit: usize) -> usize {
        let Class::Grammar(wanted) = class else { return class.run(self.text, self.words, at, limit) };
        if at >= limit || self.words[at].shape == Shape::Possessive {
            return class.run(self.text, self.words, at, limit);
        }
        let word = self.words[at].of(self.text);
        let mut english = self.english.borrow_mut();
        let known = english.entry(fold::key_hash(word)).or_insert_with(|| classes(&fold::lower(word)));
        usize::from(known.has(*wanted))
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
