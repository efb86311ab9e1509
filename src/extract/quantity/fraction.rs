//! Parts of one, and numbers with a part: `two-thirds`, `a fifth of`, `half a million`, `1/4`, `two and a half`, `10 1/2`, `¾`.

use rust_decimal::Decimal;

use super::cardinal::{Cardinal, cardinal, scale_at};
use super::denominator;
use super::draft::{Draft, Form};
use super::scan::Scan;
use super::table::tables;
use super::{Read, Rule, Unit, Value};
use crate::text::{Class, Kind, words};

pub(super) const RULE: Rule = Rule {
    name: "fraction",
    reads: &[
        ("About two-thirds of the forest burned.", "~0.6666666666666666666666666667"),
        ("A fifth of voters stayed home.", "0.2"),
        ("Half a million eggs were sold.", "500000 egg"),
        ("Nearly half of the crews left.", "~0.5"),
        ("The ship sailed two and a half miles.", "2.5 mi"),
        ("They laid 10 1/2 miles of cable.", "10.5 mi"),
        ("One and a half million people fled.", "1500000 people"),
        ("Add 2½ cups of flour.", "2.5 cup"),
        ("Debts are one billion and a half million euros.", "1000500000 EUR"),
        ("It owns three twenty-firsts of the mill.", "0.1428571428571428571428571429"),
        ("It rose by a quarter.", "0.25 up"),
        ("They waited half an hour.", "0.5 hour"),
        ("A quarter-million herons and five and three-quarter miles of reeds.", "250000 heron; 5.75 mi"),
        ("A three-and-a-half-year sentence was passed.", "3.5 year"),
        ("The shelf is 2-1/2 inches deep, and oats fetched $4.05-1/2.", "2.5 in; 4.055 USD"),
        ("A half-percentage-point cut followed.", "0.5 percentage point"),
        ("It won by four one-thousandths of a second.", "0.004 second"),
        ("It is three hundred-thousandths of an inch thick.", "0.00003 in"),
        ("It sold a twenty-fifth of its boats.", "0.04"),
        ("Six and forty-one hundredths, three hundred and forty-one hundredths.", "6.41; 300.41"),
        (
            "Three hundred and forty fifths, three hundred twenty-fifths, two one hundred and fifths.",
            "68; 12; 0.019047619047619047619047619",
        ),
        ("Forty and two and two fifths.", "42.4"),
    ],
    // An ordinal before a noun is a rank; a quarter and a half are also parts of a year or a match.
    ignores: &[
        "A third ferry sank.",
        "Profit fell in the first quarter.",
        "She scored in the second half.",
        "It was the fourth ferry.",
        "He won an eleventh title, then a twelfth.",
    ],
    read: Read::Number(read),
};

fn read(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    if scan.class(at).is(Class::FRACTION) {
        return leading(scan, at);
    }
    if let Some(part) = sign(scan.word(at)) {
        return drafted(scan, at, at + 1, part, Form::Part);
    }
    if let Some((part, end)) = slashed(scan, at) {
        return drafted(scan, at, end, part, Form::Part);
    }
    let whole = cardinal(scan, at)?;
    mixed(scan, whole).or_else(|| counted(scan, whole))
}

/// A part with what multiplies it: "half a million", "two-thirds of a billion", "half a dozen".
fn drafted(scan: &Scan<'_, '_>, first: usize, end: usize, part: Decimal, form: Form) -> Option<Draft> {
    let mut scale_from = scan.joined(end);
    if scan.is(scale_from, "of") {
        scale_from += 1;
    }
    if scan.any(scale_from, words!["a", "an"]) {
        scale_from += 1;
    }
    // "1/32 of a US quart".
    if scan.word(scale_from) == "US" && scan.class(scale_from + 1).is(Class::UNIT) {
        scale_from += 1;
    }
    if scan.class(scale_from).is(Class::SCALE)
        && let Some(scale) = cardinal(scan, scale_from)
    {
        let mut draft = Draft::new(first, scale.end, Value::One(part.checked_mul(scale.value)?), Form::Scaled);
        draft.scale = scale.scale;
        return Some(draft);
    }
    let mut draft = Draft::new(first, end, Value::One(part), form);
    // "half an hour", "a quarter of a mile": the unit follows its article.
    let article = (end..scale_from).any(|it| scan.any(it, words!["a", "an"]));
    if article && scan.class(scale_from).is(Class::UNIT) {
        draft.end = scale_from;
        draft.form = Form::Words;
    } else if form == Form::Part && !followed_by_unit(scan, end) {
        draft.unit = Unit::SHARE;
    }
    Some(draft)
}

fn followed_by_unit(scan: &Scan<'_, '_>, at: usize) -> bool {
    let at = if scan.hyphen(at) { at + 1 } else { at };
    scan.class(at).is(Class::UNIT) && !scan.class(at).is(Class::FUNCTION)
}

/// A part that opens with its own word: "half", "a third", "quarter million", "thirds" never.
fn leading(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    let word = scan.word(at);
    let parts = tables().fraction(word)?;
    let article = at.checked_sub(1).filter(|it| scan.any(*it, words!["a", "an"]));
    let part = Decimal::ONE.checked_div(parts)?;
    let before = article.unwrap_or(at).wrapping_sub(1);
    let scaled = {
        let next = if scan.any(at + 1, words!["a", "an"]) { at + 2 } else { scan.joined(at + 1) };
        scan.class(next).is(Class::SCALE)
    };
    let half = word.eq_ignore_ascii_case("half");
    let reads = if half {
        half_reads(scan, at, before, scaled)
    } else {
        article.is_some() && ends_here(scan, at + 1, scaled) && (usual(parts) || scan.is(at + 1, "of") || scaled)
            || (word.eq_ignore_ascii_case("quarter") && scaled)
    };
    if !reads || word.ends_with('s') {
        return None;
    }
    drafted(scan, article.unwrap_or(at), at + 1, part, Form::Part)
}

/// Whether an article alone makes a part of the ordinal: "a third"; "a twelfth" is mostly the next in a row.
fn usual(parts: Decimal) -> bool {
    parts <= Decimal::TEN || parts >= Decimal::ONE_HUNDRED
}

/// "half" counts where it is half of something, not a half of a match or a year.
fn half_reads(scan: &Scan<'_, '_>, at: usize, before: usize, scaled: bool) -> bool {
    let ranked = scan.class(before).is(Class::ORDINAL | Class::DETERMINER | Class::FRACTION)
        || scan.any(before, words!["first", "second", "other", "better", "latter", "final", "opening", "last"]);
    // "A half-point rise" has a half, "a half-hour show" is of a kind.
    let points = scan.any(at + 2, words!["point", "percentage"]) && scan.hyphen(at + 1);
    if points {
        return true;
    }
    let tied = scan.hyphen(at + 1) || scan.hyphen(at.wrapping_sub(1));
    let of = scan.any(at + 1, words!["of", "a", "an", "the", "its", "their", "his", "her", "our", "that", "those", "these"]);
    let subject = scan.class(at + 1).is(Class::AUXILIARY | Class::MODAL);
    let hedged = scan.class(before).is(Class::HEDGE) || scan.is(before, "by");
    let alone = scan.any(before.wrapping_add(1), words!["a", "an"]) && ends_here(scan, at + 1, scaled);
    (scaled || of || subject || hedged || alone) && !ranked && !tied
}

/// Whether a part such as "a third" is one: no noun follows that it would number.
fn ends_here(scan: &Scan<'_, '_>, next: usize, scaled: bool) -> bool {
    if scaled || scan.is(next, "of") || followed_by_unit(scan, next) {
        return true;
    }
    match scan.kind(next) {
        None | Some(Kind::Mark) => !scan.hyphen(next),
        Some(Kind::Word) => {
            scan.class(next).is(Class::FUNCTION | Class::AUXILIARY | Class::MODAL)
                || scan.any(next, words!["less", "more", "fewer", "higher", "lower", "each"])
        }
        _ => false,
    }
}

/// A number of parts: "two-thirds", "five eighths", "one fifth", "twenty fifths", "a twenty-fifth of".
fn counted(scan: &Scan<'_, '_>, whole: Cardinal) -> Option<Draft> {
    if whole.form == Form::Digits || !whole.value.is_integer() {
        return None;
    }
    if let Some(draft) = article_part(scan, whole.first) {
        return Some(draft);
    }
    let (count, parts) = denominator::divided(scan, whole)?;
    let end = parts.end;
    // "A three-quarter-point cut" modifies what it measures.
    let modifies = scan.hyphen(whole.end) && followed_by_unit(scan, end);
    if parts.plural != (count != Decimal::ONE) && (parts.plural || !modifies) {
        return None;
    }
    // "The past two quarters" are six months; "three quarters of it" are parts.
    let quarters = scan.is(end - 1, "quarters") && !scan.dash(whole.end);
    let timed = scan.any(whole.first.wrapping_sub(1), words!["past", "last", "first", "next", "previous", "final", "for", "in"]);
    if quarters && (timed && !scan.is(end, "of") || count != Decimal::from(3)) {
        return None;
    }
    drafted(scan, whole.first, end, count.checked_div(parts.value)?, Form::Part)
}

/// "A twenty-fifth of the crew", "a ten-thousandth of an inch": an ordinal of several words divides only where what it is
/// of follows, or where it stands alone.
fn article_part(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    let article = at.checked_sub(1).filter(|it| scan.any(*it, words!["a", "an"]))?;
    let parts = denominator::denominator(scan, at).filter(|it| !it.plural)?;
    let alone = article == scan.first && parts.end >= scan.end;
    let divides = alone || scan.is(parts.end, "of");
    drafted(scan, article, parts.end, Decimal::ONE.checked_div(parts.value)?, Form::Part).filter(|_| divides)
}

/// A whole number and a part: "two and a half", "10 1/2", "2½", "3 million and a quarter", "two and fifty-four hundredths".
fn mixed(scan: &Scan<'_, '_>, whole: Cardinal) -> Option<Draft> {
    let (part, end) = behind(scan, whole)?;
    let scale = scale_at(scan, end);
    // "One billion and a half million": the part has a smaller scale of its own.
    let own = scale.filter(|it| it.0 < whole.scale);
    let multiplied = scale.filter(|_| whole.scale == Decimal::ONE);
    let (part, end) = (part.checked_mul(own.map_or(whole.scale, |it| it.0))?, own.map_or(end, |it| it.1));
    let value = whole.value.checked_add(part)?;
    let Some((factor, end)) = multiplied else {
        let mut draft = Draft::new(whole.first, end, Value::One(value), whole.form);
        draft.scale = whole.scale;
        return Some(draft);
    };
    let mut draft = Draft::new(whole.first, end, Value::One(value.checked_mul(factor)?), Form::Scaled);
    draft.scale = factor;
    Some(draft)
}

/// The part behind a whole number, and the token after it.
fn behind(scan: &Scan<'_, '_>, whole: Cardinal) -> Option<(Decimal, usize)> {
    let next = whole.end;
    if let Some(part) = sign(scan.word(next)) {
        return Some((part, next + 1));
    }
    if whole.form == Form::Digits
        && let Some((part, end)) = slashed(scan, next).or_else(|| slashed(scan, next + 1).filter(|_| scan.hyphen(next)))
    {
        return Some((part.checked_mul(last_place(scan.word(next - 1))?)?, end));
    }
    let and = scan.joined(next);
    if !scan.is(and, "and") {
        return None;
    }
    let spoken = scan.joined(and + 1);
    spoken_part(scan, spoken).or_else(|| units_and_part(scan, whole, spoken))
}

/// What a fraction behind these digits is a part of: one, or the last cent of a price, "$4.05-1/2".
fn last_place(word: &str) -> Option<Decimal> {
    match word.split_once('.') {
        None => Some(Decimal::ONE),
        Some((_, cents)) if cents.len() == 2 => Some(Decimal::new(1, 2)),
        Some(_) => None,
    }
}

/// The part in words at `at`: "a half", "three quarters", "fifty-four hundredths"; it is smaller than one.
fn spoken_part(scan: &Scan<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let (count, next) = if scan.any(at, words!["a", "an"]) {
        (Decimal::ONE, at + 1)
    } else {
        cardinal(scan, at).filter(|it| it.form == Form::Words).map(|it| (it.value, it.end))?
    };
    let parts = denominator::denominator(scan, next)?;
    // "Five and three-quarter miles".
    let modifies = scan.hyphen(next) && (scan.hyphen(parts.end) || followed_by_unit(scan, parts.end));
    let agrees = parts.plural == (count != Decimal::ONE) || !parts.plural && modifies;
    (agrees && count < parts.value).then_some(())?;
    Some((count.checked_div(parts.value)?, parts.end))
}

/// "Twenty and three and three fifths": the units behind an "and" of their own, where a part tells that all is one number.
fn units_and_part(scan: &Scan<'_, '_>, whole: Cardinal, at: usize) -> Option<(Decimal, usize)> {
    let tens = whole.end == whole.first + 1 && tables().number(scan.word(whole.first)).is_some_and(|it| it >= 20);
    let units = tables().number(scan.word(at)).filter(|it| tens && (1..10).contains(it))?;
    let listed = scan.is(whole.first.wrapping_sub(1), "between") || !scan.is(at + 1, "and");
    let (part, end) = spoken_part(scan, at + 2).filter(|_| !listed)?;
    Some((part.checked_add(units.into())?, end))
}

/// A fraction in digits: "1/4". Denominators that measure and cook use; dates and scores have others.
fn slashed(scan: &Scan<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let shaped = scan.is_number(at) && scan.any(at + 1, words!["/", "⁄"]) && scan.is_number(at + 2);
    let tight = || scan.glued(at + 1) && scan.glued(at + 2);
    let chained = || scan.is(at + 3, "/") || (scan.is(at.wrapping_sub(1), "/") && scan.glued(at));
    if !shaped || !tight() || chained() {
        return None;
    }
    let above: u32 = scan.word(at).parse().ok()?;
    let below: u32 = scan.word(at + 2).parse().ok()?;
    let usual = matches!(below, 2..=6 | 8 | 10 | 16 | 32 | 64 | 100);
    (usual && 0 < above && above < below).then(|| (Decimal::from(above) / Decimal::from(below), at + 3))
}

/// The value of a fraction that is one character.
pub(super) fn sign(word: &str) -> Option<Decimal> {
    let (above, below) = match word {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Some(Decimal::from(above) / Decimal::from(below))
}
