//! Where the content of a report ends: before a further report, its source, or the main clause.

use super::cue::{Cue, Form, Frame};
use super::frame::has_verb;
use super::passage::{Item, Shape, is_comma};
use super::verb::{is_adverb, is_past, is_subject_pronoun, is_verb};
use crate::text::{Class, Words, words};

/// Whether a verb behind "and" reports on: a past form, or the present of a verb that is hardly a noun.
fn goes_on_saying(cue: Cue) -> bool {
    const NO_NOUNS: [&str; 8] = ["add", "argue", "believe", "insist", "say", "tell", "warn", "write"];
    cue.form == Form::Past && !cue.takes(Frame::THOUGHT) || (cue.form == Form::Third && NO_NOUNS.contains(&cue.verb.lemma))
}

/// Whether a subject and a verb of saying follow: `…, Holm also noted`.
fn other_speaks(items: &[Item<'_>], at: usize, end: usize) -> bool {
    // "the report says": behind a determiner stands a noun.
    let cue = |it: &usize| items[*it].any(Class::SPEECH_CUE) && !items[*it].token.capital && !items[*it - 1].any(Class::DETERMINER);
    let verb = (at + 1..end.min(at + 7)).find(cue);
    let Some(verb) = verb.filter(|it| *it + 1 < end) else { return false };
    let group = items.get(at..verb).unwrap_or_default();
    let auxiliaries = group.iter().rev().take_while(|it| it.any(Class::AUXILIARY) && it.is_plain()).count();
    let (group, auxiliaries) = group.split_at(group.len() - auxiliaries);
    let form = items[verb].cue.map(|it| it.form);
    // "and the plan was announced" reports nothing of its own.
    let passive =
        form == Some(Form::Past) && auxiliaries.last().is_some_and(|it| it.one_of(words!["are", "be", "been", "is", "was", "were"]));
    if group.is_empty() || passive {
        return false;
    }
    let progressive = form == Some(Form::Gerund) && !auxiliaries.is_empty();
    let plural = group.last().is_some_and(|it| it.one_of(words!["others", "some", "they", "we"]) || it.is_plain() && it.ends_with("s"));
    let finite = |form| form == Form::Past || form == Form::Third || form == Form::Base && plural;
    if !progressive && !items[verb].cue.is_some_and(|it| finite(it.form) && !(it.form == Form::Base && it.takes(Frame::THOUGHT))) {
        return false;
    }
    let subject = group.iter().all(|it| {
        it.is_name()
            || it.any(Class::DETERMINER.or(Class::ROLE).or(Class::TITLE).or(Class::BODY_NOUN).or(Class::NOUN_CUE))
            || is_adverb(it)
            || is_subject_pronoun(it)
            || it.shape == Shape::Number
            || it.any(Class::NUMBER_WORD)
            || it.is("of")
            || it.word().contains('-')
    });
    let determined = group.last().is_some_and(|it| it.any(Class::DETERMINER));
    (subject || speakers(group)) && !determined && !group[0].one_of(words!["who", "which", "one", "some", "another"])
}

/// Whether common nouns make a group of people: "farm workers' groups", "consumer advocates".
fn speakers(group: &[Item<'_>]) -> bool {
    let noun = |it: &Item<'_>| {
        it.shape == Shape::Clitic
            || it.is_name()
            || it.is_plain() && !is_verb(it) && !it.any(Class::FUNCTION.or(Class::SPEECH_CUE)) && !it.ends_with("ing")
    };
    group.iter().all(noun) && group.last().is_some_and(|it| it.is_plain() && it.ends_with("s") && !it.ends_with("ss"))
}

/// The end before a verb of saying that shares the subject: `… and later said`, `…, even suggesting`.
fn said_further(items: &[Item<'_>], start: usize, at: usize) -> Option<usize> {
    let mut edge = at;
    while edge > start + 1 && at - edge < 3 && is_adverb(&items[edge - 1]) {
        edge -= 1;
    }
    let before = items.get(edge.checked_sub(1)?).filter(|_| edge > start)?;
    let cue = items[at].cue?;
    if cue.form == Form::Gerund {
        // What a quotation ends with stays in it.
        return is_comma(before).then_some(if before.is_quote() { edge } else { edge - 1 });
    }
    let joined = before.one_of(words!["and", "but"]) && edge > start + 1;
    (joined && !items[at].any(Class::NOUN_CUE) && goes_on_saying(cue)).then(|| before_joiner(items, start, edge - 1))
}

/// The end before the joiner at `at` and the mark that it may stand behind.
fn before_joiner(items: &[Item<'_>], start: usize, at: usize) -> usize {
    let mark = at > start && matches!(items[at - 1].shape, Shape::Comma | Shape::Dash | Shape::Semicolon);
    if mark { at - 1 } else { at }
}

/// Whether a word that subordinates opens the clause of `at`: `If Holm says …`, `Despite warnings that …`.
pub(super) fn led(items: &[Item<'_>], from: usize, at: usize) -> bool {
    const LEADING: &Words = words![
        "after",
        "although",
        "amid",
        "as",
        "because",
        "before",
        "contrary",
        "despite",
        "even",
        "following",
        "given",
        "if",
        "once",
        "since",
        "though",
        "unless",
        "until",
        "when",
        "while",
    ];
    let lead = items.get(from..at).unwrap_or_default();
    let first = lead.iter().position(|it| !it.one_of(words!["and", "but"]));
    first.is_some_and(|it| lead[it].one_of(LEADING)) && !lead.iter().any(|it| it.shape == Shape::Comma)
}

/// Where the main clause takes over behind a subordinate one: at the first comma with a subject and a verb behind it.
pub(super) fn main_clause(items: &[Item<'_>], start: usize, end: usize) -> Option<usize> {
    let comma = (start + 1..end).find(|it| {
        is_comma(&items[*it])
            && (*it > start + 1 || items[*it].is_quote())
            && items.get(it + 1).is_some_and(|it| {
                it.any(Class::DETERMINER.or(Class::ROLE))
                    || it.is_name()
                    || is_subject_pronoun(it)
                    || it.is("there")
                    || it.ends_with("s") && !is_verb(it)
            })
            && *it + 3 <= end
            && has_verb(items, it + 1, end)
    })?;
    // What a quotation ends with stays in it.
    Some(if items[comma].is_quote() { comma + 1 } else { comma })
}

/// Whether the words behind a quotation at the head of a report lead out of it.
fn leaves_quotation(items: &[Item<'_>], at: usize, end: usize) -> bool {
    let leads = items[at].any(Class::CONJUNCTION) || items[at].one_of(words!["after", "as", "before", "until", "when", "while"]);
    leads && at + 1 < end && !items[at + 1].is_quote() && !items[at + 1].is("that")
}

/// Whether "but" goes on with the clause before it: "but also led to", "but could not bear", "but that".
fn adds(items: &[Item<'_>], at: usize) -> bool {
    const FURTHER: &Words = words!["also", "could", "did", "even", "had", "might", "not", "only", "rather", "should", "that", "would"];
    items[at].is("but") && items.get(at + 1).is_some_and(|it| it.one_of(FURTHER))
}

/// Where the main clause goes on behind a report in a relative one: "the union, which said the mill would close, has left".
pub(super) fn relative_end(items: &[Item<'_>], start: usize, end: usize, clause: bool) -> usize {
    let reports = |it: &Item<'_>| it.is_plain() && it.cue.is_some_and(|it| matches!(it.form, Form::Past | Form::Third));
    let goes_on = |it: &usize| {
        let verb = (*it + 1..end).find(|it| !is_adverb(&items[*it])).filter(|_| items[*it].shape == Shape::Comma);
        verb.is_some_and(|it| is_verb(&items[it]) || reports(&items[it])) && (!clause || has_verb(items, start, *it))
    };
    (start + 1..end.saturating_sub(1)).find(goes_on).unwrap_or(end)
}

/// Where the subject does something else behind a noun group or an infinitive: "announced a plan and has hired nine pilots".
pub(super) fn further_predicate(items: &[Item<'_>], start: usize, end: usize) -> Option<usize> {
    let clause =
        |it: &usize| items[*it].one_of(words!["and", "but"]) && items[*it - 1].shape == Shape::Comma && has_verb(items, it + 1, end);
    let joiner = predicate_behind(items, start, end).or_else(|| (start + 1..end).find(clause))?;
    let edge = before_joiner(items, start, joiner);
    (edge > start && !has_verb(items, start, edge)).then_some(edge)
}

/// The joiner that a further predicate without a subject stands behind.
pub(super) fn predicate_behind(items: &[Item<'_>], start: usize, end: usize) -> Option<usize> {
    (start + 1..end).find(|it| items[*it].one_of(words!["and", "but"]) && predicate(items, it + 1, end))
}

/// Whether a finite verb without a subject stands at `at`.
fn predicate(items: &[Item<'_>], at: usize, end: usize) -> bool {
    let Some(verb) = (at..end).find(|it| !is_adverb(&items[*it])) else { return false };
    let item = &items[verb];
    // "a new and improved plan", "the dead and wounded at sea" describe.
    let next = items.get(verb + 1).filter(|_| verb + 1 < end);
    let object = next.is_some_and(|it| it.any(Class::DETERMINER) || it.is("to"));
    let governs = next.is_none_or(|it| !it.is_word() || it.any(Class::PREPOSITION) || is_adverb(it) || it.is_name());
    item.is_plain() && (item.any(Class::AUXILIARY) || is_past(item) && object || item.any(Class::FINITE) && (object || governs))
}

/// The first semicolon behind which another source speaks, or the end.
pub(super) fn other_source(items: &[Item<'_>], start: usize) -> usize {
    let end = items.len();
    let semicolon = (start + 1..end).find(|it| items[*it].shape == Shape::Semicolon && speaks_behind(items, it + 1, end));
    semicolon.unwrap_or(end)
}

/// Whether the clause at `at` has a source of its own, be it in its middle: "; the toll, one official said, is higher".
fn speaks_behind(items: &[Item<'_>], at: usize, end: usize) -> bool {
    let end = (at..end).find(|it| items[*it].shape == Shape::Semicolon).unwrap_or(end);
    let commas = (at..end).filter(|it| items[*it].shape == Shape::Comma);
    other_speaks(items, at, end)
        || commas.into_iter().any(|it| items.get(it + 1).is_some_and(Item::is_word) && other_speaks(items, it + 1, end))
}

/// The end of a clause that opens at `start`: before another report, or the source of this one.
pub(super) fn content_end(items: &[Item<'_>], start: usize, end: usize) -> usize {
    for at in start + 1..end {
        let item = &items[at];
        let before = &items[at - 1];
        let cue = item.any(Class::SPEECH_CUE);
        if cue && let Some(cut) = said_further(items, start, at) {
            return cut;
        }
        if before.shape == Shape::Semicolon && speaks_behind(items, at, end) {
            return at - 1;
        }
        let joined = before.one_of(words!["and", "but"]) || matches!(before.shape, Shape::Dash | Shape::Semicolon);
        if joined && at > start + 3 && other_speaks(items, at, end) {
            return before_joiner(items, start, at - 1);
        }
        if !is_comma(before) {
            continue;
        }
        // What a quotation ends with stays in it.
        let cut = if before.is_quote() { at } else { at - 1 };
        // "wrote, "Go," and left": a clause behind the quotation is the writer's.
        if at == start + 1 && before.is_quote() && leaves_quotation(items, at, end) {
            return cut;
        }
        if item.is("according") || item.one_of(words!["citing", "calling", "referring", "describing"]) {
            return cut;
        }
        if item.one_of(words!["which", "who"]) && other_speaks(items, at + 1, end) {
            return cut;
        }
        if item.one_of(words!["but", "though", "although"]) && at > start + 3 && !adds(items, at)
            || other_speaks(items, at, end)
            || item.one_of(words!["while", "whereas"]) && other_speaks(items, at + 1, end)
        {
            return cut;
        }
    }
    end
}
