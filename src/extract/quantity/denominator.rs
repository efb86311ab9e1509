//! Denominators: `thirds`, `twenty-fifths`, `one-hundredth`, `hundred-thousandths`, `one hundred and fifths`.

use rust_decimal::Decimal;

use super::cardinal::Cardinal;
use super::scan::Scan;
use super::table::tables;
use crate::text::{Class, words};

/// What a number of parts is divided by.
#[derive(Clone, Copy)]
pub(super) struct Denominator {
    pub(super) value: Decimal,
    /// The token after it.
    pub(super) end: usize,
    pub(super) plural: bool,
}

/// The denominator at `at`, perhaps over a hyphen.
pub(super) fn denominator(scan: &Scan<'_, '_>, at: usize) -> Option<Denominator> {
    let next = if scan.dash(at) && scan.is_word(at + 1) { at + 1 } else { at };
    if !scan.class(next).is(Class::NUMBER_WORD.or(Class::FRACTION).or(Class::SCALE)) {
        return None;
    }
    word(scan, next).or_else(|| tens(scan, next)).or_else(|| tied(scan, next)).or_else(|| long(scan, next))
}

/// "Thirds", "hundredths".
fn word(scan: &Scan<'_, '_>, at: usize) -> Option<Denominator> {
    let value = tables().fraction(scan.word(at)).filter(|_| scan.class(at).is(Class::FRACTION))?;
    Some(Denominator { value, end: at + 1, plural: scan.word(at).ends_with('s') })
}

/// "Twenty-fifths", "thirty-firsts".
fn tens(scan: &Scan<'_, '_>, at: usize) -> Option<Denominator> {
    let tens = number(scan, at).filter(|it| *it >= 20)?;
    let last = if scan.hyphen(at + 1) { at + 2 } else { at + 1 };
    let units = if scan.any(last, words!["first", "firsts"]) { Decimal::ONE } else { ordinal(scan, last, 9)?.value };
    Some(Denominator { value: Decimal::from(tens) + units, end: last + 1, plural: scan.word(last).ends_with('s') })
}

/// "One-hundredth", "ten-thousandths": the hyphen makes one word of both.
fn tied(scan: &Scan<'_, '_>, at: usize) -> Option<Denominator> {
    let factor = number(scan, at).map(Decimal::from).or_else(|| hundred(scan, at))?;
    let power = word(scan, at + 2).filter(|it| scan.hyphen(at + 1) && it.value >= Decimal::ONE_HUNDRED)?;
    Some(Denominator { value: factor.checked_mul(power.value)?, ..power })
}

/// "One hundred and fifth", "two-thousand-twentieths".
fn long(scan: &Scan<'_, '_>, at: usize) -> Option<Denominator> {
    let lead = number(scan, at).filter(|it| (1..10).contains(it))?;
    let scale = scan.joined(at + 1);
    let (factor, _) = tables().scale(scan.word(scale)).filter(|_| scan.any(scale, words!["hundred", "thousand"]))?;
    let next = scan.joined(scale + 1);
    let rest = if scan.is(next, "and") { next + 1 } else { next };
    let rest = ordinal(scan, rest, 20).or_else(|| tens(scan, rest))?;
    Some(Denominator { value: Decimal::from(lead).checked_mul(factor)?.checked_add(rest.value)?, ..rest })
}

/// The ordinal at `at` up to the given one, as the end of a longer one: halves and quarters are none.
fn ordinal(scan: &Scan<'_, '_>, at: usize, highest: i64) -> Option<Denominator> {
    let fits = |it: &Denominator| it.value > Decimal::TWO && it.value <= highest.into();
    word(scan, at).filter(fits).filter(|_| !scan.any(at, words!["quarter", "quarters"]))
}

fn number(scan: &Scan<'_, '_>, at: usize) -> Option<u8> {
    tables().number(scan.word(at)).filter(|_| scan.class(at).is(Class::NUMBER_WORD))
}

fn hundred(scan: &Scan<'_, '_>, at: usize) -> Option<Decimal> {
    scan.is(at, "hundred").then_some(Decimal::ONE_HUNDRED)
}

/// How many parts a number counts, and of which size: "two thirds", "five one-thousandths", "one hundred thirty-fifths".
pub(super) fn divided(scan: &Scan<'_, '_>, whole: Cardinal) -> Option<(Decimal, Denominator)> {
    taken_back(scan, whole).or_else(|| Some((whole.value, denominator(scan, whole.end)?)))
}

/// The number without its last word, where that belongs to the denominator: a hyphen ties "two hundred-thousandths", and
/// nobody counts fifths by the hundred and thirty in "one hundred thirty fifths" without an "and".
fn taken_back(scan: &Scan<'_, '_>, whole: Cardinal) -> Option<(Decimal, Denominator)> {
    let last = whole.end.checked_sub(1).filter(|it| *it > whole.first && !scan.hyphen(it.wrapping_sub(1)))?;
    let hyphen = scan.hyphen(whole.end);
    if let Some(denominator) = tens(scan, last).filter(|_| hyphen || scan.class(last - 1).is(Class::SCALE)) {
        return Some((whole.value.checked_sub(number(scan, last)?.into())?, denominator));
    }
    let single = last == whole.first + 1;
    let denominator = tied(scan, last).filter(|_| hyphen && single && scan.is(last, "hundred"))?;
    Some((number(scan, whole.first)?.into(), denominator))
}

/// Whether a part smaller than one begins at `at`: "three fifths", "fifty-four hundredths", but not "thirty fifths".
pub(super) fn proper_part(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(mut count) = number(scan, at) else { return false };
    let mut next = scan.joined(at + 1);
    if count >= 20
        && let Some(units) = number(scan, next).filter(|it| (1..10).contains(it))
    {
        count += units;
        next = scan.joined(next + 1);
    }
    scan.class(next).is(Class::FRACTION) && word(scan, next).is_some_and(|it| Decimal::from(count) < it.value)
}
