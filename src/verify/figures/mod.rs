//! Figures: what a report tells of its measures, read as facts and held against the facts of a claim.
//!
//! A report tells one figure in many ways: "was $3, up 14% from $2.60 a year ago", "rose 14% to $3". Read as measure, level, change and
//! what it is held against, they are one. A fact bears out another where all that the other tells is told of the same measure, of the
//! same time, and by the same name for how it was reckoned.

mod body;
mod derived;
mod fact;
mod frame;
mod hold;
mod items;
mod doing;
mod measure;
mod phrases;
mod reader;
mod remainder;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;
use std::sync::Arc;

use fact::Fact;
pub(super) use frame::Frame;
pub(super) use hold::is_measure;
use hold::{Told, at_odds, bears_out};
pub(super) use items::company;
use reader::{Of, facts, foreseen_for, goes_on_foreseeing};
pub(super) use remainder::{Relation, Trimmed, trimmed};

use super::meaning::Meaning;
use super::passage::Passage;
use super::sense::Sense;
use super::subject::Subjects;

/// What the figures of one document are held by.
#[derive(Clone, Copy)]
pub(super) struct Report<'v> {
    pub frame: &'v Frame,
    pub subjects: Option<&'v Subjects>,
    pub meaning: &'v Meaning,
    pub strict: bool,
}

/// A piece of a claim: what it tells of one figure, or what is left between.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub tokens: Range<usize>,
    fact: Option<Fact>,
}

impl Piece {
    /// A piece that tells no figure.
    pub(super) const fn rest(tokens: Range<usize>) -> Self {
        Self { tokens, fact: None }
    }

    /// Whether it tells a figure.
    pub(super) const fn is_fact(&self) -> bool {
        self.fact.is_some()
    }
}

impl Report<'_> {
    /// Whether the document tells, by its opening or by naming nobody more often, that it is by whom `name` names.
    fn is_by(&self, name: &str) -> bool {
        self.frame.is_by(name) || self.subjects.is_some_and(|it| it.is_mainly(name))
    }

    /// Whether a claim may mean whom the document is by: where its opening does not say, it may be any of those named most often.
    fn may_be_by(&self, name: &str) -> bool {
        self.is_by(name) || !self.frame.names_whom() && self.subjects.is_some_and(|it| it.speaks_as(name))
    }

    /// The pieces of a sentence of a claim, in order; none where it tells no figure.
    pub(super) fn pieces(&self, sense: &Sense<'_>) -> Vec<Piece> {
        let mut facts = facts(sense, &|it| self.may_be_by(it), Of::Claim);
        // What is done outside of reports on a time is told like all else.
        facts.retain(|it| !it.doing || self.frame.quarter.is_some());
        if facts.is_empty() {
            return Vec::new();
        }
        let mut pieces = Vec::new();
        let mut at = 0;
        let end = sense.words.len();
        for fact in facts {
            pieces.push(Piece { tokens: at..fact.tokens.start, fact: None });
            at = fact.tokens.end;
            pieces.push(Piece { tokens: fact.tokens.clone(), fact: Some(fact) });
        }
        pieces.push(Piece { tokens: at..end, fact: None });
        let says = |at: usize| !words::is_light(sense.lower(at)) && sense.lower(at) != "even";
        pieces.retain(|it| it.is_fact() || sense.content().any(|at| it.tokens.contains(&at) && says(at)) || number_in(sense, &it.tokens));
        pieces
    }

    /// Where the first of the passages tells the figure that a piece of the claim tells; the others stand before it, nearest first.
    pub(super) fn borne_out(&self, piece: &Piece, claim: &Sense<'_>, passages: &[Arc<Passage<'_>>]) -> Option<Range<usize>> {
        let mine = piece.fact.as_ref()?;
        let sense = &passages.first()?.sense;
        let told = |it: &Fact| bears_out(Told { fact: mine, sense: claim }, Told { fact: it, sense }, self.scales());
        self.stated(passages).iter().find(|it| told(it)).map(|it| it.tokens.clone())
    }

    /// Whether the first of the passages tells another figure of the same measure and time.
    pub(super) fn at_odds(&self, piece: &Piece, claim: &Sense<'_>, passages: &[Arc<Passage<'_>>]) -> bool {
        let (Some(mine), Some(sense)) = (&piece.fact, passages.first().map(|it| &it.sense)) else { return false };
        let odd = |it: &Fact| at_odds(Told { fact: mine, sense: claim }, Told { fact: it, sense }, self.scales());
        self.stated(passages).iter().any(odd)
    }

    /// The facts that the first of the passages tells.
    fn stated(&self, passages: &[Arc<Passage<'_>>]) -> Vec<Fact> {
        let [passage, before @ ..] = passages else { return Vec::new() };
        let mut facts = facts(&passage.sense, &|it| self.is_by(it), Of::Document(before.first().map(|it| &it.sense)));
        let before: Vec<&Sense<'_>> = before.iter().map(|it| &it.sense).collect();
        for fact in &mut facts {
            fact.foreseen |= fact.open && goes_on_foreseeing(&passage.sense, &before);
            if fact.foreseen && fact.when.is_none() {
                fact.when = foreseen_for(&before);
            }
        }
        facts
    }

    const fn scales(&self) -> hold::Scales<'_> {
        hold::Scales { frame: self.frame, meaning: self.meaning, strict: self.strict }
    }
}

/// Whether a piece of a claim is told as a reason of what stands before it.
pub(super) fn is_reason(sense: &Sense<'_>, piece: &Piece) -> bool {
    remainder::is_reason(sense, piece.tokens.start)
}

fn number_in(sense: &Sense<'_>, tokens: &Range<usize>) -> bool {
    sense.amounts.iter().any(|it| tokens.contains(&it.first)) || sense.dates.iter().any(|it| tokens.contains(&it.first))
}
