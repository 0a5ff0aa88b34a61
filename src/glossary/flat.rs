//! Lists of numbers kept as plain bytes, least first, so that to read them is to copy them.

use serde::de::Error;
use serde::{Deserializer, Serializer};

/// What takes the same number of bytes whatever its value.
pub trait Flat: Copy {
    /// How many bytes.
    const SIZE: usize;
    /// Appends them.
    fn put(self, out: &mut Vec<u8>);
    /// The value of `SIZE` bytes.
    fn take(bytes: &[u8]) -> Self;
}

impl Flat for u8 {
    const SIZE: usize = 1;
    #[inline]
    fn put(self, out: &mut Vec<u8>) {
        out.push(self);
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        bytes[0]
    }
}

impl Flat for u32 {
    const SIZE: usize = 4;
    #[inline]
    fn put(self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        bytes.first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes))
    }
}

impl Flat for u64 {
    const SIZE: usize = 8;
    #[inline]
    fn put(self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        bytes.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }
}

impl<A: Flat, B: Flat> Flat for (A, B) {
    const SIZE: usize = A::SIZE + B::SIZE;
    #[inline]
    fn put(self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        (A::take(bytes), B::take(&bytes[A::SIZE..]))
    }
}

/// Writes a list.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Flat, S: Serializer>(list: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let mut bytes = Vec::with_capacity(list.len() * T::SIZE);
    list.iter().for_each(|one| one.put(&mut bytes));
    serde_bytes::serialize(&bytes, serializer)
}

/// Reads a list.
///
/// # Errors
/// Those of the deserializer, and bytes that are no whole number of values.
pub fn deserialize<'de, T: Flat, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let bytes: &[u8] = serde_bytes::deserialize(deserializer)?;
    if !bytes.len().is_multiple_of(T::SIZE) {
        return Err(D::Error::custom("the list is cut off"));
    }
    Ok(bytes.chunks_exact(T::SIZE).map(T::take).collect())
}
