//! Tally: how a vote went, however it is written: "voted 21 to 14", "by 21 votes to 14", "21-14".

use super::Answer;
use super::asked::Wanted;
use super::passage::Passage;
use super::sense::{Placed, Sense};
use crate::extract::Quantity;
use crate::text::Kind;

/// The two sides of a vote, with the tokens that they take up.
#[derive(Clone, Copy, Debug)]
struct Tally<'s> {
    first: usize,
    end: usize,
    sides: (&'s str, &'s str),
}

/// What the passage's vote says of a figure that is part of the claim's; none where the claim's is no vote or the passage tells none.
pub(super) fn answer(wanted: &Wanted<'_>, amount: &Placed<&Quantity>, passage: &Passage<'_>) -> Option<Answer> {
    let claimed = tally(&wanted.sense).filter(|it| it.first <= amount.first && amount.end <= it.end)?;
    let stated = tally(&passage.sense)?;
    Some(if claimed.sides == stated.sides { Answer::Agrees } else { Answer::Differs })
}

/// The only vote that a sentence tells.
fn tally<'s>(sense: &'s Sense<'_>) -> Option<Tally<'s>> {
    let votes = |it: usize| matches!(&*sense.words[it].stem, "vote" | "ballot" | "pass" | "approve" | "reject" | "adopt");
    if !(0..sense.words.len()).any(votes) {
        return None;
    }
    let mut found = (0..sense.words.len()).filter_map(|it| side_by_side(sense, it));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// The vote whose first side stands at `first`.
fn side_by_side<'s>(sense: &'s Sense<'_>, first: usize) -> Option<Tally<'s>> {
    let number = |it: usize| sense.text.tokens.get(it).is_some_and(|it| it.kind == Kind::Number);
    // "Voted to raise the age from 65 to 67".
    let changes = first.checked_sub(1).is_some_and(|it| matches!(sense.lower(it), "between" | "from"));
    if !number(first) || changes {
        return None;
    }
    let counted = usize::from(matches!(sense.lower(first + 1), "vote" | "votes"));
    let joins = first + 1 + counted;
    let second = joins + 1;
    let joined = matches!(sense.lower(joins), "to" | "-" | "–" | "against");
    (joined && number(second)).then(|| Tally { first, end: second + 1, sides: (sense.lower(first), sense.lower(second)) })
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn a_vote_is_told_in_several_ways() {
        check(
            "The council voted by 21 to 14 on Monday to sell the old quay.",
            &["The council voted 21 to 14 to sell the old quay", "The council voted by 21 votes to 14 to sell the old quay"],
            &[
                "The council voted 22 to 14 to sell the old quay",
                "The council voted 14 to 21 to sell the old quay",
                "The council voted 21 to 14 to buy the old quay",
            ],
        );
    }
}
