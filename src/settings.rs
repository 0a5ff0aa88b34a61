//! What a user can set for a check, whatever it came from: the command line, `copydesk.toml` or an editor.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::scales::Level;
use crate::text::day::Day;

/// Settings of one check.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Languages of the original (ISO 639-1); empty: read from each document where it is clear, else all.
    pub from: Vec<String>,
    /// Only these rules; empty: all.
    pub only: Vec<String>,
    /// Not these rules.
    pub skip: Vec<String>,
    /// Also rules that are still in preview.
    pub preview: bool,
    /// Also say what stands as house glossaries print it.
    pub confirm: bool,
    /// Levels of rules that differ from the rules' own.
    pub levels: BTreeMap<String, Level>,
    /// Levels and skips for some paths, in the order in which they were written; later ones win.
    pub paths: Vec<PathSettings>,
    /// Findings below this level are not reported.
    pub least: Option<Level>,
    /// Words that let the line of plain text stand in which they are written.
    pub stet_marks: Vec<String>,
    /// The day on which dated rows are judged; none: the story's own, and where it gives none rows hold whatever their
    /// dates.
    pub day: Option<Day>,
}

/// Settings for paths that match a glob.
#[derive(Debug, Clone)]
pub struct PathSettings {
    /// The folder below which the glob holds, absolute.
    folder: PathBuf,
    /// The glob, matched against the path from the folder on and against the folders on its way.
    glob: globset::GlobMatcher,
    /// Levels of rules there.
    pub levels: BTreeMap<String, Level>,
    /// True: nothing is checked there.
    pub ignore: bool,
    /// Languages of the original there; empty: as elsewhere.
    pub from: Vec<String>,
    /// Ranks of glossaries that are meant for these paths only.
    pub ranks: Vec<u8>,
}

impl PathSettings {
    /// Settings for what a glob names below a folder: files, or whole folders (`wire`, `wire/`, `wire/**`); none of them
    /// set yet.
    ///
    /// # Errors
    /// When the glob is wrong.
    pub fn new(folder: &Path, glob: &str) -> Result<Self, globset::Error> {
        let glob = globset::Glob::new(glob.trim_start_matches("./").trim_end_matches('/'))?.compile_matcher();
        let (levels, from, ranks) = (BTreeMap::new(), Vec::new(), Vec::new());
        Ok(PathSettings { folder: whole(folder), glob, levels, ignore: false, from, ranks })
    }

    fn holds(&self, input: &str) -> bool {
        let path = whole(Path::new(input));
        let below = path.strip_prefix(&self.folder).unwrap_or(Path::new(input));
        below.ancestors().filter(|part| !part.as_os_str().is_empty()).any(|part| self.glob.is_match(part))
    }
}

/// A path from the root on, `.` and `..` worked out by their names alone.
fn whole(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let mut out = PathBuf::new();
    for part in std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

impl Settings {
    /// The level of a rule for an input: the last of the paths' settings that names it, the settings, or its own.
    #[must_use]
    pub fn level(&self, rule: &str, own: Level, input: &str) -> Level {
        let by_path = self.paths.iter().rev().filter(|path| path.holds(input)).find_map(|path| path.levels.get(rule));
        by_path.or_else(|| self.levels.get(rule)).copied().unwrap_or(own)
    }

    /// True when the settings speak of this rule for an input: asked for by name, or its level set.
    #[must_use]
    pub fn names(&self, rule: &str, input: &str) -> bool {
        self.only.iter().any(|name| name == rule)
            || self.levels.contains_key(rule)
            || self.paths.iter().any(|path| path.levels.contains_key(rule) && path.holds(input))
    }

    /// The languages of an input's original: those of the last of the paths' settings that names any, else the settings'.
    #[must_use]
    pub fn from(&self, input: &str) -> &[String] {
        let by_path = self.paths.iter().rev().find(|path| !path.from.is_empty() && path.holds(input));
        by_path.map_or(&self.from, |path| &path.from)
    }

    /// The ranks of glossaries that are meant for other paths than this input's.
    #[must_use]
    pub fn silent(&self, input: &str) -> Vec<u8> {
        let others = self.paths.iter().filter(|path| !path.ranks.is_empty() && !path.holds(input));
        others.flat_map(|path| path.ranks.iter().copied()).collect()
    }

    /// The ranks of all glossaries that are meant for some paths only.
    #[must_use]
    pub fn of_paths(&self) -> Vec<u8> {
        self.paths.iter().flat_map(|path| path.ranks.iter().copied()).collect()
    }

    /// True when nothing of this input is to be checked.
    #[must_use]
    pub fn ignores(&self, input: &str) -> bool {
        self.paths.iter().any(|path| path.ignore && path.holds(input))
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
