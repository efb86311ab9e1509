//! What the syntax of a passage ties together: who does it, what it is done to, what has what, and what stands close by.

use crate::text::Class;
use crate::verify::graph::{Graph, Link, Tie};
use crate::verify::parts;
use crate::verify::passage::Passage;
use crate::verify::sense::Role;

/// Whether a thing, or what it is said to be, has another.
pub(super) fn owns(graph: &Graph, owner: usize, thing: usize) -> bool {
    let has = |owner: usize| graph.parts(owner).iter().any(|it| it.tie == Tie::Has && graph.holds(it.part, thing, 1));
    has(owner) || graph.parts(owner).iter().any(|it| it.tie == Tie::Equal && has(it.part))
}

/// Whether a verb later in a series has the subject of the verbs before it: "the crew landed, took the quay and held it".
pub(super) fn shares_subject(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let mut verb = head;
    while part < verb && graph.is_verb(verb) && !graph.parts(verb).iter().any(|it| it.tie == Tie::Agent) {
        if verb == 0 || !matches!(sense.lower(verb - 1), "and" | "," | "or" | "but") {
            return false;
        }
        let Some(before) = (part..verb).rev().find(|it| graph.is_verb(*it)) else { return false };
        let breaks = |it: usize| {
            sense.class(it).is(Class::PRONOUN) || matches!(sense.lower(it), ";" | ":" | "that" | "which" | "who" | "while" | "when" | "but")
        };
        if (before + 1..verb - 1).any(breaks) {
            return false;
        }
        verb = before;
    }
    verb != head && graph.parts(verb).iter().any(|it| it.tie == Tie::Agent && graph.holds(it.part, part, 1))
}

/// Whether who tells of the doing tells it of itself: "the firm says that it has closed the yard".
pub(super) fn says_of_itself(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let subjects = |verb: usize| graph.parts(verb).iter().filter(|it| it.tie == Tie::Agent).map(|it| it.part);
    let pronoun = subjects(head).all(|it| matches!(sense.lower(it), "it" | "he" | "she" | "they" | "we" | "i"));
    let telling = (part + 1..head).rev().find(|it| graph.is_verb(*it));
    pronoun
        && subjects(head).next().is_some()
        && telling.is_some_and(|it| passage.tells(it) && subjects(it).any(|it| it == part) && subjects(head).all(|subject| subject > it))
}

/// Whether a thing stands in one list with what the verb is said of: "took 40 barges (12 of them new) and a crane".
pub(super) fn listed(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let engaged = graph.links.iter().any(|it| it.part == part && matches!(it.tie, Tie::Agent | Tie::Patient | Tie::Adjunct));
    let objects =
        graph.parts(head).iter().filter(|it| it.tie == Tie::Patient || (it.tie == Tie::Adjunct && hedged(passage, head, it.part)));
    let mut objects = objects.map(|it| it.part).filter(|it| head < *it && *it < part);
    !engaged
        && objects.any(|object| {
            let mut depth = 0_usize;
            let (mut joined, mut apart) = (false, false);
            for at in object + 1..part {
                match sense.lower(at) {
                    "(" => depth += 1,
                    ")" => depth = depth.saturating_sub(1),
                    _ if depth > 0 => {}
                    "and" | "or" => joined = true,
                    _ => {
                        apart |= graph.is_verb(at)
                            || sense.words[at].role == Role::Name
                            || sense.class(at).is(Class::AUXILIARY | Class::PRONOUN)
                            || (sense.class(at).is(Class::PREPOSITION) && sense.words[at].role != Role::Amount);
                    }
                }
            }
            joined && !apart && !(part + 1..=part + 2).any(|it| graph.is_verb(it))
        })
}

/// Whether an amount is what a verb is said of, though its hedge looks like a preposition: "held around 500".
pub(super) fn hedged(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let graph = passage.sense.graph();
    let amount = passage.sense.words[part].role == Role::Amount;
    let leads = |it: usize| passage.sense.class(it).is(Class::PREPOSITION) && passage.sense.words[it].role != Role::Amount;
    amount
        && head < part
        && part <= head + 6
        && !(head + 1..part).any(leads)
        && graph.parts(head).iter().any(|it| it.tie == Tie::Adjunct && graph.holds(it.part, part, 1))
}

/// Whether an amount stands right behind the verb, in quotation marks or not: "regained “more than 40 hectares” of".
pub(super) fn directly(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    let sense = &passage.sense;
    let quoting = |it: usize| matches!(sense.lower(it), "\"" | "“" | "”");
    let amount = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Amount);
    head < part && sense.graph().is_verb(head) && amount(part) && (head + 1..part).all(|it| amount(it) || quoting(it))
}

/// Whether the passage says "there" of the place that it named before.
pub(super) fn there(passage: &Passage<'_>, head: usize, place: usize) -> bool {
    let sense = &passage.sense;
    place < head && sense.words[place].role == Role::Name && (head..(head + 12).min(sense.words.len())).any(|it| sense.lower(it) == "there")
}

/// Whether the doing at `head` describes the thing behind it: "the killed and wounded sailors".
pub(super) fn describes(passage: &Passage<'_>, head: usize, thing: usize) -> bool {
    let sense = &passage.sense;
    let back = (head.saturating_sub(3)..head)
        .rev()
        .find(|it| !matches!(sense.lower(*it), "and" | "or" | ",") && !sense.lower(*it).ends_with("ed"));
    let opens = back.is_some_and(|it| sense.class(it).is(Class::PREPOSITION | Class::DETERMINER));
    let joined = (head + 1..thing).all(|it| !sense.class(it).is(Class::PREPOSITION | Class::DETERMINER | Class::AUXILIARY));
    opens && head < thing && thing <= head + 5 && joined
}

/// Whether the thing is what a relative clause with the doing in it is about: "the town, which he called destroyed".
pub(super) fn antecedent(passage: &Passage<'_>, head: usize, thing: usize, tie: Tie) -> bool {
    let sense = &passage.sense;
    let relative = |it: usize| matches!(sense.lower(it), "which" | "who" | "whom" | "that");
    let opens = relative(thing + 1) || (matches!(sense.lower(thing + 1), "," | "—" | "–") && relative(thing + 2));
    let own = sense.graph().parts(head).iter().any(|it| it.tie == tie && sense.words[it.part].role != Role::Function);
    // "Stein, who trained the pilot, landed the damaged jet": behind the next comma the sentence goes on.
    let ends = (thing + 3..head).any(|it| sense.lower(it) == ",");
    opens && !own && !ends && thing < head && head <= thing + 14
}

pub(super) fn tied(passage: &Passage<'_>, head: usize, part: usize, tie: Tie) -> bool {
    let graph = passage.sense.graph();
    if head == part {
        return true;
    }
    match tie {
        Tie::Agent | Tie::Patient => acts(graph, head, part, tie),
        Tie::Adjunct => {
            graph.parts(head).iter().any(|it| graph.holds(it.part, part, if it.tie == Tie::Adjunct { 1 } else { 2 }))
                || (!graph.does(head) && (graph.holds(head, part, 2) || graph.holds(part, head, 2)))
                || beside(graph, head, part)
                || of_a_state(passage, head, part)
                // "Scored 70% in Norland", "has a score of 70% in Norland".
                || !graph.is_verb(head) && passage.sense.words[part].role == Role::Name && in_its_doing(graph, head, part)
                // "We expect that the fare will be $5" for "we expect a fare of $5".
                || foresees(passage, head) && graph.equations(head).any(|it| graph.parts(it).iter().any(|it| graph.holds(it.part, part, 1)))
        }
        // "The port employs 900 people": it has 900 employees.
        Tie::Has if graph.is_verb(part) && acts(graph, part, head, Tie::Agent) => true,
        Tie::Has => owns(graph, head, part) || graph.holds(part, head, 2) || graph.holds(head, part, 2) || lies_in(passage, head, part),
        // "The lake has a depth of 90 m": the depth of the lake.
        Tie::Of if owns(graph, part, head) => true,
        // "The Dahl Prize for her novel The Salt House": what the novel is is told, and no prize.
        Tie::Equal if told_apart(passage, head, part) => {
            is_called(graph, head, part) || is_called(graph, part, head) || said_of(graph, head, part) || participle(graph, head, part)
        }
        Tie::Part | Tie::Of | Tie::Equal | Tie::Maybe => {
            graph.holds(head, part, 3)
                || graph.holds(part, head, 3)
                || said_of(graph, head, part)
                || same_verb(passage, head, part)
                || of_a_state(passage, head, part)
                || participle(graph, head, part)
        }
    }
}

/// Whether a thing is said to be in, at or on another, which so has it: "there are 12 piers in the town".
pub(super) fn lies_in(passage: &Passage<'_>, owner: usize, thing: usize) -> bool {
    let graph = passage.sense.graph();
    let inside = matches!(graph.preposition(owner), Some("in" | "at" | "on" | "across" | "throughout"));
    let near = |verb: usize| {
        let has = |ties: &[Tie], token: usize| graph.parts(verb).iter().any(|it| ties.contains(&it.tie) && graph.holds(it.part, token, 1));
        has(&[Tie::Agent, Tie::Patient], thing) && has(&[Tie::Adjunct], owner)
    };
    inside && (graph.holds(thing, owner, 2) || graph.links.iter().filter(|it| it.tie == Tie::Adjunct).any(|it| near(it.head)))
}

/// Whether the circumstance is told of the verb that the thing is told of.
fn in_its_doing(graph: &Graph, thing: usize, circumstance: usize) -> bool {
    let doings = graph.links.iter().filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient) && it.part == thing);
    doings.into_iter().any(|it| graph.parts(it.head).iter().any(|it| it.tie == Tie::Adjunct && graph.holds(it.part, circumstance, 1)))
}

/// Whether the word tells what is expected.
fn foresees(passage: &Passage<'_>, at: usize) -> bool {
    matches!(&*passage.sense.words[at].stem, "anticipate" | "estimate" | "expect" | "forecast" | "foresee" | "predict" | "project")
}

/// Whether the two stand so close together that they belong together, whatever the reading of the sentence.
pub(super) fn near(passage: &Passage<'_>, head: usize, part: usize, tie: Tie) -> bool {
    let (first, last) = (head.min(part), head.max(part));
    let graph = passage.sense.graph();
    let between = first + 1..last;
    let apart = between.clone().any(|it| parts::cuts_before(&passage.sense, it));
    let said = between.clone().filter(|it| matches!(passage.sense.words[*it].role, Role::Content | Role::Name)).count();
    let (reach, words) = match tie {
        Tie::Part | Tie::Of | Tie::Maybe if between.clone().any(|it| graph.is_verb(it)) => (0, 0),
        Tie::Part | Tie::Of | Tie::Maybe => (7, 2),
        // "The Dahl Prize for her novel The Salt House": it is known what the novel is.
        Tie::Equal if told_apart(passage, head, part) => (0, 0),
        Tie::Equal | Tie::Has => (5, 2),
        // "Police in Lindvik held a man over a killing": what happens in a place is told of a verb between.
        Tie::Adjunct if passage.sense.words[part].role == Role::Name && between.clone().any(|it| strange(graph, head, it)) => (0, 0),
        Tie::Adjunct => (9, 4),
        // Who does it is known: it is not the one that stands close by.
        Tie::Agent | Tie::Patient if graph.parts(head).iter().any(|it| it.tie == tie || it.part == part) => (0, 0),
        // "Guards the crates against the boats": what stands behind a preposition neither does it nor is it done to.
        Tie::Agent | Tie::Patient if between.clone().any(|it| turns_aside(passage, it)) => (0, 0),
        Tie::Agent | Tie::Patient => (6, 2),
    };
    last - first <= reach && said <= words && !apart
}

/// Whether a thing is told to be another, or described as one.
fn is_called(graph: &Graph, thing: usize, other: usize) -> bool {
    let called = |it: &Link| matches!(it.tie, Tie::Equal | Tie::Part) && (it.part == other || graph.stands_for(it.part, other));
    graph.stands_for(thing, other) || graph.parts(thing).iter().any(called)
}

/// Whether it is told of one of two things that are no amounts what it is.
fn told_apart(passage: &Passage<'_>, one: usize, other: usize) -> bool {
    let graph = passage.sense.graph();
    let amount = |it: usize| passage.sense.words[it].role == Role::Amount;
    let told = |it: usize| graph.parts(it).iter().any(|it| it.tie == Tie::Equal);
    !amount(one) && !amount(other) && (told(one) || told(other))
}

/// Whether the word is a verb that neither depends on the doing at `head` nor has it depend on itself.
fn strange(graph: &Graph, head: usize, verb: usize) -> bool {
    graph.is_verb(verb) && !graph.governors(head).any(|it| it == verb) && !graph.governors(verb).any(|it| it == head)
}

/// Whether the word is a preposition that leads to neither the doer nor what it is done to.
fn turns_aside(passage: &Passage<'_>, at: usize) -> bool {
    let (sense, word) = (&passage.sense, passage.sense.lower(at));
    sense.class(at).is(Class::PREPOSITION) && sense.words[at].role != Role::Amount && !matches!(word, "of" | "by")
}

/// Whether what describes a thing in the claim is what was done to it: "the rebuilt quay", "the quay was rebuilt".
fn participle(graph: &Graph, one: usize, other: usize) -> bool {
    // "The plane crash", "the plane crashed": what is done to nobody describes who does it.
    let alone = |verb: usize| graph.parts(verb).iter().all(|it| it.tie != Tie::Patient);
    let done = |verb: usize, thing: usize| {
        graph.is_verb(verb) && (acts(graph, verb, thing, Tie::Patient) || alone(verb) && acts(graph, verb, thing, Tie::Agent))
    };
    done(one, other) || done(other, one)
}

/// Nouns of a part of a land: what happens off the coast of Norland happens off Norland.
pub(super) const REGIONS: [&str; 14] = [
    "area", "border", "capital", "centre", "city", "coast", "district", "outskirt", "port", "province", "region", "shore", "town",
    "village",
];

/// Whether a time or place is told of the verb that a thing takes part in: "for the quarter, sales were".
fn same_verb(passage: &Passage<'_>, thing: usize, circumstance: usize) -> bool {
    let graph = passage.sense.graph();
    let doings = graph.links.iter().filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient) && it.part == thing);
    // What describes a place is told of that alone: divers "near the Danish boats" are no Danish divers.
    let time = |it: usize| passage.sense.class(it).is(Class::CALENDAR_UNIT | Class::MONTH | Class::SEASON);
    let lies_in = |it: usize| {
        REGIONS.contains(&&*passage.sense.words[it].stem) && graph.parts(it).iter().any(|it| it.tie == Tie::Of && it.part == circumstance)
    };
    let told = |it: &Link| it.part == circumstance || (time(it.part) && graph.holds(it.part, circumstance, 1)) || lies_in(it.part);
    doings.into_iter().any(|it| graph.parts(it.head).iter().any(|it| it.tie == Tie::Adjunct && told(it)))
}

/// Whether a circumstance is told of the state that a verb before it only lets last: "remains uncertain because of the storm".
fn of_a_state(passage: &Passage<'_>, state: usize, circumstance: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let verb = (state.saturating_sub(3)..state).rev().find(|it| graph.is_verb(*it));
    let lasts = |it: usize| matches!(&*sense.words[it].stem, "appear" | "become" | "look" | "remain" | "seem" | "stay");
    let told = |verb: usize| graph.parts(verb).iter().any(|it| it.tie == Tie::Adjunct && graph.holds(it.part, circumstance, 1));
    circumstance > state && !sense.words[state].noun && verb.is_some_and(|it| lasts(it) && told(it))
}

/// Whether `part` has that role in the doing at `head`.
pub(super) fn acts(graph: &Graph, head: usize, part: usize, tie: Tie) -> bool {
    // "Lindvik, the capital of Norland, burned": Norland did not.
    let is = |thing: usize| graph.parts(thing).iter().any(|it| it.tie == Tie::Equal && graph.stands_for(it.part, part));
    if graph.parts(head).iter().any(|it| it.tie == tie && (graph.stands_for(it.part, part) || is(it.part))) {
        return true;
    }
    // "They regained control of much land, representing a third of the region."
    if tie == Tie::Patient && graph.parts(head).iter().any(|it| it.tie == Tie::Adjunct && equal(graph, it.part, part)) {
        return true;
    }
    !graph.does(head) && (graph.holds(head, part, 2) || graph.holds(part, head, 1))
}

/// Whether a thing is said to be, to amount to, or to come to `part`.
pub(super) fn equal(graph: &Graph, thing: usize, part: usize) -> bool {
    graph.parts(thing).iter().any(|it| it.tie == Tie::Equal && graph.holds(it.part, part, 1))
}

/// Whether a quality is told of a thing by the verb between them.
fn said_of(graph: &Graph, one: usize, other: usize) -> bool {
    let shares = |head: usize| {
        let of = |token: usize| graph.parts(head).iter().any(|it| graph.holds(it.part, token, 1));
        of(one) && of(other)
    };
    graph.links.iter().map(|it| it.head).filter(|it| graph.equates(*it)).any(shares)
}

/// Whether something hangs on the verb that the doing goes along with.
fn beside(graph: &Graph, head: usize, part: usize) -> bool {
    graph.governors(head).any(|it| graph.parts(it).iter().any(|it| it.tie == Tie::Adjunct && graph.holds(it.part, part, 1)))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn who_pays_for_a_thing_pays_by_the_verb_with_its_preposition() {
        check(
            "The trip was paid for by the grain company.",
            &["The grain company paid for the trip", "The trip was funded by the grain company"],
            &["The trip was paid for by the ferry company"],
        );
    }

    #[test]
    fn a_state_that_lasts_has_its_reasons() {
        check(
            "Conditions remain uncertain due to the impact of the storm.",
            &["There are still uncertainties because of the impact of the storm", "Uncertainty remains because of the storm"],
            &["There are still uncertainties because of the impact of the strike"],
        );
    }

    #[test]
    fn what_stands_before_an_inverted_verb_does_not_do_it() {
        check(
            "On the hill above the town stands the old mill of Lindvik, built by Karl Moss in 1910.",
            &["The old mill of Lindvik stands on the hill", "Karl Moss built Lindvik mill in 1910", "The mill was built in 1910"],
            &["The hill stands on the old mill", "Karl Moss built the town", "The mill stands below the town"],
        );
        check("On the island stands a mast.", &["A mast stands on the island"], &["The island stands on a mast", "The island stands"]);
    }

    #[test]
    fn what_is_told_of_a_town_is_not_told_of_its_land() {
        check(
            "Lindvik, the capital of Norland, lies on the Orva.",
            &["Norland's capital lies on the Orva", "Norland's capital is Lindvik", "The capital of Norland is Lindvik"],
            &["Norland lies on the Orva"],
        );
    }

    #[test]
    fn a_title_names_the_noun_before_it() {
        check(
            "Anna Dahl was awarded the Moss Prize for her novel The Glass Pier.",
            &["The Glass Pier is a novel by Anna Dahl", "Anna Dahl won the Moss Prize"],
            &["The Moss Prize is a novel by Anna Dahl", "Anna Dahl was awarded The Glass Pier for her novel The Moss Prize"],
        );
    }
}
