//! Period: whether the passage speaks of the time, or was said at the time, that the claim names.

use crate::extract::date::Relation;
use crate::extract::{DateMention, Period};
use crate::text::Class;

use super::Answer;
use super::base;
use super::graph::{Link, Tie};
use super::parts;
use super::passage::Passage;
use super::sense::{Placed, Role, Sense};

/// What the facet comes to, with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Timed {
    pub answer: Answer,
    pub reason: Option<String>,
}

/// A time that a claim names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub period: Period,
    pub relation: Relation,
    /// Whether the claim only compares with it: "up 5% from May 2023".
    pub compared: bool,
    /// Whether it ends what went on: "until 1968".
    pub closing: bool,
}

impl Asked {
    /// A date as a sentence names it.
    pub(super) fn named(sense: &Sense<'_>, date: &Placed<&DateMention>) -> Self {
        Self { period: date.it.period, relation: date.it.relation, compared: compared(sense, date), closing: closing(sense, date) }
    }

    /// Whether what went on until the time `told` went on until this one.
    fn closes(self, told: Self) -> bool {
        let range = told.period.from < self.period.from && told.period.to == self.period.to;
        range || told.closing && self.period.contains(told.period)
    }
}

/// The times that a passage tells of.
#[derive(Clone, Debug, Default)]
pub(super) struct Times {
    pub said: Option<Period>,
    pub as_of: Option<Period>,
    /// Those that it names where it says what the claim says.
    named: Vec<Asked>,
    /// Those that it names for something else.
    others: Vec<Period>,
}

impl Times {
    /// The times of a passage whose words at `matched`, in order, answer the claim's, the amounts at `figures` among them.
    pub(super) fn new(sense: &Sense<'_>, matched: &[usize], figures: &[usize], said: Option<Period>, as_of: Option<Period>) -> Self {
        // "It sank in May, and the port reopened in June": each time belongs to its own doing.
        let piece = |at: usize| (1..=at).rev().find(|it| parts::cuts_before(sense, *it)).unwrap_or(0);
        // "One million in June and two million in May": a figure's own time is its alone.
        let counted: Vec<usize> = figures.iter().map(|it| piece(*it)).collect();
        let dated = !counted.is_empty() && counted.iter().all(|of| sense.dates.iter().any(|it| piece(it.first) == *of));
        let pieces: Vec<usize> = if dated { counted } else { matched.iter().map(|it| piece(*it)).collect() };
        let (own, mut others): (Vec<_>, Vec<_>) = sense.dates.iter().partition(|it| !of_another_doing(sense, it, matched));
        let (near, far): (Vec<_>, Vec<_>) = own.into_iter().partition(|it| pieces.contains(&piece(it.first)));
        let (near, far) = if near.is_empty() { (far, near) } else { (near, far) };
        others.extend(far);
        let named = near.iter().map(|it| Asked::named(sense, it)).collect();
        Self { said, as_of, named, others: others.iter().map(|it| it.it.period).collect() }
    }

    /// The times of what another is only compared with, taken for themselves.
    pub(super) fn of_base(mut self) -> Self {
        self.as_of = None;
        self.named.retain(|it| it.compared);
        self.named.iter_mut().for_each(|it| it.compared = false);
        self
    }

    /// What it speaks of that the claim may be of: what it is as of, and what it names.
    fn spoken(&self, compared: bool) -> Vec<(Period, Relation)> {
        let named = |it: Period| self.named.iter().find(|named| named.period == it);
        let base = |it: Period| self.named.iter().any(|named| named.period == it && named.compared);
        let as_of = self.as_of.filter(|it| !compared && !base(*it) && (named(*it).is_some() || !self.others.contains(it)));
        let as_of = as_of.map(|it| (it, named(it).map_or(Relation::During, |it| it.relation)));
        as_of.into_iter().chain(self.named.iter().filter(|it| it.compared == compared).map(|it| (it.period, it.relation))).collect()
    }
}

/// Whether a date is told of a verb that answers nothing, while verbs of which it is not told answer the claim: "the senate passed the
/// bill that the president had vetoed in March".
fn of_another_doing(sense: &Sense<'_>, date: &Placed<&DateMention>, matched: &[usize]) -> bool {
    let graph = sense.graph();
    let verbs: Vec<usize> = matched.iter().copied().filter(|it| graph.is_verb(*it)).collect();
    let telling = |it: usize| graph.is_verb(it) && sense.words[it].role == Role::Content;
    let told = |it: &&Link| it.tie == Tie::Adjunct && (date.first..date.end).contains(&it.part) && telling(it.head);
    let mut doings = graph.links.iter().filter(told).map(|it| it.head).peekable();
    if verbs.is_empty() || doings.peek().is_none() {
        return false;
    }
    // What is told of a verb holds of what goes along with it: "said on Monday that", "sank in May, killing 12".
    let above = |verb: usize, of: usize| std::iter::successors(Some(of), |it| graph.governor(*it)).take(6).any(|it| it == verb);
    doings.all(|doing| !verbs.iter().any(|it| above(doing, *it)))
}

/// Whether a date only tells with what something is compared: "more than in May", "up 5% from 2023".
pub(super) fn compared(sense: &Sense<'_>, date: &Placed<&DateMention>) -> bool {
    // "Up from $5 million in the second quarter of 2020": the sum stands between.
    let passes = |it: usize| {
        sense.words[it].role == Role::Amount
            || matches!(sense.lower(it), "the" | "a" | "in" | "on" | "of" | "for" | "same" | "-" | "%" | "$")
    };
    let mut before = (date.first.saturating_sub(9)..date.first).rev().skip_while(|it| passes(*it));
    let Some(at) = before.next() else { return false };
    let changed = || (at.saturating_sub(9)..at).any(|it| sense.class(it).is(Class::TREND));
    match sense.lower(at) {
        "than" | "versus" | "vs" | "against" => true,
        "to" | "with" => at > 0 && matches!(sense.lower(at - 1), "compared" | "relative" | "comparison" | "contrast"),
        "from" | "over" => changed(),
        _ => false,
    }
}

/// Whether a date ends what went on: "until 1968".
fn closing(sense: &Sense<'_>, date: &Placed<&DateMention>) -> bool {
    date.first.checked_sub(1).is_some_and(|it| matches!(sense.lower(it), "until" | "till"))
}

/// Holds the time that a claim names against the times of the passage's statement.
pub(super) fn period(asked: Asked, times: &Times, passage: &Passage<'_>, lead: Option<Period>) -> Timed {
    if asked.closing && !times.named.iter().any(|it| asked.closes(*it)) {
        return Timed { answer: Answer::Silent, reason: Some(format!("does not say “until {}”", asked.period)) };
    }
    let fits = |it: Period| fits(asked, it);
    let fitting = |it: &(Period, Relation)| fits_told(asked, it.0, it.1);
    let agrees = |reason: String| Timed { answer: Answer::Agrees, reason: Some(reason) };
    let spoken = times.spoken(asked.compared);
    let said = times.said.filter(|it| !asked.compared && fits(*it));
    if let Some((of, _)) = spoken.iter().find(|it| Some(it.0) == times.as_of && fitting(it)) {
        return agrees(format!("speaks of {of}"));
    }
    if let Some(said) = said {
        return agrees(format!("said on {said}"));
    }
    if let Some((of, _)) = spoken.iter().find(|it| fitting(it)) {
        return agrees(format!("speaks of {of}"));
    }
    if base::says_quarter(asked.period, passage) {
        return agrees(format!("speaks of a quarter, the last that the document names so, {}", asked.period));
    }
    if let Some((other, _)) = spoken.first() {
        return Timed { answer: Answer::Silent, reason: Some(format!("speaks of {other}, not of {}", asked.period)) };
    }
    if let Some(published) = passage.document.metadata.published
        && fits(published)
    {
        return Timed { answer: Answer::Agrees, reason: Some(format!("period taken from the document's date, {published}")) };
    }
    if let Some(lead) = lead
        && fits(lead)
    {
        return Timed { answer: Answer::Agrees, reason: Some(format!("period taken from what the document says before, {lead}")) };
    }
    match passage.document.metadata.published {
        None => Timed { answer: Answer::Silent, reason: Some("undated: neither the passage nor its document names a time".to_owned()) },
        Some(published) => Timed { answer: Answer::Silent, reason: Some(format!("of {published}, not of {}", asked.period)) },
    }
}

/// Whether what is told to have happened in, before or after `stated` happened in, since, before… the time asked.
fn fits_told(asked: Asked, stated: Period, relation: Relation) -> bool {
    match (relation, asked.relation) {
        (Relation::Before, Relation::Before) => stated.from <= asked.period.from,
        (Relation::Before, Relation::Until) => stated.from <= asked.period.to,
        (Relation::After, Relation::After) => stated.to >= asked.period.to,
        (Relation::After, Relation::Since) => stated.to >= asked.period.from,
        (Relation::Before | Relation::After, _) => false,
        (Relation::Until, Relation::Until) | (Relation::Since, Relation::Since) if stated == asked.period => true,
        _ => fits(asked, stated),
    }
}

/// Whether what happened in `stated` happened in, since, before… the time asked.
fn fits(asked: Asked, stated: Period) -> bool {
    match asked.relation {
        Relation::During => asked.period.contains(stated) || (stated.contains(asked.period) && stated.days() <= 7),
        Relation::Since => stated.from >= asked.period.from,
        Relation::After => stated.from > asked.period.to,
        Relation::Until => stated.to <= asked.period.to,
        Relation::Before => stated.to < asked.period.from,
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn what_came_before_a_time_came_before_a_later_one() {
        check(
            "The ferry was sold before 2008.",
            &["The ferry was sold before 2008", "The ferry was sold before 2010"],
            &["The ferry was sold before 2006", "The ferry was sold in 2008", "The ferry was sold after 2008"],
        );
        check(
            "The ferry was sold after May 2008.",
            &["The ferry was sold after May 2008", "The ferry was sold after March 2008"],
            &["The ferry was sold after July 2008", "The ferry was sold in May 2008", "The ferry was sold before May 2008"],
        );
        check("The ferry was sold in 2007.", &["The ferry was sold before 2008"], &["The ferry was sold before 2007"]);
    }

    #[test]
    fn what_went_on_until_a_time_ended_then() {
        check(
            "The Lark was the largest ferry in the port until 1968.",
            &["The Lark was the largest ferry in the port until 1968"],
            &["The Lark was the largest ferry in the port until 1975", "The Lark was the largest ferry in the port until 1960"],
        );
    }

    #[test]
    fn a_time_behind_a_figure_is_its_alone() {
        check(
            "The Lark reached one million visitors in June 2016 and two million in April 2018.",
            &["The Lark reached one million visitors before 2017", "The Lark reached two million visitors before 2019"],
            &["The Lark reached two million visitors before 2017", "The Lark reached two million visitors in June 2016"],
        );
    }
}
