//! So much for each: `$80 per sq m`, `98 cents a share`, `miles an hour`, `tests per day`, `km/h`.

use super::draft::Draft;
use super::measure::unit_at;
use super::noun::singular;
use super::scan::Scan;
use super::table::tables;
use super::unit::Dimension;
use super::{Read, Rule, Unit};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "per",
    reads: &[
        ("Rent is $80 per sq m.", "80 USD/m²"),
        ("It earned 63 cents a share.", "63 cent/share"),
        ("The train does 188 miles an hour.", "188 mph"),
        ("They make three thousand tests per day.", "3000 test/day"),
        ("Gusts of 90 km/h were felt.", "90 km/h"),
        ("It carries 55 million tonnes of coal a year.", "55000000 t/year"),
        ("A shot costs $3 to $4 a dose.", "[3, 4] USD/dose"),
        ("Oil is at $70-a-barrel.", "70 USD/barrel"),
    ],
    ignores: &[],
    read: Read::Grow(grow),
};

fn grow(scan: &Scan<'_, '_>, draft: &mut Draft) {
    if draft.bare() || matches!(draft.unit.dimension(), Dimension::Share) {
        return;
    }
    // "55 billion cubic metres of gas a year".
    let behind = draft.noun.filter(|it| it.0 > draft.to && *draft.unit.dimension() != Dimension::Count).map(|it| it.1);
    let Some((each, end)) = each(scan, draft.to).or_else(|| each(scan, behind?)) else { return };
    let whole = format!("{}/{each}", draft.unit.symbol());
    let measured = match whole.as_str() {
        "mi/hour" => Some("mph"),
        "km/hour" => Some("km/h"),
        "mi/gallon" => Some("mpg"),
        _ => None,
    };
    draft.unit = measured.and_then(|it| tables().unit_called(it).cloned()).unwrap_or_else(|| Unit::rate(whole));
    draft.to = end;
}

/// What an amount is for each of, behind "per", "a", "an" or a slash, and the token after it.
fn each(scan: &Scan<'_, '_>, at: usize) -> Option<(String, usize)> {
    let hyphen = scan.hyphen(at);
    let word = if hyphen { at + 1 } else { at };
    let mut next = word + 1;
    if scan.hyphen(next) {
        next += 1;
    }
    let per = scan.any(word, words!["per", "/"]);
    if !per && !scan.any(word, words!["a", "an"]) {
        return None;
    }
    if scan.is(word, "/") && !(scan.glued(word) && scan.glued(next)) {
        return None;
    }
    if let Some((unit, end)) = unit_at(scan, next) {
        // "$6.78 billion a year earlier" dates the amount.
        if !per && scan.any(end, words!["ago", "earlier", "later", "before", "after", "old"]) {
            return None;
        }
        let article_fits = per || !matches!(unit.symbol(), "decade" | "century" | "second" | "lb-ft" | "%");
        return article_fits.then(|| (unit.symbol().to_owned(), end));
    }
    // "3,500MB/s".
    if scan.is(word, "/") && scan.word(next) == "s" {
        return Some(("second".to_owned(), next + 1));
    }
    let noun = scan.word(next);
    let counted = scan.any(
        next,
        words![
            "share",
            "head",
            "piece",
            "person",
            "pop",
            "bottle",
            "ticket",
            "unit",
            "litre",
            "tonne",
            "bushel",
            "barrel",
            "dozen",
            "bag",
            "vote",
            "dose",
            "copy",
            "game",
            "seat",
            "room",
            "student",
            "child",
            "household",
            "family",
            "vehicle",
            "pack",
            "pair",
            "word",
            "page",
            "visit",
            "trip",
        ],
    );
    let plain = scan.lower_case(next) && !scan.class(next).is(Class::FUNCTION);
    // "per diluted share".
    if per && plain && scan.any(next + 1, words!["share", "person", "head"]) {
        return Some((scan.word(next + 1).to_ascii_lowercase(), next + 2));
    }
    if (per && plain && !scan.is(word, "/")) || (counted && scan.is_word(next)) {
        return Some((singular(noun).unwrap_or(noun).to_ascii_lowercase(), next + 1));
    }
    None
}
