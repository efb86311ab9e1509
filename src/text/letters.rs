//! The first letters of a word as one number, by which words are told apart without reading them again.

/// The first eight bytes of a word, its letters of ASCII in lower case.
///
/// Two words of at most eight bytes and of one length are the same word, whatever their case, where their letters are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Letters(u64);

impl Letters {
    /// The bytes that are kept.
    pub const LENGTH: usize = 8;

    /// What are the letters of no word, for no text has such bytes.
    pub(super) const NONE: Self = Self(u64::MAX);

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

    /// The last eight bytes of a word, in the same way; none where it has at most eight.
    #[inline]
    pub(super) fn tail(word: &[u8]) -> Self {
        word.last_chunk::<8>().filter(|_| word.len() > Self::LENGTH).map_or(Self(0), |it| Self(lower(u64::from_le_bytes(*it))))
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

    /// The letters of ASCII from `start` on; none near the end of the text.
    #[inline]
    pub(super) fn run(bytes: &[u8], start: usize) -> Option<Run> {
        let eight = u64::from_le_bytes(*bytes.get(start..)?.first_chunk::<8>()?);
        match small_letters(eight) {
            (_, 0) => Run::long(bytes, start, eight),
            (letters, others) => Some(Run::short(eight, letters, others)),
        }
    }

    /// One of four times 64 bits, by which a set of words tells most others apart.
    #[inline]
    pub(super) const fn bit(self) -> (usize, u64) {
        let hash = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((hash >> 62) as usize, 1 << (hash >> 56 & 63))
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

    /// The bytes up to the last that is not zero.
    #[inline]
    pub(super) const fn length(self) -> usize {
        Self::LENGTH - self.0.leading_zeros() as usize / 8
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

/// The last three bytes of a word as they stand, zeros before those of a shorter one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ending([u8; 3]);

impl Ending {
    /// The ending of `word`.
    pub fn of(word: &str) -> Self {
        Self::at(word.as_bytes(), 0, word.len())
    }

    /// The ending of the word from `start` up to `end`.
    #[inline]
    pub(super) fn at(bytes: &[u8], start: usize, end: usize) -> Self {
        let four = bytes.get(..end).and_then(<[u8]>::last_chunk::<4>);
        let Some(four) = four.filter(|_| end >= start + 3) else { return Self::of_short(bytes.get(start..end).unwrap_or_default()) };
        let [_, ending @ ..] = *four;
        Self(ending)
    }

    #[inline]
    const fn of_short(word: &[u8]) -> Self {
        match *word {
            [.., one, two, three] => Self([one, two, three]),
            [one, two] => Self([0, one, two]),
            [one] => Self([0, 0, one]),
            [] => Self([0; 3]),
        }
    }

    /// The same in lower case.
    #[must_use]
    #[inline]
    pub const fn lower(self) -> Self {
        let Self([one, two, three]) = self;
        Self([one.to_ascii_lowercase(), two.to_ascii_lowercase(), three.to_ascii_lowercase()])
    }

    /// Whether the word ends with `ending`, which has at most three bytes.
    #[inline]
    pub const fn is(self, ending: &str) -> bool {
        // The lowest bytes of the number are those that stand before a shorter ending.
        ending.len() <= 3 && (self.number() ^ Self::of_short(ending.as_bytes()).number()) >> (8 * (3 - ending.len())) == 0
    }

    /// The bytes as one number, the last of them the highest.
    #[inline]
    const fn number(self) -> u32 {
        let Self([one, two, three]) = self;
        u32::from_le_bytes([one, two, three, 0])
    }
}

/// Letters of ASCII in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) length: usize,
    pub(super) letters: Letters,
    pub(super) ending: Ending,
    /// The byte behind them.
    pub(super) behind: u8,
}

impl Run {
    /// The run that eight bytes begin with, given the same with small letters, and the bytes among them that are no letters.
    #[inline]
    fn short(eight: u64, small: u64, others: u64) -> Self {
        let end = others.trailing_zeros() & !7;
        let inside = (1 << end) - 1;
        // Pushed to the end of the eight, where zeros stand before a short word.
        let [.., one, two, three] = ((eight & inside) << 8 << (56 - end)).to_le_bytes();
        let behind = (eight >> end & 0xff) as u8;
        Self { length: end as usize / 8, letters: Letters(small & inside), ending: Ending([one, two, three]), behind }
    }

    /// The run that begins at `start` with eight letters.
    fn long(bytes: &[u8], start: usize, eight: u64) -> Option<Self> {
        let mut end = start;
        loop {
            end += Letters::LENGTH;
            let (_, others) = small_letters(u64::from_le_bytes(*bytes.get(end..)?.first_chunk::<8>()?));
            if others != 0 {
                end += others.trailing_zeros() as usize / 8;
                break;
            }
        }
        let ending = Ending::at(bytes, start, end);
        Some(Self { length: end - start, letters: Letters(lower(eight)), ending, behind: bytes[end] })
    }
}

/// Eight bytes with their letters of ASCII made small, and the highest bit of each byte that is no letter.
#[inline]
const fn small_letters(eight: u64) -> (u64, u64) {
    // A letter keeps its place among the letters with the bit of the small ones, and no other byte gets one by it.
    let small = (eight & (EACH * 0x7f)) | (EACH * 0x20);
    let letters = (small + EACH * (0x80 - b'a' as u64)) & !(small + EACH * (0x7f - b'z' as u64)) & !eight & (EACH * 0x80);
    (eight | letters >> 2, letters ^ (EACH * 0x80))
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
    fn an_ending_is_that_of_the_word_alone() {
        for (word, ending, other) in [("moored", "ed", "ing"), ("s", "s", "ss"), ("It", "it", "fit"), ("is", "is", "his"), ("", "", "e")] {
            for text in [word.to_owned(), format!("fish {word} and more")] {
                let start = text.len() - text.trim_start_matches("fish ").len();
                let read = Ending::at(text.as_bytes(), start, start + word.len()).lower();
                assert!(read.is(ending) && !read.is(other), "{word} in {text}");
            }
        }
        assert!(!Ending::of("MOORED").is("ed"));
    }

    #[test]
    fn a_run_ends_with_the_first_byte_that_is_no_letter() {
        for word in ["", "a", "Dam", "Portent", "Harbours", "harbourmaster", "Uncharacteristically", "HARBOURMASTERSOF"] {
            for behind in [" ", "-", "é", "'", ".", "_", "@", "[", "`", "{", "/", ":", "0", "9", "\u{80}"] {
                let text = format!("é{word}{behind} and some more words");
                let (letters, ending) = (Letters::of(word), Ending::of(word));
                let run = Run { length: word.len(), letters, ending, behind: behind.as_bytes()[0] };
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
