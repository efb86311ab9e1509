//! Units of measure: `800 square kilometers`, `90 km²`, `five-year`, `24 per cent`, `40 degrees Celsius`, `5 feet 2 inches`.

use rust_decimal::Decimal;

use super::draft::Draft;
use super::scan::Scan;
use super::table::tables;
use super::{Read, Rule, Unit, Value, cardinal};
use crate::text::{Class, Words, words};

pub(super) const RULE: Rule = Rule {
    name: "measure",
    reads: &[
        ("It covers 800 square kilometers of marsh.", "800 km²"),
        ("They hold 90 km² and 35 sq. miles.", "90 km²; 35 mi²"),
        ("A five-year plan was drawn up.", "5 year"),
        ("Some 24 per cent agreed.", "~24 %"),
        ("It reached 40 degrees Celsius, or 104°F.", "40 °C; 104 °F"),
        ("She is 5 feet 2 inches tall.", "5.1666666666666666666666666667 ft"),
        ("A 1.8 billion-mile journey ended.", "1800000000 mi"),
        ("He had a fever of 39.5C (103F).", "39.5 °C; 103 °F = 39.5 °C"),
        ("A 6-foot-6 sailor and a baby of 7 pounds, 8 ounces came.", "6.5 ft; 7.5 lb"),
        ("He is 6'6\" tall.", "6.5 ft"),
        ("The fish weighed 25 pounds.", "25 lb"),
        ("It made 361 million pounds.", "361000000 GBP"),
    ],
    ignores: &[],
    read: Read::Grow(grow),
};

fn grow(scan: &Scan<'_, '_>, draft: &mut Draft) {
    if draft.unit != Unit::NONE {
        return;
    }
    let Some((unit, end)) = unit_behind(scan, draft.end).or_else(|| foot_mark(scan, draft)) else { return };
    draft.to = end;
    // Pounds are money where they come by the million.
    let pounds = unit.symbol() == "lb" && scan.word(end - 1).to_ascii_lowercase().starts_with("pound");
    if pounds && (draft.scale > Decimal::ONE || draft.one().is_some_and(|it| it >= Decimal::from(10_000))) {
        draft.unit = Unit::money("GBP");
        return;
    }
    draft.unit = unit.clone();
    match unit.symbol() {
        "ft" => smaller(scan, draft, Decimal::from(12), words!["in", "inch", "inches", "″", "\"", "”", "'", "’"]),
        "lb" => smaller(scan, draft, Decimal::from(16), words!["oz", "ounce", "ounces"]),
        _ => {}
    }
}

/// The foot of a height written with marks: `6'3"`.
fn foot_mark(scan: &Scan<'_, '_>, draft: &Draft) -> Option<(&'static Unit, usize)> {
    let mark = matches!(scan.word(draft.end), "'" | "’" | "′") && scan.glued(draft.end);
    let inches = draft.end + 1;
    let closed = matches!(scan.word(inches + 1), "\"" | "”" | "″" | "'" | "’") && scan.glued(inches + 1);
    let high = mark && scan.is_number(inches) && scan.glued(inches) && closed && draft.whole_within(3, 8);
    high.then(|| Some((tables().unit_called("ft")?, inches)))?
}

/// The unit behind a number, over a hyphen, an opening bracket or "of" left by a vague plural, and the token after it.
pub(super) fn unit_behind(scan: &Scan<'_, '_>, at: usize) -> Option<(&'static Unit, usize)> {
    let hyphen = scan.hyphen(at);
    let next = if hyphen { at + 1 } else { at };
    // "20 (kg)".
    if scan.any(next, words!["(", "[", "{", "<"]) && scan.any(next + 2, words![")", "]", "}", ">"]) {
        return unit_at(scan, next + 1).filter(|(_, end)| *end == next + 2).map(|(unit, end)| (unit, end + 1));
    }
    unit_at(scan, next)
}

/// The unit at token `at`, and the token after it.
pub(super) fn unit_at(scan: &Scan<'_, '_>, at: usize) -> Option<(&'static Unit, usize)> {
    let tables = tables();
    let word = scan.word(at);
    if let Some(index) = tables.symbol(word).filter(|_| stands_as_symbol(scan, at)) {
        // A degree sign may go on: "° C".
        if let Some((longer, end)) = tables.unit_names.at(scan, at).filter(|(_, end)| *end > at + 1) {
            return Some((tables.unit(longer), end));
        }
        let stop = scan.is(at + 1, ".") && scan.glued(at + 1) && scan.lower_case(at + 2);
        return Some((tables.unit(index), if stop { at + 2 } else { at + 1 }));
    }
    // "per" opens only "per cent".
    let per_cent = scan.is(at, "per") && scan.any(at + 1, words!["cent", "cents"]);
    if !scan.class(at).is(Class::UNIT) && !per_cent {
        return None;
    }
    // "The 1988 second quarter", "two second placed boats".
    if scan.is(at, "second")
        && scan.any(at + 1, words!["quarter", "half", "round", "period", "phase", "term", "placed", "largest", "biggest"])
    {
        return None;
    }
    let (index, end) = tables.unit_names.at(scan, at)?;
    // "feet" and "second" in names: "Feet of Clay", "Second Avenue".
    let name =
        scan.capital(at) && scan.capital(at + 1) && !scan.word(at).bytes().all(|it| it.is_ascii_uppercase()) && scan.word(at).len() > 2;
    (!name).then(|| (tables.unit(index), end))
}

/// Short forms of one capital letter also name models and forms, "13F": they stand free, watts and volts aside.
fn stands_as_symbol(scan: &Scan<'_, '_>, at: usize) -> bool {
    let word = scan.word(at);
    if scan.is_word(at) && scan.glued(at + 1) && scan.any(at + 1, words!["'", "’", "-"]) && word.len() == 1 && !scan.hyphen(at + 1) {
        return false;
    }
    // "12MP" is of a camera, "12 MPs" sit in a parliament.
    if word == "MP" && !scan.glued(at) {
        return false;
    }
    // "four F-16 jets".
    if scan.hyphen(at + 1) && scan.is_number(at + 2) && !scan.glued(at) {
        return false;
    }
    // "2022′s" is no length.
    if matches!(word, "′" | "″") && scan.glued(at + 1) && scan.is_word(at + 1) {
        return false;
    }
    let single_capital = word.len() == 1 && word.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
    let single_small = word.len() == 1 && word.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
    if single_capital {
        // "39.5C" and "(103F)" are degrees, "a 13F filing" is none.
        let degrees = matches!(word, "C" | "F")
            && (!scan.is_word(at + 1) || scan.class(at + 1).is(Class::FUNCTION) || scan.word(at.wrapping_sub(1)).contains('.'));
        return matches!(word, "W" | "V" | "L")
            || (matches!(word, "C" | "F") && !scan.glued(at))
            || degrees && scan.is_number(at.wrapping_sub(1));
    }
    // "5 m" is five metres, "in h" is nothing.
    !single_small
        || scan.is_number(at.wrapping_sub(1))
        || (scan.is(at.wrapping_sub(1), "/") && scan.glued(at))
        || scan.hyphen(at.wrapping_sub(1))
        || cardinal::scale_at(scan, at.wrapping_sub(1)).is_some()
}

/// "5 feet 2 inches", "5ft 2in", "6-foot-5", "7 pounds, 8 ounces": so `many` of the smaller unit make one of the larger.
fn smaller(scan: &Scan<'_, '_>, draft: &mut Draft, many: Decimal, names: &Words) {
    let Value::One(whole) = draft.value else { return };
    // "6-foot-5" leaves the smaller unit out.
    let tied = scan.hyphen(draft.end) && scan.hyphen(draft.to);
    let next = if scan.any(draft.to, words!["and", ","]) || tied { draft.to + 1 } else { draft.to };
    let Some(small) = cardinal::cardinal(scan, next).filter(|it| it.value < many) else { return };
    let at = if scan.hyphen(small.end) { small.end + 1 } else { small.end };
    let told =
        scan.any(at, names) && (!scan.is(at, "in") || scan.glued(at) || !scan.lower_case(at + 1) || scan.class(at + 1).is(Class::HEDGE));
    if (told || tied)
        && let Some(part) = small.value.checked_div(many)
        && let Some(sum) = whole.checked_add(part)
    {
        draft.value = Value::One(sum);
        draft.to = if told { at + 1 } else { small.end };
        draft.end = draft.to;
    }
}
