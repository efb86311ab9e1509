//! Pointers: the words by which a sentence speaks of something without its name: "he", "its", "the film".

use super::context::GENERIC;
use super::graph::Tie;
use super::sense::{Role, Sense};
use crate::language::{self, Relation};
use crate::text::Class;

/// A word that points at something that was named before, or that everybody knows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pointer<'s> {
    /// Its token.
    pub at: usize,
    /// What it is.
    pub sort: Sort<'s>,
}

/// What a pointer is, by which it tells what it points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort<'s> {
    /// "He", "him", "his".
    He,
    /// "She", "her".
    She,
    /// "It", "its".
    It,
    /// "They", "them", "their".
    They,
    /// "The film": the stem of its noun.
    Noun(&'s str),
}

/// Nouns that stand for a place that was named before.
pub(super) const PLACES: [&str; 11] =
    ["city", "country", "county", "district", "island", "nation", "province", "region", "state", "town", "village"];

/// Nouns that stand for a person who was named before.
const PERSONS: [&str; 12] =
    ["actor", "actress", "artist", "author", "director", "musician", "player", "politician", "rapper", "singer", "songwriter", "writer"];

/// Nouns of a work, which a name before it in the sentence seldom is.
const WORKS: [&str; 14] =
    ["album", "book", "episode", "film", "game", "movie", "novel", "play", "season", "series", "show", "single", "song", "track"];

/// Nouns for several who are one.
const GROUPS: [&str; 14] =
    ["band", "club", "company", "couple", "crew", "duo", "family", "firm", "group", "orchestra", "pair", "side", "squad", "team"];

/// Nouns that news English uses for one another.
const ALIKE: [&[&str]; 8] = [
    &["film", "movie", "picture"],
    &["programme", "program", "series", "show"],
    &["business", "chain", "company", "corporation", "enterprise", "firm", "group"],
    &["book", "novel"],
    &["single", "song", "track"],
    &["act", "agreement", "deal", "treaty"],
    &["boat", "liner", "ship", "vessel"],
    &["club", "side", "team"],
];

/// The pointers of a sentence, in order.
pub(super) fn pointers<'s>(sense: &'s Sense<'_>) -> impl Iterator<Item = Pointer<'s>> {
    let pointers = (0..sense.words.len()).filter_map(|at| Some(Pointer { at, sort: Sort::of(sense, at)? }));
    pointers.filter(|it| !is_bound(sense, *it))
}

/// Whether "he" or "her" is somebody whom the sentence itself brings in: "a woman left her son".
fn is_bound(sense: &Sense<'_>, pointer: Pointer<'_>) -> bool {
    let brought = |it: usize| {
        let article = (it.saturating_sub(3)..it).any(|it| matches!(sense.lower(it), "a" | "an"));
        article
            && sense.words[it].role == Role::Content
            && sense.words[it].noun
            && is_person(&sense.words[it].stem)
            && is_subject(sense, it)
    };
    let pronoun = |it: usize| matches!(Sort::of(sense, it), Some(Sort::He | Sort::She));
    let Some(person) = (0..pointer.at).find(|it| brought(*it)).filter(|_| pronoun(pointer.at)) else { return false };
    !(0..person).any(pronoun)
}

impl<'s> Sort<'s> {
    fn of(sense: &'s Sense<'_>, at: usize) -> Option<Self> {
        Some(match sense.lower(at) {
            "he" | "him" | "his" => Self::He,
            "she" | "her" => Self::She,
            "it" if !is_empty(sense, at) => Self::It,
            "its" => Self::It,
            "they" | "them" | "their" => Self::They,
            _ if is_definite(sense, at) => Self::Noun(&sense.words[at].stem),
            _ => return None,
        })
    }

    /// Whether it points at a person.
    pub(super) fn is_person(self) -> bool {
        match self {
            Self::He | Self::She => true,
            Self::Noun(noun) => is_person(noun),
            Self::It | Self::They => false,
        }
    }

    /// Whether two pointers may point at one thing.
    pub(super) fn joins(self, other: Self) -> bool {
        match (self, other) {
            (Self::Noun(one), Self::Noun(other)) => alike(one, other),
            (Self::He | Self::She, Self::Noun(noun)) | (Self::Noun(noun), Self::He | Self::She) => is_person(noun),
            (Self::It, Self::Noun(noun)) => is_thing(noun),
            (Self::Noun(noun), Self::It) => !is_person(noun),
            (Self::They, Self::Noun(noun)) | (Self::Noun(noun), Self::They) => GROUPS.contains(&noun),
            (one, other) => one == other,
        }
    }
}

/// Whether a noun stands for a person.
pub(super) fn is_person(noun: &str) -> bool {
    PERSONS.contains(&noun) || matches!(language::relation(noun, "person"), Relation::Narrower(_)) && !GROUPS.contains(&noun)
}

/// Whether a noun, by itself, says no more than what sort of thing is spoken of.
fn is_thing(noun: &str) -> bool {
    GENERIC.contains(&noun) || PLACES.contains(&noun) || WORKS.contains(&noun) || ALIKE.iter().any(|it| it.contains(&noun))
}

/// Whether a noun says what sort of thing or person a name beside it names.
pub(super) fn is_sort(noun: &str) -> bool {
    is_thing(noun) || PERSONS.contains(&noun)
}

/// Whether one noun may stand where the other was said.
pub(super) fn alike(one: &str, other: &str) -> bool {
    one == other || ALIKE.iter().any(|it| it.contains(&one) && it.contains(&other))
}

/// "It is believed that": it stands for nothing.
fn is_empty(sense: &Sense<'_>, at: usize) -> bool {
    let be = matches!(sense.lower(at + 1), "is" | "was" | "has" | "had" | "will" | "would");
    be && (at + 2..at + 6).any(|it| matches!(sense.lower(it), "that")) && !(at + 2..at + 6).any(|it| sense.lower(it) == ",")
}

/// Whether the noun at `at` points at something that was named before, and no name of its own stands beside: "the film".
fn is_definite(sense: &Sense<'_>, at: usize) -> bool {
    let Some(word) = sense.words.get(at).filter(|it| it.role == Role::Content) else { return false };
    let article = at.checked_sub(1).is_some_and(|it| matches!(sense.lower(it), "the" | "this"));
    let named = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Name);
    let quote = |it: usize| matches!(sense.lower(it), "\"" | "“" | "‘" | "'" | ":");
    let own = named(at + 1) || (quote(at + 1) && named(at + 2)) || (sense.lower(at + 1) == "of" && (named(at + 2) || named(at + 3)));
    let head = sense.words.get(at + 1).is_none_or(|it| !(it.role == Role::Content && it.noun) || sense.graph().is_verb(at + 1))
        // "The film stars Ida Berg": no stars.
        || sense.lower(at + 1).ends_with('s') && named(at + 2);
    let plural = sense.lower(at).ends_with('s') && !word.stem.ends_with('s');
    article && (word.noun || is_thing(&word.stem)) && !plural && head && !own && !sense.class(at).is(Class::CALENDAR_UNIT)
}

/// Whether the word at `at` is, or belongs to, what a verb behind it is told of.
pub(super) fn is_subject(sense: &Sense<'_>, at: usize) -> bool {
    let graph = sense.graph();
    let own = |part: usize| part == at || graph.parts(part).iter().any(|it| it.part == at && matches!(it.tie, Tie::Part | Tie::Of));
    graph.links.iter().any(|it| matches!(it.tie, Tie::Agent | Tie::Patient) && it.part < it.head && at < it.head && own(it.part))
}
