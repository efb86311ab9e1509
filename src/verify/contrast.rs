//! Contrast: that one figure is more than another, where a passage tells both: "sold more at home than abroad", "grew from 2000 to 2010".
//!
//! Each of the two is weighed as a claim of its own, with a figure of the passage in it, and the figures must stand as the claim says.

use crate::claim::Claim;
use crate::extract::quantity::Dimension;
use crate::extract::{Interval, Quantity, lexicon};
use crate::text::{Class, Kind, Text};

use super::derived::{Split, adds, edited};
use super::meaning::{Meaning, stem};
use super::passage::Passage;

/// Words by which one of two is more, and by which it is less.
const MORE: [&str; 6] = ["better", "greater", "higher", "larger", "more", "bigger"];
const LESS: [&str; 4] = ["fewer", "less", "lower", "smaller"];

/// Verbs of a change up, and down.
const UP: [&str; 5] = ["climb", "grow", "increase", "rise", "expand"];
const DOWN: [&str; 6] = ["decline", "decrease", "drop", "fall", "shrink", "sink"];

/// Pairs of figures that are tried.
const MOST: usize = 12;

/// The two figures that a claim holds against each other, each with the words around it.
#[derive(Debug, PartialEq, Eq)]
struct Pair {
    first: (String, String),
    second: (String, String),
    /// Whether the first is the greater.
    falls: bool,
}

/// The claim as two, with each two figures of the passage that stand to each other as it says.
pub(super) fn splits(claim: &Claim, passage: &Passage<'_>, meaning: &Meaning) -> Vec<Split> {
    let text = Text::new(&claim.words, lexicon());
    let Some(pair) = than(&text).or_else(|| since(&text)) else { return Vec::new() };
    let amounts: Vec<&Quantity> = passage.sense.amounts.iter().map(|it| it.it).filter(|it| adds(it)).collect();
    let pairs = amounts.iter().flat_map(|one| amounts.iter().map(move |other| (*one, *other)));
    let fitting =
        pairs.filter(|(one, other)| one.span != other.span && alike(one, other, meaning) && exceeds(one, other) == Some(pair.falls));
    let part = |around: &(String, String), it: &Quantity| {
        let number = number(it, passage);
        edited(claim, &[(crate::text::Span::new(0, claim.words.len()), &format!("{}{number}{}", around.0, around.1))])
    };
    let split = |(one, other): (&Quantity, &Quantity)| Split {
        parts: vec![part(&pair.first, one), part(&pair.second, other)],
        note: format!("derived: {} beside {}", number(one, passage), number(other, passage)),
    };
    fitting.take(MOST).map(split).collect()
}

/// The words of an amount without what it counts.
fn number(it: &Quantity, passage: &Passage<'_>) -> String {
    let counts = matches!(it.unit.dimension(), Dimension::Count | Dimension::None);
    (if counts { it.number } else { it.span }).of(&passage.document.text).to_owned()
}

/// Whether both measure one thing.
fn alike(one: &Quantity, other: &Quantity, meaning: &Meaning) -> bool {
    super::amount::comparable(one, other, meaning) && one.unit.in_terms_of(&other.unit).is_none_or(|it| it == rust_decimal::Decimal::ONE)
}

/// Whether the first amount is the greater, where one surely is.
fn exceeds(one: &Quantity, other: &Quantity) -> Option<bool> {
    let above = |one: &Interval, other: &Interval| matches!((one.low, other.high), (Some(low), Some(high)) if low > high);
    match (above(&one.interval, &other.interval), above(&other.interval, &one.interval)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// "Sold more copies at home than in Norland": what is told of the first figure, and of the second.
fn than(text: &Text<'_>) -> Option<Pair> {
    let than = (0..text.tokens.len()).find(|it| text.is(*it, "than"))?;
    let one_of = |at: usize, words: &[&str]| words.iter().any(|it| text.is(at, it));
    let at = (0..than).rev().find(|it| one_of(*it, &MORE) || one_of(*it, &LESS))?;
    let leads = |it: usize| text.class(it).is(Class::PREPOSITION) && !text.is(it, "of");
    let place = (at + 1..than).find(|it| leads(*it))?;
    let counted: Vec<&str> = (at + 1..place).map(|it| text.word(it)).filter(|it| *it != "money").collect();
    if !leads(than + 1) || (than + 1..text.tokens.len()).any(|it| one_of(it, &["it", "them"])) {
        return None;
    }
    // "A higher price in 2018": the figure is of the price.
    let article = at > 0 && one_of(at - 1, &["a", "an"]);
    let before = words(text, 0, if article { at - 1 } else { at });
    let (ahead, behind) = match (article, counted.is_empty()) {
        (true, _) => (format!("{before} a {} of ", counted.join(" ")), String::new()),
        (false, true) => (format!("{before} "), String::new()),
        (false, false) => (format!("{before} "), format!(" {}", counted.join(" "))),
    };
    let end = text.tokens.len();
    let rest = |first: usize, end: usize| format!("{behind} {}", words(text, first, end));
    Some(Pair { first: (ahead.clone(), rest(place, than)), second: (ahead, rest(than + 1, end)), falls: one_of(at, &MORE) })
}

/// "The population grew from 2000 to 2010": what is told of the first year's figure, and of the second's.
fn since(text: &Text<'_>) -> Option<Pair> {
    let year = |at: usize| text.token(at).is_some_and(|it| it.kind == Kind::Number && it.span.len() == 4);
    let from = (1..text.tokens.len()).find(|it| (text.is(*it, "from") || text.is(*it, "between")) && year(it + 1) && year(it + 3))?;
    let verb = (0..from).rev().find(|it| !text.word(*it).ends_with("ly"))?;
    let stem = stem(&text.word(verb).to_lowercase());
    let falls = DOWN.contains(&&*stem);
    if verb == 0 || !(falls || UP.contains(&&*stem)) || text.class(verb - 1).is(Class::NEGATION | Class::AUXILIARY | Class::MODAL) {
        return None;
    }
    let ahead = format!("{} was ", words(text, 0, verb));
    let of = |at: usize| (ahead.clone(), format!(" in {}", text.word(at)));
    Some(Pair { first: of(from + 1), second: of(from + 3), falls })
}

/// The words of the tokens from `first` up to `end`, without a full stop behind.
fn words<'t>(text: &Text<'t>, first: usize, end: usize) -> &'t str {
    let last = if text.is(end - 1, ".") { end - 2 } else { end - 1 };
    match (text.token(first), text.token(last)) {
        (Some(first), Some(last)) => first.span.join(last.span).of(text.source),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn of_two_figures_one_is_more() {
        check(
            "The ferry carried 4,100 people in Norland and 6,300 people in Sudmark.",
            &["The ferry carried more people in Sudmark than in Norland", "The ferry carried fewer people in Norland than in Sudmark"],
            &["The ferry carried more people in Norland than in Sudmark", "The ferry carried more people in Sudmark than in Marstad"],
        );
        check(
            "The yard had a revenue of $1.2 million in 2015 and a revenue of $1.9 million in 2018.",
            &["The yard had a higher revenue in 2018 than in 2015"],
            &["The yard had a higher revenue in 2015 than in 2018", "The yard had a higher revenue in 2018 than in 2016"],
        );
    }

    #[test]
    fn what_was_less_before_grew() {
        check(
            "The population of Lindvik was 4,100 in 2000 and 6,300 in 2010.",
            &["The population of Lindvik grew from 2000 to 2010", "The population of Lindvik increased between 2000 and 2010"],
            &["The population of Lindvik fell from 2000 to 2010", "The population of Lindvik grew from 2000 to 2020"],
        );
    }
}
