//! Tags: what part a word plays in its sentence, in the classes of the Penn Treebank.

use super::vocabulary::Part;

macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident $letters:literal;)*) => {
        /// The part that a word plays.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Tag { $($(#[$doc])* $name,)* }

        impl Tag {
            /// The tag that the tables write with one of those letters.
            pub(super) fn of_letter(letter: u8) -> Self {
                $(if $letters.contains(&letter) { return Self::$name; })*
                Self::Mark
            }
        }
    };
}

tags! {
    /// `and`
    Conjunction b"I";
    /// `12`
    Number b"J";
    /// `the`
    Determiner b"KX";
    /// `there` in `there are`
    Existential b"L";
    /// `in`, and `that` before a clause
    Preposition b"N";
    /// `calm`
    Adjective b"O";
    /// `calmer`
    Comparative b"P";
    /// `calmest`
    Superlative b"Q";
    /// `will`
    Modal b"S";
    /// `harbour`
    Noun b"TM";
    /// `harbours`
    Plural b"W";
    /// `Oslo`
    Name b"UV";
    /// `'s`
    PossessiveMark b"Y";
    /// `she`
    Pronoun b"Z";
    /// `her` in `her boat`
    PossessivePronoun b"a";
    /// `calmly`
    Adverb b"bcd";
    /// `up` in `give up`
    Particle b"e";
    /// `to`
    To b"g";
    /// `sail` after `to` or `will`
    Base b"i";
    /// `sailed` in `they sailed`
    Past b"j";
    /// `sailing`
    Gerund b"k";
    /// `sailed` in `have sailed`
    Participle b"l";
    /// `sail` in `they sail`
    Present b"m";
    /// `sails`
    ThirdPerson b"n";
    /// `which` before a noun or a clause
    WhDeterminer b"o";
    /// `who`
    WhPronoun b"p";
    /// `whose`
    WhPossessive b"q";
    /// `where`
    WhAdverb b"r";
    /// a mark or a letter that is no word
    Mark b"";
}

impl Tag {
    /// Whether it is any form of a verb but a modal.
    pub fn is_verb(self) -> bool {
        matches!(self, Self::Base | Self::Past | Self::Gerund | Self::Participle | Self::Present | Self::ThirdPerson)
    }

    /// Whether it is a verb that can carry a sentence: in a tense, or a modal.
    pub fn is_finite(self) -> bool {
        matches!(self, Self::Past | Self::Present | Self::ThirdPerson | Self::Modal)
    }

    /// Whether it is a noun or a name.
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Plural | Self::Name)
    }

    /// Whether it is an adjective, compared or not.
    pub fn is_adjective(self) -> bool {
        matches!(self, Self::Adjective | Self::Comparative | Self::Superlative)
    }

    /// The part of speech under which the vocabulary lists such a word.
    pub fn part(self) -> Option<Part> {
        match self {
            Self::Noun | Self::Plural | Self::Name => Some(Part::Noun),
            Self::Adjective | Self::Comparative | Self::Superlative => Some(Part::Adjective),
            Self::Adverb => Some(Part::Adverb),
            _ if self.is_verb() => Some(Part::Verb),
            _ => None,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::Tag;
    use crate::language::tags;
    use crate::text::Text;

    /// Whether those words of a sentence get those tags.
    pub(in crate::language) fn check_tags(text: &Text<'_>, expected: &[(&str, Tag)]) {
        let tags = tags(text, 0..text.tokens.len());
        for (word, tag) in expected {
            let at = (0..tags.len()).find(|it| text.word(*it) == *word).expect("the word stands in the sentence");
            assert_eq!(tags[at], *tag, "{word} in {}", text.source);
        }
    }
}
