//! Quarters and halves of a year: `the third quarter of 2024`, `third-quarter`, `Q3`, `the first half of the year`.
//!
//! A quarter without a year is the latest that has begun; in a clause on what is to come, the next one to end.

use jiff::ToSpan;

use super::names;
use super::part;
use super::rule::{Reading, Rule, Term};
use super::scene::Scene;
use super::tense::{Tense, tense};
use crate::extract::Period;
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "quarter",
    reads: &[
        ("the third quarter of 2023", "2023-07-01..2023-09-30"),
        ("third-quarter profit fell", "2024-07-01..2024-09-30"),
        ("the 2022 second quarter", "2022-04-01..2022-06-30"),
        ("last year's first quarter", "2024-01-01..2024-03-31"),
        ("the fourth quarter of last year", "2024-10-01..2024-12-31"),
        ("Q3 2023", "2023-07-01..2023-09-30"),
        ("in H1 2024 and Q4/2024", "2024-01-01..2024-06-30 2024-10-01..2024-12-31"),
        ("the first half of 2024", "2024-01-01..2024-06-30"),
        ("the second half of last year", "2024-07-01..2024-12-31"),
        ("will fall in the second quarter", "2025-04-01..2025-06-30"),
        ("Sales fell in the December quarter.", "2024-10-01..2024-12-31"),
        ("Sales fell in the July-September quarter of 2023.", "2023-07-01..2023-09-30"),
        ("Q4 FY23", "2023-10-01..2023-12-31"),
    ],
    ignores: &["a third quarter", "scored in the first half", "the first half", "a quarter of them", "the Latin quarter"],
    head: Class::CALENDAR_UNIT.or(Class::RELATIVE),
    read,
};

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let half = scene.is(at, words!["half", "h1", "h2"]);
    let (first, number) = if scene.is(at, words!["quarter", "half"]) { ordinal(scene, at)? } else { short(scene, at)? };
    let of = move |year: i16| if half { Period::half(year, number) } else { Period::quarter(year, number) };
    if half && number > 2 || number > 4 {
        return None;
    }
    let fiscal = scene.back(first, 1).filter(|it| scene.is(*it, words!["fiscal", "-"])).unwrap_or(first);
    let fiscal = if scene.is(fiscal, words!["-"]) {
        scene.back(fiscal, 1).filter(|it| scene.is(*it, words!["fiscal"])).unwrap_or(first)
    } else {
        fiscal
    };
    let reading = explicit(scene, fiscal, at, &of).or_else(|| if half { None } else { bare(scene, fiscal, at, &of) })?;
    Some(part::before(scene, with_article(scene, reading)).with_term(if half { Term::Other } else { Term::Quarter(reading.period) }))
}

fn with_article(scene: &Scene<'_, '_>, reading: Reading) -> Reading {
    match scene.back(reading.first, 1) {
        Some(the) if scene.is(the, words!["the", "its"]) => reading.from(the),
        _ => reading,
    }
}

/// The ordinal before the noun: `third quarter`, `third-quarter`, `3rd quarter`.
fn ordinal(scene: &Scene<'_, '_>, at: usize) -> Option<(usize, i8)> {
    let mut before = scene.back(at, 1)?;
    let joined = scene.is(before, words!["-"]);
    if joined {
        before = scene.back(before, 1)?;
    }
    // "A third quarter" in a row, but "a third-quarter loss".
    if !joined && scene.is_before(before, 1, words!["a", "one", "two"]) {
        return None;
    }
    if scene.glued(before) && scene.is(before, words!["st", "nd", "rd", "th"]) {
        let digits = scene.back(before, 1)?;
        return Some((digits, i8::try_from(scene.digits(digits)?).ok()?));
    }
    if scene.is(before, words!["final"]) || scene.is(before, words!["last"]) && scene.is(at, words!["half"]) {
        return Some((before, if scene.is(at, words!["half"]) { 2 } else { 4 }));
    }
    if !joined && scene.capital(before) && scene.class(before).is(Class::MONTH) {
        return closing(scene, before);
    }
    Some((before, i8::try_from(names::ordinal(scene.word(before))?).ok()?))
}

/// `the March quarter`, `the July-September quarter`: by the month that it ends with.
fn closing(scene: &Scene<'_, '_>, at: usize) -> Option<(usize, i8)> {
    let month = names::month(scene.word(at)).filter(|it| it % 3 == 0)?;
    let opening =
        scene.back(at, 2).filter(|it| scene.is(it + 1, words!["-", "–", "to"]) && names::month(scene.word(*it)) == Some(month - 2));
    Some((opening.unwrap_or(at), month / 3))
}

/// `Q3`, `H1`.
fn short(scene: &Scene<'_, '_>, at: usize) -> Option<(usize, i8)> {
    let number = match scene.lower(at).as_str() {
        "q1" | "h1" => 1,
        "q2" | "h2" => 2,
        "q3" => 3,
        "q4" => 4,
        _ => return None,
    };
    scene.capital(at).then_some((at, number))
}

/// A quarter whose year stands beside it.
fn explicit(scene: &Scene<'_, '_>, first: usize, at: usize, of: &impl Fn(i16) -> Option<Period>) -> Option<Reading> {
    let end = at + 1;
    if let Some(before) = scene.back(first, 1) {
        if let Some(year) = scene.year(before) {
            return Some(Reading::absolute(before, end, of(year)?));
        }
        if scene.is(before, words!["'s", "’s"]) && scene.is_before(before, 1, words!["year"]) {
            let mover = scene.back(before, 2)?;
            let years = years(scene.word(mover))?;
            return Some(Reading::anchored(mover, end, scene.anchored(|today| of(today.year() + years))?));
        }
        let ago = scene.is(before, words!["ago", "earlier"])
            && scene.is_before(before, 1, words!["-"])
            && scene.is_before(before, 2, words!["year"]);
        if ago {
            return Some(Reading::anchored(before - 2, end, scene.anchored(|today| of(latest(today, of)?.from.year() - 1))?));
        }
    }
    let slash = scene.is(end, words!["/"]) && scene.glued(end) && scene.glued(end + 1);
    let mut after = end + usize::from(slash || scene.is(end, words!["of", ",", "in"]));
    after += usize::from(scene.is(after, words!["fiscal"]));
    if let Some(year) = scene.year(after).or_else(|| business_year(scene.word(after))) {
        return Some(Reading::absolute(first, after + 1, of(year)?));
    }
    let mover = if scene.is(after, words!["the", "its"])
        && after > end
        && scene.is(after + 1, words!["year"])
        && !scene.is(after + 2, words!["-", "before"])
    {
        Some(0)
    } else {
        years(scene.word(after))
    };
    let years = mover.filter(|_| scene.is(after + 1, words!["year"]))?;
    Some(Reading::anchored(first, after + 2, scene.anchored(|today| of(today.year() + years))?))
}

/// "FY23", "FY2023".
fn business_year(word: &str) -> Option<i16> {
    let digits = word.strip_prefix("FY").filter(|it| it.bytes().all(|it| it.is_ascii_digit()))?;
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

fn years(word: &str) -> Option<i16> {
    let moves = [("last", -1), ("this", 0), ("next", 1)];
    moves.iter().find(|it| it.0.eq_ignore_ascii_case(word)).map(|it| it.1)
}

fn bare(scene: &Scene<'_, '_>, first: usize, at: usize, of: &impl Fn(i16) -> Option<Period>) -> Option<Reading> {
    let told = tense(scene, first, at + 1);
    let period = scene.anchored(|today| {
        if told == Tense::Future {
            // Results of a quarter are told for two months and more after it.
            let told_of = today.checked_sub(75.days()).ok()?;
            return [-1, 0, 1].into_iter().filter_map(|it| of(today.year() + it)).find(|it| it.to >= told_of);
        }
        latest(today, of)
    })?;
    Some(Reading::anchored(first, at + 1, period))
}

/// The latest one that has begun.
fn latest(today: jiff::civil::Date, of: &impl Fn(i16) -> Option<Period>) -> Option<Period> {
    [0, -1].into_iter().filter_map(|it| of(today.year() + it)).find(|it| it.from <= today)
}
