//! What the tool knows of English: inflection both ways, word classes, articles, case, spelling and a guess at each word's part in its sentence.
//!
//! Nothing here is built at start-up: tables are sorted text inside the program, searched by bisection.
//! All words are looked up in lower case with straight apostrophes; a word in capitals is lowered first.

pub mod article;
mod built;
pub mod case;
pub mod classes;
mod endings;
pub mod frequency;
pub mod inflect;
pub mod lemma;
mod lexicon;
pub mod numerals;
mod odds;
pub mod rare;
pub mod spelling;
pub mod tag;
#[cfg(test)]
mod tests;
