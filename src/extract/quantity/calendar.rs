//! No amounts: days of the month, years, clock times, decades, and whatever a date covers.

use rust_decimal::Decimal;

use super::draft::{Draft, Form};
use super::noun::is_plural;
use super::scan::Scan;
use super::table::tables;
use super::unit::Dimension;
use super::{Read, Rule};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "calendar",
    reads: &[
        ("Some 2000 people came in 2019.", "~2000 people"),
        ("It lasted five days in May 2022.", "5 day"),
        ("It sold 1,950 boats.", "1950 boat"),
    ],
    ignores: &[
        "It opened on August 31, 2019.",
        "It closed on 8 July 2021.",
        "Doors open at 2:55 p.m. and at 7pm.",
        "She was born in 1985.",
        "The 2019 review is out.",
        "It ended on 2025-02-20.",
        "Prices rose in the 1990s.",
        "The 2018-19 season began.",
        "Filed on 5/17/2018.",
        "The strike ran from May 5 to 7.",
        "Noon is twelve o'clock.",
    ],
    read: Read::Refuse(refuse),
};

fn refuse(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let timed = matches!(draft.unit.dimension(), Dimension::Measure("time" | "months" | "age" | "age months" | "nights"));
    if timed && !scan.is(draft.end, "-") {
        return false;
    }
    dated(scan, draft) || clock(scan, draft) || (draft.bare() && (month_day(scan, draft) || year(scan, draft)))
}

/// Whether a date that was found before covers the number.
fn dated(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let plain = draft.bare() && draft.scale == Decimal::ONE;
    let number = scan.span(draft.first).join(scan.span(draft.end - 1));
    // Dates do not overlap, so only the first that ends behind the number's beginning can cover it.
    let near = scan.dates.partition_point(|it| it.span.end <= number.start);
    plain && scan.dates.get(near).is_some_and(|it| it.span.contains(number))
}

/// "2:55", "7pm", "5 a.m.", "1.56pm", "twelve o'clock".
fn clock(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let colon = |at: usize| scan.is(at, ":") && scan.glued(at);
    let ratio = (colon(draft.end) && scan.is_number(draft.end + 1) && scan.glued(draft.end + 1))
        || (draft.first > 1 && colon(draft.first - 1) && scan.glued(draft.first) && scan.is_number(draft.first - 2));
    let half = scan.any(draft.end, words!["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock", "GMT", "UTC"])
        || (scan.is(draft.end, "o") && scan.any(draft.end + 1, words!["'", "’"]))
        || (scan.any(draft.end, words!["noon", "midnight"]));
    ratio || half || spoken_clock(scan, draft)
}

/// "half past ten", "twenty to six", where the hour and the minutes stand around "past" and "to".
fn spoken_clock(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let hour = draft.whole_within(1, 12);
    let before = draft.first.wrapping_sub(1);
    let part = scan.any(before.wrapping_sub(1), words!["half", "quarter", "five", "ten", "twenty", "minutes"]);
    let minutes = draft.whole_within(1, 29) && scan.is(draft.end, "past") && scan.class(draft.end + 1).is(Class::NUMBER_WORD);
    hour && part && (scan.is(before, "past") || scan.is(before, "to") && scan.is(before.wrapping_sub(1), "quarter")) || minutes
}

fn month_day(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    if draft.form != Form::Digits || !draft.whole_within(1, 31) {
        return false;
    }
    let month = |at: usize| scan.class(at).is(Class::MONTH) && scan.capital(at) && scan.word(at).len() > 2;
    let before = draft.first.wrapping_sub(1);
    // "Aug. 6", and the second day of "May 5-7" or "May 5 and 7".
    let month_before = month(before) || (scan.is(before, ".") && month(before.wrapping_sub(1)));
    let second = (scan.dash(before) || scan.any(before, words!["and", "to", "or", "through"]))
        && scan.is_number(before.wrapping_sub(1))
        && (month(before.wrapping_sub(2)) || (scan.is(before.wrapping_sub(2), ".") && month(before.wrapping_sub(3))));
    let behind = if scan.is(draft.end, "of") { draft.end + 1 } else { draft.end };
    // "8-10 July".
    let range_behind = scan.dash(draft.end) && scan.is_number(draft.end + 1) && month(draft.end + 2);
    month_before || (second && !is_plural(scan, draft.end)) || month(behind) || range_behind
}

fn year(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let word = scan.word(draft.first);
    let four = word.len() == 4 && word.bytes().all(|it| it.is_ascii_digit()) && draft.form == Form::Digits && draft.end == draft.first + 1;
    let behind = draft.end;
    let before = draft.first.wrapping_sub(1);
    let short = word.len() == 2 && scan.any(before, words!["'", "’", "‘"]) && scan.glued(draft.first);
    // "1990s", "the '90s", "mid-60s".
    if scan.is(behind, "s") && scan.glued(behind)
        || scan.any(behind, words!["'s", "’s"])
            && scan.glued(behind)
            && (!scan.is_word(behind + 1) || scan.is(before, "the") && word.len() == 2 && word.ends_with('0'))
        || short
    {
        return true;
    }
    if word.len() == 4 && iso(scan, draft) || season(scan, draft) {
        return true;
    }
    if !four || !draft.whole_within(1000, 2100) {
        return false;
    }
    let dating = scan.any(
        before,
        words![
            "in", "since", "by", "until", "till", "during", "of", "from", "before", "after", "to", "early", "late", "mid", "circa", "year",
            "and", "for", "through", "between", "ending", "spring", "summer", "autumn", "fall", "winter",
        ],
    );
    let hedged = tables().before.before(scan, draft.first).is_some();
    if hedged {
        return false;
    }
    let era = scan.any(behind, words!["BC", "AD", "BCE", "CE"]);
    let month = scan.class(before).is(Class::MONTH) || (scan.is(before, ",") && month_near(scan, before));
    let counted = is_plural(scan, behind) && !scan.capital(behind);
    let modern = draft.whole_within(1900, 2100);
    era || month || (modern && !(counted && scan.word(draft.first).ends_with("00") && !dating)) || (dating && !counted)
}

/// Whether a month stands just before the comma at `at`: "May 5, 2022".
fn month_near(scan: &Scan<'_, '_>, at: usize) -> bool {
    (1..4).any(|back| at.checked_sub(back).is_some_and(|it| scan.class(it).is(Class::MONTH)))
}

/// A number of "2025-02-20" or "5/17/2018".
fn iso(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let next = scan.hyphen(draft.end) && scan.is_number(draft.end + 1) && scan.word(draft.end + 1).len() == 2;
    next && draft.whole_within(1000, 2100)
}

/// "2018-19", "2010–2015", "1914 to 1918".
fn season(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let year = |at: usize| {
        let word = scan.word(at);
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20") || word.starts_with("18"))
            && word.bytes().all(|it| it.is_ascii_digit())
    };
    let before = draft.first.wrapping_sub(1);
    let tail = (scan.dash(before) || scan.is(before, "/")) && scan.glued(before) && scan.glued(draft.first) && year(before.wrapping_sub(1));
    let short = matches!(scan.word(draft.first).len(), 2 | 4);
    tail && short && !scan.word(draft.first).contains([',', '.'])
}
