//! Degrees of frost: `12 below zero`, `10 degrees Celsius below zero`.

use super::draft::Draft;
use super::scan::Scan;
use super::table::tables;
use super::unit::Dimension;
use super::{Read, Rule, Unit, Value};

pub(super) const RULE: Rule = Rule {
    name: "below zero",
    reads: &[
        ("It was 12 below zero at dawn.", "-12 °"),
        ("It fell to 10 degrees Celsius below zero.", "-10 °C"),
        ("It was 12 degrees above zero.", "12 °"),
    ],
    ignores: &[],
    read: Read::Grow(grow),
};

fn grow(scan: &Scan<'_, '_>, draft: &mut Draft) {
    let Value::One(value) = draft.value else { return };
    let side = draft.to;
    let below = scan.is(side, "below");
    let degrees = matches!(draft.unit.dimension(), Dimension::None | Dimension::Measure("degree" | "celsius" | "fahrenheit"));
    if !degrees || !(below || scan.is(side, "above")) || !scan.is(side + 1, "zero") || value.is_sign_negative() {
        return;
    }
    if draft.bare() {
        draft.unit = tables().unit_called("°").cloned().unwrap_or(Unit::NONE);
    }
    draft.value = Value::One(if below { -value } else { value });
    draft.to = side + 2;
    draft.end = draft.to;
}
