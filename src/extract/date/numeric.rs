//! Dates in digits: `2025-02-20`, `20/02/2025`, `20.2.2025`.
//!
//! In `03/04` the document's language decides which is the month, unless one of the two can only be a day.

use jiff::civil::Date;

use super::rule::{Reading, Rule};
use super::scene::Scene;
use crate::extract::Period;
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "digits",
    reads: &[
        ("opened 2025-02-20", "2025-02-20"),
        ("on 02/20/2025", "2025-02-20"),
        ("on 20/02/2025", "2025-02-20"),
        ("on 20.02.2025", "2025-02-20"),
        ("on 3/4/24", "2024-03-04"),
        ("as of 2025/01/31", "2025-01-31"),
        ("stamped 20250131", "2025-01-31"),
    ],
    // A score, a ratio, a version, a fraction of the year.
    ignores: &["won 21-12-10", "version 1.2.3", "5/8 of them", "34/56/78", "call 555-12-3456"],
    head: Class::NUMERAL,
    read,
};

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    if scene.glued(at) && scene.is_before(at, 1, words!["-", "/", ".", "$", "#", "+"]) {
        return None;
    }
    if let Some(day) = dotted(scene.word(at)).or_else(|| run(scene.word(at))) {
        return Some(Reading::absolute(at, at + 1, Period::day(day)));
    }
    let separator = scene.word(at + 1);
    if !matches!(separator, "-" | "/") || scene.word(at + 3) != separator {
        return None;
    }
    let joined = (at + 1..at + 5).all(|it| scene.glued(it));
    let more = scene.glued(at + 5) && scene.is(at + 5, words!["-", "/"]);
    if !joined || more {
        return None;
    }
    let day = parts(scene.word(at), scene.word(at + 2), scene.word(at + 4), scene.day_first, separator == "-")?;
    Some(Reading::absolute(at, at + 5, Period::day(day)))
}

/// `20.02.2025`, which is one token, and always day first.
fn dotted(word: &str) -> Option<Date> {
    let mut fields = word.split('.');
    let (day, month, year) = (fields.next()?, fields.next()?, fields.next()?);
    if fields.next().is_some() || year.len() != 4 {
        return None;
    }
    civil(year, month, day)
}

/// `20250220`.
fn run(word: &str) -> Option<Date> {
    if word.len() != 8 || !(word.starts_with("19") || word.starts_with("20")) {
        return None;
    }
    civil(word.get(..4)?, word.get(4..6)?, word.get(6..)?)
}

fn parts(one: &str, two: &str, three: &str, day_first: bool, hyphen: bool) -> Option<Date> {
    if one.len() == 4 {
        return civil(one, two, three);
    }
    if three.len() != 4 && (hyphen || three.len() != 2) {
        return None;
    }
    let (day, month) = if day_first { (one, two) } else { (two, one) };
    civil(three, month, day).or_else(|| civil(three, day, month))
}

fn civil(year: &str, month: &str, day: &str) -> Option<Date> {
    let field = |it: &str| it.parse::<i8>().ok().filter(|_| (1..=2).contains(&it.len()));
    let mut count: i16 = year.parse().ok()?;
    if year.len() == 2 {
        count += if count < 50 { 2000 } else { 1900 };
    }
    if !(1000..2200).contains(&count) {
        return None;
    }
    Date::new(count, field(month)?, field(day)?).ok()
}
