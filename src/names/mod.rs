//! Names: mentions in prose, romanisation schemes as data, and which spellings are one name.
//!
//! [`compare::compare`] judges one pair; [`cluster`] gathers the spellings of an article or an archive; both name their evidence.
//! Facts live in `tables/` (one file a scheme family or a list, each with its source); code holds only the mechanisms.

pub mod acronyms;
pub mod across;
pub mod bodies;
pub mod chinese;
pub mod cluster;
pub mod compare;
mod couples;
mod cyrillic;
pub mod decode;
pub mod desk;
pub mod eastern;
mod ending;
pub mod english;
pub mod foreign;
pub mod gender;
pub mod given;
mod great;
pub mod japanese;
pub mod korean;
pub mod link;
#[cfg(test)]
mod made;
mod marks;
pub mod mention;
pub mod original;
pub mod place;
mod possessive;
mod preferred;
pub mod press;
mod printed;
pub mod scheme;
pub mod skeleton;
pub mod slavic;
pub mod slavs;
pub mod small;
pub mod sound;
pub mod spelling;
mod strays;
mod table;
pub mod versions;
mod whole;
mod word;
