//! The built-in packs as the build compiled them.

use bytes::Bytes;

use crate::glossary::compile::Glossary;

/// What the build made of `glossaries/`.
static PACKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/packs.bin"));

/// A number that changes with the built-in rows and with the code that compiles rows.
pub const FINGERPRINT: &str = env!("COPYDESK_FINGERPRINT");

/// The glossary of all built-in packs, without the sentences that only its tests want.
#[must_use]
pub fn built_in() -> Glossary {
    Glossary::from_bytes(Bytes::from_static(PACKS)).expect("the same code wrote these bytes")
}
