//! `copydesk fix`: writes the sure fixes, or shows them as a patch.

use std::ops::Range;
use std::path::Path;

use clap::Args;
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};

use crate::cli::options::Options;
use crate::cli::{End, complain, print};
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
        let changed: Vec<(&File, &File, usize)> = before
            .iter()
            .zip(&fixed.files)
            .zip(&fixed.made)
            .filter(|((old, new), _)| old.bytes != new.bytes)
            .map(|((old, new), made)| (old, new, *made))
            .collect();
        if self.diff {
            print(|out| changed.iter().try_for_each(|(old, new, _)| out.write_all(&patch(old, new))))?;
        } else {
            // What a file refuses to take is not mended.
            let (mut mended, mut written) = (0, 0);
            for (_, new, made) in &changed {
                if new.name == self.options.stdin_name {
                    continue;
                }
                if let Err(message) = files::write(Path::new(&new.name), &new.bytes) {
                    complain(&message);
                    failed = true;
                } else {
                    mended += made;
                    written += 1;
                }
            }
            if let Some(stdin) = fixed.files.iter().find(|file| file.name == self.options.stdin_name) {
                print(|out| out.write_all(&stdin.bytes))?;
            } else if let Some(pretty) = output::named("pretty") {
                print(|out| {
                    (pretty.write)(&fixed.rest, look, out)?;
                    writeln!(out, "{mended} mended in {written} {}", if written == 1 { "file" } else { "files" })
                })?;
            }
        }
        for finding in fixed.rest.findings() {
            if let Err(message) = finding.fix(least) {
                let (file, at) = (&finding.place.input.name, finding.place.input.position(finding.place.span.start));
                complain(&format!("{file}:{}:{}: not mended: {message}", at.line, at.column));
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

/// A unified diff of the two files, byte for byte, as `patch -p1 --binary` and `git apply` take it.
fn patch(old: &File, new: &File) -> Vec<u8> {
    let before: Vec<&[u8]> = old.bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let after: Vec<&[u8]> = new.bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let name = |side: &str| {
        let path = old.name.trim_start_matches('/');
        let quoted = path.contains(['"', '\\', '\t', '\n']);
        let name = format!("{side}/{path}");
        // A tab ends a name with blanks.
        if quoted {
            format!("{name:?}")
        } else if path.contains(' ') {
            name + "\t"
        } else {
            name
        }
    };
    let mut out = format!("--- {}\n+++ {}\n", name("a"), name("b")).into_bytes();
    for group in group_diff_ops(capture_diff_slices(Algorithm::Myers, &before, &after), 1) {
        let span = |range: &dyn Fn(&DiffOp) -> Range<usize>| {
            let (start, end) =
                (group.first().map_or(0, |op| range(op).start), group.last().map_or(0, |op| range(op).end));
            format!("{},{}", if start == end { start } else { start + 1 }, end - start)
        };
        out.extend(format!("@@ -{} +{} @@\n", span(&DiffOp::old_range), span(&DiffOp::new_range)).bytes());
        for op in &group {
            let mut put = |sign: u8, lines: &[&[u8]]| {
                for line in lines {
                    out.push(sign);
                    out.extend(*line);
                    if !line.ends_with(b"\n") {
                        out.extend(b"\n\\ No newline at end of file\n");
                    }
                }
            };
            if op.tag() == DiffTag::Equal {
                put(b' ', &before[op.old_range()]);
            } else {
                put(b'-', &before[op.old_range()]);
                put(b'+', &after[op.new_range()]);
            }
        }
    }
    out
}
