//! Conflicts between the figures of two documents, and how they are told.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::TOLD;
use super::cluster::Clusters;
use super::elsewhere::told_elsewhere;
use super::figure::{Figure, by_source, quoted, widened};
use super::nearness::Nearness;
use super::thing::{Verb, common};
use crate::corpus::Corpus;
use crate::cross::alike::Alike;
use crate::cross::around::Around;
use crate::cross::copies::Groups;
use crate::cross::story::Stories;
use crate::cross::{Inconsistency, Kind, Trace};
use crate::extract::Period;
use crate::finding::Severity;

/// Things that two sentences must share around their figures: words, names, the verb, the day.
const SHARED: usize = 3;

/// The same where the figures are too far apart for a slip.
const SHARED_FAR: usize = 5;

/// Days between two documents beyond which the later figure is taken for a later count.
const SAME_NEWS: i32 = 3;

/// Days after which a count of what happened on one day no longer changes from day to day.
const SETTLED: i32 = 10;

/// How two figures of one thing that cannot both hold are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    Apart,
    Now,
}

/// Conflicts between documents.
pub(in crate::cross) fn across(corpus: &Corpus, traces: &[Trace], alike: &Alike, copies: &Groups, stories: &Stories) -> Vec<Inconsistency> {
    let apart = stories.pairs.par_iter().filter(|it| !copies.same(it.0 as usize, it.1 as usize));
    let pairs: Vec<_> = apart.flat_map_iter(|it| between(corpus, traces, alike, stories, *it)).collect();
    let mut clusters = Clusters::default();
    for pair in pairs {
        clusters.join(pair);
    }
    clusters.groups().into_iter().map(|it| report(corpus, traces, &it)).collect()
}

/// A figure by its document and statement.
pub(super) type At = (usize, u32);

/// Two figures that cannot both hold.
pub(super) type Rivals = (At, At, Grade);

/// The conflicts between two documents.
fn between(corpus: &Corpus, traces: &[Trace], alike: &Alike, stories: &Stories, pair: (u32, u32)) -> Vec<Rivals> {
    let (one, other) = (pair.0 as usize, pair.1 as usize);
    let marks = |it: usize| traces.get(it).map(|it| &*it.marks).unwrap_or_default();
    let mut found = Vec::new();
    // What stands around a figure is read once for all of its rivals.
    let mut read = BTreeMap::<At, Around>::new();
    for group in marks(one).chunk_by(|one, other| one.head == other.head) {
        let Some(head) = group.first().map(|it| it.head) else { continue };
        let from = marks(other).partition_point(|it| it.head < head);
        let rivals = marks(other).get(from..).unwrap_or_default();
        for first in group {
            for second in rivals.iter().take_while(|it| it.head == head) {
                let figures = Figure::new(corpus, traces, one, *first).zip(Figure::new(corpus, traces, other, *second));
                let Some(figures) = figures.filter(|(one, other)| may_conflict(one, other)) else { continue };
                let places = ((one, first.statement), (other, second.statement));
                for (at, figure) in [(places.0, &figures.0), (places.1, &figures.1)] {
                    read.entry(at).or_insert_with(|| figure.around(alike, stories));
                }
                let (Some(mut first), Some(mut second)) = (read.remove(&places.0), read.remove(&places.1)) else { continue };
                let grade = conflict(alike, (&figures.0, &mut first), (&figures.1, &mut second));
                found.extend(grade.map(|it| (places.0, places.1, it)));
                read.insert(places.0, first);
                read.insert(places.1, second);
            }
        }
    }
    found
}

/// Whether two figures of different documents cannot both hold, should they be of one thing.
fn may_conflict(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    !widened(one.quantity).meets(widened(other.quantity)) && !told_elsewhere(one, other) && !told_elsewhere(other, one)
}

/// Whether two figures that cannot both hold are of one thing, and how that is told.
fn conflict(alike: &Alike, (one, first): (&Figure<'_>, &mut Around), (other, second): (&Figure<'_>, &mut Around)) -> Option<Grade> {
    // The words tell most pairs apart, and are cheaper than who does what.
    if !first.is_promising(second) {
        return None;
    }
    first.complete(one.source, one.statement, one.quantity);
    second.complete(other.source, other.statement, other.quantity);
    let near = Nearness::of(one, other);
    let common = common(alike, (one, first), (other, second))?;
    let enough = match (common.verb, near) {
        (Verb::Same, Nearness::Slip) => SHARED - 1,
        (Verb::Same, Nearness::Far) if !by_source(one, other) => SHARED_FAR,
        (Verb::Same, _) => SHARED,
        (Verb::Unknown, Nearness::Far) => return None,
        // Only a slip of the pen shows that two verbs tell of one thing.
        (Verb::Unknown, _) | (Verb::Another, Nearness::Slip) => SHARED + 1,
        (Verb::Another, _) => return None,
    };
    let plans = usize::from(one.statement.modal != other.statement.modal);
    if common.score < enough + plans {
        return None;
    }
    Some(if differs_by_date(one, other) { Grade::Apart } else { Grade::Now })
}

/// Whether the two speak of, or were told on, days that lie apart, or nobody knows when.
fn differs_by_date(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let told = |it: &Figure<'_>| it.statement.said.or(it.source.metadata.published);
    let of = |it: &Figure<'_>| it.statement.as_of;
    let Some((first, second)) = told(one).zip(told(other)) else { return of(one).is_none() || of(one) != of(other) };
    match (of(one), of(other)) {
        (Some(day), Some(same)) if !day.touches(same) => return true,
        (Some(day), Some(_)) => {
            // Long after, nobody counts again.
            let settled = |it: Period| day.to.until(it.from).is_ok_and(|it| it.get_days() > SETTLED);
            if settled(first) && settled(second) {
                return false;
            }
        }
        _ => {}
    }
    let wide = Period { from: first.shifted(-SAME_NEWS).from, to: first.shifted(SAME_NEWS).to };
    !wide.touches(second)
}

fn report(corpus: &Corpus, traces: &[Trace], rivals: &[Rivals]) -> Inconsistency {
    let grade = rivals.iter().map(|it| it.2).max().unwrap_or(Grade::Apart);
    // What is told at one time is the conflict; what came before or after only stands beside it.
    let now = rivals.iter().filter(|it| it.2 == grade);
    let places: BTreeSet<At> = now.flat_map(|it| [it.0, it.1]).collect();
    let mark = |at: &At| {
        let mark = traces.get(at.0)?.marks.iter().find(|it| it.statement == at.1)?;
        Figure::new(corpus, traces, at.0, *mark)
    };
    let figures: Vec<_> = places.iter().filter_map(mark).collect();
    // The first to tell a figure stands for those that repeat it.
    let mut told: Vec<&Figure<'_>> = Vec::new();
    for figure in &figures {
        let repeats = |it: &&Figure<'_>| it.value() == figure.value() && it.statement.speaker == figure.statement.speaker;
        if told.len() < TOLD && !told.iter().any(repeats) {
            told.push(figure);
        }
    }
    let sources = told.iter().enumerate().any(|(at, one)| told.iter().skip(at + 1).any(|it| by_source(one, it)));
    let severity = if grade == Grade::Apart { Severity::Info } else { Severity::Warning };
    let why = match grade {
        Grade::Apart => "; differs by date",
        Grade::Now if sources => "; differs by source",
        Grade::Now => "",
    };
    let statements: Vec<_> = told.iter().map(|it| it.cite()).collect();
    let mut told: Vec<_> = statements.iter().map(quoted).collect();
    told.dedup();
    let first = told.first().cloned().unwrap_or_default();
    let message = format!("{first} against {}{why}", told.get(1..).unwrap_or_default().join(", "));
    Inconsistency::new(Kind::Figures, severity, message, statements)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn two_counts_of_one_thing_on_one_day_conflict() {
        check(
            &[
                ("2025-03-18", "The storm in Aldmere destroyed 43 fishing boats in the harbour on Tuesday."),
                ("2025-03-18", "On Tuesday the storm destroyed 34 fishing boats in Aldmere harbour."),
            ],
            &["figures Warning: 43 fishing boats | 34 fishing boats"],
        );
    }

    #[test]
    fn rounding_bounds_and_later_counts_do_not() {
        let first = ("2025-03-18", "The storm in Aldmere destroyed 43 fishing boats in the harbour on Tuesday.");
        check(&[first, ("2025-03-18", "On Tuesday the storm destroyed more than 40 fishing boats in Aldmere harbour.")], &[]);
        check(&[first, ("2025-03-18", "On Tuesday the storm destroyed about 40 fishing boats in Aldmere harbour.")], &[]);
        check(&[first, ("2025-03-18", "On Tuesday the storm damaged 60 fishing boats in Aldmere harbour.")], &[]);
        check(&[first, ("2025-03-18", "On Tuesday the storm destroyed 60 cars in Aldmere harbour.")], &[]);
        check(&[first, ("2025-03-18", "On Tuesday the storm destroyed 60 fishing boats in Norhaven harbour.")], &[]);
    }

    #[test]
    fn a_later_toll_and_one_by_noon_stay_apart() {
        let first = ("2025-03-18", "The ferry fire in Aldmere killed 45 people on Tuesday, the police of Aldmere said.");
        let later = "The ferry fire in Aldmere last week killed 54 people, the police of Aldmere said.";
        check(&[first, ("2025-03-25", later)], &[]);
        let noon = "By 12 p.m. the ferry fire in Aldmere had killed 54 people, the police of Aldmere said.";
        check(&[first, ("2025-03-18", noon)], &[]);
    }
}
