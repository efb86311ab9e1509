//! Parts that do not add up to their total, and shares that are not what part and whole make.

use rust_decimal::Decimal;

use super::page::Page;
use super::point::Point;
use super::{Inconsistency, Kind, Rule};
use crate::extract::quantity::Dimension;
use crate::extract::{Qualifier, Quantity, Value};
use crate::finding::Severity;
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    kind: Kind::PartsTotal,
    code: "parts-total",
    summary: "Parts that a sentence lists behind a colon or a dash and that do not add up to the total before it; parts \"including\" that exceed \
              their total; and \"12 of the 40 schools (25%)\" where the share is another; and an increase \"from 20% to 25%\" of \"5 percent\", which are points. Hedged figures are left alone.",
    reports: &[
        &[("2025-03-18", "The storm sank 43 boats: 30 in the harbour, 9 at sea and 5 in the yard.")],
        &[("2025-03-18", "The council closed 12 of the 40 schools (25%) in spring.")],
    ],
    spares: &[
        &[("2025-03-18", "The storm sank 44 boats: 30 in the harbour, 9 at sea and 5 in the yard.")],
        &[("2025-03-18", "The storm sank about 43 boats: 30 in the harbour, 9 at sea and 5 in the yard.")],
        &[("2025-03-18", "The storm sank 43 boats: the oldest was built in 1911.")],
        &[("2025-03-18", "The council closed 12 of the 40 schools (30%) in spring.")],
    ],
};

pub(super) fn find(page: &Page<'_>, _points: &[Point]) -> Vec<Inconsistency> {
    let mut found = Vec::new();
    for sentence in &page.text.sentences {
        let quantities = quantities_in(page, sentence.span);
        found.extend(listed(page, sentence.span, quantities));
        found.extend(shares(page, quantities));
        found.extend(quantities.windows(2).filter_map(|it| points(page, it)));
    }
    found
}

fn quantities_in<'c>(page: &Page<'c>, sentence: Span) -> &'c [Quantity] {
    let all = &page.document.reading.quantities;
    let first = all.partition_point(|it| it.number.start < sentence.start);
    let end = all.partition_point(|it| it.number.start < sentence.end);
    all.get(first..end).unwrap_or_default()
}

/// "43 boats were lost: 30 in the harbour, 9 at sea and 5 in the yard".
fn listed(page: &Page<'_>, sentence: Span, quantities: &[Quantity]) -> Option<Inconsistency> {
    let colon = (page.text.token_at(sentence.start)..page.text.token_at(sentence.end)).find(|it| page.text.is(*it, ":"))?;
    let colon = page.text.token(colon)?.span;
    let split = quantities.partition_point(|it| it.number.start < colon.start);
    let (before, parts) = quantities.split_at(split);
    let total = before.last()?;
    let plain = |it: &Quantity| it.qualifier == Qualifier::Exact && matches!(it.value, Value::One(_)) && it.converts.is_none();
    let counted = |it: &Quantity| matches!(it.unit.dimension(), Dimension::Count | Dimension::None);
    let same_kind = parts.iter().all(|it| plain(it) && (it.unit == total.unit || counted(it) && counted(total)));
    // Two readings of a list are open as long as only one figure follows.
    if parts.len() < 2 || !plain(total) || !counted(total) || !same_kind || another_sentence_of_its_own(page, colon, sentence) {
        return None;
    }
    // "One each in three towns" is three, and of two figures before a colon either may be the total.
    let each = (page.text.token_at(colon.end)..page.text.token_at(sentence.end)).any(|it| page.text.is(it, "each"));
    if each || before.iter().filter(|it| counted(it)).count() > 1 {
        return None;
    }
    let sum: Decimal = parts.iter().filter_map(one).sum();
    let whole = one(total)?;
    let largest = parts.iter().filter_map(one).max()?;
    if sum == whole || largest > whole || whole < Decimal::TWO {
        return None;
    }
    let message = format!("{} is not the sum of its parts, {}", total.number.of(page.text.source), sum.normalize());
    Some(Inconsistency::new(Kind::PartsTotal, Severity::Warning, message, cite(page, std::iter::once(total).chain(parts))))
}

/// Whether what follows the colon is speech or a sentence, not a list.
fn another_sentence_of_its_own(page: &Page<'_>, colon: Span, sentence: Span) -> bool {
    let after = Span { start: colon.end, end: sentence.end };
    let first = page.text.token_at(after.start);
    page.text.token(first).is_none_or(|it| it.capital || page.text.is(first, "\"") || page.text.is(first, "“"))
        || page.text.quotations.iter().any(|it| it.outer.touches(after))
}

/// "12 of the 40 schools (25%)", "12 of 40 schools, or 25%".
fn shares(page: &Page<'_>, quantities: &[Quantity]) -> Vec<Inconsistency> {
    quantities.windows(3).filter_map(|it| share(page, it)).collect()
}

fn share(page: &Page<'_>, three: &[Quantity]) -> Option<Inconsistency> {
    let [part, whole, share] = three else { return None };
    let exact = |it: &Quantity| it.qualifier == Qualifier::Exact;
    let between =
        |one: &Quantity, other: &Quantity| Span { start: one.span.end, end: other.span.start }.of(page.text.source).trim().to_owned();
    let of = matches!(between(part, whole).as_str(), "of" | "of the" | "out of" | "out of the" | "of its" | "of their");
    let joined = between(whole, share);
    let told = joined.ends_with('(') || joined.ends_with(", or") || joined.ends_with("— or");
    let kinds = *share.unit.dimension() == Dimension::Share && *whole.unit.dimension() != Dimension::Share;
    if !of || !told || !kinds || joined.len() > 40 || ![part, whole, share].into_iter().all(exact) {
        return None;
    }
    let (part_of, all, stated) = (one(part)?, one(whole)?, one(share)?);
    let real = part_of.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(all)?;
    let half = super::conversion::half_digit(stated).max(Decimal::new(5, 1));
    if (real - stated).abs() <= half || part_of > all {
        return None;
    }
    let message = format!("{} of {} is {}%, not {}%", part_of, all, super::conversion::short(real), stated);
    Some(Inconsistency::new(Kind::PartsTotal, Severity::Warning, message, cite(page, three.iter())))
}

/// Nouns of a change.
const CHANGES: [&str; 9] = ["increase", "rise", "gain", "jump", "drop", "fall", "decline", "decrease", "cut"];

/// "From 20 percent to 25 percent, an increase of 5 percent": it is one of 25 percent, or of 5 percentage points.
fn points(page: &Page<'_>, two: &[Quantity]) -> Option<Inconsistency> {
    let [ends, change] = two else { return None };
    let percent = |it: &Quantity| *it.unit.dimension() == Dimension::Share && it.unit.symbol() == "%" && it.qualifier == Qualifier::Exact;
    let (Value::Range(before, after), Value::One(stated)) = (ends.value, change.value) else { return None };
    let text = &page.text;
    let told = text.token_at(ends.span.end)..text.token_at(change.span.start);
    let of_change = told.len() <= 5 && told.clone().any(|it| CHANGES.iter().any(|word| text.is(it, word)));
    let from = text.token_at(ends.span.start).checked_sub(1).is_some_and(|it| text.is(it, "from"));
    let in_points = (text.token_at(change.span.end)..).take(1).any(|it| text.is(it, "points") || text.is(it, "point"));
    if !percent(ends) || !percent(change) || !of_change || !from || in_points || before.is_zero() {
        return None;
    }
    let difference = (after - before).abs();
    let relative = difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)?;
    let half = super::conversion::half_digit(stated).max(Decimal::new(5, 1));
    if (difference - stated).abs() > Decimal::new(5, 2) || (relative - stated).abs() <= half {
        return None;
    }
    let message = format!(
        "from {}% to {}% it is {} percentage points, or {}%",
        before,
        after,
        difference.normalize(),
        super::conversion::short(relative)
    );
    Some(Inconsistency::new(Kind::PartsTotal, Severity::Warning, message, cite(page, two.iter())))
}

fn one(quantity: &Quantity) -> Option<Decimal> {
    match quantity.value {
        Value::One(value) => Some(value),
        Value::Range(..) => None,
    }
}

fn cite<'q>(page: &Page<'_>, quantities: impl Iterator<Item = &'q Quantity>) -> Vec<super::Cited> {
    let amount = |it: &Quantity| Some(it.span.of(page.text.source).to_owned());
    quantities.map(|it| super::Cited { amount: amount(it), ..page.cite(it.span) }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(text: &str, expected: usize) {
        let count = found(&[("2025-03-18", text)]).into_iter().filter(|it| it.starts_with("parts-total")).count();
        assert_eq!(count, expected, "{text}");
    }

    #[test]
    fn parts_behind_a_colon_must_add_up() {
        check("The storm sank 43 boats: 30 in the harbour, 9 at sea and 5 in the yard.", 1);
        check("The storm sank 44 boats: 30 in the harbour, 9 at sea and 5 in the yard.", 0);
        check("The storm sank about 43 boats: 30 in the harbour, 9 at sea and 5 in the yard.", 0);
        check("The storm sank 43 boats: the oldest was built in 1911.", 0);
    }

    #[test]
    fn a_share_is_what_part_and_whole_make() {
        check("The council closed 12 of the 40 schools (25%) in spring.", 1);
        check("The council closed 12 of the 40 schools (30%) in spring.", 0);
        check("The council closed 13 of the 40 schools (33%) in spring.", 0);
    }

    #[test]
    fn points_are_no_percent() {
        check("Support rose from 20 percent to 25 percent, an increase of 5 percent.", 1);
        check("Support rose from 20 percent to 25 percent, an increase of 5 percentage points.", 0);
        check("Support rose from 20 percent to 25 percent, an increase of 25 percent.", 0);
        check("Support fell from 40 percent to 36 percent, and turnout by 4 percent.", 0);
        check("Support rose from 100 percent to 105 percent, an increase of 5 percent.", 0);
    }
}
