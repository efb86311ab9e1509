//! Whether a figure is one of a measure: by its unit, by the words that stand beside it, and by who it is of.

use super::{names, stands_for};
use crate::claim::{Claims, Entity, Measure};
use crate::corpus::Document;
use crate::cross::alike::Alike;
use crate::cross::point::{Point, content_stems};
use crate::extract::quantity::Dimension;
use crate::text::Span;

/// Tells which points a measure takes in.
pub(super) struct Reader<'a> {
    pub(super) claims: &'a Claims,
    pub(super) alike: &'a Alike,
    pub(super) measure: &'a Measure,
}

impl Reader<'_> {
    pub(super) fn fits(&self, document: &Document, point: &Point) -> bool {
        !point.change && self.unit(document, point) && self.terms(document, point) && self.subject(document, point)
    }

    fn unit(&self, document: &Document, point: &Point) -> bool {
        let Some(quantity) = document.reading.quantities.get(point.quantity) else { return false };
        let symbol = quantity.unit.symbol();
        if symbol == self.measure.unit
            || crate::extract::Unit::named(&self.measure.unit).is_some_and(|it| quantity.unit.in_terms_of(&it).is_some())
        {
            return true;
        }
        // A bare number is a point only where a noun was found for it.
        let counted = matches!(quantity.unit.dimension(), Dimension::Count | Dimension::None);
        // Soldiers, civilians and miners are people.
        let people = self.alike.same(&crate::language::stem(&self.measure.unit), "people");
        counted && (people || self.alike.same(&crate::language::stem(&self.measure.unit), &point.head))
    }

    /// One term at least stands beside the figure and the others in its sentence, a name also in the one before or in the title; none
    /// that is shut out stands beside it; and the verb that the figure hangs on, if a term names verbs like it, is one of them.
    fn terms(&self, document: &Document, point: &Point) -> bool {
        let statement = document.reading.statements.get(point.statement);
        let sentence = statement.map_or(0, |it| it.sentence);
        let words = |index: usize| document.reading.sentences.get(index).map_or("", |it| it.span.of(&document.text));
        let clause = clause(document, point);
        let beside: Vec<_> = content_stems(clause.of(&document.text)).collect();
        let title = document.metadata.title.as_deref().unwrap_or_else(|| words(0));
        let before = sentence.checked_sub(1).map_or("", words);
        let whole: Vec<_> = content_stems(words(sentence)).collect();
        let context: Vec<_> = [words(sentence), before, title].into_iter().flat_map(content_stems).collect();
        let found = |term: &str, among: &[Box<str>]| term.split('|').any(|it| self.all_in(it, among));
        let (near, far): (Vec<_>, Vec<_>) = self.measure.terms.iter().partition(|it| found(it, &beside));
        // "Killed and wounded" are told together or not at all: one of them beside the figure and the other elsewhere are two counts.
        let torn = far.iter().any(|it| !is_named(it)) && (near.iter().any(|it| !is_named(it)) || is_counted(point));
        let both = self.measure.terms.iter().any(|it| self.told_with_another(it, clause.of(&document.text)));
        let shut_out = self.measure.without.iter().any(|it| found(it, &beside));
        let hangs = self.measure.terms.iter().any(|it| point.predicate.as_deref().is_some_and(|verb| self.names(it, verb)));
        let verbs = self.claims.words.synonyms.iter().flatten().any(|it| point.predicate.as_deref() == Some(&*crate::language::stem(it)));
        !near.is_empty()
            && !torn
            && !both
            && far.iter().all(|it| found(it, if is_named(it) { &context } else { &whole }))
            && !shut_out
            && (hangs || !verbs)
    }

    /// Whether all words of one alternative, or of a phrase that means the same, are among `stems`.
    fn all_in(&self, alternative: &str, stems: &[Box<str>]) -> bool {
        let all = |phrase: &str| {
            let mut words = content_stems(phrase).peekable();
            words.peek().is_some() && words.all(|word| stems.iter().any(|it| self.alike.same(it, &word)))
        };
        let groups = self.claims.words.synonyms.iter().filter(|it| it.iter().any(|it| it == alternative));
        all(alternative) || groups.flatten().filter(|it| it.contains(' ')).any(|it| all(it))
    }

    /// "Killed and wounded" are more than the killed: a word of the term stands beside another doing that the terms do not name.
    fn told_with_another(&self, term: &str, clause: &str) -> bool {
        let words: Vec<_> = clause.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        let done = |it: &str| it.ends_with("ed") || matches!(it, "dead" | "hurt");
        let of = |term: &str, word: &str| content_stems(word).any(|it| self.names(term, &it));
        words.windows(3).any(|it| {
            let (one, other) = (it[0], it[2]);
            let beside = |own: &str, other: &str| of(term, own) && !self.measure.terms.iter().any(|it| of(it, other));
            it[1] == "and" && done(one) && done(other) && (beside(one, other) || beside(other, one))
        })
    }

    fn names(&self, term: &str, stem: &str) -> bool {
        term.split('|').flat_map(content_stems).any(|it| self.alike.same(&it, stem))
    }

    /// Whether who holds, does or suffers it is whom the measure asks for: the last party named before the figure. Where the
    /// measure asks for nobody, a party that its title does not name is another's.
    fn subject(&self, document: &Document, point: &Point) -> bool {
        let titled = |it: &&Entity| self.measure.title.as_deref().is_some_and(|title| names(it).any(|name| title.contains(name)));
        let entities = &self.claims.words.entities;
        let declared = !self.measure.subject.is_empty();
        let asked: Vec<_> = if declared {
            self.measure.subject.iter().flat_map(|it| self.with_aliases(it)).flat_map(content_stems).collect()
        } else {
            entities.iter().filter(titled).flat_map(names).flat_map(content_stems).collect()
        };
        if asked.is_empty() {
            return true;
        }
        let others: Vec<_> = entities.iter().flat_map(names).flat_map(content_stems).filter(|it| !akin(it, &asked)).collect();
        // "4,000 North Koreans" are theirs, whoever counts them.
        let own: Vec<_> = point.modifiers.iter().chain([&point.head]).collect();
        if is_counted(point) && own.iter().any(|it| akin(it, &asked)) {
            return true;
        }
        let statement = document.reading.statements.get(point.statement);
        let stated = statement.map_or(point.span, |it| if declared || !it.content.contains(point.span) { it.span } else { it.content });
        let before = Span { start: stated.start, end: point.span.start }.of(&document.text);
        let parties: Vec<_> = content_stems(before).filter(|it| akin(it, &asked) || akin(it, &others)).collect();
        parties.last().map_or(!declared, |it| akin(it, &asked))
    }

    fn with_aliases<'s>(&'s self, name: &'s str) -> Vec<&'s str> {
        let entity = self.claims.words.entities.iter().find(|it| stands_for(it, name));
        entity.map_or_else(|| vec![name], |it| names(it).collect())
    }
}

/// Whether things are counted: what is told of them stands beside their number.
fn is_counted(point: &Point) -> bool {
    !matches!(point.head.as_ref(), "%" | "area" | "length")
}

/// Whether a term asks for names alone: "Kursk", "North Korean".
fn is_named(term: &str) -> bool {
    term.split('|').any(|it| it.trim_start().starts_with(char::is_uppercase))
}

/// Whether `stem` is one of `names`, or the country's name where they have its people's: "ukrainian" and "ukraine".
fn akin(stem: &str, names: &[Box<str>]) -> bool {
    let start = |it: &str| it.chars().take(5).collect::<String>();
    names.iter().any(|it| **it == *stem || (it.chars().count() >= 5 && start(it) == start(stem)))
}

/// The words around a figure up to the marks and words that begin another clause.
pub(super) fn clause(document: &Document, point: &Point) -> Span {
    let statement = document.reading.statements.get(point.statement);
    let content = statement.map_or(point.span, |it| if it.content.contains(point.span) { it.content } else { it.span });
    let text = Span { start: content.start, end: point.span.start }.of(&document.text);
    let after = Span { start: point.span.end, end: content.end }.of(&document.text);
    let breaks = [", ", "; ", ": ", " while ", " but ", " although ", " which ", " that ", " who ", " and another ", " and a further "];
    let break_in = |text: &str| breaks.iter().filter_map(|it| text.rfind(it).map(|at| (at, at + it.len()))).max_by_key(|it| it.1);
    let mut start = break_in(text).map_or(0, |it| it.1);
    let end = breaks.iter().filter_map(|it| after.find(it)).min().unwrap_or(after.len());
    // A figure that stands alone between its marks belongs to what was said before: "regained 1,100 km², 86% of it".
    let bare = |text: &str| content_stems(text).next().is_none();
    let alone = |from: usize| bare(text.get(from..).unwrap_or_default()) && bare(after.get(..end).unwrap_or_default());
    if let Some((at, _)) = break_in(text).filter(|it| alone(it.1)) {
        start = break_in(text.get(..at).unwrap_or_default()).map_or(0, |it| it.1);
    }
    Span::new(content.start as usize + start, point.span.end as usize + end)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, measure};

    #[test]
    fn two_doings_told_together_are_more_than_one_of_them() {
        let hurt = ("2025-03-18", "In Aldmere the storm left 60 sailors killed and injured.");
        check(measure(&["kill"], "sailor"), &[hurt], &[], 0);
        check(measure(&["killed and injured"], "sailor"), &[hurt], &["60 sailors"], 0);
        check(measure(&["kill"], "sailor"), &[("2025-03-18", "The storm killed 6 sailors and wrecked 9 boats.")], &["6 sailors"], 0);
    }

    #[test]
    fn a_bare_number_that_something_is_put_at_counts_it() {
        let put = ("2025-03-18", "Holm put the number of sunken boats at 60.");
        check(measure(&["boat"], "boat"), &[put], &["60"], 0);
        check(measure(&["boat"], "boat"), &[("2025-03-18", "Holm put the price of a boat at 60 crowns.")], &[], 0);
    }
}
