//! A figure with what belongs to it, and how far it reaches.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Mark;
use crate::corpus::{Corpus, Document};
use crate::cross::alike::Alike;
use crate::cross::around::Around;
use crate::cross::conversion::half_digit;
use crate::cross::point::content_stems;
use crate::cross::story::{Names, Stories};
use crate::cross::{Cited, Trace};
use crate::extract::{Interval, Qualifier, Quantity, Statement, Value};
use crate::language::name::same_person;

/// A figure with what belongs to it.
#[derive(Clone, Copy)]
pub(super) struct Figure<'c> {
    pub(super) document: usize,
    pub(super) source: &'c Document,
    pub(super) story: &'c Names,
    pub(super) statement: &'c Statement,
    pub(super) quantity: &'c Quantity,
}

impl<'c> Figure<'c> {
    pub(super) fn new(corpus: &'c Corpus, traces: &'c [Trace], document: usize, mark: Mark) -> Option<Self> {
        Self::of(document, corpus.documents.get(document)?, &traces.get(document)?.story, mark)
    }

    pub(super) fn of(document: usize, source: &'c Document, story: &'c Names, mark: Mark) -> Option<Self> {
        let statement = source.reading.statements.get(mark.statement as usize)?;
        let quantity = source.reading.quantities.get(statement.quantity?)?;
        Some(Self { document, source, story, statement, quantity })
    }

    pub(super) fn around(&self, alike: &Alike, stories: &Stories) -> Around {
        let mut around = Around::read(self.source, self.story, self.statement, self.quantity, alike);
        around.names.retain(|it| stories.tells(it));
        around
    }

    /// What stands around it, read whole.
    pub(super) fn around_wholly(&self, alike: &Alike) -> Around {
        let mut around = Around::read(self.source, self.story, self.statement, self.quantity, alike);
        around.complete(self.source, self.statement, self.quantity);
        around
    }

    pub(super) fn cite(&self) -> Cited {
        let words = self.quantity.span.of(&self.source.text).split_whitespace().collect::<Vec<_>>().join(" ");
        Cited {
            document: self.document,
            span: self.quantity.span,
            speaker: self.statement.speaker.clone(),
            amount: Some(words),
            said: self.statement.said,
            as_of: self.statement.as_of,
        }
    }

    /// The figure itself in base units, its qualifier aside.
    pub(super) fn value(&self) -> Interval {
        let factor = self.quantity.unit.factor();
        match self.quantity.value {
            Value::One(value) => Interval::point(value).scaled(factor),
            Value::Range(low, high) => Interval::closed(low, high).scaled(factor),
        }
    }
}

/// Whether two named sources are set against each other.
pub(super) fn by_source(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let words = |it: &str| content_stems(it).collect::<BTreeSet<_>>();
    let speakers = one.statement.speaker.as_deref().zip(other.statement.speaker.as_deref());
    // "The commission" may be the election commission.
    speakers.is_some_and(|(one, other)| !same_person(one, other) && words(one).is_disjoint(&words(other)))
}

pub(super) fn quoted(cited: &Cited) -> String {
    let speaker = cited.speaker.as_deref().map(|it| format!(" ({it})")).unwrap_or_default();
    format!("{}{speaker}", cited.amount.as_deref().unwrap_or_default())
}

pub(super) fn widened(quantity: &Quantity) -> Interval {
    let factor = quantity.unit.factor();
    widen(quantity.interval.scaled(factor), quantity.qualifier, &quantity.value, factor)
}

/// The interval of a figure with the rounding of its last digit, in base units.
fn widen(interval: Interval, qualifier: Qualifier, value: &Value, factor: Decimal) -> Interval {
    let Value::One(value) = value else { return interval };
    if matches!(qualifier, Qualifier::Exact | Qualifier::About) {
        // A count that is not round is no rounding of another.
        let step = half_digit(*value);
        let half =
            if step == Decimal::new(5, 1) && qualifier == Qualifier::Exact { Decimal::ZERO } else { step.min(value.abs() / Decimal::TEN) };
        let rounded = Interval::closed(value - half, value + half).scaled(factor);
        return if interval.contains(rounded) { interval } else { rounded };
    }
    interval
}
