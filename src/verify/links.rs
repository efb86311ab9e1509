//! Links: whether the words of a claim hang together in a passage as they do in the claim.
//!
//! The same words in another relation say another thing: who did it to whom, what is a part of what, which figure is
//! whose. Each link between two words of the claim must be found between the words that answer them.

use super::align::Alignment;
use super::asked::Wanted;
use super::graph::{Graph, Link, Tie};
use super::passage::Passage;

/// The links of the claim that the passage does not have, for a person; empty where all hold.
pub(super) fn missing(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Vec<String> {
    let claim = wanted.sense.graph();
    let broken = claim.links.iter().filter(|it| asks(wanted, claim, alignment, **it) && !holds(passage.sense.graph(), alignment, **it));
    broken.map(|it| reason(wanted, *it)).collect()
}

/// The links of the claim that touch a token and hold in the passage.
pub(super) fn holding(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, around: std::ops::Range<usize>) -> usize {
    let claim = wanted.sense.graph();
    let touching = claim.links.iter().filter(|it| around.contains(&it.head) || around.contains(&it.part));
    touching.filter(|it| asks(wanted, claim, alignment, **it) && holds(passage.sense.graph(), alignment, **it)).count()
}

/// Whether both ends of a link are words that the passage says.
fn asks(_wanted: &Wanted<'_>, claim: &Graph, alignment: &Alignment, link: Link) -> bool {
    !claim.equates(link.head) && alignment.says(link.head) && alignment.says(link.part)
}

fn holds(graph: &Graph, alignment: &Alignment, link: Link) -> bool {
    let heads = alignment.answers[link.head].iter().map(|it| it.0);
    heads.into_iter().any(|head| {
        let parts = alignment.answers[link.part].iter().map(|it| it.0);
        parts.into_iter().any(|part| tied(graph, head, part, link.tie))
    })
}

fn tied(graph: &Graph, head: usize, part: usize, tie: Tie) -> bool {
    if head == part {
        return true;
    }
    match tie {
        Tie::Agent | Tie::Patient => acts(graph, head, part, tie),
        Tie::Adjunct => {
            graph.parts(head).iter().any(|it| graph.holds(it.part, part, 2))
                || (!graph.does(head) && (graph.holds(head, part, 2) || graph.holds(part, head, 2)))
                || beside(graph, head, part)
        }
        Tie::Part | Tie::Equal => graph.holds(head, part, 2) || graph.holds(part, head, 2) || said_of(graph, head, part),
    }
}

/// Whether `part` has that role in the doing at `head`.
fn acts(graph: &Graph, head: usize, part: usize, tie: Tie) -> bool {
    let mut bearers = graph.parts(head).iter().filter(|it| it.tie == tie).peekable();
    let known = bearers.peek().is_some();
    if bearers.any(|it| graph.holds(it.part, part, 2) || equal(graph, it.part, part)) {
        return true;
    }
    if !graph.does(head) {
        return graph.holds(head, part, 2) || graph.holds(part, head, 1);
    }
    // Who does what goes along with a doing is who does the doing.
    tie == Tie::Agent && !known && graph.governor(head).is_some_and(|it| acts(graph, it, part, tie))
}

/// Whether a thing is said to be, to amount to, or to come to `part`.
fn equal(graph: &Graph, thing: usize, part: usize) -> bool {
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
    graph.governor(head).is_some_and(|it| graph.parts(it).iter().any(|it| it.tie == Tie::Adjunct && graph.holds(it.part, part, 1)))
}

fn reason(wanted: &Wanted<'_>, link: Link) -> String {
    let word = |at: usize| wanted.sense.wording(at, at + 1);
    match link.tie {
        Tie::Agent => format!("“{}” is not who or what “{}” there", word(link.part), word(link.head)),
        Tie::Patient => format!("“{}” is not what “{}” is said of there", word(link.part), word(link.head)),
        _ => format!("“{}” does not belong to “{}” there", word(link.part), word(link.head)),
    }
}
