//! Dates at the edge of another: `the eve of May 1`, `the day before the election of 5 May 2024`, `the week of March 6`.

use jiff::ToSpan;

use super::rank;
use super::rule::Reading;
use super::scene::Scene;
use crate::extract::Period;
use crate::text::words;

/// The reading together with the words before it that move it: to the day before or after it, or to its week.
pub(super) fn before(scene: &Scene<'_, '_>, reading: Reading) -> Reading {
    find(scene, &reading).or_else(|| rank::before(scene, &reading)).unwrap_or(reading)
}

fn find(scene: &Scene<'_, '_>, reading: &Reading) -> Option<Reading> {
    let joint = scene.back(reading.first, 1)?;
    let noun = scene.back(joint, 1)?;
    let of = scene.is(joint, words!["of"]);
    let day = scene.is(noun, words!["day"]) && !of;
    let period = if of && scene.is(noun, words!["eve"]) || day && scene.is(joint, words!["before"]) {
        Period::day(reading.period.from.checked_sub(1.days()).ok()?)
    } else if day && scene.is(joint, words!["after"]) {
        Period::day(reading.period.to.checked_add(1.days()).ok()?)
    } else if of && scene.is(noun, words!["week"]) && reading.period.is_day() {
        Period::week(reading.period.from)?
    } else {
        return None;
    };
    let first = scene.back(noun, 1).filter(|it| scene.is(*it, words!["the"]))?;
    Some(Reading { first, period, within: period, ..*reading })
}
