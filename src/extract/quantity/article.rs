//! One, as an article: `nearly a year`, `more than an hour`.

use rust_decimal::Decimal;

use super::draft::{Draft, Form};
use super::measure::unit_at;
use super::scan::Scan;
use super::table::tables;
use super::{Read, Rule, Value};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "article",
    reads: &[
        ("It took nearly a year.", "~1 year"),
        ("The queue is more than a mile long.", ">1 mi"),
        ("They waited almost an hour.", "~1 hour"),
        ("It takes an hour and a half.", "1.5 hour"),
        ("They waited a year or more.", ">=1 year"),
    ],
    // Without a hedge the article counts nothing.
    ignores: &["It takes a day.", "The price rose about a fish."],
    read: Read::Article(read),
};

/// Read where the unit is met, and the article and the hedge lie behind.
fn read(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    let unit = scan.class(at).is(Class::UNIT.or(Class::CALENDAR_UNIT)) && scan.is_word(at);
    let article = at.checked_sub(1).filter(|it| unit && scan.any(*it, words!["a", "an"]))?;
    if let Some(draft) = and_part(scan, article, at) {
        return Some(draft);
    }
    // "An hour or so", "a year or more".
    let behind = scan.is(at + 1, "or") && scan.any(at + 2, words!["so", "more", "less"]);
    let Some(hedge) = article.checked_sub(1).filter(|_| !behind) else {
        return behind.then(|| Draft::new(article, at, Value::One(Decimal::ONE), Form::Words));
    };
    let firm = scan.any(hedge, words!["nearly", "almost", "about", "around", "roughly", "least", "approximately"])
        || (scan.is(hedge, "than") && scan.any(hedge.wrapping_sub(1), words!["more", "less"]))
        || (scan.any(hedge, words!["over", "under"]) && scan.any(hedge.wrapping_sub(1), words!["for", "in", "just", "well", "is", "was"]));
    firm.then(|| Draft::new(article, at, Value::One(Decimal::ONE), Form::Words))
}

/// "An hour and a half", "a mile and a quarter".
fn and_part(scan: &Scan<'_, '_>, article: usize, at: usize) -> Option<Draft> {
    let part = at + 3;
    let stands = scan.is(at + 1, "and") && scan.is(at + 2, "a") && scan.class(part).is(Class::FRACTION) && !scan.ends_with(part, "s");
    let parts = tables().fraction(scan.word(part)).filter(|_| stands)?;
    let (unit, _) = unit_at(scan, at).filter(|it| it.1 == at + 1)?;
    let value = Decimal::ONE.checked_div(parts)?.checked_add(Decimal::ONE)?;
    let mut draft = Draft::new(article, part + 1, Value::One(value), Form::Words);
    draft.unit = unit.clone();
    Some(draft)
}
