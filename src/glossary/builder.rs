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
        // The old states stay as they are, the new ones come behind; state 0 is the old ones', if there are any.
        let (base, first) = (old.states.len().saturating_sub(2) as State, old.states.len().saturating_sub(1));
        let states = base as usize + self.states as usize + 1 - first;
        let (mut triggers, mut anywhere) = (Vec::with_capacity(self.entries.len()), Vec::new());
        for (anchor, entry) in self.entries {
            let entry = base + entry;
            match anchor {
                None => anywhere.push(entry),
                Some(Anchor { words, back: (least, most) }) => {
                    let trigger = Trigger { entry, read: false, least, most };
                    triggers.extend(words.into_iter().map(|word| (word as usize, trigger)));
                }
            }
        }
        anywhere.sort_unstable();
        let place = |from: State| (base + from) as usize - first;
        let mut words: Vec<_> =
            self.words.into_iter().map(|((from, word), to)| (place(from), (word, base + to))).collect();
        for ((from, set), to) in self.sets {
            words.extend(set.into_iter().map(|word| (place(from), (word, base + to))));
        }
        let steps = self.steps.into_iter().map(|((from, step), to)| (place(from), (base + to, step)));
        let joins = self.joins.into_iter().map(|(from, to)| (place(from), (base + to, Step::Join)));
        let others: Vec<_> = steps.chain(joins).collect();
        let accepts: Vec<_> = self.accepts.into_iter().map(|(state, pattern)| (place(state), pattern)).collect();

        let (words, others, accepts) =
            (Groups::of(&words, states), Groups::of(&others, states), Groups::of(&accepts, states));
        let bounds = (0..states + 1).map(|state| Bounds {
            words: (old.words.len() + words.start(state)) as u32,
            others: (old.others.len() + others.start(state)) as u32,
            accepts: (old.accepts.len() + accepts.start(state)) as u32,
        });
        let mut automaton = Automaton {
            anywhere: old.anywhere.and(old.anywhere.len(), anywhere),
            states: old.states.and(first, bounds),
            words: old.words.and(old.words.len(), words.values),
            others: old.others.and(old.others.len(), others.values.into_iter().map(|(to, step)| (step, to))),
            accepts: old.accepts.and(old.accepts.len(), accepts.values),
            ..Automaton::default()
        };
        let ahead = (first..first + states).map(|state| automaton.ahead_of(state as State));
        automaton.ahead = old.ahead.and(old.ahead.len(), ahead);
        automaton.lay_triggers(lexicon, old, &Groups::of(&triggers, lexicon.len() + 1));
        automaton
    }
}

/// Values by the number of what they belong to, sorted for each.
struct Groups<T> {
    values: Vec<T>,
    /// Where the values of each number end.
    ends: Vec<u32>,
}

impl<T: Copy + Ord> Groups<T> {
    /// The values of each number below `numbers`.
    fn of(all: &[(usize, T)], numbers: usize) -> Self {
        let mut ends = vec![0; numbers];
        all.iter().for_each(|(number, _)| ends[*number] += 1);
        let mut total = 0;
        for end in &mut ends {
            total += std::mem::replace(end, total);
        }
        let mut values: Vec<T> = all.iter().map(|(_, value)| *value).collect();
        for (number, value) in all {
            values[ends[*number] as usize] = *value;
            ends[*number] += 1;
        }
        let mut start = 0;
        for end in &ends {
            values[start..*end as usize].sort_unstable();
            start = *end as usize;
        }
        Groups { values, ends }
    }

    /// Where the values of a number begin.
    fn start(&self, number: usize) -> usize {
        number.checked_sub(1).map_or(0, |before| self.ends[before] as usize)
    }

    fn group(&self, number: usize) -> &[T] {
        &self.values[self.start(number)..self.ends[number] as usize]
    }
}

impl Automaton {
    /// Lays the triggers of each word: those of `old`, then new ones, which learn what may follow them.
    fn lay_triggers(&mut self, lexicon: &Lexicon, old: &Automaton, new: &Groups<Trigger>) {
        let all = old.triggers.len() + new.values.len();
        let (mut start, mut triggers, mut after) = (vec![0], Vec::with_capacity(all), Vec::with_capacity(all));
        for word in 0..=lexicon.len() {
            let word_id = word as WordId;
            triggers.extend(old.triggers.range(old.triggers_of(word_id)));
            after.extend(old.after.range(old.triggers_of(word_id)));
            for one in new.group(word) {
                let target = self.only_target(*one, word_id);
                triggers.push(Trigger { entry: target.unwrap_or(one.entry), read: target.is_some(), ..*one });
                after.push(self.after(*one, word_id, lexicon));
            }
            start.push(triggers.len() as u32);
        }
        self.start = List::of(start);
        self.triggers = List::of(triggers);
        self.after = List::of(after);
    }

    /// The one state into which a word leads from the state that its trigger names, when no word stands before it.
    fn only_target(&self, trigger: Trigger, word: WordId) -> Option<State> {
        let mut edges = self.words.range(self.words_of(trigger.entry)).filter(|(own, _)| *own == word);
        let (_, target) = edges.next().filter(|_| (trigger.least, trigger.most) == (0, 0))?;
        let only = edges.next().is_none() && self.others_of(trigger.entry).next().is_none();
        (only && self.accepts_of(trigger.entry).next().is_none()).then_some(target)
    }

    /// What may follow a state.
    fn ahead_of(&self, state: State) -> Ahead {
        let words = self.words.range(self.words_of(state)).fold(0, |all, (word, _)| all | bit_of(word));
        let plain = self.others_of(state).next().is_none() && self.accepts_of(state).next().is_none();
        if plain { words } else { words | ANYHOW }
    }

    /// What may follow a word that triggers.
    fn after(&self, trigger: Trigger, word: WordId, lexicon: &Lexicon) -> Ahead {
        let ahead = |state: State| self.ahead.at(state as usize);
        match (trigger.least, trigger.most) {
            (0, 0) => {}
            (-1, -1) => return ahead(trigger.entry),
            _ => return ANYHOW,
        }
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
