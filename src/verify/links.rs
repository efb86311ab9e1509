//! Links: whether the words of a claim hang together in a passage as they do in the claim.
//!
//! The same words in another relation say another thing: who did it to whom, what is a part of what, which figure is
//! whose. Each link between two words of the claim must be found between the words that answer them.

use super::align::Alignment;
use super::asked::Wanted;
use super::graph::{Graph, Link, Tie};
use super::meaning::Kinship;
use super::passage::Passage;

/// The links of the claim that the passage does not have, for a person; empty where all hold.
pub(super) fn missing(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Vec<String> {
    let claim = wanted.sense.graph();
    let broken = claim.links.iter().filter(|it| asks(wanted, alignment, **it) && !holds(wanted, passage, alignment, **it));
    broken.map(|it| reason(wanted, *it)).collect()
}

/// The links of the claim that touch a token and hold in the passage.
pub(super) fn holding(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, around: std::ops::Range<usize>) -> usize {
    let claim = wanted.sense.graph();
    let touching = claim.links.iter().filter(|it| around.contains(&it.head) || around.contains(&it.part));
    touching.filter(|it| asks(wanted, alignment, **it) && holds(wanted, passage, alignment, **it)).count()
}

/// Whether both ends of a link are words that the passage says, and not two words of one amount.
fn asks(wanted: &Wanted<'_>, alignment: &Alignment, link: Link) -> bool {
    let one_amount = wanted.sense.amounts.iter().any(|it| (it.whole.0..it.whole.1).contains(&link.head) && (it.whole.0..it.whole.1).contains(&link.part));
    link.tie != Tie::Maybe && !one_amount && !wanted.sense.graph().equates(link.head) && alignment.says(link.head) && alignment.says(link.part)
}

fn holds(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    let graph = passage.sense.graph();
    alignment.answers[link.head].iter().any(|(head, kinship)| {
        alignment.answers[link.part].iter().any(|(part, _)| {
            tied(graph, *head, *part, link.tie)
                || near(passage, *head, *part, link.tie)
                || (turned(wanted, *kinship, link) && acts(graph, *head, *part, Tie::Patient))
        })
    })
}

/// Whether what the claim tells as an act may be told as done to the same: "the ferry sank", "the storm sank the ferry".
fn turned(wanted: &Wanted<'_>, kinship: Kinship, link: Link) -> bool {
    let claim = wanted.sense.graph();
    let alone = link.tie == Tie::Agent && !claim.parts(link.head).iter().any(|it| it.tie == Tie::Patient);
    // In a line without a full stop a participle may stand for a passive: "24 towns retaken".
    let line = !matches!(wanted.sense.text.tokens.last().map(|it| it.span.of(wanted.sense.source)), Some("." | "!"));
    alone && (kinship > Kinship::Same || line)
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
        Tie::Part | Tie::Equal | Tie::Maybe => graph.holds(head, part, 3) || graph.holds(part, head, 3) || said_of(graph, head, part),
    }
}

/// Whether the two stand so close together that they belong together, whatever the reading of the sentence.
fn near(passage: &Passage<'_>, head: usize, part: usize, tie: Tie) -> bool {
    let (first, last) = (head.min(part), head.max(part));
    let apart = (first + 1..last).any(|it| super::parts::cuts_before(&passage.sense, it));
    let graph = passage.sense.graph();
    let reach = match tie {
        Tie::Part | Tie::Maybe => 3,
        Tie::Equal => 5,
        Tie::Adjunct => 7,
        // Who does it is known: it is not the one that stands close by.
        Tie::Agent | Tie::Patient if graph.parts(head).iter().any(|it| it.tie == tie) || graph.parts(head).iter().any(|it| it.part == part) => 0,
        Tie::Agent | Tie::Patient => 5,
    };
    last - first <= reach && !apart
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
