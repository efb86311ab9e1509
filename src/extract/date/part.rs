//! Parts of a period: `early May`, `mid-2024`, `the end of the month`, `later this year`.

use jiff::ToSpan;
use jiff::civil::Date;

use super::rule::Reading;
use super::scene::Scene;
use crate::extract::Period;
use crate::text::words;

/// A part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Early,
    Middle,
    Late,
    /// From its beginning to the document's day: "earlier this year".
    Earlier,
    /// From the document's day to its end: "later this year".
    Later,
}

/// The reading together with the words before it that narrow it to a part, where such words stand there.
pub(super) fn before(scene: &Scene<'_, '_>, reading: Reading) -> Reading {
    let Some((first, part)) = find(scene, reading.first) else { return reading };
    Reading { first, within: narrow(reading.period, part, scene.today()), ..reading }
}

/// The reading narrowed to the last days, as of "year's end".
pub(super) fn end_of(reading: Reading) -> Reading {
    Reading { within: narrow(reading.period, Part::Late, None), ..reading }
}

fn find(scene: &Scene<'_, '_>, first: usize) -> Option<(usize, Part)> {
    // Over "in" and "of", "the" and a hyphen: "the end of March", "early in the year", "mid-May".
    let mut at = scene.back(first, 1)?;
    if scene.is(at, words!["the"]) {
        at = scene.back(at, 1)?;
    }
    if scene.is(at, words!["of", "in", "-", "on"]) {
        at = scene.back(at, 1)?;
    } else if at + 1 != first {
        return None;
    }
    let joined = at + 1 == first || scene.is(at + 1, words!["-"]);
    let of = scene.is(at + 1, words!["of"]);
    let within = scene.is(at + 1, words!["in"]);
    let part = match scene.lower(at).as_str() {
        "early" if joined || within => Part::Early,
        "mid" if joined => Part::Middle,
        "late" if joined || within => Part::Late,
        "earlier" if joined || within => Part::Earlier,
        "later" if joined || within => Part::Later,
        "beginning" | "start" | "outset" | "dawn" if of => Part::Early,
        "middle" | "midst" if of => Part::Middle,
        "end" | "close" if of => Part::Late,
        _ => return None,
    };
    let article = scene.back(at, 1).filter(|it| of && scene.is(*it, words!["the"]));
    Some((article.unwrap_or(at), part))
}

/// The days of a part of `period`: thirds of a month by tens of days, thirds of anything longer by its months or days.
fn narrow(period: Period, part: Part, today: Option<Date>) -> Period {
    let days = period.days();
    let day = |count: i32| period.from.checked_add(count.days()).unwrap_or(period.to).min(period.to);
    let (one, two) = if (28..=31).contains(&days) { (10, 20) } else { (days / 3, days * 2 / 3) };
    if days < 3 {
        return period;
    }
    match part {
        Part::Early => Period { from: period.from, to: day(one - 1) },
        Part::Middle => Period { from: day(one), to: day(two - 1) },
        Part::Late => Period { from: day(two), to: period.to },
        Part::Earlier | Part::Later => match today.filter(|it| period.contains(Period::day(*it))) {
            Some(today) if part == Part::Earlier => Period { from: period.from, to: today },
            Some(today) => Period { from: today, to: period.to },
            None => period,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(period: &str, part: Part, expected: &str) {
        let period = Period::parse(period).unwrap();
        assert_eq!(narrow(period, part, Some(Date::constant(2025, 3, 13))).to_string(), expected);
    }

    #[test]
    fn a_month_is_cut_by_tens_of_days_and_a_year_by_thirds() {
        check("2025-04", Part::Early, "2025-04-01..2025-04-10");
        check("2025-04", Part::Middle, "2025-04-11..2025-04-20");
        check("2025-04", Part::Late, "2025-04-21..2025-04-30");
        check("2025", Part::Late, "2025-09-01..2025-12-31");
        check("2025-04-01", Part::Late, "2025-04-01");
    }

    #[test]
    fn earlier_and_later_are_cut_at_the_document() {
        check("2025-03", Part::Earlier, "2025-03-01..2025-03-13");
        check("2025", Part::Later, "2025-03-13..2025-12-31");
        check("2024", Part::Later, "2024");
    }
}
