//! copydesk: the copy desk for machine-translated news.
//!
//! Bytes become documents (`formats`), whose prose is read once (`text`) and searched once for all rows of all
//! glossaries (`glossary`). Each document first says what it holds (`facts`); then every rule (`rules`) looks at each
//! document in the light of all. What is found passes `suppress`, is sorted, and leaves as a report (`output`) or as
//! edits of the files (`fix`). `check::check` is the only door.

pub mod check;
pub mod cli;
pub mod config;
pub mod confirm;
pub mod document;
pub mod english;
pub mod facts;
pub mod files;
pub mod fix;
pub mod formats;
pub mod glossary;
pub mod names;
pub mod output;
pub mod rule;
pub mod rules;
pub mod scales;
pub mod settings;
pub mod suppress;
pub mod text;
