//! Fixes applied: again and again until nothing changes, never two edits on one byte.

use crate::check::{self, Report};
use crate::document::input::Input;
use crate::document::prose::Edit;
use crate::glossary::compile::Glossary;
use crate::rule::Finding;
use crate::scales::Safety;
use crate::settings::Settings;

/// A file's name and bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path as it was given.
    pub name: String,
    /// Its bytes on disk.
    pub bytes: Vec<u8>,
}

/// What fixing gave.
#[derive(Debug)]
pub struct Fixed {
    /// The files, in order, changed or not.
    pub files: Vec<File>,
    /// How many fixes were applied to each.
    pub made: Vec<usize>,
    /// What is still to be done.
    pub rest: Report,
}

impl Fixed {
    /// How many fixes were applied to all of them.
    #[must_use]
    pub fn applied(&self) -> usize {
        self.made.iter().sum()
    }
}

/// Rounds after which fixing stops, should two rows undo one another for ever.
const ROUNDS: usize = 12;

/// Applies all fixes of at least this safety, round after round, each judged afresh. Files that are not text are left as they are.
#[must_use]
pub fn fix(mut files: Vec<File>, glossary: &Glossary, settings: &Settings, least: Safety) -> Fixed {
    let mut made = vec![0; files.len()];
    for round in 0.. {
        let inputs: Vec<Input> =
            files.iter().filter_map(|file| Input::read(&file.name, &file.bytes).ok()).map(|(input, _)| input).collect();
        let rest = check::check(inputs, glossary, settings);
        let mut changed = 0;
        if round < ROUNDS {
            // The pages come in the order of the files that are text.
            let mut own = files.iter_mut().zip(&mut made);
            for page in &rest.pages {
                let Some((file, made)) = own.find(|(file, _)| file.name == page.name) else { break };
                let edits = chosen(&page.findings, least);
                if let Some(bytes) =
                    page.findings.first().and_then(|finding| apply(&finding.place.input, &file.bytes, &edits))
                {
                    file.bytes = bytes;
                    *made += edits.len();
                    changed += edits.len();
                }
            }
        }
        if changed == 0 {
            return Fixed { files, made, rest };
        }
    }
    unreachable!("the loop ends by returning")
}

/// The edits of the findings whose best fix is safe enough: fixes that touch an earlier one's bytes wait for the next round.
#[must_use]
pub fn chosen(findings: &[Finding], least: Safety) -> Vec<Vec<Edit>> {
    let mut taken = std::collections::BTreeMap::<usize, usize>::new();
    let mut out = Vec::new();
    for finding in findings {
        let Ok(Some(fix)) = finding.fix(least) else { continue };
        // An insertion takes the byte it stands before, so that no other edit lands on the same spot.
        let bounds = |edit: &Edit| (edit.span.start, edit.span.end.max(edit.span.start + 1));
        let free = fix.edits.iter().all(|edit| {
            let (start, end) = bounds(edit);
            taken.range(..end).next_back().is_none_or(|(_, taken_end)| *taken_end <= start)
        });
        if free {
            taken.extend(fix.edits.iter().map(bounds));
            out.push(fix.edits.clone());
        }
    }
    out
}

/// The file's bytes with the edits made; every other byte is as it was. None when nothing changes.
#[must_use]
pub fn apply(input: &Input, bytes: &[u8], edits: &[Vec<Edit>]) -> Option<Vec<u8>> {
    let mut edits: Vec<&Edit> = edits.iter().flatten().collect();
    if edits.is_empty() {
        return None;
    }
    edits.sort_by_key(|edit| edit.span);
    let mut out = Vec::with_capacity(bytes.len() + 64);
    let mut at = 0;
    for edit in edits {
        let span = input.on_disk(edit.span);
        out.extend_from_slice(bytes.get(at..span.start)?);
        out.extend(input.home.encode(&edit.with)?);
        at = span.end;
    }
    out.extend_from_slice(bytes.get(at..)?);
    Some(out)
}
