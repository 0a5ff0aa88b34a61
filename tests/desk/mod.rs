//! What several tests need: inputs, the built-in glossary, golden files.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::path::Path;

use copydesk::check::{self, Report};
use copydesk::document::input::Input;
use copydesk::glossary::compile::Glossary;
use copydesk::glossary::packs;
use copydesk::settings::Settings;

/// The built-in glossary.
pub(crate) fn built_in() -> Glossary {
    Glossary::of(packs::built_in().entries)
}

/// An input of that name and bytes.
pub(crate) fn input(name: &str, bytes: &[u8]) -> Input {
    Input::read(name, bytes).expect("text").0
}

/// The report on one input with the built-in glossary and default settings.
pub(crate) fn report(name: &str, bytes: &[u8]) -> Report {
    check::check(vec![input(name, bytes)], &built_in(), &Settings::default())
}

/// The seed article.
pub(crate) fn seed() -> Vec<u8> {
    fs::read("fixtures/articles/seed.txt").expect("the seed article")
}

/// Compares with a golden file; with `BLESS=1` in the environment the file is written anew.
pub(crate) fn golden(path: &str, found: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(Path::new(path).parent().expect("a folder")).expect("can be made");
        fs::write(path, found).expect("can be written");
        return;
    }
    let wanted = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    let found = found.replace("\r\n", "\n");
    if wanted != found {
        let diff = similar::TextDiff::from_lines(&wanted, &found).unified_diff().header(path, "found").to_string();
        panic!("{path} differs (BLESS=1 writes it anew):\n{diff}");
    }
}
