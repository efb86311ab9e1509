//! What was read off a document, as one line of JSON.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::line::Line;
use crate::extract::{Attribution, DateMention, Period, Qualifier, Quantity, Reading, Statement, Trend, Value};
use crate::text::{Characters, Span};

/// Writes the JSON of one document's reading, without a line end; offsets count Unicode characters.
pub fn write(id: &str, source: &str, reading: &Reading, out: &mut Vec<u8>) {
    let characters = Characters::new(source);
    let mut row = Row { line: Line::new(out), source, characters: &characters };
    row.line.open(b"{\"id\":").text(id);
    row.list(b",\"quantities\":[", &reading.quantities, Row::quantity);
    row.list(b"],\"dates\":[", &reading.dates, Row::date);
    row.list(b"],\"attributions\":[", &reading.attributions, Row::attribution);
    row.list(b"],\"statements\":[", &reading.statements, Row::statement);
    row.line.open(b"]}");
}

/// The JSON of one document's reading, without a line end.
pub fn json(id: &str, source: &str, reading: &Reading) -> Vec<u8> {
    let mut json = Vec::with_capacity(3 * source.len());
    write(id, source, reading, &mut json);
    json
}

struct Row<'r, 'o> {
    line: Line<'o>,
    source: &'r str,
    characters: &'r Characters<'r>,
}

impl Row<'_, '_> {
    fn list<const N: usize, T>(&mut self, head: &[u8; N], items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.line.open(head);
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.line.open(b",");
            }
            write(self, item);
        }
    }

    fn quantity(&mut self, quantity: &Quantity) {
        self.places(b"{\"start\":", b",\"end\":", Some(quantity.span));
        self.line.open(b",\"value\":");
        match quantity.value {
            Value::One(value) => self.decimal(Some(value)),
            Value::Range(low, high) => {
                self.line.open(b"[");
                self.decimal(Some(low));
                self.line.open(b",");
                self.decimal(Some(high));
                self.line.open(b"]");
            }
        }
        self.line.open(b",\"low\":");
        self.decimal(quantity.interval.low);
        self.line.open(b",\"high\":");
        self.decimal(quantity.interval.high);
        self.line.open(b",\"qualifier\":").text(qualifier(quantity.qualifier));
        match quantity.trend {
            Some(Trend::Up) => self.line.open(b",\"trend\":\"up\""),
            Some(Trend::Down) => self.line.open(b",\"trend\":\"down\""),
            None => &mut self.line,
        };
        self.line.open(b",\"unit\":").text(quantity.unit.symbol());
        self.line.open(b",\"text\":").text(quantity.span.of(self.source));
        self.line.open(b",\"noun\":").optional(quantity.noun.map(|it| it.of(self.source)));
        self.line.open(b"}");
    }

    fn date(&mut self, date: &DateMention) {
        self.places(b"{\"start\":", b",\"end\":", Some(date.span));
        self.line.open(b",\"from\":").date(date.period.from).open(b",\"to\":").date(date.period.to);
        self.line.open(b",\"text\":").text(date.span.of(self.source)).open(b"}");
    }

    fn attribution(&mut self, attribution: &Attribution) {
        self.line.open(b"{\"speaker\":").optional(attribution.speaker.as_deref());
        self.places(b",\"speaker_start\":", b",\"speaker_end\":", attribution.mention);
        self.places(b",\"content_start\":", b",\"content_end\":", Some(attribution.content));
        self.line.open(b",\"cue\":").optional(attribution.cue.map(|it| it.of(self.source))).open(b"}");
    }

    fn statement(&mut self, statement: &Statement) {
        self.places(b"{\"start\":", b",\"end\":", Some(statement.span));
        self.line.open(b",\"quantity\":");
        match statement.quantity {
            Some(index) => self.line.number(index as u64),
            None => self.line.open(b"null"),
        };
        self.line.open(b",\"speaker\":").optional(statement.speaker.as_deref());
        self.period(b",\"said\":", statement.said);
        self.period(b",\"as_of\":", statement.as_of);
        self.line.open(b",\"negated\":").truth(statement.negated).open(b",\"modal\":").truth(statement.modal).open(b"}");
    }

    /// The two ends of a span, in characters.
    fn places<const S: usize, const E: usize>(&mut self, start: &[u8; S], end: &[u8; E], span: Option<Span>) {
        match span.map(|it| self.characters.of(it)) {
            Some((from, to)) => self.line.open(start).number(from.into()).open(end).number(to.into()),
            None => self.line.open(start).open(b"null").open(end).open(b"null"),
        };
    }

    fn period<const N: usize>(&mut self, head: &[u8; N], period: Option<Period>) {
        self.line.open(head);
        match period {
            Some(period) => self.line.open(b"[").date(period.from).open(b",").date(period.to).open(b"]"),
            None => self.line.open(b"null"),
        };
    }

    /// An exact decimal as a JSON number: whole where it is whole, else with its digits.
    fn decimal(&mut self, value: Option<Decimal>) {
        match value {
            None => self.line.open(b"null"),
            Some(value) => match Some(value).filter(Decimal::is_integer).and_then(|it| it.to_i64()) {
                Some(whole) if whole < 0 => self.line.open(b"-").number(whole.unsigned_abs()),
                Some(whole) => self.line.number(whole.unsigned_abs()),
                // The nearest double prints the digits of any decimal of up to fifteen of them.
                None => self.line.float(value.to_f64().unwrap_or_default()),
            },
        };
    }
}

fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "=",
        Qualifier::About => "~",
        Qualifier::More => ">",
        Qualifier::AtLeast => ">=",
        Qualifier::Less => "<",
        Qualifier::AtMost => "<=",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Setting, read};

    #[test]
    fn a_reading_is_one_line_of_json() {
        let source = "“About 64%\tof 1.5 quays \\ held,” Holm said on May 5, 2024.\nDebts fell by -3.25 dollars to 2-3 million.";
        let reading = read(source, &Setting::default());
        let line: serde_json::Value = serde_json::from_slice(&json("a\"\u{1}b", source, &reading)).expect("it is JSON");
        assert_eq!(line["id"], "a\"\u{1}b");
        let text = |it: &serde_json::Value| {
            let [start, end] = ["start", "end"].map(|key| usize::try_from(it[key].as_u64().unwrap()).unwrap());
            source.chars().skip(start).take(end - start).collect::<String>()
        };
        for list in ["quantities", "dates"] {
            assert!(!line[list].as_array().unwrap().is_empty(), "{list} in {line}");
            for it in line[list].as_array().unwrap() {
                assert_eq!(it["text"], text(it), "{line}");
            }
        }
        assert_eq!(line["quantities"][0]["value"], 64);
        assert_eq!(line["quantities"][0]["low"], 57.6);
        assert_eq!(line["dates"][0]["from"], "2024-05-05");
        assert_eq!(line["attributions"][0]["speaker"], "Holm");
        assert_eq!(line["statements"].as_array().unwrap().len(), reading.statements.len());
    }
}
