//! Prepositions: what leads to a name tells what the name has to do with it. `Exports to Norland` are no `exports from Norland`.

use super::align::Alignment;
use super::asked::Wanted;
use super::graph::Link;
use super::meaning::Kinship;
use super::passage::Passage;
use super::sense::{Role, Sense};
use crate::text::Class;

/// What a preposition before a name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    In,
    To,
    From,
    For,
    By,
    Beside,
    Under,
    Against,
}

/// Why the passage does not say of a name what the claim says of it: another preposition leads to it there.
pub(super) fn differs(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    wanted.sense.content().filter(|it| wanted.sense.words[*it].role == Role::Name).find_map(|at| {
        let asked = way(&wanted.sense, at)?;
        // "Bought by Varga" for "sold to Varga": where each sits is told by the verbs.
        let name = |it: usize| wanted.sense.words.get(it).is_some_and(|it| it.role == Role::Name);
        let turned =
            |it: &Link| it.part >= at && (at..=it.part).all(name) && alignment.answers[it.head].iter().any(|it| it.1 == Kinship::Converse);
        if wanted.sense.graph().links.iter().any(turned) {
            return None;
        }
        let mut there = alignment.answers[at].iter().map(|it| way(&passage.sense, it.0)).peekable();
        there.peek()?;
        let apart = there.all(|it| it.is_some_and(|it| asked.differs(it)));
        apart.then(|| format!("another preposition leads to “{}” there", wanted.sense.wording(at, at + 1)))
    })
}

impl Way {
    const fn of(word: &str) -> Option<Self> {
        Some(match word.as_bytes() {
            b"in" | b"at" | b"within" | b"inside" => Self::In,
            b"to" | b"into" | b"toward" | b"towards" => Self::To,
            b"from" => Self::From,
            b"for" => Self::For,
            b"by" => Self::By,
            b"beside" | b"near" => Self::Beside,
            b"under" | b"below" | b"beneath" => Self::Under,
            b"against" => Self::Against,
            _ => return None,
        })
    }

    /// Whether the two tell different things; those that news English uses for one another do not.
    fn differs(self, other: Self) -> bool {
        const ALIKE: [(Way, Way); 4] = [(Way::In, Way::To), (Way::By, Way::From), (Way::To, Way::For), (Way::In, Way::By)];
        self != other && !ALIKE.contains(&(self, other)) && !ALIKE.contains(&(other, self))
    }
}

/// What leads to the name that the token at `at` is part of, where a preposition stands right before it.
fn way(sense: &Sense<'_>, at: usize) -> Option<Way> {
    let name = sense.name_around(at);
    let (first, end) = (name.start, name.end);
    if name.is_empty() {
        return None;
    }
    // "For Norland's fleet", "to Danish ports": the preposition leads to what stands behind.
    let leads_on = matches!(sense.lower(end), "'s" | "’s" | "'" | "’" | "-")
        || sense.words.get(end).is_some_and(|it| it.role == Role::Content && it.noun);
    let before = (0..first).rev().find(|it| !sense.class(*it).is(Class::DETERMINER))?;
    if beaten(sense, before) {
        return Some(Way::Against);
    }
    let close = sense.lower(before) == "to" && before.checked_sub(1).is_some_and(|it| matches!(sense.lower(it), "close" | "next"));
    let begins = before.checked_sub(1).is_some_and(|it| matches!(sense.lower(it), "beginning" | "starting" | "effective"));
    let way = if begins {
        Some(Way::From)
    } else if close {
        Some(Way::Beside)
    } else {
        Way::of(sense.lower(before))
    };
    way.filter(|_| !leads_on && sense.words[before].role != Role::Amount)
}

/// Whether the preposition at `at` leads to who won, whichever it is: "a defeat by Holm", "a loss to Holm".
pub(super) fn beaten(sense: &Sense<'_>, at: usize) -> bool {
    // "A defeat of Holm" is the other way round, and is left to the words themselves.
    let lost =
        at.checked_sub(1).is_some_and(|it| matches!(&*sense.words[it].stem, "defeat" | "loss" | "beating" | "drubbing" | "thrashing"));
    lost && matches!(sense.lower(at), "against" | "by" | "from" | "to")
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn who_won_is_told_by_several_prepositions() {
        check(
            "Lindvik sacked its coach after a 4-0 home defeat by Marstad.",
            &["Lindvik sacked its coach after a 4-0 home defeat to Marstad", "Lindvik sacked its coach after a home loss to Marstad"],
            &["Lindvik sacked its coach after a home win over Marstad", "Marstad sacked its coach after a home defeat by Lindvik"],
        );
    }

    #[test]
    fn another_preposition_before_a_name_tells_another_thing() {
        check(
            "Exports to Norland fell by 8% and imports from Vell rose by 5%.",
            &["Exports to Norland fell by 8%", "Imports from Vell rose by 5%"],
            &["Exports from Norland fell by 8%", "Imports to Vell rose by 5%"],
        );
        check(
            "The firm agreed to buy one repair yard for Holm Lines in Lindvik.",
            &["The firm agreed to buy one repair yard for Holm Lines"],
            &["The firm agreed to buy one repair yard from Holm Lines", "The firm agreed to buy one repair yard beside Holm Lines"],
        );
        check("The ferry arrived in Lindvik on Friday.", &["The ferry arrived at Lindvik"], &["The ferry arrived from Lindvik"]);
    }

    #[test]
    fn two_verbs_of_one_subject_have_places_of_their_own() {
        check(
            "The river Orva rises in the old hills and flows into the sea at Lindvik.",
            &["The Orva flows into the sea at Lindvik", "The Orva rises in the hills"],
            &["The Orva rises at Lindvik", "The hills flow into the sea"],
        );
    }
}
