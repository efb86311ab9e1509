//! Named days: `Christmas`, `New Year's Eve`, `Thanksgiving`, `Good Friday`, `Election Day`.
//!
//! Without a year it is the nearest one.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::rule::{Reading, Rule};
use super::scene::Scene;
use super::tense::{Tense, tense};
use crate::extract::Period;
use crate::text::{Class, Letters, words};

pub(super) const RULE: Rule = Rule {
    name: "feast",
    reads: &[
        ("before Christmas 2024", "2024-12-25"),
        ("on Christmas Eve", "2024-12-24"),
        ("on New Year's Day", "2025-01-01"),
        ("on New Year's Eve 2023", "2023-12-31"),
        ("on Thanksgiving Day, 2024", "2024-11-28"),
        ("on Easter Sunday", "2025-04-20"),
        ("on Good Friday", "2025-04-18"),
        ("on Labor Day 2024", "2024-09-02"),
        ("until Election Day 2024", "2024-11-05"),
    ],
    ignores: &["Christmas trees", "every Christmas", "a day", "Easter Island", "the eve"],
    head: Class::FEAST.or(Class::CALENDAR_UNIT).or(Class::WEEKDAY),
    read,
};

/// When a feast falls.
#[derive(Clone, Copy)]
enum Falls {
    On(i8, i8),
    /// The so-manieth weekday of a month, the last where -1.
    Nth(i8, i8, Weekday),
    /// Days after Easter Sunday.
    Easter(i32),
    /// The Tuesday after the first Monday of November.
    Election,
}

/// The words of a feast and when it falls; longer names before those that they begin with.
const FEASTS: &[(&[&str], Falls)] = &[
    (&["new", "year", "'s", "eve"], Falls::On(12, 31)),
    (&["new", "year", "'s", "day"], Falls::On(1, 1)),
    (&["new", "year", "’s", "eve"], Falls::On(12, 31)),
    (&["new", "year", "’s", "day"], Falls::On(1, 1)),
    (&["valentine", "'s", "day"], Falls::On(2, 14)),
    (&["valentine", "’s", "day"], Falls::On(2, 14)),
    (&["christmas", "eve"], Falls::On(12, 24)),
    (&["christmas", "day"], Falls::On(12, 25)),
    (&["christmas"], Falls::On(12, 25)),
    (&["boxing", "day"], Falls::On(12, 26)),
    (&["may", "day"], Falls::On(5, 1)),
    (&["bastille", "day"], Falls::On(7, 14)),
    (&["halloween"], Falls::On(10, 31)),
    (&["epiphany"], Falls::On(1, 6)),
    (&["juneteenth"], Falls::On(6, 19)),
    (&["veterans", "day"], Falls::On(11, 11)),
    (&["armistice", "day"], Falls::On(11, 11)),
    (&["labor", "day"], Falls::Nth(9, 1, Weekday::Monday)),
    (&["memorial", "day"], Falls::Nth(5, -1, Weekday::Monday)),
    (&["columbus", "day"], Falls::Nth(10, 2, Weekday::Monday)),
    (&["presidents", "day"], Falls::Nth(2, 3, Weekday::Monday)),
    (&["mother", "'s", "day"], Falls::Nth(5, 2, Weekday::Sunday)),
    (&["father", "'s", "day"], Falls::Nth(6, 3, Weekday::Sunday)),
    (&["thanksgiving", "day"], Falls::Nth(11, 4, Weekday::Thursday)),
    (&["thanksgiving"], Falls::Nth(11, 4, Weekday::Thursday)),
    (&["election", "day"], Falls::Election),
    (&["palm", "sunday"], Falls::Easter(-7)),
    (&["good", "friday"], Falls::Easter(-2)),
    (&["easter", "sunday"], Falls::Easter(0)),
    (&["easter", "monday"], Falls::Easter(1)),
    (&["ash", "wednesday"], Falls::Easter(-46)),
    (&["maundy", "thursday"], Falls::Easter(-3)),
    (&["easter"], Falls::Easter(0)),
    (&["pentecost"], Falls::Easter(49)),
    (&["whit", "monday"], Falls::Easter(50)),
];

/// The letters of the last word of each feast, by which most are passed over.
const LAST: [Letters; FEASTS.len()] = {
    let mut last = [Letters::of(""); FEASTS.len()];
    let mut at = 0;
    while at < FEASTS.len() {
        let words = FEASTS[at].0;
        last[at] = Letters::of(words[words.len() - 1]);
        at += 1;
    }
    last
};

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    if !scene.capital(at) {
        return None;
    }
    let last = scene.text.token(at)?.letters;
    let mut ending = FEASTS.iter().zip(&LAST).filter(|it| *it.1 == last).map(|it| it.0);
    let (first, falls) = ending.find_map(|(words, falls)| ending_at(scene, words, at).map(|first| (first, *falls)))?;
    // The name may go on: "Christmas Eve", "Christmas trees", "Easter Island".
    let noun = scene.is_word(at + 1) && !scene.class(at + 1).is(Class::FUNCTION.or(Class::AUXILIARY).or(Class::MODAL));
    let one_word = first == at;
    let mover = scene.back(first, 1);
    let shifted = mover.is_some_and(|it| scene.is(it, words!["last", "next", "this"]));
    if (noun && one_word && !shifted)
        || scene.is_before(first, 1, words!["every", "each", "a"])
        || (one_word && scene.back(at, 1).is_some_and(|it| scene.capital(it) && !scene.opens_sentence(it)))
    {
        return None;
    }
    let after = at + 1 + usize::from(scene.is(at + 1, words![",", "of"]));
    if let Some(year) = scene.year(after) {
        return Some(Reading::absolute(first, after + 1, falls.day(year).map(Period::day)?));
    }
    let told = tense(scene, first, at + 1);
    let last = mover.filter(|it| scene.is(*it, words!["last"]));
    let next = mover.filter(|it| scene.is(*it, words!["next"]));
    let this = mover.filter(|it| scene.is(*it, words!["this"]));
    let period = scene.anchored(|today| {
        let mut years = [-1, 0, 1].into_iter().filter_map(|it| falls.day(today.year() + it));
        let day = if last.is_some() {
            years.rfind(|it| *it < today)
        } else if next.is_some() {
            years.find(|it| *it > today)
        } else if this.is_some() {
            falls.day(today.year())
        } else {
            let distance = |it: &Date| Period::new(today, *it).days();
            years.filter(|it| told != Tense::Past || *it <= today || distance(it) <= 90).min_by_key(distance)
        };
        day.map(Period::day)
    })?;
    Some(Reading::anchored(last.or(next).or(this).unwrap_or(first), at + 1, period))
}

/// The first token of `words` where they end at `at`.
fn ending_at(scene: &Scene<'_, '_>, words: &[&str], at: usize) -> Option<usize> {
    let first = scene.back(at, words.len() - 1)?;
    words.iter().enumerate().all(|(index, word)| scene.text.is(first + index, word)).then_some(first)
}

impl Falls {
    /// The day in `year`.
    fn day(self, year: i16) -> Option<Date> {
        match self {
            Self::On(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, nth, weekday) => Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok(),
            Self::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
            Self::Election => {
                let monday = Date::new(year, 11, 1).ok()?.nth_weekday_of_month(1, Weekday::Monday).ok()?;
                monday.checked_add(1.days()).ok()
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by Oudin's method.
fn easter(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let year = i32::from(year);
    let (golden, century) = (year % 19, year / 100);
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let full_moon = epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + full_moon + 2 - century + century / 4) % 7;
    let offset = full_moon - weekday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_has_it() {
        for (year, month, day) in [(1998, 4, 12), (2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)]
        {
            assert_eq!(easter(year), Some(Date::constant(year, month, day)));
        }
    }
}
