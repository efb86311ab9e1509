//! Topic: whether a passage says of the same thing what the claim says of it.
//!
//! Every word of the claim that says something must be answered in the passage, or be taken from where the passage
//! plainly takes it. What the claim adds is not on record.

use super::Answer;
use super::align::Alignment;
use super::asked::Wanted;
use super::calendar;
use super::compared;
use super::context::Context;
use super::degree;
use super::deixis;
use super::graph::Tie;
use super::illness;
use super::intent;
use super::judgement;
use super::light;
use super::meaning::{Kinship, Meaning};
use super::order;
use super::passage::Passage;
use super::preposition;
use super::rank;
use super::sense::{Placed, Role, Sense};
use crate::extract::Quantity;
use crate::language::{self, homeland, name, names_state};
use crate::text::Class;

/// What the facets of topic and place come to.
#[derive(Clone, Debug, Default)]
pub(super) struct Topic {
    pub answer: Answer,
    pub place: Answer,
    pub reasons: Vec<String>,
    /// The share of the claim's words that are answered, in hundredths.
    pub share: u32,
}

/// What is told of a forename that the passage does not say.
pub(super) const FAMILY: &str = "is left out before the family name";

/// Weighs topic and place.
pub(super) fn topic(
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    alignment: &Alignment,
    context: &Context<'_, '_>,
    meaning: &Meaning,
) -> Topic {
    let mut topic = Topic { answer: Answer::Agrees, place: Answer::Agrees, ..Topic::default() };
    let (mut all, mut said) = (0, 0);
    let shared = shared(wanted, alignment);
    for at in wanted.sense.content() {
        let name = wanted.names(at);
        all += 1 + u32::from(name);
        if alignment.says(at) && !shared.contains(&at) {
            said += 1 + u32::from(name);
            topic.reasons.extend(other_word(wanted, passage, alignment, at));
            continue;
        }
        if alignment.understood.contains(&at)
            || numbered(wanted, alignment, at)
            || illness::is_called(wanted, at, alignment)
            || phrased(wanted, alignment, at)
            || light::adds_nothing(wanted, passage, alignment, at)
            || rank::tells(wanted, passage, at)
            || degree::borne_out(wanted, passage, alignment, at)
            || undergone(wanted, passage, alignment, at)
            || intent::foretells(wanted, passage, alignment, at)
        {
            said += 1;
            continue;
        }
        let word = wanted.sense.wording(at, at + 1);
        if alignment.described.contains(&at) {
            said += 1;
            topic.reasons.push(format!("“{word}” is said of whom it names where the document brings them in"));
            continue;
        }
        let judged = || judgement::told(wanted, at, context);
        if let Some(from) = context.says(wanted, at, passage, alignment, meaning).or_else(judged) {
            said += 1;
            topic.reasons.push(format!("“{word}” is taken from {from}"));
            continue;
        }
        let other = passage.sense.content().find(|it| meaning.opposed(&wanted.sense.words[at], &passage.sense.words[*it]));
        if forename(wanted, passage, alignment, context, at) {
            said += 1;
            topic.reasons.push(format!("“{word}” {FAMILY}"));
            continue;
        }
        topic.reasons.push(match other {
            Some(other) => format!("says “{}”, not “{word}”", passage.sense.wording(other, other + 1)),
            None => format!("does not say “{word}”"),
        });
        if name {
            topic.place = Answer::Silent;
        } else {
            topic.answer = Answer::Silent;
        }
    }
    for at in 0..wanted.sense.words.len() {
        if CONTRAST.iter().any(|group| group.contains(&wanted.sense.lower(at)) && !holds_one(passage, group)) {
            topic.answer = Answer::Silent;
            topic.reasons.push(format!("does not say “{}”", wanted.sense.wording(at, at + 1)));
        }
    }
    if let Some(at) = universal(wanted, passage) {
        topic.answer = Answer::Silent;
        topic.reasons.push(format!("does not say “{}”", wanted.sense.wording(at, at + 1)));
    }
    if let Some(at) = alone(wanted, passage) {
        topic.answer = Answer::Silent;
        topic.reasons.push(format!("does not say “{}”", wanted.sense.wording(at, at + 1)));
    }
    if let Some(reason) = compared::differs(wanted, passage, alignment) {
        topic.answer = Answer::Silent;
        topic.reasons.push(reason);
    }
    if let Some(reason) = preposition::differs(wanted, passage, alignment) {
        topic.place = Answer::Silent;
        topic.reasons.push(reason);
    }
    let times = [order::differs(wanted, passage, alignment), deixis::differs(wanted, passage), calendar::misdated(wanted, passage)];
    for reason in times.into_iter().flatten() {
        topic.answer = Answer::Silent;
        topic.reasons.push(reason);
    }
    if let Some(reason) = rank::elsewhere(wanted, passage, alignment) {
        topic.place = Answer::Silent;
        topic.reasons.push(reason);
    }
    if let Some(at) = once(wanted, passage, alignment) {
        topic.place = Answer::Silent;
        topic.reasons.push(format!("says “{}” once alone", wanted.sense.wording(at, at + 1)));
    }
    topic.share = (said * 100).checked_div(all).unwrap_or(100);
    topic
}

/// Whether the claim's word belongs to the verb before it, which the passage tells by another: "part" of "took part", "custody" of
/// "took into custody".
fn phrased(wanted: &Wanted<'_>, alignment: &Alignment, at: usize) -> bool {
    if wanted.sense.words[at].idiom.is_some_and(|it| alignment.says(it)) {
        return true;
    }
    let Some(verb) = at.checked_sub(1) else { return false };
    let phrase = wanted.sense.words[verb].phrase.as_deref().and_then(|it| it.split_once('_'));
    let other = alignment.answers[verb].iter().any(|it| it.1 > Kinship::Same);
    other && phrase.is_some_and(|(_, word)| word == wanted.sense.lower(at))
}

/// Nouns of what happens to people, one a person.
const HAPPENED: [&str; 9] = ["arrest", "casualty", "conviction", "death", "detention", "expulsion", "fatality", "injury", "rescue"];

/// Words behind a bare figure that only people can be counted by: "left 40 missing".
const HARMED: [&str; 9] = ["dead", "displaced", "hospitalised", "hospitalized", "hurt", "homeless", "injured", "missing", "wounded"];

/// Whether the claim's word only says that people are counted, where the passage counts what happened to them: "12 arrests" for
/// "12 people were arrested".
fn undergone(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    let counts = |sense: &Sense<'_>, amount: &Placed<&Quantity>, at: usize| {
        let (first, end) = amount.it.noun.map_or((0, 0), |it| sense.tokens_of(it));
        (first..end).contains(&at)
    };
    let happened = |figure: usize| {
        let stated = passage.sense.amounts.iter().find(|it| (it.first..it.end).contains(&figure));
        stated.is_some_and(|it| {
            let mut nouns = (0..passage.sense.words.len()).filter(|at| counts(&passage.sense, it, *at));
            let bare = it.it.noun.is_none() && HARMED.contains(&passage.sense.lower(it.end));
            bare || nouns.any(|at| HAPPENED.contains(&&*passage.sense.words[at].stem))
        })
    };
    let person = &*wanted.sense.words[at].stem == "person";
    let amounts = wanted.sense.amounts.iter().filter(|it| person && counts(&wanted.sense, it, at));
    amounts.flat_map(|it| it.first..it.end).any(|it| alignment.answers[it].iter().any(|it| happened(it.0)))
}

/// Whether the claim's word is the number in a compound that the passage tells by another word: "19" of "COVID-19".
fn numbered(wanted: &Wanted<'_>, alignment: &Alignment, at: usize) -> bool {
    let number = |it: usize| wanted.sense.lower(it).bytes().all(|it| it.is_ascii_digit());
    let joined =
        at >= 2 && wanted.sense.lower(at - 1) == "-" && wanted.sense.text.tokens[at].glued && wanted.sense.text.tokens[at - 1].glued;
    joined
        && number(at)
        && !number(at - 2)
        && alignment.answers[at - 2].iter().any(|it| matches!(it.1, Kinship::Synonym | Kinship::Declared))
}

/// A name that the claim says twice and the passage once, with nothing that stands for it the other time.
fn once(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<usize> {
    let name = |at: usize| wanted.sense.words.get(at).filter(|_| wanted.names(at));
    let pronoun = (0..passage.sense.words.len()).any(|it| passage.sense.class(it).is(Class::PRONOUN));
    let mut names = wanted.sense.content().filter(|it| name(*it).is_some());
    names.find(|at| {
        let twice = (0..*at).any(|it| name(it).zip(name(*at)).is_some_and(|(one, other)| one.stem == other.stem));
        let first = alignment.answers.get(*at).and_then(|it| it.first());
        twice && !pronoun && first.is_some_and(|first| alignment.answers[*at].iter().all(|it| it.0 == first.0))
    })
}

/// Whether the claim's word is a forename whose family name stands in the passage without any forename of its own. A forename that no
/// list has is one where the documents handed over with the claim give the family name no other.
fn forename(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, context: &Context<'_, '_>, at: usize) -> bool {
    let name = |sense: &Sense<'_>, at: usize| sense.words.get(at).is_some_and(|it| it.role == Role::Name);
    let listed = name::sex(wanted.sense.wording(at, at + 1)).is_some();
    let first = || at == 0 || !name(&wanted.sense, at - 1);
    let plain = |at: usize| language::synonyms(wanted.sense.lower(at)).is_empty() && homeland(wanted.sense.lower(at)).is_none();
    let unlisted = || {
        first()
            && !name(&wanted.sense, at + 2)
            && plain(at)
            && plain(at + 1)
            && !names_state(wanted.sense.lower(at + 1))
            && context.is_about()
    };
    if !name(&wanted.sense, at) || !name(&wanted.sense, at + 1) || !(listed || unlisted()) {
        return false;
    }
    let Some(family) = alignment.answers.get(at + 1).filter(|it| !it.is_empty()) else { return false };
    let person = |it: usize| it == 0 || !name(&passage.sense, it - 1) || passage.sense.class(it - 1).is(Class::TITLE | Class::ROLE);
    let acts = |it: usize| passage.sense.graph().links.iter().any(|link| link.part == it && link.tie == Tie::Agent);
    family.iter().all(|it| person(it.0)) && (listed || family.iter().any(|it| acts(it.0) && !name(&passage.sense, it.0 + 1)))
}

/// Grammar words that turn what they join against each other; a passage has to have one of the same group.
const CONTRAST: [&[&str]; 4] =
    [&["although", "despite", "even", "notwithstanding", "spite", "though"], &["without"], &["unless"], &["except", "excluding"]];

/// Words that tell something of all there are, or of each time.
const ALL: [&str; 14] =
    ["all", "always", "annual", "annually", "any", "both", "daily", "each", "every", "invariably", "monthly", "per", "weekly", "yearly"];

/// The word by which the claim tells something of all there are, where the passage has none such: "on every album".
fn universal(wanted: &Wanted<'_>, passage: &Passage<'_>) -> Option<usize> {
    // "$3 each": the amount has it.
    let rates = |at: usize| wanted.sense.amounts.iter().any(|it| (it.whole.0..=it.whole.1).contains(&at));
    let told = |at: usize| {
        matches!(wanted.sense.lower(at), "each" | "every") || wanted.sense.lower(at) == "all" && wanted.sense.lower(at + 1) == "of"
    };
    let all = |at: &usize| told(*at) && !rates(*at);
    let at = (0..wanted.sense.words.len()).find(all)?;
    (!passage.sense.words.iter().any(|it| ALL.contains(&&*it.lower))).then_some(at)
}

/// Words that shut out all others.
const ALONE: [&str; 5] = ["alone", "exclusively", "only", "sole", "solely"];

/// The word by which the claim shuts out all others, where the passage does not: "only Norland signed". Of an amount it says nothing.
fn alone(wanted: &Wanted<'_>, passage: &Passage<'_>) -> Option<usize> {
    let amount = |at: usize| wanted.sense.words.get(at).is_some_and(|it| it.role == Role::Amount);
    let shuts = |at: &usize| {
        let lower = wanted.sense.lower(*at);
        ALONE.contains(&lower)
            && !(at + 1..at + 4).any(amount)
            && !at.checked_sub(1).is_some_and(|it| amount(it) || wanted.sense.class(it).is(Class::NEGATION))
    };
    let at = (0..wanted.sense.words.len()).find(shuts)?;
    let says = |it: &str| ALONE.contains(&it) || matches!(it, "just" | "lone" | "nobody" | "nothing" | "unique");
    (!passage.sense.words.iter().any(|it| says(&it.lower))).then_some(at)
}

fn holds_one(passage: &Passage<'_>, group: &[&str]) -> bool {
    passage.sense.words.iter().any(|it| group.contains(&&*it.lower))
}

/// The words of the claim for which no word of the passage is left: one word does not say two things.
fn shared(wanted: &Wanted<'_>, alignment: &Alignment) -> Vec<usize> {
    let mut words: Vec<usize> = wanted.sense.content().filter(|it| alignment.says(*it) && !wanted.names(*it)).collect();
    words.sort_by_key(|it| (alignment.answers[*it].iter().map(|it| it.1).min(), alignment.answers[*it].len(), *it));
    let mut taken: Vec<(usize, &str)> = Vec::new();
    let mut left = Vec::new();
    for at in words {
        let stem = &*wanted.sense.words[at].stem;
        // "4,000 participants": who they are and what they do is told at once.
        let doer = |it: &(usize, Kinship)| it.1 == Kinship::Doer;
        let free = alignment.answers[at].iter().filter(|it| doer(it) || !taken.iter().any(|(token, by)| *token == it.0 && *by != stem));
        // The word itself before another that says the same, which may stand for a word that has no other.
        let free = free.min_by_key(|it| it.1);
        match free {
            Some((place, _)) => taken.push((*place, stem)),
            None => left.push(at),
        }
    }
    left
}

/// Which other word of the passage stands for the claim's, for a person.
fn other_word(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> Option<String> {
    let (place, kinship) = alignment.answers[at].iter().min_by_key(|it| it.1)?;
    let (mine, theirs) = (wanted.sense.wording(at, at + 1), passage.sense.wording(*place, place + 1));
    (*kinship > Kinship::Same && *mine.to_lowercase() != *theirs.to_lowercase()).then(|| format!("“{mine}” is said as “{theirs}”"))
}

/// How much of what stands around the claim's amount stands around the passage's, up to 100.
pub(super) fn closeness(wanted: &Wanted<'_>, at: usize, place: usize, alignment: &Alignment) -> u32 {
    let mut sum = 0;
    for word in wanted.sense.content().filter(|it| it.abs_diff(at) <= 8) {
        let nearest = alignment.answers[word].iter().map(|it| it.0.abs_diff(place)).min();
        sum += match nearest {
            Some(0..=3) => 10,
            Some(4..=8) => 6,
            Some(9..=15) => 3,
            Some(_) => 1,
            None => 0,
        };
    }
    sum.min(100)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn what_is_told_of_one_is_not_told_of_every_one() {
        check(
            "Low Tide was the only ferry of Nordline that carried lorries.",
            &["Low Tide was the only ferry of Nordline that carried lorries"],
            &["Every ferry of Nordline carried lorries", "Each ferry of Nordline carried lorries"],
        );
        check(
            "Nordline will cut 300 jobs and close a dock in Lindvik.",
            &["Nordline will cut 300 jobs"],
            &["Nordline will cut 300 jobs, all of them in Lindvik"],
        );
        check("All ferries of Nordline carried lorries.", &["All ferries of Nordline carried lorries"], &[]);
    }

    #[test]
    fn who_is_missing_is_people() {
        check(
            "A slide hit Norland, killing at least 23 people and leaving more than 40 missing.",
            &["More than 40 people were left missing", "More than 40 people are missing"],
            &["More than 40 sailors are missing", "More than 50 people are missing", "More than 40 people were killed"],
        );
    }

    #[test]
    fn a_forename_may_be_left_out() {
        check_given(
            "Quarrendon played for Lindvik in 2007.",
            &["Jorvi Quarrendon played for Lindvik in 2007"],
            &["Jorvi Quarrendon played for Marstad in 2007", "Jorvi Quarrendon played for Lindvik in 2008"],
        );
        check_given("Abel Quarrendon played for Lindvik in 2007.", &[], &["Jorvi Quarrendon played for Lindvik in 2007"]);
        check_given("Madrid won 3 cups in 2007.", &[], &["Atlético Madrid won 3 cups in 2007"]);
        check("Quarrendon played for Lindvik in 2007.", &[], &["Jorvi Quarrendon played for Lindvik in 2007"]);
    }
}
