//! `copydesk fix`: writes the sure fixes, or shows them as a patch.

use std::path::Path;

use clap::Args;
use similar::TextDiff;

use crate::cli::options::Options;
use crate::cli::{End, complain, print};
use crate::document::input::Input;
use crate::files;
use crate::fix::{self, File};
use crate::output::{self, Look};
use crate::scales::Safety;

#[derive(Args)]
pub(crate) struct Fix {
    #[command(flatten)]
    options: Options,
    /// Also the likely fixes.
    #[arg(long)]
    likely: bool,
    /// Print a patch and write nothing.
    #[arg(long)]
    diff: bool,
}

impl Fix {
    pub(crate) fn run(&self, look: Look) -> Result<End, String> {
        let desk = self.options.desk()?;
        let (files, mut failed) = self.options.files();
        let (_, _, unread) = super::check::inputs(&files);
        failed |= unread | desk.failed;
        let least = if self.likely { Safety::Likely } else { Safety::Sure };
        let before = files.clone();
        let fixed = fix::fix(files, &desk.glossary, &desk.settings, least);
        let changed: Vec<(&File, &File)> =
            before.iter().zip(&fixed.files).filter(|(old, new)| old.bytes != new.bytes).collect();
        if self.diff {
            print(|out| changed.iter().try_for_each(|(old, new)| out.write_all(patch(old, new).as_bytes())))?;
        } else {
            for (_, new) in &changed {
                if new.name == self.options.stdin_name {
                    continue;
                }
                if let Err(message) = files::write(Path::new(&new.name), &new.bytes) {
                    complain(&message);
                    failed = true;
                }
            }
            if let Some(stdin) = fixed.files.iter().find(|file| file.name == self.options.stdin_name) {
                print(|out| out.write_all(&stdin.bytes))?;
            } else if let Some(pretty) = output::named("pretty") {
                print(|out| {
                    (pretty.write)(&fixed.rest, look, out)?;
                    writeln!(out, "{} mended in {} files", fixed.applied, changed.len())
                })?;
            }
        }
        let grave = fixed.rest.gravest().is_some_and(|level| level >= desk.fail_on);
        Ok(if failed {
            End::Failed
        } else if grave {
            End::Findings
        } else {
            End::Clean
        })
    }
}

/// A unified diff of the two texts.
fn patch(old: &File, new: &File) -> String {
    let text = |file: &File| Input::read(&file.name, &file.bytes).map(|(input, _)| input.text).unwrap_or_default();
    let (before, after) = (text(old), text(new));
    TextDiff::from_lines(&before, &after)
        .unified_diff()
        .context_radius(1)
        .header(&format!("a/{}", old.name), &format!("b/{}", new.name))
        .to_string()
}
