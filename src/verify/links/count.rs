//! Figures in links: whose doing a figure counts, where the passage leaves the counted thing out or counts it by another figure.

use super::beyond_idiom;
use super::reach::{acts, near};
use super::told::turned;
use crate::extract::Quantity;
use crate::verify::align::Alignment;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Link, Tie};
use crate::verify::meaning::Kinship;
use crate::verify::passage::Passage;
use crate::verify::sense::{Placed, Role, Sense};

/// Whether the passage leaves the counted thing out behind its figure and says the same of the figure: "and another 40 burned".
pub(super) fn elided(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    let graph = passage.sense.graph();
    let sense = &wanted.sense;
    let counts = |amount: &&Placed<&Quantity>| {
        let (first, end) = amount.it.noun.map_or((0, 0), |it| sense.tokens_of(it));
        let noun = |at: usize| (first..end).contains(&at);
        // "40 barges and tugs": the figure counts both.
        noun(link.part) || (link.part >= 2 && matches!(sense.lower(link.part - 1), "and" | "or") && noun(link.part - 2))
    };
    let bare = |figure: usize| {
        let stated = passage.sense.amounts.iter().find(|it| (it.first..it.end).contains(&figure));
        // "Left 40 dead": those are people, and no more is told of them.
        let person = &*sense.words[link.part].stem == "person";
        let ends = |it: usize| passage.sense.words.get(it).is_none_or(|next| next.role != Role::Content || person && next.idiom.is_some());
        stated.is_some_and(|it| ends(it.end) || graph.is_verb(it.end))
    };
    let doing = matches!(link.tie, Tie::Agent | Tie::Patient);
    doing
        && sense.amounts.iter().filter(counts).flat_map(|it| it.first..it.end).any(|at| {
            let figures = alignment.answers[at].iter().map(|it| it.0).filter(|it| bare(*it));
            figures.into_iter().any(|figure| {
                alignment.answers[link.head].iter().filter(|it| !beyond_idiom(&passage.sense, it.0, figure)).any(|(head, kinship)| {
                    let done = turned(wanted, passage, *kinship, link, *head) || link.tie == Tie::Patient;
                    acts(graph, *head, figure, link.tie)
                        || (done && acts(graph, *head, figure, Tie::Patient))
                        || (*head > figure && near(passage, *head, figure, link.tie))
                })
            })
        })
}

/// Whether the link's end is counted, and the passage tells another doing of the figure that answers it.
pub(super) fn elsewhere(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    if !matches!(link.tie, Tie::Agent | Tie::Patient) {
        return false;
    }
    let counted = wanted.sense.amounts.iter().filter(|it| {
        let noun = it.it.noun.map_or((0, 0), |it| wanted.sense.tokens_of(it));
        (noun.0..noun.1).contains(&link.part)
    });
    let graph = passage.sense.graph();
    counted.flat_map(|it| it.first..it.end).any(|at| {
        let figures = alignment.answers[at].iter().map(|it| it.0);
        let doings = figures.flat_map(|figure| {
            graph
                .links
                .iter()
                .filter(move |it| matches!(it.tie, Tie::Agent | Tie::Patient) && graph.holds(it.part, figure, 1))
                .map(|it| it.head)
        });
        let mut doings = doings.peekable();
        doings.peek().is_some() && !doings.any(|doing| alignment.answers[link.head].iter().any(|it| it.0 == doing))
    })
}

/// Whether the claim counts what somebody is named for doing, and the figure that answers is of another doing there: "won three prizes
/// and was named for nine others" makes no winner of nine.
pub(super) fn otherwise(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> bool {
    let doing = |it: &(usize, Kinship)| it.1 == Kinship::Doer && passage.sense.graph().is_verb(it.0);
    let asked = Link { tie: Tie::Patient, ..link };
    alignment.answers[link.head].iter().all(doing) && elsewhere(wanted, passage, alignment, asked)
}

/// Whether the passage counts the thing at `part` by another figure than the one that answers the claim's: "nine people, including two
/// guards" are no nine guards.
pub(super) fn counted_otherwise(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, thing: usize, part: usize) -> bool {
    fn counts(sense: &Sense<'_>, amount: &Placed<&Quantity>, at: usize) -> bool {
        amount.it.noun.is_some_and(|it| (sense.tokens_of(it).0..sense.tokens_of(it).1).contains(&at))
    }
    let Some(stated) = passage.sense.amounts.iter().find(|it| counts(&passage.sense, it, part)) else { return false };
    let claimed = wanted.sense.amounts.iter().find(|it| counts(&wanted.sense, it, thing));
    let mut figures =
        claimed.into_iter().flat_map(|it| it.first..it.end).flat_map(|it| alignment.answers[it].iter().map(|it| it.0)).peekable();
    let alike = |figure: usize| {
        let own = passage.sense.amounts.iter().find(|it| (it.first..it.end).contains(&figure)).and_then(|it| it.it.noun);
        let nouns = own.map_or(0..0, |it| passage.sense.tokens_of(it).0..passage.sense.tokens_of(it).1);
        nouns.is_empty() || nouns.into_iter().any(|it| passage.sense.words[it].stem == passage.sense.words[part].stem)
    };
    let apart = |it: usize| !(stated.whole.0..stated.whole.1.max(stated.end)).contains(&it) && !alike(it);
    figures.peek().is_some() && figures.all(apart)
}
