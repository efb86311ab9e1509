//! Weekdays: `on Thursday`, `last Friday`, `Monday night`, `Tuesday of last week`.
//!
//! A bare weekday is the last one, the document's own day counted; but tomorrow's name means tomorrow, and what is to come
//! lies ahead.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::names;
use super::rule::{Reading, Rule};
use super::scene::Scene;
use super::tense::{Tense, tense};
use crate::extract::Period;
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "weekday",
    reads: &[
        ("She said Thursday", "2025-03-13"),
        ("They met on Wednesday.", "2025-03-12"),
        ("They met on Saturday night.", "2025-03-08"),
        ("Talks will resume on Monday.", "2025-03-17"),
        ("The bridge opens Friday.", "2025-03-14"),
        ("last Friday", "2025-03-07"),
        ("next Tuesday", "2025-03-18"),
        ("Tuesday of last week", "2025-03-04"),
        ("a week ago Monday", "2025-03-03"),
        ("on Tuesday the 18th", "2025-03-18"),
        ("They meet on Tuesday week.", "2025-03-25"),
        ("They meet a week from Tuesday.", "2025-03-25"),
    ],
    ignores: &["every Friday", "the Sunday Times", "the sun rose", "he sat and wed"],
    head: Class::WEEKDAY,
    read,
};

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let weekday = names::weekday(scene.word(at))?;
    let short = scene.word(at).len() < 6;
    let stop = scene.is(at + 1, words!["."]) && scene.glued(at + 1);
    if short && (!scene.capital(at) || !stop) || proper_name(scene, at) || scene.is_before(at, 1, words!["every", "each"]) {
        return None;
    }
    let end = at + 1 + usize::from(short && stop);
    let beside = in_week(scene, at, end, weekday).or_else(|| week_on(scene, at, end, weekday));
    if let Some(reading) = beside.or_else(|| of_month(scene, at, end, weekday)) {
        return Some(reading);
    }
    let (first, which) = which(scene, at);
    let last = scene.is(end, words!["last"]) && !scene.is_word(end + 1);
    let next = scene.is(end, words!["next"]) && !scene.is_word(end + 1);
    let which = if last {
        Which::Last
    } else if next {
        Which::Next
    } else {
        which
    };
    let end = day_part(scene, end + usize::from(last || next));
    // "Tuesday's ruling" may be far from its verb.
    let told = if scene.is(end, words!["'s", "’s"]) { Tense::Open } else { tense(scene, first, end) };
    let narrated = scene.is(first, words!["the"]).then(|| scene.focus()).flatten();
    let period = match (which, narrated) {
        (Which::Following, Some((focus, absolute))) => {
            let day = after(focus.to, weekday)?;
            return Some(Reading::new(first, end, Period::day(day), absolute));
        }
        (Which::Previous, Some((focus, absolute))) => {
            let day = before(focus.from, weekday)?;
            return Some(Reading::new(first, end, Period::day(day), absolute));
        }
        _ => scene.anchored(|today| resolve(today, weekday, which, told).map(Period::day))?,
    };
    Some(Reading::anchored(first, end, period))
}

/// Which one of the many Mondays.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Bare,
    This,
    Last,
    Next,
    Previous,
    Following,
}

fn which(scene: &Scene<'_, '_>, at: usize) -> (usize, Which) {
    let Some(first) = scene.back(at, 1) else { return (at, Which::Bare) };
    let which = match scene.lower(first).as_str() {
        "last" | "past" => Which::Last,
        "next" | "coming" => Which::Next,
        "this" => Which::This,
        "previous" => Which::Previous,
        "following" => Which::Following,
        "earlier" | "early" | "late" | "later" => return (first, Which::Bare),
        _ => return (at, Which::Bare),
    };
    (scene.back(first, 1).filter(|it| scene.is(*it, words!["the", "this"])).unwrap_or(first), which)
}

fn resolve(today: Date, weekday: Weekday, which: Which, told: Tense) -> Option<Date> {
    let since = i32::from(weekday.until(today.weekday()));
    let back = today.checked_sub(since.days()).ok()?;
    match which {
        Which::Last | Which::Previous => before(today, weekday),
        Which::This if told == Tense::Past || since == 0 => Some(back),
        Which::Next | Which::Following | Which::This => after(today, weekday),
        // "on Tuesday" of a text of that Tuesday is today, whatever the tense.
        Which::Bare if since == 0 => Some(today),
        Which::Bare if told == Tense::Future || (since == 6 && told != Tense::Past) => after(today, weekday),
        Which::Bare => Some(back),
    }
}

fn before(day: Date, weekday: Weekday) -> Option<Date> {
    let since = i32::from(weekday.until(day.weekday()));
    day.checked_sub((if since == 0 { 7 } else { since }).days()).ok()
}

fn after(day: Date, weekday: Weekday) -> Option<Date> {
    let until = i32::from(day.weekday().until(weekday));
    day.checked_add((if until == 0 { 7 } else { until }).days()).ok()
}

/// `of last week`, `this week`, `next week` after the weekday, and `a week ago` before it.
fn in_week(scene: &Scene<'_, '_>, at: usize, end: usize, weekday: Weekday) -> Option<Reading> {
    let of = end + usize::from(scene.is(end, words!["of"]));
    let mut shift = match scene.lower(of).as_str() {
        "last" => Some(-1),
        "this" => Some(0),
        "next" => Some(1),
        _ => None,
    }
    .filter(|_| scene.is(of + 1, words!["week"]));
    let mut first = at;
    let mut end = of + 2;
    if shift.is_none() && scene.is_before(at, 1, words!["ago"]) && scene.is_before(at, 2, words!["week"]) {
        shift = Some(-1);
        first = at - 2;
        first = scene.back(first, 1).filter(|it| scene.is(*it, words!["a"])).unwrap_or(first);
        end = at + 1;
    }
    let weeks = shift?;
    let period = scene.anchored(|today| {
        let week = Period::week(today)?;
        let days = weeks * 7 + i32::from(weekday.to_monday_zero_offset());
        week.from.checked_add(days.days()).ok().map(Period::day)
    })?;
    Some(Reading::anchored(first, end, period))
}

/// `Tuesday week` and `a week from Tuesday`: seven days after the next one.
fn week_on(scene: &Scene<'_, '_>, at: usize, end: usize, weekday: Weekday) -> Option<Reading> {
    let behind = scene.is(end, words!["week"]) && (!scene.is_word(end + 1) || scene.class(end + 1).is(Class::FUNCTION));
    let bare = !scene.is_before(at, 1, words!["last", "next", "this", "the", "a"]);
    let before =
        scene.back(at, 3).filter(|it| scene.is(*it, words!["a"]) && scene.is(it + 1, words!["week"]) && scene.is(it + 2, words!["from"]));
    let (first, end) = match before {
        Some(first) => (first, end),
        None if behind && bare => (at, end + 1),
        None => return None,
    };
    let period = scene.anchored(|today| after(today, weekday)?.checked_add(7.days()).ok().map(Period::day))?;
    Some(Reading::anchored(first, end, period))
}

/// `Tuesday the 18th`: the nearest day that is both.
fn of_month(scene: &Scene<'_, '_>, at: usize, end: usize, weekday: Weekday) -> Option<Reading> {
    const REACH: i32 = 183;
    let the = end + usize::from(scene.is(end, words![","]));
    let rank = scene.is(the, words!["the"]) && scene.glued(the + 2) && scene.is(the + 2, words!["st", "nd", "rd", "th"]);
    let day = scene.digits(the + 1).filter(|_| rank && !scene.is(the + 3, words!["of"]))?;
    let period = scene.anchored(|today| {
        let fits = |it: &Date| i32::from(it.day()) == day && it.weekday() == weekday;
        let near = (0..=REACH).flat_map(|away| [-away, away]).filter_map(|it| today.checked_add(it.days()).ok());
        near.into_iter().find(fits).map(Period::day)
    })?;
    Some(Reading::anchored(at, the + 3, period))
}

/// The token after `morning`, `night` and the like.
pub(super) fn day_part(scene: &Scene<'_, '_>, end: usize) -> usize {
    end + usize::from(scene.is(end, words!["morning", "afternoon", "evening", "night"]))
}

/// Papers, days of the church and of shopping: `Sunday Times`, `Good Friday`, `Black Friday`.
fn proper_name(scene: &Scene<'_, '_>, at: usize) -> bool {
    const AFTER: &[&str] = &[
        "Times",
        "Telegraph",
        "Mirror",
        "Express",
        "Herald",
        "Mail",
        "Post",
        "Star",
        "World",
        "Independent",
        "Tribune",
        "Live",
        "School",
        "Service",
        "Club",
    ];
    const BEFORE: &[&str] =
        &["Good", "Black", "Bloody", "Ash", "Holy", "Maundy", "Cyber", "Fat", "Shrove", "Palm", "Super", "Man", "Ruby", "Billie"];
    (AFTER.contains(&scene.word(at + 1))) || scene.back(at, 1).is_some_and(|it| BEFORE.contains(&scene.word(it)))
}
