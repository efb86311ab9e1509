//! Quantities: a number, how firmly it is meant, and what it counts.
//!
//! Each way of writing an amount is one file with a [`Rule`], its examples on its face. A sentence is walked once: where a
//! token may begin a number, the longest reading of the number rules wins; then units are looked for, what is no amount
//! (a date, a score, a name) is refused, and what is left gathers its noun, its bound and its trend. Last, neighbours
//! join: ranges, lists, conversions.

mod age;
mod article;
mod below_zero;
mod bound;
mod calendar;
mod cardinal;
mod code;
mod coded;
mod conversion;
mod count;
mod denominator;
mod digits;
mod draft;
mod fraction;
mod group;
mod interval;
mod list;
mod measure;
mod money;
mod noun;
mod or_two;
mod per;
mod phrase;
mod range;
mod scan;
mod score;
mod share;
mod table;
mod trend;
mod unit;
mod vague;

use std::cell::Cell;

use draft::Draft;
pub use interval::Interval;
use rust_decimal::Decimal;
use scan::Scan;
use serde::Serialize;
pub(super) use table::words;
pub use unit::{Dimension, Unit};

use super::DateMention;
use crate::text::{Class, Kind, Sentence, Span, Text, Token};

/// A way of writing an amount, or of writing a number that is none.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// Sentences that it reads, with what is read off them: `~[3, 4] day; 5 % down`, qualifier, value, unit and trend of
    /// each amount, and behind a conversion ` = ` and what it converts.
    pub reads: &'static [(&'static str, &'static str)],
    /// Sentences without an amount, which it leaves alone.
    pub ignores: &'static [&'static str],
    read: Read,
}

/// What a rule does, in the order of the work.
#[derive(Clone, Copy)]
enum Read {
    /// Reads a number that begins at a token.
    Number(fn(&Scan<'_, '_>, usize) -> Option<Draft>),
    /// Reads the article before a token that may be a unit as a number.
    Article(fn(&Scan<'_, '_>, usize) -> Option<Draft>),
    /// Adds to what was read.
    Grow(fn(&Scan<'_, '_>, &mut Draft)),
    /// Tells a number that is no amount.
    Refuse(fn(&Scan<'_, '_>, &Draft) -> bool),
    /// Joins what was read of one sentence, from the given index on.
    Join(fn(&Scan<'_, '_>, &mut Vec<Draft>, usize)),
    /// Tells one amount by another of its sentence, from the given index on.
    Relate(fn(&Scan<'_, '_>, &mut [Draft], usize)),
}

/// All rules. Numbers come first; the longest reading wins, and of two as long the first. Then units, since what
/// has one is no date or name; then what is no amount; then the noun, which bounds and changes depend on; then what
/// joins neighbours: ranges before lists, since a range has one unit, and conversions last, since they point at the rest.
const RULES: [Rule; 22] = [
    fraction::RULE,
    share::RULE,
    or_two::RULE,
    cardinal::RULE,
    digits::RULE,
    vague::RULE,
    article::RULE,
    coded::RULE,
    money::RULE,
    measure::RULE,
    below_zero::RULE,
    calendar::RULE,
    score::RULE,
    code::RULE,
    age::RULE,
    count::RULE,
    per::RULE,
    bound::RULE,
    trend::RULE,
    range::RULE,
    list::RULE,
    conversion::RULE,
];

/// Where in the list the rules that add to a number begin, and those that join several.
const GROWING: usize = 8;
const JOINING: usize = 19;

/// The rules, with their examples.
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// The number that a text states, its scale applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// One number: "800".
    One(Decimal),
    /// A stated range, or the reading of a vague plural: "10,000-12,000", "hundreds"; of a change, before and after.
    Range(Decimal, Decimal),
}

/// How firmly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Qualifier {
    /// As stated.
    #[serde(rename = "=")]
    Exact,
    /// About, around, nearly.
    #[serde(rename = "~")]
    About,
    /// More than.
    #[serde(rename = ">")]
    More,
    /// At least.
    #[serde(rename = ">=")]
    AtLeast,
    /// Less than.
    #[serde(rename = "<")]
    Less,
    /// At most, up to.
    #[serde(rename = "<=")]
    AtMost,
}

/// The direction of a change that is told with a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// A quantity in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its words, from the qualifier to the unit or the head noun of what is counted.
    pub span: Span,
    /// The number alone, with its scale: "2.5 million".
    pub number: Span,
    /// The number as stated, in `unit`.
    pub value: Value,
    /// How firmly it is meant.
    pub qualifier: Qualifier,
    /// The values that the words allow, in `unit`: "more than 800" is open above, "nearly 1,300" ends there.
    pub interval: Interval,
    /// Whether it is a vague plural: "hundreds".
    pub vague: bool,
    /// The direction, where a change is told ("rose by 5", "down 3%").
    pub trend: Option<Trend>,
    /// Whether the two ends of the range are before and after, "from 240 to 273", and not the ends of an estimate.
    pub change: bool,
    /// What it is measured in or counts.
    pub unit: Unit,
    /// What is counted or measured as written, with its modifiers, unit words aside: "Russian troops", "territory".
    pub noun: Option<Span>,
    /// The index of the quantity of which this one is the conversion, put in brackets behind it.
    pub converts: Option<usize>,
}

/// The quantities of `text`, in order of their place; what is part of one of `dates` is no amount.
pub fn quantities(text: &Text<'_>, dates: &[DateMention]) -> Vec<Quantity> {
    let mut drafts = Vec::with_capacity(text.sentences.len() / 2);
    for sentence in text.sentences.iter().filter(|it| it.class.is(BEGINNING)) {
        read_sentence(text, sentence, dates, &mut drafts);
    }
    drafts.into_iter().map(|it| finished(text, it)).collect()
}

fn read_sentence(text: &Text<'_>, sentence: &Sentence, dates: &[DateMention], drafts: &mut Vec<Draft>) {
    let range = sentence.tokens();
    let start = drafts.len();
    let (tokens, dates) = (text.of(sentence), dates_of(dates, sentence.span));
    let scan = Scan { text, dates, tokens, first: range.start, end: range.end, cardinal: Cell::new(None) };
    let mut at = range.start;
    while let Some(next) = text.tokens.get(at..range.end).and_then(|it| it.iter().position(|it| may_begin(text, it))) {
        at += next;
        // "Two Leopard 2 tanks": a number inside of what is counted is part of its name.
        if let Some((_, end)) = drafts.get(start..).and_then(<[Draft]>::last).and_then(|it| it.noun).filter(|it| it.0 < at && at < it.1) {
            at = end;
            continue;
        }
        let Some(draft) = number(&scan, at) else {
            at += 1;
            continue;
        };
        at = draft.end.max(at + 1);
        if let Some(draft) = grown(&scan, draft) {
            at = at.max(draft.end);
            drafts.push(draft);
        }
    }
    if drafts.len() == start {
        return;
    }
    for rule in &RULES[JOINING..] {
        match rule.read {
            Read::Join(join) => join(&scan, drafts, start),
            Read::Relate(relate) => relate(&scan, drafts, start),
            _ => {}
        }
    }
}

fn dates_of(dates: &[DateMention], sentence: Span) -> &[DateMention] {
    let first = dates.partition_point(|it| it.span.end <= sentence.start);
    let after = dates.partition_point(|it| it.span.start < sentence.end);
    dates.get(first..after.max(first)).unwrap_or_default()
}

/// Words that may begin a number, or be met where one has begun: "a year" at its unit.
const BEGINNING: Class = NUMBERS.or(UNITS).or(Class::NUMERAL).or(Class::CODED).or(Class::SIGN);
const NUMBERS: Class = Class::NUMBER_WORD.or(Class::SCALE).or(Class::FRACTION).or(Class::VAGUE);
const UNITS: Class = Class::UNIT.or(Class::CALENDAR_UNIT);

fn may_begin(text: &Text<'_>, token: &Token) -> bool {
    // Most tokens are words that one test passes over.
    token.class.is(BEGINNING)
        && match token.kind {
            Kind::Number => true,
            Kind::Word => token.class.is(NUMBERS.or(UNITS)) || coded::shaped(token.span.of(text.source), token.capital),
            Kind::Mark => token.class.is(Class::SIGN) && fraction::sign(token.span.of(text.source)).is_some(),
            Kind::Clitic => false,
        }
}

/// The longest number at token `at`, with its sign.
fn number(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    // A unit begins no number, but for an article before it.
    let begins = scan.token(at).is_some_and(|it| it.class.is(BEGINNING.without(UNITS)));
    let mut longest: Option<Draft> = None;
    for rule in &RULES[..GROWING] {
        let read = match rule.read {
            Read::Number(read) if begins => read,
            Read::Article(read) => read,
            _ => continue,
        };
        if let Some(draft) = read(scan, at)
            && longest.as_ref().is_none_or(|it| draft.end - draft.first > it.end - it.first)
        {
            longest = Some(draft);
        }
    }
    let mut draft = longest?;
    if let (Value::One(value), Some(sign)) = (draft.value, digits::minus_before(scan, draft.first, draft.end)) {
        draft.value = Value::One(-value);
        draft.signed = true;
        draft.from = sign;
    }
    Some(draft)
}

/// The draft with all that stands around its number; none where it is no amount.
fn grown(scan: &Scan<'_, '_>, mut draft: Draft) -> Option<Draft> {
    bound::between(scan, &mut draft);
    for rule in &RULES[GROWING..JOINING] {
        match rule.read {
            Read::Grow(grow) => grow(scan, &mut draft),
            Read::Refuse(refuse) if refuse(scan, &draft) => return None,
            _ => {}
        }
    }
    Some(draft)
}

fn finished(text: &Text<'_>, draft: Draft) -> Quantity {
    let span = |first: usize, end: usize| {
        let start = text.token(first).map_or_else(Span::default, |it| it.span);
        text.token(end.wrapping_sub(1)).map_or(start, |it| start.join(it.span))
    };
    Quantity {
        span: span(draft.from, draft.to.max(draft.end)),
        number: if draft.number.is_empty() { span(draft.first, draft.end) } else { draft.number },
        value: draft.value,
        qualifier: draft.qualifier,
        interval: draft.interval(),
        vague: draft.form == draft::Form::Vague,
        trend: draft.trend,
        change: draft.change,
        noun: draft.noun.map(|(first, end)| span(first, end)),
        unit: draft.unit,
        converts: draft.converts,
    }
}

#[cfg(test)]
mod tests;
