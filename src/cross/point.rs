//! Points: the figures of a document with all that tells whether two of them are about the same thing.

use std::collections::BTreeSet;

use super::page::Page;
use crate::extract::quantity::Dimension;
use crate::extract::{Interval, Period, Quantity, Statement};
use crate::language::stem;
use crate::text::{Class, Kind, Span};

/// A figure, and what stands around it.
#[derive(Clone, Debug)]
pub(super) struct Point {
    /// The index of the document in the corpus.
    pub(super) document: usize,
    /// The index of its statement.
    pub(super) statement: usize,
    /// The index of its quantity.
    pub(super) quantity: usize,
    /// Its words, qualifier and unit included.
    pub(super) span: Span,
    /// The kind of thing measured: a dimension, or the stem of the head noun.
    pub(super) head: Box<str>,
    /// The values that it allows, in the base unit of its dimension.
    pub(super) interval: Interval,
    /// The stems that modify the head noun: "north", "korean".
    pub(super) modifiers: Box<[Box<str>]>,
    /// The content stems of its sentence, figures and its own noun aside, sorted.
    pub(super) words: Box<[Box<str>]>,
    /// The stem of the verb that the figure hangs on, as far as nearness tells.
    pub(super) predicate: Option<Box<str>>,
    /// Whether it tells a change, not a level.
    pub(super) change: bool,
    /// Whether it is a vague plural.
    pub(super) vague: bool,
    /// Whether it is negated, expected, ordered, hypothetical or doubted.
    pub(super) unsure: bool,
    /// Who says so.
    pub(super) speaker: Option<Box<str>>,
    /// When it was said.
    pub(super) said: Option<Period>,
    /// The time that it speaks of.
    pub(super) as_of: Option<Period>,
}

/// The points of a page: figures that measure or count something, conversions left out.
pub(super) fn points(page: &Page<'_>) -> Vec<Point> {
    let reading = &page.document.reading;
    let stated = reading.statements.iter().enumerate().filter_map(|(index, it)| Some((index, it, it.quantity?)));
    stated.filter_map(|(index, statement, quantity)| point(page, index, statement, quantity)).collect()
}

fn point(page: &Page<'_>, index: usize, statement: &Statement, at: usize) -> Option<Point> {
    let quantity = page.quantity(at)?;
    if quantity.converts.is_some() {
        return None;
    }
    // "Put the number of dead at 40": the noun stands before the verb's "at".
    let put = put_at(page, quantity);
    let noun = put.or(quantity.noun).map(|it| it.of(&page.document.text)).unwrap_or_default();
    let head = put.and_then(|_| content_stems(noun).last()).or_else(|| head(quantity))?;
    let modifiers = content_stems(noun).filter(|it| **it != *head).collect::<BTreeSet<_>>();
    let around = around(page, statement, quantity);
    let fields = Surroundings::read(page, around, quantity);
    Some(Point {
        document: page.index,
        statement: index,
        quantity: at,
        span: quantity.span,
        interval: base(quantity),
        modifiers: modifiers.into_iter().collect(),
        words: fields.words.into_iter().filter(|it| **it != *head).collect(),
        predicate: fields.predicate,
        head,
        // "Sank 43 boats" tells no trend of boats: only shares, money and measures rise and fall.
        change: quantity.change || (quantity.trend.is_some() && *quantity.unit.dimension() != Dimension::Count),
        vague: quantity.vague,
        unsure: statement.negated || statement.modal,
        speaker: statement.speaker.as_deref().map(Into::into),
        said: statement.said,
        as_of: statement.as_of,
    })
}

/// The noun of a bare number that someone puts something at: "the dead" of "estimated the dead at about 1,200".
fn put_at(page: &Page<'_>, quantity: &Quantity) -> Option<Span> {
    const VERBS: [&str; 9] = ["estimate", "estimated", "estimates", "place", "placed", "put", "puts", "set", "putting"];
    if *quantity.unit.dimension() != Dimension::None {
        return None;
    }
    let text = &page.text;
    let at = text.token_at(quantity.span.start).checked_sub(1).filter(|it| text.is(*it, "at"))?;
    let verb = (at.saturating_sub(10)..at).rev().find(|it| VERBS.iter().any(|word| text.is(*it, word)))?;
    let of = (verb + 1..at).find(|it| text.is(*it, "of")).map_or(verb + 1, |it| it + 1);
    let first = (of..at).find(|it| !text.class(*it).is(Class::DETERMINER) && text.token(*it).is_some_and(|it| it.kind == Kind::Word))?;
    Some(text.token(first)?.span.join(text.token(at.checked_sub(1)?)?.span))
}

/// What two figures must share to be compared at all; none for bare numbers and for stretches of time.
fn head(quantity: &Quantity) -> Option<Box<str>> {
    match quantity.unit.dimension() {
        Dimension::None | Dimension::Measure("time" | "months" | "age" | "age months") => None,
        Dimension::Measure(name) => Some((*name).into()),
        Dimension::Money | Dimension::Rate => Some(quantity.unit.symbol().into()),
        Dimension::Share => Some("%".into()),
        Dimension::Count => Some(stem(quantity.unit.symbol()).as_ref().into()),
    }
}

/// The interval in the base unit of its dimension, so that figures in different units compare.
fn base(quantity: &Quantity) -> Interval {
    quantity.interval.scaled(quantity.unit.factor())
}

/// The stretch that says what a figure is of: its content within the sentence, without its speaker.
fn around(_page: &Page<'_>, statement: &Statement, quantity: &Quantity) -> Span {
    if statement.content.contains(quantity.number) { statement.content } else { statement.span }
}

/// The stems of the content words of `text`.
pub(super) fn content_stems(text: &str) -> impl Iterator<Item = Box<str>> + '_ {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.len() > 1 && it.starts_with(char::is_alphabetic));
    words.filter(|it| !function(it)).map(|it| stem(it).as_ref().into())
}

fn function(word: &str) -> bool {
    crate::extract::lexicon().class(word).is(Class::FUNCTION)
}

struct Surroundings {
    words: BTreeSet<Box<str>>,
    predicate: Option<Box<str>>,
}

impl Surroundings {
    fn read(page: &Page<'_>, around: Span, quantity: &Quantity) -> Self {
        let text = &page.text;
        let first = text.token_at(around.start);
        let last = text.token_at(around.end);
        let at = text.token_at(quantity.number.start);
        let own = quantity.noun.map_or(quantity.span, |it| it.join(quantity.span));
        let mut words = BTreeSet::new();
        // Only what stands near says what the figure is of: long sentences tell of several things.
        for index in first.max(at.saturating_sub(REACH))..last.min(at + REACH) {
            let Some(token) = text.token(index).filter(|it| it.kind == Kind::Word && !it.class.is(Class::FUNCTION)) else { continue };
            if own.contains(token.span) && !token.capital {
                continue;
            }
            let word: Box<str> = stem(token.span.of(text.source)).as_ref().into();
            words.insert(word);
        }
        Self { words, predicate: predicate(page, around, quantity) }
    }
}

/// Tokens to either side of a figure that are taken to speak of it.
const REACH: usize = 18;

/// The verb that a figure hangs on: the nearest before it in its clause, else the first after it.
fn predicate(page: &Page<'_>, around: Span, quantity: &Quantity) -> Option<Box<str>> {
    let text = &page.text;
    let first = text.token_at(around.start);
    let last = text.token_at(around.end);
    let at = text.token_at(quantity.span.start);
    let end = quantity.noun.map_or(quantity.span.end, |it| it.end.max(quantity.span.end));
    let before = (first.max(at.saturating_sub(12))..at).rev().find_map(|it| verb(page, it));
    let after = (text.token_at(end)..last.min(at + 12)).find_map(|it| verb(page, it));
    let subject = opens_clause(page, first, at);
    if subject { after.or(before) } else { before.or(after) }
}

/// Whether the figure stands where a subject stands: at the beginning of its clause.
fn opens_clause(page: &Page<'_>, first: usize, at: usize) -> bool {
    let text = &page.text;
    let words = (first..at).rev().take_while(|it| ![",", ";", "and", "but"].iter().any(|mark| text.is(*it, mark)));
    let words: Vec<_> = words.filter(|it| text.token(*it).is_some_and(|it| it.kind == Kind::Word)).collect();
    words.iter().all(|it| text.class(*it).is(Class::FUNCTION | Class::HEDGE | Class::PREPOSITION | Class::MONTH))
}

/// The stem of the word at `at` where its form is that of a full verb.
fn verb(page: &Page<'_>, at: usize) -> Option<Box<str>> {
    let text = &page.text;
    let token = text.token(at).filter(|it| it.kind == Kind::Word && !it.capital && !it.class.is(Class::FUNCTION | Class::AUXILIARY))?;
    let word = token.span.of(text.source);
    let base = stem(word);
    let inflected = word.ends_with("ed") || word.ends_with("ing") || (*base != *word && !word.ends_with('s'));
    let after_auxiliary = at > 0 && text.class(at - 1).is(Class::AUXILIARY | Class::MODAL);
    (inflected || after_auxiliary).then(|| base.as_ref().into())
}
