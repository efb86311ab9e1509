//! Months, and days of a month: `Aug. 6, 2024`, `6 August`, `the 6th of August`, `May 3-5`, `last May`, `in late March`.
//!
//! A month without a year is the latest one that is no more than three months ahead, or none ahead where the clause is in
//! the past tense; a day of a month is the nearest one.

use jiff::civil::{Date, Weekday};

use super::names;
use super::part;
use super::rule::{Reading, Rule};
use super::scene::Scene;
use super::tense::{Tense, done, led, tense};
use super::year;
use crate::extract::Period;
use crate::text::{Class, Words, words};

pub(super) const RULE: Rule = Rule {
    name: "month",
    reads: &[
        ("on Aug. 6, 2024", "2024-08-06"),
        ("on 6 August 2024", "2024-08-06"),
        ("the 6th of August, 2024", "2024-08-06"),
        ("on Tuesday, Aug. 6, 2024", "2024-08-06"),
        ("opened on Feb. 20", "2025-02-20"),
        ("opened on Dec. 1", "2024-12-01"),
        ("will close on 2 April", "2025-04-02"),
        ("from May 3-5, 2024", "2024-05-03..2024-05-05"),
        ("on May 3 and 5", "2025-05-03 2025-05-05"),
        ("between 5 and 7 May", "2025-05-05..2025-05-07"),
        ("from 20 to 21 February", "2025-02-20..2025-02-21"),
        ("on 3 and 4 March", "2025-03-03..2025-03-04"),
        ("on 5 May the 20-year-old fell", "2025-05-05"),
        ("on June 7 and 8, 2024", "2024-06-07 2024-06-08"),
        ("shut in December and will reopen in May", "2024-12 2025-05"),
        ("in August 2024", "2024-08"),
        ("in August of 2024", "2024-08"),
        ("fell in August", "2024-08"),
        ("is to open in May", "2025-05"),
        ("It had opened by February.", "2025-02"),
        ("They held the port by mid-February.", "2025-02"),
        ("They agreed to open it by February.", "2026-02"),
        ("It is to open by February.", "2026-02"),
        ("It costs more than in May.", "2024-05"),
        ("last May", "2024-05"),
        ("next November", "2025-11"),
        ("in August last year", "2024-08"),
        ("in late February", "2025-02"),
        ("by the end of April 2024", "2024-04"),
        ("between March and June 2024", "2024-03 2024-06"),
        ("filed 10-Mar-2025", "2025-03-10"),
        ("on the eve of May 1, 2024", "2024-04-30"),
        ("the day after May 1, 2024", "2024-05-02"),
        ("in the week of May 1, 2024", "2024-04-29..2024-05-05"),
        ("on the first Monday in May 2024", "2024-05-06"),
        ("on the last Friday of February", "2025-02-28"),
        ("the last weekend of June 2024", "2024-06-29..2024-06-30"),
        ("in the second week of June 2024", "2024-06-08..2024-06-14"),
        ("on the last day of June 2024", "2024-06-30"),
    ],
    ignores: &[
        "They may leave.",
        "Troops march on the capital.",
        "It may rain",
        "Theresa May spoke.",
        "every May",
        "an august body",
        "April Ross spoke.",
        "Dec 0",
    ],
    head: Class::MONTH.or(Class::NUMERAL),
    read,
};

/// The words around a month that say which one, or which of its days.
struct Parts {
    first: usize,
    end: usize,
    month: i8,
    days: Option<(i8, i8)>,
    weekday: Option<Weekday>,
    year: Option<i16>,
    shift: Option<Shift>,
}

/// "Last", "this" and "next", before a month or with the year after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shift {
    Last,
    Next,
    /// The year so many after the document's.
    Year(i16),
    /// The year of the date before.
    Focus,
}

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    if !scene.class(at).is(Class::MONTH) {
        return another_day(scene, at);
    }
    let parts = parts(scene, at)?;
    let evident = parts.days.is_some() || parts.year.is_some() || parts.shift.is_some();
    if !evident && !stands_alone(scene, at) {
        return None;
    }
    let reading = match parts.days {
        Some(days) => day(scene, &parts, days)?,
        None => whole(scene, &parts)?,
    };
    Some(part::before(scene, reading))
}

fn parts(scene: &Scene<'_, '_>, at: usize) -> Option<Parts> {
    let month = names::month(scene.word(at))?;
    let short = scene.word(at).len() <= 4 && !scene.is(at, words!["may", "june", "july"]);
    if !scene.capital(at) && (short || scene.is(at, words!["may", "march", "august"])) {
        return None;
    }
    let stop = usize::from(scene.is(at + 1, words!["."]) && scene.glued(at + 1));
    let mut parts =
        Parts { first: at, end: at + 1 + if short { stop } else { 0 }, month, days: None, weekday: None, year: None, shift: None };
    days_after(scene, &mut parts);
    if parts.days.is_none() {
        days_before(scene, &mut parts);
    }
    year_after(scene, &mut parts);
    shift(scene, &mut parts);
    weekday_before(scene, &mut parts);
    Some(parts)
}

/// The `7` of `Aug. 6 and 7` and of `from May 3 to 7`, after the day that the reader has just met.
fn another_day(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let (day, end) = day_at(scene, at)?;
    let joined = scene.is_before(at, 1, words!["and", "or", "to", "through"]);
    let (met, absolute) = scene.just_met(scene.back(at, 1).filter(|_| joined)?)?;
    let noun = scene.is_word(end) && !scene.class(end).is(Class::FUNCTION.or(Class::AUXILIARY).or(Class::MODAL));
    if !met.is_day() || day <= met.from.day() || noun {
        return None;
    }
    let period = Period::day(Date::new(met.from.year(), met.from.month(), day).ok()?);
    let year = end + usize::from(scene.is(end, words![","]));
    let end = if scene.year(year) == Some(met.from.year()) { year + 1 } else { end };
    Some(Reading::new(at, end, period, absolute))
}

/// `6`, `6th`, `3-5`, `the 6th` after the month.
fn days_after(scene: &Scene<'_, '_>, parts: &mut Parts) {
    let at = parts.end + usize::from(scene.is(parts.end, words!["the"]));
    if let Some((day, end)) = day_at(scene, at) {
        parts.days = Some((day, day));
        parts.end = end;
        let dash = scene.is(end, words!["-", "–"]) && scene.glued(end + 1);
        if let Some((last, end)) = day_at(scene, end + 1).filter(|it| dash && it.0 > day) {
            parts.days = Some((day, last));
            parts.end = end;
        }
    } else if let Some(day) =
        names::ordinal(scene.word(at)).and_then(|it| i8::try_from(it).ok()).filter(|_| !scene.is(at, words!["second"]) || at > parts.end)
    {
        // "June first", but not the "March first quarter".
        if scene.class(at + 1).is(Class::CALENDAR_UNIT) || scene.is(at + 1, words!["half"]) {
            return;
        }
        parts.days = Some((day, day));
        parts.end = at + 1;
    }
}

/// A day of the month in digits, with or without "th".
fn day_at(scene: &Scene<'_, '_>, at: usize) -> Option<(i8, usize)> {
    let day = scene.digits(at).filter(|it| (1..=31).contains(it) && scene.word(at).len() <= 2)?;
    let mut end = at + 1;
    if scene.glued(end) && scene.is(end, words!["st", "nd", "rd", "th"]) {
        end += 1;
    } else if scene.glued(end) && (scene.is_word(end) || matches!(scene.word(end), "%" | "/") || timed(scene, end)) {
        return None;
    }
    if scene.class(end).is(Class::SCALE) || scene.is(end, words!["percent", "people"]) {
        return None;
    }
    // "On 5 May the 20-year-old": what is tied to the number counts it.
    let tied = scene.is(end, words!["-"]) && scene.glued(end) && scene.glued(end + 1) && scene.is_word(end + 1);
    if tied && !scene.class(end + 1).is(Class::MONTH) {
        return None;
    }
    Some((i8::try_from(day).ok()?, end))
}

/// Whether a colon and minutes follow, as in the clock time of `Feb 10:30`.
fn timed(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is(at, words![":"]) && scene.glued(at + 1) && scene.digits(at + 1).is_some()
}

/// `6`, `6th of`, `the 6th of`, `3-5` before the month.
fn days_before(scene: &Scene<'_, '_>, parts: &mut Parts) {
    let Some(mut at) = scene.back(parts.first, 1) else { return };
    // "10-Mar-2025".
    let tied = scene.is(at, words!["-", "/"]) && scene.glued(at) && scene.glued(parts.first);
    let of = scene.is(at, words!["of"]) || tied;
    if of {
        let Some(before) = scene.back(at, 1) else { return };
        at = before;
    }
    let ordinal = scene.glued(at) && scene.is(at, words!["st", "nd", "rd", "th"]);
    if let Some(day) = names::ordinal(scene.word(at)).filter(|_| of).and_then(|it| i8::try_from(it).ok()) {
        let the = scene.back(at, 1).filter(|it| scene.is(*it, words!["the"]));
        if let Some(the) = the.filter(|_| !scene.class(parts.end).is(Class::CALENDAR_UNIT)) {
            parts.days = Some((day, day));
            parts.first = the;
        }
        return;
    }
    if ordinal {
        let Some(before) = scene.back(at, 1) else { return };
        at = before;
    } else if of && !tied {
        return;
    }
    let digits =
        |at: usize| scene.digits(at).filter(|it| (1..=31).contains(it) && scene.word(at).len() <= 2).and_then(|it| i8::try_from(it).ok());
    let Some(day) = digits(at) else { return };
    if scene.glued(at) && !scene.is_before(at, 1, words!["-", "–", "(", "\"", "“"]) {
        return;
    }
    parts.days = Some((day, day));
    parts.first = at;
    let dash = scene.glued(at) && scene.is_before(at, 1, words!["-", "–"]);
    if let Some(from) = scene.back(at, 2).filter(|_| dash)
        && let Some(start) = digits(from).filter(|it| *it < day)
    {
        parts.days = Some((start, day));
        parts.first = from;
    }
    if let Some((from, start)) = scene.back(at, 2).and_then(|it| digits(it).map(|start| (it, start))).filter(|_| !dash)
        && start < day
        && paired(scene, from, start + 1 == day)
    {
        parts.days = Some((start, day));
        parts.first = from;
    }
    if let Some(the) = scene.back(parts.first, 1).filter(|it| scene.is(*it, words!["the"])) {
        parts.first = the;
    }
}

/// Whether the day at `from` and the one two tokens behind it are one span: `20 to 21 February`, `between 5 and 7 May`, and
/// `3 and 4 March` where the second is the `next` day.
fn paired(scene: &Scene<'_, '_>, from: usize, next: bool) -> bool {
    let to = scene.is(from + 1, words!["to", "through", "until"]);
    let and = scene.is(from + 1, words!["and", "or"]) && (next || scene.is_before(from, 1, words!["between"]));
    !scene.glued(from) && (to || and)
}

/// `, 2024`, `of 2024`, `'24`, `nineteen ninety-seven`, `of last year`.
fn year_after(scene: &Scene<'_, '_>, parts: &mut Parts) {
    let mut at = parts.end;
    // "Aug. 6 , 2024" and "on 6 August , 2024", but not the amount of "In May, 2000 people left".
    let comma = scene.is(at, words![","]);
    let tied = scene.is(at, words!["-", "/"]) && scene.glued(at) && scene.glued(at + 1);
    at += usize::from(comma || tied || scene.is(at, words!["of"]));
    if let Some(year) = scene.year(at) {
        let counted = (comma && parts.days.is_none() && scene.is_word(at + 1) && !scene.class(at + 1).is(Class::FUNCTION))
            || scene.glued(at + 1) && scene.is_word(at + 1);
        if !counted {
            parts.year = Some(year);
            parts.end = at + 1;
        }
        return;
    }
    if matches!(scene.word(at), "'" | "’" | "‘") && scene.glued(at + 1) && scene.word(at + 1).len() == 2 {
        if let Some(two) = scene.digits(at + 1).and_then(|it| i16::try_from(it).ok()) {
            parts.year = Some(two + if two < 50 { 2000 } else { 1900 });
            parts.end = at + 2;
        }
        return;
    }
    let shift = match scene.lower(at).as_str() {
        "last" => Shift::Year(-1),
        "this" => Shift::Year(0),
        "next" => Shift::Year(1),
        "that" => Shift::Focus,
        _ => {
            if let Some((year, end)) = year::at(scene, at) {
                parts.year = Some(year);
                parts.end = end;
            }
            return;
        }
    };
    if scene.is(at + 1, words!["year"]) {
        parts.shift = Some(shift);
        parts.end = at + 2;
    }
}

/// "Last", "next" and "this" before the month, or "last" after it.
fn shift(scene: &Scene<'_, '_>, parts: &mut Parts) {
    if parts.year.is_some() || parts.shift.is_some() {
        return;
    }
    let before = scene.back(parts.first, 1);
    let shift = match scene.lower_before(parts.first, 1).as_str() {
        "last" | "past" => Shift::Last,
        "next" | "coming" => Shift::Next,
        "this" => Shift::Year(0),
        _ => {
            if scene.is(parts.end, words!["last"]) && !scene.is_word(parts.end + 1) {
                parts.shift = Some(Shift::Last);
                parts.end += 1;
            }
            return;
        }
    };
    parts.shift = Some(shift);
    parts.first = before.unwrap_or(parts.first);
}

fn weekday_before(scene: &Scene<'_, '_>, parts: &mut Parts) {
    if parts.days.is_none() {
        return;
    }
    let mut at = parts.first;
    for _ in 0..2 {
        if scene.is_before(at, 1, words![",", ".", "the"]) {
            at -= 1;
        }
    }
    if let Some(weekday) = scene.back(at, 1).filter(|it| scene.class(*it).is(Class::WEEKDAY)) {
        parts.weekday = names::weekday(scene.word(weekday));
        parts.first = weekday;
    }
}

fn day(scene: &Scene<'_, '_>, parts: &Parts, (from, to): (i8, i8)) -> Option<Reading> {
    let of = |year: i16| Some(Period::new(Date::new(year, parts.month, from).ok()?, Date::new(year, parts.month, to).ok()?));
    if let Some(year) = parts.year {
        return Some(Reading::absolute(parts.first, parts.end, of(year)?));
    }
    if parts.shift == Some(Shift::Focus) {
        let (focus, absolute) = scene.focus()?;
        return Some(Reading::new(parts.first, parts.end, of(focus.from.year())?, absolute));
    }
    // "June 7 and 8, 2024": the year of the day after it is that of both.
    let joined = scene.is(parts.end, words!["and", "or", "to", "through"]);
    if let Some(year) =
        day_at(scene, parts.end + 1).filter(|_| joined).and_then(|it| scene.year(it.1 + usize::from(scene.is(it.1, words![","]))))
    {
        return Some(Reading::absolute(parts.first, parts.end, of(year)?));
    }
    let told = tense(scene, parts.first, parts.end);
    let period = scene.anchored(|today| {
        let mut years = [-1, 0, 1].into_iter().filter_map(|it| of(today.year() + it));
        match parts.shift {
            Some(Shift::Last) => years.rfind(|it| it.to < today),
            Some(Shift::Next) => years.find(|it| it.from > today),
            Some(Shift::Year(by)) => of(today.year() + by),
            _ => nearest(today, years, parts.weekday, told),
        }
    })?;
    Some(Reading::anchored(parts.first, parts.end, period))
}

/// The nearest of `years`: of those that fall on the weekday that is named, and that is not far ahead of what is told as past.
fn nearest(today: Date, years: impl Iterator<Item = Period>, weekday: Option<Weekday>, told: Tense) -> Option<Period> {
    const FAR: i32 = 90;
    // Of two days half a year off, the one that has been; of two that are to come, the one ahead though it be farther.
    let ahead = if told == Tense::Future { -120 } else { 30 };
    let distance = |it: &Period| Period::new(today, it.from).days() + if it.from > today { ahead } else { 0 };
    years
        .filter(|it| told != Tense::Past || it.from <= today || distance(it) - ahead <= FAR)
        .min_by_key(|it| (weekday.is_some_and(|weekday| it.from.weekday() != weekday), distance(it)))
}

fn whole(scene: &Scene<'_, '_>, parts: &Parts) -> Option<Reading> {
    let of = |year: i16| Period::month(year, parts.month);
    if let Some(year) = parts.year {
        return Some(Reading::absolute(parts.first, parts.end, of(year)?));
    }
    if parts.shift == Some(Shift::Focus) {
        let (focus, absolute) = scene.focus()?;
        return Some(Reading::new(parts.first, parts.end, of(focus.from.year())?, absolute));
    }
    // "between March and June 2024": the year of the month after it is that of both.
    if let Some(year) = shared_year(scene, parts.end) {
        return Some(Reading::absolute(parts.first, parts.end, of(year)?));
    }
    // "Is to open by May" lies ahead, "had opened by May" does not.
    let until = led(scene, parts.first, words!["by", "through"]) && !done(scene, parts.first);
    // "More than in May" compares with what was.
    let compared = scene.is_before(parts.first, 1, words!["in", "for"]) && scene.is_before(parts.first, 2, words!["than"]);
    let told = if compared {
        Tense::Past
    } else if until {
        Tense::Future
    } else {
        tense(scene, parts.first, parts.end)
    };
    let ahead = match told {
        Tense::Past => 0,
        Tense::Open => 3,
        Tense::Future => 11,
    };
    let period = scene.anchored(|today| {
        let month = i32::from(today.month());
        let distance = (i32::from(parts.month) - month).rem_euclid(12);
        let year = |by: i32| of(today.year() + i16::try_from(by).ok()?);
        // Months ahead from here: this year's where it is still to come, next year's where it wraps round.
        let coming = i32::from(month + distance > 12);
        match parts.shift {
            Some(Shift::Last) => year(if distance == 0 { -1 } else { coming - 1 }),
            Some(Shift::Next) => year(if distance == 0 { 1 } else { coming }),
            Some(Shift::Year(by)) => of(today.year() + by),
            _ if distance <= ahead => year(coming),
            _ => year(coming - 1),
        }
    })?;
    Some(Reading::anchored(parts.first, parts.end, period))
}

/// The year of `and June 2024`, `to June 2024` at `at`.
fn shared_year(scene: &Scene<'_, '_>, at: usize) -> Option<i16> {
    let joined = scene.is(at, words!["and", "to", "through", "-", "–", "or"]);
    let month = at + 1;
    if !joined || !scene.class(month).is(Class::MONTH) || !scene.capital(month) {
        return None;
    }
    let stop = usize::from(scene.is(month + 1, words!["."]));
    let day = usize::from(scene.digits(month + 1 + stop).is_some_and(|it| it <= 31));
    let comma = usize::from(day == 1 && scene.is(month + 1 + stop + day, words![","]));
    scene.year(month + 1 + stop + day + comma)
}

/// Prepositions and other words that make the word after them a month.
const BEFORE: &Words = words![
    "in", "since", "by", "until", "till", "of", "early", "mid", "late", "from", "to", "through", "during", "before", "after", "for", "and",
    "or", "between", "earlier", "the", "a", "every", "each", "as", "-",
];

/// Whether a month that stands without day and year is one, and no name or verb.
fn stands_alone(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.word(at);
    if scene.is_before(at, 1, words!["every", "each"]) {
        return false;
    }
    let before = scene.is_before(at, 1, BEFORE);
    let stop = scene.is(at + 1, words!["."]) && scene.glued(at + 1);
    if word.len() <= 4 && !scene.is(at, words!["may", "june", "july"]) {
        return before && stop;
    }
    let article = scene.is_before(at, 1, words!["the", "a"]);
    let ambiguous = scene.is(at, words!["may", "march", "august", "april", "june"]);
    if !ambiguous {
        let named = scene.back(at, 1).is_some_and(|it| scene.capital(it) && !scene.opens_sentence(it) && scene.is_word(it));
        return !named || before || scene.class(at - 1).is(Class::PREPOSITION);
    }
    // "In April Jones said" is rarer than "for April Jones".
    let name_follows = scene.capital(at + 1)
        && scene.is_word(at + 1)
        && !scene.is(at, words!["may", "march"])
        && !scene.is_before(at, 1, words!["in", "since", "last"]);
    if name_follows {
        return false;
    }
    if article {
        return scene.is_word(at + 1) && !scene.class(at + 1).is(Class::PREPOSITION.or(Class::AUXILIARY)) || scene.is(at + 1, words!["-"]);
    }
    before || scene.is(at + 1, words!["'s", "’s"]) && !scene.back(at, 1).is_some_and(|it| scene.capital(it))
}
