//! Text as such: places, lines, words, sentences, quotations and folding; it knows no article and no rule.

pub mod addresses;
pub mod day;
pub mod fold;
pub mod keys;
pub mod languages;
pub mod lines;
pub mod memo;
pub mod nearness;
pub mod quotes;
pub mod reading;
pub mod sentences;
pub mod span;
pub(crate) mod table;
pub mod words;
