//! Derived: a total that no passage states, borne out by two parts that add up to it.
//!
//! "300 sailors drowned or injured" is on record where one document has 30 drowned and another 270 injured. Each part is weighed as
//! a claim of its own, so nothing is added up that is not itself borne out.

use crate::claim::{Claim, read_sentence};
use crate::corpus::Document;
use crate::extract::quantity::Dimension;
use crate::extract::{Interval, Qualifier, Quantity, Value};
use crate::text::{Kind, Span, Text};

use super::amount;
use super::meaning::Meaning;
use super::{Answer, passage::Passage};

/// Claims that together say what a claim of a total says.
#[derive(Debug)]
pub(super) struct Split {
    pub parts: Vec<Claim>,
    /// "derived: 30 + 270 = 300 sailors".
    pub note: String,
}

/// The ways in which amounts of `passage` add up to the only amount of `claim`, each for one of two things that it joins by "and".
pub(super) fn splits(claim: &Claim, passage: &Passage<'_>, meaning: &Meaning, strict: bool) -> Vec<Split> {
    let [total] = &claim.reading.quantities[..] else { return Vec::new() };
    let amounts: Vec<&Quantity> = passage.sense.amounts.iter().map(|it| it.it).filter(|it| adds(it)).collect();
    let joined = joined(claim);
    if joined.is_empty() || !adds(total) {
        return Vec::new();
    }
    let mut splits = Vec::new();
    for (at, one) in amounts.iter().enumerate() {
        for other in amounts.iter().skip(at + 1) {
            let Some(sum) = sum(total, one, other, meaning) else { continue };
            let fits = amount::comparable(total, &sum, meaning) && amount::compare(total, &sum, strict).answer == Answer::Agrees;
            for (first, second) in joined.iter().filter(|_| fits) {
                for (mine, theirs) in [(one, other), (other, one)] {
                    let part = |kept: Span, dropped: Span, it: &Quantity| rest(claim, total, kept, dropped, it, passage.document);
                    let parts = vec![part(*first, *second, mine), part(*second, *first, theirs)];
                    let note = format!("derived: {} + {} = {}", amount::shown(mine), amount::shown(theirs), amount::shown(&sum));
                    splits.push(Split { parts, note });
                }
            }
        }
    }
    splits
}

/// Whether it is a plain figure, or a bound below, of which a sum can be made.
pub(super) fn adds(quantity: &Quantity) -> bool {
    let plain = matches!(quantity.value, Value::One(_)) && !matches!(quantity.qualifier, Qualifier::Less | Qualifier::AtMost);
    plain && quantity.converts.is_none() && !quantity.change
}

/// The sum of two amounts, as soft as the softer of them; of things counted, in what the total counts.
fn sum(total: &Quantity, one: &Quantity, other: &Quantity, meaning: &Meaning) -> Option<Quantity> {
    let (Value::One(first), Value::One(second)) = (one.value, other.value) else { return None };
    let counts = [total, one, other].iter().all(|it| matches!(it.unit.dimension(), Dimension::Count | Dimension::None));
    if !counts && !amount::comparable(one, other, meaning) {
        return None;
    }
    let unit = if counts { total.unit.clone() } else { one.unit.clone() };
    let factor = other.unit.in_terms_of(&one.unit).unwrap_or(rust_decimal::Decimal::ONE);
    let value = first.checked_add(second.checked_mul(factor)?)?;
    let bounded = [one, other].iter().any(|it| matches!(it.qualifier, Qualifier::More | Qualifier::AtLeast));
    let qualifier = match (bounded, one.qualifier == other.qualifier) {
        (true, _) => Qualifier::AtLeast,
        (false, true) => one.qualifier,
        (false, false) => Qualifier::About,
    };
    let interval = match qualifier {
        Qualifier::Exact => Interval::point(value),
        Qualifier::AtLeast => Interval { low: Some(value), high: None, above: false, below: false },
        _ => Interval::closed(one.interval.low?.checked_add(other.interval.low?)?, one.interval.high?.checked_add(other.interval.high?)?),
    };
    Some(Quantity { value: Value::One(value), qualifier, interval, unit, ..one.clone() })
}

/// The pairs of words or names that the claim joins by "and" or "or".
fn joined(claim: &Claim) -> Vec<(Span, Span)> {
    let text = Text::new(&claim.words, crate::extract::lexicon());
    let joins = (1..text.tokens.len()).filter(|it| text.is(*it, "and") || text.is(*it, "or"));
    joins.filter_map(|at| Some((name_before(&text, at)?, name_behind(&text, at + 1)?))).collect()
}

/// The word before the token at `end`, with the rest of a name that it closes.
fn name_before(text: &Text<'_>, end: usize) -> Option<Span> {
    let last = text.token(end.checked_sub(1)?).filter(|it| it.kind == Kind::Word)?;
    let mut first = end - 1;
    while last.capital && first > 0 && text.token(first - 1).is_some_and(|it| it.capital && it.kind == Kind::Word) {
        first -= 1;
    }
    text.token(first).map(|it| it.span.join(last.span))
}

/// The word at `first`, with the rest of a name that it opens: "Trinidad-Tobago".
fn name_behind(text: &Text<'_>, first: usize) -> Option<Span> {
    let word = text.token(first).filter(|it| it.kind == Kind::Word)?;
    let mut end = first + 1;
    loop {
        let glued = text.token(end).is_some_and(|it| it.glued) && text.is(end, "-");
        let next = if glued { end + 1 } else { end };
        if !word.capital || !text.token(next).is_some_and(|it| it.capital && it.kind == Kind::Word) {
            break;
        }
        end = next + 1;
    }
    text.token(end - 1).map(|it| word.span.join(it.span))
}

/// The claim with one of two joined words, and the amount of a passage in place of its own.
fn rest(claim: &Claim, total: &Quantity, kept: Span, dropped: Span, amount: &Quantity, document: &Document) -> Claim {
    let pair = kept.join(dropped);
    let mut edits = [(total.number, amount.number.of(&document.text)), (pair, kept.of(&claim.words))];
    edits.sort_by_key(|it| it.0.start);
    edited(claim, &edits)
}

/// The claim with other words in place of some of its own, which are in order.
pub(super) fn edited(claim: &Claim, edits: &[(Span, &str)]) -> Claim {
    let mut words = String::new();
    let mut from = 0;
    for (span, text) in edits {
        words.push_str(Span { start: from, end: span.start }.of(&claim.words));
        words.push_str(text);
        from = span.end;
    }
    words.push_str(Span { start: from, ..Span::new(0, claim.words.len()) }.of(&claim.words));
    Claim { speaker: claim.speaker.clone(), period: claim.period, bound: claim.bound, ..read_sentence(&words) }
}
