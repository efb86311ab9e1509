//! Club: for whom somebody plays, whom the passage names by the joining: "joined the Rovers in 2015, scoring 12 goals".

use crate::verify::asked::Wanted;
use crate::verify::graph::{Link, Tie};
use crate::verify::passage::Passage;
use crate::verify::sense::Role;

/// Verbs by which somebody comes to play for a side, and to be on its side.
const JOINING: [&str; 6] = ["captain", "coach", "join", "manage", "represent", "sign"];

/// Whether what the claim tells to be done "for" a side is told there behind the joining of that side, and of nobody else.
pub(super) fn plays_for(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let side = wanted.sense.graph().preposition(link.part) == Some("for") && wanted.sense.words[link.part].role == Role::Name;
    if link.tie != Tie::Adjunct || !side || !graph.is_verb(head) {
        return false;
    }
    let joins = |it: usize| graph.is_verb(it) && JOINING.contains(&&*sense.words[it].stem);
    // A later joining, or a loan, is to another side.
    let Some(joining) = (0..head).rev().find(|it| joins(*it)) else { return false };
    let leaves = |it: usize| matches!(&*sense.words[it].stem, "leave" | "loan" | "move" | "transfer" | "return") || sense.lower(it) == ";";
    let agents = |verb: usize| graph.parts(verb).iter().filter(|it| it.tie == Tie::Agent).map(|it| it.part);
    let own = agents(head).all(|it| agents(joining).any(|of| of == it));
    let there = graph.parts(joining).iter().any(|it| matches!(it.tie, Tie::Patient | Tie::Adjunct) && graph.holds(it.part, part, 1));
    own && there && part < head && !(joining + 1..head).any(leaves)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn who_joined_a_side_plays_for_it() {
        check(
            "In August 2015, he joined Lindvik United on a three-year contract, scoring 12 goals in 48 games.",
            &["Karl Torp scored 12 goals for Lindvik United", "Karl Torp scored more than 10 goals for Lindvik United"],
            &["Karl Torp scored 13 goals for Lindvik United", "Karl Torp scored 12 goals for Marstad United"],
        );
        check(
            "He joined Lindvik United in 2015, moved to Marstad Rovers and scored 12 goals.",
            &[],
            &["Karl Torp scored 12 goals for Lindvik United"],
        );
    }
}
