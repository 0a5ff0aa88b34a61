//! Who may import whom: every `crate::` path in `src/` leads to a lower step of `docs/house.md`.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, lowest step first; rooms on one line share a step and may not import one another.
const STEPS: &[&[&str]] = &[
    &["scales", "text"],
    &["english"],
    &["document"],
    &["formats", "names"],
    &["glossary"],
    &["settings"],
    &["facts"],
    &["rule"],
    &["rules"],
    &["confirm", "suppress"],
    &["config"],
    &["check"],
    &["fix", "output"],
    &["files"],
    &["cli"],
];

/// Outside crates and the rooms that may name them.
const DOORS: &[(&str, &[&str])] = &[
    ("clap", &["cli"]),
    ("toml", &["config"]),
    ("csv", &["glossary", "output", "cli", "names"]),
    ("calamine", &["glossary"]),
    ("quick_xml", &["formats", "glossary"]),
    ("html5gum", &["formats"]),
    ("pulldown_cmark", &["formats"]),
    ("strsim", &["text/nearness.rs"]),
    ("unicode_normalization", &["text"]),
    ("encoding_rs", &["document"]),
    ("chardetng", &["document"]),
    ("annotate_snippets", &["output"]),
    ("tempfile", &["files"]),
    ("ignore", &["files"]),
    ("similar", &["cli"]),
    ("rayon", &["check", "cli"]),
    ("postcard", &["glossary"]),
    ("bytes", &["glossary"]),
];

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

fn all() -> Vec<(String, String)> {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    files
        .into_iter()
        .map(|path| {
            (
                path.strip_prefix("src").expect("in src").to_string_lossy().replace('\\', "/"),
                fs::read_to_string(&path).expect("text"),
            )
        })
        .collect()
}

fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

fn step(room: &str) -> Option<usize> {
    STEPS.iter().position(|step| step.contains(&room))
}

#[test]
fn every_room_has_a_step_and_imports_only_from_lower_ones() {
    let mut faults = Vec::new();
    for (file, text) in all() {
        let own = room(&file);
        if matches!(own, "lib" | "main") {
            continue;
        }
        let Some(own_step) = step(own) else {
            faults.push(format!("{file}: the room {own} has no step"));
            continue;
        };
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for part in code.split("crate::").skip(1) {
            let other: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let allowed = other == own || step(&other).is_some_and(|other_step| other_step < own_step);
            if !allowed && !other.is_empty() {
                faults.push(format!("{file}: crate::{other} is not below {own}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn outside_crates_come_in_by_their_own_door() {
    let mut faults = Vec::new();
    for (file, text) in all() {
        for (outside, rooms) in DOORS {
            let named = text.contains(&format!("use {outside}::"))
                || text.contains(&format!(" {outside}::"))
                || text.contains(&format!("({outside}::"));
            if named && !rooms.iter().any(|room| file.starts_with(room)) {
                faults.push(format!("{file} names {outside}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_in_one_sentence_what_it_is() {
    let silent: Vec<String> =
        all().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(file, _)| file).collect();
    assert!(silent.is_empty(), "no head sentence: {silent:?}");
}
