//! A document: one input's running text, in segments that know the way back to the file.

pub mod encoding;
pub mod input;
pub mod prose;
pub mod segment;
pub mod stet;
