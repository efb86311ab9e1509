//! So long before or after: `two weeks ago`, `a year earlier`, `three days later`, `the year-ago quarter`.
//!
//! What lies "ago" is counted from the document, what lies "earlier" or "later" from the date before it in the text. The
//! day is as exact as the unit: "ten years ago" is a year. In a text on business results "a year earlier" is the same
//! quarter of the year before.

use super::names;
use super::rule::{Reading, Rule};
use super::scene::Scene;
use crate::extract::Period;
use crate::extract::period::CalendarUnit;
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "ago",
    reads: &[
        ("ten days ago", "2025-03-03"),
        ("two weeks ago", "2025-02-24..2025-03-02"),
        ("a month ago", "2025-02"),
        ("twenty-five years ago", "2000"),
        ("It opened on May 3, 2020 and closed two days later.", "2020-05-03 2020-05-05"),
        ("Sales rose in 2019 after a fall a year earlier.", "2019 2018"),
        ("Third-quarter net rose from $2 million a year ago.", "2024-07-01..2024-09-30 2023-07-01..2023-09-30"),
        ("up from the year-ago period", "2024"),
        ("five years from now", "2030"),
        ("a fortnight ago", "2025-02-24..2025-03-02"),
        ("It will open in two years' time, in a week's time at best.", "2027 2025-03-17..2025-03-23"),
    ],
    ignores: &["half a year ago", "years ago", "several weeks ago", "two weeks", "a two-year plan", "sooner or later"],
    head: Class::CALENDAR_UNIT,
    read,
};

/// From where and which way one counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Ago,
    Hence,
    Earlier,
    Later,
}

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let fortnight = scene.is(at, words!["fortnight"]);
    let unit = names::unit(scene.word(at)).or_else(|| fortnight.then_some(CalendarUnit::Week))?;
    if let Some(reading) = year_ago(scene, at, unit) {
        return Some(reading);
    }
    let (way, end) = way(scene, at)?;
    let (first, count) = count(scene, at)?;
    let count = if fortnight { 2 * count } else { count };
    // "Half a year ago" is no year ago.
    if scene.is_before(first, 1, words!["half"]) {
        return None;
    }
    let signed = if matches!(way, Way::Ago | Way::Earlier) { -count } else { count };
    if let Some(quarter) = scene.quarter(at).filter(|_| unit == CalendarUnit::Year && signed == -1) {
        return Some(Reading::anchored(first, end, same_quarter(quarter, -1)?));
    }
    let (period, absolute) = match way {
        Way::Ago | Way::Hence => {
            // "A decade ago" is the year ten years before.
            let grain = if unit == CalendarUnit::Decade { CalendarUnit::Year } else { unit };
            (scene.anchored(|today| Period::around(unit.after(today, signed)?, grain))?, false)
        }
        Way::Earlier | Way::Later => match scene.focus() {
            Some((focus, absolute)) => (moved(focus, unit, signed)?, absolute),
            // "Sales rose from those of a year earlier" is told from the document's year.
            None if way == Way::Earlier && unit == CalendarUnit::Year => {
                (scene.anchored(|today| Period::year(today.year().checked_sub(i16::try_from(count).ok()?)?))?, false)
            }
            None => return None,
        },
    };
    Some(Reading::new(first, end, period, absolute))
}

/// A period so many units later: as exact as itself or the unit, whichever is coarser.
fn moved(focus: Period, unit: CalendarUnit, count: i32) -> Option<Period> {
    let from = unit.after(focus.from, count)?;
    let around = Period::around(from, unit)?;
    if focus.days() > around.days() || unit == CalendarUnit::Week {
        let to = unit.after(focus.to, count)?;
        return Some(if focus.is_day() || unit != CalendarUnit::Week { Period::new(from, to) } else { around });
    }
    Some(around)
}

/// The same quarter some years on.
pub(super) fn same_quarter(quarter: Period, years: i16) -> Option<Period> {
    Period::quarter(quarter.from.year().checked_add(years)?, (quarter.from.month() + 2) / 3)
}

/// The word after the unit that says which way, and the token after it.
fn way(scene: &Scene<'_, '_>, at: usize) -> Option<(Way, usize)> {
    let after = at + 1 + if scene.is(at + 1, words!["or"]) && scene.is(at + 2, words!["so", "two", "more"]) { 2 } else { 0 };
    match scene.lower(after).as_str() {
        "ago" => Some((Way::Ago, after + 1)),
        "earlier" | "previously" => Some((Way::Earlier, after + 1)),
        "later" => Some((Way::Later, after + 1)),
        "hence" => Some((Way::Hence, after + 1)),
        "before" | "prior" if ends_clause(scene, after + 1) => Some((Way::Earlier, after + 1)),
        "from" if scene.is(after + 1, words!["now", "today"]) => Some((Way::Hence, after + 2)),
        "'" | "’" | "'s" | "’s" if scene.is(after + 1, words!["time"]) && scene.is_before(at, 2, words!["in"]) => {
            Some((Way::Hence, after + 2))
        }
        _ => None,
    }
}

fn ends_clause(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.word(at).is_empty() || scene.is(at, words![".", ",", ";", ":", ")", "\"", "”", "and", "but", "?", "--", "–"])
}

/// The count before the unit and its first token.
fn count(scene: &Scene<'_, '_>, at: usize) -> Option<(usize, i32)> {
    // "Ten trading days", "two full years".
    let noun =
        scene.back(at, 1).filter(|it| scene.is(*it, words!["full", "trading", "business", "working", "calendar", "short"])).unwrap_or(at);
    let (first, count) = scene.count_before(noun)?;
    (count <= 3000).then_some((first, count))
}

/// `the year-ago quarter`, `the year-earlier period`, `year-ago`.
fn year_ago(scene: &Scene<'_, '_>, at: usize, unit: CalendarUnit) -> Option<Reading> {
    let joined = scene.is(at + 1, words!["-"]) && scene.glued(at + 1) && scene.is(at + 2, words!["ago", "earlier"]);
    if unit != CalendarUnit::Year || !joined {
        return None;
    }
    let noun = scene.is(at + 3, words!["quarter", "period"]);
    let first = scene.back(at, 1).filter(|it| noun && scene.is(*it, words!["the"])).unwrap_or(at);
    let period = match scene.quarter(at) {
        Some(quarter) => same_quarter(quarter, -1)?,
        None => scene.anchored(|today| Period::year(today.year() - 1))?,
    };
    Some(Reading::anchored(first, at + 3 + usize::from(noun), period))
}
