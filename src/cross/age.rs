//! A person's age, given twice and differently.

use std::collections::{BTreeMap, BTreeSet};

use super::page::Page;
use super::{Cited, Inconsistency, Kind, Rule, Trace};
use crate::corpus::Corpus;
use crate::extract::Period;
use crate::finding::Severity;
use crate::text::{Class, Kind as TokenKind, Span};

pub(super) const RULE: Rule = Rule {
    kind: Kind::Age,
    code: "age",
    summary: "One person with two ages: \"Ida Holm, 45,\" and \"the 54-year-old Holm\". Only ages set beside a full name are compared, \
              and family names only where one person of the document bears them. Between documents of one event a year's difference \
              counts only within days, else it is a birthday.",
    reports: &[&[("2025-03-18", "Ida Holm, 45, swam first. The crowd cheered the 54-year-old Holm.")]],
    spares: &[&[("2025-03-18", "Ida Holm, 45, and her brother Per Holm, 54, swam.")], &[("2025-03-18", "Ida Holm, 45, swam 54 lengths.")]],
};

/// An age beside a name.
#[derive(Clone, Debug)]
pub(super) struct Aged {
    name: Vec<String>,
    age: u32,
    span: Span,
}

/// The ages that a page gives beside a full name.
pub(super) fn ages_of(page: &Page<'_>) -> Vec<Aged> {
    ages(page).into_iter().filter(|it| it.name.len() > 1).collect()
}

/// Days between two documents beyond which a birthday explains a year.
const BIRTHDAY: i32 = 3;

/// Ages of one person in documents of one event.
pub(super) fn across(corpus: &Corpus, traces: &[Trace], related: &[(u32, u32)]) -> Vec<Inconsistency> {
    let ages = |it: u32| traces.get(it as usize).map(|it| it.ages.as_slice()).unwrap_or_default();
    let mut found = Vec::new();
    let mut told = BTreeSet::new();
    for (one, other) in related {
        for first in ages(*one) {
            let rival = ages(*other).iter().find(|it| it.name == first.name && it.age != first.age);
            let has = |name: &[String], age: u32, among: u32| ages(among).iter().any(|it| it.name == name && it.age == age);
            let Some(second) = rival.filter(|it| !has(&first.name, first.age, *other) && !has(&it.name, it.age, *one)) else { continue };
            let near = first.age.abs_diff(second.age) > 1 || of_one_time(corpus, *one, *other);
            // What many repeat is told once.
            if near && told.insert((&first.name, first.age.min(second.age), first.age.max(second.age))) {
                let message = format!("{} is {} and {}", first.name.join(" "), first.age, second.age);
                let cite = |document: u32, it: &Aged| Cited {
                    document: document as usize,
                    span: it.span,
                    speaker: None,
                    amount: None,
                    said: None,
                    as_of: None,
                };
                let statements = vec![cite(*one, first), cite(*other, second)];
                found.push(Inconsistency::new(Kind::Age, Severity::Warning, message, statements));
            }
        }
    }
    found
}

/// Whether two documents were published within so few days that no birthday is likely between them.
fn of_one_time(corpus: &Corpus, one: u32, other: u32) -> bool {
    let day = |it: u32| corpus.documents.get(it as usize).and_then(|it| it.metadata.published);
    let near = |one: Period, other: Period| Period { from: one.shifted(-BIRTHDAY).from, to: one.shifted(BIRTHDAY).to }.touches(other);
    day(one).zip(day(other)).is_some_and(|(one, other)| near(one, other))
}

pub(super) fn find(page: &Page<'_>) -> Vec<Inconsistency> {
    let ages = ages(page);
    let mut people = BTreeMap::<&str, Vec<&Aged>>::new();
    for aged in &ages {
        if let Some(family) = aged.name.last() {
            people.entry(family).or_default().push(aged);
        }
    }
    people.values().filter_map(|it| report(page, it)).collect()
}

fn report(page: &Page<'_>, aged: &[&Aged]) -> Option<Inconsistency> {
    let full = aged.iter().find(|it| it.name.len() > 1)?;
    // Two bearers of one family name are two people.
    if aged.iter().any(|it| it.name.len() > 1 && it.name.first() != full.name.first()) {
        return None;
    }
    let other = aged.iter().find(|it| it.age != full.age)?;
    let message = format!("{} is {} and {}", full.name.join(" "), full.age, other.age);
    let statements: Vec<Cited> = [*full, *other].map(|it| page.cite(it.span)).into();
    Some(Inconsistency::new(Kind::Age, Severity::Warning, message, statements))
}

fn ages(page: &Page<'_>) -> Vec<Aged> {
    (0..page.text.tokens.len()).filter_map(|it| after_name(page, it).or_else(|| before_name(page, it))).collect()
}

/// "Ida Holm, 45," with the age at `at`.
fn after_name(page: &Page<'_>, at: usize) -> Option<Aged> {
    let age = age_at(page, at)?;
    let closed = page.text.is(at + 1, ",") || page.text.is(at + 1, ")");
    let opened = at > 1 && (page.text.is(at - 1, ",") || page.text.is(at - 1, "("));
    let name = if closed && opened { name_before(page, at - 1)? } else { return None };
    (name.len() > 1).then_some(Aged { name, age, span: page.text.tokens.get(at)?.span })
}

/// "the 45-year-old Ida Holm" with the age at `at`.
fn before_name(page: &Page<'_>, at: usize) -> Option<Aged> {
    let age = age_at(page, at)?;
    let words = ["-", "year", "-", "old"];
    let written = words.iter().zip(at + 1..).all(|(word, at)| page.text.is(at, word));
    let name: Vec<_> = (at + 5..at + 9).map_while(|it| name_word(page, it)).collect();
    let span = page.text.tokens.get(at)?.span.join(page.text.tokens.get(at + 4)?.span);
    (written && !name.is_empty()).then_some(Aged { name, age, span })
}

fn age_at(page: &Page<'_>, at: usize) -> Option<u32> {
    let token = page.text.token(at).filter(|it| it.kind == TokenKind::Number)?;
    token.span.of(page.text.source).parse().ok().filter(|it| (1..=110).contains(it))
}

fn name_before(page: &Page<'_>, end: usize) -> Option<Vec<String>> {
    let mut name = Vec::new();
    let mut at = end;
    while let Some(word) = at.checked_sub(1).and_then(|it| name_word(page, it)) {
        name.insert(0, word);
        at -= 1;
    }
    (!name.is_empty() && name.len() <= 4).then_some(name)
}

fn name_word(page: &Page<'_>, at: usize) -> Option<String> {
    let named = Class::TITLE | Class::MONTH | Class::WEEKDAY | Class::FUNCTION;
    let token = page.text.token(at).filter(|it| it.kind == TokenKind::Word && it.capital && !it.class.is(named))?;
    Some(token.span.of(page.text.source).to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(text: &str, expected: &[&str]) {
        let ages: Vec<_> = found(&[("2025-03-18", text)]).into_iter().filter(|it| it.starts_with("age")).collect();
        assert_eq!(ages, expected);
    }

    #[test]
    fn two_ages_of_one_person_are_reported() {
        check("Ida Holm, 45, swam first. The crowd cheered the 54-year-old Holm.", &["age Warning: 45 | 54-year-old"]);
    }

    #[test]
    fn two_people_may_differ() {
        check("Ida Holm, 45, and her brother Per Holm, 54, swam.", &[]);
        check("Ida Holm, 45, swam first. The crowd cheered the 45-year-old Holm.", &[]);
        check("Ida Holm, 45, swam 54 lengths.", &[]);
    }

    #[test]
    fn two_documents_of_one_event_give_one_age() {
        let text = |age: u32| format!("In Aldmere Ida Holm, {age}, swam first, the Coast Guard said. Per Lund, 30, came second.");
        let check = |day: &str, age: u32, expected: usize| {
            let texts = [text(45), text(age)];
            let found = found(&[("2025-03-18", &texts[0]), (day, &texts[1])]);
            assert_eq!(found.iter().filter(|it| it.starts_with("age")).count(), expected, "{day} {age}");
        };
        check("2025-03-18", 54, 1);
        check("2025-03-19", 46, 1);
        check("2025-09-19", 46, 0);
        check("2025-03-18", 45, 0);
    }
}
