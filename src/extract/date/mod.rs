//! Dates: days, weeks, months, quarters, years, named outright or from where the text stands.
//!
//! Every way of writing a date is a rule in a file of its own, which looks at the words around a *head*: the name of a
//! month or weekday, a unit of the calendar, a year's digits. Sentences without a head are passed over. The longest
//! reading wins; one that swallows a shorter one before it replaces it.

mod ago;
mod anaphor;
mod decade;
mod deictic;
mod edge;
mod feast;
mod month;
mod names;
mod numeric;
mod part;
mod quarter;
mod rank;
mod relation;
mod rule;
mod scene;
mod season;
mod stretch;
mod tense;
mod unit;
mod weekday;
mod year;

use jiff::civil::Date;

use super::{Period, Setting};
use crate::text::{Class, Kind, Span, Text, words};
use rule::Reading;
pub use rule::Rule;
use scene::Scene;

/// The words that this part knows, as tables for the lexicon.
pub(super) const WORDS: [&str; 2] = [include_str!("data/words.txt"), include_str!("data/tense.txt")];

/// How a date bounds what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// On or in it.
    During,
    /// From it on: "since Monday".
    Since,
    /// Up to it: "by Monday", "until Monday".
    Until,
    /// Before it.
    Before,
    /// After it.
    After,
}

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Its words.
    pub span: Span,
    /// The days of the calendar period that it names: all of April for "late April".
    pub period: Period,
    /// The days inside that period that its words point to: the last third of April for "late April".
    pub within: Period,
    /// How it bounds what happened.
    pub relation: Relation,
    /// Whether it was read without the document's date: "20 February 2025", not "Thursday".
    pub absolute: bool,
}

/// The rules, in the order in which they are asked: of two readings of the same length the first wins.
const RULES: [Rule; 14] = [
    month::RULE,
    numeric::RULE,
    weekday::RULE,
    feast::RULE,
    quarter::RULE,
    ago::RULE,
    anaphor::RULE,
    stretch::RULE,
    unit::RULE,
    deictic::RULE,
    season::RULE,
    decade::RULE,
    year::SPOKEN,
    year::RULE,
];

/// The classes of the tokens that a date can have as its head.
const HEADS: Class = Class::NUMERAL
    .or(Class::MONTH)
    .or(Class::WEEKDAY)
    .or(Class::CALENDAR_UNIT)
    .or(Class::DEICTIC)
    .or(Class::SEASON)
    .or(Class::FEAST)
    .or(Class::RELATIVE);

/// The rules by which dates are read, each with examples.
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// The dates of `text`, in order of their place.
pub fn dates(text: &Text<'_>, setting: &Setting) -> Vec<DateMention> {
    let mut scene = Scene::new(text, setting);
    for (index, sentence) in text.sentences.iter().enumerate() {
        if !sentence.class.is(HEADS) {
            continue;
        }
        scene.enter(index, sentence.tokens());
        read_sentence(&mut scene, sentence.tokens());
    }
    scene.into_mentions()
}

fn read_sentence(scene: &mut Scene<'_, '_>, tokens: std::ops::Range<usize>) {
    let mut at = tokens.start;
    while let Some(next) = scene.text.tokens.get(at..tokens.end).and_then(|it| it.iter().position(|it| it.class.is(HEADS))) {
        at += next;
        let end = match longest(scene, at) {
            Some(reading) => scene.take(&reading),
            None => at + 1,
        };
        at = end.max(at + 1);
    }
}

/// The longest reading of any rule whose head is the token at `at`, which is one of a date.
fn longest(scene: &Scene<'_, '_>, at: usize) -> Option<Reading> {
    let class = scene.text.class(at);
    let mut best: Option<Reading> = None;
    for rule in RULES.iter().filter(|it| class.is(it.head)) {
        let Some(reading) = (rule.read)(scene, at) else { continue };
        let longer = |best: &Reading| reading.end - reading.first > best.end - best.first;
        if best.as_ref().is_none_or(longer) {
            best = Some(reading);
        }
    }
    best.map(|it| edge::before(scene, it))
}

/// The day that a dateline in the head of a text names: `Kyiv, Feb. 20, 2025`, or a line with nothing but a date.
///
/// None where the head names no whole date, or two.
pub fn dateline(source: &str) -> Option<Period> {
    const LINES: usize = 12;
    let end = source.char_indices().filter(|it| it.1 == '\n').nth(LINES).map_or(source.len(), |it| it.0);
    let head = source.get(..end)?;
    let text = Text::new(head, super::lexicon());
    let mut found: Option<Date> = None;
    for mention in dates(&text, &Setting::default()) {
        if !mention.absolute || !mention.period.is_day() || !opens_line(&text, mention.span) {
            continue;
        }
        let day = mention.period.from;
        if found.is_some_and(|it| it != day) {
            return None;
        }
        found = Some(day);
    }
    found.map(Period::day)
}

/// Whether a date stands in a dateline: at most four words before it on its line, none of them a verb's or a sentence's.
fn opens_line(text: &Text<'_>, span: Span) -> bool {
    const WORDS: usize = 5;
    let at = text.token_at(span.start);
    let mut words = 0;
    for before in (0..=at).rev() {
        if text.token(before).is_some_and(|it| it.breaks > 0) || before == 0 {
            let place = (before..at).all(|it| text.token(it).is_some_and(|it| it.capital || it.kind != Kind::Word));
            let introduced = text.any(before, words!["published", "updated", "posted", "dated", "date", "on"]);
            return place || introduced;
        }
        words += usize::from(text.token(before).is_some_and(|it| it.kind == Kind::Word));
        if words > WORDS {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests;
