//! A few words that a rule asks for, among which a word is looked for all at once.

use super::letters::Letters;

/// The words that a rule asks for, whatever their case.
///
/// A word is mostly none of them, which one bit tells: each word has set the bit that its letters lead to.
#[derive(Debug)]
pub struct Words {
    list: &'static [&'static str],
    letters: &'static [Letters],
    bits: u64,
}

impl Words {
    /// The words of `list`, which are in lower case, with their letters; `words!` makes them while the program is built.
    pub const fn of(list: &'static [&'static str], letters: &'static [Letters]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < letters.len() {
            bits |= letters[at].bit();
            at += 1;
        }
        Self { list, letters, bits }
    }

    /// Whether a word of these letters may be among them.
    #[inline]
    pub const fn may_hold(&self, letters: Letters) -> bool {
        self.bits & letters.bit() != 0
    }

    /// Whether `word`, which has these letters, is among them, whatever its case.
    pub fn hold(&self, letters: Letters, word: &str) -> bool {
        let long = || self.list.iter().any(|it| it.eq_ignore_ascii_case(word));
        self.letters.contains(&letters) && (word.len() < Letters::LENGTH || long())
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
        let holds = |it: &str| words.may_hold(Letters::of(it)) && words.hold(Letters::of(it), it);
        for word in ["north", "South", "SOUTHERNMOST", "über"] {
            assert!(holds(word), "{word}");
        }
        for word in ["", "nort", "northern", "southernmore", "east", "Über"] {
            assert!(!holds(word), "{word}");
        }
    }
}
