//! A glossary table that is changed in place: read with what every other byte needs to stay, written whole or not at all.

use crate::document::encoding::{self, Decoded};
use crate::glossary::tbx;
use crate::glossary::xlsx;

/// A table's text and the way back to its bytes.
pub(super) struct Table {
    name: String,
    decoded: Decoded,
    mark: Vec<u8>,
}

impl Table {
    /// Takes the bytes of a file named `name`.
    ///
    /// # Errors
    /// When it is no table (a term base, a workbook), or its encoding could not be written back.
    pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Self, String> {
        let lower = name.to_lowercase();
        let workbook = [".xlsx", ".xls", ".ods"].iter().any(|ending| lower.ends_with(ending));
        if workbook || tbx::is_tbx(name, bytes) || xlsx::is_xlsx(bytes) {
            return Err(format!(
                "{name}: only tables are written in place; convert it: copydesk glossary convert {name} OUT.csv"
            ));
        }
        let decoded = encoding::decode(bytes).map_err(|message| format!("{name}: {message}"))?;
        if !decoded.home.is_exact() {
            return Err(format!("{name}: its encoding is not clean; save it as UTF-8"));
        }
        let mark = bytes[..decoded.home.disk(&decoded.text, 0)].to_vec();
        Ok(Table { name: name.to_owned(), decoded, mark })
    }

    /// Its text, without a byte order mark.
    pub(super) fn text(&self) -> &str {
        &self.decoded.text
    }

    /// The bytes of a changed text, in the file's own encoding.
    ///
    /// # Errors
    /// When the encoding does not have its characters.
    pub(super) fn bytes_of(&self, text: &str) -> Result<Vec<u8>, String> {
        let Table { name, decoded, mark } = self;
        let encoded = decoded.home.encode(text).ok_or_else(|| {
            format!("{name}: the row has characters that {} does not; save the file as UTF-8", decoded.home.name())
        })?;
        Ok([mark.as_slice(), &encoded].concat())
    }
}
