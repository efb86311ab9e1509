//! The first letters of a word as one number, by which words are told apart without reading them again.

/// The first eight bytes of a word, its letters of ASCII in lower case.
///
/// Two words of at most eight bytes and of one length are the same word, whatever their case, where their letters are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters(u64);

impl Letters {
    /// The bytes that are kept.
    pub const LENGTH: usize = 8;

    /// The letters of `word`.
    #[inline]
    pub const fn of(word: &str) -> Self {
        Self::of_bytes(word.as_bytes())
    }

    #[inline]
    const fn of_bytes(bytes: &[u8]) -> Self {
        if let Some(eight) = bytes.first_chunk::<8>() {
            return Self(lower(u64::from_le_bytes(*eight)));
        }
        let (low, rest) = match bytes.split_first_chunk::<4>() {
            Some((four, rest)) => (u32::from_le_bytes(*four) as u64, rest),
            None => (0, bytes),
        };
        let high = match *rest {
            [one] => one as u64,
            [one, two] => u16::from_le_bytes([one, two]) as u64,
            [one, two, three] => u32::from_le_bytes([one, two, three, 0]) as u64,
            _ => 0,
        };
        Self(lower(if bytes.len() < 4 { high } else { low | high << 32 }))
    }

    /// The letters of the word of `length` bytes that begins at `start`.
    #[inline]
    pub(super) fn at(bytes: &[u8], start: usize, length: usize) -> Self {
        match bytes.get(start..).and_then(<[u8]>::first_chunk::<8>) {
            // One load, and what lies behind the word is cut off.
            Some(eight) if length >= Self::LENGTH => Self(lower(u64::from_le_bytes(*eight))),
            Some(eight) => Self(lower(u64::from_le_bytes(*eight) & ((1 << (8 * length)) - 1))),
            None => Self::of_bytes(bytes.get(start..start + length).unwrap_or_default()),
        }
    }

    /// Whether all of the bytes are of ASCII.
    #[inline]
    pub(super) const fn is_ascii(self) -> bool {
        self.0 & (EACH * 0x80) == 0
    }

    /// A hash: no state, the same on every machine.
    #[inline]
    pub(super) const fn hash(self) -> u64 {
        let product = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        product ^ (product >> 32)
    }
}

/// The bytes with their capitals of ASCII made small.
#[inline]
const fn lower(eight: u64) -> u64 {
    // The highest bit of each byte tells whether it is at least A, whether it is beyond Z, and whether it is of ASCII.
    let low = eight & (EACH * 0x7f);
    let capital = (low + EACH * (0x80 - 0x41)) & !(low + EACH * (0x80 - 0x5b)) & !eight & (EACH * 0x80);
    eight | capital >> 2
}

/// One in each of eight bytes.
const EACH: u64 = 0x0101_0101_0101_0101;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_word_in_lower_case() {
        for word in ["", "a", "Is", "The", "Port", "Quays", "HARBOR", "Harbour", "Harbours", "é", "Ékm²", "1,300", "[@Z{", "Z`a"] {
            let small = Letters::of(&word.to_ascii_lowercase());
            assert_eq!(Letters::of(word), small, "{word}");
            let text = format!("x{word} and some more words");
            assert_eq!(Letters::at(text.as_bytes(), 1, word.len()), small, "{word}");
            assert_eq!(Letters::at(word.as_bytes(), 0, word.len()), small, "{word}");
        }
        assert_eq!(Letters::of("harbours' crews"), Letters::of("Harbours"));
        assert_ne!(Letters::of("[@Z{"), Letters::of("{`z{"));
    }
}
