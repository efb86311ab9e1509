//! Units: what a number is measured in, or what it counts.

use std::borrow::Cow;

use rust_decimal::Decimal;

/// What kind of thing a unit measures; only units of one dimension convert into each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// A bare number.
    None,
    /// A unit of measure, by the name of its dimension in the table: `area`, `length`.
    Measure(&'static str),
    /// Money; currencies do not convert.
    Money,
    /// A share of something, in percent.
    Share,
    /// Things counted.
    Count,
    /// One unit for each of another: `USD/barrel`.
    Rate,
}

/// What a number is measured in, or what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    symbol: Cow<'static, str>,
    dimension: Dimension,
    factor: Decimal,
}

impl Unit {
    /// No unit: a bare number.
    pub const NONE: Self = Self { symbol: Cow::Borrowed(""), dimension: Dimension::None, factor: Decimal::ONE };
    /// Percent.
    pub const PERCENT: Self = Self { symbol: Cow::Borrowed("%"), dimension: Dimension::Share, factor: Decimal::ONE };
    /// The whole, of which "two-thirds" and "3 in 10" are parts: a hundred percent, without a symbol.
    pub const SHARE: Self = Self { symbol: Cow::Borrowed(""), dimension: Dimension::Share, factor: Decimal::ONE_HUNDRED };

    /// A unit of measure, so many of the base unit of its dimension.
    pub const fn measure(symbol: &'static str, dimension: &'static str, factor: Decimal) -> Self {
        Self { symbol: Cow::Borrowed(symbol), dimension: Dimension::Measure(dimension), factor }
    }

    /// A share that is so many percent: `%`, `basis point`.
    pub const fn share(symbol: &'static str, factor: Decimal) -> Self {
        Self { symbol: Cow::Borrowed(symbol), dimension: Dimension::Share, factor }
    }

    /// So much of one unit for each of another: `USD/barrel`.
    pub fn rate(symbol: impl Into<Cow<'static, str>>) -> Self {
        Self { symbol: symbol.into(), dimension: Dimension::Rate, factor: Decimal::ONE }
    }

    /// Money, by its ISO 4217 code.
    pub fn money(code: impl Into<Cow<'static, str>>) -> Self {
        Self { symbol: code.into(), dimension: Dimension::Money, factor: Decimal::ONE }
    }

    /// Things counted, by the singular of their head noun.
    pub fn count(noun: impl Into<Cow<'static, str>>) -> Self {
        Self { symbol: noun.into(), dimension: Dimension::Count, factor: Decimal::ONE }
    }

    /// The unit of measure with that canonical symbol; none for money and for things counted.
    pub fn named(symbol: &str) -> Option<Self> {
        super::table::tables().unit_called(symbol).cloned()
    }

    /// The canonical symbol: `km²`, `USD`, `%`, or the singular head noun of what is counted; empty for none.
    pub fn symbol(&self) -> &str {
        &self.symbol
    }

    /// What kind of thing it measures.
    pub fn dimension(&self) -> &Dimension {
        &self.dimension
    }

    /// How many base units of its dimension make one; 1 where there is nothing to convert.
    pub fn factor(&self) -> Decimal {
        self.factor
    }

    /// How many of `other` make one of this, where they measure the same thing.
    pub fn in_terms_of(&self, other: &Self) -> Option<Decimal> {
        if self.symbol == other.symbol && self.dimension == other.dimension {
            return Some(Decimal::ONE);
        }
        let same = matches!(self.dimension, Dimension::Measure(_) | Dimension::Share) && self.dimension == other.dimension;
        if same { self.factor.checked_div(other.factor) } else { None }
    }
}
