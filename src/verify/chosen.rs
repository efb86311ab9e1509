//! Chosen: which amount of a passage answers which of a claim, and what they come to.

use std::ops::Range;

use crate::extract::Quantity;
use crate::extract::quantity::Qualifier;

use super::Answer;
use super::align::Alignment;
use super::amount::{self, Comparison};
use super::asked::{Asked, Wanted};
use super::beside;
use super::level::{self, Told};
use super::links;
use super::members;
use super::passage::Passage;
use super::placing;
use super::sense::{Placed, Role};
use super::single;
use super::speaker;
use super::tally;
use super::terse;
use super::topic;
use super::weighing::Scales;

/// An amount of the claim with what the passage says of it.
pub(super) struct Figure {
    /// The index of the passage's amount among its amounts.
    pub stated: Option<usize>,
    pub comparison: Comparison,
}

impl Figure {
    /// One that no amount of the passage answers by itself.
    const fn unplaced(answer: Answer) -> Self {
        Self { stated: None, comparison: Comparison { answer, note: None } }
    }
}

/// Who says the amount at `index` of the passage.
pub(super) fn says(passage: &Passage<'_>, index: usize) -> Option<String> {
    let amount = passage.sense.amounts.get(index)?;
    let stated = passage.stated(amount.index).and_then(|it| it.speaker.clone());
    speaker::by_noun(passage, amount.first).or(stated).or_else(|| speaker::of_quotation(passage, amount.whole.0))
}

/// The amounts of the passage that others than the asked speaker are on record with, where it has some of the speaker's own.
pub(super) fn own_amounts(asked: &Asked<'_>, passage: &Passage<'_>, scales: Scales<'_>) -> Vec<usize> {
    let Some(speaker) = asked.speaker else { return Vec::new() };
    let own = |index: &usize| says(passage, *index).is_some_and(|it| speaker::same(speaker, &it, scales.registry));
    let (own, others): (Vec<usize>, Vec<usize>) = (0..passage.sense.amounts.len()).partition(own);
    if own.is_empty() { Vec::new() } else { others.into_iter().filter_map(|it| passage.sense.amounts.get(it)).map(|it| it.index).collect() }
}

/// The amounts of the claim, each with what the passage says of it; those that `others` are on record with answer none.
pub(super) fn figures(
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    alignment: &mut Alignment,
    others: &[usize],
    scales: Scales<'_>,
) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut taken = others.to_vec();
    for claimed in &wanted.sense.amounts {
        let figure = figure(wanted, claimed, passage, alignment, &taken, scales);
        if let Some(stated) = figure.stated.and_then(|it| passage.sense.amounts.get(it)) {
            taken.push(stated.index);
            alignment.answer_amount(wanted, claimed.whole, passage, stated);
        }
        figures.push(figure);
    }
    figures
}

/// The amount of the passage that best answers the claim's.
fn figure(
    wanted: &Wanted<'_>,
    claimed: &Placed<&Quantity>,
    passage: &Passage<'_>,
    alignment: &Alignment,
    taken: &[usize],
    scales: Scales<'_>,
) -> Figure {
    // "47 Low Tides": the number is part of the name.
    if alignment.understood.contains(&claimed.first) {
        return Figure::unplaced(Answer::Agrees);
    }
    if single::is_told(&wanted.sense, claimed, &passage.sense) {
        return Figure::unplaced(Answer::Agrees);
    }
    if let Some(answer) = tally::answer(wanted, claimed, passage) {
        return Figure::unplaced(answer);
    }
    if let Some(stated) = level::turned(&wanted.sense, claimed, &passage.sense) {
        return Figure { stated: Some(stated), comparison: Comparison { answer: Answer::Agrees, note: None } };
    }
    let mut best: Option<(u32, Figure)> = None;
    // "More than 40 ships came, of which 5 sank" has no fewer than 40 ships: where a figure counts the very thing, no other is held
    // against a bound.
    let bound = !matches!(claimed.it.qualifier, Qualifier::Exact | Qualifier::About);
    let named = bound && passage.sense.amounts.iter().any(|it| placing::counts(claimed.it, it.it));
    for (index, stated) in passage.sense.amounts.iter().enumerate() {
        let same = claimed.it.value == stated.it.value && claimed.it.qualifier == stated.it.qualifier;
        if named && !same && !placing::counts(claimed.it, stated.it) {
            continue;
        }
        let told = Told::new(&wanted.sense, claimed).fits(Told::new(&passage.sense, stated));
        if !told
            || beside::misread(&wanted.sense, claimed, &passage.sense, stated)
            || beside::of_another_measure(wanted, claimed, passage, stated, alignment)
            || !(amount::comparable(claimed.it, stated.it, scales.meaning)
                || placing::misnamed(&wanted.sense, claimed, stated.it)
                || placing::counts_alike((&wanted.sense, claimed), (&passage.sense, stated), scales.meaning))
            || taken.contains(&stated.index)
            || members::partial(claimed.it, &passage.sense, stated, scales.meaning)
            || beside::reaches_elsewhere(&wanted.sense, claimed, &passage.sense, stated)
        {
            continue;
        }
        let mut comparison = amount::compare(claimed.it, stated.it, scales.strict);
        if !scales.strict {
            comparison.answer = terse::toll(wanted, claimed.it, stated.it, comparison.answer);
        }
        let within = matches!(claimed.it.qualifier, Qualifier::Less | Qualifier::AtMost)
            && index > 0
            && placing::is_part(&passage.sense, stated, alignment);
        if within {
            continue;
        }
        // A conversion in brackets answers a claim in its own unit; to any other, the amount before it does.
        let own_unit = comparison.answer == Answer::Agrees && claimed.it.unit.symbol() == stated.it.unit.symbol();
        if stated.it.converts.is_some() && !own_unit {
            continue;
        }
        let close = topic::closeness(wanted, claimed.first, stated.first, alignment);
        let mut tried = alignment.clone();
        tried.answer_amount(wanted, claimed.whole, passage, stated);
        let holding = links::holding(wanted, passage, &tried, counted(wanted, claimed));
        let belongs = links::belonging(wanted, passage, &tried, counted(wanted, claimed));
        let rank = match comparison.answer {
            Answer::Agrees => 300,
            Answer::Silent => 150,
            Answer::Differs => 0,
        } + close
            + 350 * u32::from(holding > 0)
            + 250 * u32::from(belongs > 0)
            + 700 * u32::from(placing::misplaced(wanted, claimed, passage, stated, alignment).is_none());
        if best.as_ref().is_none_or(|it| rank > it.0) {
            best = Some((rank, Figure { stated: Some(index), comparison }));
        }
    }
    best.map_or(Figure::unplaced(Answer::Silent), |it| it.1)
}

/// The tokens of an amount and of what it counts: "12 barges and tugs".
fn counted(wanted: &Wanted<'_>, claimed: &Placed<&Quantity>) -> Range<usize> {
    let (first, end) = claimed.whole;
    let joined =
        matches!(wanted.sense.lower(end), "and" | "or") && wanted.sense.words.get(end + 1).is_some_and(|it| it.role == Role::Content);
    first..if joined { end + 2 } else { end }
}

/// What the amounts come to together.
pub(super) fn fold(
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    figures: &[Figure],
    reasons: &mut Vec<String>,
    notes: &mut Vec<String>,
) -> Answer {
    let mut answer = if figures.is_empty() { Answer::Silent } else { Answer::Agrees };
    for (figure, claimed) in figures.iter().zip(&wanted.sense.amounts) {
        let stated = figure.stated.and_then(|it| passage.sense.amounts.get(it));
        match figure.comparison.answer {
            Answer::Agrees => notes.extend(figure.comparison.note.clone()),
            Answer::Differs => {
                answer = Answer::Differs;
                let says = stated.map_or_else(String::new, |it| amount::shown(it.it));
                reasons.push(format!("says {says}, not {}", amount::shown(claimed.it)));
            }
            Answer::Silent => {
                if answer == Answer::Agrees {
                    answer = Answer::Silent;
                }
                let reason = figure.comparison.note.clone();
                reasons.push(reason.unwrap_or_else(|| format!("does not say {}", amount::shown(claimed.it))));
            }
        }
    }
    answer
}

/// The amount that answers, for a person.
pub(super) fn shown(passage: &Passage<'_>, figures: &[Figure]) -> Option<String> {
    let figure = figures.iter().find_map(|it| it.stated).and_then(|it| passage.sense.amounts.get(it))?;
    Some(amount::shown(figure.it))
}
