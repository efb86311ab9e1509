//! Quantities: a number, how firmly it is meant, and what it counts.

mod interval;
mod unit;

pub use interval::Interval;
use rust_decimal::Decimal;
use serde::Serialize;
pub use unit::{Dimension, Unit};

use super::DateMention;
use crate::text::{Span, Text};

/// The words that this part knows, as tables for the lexicon.
pub(super) const WORDS: [&str; 1] = [include_str!("data/words.txt")];

/// The number that a text states, its scale applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// One number: "800".
    One(Decimal),
    /// A stated range, or the reading of a vague plural: "10,000-12,000", "hundreds".
    Range(Decimal, Decimal),
}

/// How firmly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Qualifier {
    /// As stated.
    #[serde(rename = "=")]
    Exact,
    /// About, around, nearly.
    #[serde(rename = "~")]
    About,
    /// More than.
    #[serde(rename = ">")]
    More,
    /// At least.
    #[serde(rename = ">=")]
    AtLeast,
    /// Less than.
    #[serde(rename = "<")]
    Less,
    /// At most, up to.
    #[serde(rename = "<=")]
    AtMost,
}

/// The direction of a change that is told with a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// A quantity in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its words, from the qualifier to the unit or the head noun of what is counted.
    pub span: Span,
    /// The number alone, with its scale: "2.5 million".
    pub number: Span,
    /// The number as stated, in `unit`.
    pub value: Value,
    /// How firmly it is meant.
    pub qualifier: Qualifier,
    /// The values that the words allow, in `unit`: "more than 800" is open above, "nearly 1,300" ends there.
    pub interval: Interval,
    /// Whether it is a vague plural: "hundreds".
    pub vague: bool,
    /// The direction, where a change is told ("rose by 5", "down 3%").
    pub trend: Option<Trend>,
    /// What it is measured in or counts.
    pub unit: Unit,
    /// What is counted or measured as written, with its modifiers, unit words aside: "Russian troops", "territory".
    pub noun: Option<Span>,
    /// The index of the quantity of which this one is the conversion, put in brackets behind it.
    pub converts: Option<usize>,
}

/// The quantities of `text`, in order of their place; what is part of one of `dates` is no amount.
pub fn quantities(_text: &Text<'_>, _dates: &[DateMention]) -> Vec<Quantity> {
    Vec::new()
}
