//! Compiles the built-in glossaries, so that a check starts with their automaton ready.
//!
//! The modules that read and compile rows are the program's own, taken in by their paths.

#![allow(dead_code, unreachable_pub, missing_docs, unused_imports, reason = "the build uses a part of each module")]

use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/document"]
mod document {
    pub mod encoding;
}
#[path = "src/english/mod.rs"]
mod english;
#[path = "src/glossary"]
mod glossary {
    pub mod anchor;
    pub mod automaton;
    pub mod builder;
    pub mod classes;
    pub mod columns;
    pub mod compile;
    pub mod condition;
    pub mod entry;
    pub mod flat;
    pub mod head;
    pub mod lexicon;
    pub mod matching;
    pub mod opening;
    pub mod packs;
    pub mod pattern;
    pub mod read;
    pub mod shelf;
    pub mod store;
    mod track;
}
#[path = "src/scales.rs"]
mod scales;
#[path = "src/text/mod.rs"]
mod text;

/// Everything that decides what a compiled row looks like.
const SOURCES: [&str; 5] = ["build.rs", "glossaries", "src/english", "src/glossary", "src/text"];

fn main() -> Result<(), Box<dyn Error>> {
    let rows = glossary::packs::built_in();
    let compiled = glossary::compile::Glossary::of(rows.entries.into_iter().map(glossary::entry::Entry::for_checks));
    for problem in rows.problems.iter().chain(&compiled.problems) {
        println!("cargo:warning={problem}");
    }
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    fs::write(folder.join("packs.bin"), compiled.to_bytes()?)?;

    let mut fingerprint = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
        take_in(Path::new(source), &mut fingerprint)?;
    }
    println!("cargo:rustc-env=COPYDESK_FINGERPRINT={:016x}", fingerprint.finish());
    Ok(())
}

/// Adds the bytes of a file, or of all files of a folder in the order of their names.
fn take_in(path: &Path, fingerprint: &mut DefaultHasher) -> std::io::Result<()> {
    if path.is_file() {
        fs::read(path)?.hash(fingerprint);
        return Ok(());
    }
    let mut inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    inside.sort();
    inside.iter().try_for_each(|path| take_in(path, fingerprint))
}
