//! An amount and its conversion in brackets that cannot be the same.

use rust_decimal::Decimal;

use super::page::Page;
use super::{Inconsistency, Kind, Rule};
use crate::extract::{Interval, Quantity, Value};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    kind: Kind::Conversion,
    code: "conversion",
    summary: "An amount and its conversion in brackets that are not the same amount, rounding of both allowed for. \
              Writers round the first figure before they convert it and the second after, so each may be off by half of its last \
              stated digit, and a round figure by a twentieth.",
    reports: &[&[("2025-03-18", "The fire burned 800 square kilometers (509 square miles) of forest.")]],
    spares: &[
        &[("2025-03-18", "The fire burned 800 square kilometers (309 square miles) of forest.")],
        &[("2025-03-18", "The ridge is 15 kilometers (over 9 miles) long.")],
    ],
};

pub(super) fn find(page: &Page<'_>) -> Vec<Inconsistency> {
    let quantities = &page.document.reading.quantities;
    let pairs = quantities.iter().filter_map(|it| Some((it, quantities.get(it.converts?)?)));
    pairs.filter_map(|(converted, stated)| report(page, stated, converted)).collect()
}

fn report(page: &Page<'_>, stated: &Quantity, converted: &Quantity) -> Option<Inconsistency> {
    let factor = converted.unit.in_terms_of(&stated.unit)?;
    let (Value::One(first), Value::One(second)) = (stated.value, converted.value) else { return None };
    let second = second.checked_mul(factor)?;
    if rounded(first).meets(rounded_in(converted.value, factor)?) {
        return None;
    }
    let message = format!(
        "{} is {} {}, not {}",
        converted.number.of(&page.document.text),
        short(second),
        stated.unit.symbol(),
        stated.number.of(&page.document.text)
    );
    let cited =
        [stated, converted].map(|it| super::Cited { amount: Some(it.span.of(&page.document.text).to_owned()), ..page.cite(it.span) });
    Some(Inconsistency::new(Kind::Conversion, Severity::Warning, message, cited.to_vec()))
}

/// A figure as far as its stated digits go, and at least a twentieth to either side.
fn rounded(value: Decimal) -> Interval {
    let twentieth = value.abs() * Decimal::new(5, 2);
    let half = half_digit(value).max(twentieth);
    Interval::closed(value - half, value + half)
}

fn rounded_in(value: Value, factor: Decimal) -> Option<Interval> {
    let Value::One(value) = value else { return None };
    let half = half_digit(value);
    Some(Interval::closed(value - half, value + half).scaled(factor))
}

/// Half of the last digit that a figure states: 0.05 for 3.1, 50 for 1,300.
pub(super) fn half_digit(value: Decimal) -> Decimal {
    let value = value.normalize();
    let scale = value.scale();
    if scale > 0 {
        // More digits than a decimal holds are none that anyone stated.
        return Decimal::new(5, (scale + 1).min(Decimal::MAX_SCALE));
    }
    let mut step = Decimal::ONE;
    let ten = Decimal::TEN;
    while !value.is_zero() && (value / step % ten).is_zero() && step < Decimal::new(1_000_000_000_000, 0) {
        step *= ten;
    }
    step / Decimal::TWO
}

/// A number with four digits that matter, for a message.
pub(super) fn short(value: Decimal) -> Decimal {
    value.round_sf(4).unwrap_or(value).normalize()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(found(&[("2025-03-01", text)]), expected);
    }

    #[test]
    fn a_wrong_conversion_is_reported() {
        check(
            "The fire burned 800 square kilometers (509 square miles) of forest.",
            &["conversion Warning: 800 square kilometers | 509 square miles"],
        );
    }

    #[test]
    fn a_rounded_conversion_is_right() {
        check("The fire burned 800 square kilometers (309 square miles) of forest.", &[]);
        check("The ridge is 15 kilometers (over 9 miles) long.", &[]);
        check("The lake holds 1,300 square kilometers (500 square miles).", &[]);
    }
}
