//! When a statement was said, and the time that it speaks of.
//!
//! The day on which something was said stands by the verb of saying, outside of what was said: "told reporters on Sunday
//! that". Where it stands nowhere, it is that of the same speaker's last dated words, or else of the report that goes
//! before. The time that a statement speaks of stands in its own clause; a date in a clause below it is another thing's.

mod as_of;
mod said;

use super::{Attribution, DateMention, Period, Quantity, Setting, Statement};
use crate::text::{Class, Kind, Letters, Span, Text, Words, words};

/// The longest period, in days, that still tells when something was said: a quarter.
const LONGEST: i32 = 92;

/// Tokens and dates that are looked over on either side of a place: what belongs together stands closer.
const NEAR: usize = 80;

/// Fills in `said` and `as_of` of `statements`.
pub(super) fn tell(
    text: &Text<'_>,
    statements: &mut [Statement],
    quantities: &[Quantity],
    dates: &[DateMention],
    attributions: &[Attribution],
    setting: &Setting,
) {
    if dates.is_empty() {
        return;
    }
    let scene = Scene { text, dates, attributions, published: setting.published };
    let said = scene.said();
    let mut next = 0;
    for statement in statements {
        statement.said = statement.attribution.and_then(|it| said.get(it).copied().flatten());
        while dates.get(next).is_some_and(|it| it.span.start < statement.span.start) {
            next += 1;
        }
        // Few sentences have a date.
        if dates.get(next).is_some_and(|it| it.span.start < statement.span.end) {
            let place = statement.quantity.and_then(|it| quantities.get(it)).map(|it| it.number);
            statement.as_of = scene.as_of(statement, place);
        }
    }
}

struct Scene<'a, 't> {
    text: &'a Text<'t>,
    dates: &'a [DateMention],
    attributions: &'a [Attribution],
    published: Option<Period>,
}

impl Scene<'_, '_> {
    /// Whether a date owns what follows, as in "Tuesday's vote".
    fn possessive(&self, date: Span) -> bool {
        let after = self.text.token_at(date.end);
        self.text.token(after).is_some_and(|it| it.kind == Kind::Clitic && it.glued)
    }

    /// The tokens between two places of a sentence, where no other clause or report lies between them.
    fn between(&self, one: Span, two: Span) -> Option<usize> {
        let (first, last) = (self.text.token_at(one.end), self.text.token_at(two.start));
        (last < first + NEAR && self.clear(first, last, |it| !self.is_cue(it))).then(|| last.saturating_sub(first))
    }

    /// Whether no other clause begins between two tokens and all tokens between them `pass`; asides between commas are left out.
    fn clear(&self, first: usize, last: usize, mut pass: impl FnMut(usize) -> bool) -> bool {
        let mut at = first;
        while at < last {
            let aside = self.comma(at) && self.opens_clause(at + 1, last);
            if aside && let Some(end) = (at + 2..last).find(|it| self.comma(*it)) {
                at = end + 1;
                continue;
            }
            if self.opens_clause(at, last) || !pass(at) {
                return false;
            }
            at += 1;
        }
        true
    }

    fn comma(&self, at: usize) -> bool {
        const COMMA: [Letters; 1] = Letters::all([","]);
        self.text.token(at).is_some_and(|it| it.is_mark(&COMMA))
    }

    fn is_cue(&self, at: usize) -> bool {
        let Some(token) = self.text.token(at).filter(|it| it.class.is(Class::SPEECH_CUE)) else { return false };
        self.around(token.span).iter().any(|it| it.cue.is_some_and(|it| it.contains(token.span)))
    }

    /// Whether another clause begins at `at`, before the token `last` that a preposition may belong to.
    fn opens_clause(&self, at: usize, last: usize) -> bool {
        const RELATIVES: &Words =
            words!["which", "who", "whose", "whom", "where", "when", "while", "because", "although", "though", "whereas", "if", "unless"];
        const ALSO_PREPOSITIONS: &Words = words!["after", "before", "since", "until", "as"];
        const MARKS: [Letters; 5] = Letters::all([";", "(", ")", "—", "–"]);
        let Some(token) = self.text.token(at) else { return false };
        match token.kind {
            Kind::Mark => token.is_mark(&MARKS),
            // All of them are grammar words that open clauses.
            Kind::Word if token.class.is(Class::FUNCTION) && token.class.is(Class::OPENER) => {
                // With a capital they open a sentence, or a name.
                let one_of = |words: &Words| token.any(self.text.source, words) && words.contains(token.span.of(self.text.source));
                one_of(RELATIVES) || (at + 2 < last && one_of(ALSO_PREPOSITIONS))
            }
            _ => false,
        }
    }

    /// The attributions whose contents begin near a place: the few that may hold it, or report beside it.
    fn around(&self, span: Span) -> &[Attribution] {
        const REPORTS: usize = 16;
        let at = self.attributions.partition_point(|it| it.content.start <= span.start);
        self.attributions.get(at.saturating_sub(REPORTS)..(at + REPORTS).min(self.attributions.len())).unwrap_or_default()
    }

    fn dates_in(&self, span: Span) -> &[DateMention] {
        let first = self.dates.partition_point(|it| it.span.start < span.start);
        let behind = self.dates.get(first..).unwrap_or_default();
        // A sentence has few dates, and mostly none.
        let count = behind.iter().take_while(|it| it.span.start < span.end).count();
        behind.get(..count).unwrap_or_default()
    }

    /// Whether a date stands in the document's own voice.
    fn own(&self, span: Span) -> bool {
        !self.around(span).iter().any(|it| it.content.contains(span))
    }

    /// Whether the word may be a verb in the past, with or without a subject.
    fn finite(&self, at: usize) -> bool {
        self.text.token(at).is_some_and(|it| {
            let past = (it.span.len() > 4) & it.ends_with("ed") & !it.class.is(Class::NUMBER_WORD);
            it.class.is(Class::PAST.or(Class::AUXILIARY).or(Class::MODAL)) | past
        })
    }
}

/// The few of `dates` on either side of a place.
fn beside(dates: &[DateMention], place: Span) -> &[DateMention] {
    const FEW: usize = 8;
    let at = dates.partition_point(|it| it.span.start < place.start);
    dates.get(at.saturating_sub(FEW)..(at + FEW).min(dates.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests;
