//! The rules, one file and one page each, and the registry of them.

use crate::rule::Rule;

/// All rules, in the order in which they speak: of two that find the same words, the earlier is heard.
pub const RULES: &[Rule] = &[];
