//! `copydesk check`: the main job.

use std::borrow::Borrow;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::check::{self, Report};
use crate::cli::options::Options;
use crate::cli::{End, complain, print};
use crate::document::input::Input;
use crate::files;
use crate::fix::File;
use crate::output::{self, Look, OUTPUTS};

#[derive(Args)]
pub(crate) struct Check {
    #[command(flatten)]
    options: Options,
    /// How to write the report: pretty, csv, json.
    #[arg(long, short, value_name = "FORMAT", default_value = OUTPUTS[0].name, value_parser = format)]
    format: String,
    /// Where to write it; standard output if not given.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Also say which terms and names stand as the house glossaries print them.
    #[arg(long)]
    confirm: bool,
    /// Exit with 0 even when something is found.
    #[arg(long)]
    exit_zero: bool,
}

fn format(name: &str) -> Result<String, String> {
    let names: Vec<&str> = OUTPUTS.iter().map(|output| output.name).collect();
    output::named(name).map(|output| output.name.to_owned()).ok_or_else(|| format!("write one of {}", names.join(", ")))
}

impl Check {
    pub(crate) fn run(&self, look: Look) -> Result<End, String> {
        let mut desk = self.options.desk()?;
        desk.settings.confirm = self.confirm;
        let (mut files, mut failed) = self.options.files();
        if let Some(report) = self.output.as_deref().and_then(|path| path.canonicalize().ok()) {
            if self.options.names(&report) {
                return Err(format!("{}: is one of the files to check; write the report to another", report.display()));
            }
            // The report of the last run, met in a folder, is no story.
            files.retain(|file| Path::new(&file.name).canonicalize().ok().as_ref() != Some(&report));
        }
        let (inputs, notices, unread) = inputs(files);
        failed |= unread | desk.failed;
        let mut report = check::check(inputs, &desk.glossary, &desk.settings);
        report.notices.splice(0..0, notices);
        say_notices(&report);
        self.write(&report, look)?;
        let grave = report.gravest().is_some_and(|level| level >= desk.fail_on);
        // The process ends here: to take the rows and the report apart first would only cost time.
        let (_desk, _report) = (ManuallyDrop::new(desk), ManuallyDrop::new(report));
        Ok(if failed {
            End::Failed
        } else if grave && !self.exit_zero {
            End::Findings
        } else {
            End::Clean
        })
    }

    fn write(&self, report: &Report, look: Look) -> Result<(), String> {
        let Some(output) = output::named(&self.format) else {
            return Err(format!("no format is named {}", self.format));
        };
        match &self.output {
            None => print(|out| (output.write)(report, look, out)),
            Some(path) => {
                let mut bytes = Vec::new();
                let look = Look { colour: false, ..look };
                (output.write)(report, look, &mut bytes).map_err(|error| format!("{}: {error}", path.display()))?;
                files::write(path, &bytes)
            }
        }
    }
}

/// Decodes files, letting go of each one's bytes where they are handed over; what is not text is said. Returns inputs,
/// notices, and whether anything was left out.
pub(crate) fn inputs(
    files: impl IntoIterator<Item: Borrow<File>>,
) -> (Vec<Input>, Vec<crate::document::input::Notice>, bool) {
    let (mut inputs, mut notices, mut failed) = (Vec::new(), Vec::new(), false);
    for file in files {
        let file = file.borrow();
        match Input::read(&file.name, &file.bytes) {
            Ok((input, said)) => {
                inputs.push(input);
                notices.extend(said);
            }
            Err(message) => {
                complain(&format!("{}: {message}", file.name));
                failed = true;
            }
        }
    }
    (inputs, notices, failed)
}

/// Says on standard error what readers could not read or had to guess.
pub(crate) fn say_notices(report: &Report) {
    for notice in &report.notices {
        complain(&format!("{}:{}:{}: {}", notice.input, notice.position.line, notice.position.column, notice.message));
    }
}
