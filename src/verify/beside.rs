//! Figures beside each other in one passage: what is told of one is not told of the next.

use std::ops::Range;

use super::align::Alignment;
use super::asked::Wanted;
use super::links::clash;
use super::passage::Passage;
use super::score;
use super::sense::{Placed, Role, Sense};
use crate::extract::Quantity;
use crate::extract::quantity::Dimension;

/// Whether the amount that a passage states cannot answer the claim's, whatever its size: it tells by how much one thing is more than
/// another, how large that is which is counted, or the whole of which a part is told.
pub(super) fn misread(claim: &Sense<'_>, claimed: &Placed<&Quantity>, passage: &Sense<'_>, stated: &Placed<&Quantity>) -> bool {
    let (mine, theirs) = (claim.graph().preposition(claimed.first), passage.graph().preposition(stated.first));
    let elsewhere = match (mine, theirs) {
        (Some(mine), Some(theirs)) => clash(mine, theirs),
        // "Guards 90 crates against 700 boats": what is told of the boats is that alone.
        (None, Some(theirs)) => matches!(theirs, "against" | "despite" | "except" | "unlike" | "without"),
        _ => false,
    };
    elsewhere
        || difference(passage, stated) != difference(claim, claimed)
        || score::is_score(passage, stated) != score::is_score(claim, claimed)
        || size(passage, stated) && !size(claim, claimed) && !alike(claimed.it, stated.it)
        || whole(passage, stated) && !whole(claim, claimed)
}

/// "Three more than before": by how much one exceeds the other.
fn difference(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> bool {
    let compares = |it: usize| matches!(sense.lower(it), "more" | "fewer" | "less" | "higher" | "lower" | "ahead" | "behind" | "short");
    compares(amount.end) && matches!(sense.lower(amount.end + 1), "than" | "of")
}

/// "The 4,000-strong brigade", "a 12-storey house": how large the one thing is.
fn size(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> bool {
    let glued = |it: usize| sense.text.tokens.get(it).is_some_and(|it| it.glued);
    amount.it.noun.is_none() && sense.lower(amount.end) == "-" && glued(amount.end) && glued(amount.end + 1)
}

/// "A 12-storey house" has 12 floors: what is counted is told by name.
fn alike(claimed: &Quantity, stated: &Quantity) -> bool {
    const FLOORS: [&str; 5] = ["floor", "level", "storey", "stories", "story"];
    let counts = |it: &Quantity| *it.unit.dimension() == Dimension::Count;
    let (mine, theirs) = (claimed.unit.symbol(), stated.unit.symbol());
    counts(claimed) && counts(stated) && (mine == theirs || FLOORS.contains(&mine) && FLOORS.contains(&theirs))
}

/// "Almost 500 of the 2,000 workers", "most of the town's 60 seats", "one of eight": the whole, of which only a part is told of.
fn whole(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> bool {
    let part = |it: usize| {
        // "In the range of 4 to 6": one amount is no part of itself.
        let other = |other: &Placed<&Quantity>| other.index != amount.index && (other.whole.0..other.whole.1).contains(&it);
        sense.amounts.iter().any(other)
            || matches!(
                sense.lower(it),
                "all" | "any" | "both" | "each" | "few" | "half" | "many" | "most" | "none" | "one" | "several" | "some"
            )
    };
    // "All of the 60 seats" are 60.
    let of = leads_from(sense, amount.whole.0).and_then(|it| it.checked_sub(1));
    of.is_some_and(|it| part(it) && !matches!(sense.lower(it), "all" | "both"))
}

/// The "of" that leads to the amount that begins at `first`, past an article or an owner: "of the town's 60".
fn leads_from(sense: &Sense<'_>, first: usize) -> Option<usize> {
    let article = |it: usize| matches!(sense.lower(it), "the" | "its" | "their" | "his" | "her" | "our" | "those" | "these");
    let word = |it: usize| matches!(sense.words[it].role, Role::Content | Role::Name);
    let mut at = first.checked_sub(1)?;
    if matches!(sense.lower(at), "'s" | "’s" | "'" | "’") {
        let owner = (at.saturating_sub(4)..at).rev().take_while(|it| word(*it)).last()?;
        at = owner.checked_sub(1)?;
    }
    if article(at) {
        at = at.checked_sub(1)?;
    }
    (sense.lower(at) == "of").then_some(at)
}

/// Why a figure of the passage is not the claim's: what the claim tells of it is told there of the figure beside it, and of it something
/// else of the kind: "120 flights on Friday and 80 on Saturday".
pub(super) fn of_another_figure(wanted: &Wanted<'_>, passage: &Passage<'_>, stated: usize, alignment: &Alignment) -> Option<String> {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let own = stretch(sense, stated)?;
    let rival = |preposition: &str| {
        own.clone().any(|it| {
            let said = sense.words[it].role != Role::Function && sense.words[it].role != Role::Amount;
            said && graph.preposition(it) == Some(preposition) && !alignment.answered(it)
        })
    };
    let led = |at: &usize| wanted.sense.graph().preposition(*at).is_some();
    wanted.sense.content().filter(led).find_map(|at| {
        let answers = alignment.answers.get(at).filter(|it| !it.is_empty())?;
        let elsewhere =
            |it: usize| !own.contains(&it) && (graph.preposition(it).is_some_and(rival) || is_contrasted(sense, stated, own.end, it));
        answers.iter().all(|it| elsewhere(it.0)).then(|| format!("“{}” is told of another figure", wanted.sense.wording(at, at + 1)))
    })
}

/// Whether the word at `at` is told of a figure like the one at `stated` that "but" or the like sets against it, from `from` on: "drew
/// 5 million viewers, but had fallen to 3 million by June".
fn is_contrasted(sense: &Sense<'_>, stated: usize, from: usize, at: usize) -> bool {
    let but = (from..at).find(|it| matches!(sense.lower(*it), "but" | "while" | "whereas"));
    let kind = |it: &Placed<&Quantity>| *it.it.unit.dimension() == Dimension::Count || *it.it.unit.dimension() == Dimension::None;
    let alike = |one: &Placed<&Quantity>, other: &Placed<&Quantity>| one.it.unit == other.it.unit || kind(one) && kind(other);
    let Some((but, own)) = but.zip(sense.amounts.get(stated)) else { return false };
    sense.amounts.iter().any(|it| it.first > but && it.first < at && alike(it, own))
}

/// Whether the claim's figure is "of" a measure that the passage tells of another figure: "grossed $9 million on a budget of $3 million".
pub(super) fn of_another_measure(
    wanted: &Wanted<'_>,
    claimed: &Placed<&Quantity>,
    passage: &Passage<'_>,
    stated: &Placed<&Quantity>,
    alignment: &Alignment,
) -> bool {
    let measure = |sense: &Sense<'_>, first: usize| first.checked_sub(2).filter(|it| sense.lower(it + 1) == "of" && sense.words[*it].noun);
    let first = |it: &Placed<&Quantity>| it.whole.0.min(it.first);
    let Some(mine) = measure(&wanted.sense, first(claimed)) else { return false };
    let told = |it: &Placed<&Quantity>| {
        measure(&passage.sense, first(it)).is_some_and(|noun| alignment.answers[mine].iter().any(|it| it.0 == noun))
    };
    passage.sense.amounts.iter().any(told) && !told(stated)
}

/// The tokens up to the next figure on either side, as far as a word that joins lies between; none where the figure stands alone.
pub(super) fn stretch(sense: &Sense<'_>, figure: usize) -> Option<Range<usize>> {
    let joint =
        |between: Range<usize>| between.rev().find(|it| matches!(sense.lower(*it), "and" | "but" | "or" | "while" | "whereas" | ";" | ","));
    let amount = sense.amounts.get(figure)?;
    let before = figure.checked_sub(1).and_then(|it| sense.amounts.get(it)).and_then(|it| joint(it.whole.1..amount.whole.0));
    let after = sense.amounts.get(figure + 1).and_then(|it| joint(amount.whole.1..it.whole.0));
    (before.is_some() || after.is_some()).then(|| before.unwrap_or(0)..after.unwrap_or(sense.text.tokens.len()))
}

/// Whether both tell how far something reaches, "up to 40", and not as far: who says so means that it is reached.
pub(super) fn reaches_elsewhere(claim: &Sense<'_>, claimed: &Placed<&Quantity>, sense: &Sense<'_>, stated: &Placed<&Quantity>) -> bool {
    let reaches = |sense: &Sense<'_>, at: usize| {
        let up = |it: usize| sense.lower(it) == "up" && sense.lower(it + 1) == "to";
        up(at) || at.checked_sub(2).is_some_and(up)
    };
    reaches(claim, claimed.whole.0.min(claimed.first))
        && reaches(sense, stated.whole.0.min(stated.first))
        && claimed.it.value != stated.it.value
        && claimed.it.unit == stated.it.unit
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_is_told_of_one_figure_is_not_told_of_the_next() {
        check(
            "The line cancelled 120 trips in Lindvik and 80 in Marstad.",
            &["The line cancelled 120 trips in Lindvik"],
            &["The line cancelled 80 trips in Lindvik", "The line cancelled 120 trips in Marstad"],
        );
        check(
            "The film drew 58,000 viewers, but the audience had fallen to 30,000 by the fifth week.",
            &["The film drew 58,000 viewers", "The audience had fallen to 30,000 by the fifth week"],
            &["The film drew 58,000 viewers by the fifth week"],
        );
        check(
            "Unemployment among men was 7.1% and among women 5.4%.",
            &["Unemployment among men was 7.1%"],
            &["Unemployment among women was 7.1%", "Unemployment among men was 5.4%"],
        );
    }

    #[test]
    fn each_measure_has_its_own_figure() {
        check(
            "Low Tide grossed $41 million at home, for a total of $104 million against a budget of $38 million.",
            &["Low Tide had a budget of less than $40 million", "Low Tide had a budget of $38 million"],
            &[
                "Low Tide had a budget of more than $40 million",
                "Low Tide had a budget of $41 million",
                "Low Tide had a budget of $104 million",
            ],
        );
    }

    #[test]
    fn the_whole_is_not_the_part_and_a_size_is_no_count() {
        check(
            "Almost 500 of the 2,000 workers at the yard joined the strike.",
            &["Almost 500 workers joined the strike"],
            &["2,000 workers joined the strike", "more than 500 workers joined the strike"],
        );
        check(
            "The town has sold 20 of the port's 35 tugs.",
            &["The town has sold 20 tugs"],
            &["The town has sold 35 tugs", "The town has sold all 35 tugs"],
        );
        check("Ines Varga, one of seven deputies jailed in May, was freed.", &["Ines Varga was freed"], &["Seven deputies were freed"]);
        check("Some 700 sailors of the 4,000-strong fleet deserted.", &["Some 700 sailors deserted"], &["4,000 sailors deserted"]);
        check(
            "Lindvik's rowers won nine medals, three more than Marstad's.",
            &["Lindvik's rowers won nine medals"],
            &["Lindvik's rowers won three medals", "Marstad's rowers won three medals"],
        );
    }

    #[test]
    fn what_reaches_up_to_a_figure_reaches_it() {
        check(
            "The new ferry is up to three times faster than the old one.",
            &["The new ferry is up to three times faster than the old one"],
            &["The new ferry is up to ten times faster than the old one"],
        );
    }
}
