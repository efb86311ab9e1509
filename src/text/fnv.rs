//! One number for a row of others, the same on every machine.

/// FNV-1a over `units`: letters, bytes, or the numbers of words.
///
/// ```
/// # use onrecord::text::fnv;
/// assert_ne!(fnv([1, 2]), fnv([2, 1]));
/// ```
pub fn fnv(units: impl IntoIterator<Item = u64>) -> u64 {
    units.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, unit| (hash ^ unit).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::fnv;

    #[test]
    fn bytes_come_to_the_published_number() {
        assert_eq!(fnv([]), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv(b"foobar".map(u64::from)), 0x8594_4171_f739_67e8);
    }
}
