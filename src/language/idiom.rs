//! Idioms: a verb that says with another word what one verb says by itself, `take into custody` for `arrest`.
//!
//! Only what keeps who does it and to whom stands in the table: "suffered injuries" is no `injure`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::dictionary::rows;
use super::stem::{lemma, stem};
use super::tag::Tag;
use super::vocabulary::Part;
use crate::text::{Class, Kind, Text};

const IDIOMS: &str = include_str!("data/idioms.txt");

/// An idiom that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idiom {
    /// The token of its verb.
    pub verb: usize,
    /// The tokens of its other words.
    pub words: Vec<usize>,
    /// The verb that says the same by itself.
    pub says: &'static str,
}

/// Tokens that may stand between the verb and the words behind its object.
const OBJECT: usize = 6;

/// The words behind a verb, with what they say together.
type Phrase = (Vec<&'static str>, &'static str);

static PHRASES: LazyLock<BTreeMap<&str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: BTreeMap<&str, Vec<Phrase>> = BTreeMap::new();
    for (idiom, says) in rows(IDIOMS).into_iter().filter_map(|it| it.split_once(" | ")) {
        let (verb, words) = idiom.split_once(' ').unwrap_or((idiom, ""));
        phrases.entry(verb).or_default().push((words.split(' ').collect(), says));
    }
    // What says more is tried first.
    for it in phrases.values_mut() {
        it.sort_by_key(|it| std::cmp::Reverse(it.0.len()));
    }
    phrases
});

/// The idioms of a text whose words have these tags, in order.
pub fn idioms(text: &Text<'_>, tags: &[Tag]) -> Vec<Idiom> {
    let verbs = (0..text.tokens.len()).filter(|it| tags.get(*it).is_some_and(|it| it.is_verb()));
    let idiom = |verb: usize| {
        let word = text.word(verb);
        // Who does what goes along with a doing is left to what stands around it, and with it which side is which.
        let goes_on = verb.checked_sub(1).is_some_and(|it| text.class(it).is(Class::AUXILIARY));
        let told = !word.ends_with("ing") || goes_on || text.is(verb, "leaving");
        let phrases = PHRASES.get(&*lemma(word, Part::Verb)).filter(|_| told)?;
        phrases.iter().find_map(|(words, says)| Some(Idiom { verb, words: stands(text, tags, verb, words)?, says }))
    };
    verbs.filter_map(idiom).collect()
}

/// The tokens of the words of an idiom behind its verb, where all stand there.
fn stands(text: &Text<'_>, tags: &[Tag], verb: usize, words: &[&str]) -> Option<Vec<usize>> {
    let mut at = verb + 1;
    let mut found = Vec::new();
    let mut reach = 0;
    for word in words {
        if *word == "*" {
            reach = OBJECT;
            continue;
        }
        let object = |it: usize| {
            text.tokens.get(it).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Number) || token.glued && text.is(it, "-"))
                && (!text.class(it).is(Class::NEGATION | Class::CONJUNCTION | Class::PREPOSITION) || bounds(text, it))
                && !tags.get(it).is_some_and(|it| it.is_verb())
        };
        let last = (at..=at + reach).take_while(|it| *it == at || object(*it - 1)).last()?;
        let said = |it: &usize| text.is(*it, word) || *stem(text.word(*it)) == **word;
        let open = |it: usize| text.class(it).is(Class::DETERMINER);
        let after = (at..=last).find(said).or_else(|| (at..text.tokens.len()).take_while(|it| open(*it)).map(|it| it + 1).find(said));
        let place = after.filter(|it| *it < text.tokens.len())?;
        found.push(place);
        (at, reach) = (place + 1, 0);
    }
    Some(found)
}

/// Whether the word belongs to the bound of a figure: "at least 12", "more than 40".
fn bounds(text: &Text<'_>, at: usize) -> bool {
    let before = |word: &str| at > 0 && text.is(at - 1, word);
    text.is(at, "at") && ["least", "most"].iter().any(|it| text.is(at + 1, it)) || text.is(at, "than") && before("more")
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::tests::check_sorted;
    use super::super::tagger::tags;
    use super::*;
    use crate::text::{Lexicon, WORDS, table};

    fn check(sentence: &str, expected: &[(&str, &str)]) {
        let lexicon = Lexicon::new(table(WORDS));
        let text = Text::new(sentence, &lexicon);
        let tags = tags(&text, 0..text.tokens.len());
        let found = idioms(&text, &tags);
        let told: Vec<(String, &str)> =
            found.iter().map(|it| (it.words.iter().map(|it| text.word(*it)).collect::<Vec<_>>().join(" "), it.says)).collect();
        let told: Vec<(&str, &str)> = told.iter().map(|it| (&*it.0, it.1)).collect();
        assert_eq!(told, expected, "{sentence}");
    }

    #[test]
    fn a_verb_with_its_noun_says_what_one_verb_says() {
        check("The firm made an announcement on Monday.", &[("announcement", "announce")]);
        check("Police took two men into custody.", &[("into custody", "arrest")]);
        check("Two men were taken into custody.", &[("into custody", "arrest")]);
        check("Both sides held talks in Lindvik.", &[("talks", "meet")]);
        check("The court found the captain not guilty.", &[("not guilty", "acquit")]);
        check("Nine sailors lost their lives.", &[("lives", "die")]);
    }

    #[test]
    fn other_words_with_the_same_verb_are_left_alone() {
        check("The firm made barges.", &[]);
        check("The crew took the crates into the hold.", &[]);
        check("The mayor made a long and angry announcement.", &[]);
        check("The captain pleaded not guilty.", &[]);
        check("The talks were held in Lindvik.", &[]);
    }

    #[test]
    fn the_table_is_sorted_and_holds_base_forms() {
        check_sorted(IDIOMS);
        for verb in PHRASES.keys() {
            assert_eq!(&*lemma(verb, Part::Verb), *verb);
        }
    }
}
