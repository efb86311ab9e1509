//! Leading: which preposition leads to a word itself.

use super::preposition::clash;
use super::time;
use crate::text::Class;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Graph, Link, Tie};
use crate::verify::passage::Passage;
use crate::verify::preposition::beaten;
use crate::verify::sense::{Role, Sense};

/// Whether another preposition leads to the word at `part` than to what it answers, and the two tell different things.
pub(super) fn led_elsewhere(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, part: usize) -> bool {
    let led = leading(&wanted.sense, link.part).zip(leading(&passage.sense, part));
    let apart = led.is_some_and(|(mine, theirs)| clash(mine, theirs));
    apart && !time(wanted, link.part) && !lost_to(wanted, link.part) && !compounded(passage, part)
}

/// The preposition that leads to the word at `at` itself, and not to the thing that it describes: none leads to Oslo in "from an Oslo yard".
fn leading<'s>(sense: &'s Sense<'_>, at: usize) -> Option<&'s str> {
    let graph = sense.graph();
    let describes = |it: &Link| it.part == at && it.tie == Tie::Part && sense.words[it.head].role != Role::Name && it.head > at;
    graph.preposition(at).filter(|_| !graph.links.iter().any(describes))
}

/// Whether a hyphen joins the passage's word to the next: what leads to "the Norland-based firm" does not lead to Norland.
fn compounded(passage: &Passage<'_>, at: usize) -> bool {
    passage.sense.lower(at + 1) == "-" && passage.sense.text.tokens[at + 1].glued
}

/// Whether the claim's word is who won, to whatever preposition: "a defeat by Holm" is one to Holm.
fn lost_to(wanted: &Wanted<'_>, at: usize) -> bool {
    let preposition = (at.saturating_sub(4)..at).rev().find(|it| wanted.sense.class(*it).is(Class::PREPOSITION));
    preposition.is_some_and(|it| beaten(&wanted.sense, it))
}

/// Whether a preposition leads to the word at `part` before a verb whose subject stands behind: on the island "stands a mast".
pub(super) fn set_before(graph: &Graph, head: usize, part: usize) -> bool {
    let behind = graph.parts(head).iter().filter(|it| it.tie == Tie::Agent).all(|it| it.part > head);
    behind && graph.preposition(part).is_some_and(|it| !matches!(it, "of" | "by"))
}
