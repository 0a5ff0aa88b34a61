//! One row of a glossary: one fact of the house.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::scales::{Level, Safety};
use crate::text::day::Day;

/// What a row is about; decides which rule speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Kind {
    /// A word or term of the house.
    #[default]
    Term,
    /// A person's name.
    Person,
    /// A place's name.
    Place,
    /// An organisation's name.
    Body,
    /// A phrase carried over word for word.
    Phrase,
    /// A word that looks like the original's and means another thing.
    FalseFriend,
    /// What a web page leaves in an article; matched against whole lines.
    Leftover,
    /// Never to be touched: silences every rule where it matches.
    Keep,
}

impl Kind {
    /// The names a glossary may use, with what they mean.
    pub const NAMES: &[(&str, Kind)] = &[
        ("term", Kind::Term),
        ("person", Kind::Person),
        ("place", Kind::Place),
        ("body", Kind::Body),
        ("name", Kind::Person),
        ("phrase", Kind::Phrase),
        ("false-friend", Kind::FalseFriend),
        ("leftover", Kind::Leftover),
        ("keep", Kind::Keep),
    ];

    /// True for names of persons, places and bodies.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(self, Kind::Person | Kind::Place | Kind::Body)
    }
}

/// How capitals count in a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Case {
    /// Any case is found; the suggestion takes the case of what it replaces.
    #[default]
    Sentence,
    /// Any case is found; the suggestion is printed as the row has it.
    AsIs,
    /// Only the exact case is found.
    Exact,
    /// Any case is found, capitals are no part of the matter.
    Any,
}

/// Which inflected forms of the head word are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Inflect {
    /// Worked out from the word.
    #[default]
    Auto,
    /// The form as written and no other.
    None,
    /// Singular and plural.
    Noun,
    /// All forms of the verb.
    Verb,
    /// Positive, comparative, superlative.
    Adjective,
}

/// Further conditions of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Needs {
    /// Only when the language of the original is known to be one of `from`.
    pub from: bool,
    /// Only outside quotations.
    pub quote: bool,
    /// Only when it is found at least so many times per so many words.
    pub rate: Option<(u32, u32)>,
}

/// Whether a row is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Status {
    /// `write` is what the house prints.
    #[default]
    Preferred,
    /// Tolerated: `avoid` forms are hints.
    Admitted,
    /// No longer printed.
    Deprecated,
    /// Not in force yet.
    Draft,
    /// No longer in force.
    Archived,
}

impl Status {
    /// The names a glossary may use (after TBX administrative status).
    pub const NAMES: &[(&str, Status)] = &[
        ("preferred", Status::Preferred),
        ("admitted", Status::Admitted),
        ("deprecated", Status::Deprecated),
        ("draft", Status::Draft),
        ("archived", Status::Archived),
    ];
}

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowPlace {
    /// The glossary file's name.
    #[serde(skip)]
    pub file: Arc<str>,
    /// Line of the file, from 1.
    pub line: u64,
}

/// One row. Lists hold one item for each part between `|` of the cell. What most rows leave empty stands last: packed,
/// it takes no room.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Entry {
    /// What the house prints, best first; empty: take the text out.
    pub write: Vec<String>,
    /// Patterns of what not to print.
    pub avoid: Vec<String>,
    /// Where it stands.
    pub place: RowPlace,
    /// Which glossary wins: higher before lower (built-in 0, house and desk above).
    pub rank: u8,
    /// What the row is about.
    pub kind: Kind,
    /// Languages of the original for which it holds (ISO 639-1); empty: all.
    pub from: Vec<String>,
    /// The original's words.
    pub original: Vec<String>,
    /// Conditions of which one must hold.
    pub when: Vec<String>,
    /// Conditions of which none may hold.
    pub unless: Vec<String>,
    /// Further conditions.
    pub needs: Needs,
    /// How capitals count.
    pub case: Case,
    /// Which forms of the head word count.
    pub inflect: Inflect,
    /// The form at first mention.
    pub first: String,
    /// How grave, when the row says so.
    pub level: Option<Level>,
    /// How safe, when the row says so.
    pub safety: Option<Safety>,
    /// First day on which it holds; none: always.
    pub since: Option<Day>,
    /// Last day on which it holds; none: for ever.
    pub until: Option<Day>,
    /// Whether it is in force.
    pub status: Status,
    /// Why.
    pub note: String,
    /// Where the house says so.
    pub link: String,
    /// Sentences in which it must be found.
    pub bad: Vec<String>,
    /// Sentences in which it must not.
    pub good: Vec<String>,
    /// Hits per million words of human English, as `glossary try` measured them.
    pub human: String,
    /// Hits per million words of machine English, as `glossary try` measured them.
    pub machine: String,
    /// Columns that copydesk does not know, kept.
    pub other: Vec<(String, String)>,
}

impl Entry {
    /// True for rows that take part in checks.
    #[must_use]
    pub fn in_force(&self) -> bool {
        !matches!(self.status, Status::Draft | Status::Archived)
    }

    /// True when the row holds on a day; where the day is not known, whatever its dates.
    #[must_use]
    pub fn holds_on(&self, day: Option<Day>) -> bool {
        day.is_none_or(|day| self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until))
    }

    /// The row without the sentences and figures that only its tests and tables want.
    #[must_use]
    pub fn for_checks(self) -> Self {
        Entry {
            bad: Vec::new(),
            good: Vec::new(),
            human: String::new(),
            machine: String::new(),
            other: Vec::new(),
            ..self
        }
    }

    /// The row as its rate of hits is measured: whatever the original's language, each hit by itself.
    #[must_use]
    pub fn for_measure(self) -> Self {
        let needs = Needs { from: false, rate: None, ..self.needs };
        Entry { needs, ..self }
    }

    /// The cells whose patterns are looked for: `avoid`, or what a keep row keeps.
    #[must_use]
    pub fn forms(&self) -> &[String] {
        if self.kind == Kind::Keep && self.avoid.is_empty() { &self.write } else { &self.avoid }
    }

    /// What the house prints for a term or a name, when no form has a slot or brackets.
    #[must_use]
    pub fn printed(&self) -> &[String] {
        let named = self.kind == Kind::Term || self.kind.is_name();
        let plain = !self.write.iter().any(|form| form.contains(['<', '(', '[', '\u{2026}']));
        if self.rank > 0 && named && plain { &self.write } else { &[] }
    }

    /// What the house prints, where a check looks for it too: forms that stand beside others, or have a form for the
    /// first mention.
    #[must_use]
    pub fn allowed(&self) -> &[String] {
        if self.write.len() > 1 || !self.first.is_empty() { self.printed() } else { &[] }
    }

    /// All cells whose patterns are looked for: [`forms`](Self::forms), then [`allowed`](Self::allowed) ones.
    pub fn cells(&self) -> impl Iterator<Item = &String> {
        self.forms().iter().chain(self.allowed())
    }

    /// The row in a few words, for evidence: file and line.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}:{}", self.place.file, self.place.line)
    }
}
