//! Builds the automaton: patterns laid step by step below the word that must stand in them, then all as flat arrays.

use rustc_hash::FxHashMap;

use crate::glossary::anchor::Anchor;
use crate::glossary::automaton::{Automaton, Bounds, PatternId, State, Step, Trigger};
use crate::glossary::lexicon::{Lexicon, WordId};

/// Builds an automaton, pattern by pattern.
#[derive(Debug, Default)]
pub struct Builder {
    entries: FxHashMap<Option<Anchor>, State>,
    words: FxHashMap<(State, WordId), State>,
    steps: FxHashMap<(State, Step), State>,
    joins: Vec<(State, State)>,
    accepts: Vec<(State, PatternId)>,
    /// The last state given out; 0 is none.
    states: State,
}

impl Builder {
    /// The state in which the patterns with this anchor begin.
    pub fn entry(&mut self, anchor: Option<Anchor>) -> State {
        let next = self.states + 1;
        let entry = *self.entries.entry(anchor).or_insert(next);
        self.states = self.states.max(entry);
        entry
    }

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

    /// The automaton of these patterns and those of `old`, which keep their numbers; `lexicon` has numbered the words of
    /// both.
    #[must_use]
    pub fn build(self, lexicon: &Lexicon, old: &Automaton) -> Automaton {
        let mut edges = Edges::of(old);
        let base = edges.states;
        edges.states += self.states;
        for (anchor, entry) in self.entries {
            let entry = base + entry;
            match anchor {
                None => edges.anywhere.push(entry),
                Some(Anchor { words, back }) => {
                    let (least, most) = back;
                    edges.triggers.extend(
                        words.into_iter().map(|word| (word, Trigger { entry, least, most, after: 0, next: None })),
                    );
                }
            }
        }
        edges.words.extend(self.words.into_iter().map(|((from, word), to)| (base + from, word, base + to)));
        for ((from, step), to) in self.steps {
            let (from, to) = (base + from, base + to);
            match step {
                Step::Words(words) => edges.words.extend(words.into_iter().map(|word| (from, word, to))),
                step => edges.others.push((from, step, to)),
            }
        }
        edges.others.extend(self.joins.into_iter().map(|(from, to)| (base + from, Step::Join, base + to)));
        edges.accepts.extend(self.accepts.into_iter().map(|(state, pattern)| (base + state, pattern)));
        edges.lay_out(lexicon)
    }
}

/// An automaton as lists of edges.
struct Edges {
    triggers: Vec<(WordId, Trigger)>,
    anywhere: Vec<State>,
    words: Vec<(State, WordId, State)>,
    others: Vec<(State, Step, State)>,
    accepts: Vec<(State, PatternId)>,
    /// The last state.
    states: State,
}

impl Edges {
    fn of(old: &Automaton) -> Self {
        let mut edges = Edges {
            triggers: Vec::with_capacity(old.triggers.len()),
            anywhere: old.anywhere.clone(),
            words: Vec::with_capacity(old.words.len()),
            others: Vec::with_capacity(old.others.len()),
            accepts: Vec::with_capacity(old.accepts.len()),
            states: old.states.len().saturating_sub(2) as State,
        };
        for word in 0..old.start.len().saturating_sub(1) {
            let word = word as WordId;
            edges.triggers.extend(old.triggers_of(word).iter().map(|trigger| (word, *trigger)));
        }
        for state in 0..old.states.len().saturating_sub(1) {
            let state = state as State;
            edges.words.extend(old.words_of(state).map(|at| (state, old.words[at], old.targets[at])));
            edges.others.extend(old.others_of(state).iter().map(|(step, to)| (state, step.clone(), *to)));
            edges.accepts.extend(old.accepts_of(state).iter().map(|pattern| (state, *pattern)));
        }
        edges
    }

    /// The flat arrays.
    fn lay_out(mut self, lexicon: &Lexicon) -> Automaton {
        self.triggers.sort_unstable();
        self.anywhere.sort_unstable();
        self.words.sort_unstable();
        self.others.sort_by_key(|(from, _, to)| (*from, *to));
        self.accepts.sort_unstable();
        let mut automaton = Automaton {
            start: vec![0; lexicon.len() + 2],
            anywhere: self.anywhere,
            states: vec![Bounds::default(); self.states as usize + 2],
            ..Automaton::default()
        };
        for (word, trigger) in self.triggers {
            automaton.start[word as usize + 1] += 1;
            automaton.triggers.push(trigger);
        }
        for (from, word, to) in self.words {
            automaton.states[from as usize + 1].words += 1;
            automaton.words.push(word);
            automaton.targets.push(to);
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
        automaton.look_ahead(lexicon);
        automaton
    }
}
