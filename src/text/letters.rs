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

    /// The last eight bytes of the word from `start` up to `end`, in the same way; none where it has at most eight.
    #[inline]
    pub(super) fn tail(bytes: &[u8], start: usize, end: usize) -> Self {
        if end - start <= Self::LENGTH {
            return Self(0);
        }
        bytes.get(..end).and_then(<[u8]>::last_chunk::<8>).map_or(Self(0), |it| Self(lower(u64::from_le_bytes(*it))))
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

    /// The letters and digits of ASCII from `start` on; none near the end of the text.
    #[inline]
    pub(super) fn run(bytes: &[u8], start: usize) -> Option<Run> {
        let (mut run, mut open) = Run::begun(u64::from_le_bytes(*bytes.get(start..)?.first_chunk::<8>()?));
        while open {
            let (next, more) = Run::begun(u64::from_le_bytes(*bytes.get(start + run.length..)?.first_chunk::<8>()?));
            run = Run { length: run.length + next.length, digits: run.digits | next.digits, behind: next.behind, ..run };
            open = more;
        }
        Some(run)
    }

    /// Whether a word of these letters and this length can be `word`, by its length and first letter, which tell most words apart.
    #[inline]
    pub fn may_be(self, length: usize, word: &str) -> bool {
        word.len() == length && word.as_bytes().first().is_none_or(|it| (it ^ self.0.to_le_bytes()[0]) & !0x20 == 0)
    }

    /// Those of some words.
    pub const fn all<const N: usize>(words: [&str; N]) -> [Self; N] {
        let mut letters = [Self(0); N];
        let mut at = 0;
        while at < N {
            letters[at] = Self::of(words[at]);
            at += 1;
        }
        letters
    }

    /// The bits in which the two differ.
    #[inline]
    pub(super) const fn differ(self, other: Self) -> u64 {
        self.0 ^ other.0
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

/// Letters and digits of ASCII in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) length: usize,
    pub(super) letters: Letters,
    /// Whether a digit is among them.
    pub(super) digits: bool,
    /// The byte behind them.
    pub(super) behind: u8,
}

impl Run {
    /// The run that eight bytes begin with, and whether it may go on behind them.
    #[inline]
    fn begun(eight: u64) -> (Self, bool) {
        let low = eight & (EACH * 0x7f);
        // A letter keeps its place among the letters with the bit of the small ones, and no other byte gets one by it.
        let letter = within(low | (EACH * 0x20), b'a', b'z') & !eight;
        let digit = within(low, b'0', b'9') & !eight;
        let other = !(letter | digit) & (EACH * 0x80);
        let end = other.trailing_zeros() & !7;
        let inside = 1_u64.checked_shl(end).map_or(u64::MAX, |it| it - 1);
        let letters = Letters((eight | (letter >> 2)) & inside);
        let behind = (eight.checked_shr(end).unwrap_or_default() & 0xff) as u8;
        (Self { length: end as usize / 8, letters, digits: digit & inside != 0, behind }, other == 0)
    }
}

/// The bytes with their capitals of ASCII made small.
#[inline]
const fn lower(eight: u64) -> u64 {
    eight | within(eight, b'A', b'Z') >> 2
}

/// The highest bit of each byte that lies between two bytes of ASCII.
#[inline]
const fn within(eight: u64, first: u8, last: u8) -> u64 {
    let low = eight & (EACH * 0x7f);
    (low + EACH * (0x80 - first as u64)) & !(low + EACH * (0x7f - last as u64)) & !eight & (EACH * 0x80)
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
        assert_eq!(Letters::of("[@Z{").0.to_le_bytes(), *b"[@z{\0\0\0\0");
    }

    #[test]
    fn a_run_ends_with_the_first_byte_that_is_no_letter_or_digit() {
        for word in ["", "a", "Dam", "F16", "Harbours", "harbourmaster", "Uncharacteristically", "1234567890123456z"] {
            for behind in [" ", "-", "é", "'", ".", "_", "@", "[", "`", "{", "/", ":", "\u{80}"] {
                let text = format!("é{word}{behind} and some more words");
                let digits = word.bytes().any(|it| it.is_ascii_digit());
                let run = Run { length: word.len(), letters: Letters::of(word), digits, behind: behind.as_bytes()[0] };
                assert_eq!(Letters::run(text.as_bytes(), 2), Some(run), "{text}");
            }
        }
        assert_eq!(Letters::run(b"short", 0), None);
    }

    #[test]
    fn marks_between_the_cases_are_no_letters() {
        assert_ne!(Letters::of("[@Z{"), Letters::of("{`z{"));
    }
}
