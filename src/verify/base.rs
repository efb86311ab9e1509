//! The time that a figure is held against: `last year`, `a year ago` and `the year-ago quarter` are one in a report on itself.
//!
//! Such words are told apart neither by a date nor by their wording, so all wordings of one base get one stem.

use std::ops::Range;

use super::passage::Passage;
use super::sense::{Role, Sense, Word};
use crate::extract::Period;
use crate::language::Lexeme;

/// The stem of the year before, however it is worded.
pub(super) const YEAR_AGO: &str = "year-ago";

/// The stem of the quarter before.
pub(super) const QUARTER_AGO: &str = "quarter-ago";

/// Words by which something is held against a time before.
const AGAINST: [&str; 3] = ["compared", "comparison", "relative"];

/// Gives all wordings of a base one stem, and all wordings of a quarter of the year.
pub(super) fn settle(words: &mut [Word]) {
    for at in 0..words.len() {
        quarter(words, at);
        let Some(base) = base(words, at) else { continue };
        let head = base.head;
        for (at, word) in words.iter_mut().enumerate().take(base.end).skip(base.first) {
            if at != head && !is_ordinal(&word.lower) {
                (word.stem, word.role) = (base.stem.into(), Role::Function);
            }
        }
        let word = &mut words[head];
        (word.stem, word.role, word.lexeme) = (base.stem.into(), Role::Content, Some(Lexeme::of(base.stem)));
        against(words, base.first);
    }
}

/// A wording of a base.
struct Base {
    first: usize,
    end: usize,
    /// The noun that other words hang on.
    head: usize,
    stem: &'static str,
}

/// The base whose main words begin at the token `at`.
fn base(words: &[Word], at: usize) -> Option<Base> {
    let is = |it: usize, any: &[&str]| any.contains(&lower(words, it));
    let hyphen = |it: usize| usize::from(is(it, &["-"]));
    let mut end;
    let mut head;
    let stem;
    if is(at, &["last", "linked", "preceding", "previous", "prior"]) {
        let mut noun = at + 1 + hyphen(at + 1);
        noun += usize::from(is(noun, &["fiscal", "financial"]));
        stem = match lower(words, noun) {
            "year" => YEAR_AGO,
            "quarter" if !is(noun + 1, &["of"]) => QUARTER_AGO,
            _ => return None,
        };
        (head, end) = (noun, noun + 1);
    } else if is(at, &["year"]) {
        let behind = at + 1 + hyphen(at + 1);
        let lone = is(at.wrapping_sub(1), &["a", "one", "1", "the"]);
        let compound = behind > at + 1;
        let ago = is(behind, &["ago", "earlier"]) || compound && is(behind, &["prior", "before"]);
        // "The year before the war" is another.
        let before = is(behind, &["before", "prior"]) && closes(words, behind + 1);
        if !(ago && (lone || compound) || before && lone) {
            return None;
        }
        stem = YEAR_AGO;
        (head, end) = (at, behind + 1);
    } else {
        return None;
    }
    if stem == YEAR_AGO && !is(at.wrapping_sub(1), &["full", "whole", "entire"]) {
        // "The year-ago quarter", "last year's third quarter".
        let mut noun = end + usize::from(is(end, &["'s", "’s"])) + hyphen(end);
        noun += usize::from(is_ordinal(lower(words, noun)));
        if is(noun, &["quarter", "period"]) {
            (head, end) = (noun, noun + 1);
        }
    }
    let mut first = at;
    if is(first.wrapping_sub(1), &["a", "the", "one", "1"]) {
        first -= 1;
    }
    // "The same period of the year before".
    let span = first.wrapping_sub(2);
    if stem == YEAR_AGO && is(first.wrapping_sub(1), &["in", "of"]) && is(span, &["quarter", "period", "time"]) {
        (head, first) = (span, span);
    } else if stem == YEAR_AGO && is(first.wrapping_sub(1), &["quarter", "period", "time"]) {
        (head, first) = (first - 1, first - 1);
    }
    while is(first.wrapping_sub(1), &["same", "corresponding", "comparable", "equivalent", "the"]) {
        first -= 1;
    }
    Some(Base { first, end, head, stem })
}

/// "Compared with a year ago": the word that leads to a base says no more than "from".
fn against(words: &mut [Word], first: usize) {
    let Some(at) = first.checked_sub(2) else { return };
    if matches!(lower(words, first - 1), "to" | "with") && AGAINST.contains(&lower(words, at)) {
        words[at].role = Role::Function;
    }
}

/// "Q3" and "third quarter" are one.
fn quarter(words: &mut [Word], at: usize) {
    let stem = match lower(words, at) {
        "q1" => "q1",
        "q2" => "q2",
        "q3" => "q3",
        "q4" => "q4",
        word => {
            let quarter = |it: usize| lower(words, it) == "quarter";
            let next = at + 1 + usize::from(matches!(lower(words, at + 1), "-" | "fiscal"));
            if !quarter(next) {
                return;
            }
            match word {
                "first" => "q1",
                "second" => "q2",
                "third" => "q3",
                "fourth" => "q4",
                _ => return,
            }
        }
    };
    let word = &mut words[at];
    (word.stem, word.role, word.lexeme) = (stem.into(), Role::Content, Some(Lexeme::of(stem)));
}

/// Whether those words of a claim tell a base that the passage tells too, in whatever words.
pub(super) fn same(claim: &Sense<'_>, words: Range<usize>, passage: &Sense<'_>) -> bool {
    let told = |it: &Word| *it.stem == *YEAR_AGO || *it.stem == *QUARTER_AGO;
    let mut bases = claim.words.get(words).unwrap_or_default().iter().filter(|it| told(it)).peekable();
    bases.peek().is_some() && bases.all(|it| passage.words.iter().any(|other| other.stem == it.stem))
}

/// Whether the passage names a quarter without its year, and that of `asked` is the last one that its document names so.
pub(super) fn says_quarter(asked: Period, passage: &Passage<'_>) -> bool {
    let quarter = |it: Period| (asked.from.month() == it.from.month() && asked.to.month() == it.to.month()) && it.days() < 100;
    let stem = match (asked.from.month(), asked.to.month()) {
        (1, 3) => "q1",
        (4, 6) => "q2",
        (7, 9) => "q3",
        (10, 12) => "q4",
        _ => return false,
    };
    let sense = &passage.sense;
    // "The third quarter of last year" is another.
    let bare = |at: usize| {
        let behind = (at + 1..sense.words.len()).find(|it| !matches!(sense.lower(*it), "-" | "quarter" | "fiscal")).unwrap_or_default();
        *sense.words[at].stem == *stem
            && sense.words[at].role == Role::Content
            && !matches!(sense.lower(behind), "of" | "in" | "last")
            && at.checked_sub(1).is_none_or(|it| sense.lower(it) != "'s")
    };
    let last = passage.document.reading.dates.iter().map(|it| it.period).filter(|it| quarter(*it)).max_by_key(|it| it.from);
    // A report that names quarters of a year later is no report on this one, which others were held against.
    let later = |it: Period| (80..100).contains(&it.days()) && Period { from: asked.from, to: it.from }.days() > AHEAD;
    let outlived = || passage.document.reading.dates.iter().any(|it| it.period.from > asked.from && later(it.period));
    (0..sense.words.len()).any(bare) && last == Some(asked) && !outlived()
}

/// Days by which a report on a quarter looks ahead of its beginning.
const AHEAD: i32 = 200;

/// Whether a stem is that of a quarter of the year.
pub(super) fn is_quarter(stem: &str) -> bool {
    matches!(stem, "q1" | "q2" | "q3" | "q4")
}

fn is_ordinal(word: &str) -> bool {
    matches!(word, "first" | "second" | "third" | "fourth")
}

/// Whether nothing that a preposition could lead to stands at `at`.
fn closes(words: &[Word], at: usize) -> bool {
    words.get(at).is_none_or(|it| it.role == Role::Mark || matches!(&*it.lower, "and" | "but" | "or" | "to"))
}

fn lower(words: &[Word], at: usize) -> &str {
    words.get(at).map_or("", |it| &it.lower)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn the_year_before_is_one_however_it_is_worded() {
        check(
            "Ticket sales at Holm Ferries were up 12% from the year-ago quarter.",
            &["Ticket sales at Holm Ferries were up 12% from the same quarter of the previous year"],
            &[
                "Ticket sales at Holm Ferries were up 12% from the previous quarter",
                "Ticket sales at Holm Ferries were down 12% from the year-ago quarter",
            ],
        );
        check(
            "Fares rose 4% compared with the prior quarter.",
            &["Fares rose 4% from the previous quarter", "Fares rose 4% relative to the last quarter"],
            &["Fares rose 4% from the previous year", "Fares rose 4% from a year ago"],
        );
        check("The pier was longer in the year before the flood.", &[], &["The pier was longer last year"]);
    }

    #[test]
    fn a_quarter_of_the_year_is_one_by_its_letter_and_in_words() {
        check(
            "The yard will stay shut through the end of the second quarter.",
            &["The yard will stay shut through the end of Q2"],
            &["The yard will stay shut through the end of Q3", "The yard will stay shut through the end of the fourth quarter"],
        );
        check("Margins fell in Q3.", &["Margins fell in the third quarter"], &["Margins fell in the first quarter", "Margins fell in Q4"]);
    }
}
