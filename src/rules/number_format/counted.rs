//! What figures count and measure.

use crate::rules::words::Words;

/// Units that follow a decimal fraction.
pub(super) static UNITS: Words = Words::named("number-format units");

/// Nouns that are counted by the thousand.
pub(super) static COUNTED: Words = Words::named("number-format counted");
