//! What was read off a document, as one line of JSON.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Serialize, Serializer};

use crate::extract::{Attribution, DateMention, Period, Quantity, Reading, Statement, Trend, Value};
use crate::text::{Characters, Span};

/// The JSON of one document's reading, without a line end; offsets count Unicode characters.
///
/// # Panics
///
/// Never: the values have no map with keys that JSON lacks.
pub fn json(id: &str, source: &str, reading: &Reading) -> Vec<u8> {
    let characters = Characters::new(source);
    let at = |span: Span| characters.of(span);
    let line = Line {
        id,
        quantities: reading.quantities.iter().map(|it| QuantityLine::new(source, it, at)).collect(),
        dates: reading.dates.iter().map(|it| DateLine::new(source, it, at)).collect(),
        attributions: reading.attributions.iter().map(|it| AttributionLine::new(source, it, at)).collect(),
        statements: reading.statements.iter().map(|it| StatementLine::new(it, at)).collect(),
    };
    // A statement takes some hundred bytes, a quantity or an attribution more.
    let parts = reading.statements.len() + 2 * (reading.quantities.len() + reading.dates.len() + reading.attributions.len());
    let mut json = Vec::with_capacity(source.len() + 128 * (parts + 1));
    serde_json::to_writer(&mut json, &line).expect("the line has only plain keys");
    json
}

#[derive(Serialize)]
struct Line<'r> {
    id: &'r str,
    quantities: Vec<QuantityLine<'r>>,
    dates: Vec<DateLine<'r>>,
    attributions: Vec<AttributionLine<'r>>,
    statements: Vec<StatementLine<'r>>,
}

/// An exact decimal as a JSON number: whole where it is whole, else with its digits.
#[derive(Clone, Copy)]
pub(crate) struct Number(pub(crate) Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_integer()
            && let Some(whole) = self.0.to_i64()
        {
            return serializer.serialize_i64(whole);
        }
        // The nearest double prints the digits of any decimal of up to fifteen of them.
        serializer.serialize_f64(self.0.to_f64().unwrap_or_default())
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueLine {
    One(Number),
    Range([Number; 2]),
}

#[derive(Serialize)]
struct QuantityLine<'r> {
    start: u32,
    end: u32,
    value: ValueLine,
    low: Option<Number>,
    high: Option<Number>,
    qualifier: crate::extract::Qualifier,
    #[serde(skip_serializing_if = "Option::is_none")]
    trend: Option<Trend>,
    unit: &'r str,
    text: &'r str,
    noun: Option<&'r str>,
}

impl<'r> QuantityLine<'r> {
    fn new(source: &'r str, quantity: &'r Quantity, at: impl Fn(Span) -> (u32, u32)) -> Self {
        let (start, end) = at(quantity.span);
        let value = match quantity.value {
            Value::One(value) => ValueLine::One(Number(value)),
            Value::Range(low, high) => ValueLine::Range([Number(low), Number(high)]),
        };
        Self {
            start,
            end,
            value,
            low: quantity.interval.low.map(Number),
            high: quantity.interval.high.map(Number),
            qualifier: quantity.qualifier,
            trend: quantity.trend,
            unit: quantity.unit.symbol(),
            text: quantity.span.of(source),
            noun: quantity.noun.map(|it| it.of(source)),
        }
    }
}

#[derive(Serialize)]
struct DateLine<'r> {
    start: u32,
    end: u32,
    from: jiff::civil::Date,
    to: jiff::civil::Date,
    text: &'r str,
}

impl<'r> DateLine<'r> {
    fn new(source: &'r str, date: &DateMention, at: impl Fn(Span) -> (u32, u32)) -> Self {
        let (start, end) = at(date.span);
        Self { start, end, from: date.period.from, to: date.period.to, text: date.span.of(source) }
    }
}

#[derive(Serialize)]
struct AttributionLine<'r> {
    speaker: Option<&'r str>,
    speaker_start: Option<u32>,
    speaker_end: Option<u32>,
    content_start: u32,
    content_end: u32,
    cue: Option<&'r str>,
}

impl<'r> AttributionLine<'r> {
    fn new(source: &'r str, attribution: &'r Attribution, at: impl Fn(Span) -> (u32, u32)) -> Self {
        let mention = attribution.mention.map(&at);
        let (content_start, content_end) = at(attribution.content);
        Self {
            speaker: attribution.speaker.as_deref(),
            speaker_start: mention.map(|it| it.0),
            speaker_end: mention.map(|it| it.1),
            content_start,
            content_end,
            cue: attribution.cue.map(|it| it.of(source)),
        }
    }
}

#[derive(Serialize)]
struct StatementLine<'r> {
    start: u32,
    end: u32,
    quantity: Option<usize>,
    speaker: Option<&'r str>,
    said: Option<[jiff::civil::Date; 2]>,
    as_of: Option<[jiff::civil::Date; 2]>,
    negated: bool,
    modal: bool,
}

impl<'r> StatementLine<'r> {
    fn new(statement: &'r Statement, at: impl Fn(Span) -> (u32, u32)) -> Self {
        let (start, end) = at(statement.span);
        let days = |it: Period| [it.from, it.to];
        Self {
            start,
            end,
            quantity: statement.quantity,
            speaker: statement.speaker.as_deref(),
            said: statement.said.map(days),
            as_of: statement.as_of.map(days),
            negated: statement.negated,
            modal: statement.modal,
        }
    }
}
