//! Single: one thing that is told of as "a single" one, without a figure: "in a single night" is in one night.

use rust_decimal::Decimal;

use super::sense::{Placed, Sense};
use crate::extract::quantity::Qualifier;
use crate::extract::{Quantity, Value};

/// Whether the claim's figure is one of a thing that the passage calls a single one.
pub(super) fn is_told(claim: &Sense<'_>, claimed: &Placed<&Quantity>, passage: &Sense<'_>) -> bool {
    let one = claimed.it.value == Value::One(Decimal::ONE) && claimed.it.qualifier == Qualifier::Exact;
    let Some(mine) = claim.words.get(claimed.end).filter(|_| one) else { return false };
    let single = |at: &usize| matches!(passage.lower(*at), "single" | "sole" | "lone");
    (1..passage.words.len()).filter(single).any(|at| passage.words.get(at + 1).is_some_and(|it| it.stem == mine.stem))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn a_single_thing_is_one() {
        check(
            "The quay sank after a month's rain fell in a single night.",
            &["The quay sank after a month's rain fell in one night"],
            &["The quay sank after a month's rain fell in two nights", "The quay sank after a month's rain fell in one week"],
        );
    }
}
