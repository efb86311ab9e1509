//! A quantity while the rules are at work on it.

use rust_decimal::Decimal;

use super::{Dimension, Interval, Qualifier, Trend, Unit, Value};
use crate::text::Span;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// In digits alone: "800", "1,300", "2.5".
    Digits,
    /// With a scale in words or letters: "2.5 million", "8bn", "a hundred".
    Scaled,
    /// In words: "five", "twenty-one".
    Words,
    /// A part of one: "two-thirds", "3 in 10".
    Part,
    /// A vague plural: "hundreds".
    Vague,
}

/// A quantity while the rules are at work on it; places are tokens, ends are not counted.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The first token of the number.
    pub(super) first: usize,
    /// The token after the number and its scale.
    pub(super) end: usize,
    /// The first token of the whole, hedge and currency sign counted.
    pub(super) from: usize,
    /// The token after the whole, unit and noun counted.
    pub(super) to: usize,
    /// The number's words.
    pub(super) number: Span,
    pub(super) value: Value,
    pub(super) form: Form,
    /// The scale alone, 1 where there is none.
    pub(super) scale: Decimal,
    pub(super) qualifier: Qualifier,
    /// Whether "about" is meant from below.
    pub(super) near: bool,
    /// Whether a sign of its own stands before it: "-5", "minus 5".
    pub(super) signed: bool,
    pub(super) trend: Option<Trend>,
    /// Whether the two ends are before and after: "from 240 to 273".
    pub(super) change: bool,
    pub(super) unit: Unit,
    /// The first token of the noun, and the one after its last.
    pub(super) noun: Option<(usize, usize)>,
    pub(super) converts: Option<usize>,
}

impl Draft {
    /// A number of the tokens from `first` to `end`.
    pub(super) fn new(first: usize, end: usize, value: Value, form: Form) -> Self {
        Self {
            first,
            end,
            from: first,
            to: end,
            number: Span::default(),
            value,
            form,
            scale: Decimal::ONE,
            qualifier: Qualifier::Exact,
            near: false,
            signed: false,
            trend: None,
            change: false,
            unit: Unit::NONE,
            noun: None,
            converts: None,
        }
    }

    /// The number where it is a single one.
    pub(super) fn one(&self) -> Option<Decimal> {
        match self.value {
            Value::One(value) => Some(value),
            Value::Range(..) => None,
        }
    }

    /// Whether it is the whole number `value`.
    pub(super) fn is(&self, value: i64) -> bool {
        self.one() == Some(value.into())
    }

    /// Whether it is a whole number between the two.
    pub(super) fn whole_within(&self, low: i64, high: i64) -> bool {
        // Without digits behind the point the mantissa is the number.
        self.one().is_some_and(|it| match it.scale() {
            0 => (i128::from(low)..=i128::from(high)).contains(&it.mantissa()),
            _ => it.is_integer() && Decimal::from(low) <= it && it <= Decimal::from(high),
        })
    }

    /// Whether nothing tells yet what it measures or counts.
    pub(super) fn bare(&self) -> bool {
        *self.unit.dimension() == Dimension::None
    }

    /// The values that the words allow.
    pub(super) fn interval(&self) -> Interval {
        let (low, high) = match self.value {
            Value::One(value) => (value, value),
            Value::Range(one, other) => (one.min(other), one.max(other)),
        };
        let vague = self.form == Form::Vague;
        let open = |low, high, above, below| Interval { low, high, above, below };
        match self.qualifier {
            Qualifier::Exact => open(Some(low), Some(high), false, vague),
            Qualifier::About => {
                let (low, high) = about(low, high);
                if self.near { open(Some(low), self.one(), false, false) } else { open(Some(low), Some(high), false, vague) }
            }
            Qualifier::More => open(Some(low), None, true, false),
            Qualifier::AtLeast => open(Some(low), None, false, false),
            Qualifier::Less => open(None, Some(high), false, true),
            Qualifier::AtMost => open(None, Some(high), false, false),
        }
    }
}

/// What "about" leaves open: a tenth of the number either way.
///
/// A figure of one significant digit is rounded by up to half of that digit, which for 5 is a tenth of it; newsrooms
/// round further where the leading digit is smaller and less where it is larger, and a tenth lies between.
fn about(low: Decimal, high: Decimal) -> (Decimal, Decimal) {
    let slack = |it: Decimal| it.abs().checked_div(Decimal::TEN).unwrap_or_default();
    (low.checked_sub(slack(low)).unwrap_or(low), high.checked_add(slack(high)).unwrap_or(high))
}
