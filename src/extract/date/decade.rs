//! Decades and centuries: `the 1990s`, `the early '80s`, `the nineties`, `the 19th century`.

use super::names;
use super::part;
use super::rule::{Reading, Rule};
use super::scene::Scene;
use crate::extract::Period;
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "decade",
    reads: &[
        ("in the 1990s", "1990-01-01..1999-12-31"),
        ("in the '80s", "1980-01-01..1989-12-31"),
        ("in the late 1970's", "1970-01-01..1979-12-31"),
        ("through the nineties", "1990-01-01..1999-12-31"),
        ("the 19th century", "1800-01-01..1899-12-31"),
        ("the eighteenth century", "1700-01-01..1799-12-31"),
    ],
    ignores: &["a man in his thirties", "temperatures in the 80s", "in their nineties", "a century", "20's the limit", "32760s"],
    head: Class::RELATIVE.or(Class::CALENDAR_UNIT).or(Class::NUMERAL),
    read,
};

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let reading = if scene.is(at, words!["century", "centuries"]) {
        century(scene, at)?
    } else if scene.digits(at).is_some() {
        digits(scene, at)?
    } else {
        words(scene, at)?
    };
    let the = scene.back(reading.first, 1).filter(|it| scene.is(*it, words!["the"]));
    Some(part::before(scene, the.map_or(reading, |it| reading.from(it))))
}

/// `1990s`, `1990's`, `'90s`.
fn digits(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let plural = scene.glued(at + 1) && scene.is(at + 1, words!["s", "'s", "’s"]);
    if !plural {
        return None;
    }
    let year = scene.digits(at).filter(|it| it % 10 == 0).and_then(|it| i16::try_from(it).ok())?;
    if let Some(year) = scene.year(at) {
        return Some(Reading::absolute(at, at + 2, Period::years(year, if year % 100 == 0 && year != 2000 { 100 } else { 10 })?));
    }
    let elided = scene.glued(at) && matches!(scene.word_before(at, 1), "'" | "’" | "‘" | "`");
    let century = if year < 30 { 2000 } else { 1900 };
    let elided = elided && scene.word(at).len() == 2;
    // The mark stands before: there is one.
    elided.then(|| Period::years(century + year, 10).map(|it| Reading::absolute(at - 1, at + 2, it)))?
}

/// `the nineties`, but not `his nineties`.
fn words(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let tens: i16 = match scene.lower(at).as_str() {
        "twenties" => 20,
        "thirties" => 30,
        "forties" => 40,
        "fifties" => 50,
        "sixties" => 60,
        "seventies" => 70,
        "eighties" => 80,
        "nineties" => 90,
        _ => return None,
    };
    let spoken = scene.is_before(at, 1, words!["nineteen"]);
    let the = scene.is_before(at, 1, words!["the"])
        || (scene.is_before(at, 1, words!["early", "late", "mid", "-"]) && (scene.is_before(at, 2, words!["the", "mid"])));
    (the || spoken).then_some(Reading::absolute(at - usize::from(spoken), at + 1, Period::years(1900 + tens, 10)?))
}

/// `the 20th century`, `nineteenth-century`.
fn century(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let mut before = scene.back(at, 1)?;
    if scene.is(before, words!["-"]) {
        before = scene.back(before, 1)?;
    }
    let (first, number) = if scene.glued(before) && scene.is(before, words!["st", "nd", "rd", "th"]) {
        let digits = scene.back(before, 1)?;
        (digits, scene.digits(digits)?)
    } else if let Some(number) = names::ordinal(scene.word(before)) {
        let tens = scene.back(before, 1).filter(|it| number < 10 && scene.is(*it, words!["-"])).and_then(|it| scene.back(it, 1));
        match tens.filter(|it| scene.is(*it, words!["twenty"])) {
            Some(tens) => (tens, 20 + number),
            None => (before, number),
        }
    } else {
        return None;
    };
    let number = i16::try_from(number).ok().filter(|it| (2..=22).contains(it))?;
    Some(Reading::absolute(first, at + 1, Period::years((number - 1) * 100, 100)?))
}
