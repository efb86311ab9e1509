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
    row.line.open("{\"id\":").text(id);
    row.list(",\"quantities\":[", &reading.quantities, Row::quantity);
    row.list("],\"dates\":[", &reading.dates, Row::date);
    row.list("],\"attributions\":[", &reading.attributions, Row::attribution);
    row.list("],\"statements\":[", &reading.statements, Row::statement);
    row.line.open("]}");
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
    fn list<T>(&mut self, head: &'static str, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.line.open(head);
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.line.open(",");
            }
            write(self, item);
        }
    }

    fn quantity(&mut self, quantity: &Quantity) {
        self.places("{\"start\":", ",\"end\":", Some(quantity.span));
        self.line.open(",\"value\":");
        match quantity.value {
            Value::One(value) => self.decimal(Some(value)),
            Value::Range(low, high) => {
                self.line.open("[");
                self.decimal(Some(low));
                self.line.open(",");
                self.decimal(Some(high));
                self.line.open("]");
            }
        }
        self.line.open(",\"low\":");
        self.decimal(quantity.interval.low);
        self.line.open(",\"high\":");
        self.decimal(quantity.interval.high);
        self.line.open(qualifier(quantity.qualifier));
        self.line.open(match quantity.trend {
            Some(Trend::Up) => ",\"trend\":\"up\"",
            Some(Trend::Down) => ",\"trend\":\"down\"",
            None => "",
        });
        self.line.open(",\"unit\":").text(quantity.unit.symbol());
        self.line.open(",\"text\":").text(quantity.span.of(self.source));
        self.line.open(",\"noun\":").optional(quantity.noun.map(|it| it.of(self.source)));
        self.line.open("}");
    }

    fn date(&mut self, date: &DateMention) {
        self.places("{\"start\":", ",\"end\":", Some(date.span));
        self.line.open(",\"from\":").date(date.period.from).open(",\"to\":").date(date.period.to);
        self.line.open(",\"text\":").text(date.span.of(self.source)).open("}");
    }

    fn attribution(&mut self, attribution: &Attribution) {
        self.line.open("{\"speaker\":").optional(attribution.speaker.as_deref());
        self.places(",\"speaker_start\":", ",\"speaker_end\":", attribution.mention);
        self.places(",\"content_start\":", ",\"content_end\":", Some(attribution.content));
        self.line.open(",\"cue\":").optional(attribution.cue.map(|it| it.of(self.source))).open("}");
    }

    fn statement(&mut self, statement: &Statement) {
        self.places("{\"start\":", ",\"end\":", Some(statement.span));
        self.line.open(",\"quantity\":");
        match statement.quantity {
            Some(index) => self.line.number(index as u64),
            None => self.line.open("null"),
        };
        self.line.open(",\"speaker\":").optional(statement.speaker.as_deref());
        self.period(",\"said\":", statement.said);
        self.period(",\"as_of\":", statement.as_of);
        self.line.open(if statement.negated { ",\"negated\":true" } else { ",\"negated\":false" });
        self.line.open(if statement.modal { ",\"modal\":true}" } else { ",\"modal\":false}" });
    }

    /// The two ends of a span, in characters.
    fn places(&mut self, start: &'static str, end: &'static str, span: Option<Span>) {
        match span.map(|it| self.characters.of(it)) {
            Some((from, to)) => self.line.open(start).number(from.into()).open(end).number(to.into()),
            None => self.line.open(start).open("null").open(end).open("null"),
        };
    }

    fn period(&mut self, head: &'static str, period: Option<Period>) {
        self.line.open(head);
        match period {
            Some(period) => self.line.open("[").date(period.from).open(",").date(period.to).open("]"),
            None => self.line.open("null"),
        };
    }

    /// An exact decimal as a JSON number: whole where it is whole, else with its digits.
    fn decimal(&mut self, value: Option<Decimal>) {
        match value {
            None => self.line.open("null"),
            Some(value) => match Some(value).filter(Decimal::is_integer).and_then(|it| it.to_i64()) {
                Some(whole) if whole < 0 => self.line.open("-").number(whole.unsigned_abs()),
                Some(whole) => self.line.number(whole.unsigned_abs()),
                // The nearest double prints the digits of any decimal of up to fifteen of them.
                None => self.line.float(value.to_f64().unwrap_or_default()),
            },
        };
    }
}

fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => ",\"qualifier\":\"=\"",
        Qualifier::About => ",\"qualifier\":\"~\"",
        Qualifier::More => ",\"qualifier\":\">\"",
        Qualifier::AtLeast => ",\"qualifier\":\">=\"",
        Qualifier::Less => ",\"qualifier\":\"<\"",
        Qualifier::AtMost => ",\"qualifier\":\"<=\"",
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
