//! Giving: what is given or named, to whom, and what two do to each other, however the parts are ordered.

use super::time;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Graph, Link, Tie};
use crate::verify::sense::Role;

/// Verbs with two objects, one of which is told "to" it: "gave the crew a medal", "the crew was given a medal".
const GIVING: [&str; 10] = ["allot", "assign", "award", "give", "grant", "hand", "lend", "offer", "pay", "send"];

/// Whether the claim's word is whom something costs or is given to, told without a preposition: "cost the crew $5 million".
pub(super) fn receives(wanted: &Wanted<'_>, link: Link) -> bool {
    let claim = wanted.sense.graph();
    let stem = &*wanted.sense.words[link.head].stem;
    let thing = matches!(wanted.sense.words[link.part].role, Role::Content | Role::Name) && !time(wanted, link.part);
    link.tie == Tie::Adjunct && matches!(stem, "charge" | "cost" | "fine") && thing && claim.preposition(link.part).is_none()
}

/// Whether the claim's word is what somebody is given or named, without a preposition: "was awarded a medal", "was elected mayor".
pub(super) fn given(wanted: &Wanted<'_>, link: Link) -> bool {
    const NAMING: [&str; 5] = ["appoint", "crown", "elect", "name", "nominate"];
    let claim = wanted.sense.graph();
    let stem = &*wanted.sense.words[link.head].stem;
    let thing = matches!(wanted.sense.words[link.part].role, Role::Content | Role::Name) && !time(wanted, link.part);
    let gives = GIVING.contains(&stem) || NAMING.contains(&stem);
    link.tie == Tie::Adjunct && gives && claim.is_verb(link.head) && thing && claim.preposition(link.part).is_none()
}

/// Whether the verb at `head` gives or names the word at `part`, where it is a verb.
pub(super) fn is_given(graph: &Graph, head: usize, part: usize) -> bool {
    let plain = |it: &Link| it.tie != Tie::Agent && graph.preposition(it.part).is_none_or(|it| matches!(it, "as" | "to_be"));
    let reached = |it: &Link| plain(it) && graph.stands_for(it.part, part);
    let mut parts = graph.parts(head).iter();
    let told: Vec<usize> = parts.clone().filter(|it| it.tie == Tie::Patient).map(|it| it.part).collect();
    // "The mayor and her deputy were elected": nobody was elected deputy.
    let one_of_many = told.len() > 1 && told.contains(&part);
    !graph.is_verb(head) || !one_of_many && parts.any(reached)
}

/// Verbs of what two do to each other.
const MUTUAL: [&str; 5] = ["date", "divorce", "marry", "meet", "wed"];

/// Whether the claim tells by one of these verbs of two, and the passage has the other in either place.
pub(super) fn mutual(wanted: &Wanted<'_>, graph: &Graph, link: Link, head: usize, part: usize) -> bool {
    let takes_part = |it: &Link| matches!(it.tie, Tie::Agent | Tie::Patient);
    let meets = takes_part(&link) && MUTUAL.contains(&&*wanted.sense.words[link.head].stem);
    meets && graph.parts(head).iter().any(|it| takes_part(it) && graph.stands_for(it.part, part))
}

/// Whether the passage tells by a preposition of whom or what the claim's verb of giving is said.
pub(super) fn gives_to(wanted: &Wanted<'_>, graph: &Graph, link: Link, head: usize, part: usize) -> bool {
    let gives = link.tie == Tie::Patient && GIVING.contains(&&*wanted.sense.words[link.head].stem);
    gives && graph.parts(head).iter().any(|it| it.tie == Tie::Adjunct && it.part == part)
}
