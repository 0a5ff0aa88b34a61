//! The glossary: rows that a desk writes, compiled so that all of them are found in one pass over a text.

pub mod anchor;
pub mod automaton;
pub mod builder;
pub mod classes;
pub mod columns;
pub mod compile;
pub mod condition;
pub mod entry;
pub mod head;
pub mod lexicon;
pub mod matching;
pub mod open;
pub mod opening;
pub mod packs;
pub mod pattern;
pub mod read;
pub mod ready;
pub mod review;
pub mod row_test;
pub mod scan;
pub mod sheet;
pub mod store;
pub mod suggestion;
pub mod tbx;
mod track;
pub mod write;
pub mod xlsx;
