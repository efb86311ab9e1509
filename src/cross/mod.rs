//! Inconsistencies: statements of the corpus that cannot all be true.

use serde::Serialize;

use crate::claim::Claims;
use crate::corpus::Corpus;
use crate::extract::Period;
use crate::finding::Severity;
use crate::text::Span;

/// A statement that takes part in an inconsistency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The index of the document in the corpus.
    pub document: usize,
    /// Its words.
    pub span: Span,
    /// Who said so.
    pub speaker: Option<String>,
    /// The amount as read.
    pub amount: Option<String>,
    /// When it was said.
    pub said: Option<Period>,
    /// The time that it speaks of.
    pub as_of: Option<Period>,
}

/// What kind of inconsistency it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Amounts that cannot hold together.
    Figures,
    /// Parts that do not add up to their total.
    PartsTotal,
    /// A relation that does not hold.
    Derived,
    /// An amount and its bracketed conversion.
    Conversion,
    /// The headline and the body.
    HeadlineBody,
    /// One utterance, worded differently.
    QuoteDrift,
    /// One utterance, two speakers.
    Attribution,
    /// A document dated before what it tells, or a date that its own words deny.
    Dating,
    /// A weekday that the date was not.
    Weekday,
    /// An age given twice.
    Age,
    /// One name, written differently where it is no transliteration.
    Spelling,
    /// Documents that are one text.
    Copies,
}

/// Statements that cannot all be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inconsistency {
    /// Stays the same when documents are edited elsewhere or reordered.
    pub id: String,
    /// What kind it is.
    pub kind: Kind,
    /// How sure it is.
    pub severity: Severity,
    /// What does not fit, for a person.
    pub message: String,
    /// The measure that it is about.
    pub measure: Option<String>,
    /// The statements, sorted by document and place.
    pub statements: Vec<Cited>,
}

/// The inconsistencies of `corpus`, sorted by kind, document and place.
pub fn find(_corpus: &Corpus, _claims: &Claims) -> Vec<Inconsistency> {
    Vec::new()
}
