//! Parallels: "a school in Oslo and a library in Lindvik": each of several things that one verb is said of has a place of its own, and
//! none has that of another.

use crate::extract::Quantity;
use crate::verify::align::Alignment;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Link, Tie};
use crate::verify::passage::Passage;
use crate::verify::sense::Placed;

/// Whether the passage tells the claim's circumstance of another thing than the one that the claim tells it of.
pub(super) fn crossed(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    let claim = wanted.sense.graph();
    let circumstances = claim.links.iter().filter(|it| it.tie == Tie::Adjunct && claim.is_verb(it.head) && alignment.says(it.part));
    let mut pairs = circumstances.flat_map(|it| objects(wanted, it.head).map(move |thing| (it.head, thing, it.part)));
    let found = pairs.find(|(verb, thing, place)| {
        let answers = |at: usize| alignment.answers[at].iter().map(|it| it.0);
        let mut readings = answers(*verb)
            .flat_map(|verb| {
                let meant = meant(wanted, passage, alignment, verb, *thing);
                meant.into_iter().flat_map(move |thing| answers(*place).map(move |place| (verb, thing, place)))
            })
            .filter(|it| told(passage, it.0, it.1))
            .peekable();
        readings.peek().is_some() && readings.all(|it| apart(passage, it.0, it.1, it.2))
    });
    found.map(|(_, thing, place)| {
        let word = |at: usize| wanted.sense.wording(at, at + 1);
        format!("“{}” is told of another thing than “{}” there", word(place), word(thing))
    })
}

/// What the claim's verb is said of that stands behind it.
fn objects(wanted: &Wanted<'_>, verb: usize) -> impl Iterator<Item = usize> {
    wanted.sense.graph().parts(verb).iter().filter(|it| it.tie == Tie::Patient).map(|it| it.part)
}

/// The words of the passage that tell the claim's thing: of one that is counted, that with its figure, "two people and three here".
fn meant(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, verb: usize, thing: usize) -> Vec<usize> {
    let counts = |it: &&Placed<&Quantity>| it.it.noun.is_some_and(|noun| wanted.sense.tokens_of(noun).1 == thing + 1);
    let Some(claimed) = wanted.sense.amounts.iter().find(counts) else {
        return alignment.answers[thing].iter().map(|it| it.0).collect();
    };
    let figures: Vec<usize> = (claimed.first..claimed.end).flat_map(|it| &alignment.answers[it]).map(|it| it.0).collect();
    let graph = passage.sense.graph();
    things(passage, verb).into_iter().filter(|it| figures.iter().any(|figure| it == figure || graph.holds(*it, *figure, 1))).collect()
}

/// What the passage's verb at `verb` is said of behind it, in order.
fn things(passage: &Passage<'_>, verb: usize) -> Vec<usize> {
    let graph = passage.sense.graph();
    let mut things: Vec<usize> = graph.parts(verb).iter().filter(|it| it.tie == Tie::Patient && it.part > verb).map(|it| it.part).collect();
    things.sort_unstable();
    things
}

fn told(passage: &Passage<'_>, verb: usize, thing: usize) -> bool {
    let things = things(passage, verb);
    things.len() > 1 && things.contains(&thing)
}

/// Whether the circumstance at `place` is told of another of the things than the one at `thing`.
fn apart(passage: &Passage<'_>, verb: usize, thing: usize, place: usize) -> bool {
    let (graph, things) = (passage.sense.graph(), things(passage, verb));
    let Some(nearest) = things.iter().rfind(|it| **it < place).copied() else { return false };
    let behind = things.iter().find(|it| **it > thing).copied();
    let leads = |it: usize| graph.preposition(it);
    let own =
        |it: &Link| it.tie == Tie::Adjunct && thing < it.part && behind.is_some_and(|end| it.part < end) && leads(it.part) == leads(place);
    match nearest.cmp(&thing) {
        std::cmp::Ordering::Equal => false,
        // "A school in Oslo and a library": no library in Oslo.
        std::cmp::Ordering::Less => true,
        // "A school and a library in Lindvik": both are there.
        std::cmp::Ordering::Greater => graph.parts(verb).iter().any(own),
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn each_thing_has_its_own_place() {
        check(
            "Norline opened an office in Lindvik and a factory in Marstad.",
            &["Norline opened an office in Lindvik", "Norline opened a factory in Marstad"],
            &["Norline opened a factory in Lindvik", "Norline opened an office in Marstad"],
        );
        check(
            "The storm killed two people in Lindvik and three in Marstad.",
            &["The storm killed two people in Lindvik", "The storm killed three people in Marstad"],
            &["The storm killed three people in Lindvik", "The storm killed two people in Marstad"],
        );
        check_given(
            "Anna Dahl won gold in Lindvik and silver in Marstad.",
            &["Anna Dahl won gold in Lindvik", "Anna Dahl won silver in Marstad"],
            &["Anna Dahl won silver in Lindvik", "Anna Dahl won gold in Marstad"],
        );
        check_given("Norline opened an office and a factory in Marstad.", &["Norline opened an office in Marstad"], &[]);
    }
}
