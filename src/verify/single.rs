//! Single: one thing that is told of as "a single" one, without a figure: "in a single night" is in one night.

use rust_decimal::Decimal;

use super::sense::{Placed, Sense};
use crate::extract::quantity::Qualifier;
use crate::extract::{Quantity, Value};

/// Whether the claim's figure is one of a thing that the passage calls a single one.
pub(super) fn is_told(claim: &Sense<'_>, claimed: &Placed<&Quantity>, passage: &Sense<'_>) -> bool {
    let one = claimed.it.value == Value::One(Decimal::ONE) && claimed.it.qualifier == Qualifier::Exact;
    let noun = |sense: &Sense<'_>, at: usize| sense.words.get(at).map(|it| it.stem.clone());
    let mine = noun(claim, claimed.end).or_else(|| noun(claim, claimed.whole.1.saturating_sub(1)));
    let single = |at: &usize| matches!(passage.lower(*at), "single" | "sole" | "lone") && at.checked_sub(1).is_some();
    one && (0..passage.words.len()).filter(single).any(|at| noun(passage, at + 1) == mine)
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
