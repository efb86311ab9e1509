//! What the reader knows of a single word before it looks at the words around it.
//!
//! Every extractor lists its words in tables of its own; all tables are folded into one [`Lexicon`],
//! so that the scan looks each word up once and most sentences are passed over on the classes alone.

use std::ops::{BitOr, BitOrAssign};

/// The classes that a word belongs to, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Class(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $word:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The class of that name in the tables, as in `month` or `speech-cue`.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

classes! {
    /// A small number in words: `one` to `ninety`.
    NUMBER_WORD = 0, "number-word";
    /// A multiplier: `hundred`, `million`, `dozen`, `bn`.
    SCALE = 1, "scale";
    /// A part of one: `half`, `third`, `quarters`.
    FRACTION = 2, "fraction";
    /// A rank: `first`, `21st`.
    ORDINAL = 3, "ordinal";
    /// A word that softens or bounds an amount: `about`, `nearly`, `more`, `least`.
    HEDGE = 4, "hedge";
    /// A unit of measure: `km`, `miles`, `percent`.
    UNIT = 5, "unit";
    /// Money: `dollars`, `€`, `USD`.
    CURRENCY = 6, "currency";
    /// A vague amount: `dozens`, `hundreds`, `several`.
    VAGUE = 7, "vague";
    /// A change: `rose`, `fell`, `up`, `increase`.
    TREND = 8, "trend";
    /// The name of a month or its short form.
    MONTH = 9, "month";
    /// The name of a day of the week or its short form.
    WEEKDAY = 10, "weekday";
    /// A unit of the calendar: `day`, `week`, `quarter`, `decade`.
    CALENDAR_UNIT = 11, "calendar-unit";
    /// A day named from where the speaker stands: `today`, `yesterday`.
    DEICTIC = 12, "deictic";
    /// A word that moves a date: `last`, `next`, `ago`, `earlier`.
    RELATIVE = 13, "relative";
    /// `spring`, `summer`, `autumn`, `fall`, `winter`.
    SEASON = 14, "season";
    /// A named day: `Christmas`, `Easter`.
    FEAST = 15, "feast";
    /// A verb of saying in any form: `said`, `tells`, `adding`.
    SPEECH_CUE = 16, "speech-cue";
    /// A noun of saying: `statement`, `claim`, `report`.
    NOUN_CUE = 17, "noun-cue";
    /// A personal pronoun that can speak: `he`, `she`, `they`.
    PRONOUN = 18, "pronoun";
    /// A title before a name: `Gen`, `President`, `Mr`.
    TITLE = 19, "title";
    /// A noun for a person or office: `spokesman`, `minister`, `official`.
    ROLE = 20, "role";
    /// A forename that is mostly a man's.
    MALE = 21, "male";
    /// A forename that is mostly a woman's.
    FEMALE = 22, "female";
    /// A word that turns a sentence around: `not`, `never`, `no`.
    NEGATION = 23, "negation";
    /// What is expected, ordered, possible: `will`, `may`, `should`.
    MODAL = 24, "modal";
    /// Opens a condition, a doubt or a report of what is not settled: `if`, `whether`, `alleged`.
    HYPOTHETICAL = 25, "hypothetical";
    /// A short form whose full stop ends no sentence: `Gen.`, `approx.`.
    ABBREVIATION = 26, "abbreviation";
    /// A grammar word that carries no topic: `the`, `of`, `and`.
    FUNCTION = 27, "function";
    /// A form of `be`, `have` or `do`.
    AUXILIARY = 28, "auxiliary";
    /// A preposition.
    PREPOSITION = 29, "preposition";
    /// An article, demonstrative, possessive or quantifier that opens a noun group.
    DETERMINER = 30, "determiner";
    /// `and`, `or`, `but`.
    CONJUNCTION = 31, "conjunction";
    /// A word for a place or region: `city`, `region`, `village`.
    PLACE_NOUN = 32, "place-noun";
    /// A word for a body that can speak: `ministry`, `army`, `company`.
    BODY_NOUN = 33, "body-noun";
    /// An adverb or connective between subject and verb that attribution looks through.
    ADVERB = 34, "adverb";
    /// A family name suffix or particle: `Jr`, `van`, `bin`.
    NAME_PART = 35, "name-part";
    /// A word that points ahead in time: `will`, `due`, `scheduled`.
    FUTURE = 44, "future";
    /// A past form that does not end in -ed: `met`, `was`, `fell`.
    PAST = 45, "past";
    /// A verb or adjective that carries an infinitive: `declined`, `went on`, `able`.
    CHAIN = 48, "chain";
    /// A finite form of an irregular verb that reports nothing: `went`, `makes`.
    FINITE = 49, "finite";
    /// A verb that sets a figure on something: `put the number at 40`.
    RATING = 50, "rating";
    /// A word that opens the mention of a source: `according to`.
    SOURCE = 51, "source";
    /// A verb form in s that is hardly the plural of a noun: `proves`, `remains`.
    VERB = 52, "verb";
}

impl Class {
    /// No class at all.
    pub const NONE: Self = Self(0);

    /// Whether the two sets share a class.
    #[inline]
    pub const fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Both sets.
    #[must_use]
    #[inline]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOr for Class {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.or(other);
    }
}

/// Words and their classes, looked up by the lower-case word.
///
/// An open-addressed table: one hash and, for a word that is in it, one comparison.
#[derive(Debug)]
pub struct Lexicon {
    slots: Vec<Slot>,
    mask: usize,
    /// What long words have behind their first eight letters, one word behind another.
    rests: Vec<u64>,
}

/// A word: its first eight letters, its length, which is 0 where the slot is free, and the place of its rest.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    first: u64,
    class: Class,
    length: u32,
    rest: u32,
}

/// A word, eight letters in each number, and its length in bytes.
#[derive(Clone, Copy, Debug)]
struct Letters {
    eights: [u64; EIGHTS],
    length: usize,
}

/// No entry is longer than 31 bytes, and what is longer is no word.
const EIGHTS: usize = 4;

impl Lexicon {
    /// The lexicon of all `entries`; a word that is met again gains classes.
    ///
    /// Words are given in lower case, and none is longer than 31 bytes.
    ///
    /// # Panics
    ///
    /// Panics where the words together are longer than four gigabytes.
    pub fn new<'w>(entries: impl IntoIterator<Item = (&'w str, Class)>) -> Self {
        let mut words = std::collections::BTreeMap::<&str, Class>::new();
        for (word, class) in entries {
            *words.entry(word).or_default() |= class;
        }
        let size = (words.len() * 3).next_power_of_two().max(16);
        let mut lexicon = Self { slots: vec![Slot::default(); size], mask: size - 1, rests: Vec::new() };
        let number = |it: usize| u32::try_from(it).expect("the tables are short");
        for (word, class) in words {
            let Some(letters) = Letters::of(word) else { continue };
            let mut at = lexicon.place(&letters);
            while lexicon.slots[at].length != 0 {
                at = (at + 1) & lexicon.mask;
            }
            lexicon.slots[at] = Slot { first: letters.eights[0], class, length: number(word.len()), rest: number(lexicon.rests.len()) };
            lexicon.rests.extend_from_slice(letters.rest());
        }
        lexicon
    }

    /// The classes of `word`, which may be in any case.
    pub fn class(&self, word: &str) -> Class {
        let Some(letters) = Letters::of(word) else { return Class::NONE };
        if letters.is_ascii() {
            return self.find(&letters.lower());
        }
        Letters::of(&word.to_lowercase()).map_or(Class::NONE, |it| self.find(&it))
    }

    #[inline]
    fn find(&self, letters: &Letters) -> Class {
        let mut at = self.place(letters);
        loop {
            let slot = self.slots[at];
            if slot.length == 0 {
                return Class::NONE;
            }
            if slot.first == letters.eights[0] && slot.length as usize == letters.length {
                let rest = letters.rest();
                let start = slot.rest as usize;
                if rest.is_empty() || self.rests.get(start..start + rest.len()) == Some(rest) {
                    return slot.class;
                }
            }
            at = (at + 1) & self.mask;
        }
    }

    /// The first slot of a word.
    #[inline]
    fn place(&self, letters: &Letters) -> usize {
        usize::try_from(letters.hash() & 0xffff_ffff).expect("32 bits fit an address") & self.mask
    }
}

impl Letters {
    /// The letters of a word; none where it is too long.
    #[inline]
    fn of(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        let (whole, rest) = bytes.as_chunks::<8>();
        let mut letters = Self { eights: [0; EIGHTS], length: bytes.len() };
        if whole.len() >= EIGHTS {
            return None;
        }
        letters.eights[whole.len()] = last_letters(rest);
        for (at, bytes) in whole.iter().enumerate() {
            letters.eights[at] = u64::from_le_bytes(*bytes);
        }
        Some(letters)
    }

    /// The letters behind the first eight.
    #[inline]
    fn rest(&self) -> &[u64] {
        self.eights.get(1..self.length.div_ceil(8)).unwrap_or_default()
    }

    #[inline]
    fn is_ascii(&self) -> bool {
        self.eights.iter().all(|it| it & (EACH * 0x80) == 0)
    }

    /// The word in lower case; all its letters are of ASCII.
    #[inline]
    fn lower(mut self) -> Self {
        for eight in &mut self.eights {
            // The highest bit of each byte tells whether it is at least A, and whether it is beyond Z.
            let capital = (*eight + EACH * (0x80 - 0x41)) & !(*eight + EACH * (0x80 - 0x5b)) & (EACH * 0x80);
            *eight |= capital >> 2;
        }
        self
    }

    /// A hash of eight letters at a step: no state, the same on every machine.
    #[inline]
    fn hash(&self) -> u64 {
        let step = |hash: u64, eight: &u64| (hash ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
        let first = step(0xcbf2_9ce4_8422_2325, &self.eights[0]);
        let folded = self.rest().iter().fold(first, step);
        folded ^ (folded >> 31)
    }
}

/// Up to seven letters as a number.
#[inline]
fn last_letters(bytes: &[u8]) -> u64 {
    let few = |bytes: &[u8]| match *bytes {
        [one] => u64::from(one),
        [one, two] => u64::from(u16::from_le_bytes([one, two])),
        [one, two, three] => u64::from(u32::from_le_bytes([one, two, three, 0])),
        _ => 0,
    };
    match bytes.split_first_chunk::<4>() {
        Some((four, rest)) => u64::from(u32::from_le_bytes(*four)) | few(rest) << 32,
        None => few(bytes),
    }
}

/// One in each of eight bytes.
const EACH: u64 = 0x0101_0101_0101_0101;

/// The entries of a table: `word class [class …]` a line, `#` opens a comment; `_` in a word stands for a blank.
///
/// # Panics
///
/// Panics on a class that no one knows, which the test of the tables catches.
pub fn table(text: &'static str) -> impl Iterator<Item = (&'static str, Class)> {
    text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(|line| {
        let mut fields = line.split_whitespace();
        let word = fields.next().expect("the line is not blank");
        let class = fields.fold(Class::NONE, |sum, name| sum | Class::named(name).unwrap_or_else(|| panic!("no class is called {name}")));
        (word, class)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_any_case_and_gathers_classes() {
        let lexicon = Lexicon::new([("may", Class::MONTH), ("may", Class::MODAL), ("über", Class::TITLE)]);
        assert_eq!(lexicon.class("MAY"), Class::MONTH | Class::MODAL);
        assert_eq!(lexicon.class("Über"), Class::TITLE);
        assert_eq!(lexicon.class("maybe"), Class::NONE);
        assert_eq!(lexicon.class("may\0"), Class::NONE);
    }

    #[test]
    fn only_letters_lose_their_capitals_and_long_words_are_none() {
        let lexicon = Lexicon::new([("a@[z", Class::UNIT), ("straightforwardly", Class::ADVERB)]);
        assert_eq!(lexicon.class("A@[Z"), Class::UNIT);
        assert_eq!(lexicon.class("a`{z"), Class::NONE);
        assert_eq!(lexicon.class("STRAIGHTforwardlY"), Class::ADVERB);
        assert_eq!(lexicon.class("straightforward"), Class::NONE);
        assert_eq!(lexicon.class(&"m".repeat(32)), Class::NONE);
    }
}
