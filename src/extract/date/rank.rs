//! Days by their rank in a period: `the first Monday in May 2024`, `the second week of June`, `the last day of the year`.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::names;
use super::rule::Reading;
use super::scene::Scene;
use crate::extract::Period;
use crate::text::words;

/// The reading of a month or longer, together with the words before it that pick days of it.
pub(super) fn before(scene: &Scene<'_, '_>, reading: &Reading) -> Option<Reading> {
    let joint = scene.back(reading.first, 1).filter(|it| scene.is(*it, words!["of", "in"]))?;
    let noun = scene.back(joint, 1)?;
    let rank = scene.back(noun, 1)?;
    let first = scene.back(rank, 1).filter(|it| scene.is(*it, words!["the"]))?;
    let place = place(scene, rank)?;
    let period = if scene.is(noun, words!["day"]) && scene.is(joint, words!["of"]) {
        edge(reading.period, place)?
    } else if Period::month(reading.period.from.year(), reading.period.from.month()) == Some(reading.period) {
        within_month(scene, noun, reading.period, place)?
    } else {
        return None;
    };
    Some(Reading { first, period, within: period, ..*reading })
}

/// Counted from the beginning, or from the end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Nth(i32),
    Last,
}

fn place(scene: &Scene<'_, '_>, at: usize) -> Option<Place> {
    if scene.is(at, words!["last", "final"]) {
        return Some(Place::Last);
    }
    names::ordinal(scene.word(at)).filter(|it| *it <= 5).map(Place::Nth)
}

/// The first or last day of a period that is longer.
fn edge(whole: Period, place: Place) -> Option<Period> {
    match place {
        _ if whole.is_day() => None,
        Place::Nth(1) => Some(Period::day(whole.from)),
        Place::Last => Some(Period::day(whole.to)),
        Place::Nth(_) => None,
    }
}

/// A weekday, a weekend or seven days of a month.
fn within_month(scene: &Scene<'_, '_>, noun: usize, month: Period, place: Place) -> Option<Period> {
    if scene.is(noun, words!["week"]) {
        let from = match place {
            Place::Nth(number) => month.from.checked_add((7 * (number - 1)).days()).ok()?,
            Place::Last => month.to.checked_sub(6.days()).ok()?,
        };
        let to = from.checked_add(6.days()).ok()?.min(month.to);
        return (from <= to).then_some(Period { from, to });
    }
    if scene.is(noun, words!["weekend"]) {
        let from = nth(month, Weekday::Saturday, place)?;
        return Some(Period { from, to: from.checked_add(1.days()).ok()? });
    }
    let weekday = names::weekday(scene.word(noun)).filter(|_| scene.word(noun).len() >= 6)?;
    nth(month, weekday, place).map(Period::day)
}

/// The weekday of that rank among the days of the month.
fn nth(month: Period, weekday: Weekday, place: Place) -> Option<Date> {
    let day = match place {
        Place::Nth(number) => {
            let first = i32::from(month.from.weekday().until(weekday));
            month.from.checked_add((first + 7 * (number - 1)).days()).ok()?
        }
        Place::Last => month.to.checked_sub(i32::from(weekday.until(month.to.weekday())).days()).ok()?,
    };
    (day <= month.to).then_some(day)
}
