//! Score: so many points out of so many, "7.4/10" and "7.4 out of 10".

use std::ops::Range;

use rust_decimal::Decimal;

use crate::claim::Claim;
use crate::extract::quantity::Dimension;
use crate::extract::{Quantity, Value, lexicon};
use crate::text::{Kind, Text};

use super::derived::{Split, edited};
use super::passage::Passage;
use super::sense::{Placed, Sense};

/// A score with its tokens.
#[derive(Debug)]
struct Score {
    tokens: Range<usize>,
    points: Decimal,
    of: Decimal,
}

/// What a claim asks of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Over,
    Under,
    Exact,
}

/// The claim with each score of the passage that bears its own out in its place: "a score of 7.4/10" for "a score above 7 out of 10".
pub(super) fn splits(claim: &Claim, passage: &Passage<'_>) -> Vec<Split> {
    let text = Text::new(&claim.words, lexicon());
    let Some(mine) = asked(claim, &text) else { return Vec::new() };
    let (first, bound) = bound(&text, mine.tokens.start);
    let (Some(from), Some(to)) = (text.token(first), text.token(mine.tokens.end - 1)) else { return Vec::new() };
    let led = first.checked_sub(1).is_some_and(|it| text.is(it, "of") || text.is(it, "at"));
    let verb = first.checked_sub(1).is_some_and(|it| text.is(it, "scored"));
    let of = if verb { "" } else { "of " };
    let fits = |it: &Score| {
        it.of == mine.of
            && match bound {
                Bound::Over => it.points > mine.points,
                Bound::Under => it.points < mine.points,
                Bound::Exact => it.points == mine.points,
            }
    };
    let split = |it: Score| {
        let words = passage.sense.wording(it.tokens.start, it.tokens.end);
        let told = if led { words.to_owned() } else { format!("{of}{words}") };
        Split { parts: vec![edited(claim, &[(from.span.join(to.span), &told)])], note: format!("derived: {words}") }
    };
    scores(&passage.sense.text).into_iter().filter(fits).map(split).collect()
}

/// The one score of a claim; a bare number that something scores is one out of a hundred.
fn asked(claim: &Claim, text: &Text<'_>) -> Option<Score> {
    let mut scores = scores(text);
    if let Some(only) = scores.pop() {
        return Some(only).filter(|_| scores.is_empty());
    }
    let bare = |it: &&Quantity| *it.unit.dimension() == Dimension::None && matches!(it.value, Value::One(_));
    let amount = claim.reading.quantities.iter().find(bare)?;
    let at = text.tokens.iter().position(|it| it.span.start == amount.number.start)?;
    let leads = |it: usize| matches!(text.word(it).to_lowercase().as_str(), "rating" | "score" | "scored" | "scores");
    let Value::One(points) = amount.value else { return None };
    (at.saturating_sub(4)..at).any(leads).then_some(Score { tokens: at..at + 1, points, of: Decimal::ONE_HUNDRED })
}

/// Whether an amount was read off a score of few points, which is no share: "7/10".
pub(super) fn is_score(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> bool {
    let few = |it: &Score| it.tokens.contains(&amount.first) && it.of <= Decimal::TEN;
    let slash = |it: &Score| it.tokens.clone().any(|it| sense.lower(it) == "/");
    let rated =
        (amount.whole.0.saturating_sub(6)..amount.whole.0).any(|it| matches!(&*sense.words[it].stem, "rating" | "score" | "average"));
    scores(&sense.text).iter().any(|it| few(it) && (slash(it) || rated))
}

fn scores(text: &Text<'_>) -> Vec<Score> {
    let value = |at: usize| text.token(at).filter(|it| it.kind == Kind::Number).and_then(|_| text.word(at).parse::<Decimal>().ok());
    let of = |at: usize| value(at).or_else(|| [("five", 5), ("ten", 10)].iter().find(|it| text.is(at, it.0)).map(|it| Decimal::from(it.1)));
    let score = |at: usize| {
        let end = match (text.is(at + 1, "/"), text.is(at + 1, "out") && text.is(at + 2, "of")) {
            (true, _) => at + 2,
            (_, true) => at + 3,
            _ => return None,
        };
        Some(Score { tokens: at..end + 1, points: value(at)?, of: of(end)? })
    };
    (0..text.tokens.len()).filter_map(score).collect()
}

/// What the words before a score ask of it, with the first of them.
fn bound(text: &Text<'_>, at: usize) -> (usize, Bound) {
    let is = |back: usize, words: &[&str]| at.checked_sub(back).is_some_and(|it| words.iter().any(|word| text.is(it, word)));
    if is(1, &["above", "over"]) {
        (at - 1, Bound::Over)
    } else if is(1, &["below", "under"]) {
        (at - 1, Bound::Under)
    } else if is(1, &["than"]) && is(2, &["better", "greater", "higher", "more"]) {
        (at - 2, Bound::Over)
    } else if is(1, &["than"]) && is(2, &["fewer", "less", "lower", "worse"]) {
        (at - 2, Bound::Under)
    } else {
        (at, Bound::Exact)
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn so_many_out_of_so_many_is_no_share() {
        check(
            "On Star Meter, the film has a rating of 87% based on 143 reviews, with an average rating of 7.4/10.",
            &[
                "Low Tide has an average rating of 7.4 out of 10 on Star Meter",
                "Low Tide has an average rating above 7/10 on Star Meter",
                "Low Tide has an average rating of less than 8 out of 10 on Star Meter",
            ],
            &[
                "Low Tide has an average rating of 7.5 out of 10 on Star Meter",
                "Low Tide has an average rating above 8/10 on Star Meter",
                "Low Tide has an average rating of more than 8 out of 10 on Star Meter",
                "Low Tide has an average rating of less than 7 out of 10 on Star Meter",
                "Low Tide has an average rating of 7.4 out of 5 on Star Meter",
            ],
        );
    }
}
