//! One or two: `a week or two`, `a boat or two`.

use rust_decimal::Decimal;

use super::draft::{Draft, Form};
use super::measure::unit_at;
use super::noun::unit_name;
use super::scan::Scan;
use super::{Read, Rule, Unit, Value};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "one or two",
    reads: &[("It took a week or two.", "[1, 2] week"), ("They sold a boat or two.", "[1, 2] boat")],
    ignores: &["It is a matter of taste."],
    read: Read::Number(read),
};

/// Read where "two" is met, and the article and what it counts lie behind.
fn read(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    let alone = scan.is(at, "two") && scan.is(at.wrapping_sub(1), "or") && !scan.is_word(at + 1) | scan.class(at + 1).is(Class::FUNCTION);
    let article = at.checked_sub(3).filter(|it| alone && *it >= scan.first && scan.any(*it, words!["a", "an", "one"]))?;
    let noun = at - 2;
    if !scan.is_word(noun) || scan.class(noun).is(Class::FUNCTION | Class::NUMBER_WORD) {
        return None;
    }
    let mut draft = Draft::new(at, at + 1, Value::Range(Decimal::ONE, Decimal::TWO), Form::Words);
    draft.from = article;
    draft.unit = match unit_at(scan, noun).filter(|it| it.1 == noun + 1) {
        Some((unit, _)) => unit.clone(),
        None => Unit::count(unit_name(scan.word(noun), scan.capital(noun))),
    };
    Some(draft)
}
