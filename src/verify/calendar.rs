//! Calendar: days as a text names them, the year left out or not, and what a passage's days say of the claim's.
//!
//! "By 29 March" is borne out by what happened on 28 March, whatever the year; what went on from one day to another went on for as
//! long as lies between.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::claim::Claim;
use crate::extract::quantity::{Dimension, Qualifier};
use crate::extract::{Quantity, Value, lexicon};
use crate::text::{Class, Kind, Text};

use super::asked::Wanted;
use super::derived::{Split, edited};
use super::meaning::stem;
use super::passage::Passage;

/// A day, month or year as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Named {
    tokens: Range<usize>,
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Days before each month of a year, near enough for spans.
const BEFORE: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

const YEAR: Decimal = Decimal::from_parts(36525, 0, 0, false, 2);

impl Named {
    /// The first and the last day that it may be, counted from the year nought; none without a year.
    fn days(&self) -> Option<(i64, i64)> {
        let year = self.year? * 1461 / 4;
        let Some(month) = self.month else { return Some((year, year + 364)) };
        let before = BEFORE.get(usize::try_from(month - 1).ok()?)?;
        Some(self.day.map_or((year + before, year + before + 29), |day| (year + before + day - 1, year + before + day - 1)))
    }

    /// Its month and day, where it has no year.
    fn in_year(&self) -> Option<(i64, i64)> {
        self.of_any_year().filter(|_| self.year.is_none())
    }

    /// Its month and day.
    fn of_any_year(&self) -> Option<(i64, i64)> {
        Some((self.month?, self.day?))
    }
}

/// The days, months and years that a text names, in order.
fn named(text: &Text<'_>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let next = named_at(text, at);
        at = next.as_ref().map_or(at + 1, |it| it.tokens.end);
        found.extend(next);
    }
    found
}

fn named_at(text: &Text<'_>, at: usize) -> Option<Named> {
    let number = |at: usize| text.token(at).filter(|it| it.kind == Kind::Number).and_then(|_| text.word(at).parse::<i64>().ok());
    let year = |at: usize| number(at).filter(|it| (1000..2100).contains(it) && text.word(at).len() == 4);
    let day = |at: usize| number(at).filter(|it| (1..=31).contains(it) && text.word(at).len() < 3);
    let month = |at: usize| {
        let token = text.token(at).filter(|it| it.class.is(Class::MONTH) && it.capital)?;
        let word = token.span.of(text.source).to_lowercase();
        MONTHS.iter().position(|it| word.starts_with(it)).and_then(|it| i64::try_from(it + 1).ok())
    };
    let with_year = |end: usize, month: i64, day: Option<i64>| {
        let comma = usize::from(day.is_some() && text.is(end, ","));
        let year = year(end + comma);
        let end = if year.is_some() { end + comma + 1 } else { end };
        Named { tokens: at..end, year, month: Some(month), day }
    };
    if let (Some(day), Some(month)) = (day(at), month(at + 1)) {
        return Some(with_year(at + 2, month, Some(day)));
    }
    if let Some(month) = month(at) {
        let day = day(at + 1);
        return Some(with_year(at + 1 + usize::from(day.is_some()), month, day));
    }
    year(at).map(|year| Named { tokens: at..at + 1, year: Some(year), month: None, day: None })
}

/// The claim with what the passage's days say of its own in its place.
pub(super) fn splits(claim: &Claim, passage: &Passage<'_>) -> Vec<Split> {
    let text = Text::new(&claim.words, lexicon());
    let mut splits = bounded(claim, &text, passage);
    splits.extend(lasting(claim, &text, passage));
    splits
}

/// "By 29 March": what happened on a day before, where neither has a year.
fn bounded(claim: &Claim, text: &Text<'_>, passage: &Passage<'_>) -> Vec<Split> {
    let days = named(text);
    let [mine] = &days[..] else { return Vec::new() };
    let (Some(own), Some(lead)) = (mine.in_year(), mine.tokens.start.checked_sub(1)) else { return Vec::new() };
    let fits = |other: (i64, i64)| match text.word(lead).to_lowercase().as_str() {
        "before" => other < own,
        "by" | "until" => other <= own,
        "after" => other > own,
        "since" => other >= own,
        _ => false,
    };
    let (Some(first), Some(last)) = (text.token(lead), text.token(mine.tokens.end - 1)) else { return Vec::new() };
    let there = named(&passage.sense.text).into_iter().filter(|it| it.of_any_year().is_some_and(fits));
    let split = |it: Named| {
        let day = passage.sense.wording(it.tokens.start, it.tokens.end);
        let on = if lead == 0 { "On" } else { "on" };
        let words = format!("{on} {day}");
        Split { parts: vec![edited(claim, &[(first.span.join(last.span), &words)])], note: format!("derived: {words}") }
    };
    there.map(split).collect()
}

/// Whether the one day without a year that a passage names is the one that the claim's word at `at` belongs to.
pub(super) fn is_the_day(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    // Most links lead to no day, and asking for days costs a reading of the claim.
    let dates = |it: &crate::text::Token| it.kind == Kind::Number || it.class.is(Class::MONTH);
    if !wanted.sense.text.token(at).is_some_and(dates) {
        return false;
    }
    let mine = named(&wanted.sense.text);
    let Some(day) = mine.iter().find(|it| it.tokens.contains(&at) && !is_bounded(&wanted.sense.text, it)) else { return false };
    let Some(mine) = day.in_year() else { return false };
    let theirs = named(&passage.sense.text);
    matches!(&theirs[..], [only] if only.in_year() == Some(mine))
}

/// Whether what is told of a day happened before or after it.
fn is_bounded(text: &Text<'_>, day: &Named) -> bool {
    day.tokens.start.checked_sub(1).is_some_and(|it| ["after", "before", "since", "until"].iter().any(|word| text.is(it, word)))
}

/// Why the passage does not tell what the claim tells to have happened before or after a day without a year.
pub(super) fn misdated(wanted: &Wanted<'_>, passage: &Passage<'_>) -> Option<String> {
    let (mine, theirs) = (&wanted.sense.text, &passage.sense.text);
    let lead = |text: &Text<'_>, day: &Named| text.word(day.tokens.start - 1).to_lowercase();
    let bounded = named(mine).into_iter().find(|it| it.in_year().is_some() && is_bounded(mine, it))?;
    let same = |it: &Named| it.of_any_year() == bounded.in_year() && is_bounded(theirs, it) && lead(theirs, it) == lead(mine, &bounded);
    let told = named(theirs).iter().any(same);
    (!told).then(|| format!("does not say “{}”", wanted.sense.wording(bounded.tokens.start - 1, bounded.tokens.end)))
}

/// Verbs of what goes on for a time, which is told right behind them.
const LASTING: [&str; 5] = ["last", "run", "span", "spend", "take"];

/// Verbs of a beginning and of an end, with their past.
const BEGINS: [(&str, &str); 7] = [
    ("begin", "began"),
    ("commence", "commenced"),
    ("debut", "debuted"),
    ("launch", "launched"),
    ("open", "opened"),
    ("premiere", "premiered"),
    ("start", "started"),
];
const ENDS: [(&str, &str); 5] =
    [("cease", "ceased"), ("close", "closed"), ("conclude", "concluded"), ("end", "ended"), ("finish", "finished")];

/// "Lasted more than three months": what the passage tells to have gone on from one day to another as long.
fn lasting(claim: &Claim, text: &Text<'_>, passage: &Passage<'_>) -> Vec<Split> {
    let time = |it: &&Quantity| matches!(it.unit.dimension(), Dimension::Measure("months" | "time"));
    let Some(amount) = claim.reading.quantities.iter().find(time) else { return Vec::new() };
    let token = |offset: u32| text.tokens.iter().position(|it| it.span.start >= offset);
    let Some(first) = token(amount.span.start) else { return Vec::new() };
    let lead = first.checked_sub(1).filter(|it| text.is(*it, "for"));
    let verb = |at: usize| LASTING.iter().any(|it| stem(it) == stem(&text.word(at).to_lowercase()));
    let opens = lead.unwrap_or(first);
    if lead.is_none() && !opens.checked_sub(1).is_some_and(verb) {
        return Vec::new();
    }
    let Some(span) = text.token(opens).map(|it| it.span.join(amount.span)) else { return Vec::new() };
    let sense = &passage.sense;
    let days = named(&sense.text);
    let pairs = days.iter().zip(days.iter().skip(1)).filter(|(one, other)| fits(amount, one, other));
    let joined = |one: &Named, other: &Named| {
        one.tokens.end + 1 == other.tokens.start && matches!(sense.lower(one.tokens.end), "to" | "until" | "till" | "and" | "-" | "–")
    };
    let wording = |it: &Named| sense.wording(it.tokens.start, it.tokens.end);
    let mut splits = Vec::new();
    for (one, other) in pairs {
        let (from, to) = (wording(one), wording(other));
        let note = format!("derived: {from} to {to}");
        if joined(one, other) {
            let words = format!("from {from} to {to}");
            splits.push(Split { parts: vec![edited(claim, &[(span, &words)])], note });
        } else if let (Some(begins), Some(ends)) = (told(sense, one, &BEGINS), told(sense, other, &ENDS)) {
            let Some(subject) = (1..opens).find(|it| verb(*it)).and_then(|it| text.token(it - 1)).map(|it| it.span.end) else { continue };
            let rest = crate::text::Span { start: subject, ..crate::text::Span::new(0, claim.words.len()) };
            let part = |verb: &str, day: &str| edited(claim, &[(rest, &format!(" {verb} on {day}"))]);
            splits.push(Split { parts: vec![part(begins, from), part(ends, to)], note });
        }
    }
    splits
}

/// The past of the verb of a beginning or an end that stands before a day.
fn told(sense: &super::sense::Sense<'_>, day: &Named, verbs: &[(&str, &'static str)]) -> Option<&'static str> {
    let before = (day.tokens.start.saturating_sub(4)..day.tokens.start).rev();
    let is = |at: usize, verb: &str| sense.words[at].stem == stem(verb) || sense.lower(at).starts_with(verb.trim_end_matches('e'));
    before.filter_map(|it| verbs.iter().find(|verb| is(it, verb.0))).map(|it| it.1).next()
}

/// Whether what went on from one day to the other went on as long as the amount says.
fn fits(amount: &Quantity, one: &Named, other: &Named) -> bool {
    // "From 3 April to 19 July 1642": the year stands once.
    let one = Named { year: one.year.or(other.year), ..one.clone() };
    let (Some(start), Some(end), Value::One(value)) = (one.days(), other.days(), amount.value) else { return false };
    let length = match amount.unit.symbol() {
        "day" => Decimal::ONE,
        "week" => Decimal::from(7),
        "month" => YEAR / Decimal::from(12),
        "year" => YEAR,
        "decade" => YEAR * Decimal::TEN,
        _ => return false,
    };
    let (least, most) = (Decimal::from(end.0 - start.1), Decimal::from(end.1 - start.0));
    let asked = value * length;
    match amount.qualifier {
        _ if least < Decimal::ZERO => false,
        Qualifier::More => least > asked,
        Qualifier::AtLeast => least >= asked,
        Qualifier::Less => most < asked,
        Qualifier::AtMost => most <= asked,
        Qualifier::Exact | Qualifier::About => {
            let middle = (least + most) / Decimal::TWO;
            (middle - asked).abs() * Decimal::from(4) <= length || length == Decimal::ONE && middle + Decimal::ONE == asked
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn what_happened_on_a_day_happened_by_a_later_one() {
        check(
            "On 28 March, 96 cases were reported in Norland.",
            &["By March 29, 96 cases were reported in Norland", "96 cases were reported in Norland before 30 March"],
            &[
                "By March 27, 96 cases were reported in Norland",
                "96 cases were reported in Norland after 28 March",
                "Before March 28, 96 cases were reported in Norland",
            ],
        );
    }

    #[test]
    fn what_went_on_from_day_to_day_lasted_as_long() {
        check(
            "The siege lasted from 3 April to 19 July 1642.",
            &["The siege of Marstad lasted for more than three months", "The siege of Marstad lasted less than four months"],
            &["The siege of Marstad lasted for more than four months", "The siege of Marstad lasted less than three months"],
        );
        check(
            "The series premiered on 3 October 2013 and ended on 12 May 2017.",
            &["Low Tide ran for more than three years", "Low Tide lasted less than five years"],
            &["Low Tide ran for more than four years", "Low Tide lasted less than three years"],
        );
        check(
            "Ada Lund led the yard from 1998 to 2008.",
            &["Ada Lund led the yard for ten years", "Ada Lund led the yard for more than eight years"],
            &[
                "Ada Lund led the yard for twelve years",
                "Ada Lund owned the yard for ten years",
                "Ada Lund led the yard for less than nine years",
            ],
        );
    }
}
