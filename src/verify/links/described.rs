//! Described: what describes a thing in the claim and is told of it in another way in the passage.

use super::reach::acts;
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

/// Whether what stands before a thing in the claim stands behind it and a preposition, where it may describe another: a club
/// "in the home stadium" is no home club.
pub(super) fn aside(passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let describes = matches!(link.tie, Tie::Part | Tie::Of | Tie::Maybe) && link.part < link.head;
    let preposition = |at: usize| passage.sense.class(at).is(Class::PREPOSITION) && passage.sense.words[at].role != Role::Amount;
    describes && head < part && (head + 1..part).any(preposition)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_describes_a_thing_may_be_told_of_it() {
        check(
            "By May, 1,204 cases of the disease had been confirmed in Norland.",
            &["1,204 confirmed cases of the disease in Norland"],
            &["1,204 suspected cases of the disease in Norland", "1,204 confirmed deaths in Norland"],
        );
    }
}
