//! `copydesk.toml`: found upwards, read strictly, turned into settings.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::rules;
use crate::scales::Level;
use crate::settings::{PathSettings, Settings};
use crate::text::languages;
use crate::text::nearness;

/// The file's name.
pub const NAME: &str = "copydesk.toml";

/// What the file may hold.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// Glossary files, relative to the config file; later ones win over earlier ones.
    pub glossaries: Vec<PathBuf>,
    /// Languages of the original.
    pub from: Vec<String>,
    /// Also rules in preview.
    pub preview: bool,
    /// The level from which findings make the exit code 1.
    pub fail_on: Option<Level>,
    /// The level from which findings are reported.
    pub level: Option<Level>,
    /// Words that let the line of plain text stand in which they are written.
    pub stet: Vec<String>,
    /// Rules that are not run.
    pub skip: Vec<String>,
    /// Globs of paths, relative to the config file, in which nothing is checked.
    pub ignore: Vec<String>,
    /// Levels of rules.
    pub levels: BTreeMap<String, Level>,
    /// Levels of rules for some paths.
    pub paths: Vec<PathConfig>,
}

/// Settings for some paths.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PathConfig {
    /// A glob, relative to the config file.
    pub glob: String,
    /// Levels of rules there.
    #[serde(default)]
    pub levels: BTreeMap<String, Level>,
    /// Glossary files that are meant for these paths only, relative to the config file; they win over those of all paths.
    #[serde(default)]
    pub glossaries: Vec<PathBuf>,
    /// Languages of the original there.
    #[serde(default)]
    pub from: Vec<String>,
}

const KEYS: [&str; 12] = [
    "glossaries",
    "from",
    "preview",
    "fail-on",
    "level",
    "stet",
    "skip",
    "ignore",
    "levels",
    "paths",
    "glob",
    "unused-stet",
];

/// Reads the text of a config file; `name` is for messages.
///
/// # Errors
/// File, line and what is wrong: unknown keys with the nearest right one, unknown rules with the nearest rule.
pub fn parse(name: &str, text: &str) -> Result<Config, String> {
    let config: Config = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        let message = error.message();
        let near = message
            .strip_prefix("unknown field `")
            .and_then(|rest| rest.split('`').next())
            .and_then(|key| nearness::nearest(key, KEYS));
        let hint = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        format!("{name}:{line}: {message}{hint}")
    })?;
    for (key, level) in [("level", config.level), ("fail-on", config.fail_on)] {
        if level == Some(Level::Off) {
            return Err(format!("{name}: {key}: write hint, warning or error"));
        }
    }
    for code in config.from.iter().chain(config.paths.iter().flat_map(|path| &path.from)) {
        languages::known(code).map_err(|message| format!("{name}: from: {message}"))?;
    }
    let named = config.levels.keys().chain(config.paths.iter().flat_map(|path| path.levels.keys())).chain(&config.skip);
    for rule in named {
        rules::known(rule).map_err(|message| format!("{name}: {message}"))?;
    }
    Ok(config)
}

/// The rank of the house glossary of that number, from 0; built-in ones have rank 0.
#[must_use]
pub fn rank(number: usize) -> u8 {
    u8::try_from(number + 1).unwrap_or(u8::MAX)
}

fn at(folder: &Path, glob: &str) -> Result<PathSettings, String> {
    PathSettings::new(folder, glob).map_err(|error| format!("{NAME}: {error}"))
}

impl Config {
    /// All its glossaries, those that win last: of all paths, then of some.
    pub fn all_glossaries(&self) -> impl Iterator<Item = &PathBuf> {
        self.glossaries.iter().chain(self.paths.iter().flat_map(|path| &path.glossaries))
    }

    /// The settings that the config asks for; `folder` is where the file stands.
    ///
    /// # Errors
    /// When a glob is wrong.
    pub fn settings(&self, folder: &Path) -> Result<Settings, String> {
        let mut paths = Vec::new();
        for glob in &self.ignore {
            let mut ignored = at(folder, glob)?;
            ignored.ignore = true;
            paths.push(ignored);
        }
        let mut before = self.glossaries.len();
        for path in &self.paths {
            let mut set = at(folder, &path.glob)?;
            set.ranks = (before..before + path.glossaries.len()).map(rank).collect();
            before += path.glossaries.len();
            (set.levels, set.from) = (path.levels.clone(), path.from.clone());
            paths.push(set);
        }
        Ok(Settings {
            from: self.from.clone(),
            skip: self.skip.clone(),
            preview: self.preview,
            levels: self.levels.clone(),
            paths,
            least: self.level,
            stet_marks: self.stet.clone(),
            ..Settings::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_keys_and_rules_are_refused_with_the_nearest() {
        let fault = parse(NAME, "preview = true\nglosaries = []\n").expect_err("a wrong key");
        assert!(fault.contains("copydesk.toml:2") && fault.contains("did you mean glossaries?"), "{fault}");
        let fault = parse(NAME, "[levels]\nliteral-phrases = \"hint\"\n").expect_err("a wrong rule");
        assert!(fault.contains("did you mean literal-phrase?"), "{fault}");
        let fault = parse(NAME, "level = \"grave\"").expect_err("a wrong level");
        assert!(fault.contains("warning"), "{fault}");
    }
}
