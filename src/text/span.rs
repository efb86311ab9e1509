//! A stretch of a text, in bytes.

/// A half-open stretch of a text, counted in bytes from its start.
///
/// Both ends lie on character boundaries of the text that the span was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The stretch from `start` up to `end`, in bytes.
    ///
    /// # Panics
    ///
    /// Panics where a text is longer than four gigabytes, which the reader of files refuses.
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        let offset = |it: usize| u32::try_from(it).expect("texts are shorter than four gigabytes");
        Self { start: offset(start), end: offset(end) }
    }

    /// The number of bytes.
    #[inline]
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether the span holds nothing.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The span as a range of bytes.
    #[inline]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of the span, empty where the span lies outside `source`.
    #[inline]
    pub fn of(self, source: &str) -> &str {
        source.get(self.range()).unwrap_or_default()
    }

    /// Whether `other` lies wholly inside.
    #[inline]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[inline]
    pub fn touches(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that holds both.
    #[must_use]
    #[inline]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
