//! All patterns in one automaton over word numbers, each looked for only where the word by which it is noticed stands.

use std::ops::Range;

use crate::english::classes;
use crate::glossary::anchor::FARTHEST;
use crate::glossary::classes::Class;
use crate::glossary::flat::{Flat, List};
use crate::glossary::lexicon::{Lexicon, NO_WORD, WordId};
use crate::glossary::pattern::GAP;
use crate::glossary::shelf::{Filling, Shelf};
use crate::text::words::{Gap, Shape, Word};

/// The number of a state; 0 is none.
pub(super) type State = u32;

/// What leads from one state to the next and is no single word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A word of a closed class, by the class's number in the lexicon.
    List(u32),
    /// A run of words of an open class, by its number in the lexicon.
    Class(u32),
    /// Up to four words of any kind.
    Gap,
    /// The rest of the line.
    Rest,
    /// No word, but a colon in what follows the last one.
    Colon,
    /// No word at all: where the alternatives of one pattern come together.
    Join,
}

impl Flat for Step {
    const SIZE: usize = <(u8, u32)>::SIZE;
    #[inline]
    fn put(self, out: &mut [u8]) {
        let numbers: (u8, u32) = match self {
            Step::List(class) => (0, class),
            Step::Class(class) => (1, class),
            Step::Gap => (2, 0),
            Step::Rest => (3, 0),
            Step::Colon => (4, 0),
            Step::Join => (5, 0),
        };
        numbers.put(out);
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        match <(u8, u32)>::take(bytes) {
            (0, class) => Step::List(class),
            (1, class) => Step::Class(class),
            (2, _) => Step::Gap,
            (3, _) => Step::Rest,
            (4, _) => Step::Colon,
            _ => Step::Join,
        }
    }
}

/// Which pattern ended: its number, as given to `Builder::accept`.
pub type PatternId = u32;

/// Where patterns begin, seen from the word by which they are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Trigger {
    /// The state in which they begin.
    pub(super) entry: State,
    /// Whether the word leads into that state; else it is yet to be read.
    pub(super) read: bool,
    /// How far behind their first word it stands at least; below 0 before it.
    pub(super) least: i8,
    /// How far at most.
    pub(super) most: i8,
}

impl Flat for Trigger {
    const SIZE: usize = <((u32, u8), (i8, i8))>::SIZE;
    #[inline]
    fn put(self, out: &mut [u8]) {
        ((self.entry, u8::from(self.read)), (self.least, self.most)).put(out);
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        let ((entry, read), (least, most)): ((u32, u8), (i8, i8)) = Flat::take(bytes);
        Trigger { entry, read: read != 0, least, most }
    }
}

/// The finished automaton: flat lists, used where they lie in the program or in the cache.
#[derive(Debug, Default)]
pub struct Automaton {
    /// First trigger of each word, by word number; one more at the end.
    pub(super) start: List<u32>,
    pub(super) triggers: List<Trigger>,
    /// For each trigger what may follow the word, where no other must stand before it.
    pub(super) after: List<Ahead>,
    /// Entries of patterns that no single word gives away.
    pub(super) anywhere: List<State>,
    /// Where the edges of each state begin; one more at the end.
    pub(super) states: List<Bounds>,
    /// Edges of single words, sorted by state and word, each with the state it leads to.
    pub(super) words: List<(WordId, State)>,
    /// Edges that are no single words.
    pub(super) others: List<(Step, State)>,
    /// Patterns that end in a state.
    pub(super) accepts: List<PatternId>,
    /// What may follow each state, so that most are dropped by one test of bits.
    pub(super) ahead: List<Ahead>,
}

/// A set of words by their numbers modulo 63; bit 63 stands for a state that may end or go on with no word at all.
pub(super) type Ahead = u64;

/// The bit of [`Ahead`] for what is not one of the words of a set.
pub(super) const ANYHOW: Ahead = 1 << 63;

pub(super) fn bit_of(word: WordId) -> Ahead {
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
    fn put(self, out: &mut [u8]) {
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
    /// Lays the automaton on a shelf.
    pub fn store(&self, shelf: &mut Filling) {
        shelf.list(&self.start);
        shelf.list(&self.triggers);
        shelf.list(&self.after);
        shelf.list(&self.anywhere);
        shelf.list(&self.states);
        shelf.list(&self.words);
        shelf.list(&self.others);
        shelf.list(&self.accepts);
        shelf.list(&self.ahead);
    }

    /// Takes an automaton from a shelf; none when something else lies there.
    pub fn load(shelf: &mut Shelf) -> Option<Self> {
        Some(Automaton {
            start: shelf.list()?,
            triggers: shelf.list()?,
            after: shelf.list()?,
            anywhere: shelf.list()?,
            states: shelf.list()?,
            words: shelf.list()?,
            others: shelf.list()?,
            accepts: shelf.list()?,
            ahead: shelf.list()?,
        })
    }

    /// The places of the triggers of a word.
    pub(super) fn triggers_of(&self, word: WordId) -> Range<usize> {
        let at = word as usize;
        if word == NO_WORD || at + 1 >= self.start.len() {
            return 0..0;
        }
        self.start.at(at) as usize..self.start.at(at + 1) as usize
    }

    /// The places of the edges of single words from a state.
    pub(super) fn words_of(&self, state: State) -> Range<usize> {
        self.states.at(state as usize).words as usize..self.states.at(state as usize + 1).words as usize
    }

    /// The edges from a state that are no single words.
    pub(super) fn others_of(&self, state: State) -> impl Iterator<Item = (Step, State)> + '_ {
        let (from, to) = (self.states.at(state as usize).others, self.states.at(state as usize + 1).others);
        self.others.range(from as usize..to as usize)
    }

    /// The patterns that end in a state.
    pub(super) fn accepts_of(&self, state: State) -> impl Iterator<Item = PatternId> + '_ {
        let (from, to) = (self.states.at(state as usize).accepts, self.states.at(state as usize + 1).accepts);
        self.accepts.range(from as usize..to as usize)
    }

    /// All matches within one sentence, in no particular order; the same one may be told twice.
    pub fn matches_in(
        &self,
        tape: &Tape<'_>,
        sentence: &Range<usize>,
        work: &mut Vec<(State, u32)>,
        out: &mut Vec<Match>,
    ) {
        let mut from = |entry: State, start: usize, read: bool, out: &mut Vec<Match>| {
            if !read && self.ahead.at(entry as usize) & (ANYHOW | bit_of(tape.ids[start])) == 0 {
                return;
            }
            let mut search = Search { tape, start, limit: sentence.end, reach: Reach::Phrase, work };
            self.run(entry, start + usize::from(read), &mut search, out);
        };
        for at in sentence.clone() {
            let next = at + 1;
            let follows = next < sentence.end && joins(tape.words[next].gap);
            let ahead = ANYHOW | if follows { bit_of(tape.ids[next]) } else { 0 };
            let own = self.triggers_of(tape.ids[at]);
            let fitting = own.clone().zip(self.after.range(own)).filter(|(_, after)| after & ahead != 0);
            for (number, _) in fitting {
                let trigger = self.triggers.at(number);
                let mut start = at;
                for back in 0..=trigger.most {
                    if back >= trigger.least {
                        from(trigger.entry, start, trigger.read, out);
                    }
                    if start == sentence.start || !joins(tape.words[start].gap) {
                        break;
                    }
                    start -= 1;
                }
                for ahead in 1..=-trigger.least {
                    let start = at + ahead as usize;
                    if start >= sentence.end || !joins(tape.words[start].gap) {
                        break;
                    }
                    if -ahead <= trigger.most {
                        from(trigger.entry, start, false, out);
                    }
                }
            }
            for entry in self.anywhere.iter() {
                from(entry, at, false, out);
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
        let noticed = (start..limit.min(start + FARTHEST as usize + 1)).flat_map(|at| {
            let back = (at - start) as i8;
            let fits = move |trigger: &Trigger| (trigger.least..=trigger.most).contains(&back);
            self.triggers.range(self.triggers_of(tape.ids[at])).filter(fits).map(|one| (one.entry, one.read))
        });
        for (entry, read) in noticed.chain(self.anywhere.iter().map(|entry| (entry, false))) {
            self.run(
                entry,
                start + usize::from(read),
                &mut Search { tape, start, limit, reach: Reach::Line, work },
                out,
            );
        }
    }

    /// All matches from a state that was reached before word `next`.
    fn run(&self, entry: State, next: usize, search: &mut Search<'_, '_>, out: &mut Vec<Match>) {
        search.work.clear();
        self.visit(entry, next, search);
        // Everything in `work` before `done` has been expanded.
        let mut done = 0;
        while done < search.work.len() && done < VISITS {
            let (state, next) = search.work[done];
            let next = next as usize;
            done += 1;
            if self.ahead.at(state as usize) & ANYHOW != 0 {
                let ended = self.accepts_of(state);
                out.extend(ended.map(|pattern| Match { start: search.start, end: next, pattern }));
                self.free_steps(state, next, search);
            }
            if next < search.limit && search.may_go_on(next) {
                self.steps(state, next, search);
            }
        }
    }

    /// Notes a state to be expanded, unless it is noted already or cannot go on.
    fn visit(&self, state: State, next: usize, search: &mut Search<'_, '_>) {
        if self.ahead.at(state as usize) & (search.bit_at(next) | ANYHOW) == 0 {
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
                Step::Rest => self.visit(target, search.limit, search),
                Step::Join | Step::Gap => self.visit(target, next, search),
                Step::Colon if has_colon(search.tape.text, search.tape.words, next) => {
                    self.visit(target, next, search);
                }
                _ => {}
            }
        }
    }

    /// The steps that take word `next`.
    fn steps(&self, state: State, next: usize, search: &mut Search<'_, '_>) {
        let id = search.tape.ids[next];
        let ahead = self.ahead.at(state as usize);
        if ahead & bit_of(id) != 0 {
            let edges = self.words_of(state);
            let first = self.words.partition_point(edges.clone(), |(word, _)| word < id);
            let own = self.words.range(first..edges.end).take_while(|(word, _)| *word == id);
            own.for_each(|(_, target)| self.visit(target, next + 1, search));
        }
        if ahead & ANYHOW == 0 {
            return;
        }
        for (step, target) in self.others_of(state) {
            match step {
                Step::Gap => {
                    for end in next + 1..=(next + GAP).min(search.limit) {
                        self.visit(target, end, search);
                        if end < search.limit && !search.may_go_on(end) {
                            break;
                        }
                    }
                }
                Step::Class(class) => {
                    let class = search.tape.lexicon.class(class as usize);
                    let dead = self.ahead.at(target as usize) & (search.bit_at(next + 1) | ANYHOW) == 0;
                    if class.is_run() || !dead {
                        for length in 1..=search.tape.run(class, next, search.limit) {
                            self.visit(target, next + length, search);
                        }
                    }
                }
                Step::List(list) if id != NO_WORD && search.tape.lexicon.holds(list as usize, id) => {
                    self.visit(target, next + 1, search);
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
