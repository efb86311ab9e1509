//! A stretch of time that is not the one between its two dates: "on 13 January, three weeks after 2 December".

use super::page::Page;
use super::{Inconsistency, Kind};
use crate::extract::quantity::Dimension;
use crate::extract::{DateMention, Qualifier, Quantity, Value};
use crate::finding::Severity;
use crate::text::Class;

/// Days in a unit of the calendar, and how many of them writers round away.
const UNITS: [(&str, i32, i32); 4] = [("day", 1, 1), ("week", 7, 5), ("month", 30, 20), ("year", 365, 190)];

/// Stretches of time in sentences that name two days, and no other stretch.
pub(super) fn find(page: &Page<'_>) -> Vec<Inconsistency> {
    let times = page.document.reading.quantities.iter().filter(|it| matches!(it.unit.dimension(), Dimension::Measure("time" | "months")));
    times.filter_map(|it| report(page, it)).collect()
}

fn report(page: &Page<'_>, stretch: &Quantity) -> Option<Inconsistency> {
    let text = &page.text;
    let (_, days, slack) = UNITS.into_iter().find(|it| it.0 == stretch.unit.symbol())?;
    let Value::One(value) = stretch.value else { return None };
    let next = text.token_at(stretch.span.end);
    let between = text.is(next, "after") || text.is(next, "before");
    if !between && !text.is(next, "later") && !text.is(next, "earlier") {
        return None;
    }
    let sentence = page.sentence(text.sentence_at(stretch.span.start));
    let within = |it: &&DateMention| sentence.contains(it.span) && !it.span.touches(stretch.span);
    let [one, other] = page.document.reading.dates.iter().filter(within).collect::<Vec<_>>().try_into().ok()?;
    // "After" stands between its two days, "later" behind both.
    let placed = one.span.end <= stretch.span.start && (other.span.start >= stretch.span.end) == between;
    if !placed || !is_a_day(page, one) || !is_a_day(page, other) || stretches(page, sentence) > 1 {
        return None;
    }
    let stated: i32 = value.round().try_into().ok()?;
    let apart = one.period.from.until(other.period.from).ok()?.get_days().abs();
    let hedged = i32::from(stretch.qualifier != Qualifier::Exact);
    let slack = slack * (1 + hedged) + stated * days / 20 * (1 + hedged);
    let fits = |apart: i32| (apart - stated * days).abs() <= slack;
    // A day without its year may be that of another.
    let years = !(one.absolute && other.absolute);
    if fits(apart) || years && (fits((apart - 365).abs()) || fits(apart + 365)) {
        return None;
    }
    let message = format!(
        "{} is not the time between {} and {}, {apart} days",
        stretch.span.of(text.source),
        one.period.min(other.period),
        one.period.max(other.period)
    );
    let statements = [one.span, stretch.span, other.span].map(|it| page.cite(it)).into();
    Some(Inconsistency::new(Kind::Dating, Severity::Warning, message, statements))
}

/// Whether a date is a day of a month as it stands, so that nothing was reckoned to read it.
fn is_a_day(page: &Page<'_>, date: &DateMention) -> bool {
    let mut tokens = page.text.token_at(date.span.start)..page.text.token_at(date.span.end);
    date.period.is_day() && tokens.any(|it| page.text.class(it).is(Class::MONTH))
}

fn stretches(page: &Page<'_>, sentence: crate::text::Span) -> usize {
    let time = |it: &&Quantity| matches!(it.unit.dimension(), Dimension::Measure("time" | "months")) && sentence.contains(it.number);
    page.document.reading.quantities.iter().filter(time).count()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(text: &str, expected: usize) {
        let count = found(&[("2025-06-04", text)]).into_iter().filter(|it| it.starts_with("dating")).count();
        assert_eq!(count, expected, "{text}");
    }

    #[test]
    fn a_stretch_is_the_time_between_its_days() {
        check("The trial opened on 13 January, three weeks after Graf was arrested on 2 December.", 1);
        check("Graf was arrested on 2 December 2024 and freed on 13 January 2025, three weeks later.", 1);
        check("The bridge, closed on March 3, reopened on May 5, nearly nine months after the ferry sank on April 2.", 0);
        check("The bridge closed on March 3, 2024, nearly nine months after the ferry sank on April 2, 2024.", 1);
    }

    #[test]
    fn rounded_stretches_and_those_of_other_days_are_left_alone() {
        check("The trial opened on 13 January, six weeks after Graf was arrested on 2 December.", 0);
        check("The trial opened on 13 January, about a month after Graf was arrested on 2 December.", 0);
        check("The trial opened on 13 January, three weeks before the court moved, and ended on 2 February.", 0);
        check("The trial opened on 13 January and lasted three weeks, until 2 December.", 0);
        check("The court, two years after it opened, heard Graf on 13 January and Holm on 2 February.", 0);
    }
}
