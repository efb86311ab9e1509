//! Owners: whose a thing is, told by a pronoun, or by what stands nearer.

use super::holds;
use crate::verify::align::Alignment;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Link, Tie};
use crate::verify::passage::Passage;
use crate::verify::sense::{Role, Sense};

/// Whether the claim gives a thing to its owner by a pronoun alone, "bought its rival", and the passage has a pronoun there too, or gives
/// it to nobody and tells the same doing of both.
pub(super) fn owned(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    let pronoun = |sense: &Sense<'_>, thing: usize| {
        let own = |it: &usize| matches!(sense.lower(*it), "its" | "their" | "his" | "her");
        (thing.saturating_sub(5)..thing).rev().take_while(|it| sense.words[*it].role != Role::Mark).any(|it| own(&it))
    };
    if link.tie != Tie::Of || link.part > link.head || !pronoun(&wanted.sense, link.head) || possessor(&wanted.sense, link) {
        return false;
    }
    let graph = passage.sense.graph();
    let free = |thing: usize| !graph.parts(thing).iter().any(|it| it.tie == Tie::Of);
    let doings = wanted.sense.graph().links.iter().filter(|it| it.part == link.head && it.tie == Tie::Patient);
    let both = |verb: usize| {
        let agent = Link { head: verb, part: link.part, tie: Tie::Agent };
        let patient = Link { head: verb, part: link.head, tie: Tie::Patient };
        holds(wanted, passage, alignment, agent) && holds(wanted, passage, alignment, patient)
    };
    let things = || alignment.answers[link.head].iter().map(|it| it.0);
    // "Russian boats sailed, and Norland moved its crews": whose they are the passage tells.
    let another = |it: &Link| it.tie == Tie::Of && !alignment.answers[link.part].iter().any(|own| own.0 == it.part);
    let open = |thing: usize| !graph.parts(thing).iter().any(|it| another(it) && passage.sense.words[it.part].role == Role::Name);
    things().any(|it| pronoun(&passage.sense, it) && open(it)) || things().any(free) && doings.map(|it| it.head).any(both)
}

/// Whether the owner stands with its own mark before the thing: "the firm's rival".
pub(super) fn possessor(sense: &Sense<'_>, link: Link) -> bool {
    (link.part + 1..link.head).any(|it| matches!(sense.lower(it), "'s" | "’s" | "'" | "’"))
}

/// Whether what stands behind a preposition may hang on the thing before it as well as on the verb, and does so there behind the same
/// preposition: "took part in the race to Oslo".
pub(super) fn nearer(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    let (claim, graph) = (wanted.sense.graph(), passage.sense.graph());
    let leads = |it: usize| graph.preposition(it).is_some_and(|it| claim.preposition(link.part) == Some(it));
    let hangs = |thing: usize| {
        let answers = |at: usize| alignment.answers[at].iter().map(|it| it.0);
        answers(thing).any(|thing| {
            answers(link.part).any(|part| {
                let names = passage.sense.words[part].role == Role::Name;
                graph.parts(thing).iter().any(|it| it.part == part && (leads(part) || names && it.tie == Tie::Part))
            })
        })
    };
    link.tie == Tie::Adjunct && claim.links.iter().any(|it| it.tie == Tie::Maybe && it.part == link.part && hangs(it.head))
}
