//! Polarity: whether a passage says that it is so, that it is not, or that it might be.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::extract::quantity::Dimension;
use crate::extract::{Quantity, Stance, Value};
use crate::text::Class;

use super::Answer;
use super::align::Alignment;
use super::asked::Wanted;
use super::graph::Tie;
use super::modality;
use super::parts;
use super::passage::Passage;
use super::sense::{Role, Sense};

/// What colours a stretch of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Colour {
    /// It is negated or denied.
    pub negated: bool,
    /// It is expected, ordered, hypothetical, doubted or asked.
    pub modal: bool,
    /// It all but happened.
    pub almost: bool,
}

/// The colour of all words of a stretch; `told` are those that the other side says too.
pub(super) fn whole(sense: &Sense<'_>, told: &[usize]) -> Colour {
    colour(sense, 0, sense.text.tokens.len(), told, told)
}

/// The colour of the words before the token at `end`.
pub(super) fn before(sense: &Sense<'_>, end: usize) -> Colour {
    colour(sense, 0, end, &[], &[])
}

/// The colour of the stretches between clause marks that hold one of `matched`, which are in order; the words of saying at `cue`
/// colour nothing, for the speaker's stance tells what they do.
pub(super) fn around(sense: &Sense<'_>, matched: &[usize], cue: Range<usize>) -> Colour {
    let settled: Vec<usize> = matched.iter().copied().chain(cue).collect();
    let mut sum = Colour::default();
    let mut first = 0;
    let last = matched.last().map_or(0, |it| it + 1);
    for end in 1..=sense.text.tokens.len() {
        if end < sense.text.tokens.len() && !parts::cuts_before(sense, end) && !describes_from(sense, end) {
            continue;
        }
        if matched.iter().any(|it| (first..end).contains(it)) && !only_described(sense, matched, first..end) {
            let mut part = colour(sense, first, end.min(last), &settled, matched);
            part.negated |= matched.iter().find(|it| (first..end).contains(it)).is_some_and(|it| disowned(sense, *it));
            sum = Colour { negated: sum.negated || part.negated, modal: sum.modal || part.modal, almost: sum.almost || part.almost };
        }
        first = end;
    }
    sum
}

/// Whether a relative clause begins with the "that" at `at`: what it leaves open is told of its own doing alone.
fn describes_from(sense: &Sense<'_>, at: usize) -> bool {
    let noun = at.checked_sub(1).and_then(|it| sense.words.get(it)).is_some_and(|it| it.noun && it.role == Role::Content);
    noun && sense.lower(at) == "that" && sense.class(at + 1).is(Class::AUXILIARY | Class::MODAL | Class::NEGATION)
}

/// Whether all that is matched in a stretch is what the clause behind it describes, so that what is denied or doubted in the stretch is
/// not told of it: "found no fault with the quay, which burned".
fn only_described(sense: &Sense<'_>, matched: &[usize], stretch: Range<usize>) -> bool {
    let relative = |it: usize| matches!(sense.lower(it), "which" | "who" | "whose" | "where");
    let goes_on = matched.iter().any(|it| *it > stretch.end + 1);
    if !goes_on || sense.lower(stretch.end) != "," || !relative(stretch.end + 1) {
        return false;
    }
    let word = |it: usize| sense.words[it].role == Role::Name || sense.words[it].role == Role::Content && !sense.graph().is_verb(it);
    let first = stretch.clone().rev().take_while(|it| word(*it)).last().unwrap_or(stretch.end);
    let named = (first..stretch.end).all(|it| sense.words[it].role == Role::Name) && first < stretch.end;
    let definite = first.checked_sub(1).is_some_and(|it| matches!(sense.lower(it), "the" | "its" | "their" | "his" | "her" | "this"));
    (named || definite) && matched.iter().filter(|it| stretch.contains(it)).all(|it| *it >= first)
}

/// Whether the word at `at` is of what somebody denies having been rightly said: "denied reports that the dam had burst".
fn disowned(sense: &Sense<'_>, at: usize) -> bool {
    const SAID: [&str; 9] = ["accusation", "allegation", "assertion", "charge", "claim", "idea", "report", "rumour", "suggestion"];
    const DENIED: [&str; 6] = ["deny", "dismiss", "dispute", "refute", "reject", "repudiate"];
    let stem = |it: usize| sense.words.get(it).map_or("", |it| &*it.stem);
    let back = (at.saturating_sub(12)..at).rev().take_while(|it| !matches!(sense.lower(*it), "and" | "but" | ";" | "."));
    let mut content = back.filter(|it| sense.lower(*it) == "that");
    let Some(noun) = content.find_map(|it| it.checked_sub(1)).filter(|it| SAID.contains(&stem(*it))) else { return false };
    (noun.saturating_sub(5)..noun).any(|it| DENIED.contains(&stem(it)))
}

/// The colour that the words from `first` up to `end` give; of those that are `told` elsewhere the other side says `said` itself.
fn colour(sense: &Sense<'_>, first: usize, end: usize, told: &[usize], said: &[usize]) -> Colour {
    let mut colour = Colour::default();
    for at in first..end {
        let class = sense.class(at);
        let lower = sense.lower(at);
        let mut object = (at + 1..at + 4).take_while(|it| !matches!(sense.lower(*it), "and" | "or" | "," | "to"));
        let beside = lower == "without" && !object.any(|it| told.contains(&it));
        colour.negated |= none(sense, at);
        if class.is(Class::NEGATION) && !bounds(sense, at) && !compares(sense, at, told) && !beside && sense.words[at].idiom.is_none()
            || (undone(sense, at) && !told.contains(&at) && !beside && !goes_on(sense, at, told))
        {
            colour.negated = true;
        }
        colour.modal |= modality::opens(sense, first, at, told, said);
        colour.negated |= opposes(sense, at);
        colour.almost |= matches!(lower, "almost" | "nearly") && sense.words.get(at + 1).is_some_and(|it| it.role == Role::Content);
    }
    colour
}

/// "Voted 14-9 against selling": it is not to be.
fn opposes(sense: &Sense<'_>, at: usize) -> bool {
    if sense.lower(at) != "against" || sense.words[at].idiom.is_some() {
        return false;
    }
    let behind = |verbs: &[&str]| (at.saturating_sub(6)..at).any(|it| verbs.contains(&&*sense.words[it].stem));
    behind(&["vote"]) || sense.lower(at + 1).ends_with("ing") && behind(&["advise", "argue", "decide", "recommend", "rule"])
}

/// "0 deaths": nobody died.
fn none(sense: &Sense<'_>, at: usize) -> bool {
    let zero = |it: &Quantity| it.value == Value::One(Decimal::ZERO) && *it.unit.dimension() == Dimension::Count;
    sense.amounts.iter().any(|it| it.first == at && zero(it.it))
}

/// "No fewer than", "not only": the negation is part of a bound or a figure of speech.
fn bounds(sense: &Sense<'_>, at: usize) -> bool {
    matches!(sense.lower(at + 1), "fewer" | "less" | "more" | "later" | "sooner" | "only" | "least" | "smaller" | "just")
}

/// "No bigger than a boat", where the other side does not say "bigger": what is told of the size denies nothing else.
fn compares(sense: &Sense<'_>, at: usize, told: &[usize]) -> bool {
    sense.lower(at + 2) == "than" && sense.lower(at + 1).ends_with("er") && !told.contains(&(at + 1))
}

/// "Failed to", "refused to", "unable to".
fn undone(sense: &Sense<'_>, at: usize) -> bool {
    const UNDONE: [&str; 23] = [
        "abandon", "abort", "avert", "avoid", "cancel", "cease", "decline", "deny", "dismiss", "exclude", "fail", "foil", "halt", "lack",
        "prevent", "refuse", "reject", "stop", "thwart", "unable", "unlikely", "veto", "without",
    ];
    let ruled_out = matches!((&*sense.words[at].stem, sense.lower(at + 1)), ("rule", "out") | ("call", "off"));
    // "Sales declined": without what was not done, they fell.
    let fell = &*sense.words[at].stem == "decline" && sense.lower(at + 1) != "to";
    // "A bus stop", "a halt to the sale".
    let thing = sense.words[at].noun && !matches!(sense.lower(at + 1), "to" | "of");
    // "Three failed seasons", "the first firm to fail": nothing else is left undone.
    let fails = &*sense.words[at].stem == "fail" && sense.lower(at + 1) != "to";
    ruled_out || UNDONE.contains(&&*sense.words[at].stem) && !sense.text.tokens[at].capital && !fell && !thing && !fails
}

/// Whether all that the other side tells too stands behind the "and" of another verb, which what is left undone does not reach: "will
/// stop sailing to Oslo and cut 40 jobs".
fn goes_on(sense: &Sense<'_>, at: usize, told: &[usize]) -> bool {
    let graph = sense.graph();
    let verb = |it: usize| (it..it + 3).find(|it| graph.is_verb(*it)).filter(|_| graph.is_verb(it) || sense.lower(it).ends_with("ly"));
    // "Refused to stop and sailed": a past tense does not hang on "to".
    let infinitive = sense.lower(at + 1) == "to";
    let other = |it: usize| verb(it).is_some_and(|it| !sense.lower(it).ends_with("ing") && (!infinitive || sense.is_past(it)));
    let joins = |it: &usize| matches!(sense.lower(*it), "and" | "but") && other(it + 1);
    let Some(and) = (at + 1..sense.words.len()).find(joins).filter(|_| graph.is_verb(at)) else {
        return false;
    };
    let mut behind = told.iter().filter(|it| **it > at).peekable();
    behind.peek().is_some() && behind.all(|it| *it > and)
}

/// Why the passage does not bear out that there was a thing: it tells that the thing was called off.
pub(super) fn called_off(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    let (claim, sense) = (&wanted.sense, &passage.sense);
    let exists = claim.lower(0) == "there" && claim.class(1).is(Class::AUXILIARY) && !whole(claim, &[]).negated;
    let off = |thing: usize| {
        let links = sense.graph().links.iter().filter(|it| it.part == thing && it.tie == Tie::Patient);
        links.into_iter().any(|it| undone(sense, it.head) && !alignment.answered(it.head))
    };
    let things = claim.content().filter(|_| exists);
    things.into_iter().find_map(|at| {
        let answers = alignment.answers.get(at).filter(|it| !it.is_empty() && it.iter().all(|it| off(it.0)));
        answers.map(|_| format!("“{}” is called off there", claim.wording(at, at + 1)))
    })
}

/// What the speaker's stance adds.
pub(super) fn reported(colour: Colour, stance: Option<Stance>) -> Colour {
    match stance {
        Some(Stance::Denies) => Colour { negated: !colour.negated, ..colour },
        Some(Stance::Withholds | Stance::Wishes) => Colour { modal: true, ..colour },
        Some(Stance::Asserts) | None => colour,
    }
}

/// How the passage's colour stands to the claim's, with the reason where it differs.
pub(super) fn polarity(claim: Colour, stated: Colour) -> (Answer, Option<String>) {
    if claim.almost != stated.almost {
        return (Answer::Silent, Some("one is only almost so".to_owned()));
    }
    match (claim.negated == stated.negated, claim.modal, stated.modal) {
        (true, false, true) => (Answer::Silent, Some("only expected, ordered, possible or doubted there".to_owned())),
        (true, true, false) | (true, _, _) => (Answer::Agrees, None),
        (false, _, true) | (false, true, _) => (Answer::Silent, Some("negated and not certain there".to_owned())),
        (false, false, false) if stated.negated => (Answer::Differs, Some("said not to be so".to_owned())),
        (false, false, false) => (Answer::Differs, Some("said to be so".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn what_is_voted_against_is_not_to_be() {
        check_given(
            "The council voted 14-9 against selling the dock.",
            &["Council votes 14-9 against selling dock"],
            &["Council votes 14-9 to sell dock", "Council votes to sell dock"],
        );
        check_given(
            "The council voted 14-9 to sell the dock.",
            &["Council votes to sell dock"],
            &["Council votes 14-9 against selling dock"],
        );
    }

    #[test]
    fn what_may_be_done_is_not_to_be_done() {
        check_given("Norline may buy Sudco.", &["Norline may buy Sudco"], &["Norline to buy Sudco", "Sudco to be bought by Norline"]);
        check_given(
            "Norline has agreed to buy its rival Sudco.",
            &["Norline to buy Sudco", "Sudco to be bought by Norline"],
            &["Norline to sell Sudco", "Norline to be bought by Sudco", "Sudco was bought by Norline"],
        );
        check_given("Norline will close a dock that may be sold.", &["Norline to close dock", "Dock to be closed"], &["Dock closed"]);
    }

    #[test]
    fn what_is_denied_is_not_told_of_what_a_later_clause_describes() {
        check(
            "Divers found no cracks in Lindvik, which lies 30 miles south of Marstad.",
            &["Lindvik lies 30 miles south of Marstad"],
            &["Divers found cracks in Lindvik", "Lindvik does not lie 30 miles south of Marstad"],
        );
        check(
            "The council would sell the old quay, which burned in 1990.",
            &["The old quay burned in 1990"],
            &["The council sold the old quay"],
        );
        check("No ferry, which is a ship, sank.", &[], &["The ferry sank"]);
    }

    #[test]
    fn an_infinitive_with_a_subject_tells_what_is_to_come() {
        check(
            "Anna Holm will sell the dock but keep the quay.",
            &["Holm to sell the dock", "Holm to keep the quay"],
            &["Holm sold the dock", "Holm to sell the quay", "Holm to keep the dock"],
        );
    }

    #[test]
    fn what_is_stopped_is_not_the_next_doing() {
        check(
            "Nordline will stop sailing to Marstad and cut 110 jobs.",
            &["Nordline will cut 110 jobs", "Nordline will stop sailing to Marstad"],
            &["Nordline will not cut 110 jobs", "Nordline will sail to Marstad"],
        );
        check("The crew failed to stop and help.", &[], &["The crew helped", "The crew stopped"]);
        check(
            "The mayor refused to resign and called for a vote in three districts.",
            &["The mayor called for a vote in three districts", "The mayor refused to resign"],
            &["The mayor resigned"],
        );
        check("The firm failed to sell the dock and cut 40 jobs.", &[], &["The firm sold the dock"]);
        check("Norland rejected the plan and closed the port.", &["Norland closed the port"], &["Norland did not close the port"]);
    }

    #[test]
    fn what_is_foiled_did_not_happen() {
        check(
            "Police foiled an attack on the port, and a strike was averted in Lindvik.",
            &["Police foiled an attack on the port"],
            &["The port was attacked", "Police attacked the port"],
        );
        check("The mayor averted a strike in Lindvik.", &["The mayor averted a strike in Lindvik"], &["There was a strike in Lindvik"]);
        check("The strike in Lindvik was averted.", &["The strike in Lindvik was averted"], &["There was a strike in Lindvik"]);
        check("The strike in Lindvik was called off.", &["The strike in Lindvik was called off"], &["There was a strike in Lindvik"]);
    }

    #[test]
    fn none_is_no_one() {
        check("0 deaths were reported in Lindvik.", &["No deaths were reported in Lindvik"], &["Deaths were reported in Lindvik"]);
        check("3 deaths were reported in Lindvik.", &["Deaths were reported in Lindvik"], &["No deaths were reported in Lindvik"]);
    }

    #[test]
    fn what_a_size_does_not_reach_denies_nothing_else() {
        check(
            "Divers found a wreck no bigger than a bus near Lindvik.",
            &["Divers found a wreck near Lindvik"],
            &["Divers found a wreck bigger than a bus near Lindvik", "Divers found no wreck near Lindvik"],
        );
    }

    #[test]
    fn what_a_relative_clause_leaves_open_is_open_of_its_own_doing_alone() {
        check(
            "The crew called off a strike that would have closed the port.",
            &["The crew called off a strike"],
            &["A strike closed the port", "The crew called off a strike that closed the port"],
        );
    }

    #[test]
    fn what_fell_was_not_refused() {
        check(
            "Sales of the yard declined, and the firm sold two docks.",
            &["The firm sold two docks"],
            &["The firm did not sell two docks"],
        );
        check("The firm declined to sell two docks.", &[], &["The firm sold two docks"]);
        check("The lorry hit a bus stop, killing 12 people.", &["The lorry killed 12 people"], &[]);
        check("The firm put a halt to the sale of two docks.", &[], &["The firm sold two docks"]);
    }
}
