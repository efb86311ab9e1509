//! What the reader knows of a single word before it looks at the words around it.
//!
//! Every extractor lists its words in tables of its own; all tables are folded into one [`Lexicon`],
//! so that the scan looks each word up once and most sentences are passed over on the classes alone.

use std::ops::{BitOr, BitOrAssign};

use super::letters::Letters;
use super::token::Token;
use super::word_map::WordMap;

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
    /// A number in digits: `1,300`.
    NUMERAL = 36, "numeral";
    /// A word with a digit in it: `G7`, `km2`.
    CODED = 37, "coded";
    /// A mark beyond ASCII, which may be a number: `½`.
    SIGN = 38, "sign";
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
    /// A word that makes what it governs only wished, ordered or foreseen: `intend`, `forecast`, `proposed`.
    INTENT = 53, "intent";
    /// The same, before "to" alone: `decided`, `tried`.
    ATTEMPT = 54, "attempt";
    /// A word after which "to" tells what did not come about: `failed`, `refused`.
    UNDONE = 55, "undone";
    /// An adjective that reports what its subject holds true: `convinced`, `adamant`.
    ATTITUDE = 56, "attitude";
    /// A word that colours what is told in one phrase alone, and says nothing by itself: `call` for, `target` of.
    PHRASED = 57, "phrased";
    /// A word that may begin a clause: `which`, `while`, `and`.
    OPENER = 58, "opener";
    /// A noun for how somebody sees or tells a thing: in Holm's `view`, in the `words` of Holm.
    VIEW = 59, "view";
    /// A mark that sets words apart or leads into the next sentence: `(`, `:`.
    APART = 60, "apart";
    /// A mark of quotation, or an apostrophe.
    QUOTE = 61, "quote";
}

impl Class {
    /// No class at all.
    pub const NONE: Self = Self(0);

    /// Whether the two sets share a class.
    #[inline]
    pub const fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// The set without the classes of another.
    #[must_use]
    #[inline]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
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

/// Words and their classes, looked up by the word in whatever case.
#[derive(Debug)]
pub struct Lexicon {
    classes: WordMap<Class>,
}

impl Lexicon {
    /// The lexicon of all `entries`, whose words are in lower case; a word that is met again gains classes.
    pub fn new(entries: impl IntoIterator<Item = (&'static str, Class)>) -> Self {
        Self { classes: WordMap::gathered(entries, Class::or) }
    }

    /// The classes of `word`, which may be in any case.
    pub fn class(&self, word: &str) -> Class {
        self.class_of(Letters::of(word), word)
    }

    /// The classes of `word`, whose letters are known.
    fn class_of(&self, letters: Letters, word: &str) -> Class {
        if letters.is_ascii() && (word.len() <= Letters::LENGTH || word.is_ascii()) {
            return self.classes.find(letters, word).unwrap_or_default();
        }
        // A word that has only small letters beyond ASCII is looked up as it stands.
        if word.chars().all(|it| it.is_ascii() || it.to_lowercase().eq([it])) {
            return self.classes.find(letters, word).unwrap_or_default();
        }
        self.classes.get(&word.to_lowercase()).unwrap_or_default()
    }

    /// Tells the classes of tokens; `others` are the indices of those of which more must be known than their first letters.
    ///
    /// They are looked up one behind the other, and not each when it is met, so that none must be waited for.
    pub(super) fn classify(&self, source: &str, tokens: &mut [Token], others: &[u32]) {
        for token in tokens.iter_mut() {
            token.class |= self.classes.short_or(token.letters, token.span.len(), Class::NONE);
        }
        for at in others {
            if let Some(token) = tokens.get_mut(*at as usize) {
                token.class |= self.class_of(token.letters, token.span.of(source));
            }
        }
    }
}

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
}
