//! Reference: whether "it" or "the film" stands for what a claim names, where its document names nothing else.
//!
//! A document that is handed over with a claim is about what the claim is about. What it speaks of without a name is then what the
//! claim names, in whatever place of the sentence it stands, and also where the sentence leaves it out.

use std::ops::Range;

use super::align::Alignment;
use super::asked::Wanted;
use super::context::Context;
use super::illness;
use super::meaning::Kinship;
use super::passage::Passage;
use super::pointer::{self, Pointer, Sort, pointers};
use super::sense::{Role, Sense};
use super::theme;
use super::topic::FAMILY;
use super::understood;
use super::weighing::Weighed;
use crate::language::{self, Relation, homeland, name};
use crate::text::{Class, Kind};

/// What a passage says in place of a name of the claim.
#[derive(Debug)]
pub(super) struct Referred {
    /// The tokens of the claim's name, with what tells its sort.
    name: Range<usize>,
    /// The tokens of the passage that stand for it; none where it goes without saying.
    by: Vec<usize>,
}

/// What the claim's name names, as far as the claim tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named<'w> {
    /// A person of that sex.
    Person(name::Sex),
    /// What the claim calls it: "the film Borg".
    Called(&'w str),
    /// An illness.
    Illness,
    /// Things of a kind, by their common noun.
    Kind(&'w str),
    /// Nothing tells.
    Open,
}

/// What may stand for a name of the claim in the passage, where the document leaves it out, the likelier first.
pub(super) fn referred(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, context: &Context<'_, '_>) -> Vec<Referred> {
    read(wanted, passage, alignment, context).unwrap_or_default()
}

fn read(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, context: &Context<'_, '_>) -> Option<Vec<Referred>> {
    let name = missing_name(wanted, passage, alignment)?;
    // "On Monday": no document speaks of a day without naming it.
    if name.clone().all(|it| wanted.sense.class(it).is(Class::WEEKDAY | Class::MONTH)) {
        return None;
    }
    // "Two Norwegian climbers": where people are from does not go without saying.
    if name.len() == 1 && homeland(wanted.sense.lower(name.start)).is_some() && counted(&wanted.sense, name.start) {
        return None;
    }
    if describes(wanted, passage, alignment, name.end) || of_another_land(wanted, passage, &name) {
        return None;
    }
    // "Q3 orders rose": a quarter is no thing that is told of.
    if name.clone().any(|it| matches!(&*wanted.sense.words[it].stem, "q1" | "q2" | "q3" | "q4")) {
        return None;
    }
    let named = named(&wanted.sense, &name);
    let several = name.clone().any(|it| matches!(wanted.sense.lower(it), "and" | ","));
    let around = context.all()?;
    let around: Vec<&Passage<'_>> = around.iter().map(AsRef::as_ref).collect();
    let before = around.get(..passage.sentence).unwrap_or_default();
    // Whom the document names somewhere else it does not leave without a name.
    if passage.document.text.contains(wanted.sense.wording(name.start, name.end)) {
        return None;
    }
    let fits = |sort: Sort<'_>| named.fits(sort) && (!several || stands_for_several(sort));
    let theme = theme::theme(before, passage, fits);
    let stands =
        |it: &Pointer<'_>| fits(it.sort) && theme.is_some_and(|theme| theme.joins(it.sort)) && !theme::contested(before, passage, *it);
    // "The ferry sails from Lindvik": what the claim calls "the ferry" itself is not Lindvik.
    let beside = |at: usize| at == name.end || at < name.start && at + 4 > name.start;
    let definite = |at: usize| at > 0 && wanted.sense.class(at - 1).is(Class::DETERMINER) && !beside(at);
    let own = |at: usize| wanted.sense.content().any(|it| definite(it) && alignment.answers[it].iter().any(|it| it.0 == at));
    let by: Vec<usize> = pointers(&passage.sense).filter(stands).map(|it| it.at).filter(|it| !own(*it)).collect();
    let understood = || named != Named::Illness && understood::goes_without_saying(wanted, &name, passage, alignment, &around);
    // "Photography began in May, and the film was released in June": whose it is goes without saying, though it is named behind.
    let mut ways = Vec::new();
    for by in [by, Vec::new()] {
        if !by.is_empty() || ways.len() < 2 && understood() {
            ways.push(Referred { name: whole(wanted, passage, name.clone(), &by, theme), by });
        }
    }
    Some(ways)
}

/// Whether the name is that of a people, and the passage names another land: what happens in Norway is not told of Danes.
fn of_another_land(wanted: &Wanted<'_>, passage: &Passage<'_>, name: &Range<usize>) -> bool {
    let people = name.len() == 1 && homeland(wanted.sense.lower(name.start)).is_some();
    let land = |it: usize| homeland(passage.sense.lower(it)).is_some() || language::is_land(passage.sense.lower(it));
    people && (0..passage.sense.words.len()).any(land)
}

/// Whether the name that ends at `end` only describes the noun behind it, which the passage describes otherwise: "its Danish ferry" is
/// no Norland ferry.
fn describes(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, end: usize) -> bool {
    let common = |sense: &Sense<'_>, at: usize| sense.words.get(at).is_some_and(|it| it.role == Role::Content);
    let noun = common(&wanted.sense, end) && wanted.sense.words[end].noun && !wanted.sense.graph().is_verb(end);
    let Some(answers) = alignment.answers.get(end).filter(|it| noun && !it.is_empty()) else { return false };
    let other = |place: usize| common(&passage.sense, place) && !passage.sense.graph().is_verb(place) && !alignment.answered(place);
    answers.iter().all(|it| it.0.checked_sub(1).is_some_and(other))
}

/// Whether a word may stand for two names, or for one with "and" in it.
fn stands_for_several(sort: Sort<'_>) -> bool {
    match sort {
        Sort::He | Sort::She | Sort::It => false,
        Sort::They => true,
        Sort::Noun(noun) => !pointer::PLACES.contains(&noun) && !pointer::is_person(noun),
    }
}

impl Named<'_> {
    /// Whether a pointer of that sort can point at it.
    fn fits(self, sort: Sort<'_>) -> bool {
        match (self, sort) {
            (Self::Person(own), Sort::He) => own == name::Sex::Male,
            (Self::Person(own), Sort::She) => own == name::Sex::Female,
            (Self::Person(_), Sort::Noun(noun)) => pointer::is_person(noun),
            // "They have a daughter": each of them has.
            (Self::Person(_), Sort::They) | (Self::Illness, Sort::It) | (Self::Open, _) => true,
            (Self::Called(called), Sort::Noun(noun)) => pointer::alike(called, noun),
            (Self::Called(called), sort) => pointer::is_person(called) == sort.is_person(),
            (Self::Illness, Sort::Noun(noun)) => illness::is_common(noun),
            (Self::Kind(kind), Sort::Noun(noun)) => matches!(language::relation(kind, noun), Relation::Narrower(_)),
            (Self::Person(_), Sort::It) | (Self::Illness | Self::Kind(_), _) => false,
        }
    }
}

impl Referred {
    /// The alignment in which the claim's name is answered by what stands for it.
    pub(super) fn alignment(&self, plain: &Alignment) -> Alignment {
        let mut alignment = plain.clone();
        alignment.understood = self.name.clone();
        // What stands for the name says nothing else: "the state" does not state.
        for (at, answers) in alignment.answers.iter_mut().enumerate() {
            answers.retain(|it| it.1 == Kinship::Same || !self.by.contains(&it.0) || self.name.contains(&at));
        }
        for at in self.name.clone() {
            if let Some(answers) = alignment.answers.get_mut(at) {
                *answers = self.by.iter().map(|it| (*it, Kinship::Same)).collect();
            }
        }
        alignment
    }

    /// Whether the passage has no word that stands for the claim's name.
    pub(super) fn is_left_out(&self) -> bool {
        self.by.is_empty()
    }

    /// Whether nothing else of the claim is taken for granted: whoever is, no other name is half said beside.
    pub(super) fn is_held(weighed: &Weighed) -> bool {
        !weighed.reasons.iter().any(|it| it.contains(FAMILY))
    }

    /// For a person, what was taken for what.
    pub(super) fn reason(&self, wanted: &Wanted<'_>, passage: &Passage<'_>) -> String {
        let name = wanted.sense.wording(self.name.start, self.name.end);
        match self.by.first() {
            Some(by) => {
                let by = passage.sense.wording(*by, by + 1);
                format!("“{name}” is taken to be what “{by}” stands for, which the document does not name")
            }
            None => format!("“{name}” is taken to be what the document speaks of without naming it"),
        }
    }
}

/// Whether the word at `at` describes things that a figure before it counts.
fn counted(sense: &Sense<'_>, at: usize) -> bool {
    let behind = |it: &usize| *it == at || sense.words[*it].role != Role::Mark && (at..at + 3).contains(it);
    sense.amounts.iter().any(|it| {
        (it.whole.1..it.whole.1 + 2).contains(&at)
            || it.it.noun.is_some_and(|noun| {
                let (first, end) = sense.tokens_of(noun);
                (first..end).any(|it| behind(&it)) || it.end == at
            })
    })
}

/// The one name of the claim that the passage says no word of, or only the common noun in it; where it says all names, the illness
/// that it does not name.
fn missing_name(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<Range<usize>> {
    let sense = &wanted.sense;
    let part = |at: usize| sense.words.get(at).is_some_and(|it| it.role == Role::Name);
    // "Old" of "Old Pier" is not said where the passage says it of "Old Lock", which the claim names too.
    let lent = |at: usize| sense.content().any(|it| it != at && sense.words[it].stem == sense.words[at].stem);
    let common = |at: usize| part(at) && answered_by(alignment, at, |it| passage.sense.words[it].role == Role::Content);
    let unsaid = |at: usize| part(at) && (!alignment.says(at) || common(at));
    // "Stone's Bench": a name may have an owner in it.
    let owns = |at: usize| sense.text.tokens.get(at).is_some_and(|it| it.kind == Kind::Clitic);
    let borrowed = |at: usize| {
        part(at)
            && (unsaid(at + 1) || owns(at + 1) && unsaid(at + 2) || at > 0 && unsaid(at - 1))
            && (lent(at) || answered_by(alignment, at, |it| in_other_name(passage, alignment, it)))
    };
    let missing = |at: usize| unsaid(at) || borrowed(at);
    let distinct = |at: &usize| part(*at) && missing(*at) && !common(*at);
    let Some(first) = (0..sense.words.len()).find(|it| missing(*it)).filter(|it| (*it..sense.words.len()).any(|it| distinct(&it))) else {
        if is_kind(sense) && !alignment.says(0) {
            return Some(0..1);
        }
        let ill = (0..sense.words.len()).find(|it| illness::is_illness(sense.lower(*it)) && !alignment.says(*it))?;
        let number = |it: usize| sense.text.tokens.get(it).is_some_and(|it| it.kind == Kind::Number && it.glued);
        return Some(ill..if sense.lower(ill + 1) == "-" && number(ill + 2) { ill + 3 } else { ill + 1 });
    };
    let number = |at: usize| sense.text.tokens.get(at).is_some_and(|it| it.kind == Kind::Number);
    let capital = |at: usize| sense.text.tokens.get(at).is_some_and(|it| it.capital);
    let joins = |at: usize| {
        sense.words[at].role == Role::Mark || number(at) || capital(at) || matches!(sense.lower(at), "of" | "the" | "and" | "at" | "for")
    };
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
    // "Pier 47", "Nine Lives Down": the number and each word with a capital are part of the name.
    while number(end) && !alignment.says(end) || capital(end) && !part(end) {
        end += 1;
    }
    let whole = !part(end) && first.checked_sub(1).is_none_or(|it| !part(it));
    let mut first = first;
    loop {
        let own = |at: usize| at > 0 && capital(at) && matches!(sense.words[at].role, Role::Content | Role::Amount) && !alignment.says(at);
        // "Mend It Mondays": each word has a capital.
        let small =
            |at: usize| at > 0 && capital(at) && sense.words[at].role == Role::Function && capital(at - 1) && !alignment.says(at - 1);
        if first > 1 && own(first - 1) {
            first -= 1;
        } else if first > 1 && small(first - 1)
            || first > 2 && matches!(sense.lower(first - 1), "of" | "for" | "the" | "to" | "in" | "with") && own(first - 2)
        {
            first -= 2;
        } else {
            break;
        }
    }
    // "Weak demand lifted orders": the word that opens the sentence only describes the next.
    let describes =
        first == 0 && end == 1 && sense.words.get(1).is_some_and(|it| it.role == Role::Content && it.noun) && !sense.graph().is_verb(1);
    if describes && language::is_common(sense.lower(0)) {
        return None;
    }
    let begins = |at: usize| at == 0 || sense.words[at - 1].role == Role::Mark;
    let numbered = first > 0 && number(first - 1) && begins(first - 1) && homeland(sense.lower(first)).is_none();
    whole.then_some(first - usize::from(numbered)..end)
}

/// Whether the claim opens with a common noun alone, which its document may call by what it is: "Scurvy can be cured", "the disease".
fn is_kind(sense: &Sense<'_>) -> bool {
    let verb = sense.class(1).is(Class::AUXILIARY | Class::MODAL) || sense.graph().is_verb(1);
    sense.words.first().is_some_and(|it| it.role == Role::Content && it.noun) && verb && sense.text.tokens[0].kind == Kind::Word
}

/// Whether the claim's word at `at` is said, and each word that says it is such a one.
fn answered_by(alignment: &Alignment, at: usize, such: impl Fn(usize) -> bool) -> bool {
    alignment.says(at) && alignment.answers[at].iter().all(|it| such(it.0))
}

/// Whether the word at `at` of the passage is part of a name with words that the claim does not say.
fn in_other_name(passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    passage.sense.name_around(at).any(|it| !alignment.answered(it))
}

/// What the claim's name names.
fn named<'w>(claim: &'w Sense<'_>, name: &Range<usize>) -> Named<'w> {
    if illness::is_illness(claim.lower(name.start)) {
        return Named::Illness;
    }
    if let Some(noun) = label(claim, name) {
        return Named::Called(&claim.words[noun].stem);
    }
    if claim.words[name.start].role == Role::Content && name.start == 0 {
        return Named::Kind(&claim.words[0].stem);
    }
    // "MS" before a ship's name is no title.
    let shouted = claim.wording(name.start, name.start + 1).bytes().filter(u8::is_ascii_uppercase).count() > 1;
    name::sex(claim.wording(name.start, name.start + 1)).filter(|_| !shouted).map_or(Named::Open, Named::Person)
}

/// The noun before a name that tells its sort: "the film “The Lock”", where an article may open the name.
fn label(claim: &Sense<'_>, name: &Range<usize>) -> Option<usize> {
    let opens =
        |it: &usize| claim.words[*it].role == Role::Mark || (claim.class(*it).is(Class::DETERMINER) && claim.text.tokens[*it].capital);
    let noun = (0..name.start).rev().find(|it| !opens(it))?;
    (claim.words[noun].role == Role::Content && pointer::is_sort(&claim.words[noun].stem)).then_some(noun)
}

/// The name with the nouns beside it that tell its sort: "the film Borg", "the Borg Tunnel project" where the passage says "the project".
fn whole(wanted: &Wanted<'_>, passage: &Passage<'_>, name: Range<usize>, by: &[usize], theme: Option<Sort<'_>>) -> Range<usize> {
    let sense = &wanted.sense;
    let noun = |it: &usize| sense.words.get(*it).is_some_and(|it| it.role == Role::Content && it.noun) && !sense.graph().is_verb(*it);
    let says = |it: &usize| by.iter().any(|by| pointer::alike(&passage.sense.words[*by].stem, &sense.words[*it].stem));
    let end = (name.end..sense.words.len()).take_while(noun).filter(says).last().map_or(name.end, |it| it + 1);
    // "The clip of Borg", where the document speaks of "the clip".
    let article = usize::from(name.start > 0 && sense.class(name.start - 1).is(Class::DETERMINER));
    let of = name.start.checked_sub(article + 2).filter(|it| matches!(sense.lower(it + 1), "of" | "for"));
    let owner = of.filter(|it| matches!(theme, Some(Sort::Noun(noun)) if pointer::alike(noun, &sense.words[*it].stem)));
    owner.or_else(|| label(sense, &name)).unwrap_or(name.start)..end
}

#[cfg(test)]
mod tests {
    use crate::claim::Verdict;
    use crate::verify::Terms;
    use crate::verify::tests::{check, check_given, weigh};

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
        let part = "Of the hurricanes, Lindvik predicts that one to three will be storms of the worst sort.";
        let outcome = weigh(part, "Lindvik predicts four to seven hurricanes", &Terms { about: true, ..Terms::default() });
        assert_ne!(outcome.verdict, Verdict::Contradicted, "{:#?}", outcome.evidence);
    }

    #[test]
    fn what_is_told_of_one_land_is_not_told_of_another() {
        check_given(
            "Carmaker Norline will cut 900 jobs in Germany.",
            &["Norline will cut 900 jobs", "Norline will cut 900 German jobs"],
            &["Norline will cut 900 Danish jobs", "Norline to cut Danish jobs"],
        );
    }
}
