//! Stretches up to the document or on from it: `the past five days`, `the next two years`, `the first nine months of 2024`.

use jiff::ToSpan;
use jiff::civil::Date;

use super::names;
use super::rule::{Reading, Rule, Term};
use super::scene::Scene;
use crate::extract::Period;
use crate::extract::period::CalendarUnit;
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "stretch",
    reads: &[
        ("in the past five days", "2025-03-09..2025-03-13"),
        ("over the last two weeks", "2025-02-28..2025-03-13"),
        ("over the past year", "2024-03-14..2025-03-13"),
        ("in the next three months", "2025-03-13..2025-06-12"),
        ("the first nine months of 2024", "2024-01-01..2024-09-30"),
        ("the first two quarters of 2024", "2024-01-01..2024-06-30"),
        ("the first ten days of May 2024", "2024-05-01..2024-05-10"),
    ],
    ignores: &["the past few days", "five days", "the last days of the war", "in past years"],
    head: Class::CALENDAR_UNIT,
    read,
};

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let unit = names::unit(scene.word(at)).or_else(|| scene.is(at, words!["fortnight"]).then_some(CalendarUnit::Week))?;
    let (mover, count) = match scene.count_before(at).filter(|_| !scene.is_before(at, 1, words!["a", "an"])) {
        Some((first, count)) => (scene.back(first, 1)?, count),
        None if scene.is(at, words!["fortnight"]) => (scene.back(at, 1)?, 2),
        None if !scene.ends_with(at, "s") && scene.is_before(at, 1, words!["past"]) && unit != CalendarUnit::Day => (at - 1, 1),
        None if scene.is_before(at, 1, words!["last"])
            && scene.is_before(at, 2, words!["the"])
            && !scene.is(at + 1, words!["of"])
            && unit != CalendarUnit::Day =>
        {
            (at - 1, 1)
        }
        None => return None,
    };
    let the = scene.back(mover, 1).filter(|it| scene.is(*it, words!["the", "these", "this", "his", "her", "its", "their"]));
    let first = the.unwrap_or(mover);
    let count = count.min(3000);
    match scene.lower(mover).as_str() {
        "past" | "last" | "previous" if the.is_some() || scene.is(mover, words!["past"]) => {
            Some(Reading::anchored(first, at + 1, scene.anchored(|today| back(today, unit, count))?))
        }
        "next" | "coming" | "following" if the.is_some() => {
            let period = scene.anchored(|today| Some(Period::new(today, unit.after(today, count)?.checked_sub(1.days()).ok()?)))?;
            Some(Reading::anchored(first, at + 1, period))
        }
        "first" => opening(scene, first, at, unit, count),
        _ => None,
    }
}

/// The `count` units that end with `today`.
fn back(today: Date, unit: CalendarUnit, count: i32) -> Option<Period> {
    let from = unit.after(today, -count)?.checked_add(1.days()).ok()?;
    Some(Period::new(from.min(today), today))
}

/// The first so many units of a year or month that is named after them.
fn opening(scene: &Scene<'_, '_>, first: usize, at: usize, unit: CalendarUnit, count: i32) -> Option<Reading> {
    let (whole, end, absolute) = holder(scene, at + 1)?;
    let to = unit.after(whole.from, count)?.checked_sub(1.days()).ok()?;
    let period = Period::new(whole.from, to);
    whole.contains(period).then_some(Reading::new(first, end, period, absolute).with_term(Term::Other))
}

/// `of 2024`, `of this year`, `of the year`, `of May 2024`, `of May` at `at`; the document's year where nothing says.
fn holder(scene: &Scene<'_, '_>, at: usize) -> Option<(Period, usize, bool)> {
    let of = at + usize::from(scene.is(at, words!["of", "in"]));
    if let Some(year) = scene.year(of) {
        return Some((Period::year(year)?, of + 1, true));
    }
    if let Some(month) = names::month(scene.word(of)).filter(|_| scene.capital(of) && of > at) {
        let year = scene.year(of + 1)?;
        return Some((Period::month(year, month)?, of + 2, true));
    }
    let shift = match scene.lower(of).as_str() {
        "last" => -1,
        "this" | "the" => 0,
        _ => return None,
    };
    if !scene.is(of + 1, words!["year"]) {
        return None;
    }
    Some((scene.anchored(|today| Period::year(today.year() + shift))?, of + 2, false))
}
