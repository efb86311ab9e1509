//! Derived: what two of a level, a level before and the change between them tell of the third.

use rust_decimal::Decimal;

use crate::extract::quantity::Qualifier;
use crate::extract::{Quantity, Value};

/// An exact figure, in the unit in which it is reckoned with: cents in dollars, basis points in percent.
fn figure(it: &Quantity) -> Option<(Decimal, String)> {
    let Value::One(value) = it.value else { return None };
    if it.qualifier != Qualifier::Exact {
        return None;
    }
    let symbol = it.unit.symbol().trim_end_matches("/share");
    let (factor, symbol) = match symbol {
        "basis point" => (Decimal::new(1, 2), "%"),
        "percentage point" | "point" => (Decimal::ONE, "%"),
        "cent" => (Decimal::new(1, 2), "USD"),
        other => (Decimal::ONE, other),
    };
    Some((value * factor, symbol.to_owned()))
}

/// Whether a share is told as a change in points, and no change by so many percent.
fn is_relative(by: &Quantity) -> bool {
    by.unit.symbol() == "%"
}

/// Whether `by` is what lies between a level and the level before.
pub(super) fn is_difference(by: Option<&Quantity>, level: Option<&Quantity>, before: Option<&Quantity>) -> bool {
    let (Some(by), Some(level), Some(before)) = (by, level, before) else { return false };
    let (Some(by_how), Some(now), Some(then)) = (figure(by), figure(level), figure(before)) else { return false };
    !is_relative(by) && now.1 == then.1 && (by_how.1 == now.1 || by.unit.symbol() == "point") && (now.0 - then.0).abs() == by_how.0
}

/// Whether a level lies so many percent or more from the level before.
pub(super) fn is_by_share(level: Option<&Quantity>, before: Option<&Quantity>, percent: i64) -> bool {
    let (Some(now), Some(then)) = (level.and_then(figure), before.and_then(figure)) else { return false };
    now.1 == then.1 && then.0 > Decimal::ZERO && (now.0 - then.0).abs() * Decimal::ONE_HUNDRED >= then.0 * Decimal::from(percent)
}

/// Whether a measure was `was` before it rose, or fell, by that much to `level`.
pub(super) fn was(was: Option<&Quantity>, level: Option<&Quantity>, by: Option<&Quantity>, up: bool) -> bool {
    let (Some(was), Some(level), Some(by)) = (was, level, by) else { return false };
    let (Some(then), Some(now), Some(by_how)) = (figure(was), figure(level), figure(by)) else { return false };
    let before = if up { now.0 - by_how.0 } else { now.0 + by_how.0 };
    !is_relative(by) && then.1 == now.1 && by_how.1 == now.1 && then.0 == before
}

/// Whether both tell one change in points: "three percentage points", "300 basis points".
pub(super) fn is_one_change(mine: &Quantity, theirs: &Quantity) -> bool {
    let points = |it: &Quantity| matches!(it.unit.symbol(), "basis point" | "percentage point" | "point");
    points(mine) && points(theirs) && figure(mine).is_some_and(|it| Some(it) == figure(theirs))
}
