//! Where the content of a report ends: before a further report, its source, or the main clause.

use super::cue::{Cue, Form, Frame};
use super::frame::has_verb;
use super::passage::{Item, Shape, is_comma};
use super::verb::{BE, is_adverb, is_subject_pronoun, is_verb};
use crate::text::Class;

/// Whether a verb behind "and" reports on: a past form, or the present of a verb that is hardly a noun.
fn goes_on_saying(cue: Cue) -> bool {
    const NO_NOUNS: [&str; 8] = ["add", "argue", "believe", "insist", "say", "tell", "warn", "write"];
    cue.form == Form::Past && !cue.takes(Frame::THOUGHT) || (cue.form == Form::Third && NO_NOUNS.contains(&cue.verb.lemma))
}

/// Whether a subject and a verb of saying follow: `…, Holm also noted`.
fn other_speaks(items: &[Item<'_>], at: usize, end: usize) -> bool {
    let verb = (at + 1..end.min(at + 7)).find(|it| items[*it].any(Class::SPEECH_CUE) && !items[*it].capital);
    let Some(verb) = verb.filter(|it| *it + 1 < end) else { return false };
    let mut group = items.get(at..verb).unwrap_or_default();
    // "And Holm is promising to mend it".
    let saying =
        group.len() > 1 && group.last().is_some_and(|it| it.one_of(&BE)) && items[verb].cue.is_some_and(|it| it.form == Form::Gerund);
    if saying {
        group = &group[..group.len() - 1];
    }
    let plural = group.last().is_some_and(|it| it.one_of(&["others", "some", "they", "we"]) || it.is_plain() && it.ends_with("s"));
    let finite = |form| form == Form::Past || form == Form::Third || form == Form::Base && plural;
    if !saying && !items[verb].cue.is_some_and(|it| finite(it.form) && !(it.form == Form::Base && it.takes(Frame::THOUGHT))) {
        return false;
    }
    let subject = group.iter().all(|it| {
        it.is_name()
            || it.any(Class::DETERMINER.or(Class::ROLE).or(Class::TITLE).or(Class::BODY_NOUN))
            || is_adverb(it)
            || is_subject_pronoun(it)
            || it.shape == Shape::Number
            || it.any(Class::NUMBER_WORD)
            || it.is("of")
            || it.word.contains('-')
    });
    let determined = group.last().is_some_and(|it| it.any(Class::DETERMINER));
    subject && !determined && !group[0].one_of(&["who", "which", "one", "some", "another"])
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
    let joined = before.one_of(&["and", "but"]) && edge > start + 1;
    (joined && !items[at].any(Class::NOUN_CUE) && goes_on_saying(cue)).then(|| before_joiner(items, start, edge - 1))
}

/// The end before the joiner at `at` and the mark that it may stand behind.
fn before_joiner(items: &[Item<'_>], start: usize, at: usize) -> usize {
    let mark = at > start && matches!(items[at - 1].shape, Shape::Comma | Shape::Dash | Shape::Semicolon);
    if mark { at - 1 } else { at }
}

/// Whether a word that subordinates opens the clause of `at`: `If Holm says …`, `Despite warnings that …`.
pub(super) fn led(items: &[Item<'_>], from: usize, at: usize) -> bool {
    const LEADING: [&str; 16] = [
        "after", "although", "amid", "as", "because", "before", "despite", "even", "if", "once", "since", "though", "unless", "until",
        "when", "while",
    ];
    let lead = items.get(from..at).unwrap_or_default();
    let first = lead.iter().position(|it| !it.one_of(&["and", "but"]));
    first.is_some_and(|it| lead[it].one_of(&LEADING)) && !lead.iter().any(|it| it.shape == Shape::Comma)
}

/// Where the main clause takes over behind a subordinate one: at the first comma with a subject and a verb behind it.
pub(super) fn main_clause(items: &[Item<'_>], start: usize, end: usize) -> Option<usize> {
    (start + 2..end).find(|it| {
        items[*it].shape == Shape::Comma
            && items.get(it + 1).is_some_and(|it| {
                it.any(Class::DETERMINER.or(Class::ROLE))
                    || it.is_name()
                    || is_subject_pronoun(it)
                    || it.is("there")
                    || it.ends_with("s") && !is_verb(it)
            })
            && *it + 3 <= end
            && has_verb(items, it + 1, end)
    })
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
        let joined = before.one_of(&["and", "but"]) || matches!(before.shape, Shape::Dash | Shape::Semicolon);
        if joined && at > start + 3 && other_speaks(items, at, end) {
            return before_joiner(items, start, at - 1);
        }
        if !is_comma(before) {
            continue;
        }
        // What a quotation ends with stays in it.
        let cut = if before.is_quote() { at } else { at - 1 };
        if item.is("according") || item.one_of(&["citing", "calling", "referring", "describing"]) {
            return cut;
        }
        if item.one_of(&["but", "though", "although"]) && at > start + 3
            || other_speaks(items, at, end)
            || item.one_of(&["while", "whereas"]) && other_speaks(items, at + 1, end)
        {
            return cut;
        }
    }
    end
}
