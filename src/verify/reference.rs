//! Reference: whether "it" or "the film" stands for what a claim names, where its document names nothing else.
//!
//! A document that is handed over with a claim is about what the claim is about. If it begins with "the film" or "she" and
//! no name stands before that, the claim's subject is meant, provided that a figure, a date or another name agrees too.

use std::ops::Range;

use super::Answer;
use super::align::Alignment;
use super::asked::Wanted;
use super::context::{Context, GENERIC};
use super::graph::Tie;
use super::illness;
use super::meaning::{Kinship, Meaning};
use super::passage::Passage;
use super::sense::{Role, Sense};
use super::topic::FAMILY;
use super::weighing::Weighed;
use crate::language::{homeland, name};
use crate::text::{Class, Kind};

/// What a passage says in place of a name of the claim.
#[derive(Debug)]
pub(super) struct Referred {
    /// The tokens of the claim's name.
    name: Range<usize>,
    /// The tokens of the passage that stand for it.
    by: Vec<usize>,
}

/// Nouns that stand for a place that was named before.
const PLACES: [&str; 9] = ["city", "country", "county", "district", "nation", "province", "region", "state", "town"];

/// Nouns that stand for a person who was named before.
const PERSONS: [&str; 12] =
    ["actor", "actress", "artist", "author", "director", "musician", "player", "politician", "rapper", "singer", "songwriter", "writer"];

/// Words of a claim's content that tie it to a passage by themselves.
const ENOUGH: usize = 4;

/// What the claim's name names, as far as the claim tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort<'w> {
    /// A person of that sex.
    Person(name::Sex),
    /// What the claim calls it: "the film Borg".
    Called(&'w str),
    /// An illness.
    Illness,
    /// Nothing tells.
    Open,
}

/// What stands for a name of the claim in the passage, where the document leaves it out.
pub(super) fn referred(
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    alignment: &Alignment,
    context: &Context<'_, '_>,
    meaning: &Meaning,
) -> Option<Referred> {
    let name = missing_name(wanted, alignment)?;
    let sort = sort(&wanted.sense, &name);
    let stranger = |it: &Passage<'_>, first: usize| {
        let said = Alignment::new(&it.sense, &it.mentions, &wanted.sense, &wanted.mentions, meaning);
        let day = |at: usize| it.sense.class(at).is(Class::WEEKDAY | Class::MONTH);
        let name = |at: usize| it.sense.words[at].role == Role::Name && !day(at) && homeland(it.sense.lower(at)).is_none();
        (first..it.sense.words.len()).find(|at| name(*at) && !said.says(*at))
    };
    if context.all_before()?.any(|it| stranger(it, 0).is_some() || may_be_meant(&it.sense, usize::MAX, sort)) {
        return None;
    }
    let until = stranger(passage, 0).unwrap_or(usize::MAX);
    // "On Star Meter, the film": who judges a work is none.
    let judged = stranger(passage, fronted(&passage.sense)).unwrap_or(usize::MAX);
    let free = |it: usize| it < until || (it < judged && is_work(&passage.sense, it));
    let all = 0..passage.sense.words.len();
    let mut by: Vec<usize> = if is_subject(&wanted.sense, &name) {
        all.filter(|it| free(*it)).filter(|it| stands_for(&passage.sense, *it, sort)).collect()
    } else if is_place(&wanted.sense, &name) && sort == Sort::Open {
        all.filter(|it| free(*it)).filter(|it| is_place_noun(&passage.sense, *it) && located(&passage.sense, *it)).collect()
    } else if let Sort::Called(noun) = sort {
        all.filter(|it| free(*it)).filter(|it| is_called(&passage.sense, *it, noun)).collect()
    } else {
        Vec::new()
    };
    if by.is_empty() {
        by = left_out(wanted, &name, passage, alignment).into_iter().filter(|it| *it < until).collect();
    }
    let several = name.clone().any(|it| matches!(wanted.sense.lower(it), "and" | ","));
    by.retain(|it| !several || stands_for_several(&passage.sense, *it));
    (!by.is_empty()).then_some(Referred { name, by })
}

/// The token behind the phrase of time or place that a sentence opens with, where a comma closes it.
fn fronted(sense: &Sense<'_>) -> usize {
    let opens = matches!(sense.lower(0), "at" | "on");
    let comma = (1..sense.words.len().min(12)).find(|it| sense.lower(*it) == ",");
    comma.filter(|it| opens && !(0..*it).any(|it| sense.graph().is_verb(it))).map_or(0, |it| it + 1)
}

/// Whether the noun at `at` points at a work that was named before.
fn is_work(sense: &Sense<'_>, at: usize) -> bool {
    const WORKS: [&str; 11] = ["album", "book", "episode", "film", "game", "movie", "novel", "season", "series", "show", "song"];
    is_definite(sense, at) && WORKS.contains(&&*sense.words[at].stem)
}

/// Whether a word may stand for two names, or for one with "and" in it.
fn stands_for_several(sense: &Sense<'_>, at: usize) -> bool {
    let one = matches!(sense.lower(at), "he" | "his" | "she" | "her" | "it" | "its");
    let noun = &*sense.words[at].stem;
    !one && !PLACES.contains(&noun) && !PERSONS.contains(&noun)
}

impl Referred {
    /// The alignment in which the claim's name is answered by what stands for it.
    pub(super) fn alignment(&self, plain: &Alignment) -> Alignment {
        let mut alignment = plain.clone();
        for at in self.name.clone() {
            if let Some(answers) = alignment.answers.get_mut(at) {
                *answers = self.by.iter().map(|it| (*it, Kinship::Same)).collect();
            }
        }
        alignment
    }

    /// Whether something beside common words ties the passage to the claim, and nothing else of the claim is taken for granted.
    pub(super) fn is_held(&self, wanted: &Wanted<'_>, plain: &Alignment, weighed: &Weighed) -> bool {
        let others = || wanted.sense.content().filter(|it| !self.name.contains(it) && plain.says(*it));
        // Whoever is taken for granted, no other name is half said beside.
        if weighed.reasons.iter().any(|it| it.contains(FAMILY)) {
            return false;
        }
        let dated = !wanted.sense.dates.is_empty() && weighed.facets.period == Answer::Agrees;
        weighed.facets.amount == Answer::Agrees || dated || others().any(|it| wanted.names(it)) || others().count() >= ENOUGH
    }

    /// For a person, what was taken for what.
    pub(super) fn reason(&self, wanted: &Wanted<'_>, passage: &Passage<'_>) -> String {
        let (name, by) = (wanted.sense.wording(self.name.start, self.name.end), self.by.first().copied().unwrap_or_default());
        format!("“{name}” is taken to be what “{}” stands for, which the document does not name", passage.sense.wording(by, by + 1))
    }
}

/// The one name of the claim that the passage says no word of; where it says all names, the illness that it does not name.
fn missing_name(wanted: &Wanted<'_>, alignment: &Alignment) -> Option<Range<usize>> {
    let sense = &wanted.sense;
    let part = |at: usize| sense.words.get(at).is_some_and(|it| it.role == Role::Name);
    // "Old" of "Old Pier" is not said where the passage says it of "Old Lock", which the claim names too.
    let lent = |at: usize| sense.content().any(|it| it != at && sense.words[it].stem == sense.words[at].stem);
    let missing = |at: usize| part(at) && (!alignment.says(at) || (lent(at) && !alignment.says(at + 1) && part(at + 1)));
    let Some(first) = (0..sense.words.len()).find(|it| missing(*it)) else {
        let ill = (0..sense.words.len()).find(|it| illness::is_illness(sense.lower(*it)) && !alignment.says(*it))?;
        let number = |it: usize| sense.text.tokens.get(it).is_some_and(|it| it.kind == Kind::Number && it.glued);
        return Some(ill..if sense.lower(ill + 1) == "-" && number(ill + 2) { ill + 3 } else { ill + 1 });
    };
    let joins = |at: usize| sense.words[at].role == Role::Mark || matches!(sense.lower(at), "of" | "the" | "and");
    let mut end = first + 1;
    for at in first + 1..sense.words.len() {
        // "Borg: The Lock": what stands behind the colon of a title is part of it.
        let title = || sense.text.tokens[at].capital && sense.lower(at - 1) == ":" && end + 1 == at && !alignment.says(at);
        if missing(at) || title() {
            if !(end..at).all(joins) {
                return None;
            }
            end = at + 1;
        }
    }
    // "Pier 47": the number is part of the name.
    if sense.text.tokens.get(end).is_some_and(|it| it.kind == Kind::Number) && !alignment.says(end) {
        end += 1;
    }
    let whole = !part(end) && first.checked_sub(1).is_none_or(|it| !part(it));
    whole.then_some(first..end)
}

/// What the claim's name names.
fn sort<'w>(claim: &'w Sense<'_>, name: &Range<usize>) -> Sort<'w> {
    if illness::is_illness(claim.lower(name.start)) {
        return Sort::Illness;
    }
    // "The film “The Lock”": an article may open the name.
    let opens =
        |it: &usize| claim.words[*it].role == Role::Mark || (claim.class(*it).is(Class::DETERMINER) && claim.text.tokens[*it].capital);
    if let Some(noun) = (0..name.start).rev().find(|it| !opens(it)).filter(|it| is_sort_noun(claim, *it)) {
        return Sort::Called(&claim.words[noun].stem);
    }
    name::sex(claim.wording(name.start, name.start + 1)).map_or(Sort::Open, Sort::Person)
}

/// Whether the claim is told of the name: it stands before the verb, as who does or is it or as the owner of that.
fn is_subject(sense: &Sense<'_>, name: &Range<usize>) -> bool {
    let graph = sense.graph();
    let tied = |it: &super::graph::Link| name.contains(&it.part) && it.tie != Tie::Adjunct && it.tie != Tie::Maybe;
    let verb = (0..sense.words.len()).find(|it| graph.is_verb(*it) && !name.contains(it));
    let opens =
        (0..name.start).all(|it| sense.words[it].role == Role::Mark || sense.class(it).is(Class::DETERMINER) || is_sort_noun(sense, it));
    verb.is_some_and(|it| name.end <= it) && (opens || graph.links.iter().any(|it| tied(it) && !name.contains(&it.head)))
}

/// Whether the claim says by the name where something is.
fn is_place(sense: &Sense<'_>, name: &Range<usize>) -> bool {
    name.start > 0 && matches!(sense.lower(name.start - 1), "in" | "across" | "within" | "throughout")
}

fn is_sort_noun(sense: &Sense<'_>, at: usize) -> bool {
    let noun = &*sense.words[at].stem;
    sense.words[at].role == Role::Content && (GENERIC.contains(&noun) || PLACES.contains(&noun) || PERSONS.contains(&noun))
}

/// Whether the noun at `at` points at something that was named before, and is not followed by a name of its own: "the film".
fn is_definite(sense: &Sense<'_>, at: usize) -> bool {
    let named = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Name);
    let quote = |it: usize| matches!(sense.lower(it), "\"" | "“" | "‘" | "'" | ":");
    let own = named(at + 1) || (quote(at + 1) && named(at + 2)) || (sense.lower(at + 1) == "of" && (named(at + 2) || named(at + 3)));
    at > 0 && matches!(sense.lower(at - 1), "the" | "this") && sense.words[at].role == Role::Content && !own
}

fn is_place_noun(sense: &Sense<'_>, at: usize) -> bool {
    is_definite(sense, at) && PLACES.contains(&&*sense.words[at].stem)
}

/// Whether the noun at `at`, with its article, follows a preposition of place.
fn located(sense: &Sense<'_>, at: usize) -> bool {
    at > 1 && matches!(sense.lower(at - 2), "in" | "across" | "within" | "throughout")
}

/// Whether the noun at `at` points at what the claim calls by that noun, or by another of its meaning.
fn is_called(sense: &Sense<'_>, at: usize, noun: &str) -> bool {
    const ALIKE: [&[&str]; 4] =
        [&["film", "movie"], &["programme", "series", "show"], &["company", "corporation", "firm"], &["book", "novel"]];
    let theirs = &*sense.words[at].stem;
    is_definite(sense, at) && (theirs == noun || ALIKE.iter().any(|it| it.contains(&theirs) && it.contains(&noun)))
}

/// Whether the word at `at` of a passage can stand for a name of that sort.
fn stands_for(sense: &Sense<'_>, at: usize, sort: Sort<'_>) -> bool {
    let person = |sex: name::Sex| match sort {
        Sort::Person(own) => own == sex,
        Sort::Called(noun) => PERSONS.contains(&noun),
        Sort::Illness => false,
        Sort::Open => true,
    };
    let thing = match sort {
        Sort::Person(_) => false,
        Sort::Called(noun) => !PERSONS.contains(&noun),
        Sort::Illness | Sort::Open => true,
    };
    match sense.lower(at) {
        "he" | "his" => person(name::Sex::Male),
        "she" | "her" => person(name::Sex::Female),
        "it" | "its" => thing,
        "they" | "their" => sort != Sort::Illness,
        _ => {
            let noun = &*sense.words[at].stem;
            match sort {
                Sort::Person(_) => is_definite(sense, at) && PERSONS.contains(&noun),
                Sort::Called(called) => is_called(sense, at, called),
                Sort::Illness => is_definite(sense, at) && illness::is_common(noun),
                Sort::Open => is_definite(sense, at) && is_sort_noun(sense, at),
            }
        }
    }
}

/// Whether a name of a person stands before the token `until`, for whom "he" or "she" may stand as well, though the claim names that
/// person too.
fn may_be_meant(sense: &Sense<'_>, until: usize, sort: Sort<'_>) -> bool {
    let sex = |at: usize| name::sex(sense.lower(at)).filter(|_| sense.words[at].role == Role::Name);
    let fits = |it: name::Sex| match sort {
        Sort::Person(own) => own == it,
        Sort::Called(noun) => PERSONS.contains(&noun),
        Sort::Illness => false,
        Sort::Open => true,
    };
    (0..until.min(sense.words.len())).filter_map(sex).any(fits)
}

/// The things of the passage whose owner the claim names and the passage leaves out: "the first volume" for "the first volume of Borg".
fn left_out(wanted: &Wanted<'_>, name: &Range<usize>, passage: &Passage<'_>, alignment: &Alignment) -> Vec<usize> {
    let (claim, sense) = (&wanted.sense, &passage.sense);
    let thing = if name.start > 1 && claim.lower(name.start - 1) == "of" && claim.words[name.start - 2].role == Role::Content {
        Some(name.start - 2)
    } else if matches!(claim.lower(name.end), "'s" | "’s" | "'" | "’") {
        (name.end + 1..name.end + 4).take_while(|it| claim.words.get(*it).is_some_and(|it| it.role == Role::Content)).last()
    } else {
        None
    };
    let definite = |at: usize| {
        let before =
            (at.saturating_sub(3)..at).rev().find(|it| sense.class(*it).is(Class::DETERMINER) || sense.words[*it].role == Role::Mark);
        before.is_some_and(|it| matches!(sense.lower(it), "the" | "this" | "its" | "his" | "her" | "their"))
            && !matches!(sense.lower(at + 1), "of" | "'s" | "’s")
            && sense.words.get(at + 1).is_none_or(|it| it.role != Role::Name)
    };
    let answers = thing.and_then(|it| alignment.answers.get(it)).into_iter().flatten();
    answers.filter(|it| it.1 == Kinship::Same && definite(it.0)).map(|it| it.0).collect()
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn the_film_is_the_claims_where_none_is_named() {
        check_given(
            "On the website Star Meter, the film has a rating of 61% based on 84 reviews.",
            &["The Glass Pier has a rating of 61% on Star Meter", "The film The Glass Pier has a rating of 61% on Star Meter"],
            &[
                "The Glass Pier has a rating of 62% on Star Meter",
                "The album The Glass Pier has a rating of 61% on Star Meter",
                "Anna Lund has a rating of 61% on Star Meter",
            ],
        );
        // A film of another name, and one that stands beside another.
        let other = "The film Low Tide has a rating of 61% based on 84 reviews.";
        check_given(other, &["Low Tide has a rating of 61%"], &["The Glass Pier has a rating of 61%"]);
        let beside = "Low Tide was a success. The film made $3 million.";
        check_given(beside, &[], &["The Glass Pier made $3 million"]);
        check("The film made $3 million.", &[], &["The Glass Pier made $3 million"]);
    }

    #[test]
    fn the_state_is_the_claims_place() {
        check_given(
            "On Monday, 225 wolves were counted in the state.",
            &["225 wolves were counted in Ohio", "Ohio counted 225 wolves"],
            &["225 wolves were counted in Ohio and Iowa", "226 wolves were counted in Ohio", "225 bears were counted in Ohio"],
        );
        check_given("In Iowa, 225 wolves were counted; the state has 40 packs.", &[], &["Ohio has 40 packs"]);
    }

    #[test]
    fn a_name_that_may_be_meant_as_well_leaves_it_open() {
        check_given(
            "After Karl Lund fell ill, he sold 14 boats.",
            &["14 boats were sold"],
            &["Per Dahl sold 14 boats after Karl Lund fell ill"],
        );
        check_given(
            "He sold 14 boats, and Karl Lund said that he sold 3 barges.",
            &["Per Berg sold 14 boats"],
            &["Anna Berg sold 14 boats", "Per Berg and Karl Dahl sold 14 boats"],
        );
    }

    #[test]
    fn whose_volume_it_is_may_be_left_out() {
        check_given(
            "The third volume, set in 1906, won two prizes.",
            &["The third volume of Low Tide won two prizes"],
            &["The second volume of Low Tide won two prizes", "The third volume of Low Tide won three prizes"],
        );
        check_given("The third volume of Glass Pier won two prizes.", &[], &["The third volume of Low Tide won two prizes"]);
        check("The third volume won two prizes.", &[], &["The third volume of Low Tide won two prizes"]);
    }
}
