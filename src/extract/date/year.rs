//! Years: `in 1998`, `fiscal 2024`, `1997-98`, `'98`, `nineteen ninety-six`.

use super::names;
use super::part;
use super::rule::{Reading, Rule};
use super::scene::Scene;
use crate::extract::Period;
use crate::text::{Class, Words, words};

pub(super) const RULE: Rule = Rule {
    name: "year",
    reads: &[
        ("founded in 1998", "1998"),
        ("since 1870", "1870"),
        ("the 2012 games", "2012"),
        ("early 1990", "1990"),
        ("fiscal 2024", "2024"),
        ("the class of '98", "1998"),
        ("the year 2030", "2030"),
        ("lifted in the year 2000", "2000"),
        ("in the 2022/23 season", "2022-01-01..2023-12-31"),
    ],
    // Amounts, counts, numbers of rooms and streets.
    ignores: &["paid $1998", "some 2000 troops", "and 2000 sheep", "1,945 people", "more than 2010 votes", "2000 miles", "room 2011"],
    head: Class::NUMERAL,
    read,
};

pub(super) const SPOKEN: Rule = Rule {
    name: "year in words",
    reads: &[("in nineteen ninety-six", "1996"), ("since twenty twenty-four", "2024"), ("the year two thousand", "2000")],
    ignores: &["nineteen of them", "twenty twenties", "two thousand people"],
    head: Class::RELATIVE.or(Class::CALENDAR_UNIT),
    read: spoken,
};

/// Words before a number that make it a year.
const BEFORE: &Words = words![
    "in", "since", "by", "until", "till", "before", "after", "during", "from", "between", "through", "fiscal", "year", "early", "late",
    "mid", "circa", "of",
];

/// Words before a number that make it no year.
const NEVER: &Words = words![
    "than",
    "about",
    "around",
    "nearly",
    "almost",
    "some",
    "over",
    "under",
    "only",
    "least",
    "most",
    "another",
    "approximately",
    "roughly",
    "room",
    "route",
    "highway",
    "flight",
    "number",
    "no",
    "model",
    "page",
    "unit",
    "lot",
    "chapter",
    "resolution",
    "section",
    "windows",
    "exactly",
    "each",
    "these",
    "those",
    "at",
    "paid",
    "up",
];

/// Words after a number that make it an amount or a count.
const COUNTED: &Words = words![
    "people",
    "men",
    "women",
    "children",
    "troops",
    "soldiers",
    "votes",
    "points",
    "times",
    "hours",
    "minutes",
    "percent",
    "per",
    "degrees",
    "years",
    "days",
    "weeks",
    "months",
    "o'clock",
    "gmt",
    "hrs",
    "shares",
    "employees",
    "workers",
    "students",
    "members",
    "jobs",
    "homes",
    "prisoners",
    "refugees",
    "hundred",
    "thousand",
    "million",
    "others",
];

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    if let Some(reading) = short(scene, at) {
        return Some(reading);
    }
    let year = scene.year(at)?;
    if !is_year(scene, at, year) {
        return None;
    }
    let fiscal = scene.back(at, 1).filter(|it| scene.is(*it, words!["fiscal", "fy"])).unwrap_or(at);
    let period = Period::year(year)?;
    Some(part::before(scene, Reading::absolute(fiscal, at + 1, period)))
}

fn is_year(scene: &Scene<'_, '_>, at: usize, year: i16) -> bool {
    let before = scene.word_before(at, 1);
    let glued_before = scene.glued(at);
    if glued_before && !matches!(before, "(" | "[" | "\"" | "“" | "`" | "-" | "–" | "—" | "/" | "'" | "‘") {
        return false;
    }
    if scene.glued(at + 1) && matches!(scene.word(at + 1), "/" | "_" | "=") || glued_before && before == "/" {
        return false;
    }
    if glued_before && matches!(before, "-" | "–") && !(scene.back(at, 2).is_some_and(|it| scene.year(it).is_some() || scene.is_word(it)))
    {
        return false;
    }
    if scene.glued(at + 1) && matches!(scene.word(at + 1), "%" | "$" | "€" | "£" | ":" | "°") {
        return false;
    }
    // "1990s", "1998th", "1500m".
    if scene.glued(at + 1) && scene.is_word(at + 1) {
        return false;
    }
    if scene.class(at + 1).is(Class::UNIT.or(Class::CURRENCY).or(Class::SCALE))
        || scene.is(at + 1, COUNTED)
        || scene.is_before(at, 1, NEVER)
    {
        return false;
    }
    if scene.back(at, 1).is_some_and(|it| scene.class(it).is(Class::CURRENCY)) || matches!(before, "$" | "£" | "€" | "#" | "№") {
        return false;
    }
    let told = scene.is_before(at, 1, BEFORE) || scene.back(at, 1).is_some_and(|it| scene.class(it).is(Class::MONTH.or(Class::SEASON)));
    if told {
        // "in 1600 homes" counts; "in 1600" does not.
        return (1900..2060).contains(&year) || !counts(scene, at);
    }
    (1800..2060).contains(&year)
        && (!counts(scene, at) || scene.class(at.wrapping_sub(1)).is(Class::DETERMINER) || before.starts_with(['\'', '’']))
}

/// Whether the word at `at` is a noun or the like in lower case, and no verb or grammar word.
fn content(scene: &Scene<'_, '_>, at: usize) -> bool {
    let other = Class::FUNCTION.or(Class::AUXILIARY).or(Class::MODAL).or(Class::PAST).or(Class::CONJUNCTION);
    scene.is_word(at) && !scene.capital(at) && !scene.class(at).is(other) && !scene.ends_with(at, "ed")
}

/// Whether a plural noun follows in lower case, as after a number that counts.
fn counts(scene: &Scene<'_, '_>, at: usize) -> bool {
    let noun = |it: usize| {
        let word = scene.word(it);
        word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && word.bytes().all(|it| it.is_ascii_lowercase())
            && !scene.class(it).is(Class::FUNCTION.or(Class::AUXILIARY).or(Class::VERB))
    };
    let round = scene.digits(at).is_some_and(|it| it % 100 == 0) && content(scene, at + 1);
    round
        || noun(at + 1)
        || (noun(at + 2)
            && scene.is_word(at + 1)
            && !scene.capital(at + 1)
            && !scene.class(at + 1).is(Class::FUNCTION.or(Class::AUXILIARY).or(Class::PAST)))
}

/// A year at `at`, in digits or in words, and the token after it.
pub(super) fn at(scene: &Scene<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let digits = scene.year(at).map(|it| (it, at + 1));
    digits.or_else(|| spoken(scene, at).map(|it| (it.period.from.year(), it.end)))
}

/// `'98`, and the `98` of `1997-98`.
fn short(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let digits = scene.digits(at).filter(|_| scene.word(at).len() == 2 && scene.glued(at))?;
    let two = i16::try_from(digits).ok()?;
    let mark = scene.word_before(at, 1);
    if matches!(mark, "'" | "’" | "‘") && !scene.glued(at + 1)
        || (scene.is(at + 1, words![".", ",", "?"]) && matches!(mark, "'" | "’" | "‘"))
    {
        let century = if two < 50 { 2000 } else { 1900 };
        return Some(Reading::absolute(at - 1, at + 1, Period::year(century + two)?));
    }
    if !matches!(mark, "-" | "–" | "/") || scene.glued(at + 1) && matches!(scene.word(at + 1), "-" | "/" | "–") {
        return None;
    }
    let first = scene.back(at, 2)?;
    // "The 2022/23 season" has a mark that no year alone has behind it.
    let season = mark == "/" && !scene.glued(first);
    let start = scene.year(first).filter(|it| if season { (1800..2060).contains(it) } else { is_year(scene, first, *it) })?;
    let end = start - start.rem_euclid(100) + two;
    let follows = end == start + 1 || (!season && end > start && end - start < 20);
    let from = Period::year(start)?;
    follows.then_some(Period { from: from.from, to: Period::year(end)?.to }).map(|it| Reading::absolute(first, at + 1, it))
}

/// `nineteen ninety-six`, `twenty twenty-four`, `the year two thousand`.
fn spoken(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    if scene.is(at, words!["year"]) {
        let thousand = scene.is(at + 1, words!["two"]) && scene.is(at + 2, words!["thousand"]);
        if !thousand {
            return None;
        }
        let more = names::small(scene.word(at + 3)).filter(|_| scene.is_word(at + 3));
        let year = 2000 + i16::try_from(more.unwrap_or(0)).ok()?;
        let first = scene.back(at, 1).filter(|it| scene.is(*it, words!["the"])).unwrap_or(at);
        return Some(Reading::absolute(first, at + 3 + usize::from(more.is_some()), Period::year(year)?));
    }
    let century: i16 = match scene.lower(at).as_str() {
        "nineteen" => 1900,
        "eighteen" => 1800,
        "twenty" => 2000,
        _ => return None,
    };
    let next = at + 1 + usize::from(scene.is(at + 1, words!["-"]));
    let (end, rest) = match names::tens(scene.word(next)) {
        Some(tens) => {
            let unit = next + 1 + usize::from(scene.is(next + 1, words!["-"]));
            match names::small(scene.word(unit)).filter(|it| *it < 10) {
                Some(units) => (unit + 1, tens + units),
                None => (next + 1, tens),
            }
        }
        None => (next + 1, names::small(scene.word(next)).filter(|it| *it >= 10)?),
    };
    if scene.class(end).is(Class::SCALE) {
        return None;
    }
    Some(Reading::absolute(at, end, Period::year(century + i16::try_from(rest).ok()?)?))
}
