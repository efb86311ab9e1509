//! Amounts: whether a source's figure bears out the claim's.
//!
//! Both are intervals in one unit. A source's amount that lies inside the claim's bears it out; one that cannot meet it
//! says otherwise; the rest says nothing.

use rust_decimal::Decimal;

use crate::extract::quantity::{Dimension, Interval, Qualifier, Quantity, Value};

use super::Answer;
use super::meaning::{Meaning, stem};

/// How a source's amount stands to a claim's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comparison {
    /// What it answers.
    pub answer: Answer,
    /// A remark, its reason code first.
    pub note: Option<String>,
}

impl Comparison {
    const fn plain(answer: Answer) -> Self {
        Self { answer, note: None }
    }
}

/// Whether the two measure or count the same sort of thing.
pub(super) fn comparable(claim: &Quantity, stated: &Quantity, meaning: &Meaning) -> bool {
    use Dimension as D;
    match (claim.unit.dimension(), stated.unit.dimension()) {
        (D::Count, D::Count) => {
            let (mine, theirs) = (stem(claim.unit.symbol()), stem(stated.unit.symbol()));
            mine == theirs || meaning.kinship(&mine, &theirs).is_some() || general(&mine) || general(&theirs)
        }
        (D::Count | D::None, D::None) | (D::None, D::Count) => true,
        _ => stated.unit.in_terms_of(&claim.unit).is_some(),
    }
}

/// A head that says no more than that people, or times, are counted.
fn general(noun: &str) -> bool {
    matches!(noun, "people" | "person" | "other" | "total")
}

/// Holds `stated` against `claim`; they are comparable.
pub(super) fn compare(claim: &Quantity, stated: &Quantity, strict: bool) -> Comparison {
    let factor = stated.unit.in_terms_of(&claim.unit).unwrap_or(Decimal::ONE);
    let theirs = stated.interval.scaled(factor);
    let mine = claim.interval;
    let converted = factor != Decimal::ONE;
    if converted && claim.qualifier == stated.qualifier && near(claim, stated, factor) {
        return Comparison { answer: Answer::Agrees, note: Some(converted_note(stated, claim, factor)) };
    }
    if !converted && claim.value == stated.value {
        return same_figure(claim, stated, strict);
    }
    // A range is on record with both its ends: "10 to 12" is not "10 to 15".
    let ranges = matches!((claim.value, stated.value), (Value::Range(..), Value::Range(..))) && claim.qualifier == stated.qualifier;
    if ranges && mine != theirs && !(claim.vague || stated.vague) {
        let note = format!("bound: the source says {}", shown(stated));
        return Comparison { answer: if mine.meets(theirs) { Answer::Silent } else { Answer::Differs }, note: Some(note) };
    }
    if mine.contains(theirs) && !(strict && claim.qualifier != stated.qualifier) {
        let note = converted.then(|| converted_note(stated, claim, factor));
        return Comparison { answer: Answer::Agrees, note };
    }
    if rounds_to(claim, stated, factor) {
        let note = format!("rounding: the source says {}", shown(stated));
        return Comparison { answer: Answer::Agrees, note: Some(note) };
    }
    if !strict && ceiling(stated).is_some_and(|it| mine.contains(Interval { high: Some(it), below: true, ..stated.interval }.scaled(factor))) {
        let note = format!("bound: the source says {}, and would say so of the next round figure", shown(stated));
        return Comparison { answer: Answer::Agrees, note: Some(note) };
    }
    if mine.meets(tolerant(theirs, stated)) { Comparison::plain(Answer::Silent) } else { Comparison::plain(Answer::Differs) }
}

/// The same figure: the qualifiers decide.
fn same_figure(claim: &Quantity, stated: &Quantity, strict: bool) -> Comparison {
    use Qualifier as Q;
    if claim.qualifier == stated.qualifier {
        return if claim.interval == stated.interval || claim.interval.contains(stated.interval) || !strict {
            Comparison::plain(Answer::Agrees)
        } else {
            Comparison::plain(Answer::Silent)
        };
    }
    let softer = || Some(format!("qualifier: the source says {}", shown(stated)));
    match (claim.qualifier, stated.qualifier) {
        (Q::Exact | Q::About, Q::About | Q::Exact) if strict => Comparison { answer: Answer::Silent, note: softer() },
        (Q::Exact, Q::About) => Comparison { answer: Answer::Agrees, note: softer() },
        (Q::About, Q::Exact) => Comparison::plain(Answer::Agrees),
        _ if claim.interval.contains(stated.interval) => {
            Comparison { answer: if strict { Answer::Silent } else { Answer::Agrees }, note: None }
        }
        _ if claim.interval.meets(stated.interval) => {
            Comparison { answer: Answer::Silent, note: Some(format!("bound: the source says {}", shown(stated))) }
        }
        _ => Comparison::plain(Answer::Differs),
    }
}

/// The next round figure above an amount of which the source says that it is more: "more than 4,700" are not 4,800 yet.
fn ceiling(stated: &Quantity) -> Option<Decimal> {
    let Value::One(value) = stated.value else { return None };
    let step = precision(value);
    // "More than 12 ships" may be 20; three digits that count, or a measure to the unit, were counted.
    let counted = stated.qualifier == Qualifier::More && value >= step * Decimal::TEN;
    counted.then(|| value + step)
}

/// Whether two figures in different units are one, within the precision of the coarser.
fn near(claim: &Quantity, stated: &Quantity, factor: Decimal) -> bool {
    let (Value::One(mine), Value::One(theirs)) = (claim.value, stated.value) else { return false };
    let Some(theirs) = theirs.checked_mul(factor) else { return false };
    let step = precision(mine).max(precision_scaled(stated.value, factor));
    (mine - theirs).abs() * Decimal::TWO <= step
}

/// Whether the claim's figure is the source's, rounded to the claim's precision.
fn rounds_to(claim: &Quantity, stated: &Quantity, factor: Decimal) -> bool {
    let (Value::One(mine), Value::One(theirs)) = (claim.value, stated.value) else { return false };
    if !matches!(claim.qualifier, Qualifier::Exact | Qualifier::About) || !matches!(stated.qualifier, Qualifier::Exact | Qualifier::About) {
        return false;
    }
    let Some(theirs) = theirs.checked_mul(factor) else { return false };
    let off = (mine - theirs).abs();
    let step = precision(mine);
    // A whole count is not rounded: 12 ships are not 12.4.
    let coarse = step > Decimal::ONE || mine.scale() > 0 || !matches!(claim.unit.dimension(), Dimension::Count | Dimension::None);
    let slack = if claim.qualifier == Qualifier::About { Decimal::new(5, 2) } else { Decimal::new(2, 2) };
    coarse && step > precision(theirs) && off * Decimal::TWO <= step && off <= mine.abs() * slack
}

/// What one step in the last digit that counts is worth: 100 for 1,300; 0.1 for 4.2.
fn precision(value: Decimal) -> Decimal {
    let value = value.normalize();
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    let mut step = Decimal::ONE;
    let mut rest = value.abs();
    let ten = Decimal::TEN;
    while !rest.is_zero() && (rest % ten).is_zero() {
        rest /= ten;
        step *= ten;
    }
    step
}

fn precision_scaled(value: Value, factor: Decimal) -> Decimal {
    let Value::One(value) = value else { return Decimal::ONE };
    precision(value).checked_mul(factor).unwrap_or(Decimal::ONE)
}

/// What the source may still mean: "about 64%" is not 46%, and may be 65%.
fn tolerant(theirs: Interval, stated: &Quantity) -> Interval {
    if stated.qualifier != Qualifier::About {
        return theirs;
    }
    let widened = |end: Option<Decimal>, by: Decimal| end.and_then(|it| it.checked_mul(by));
    Interval { low: widened(theirs.low, Decimal::new(95, 2)), high: widened(theirs.high, Decimal::new(105, 2)), ..theirs }
}

fn converted_note(stated: &Quantity, claim: &Quantity, factor: Decimal) -> String {
    let Value::One(value) = stated.value else { return format!("converted: from {}", stated.unit.symbol()) };
    let value = value.checked_mul(factor).unwrap_or(value).round_dp(1).normalize();
    format!("converted: {} is {value} {}", shown(stated), claim.unit.symbol())
}

/// An amount in short: "about 64%", "more than 800 km²".
pub(super) fn shown(quantity: &Quantity) -> String {
    let qualifier = match quantity.qualifier {
        Qualifier::Exact => "",
        Qualifier::About => "about ",
        Qualifier::More => "more than ",
        Qualifier::AtLeast => "at least ",
        Qualifier::Less => "less than ",
        Qualifier::AtMost => "at most ",
    };
    let value = match quantity.value {
        Value::One(value) => grouped(value),
        Value::Range(low, high) => format!("{} to {}", grouped(low), grouped(high)),
    };
    let symbol = quantity.unit.symbol();
    let space = if symbol.is_empty() || symbol == "%" { "" } else { " " };
    format!("{qualifier}{value}{space}{symbol}")
}

/// A number with commas between its thousands.
fn grouped(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (whole, rest) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |it| ("-", it));
    let mut out = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}
