//! A headline or deck whose figure the body does not bear out.

use super::alike::Alike;
use super::page::Page;
use super::point::Point;
use super::{Inconsistency, Kind as Sort, Rule};
use crate::extract::Interval;
use crate::finding::Severity;
use crate::text::Kind;

pub(super) const RULE: Rule = Rule {
    kind: Sort::HeadlineBody,
    code: "headline-body",
    summary: "A figure of the headline or the deck that stands nowhere in the body, where the body has another figure of the same \
              noun group by the same speaker. A headline may round, and it may sum what the body lists.",
    reports: &[&[(
        "2025-03-18",
        "Storm sinks 34 fishing boats in Aldmere

A storm sank 43 fishing boats in Aldmere on Tuesday.",
    )]],
    spares: &[
        &[(
            "2025-03-18",
            "Storm sinks 40 fishing boats in Aldmere

A storm sank 41 fishing boats in Aldmere on Tuesday.",
        )],
        &[(
            "2025-03-18",
            "Storm sinks 43 boats in Aldmere

A storm sank 34 boats in Aldmere and another 9 boats off Aldmere.",
        )],
    ],
};

pub(super) fn find(page: &Page<'_>, points: &[Point]) -> Vec<Inconsistency> {
    let Some(body) = body_start(page) else { return Vec::new() };
    let (head, body): (Vec<_>, Vec<_>) = points.iter().partition(|it| it.span.start < body);
    head.into_iter().filter_map(|it| report(page, it, &body)).collect()
}

/// Where the body begins: after the headline and the deck. None where nothing shows that the text has them.
fn body_start(page: &Page<'_>) -> Option<u32> {
    let sentences = &page.text.sentences;
    let headline = sentences.first()?;
    let fold = |index: usize| sentences.get(index).map(|it| it.span.of(page.text.source).trim().to_lowercase());
    // A headline that comes again right before the body encloses the deck.
    if let Some(again) = (1..sentences.len().min(6)).rev().find(|it| fold(*it) == fold(0)) {
        return sentences.get(again + 1).map(|it| it.span.start);
    }
    // What stands before a dateline is headline and deck.
    if let Some(first) = (1..sentences.len().min(6)).find(|it| opens_with_dateline(page, *it)) {
        return sentences.get(first).map(|it| it.span.start);
    }
    let stopped = headline.span.of(page.text.source).ends_with(['.', '!', '?', '”', '"']);
    let own_paragraph = sentences.get(1).is_some_and(|it| it.paragraph != headline.paragraph);
    (!stopped && own_paragraph).then_some(sentences.get(1)?.span.start)
}

/// "ALDMERE, Norland — ": a place in capitals at the beginning of a paragraph, and a dash or a bracket soon after.
fn opens_with_dateline(page: &Page<'_>, index: usize) -> bool {
    let sentences = &page.text.sentences;
    let (Some(sentence), Some(before)) = (sentences.get(index), sentences.get(index - 1)) else { return false };
    let first = sentence.first as usize;
    let place = page.text.token(first).is_some_and(|it| it.kind == Kind::Word && it.span.len() > 2);
    let capitals = page.text.word(first).chars().all(char::is_uppercase);
    let marked = (first + 1..first + 8).any(|it| ["—", "–", "("].iter().any(|mark| page.text.is(it, mark)));
    place && capitals && marked && sentence.paragraph != before.paragraph
}

fn report(page: &Page<'_>, head: &Point, body: &[&Point]) -> Option<Inconsistency> {
    if head.unsure {
        return None;
    }
    let same: Vec<_> = body.iter().filter(|it| same_noun(head, it)).collect();
    let meets = |it: &&Point| rounded(head).meets(rounded(it));
    if same.is_empty() || same.iter().any(|it| meets(it)) || sums(head, &same) {
        return None;
    }
    let rival = same.into_iter().find(|it| same_speaker(head, it) && (shares_a_word(head, it) || !head.modifiers.is_empty()))?;
    let cited = [head, *rival].map(|it| super::Cited {
        amount: Some(it.span.of(&page.document.text).to_owned()),
        speaker: it.speaker.as_deref().map(str::to_owned),
        said: it.said,
        as_of: it.as_of,
        ..page.cite(it.span)
    });
    let words = |it: &Point| it.span.of(&page.document.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let message = format!("the headline has {}, the body {}", words(head), words(rival));
    Some(Inconsistency::new(Sort::HeadlineBody, Severity::Warning, message, cited.to_vec()))
}

/// Whether two figures count the same: heads that mean the same, with the same modifiers.
fn same_noun(head: &Point, body: &Point) -> bool {
    let heads = Alike::general().same(&head.head, &body.head);
    heads && head.modifiers == body.modifiers && !(head.modifiers.is_empty() && head.head.as_ref() == "%")
}

/// A headline rounds: a twentieth either way, and bounds as they are.
fn rounded(point: &Point) -> Interval {
    let twentieth = rust_decimal::Decimal::new(5, 2);
    let wider = |end: Option<rust_decimal::Decimal>, sign: i64| end.map(|it| it + it.abs() * twentieth * rust_decimal::Decimal::from(sign));
    Interval { low: wider(point.interval.low, -1), high: wider(point.interval.high, 1), ..point.interval }
}

/// Whether figures of the body add up to the headline's.
fn sums(head: &Point, body: &[&&Point]) -> bool {
    let total = body.iter().filter_map(|it| it.interval.low).sum::<rust_decimal::Decimal>();
    body.len() > 1 && rounded(head).holds(total)
}

/// A headline says "the top commander" where the body has the name: what counts is whether both have a speaker.
fn same_speaker(head: &Point, body: &Point) -> bool {
    head.speaker.is_some() == body.speaker.is_some()
}

fn shares_a_word(head: &Point, body: &Point) -> bool {
    head.words.iter().any(|it| body.words.contains(it))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = found(&[("2025-03-18", text)]).into_iter().filter(|it| it.starts_with("headline")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_headline_that_the_body_does_not_bear_out_is_reported() {
        check(
            "Storm sinks 34 fishing boats in Aldmere\n\nA storm sank 43 fishing boats in Aldmere on Tuesday.",
            &["headline-body Warning: 34 fishing boats | 43 fishing boats"],
        );
    }

    #[test]
    fn a_headline_may_round_and_sum() {
        check("Storm sinks 40 fishing boats in Aldmere\n\nA storm sank 41 fishing boats in Aldmere on Tuesday.", &[]);
        check("Storm sinks 34 fishing boats in Aldmere\n\nA storm sank 34 fishing boats in Aldmere, and 9 fishing boats off Aldmere.", &[]);
        check("Storm sinks 43 boats in Aldmere\n\nA storm sank 34 boats in Aldmere and another 9 boats off Aldmere.", &[]);
        check("Storm sinks 34 fishing boats in Aldmere\n\nThe storm in Aldmere also hit 43 houses.", &[]);
    }

    #[test]
    fn a_deck_before_the_dateline_belongs_to_the_headline() {
        let deck = "Storm batters the coast\n\nThe mayor says 340 fishing boats are lost in Aldmere.\n\nALDMERE, Norland — ";
        let body = "The storm sank 43 fishing boats, the mayor said.";
        check(&format!("{deck}{body}"), &["headline-body Warning: 340 fishing boats | 43 fishing boats"]);
        check(&format!("{deck}The storm sank 340 fishing boats, the mayor said."), &[]);
        check("Storm batters the coast\n\nThe mayor says 340 fishing boats are lost.\n\nThe storm sank 43 fishing boats.", &[]);
    }
}
