//! Seasons: `last fall`, `this summer`, `the spring of 1994`, `in the winter`.
//!
//! The seasons of the north, as meteorologists cut them; a winter begins in the December of its year.

use super::part;
use super::rule::{Reading, Rule};
use super::scene::Scene;
use super::tense::{Tense, tense};
use super::year;
use crate::extract::Period;
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "season",
    reads: &[
        ("last fall", "2024-09-01..2024-11-30"),
        ("this summer", "2025-06-01..2025-08-31"),
        ("next spring", "2026-03-01..2026-05-31"),
        ("the spring of 1994", "1994-03-01..1994-05-31"),
        ("in summer 2024", "2024-06-01..2024-08-31"),
        ("during the summer", "2024-06-01..2024-08-31"),
        ("Frost came early this winter", "2024-12-01..2025-02-28"),
        ("last winter", "2023-12-01..2024-02-29"),
    ],
    ignores: &["prices fall", "in the fall of the city", "spring water", "a summer house", "every winter", "the Winter Palace"],
    head: Class::SEASON,
    read,
};

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let first_month: i8 = match scene.lower(at).as_str() {
        "spring" => 3,
        "summer" => 6,
        "autumn" | "fall" => 9,
        "winter" => 12,
        _ => return None,
    };
    let of = |year: i16| -> Option<Period> {
        let last = if first_month == 12 { Period::month(year.checked_add(1)?, 2)? } else { Period::month(year, first_month + 2)? };
        Some(Period { from: Period::month(year, first_month)?.from, to: last.to })
    };
    let before = scene.back(at, 1);
    let the = before.filter(|it| scene.is(*it, words!["the"]));
    let after = at + 1 + usize::from(scene.is(at + 1, words!["of"]));
    let dated = after + usize::from(scene.is(after, words![","]));
    if let Some((year, end)) = year::at(scene, dated) {
        return Some(part::before(scene, Reading::absolute(the.unwrap_or(at), end, of(year)?)));
    }
    if scene.class(at).is(Class::SEASON)
        && scene.is(after, words!["last", "this", "next"])
        && after > at + 1
        && scene.is(after + 1, words!["year"])
    {
        let years = if scene.is(after, words!["last"]) { -1 } else { i16::from(scene.is(after, words!["next"])) };
        return Some(Reading::anchored(the.unwrap_or(at), after + 2, scene.anchored(|today| of(today.year() + years))?));
    }
    let before = before?;
    let told = tense(scene, before, at + 1);
    let (which, first) = match scene.lower(before).as_str() {
        "last" | "past" => (Tense::Past, before),
        "next" | "coming" => (Tense::Future, before),
        "this" => {
            let period = scene.anchored(|today| {
                let mut years = [-1, 0, 1].into_iter().filter_map(|it| of(today.year() + it));
                match told {
                    Tense::Past => years.rfind(|it| it.from <= today),
                    Tense::Future => years.find(|it| it.to >= today),
                    Tense::Open => years.min_by_key(|it| Period::new(today, today.clamp(it.from, it.to)).days()),
                }
            })?;
            return Some(part::before(scene, Reading::anchored(before, at + 1, period)));
        }
        "the"
            if !scene.is(after, words!["of"])
                && after == at + 1
                && (led(scene, before) || scene.is_before(before, 1, words!["early", "late"]))
                && !noun_follows(scene, at + 1) =>
        {
            (told, before)
        }
        "in" | "since" | "by" | "until" | "early" | "late" | "mid"
            if !scene.is(at, words!["fall", "spring"]) && !noun_follows(scene, at + 1) =>
        {
            (told, at)
        }
        _ => return None,
    };
    let strictly = scene.is(before, words!["last", "past", "next", "coming"]);
    let period = scene.anchored(|today| {
        let mut years = [-2, -1, 0, 1, 2].into_iter().filter_map(|it| of(today.year() + it));
        match (which == Tense::Future, strictly) {
            (true, true) => years.find(|it| it.from > today && (it.from.year() > today.year() || it.from.month() - today.month() > 3)),
            (true, false) => years.find(|it| it.to >= today),
            (false, true) => years.rfind(|it| it.to < today && (it.to.year() < today.year() || today.month() - it.to.month() > 1)),
            (false, false) => years.rfind(|it| it.from <= today),
        }
    })?;
    let first = if strictly { scene.back(first, 1).filter(|it| scene.is(*it, words!["the"])).unwrap_or(first) } else { first };
    Some(part::before(scene, Reading::anchored(first, at + 1, period)))
}

fn led(scene: &Scene<'_, '_>, the: usize) -> bool {
    scene.is_before(the, 1, words!["in", "since", "by", "until", "during", "over", "for", "into", "of", "through", "throughout", "this"])
}

fn noun_follows(scene: &Scene<'_, '_>, at: usize) -> bool {
    let function = Class::FUNCTION.or(Class::AUXILIARY).or(Class::PREPOSITION).or(Class::PRONOUN).or(Class::MODAL).or(Class::PAST);
    scene.is_word(at) && !scene.class(at).is(function) && !scene.ends_with(at, "ed") && !scene.capital(at)
}
