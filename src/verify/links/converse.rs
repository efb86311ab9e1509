//! The same doing told from its other side: who bought it is to whom it was sold.

use super::preposition::clash;
use super::reach::{equal, shares_subject, tied};
use crate::language::{Seat, Seats, converses};
use crate::verify::asked::Wanted;
use crate::verify::graph::{Link, Tie};
use crate::verify::passage::Passage;
use crate::verify::sense::Role;

/// Whether the end of a link of the claim sits in the passage where the verb at `head` there has its place for it.
pub(super) fn sits(wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let (claim, graph) = (wanted.sense.graph(), passage.sense.graph());
    let (mine, theirs) = (&*wanted.sense.words[link.head].stem, &*passage.sense.words[head].stem);
    let both = claim.is_verb(link.head) && graph.does(head);
    both && converses(mine, theirs)
        .into_iter()
        .filter(|it| fits(it, wanted, link.head))
        .any(|it| sits_by(it, wanted, passage, link, head, part))
}

/// Whether the claim's verb has no preposition behind it that only the other side has: who leases from somebody does not lease to them.
fn fits(seats: &Seats, wanted: &Wanted<'_>, verb: usize) -> bool {
    let claim = wanted.sense.graph();
    let mut behind = claim.parts(verb).iter().filter(|it| it.tie == Tie::Adjunct).filter_map(|it| claim.preposition(it.part));
    let leads = |seat: Seat, word: &str| matches!(seat, Seat::Behind(it) if it == word);
    behind.all(|word| seats.iter().any(|it| leads(it.0, word)) || !seats.iter().any(|it| leads(it.1, word)))
}

fn sits_by(seats: &Seats, wanted: &Wanted<'_>, passage: &Passage<'_>, link: Link, head: usize, part: usize) -> bool {
    let (claim, graph) = (wanted.sense.graph(), passage.sense.graph());
    // "Lost 40 men to Norland" is no defeat by Norland.
    let takes = seats.iter().any(|it| it.1 == Seat::Patient);
    let object = graph.parts(head).iter().any(|it| it.tie == Tie::Patient && passage.sense.words[it.part].role != Role::Amount);
    if object && !takes {
        return false;
    }
    let seat = match link.tie {
        Tie::Agent => Some(Seat::Agent),
        Tie::Patient => Some(Seat::Patient),
        Tie::Adjunct => {
            let bare = wanted.sense.words[link.part].role != Role::Date && wanted.sense.words[link.part].noun;
            let leads = |it: &Seat| match (it, claim.preposition(link.part)) {
                (Seat::Behind(word), Some(preposition)) => *word == preposition,
                (Seat::Given, None) => bare || wanted.sense.words[link.part].role == Role::Name,
                _ => false,
            };
            seats.iter().map(|it| it.0).find(leads)
        }
        _ => return false,
    };
    let Some(seat) = seat else {
        let apart = claim.preposition(link.part).zip(graph.preposition(part)).is_some_and(|(mine, theirs)| clash(mine, theirs));
        return !apart && tied(passage, head, part, Tie::Adjunct) && !seated(passage, head, part);
    };
    let Some((_, other)) = seats.iter().find(|it| it.0 == seat) else { return false };
    let bears =
        |tie: Tie| graph.parts(head).iter().any(|it| it.tie == tie && (graph.holds(it.part, part, 2) || equal(graph, it.part, part)));
    match other {
        Seat::Agent => bears(Tie::Agent) || shares_subject(passage, head, part),
        Seat::Patient => bears(Tie::Patient),
        Seat::Given => {
            let given = |it: &Link| it.tie == Tie::Adjunct && graph.preposition(it.part).is_none() && graph.holds(it.part, part, 1);
            graph.parts(head).iter().any(given)
        }
        Seat::Behind(word) => graph
            .parts(head)
            .iter()
            .any(|it| it.tie == Tie::Adjunct && graph.preposition(it.part) == Some(word) && graph.holds(it.part, part, 2)),
    }
}

/// Whether who does it, or what it is done to, is the word at `part`.
fn seated(passage: &Passage<'_>, head: usize, part: usize) -> bool {
    passage.sense.graph().parts(head).iter().any(|it| it.part == part && matches!(it.tie, Tie::Agent | Tie::Patient))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn who_is_only_pointed_at_sits_on_no_other_side() {
        check("Norland met Varga. It bought the dock.", &["Norland bought the dock"], &["Norland sold the dock"]);
    }

    #[test]
    fn who_buys_is_to_whom_it_is_sold() {
        check(
            "Norline sold the dock to Varga for 12 million euros.",
            &["Varga bought the dock from Norline", "Varga bought the dock for 12 million euros", "Norline sold the dock to Varga"],
            &["Norline bought the dock from Varga", "Norline bought the dock", "Varga sold the dock", "Varga bought Norline"],
        );
        check(
            "Varga bought the dock from Norline.",
            &["Norline sold the dock to Varga", "Norline sold the dock"],
            &["Varga sold the dock to Norline", "Varga sold the dock", "Norline sold Varga"],
        );
    }

    #[test]
    fn what_a_doing_is_called_has_the_places_of_its_verb() {
        check(
            "The sale of Norline, a maker of masts based in Tarn, Sudmark, to Varga for 12 million euros was completed.",
            &["Varga bought Norline", "Varga bought Norline for 12 million euros"],
            &["Norline bought Varga", "Varga sold Norline", "Tarn bought Norline", "Varga bought Norline for 14 million euros"],
        );
        check("The sale of Norline to Varga was blocked.", &[], &["Varga bought Norline"]);
        check(
            "The dock was bought by Varga for 12 million euros.",
            &["Varga paid 12 million euros for the dock"],
            &["Varga paid 14 million euros for the dock", "The dock paid 12 million euros for Varga"],
        );
    }

    #[test]
    fn a_stake_of_so_much_is_so_much_of_the_whole() {
        check(
            "Norline bought a 40 percent stake in the Varga yard.",
            &["Norline bought 40 percent of the Varga yard", "Norline bought a 40 percent stake in the Varga yard"],
            &[
                "Norline bought 60 percent of the Varga yard",
                "Norline sold 40 percent of the Varga yard",
                "Varga bought 40 percent of Norline",
            ],
        );
    }

    #[test]
    fn who_leases_from_a_firm_is_leased_to_by_it() {
        check(
            "Norline will lease four tugs from Varga.",
            &["Varga will lease four tugs to Norline", "Norline will lease four tugs from Varga"],
            &["Varga will lease four tugs from Norline", "Norline will lease four tugs to Varga"],
        );
        check(
            "Sudmark lost the title to Norland in 1999.",
            &["Norland won the title from Sudmark in 1999"],
            &["Sudmark won the title from Norland in 1999", "Norland lost the title to Sudmark in 1999"],
        );
    }

    #[test]
    fn who_loses_to_a_rival_is_beaten_by_it() {
        check(
            "Sudmark lost to Norland in the final.",
            &["Norland defeated Sudmark in the final", "Norland defeated Sudmark"],
            &["Sudmark beat Norland in the final", "Sudmark defeated Norland"],
        );
        check(
            "Norland defeated Sudmark in the final.",
            &["Sudmark lost to Norland"],
            &["Norland lost to Sudmark", "Norland lost in the final"],
        );
        check("Sudmark lost 40 ships to Norland.", &["Sudmark lost 40 ships to Norland"], &["Norland beat Sudmark"]);
    }

    #[test]
    fn who_works_for_a_firm_is_employed_by_it() {
        check("Karl Moss works for the yard.", &["The yard employs Karl Moss"], &["Karl Moss employs the yard"]);
        check("Norland exported coal to Sudmark.", &["Sudmark imported coal from Norland"], &["Norland imported coal from Sudmark"]);
    }

    #[test]
    fn who_is_awarded_a_prize_wins_it() {
        check(
            "Anna Dahl was awarded the Moss Prize in 1990.",
            &["Anna Dahl won the Moss Prize in 1990", "Anna Dahl received the Moss Prize"],
            &["Anna Dahl won the Moss Prize in 1991", "Karl Lund won the Moss Prize", "Anna Dahl awarded the Moss Prize"],
        );
        check(
            "Anna Dahl won the Moss Prize.",
            &["Anna Dahl was awarded the Moss Prize", "The Moss Prize was awarded to Anna Dahl"],
            &["Anna Dahl awarded the Moss Prize", "Anna Dahl was awarded the Lund Prize"],
        );
    }
}
