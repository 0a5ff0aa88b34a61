//! Lists of numbers used where they lie: bytes, least first, of the program or of a file that was read whole.

use std::marker::PhantomData;
use std::ops::Range;

use bytes::Bytes;

/// What takes the same number of bytes whatever its value.
pub trait Flat: Copy {
    /// How many bytes.
    const SIZE: usize;
    /// Writes them to the start of `out`, which has room for them.
    fn put(self, out: &mut [u8]);
    /// The value of `SIZE` bytes.
    fn take(bytes: &[u8]) -> Self;
}

impl Flat for u8 {
    const SIZE: usize = 1;
    #[inline]
    fn put(self, out: &mut [u8]) {
        out[0] = self;
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        bytes[0]
    }
}

impl Flat for i8 {
    const SIZE: usize = 1;
    #[inline]
    fn put(self, out: &mut [u8]) {
        self.cast_unsigned().put(out);
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        u8::take(bytes).cast_signed()
    }
}

impl Flat for u32 {
    const SIZE: usize = 4;
    #[inline]
    fn put(self, out: &mut [u8]) {
        out[..Self::SIZE].copy_from_slice(&self.to_le_bytes());
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        bytes.first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes))
    }
}

impl Flat for u64 {
    const SIZE: usize = 8;
    #[inline]
    fn put(self, out: &mut [u8]) {
        out[..Self::SIZE].copy_from_slice(&self.to_le_bytes());
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        bytes.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }
}

impl<A: Flat, B: Flat> Flat for (A, B) {
    const SIZE: usize = A::SIZE + B::SIZE;
    #[inline]
    fn put(self, out: &mut [u8]) {
        self.0.put(out);
        self.1.put(&mut out[A::SIZE..]);
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        (A::take(bytes), B::take(&bytes[A::SIZE..]))
    }
}

/// A list as bytes, of which each value is made when it is asked for.
pub struct List<T> {
    bytes: Bytes,
    of: PhantomData<fn() -> T>,
}

impl<T: Flat> List<T> {
    /// The list of these values.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>) -> Self {
        List::default().and(0, values)
    }

    /// The first `kept` values of this list and these.
    #[must_use]
    pub fn and(&self, kept: usize, values: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>) -> Self {
        let (values, old) = (values.into_iter(), kept * T::SIZE);
        let mut bytes = Vec::with_capacity(old + values.len() * T::SIZE);
        bytes.extend_from_slice(&self.bytes[..old]);
        bytes.resize(old + values.len() * T::SIZE, 0);
        bytes[old..].chunks_exact_mut(T::SIZE).zip(values).for_each(|(room, value)| value.put(room));
        List { bytes: bytes.into(), of: PhantomData }
    }

    /// The list that these bytes are; none when they are no whole number of values.
    #[must_use]
    pub fn from_bytes(bytes: Bytes) -> Option<Self> {
        bytes.len().is_multiple_of(T::SIZE).then_some(List { bytes, of: PhantomData })
    }

    /// The list as bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many values.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.bytes.len() / T::SIZE
    }

    /// True when there is none.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The value at that place. Panics, as slices do, when there is none.
    #[must_use]
    #[inline]
    pub fn at(&self, at: usize) -> T {
        let start = at * T::SIZE;
        T::take(&self.bytes[start..start + T::SIZE])
    }

    /// All values in order.
    #[inline]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator + Clone + '_ {
        self.range(0..self.len())
    }

    /// The values at these places. Panics, as slices do, when there are none.
    #[inline]
    pub fn range(&self, at: Range<usize>) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator + Clone + '_ {
        self.bytes[at.start * T::SIZE..at.end * T::SIZE].chunks_exact(T::SIZE).map(T::take)
    }

    /// The first of these places whose value is not `before`, in a stretch of which a first part is and the rest is not.
    #[must_use]
    #[inline]
    pub fn partition_point(&self, within: Range<usize>, before: impl Fn(T) -> bool) -> usize {
        let Range { start: mut low, end: mut high } = within;
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.at(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        List { bytes: Bytes::new(), of: PhantomData }
    }
}

impl<T: Flat> std::fmt::Debug for List<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} values", self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_where_they_lie() {
        let list = List::of([(1_u64, 7_u32), (3, 8), (3, 9), (u64::MAX, 0)]);
        assert_eq!((list.len(), list.at(2)), (4, (3, 9)));
        assert_eq!(list.partition_point(0..4, |(key, _)| key < 3), 1);
        assert_eq!(list.range(1..3).map(|(_, value)| value).collect::<Vec<_>>(), [8, 9]);
        let bytes = Bytes::copy_from_slice(list.as_bytes());
        assert!(List::<(u64, u32)>::from_bytes(bytes.slice(1..)).is_none(), "cut off");
        assert!(List::<(u64, u32)>::from_bytes(bytes).is_some_and(|again| again.iter().eq(list.iter())));
    }
}
