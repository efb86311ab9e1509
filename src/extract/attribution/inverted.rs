//! The verb before its subject: `"…," said Holm`, `The dam holds, said the mayor`.

use super::cue::{Cue, Form, Frame};
use super::frame::has_verb;
use super::passage::{Item, Shape};
use super::scan::Scan;
use super::subject::{subject_after, subject_before};
use super::verb::{is_adverb, is_saying, is_subject_pronoun, is_verb, verb_group};
use super::{Rule, Stance};
use crate::text::Class;

pub(super) const RULE: Rule = Rule {
    name: "inverted",
    reads: &[
        ("\"The dam will hold,\" said Anna Holm, the mayor.", &["Anna Holm: \"The dam will hold,\""]),
        ("The dam will hold, said engineers at the site.", &["engineers at the site: The dam will hold"]),
        (
            "\"The dam will hold,\" said Anna Holm. \"It always has.\"",
            &["Anna Holm: \"The dam will hold,\"", "Anna Holm: \"It always has.\""],
        ),
        ("The dam, says Anna Holm, will hold.", &["Anna Holm: The dam", "Anna Holm: will hold"]),
        ("The dam will hold, said one engineer.", &["one engineer: The dam will hold"]),
        ("Said Holm: \"The dam will hold.\"", &["Holm: \"The dam will hold.\""]),
    ],
    ignores: &["The deal, said to be worth millions, fell through."],
};

pub(super) fn read(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue) -> Option<usize> {
    if cue.form == Form::Gerund || cue.form == Form::Base && cue.verb.lemma != "read" || cue.takes(Frame::THOUGHT.or(Frame::OF)) {
        return None;
    }
    let items = scan.items;
    if at == 0 && cue.takes(Frame::CLAUSE.or(Frame::THAT)) {
        return ahead(scan, cue);
    }
    if let Some(end) = inserted(scan, at, cue) {
        return Some(end);
    }
    let quote = quote_before(scan, at);
    // Behind a clause, only the commonest verbs turn round.
    let clause = at >= scan.from + 4 && items[at - 1].shape == Shape::Comma && cue.takes(Frame::CLAUSE.or(Frame::THAT));
    if quote.is_none() && !clause {
        return None;
    }
    let subject = subject_after(items, at)?;
    // "…, but for some the losses outweigh the gains, said Holm": nothing else can stand at the end.
    let closing = subject.end == items.len() && cue.verb.lemma == "say" && has_verb(items, scan.from, at - 1);
    // "Holm, who knew the dam, said the water came early": a clause follows, and no source.
    let closing = closing && !has_verb(items, subject.start, subject.end) && !items[subject.clone()].iter().any(is_adverb);
    if quote.is_none()
        && !closing
        && (items[subject.start].is("to") || subject_before(items, verb_group(items, at, scan.from, cue.form).start, scan.from).is_some())
    {
        return None;
    }
    // Behind a clause, only "say" turns round with what is no name.
    if quote.is_none() && subject.len() == 1 && is_subject_pronoun(&items[subject.start]) {
        return None;
    }
    let name = items[subject.clone()].iter().any(Item::is_name) && subject.end == items.len() && cue.form == Form::Past;
    if quote.is_none() && cue.verb.lemma != "say" && !name {
        return None;
    }
    let source = scan.source(Some(&subject), at, cue);
    match quote {
        Some(quote) => {
            // What leads up to the quotation in the same sentence is part of what was said.
            let mut start = scan.from;
            while start < quote && (items[start].any(Class::CONJUNCTION) || items[start].shape == Shape::Comma) {
                start += 1;
            }
            let leads = start < quote && !items.get(start..quote)?.iter().any(is_saying);
            scan.report(source, if leads { start } else { quote }..quote + 1, Stance::Asserts);
        }
        None => scan.report(source, scan.from..at - 1, Stance::Asserts),
    }
    scan.subject = Some(subject.clone());
    // "…," said Holm, "…"
    for next in subject.end + 1..items.len() {
        let before = &items[next - 1];
        // A short form may have hidden the end of the sentence: "…, of Oslo, N.D. "…""
        let set_off = matches!(before.shape, Shape::Comma | Shape::Colon | Shape::Dash) || before.word().ends_with('.');
        if items[next].is_quote() && items[next].words >= 3 && set_off {
            scan.report(source, next..next + 1, Stance::Asserts);
            break;
        }
    }
    scan.from = subject.end;
    Some(subject.end)
}

/// `The dam, says Holm, is safe`: verb and subject between commas, with the clause going on behind them.
fn inserted(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue) -> Option<usize> {
    let items = scan.items;
    let before = at.checked_sub(1).filter(|it| *it > scan.from && items[*it].shape == Shape::Comma)?;
    let apposed = items[scan.from..before].iter().any(|it| matches!(it.shape, Shape::Comma | Shape::Quote));
    let subject = subject_after(items, at).filter(|_| !apposed && cue.verb.lemma == "say")?;
    let comma = items.get(subject.end).is_some_and(|it| it.shape == Shape::Comma);
    if !comma || !items.get(subject.end + 1).is_some_and(|it| is_verb(it)) {
        return None;
    }
    let source = scan.source(Some(&subject), at, cue);
    scan.report(source, scan.from..before, Stance::Asserts);
    scan.report(source, subject.end + 1..items.len(), Stance::Asserts);
    scan.from = items.len();
    scan.subject = Some(subject);
    Some(items.len())
}

/// `Said Holm: "…"`, `Writes Holm, "…"`: verb and subject before what is said.
fn ahead(scan: &mut Scan<'_, '_, '_>, cue: Cue) -> Option<usize> {
    let items = scan.items;
    let subject = subject_after(items, 0).filter(|it| it.start == 1)?;
    let colon = (subject.end..items.len().min(subject.end + 20))
        .find(|it| items[*it].shape == Shape::Colon || items[*it].is_quote() && *it <= subject.end + 1)?;
    let start = if items[colon].is_quote() { colon } else { colon + 1 };
    let told = start > subject.end && items.get(start).is_some_and(|it| it.is_quote() || items[colon].shape == Shape::Colon);
    if !told || has_verb(items, subject.end, colon) {
        return None;
    }
    let source = scan.source(Some(&subject), 0, cue);
    scan.report(source, start..items.len(), Stance::Asserts);
    scan.subject = Some(subject);
    scan.from = items.len();
    Some(items.len())
}

/// The quotation right before the verb.
fn quote_before(scan: &Scan<'_, '_, '_>, at: usize) -> Option<usize> {
    let comma = at >= scan.from + 2 && matches!(scan.items[at - 1].shape, Shape::Comma | Shape::Dash);
    let quote = if comma { at - 2 } else { at.checked_sub(1)? };
    (quote >= scan.from && scan.items[quote].is_quote()).then_some(quote)
}
