//! Order: what came before a thing did not come after it, though both have the same words.

use super::align::Alignment;
use super::asked::Wanted;
use super::passage::Passage;
use super::sense::{Role, Sense};

/// On which side of what stands behind it a word puts what it is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

impl Side {
    fn of(sense: &Sense<'_>, at: usize) -> Option<Self> {
        let next = || sense.lower(at + 1);
        match sense.lower(at) {
            "before" => Some(Self::Before),
            "ahead" if next() == "of" => Some(Self::Before),
            "prior" if next() == "to" => Some(Self::Before),
            "after" | "following" => Some(Self::After),
            _ => None,
        }
    }
}

/// The words between such a word and what it leads to.
const REACH: usize = 5;

/// Why the passage puts the two the other way round.
pub(super) fn differs(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    let sense = &wanted.sense;
    (0..sense.words.len()).find_map(|at| {
        let asked = Side::of(sense, at).filter(|_| sense.words[at].role != Role::Mark && sense.words[at].role != Role::Date)?;
        let led = (at + 1..sense.words.len().min(at + 1 + REACH)).find(|it| alignment.says(*it))?;
        let mut there = alignment.answers[led].iter().map(|it| leads(&passage.sense, it.0)).peekable();
        there.peek()?;
        let turned = there.all(|it| it.is_some_and(|it| it != asked));
        turned.then(|| format!("“{}” is told the other way round", sense.wording(at, at + 1)))
    })
}

/// The side on which the word that leads to the token at `at` puts what it is told of.
fn leads(sense: &Sense<'_>, at: usize) -> Option<Side> {
    let breaks = |it: &usize| matches!(sense.lower(*it), "," | ";" | ":" | "and" | "but");
    (at.saturating_sub(REACH)..at).rev().take_while(|it| !breaks(it)).find_map(|it| Side::of(sense, it))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn before_is_not_after() {
        check(
            "The crew left the port weeks before the old council vote, after three members fell ill.",
            &[
                "The crew left the port weeks before the old council vote",
                "The crew left the port weeks ahead of the council vote",
                "The crew left the port after three members fell ill",
            ],
            &["The crew left the port weeks after the old council vote", "The crew left the port before three members fell ill"],
        );
    }
}
