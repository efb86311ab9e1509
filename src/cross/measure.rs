//! Declared measures: the figures that the sources put on one thing, in the order of time.

use rust_decimal::Decimal;

use super::alike::Alike;
use super::figures::cite;
use super::page::Page;
use super::point::{Point, content_stems};
use super::{Cited, Inconsistency, Kind, Trace};
use crate::claim::{Claims, Entity, Measure};
use crate::corpus::Document;
use crate::extract::quantity::Dimension;
use crate::extract::{Interval, Period, Trend};
use crate::finding::Severity;
use crate::language::name::same_person;
use crate::text::Span;

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

/// Tells which points a measure takes in.
struct Reader<'a> {
    claims: &'a Claims,
    alike: &'a Alike,
    measure: &'a Measure,
}

impl Reader<'_> {
    fn fits(&self, document: &Document, point: &Point) -> bool {
        !point.change && self.unit(document, point) && self.terms(document, point) && self.subject(document, point)
    }

    fn unit(&self, document: &Document, point: &Point) -> bool {
        let Some(quantity) = document.reading.quantities.get(point.quantity) else { return false };
        let symbol = quantity.unit.symbol();
        if symbol == self.measure.unit
            || crate::extract::Unit::named(&self.measure.unit).is_some_and(|it| quantity.unit.in_terms_of(&it).is_some())
        {
            return true;
        }
        // A bare number is a point only where a noun was found for it.
        let counted = matches!(quantity.unit.dimension(), Dimension::Count | Dimension::None);
        // Soldiers, civilians and miners are people.
        let people = self.alike.same(&crate::language::stem(&self.measure.unit), "people");
        counted && (people || self.alike.same(&crate::language::stem(&self.measure.unit), &point.head))
    }

    /// One term at least stands beside the figure and the others in its sentence, a name also in the one before or in the title; none
    /// that is shut out stands beside it; and the verb that the figure hangs on, if a term names verbs like it, is one of them.
    fn terms(&self, document: &Document, point: &Point) -> bool {
        let statement = document.reading.statements.get(point.statement);
        let sentence = statement.map_or(0, |it| it.sentence);
        let words = |index: usize| document.reading.sentences.get(index).map_or("", |it| it.span.of(&document.text));
        let clause = clause(document, point);
        let beside: Vec<_> = content_stems(clause.of(&document.text)).collect();
        let title = document.metadata.title.as_deref().unwrap_or_else(|| words(0));
        let before = sentence.checked_sub(1).map_or("", words);
        let whole: Vec<_> = content_stems(words(sentence)).collect();
        let context: Vec<_> = [words(sentence), before, title].into_iter().flat_map(content_stems).collect();
        let found = |term: &str, among: &[Box<str>]| term.split('|').any(|it| self.all_in(it, among));
        let (near, far): (Vec<_>, Vec<_>) = self.measure.terms.iter().partition(|it| found(it, &beside));
        // "Killed and wounded" are told together or not at all: one of them beside the figure and the other elsewhere are two counts.
        let torn = far.iter().any(|it| !is_named(it)) && (near.iter().any(|it| !is_named(it)) || is_counted(point));
        let both = self.measure.terms.iter().any(|it| self.told_with_another(it, clause.of(&document.text)));
        let shut_out = self.measure.without.iter().any(|it| found(it, &beside));
        let hangs = self.measure.terms.iter().any(|it| point.predicate.as_deref().is_some_and(|verb| self.names(it, verb)));
        let verbs = self.claims.words.synonyms.iter().flatten().any(|it| point.predicate.as_deref() == Some(&*crate::language::stem(it)));
        !near.is_empty()
            && !torn
            && !both
            && far.iter().all(|it| found(it, if is_named(it) { &context } else { &whole }))
            && !shut_out
            && (hangs || !verbs)
    }

    /// Whether all words of one alternative, or of a phrase that means the same, are among `stems`.
    fn all_in(&self, alternative: &str, stems: &[Box<str>]) -> bool {
        let all = |phrase: &str| {
            let mut words = content_stems(phrase).peekable();
            words.peek().is_some() && words.all(|word| stems.iter().any(|it| self.alike.same(it, &word)))
        };
        let groups = self.claims.words.synonyms.iter().filter(|it| it.iter().any(|it| it == alternative));
        all(alternative) || groups.flatten().filter(|it| it.contains(' ')).any(|it| all(it))
    }

    /// "Killed and wounded" are more than the killed: a word of the term stands beside another doing that the terms do not name.
    fn told_with_another(&self, term: &str, clause: &str) -> bool {
        let words: Vec<_> = clause.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        let done = |it: &str| it.ends_with("ed") || matches!(it, "dead" | "hurt");
        let of = |term: &str, word: &str| content_stems(word).any(|it| self.names(term, &it));
        words.windows(3).any(|it| {
            let (one, other) = (it[0], it[2]);
            let beside = |own: &str, other: &str| of(term, own) && !self.measure.terms.iter().any(|it| of(it, other));
            it[1] == "and" && done(one) && done(other) && (beside(one, other) || beside(other, one))
        })
    }

    fn names(&self, term: &str, stem: &str) -> bool {
        term.split('|').flat_map(content_stems).any(|it| self.alike.same(&it, stem))
    }

    /// Whether who holds, does or suffers it is whom the measure asks for: the last party named before the figure. Where the
    /// measure asks for nobody, a party that its title does not name is another's.
    fn subject(&self, document: &Document, point: &Point) -> bool {
        let titled = |it: &&Entity| self.measure.title.as_deref().is_some_and(|title| names(it).any(|name| title.contains(name)));
        let entities = &self.claims.words.entities;
        let declared = !self.measure.subject.is_empty();
        let asked: Vec<_> = if declared {
            self.measure.subject.iter().flat_map(|it| self.with_aliases(it)).flat_map(content_stems).collect()
        } else {
            entities.iter().filter(titled).flat_map(names).flat_map(content_stems).collect()
        };
        if asked.is_empty() {
            return true;
        }
        let others: Vec<_> = entities.iter().flat_map(names).flat_map(content_stems).filter(|it| !akin(it, &asked)).collect();
        // "4,000 North Koreans" are theirs, whoever counts them.
        let own: Vec<_> = point.modifiers.iter().chain([&point.head]).collect();
        if is_counted(point) && own.iter().any(|it| akin(it, &asked)) {
            return true;
        }
        let statement = document.reading.statements.get(point.statement);
        let stated = statement.map_or(point.span, |it| if declared || !it.content.contains(point.span) { it.span } else { it.content });
        let before = Span { start: stated.start, end: point.span.start }.of(&document.text);
        let parties: Vec<_> = content_stems(before).filter(|it| akin(it, &asked) || akin(it, &others)).collect();
        parties.last().map_or(!declared, |it| akin(it, &asked))
    }

    fn with_aliases<'s>(&'s self, name: &'s str) -> Vec<&'s str> {
        let entity = self.claims.words.entities.iter().find(|it| stands_for(it, name));
        entity.map_or_else(|| vec![name], |it| names(it).collect())
    }
}

/// Whether things are counted: what is told of them stands beside their number.
fn is_counted(point: &Point) -> bool {
    !matches!(point.head.as_ref(), "%" | "area" | "length")
}

/// Whether a term asks for names alone: "Kursk", "North Korean".
fn is_named(term: &str) -> bool {
    term.split('|').any(|it| it.trim_start().starts_with(char::is_uppercase))
}

/// Whether `stem` is one of `names`, or the country's name where they have its people's: "ukrainian" and "ukraine".
fn akin(stem: &str, names: &[Box<str>]) -> bool {
    let start = |it: &str| it.chars().take(5).collect::<String>();
    names.iter().any(|it| **it == *stem || (it.chars().count() >= 5 && start(it) == start(stem)))
}

/// The words around a figure up to the marks and words that begin another clause.
fn clause(document: &Document, point: &Point) -> Span {
    let statement = document.reading.statements.get(point.statement);
    let content = statement.map_or(point.span, |it| if it.content.contains(point.span) { it.content } else { it.span });
    let text = Span { start: content.start, end: point.span.start }.of(&document.text);
    let after = Span { start: point.span.end, end: content.end }.of(&document.text);
    let breaks = [", ", "; ", ": ", " while ", " but ", " although ", " which ", " that ", " who ", " and another ", " and a further "];
    let break_in = |text: &str| breaks.iter().filter_map(|it| text.rfind(it).map(|at| (at, at + it.len()))).max_by_key(|it| it.1);
    let mut start = break_in(text).map_or(0, |it| it.1);
    let end = breaks.iter().filter_map(|it| after.find(it)).min().unwrap_or(after.len());
    // A figure that stands alone between its marks belongs to what was said before: "regained 1,100 km², 86% of it".
    let bare = |text: &str| content_stems(text).next().is_none();
    let alone = |from: usize| bare(text.get(from..).unwrap_or_default()) && bare(after.get(..end).unwrap_or_default());
    if let Some((at, _)) = break_in(text).filter(|it| alone(it.1)) {
        start = break_in(text.get(..at).unwrap_or_default()).map_or(0, |it| it.1);
    }
    Span::new(content.start as usize + start, point.span.end as usize + end)
}

/// Points of a timeline, in the order of time, that each is compared with; keeps the cost linear.
const WINDOW: usize = 64;

/// Rivals of a figure that are told.
const RIVALS: usize = 8;

/// Figures of one measure that cannot all hold: of one time or of no stated time, further apart than the tolerance; and steps
/// back of a measure that only ever rises or falls.
pub(super) fn conflicts(claims: &Claims, timelines: &[Timeline]) -> Vec<Inconsistency> {
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
    use super::super::find;
    use super::*;
    use crate::corpus::Corpus;

    fn measure(terms: &[&str], unit: &str) -> Measure {
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
    fn check(measure: Measure, documents: &[(&str, &str)], figures: &[&str], conflicts: usize) {
        let read = |(index, (day, text)): (usize, &(&str, &str))| Document::from_text(format!("d{index}"), *text, Period::parse(day));
        let corpus = Corpus { documents: documents.iter().enumerate().map(read).collect(), ..Corpus::default() };
        let claims = Claims { measures: vec![measure], ..Claims::default() };
        let crossing = find(&corpus, &claims);
        let told: Vec<_> = crossing.timelines[0].points.iter().map(|it| it.cited.amount.clone().unwrap_or_default()).collect();
        assert_eq!(told, figures);
        assert_eq!(crossing.inconsistencies.iter().filter(|it| it.measure.is_some()).count(), conflicts, "{documents:?}");
    }

    #[test]
    fn figures_of_one_day_conflict_and_later_ones_do_not() {
        let sunk = || measure(&["sink"], "boat");
        let first = ("2025-03-18", "The storm has sunk 40 boats in Aldmere.");
        check(sunk(), &[first, ("2025-03-18", "Holm said the storm had sunk 60 boats.")], &["40 boats", "60 boats"], 1);
        check(sunk(), &[first, ("2025-03-20", "Holm said the storm had sunk 60 boats.")], &["40 boats", "60 boats"], 0);
        check(sunk(), &[first, ("2025-03-18", "The storm has sunk 42 boats in Aldmere.")], &["40 boats", "42 boats"], 0);
    }

    #[test]
    fn two_doings_told_together_are_more_than_one_of_them() {
        let hurt = ("2025-03-18", "In Aldmere the storm left 60 sailors killed and injured.");
        check(measure(&["kill"], "sailor"), &[hurt], &[], 0);
        check(measure(&["killed and injured"], "sailor"), &[hurt], &["60 sailors"], 0);
        check(measure(&["kill"], "sailor"), &[("2025-03-18", "The storm killed 6 sailors and wrecked 9 boats.")], &["6 sailors"], 0);
    }

    #[test]
    fn a_bare_number_that_something_is_put_at_counts_it() {
        let put = ("2025-03-18", "Holm put the number of sunken boats at 60.");
        check(measure(&["boat"], "boat"), &[put], &["60"], 0);
        check(measure(&["boat"], "boat"), &[("2025-03-18", "Holm put the price of a boat at 60 crowns.")], &[], 0);
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
