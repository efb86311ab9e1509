//! The time that a statement speaks of: a date of its own clause.

use super::{LONGEST, NEAR, Scene, beside};
use crate::extract::date::Relation;
use crate::extract::{DateMention, Period, Statement};
use crate::text::{Class, Span, words};

impl Scene<'_, '_> {
    /// The time that a statement speaks of: a date of its content that belongs to the clause of `place`, or of its beginning.
    pub(super) fn as_of(&self, statement: &Statement, place: Option<Span>) -> Option<Period> {
        let content = statement.content;
        let start = Span { start: content.start, end: content.start };
        let place = place.unwrap_or(start);
        let near = beside(self.dates_in(content), place);
        let inside = near.iter().enumerate().filter(|it| statement.attribution.is_some() || self.own(it.1.span));
        let bound = inside.filter_map(|(index, it)| {
            let reach =
                if it.span.start >= place.end { self.governs(content, place, it.span)? } else { self.opens_with(content, it.span, place)? };
            Some((reach, index))
        });
        let Some((_, index)) = bound.min() else { return self.opening(statement) };
        let date = near.get(index)?;
        if let Some(days) = self.ranged(near, index) {
            return Some(days);
        }
        let days = date.within;
        let now = statement.said.or(self.published).map(|it| it.to);
        match date.relation {
            Relation::During | Relation::Until => Some(days),
            Relation::Since => Some(Period { from: days.from, to: now.filter(|it| *it >= days.to).unwrap_or(days.to) }),
            Relation::Before | Relation::After => None,
        }
    }

    /// The year or more that a sentence opens with, before the speaker: "In 2024, Holm said, exports fell".
    fn opening(&self, statement: &Statement) -> Option<Period> {
        statement.attribution?;
        let date = self.dates_in(statement.span).first()?;
        let early = self.text.token_at(date.span.start) <= self.text.token_at(statement.span.start) + 2;
        (early && date.relation == Relation::During && date.within.days() > LONGEST && self.own(date.span)).then_some(date.within)
    }

    /// The reach from `place` on to a date after it, where no other clause and no participle takes the date.
    fn governs(&self, content: Span, place: Span, date: Span) -> Option<usize> {
        let reach = self.between(place, date)?;
        let (first, last) = (self.text.token_at(place.end), self.text.token_at(date.start));
        let mut verbs = (self.text.token_at(content.start).max(first.saturating_sub(NEAR))..first).filter(|it| self.finite(*it)).count();
        let clear = self.clear(first, last, |at| {
            if self.text.is(at, "that") || (!place.is_empty() && self.text.word(at) == ",") {
                return false;
            }
            if !self.finite(at) {
                return true;
            }
            // "Territory occupied since May": a verb after the clause has had its own opens a clause without a subject.
            verbs += 1;
            verbs == 1 || at.checked_sub(1).is_some_and(|it| self.text.class(it).is(Class::AUXILIARY.or(Class::MODAL)))
        });
        clear.then_some(reach)
    }

    /// The reach from a date on to `place` after it, where the date opens the clause.
    fn opens_with(&self, content: Span, date: Span, place: Span) -> Option<usize> {
        let reach = self.between(date, place)?;
        let (first, last) = (self.text.token_at(content.start), self.text.token_at(date.start));
        // "40 ships left; in August, 12 did": a semicolon opens a sentence of its own.
        let first = (first..last).rev().take(NEAR).find(|it| self.text.word(*it) == ";").map_or(first, |it| it + 1);
        let early = last < first + NEAR && (first..last).all(|it| !self.finite(it) && !self.opens_clause(it, last));
        // "Prices fell in May and rose by 3%": one clause has the date, the next has the amount.
        let commas = (self.text.token_at(date.end)..self.text.token_at(place.start)).filter(|it| self.text.word(*it) == ",").count();
        (early && commas <= 2).then_some(reach)
    }

    /// "From May to June", "between 1985 and 1987": the days from the first date to the second.
    fn ranged(&self, dates: &[DateMention], index: usize) -> Option<Period> {
        let joined = |one: &DateMention, two: &DateMention| {
            let (first, last) = (self.text.token_at(one.span.start), self.text.token_at(one.span.end));
            let opened = first.checked_sub(1).is_some_and(|it| self.text.is(it, "from") || self.text.is(it, "between"));
            let close = self.text.token_at(two.span.start) == last + 1;
            let to = self.text.any(last, words!["to", "and", "through", "until"]);
            (opened && close && to && one.within.from <= two.within.to).then_some(Period { from: one.within.from, to: two.within.to })
        };
        let this = dates.get(index)?;
        let after = dates.get(index + 1).and_then(|it| joined(this, it));
        after.or_else(|| joined(dates.get(index.checked_sub(1)?)?, this))
    }
}
