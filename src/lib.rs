//! copydesk: the copy desk for machine-translated news.

pub mod document;
pub mod formats;
pub mod text;
