//! What a rule is: a way of writing a date, with examples of what it reads and what it leaves alone.

use super::scene::Scene;
use crate::extract::Period;
use crate::text::Class;

/// A way of writing a date.
///
/// The examples are read in a document published on Thursday, 13 March 2025.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// Texts that it reads, each with the days that it reads off them, as [`Period`] is written.
    pub reads: &'static [(&'static str, &'static str)],
    /// Texts in which no date is read.
    pub ignores: &'static [&'static str],
    /// The classes of the tokens that it starts from.
    pub(super) head: Class,
    /// Reads the date around the head at that token.
    pub(super) read: fn(&Scene<'_, '_>, usize) -> Option<Reading>,
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Rule").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A date as a rule reads it: tokens, and the days that they stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// The first token.
    pub(super) first: usize,
    /// The token after the last.
    pub(super) end: usize,
    /// The period of the calendar that is named.
    pub(super) period: Period,
    /// The days of it that are meant.
    pub(super) within: Period,
    /// Whether it was read without the document's date.
    pub(super) absolute: bool,
    /// What later comparisons ("a year earlier") are made with, where the reading sets it.
    pub(super) term: Option<Term>,
}

/// The reporting period that a business text speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A quarter.
    Quarter(Period),
    /// A year, or a number of months.
    Other,
}

impl Reading {
    pub(super) const fn new(first: usize, end: usize, period: Period, absolute: bool) -> Self {
        Self { first, end, period, within: period, absolute, term: None }
    }

    /// A reading that holds without the document's date.
    pub(super) const fn absolute(first: usize, end: usize, period: Period) -> Self {
        Self::new(first, end, period, true)
    }

    /// A reading that rests on the document's date.
    pub(super) const fn anchored(first: usize, end: usize, period: Period) -> Self {
        Self::new(first, end, period, false)
    }

    pub(super) const fn with_term(mut self, term: Term) -> Self {
        self.term = Some(term);
        self
    }

    /// The same reading, from an earlier token on.
    pub(super) const fn from(mut self, first: usize) -> Self {
        self.first = first;
        self
    }
}
