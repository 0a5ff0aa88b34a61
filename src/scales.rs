//! The two ordered scales every finding is placed on: how grave it is, and how safe its fix.

use serde::{Deserialize, Serialize};

/// How grave a finding is; ordered, so that "at or above" is a `>=`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Not reported.
    Off,
    /// Worth a look.
    Hint,
    /// Should be changed.
    Warning,
    /// Must not be printed.
    Error,
    /// Outside the order, no fault: it stands as the house prints it. Nothing can be set to it. Last, since what cannot be
    /// read back must not shift the numbers under which the others are stored.
    #[serde(skip_deserializing)]
    Confirmed,
}

/// How safe a fix is; ordered, so that "may this be applied" is a `>=`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safety {
    /// The editor must choose: several candidates, a name without a row, or anything inside a quotation.
    Choice,
    /// Right nearly always; applied when asked for.
    Likely,
    /// A glossary row says so and the form is unambiguous, or a leftover line.
    Sure,
}

impl Level {
    /// All levels that can be set, gravest last.
    pub const ALL: [Level; 4] = [Level::Off, Level::Hint, Level::Warning, Level::Error];

    /// The level's name in settings and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Confirmed => "confirmed",
            Level::Hint => "hint",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }

    /// The level of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

impl Safety {
    /// All, safest last.
    pub const ALL: [Safety; 3] = [Safety::Choice, Safety::Likely, Safety::Sure];

    /// The name in settings and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Safety::Choice => "choice",
            Safety::Likely => "likely",
            Safety::Sure => "sure",
        }
    }

    /// The safety of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|safety| safety.name() == name)
    }
}
