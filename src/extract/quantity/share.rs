//! Shares: `3 in 10`, `two out of three`, `one in every five`.

use rust_decimal::Decimal;

use super::cardinal::{Cardinal, cardinal};
use super::draft::{Draft, Form};
use super::scan::Scan;
use super::{Read, Rule, Unit, Value};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "share",
    reads: &[
        ("Some 3 in 10 voters stayed home.", "~0.3"),
        ("Two out of three boats sank.", "0.6666666666666666666666666667"),
        ("One in every five wells is dry.", "0.2"),
        ("One in four was ill.", "0.25"),
        ("One of every 500 eggs is bad.", "0.002"),
        ("Nearly eight of 10 voters agreed.", "~0.8"),
        ("The odds are one over three.", "0.3333333333333333333333333333"),
        ("500 over 8", "62.5"),
        ("Her blood pressure is 120 over 80.", "120; 80"),
    ],
    // A year after "in" dates the count, and a span of time measures it; neither divides it.
    ignores: &[],
    read: Read::Number(read),
};

fn read(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    let part = cardinal(scan, at)?;
    let (next, in_alone) = if scan.is(part.end, "in") {
        (part.end + 1, true)
    } else if scan.is(part.end, "out") && scan.is(part.end + 1, "of") {
        (part.end + 2, false)
    } else if scan.is(part.end, "of") && (scan.any(part.end + 1, words!["every", "ten", "10"]) && !scan.glued(part.end + 2)) {
        (part.end + 1, false)
    } else if scan.is(part.end, "over") {
        return over(scan, part);
    } else {
        return None;
    };
    let next = if scan.is(next, "every") { next + 1 } else { next };
    let whole = cardinal(scan, next)?;
    let whole_numbers = part.value.is_integer() && whole.value.is_integer() && part.value > Decimal::ZERO;
    if !whole_numbers || part.value >= whole.value || part.form == Form::Scaled {
        return None;
    }
    if in_alone && !divides(scan, part.value, whole.value, whole.end) {
        return None;
    }
    let mut draft = Draft::new(part.first, whole.end, Value::One(part.value.checked_div(whole.value)?), Form::Part);
    draft.unit = Unit::SHARE;
    Some(draft)
}

/// "one over three", where nothing follows that the second number would measure. Numbers above one divide only where both
/// are all of a line: "120 over 80" is a blood pressure, and "over" is mostly more than.
fn over(scan: &Scan<'_, '_>, part: Cardinal) -> Option<Draft> {
    let whole = cardinal(scan, part.end + 1).filter(|it| it.value > Decimal::ONE && it.value.is_integer())?;
    let line = part.first == scan.first && (whole.end == scan.end || whole.end + 1 == scan.end && scan.is(whole.end, "."));
    let one = part.value == Decimal::ONE && !scan.is_word(whole.end) && !scan.dash(whole.end);
    let mut draft = Draft::new(part.first, whole.end, Value::One(part.value.checked_div(whole.value)?), Form::Part);
    if part.value < whole.value {
        draft.unit = Unit::SHARE;
    }
    (one || line).then_some(draft)
}

/// Whether "in" divides: the whole is a usual one, no year, no span of time or run of games.
fn divides(scan: &Scan<'_, '_>, part: Decimal, whole: Decimal, end: usize) -> bool {
    let small = part <= Decimal::TEN && whole <= Decimal::from(1_000_000);
    let year = whole >= Decimal::from(1900) && whole <= Decimal::from(2100) && whole != Decimal::from(2000);
    let time = scan.class(end).is(Class::UNIT | Class::CALENDAR_UNIT | Class::ORDINAL | Class::CURRENCY)
        || (scan.hyphen(end) && scan.class(end + 1).is(Class::UNIT));
    let games = scan.any(
        end,
        words![
            "games",
            "matches",
            "starts",
            "overs",
            "innings",
            "attempts",
            "appearances",
            "meetings",
            "places",
            "cities",
            "countries",
            "boxes",
        ],
    );
    small && !year && !time && !games
}
