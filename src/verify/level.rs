//! Level: whether an amount tells how much there is, how much there was, or by how much it changed.

use super::sense::{Placed, Sense};
use crate::extract::{Quantity, Trend, Value};
use crate::text::Class;

/// What an amount tells of a thing that may change.
#[derive(Clone, Copy, Debug)]
pub(super) enum Told {
    /// How much there is, or was at stake: nothing says which.
    Open,
    /// How much there is after a change: "rose to 5%".
    Level,
    /// By how much it changed: "rose by 5%".
    Change(Trend),
    /// What there was before and after: "from 4% to 5%".
    Both,
    /// What there was before: "up from 4%", "compared with 4% a year ago".
    Before,
}

impl Told {
    pub(super) fn new(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> Self {
        if tells_change(sense, amount) {
            // As the ends of an estimate, "240 to 273" tells of one time.
            return Self::Both;
        }
        if held_against(sense, amount.whole.0) {
            return Self::Before;
        }
        if amount.whole.0.checked_sub(1).is_some_and(|it| matches!(sense.lower(it), "to" | "at")) {
            return Self::Level;
        }
        // "Sales were $5 million, a rise": the rise is told of them, and not how far they rose.
        let end = amount.whole.1;
        let behind = (end + 1..end + 4).find(|it| !sense.class(*it).is(Class::DETERMINER)).unwrap_or(end);
        let changes = sense.class(behind).is(Class::TREND) || matches!(sense.lower(behind), "up" | "down");
        if amount.it.trend.is_none() && sense.lower(end) == "," && changes {
            return Self::Level;
        }
        amount.it.trend.map_or(Self::Open, Self::Change)
    }

    /// Whether it is what another is held against.
    pub(super) const fn is_before(self) -> bool {
        matches!(self, Self::Before)
    }

    /// Whether an amount that tells the one may answer one that tells the other.
    pub(super) const fn fits(self, other: Self) -> bool {
        match (self, other) {
            (Self::Change(one), Self::Change(other)) => matches!((one, other), (Trend::Up, Trend::Up) | (Trend::Down, Trend::Down)),
            (Self::Both, other) | (other, Self::Both) => matches!(other, Self::Both),
            (Self::Open, _) | (_, Self::Open) | (Self::Level, Self::Level) | (Self::Before, Self::Before) => true,
            (Self::Level | Self::Before | Self::Change(_), Self::Level | Self::Before | Self::Change(_)) => false,
        }
    }
}

/// The amount of the passage that tells a change of the claim the other way round, or an end of it: "from 65 to 67" and "to 67 from 65".
pub(super) fn turned(claim: &Sense<'_>, claimed: &Placed<&Quantity>, passage: &Sense<'_>) -> Option<usize> {
    let one = |value, leads: &str| {
        let led = |it: &Placed<&Quantity>| it.whole.0.checked_sub(1).is_some_and(|it| passage.lower(it) == leads);
        let alike = |it: &Placed<&Quantity>| it.it.value == Value::One(value) && it.it.unit == claimed.it.unit;
        passage.amounts.iter().position(|it| alike(it) && led(it))
    };
    match claimed.it.value {
        Value::Range(before, after) if tells_change(claim, claimed) => one(before, "from").and(one(after, "to")),
        Value::Range(..) => None,
        Value::One(value) => {
            let leads = claimed.whole.0.checked_sub(1).map_or("", |it| claim.lower(it));
            passage.amounts.iter().position(|it| {
                let end = match (it.it.value, leads) {
                    (Value::Range(before, _), "from") => before,
                    (Value::Range(_, after), "to") => after,
                    _ => return false,
                };
                tells_change(passage, it) && end == value && it.it.unit == claimed.it.unit
            })
        }
    }
}

/// Verbs of a change that somebody makes.
const CHANGING: [&str; 10] = ["boost", "cut", "expand", "hike", "increase", "lift", "lower", "push", "raise", "reduce"];

/// Whether an amount has two ends, before and after: "from 240 to 273", "raised the fare from 9 to 12".
fn tells_change(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> bool {
    let range = matches!(amount.it.value, Value::Range(..));
    let from = amount.whole.0.checked_sub(1).filter(|it| range && sense.lower(*it) == "from");
    let changes = |at: usize| {
        let verb = sense.class(at).is(Class::TREND) || CHANGING.contains(&&*sense.words[at].stem);
        verb && sense.graph().is_verb(at)
    };
    amount.it.change || from.is_some_and(|it| (it.saturating_sub(6)..it).any(changes))
}

/// Whether the amount that begins at `at` is what another is held against.
fn held_against(sense: &Sense<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    match sense.lower(before) {
        "from" => (before.saturating_sub(7)..before).any(|it| sense.class(it).is(Class::TREND) || matches!(sense.lower(it), "up" | "down")),
        "versus" | "vs" => true,
        "with" | "to" => before > 0 && matches!(sense.lower(before - 1), "compared" | "comparison"),
        _ => replaced(sense, at),
    }
}

/// Whether the amount that begins at `at` is what no longer holds: "from a previous range of 3% to 4%".
fn replaced(sense: &Sense<'_>, at: usize) -> bool {
    const FORMER: [&str; 5] = ["earlier", "former", "old", "previous", "prior"];
    const FIGURES: [&str; 9] = ["estimate", "figure", "forecast", "guidance", "level", "outlook", "range", "rate", "target"];
    let lower = |it: &usize| sense.lower(*it);
    let leads = |it: &usize| {
        matches!(lower(it), "a" | "an" | "between" | "of" | "the") || FORMER.contains(&lower(it)) || FIGURES.contains(&lower(it))
    };
    let lead: Vec<usize> = (at.saturating_sub(7)..at).rev().take_while(leads).collect();
    let opens = lead.last().and_then(|it| it.checked_sub(1)).is_some_and(|it| sense.lower(it) == "from");
    opens && lead.iter().any(|it| FORMER.contains(&lower(it)))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn a_change_is_told_from_either_end() {
        check(
            "The council voted 9-7 to raise the fare to $12 from $9.",
            &["The council voted to raise the fare from $9 to $12", "The council voted to raise the fare to $12"],
            &["The council voted to raise the fare from $12 to $9", "The council voted to raise the fare from $9 to $13"],
        );
        check(
            "The council raised the fare from $9 to $12.",
            &["The council raised the fare to $12 from $9", "The council raised the fare to $12"],
            &["The council raised the fare to $9 from $12", "The council raised the fare by $12"],
        );
    }

    #[test]
    fn what_no_longer_holds_is_told_of_before() {
        check(
            "We are lowering our full-year sales forecast to between $6 million and $7 million, from a previous range of $8 million to $9 million.",
            &["The company lowered its full-year sales forecast to between $6 million and $7 million."],
            &["The company lowered its full-year sales forecast to between $8 million and $9 million."],
        );
    }
}
