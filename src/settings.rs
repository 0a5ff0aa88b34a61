//! What a user can set for a check, whatever it came from: the command line, `copydesk.toml` or an editor.

use std::collections::BTreeMap;

use crate::scales::Level;

/// Settings of one check.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Languages of the original (ISO 639-1); empty: worked out from the text, or all.
    pub from: Vec<String>,
    /// Only these rules; empty: all.
    pub only: Vec<String>,
    /// Not these rules.
    pub skip: Vec<String>,
    /// Also rules that are still in preview.
    pub preview: bool,
    /// Levels of rules that differ from the rules' own.
    pub levels: BTreeMap<String, Level>,
    /// Levels and skips for some paths, in the order in which they were written; later ones win.
    pub paths: Vec<PathSettings>,
    /// Findings below this level are not reported.
    pub least: Option<Level>,
    /// Words that let the line of plain text stand in which they are written.
    pub stet_marks: Vec<String>,
    /// The day on which dated rows are judged, `YYYY-MM-DD`; empty: rows hold whatever their dates.
    pub day: String,
}

/// Settings for paths that match a glob.
#[derive(Debug, Clone)]
pub struct PathSettings {
    /// The glob, matched against the path as it was given.
    pub glob: globset::GlobMatcher,
    /// Levels of rules there.
    pub levels: BTreeMap<String, Level>,
    /// True: nothing is checked there.
    pub ignore: bool,
}

impl Settings {
    /// The level of a rule for an input: the last of the paths' settings that names it, the settings, or its own.
    #[must_use]
    pub fn level(&self, rule: &str, own: Level, input: &str) -> Level {
        let by_path =
            self.paths.iter().rev().filter(|path| path.glob.is_match(input)).find_map(|path| path.levels.get(rule));
        by_path.or_else(|| self.levels.get(rule)).copied().unwrap_or(own)
    }

    /// True when nothing of this input is to be checked.
    #[must_use]
    pub fn ignores(&self, input: &str) -> bool {
        self.paths.iter().any(|path| path.ignore && path.glob.is_match(input))
    }

    /// True when a rule takes part, by its name and whether it is in preview.
    #[must_use]
    pub fn runs(&self, rule: &str, in_preview: bool) -> bool {
        let named = self.only.iter().any(|name| name == rule);
        if !self.only.is_empty() && !named || self.skip.iter().any(|name| name == rule) {
            return false;
        }
        named || self.preview || !in_preview || self.levels.contains_key(rule)
    }
}
