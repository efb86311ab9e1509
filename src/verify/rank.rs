//! Rank: a place in a list, and how far up it is: what peaked at number four reached the top ten.

use super::Answer;
use super::asked::Wanted;
use super::passage::Passage;
use super::sense::{Placed, Sense};
use crate::extract::{Quantity, Value};

/// Verbs that tell what place a thing has or gets.
const PLACING: [&str; 14] =
    ["chart", "climb", "come", "crack", "debut", "enter", "finish", "hit", "land", "make", "peak", "place", "rank", "reach"];

/// Whether the claim's amount tells how many places from the top there are: "the top ten".
fn is_top(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> bool {
    let before = amount.whole.0.min(amount.first);
    before > 0 && (sense.lower(before - 1) == "top" || before > 1 && sense.lower(before - 1) == "-" && sense.lower(before - 2) == "top")
}

/// What the passage's place in a list says of the claim's "top ten"; none where it is none, or the passage tells no place or several.
pub(super) fn answer(wanted: &Wanted<'_>, amount: &Placed<&Quantity>, passage: &Passage<'_>) -> Option<Answer> {
    let Value::One(top) = amount.it.value else { return None };
    if !is_top(&wanted.sense, amount) {
        return None;
    }
    let (_, place) = place(&passage.sense)?;
    Some(if rust_decimal::Decimal::from(place) <= top { Answer::Agrees } else { Answer::Differs })
}

/// Whether the claim's word at `at` belongs to its "top ten", which the passage tells by the place.
pub(super) fn tells(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let sense = &wanted.sense;
    let top = || sense.amounts.iter().any(|it| answer(wanted, it, passage) == Some(Answer::Agrees));
    let stem = &*sense.words[at].stem;
    let part = sense.lower(at) == "top" || matches!(stem, "chart" | "hit" | "spot" | "position" | "single");
    (part || PLACING.contains(&stem) && sense.graph().is_verb(at)) && top()
}

/// The one place in a list that a sentence tells behind a verb of placing, with its token: "peaked at number four".
fn place(sense: &Sense<'_>) -> Option<(usize, u32)> {
    let places: Vec<(usize, u32)> = (1..sense.words.len())
        .filter(|it| matches!(sense.lower(*it), "number" | "no" | "#" | "position"))
        .filter_map(|it| {
            let at = if sense.lower(it + 1) == "." { it + 2 } else { it + 1 };
            Some((at, number(sense.lower(at))?))
        })
        .collect();
    let told = |at: usize| (at.saturating_sub(6)..at).any(|it| PLACING.contains(&&*sense.words[it].stem));
    match *places.as_slice() {
        [one] if told(one.0) => Some(one),
        _ => None,
    }
}

fn number(word: &str) -> Option<u32> {
    const SPELLED: [&str; 13] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let spelled = || SPELLED.iter().position(|it| *it == word).and_then(|it| u32::try_from(it).ok());
    word.parse().ok().or_else(spelled)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn what_peaked_at_number_four_reached_the_top_ten() {
        check(
            "The single peaked at number four on the Norland Chart.",
            &["Low Tide reached the top ten of the Norland Chart", "Low Tide peaked in the top five on the Norland Chart"],
            &["Low Tide reached the top three of the Norland Chart", "Low Tide reached the top ten of the Marstad Chart"],
        );
        check("The single did not chart.", &[], &["Low Tide reached the top ten"]);
    }
}
