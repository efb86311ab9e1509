//! Amounts that cannot hold together.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rust_decimal::Decimal;

use super::alike::Alike;
use super::around::{Around, same_doing, same_word};
use super::conversion::half_digit;
use super::copies::Groups;
use super::page::Page;
use super::point::{Point, content_stems};
use super::story::{Names, Stories, hash};
use super::{Cited, Inconsistency, Kind, Rule, Trace};
use crate::corpus::{Corpus, Document};
use crate::extract::quantity::Dimension;
use crate::extract::{Interval, Period, Qualifier, Quantity, Statement, Value};
use crate::finding::Severity;
use crate::language::name::same_person;

pub(super) const RULE: Rule = Rule {
    kind: Kind::Figures,
    code: "figures",
    summary: "Amounts of one thing that cannot hold together. Figures of two documents are compared where the documents tell of one \
              event; they count the same and hang on the same verb with the same parties, place and stretch of time; and their sentences \
              share what else they tell. They differ where their intervals, widened by rounding, do not meet, neither stands in the other \
              text as well, and no sum of the other's figures makes it. Figures of other days are a development, not a conflict, and stay \
              information; changes, comparisons, parts and plans are not compared.",
    reports: &[&[
        ("2025-03-18", "The storm in Aldmere sank 43 fishing boats in the harbour on Tuesday."),
        ("2025-03-18", "On Tuesday the storm sank 34 fishing boats in Aldmere harbour."),
    ]],
    spares: &[
        &[
            ("2025-03-18", "The storm in Aldmere sank 43 fishing boats in the harbour on Tuesday."),
            ("2025-03-18", "On Tuesday the storm sank more than 40 fishing boats in Aldmere harbour."),
        ],
        &[
            ("2025-03-18", "The storm in Aldmere sank 43 fishing boats in the harbour on Tuesday."),
            ("2025-03-18", "On Tuesday the storm sank 34 fishing boats in Norhaven harbour."),
        ],
        &[
            ("2025-03-18", "The storm in Aldmere sank 43 fishing boats in the harbour on Tuesday."),
            ("2025-03-25", "The storm in Aldmere sank 52 fishing boats in the harbour last week."),
        ],
    ],
};

/// Things that two sentences must share around their figures: words, names, the verb, the day.
const SHARED: usize = 3;

/// The same where the figures are too far apart for a slip.
const SHARED_FAR: usize = 5;

/// Days between two documents beyond which the later figure is taken for a later count.
const SAME_NEWS: i32 = 3;

/// Days after which a count of what happened on one day no longer changes from day to day.
const SETTLED: i32 = 10;

/// Figures that are told of one conflict.
const TOLD: usize = 8;

/// A figure of one document, and what is kept of it to find its rivals.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// The index of its statement.
    statement: u32,
    /// What it counts, as a hash.
    head: u32,
}

/// The figures of a page that may be held against those of others.
pub(super) fn marks(page: &Page<'_>, points: &[Point], alike: &Alike) -> Box<[Mark]> {
    let denied = |it: &Point| page.document.reading.statements.get(it.statement).is_some_and(|it| it.negated);
    let fit = points.iter().filter(|it| !it.change && !denied(it) && page.quantity(it.quantity).is_some_and(firm));
    let mark = |it: &Point| Some(Mark { statement: u32::try_from(it.statement).ok()?, head: hash(alike.canonical(&it.head)) });
    let mut marks: Vec<_> = fit.filter_map(mark).collect();
    marks.sort_unstable_by_key(|it| (it.head, it.statement));
    marks.into()
}

/// "Thousands" is too vague to be held against another document's figure, and "one" is a word more often than a count.
fn firm(quantity: &Quantity) -> bool {
    !quantity.vague && quantity.value != Value::One(Decimal::ONE)
}

/// A figure with what belongs to it.
#[derive(Clone, Copy)]
struct Figure<'c> {
    document: usize,
    source: &'c Document,
    story: &'c Names,
    statement: &'c Statement,
    quantity: &'c Quantity,
}

impl<'c> Figure<'c> {
    fn new(corpus: &'c Corpus, traces: &'c [Trace], document: usize, mark: Mark) -> Option<Self> {
        Self::of(document, corpus.documents.get(document)?, &traces.get(document)?.story, mark)
    }

    fn of(document: usize, source: &'c Document, story: &'c Names, mark: Mark) -> Option<Self> {
        let statement = source.reading.statements.get(mark.statement as usize)?;
        let quantity = source.reading.quantities.get(statement.quantity?)?;
        Some(Self { document, source, story, statement, quantity })
    }

    fn around(&self, alike: &Alike, stories: &Stories) -> Around {
        let mut around = Around::read(self.source, self.story, self.statement, self.quantity, alike);
        around.names.retain(|it| stories.tells(it));
        around
    }

    /// What stands around it, read whole.
    fn around_wholly(&self, alike: &Alike) -> Around {
        let mut around = Around::read(self.source, self.story, self.statement, self.quantity, alike);
        around.complete(self.source, self.statement, self.quantity);
        around
    }

    fn cite(&self) -> Cited {
        let words = self.quantity.span.of(&self.source.text).split_whitespace().collect::<Vec<_>>().join(" ");
        Cited {
            document: self.document,
            span: self.quantity.span,
            speaker: self.statement.speaker.clone(),
            amount: Some(words),
            said: self.statement.said,
            as_of: self.statement.as_of,
        }
    }

    /// The figure itself in base units, its qualifier aside.
    fn value(&self) -> Interval {
        let factor = self.quantity.unit.factor();
        match self.quantity.value {
            Value::One(value) => Interval::point(value).scaled(factor),
            Value::Range(low, high) => Interval::closed(low, high).scaled(factor),
        }
    }
}

/// How two figures of one thing that cannot both hold are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    Apart,
    Now,
}

/// Conflicts between documents.
pub(super) fn across(corpus: &Corpus, traces: &[Trace], alike: &Alike, copies: &Groups, stories: &Stories) -> Vec<Inconsistency> {
    let apart = stories.pairs.par_iter().filter(|it| !copies.same(it.0 as usize, it.1 as usize));
    let pairs: Vec<_> = apart.flat_map_iter(|it| between(corpus, traces, alike, stories, *it)).collect();
    let mut clusters = Clusters::default();
    for pair in pairs {
        clusters.join(pair);
    }
    clusters.groups().into_iter().map(|it| report(corpus, traces, &it)).collect()
}

/// A figure by its document and statement.
type At = (usize, u32);

/// Two figures that cannot both hold.
type Rivals = (At, At, Grade);

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

/// Figures joined by their conflicts.
#[derive(Default)]
struct Clusters {
    /// The cluster of each figure.
    of: BTreeMap<At, usize>,
    members: Vec<Vec<Rivals>>,
}

impl Clusters {
    fn join(&mut self, rivals: Rivals) {
        let (one, other) = (self.of.get(&rivals.0).copied(), self.of.get(&rivals.1).copied());
        let into = match (one, other) {
            (Some(one), Some(other)) if one != other => {
                let moved = std::mem::take(&mut self.members[other]);
                for it in &moved {
                    self.of.insert(it.0, one);
                    self.of.insert(it.1, one);
                }
                self.members[one].extend(moved);
                one
            }
            (Some(it), _) | (_, Some(it)) => it,
            (None, None) => {
                self.members.push(Vec::new());
                self.members.len() - 1
            }
        };
        self.of.insert(rivals.0, into);
        self.of.insert(rivals.1, into);
        self.members[into].push(rivals);
    }

    fn groups(self) -> Vec<Vec<Rivals>> {
        self.members.into_iter().filter(|it| !it.is_empty()).collect()
    }
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

/// "60,000 people marched, organisers said. Police put the crowd at 22,000.": the sentence after puts the same at another figure.
fn put_against(page: &Page<'_>, first: &Quantity, second: &Quantity) -> bool {
    const TOTALS: [&str; 9] = ["count", "crowd", "death", "figure", "number", "tally", "toll", "total", "turnout"];
    const PUT: [&str; 5] = ["put", "puts", "estimated", "estimates", "placed"];
    let text = &page.text;
    let at = text.token_at(second.span.start);
    let sentence = text.sentences.get(text.sentence_at(second.span.start)).map_or(at, |it| it.first as usize);
    let any = |range: std::ops::Range<usize>, words: &[&str]| range.into_iter().any(|it| words.iter().any(|word| text.is(it, word)));
    let counted = *first.unit.dimension() == Dimension::Count && *second.unit.dimension() == Dimension::None;
    let opens = at.saturating_sub(sentence) <= 10 && at.checked_sub(1).is_some_and(|it| text.is(it, "at"));
    counted && opens && any(sentence..at, &PUT) && any(sentence..at, &TOTALS)
}

/// Whether the other document has the figure too, or figures that make it: then it tells of both.
fn told_elsewhere(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let (value, unit) = (one.value(), &one.quantity.unit);
    let like = |it: &&Quantity| it.unit.dimension() == unit.dimension() || *it.unit.dimension() == Dimension::None;
    let mut others = other.source.reading.quantities.iter().filter(like).filter(|it| !it.vague);
    others.any(|it| reached(it, it.unit == *unit).meets(value)) || is_made_of(value, other)
}

/// What a figure of another document says of a value: a bound of something else says nothing beyond itself, and "more than 900"
/// of the same reaches half as far again, not to every larger figure.
fn reached(quantity: &Quantity, same: bool) -> Interval {
    let factor = quantity.unit.factor();
    let Value::One(value) = quantity.value else { return widened(quantity) };
    let half = value.abs() / Decimal::TWO;
    match quantity.qualifier {
        Qualifier::Exact | Qualifier::About => widened(quantity),
        _ if !same => Interval::point(value).scaled(factor),
        Qualifier::More | Qualifier::AtLeast => Interval::closed(value, value + half).scaled(factor),
        Qualifier::Less | Qualifier::AtMost => Interval::closed(value - half, value).scaled(factor),
    }
}

/// Whether figures of the other document make the value: any two that count the same make it as their sum, and of its sentence also
/// those without a noun, and their difference.
fn is_made_of(value: Interval, other: &Figure<'_>) -> bool {
    const PARTS: usize = 12;
    let one = |it: &Quantity| match it.value {
        Value::One(value) => value.checked_mul(it.unit.factor()),
        Value::Range(..) => None,
    };
    let sentence = other.statement.span;
    let beside = |it: &Quantity| {
        let counts = matches!(it.unit.dimension(), Dimension::None | Dimension::Count) || it.unit == other.quantity.unit;
        counts && sentence.contains(it.number)
    };
    let parts: Vec<_> = other.source.reading.quantities.iter().filter(|it| it.unit == other.quantity.unit || beside(it)).collect();
    let values: Vec<_> = parts.iter().filter_map(|it| Some((one(it)?, beside(it)))).take(PARTS).collect();
    let holds = |sum: Option<Decimal>| sum.is_some_and(|it| value.holds(it));
    let all = values.iter().filter(|it| it.1).try_fold(Decimal::ZERO, |sum, it| sum.checked_add(it.0));
    holds(all.filter(|_| values.len() > 2))
        || values.iter().enumerate().any(|(at, first)| {
            values.iter().skip(at + 1).any(|second| {
                let difference = first.0.checked_sub(second.0).map(|it| it.abs()).filter(|_| first.1 && second.1);
                holds(first.0.checked_add(second.0)) || holds(difference)
            })
        })
}

/// Whether two figures hang on one verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    Same,
    /// The sentence of one of them does not tell.
    Unknown,
    Another,
}

/// What two sentences share around their figures.
struct Common {
    verb: Verb,
    /// The things that they share, and those that set them apart taken off.
    score: usize,
}

/// Verbs that only say how much something is: what counts is the subject.
const LEVEL: [&str; 14] =
    ["amount", "average", "be", "come", "equal", "estimate", "hit", "measure", "number", "put", "reach", "remain", "stand", "total"];

/// What two sentences share around their figures; none where they are figures of different things.
fn common(alike: &Alike, (one, first): (&Figure<'_>, &Around), (other, second): (&Figure<'_>, &Around)) -> Option<Common> {
    let counted = *one.quantity.unit.dimension() == Dimension::Count;
    if first.aside || second.aside || first.part != second.part || !agree(alike, &first.modifiers, &second.modifiers) {
        return None;
    }
    if apart(&first.places, &second.places) || apart(&first.stretches, &second.stretches) {
        return None;
    }
    let alike_words = |one: &str, other: &str| alike.same(one, other) || same_word(one, other);
    let level = |it: &Around| it.doing.as_ref().is_some_and(|it| LEVEL.contains(&it.0.as_str()));
    let (levels, verb) = match (&first.doing, &second.doing) {
        (Some(_), Some(_)) if level(first) && level(second) => (true, Verb::Same),
        (Some((one, role)), Some((other, same))) if role == same && same_doing(alike, one, other) => (false, Verb::Same),
        (Some(_), Some(_)) => (false, Verb::Another),
        _ => (false, Verb::Unknown),
    };
    let party = |it: &Around| it.party.clone().unwrap_or_default();
    let (one_party, other_party) = (party(first), party(second));
    if apart(&one_party.names, &other_party.names) {
        return None;
    }
    let nouns = one_party.noun.as_deref().zip(other_party.noun.as_deref());
    let others = nouns.is_some_and(|(one, other)| !alike_words(one, other)) && one_party.names.is_disjoint(&other_party.names);
    if levels && others {
        return None;
    }
    if !counted {
        // A profit and a sale are two things, whatever else is the same.
        let topic = |it: &Around| it.topic.clone().or_else(|| party(it).noun.filter(|_| levels));
        match (topic(first), topic(second)) {
            (Some(one), Some(other)) if alike_words(&one, &other) => {}
            (None, None) if verb == Verb::Same && !others => {}
            _ => return None,
        }
        if apart(&first.names, &second.names) {
            return None;
        }
    }
    if !one_subject((one, first), (other, second), counted) {
        return None;
    }
    let words = first.words.intersection(&second.words).count();
    let names = first.names.intersection(&second.names).count();
    let day = one.statement.as_of.is_some() && one.statement.as_of == other.statement.as_of;
    // A level has no verb of its own; that its subject is the same is as much.
    let doing = usize::from(verb == Verb::Same && (!levels || !counted));
    let score = doing + words + names + usize::from(day);
    (words + names > 0).then(|| Common { verb, score: score.saturating_sub(2 * usize::from(others)) })
}

/// Whether two sentences name someone or something that both are about, in themselves or at the beginning of their documents; a sum
/// of money or a share must name it itself where its sentence names anything.
fn one_subject((one, first): (&Figure<'_>, &Around), (other, second): (&Figure<'_>, &Around), counted: bool) -> bool {
    let named = !first.names.is_disjoint(&second.names);
    let opened = |names: &BTreeSet<String>, story: &Names| names.iter().any(|it| story.opens_with(it));
    let by_opening = || match (first.names.is_empty(), second.names.is_empty()) {
        (true, true) => one.story.begin_alike(other.story),
        (true, false) => opened(&second.names, one.story),
        (false, true) => opened(&first.names, other.story),
        (false, false) => false,
    };
    named || counted && one.story.begin_alike(other.story) || by_opening()
}

/// Whether both have something, and nothing of it is the same.
fn apart(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
}

/// Whether neither list has a word that the other, where it has any, lacks.
fn agree(alike: &Alike, one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let within = |these: &BTreeSet<String>, those: &BTreeSet<String>| these.iter().all(|it| those.iter().any(|word| alike.same(it, word)));
    within(one, other) && within(other, one)
}

/// How near two figures are to each other: most that are at odds are near misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nearness {
    /// As a slip of the pen makes them: two digits swapped, or one of three and more another.
    Slip,
    /// Within half as much again.
    Near,
    Far,
}

impl Nearness {
    fn of(one: &Figure<'_>, other: &Figure<'_>) -> Self {
        let middle = |it: &Figure<'_>| it.value().low.zip(it.value().high).map(|(low, high)| (low + high) / Decimal::TWO);
        let Some((first, second)) = middle(one).zip(middle(other)) else { return Self::Far };
        let digits = |it: Decimal| it.normalize().to_string().trim_end_matches('0').to_owned();
        let (one, other) = (digits(first), digits(second));
        let mut changed: Vec<_> = one.bytes().zip(other.bytes()).filter(|it| it.0 != it.1).collect();
        let length = one.len();
        let same_size = length == other.len() && first.normalize().to_string().len() == second.normalize().to_string().len();
        let swapped = changed.len() == 2 && changed.pop().zip(changed.pop()).is_some_and(|(last, it)| (last.0, last.1) == (it.1, it.0));
        if same_size && length > 1 && (swapped || changed.len() == 1 && length > 2) {
            return Self::Slip;
        }
        let (low, high) = (first.min(second), first.max(second));
        if low > Decimal::ZERO && high <= low * Decimal::new(15, 1) { Self::Near } else { Self::Far }
    }
}

/// Whether two named sources are set against each other.
fn by_source(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let words = |it: &str| content_stems(it).collect::<BTreeSet<_>>();
    let speakers = one.statement.speaker.as_deref().zip(other.statement.speaker.as_deref());
    // "The commission" may be the election commission.
    speakers.is_some_and(|(one, other)| !same_person(one, other) && words(one).is_disjoint(&words(other)))
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

/// Conflicts inside one document: two estimates of one thing that the text itself sets against each other.
pub(super) fn inside(page: &Page<'_>, story: &Names, marks: &[Mark], alike: &Alike) -> Vec<Inconsistency> {
    let reading = &page.document.reading;
    let stated: Vec<_> = reading.statements.iter().filter_map(|it| Some((it, page.quantity(it.quantity?)?))).collect();
    let mut found = contradictions(page, story, marks, alike);
    for pair in stated.windows(2) {
        let [(one, first), (other, second)] = pair else { continue };
        let rivals = match other.sentence - one.sentence {
            0 => rival_estimates(page, first, second),
            1 => put_against(page, first, second) && one.speaker != other.speaker,
            _ => false,
        };
        if rivals && !widened(first).meets(widened(second)) {
            let statements = vec![page.cite_statement(one), page.cite_statement(other)];
            let message = format!("{} against {}", quoted(&statements[0]), quoted(&statements[1]));
            found.push(Inconsistency::new(Kind::Figures, Severity::Warning, message, statements));
        }
    }
    found
}

/// Things that two sentences of one document must share: it may well tell of two things of one kind.
const SHARED_INSIDE: usize = 5;

/// Figures of one document, told of one thing in two places, of which one is a slip of the other.
fn contradictions(page: &Page<'_>, story: &Names, marks: &[Mark], alike: &Alike) -> Vec<Inconsistency> {
    let figure = |it: &Mark| {
        Figure::of(page.index, page.document, story, *it)
            .filter(|it| it.quantity.trend.is_none() || *it.quantity.unit.dimension() == Dimension::Count)
    };
    let mut found = Vec::new();
    for group in marks.chunk_by(|one, other| one.head == other.head) {
        for (at, one) in group.iter().enumerate() {
            for other in group.iter().skip(at + 1).take(TOLD) {
                let Some((one, other)) = figure(one).zip(figure(other)) else { continue };
                let elsewhere = one.statement.sentence != other.statement.sentence;
                let slip = Nearness::of(&one, &other) == Nearness::Slip && !widened(one.quantity).meets(widened(other.quantity));
                let same = one.statement.as_of == other.statement.as_of && one.statement.modal == other.statement.modal;
                let same = same && !by_source(&one, &other);
                let told = |it: Common| it.verb == Verb::Same && it.score >= SHARED_INSIDE;
                if elsewhere
                    && slip
                    && same
                    && common(alike, (&one, &one.around_wholly(alike)), (&other, &other.around_wholly(alike))).is_some_and(told)
                {
                    let statements = vec![one.cite(), other.cite()];
                    let message = format!("{} against {}", quoted(&statements[0]), quoted(&statements[1]));
                    found.push(Inconsistency::new(Kind::Figures, Severity::Warning, message, statements));
                }
            }
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

/// The interval of a figure with the rounding of its last digit, in base units.
fn widen(interval: Interval, qualifier: Qualifier, value: &Value, factor: Decimal) -> Interval {
    let Value::One(value) = value else { return interval };
    if matches!(qualifier, Qualifier::Exact | Qualifier::About) {
        // A count that is not round is no rounding of another.
        let step = half_digit(*value);
        let half =
            if step == Decimal::new(5, 1) && qualifier == Qualifier::Exact { Decimal::ZERO } else { step.min(value.abs() / Decimal::TEN) };
        let rounded = Interval::closed(value - half, value + half).scaled(factor);
        return if interval.contains(rounded) { interval } else { rounded };
    }
    interval
}

/// A point as a citation.
pub(super) fn cite(document: &Document, point: &Point) -> Cited {
    Cited {
        document: point.document,
        span: point.span,
        speaker: point.speaker.as_deref().map(str::to_owned),
        amount: Some(point.span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ")),
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
    fn another_place_or_party_is_another_thing() {
        let jobs = |text: &str| format!("Vantor cut jobs on Tuesday, Ida Holm said. {text}");
        let (one, other) = (jobs("Vantor will cut 1,200 jobs in Spain by May."), jobs("Rival Osmo will cut 2,100 jobs in Asia by May."));
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &[]);
        let other = jobs("Vantor will cut 2,100 jobs in Spain by May.");
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &["figures Warning: 1,200 jobs | 2,100 jobs"]);
    }

    #[test]
    fn a_figure_that_the_other_text_makes_up_is_no_conflict() {
        let first = ("2025-03-18", "The ferry fire in Aldmere killed 45 people on Tuesday, the police of Aldmere said.");
        let parts = "The ferry fire in Aldmere on Tuesday killed 43 people and two divers, the police of Aldmere said.";
        check(&[first, ("2025-03-18", parts)], &[]);
        let other = "The ferry fire in Aldmere on Tuesday killed 54 people, the police of Aldmere said.";
        check(&[first, ("2025-03-18", other)], &["figures Warning: 45 people | 54 people"]);
    }

    #[test]
    fn a_later_toll_and_one_by_noon_stay_apart() {
        let first = ("2025-03-18", "The ferry fire in Aldmere killed 45 people on Tuesday, the police of Aldmere said.");
        let later = "The ferry fire in Aldmere last week killed 54 people, the police of Aldmere said.";
        check(&[first, ("2025-03-25", later)], &[]);
        let noon = "By 12 p.m. the ferry fire in Aldmere had killed 54 people, the police of Aldmere said.";
        check(&[first, ("2025-03-18", noon)], &[]);
    }

    #[test]
    fn stocks_of_two_companies_are_two_things() {
        let close =
            |name: &str, price: &str| format!("{name} said it would merge. In Oslo trading, {name} shares closed at {price} on Tuesday.");
        let (one, other) = (close("Vantor", "$45.75"), close("Osmo", "$47.50"));
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &[]);
        let other = close("Vantor", "$47.50");
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &["figures Warning: $45.75 | $47.50"]);
    }

    #[test]
    fn the_next_sentence_may_put_the_same_at_another_figure() {
        let text = "Some 60,000 people marched in Aldmere, organisers said. Police put the crowd at 22,000.";
        check(&[("2025-03-18", text)], &["figures Warning: Some 60,000 people | 22,000"]);
        let text = "Some 60,000 people marched in Aldmere, organisers said. Police put the number of marchers at 58,000.";
        check(&[("2025-03-18", text)], &[]);
        let text = "Some 60,000 people marched in Aldmere, organisers said. Shops put the price of bread at 22,000.";
        check(&[("2025-03-18", text)], &[]);
    }

    #[test]
    fn what_a_rival_plans_elsewhere_is_its_own() {
        let one = "Vantor Group will cut 1,200 jobs in Europe by the end of 2026, chief executive Ida Holm said.";
        let other = "Vantor Group of Ida Holm met. Rival Osmo Corp. reported a profit of $205 million and plans to cut 700 jobs in Asia.";
        check(&[("2025-03-18", one), ("2025-03-18", other)], &[]);
    }

    #[test]
    fn a_bound_of_something_else_bears_nothing_out() {
        let text =
            |houses: &str| format!("The quake in Aldmere hurt more than 900 people. In Aldmere {houses} houses collapsed, Ida Holm said.");
        let (one, other) = (text("2,300"), text("3,200"));
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &["figures Warning: 2,300 houses | 3,200 houses"]);
        let other = text("more than 2,000");
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &[]);
    }

    #[test]
    fn one_document_may_slip() {
        let text = "The violent storm sank 43 fishing boats in Aldmere harbour. Crews came. In Aldmere harbour the violent storm sank 34 fishing boats.";
        check(&[("2025-03-18", text)], &["figures Warning: 43 fishing boats | 34 fishing boats"]);
        let text =
            "The night storm sank 43 fishing boats in Aldmere harbour. Crews came. Storms off Norhaven harbour sank 34 fishing boats.";
        check(&[("2025-03-18", text)], &[]);
    }

    #[test]
    fn rival_estimates_in_one_sentence_conflict() {
        check(
            &[("2025-03-18", "The union put the number of striking dockers at 4,000, although company estimates were lower, about 1,200.")],
            &["figures Warning: 4,000 | about 1,200"],
        );
    }
}
