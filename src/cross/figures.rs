//! Amounts that cannot hold together.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::alike::Alike;
use super::conversion::half_digit;
use super::copies::Groups;
use super::page::Page;
use super::point::Point;
use super::{Cited, Inconsistency, Kind, Rule, Trace};
use crate::claim::Claims;
use crate::corpus::Corpus;
use crate::extract::{Interval, Period, Qualifier, Quantity, Value};
use crate::finding::Severity;
use crate::language::name::same_person;

pub(super) const RULE: Rule = Rule {
    kind: Kind::Figures,
    code: "figures",
    summary: "Amounts of one thing that cannot hold together. Two figures are compared when they count the same, hang on the same verb, \
              and share their place, their party and three words around them; they differ when their intervals, widened by rounding, \
              do not meet and neither stands in the other text as well. Figures of other days are a development, not a conflict, and \
              stay information; so do changes, parts and plans.",
};

/// Content words that two figures of different documents must share, the counted noun aside.
const SHARED: usize = 3;

/// Days between two undated documents beyond which the later figure is taken for a later count.
const SAME_NEWS: i32 = 3;

/// The points of one head that are compared with each other at most; beyond, the nearest in time are.
const WINDOW: usize = 64;

/// Rivals of a figure that are told.
const RIVALS: usize = 8;

/// Conflicts between documents.
pub(super) fn across(corpus: &Corpus, claims: &Claims, traces: &[Trace], copies: &Groups) -> Vec<Inconsistency> {
    let words = Alike::new(claims);
    let mut index = BTreeMap::<(&str, &str), Vec<&Point>>::new();
    for point in traces.iter().flat_map(|it| &it.points).filter(|it| !it.change && !it.unsure) {
        if let Some(predicate) = &point.predicate {
            index.entry((words.canonical(&point.head), words.canonical(predicate))).or_default().push(point);
        }
    }
    let mut found = Vec::new();
    for mut points in index.into_values() {
        points.sort_by_key(|it| (date(corpus, it).map(|it| it.from), it.document, it.span));
        for (at, one) in points.iter().enumerate() {
            let rivals = points.iter().skip(at + 1).take(WINDOW);
            let rivals = rivals.filter(|it| it.document != one.document && !copies.same(it.document, one.document));
            let rivals: Vec<_> = rivals.filter(|it| conflict(corpus, traces, &words, one, it)).copied().take(RIVALS).collect();
            if !rivals.is_empty() {
                found.push(report(corpus, one, &rivals));
            }
        }
    }
    found
}

/// Conflicts inside one document: two estimates of one thing that the text itself sets against each other.
pub(super) fn inside(page: &Page<'_>) -> Vec<Inconsistency> {
    let reading = &page.document.reading;
    let stated: Vec<_> = reading.statements.iter().filter_map(|it| Some((it, page.quantity(it.quantity?)?))).collect();
    let mut found = Vec::new();
    for pair in stated.windows(2) {
        let [(one, first), (other, second)] = pair else { continue };
        if one.sentence == other.sentence && rival_estimates(page, first, second) && !widened(first).meets(widened(second)) {
            let statements = vec![page.cite_statement(one), page.cite_statement(other)];
            let message = format!("{} against {}", quoted(&statements[0]), quoted(&statements[1]));
            found.push(Inconsistency::new(Kind::Figures, Severity::Warning, message, statements));
        }
    }
    found
}

fn quoted(cited: &Cited) -> String {
    let speaker = cited.speaker.as_deref().map(|it| format!(" ({it})")).unwrap_or_default();
    format!("{}{speaker}", cited.amount.as_deref().unwrap_or_default())
}

fn widened(quantity: &Quantity) -> Interval {
    let factor = quantity.unit.factor();
    widen(quantity.interval.scaled(factor), quantity.qualifier, &quantity.value, factor)
}

/// "… put the number at 4,000, although other estimates were lower, about 1,200": the second figure has no noun of its own, and
/// words of contrast and of estimating stand between the two.
fn rival_estimates(page: &Page<'_>, first: &Quantity, second: &Quantity) -> bool {
    let text = &page.text;
    let between = text.token_at(first.span.end)..text.token_at(second.span.start);
    let any = |words: &[&str]| between.clone().any(|it| words.iter().any(|word| text.is(it, word)));
    let contrast = any(&["although", "though", "while", "but", "whereas", "however"]);
    let estimate = any(&["estimate", "estimates", "estimated", "figure", "figures", "count", "toll", "number", "tally"]);
    let compared = any(&["lower", "higher", "smaller", "larger", "less", "more", "put"]);
    // Without a noun of its own, or with the first one's handed on to it.
    let of_the_same = second.noun == first.noun && second.unit == first.unit;
    contrast && estimate && compared && of_the_same
}

/// Whether two points of different documents are about the same thing and cannot both hold.
fn conflict(corpus: &Corpus, traces: &[Trace], words: &Alike, one: &Point, other: &Point) -> bool {
    !widened_in(corpus, one).meets(widened_in(corpus, other))
        && same_referent(words, one, other)
        && !told_elsewhere(corpus, traces, words, one, other)
}

fn widened_in(corpus: &Corpus, point: &Point) -> Interval {
    let quantity = corpus.documents.get(point.document).and_then(|it| it.reading.quantities.get(point.quantity));
    quantity.map_or(point.interval, widened)
}

/// The interval of a figure with the rounding of its last digit, in base units.
fn widen(interval: Interval, qualifier: Qualifier, value: &Value, factor: Decimal) -> Interval {
    let Value::One(value) = value else { return interval };
    if matches!(qualifier, Qualifier::Exact | Qualifier::About) {
        let half = half_digit(*value).min(value.abs() / Decimal::TEN);
        let rounded = Interval::closed(value - half, value + half).scaled(factor);
        return if interval.contains(rounded) { interval } else { rounded };
    }
    interval
}

/// Whether two figures have the same noun, party and place, and share enough words.
fn same_referent(words: &Alike, one: &Point, other: &Point) -> bool {
    let modifiers = agree(words, &one.modifiers, &other.modifiers);
    let common = |these: &[Box<str>], those: &[Box<str>]| these.iter().filter(|it| those.iter().any(|word| words.same(it, word))).count();
    let place = one.names.is_empty() || other.names.is_empty() || common(&one.names, &other.names) > 0;
    modifiers && place && common(&one.words, &other.words) >= SHARED
}

/// Whether neither list has a word that the other, where it has any, lacks.
fn agree(words: &Alike, one: &[Box<str>], other: &[Box<str>]) -> bool {
    let within = |these: &[Box<str>], those: &[Box<str>]| these.iter().all(|it| those.iter().any(|word| words.same(it, word)));
    within(one, other) && within(other, one)
}

/// Whether either document also has a figure with that noun that agrees with the other's: then it tells of both.
fn told_elsewhere(corpus: &Corpus, traces: &[Trace], words: &Alike, one: &Point, other: &Point) -> bool {
    let has = |document: usize, point: &Point| {
        let trace = traces.get(document);
        trace.is_some_and(|it| {
            it.points.iter().any(|it| words.same(&it.head, &point.head) && widened_in(corpus, it).meets(exact(corpus, point)) && !it.vague)
        })
    };
    has(other.document, one) || has(one.document, other)
}

/// The figure itself, its qualifier aside.
fn exact(corpus: &Corpus, point: &Point) -> Interval {
    let quantity = corpus.documents.get(point.document).and_then(|it| it.reading.quantities.get(point.quantity));
    match quantity.map(|it| (it.value, it.unit.factor())) {
        Some((Value::One(value), factor)) => Interval::point(value).scaled(factor),
        Some((Value::Range(low, high), factor)) => Interval::closed(low, high).scaled(factor),
        None => point.interval,
    }
}

/// When a figure holds: the time it speaks of, else when it was said, else when its document was published.
fn date(corpus: &Corpus, point: &Point) -> Option<Period> {
    let published = || corpus.documents.get(point.document).and_then(|it| it.metadata.published);
    point.as_of.or(point.said).or_else(published)
}

fn report(corpus: &Corpus, one: &Point, rivals: &[&Point]) -> Inconsistency {
    let mut statements = vec![cite(corpus, one)];
    statements.extend(rivals.iter().map(|it| cite(corpus, it)));
    let apart = rivals.iter().all(|it| differs_by_date(corpus, one, it));
    let severity = if apart { Severity::Info } else { Severity::Warning };
    let named = |it: &Point| it.speaker.is_some();
    let by_source = named(one) && rivals.iter().all(|it| named(it) && !same_speaker(one, it));
    let why = match (apart, by_source) {
        (true, _) => "; differs by date",
        (false, true) => "; differs by source",
        (false, false) => "",
    };
    let told: BTreeSet<_> = statements.iter().skip(1).map(quoted).collect();
    let message = format!("{} against {}{why}", quoted(&statements[0]), told.into_iter().collect::<Vec<_>>().join(", "));
    Inconsistency::new(Kind::Figures, severity, message, statements)
}

fn same_speaker(one: &Point, other: &Point) -> bool {
    one.speaker.as_deref().zip(other.speaker.as_deref()).is_some_and(|(one, other)| same_person(one, other))
}

/// Whether the two speak of, or were told on, days that lie apart.
fn differs_by_date(corpus: &Corpus, one: &Point, other: &Point) -> bool {
    let (Some(first), Some(second)) = (date(corpus, one), date(corpus, other)) else { return false };
    let slack = if one.as_of.or(one.said).is_some() && other.as_of.or(other.said).is_some() { 0 } else { SAME_NEWS };
    let wide = Period { from: first.shifted(-slack).from, to: first.shifted(slack).to };
    !wide.touches(second)
}

/// A point as a citation.
pub(super) fn cite(corpus: &Corpus, point: &Point) -> Cited {
    let text = corpus.documents.get(point.document).map_or("", |it| &it.text);
    Cited {
        document: point.document,
        span: point.span,
        speaker: point.speaker.as_deref().map(str::to_owned),
        amount: Some(point.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")),
        said: point.said,
        as_of: point.as_of,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(documents: &[(&str, &str)], expected: &[&str]) {
        let figures: Vec<_> = found(documents).into_iter().filter(|it| it.starts_with("figures")).collect();
        assert_eq!(figures, expected);
    }

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
    fn rival_estimates_in_one_sentence_conflict() {
        check(
            &[("2025-03-18", "The union put the number of striking dockers at 4,000, although company estimates were lower, about 1,200.")],
            &["figures Warning: 4,000 | about 1,200"],
        );
    }
}
