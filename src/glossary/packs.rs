//! The glossaries inside the program: one pack a language of the original, and those that hold for all.

use crate::glossary::read::{self, Rows};

/// One built-in pack.
pub struct Pack {
    /// Its file's name in `glossaries/`.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! packs {
    ($($file:literal),* $(,)?) => {
        &[$(Pack { file: concat!("glossaries/", $file), text: include_str!(concat!("../../glossaries/", $file)) }),*]
    };
}

/// All built-in packs.
pub const PACKS: &[Pack] = packs![
    "any.csv",
    "ar.csv",
    "cs.csv",
    "de.csv",
    "es.csv",
    "fi.csv",
    "fr.csv",
    "hu.csv",
    "it.csv",
    "ja.csv",
    "leftovers.csv",
    "lv.csv",
    "nl.csv",
    "pl.csv",
    "pt.csv",
    "rom.csv",
    "ru.csv",
    "slav.csv",
    "tr.csv",
    "uk.csv",
    "zh.csv",
];

/// The rows of all built-in packs, rank 0.
#[must_use]
pub fn built_in() -> Rows {
    let mut all = Rows::default();
    for pack in PACKS {
        match read::read(pack.file, pack.text.as_bytes(), 0) {
            Ok(rows) => {
                all.entries.extend(rows.entries);
                all.problems.extend(rows.problems.into_iter().filter(|problem| problem.refused));
            }
            Err(message) => debug_assert!(false, "{message}"),
        }
    }
    all
}
