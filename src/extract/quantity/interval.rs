//! Intervals of exact numbers, with open ends.

use rust_decimal::Decimal;

/// The values from `low` to `high`; an end that is `None` is unbounded, and a strict end is itself not meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The least value, none where there is no bound below.
    pub low: Option<Decimal>,
    /// The greatest value, none where there is no bound above.
    pub high: Option<Decimal>,
    /// Whether `low` itself is left out, as in "more than 800".
    pub above: bool,
    /// Whether `high` itself is left out, as in "less than 800".
    pub below: bool,
}

impl Interval {
    /// The one value.
    pub const fn point(value: Decimal) -> Self {
        Self::closed(value, value)
    }

    /// From `low` to `high`, both meant.
    pub const fn closed(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low), high: Some(high), above: false, below: false }
    }

    /// Whether `value` is meant.
    pub fn holds(self, value: Decimal) -> bool {
        self.contains(Self::point(value))
    }

    /// Whether every value of `other` is meant.
    pub fn contains(self, other: Self) -> bool {
        let low = match (self.low, other.low) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(mine), Some(its)) => mine < its || (mine == its && (!self.above || other.above)),
        };
        let high = match (self.high, other.high) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(mine), Some(its)) => its < mine || (mine == its && (!self.below || other.below)),
        };
        low && high
    }

    /// Whether some value is meant by both.
    pub fn meets(self, other: Self) -> bool {
        let reaches = |low: Self, high: Self| match (low.low, high.high) {
            (Some(from), Some(to)) => from < to || (from == to && !low.above && !high.below),
            _ => true,
        };
        reaches(self, other) && reaches(other, self)
    }

    /// Every value times `factor`, which is positive; unchanged where that overflows.
    #[must_use]
    pub fn scaled(self, factor: Decimal) -> Self {
        let scale = |end: Option<Decimal>| end.map(|it| it.checked_mul(factor).unwrap_or(it));
        Self { low: scale(self.low), high: scale(self.high), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn more_than(value: i64) -> Interval {
        Interval { low: Some(value.into()), high: None, above: true, below: false }
    }

    #[test]
    fn a_strict_bound_leaves_its_end_out() {
        assert!(!more_than(800).holds(800.into()));
        assert!(more_than(800).holds(801.into()));
        assert!(more_than(800).contains(more_than(1100)));
        assert!(!more_than(1100).contains(more_than(800)));
        assert!(!more_than(800).meets(Interval::point(800.into())));
        assert!(more_than(800).meets(Interval::closed(700.into(), 900.into())));
    }
}
