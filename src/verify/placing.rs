//! Placing: which figure of a sentence a place, a reach or a part is told of.

use crate::extract::Quantity;
use crate::extract::quantity::Dimension;
use crate::text::Class;

use super::align::Alignment;
use super::asked::Wanted;
use super::meaning::{Kinship, Meaning, stem};
use super::passage::Passage;
use super::sense::{Placed, Role, Sense};

/// Why a figure of the passage is not of the claim's place: "$4 million at home and $5 million abroad" has no $5 million at home.
pub(super) fn misplaced(
    wanted: &Wanted<'_>,
    claimed: &Placed<&Quantity>,
    passage: &Passage<'_>,
    stated: &Placed<&Quantity>,
    alignment: &Alignment,
) -> Option<String> {
    let behind = claimed.it.noun.map_or(claimed.whole.1, |it| wanted.sense.tokens_of(it).1.max(claimed.whole.1));
    let scope = matches!(wanted.sense.lower(behind), "worldwide" | "globally" | "nationwide" | "overseas" | "abroad" | "overall");
    let leads = wanted.sense.class(behind).is(Class::PREPOSITION) && !matches!(wanted.sense.lower(behind), "of" | "on" | "by" | "for");
    let place = if scope { behind } else { (behind + 1..behind + 4).find(|it| leads && wanted.sense.content().any(|at| at == *it))? };
    let alike = |it: &Placed<&Quantity>| it.it.unit.symbol() == stated.it.unit.symbol();
    let amounts = || passage.sense.amounts.iter().enumerate().filter(|it| alike(it.1));
    // "A worldwide total of $9 million".
    let ahead = |at: usize| amounts().find(|it| scope && at < it.1.whole.0 && it.1.whole.0 <= at + 4).map(|it| it.0);
    let nearest = |at: usize| ahead(at).or_else(|| amounts().rfind(|it| it.1.whole.1 <= at).map(|it| it.0));
    let mut answers = alignment.answers.get(place)?.iter().map(|it| nearest(it.0)).peekable();
    answers.peek()?;
    // "One man here, one man there": equal figures stand for each other.
    let other = |it: Option<usize>| it.and_then(|it| passage.sense.amounts.get(it)).is_some_and(|it| it.it.value != stated.it.value);
    answers.all(other).then(|| format!("“{}” is told of another figure", wanted.sense.wording(place, place + 1)))
}

/// Whether an amount is told of a part of what was counted before, and the claim does not say which: "40 ships, of which 5 sank".
pub(super) fn is_part(sense: &Sense<'_>, amount: &Placed<&Quantity>, alignment: &Alignment) -> bool {
    let told = amount.whole.1..amount.whole.1 + 4;
    if alignment.answers.iter().flatten().any(|it| told.contains(&it.0)) {
        return false;
    }
    let before = |step: usize| amount.whole.0.checked_sub(step).map_or("", |it| sense.lower(it));
    matches!((before(2), before(1)), ("of", "which" | "whom" | "these" | "them" | "those")) || before(1) == "including"
}

/// Whether the noun that the claim counts was read with the verb behind it, "40 pupils skid", and the passage counts the noun itself.
pub(super) fn misnamed(claim: &Sense<'_>, claimed: &Placed<&Quantity>, stated: &Quantity) -> bool {
    let (first, end) = claimed.it.noun.map_or((0, 0), |it| claim.tokens_of(it));
    let counts = *stated.unit.dimension() == Dimension::Count;
    counts && end >= first + 2 && claim.graph().is_verb(end - 1) && claim.words[end - 2].stem == stem(stated.unit.symbol())
}

/// Whether what both count is one by what its phrase says: "9 members of staff", "9 employees".
pub(super) fn counts_alike(
    (claim, claimed): (&Sense<'_>, &Placed<&Quantity>),
    (passage, stated): (&Sense<'_>, &Placed<&Quantity>),
    meaning: &Meaning,
) -> bool {
    let count = |it: &Quantity| *it.unit.dimension() == Dimension::Count;
    let counted = |sense: &Sense<'_>, amount: &Placed<&Quantity>| {
        let (first, end) = amount.it.noun.map(|it| sense.tokens_of(it))?;
        let noun = end.checked_sub(1).filter(|it| *it >= first)?;
        sense.words.get(noun).filter(|it| it.role == Role::Content).map(|it| it.stem.clone())
    };
    let (Some(mine), Some(theirs)) = (counted(claim, claimed), counted(passage, stated)) else { return false };
    count(claimed.it) && count(stated.it) && (mine == theirs || meaning.kinship(&mine, &theirs).is_some_and(|it| it <= Kinship::Narrower))
}

/// Whether both count things by the same noun.
pub(super) fn counts(claimed: &Quantity, stated: &Quantity) -> bool {
    let count = |it: &Quantity| *it.unit.dimension() == Dimension::Count;
    count(claimed) && count(stated) && stem(claimed.unit.symbol()) == stem(stated.unit.symbol())
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_is_counted_may_be_a_phrase() {
        check(
            "Nine members of staff and three opposition lawmakers were hurt.",
            &["Nine employees were hurt", "Nine staff members were hurt", "Three opposition members of parliament were hurt"],
            &["Three employees were hurt", "Nine members of parliament were hurt"],
        );
    }

    #[test]
    fn a_part_is_no_bound_of_the_whole() {
        check(
            "More than 400 ferries were checked, of which 50 were leaking.",
            &["More than 300 ferries were checked", "Fewer than 60 were leaking"],
            &["Fewer than 300 ferries were checked", "Fewer than 400 ferries were checked"],
        );
    }

    #[test]
    fn a_place_is_told_of_the_figure_before_it() {
        check(
            "The firm sold 40 boats in Norland and 70 boats in Sudmark.",
            &["The firm sold 40 boats in Norland", "The firm sold 70 boats in Sudmark", "The firm sold 70 boats"],
            &["The firm sold 70 boats in Norland", "The firm sold 40 boats in Sudmark", "The firm sold more than 50 boats in Norland"],
        );
    }
}
