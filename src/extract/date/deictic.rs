//! Days named from where the speaker stands: `today`, `yesterday`, `tomorrow night`, `this morning`, `the day before yesterday`.

use jiff::ToSpan;

use super::rule::{Reading, Rule};
use super::scene::Scene;
use super::weekday::day_part;
use crate::extract::Period;
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "today",
    reads: &[
        ("opened today", "2025-03-13"),
        ("opened yesterday", "2025-03-12"),
        ("opens tomorrow morning", "2025-03-14"),
        ("the day before yesterday", "2025-03-11"),
        ("the day after tomorrow", "2025-03-15"),
        ("this morning", "2025-03-13"),
        ("fell last night", "2025-03-12"),
    ],
    ignores: &[
        "the next morning",
        "USA Today",
        "a USA TODAY poll",
        "in the morning",
        "every night",
        "good morning",
        "he told Harbour This Morning",
    ],
    head: Class::DEICTIC,
    read,
};

fn read(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let word = scene.lower(at);
    let (mut first, mut days, mut end) = (at, 0, at + 1);
    match word.as_str() {
        "today" | "tonight" => {}
        "yesterday" => days = -1,
        "tomorrow" => days = 1,
        "overnight" => return None,
        _ => {
            // A part of a day, which other rules read after a weekday.
            first = scene.back(at, 1)?;
            days = match scene.lower(first).as_str() {
                "this" => 0,
                "last" => -1,
                "next" | "following" => return next_morning(scene, at),
                _ => return None,
            };
        }
    }
    // "CBS This Morning" is a programme.
    if first < at && scene.capital(first) && scene.capital(at) && !scene.opens_sentence(first) {
        return None;
    }
    let title = scene.capital(at) && scene.back(at, 1).is_some_and(|it| scene.capital(it) && scene.is_word(it) && scene.word(it).len() > 1);
    if title && first == at && (scene.is_before(at, 1, words!["USA"]) || !scene.word(at).bytes().all(|it| it.is_ascii_uppercase())) {
        return None;
    }
    if first == at {
        end = day_part(scene, end);
        let beyond = match days {
            -1 => scene.is_before(at, 1, words!["before"]),
            1 => scene.is_before(at, 1, words!["after"]),
            _ => false,
        };
        if beyond && scene.is_before(at, 2, words!["day"]) {
            days *= 2;
            first = at - 2;
            first = scene.back(first, 1).filter(|it| scene.is(*it, words!["the"])).unwrap_or(first);
        }
    }
    if days == 0 && first == at && scene.back(at, 1).is_some_and(|it| scene.is(it, words!["later", "earlier", "early", "late"])) {
        first = at - 1;
    }
    let period = scene.anchored(|today| today.checked_add(days.days()).ok().map(Period::day))?;
    Some(Reading::anchored(first, end, period))
}

/// `the next morning` after a day.
fn next_morning(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let first = scene.back(at, 2).filter(|it| scene.is(*it, words!["the"]))?;
    let (day, absolute) = scene.focus().filter(|it| it.0.is_day())?;
    Some(Reading::new(first, at + 1, day.shifted(1), absolute))
}
