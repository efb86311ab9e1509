//! Order: which of two doings came first, where the claim and the passage tell by how much.

use rust_decimal::Decimal;

use crate::extract::{Quantity, Value};
use crate::text::Class;
use crate::verify::align::Alignment;
use crate::verify::asked::Wanted;
use crate::verify::passage::Passage;
use crate::verify::sense::{Placed, Sense};

/// Why the passage has the claim's two doings the other way round: "fled, and was arrested two weeks later" for "was arrested two weeks
/// before he fled".
pub(super) fn turned(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    wanted.sense.amounts.iter().find_map(|claimed| {
        let asked = later(&wanted.sense, claimed)?;
        let verb = verb_before(&wanted.sense, claimed.whole.0)?;
        let stated = passage.sense.amounts.iter().find(|it| same(claimed, it) && later(&passage.sense, it).is_some())?;
        let told = verb_before(&passage.sense, stated.whole.0)?;
        let same_verb = alignment.answers[verb].iter().any(|it| it.0 == told);
        let same_side = Some(asked) == later(&passage.sense, stated);
        let other = alignment.answers.iter().enumerate().any(|(at, it)| at != verb && it.iter().any(|it| it.0 == told));
        let turned = same_verb && !same_side || other && !same_verb && same_side;
        turned.then(|| format!("tells another order than “{}”", wanted.sense.wording(claimed.whole.0, claimed.whole.1 + 1)))
    })
}

fn same(claimed: &Placed<&Quantity>, stated: &Placed<&Quantity>) -> bool {
    let value = |it: &Quantity| if let Value::One(value) = it.value { value } else { Decimal::ZERO };
    value(claimed.it) == value(stated.it) && claimed.it.unit.symbol() == stated.it.unit.symbol()
}

/// Whether a stretch of time says of the doing before it that it came later than another; none where it tells no order.
fn later(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> Option<bool> {
    let behind = amount.it.noun.map_or(amount.whole.1, |it| sense.tokens_of(it).1.max(amount.whole.1));
    let counts = (amount.whole.0..behind).any(|it| sense.class(it).is(Class::CALENDAR_UNIT | Class::UNIT));
    match sense.lower(behind) {
        "after" | "later" if counts => Some(true),
        "before" | "earlier" if counts => Some(false),
        _ => None,
    }
}

fn verb_before(sense: &Sense<'_>, at: usize) -> Option<usize> {
    (0..at).rev().find(|it| sense.graph().is_verb(*it))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_came_later_did_not_come_before() {
        check(
            "Karl Moss fled to Marstad, and was arrested six weeks later.",
            &["Karl Moss was arrested six weeks after he fled to Marstad"],
            &["Karl Moss was arrested six weeks before he fled to Marstad", "Karl Moss fled to Marstad six weeks after he was arrested"],
        );
    }
}
