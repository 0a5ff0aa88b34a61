//! Options that several commands share, and how they become settings, glossary and files.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::complain;
use crate::config::{self, Config};
use crate::files::{self, cache};
use crate::fix::File;
use crate::glossary::compile::{Compiler, Glossary};
use crate::glossary::open;
use crate::glossary::ready;
use crate::rules;
use crate::scales::Level;
use crate::settings::Settings;
use crate::text::day::Day;
use crate::text::languages;

/// What to look at and by which rules.
#[derive(Args)]
pub(crate) struct Options {
    /// Files, folders, globs, or - for standard input.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// A house glossary (CSV, TSV or TBX); may be given several times, later ones win.
    #[arg(long, short, value_name = "FILE")]
    glossary: Vec<PathBuf>,
    /// Languages of the original, such as nl or ru,uk; if not given, read from each document where it is clear.
    #[arg(long, value_name = "LANG", value_delimiter = ',', value_parser = language)]
    from: Vec<String>,
    /// Report findings of this level and above: hint, warning, error.
    #[arg(long, value_name = "LEVEL", value_parser = level)]
    level: Option<Level>,
    /// Only this rule; may be given several times.
    #[arg(long, value_name = "NAME")]
    rule: Vec<String>,
    /// Not this rule; may be given several times.
    #[arg(long, value_name = "NAME")]
    skip: Vec<String>,
    /// Also rules that are still being measured.
    #[arg(long)]
    preview: bool,
    /// The story's day, YYYY-MM-DD, for glossary rows with dates; default: what the story says.
    #[arg(long, value_name = "DAY", value_parser = day)]
    day: Option<Day>,
    /// Threads, at most one a core; the report is the same for any number.
    #[arg(long, short, value_name = "N")]
    jobs: Option<usize>,
    /// The name for standard input in reports and for telling its format.
    #[arg(long, value_name = "NAME", default_value = files::STDIN)]
    pub(crate) stdin_name: String,
    /// Do not read copydesk.toml.
    #[arg(long)]
    no_config: bool,
    /// The level from which findings make the exit code 1.
    #[arg(long, value_name = "LEVEL", value_parser = level)]
    fail_on: Option<Level>,
}

/// Everything a check needs.
pub(crate) struct Desk {
    pub(crate) settings: Settings,
    pub(crate) glossary: Glossary,
    pub(crate) fail_on: Level,
    /// True when something was said that makes the exit code 2.
    pub(crate) failed: bool,
}

pub(crate) fn level(name: &str) -> Result<Level, String> {
    Level::from_name(name).filter(|level| *level > Level::Off).ok_or_else(|| "write hint, warning or error".to_owned())
}

pub(crate) fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "no such day; write it as 2026-11-24".to_owned())
}

pub(crate) fn language(code: &str) -> Result<String, String> {
    languages::known(&code.to_lowercase()).map(str::to_owned)
}

impl Options {
    /// Settings, glossaries and threads, config file included.
    pub(crate) fn desk(&self) -> Result<Desk, String> {
        for rule in self.rule.iter().chain(&self.skip) {
            rules::known(rule)?;
        }
        if let Some(jobs) = self.jobs {
            // More threads than the machine can run at once only cost time.
            let jobs = jobs.min(std::thread::available_parallelism().map_or(1, usize::from));
            rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global().map_err(|error| error.to_string())?;
        }
        let (config, folder) = if self.no_config { (Config::default(), PathBuf::new()) } else { self.config()? };
        let mut settings = config.settings(&folder)?;
        if !self.from.is_empty() {
            settings.from.clone_from(&self.from);
            settings.paths.iter_mut().for_each(|path| path.from.clear());
        }
        settings.only.clone_from(&self.rule);
        settings.skip.extend(self.skip.iter().cloned());
        settings.preview |= self.preview;
        settings.least = self.level.or(settings.least);
        settings.day = self.day;
        let mut desk = Desk {
            settings,
            glossary: Glossary::default(),
            fail_on: self.fail_on.or(config.fail_on).unwrap_or(Level::Warning),
            failed: false,
        };
        let houses: Vec<PathBuf> =
            config.all_glossaries().map(|path| folder.join(path)).chain(self.glossary.iter().cloned()).collect();
        desk.glossary = desk.glossaries(&houses);
        for problem in &desk.glossary.problems {
            complain(&problem.to_string());
            desk.failed |= problem.refused;
        }
        Ok(desk)
    }

    fn config(&self) -> Result<(Config, PathBuf), String> {
        let first = self.paths.first().filter(|path| path.exists()).map(PathBuf::as_path).unwrap_or(Path::new("."));
        let start = first.canonicalize().unwrap_or_default();
        let Some(file) = start.ancestors().map(|folder| folder.join(config::NAME)).find(|file| file.is_file()) else {
            return Ok((Config::default(), PathBuf::new()));
        };
        let here = std::env::current_dir().unwrap_or_default();
        let shown = file.strip_prefix(&here).unwrap_or(&file).to_owned();
        let bytes = files::read(&shown, files::STDIN)?.bytes;
        let config = config::parse(&shown.to_string_lossy(), &String::from_utf8_lossy(&bytes))?;
        Ok((config, shown.parent().map(Path::to_owned).unwrap_or_default()))
    }

    /// True when this file is one of the paths that the user named.
    pub(crate) fn names(&self, file: &Path) -> bool {
        self.paths.iter().any(|path| path.canonicalize().is_ok_and(|path| path == file))
    }

    /// The files' bytes; what cannot be read is said, and the rest go on.
    pub(crate) fn files(&self) -> (Vec<File>, bool) {
        let here = vec![PathBuf::from(".")];
        let (paths, problems) = files::find(if self.paths.is_empty() { &here } else { &self.paths });
        let mut failed = !problems.is_empty();
        for problem in problems {
            complain(&problem);
        }
        let mut all = Vec::with_capacity(paths.len());
        for path in paths {
            match files::read(&path, &self.stdin_name) {
                Ok(file) => all.push(file),
                Err(message) => {
                    complain(&message);
                    failed = true;
                }
            }
        }
        (all, failed)
    }
}

/// Bytes of house glossaries from which on it is quicker to keep them compiled than to compile them again.
const WORTH_KEEPING: usize = 100_000;

impl Desk {
    /// The built-in glossary and the house's, later files ranking higher; files that cannot be read are said.
    fn glossaries(&mut self, paths: &[PathBuf]) -> Glossary {
        let mut houses: Vec<File> = Vec::with_capacity(paths.len());
        for path in paths {
            match files::read(path, files::STDIN) {
                Ok(file) => houses.push(file),
                Err(message) => self.fail(&message),
            }
        }
        if houses.iter().map(|file| file.bytes.len()).sum::<usize>() < WORTH_KEEPING {
            return self.compiled(&houses);
        }
        let parts: Vec<&[u8]> = [ready::FINGERPRINT.as_bytes()]
            .into_iter()
            .chain(houses.iter().flat_map(|file| [file.name.as_bytes(), &file.bytes]))
            .collect();
        let key = cache::key(&parts);
        if let Some(glossary) = cache::get(&key).and_then(|bytes| Glossary::from_bytes(bytes.into())) {
            return glossary;
        }
        let failed = self.failed;
        let glossary = self.compiled(&houses);
        // A file without a header is said by the compiling itself, so it must be compiled each time.
        if self.failed == failed
            && let Ok(bytes) = glossary.to_bytes()
        {
            cache::put(&key, &bytes);
        }
        glossary
    }

    fn compiled(&mut self, houses: &[File]) -> Glossary {
        if houses.is_empty() {
            return ready::built_in();
        }
        let mut compiler = Compiler::after(ready::built_in());
        for (at, file) in houses.iter().enumerate() {
            let read = compiler.add_all(|add| {
                open::each(&file.name, &file.bytes, config::rank(at), &mut |entry| add(entry.for_checks()))
            });
            match read {
                Ok(problems) => compiler.say(problems),
                Err(message) => self.fail(&message),
            }
        }
        compiler.finish()
    }

    fn fail(&mut self, message: &str) {
        complain(message);
        self.failed = true;
    }
}
