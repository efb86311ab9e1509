//! Period: whether the passage speaks of the time, or was said at the time, that the claim names.

use crate::extract::Period;
use crate::extract::date::Relation;

use super::Answer;
use super::passage::Passage;

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
}

/// Holds the time that a claim names against the times of the passage's statement.
pub(super) fn period(asked: Asked, said: Option<Period>, as_of: Option<Period>, passage: &Passage<'_>, lead: Option<Period>) -> Timed {
    let fits = |it: Period| fits(asked, it);
    let named: Vec<Period> = passage.sense.dates.iter().map(|it| it.it.period).collect();
    let agrees = |reason: String| Timed { answer: Answer::Agrees, reason: Some(reason) };
    if let Some(of) = as_of.filter(|it| fits(*it)) {
        return agrees(format!("speaks of {of}"));
    }
    if let Some(said) = said.filter(|it| fits(*it)) {
        return agrees(format!("said on {said}"));
    }
    if let Some(of) = named.iter().find(|it| fits(**it)) {
        return agrees(format!("speaks of {of}"));
    }
    let other = as_of.or_else(|| named.first().copied());
    if let Some(other) = other {
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
