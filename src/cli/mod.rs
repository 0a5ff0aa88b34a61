//! The command line: arguments, exit codes, one file a subcommand.

mod check;
mod explain;
mod fix;
mod glossary;
mod names;
mod options;
mod roll;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{ColorChoice, Parser, Subcommand};

use crate::output::Look;

/// The copy desk for machine-translated news: finds what translation machines leave in English articles, names the
/// evidence, suggests the fix, and stays silent on good prose.
#[derive(Parser)]
#[command(name = "copydesk", version, max_term_width = 100, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Colours: only on a terminal unless told otherwise (NO_COLOR is respected).
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
}

const EXIT_CODES: &str = "Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 could not do the job.";

#[derive(Subcommand)]
enum Command {
    /// Check files, folders, globs or standard input (-); without a path the current folder.
    Check(check::Check),
    /// Write the sure fixes into the files.
    Fix(fix::Fix),
    /// Show a rule's page, or the table of rules.
    Explain(explain::Explain),
    /// List the names of an article or an archive with their spellings.
    Names(names::Names),
    /// Check a glossary, or try it over an archive.
    #[command(subcommand)]
    Glossary(glossary::Glossary),
}

/// How a command ended, short of an exit code.
pub(crate) enum End {
    /// Nothing found, or done.
    Clean,
    /// Findings at or above the level asked for.
    Findings,
    /// Something could not be done; it has been said.
    Failed,
}

/// Runs the program on its arguments.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let look = look(arguments.color);
    let ended = match arguments.command {
        Command::Check(check) => check.run(look),
        Command::Fix(fix) => fix.run(look),
        Command::Explain(explain) => explain.run(),
        Command::Names(names) => names.run(),
        Command::Glossary(glossary) => glossary.run(),
    };
    match ended {
        Ok(End::Clean) => ExitCode::SUCCESS,
        Ok(End::Findings) => ExitCode::from(1),
        Ok(End::Failed) => ExitCode::from(2),
        Err(message) => {
            complain(&message);
            ExitCode::from(2)
        }
    }
}

fn look(color: ColorChoice) -> Look {
    let terminal = io::stdout().is_terminal();
    let colour = match color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    };
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    Look { width: columns.filter(|width| *width >= 40).unwrap_or(110), colour }
}

/// Says on standard error what went wrong.
pub(crate) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "copydesk: {message}");
}

/// Writes to standard output; a reader that went away is no error.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), String> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(format!("standard output: {error}")),
        Ok(()) => Ok(()),
    }
}
