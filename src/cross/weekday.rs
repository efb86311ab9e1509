//! A weekday that the date beside it was not.

use super::page::Page;
use super::{Inconsistency, Kind, Rule};
use crate::extract::DateMention;
use crate::finding::Severity;
use crate::text::Class;

pub(super) const RULE: Rule = Rule {
    kind: Kind::Weekday,
    code: "weekday",
    summary: "A date that names its weekday and was another: \"Monday, March 12, 2025\". Only a date with its year, written in one \
              piece with the weekday, is looked at.",
    reports: &[&[("2025-03-18", "The bridge opened on Monday, March 12, 2025.")]],
    spares: &[
        &[("2025-03-18", "The bridge opened on Wednesday, March 12, 2025.")],
        &[("2025-03-18", "The bridge opened on March 12, 2025, and Monday's traffic was light.")],
    ],
};

/// Short and full names, Monday first as the calendar counts.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

pub(super) fn find(page: &Page<'_>) -> Vec<Inconsistency> {
    page.document.reading.dates.iter().filter_map(|it| report(page, it)).collect()
}

fn report(page: &Page<'_>, date: &DateMention) -> Option<Inconsistency> {
    if !date.absolute || !date.period.is_day() {
        return None;
    }
    let named = named_weekday(page, date)?;
    let was = date.period.from.weekday().to_monday_zero_offset();
    let was = usize::try_from(was).ok()?;
    if named == was {
        return None;
    }
    let message = format!("{} was a {}, not a {}", date.period.from, capitalised(WEEKDAYS[was]), capitalised(WEEKDAYS[named]));
    Some(Inconsistency::new(Kind::Weekday, Severity::Warning, message, vec![page.cite(date.span)]))
}

/// The weekday in the words of the date or right before them.
fn named_weekday(page: &Page<'_>, date: &DateMention) -> Option<usize> {
    let first = page.text.token_at(date.span.start);
    let last = page.text.token_at(date.span.end);
    let mut from = first;
    if from > 0 && page.text.is(from - 1, ",") {
        from -= 1;
    }
    let from = from.saturating_sub(1);
    let at = (from..last).find(|it| page.text.class(*it).is(Class::WEEKDAY) && page.text.token(*it).is_some_and(|it| it.capital))?;
    let word = page.text.word(at).to_lowercase();
    WEEKDAYS.iter().position(|it| *it == word || (word.len() >= 3 && word.len() <= 5 && it.starts_with(&word)))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(found(&[("2025-03-20", text)]), expected);
    }

    #[test]
    fn a_wrong_weekday_is_reported() {
        check("The bridge opened on Monday, March 12, 2025.", &["weekday Warning: Monday, March 12, 2025"]);
    }

    #[test]
    fn a_right_weekday_or_a_weekday_of_another_date_is_not() {
        check("The bridge opened on Wednesday, March 12, 2025.", &[]);
        check("The bridge opened on March 12, 2025, and Monday's traffic was light.", &[]);
        check("On Monday the bridge, built in 2012, opened.", &[]);
    }
}
