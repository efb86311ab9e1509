//! No amounts: scores and votes such as `2-2` and `89–89`, where a range would have something to measure.

use super::code::measured_at;
use super::draft::{Draft, Form};
use super::noun::is_plural;
use super::scan::Scan;
use super::{Read, Rule, Unit, digits};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "score",
    reads: &[
        ("It takes 3-4 days.", "[3, 4] day"),
        ("Some 10,000-12,000 troops came.", "~[10000, 12000] troop"),
        ("The range is 1000-5000.", "[1000, 5000]"),
    ],
    ignores: &["They drew 2-2.", "Hull won 3-1 at home.", "It ended 89–89.", "She won 6-4, 6-3."],
    read: Read::Refuse(refuse),
};

fn refuse(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    if draft.form != Form::Digits || draft.unit != Unit::NONE {
        return false;
    }
    let tied = |at: usize| scan.dash(at) && scan.glued(at) && scan.glued(at + 1);
    let (low, high) = if tied(draft.end) && scan.is_number(draft.end + 1) {
        (draft.first, draft.end + 1)
    } else if draft.first > 1 && tied(draft.first - 1) && scan.is_number(draft.first - 2) {
        (draft.first - 2, draft.first)
    } else {
        return false;
    };
    let value = |at: usize| digits::parse(scan.word(at));
    let (Some(one), Some(other)) = (value(low), value(high)) else { return true };
    let end = super::cardinal::cardinal(scan, high).map_or(high + 1, |it| it.end);
    let measured = measured_at(scan, high) || end > high + 1 || super::money::symbol_before(scan, low).is_some();
    let counted = is_plural(scan, end) && !scan.any(end, words!["wins", "loss", "losses", "draws", "defeats", "victories"]);
    let said =
        scan.any(low.wrapping_sub(1), words!["between", "is", "from", "range", "of"]) || scan.class(low.wrapping_sub(1)).is(Class::HEDGE);
    let large = one >= 100.into() && other >= 1000.into();
    let rising = one < other;
    !(rising && (measured || counted || large || said || scan.hyphen(end)))
}
