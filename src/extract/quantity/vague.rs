//! Vague plurals: `dozens`, `hundreds of`, `tens of thousands`, `several hundred`.

use rust_decimal::Decimal;

use super::draft::{Draft, Form};
use super::scan::Scan;
use super::table::{Writing, tables};
use super::{Read, Rule, Unit, Value, count};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "vague",
    reads: &[
        ("Dozens of huts burned.", "[12, 120] hut"),
        ("Hundreds of square kilometers were flooded.", "[100, 1000] km²"),
        ("Tens of thousands of farmers marched.", "[10000, 100000] farmer"),
        ("Hundreds were arrested.", "[100, 1000] people"),
        ("Several of the huts burned; several old barns stood.", "[2, 10] hut; [2, 10] barn"),
        ("They hired several hundred nurses.", "[200, 1000] nurse"),
        ("A few thousand seals came ashore.", "[2000, 10000] seal"),
        ("It bought a couple of boats.", "~2 boat"),
    ],
    ignores: &[
        "A few boats left.",
        "It took several weeks.",
        "Revenue is told in millions.",
        "He scores often.",
        "It dates from the hundreds place.",
    ],
    read: Read::Number(read),
};

fn read(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    if scan.any(at, words!["couple"]) {
        return couple(scan, at);
    }
    if !scan.class(at).is(Class::VAGUE) {
        return None;
    }
    let (mut low, mut high) = tables().vague(scan.word(at))?;
    let mut end = at + 1;
    let mut first = at;
    if scan.any(at, words!["several", "few"]) {
        let scale = tables().scale(scan.word(end)).filter(|it| it.1 == Writing::Word && scan.class(end).is(Class::SCALE));
        // "several boats", but neither "a few boats" nor "several weeks" states a figure.
        if scale.is_none() && scan.is(at, "several") && count::things(scan, end) {
            return Some(Draft::new(at, end, Value::Range(low, high), Form::Vague));
        }
        let (factor, _) = scale?;
        (low, high) = (low.checked_mul(factor)?, high.checked_mul(factor)?);
        end += 1;
        first = if scan.is(at.wrapping_sub(1), "a") { at - 1 } else { at };
    } else {
        let of = scan.is(end, "of");
        // "scores of" and "tens of"; alone they are a verb, or a column of digits.
        if scan.any(at, words!["scores", "tens"]) && !of {
            return None;
        }
        let ranked = scan.is(end, "place") || scan.any(at.wrapping_sub(1), words!["the", "per", "his", "her"]);
        // "Revenue (in millions)" names a scale.
        let scale = scan.is(at.wrapping_sub(1), "in") && !scan.is_word(end);
        if (ranked || scale) && !of {
            return None;
        }
    }
    while scan.is(end, "of")
        && let Some((more, more_high)) = tables().vague(scan.word(end + 1)).filter(|_| scan.class(end + 1).is(Class::VAGUE))
        && !scan.any(end + 1, words!["several", "few"])
    {
        low = low.checked_mul(more)?;
        // "Hundreds of thousands" ends where a million begins, not at ten times that.
        high = if more_high > high { high.checked_mul(more)? } else { high };
        end += 2;
    }
    let mut draft = Draft::new(first, end, Value::Range(low, high), Form::Vague);
    // The unit or noun stands behind "of".
    if scan.is(end, "of") {
        draft.end = end + 1;
        draft.to = end;
    }
    if standing_alone(scan, end) {
        draft.unit = Unit::count("people");
    }
    Some(draft)
}

/// A vague plural that is itself the subject stands for people: "Hundreds were arrested".
fn standing_alone(scan: &Scan<'_, '_>, end: usize) -> bool {
    scan.class(end).is(Class::AUXILIARY | Class::MODAL) || scan.any(end, words!["fled", "marched", "gathered", "died", "protested"])
}

fn couple(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    let article = at.checked_sub(1).filter(|it| scan.is(*it, "a"))?;
    let of = scan.is(at + 1, "of") && !scan.any(at + 2, words!["the", "his", "her", "their", "my", "our"]);
    let mut end = at + 1 + usize::from(of);
    let factor = tables().scale(scan.word(end)).filter(|it| it.1 == Writing::Word && scan.class(end).is(Class::SCALE));
    let mut value = Decimal::TWO;
    if let Some((factor, _)) = factor {
        value = value.checked_mul(factor)?;
        end += 1;
    } else if !of {
        return None;
    }
    let mut draft = Draft::new(article, end, Value::One(value), Form::Scaled);
    draft.qualifier = super::Qualifier::About;
    Some(draft)
}
