//! One event on two days: documents of one story that date the same doing differently.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::alike::Alike;
use super::around::same_doing;
use super::copies::Groups;
use super::page::Page;
use super::story::{folded, hash, names_in};
use super::{Cited, Inconsistency, Kind, Trace};
use crate::corpus::{Corpus, Document};
use crate::extract::date::Relation;
use crate::extract::{DateMention, Period, lexicon};
use crate::finding::Severity;
use crate::language::{Kind as ClauseKind, Syntax, Tag, stem, syntax};
use crate::text::{Class, Kind as TokenKind, Span, Text};

/// A day in a document, with what tells whether another document may date the same thing.
#[derive(Clone, Debug)]
pub(super) struct Day {
    /// The index of its date.
    date: u32,
    /// The content words of its sentence, told apart by a hash, sorted.
    words: Box<[u32]>,
}

/// Words that the sentences of two dates must share before they are read closely.
const SHARED: usize = 3;

/// Words that are kept of a sentence.
const KEPT: usize = 16;

/// Days between two dates of one event: what lies further apart are two events.
const NEAR: i32 = 31;

/// The days of a page on which something was done.
pub(super) fn days(page: &Page<'_>, alike: &Alike) -> Box<[Day]> {
    let fit = |it: &DateMention| it.period.is_day() && it.relation == Relation::During && it.within == it.period;
    let dates = page.document.reading.dates.iter().enumerate().filter(|it| fit(it.1));
    let day = |(index, date): (usize, &DateMention)| {
        let sentence = page.text.sentences.get(page.text.sentence_at(date.span.start))?;
        let words = sentence.tokens().filter(|it| !date.span.contains(page.text.tokens[*it].span)).filter_map(|it| word(&page.text, it));
        let mut words: Vec<_> = words.map(|it| hash(alike.canonical(&stem(&it)))).take(KEPT).collect();
        words.sort_unstable();
        words.dedup();
        Some(Day { date: u32::try_from(index).ok()?, words: words.into() })
    };
    dates.filter_map(day).filter(|it| it.words.len() >= SHARED).collect()
}

/// A content word, a people's as its country's.
fn word(text: &Text<'_>, at: usize) -> Option<String> {
    let silent = Class::FUNCTION | Class::MONTH | Class::WEEKDAY | Class::NUMBER_WORD | Class::SPEECH_CUE | Class::AUXILIARY;
    let token = text.token(at).filter(|it| it.kind == TokenKind::Word && it.span.len() > 2 && !it.class.is(silent))?;
    Some(folded(token.span.of(text.source)))
}

/// Doings that two documents of one event put on two days.
pub(super) fn across(corpus: &Corpus, traces: &[Trace], alike: &Alike, copies: &Groups, related: &[(u32, u32)]) -> Vec<Inconsistency> {
    let apart = related.par_iter().map(|it| (it.0 as usize, it.1 as usize)).filter(|it| !copies.same(it.0, it.1));
    let mut found: Vec<_> = apart.flat_map_iter(|it| between(corpus, traces, alike, it)).collect();
    // What many repeat is told once.
    let mut told = BTreeSet::new();
    found.retain(|it| told.insert(it.message.to_lowercase()));
    found
}

fn between(corpus: &Corpus, traces: &[Trace], alike: &Alike, (one, other): (usize, usize)) -> Vec<Inconsistency> {
    let days = |it: usize| traces.get(it).map(|it| &*it.days).unwrap_or_default();
    let Some((first, second)) = corpus.documents.get(one).zip(corpus.documents.get(other)) else { return Vec::new() };
    let mut found = Vec::new();
    // What was done on a day is read once for all of its rivals.
    let mut read = BTreeMap::<(usize, u32), Option<Doing>>::new();
    for day in days(one) {
        for rival in days(other).iter().filter(|it| shared(&day.words, &it.words) >= SHARED) {
            let date = |document: &Document, day: &Day| document.reading.dates.get(day.date as usize).cloned();
            let Some((mine, theirs)) = date(first, day).zip(date(second, rival)).filter(|it| apart((first, &it.0), (second, &it.1))) else {
                continue;
            };
            read.entry((one, day.date)).or_insert_with(|| Doing::read(first, &mine));
            read.entry((other, rival.date)).or_insert_with(|| Doing::read(second, &theirs));
            let doings = read.get(&(one, day.date)).zip(read.get(&(other, rival.date)));
            let doings = doings.and_then(|it| it.0.as_ref().zip(it.1.as_ref()));
            if let Some((doing, _)) = doings.filter(|it| it.0.is(it.1, alike)) {
                let message = format!("“{}” is put on {} and on {}", doing.told, mine.period, theirs.period);
                let statements = vec![cite(one, first, &mine), cite(other, second, &theirs)];
                found.push(Inconsistency::new(Kind::Dating, Severity::Warning, message, statements));
            }
        }
    }
    found
}

fn cite(document: usize, source: &Document, date: &DateMention) -> Cited {
    let amount = Some(date.span.of(&source.text).to_owned());
    Cited { document, span: date.span, speaker: None, amount, said: None, as_of: Some(date.period) }
}

fn shared(one: &[u32], other: &[u32]) -> usize {
    one.iter().filter(|it| other.binary_search(it).is_ok()).count()
}

/// Whether two dates are two days near each other, of which neither document has both.
fn apart((one, mine): (&Document, &DateMention), (other, theirs): (&Document, &DateMention)) -> bool {
    mine.period != theirs.period && near(mine.period, theirs.period) && !has(other, mine.period) && !has(one, theirs.period)
}

fn near(one: Period, other: Period) -> bool {
    Period { from: one.shifted(-NEAR).from, to: one.shifted(NEAR).to }.touches(other)
}

/// Whether a document names that day too: then it tells of both.
fn has(document: &Document, day: Period) -> bool {
    document.reading.dates.iter().any(|it| it.period == day)
}

/// What was done on a day: the verb that the date hangs on, and who takes part.
struct Doing {
    verb: String,
    subject: BTreeSet<String>,
    object: BTreeSet<String>,
    told: String,
}

impl Doing {
    fn read(document: &Document, date: &DateMention) -> Option<Self> {
        let sentences = &document.reading.sentences;
        let at = sentences.partition_point(|it| it.span.end <= date.span.start);
        let sentence = sentences.get(at)?.span;
        let text = Text::new(sentence.of(document.plain()), lexicon());
        let start = date.span.start.checked_sub(sentence.start)?;
        let local = Span { start, end: start + date.span.end - date.span.start };
        let syntax = syntax(&text, 0..text.tokens.len());
        let group = syntax.group_at(text.token_at(start))?;
        let head = syntax.groups.get(group).and_then(|it| text.token(it.head))?;
        if !local.contains(head.span) {
            return None;
        }
        let hangs = |it: &&crate::language::Clause| {
            it.times.contains(&group) || it.attachments.iter().any(|it| it.group == group && it.preposition == "on")
        };
        let clause = syntax.clauses.iter().find(hangs)?;
        let told = clause.verb_tokens.clone().any(|it| matches!(syntax.tag(it), Tag::Past | Tag::Participle));
        if !told || clause.modal || clause.negated || SAYING.contains(&clause.lemma.as_str()) || clause.kind == ClauseKind::Infinitive {
            return None;
        }
        let words = |it: Option<usize>| it.map(|it| words(&text, &syntax, it)).unwrap_or_default();
        let subject = words(clause.subject);
        let named = clause.subject.and_then(|it| syntax.groups.get(it)).map(|it| it.tokens.clone());
        let first = named.and_then(|it| text.token(it.start)).map_or(clause.verb_tokens.start, |it| text.token_at(it.span.start));
        let span = text.token(first)?.span.join(text.token(clause.verb)?.span);
        let told = if first <= clause.verb { span.of(text.source).to_owned() } else { text.word(clause.verb).to_owned() };
        (!subject.is_empty()).then(|| Self { verb: clause.lemma.clone(), subject, object: words(clause.object), told })
    }

    /// Whether both tell of one doing: the same verb, the same who and what.
    fn is(&self, other: &Self, alike: &Alike) -> bool {
        let meet = |one: &BTreeSet<String>, other: &BTreeSet<String>| one.iter().any(|it| other.iter().any(|word| alike.same(it, word)));
        let objects = self.object.is_empty() == other.object.is_empty() && (self.object.is_empty() || meet(&self.object, &other.object));
        same_doing(alike, &self.verb, &other.verb) && meet(&self.subject, &other.subject) && objects
    }
}

/// Doings that come again every day.
const SAYING: [&str; 14] =
    ["add", "announce", "close", "condemn", "confirm", "deny", "fall", "meet", "report", "rise", "say", "speak", "tell", "urge"];

/// The names of a group, else the stem of its main word.
fn words(text: &Text<'_>, syntax: &Syntax, group: usize) -> BTreeSet<String> {
    let Some(it) = syntax.groups.get(group) else { return BTreeSet::new() };
    let names: BTreeSet<_> = names_in(text, it.tokens.clone(), false).into_iter().collect();
    if names.is_empty() && syntax.tag(it.head).is_noun() {
        return std::iter::once(stem(text.word(it.head)).to_lowercase()).collect();
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    fn check(one: &str, other: &str, expected: usize) {
        let place = "The court of Velden heard Anton Graf and Ida Holm.";
        let texts = [format!("{place} {one}"), format!("{place} {other}")];
        let found = found(&[("2025-06-19", &texts[0]), ("2025-06-19", &texts[1])]);
        assert_eq!(found.iter().filter(|it| it.starts_with("dating")).count(), expected, "{one} | {other}");
    }

    #[test]
    fn one_doing_is_not_on_two_days() {
        check("The trial against Graf opened on 13 January.", "The trial against Graf opened on 30 January.", 1);
        check("Graf's trial opened in Velden on 13 January.", "The trial of Graf, which opened in Velden on 14 January, was long.", 1);
    }

    #[test]
    fn other_doings_and_documents_that_tell_both_are_left_alone() {
        check("The trial against Graf opened on 13 January.", "The trial against Graf ended on 30 January.", 0);
        check("The trial against Graf opened on 13 January.", "The trial against Holm opened on 30 January, and Graf's on 13 January.", 0);
        check("The trial against Graf opened on 13 January.", "The trial against Graf will open on 30 June.", 0);
        check("The trial against Graf opened on 13 January.", "The hearing of Graf opened on 30 January.", 0);
    }
}
