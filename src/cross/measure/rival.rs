//! Figures of one measure that cannot all hold.

use rust_decimal::Decimal;

use super::{DataPoint, Timeline};
use crate::claim::{Claims, Measure};
use crate::cross::{Inconsistency, Kind};
use crate::extract::{Interval, Trend};
use crate::finding::Severity;

/// Points of a timeline, in the order of time, that each is compared with; keeps the cost linear.
const WINDOW: usize = 64;

/// Rivals of a figure that are told.
const RIVALS: usize = 8;

/// Figures of one measure that cannot all hold: of one time or of no stated time, further apart than the tolerance; and steps
/// back of a measure that only ever rises or falls.
pub(in crate::cross) fn conflicts(claims: &Claims, timelines: &[Timeline]) -> Vec<Inconsistency> {
    let mut found = Vec::new();
    for (timeline, measure) in timelines.iter().zip(&claims.measures) {
        let sure: Vec<_> = timeline.points.iter().filter(|it| !it.unsure).collect();
        for (at, one) in sure.iter().enumerate() {
            let mut rivals: Vec<&DataPoint> = Vec::new();
            for other in sure.iter().skip(at + 1).take(WINDOW).filter(|it| conflict(one, it, measure)) {
                // Figures that say the same are one rival: the first stands for them.
                if rivals.len() < RIVALS && rivals.iter().all(|it| it.interval != other.interval) {
                    rivals.push(other);
                }
            }
            if !rivals.is_empty() {
                found.push(report(timeline, one, &rivals));
            }
        }
        if let Some(trend) = measure.trend {
            found.extend(sure.windows(2).filter(|it| steps_back(it[0], it[1], trend)).map(|it| step(timeline, it[0], it[1])));
        }
    }
    found
}

fn conflict(one: &DataPoint, other: &DataPoint, measure: &Measure) -> bool {
    let same_time = match (one.date, other.date) {
        (Some(first), Some(second)) => first.touches(second) || one.dated_by_document || other.dated_by_document,
        _ => true,
    };
    // What was done within some days is another thing than what was done in all.
    let stretch = |it: &DataPoint| it.cited.as_of.filter(|it| !it.is_day());
    let same_time = same_time && stretch(one) == stretch(other);
    let distinct = one.cited.span != other.cited.span || one.cited.document != other.cited.document;
    same_time && distinct && !wider(one.interval, measure.tolerance).meets(wider(other.interval, measure.tolerance))
}

fn wider(interval: Interval, tolerance: Decimal) -> Interval {
    let reach = tolerance / Decimal::TWO;
    let end = |end: Option<Decimal>, sign: Decimal| end.map(|it| it + it.abs() * reach * sign);
    Interval { low: end(interval.low, -Decimal::ONE), high: end(interval.high, Decimal::ONE), ..interval }
}

fn told(point: &DataPoint) -> String {
    let speaker = point.cited.speaker.as_deref().map(|it| format!(" ({it})")).unwrap_or_default();
    format!("{}{speaker}", point.cited.amount.as_deref().unwrap_or_default())
}

fn report(timeline: &Timeline, one: &DataPoint, rivals: &[&DataPoint]) -> Inconsistency {
    let told_rivals: Vec<_> = rivals.iter().map(|it| told(it)).collect();
    let message = format!("{}: {} against {}", timeline.title, told(one), told_rivals.join(", "));
    let statements = std::iter::once(one).chain(rivals.iter().copied()).map(|it| it.cited.clone()).collect();
    Inconsistency { measure: Some(timeline.measure.clone()), ..Inconsistency::new(Kind::Figures, Severity::Warning, message, statements) }
}

fn steps_back(one: &DataPoint, later: &DataPoint, trend: Trend) -> bool {
    let after = one.date.zip(later.date).is_some_and(|(first, second)| first.to < second.from);
    let back = match trend {
        Trend::Up => later.interval.high.zip(one.interval.low).is_some_and(|(now, then)| now < then),
        Trend::Down => later.interval.low.zip(one.interval.high).is_some_and(|(now, then)| now > then),
    };
    after && back
}

fn step(timeline: &Timeline, one: &DataPoint, later: &DataPoint) -> Inconsistency {
    let message = format!("{}: {} comes after {}, a step back", timeline.title, told(later), told(one));
    let statements = vec![one.cited.clone(), later.cited.clone()];
    Inconsistency { measure: Some(timeline.measure.clone()), ..Inconsistency::new(Kind::Figures, Severity::Warning, message, statements) }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, measure};
    use crate::claim::Measure;
    use crate::extract::Trend;

    #[test]
    fn figures_of_one_day_conflict_and_later_ones_do_not() {
        let sunk = || measure(&["sink"], "boat");
        let first = ("2025-03-18", "The storm has sunk 40 boats in Aldmere.");
        check(sunk(), &[first, ("2025-03-18", "Holm said the storm had sunk 60 boats.")], &["40 boats", "60 boats"], 1);
        check(sunk(), &[first, ("2025-03-20", "Holm said the storm had sunk 60 boats.")], &["40 boats", "60 boats"], 0);
        check(sunk(), &[first, ("2025-03-18", "The storm has sunk 42 boats in Aldmere.")], &["40 boats", "42 boats"], 0);
    }

    #[test]
    fn a_step_back_of_what_only_rises_is_told() {
        let rising = Measure { trend: Some(Trend::Up), ..measure(&["sink"], "boat") };
        let first = ("2025-03-18", "The storm has sunk 40 boats in Aldmere.");
        check(rising.clone(), &[first, ("2025-03-20", "The storm has sunk 30 boats in Aldmere.")], &["40 boats", "30 boats"], 1);
        check(rising, &[first, ("2025-03-20", "The storm has sunk 50 boats in Aldmere.")], &["40 boats", "50 boats"], 0);
    }

    #[test]
    fn a_vague_figure_of_what_was_done_some_day_is_held_against_a_later_report() {
        let area = || measure(&["capture"], "km²");
        let vague = ("2025-03-13", "Since then, Aldmere soldiers have captured hundreds of square kilometers.");
        let exact = ("2025-05-21", "Gen. Holm said Aldmere forces captured nearly 1,300 square kilometers.");
        check(area(), &[vague, exact], &["hundreds of square kilometers", "nearly 1,300 square kilometers"], 1);
        let within = ("2025-05-21", "Gen. Holm said Aldmere forces captured nearly 900 square kilometers.");
        check(area(), &[vague, within], &["hundreds of square kilometers", "nearly 900 square kilometers"], 0);
    }
}
