//! Families of words: `destruction` is the noun of `destroy`, `economic` the adjective of `economy`, `French` of `France`.
//!
//! A weaker bond than an inflection: the words name one doing, but build different sentences.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::dictionary::{Dictionary, Rows, rows};
use super::thesaurus::lists;
use super::vocabulary::{Part, knows};

const OWN: &str = include_str!("data/derived.txt");
const WORDNET: &str = include_str!("data/wordnet-derived.txt");
const CAPITALS: &str = include_str!("data/capitals.txt");
const DEMONYMS: &str = include_str!("data/wordnet-demonyms.txt");

/// What whom it is done to does: `die` of `kill`.
const UNDERGONE: &str = include_str!("data/undergone.txt");

/// Who does it: `director` of `direct`.
const DOERS: &str = include_str!("data/doers.txt");

/// Words with the other words of their rows.
pub(super) struct Others {
    words: Dictionary,
    others: Vec<Vec<&'static str>>,
}

impl Others {
    pub(super) fn new(rows: impl IntoIterator<Item = &'static str>) -> Self {
        let mut all = Self { words: Dictionary::with_capacity(5000), others: Vec::new() };
        for row in rows {
            for word in row.split(' ') {
                let number = all.words.enter(Cow::Borrowed(word));
                all.others.resize_with(all.others.len().max(number + 1), Vec::new);
                all.others[number].extend(row.split(' ').filter(|it| *it != word));
            }
        }
        all
    }

    /// The other words of a word's rows.
    pub(super) fn of(&self, word: &str) -> &[&'static str] {
        self.words.number(word).map_or(&[], |it| self.others[it].as_slice())
    }
}

static FAMILIES: LazyLock<Others> = LazyLock::new(|| Others::new([OWN, WORDNET].into_iter().flat_map(rows)));

/// The words of other parts of speech that belong to the family of a base form.
pub fn derivations(base: &str) -> &'static [&'static str] {
    FAMILIES.of(base)
}

/// Whether two base forms name one doing, quality or place in two parts of speech.
pub fn derived(one: &str, other: &str) -> bool {
    derivations(one).contains(&other)
        || is_adverb_of(one, other)
        || is_adverb_of(other, one)
        || homeland(one) == Some(other)
        || homeland(other) == Some(one)
}

/// Whether what the first verb is done to does what the second word says: who is `killed` does `die`.
pub fn undergone(done: &str, does: &str) -> bool {
    static ROWS: LazyLock<Rows> = LazyLock::new(|| Rows::new(UNDERGONE));
    ROWS.get(done).is_some_and(|it| it.split(' ').any(|it| it == does))
}

/// Whether the second word names those who do what the first says: `director` of `direct`.
pub fn doer(verb: &str, noun: &str) -> bool {
    static ROWS: LazyLock<Rows> = LazyLock::new(|| Rows::new(DOERS));
    verb != noun && ROWS.get(verb).is_some_and(|it| it.split(' ').any(|it| it == noun))
}

/// Whether a verb and the word behind it are one verb in two words: `take part`, `step down`.
pub fn is_phrase(verb: &str, word: &str) -> bool {
    /// Words that belong to the verb before them more often than they lead to what follows.
    const PARTICLES: [&str; 12] = ["ahead", "apart", "aside", "away", "back", "dead", "down", "forward", "off", "out", "together", "up"];
    let phrase = format!("{verb}_{word}");
    knows(&phrase, Part::Verb) || PARTICLES.contains(&word) && lists(&phrase)
}

/// The place that an adjective of nationality speaks of, in small letters: `ukrainian` of `ukraine`.
pub fn homeland(adjective: &str) -> Option<&'static str> {
    static ROWS: LazyLock<Rows> = LazyLock::new(|| Rows::new(DEMONYMS));
    ROWS.get(adjective)
}

/// Whether a word, in small letters, is the place of an adjective of nationality and no such adjective: `ukraine`.
pub fn is_land(word: &str) -> bool {
    static LANDS: LazyLock<BTreeSet<&'static str>> =
        LazyLock::new(|| rows(DEMONYMS).into_iter().filter_map(|it| it.split_once(' ')).map(|it| it.1).collect());
    LANDS.contains(word) && homeland(word).is_none()
}

/// The country that is governed from a city, in small letters: `norway` of `oslo`.
pub fn governed_from(city: &str) -> Option<&'static str> {
    static ROWS: LazyLock<Rows> = LazyLock::new(|| Rows::new(CAPITALS));
    ROWS.get(city)
}

/// Whether a word, in small letters, names a land or the city that one is governed from.
pub fn names_state(word: &str) -> bool {
    is_land(word) || governed_from(word).is_some()
}

/// Whether the first is the adverb of the second: `quickly` of `quick`, `easily` of `easy`.
pub(super) fn is_adverb_of(adverb: &str, adjective: &str) -> bool {
    let Some(cut) = adverb.strip_suffix("ly").filter(|it| it.len() > 2) else { return false };
    let regular = cut == adjective
        || cut.strip_suffix('i').is_some_and(|it| adjective.strip_suffix('y') == Some(it))
        || cut.strip_suffix("al").is_some_and(|it| it == adjective && it.ends_with("ic"))
        || adjective
            .strip_suffix("le")
            .is_some_and(|it| cut.strip_suffix('b') == it.strip_suffix('b') && cut.ends_with('b') && it.ends_with('b'));
    regular && knows(adjective, Part::Adjective)
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::tests::check_sorted;
    use super::*;

    #[test]
    fn a_doing_and_its_noun_are_one_family() {
        for (one, other) in [("destruction", "destroy"), ("withdrawal", "withdraw"), ("growth", "grow"), ("annex", "annexation")] {
            assert!(derived(one, other) && derived(other, one), "{one} {other}");
        }
        assert!(!derived("destroy", "construction"));
    }

    #[test]
    fn an_adjective_of_nationality_leads_to_its_place() {
        assert_eq!(homeland("norwegian"), Some("norway"));
        assert!(derived("norway", "norwegian"));
        assert!(!derived("norway", "swedish"));
    }

    #[test]
    fn a_capital_leads_to_the_country_governed_from_it() {
        assert_eq!(governed_from("oslo"), Some("norway"));
        assert_eq!(governed_from("bergen"), None);
    }

    #[test]
    fn an_adverb_leads_to_its_adjective() {
        assert!(derived("quickly", "quick") && derived("easily", "easy") && derived("possibly", "possible"));
        assert!(!derived("family", "fami") && !derived("only", "on"));
    }

    #[test]
    fn who_does_a_thing_is_named_for_it() {
        assert!(doer("direct", "director") && doer("write", "author"));
        assert!(!doer("director", "direct") && !doer("direct", "direction"));
    }

    #[test]
    fn what_is_done_to_somebody_they_undergo() {
        assert!(undergone("kill", "die") && undergone("raise", "rise"));
        assert!(!undergone("die", "kill") && !undergone("raise", "fall"));
    }

    #[test]
    fn the_tables_are_sorted() {
        check_sorted(UNDERGONE);
        check_sorted(DOERS);
        check_sorted(OWN);
        check_sorted(WORDNET);
        check_sorted(DEMONYMS);
        check_sorted(CAPITALS);
    }
}
