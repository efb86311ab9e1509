//! What the other document says of a figure as well: the figure itself, or figures that make it.

use rust_decimal::Decimal;

use super::figure::{Figure, widened};
use crate::extract::quantity::Dimension;
use crate::extract::{Interval, Qualifier, Quantity, Value};

/// Whether the other document has the figure too, or figures that make it: then it tells of both.
pub(super) fn told_elsewhere(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let (value, unit) = (one.value(), &one.quantity.unit);
    let like = |it: &&Quantity| it.unit.dimension() == unit.dimension() || *it.unit.dimension() == Dimension::None;
    let mut others = other.source.reading.quantities.iter().filter(like).filter(|it| !it.vague);
    others.any(|it| reached(it, it.unit == *unit).meets(value)) || is_made_of(value, other)
}

/// What a figure of another document says of a value: a bound of something else says nothing beyond itself, and "more than 900"
/// of the same reaches half as far again, not to every larger figure.
fn reached(quantity: &Quantity, same: bool) -> Interval {
    let factor = quantity.unit.factor();
    let Value::One(value) = quantity.value else { return widened(quantity) };
    let half = value.abs() / Decimal::TWO;
    match quantity.qualifier {
        Qualifier::Exact | Qualifier::About => widened(quantity),
        _ if !same => Interval::point(value).scaled(factor),
        Qualifier::More | Qualifier::AtLeast => Interval::closed(value, value + half).scaled(factor),
        Qualifier::Less | Qualifier::AtMost => Interval::closed(value - half, value).scaled(factor),
    }
}

/// Whether figures of the other document make the value: any two that count the same make it as their sum, and of its sentence also
/// those without a noun, and their difference.
fn is_made_of(value: Interval, other: &Figure<'_>) -> bool {
    const PARTS: usize = 12;
    let one = |it: &Quantity| match it.value {
        Value::One(value) => value.checked_mul(it.unit.factor()),
        Value::Range(..) => None,
    };
    let sentence = other.statement.span;
    let beside = |it: &Quantity| {
        let counts = matches!(it.unit.dimension(), Dimension::None | Dimension::Count) || it.unit == other.quantity.unit;
        counts && sentence.contains(it.number)
    };
    let parts: Vec<_> = other.source.reading.quantities.iter().filter(|it| it.unit == other.quantity.unit || beside(it)).collect();
    let values: Vec<_> = parts.iter().filter_map(|it| Some((one(it)?, beside(it)))).take(PARTS).collect();
    let holds = |sum: Option<Decimal>| sum.is_some_and(|it| value.holds(it));
    let all = values.iter().filter(|it| it.1).try_fold(Decimal::ZERO, |sum, it| sum.checked_add(it.0));
    holds(all.filter(|_| values.len() > 2))
        || values.iter().enumerate().any(|(at, first)| {
            values.iter().skip(at + 1).any(|second| {
                let difference = first.0.checked_sub(second.0).map(|it| it.abs()).filter(|_| first.1 && second.1);
                holds(first.0.checked_add(second.0)) || holds(difference)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_figure_that_the_other_text_makes_up_is_no_conflict() {
        let first = ("2025-03-18", "The ferry fire in Aldmere killed 45 people on Tuesday, the police of Aldmere said.");
        let parts = "The ferry fire in Aldmere on Tuesday killed 43 people and two divers, the police of Aldmere said.";
        check(&[first, ("2025-03-18", parts)], &[]);
        let other = "The ferry fire in Aldmere on Tuesday killed 54 people, the police of Aldmere said.";
        check(&[first, ("2025-03-18", other)], &["figures Warning: 45 people | 54 people"]);
    }

    #[test]
    fn a_bound_of_something_else_bears_nothing_out() {
        let text =
            |houses: &str| format!("The quake in Aldmere hurt more than 900 people. In Aldmere {houses} houses collapsed, Ida Holm said.");
        let (one, other) = (text("2,300"), text("3,200"));
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &["figures Warning: 2,300 houses | 3,200 houses"]);
        let other = text("more than 2,000");
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &[]);
    }
}
