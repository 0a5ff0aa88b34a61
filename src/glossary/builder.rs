//! Builds the automaton: patterns laid step by step below the word that must stand in them, then all as flat arrays.

use rustc_hash::FxHashMap;

use crate::glossary::anchor::Anchor;
use crate::glossary::automaton::{ANYHOW, Ahead, Automaton, Bounds, PatternId, State, Step, Trigger, bit_of};
use crate::glossary::flat::List;
use crate::glossary::lexicon::{Lexicon, WordId};

/// Builds an automaton, pattern by pattern.
#[derive(Debug, Default)]
pub struct Builder {
    entries: FxHashMap<Option<Anchor>, State>,
    words: FxHashMap<(State, WordId), State>,
    sets: FxHashMap<(State, Vec<WordId>), State>,
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

    /// The state reached from `from` by one of these words (sorted, single), made anew if no pattern has gone that way.
    pub fn words(&mut self, from: State, words: &[WordId]) -> State {
        let next = self.states + 1;
        let target = match *words {
            [word] => *self.words.entry((from, word)).or_insert(next),
            _ => *self.sets.entry((from, words.to_vec())).or_insert(next),
        };
        self.states = self.states.max(target);
        target
    }

    /// The state reached from `from` by a step, made anew if no pattern has gone that way.
    pub fn step(&mut self, from: State, step: Step) -> State {
        let next = self.states + 1;
        let target = *self.steps.entry((from, step)).or_insert(next);
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
                    edges
                        .triggers
                        .extend(words.into_iter().map(|word| (word, Trigger { entry, least, most, after: 0 })));
                }
            }
        }
        edges.words.extend(self.words.into_iter().map(|((from, word), to)| (base + from, word, base + to)));
        for ((from, words), to) in self.sets {
            edges.words.extend(words.into_iter().map(|word| (base + from, word, base + to)));
        }
        edges.others.extend(self.steps.into_iter().map(|((from, step), to)| (base + from, step, base + to)));
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
            anywhere: old.anywhere.iter().collect(),
            words: Vec::with_capacity(old.words.len()),
            others: Vec::with_capacity(old.others.len()),
            accepts: Vec::with_capacity(old.accepts.len()),
            states: old.states.len().saturating_sub(2) as State,
        };
        for word in 0..old.start.len().saturating_sub(1) {
            let word = word as WordId;
            edges.triggers.extend(old.triggers.range(old.triggers_of(word)).map(|trigger| (word, trigger)));
        }
        for state in 0..old.states.len().saturating_sub(1) {
            let state = state as State;
            edges.words.extend(old.words.range(old.words_of(state)).map(|(word, to)| (state, word, to)));
            edges.others.extend(old.others_of(state).map(|(step, to)| (state, step, to)));
            edges.accepts.extend(old.accepts_of(state).map(|pattern| (state, pattern)));
        }
        edges
    }

    /// The flat lists.
    fn lay_out(mut self, lexicon: &Lexicon) -> Automaton {
        self.triggers.sort_unstable();
        self.anywhere.sort_unstable();
        self.words.sort_unstable();
        self.others.sort_by_key(|(from, _, to)| (*from, *to));
        self.accepts.sort_unstable();
        let mut states = vec![Bounds::default(); self.states as usize + 2];
        self.words.iter().for_each(|(from, ..)| states[*from as usize + 1].words += 1);
        self.others.iter().for_each(|(from, ..)| states[*from as usize + 1].others += 1);
        self.accepts.iter().for_each(|(state, _)| states[*state as usize + 1].accepts += 1);
        for at in 1..states.len() {
            let before = states[at - 1];
            states[at].words += before.words;
            states[at].others += before.others;
            states[at].accepts += before.accepts;
        }
        let mut start = vec![0; lexicon.len() + 2];
        self.triggers.iter().for_each(|(word, _)| start[*word as usize + 1] += 1);
        for at in 1..start.len() {
            start[at] += start[at - 1];
        }
        let mut automaton = Automaton {
            start: List::of(start),
            triggers: List::default(),
            anywhere: List::of(self.anywhere),
            states: List::of(states),
            words: List::of(self.words.into_iter().map(|(_, word, to)| (word, to))),
            others: List::of(self.others.into_iter().map(|(_, step, to)| (step, to))),
            accepts: List::of(self.accepts.into_iter().map(|(_, pattern)| pattern)),
            ahead: List::default(),
        };
        let last = automaton.states.len() - 1;
        automaton.ahead = List::of((0..last).map(|state| automaton.ahead_of(state as State)));
        let triggers = self.triggers.into_iter();
        automaton.triggers = List::of(
            triggers.map(|(word, trigger)| Trigger { after: automaton.after(trigger, word, lexicon), ..trigger }),
        );
        automaton
    }
}

impl Automaton {
    /// What may follow a state.
    fn ahead_of(&self, state: State) -> Ahead {
        let words = self.words.range(self.words_of(state)).fold(0, |all, (word, _)| all | bit_of(word));
        let plain = self.others_of(state).next().is_none() && self.accepts_of(state).next().is_none();
        if plain { words } else { words | ANYHOW }
    }

    /// What may follow a word from the state that its trigger names.
    fn after(&self, trigger: Trigger, word: WordId, lexicon: &Lexicon) -> Ahead {
        if trigger.most > 0 {
            return ANYHOW;
        }
        let ahead = |state: State| self.ahead.at(state as usize);
        let edges = self.words.range(self.words_of(trigger.entry)).filter(|(own, _)| *own == word);
        let direct = edges.fold(0, |all, (_, target)| all | ahead(target));
        self.others_of(trigger.entry).fold(direct, |all, (step, target)| {
            all | match step {
                Step::List(class) if !lexicon.holds(class as usize, word) => 0,
                Step::List(_) => ahead(target),
                _ => ANYHOW,
            }
        })
    }
}
