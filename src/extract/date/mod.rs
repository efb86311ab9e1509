//! Dates: days, weeks, months, quarters, years, named outright or from where the text stands.

use super::{Period, Setting};
use crate::text::{Span, Text};

/// The words that this part knows, as tables for the lexicon.
pub(super) const WORDS: [&str; 1] = [include_str!("data/words.txt")];

/// How a date bounds what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// On or in it.
    During,
    /// From it on: "since Monday".
    Since,
    /// Up to it: "by Monday", "until Monday".
    Until,
    /// Before it.
    Before,
    /// After it.
    After,
}

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Its words.
    pub span: Span,
    /// The days that it stands for.
    pub period: Period,
    /// How it bounds what happened.
    pub relation: Relation,
    /// Whether it was read without the document's date: "20 February 2025", not "Thursday".
    pub absolute: bool,
}

/// The dates of `text`, in order of their place.
pub fn dates(_text: &Text<'_>, _setting: &Setting) -> Vec<DateMention> {
    Vec::new()
}
