//! Against: where a figure that differs says nothing against a claim, since it may be one of something else.

use super::Answer;
use super::align::Alignment;
use super::asked::Wanted;
use super::chosen::Figure;
use super::figures::is_measure;
use super::level::Told;
use super::passage::Passage;
use super::sense::{Placed, Role, Sense};
use crate::extract::Quantity;
use crate::extract::quantity::Dimension;

/// Whether the figures of the passage that differ say nothing against the claim; a document that was handed over with it, `about` the
/// same, tells more figures of the same kind.
pub(super) fn says_nothing(wanted: &Wanted<'_>, passage: &Passage<'_>, figures: &[Figure], alignment: &Alignment, about: bool) -> bool {
    let mut differs = figures.iter().zip(&wanted.sense.amounts).filter(|it| it.0.comparison.answer == Answer::Differs);
    tells_of_a_part(&passage.sense)
        || about && (is_base_alone(wanted) || is_of_a_part(wanted, passage, alignment))
        || differs.any(|(figure, claimed)| {
            let Some(stated) = figure.stated.and_then(|it| passage.sense.amounts.get(it)) else { return false };
            let beside = || told_beside(claimed, stated, passage) || of_a_measure_unasked(&passage.sense, stated, alignment);
            counts_else(claimed, stated) || claimed_too(wanted, claimed, stated) || about && beside()
        })
}

/// Whether the sentence opens with the whole that it tells a part of, and does not say how much that is: "of the ships, 3 are ferries".
fn tells_of_a_part(sense: &Sense<'_>) -> bool {
    let comma = (0..sense.words.len()).find(|it| sense.lower(*it) == ",").unwrap_or_default();
    sense.lower(0) == "of" && !sense.amounts.iter().any(|it| it.first < comma)
}

/// Whether a bare number is held against a figure that counts things: "under 30" is told of an age where "30 people" are counted.
fn counts_else(claimed: &Placed<&Quantity>, stated: &Placed<&Quantity>) -> bool {
    *claimed.it.unit.dimension() == Dimension::None && *stated.it.unit.dimension() == Dimension::Count
}

/// Whether the claim has the passage's figure for something else: "by 22 to 20 to close four schools" against "close four schools".
fn claimed_too(wanted: &Wanted<'_>, claimed: &Placed<&Quantity>, stated: &Placed<&Quantity>) -> bool {
    wanted.sense.amounts.iter().any(|it| it.index != claimed.index && it.it.value == stated.it.value && it.it.unit == stated.it.unit)
}

/// Whether the passage tells the claim's figure beside the one that differs, of whatever that may be: it was only looked for in the wrong
/// place.
fn told_beside(claimed: &Placed<&Quantity>, stated: &Placed<&Quantity>, passage: &Passage<'_>) -> bool {
    let kind = |it: &Quantity| {
        match it.unit.dimension() {
            Dimension::Count | Dimension::None => "",
            _ => it.unit.symbol(),
        }
        .to_owned()
    };
    let told = |it: &&Placed<&Quantity>| it.it.value == claimed.it.value && kind(it.it) == kind(claimed.it);
    passage.sense.amounts.iter().filter(|it| it.index != stated.index).any(|it| told(&it))
}

/// Whether the part of a claim tells nothing but what a figure of another part is held against: ", compared with 11% a year earlier".
fn is_base_alone(wanted: &Wanted<'_>) -> bool {
    let sense = &wanted.sense;
    let verb =
        (0..sense.words.len()).any(|it| !sense.lower(it).is_empty() && sense.graph().is_verb(it) && &*sense.words[it].stem != "compare");
    wanted.words.is_some() && !verb && sense.amounts.iter().all(|it| Told::new(sense, it).is_before())
}

/// Whether the passage tells its figure of a measure that the claim does not name: "earned $40 million, a margin of 9%".
fn of_a_measure_unasked(sense: &Sense<'_>, stated: &Placed<&Quantity>, alignment: &Alignment) -> bool {
    let first = stated.whole.0.min(stated.first);
    let of = first.checked_sub(2).filter(|it| sense.lower(it + 1) == "of" && sense.words[*it].noun);
    of.is_some_and(|noun| !alignment.answered(noun))
}

/// Whether the passage tells a measure of the claim of a part alone which the claim does not name: "freight revenue", "sales at our
/// ferries", "in Lowland, orders".
fn is_of_a_part(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let narrows = |answers: &Vec<(usize, _)>| !answers.is_empty() && answers.iter().all(|it| is_narrowed(&passage.sense, it.0, alignment));
    wanted.sense.content().filter(|at| is_measure(&wanted.sense.words[*at].stem)).filter_map(|at| alignment.answers.get(at)).any(narrows)
}

/// Words between a measure and the word that names its part, and words of time, which name none.
const NO_PART: [&str; 20] = [
    "adjust",
    "annual",
    "basis",
    "consolidated",
    "currency",
    "fiscal",
    "full",
    "half",
    "month",
    "net",
    "overall",
    "period",
    "quarter",
    "quarterly",
    "reported",
    "same",
    "term",
    "total",
    "year",
    "yearly",
];

/// Whether words that the claim does not say tell of which part the measure at `at` is.
fn is_narrowed(sense: &Sense<'_>, at: usize, alignment: &Alignment) -> bool {
    let says = |it: &usize| matches!(sense.words[*it].role, Role::Content | Role::Name);
    let names = |it: usize| says(&it) && !alignment.answered(it) && !NO_PART.contains(&&*sense.words[it].stem);
    let measure = |it: &usize| is_measure(&sense.words[*it].stem) || alignment.answered(*it);
    // "Freight revenue", "gold and silver sales".
    let before = (0..at).rev().find(|it| !measure(it));
    if before.is_some_and(|it| names(it) && sense.words[it].noun) {
        return true;
    }
    let leads = |it: usize| matches!(sense.lower(it), "across" | "among" | "at" | "for" | "from" | "in" | "of" | "to" | "within");
    let led = |from: usize, end: usize| leads(from) && (from + 1..end.min(from + 6)).find(says).is_some_and(names);
    let comma = (0..at).find(|it| sense.lower(*it) == ",");
    led(at + 1, sense.words.len()) || comma.is_some_and(|it| led(0, it))
}

#[cfg(test)]
mod tests {
    use crate::verify::Verdict;
    use crate::verify::tests::weigh_given;

    #[test]
    fn what_a_part_came_to_says_nothing_against_the_whole() {
        let text = "Holm Ferries had a fair first quarter. Sales at our yards rose 11%. In Norland, orders fell 5%. Freight margin was 9%. \
                    Net income was $12 million, a margin of 7%. We opened eleven piers and closed seven. Costs rose 4%.";
        let open = [
            "Holm Ferries' sales rose 6%",
            "Orders fell 2%",
            "Net income was about a third of the $12 million",
            "Eleven piers opened, with seven closures",
        ];
        for it in open {
            assert_ne!(weigh_given(text, it).verdict, Verdict::Contradicted, "{it}");
        }
        for it in ["Costs rose 5%", "Sales at the yards rose 12%", "Freight margin was 8%"] {
            assert_eq!(weigh_given(text, it).verdict, Verdict::Contradicted, "{it}");
        }
    }
}
