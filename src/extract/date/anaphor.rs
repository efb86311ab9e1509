//! Dates that rest on the date before them: `that day`, `the same year`, `the following month`, `the day before`.

use jiff::civil::Date;

use super::ago::same_quarter;
use super::names;
use super::part;
use super::rule::{Reading, Rule, Term};
use super::scene::Scene;
use crate::extract::Period;
use crate::extract::period::CalendarUnit;
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "that day",
    reads: &[
        ("It began on May 3, 2020. That day it rained.", "2020-05-03 2020-05-03"),
        ("It began in May 2020. Later that year it closed.", "2020-05 2020"),
        ("It began in May 2020. The following month it closed.", "2020-05 2020-06"),
        ("It began on May 3, 2020, and ended the next day.", "2020-05-03 2020-05-04"),
        ("Third-quarter net fell. In the quarter, sales rose.", "2024-07-01..2024-09-30 2024-07-01..2024-09-30"),
        ("Third-quarter net fell from that of the 2022 quarter.", "2024-07-01..2024-09-30 2022-07-01..2022-09-30"),
    ],
    ignores: &["that day", "the following day", "the period", "at the same time", "that week, none came"],
    head: Class::CALENDAR_UNIT.or(Class::RELATIVE),
    read,
};

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    if scene.is(at, words!["quarter", "period"])
        && let Some(reading) = business(scene, at)
    {
        return Some(reading);
    }
    let unit = names::unit(scene.word(at)).filter(|_| !scene.ends_with(at, "s"))?;
    let before = scene.back(at, 1)?;
    let the = scene.back(before, 1).filter(|it| scene.is(*it, words!["the"]));
    let (first, end, shift) = match scene.lower(before).as_str() {
        "that" if !scene.is_word(at + 1) || !scene.capital(at + 1) => (before, at + 1, 0),
        "same" => (the.or_else(|| scene.back(before, 1).filter(|it| scene.is(*it, words!["that"])))?, at + 1, 0),
        "following" => (the.unwrap_or(before), at + 1, 1),
        "next" if the.is_some() && unit == CalendarUnit::Day => (the?, at + 1, 1),
        "previous" | "preceding" | "prior" => (the.unwrap_or(before), at + 1, -1),
        "the" | "a" if unit == CalendarUnit::Day && scene.is(at + 1, words!["before", "earlier"]) && !noun_follows(scene, at + 2) => {
            (before, at + 2, -1)
        }
        "the" | "a" if unit == CalendarUnit::Day && scene.is(at + 1, words!["after", "later"]) && !noun_follows(scene, at + 2) => {
            (before, at + 2, 1)
        }
        _ => return None,
    };
    if let Some(quarter) = scene.quarter(at).filter(|_| unit == CalendarUnit::Quarter && shift == 0) {
        return Some(Reading::anchored(first, end, quarter));
    }
    let moved = |from: Period| Period::around(unit.after(from.from, shift)?, unit);
    let reading = match scene.focus() {
        Some((focus, absolute)) if unit == CalendarUnit::Day && !focus.is_day() => {
            let (day, absolute) = scene.focus_of(unit).unwrap_or((focus, absolute));
            Reading::new(first, end, moved(day).filter(|_| day.is_day())?, absolute)
        }
        Some((focus, absolute)) => Reading::new(first, end, moved(focus)?, absolute),
        // "The previous year" with nothing before it is the one before the document's.
        None if shift < 0 && unit != CalendarUnit::Day => Reading::anchored(first, end, scene.anchored(|today| moved(Period::day(today)))?),
        None => return None,
    };
    Some(part::before(scene, reading))
}

fn noun_follows(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is_word(at) && !scene.class(at).is(Class::CONJUNCTION)
}

/// `the quarter`, `the latest period`, `the 1988 quarter`, `the same period last year`.
fn business(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let before = scene.back(at, 1)?;
    if let Some(year) = scene.year(before) {
        let first = scene.back(before, 1).filter(|it| scene.is(*it, words!["the"])).unwrap_or(before);
        let period = match scene.quarter(at) {
            Some(quarter) => Period::quarter(year, (quarter.from.month() + 2) / 3)?,
            None => Period::year(year)?,
        };
        return Some(Reading::absolute(first, at + 1, period));
    }
    let compared = scene.is(before, words!["same", "corresponding", "comparable", "like", "similar"]);
    if let Some((end, years)) = year_after(scene, at + 1).filter(|_| compared || scene.is(before, words!["the"])) {
        let first = scene.back(before, 1).filter(|it| compared && scene.is(*it, words!["the"])).unwrap_or(before);
        let period = match scene.quarter(at) {
            Some(quarter) => same_quarter(quarter, years)?,
            None => scene.anchored(|today| Period::year(today.year() + years))?,
        };
        return Some(Reading::anchored(first, end, period));
    }
    // "Last year's quarter".
    if scene.is(before, words!["'s", "’s"]) && scene.is_before(before, 1, words!["year"]) && scene.is_before(before, 2, words!["last"]) {
        return Some(Reading::anchored(before - 2, at + 1, same_quarter(scene.quarter(at)?, -1)?));
    }
    let latest = scene.is(before, words!["latest", "most-recent", "recent"]);
    let the = if latest { scene.back(before, 1).filter(|it| scene.is(*it, words!["the", "most"]))? } else { before };
    if !latest && !scene.is(before, words!["the"]) {
        return None;
    }
    let quarter = scene.is(at, words!["quarter"]);
    let ended = scene.is(at + 1, words!["ended", "ending"]);
    if let Some(period) = scene.quarter(at) {
        return Some(Reading::anchored(the, at + 1, period));
    }
    if !(latest || quarter && ended) {
        return None;
    }
    let last = |today: Date| Period::around(CalendarUnit::Quarter.after(today, -1)?, CalendarUnit::Quarter);
    let month = names::month(scene.word(at + 2)).filter(|_| ended);
    let period = scene.anchored(|today| month.map_or_else(|| last(today), |it| ending_in(today, it)))?;
    Some(Reading::anchored(the, at + 1, period).with_term(Term::Quarter(period)))
}

/// The quarter of the calendar that holds most of the three months to the end of `month`, the latest of those before `today`.
fn ending_in(today: Date, month: i8) -> Option<Period> {
    let year = if month > today.month() { today.year() - 1 } else { today.year() };
    Period::around(CalendarUnit::Month.after(Date::new(year, month, 1).ok()?, -1)?, CalendarUnit::Quarter)
}

/// `last year`, `of last year`, `a year ago`, `a year earlier` at `at`: the token after it and the years.
fn year_after(scene: &Scene<'_, '_>, at: usize) -> Option<(usize, i16)> {
    let at = at + usize::from(scene.is(at, words!["of", "in"]));
    if scene.is(at, words!["last"]) && scene.is(at + 1, words!["year"]) {
        return Some((at + 2, -1));
    }
    let ago = scene.is(at, words!["a", "one"]) && scene.is(at + 1, words!["year"]) && scene.is(at + 2, words!["ago", "earlier", "before"]);
    ago.then_some((at + 3, -1))
}
