//! Facts: what a sentence tells of one measure.

use std::ops::Range;

use super::items::{Base, When};
use super::words::Way;
use crate::verify::sense::Word;

/// What is told of one measure.
#[derive(Clone, Debug, Default)]
pub(super) struct Fact {
    /// The words that tell it.
    pub tokens: Range<usize>,
    /// What is measured.
    pub measure: Vec<Word>,
    /// When.
    pub when: Option<When>,
    /// Whether it is foreseen.
    pub foreseen: bool,
    /// Which way what is foreseen was changed.
    pub revised: Option<Way>,
    /// What it came to, by the amounts of the sentence.
    pub levels: Vec<usize>,
    /// How it changed.
    pub changes: Vec<Change>,
    /// What it was before.
    pub before: Vec<Before>,
    /// Words that say more of it: "record", "sharply".
    pub more: Vec<usize>,
    /// Words that may be said of what is measured, or not.
    pub aside: Vec<Word>,
    /// Whether no verb of its own tells when it was so: "a margin of 5%".
    pub open: bool,
    /// Whether it tells that somebody did something to so many of what is measured.
    pub doing: bool,
}

/// What a measure was before.
#[derive(Clone, Debug)]
pub(super) struct Before {
    /// The amount, where it is told: "compared with a loss a year ago".
    pub amount: Option<usize>,
    /// When.
    pub base: Option<Base>,
    /// Whether it was a loss where now there is a profit, or a profit where now there is a loss.
    pub turned: bool,
}

/// One change.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub way: Way,
    /// By how much.
    pub by: Option<usize>,
    /// From when.
    pub bases: Vec<Base>,
    /// Words that tell how it was reckoned: "at constant exchange rates".
    pub reckoned: Vec<Box<str>>,
}
