//! Parts of one, and numbers with a part: `two-thirds`, `a fifth of`, `half a million`, `1/4`, `two and a half`, `10 1/2`, `¾`.

use rust_decimal::Decimal;

use super::cardinal::{Cardinal, cardinal, scale_at};
use super::draft::{Draft, Form};
use super::scan::Scan;
use super::table::tables;
use super::{Read, Rule, Unit, Value};
use crate::text::{Class, Kind};

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
    ],
    // An ordinal before a noun is a rank; a quarter and a half are also parts of a year or a match.
    ignores: &["A third ferry sank.", "Profit fell in the first quarter.", "She scored in the second half.", "It was the fourth ferry."],
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
    let mut scale_from = end;
    if scan.is(scale_from, "of") {
        scale_from += 1;
    }
    if scan.any(scale_from, &["a", "an"]) {
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
    let article = (end..scale_from).any(|it| scan.any(it, &["a", "an"]));
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
    let article = at.checked_sub(1).filter(|it| scan.any(*it, &["a", "an"]));
    let part = Decimal::ONE.checked_div(parts)?;
    let before = article.unwrap_or(at).wrapping_sub(1);
    let scaled = {
        let next = if scan.any(at + 1, &["a", "an"]) { at + 2 } else { at + 1 };
        scan.class(next).is(Class::SCALE)
    };
    let half = word.eq_ignore_ascii_case("half");
    let reads = if half {
        half_reads(scan, at, before, scaled)
    } else {
        article.is_some() && ends_here(scan, at + 1, scaled) || (word.eq_ignore_ascii_case("quarter") && scaled)
    };
    if !reads || word.ends_with('s') {
        return None;
    }
    drafted(scan, article.unwrap_or(at), at + 1, part, Form::Part)
}

/// "half" counts where it is half of something, not a half of a match or a year.
fn half_reads(scan: &Scan<'_, '_>, at: usize, before: usize, scaled: bool) -> bool {
    let ranked = scan.class(before).is(Class::ORDINAL | Class::DETERMINER | Class::FRACTION)
        || scan.any(before, &["first", "second", "other", "better", "latter", "final", "opening", "last"]);
    let tied = scan.hyphen(at + 1) || scan.hyphen(at.wrapping_sub(1));
    let of = scan.any(at + 1, &["of", "a", "an", "the", "its", "their", "his", "her", "our", "that", "those", "these"]);
    let subject = scan.class(at + 1).is(Class::AUXILIARY | Class::MODAL);
    let hedged = scan.class(before).is(Class::HEDGE) || scan.is(before, "by");
    let alone = scan.any(before.wrapping_add(1), &["a", "an"]) && ends_here(scan, at + 1, scaled);
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
                || scan.any(next, &["less", "more", "fewer", "higher", "lower", "each"])
        }
        _ => false,
    }
}

/// A number of parts: "two-thirds", "five eighths", "one fifth", "twenty fifths".
fn counted(scan: &Scan<'_, '_>, whole: Cardinal) -> Option<Draft> {
    let (parts, end, plural) = parts_at(scan, whole.end)?;
    if plural != (whole.value != Decimal::ONE) || !whole.value.is_integer() || whole.form == Form::Digits {
        return None;
    }
    // "The past two quarters" are six months; "three quarters of it" are parts.
    let quarters = scan.is(end - 1, "quarters") && !scan.dash(whole.end);
    let timed = scan.any(whole.first.wrapping_sub(1), &["past", "last", "first", "next", "previous", "final", "for", "in"]);
    if quarters && (timed && !scan.is(end, "of") || whole.value != Decimal::from(3)) {
        return None;
    }
    drafted(scan, whole.first, end, whole.value.checked_div(parts)?, Form::Part)
}

/// The denominator at `at`, over a hyphen, the token after it, and whether it is a plural.
fn parts_at(scan: &Scan<'_, '_>, at: usize) -> Option<(Decimal, usize, bool)> {
    let next = if scan.dash(at) && scan.is_word(at + 1) { at + 1 } else { at };
    // "twenty-fifths" is made of two words.
    if !scan.class(next).is(Class::NUMBER_WORD.or(Class::FRACTION)) {
        return None;
    }
    let tens = if scan.class(next).is(Class::NUMBER_WORD) { tables().number(scan.word(next)).filter(|it| *it >= 20) } else { None };
    let last = match tens {
        Some(_) if scan.hyphen(next + 1) => next + 2,
        Some(_) => next + 1,
        None => next,
    };
    let word = scan.word(last);
    let parts = match tables().fraction(word).filter(|_| scan.class(last).is(Class::FRACTION)) {
        Some(parts) if tens.is_none() || (parts > Decimal::TWO && parts < Decimal::TEN) => parts,
        None if tens.is_some() && scan.any(last, &["first", "firsts"]) => Decimal::ONE,
        _ => return None,
    };
    Some((parts + Decimal::from(tens.unwrap_or_default()), last + 1, word.ends_with('s')))
}

/// A whole number and a part: "two and a half", "10 1/2", "2½", "3 million and a quarter".
fn mixed(scan: &Scan<'_, '_>, whole: Cardinal) -> Option<Draft> {
    let next = whole.end;
    let (part, end) = if let Some(part) = sign(scan.word(next)) {
        (part, next + 1)
    } else if let Some((part, end)) = slashed(scan, next).filter(|_| whole.form == Form::Digits) {
        (part, end)
    } else {
        let spoken = next + usize::from(scan.is(next, "and"));
        if spoken == next {
            return None;
        }
        spoken_part(scan, spoken)?
    };
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

/// The part in words at `at`: "a half", "three quarters".
fn spoken_part(scan: &Scan<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let (count, next) = if scan.any(at, &["a", "an"]) {
        (Decimal::ONE, at + 1)
    } else {
        let count = Decimal::from(tables().number(scan.word(at)).filter(|it| *it < 20)?);
        (count, at + 1)
    };
    let (parts, end, plural) = parts_at(scan, next)?;
    (plural == (count != Decimal::ONE)).then_some(())?;
    Some((count.checked_div(parts)?, end))
}

/// A fraction in digits: "1/4". Denominators that measure and cook use; dates and scores have others.
fn slashed(scan: &Scan<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let shaped = scan.is_number(at) && scan.any(at + 1, &["/", "⁄"]) && scan.is_number(at + 2);
    let tight = scan.glued(at + 1) && scan.glued(at + 2);
    let chained = scan.is(at + 3, "/") || (scan.is(at.wrapping_sub(1), "/") && scan.glued(at));
    if !shaped || !tight || chained {
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
