//! Degree: words of a claim that say how much of a change or of a cause there is.

use super::align::Alignment;
use super::asked::Wanted;
use super::passage::Passage;
use super::sense::{Placed, Sense};
use crate::extract::{Quantity, Value};
use crate::text::Class;

/// Whether the passage bears out how much the claim's word at `at` says, though it does not say the word.
pub(super) fn borne_out(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    weakens(wanted, passage, at) || strengthens(wanted, passage, alignment, at)
}

/// Words that make a cause less than the only one.
const MAINLY: [&str; 8] = ["chiefly", "largely", "mainly", "mostly", "predominantly", "primarily", "principally", "substantially"];

/// Words of a cause.
const CAUSE: [&str; 16] = [
    "attributable",
    "because",
    "boosted",
    "caused",
    "driven",
    "due",
    "fuelled",
    "fueled",
    "helped",
    "led",
    "offset",
    "owing",
    "reflecting",
    "supported",
    "thanks",
    "triggered",
];

/// "Largely driven by" says less than "driven by", unless the passage says "partly".
fn weakens(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let partly = |it: usize| matches!(passage.sense.lower(it), "partly" | "partially" | "part" | "somewhat");
    MAINLY.contains(&wanted.sense.lower(at))
        && CAUSE.contains(&wanted.sense.lower(at + 1))
        && !(0..passage.sense.words.len()).any(|it| partly(it) || passage.sense.class(it).is(Class::NEGATION))
}

/// Words that make much of a change, as adjectives and as adverbs.
pub(super) const MUCH: [&str; 26] = [
    "big",
    "considerable",
    "considerably",
    "dramatic",
    "dramatically",
    "great",
    "greatly",
    "huge",
    "large",
    "marked",
    "markedly",
    "massive",
    "notable",
    "notably",
    "noteworthy",
    "remarkable",
    "remarkably",
    "sharp",
    "sharply",
    "significant",
    "significantly",
    "steep",
    "steeply",
    "strong",
    "substantial",
    "substantially",
];

/// From how many percent on a change is much, whatever changes.
pub(super) const MUCH_PERCENT: i64 = 20;

/// "A significant rise" of what the passage says that it rose substantially, or by a fifth and more.
fn strengthens(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, at: usize) -> bool {
    if !MUCH.contains(&wanted.sense.lower(at)) {
        return false;
    }
    let change = |it: &usize| wanted.sense.class(*it).is(Class::TREND) && alignment.says(*it);
    // "Rose sharply", "a sharp rise".
    let Some(change) = (at + 1..at + 3).chain(at.checked_sub(1)).find(change) else { return false };
    alignment.answers[change].iter().any(|(place, _)| {
        let around = place.saturating_sub(3)..place + 4;
        let mut said = around.clone().filter(|it| MUCH.contains(&passage.sense.lower(*it)) && !denied(&passage.sense, *it));
        said.next().is_some() || passage.sense.amounts.iter().any(|it| around.contains(&it.whole.0) && is_much(&passage.sense, it))
    })
}

fn denied(sense: &Sense<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|it| sense.class(it).is(Class::NEGATION))
}

/// Whether an amount tells a change by a fifth and more.
fn is_much(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> bool {
    let Value::One(value) = amount.it.value else { return false };
    let led = matches!(sense.lower(amount.whole.0.wrapping_sub(1)), "to" | "at");
    amount.it.unit.symbol() == "%" && !led && value.abs() >= MUCH_PERCENT.into()
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn what_was_the_cause_was_largely_the_cause() {
        check(
            "The delay was caused by ice in the harbour.",
            &["The delay was largely caused by ice in the harbour"],
            &["The delay was largely caused by fog in the harbour", "The delay was not caused by ice in the harbour"],
        );
        check("The delay was partly caused by ice.", &[], &["The delay was mainly caused by ice"]);
    }

    #[test]
    fn much_is_borne_out_by_another_word_for_much_or_by_a_figure() {
        check(
            "Freight traffic saw a substantial increase in May.",
            &["Freight traffic saw a significant increase in May"],
            &["Freight traffic saw a significant decrease in May", "Freight traffic saw a slight increase in May"],
        );
        check(
            "Ticket sales rose 48% in May.",
            &["Ticket sales rose sharply in May"],
            &["Ticket sales fell sharply in May", "Ticket sales rose slightly in May"],
        );
        check("Ticket sales rose 2% in May.", &["Ticket sales rose in May"], &["Ticket sales rose sharply in May"]);
    }
}
