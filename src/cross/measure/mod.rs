//! Declared measures: the figures that the sources put on one thing, in the order of time.

mod fit;
mod rival;

use super::alike::Alike;
use super::figures::cite;
use super::page::Page;
use super::point::Point;
use super::{Cited, Trace};
use crate::claim::{Claims, Entity, Measure};
use crate::corpus::Document;
use crate::extract::{Interval, Period};
use crate::language::name::same_person;
use crate::text::Span;
use fit::{Reader, clause};
pub(super) use rival::conflicts;

/// A figure that a source puts on a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataPoint {
    /// The statement.
    pub cited: Cited,
    /// The values that it allows, in the base unit of the measure's dimension.
    pub interval: Interval,
    /// The side of its speaker, where an entity tells.
    pub side: Option<String>,
    /// The time that it speaks of, else when it was said, else when its document was published.
    pub date: Option<Period>,
    /// Whether `date` is only that of the document, for something that was done on some day before.
    pub dated_by_document: bool,
    /// Whether it is a vague plural.
    pub vague: bool,
    /// Whether it is negated, expected, ordered, hypothetical or doubted.
    pub unsure: bool,
}

/// All figures that the corpus has on one measure, in the order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The measure's id.
    pub measure: String,
    /// What it is called in reports.
    pub title: String,
    /// The unit that it is declared in.
    pub unit: String,
    /// The figures, by date, document and place.
    pub points: Vec<DataPoint>,
}

/// The figures of a page that fit a declared measure, with its index.
pub(super) fn measured(page: &Page<'_>, claims: &Claims, alike: &Alike, points: &[Point]) -> Vec<(usize, DataPoint)> {
    let mut found = Vec::new();
    for (index, measure) in claims.measures.iter().enumerate() {
        let reader = Reader { claims, alike, measure };
        let fitting = points.iter().filter(|it| reader.fits(page.document, it));
        found.extend(fitting.map(|it| (index, data_point(claims, page.document, it))));
    }
    found
}

/// The timeline of every declared measure.
pub(super) fn timelines(claims: &Claims, traces: &[Trace]) -> Vec<Timeline> {
    claims.measures.iter().enumerate().map(|(index, measure)| timeline(traces, index, measure)).collect()
}

fn timeline(traces: &[Trace], index: usize, measure: &Measure) -> Timeline {
    let fitting = traces.iter().flat_map(|it| &it.measured).filter(|it| it.0 == index);
    let mut points: Vec<_> = fitting.map(|it| it.1.clone()).collect();
    dated_alike(&mut points);
    points.sort_by(|one, other| (one.date, &one.cited).cmp(&(other.date, &other.cited)));
    Timeline {
        measure: measure.id.clone(),
        title: measure.title.clone().unwrap_or_else(|| measure.id.clone()),
        unit: measure.unit.clone(),
        points,
    }
}

/// Dates a figure that has no date of its own, such as a headline's, by the same figure in the same document.
fn dated_alike(points: &mut [DataPoint]) {
    points.sort_by_key(|it| it.cited.document);
    for inside in points.chunk_by_mut(|one, other| one.cited.document == other.cited.document) {
        let dated: Vec<_> = inside.iter().filter(|it| !it.dated_by_document).map(|it| (it.interval, it.date)).collect();
        for point in inside.iter_mut().filter(|it| it.dated_by_document) {
            if let Some((_, date)) = dated.iter().find(|(interval, _)| interval.meets(point.interval)) {
                point.date = *date;
                point.dated_by_document = false;
            }
        }
    }
}

fn data_point(claims: &Claims, document: &Document, point: &Point) -> DataPoint {
    let own = point.as_of.or(point.said).or_else(|| only_date(document, point));
    let speaker = point.speaker.as_deref();
    let entity = speaker.and_then(|it| claims.words.entities.iter().find(|entity| stands_for(entity, it)));
    DataPoint {
        cited: cite(document, point),
        interval: point.interval,
        side: entity.and_then(|it| it.side.clone().or_else(|| Some(it.name.clone()))),
        date: own.or(document.metadata.published),
        // What holds in the present tense holds on the day of the document; what was done was done on some day before.
        dated_by_document: own.is_none() && point.predicate.is_some() && !is_perfect(document, point),
        vague: point.vague,
        unsure: point.unsure,
    }
}

/// The one date that the sentence of a figure names.
fn only_date(document: &Document, point: &Point) -> Option<Period> {
    let sentence = document.reading.statements.get(point.statement)?.span;
    let mut dates = document.reading.dates.iter().filter(|it| sentence.contains(it.span));
    dates.next().filter(|_| dates.next().is_none()).map(|it| it.period)
}

/// Whether what was done is told as done by now: "has retaken 64%", or "had retaken 64%, he said".
fn is_perfect(document: &Document, point: &Point) -> bool {
    let clause = clause(document, point);
    let before = Span { start: clause.start, end: point.span.start.max(clause.start) }.of(&document.text);
    let mut words = before.split_whitespace();
    words.any(|it| matches!(it, "has" | "have") || it == "had" && point.speaker.is_some())
}

fn stands_for(entity: &Entity, speaker: &str) -> bool {
    names(entity).any(|it| it.eq_ignore_ascii_case(speaker) || same_person(it, speaker))
}

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    std::iter::once(&entity.name).chain(&entity.aliases).chain(&entity.roles).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::super::find;
    use super::*;
    use crate::corpus::Corpus;

    /// A measure of that unit with a tolerance of a tenth.
    pub(super) fn measure(terms: &[&str], unit: &str) -> Measure {
        Measure {
            id: "m".to_owned(),
            title: Some("Boats of Aldmere".to_owned()),
            unit: unit.to_owned(),
            terms: terms.iter().map(|it| (*it).to_owned()).collect(),
            without: Vec::new(),
            subject: Vec::new(),
            tolerance: Decimal::new(10, 2),
            trend: None,
        }
    }

    /// The figures of a measure over documents with their days, and how many conflicts it has.
    pub(super) fn check(measure: Measure, documents: &[(&str, &str)], figures: &[&str], conflicts: usize) {
        let read = |(index, (day, text)): (usize, &(&str, &str))| Document::from_text(format!("d{index}"), *text, Period::parse(day));
        let corpus = Corpus { documents: documents.iter().enumerate().map(read).collect(), ..Corpus::default() };
        let claims = Claims { measures: vec![measure], ..Claims::default() };
        let crossing = find(&corpus, &claims);
        let told: Vec<_> = crossing.timelines[0].points.iter().map(|it| it.cited.amount.clone().unwrap_or_default()).collect();
        assert_eq!(told, figures);
        assert_eq!(crossing.inconsistencies.iter().filter(|it| it.measure.is_some()).count(), conflicts, "{documents:?}");
    }
}
