//! Described: what describes a thing in the claim and is told of it in another way in the passage.

use super::reach::acts;
use super::time;
use crate::text::Class;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Link, Tie};
use crate::verify::passage::Passage;
use crate::verify::sense::Role;

/// Whether a participle that describes a thing in the claim is told of it by a verb: "confirmed cases", "cases had been confirmed".
pub(super) fn confirmed(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, thing: usize, doing: usize) -> bool {
    let graph = passage.sense.graph();
    let participle = link.tie == Tie::Part && link.part < link.head && wanted.sense.lower(link.part).ends_with("ed");
    participle && graph.is_verb(doing) && !graph.is_verb(thing) && acts(graph, doing, thing, Tie::Patient)
}

/// Whether a time that describes a thing in the claim is told of what is done to it: "scored an 89th-minute goal", "scored the goal in the
/// 89th minute".
pub(super) fn dated(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, thing: usize, at: usize) -> bool {
    let graph = passage.sense.graph();
    let unit = |it: usize| time(wanted, it) || wanted.sense.lower(it) == "minute" || wanted.sense.words[it].role == Role::Amount;
    let describes = link.tie == Tie::Part && link.part < link.head && unit(link.part);
    let doings = graph.links.iter().filter(|it| it.part == thing && matches!(it.tie, Tie::Patient | Tie::Agent));
    let in_time = |it: &Link| {
        it.tie == Tie::Adjunct && matches!(graph.preposition(it.part), Some("in" | "on" | "after")) && graph.holds(it.part, at, 1)
    };
    describes && doings.into_iter().any(|it| graph.parts(it.head).iter().any(in_time))
}

/// Whether what stands before a thing in the claim stands behind it and a preposition, where it may describe another: a club
/// "in the home stadium" is no home club.
pub(super) fn aside(passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let describes = matches!(link.tie, Tie::Part | Tie::Of | Tie::Maybe) && link.part < link.head;
    let preposition = |at: usize| passage.sense.class(at).is(Class::PREPOSITION) && passage.sense.words[at].role != Role::Amount;
    describes && head < part && (head + 1..part).any(preposition)
}
