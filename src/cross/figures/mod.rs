//! Amounts that cannot hold together.

mod across;
mod cluster;
mod elsewhere;
mod figure;
mod inside;
mod nearness;
mod thing;

use rust_decimal::Decimal;

use super::alike::Alike;
use super::page::Page;
use super::point::Point;
use super::story::hash;
use super::{Cited, Kind, Rule};
use crate::corpus::Document;
use crate::extract::{Quantity, Value};
pub(super) use across::across;
pub(super) use inside::inside;

pub(super) const RULE: Rule = Rule {
    kind: Kind::Figures,
    code: "figures",
    summary: "Amounts of one thing that cannot hold together. Figures of two documents are compared where the documents tell of one \
              event; they count the same and hang on the same verb with the same parties, place and stretch of time; and their sentences \
              share what else they tell. They differ where their intervals, widened by rounding, do not meet, neither stands in the other \
              text as well, and no sum of the other's figures makes it. Figures of other days are a development, not a conflict, and stay \
              information; changes, comparisons, parts and plans are not compared.",
    reports: &[&[
        ("2025-03-18", "The storm in Aldmere sank 43 fishing boats in the harbour on Tuesday."),
        ("2025-03-18", "On Tuesday the storm sank 34 fishing boats in Aldmere harbour."),
    ]],
    spares: &[
        &[
            ("2025-03-18", "The storm in Aldmere sank 43 fishing boats in the harbour on Tuesday."),
            ("2025-03-18", "On Tuesday the storm sank more than 40 fishing boats in Aldmere harbour."),
        ],
        &[
            ("2025-03-18", "The storm in Aldmere sank 43 fishing boats in the harbour on Tuesday."),
            ("2025-03-18", "On Tuesday the storm sank 34 fishing boats in Norhaven harbour."),
        ],
        &[
            ("2025-03-18", "The storm in Aldmere sank 43 fishing boats in the harbour on Tuesday."),
            ("2025-03-25", "The storm in Aldmere sank 52 fishing boats in the harbour last week."),
        ],
    ],
};

/// Figures that are told of one conflict.
const TOLD: usize = 8;

/// A figure of one document, and what is kept of it to find its rivals.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// The index of its statement.
    statement: u32,
    /// What it counts, as a hash.
    head: u32,
}

/// The figures of a page that may be held against those of others.
pub(super) fn marks(page: &Page<'_>, points: &[Point], alike: &Alike) -> Box<[Mark]> {
    let denied = |it: &Point| page.document.reading.statements.get(it.statement).is_some_and(|it| it.negated);
    let fit = points.iter().filter(|it| !it.change && !denied(it) && page.quantity(it.quantity).is_some_and(firm));
    let mark = |it: &Point| Some(Mark { statement: u32::try_from(it.statement).ok()?, head: hash(alike.canonical(&it.head)) });
    let mut marks: Vec<_> = fit.filter_map(mark).collect();
    marks.sort_unstable_by_key(|it| (it.head, it.statement));
    marks.into()
}

/// "Thousands" is too vague to be held against another document's figure, and "one" is a word more often than a count.
fn firm(quantity: &Quantity) -> bool {
    !quantity.vague && quantity.value != Value::One(Decimal::ONE)
}

/// A point as a citation.
pub(super) fn cite(document: &Document, point: &Point) -> Cited {
    Cited {
        document: point.document,
        span: point.span,
        speaker: point.speaker.as_deref().map(str::to_owned),
        amount: Some(point.span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ")),
        said: point.said,
        as_of: point.as_of,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    /// The figures that are told of plain documents given as `published` and text.
    pub(super) fn check(documents: &[(&str, &str)], expected: &[&str]) {
        let figures: Vec<_> = found(documents).into_iter().filter(|it| it.starts_with("figures")).collect();
        assert_eq!(figures, expected);
    }
}
