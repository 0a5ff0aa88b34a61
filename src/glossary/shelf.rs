//! Things laid one after another as bytes, each behind its length, and taken from there without a copy.

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::glossary::flat::{Flat, List};

/// Bytes of a length as it is written.
const LENGTH: usize = 8;

/// A shelf that is being filled.
#[derive(Debug, Default)]
pub struct Filling(Vec<u8>);

impl Filling {
    /// Lays bytes down.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        self.0.extend_from_slice(bytes);
    }

    /// Lays a list down.
    pub fn list<T: Flat>(&mut self, list: &List<T>) {
        self.bytes(list.as_bytes());
    }

    /// Lays down a value that is small, or seldom wanted: it must be decoded to be used.
    ///
    /// # Errors
    /// Says what could not be written.
    pub fn value<T: Serialize>(&mut self, value: &T) -> Result<(), String> {
        self.bytes(&postcard::to_allocvec(value).map_err(|error| error.to_string())?);
        Ok(())
    }

    /// The whole shelf.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// A shelf from which things are taken in the order in which they were laid down; each is none when something else lies
/// there.
#[derive(Debug)]
pub struct Shelf(Bytes);

impl Shelf {
    /// What a [`Filling`] made.
    #[must_use]
    pub fn of(bytes: Bytes) -> Self {
        Shelf(bytes)
    }

    /// Takes bytes.
    pub fn bytes(&mut self) -> Option<Bytes> {
        let length = usize::try_from(u64::from_le_bytes(*self.0.first_chunk::<LENGTH>()?)).ok()?;
        let end = length.checked_add(LENGTH).filter(|end| *end <= self.0.len())?;
        Some(self.0.split_to(end).split_off(LENGTH))
    }

    /// Takes a list.
    pub fn list<T: Flat>(&mut self) -> Option<List<T>> {
        List::from_bytes(self.bytes()?)
    }

    /// Takes a value.
    pub fn value<T: DeserializeOwned>(&mut self) -> Option<T> {
        postcard::from_bytes(&self.bytes()?).ok()
    }
}
