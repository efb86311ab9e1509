//! Ages: `five years old`, `a 3-year-old girl`, `18 months of age`, `aged 45`, `Anna Holm, 25, said`.

use super::draft::{Draft, Form};
use super::noun::{is_plural, singular};
use super::scan::Scan;
use super::table::tables;
use super::unit::Dimension;
use super::{Read, Rule, Unit};
use crate::language::name;
use crate::text::{Class, Words, words};

pub(super) const RULE: Rule = Rule {
    name: "age",
    reads: &[
        ("She was five years old.", "5 year of age"),
        ("A 3-year-old girl was found.", "3 year of age"),
        ("It affects babies up to 18 months of age.", "<=18 month of age"),
        ("A man aged 45 was held.", "45 year of age"),
        ("Anna Holm, 25, said so.", "25 year of age"),
        ("He will be 35 by then.", "35 year of age"),
        ("A woman, 38, and a baby aged six months were hurt.", "38 year of age; 6 month of age"),
        ("He died at 64.", "64 year of age"),
        ("Boys between the ages of 17 and 20 came; Holm, who is 70, left.", "[17, 20] year of age; 70 year of age"),
        ("Their average age is 27.", "27 year of age"),
        ("Anna Holm was 27; Lindvik was 30 when she died.", "27 year of age; 30 year of age"),
        ("A man of 34 was held.", "34 year of age"),
        ("It is free for people over 65.", ">65 year of age"),
        // What lasts has no age: the years are how long it has gone on.
        ("The 3-year-old war goes on.", "3 year"),
    ],
    ignores: &[],
    read: Read::Grow(grow),
};

/// What lasts: its age is how long it has gone on.
const LASTING: &Words = words![
    "war",
    "conflict",
    "ceasefire",
    "truce",
    "siege",
    "strike",
    "feud",
    "dispute",
    "occupation",
    "crisis",
    "blockade",
    "campaign",
    "insurgency",
    "invasion",
    "rebellion",
    "standoff",
    "boycott",
    "drought",
];

fn grow(scan: &Scan<'_, '_>, draft: &mut Draft) {
    let time = match draft.unit.dimension() {
        Dimension::Measure("time" | "months") => draft.unit.symbol().to_owned(),
        Dimension::None if draft.whole_within(0, 120) && draft.form != Form::Part => return bare(scan, draft),
        _ => return,
    };
    if !matches!(time.as_str(), "year" | "month" | "week" | "day" | "hour") {
        return;
    }
    let next = scan.joined(draft.to);
    let aged = scan.is(draft.first.wrapping_sub(1), "aged");
    let old = scan.is(next, "old") || (scan.is(next, "olds") && next > draft.to);
    if old {
        draft.to = next + 1;
        if scan.any(next + 1, LASTING) {
            return;
        }
    } else if scan.is(draft.to, "of") && scan.is(draft.to + 1, "age") {
        draft.to += 2;
    } else if aged {
        // "A baby aged six months".
        draft.from = draft.first - 1;
    } else {
        return;
    }
    draft.unit = age(&time);
}

fn age(unit: &str) -> Unit {
    tables().unit_called(&format!("{unit} of age")).cloned().unwrap_or(Unit::NONE)
}

/// An age without its unit: behind "aged", beside a name, as what somebody is or turns.
fn bare(scan: &Scan<'_, '_>, draft: &mut Draft) {
    let before = draft.first.wrapping_sub(1);
    let apposed = scan.is(before, ",")
        && scan.any(draft.end, words![",", ".", ";"])
        && (scan.capital(before.wrapping_sub(1)) || person(scan, before.wrapping_sub(1)))
        && draft.form == Form::Digits
        && draft.whole_within(1, 110)
        && !scan.class(before.wrapping_sub(1)).is(Class::MONTH)
        && !scan.is_number(draft.end + 1)
        && !scan.is_number(before.wrapping_sub(2));
    let older =
        scan.any(before, words!["over", "under", "above", "below"]) && persons(scan, before.wrapping_sub(1)) && !is_plural(scan, draft.end);
    let aged = scan.any(before, words!["aged", "age", "ages"])
        || (scan.is(before, "of") && scan.any(before.wrapping_sub(1), words!["age", "ages"]));
    let ended = scan.is(before, "at")
        && scan.any(before.wrapping_sub(1), words!["died", "dies", "die", "dead", "retire", "retired", "retires", "married"])
        && draft.whole_within(1, 110)
        && clause_ends(scan, draft.end);
    let average =
        scan.any(before, words!["is", "was"]) && scan.any(before.wrapping_sub(1), words!["age", "ages"]) && draft.whole_within(1, 110);
    let grown = scan.is(before, "of")
        && scan.any(before.wrapping_sub(1), words!["boy", "girl", "man", "woman"])
        && draft.form == Form::Digits
        && draft.whole_within(1, 110)
        && !is_plural(scan, draft.end);
    let turned = scan.any(before, words!["turned", "turns"]) && draft.whole_within(1, 110) && clause_ends(scan, draft.end);
    let short = scan.any(draft.end, words!["yo", "y/o"]);
    if apposed || older || aged || turned || ended || average || grown || short || is_so_old(scan, draft) {
        draft.unit = age("year");
        draft.to += usize::from(short);
        draft.from = if aged && scan.is(before, "aged") { before } else { draft.from };
    }
}

/// Nouns for a person that an age in apposition follows: "a woman, 38, was hurt".
const PERSONS: &Words = words![
    "boy",
    "brother",
    "daughter",
    "driver",
    "father",
    "girl",
    "husband",
    "man",
    "mother",
    "nurse",
    "passenger",
    "patient",
    "pensioner",
    "resident",
    "sailor",
    "sister",
    "soldier",
    "son",
    "student",
    "suspect",
    "teacher",
    "teenager",
    "victim",
    "wife",
];

fn person(scan: &Scan<'_, '_>, at: usize) -> bool {
    const ENDINGS: [&str; 6] = ["er", "ist", "or", "ian", "man", "woman"];
    let word = scan.word(at);
    let agent = scan.lower_case(at)
        && word.len() > 4
        && ENDINGS.iter().any(|it| word.ends_with(it))
        && scan.class(at.wrapping_sub(1)).is(Class::DETERMINER)
        && !scan.any(at, words!["number", "order", "corner", "error", "color"]);
    agent || scan.class(at).is(Class::ROLE) && !is_plural(scan, at) || scan.any(at, PERSONS)
}

/// Whether people are told of, who may be over or under an age.
fn persons(scan: &Scan<'_, '_>, at: usize) -> bool {
    const GROUPS: &Words =
        words!["people", "those", "anyone", "everyone", "adults", "children", "women", "men", "kids", "youths", "citizens", "all"];
    scan.any(at, GROUPS) || is_plural(scan, at) && singular(scan.word(at)).is_some_and(|it| PERSONS.contains(it))
}

/// "She is 45", "he will be 35 by then".
fn is_so_old(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let before = draft.first.wrapping_sub(1);
    let (be, subject) = if scan.is(before, "be") {
        (true, before.wrapping_sub(2))
    } else {
        (scan.any(before, words!["is", "was", "'s", "’s"]), before.wrapping_sub(1))
    };
    let named = || {
        let person = name::sex(scan.word(subject.wrapping_sub(1))).is_some() && scan.capital(subject.wrapping_sub(1));
        let dated = scan.is(draft.end, "when") && scan.any(draft.end + 1, words!["he", "she"]);
        scan.capital(subject) && (person || dated)
    };
    be && (scan.any(subject, words!["he", "she", "who"]) || named())
        && draft.form == Form::Digits
        && draft.whole_within(1, 110)
        && clause_ends(scan, draft.end)
}

fn clause_ends(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.kind(at).is_none() || scan.any(at, words![".", ",", ";", "by", "when", "and", "but", "at", "next", "this", "on", "in"])
}
