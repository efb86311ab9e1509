//! Units of the calendar from where the document stands: `last week`, `this year`, `the weekend`, `year's end`.

use jiff::ToSpan;
use jiff::civil::Date;

use super::names;
use super::part;
use super::rule::{Reading, Rule, Term};
use super::scene::Scene;
use super::tense::{Tense, tense};
use crate::extract::Period;
use crate::extract::period::CalendarUnit;
use crate::text::{Class, Words, words};

pub(super) const RULE: Rule = Rule {
    name: "unit",
    reads: &[
        ("last week", "2025-03-03..2025-03-09"),
        ("this month", "2025-03"),
        ("next year", "2026"),
        ("last quarter", "2024-10-01..2024-12-31"),
        ("the current fiscal year", "2025"),
        ("over the weekend", "2025-03-08..2025-03-09"),
        ("next weekend", "2025-03-15..2025-03-16"),
        ("late last year", "2024"),
        ("by the end of the month", "2025-03"),
        ("by year's end", "2025"),
        ("at year-end", "2025"),
        ("Prices rose 3% for the year.", "2025"),
    ],
    ignores: &["the week", "a year", "every week", "last man of the day", "the year ended", "twice a month"],
    head: Class::CALENDAR_UNIT,
    read,
};

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    if scene.is(at, words!["weekend"]) {
        return weekend(scene, at);
    }
    let unit = names::unit(scene.word(at)).filter(|_| !scene.ends_with(at, "s"))?;
    if let Some(reading) = turn(scene, at, unit) {
        return Some(reading);
    }
    let (first, shift) = shift(scene, at, unit)?;
    let period = scene.anchored(|today| Period::around(unit.after(today, shift)?, unit))?;
    let mut reading = Reading::anchored(first, at + 1, period);
    if unit == CalendarUnit::Quarter {
        reading = reading.with_term(Term::Quarter(period));
    }
    Some(part::before(scene, reading))
}

/// The first token of "last week" and the like, and the number of units from the document's own.
fn shift(scene: &Scene<'_, '_>, at: usize, unit: CalendarUnit) -> Option<(usize, i32)> {
    const KINDS: &Words = words!["fiscal", "calendar", "financial", "school", "academic", "full", "business", "trading"];
    let mut before = scene.back(at, 1)?;
    if scene.is(before, KINDS) {
        before = scene.back(before, 1)?;
    }
    let the = scene.back(before, 1).filter(|it| scene.is(*it, words!["the"]));
    let day = unit == CalendarUnit::Day;
    let shift = match scene.lower(before).as_str() {
        "last" if !day && the.is_none() => -1,
        "next" | "coming" | "upcoming" if !day => 1,
        "this" => 0,
        "current" | "present" if !day => 0,
        "the" if whole(scene, at, before, unit) => return Some((before, 0)),
        _ => return None,
    };
    Some((the.unwrap_or(before), shift))
}

/// Whether "the year" is the document's own: after "for", "of" or "in", with nothing behind it that says which.
fn whole(scene: &Scene<'_, '_>, at: usize, the: usize, unit: CalendarUnit) -> bool {
    if matches!(unit, CalendarUnit::Day | CalendarUnit::Century | CalendarUnit::Quarter) {
        return false;
    }
    let full = at > the + 1;
    let led = scene.is_before(the, 1, words!["for", "of", "in", "during", "by"]);
    let told = scene.is(
        at + 1,
        words!["ended", "ending", "to", "of", "before", "after", "that", "when", "in", "-", "since", "through", "ago", "earlier"],
    );
    let of_many = scene.is_before(the, 1, words!["of"])
        && !scene.is_before(
            the,
            2,
            words![
                "end",
                "rest",
                "remainder",
                "beginning",
                "start",
                "middle",
                "part",
                "half",
                "months",
                "quarter",
                "days",
                "weeks",
                "later",
                "earlier",
            ],
        );
    // "In the year 2000" names another.
    let named = scene.year(at + 1).is_some();
    (led || full) && !told && !of_many && !named
}

/// `year's end`, `year-end`, `month end`.
fn turn(scene: &Scene<'_, '_>, at: usize, unit: CalendarUnit) -> Option<Reading> {
    if !matches!(unit, CalendarUnit::Year | CalendarUnit::Month) {
        return None;
    }
    let joint = usize::from(scene.is(at + 1, words!["'s", "’s", "-"]));
    let end = at + 1 + joint;
    if !scene.is(end, words!["end"]) || (joint == 0 && scene.is(end + 1, words!["of", "to", "a"])) {
        return None;
    }
    let (first, shift) = match scene.back(at, 1) {
        Some(before) if scene.is(before, words!["last"]) => (before, -1),
        Some(before) if scene.is(before, words!["next"]) => (before, 1),
        Some(before) if scene.is(before, words!["this"]) => (before, 0),
        _ => (at, 0),
    };
    let period = scene.anchored(|today| Period::around(unit.after(today, shift)?, unit))?;
    Some(part::end_of(Reading::anchored(first, end + 1, period)))
}

fn weekend(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let before = scene.back(at, 1)?;
    let the = scene.back(before, 1).filter(|it| scene.is(*it, words!["the"])).unwrap_or(before);
    let told = tense(scene, before, at + 1);
    let (first, back) = match scene.lower(before).as_str() {
        "last" | "past" => (the, true),
        "next" | "coming" => (the, false),
        "this" => (before, told == Tense::Past),
        "the" if scene.is_before(before, 1, words!["over", "during", "on", "at", "for", "through", "of", "in", "since"]) => {
            (before, told != Tense::Future)
        }
        _ => return None,
    };
    let this = scene.is(before, words!["this", "the"]);
    let period = scene.anchored(|today| saturday(today, back, this))?;
    Some(Reading::anchored(first, at + 1, period))
}

/// The weekend before a day, or after it; a day of the weekend itself is inside, where `this` one is meant.
fn saturday(today: Date, back: bool, this: bool) -> Option<Period> {
    let since = (i32::from(today.weekday().to_monday_zero_offset()) + 2) % 7;
    let inside = since < 2;
    let shift = match (back, inside && this) {
        (_, true) => -since,
        (true, _) => {
            if inside {
                -since - 7
            } else {
                -since
            }
        }
        (false, _) => 7 - since,
    };
    let from = today.checked_add(shift.days()).ok()?;
    Some(Period { from, to: from.checked_add(1.days()).ok()? })
}
