//! Numbers in digits: `1,300`, `2.5`, `12,34,567.89`, `40 000`, `.5`, `1.3x10^6`, `-4`.

use rust_decimal::Decimal;

use super::draft::{Draft, Form};
use super::measure::unit_behind;
use super::scan::Scan;
use super::{Read, Rule, Value};
use crate::text::{Class, Kind, words};

pub(super) const RULE: Rule = Rule {
    name: "digits",
    reads: &[
        ("The dam holds 1,300 boats.", "1300 boat"),
        ("Debts came to 12,34,567.89 rupees.", "1234567.89 INR"),
        ("Some 40 000 pilgrims came.", "~40000 pilgrim"),
        ("The rate is .25 percent.", "0.25 %"),
        ("It was -4 degrees at dawn.", "-4 °"),
        ("It fell to minus 12 degrees Celsius.", "-12 °C"),
        ("It weighs 1.5e+6 kg or 2e-3 t.", "1500000 kg; 0.002 t"),
        ("The error is plus or minus 3 points.", "3 point"),
        ("A charge of 1.6x10^-3 volts was read.", "0.0016 V"),
        // A sign may be set off where nothing else stands beside the number.
        ("- 2 3/5", "-2.6"),
        ("The balance ( - 40 °C ) was low.", "-40 °C"),
        ("- 10 boats sank.", "10 boat"),
        ("It rose - 5 times - in May.", "5 time"),
    ],
    // A list of numbers without blanks is no number.
    ignores: &["See exercises 22,24,26,31."],
    read: Read::Number(read),
};

fn read(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    let (value, first, mut end) = plain(scan, at)?;
    let mut value = value;
    if scan.is(end, "^") && scan.glued(end) {
        (value, end) = power(scan, value, end + 1)?;
    }
    if let Some((power, after)) = power_of_ten(scan, end) {
        value = value.checked_mul(power)?;
        end = after;
    }
    Some(Draft::new(first, end, Value::One(value), Form::Digits))
}

/// The number in digits at token `at`, its first token and the one after its last.
pub(super) fn plain(scan: &Scan<'_, '_>, at: usize) -> Option<(Decimal, usize, usize)> {
    if !scan.is_number(at) {
        return None;
    }
    let mut value = parse(scan.word(at))?;
    // ".25" opens with its point.
    let point = at.checked_sub(1).filter(|it| scan.is(*it, ".") && scan.glued(at) && !scan.glued(*it));
    if let Some(point) = point {
        let digits = u32::try_from(scan.word(at).len()).ok().filter(|it| *it < 20)?;
        let whole = value.is_integer() && !scan.word(at).contains([',', '.']);
        value.set_scale(digits).ok().filter(|()| whole)?;
        return Some((value, point, at + 1));
    }
    let mut end = at + 1;
    while grouped(scan, at, end) {
        value = value.checked_mul(1000.into())?.checked_add(parse(scan.word(end))?)?;
        end += 1;
    }
    Some((value, at, end))
}

/// Whether the token at `next` goes on with a number whose thousands are set off by blanks.
fn grouped(scan: &Scan<'_, '_>, first: usize, next: usize) -> bool {
    let three = |at: usize| {
        let word = scan.word(at);
        scan.is_number(at) && !scan.glued(at) && (word.len() == 3 || (word.len() > 4 && word.as_bytes().get(3) == Some(&b'.')))
    };
    // Few numbers have another behind them.
    if !three(next) {
        return false;
    }
    let lead = scan.word(first);
    let blanks = scan.token(next).is_some_and(|it| it.breaks == 0);
    let plausible = lead.len() <= 3 && lead != "0" && !lead.contains([',', '.']) && !scan.class(first.wrapping_sub(1)).is(Class::MONTH);
    // Two numbers may stand side by side: a second group, or round hundreds, tell that it is one.
    let sure = next > first + 1 || three(next + 1) || scan.word(next).ends_with("00");
    plausible && blanks && sure
}

/// `x10^6`, `e6`: the factor, and the token after it.
fn power_of_ten(scan: &Scan<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let word = scan.word(at);
    // "12.3e+14".
    if matches!(word, "e" | "E")
        && scan.glued(at)
        && (scan.dash(at + 1) || scan.is(at + 1, "+"))
        && scan.glued(at + 1)
        && scan.glued(at + 2)
    {
        let factor = ten_to(scan.word(at + 2).parse().ok()?)?;
        return Some((if scan.dash(at + 1) { Decimal::ONE.checked_div(factor)? } else { factor }, at + 3));
    }
    let next = if word.eq_ignore_ascii_case("x10") && scan.glued(at) {
        at + 1
    } else if matches!(word, "×" | "x") && scan.word(at + 1) == "10" && !scan.word(at + 2).is_empty() {
        at + 2
    } else {
        let digits = word.strip_prefix('e').filter(|_| scan.glued(at))?;
        let power: u32 = digits.parse().ok()?;
        return Some((ten_to(power)?, at + 1));
    };
    let next = if scan.is(next, "^") { next + 1 } else { next };
    let down = scan.dash(next);
    let next = if down { next + 1 } else { next };
    let power: u32 = scan.word(next).parse().ok().filter(|_| scan.glued(next))?;
    let factor = ten_to(power)?;
    Some((if down { Decimal::ONE.checked_div(factor)? } else { factor }, next + 1))
}

/// The value to the power that stands at `at`: "1.1^23", "2.5^-1".
fn power(scan: &Scan<'_, '_>, value: Decimal, at: usize) -> Option<(Decimal, usize)> {
    let down = scan.dash(at);
    let at = if down || scan.is(at, "+") { at + 1 } else { at };
    let times: u32 = scan.word(at).parse().ok().filter(|it| scan.glued(at) && *it < 64)?;
    let product = (0..times).try_fold(Decimal::ONE, |product, _| product.checked_mul(value))?;
    Some((if down { Decimal::ONE.checked_div(product)? } else { product }, at + 1))
}

fn ten_to(power: u32) -> Option<Decimal> {
    (power < 28).then(|| Decimal::from_i128_with_scale(10_i128.pow(power), 0))
}

/// The value of digits with separators; none where they group nothing.
pub(super) fn parse(word: &str) -> Option<Decimal> {
    if word.len() > 28 {
        return None;
    }
    // Most numbers have no separator, and fit a machine word.
    if word.len() <= 18 && word.bytes().all(|it| it.is_ascii_digit()) {
        return Some(Decimal::from(word.bytes().fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0'))));
    }
    let (whole, part) = match (word.rfind('.'), word.rfind(',')) {
        (Some(_), None) if word.bytes().filter(|it| *it == b'.').count() > 1 => return None,
        // "1.111,11" as much of Europe writes it.
        (Some(point), Some(comma)) if point < comma => split(word, comma)?,
        (Some(point), _) => split(word, point)?,
        (None, Some(comma)) if !groups(word, b',') => split(word, comma)?,
        (None, _) => (word, ""),
    };
    let separated = whole.bytes().any(|it| !it.is_ascii_digit());
    if separated && !groups(whole, b',') && !groups(whole, b'.') {
        return None;
    }
    let digits = whole.bytes().chain(part.bytes()).filter(u8::is_ascii_digit);
    let mantissa = digits.fold(0, |sum, digit| sum * 10 + i128::from(digit - b'0'));
    Decimal::try_from_i128_with_scale(mantissa, u32::try_from(part.len()).ok()?).ok().map(|it| it.normalize())
}

/// The digits before and behind the decimal mark at `at`.
fn split(word: &str, at: usize) -> Option<(&str, &str)> {
    let part = word.get(at + 1..)?;
    part.bytes().all(|it| it.is_ascii_digit()).then_some((word.get(..at)?, part))
}

/// Whether `mark` sets off thousands, or lakhs and crores as in India.
fn groups(whole: &str, mark: u8) -> bool {
    let Some((rest, last)) = whole.rsplit_once(char::from(mark)) else { return false };
    let mut middle = rest.split(char::from(mark));
    let lead = middle.next().unwrap_or_default();
    let digits = |it: &str, of: std::ops::RangeInclusive<usize>| of.contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    let all = |count: usize| middle.clone().all(|it| digits(it, count..=count));
    digits(last, 3..=3) && (digits(lead, 1..=3) && all(3) || digits(lead, 1..=2) && all(2))
}

/// The sign before the number from `first` to `end`, as the tokens it takes; none where there is none or it joins two words.
pub(super) fn minus_before(scan: &Scan<'_, '_>, first: usize, end: usize) -> Option<usize> {
    let before = first.checked_sub(1).filter(|it| *it >= scan.first)?;
    // "Plus or minus 3 points" has no sign of its own.
    if scan.any(before, words!["minus", "negative"]) {
        return (!(scan.any(before.wrapping_sub(1), words!["or", "/"]) && scan.is(before.wrapping_sub(2), "plus"))).then_some(before);
    }
    if scan.dash(before) && scan.glued(first) {
        let word = before.wrapping_sub(1);
        if scan.any(word, words!["minus", "negative"]) {
            return Some(word);
        }
        let opens = !scan.glued(before) || scan.class(word).is(Class::CURRENCY) || matches!(scan.word(word), "(" | "=" | "<" | ">" | "[");
        let after_number = scan.is_number(word) && scan.glued(before);
        let em = scan.is(before, "—");
        return (opens && !after_number && !em).then_some(before);
    }
    set_off(scan, before, end).then_some(before)
}

/// Whether a sign with a blank behind it belongs to the number: both are all of a line, or of what stands in brackets. In a
/// sentence it is a dash, and before a thing that is counted it opens the item of a list: "- 10 boats".
fn set_off(scan: &Scan<'_, '_>, dash: usize, end: usize) -> bool {
    if !scan.dash(dash) || scan.is(dash, "—") {
        return false;
    }
    let before = dash.wrapping_sub(1);
    let end = unit_behind(scan, end).map_or(end, |it| it.1);
    let line = dash == scan.first && (end == scan.end || end + 1 == scan.end && scan.is(end, "."));
    line || scan.is(before, "(") && scan.is(end, ")") || scan.is(before, "[") && scan.is(end, "]")
}

/// Whether the token at `at` is part of a number in digits.
pub(super) fn is_digits(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.kind(at) == Some(Kind::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(parse(word).map(|it| it.to_string()).as_deref(), expected, "{word}");
    }

    #[test]
    fn separators_group_thousands_and_set_off_decimals() {
        check("1,234,567", Some("1234567"));
        check("12,34,567.89", Some("1234567.89"));
        check("1.111,11", Some("1111.11"));
        check("1,3", Some("1.3"));
        check("10.000", Some("10"));
        check("4.80", Some("4.8"));
    }

    #[test]
    fn versions_and_lists_are_no_numbers() {
        check("192.168.1.2", None);
        check("22,24,26", None);
        check("1,2345,678", None);
    }
}
