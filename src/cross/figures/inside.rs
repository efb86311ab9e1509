//! Conflicts between the figures of one document.

use super::figure::{Figure, by_source, quoted, widened};
use super::nearness::Nearness;
use super::thing::{Common, Verb, common};
use super::{Mark, TOLD};
use crate::cross::alike::Alike;
use crate::cross::page::Page;
use crate::cross::story::Names;
use crate::cross::{Inconsistency, Kind};
use crate::extract::Quantity;
use crate::extract::quantity::Dimension;
use crate::finding::Severity;

/// Things that two sentences of one document must share: it may well tell of two things of one kind.
const SHARED_INSIDE: usize = 5;

/// Conflicts inside one document: a figure that is a slip of another, and two estimates of one thing that the text itself sets
/// against each other.
pub(in crate::cross) fn inside(page: &Page<'_>, story: &Names, marks: &[Mark], alike: &Alike) -> Vec<Inconsistency> {
    let reading = &page.document.reading;
    let stated: Vec<_> = reading.statements.iter().filter_map(|it| Some((it, page.quantity(it.quantity?)?))).collect();
    let mut found = contradictions(page, story, marks, alike);
    for pair in stated.windows(2) {
        let [(one, first), (other, second)] = pair else { continue };
        let rivals = match other.sentence - one.sentence {
            0 => rival_estimates(page, first, second),
            1 => put_against(page, first, second) && one.speaker != other.speaker,
            _ => false,
        };
        if rivals && !widened(first).meets(widened(second)) {
            let statements = vec![page.cite_statement(one), page.cite_statement(other)];
            let message = format!("{} against {}", quoted(&statements[0]), quoted(&statements[1]));
            found.push(Inconsistency::new(Kind::Figures, Severity::Warning, message, statements));
        }
    }
    found
}

/// Figures of one document, told of one thing in two places, of which one is a slip of the other.
fn contradictions(page: &Page<'_>, story: &Names, marks: &[Mark], alike: &Alike) -> Vec<Inconsistency> {
    let figure = |it: &Mark| {
        Figure::of(page.index, page.document, story, *it)
            .filter(|it| it.quantity.trend.is_none() || *it.quantity.unit.dimension() == Dimension::Count)
    };
    let mut found = Vec::new();
    for group in marks.chunk_by(|one, other| one.head == other.head) {
        for (at, one) in group.iter().enumerate() {
            for other in group.iter().skip(at + 1).take(TOLD) {
                let Some((one, other)) = figure(one).zip(figure(other)) else { continue };
                let elsewhere = one.statement.sentence != other.statement.sentence;
                let slip = Nearness::of(&one, &other) == Nearness::Slip && !widened(one.quantity).meets(widened(other.quantity));
                let same = one.statement.as_of == other.statement.as_of && one.statement.modal == other.statement.modal;
                let same = same && !by_source(&one, &other);
                let told = |it: Common| it.verb == Verb::Same && it.score >= SHARED_INSIDE;
                if elsewhere
                    && slip
                    && same
                    && common(alike, (&one, &one.around_wholly(alike)), (&other, &other.around_wholly(alike))).is_some_and(told)
                {
                    let statements = vec![one.cite(), other.cite()];
                    let message = format!("{} against {}", quoted(&statements[0]), quoted(&statements[1]));
                    found.push(Inconsistency::new(Kind::Figures, Severity::Warning, message, statements));
                }
            }
        }
    }
    found
}

/// "… put the number at 4,000, although other estimates were lower, about 1,200": the second figure has no noun of its own, and
/// words of contrast and of estimating stand between the two.
fn rival_estimates(page: &Page<'_>, first: &Quantity, second: &Quantity) -> bool {
    let text = &page.text;
    let between = text.token_at(first.span.end)..text.token_at(second.span.start);
    let any = |words: &[&str]| between.clone().any(|it| words.iter().any(|word| text.is(it, word)));
    let contrast = any(&["although", "though", "while", "but", "whereas", "however"]);
    let estimate = any(&["estimate", "estimates", "estimated", "figure", "figures", "count", "toll", "number", "tally"]);
    let compared = any(&["lower", "higher", "smaller", "larger", "less", "more", "put"]);
    // Without a noun of its own, or with the first one's handed on to it.
    let of_the_same = second.noun == first.noun && second.unit == first.unit;
    contrast && estimate && compared && of_the_same
}

/// "60,000 people marched, organisers said. Police put the crowd at 22,000.": the sentence after puts the same at another figure.
fn put_against(page: &Page<'_>, first: &Quantity, second: &Quantity) -> bool {
    const TOTALS: [&str; 9] = ["count", "crowd", "death", "figure", "number", "tally", "toll", "total", "turnout"];
    const PUT: [&str; 5] = ["put", "puts", "estimated", "estimates", "placed"];
    let text = &page.text;
    let at = text.token_at(second.span.start);
    let sentence = text.sentences.get(text.sentence_at(second.span.start)).map_or(at, |it| it.first as usize);
    let any = |range: std::ops::Range<usize>, words: &[&str]| range.into_iter().any(|it| words.iter().any(|word| text.is(it, word)));
    let counted = *first.unit.dimension() == Dimension::Count && *second.unit.dimension() == Dimension::None;
    let opens = at.saturating_sub(sentence) <= 10 && at.checked_sub(1).is_some_and(|it| text.is(it, "at"));
    counted && opens && any(sentence..at, &PUT) && any(sentence..at, &TOTALS)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_next_sentence_may_put_the_same_at_another_figure() {
        let text = "Some 60,000 people marched in Aldmere, organisers said. Police put the crowd at 22,000.";
        check(&[("2025-03-18", text)], &["figures Warning: Some 60,000 people | 22,000"]);
        let text = "Some 60,000 people marched in Aldmere, organisers said. Police put the number of marchers at 58,000.";
        check(&[("2025-03-18", text)], &[]);
        let text = "Some 60,000 people marched in Aldmere, organisers said. Shops put the price of bread at 22,000.";
        check(&[("2025-03-18", text)], &[]);
    }

    #[test]
    fn one_document_may_slip() {
        let text = "The violent storm sank 43 fishing boats in Aldmere harbour. Crews came. In Aldmere harbour the violent storm sank 34 fishing boats.";
        check(&[("2025-03-18", text)], &["figures Warning: 43 fishing boats | 34 fishing boats"]);
        let text =
            "The night storm sank 43 fishing boats in Aldmere harbour. Crews came. Storms off Norhaven harbour sank 34 fishing boats.";
        check(&[("2025-03-18", text)], &[]);
    }

    #[test]
    fn rival_estimates_in_one_sentence_conflict() {
        check(
            &[("2025-03-18", "The union put the number of striking dockers at 4,000, although company estimates were lower, about 1,200.")],
            &["figures Warning: 4,000 | about 1,200"],
        );
    }
}
