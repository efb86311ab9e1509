//! A few words that a rule asks for, among which a word is looked for all at once.

use super::letters::Letters;
use super::span::Span;

/// The words that a rule asks for, whatever their case.
///
/// A word is mostly none of them, which one bit tells: each word has set the bit that its letters lead to. There are enough
/// bits that even of a long list few other words pass.
#[derive(Debug)]
pub struct Words {
    list: &'static [&'static str],
    letters: &'static [Letters],
    bits: [u64; 4],
}

impl Words {
    /// The words of `list`, which are in lower case, with their letters; `words!` makes them while the program is built.
    pub const fn of(list: &'static [&'static str], letters: &'static [Letters]) -> Self {
        let mut bits = [0; 4];
        let mut at = 0;
        while at < letters.len() {
            let (part, bit) = letters[at].bit();
            bits[part] |= bit;
            at += 1;
        }
        Self { list, letters, bits }
    }

    /// Whether a word of these letters may be among them.
    #[inline]
    const fn may_hold(&self, letters: Letters) -> bool {
        let (part, bit) = letters.bit();
        self.bits[part] & bit != 0
    }

    /// Whether the word of these letters at `span` is among them, whatever its case.
    #[inline]
    pub fn hold(&self, letters: Letters, span: Span, source: &str) -> bool {
        self.may_hold(letters) && self.lists(letters, span, source)
    }

    // Apart, for a word that gets here is rare.
    #[inline(never)]
    fn lists(&self, letters: Letters, span: Span, source: &str) -> bool {
        let long = || self.list.iter().any(|it| it.eq_ignore_ascii_case(span.of(source)));
        self.letters.contains(&letters) && (span.len() < Letters::LENGTH || long())
    }

    /// Whether `word` is among them as it stands.
    pub fn contains(&self, word: &str) -> bool {
        self.list.contains(&word)
    }
}

/// Words that are looked for all at once: `token.any(source, words!["north", "south"])`.
macro_rules! words {
    ($($word:expr),+ $(,)?) => {
        const {
            const LETTERS: &[$crate::text::Letters] = &$crate::text::Letters::all([$($word),+]);
            &$crate::text::Words::of(&[$($word),+], LETTERS)
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_held_in_any_case_and_no_other_is() {
        let words = words!["north", "south", "southernmost", "über"];
        let holds = |it: &str| words.hold(Letters::of(it), Span::new(0, it.len()), it);
        for word in ["north", "South", "SOUTHERNMOST", "über"] {
            assert!(holds(word), "{word}");
        }
        for word in ["", "nort", "northern", "southernmore", "east", "Über"] {
            assert!(!holds(word), "{word}");
        }
    }
}
