//! All patterns in one automaton over word numbers: states joined where patterns begin alike, found in one pass.

use rustc_hash::FxHashMap;

use crate::glossary::classes::Class;
use crate::glossary::lexicon::{Lexicon, NO_WORD, WordId};
use crate::glossary::pattern::GAP;
use crate::text::words::{Gap, Word};

/// The number of a state; 0 is the start.
type State = u32;

/// What leads from one state to the next.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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
    states: State,
}

/// The finished automaton.
#[derive(Debug, Default)]
pub struct Automaton {
    /// First edge of each word at the start state, by word number; one more at the end.
    start: Vec<u32>,
    start_targets: Vec<State>,
    /// First edge of each state, one more at the end; edges sorted by word.
    offsets: Vec<u32>,
    words: Vec<WordId>,
    targets: Vec<State>,
    /// Edges that are no single words, by state.
    others: FxHashMap<State, Vec<(Step, State)>>,
    /// Patterns that end in a state, by state.
    accepts: FxHashMap<State, Vec<PatternId>>,
    accepting: Vec<bool>,
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

    /// The automaton of all patterns added.
    #[must_use]
    pub fn build(self, lexicon: &Lexicon) -> Automaton {
        let mut edges: Vec<(State, WordId, State)> =
            self.words.into_iter().map(|((from, word), to)| (from, word, to)).collect();
        let mut others: FxHashMap<State, Vec<(Step, State)>> = FxHashMap::default();
        for ((from, step), to) in self.steps {
            match step {
                Step::Words(words) => edges.extend(words.into_iter().map(|word| (from, word, to))),
                Step::List(list) if from == 0 => edges.extend(lexicon.members(list).map(|word| (from, word, to))),
                step => others.entry(from).or_default().push((step, to)),
            }
        }
        for (end, target) in self.joins {
            others.entry(end).or_default().push((Step::Join, target));
        }
        for list in others.values_mut() {
            list.sort_unstable_by_key(|(_, to)| *to);
        }
        edges.sort_unstable();
        let mut automaton = Automaton {
            start: vec![0; lexicon.len() + 2],
            offsets: vec![0; self.states as usize + 2],
            others,
            accepting: vec![false; self.states as usize + 1],
            ..Automaton::default()
        };
        for (from, word, to) in edges {
            if from == 0 {
                automaton.start[word as usize + 1] += 1;
                automaton.start_targets.push(to);
            } else {
                automaton.offsets[from as usize + 1] += 1;
                automaton.words.push(word);
                automaton.targets.push(to);
            }
        }
        for sums in [&mut automaton.start, &mut automaton.offsets] {
            for at in 1..sums.len() {
                sums[at] += sums[at - 1];
            }
        }
        for (state, pattern) in self.accepts {
            automaton.accepting[state as usize] = true;
            automaton.accepts.entry(state).or_default().push(pattern);
        }
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
}

impl Automaton {
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
            Some(bounds) if id != NO_WORD as usize => &self.start_targets[bounds[0] as usize..bounds[1] as usize],
            _ => &[],
        };
        let classes = self.others.get(&0);
        if direct.is_empty() && classes.is_none() {
            return;
        }
        work.clear();
        for target in direct {
            work.push((*target, at as u32 + 1));
        }
        for (step, target) in classes.into_iter().flatten() {
            if let Step::Class(class) = step {
                let run = class.run(tape.text, tape.words, at, limit);
                work.extend((1..=run).map(|length| (*target, (at + length) as u32)));
            }
        }
        // `work` is a list of visited pairs; everything before `done` has been expanded.
        let mut done = 0;
        while done < work.len() && done < VISITS {
            let (state, next) = work[done];
            done += 1;
            if self.accepting[state as usize]
                && let Some(patterns) = self.accepts.get(&state)
            {
                out.extend(patterns.iter().map(|pattern| Match { start: at, end: next as usize, pattern: *pattern }));
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
            let pair = (state, next as u32);
            if !work.contains(&pair) {
                work.push(pair);
            }
        };
        let others = self.others.get(&state);
        if let Some((_, target)) = others.into_iter().flatten().find(|(step, _)| *step == Step::Rest) {
            visit(*target, limit);
        }
        for (step, target) in others.into_iter().flatten() {
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
        let (from, to) = (self.offsets[state as usize] as usize, self.offsets[state as usize + 1] as usize);
        let id = tape.ids[next];
        if id != NO_WORD && from < to {
            let words = &self.words[from..to];
            let mut edge = from + words.partition_point(|word| *word < id);
            while edge < to && self.words[edge] == id {
                visit(self.targets[edge], next + 1);
                edge += 1;
            }
        }
        for (step, target) in others.into_iter().flatten() {
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
                    for length in 1..=class.run(tape.text, tape.words, next, limit) {
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

/// True when a colon stands between word `next` and the one before it.
pub(super) fn has_colon(text: &str, words: &[Word], next: usize) -> bool {
    let from = next.checked_sub(1).map_or(0, |at| words[at].end as usize);
    let to = words.get(next).map_or(text.len(), |word| word.start as usize);
    text[from..to].contains(':')
}

fn joins(gap: Gap) -> bool {
    matches!(gap, Gap::Space | Gap::Hyphen | Gap::Joined)
}
