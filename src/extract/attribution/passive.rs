//! Passives: `It was reported that …`, `Holm was told by the police that …`, `The plan was confirmed by the mayor`.
//!
//! The speaker is the agent behind "by"; where there is none, the text names nobody.

use std::ops::Range;

use super::cue::{Cue, Form, Frame};
use super::ending::{content_end, main_clause};
use super::frame::{Opening, content_start};
use super::passage::{Item, Shape};
use super::scan::Scan;
use super::stance::stance;
use super::subject::{subject_after, subject_before};
use super::verb::{VerbGroup, verb_group};
use super::{Rule, Stance};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "passive",
    reads: &[
        ("It was reported on Monday that the dam would hold.", &["-: the dam would hold"]),
        ("It was announced by the harbour board that the quay would close.", &["the harbour board: the quay would close"]),
        ("Holm was told by the police that the quay was closed.", &["the police: the quay was closed"]),
        ("The bridge was described by Anna Holm as unsafe.", &["Anna Holm: The bridge", "Anna Holm: as unsafe"]),
        ("The figures were confirmed by the ministry on Monday.", &["the ministry: The figures"]),
        ("The skipper is said to have sold nine boats.", &["-: The skipper", "-: to have sold nine boats"]),
        ("Asked whether the dam was old, Holm laughed.", &["-: whether the dam was old"]),
        ("The crew was asked by the mayor to mend the dam.", &["the mayor: to mend the dam"]),
        ("As reported by the Oslo Times, nine boats sank.", &["Oslo Times: nine boats sank"]),
        ("Nine boats sank, as reported by the Oslo Times.", &["Oslo Times: Nine boats sank"]),
    ],
    ignores: &["The figures were confirmed by noon.", "The boat was noted for its speed."],
};

/// Verbs whose passive with an infinitive tells what nobody in particular says: "is said to own".
const HEARSAY: [&str; 8] = ["allege", "claim", "estimate", "forecast", "predict", "report", "say", "state"];

pub(super) fn read(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue) -> Option<usize> {
    if cue.form != Form::Past {
        return None;
    }
    let items = scan.items;
    let group = verb_group(items, at, scan.from, cue.form);
    if !group.passive {
        return parenthetical(scan, at, cue).or_else(|| asked(scan, at, cue));
    }
    let subject = subject_before(items, group.start, scan.from)?;
    let by = agent(items, at + 1);
    let empty = subject.len() == 1 && items[subject.start].is("it");
    let by = by.or_else(|| told_by(items, at + 1, cue));
    if empty || cue.takes(Frame::ADDRESSEE) {
        return clause(scan, at, cue, &group, by.as_ref());
    }
    let next = by.as_ref().map_or(at + 1, |it| it.end);
    let reports = HEARSAY.contains(&cue.verb.lemma);
    if reports && items.get(next).is_some_and(|it| it.is("to")) && items.len() > next + 2 {
        let end = content_end(items, next, items.len());
        let source = scan.source(by.as_ref(), at, cue);
        scan.report(source, subject, Stance::Wishes);
        scan.report(source, next..end, Stance::Wishes);
        scan.from = end;
        return Some(end);
    }
    let by = by.filter(|_| cue.takes(Frame::NOUN) || cue.verb.lemma == "call")?;
    Some(described(scan, (at, cue), &group, subject, &by))
}

/// `It was reported that …`, `Holm was told that …`
fn clause(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue, group: &VerbGroup, by: Option<&Range<usize>>) -> Option<usize> {
    let items = scan.items;
    let verb = by.map_or(at, |it| it.end - 1);
    let (start, opening) = content_start(items, verb, items.len(), cue)?;
    let clause = matches!(opening, Opening::That | Opening::Question | Opening::Quote);
    let bare = opening == Opening::Bare && cue.takes(Frame::ADDRESSEE);
    // "was asked by the crew to leave": an order has somebody who gives it.
    let ordered = opening == Opening::Infinitive && by.is_some();
    if !clause && !bare && !ordered {
        return None;
    }
    let end = content_end(items, start, items.len());
    let source = scan.source(by, at, cue);
    scan.report(source, start..end, stance(cue, group, opening));
    scan.from = end;
    Some(end)
}

/// `The bridge was called a danger by Holm`, `… was described by Holm as unsafe`.
fn described(scan: &mut Scan<'_, '_, '_>, (at, cue): (usize, Cue), group: &VerbGroup, subject: Range<usize>, by: &Range<usize>) -> usize {
    let items = scan.items;
    let source = scan.source(Some(by), at, cue);
    let stance = stance(cue, group, Opening::Group);
    scan.report(source, subject, stance);
    let between = at + 1..by.start - 1;
    if items.get(between.clone()).is_some_and(|it| !it.is_empty() && !it[0].any(Class::PREPOSITION.or(Class::WEEKDAY).or(Class::DEICTIC))) {
        scan.report(source, between, stance);
    }
    if items.get(by.end).is_some_and(|it| it.is("as")) {
        scan.report(source, by.end..content_end(items, by.end, items.len()), stance);
    }
    scan.from = items.len().min(by.end);
    scan.subject = Some(by.clone());
    by.end
}

/// `As reported by the Times, …` and `…, as reported by the Times`.
fn parenthetical(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue) -> Option<usize> {
    let items = scan.items;
    let by = at + 1;
    let led = items.get(by).is_some_and(|it| it.is("by") || it.is("in"));
    let (as_, from) = (at.checked_sub(1).filter(|it| items[*it].is("as") && led)?, scan.from);
    let source = subject_after(items, by)?;
    let reported = scan.source(Some(&source), at, cue);
    let marked = items.get(source.end).is_none_or(|it| matches!(it.shape, Shape::Comma | Shape::Dash));
    if as_ == from && marked && items.len() > source.end + 3 {
        scan.report(reported, source.end + 1..items.len(), Stance::Asserts);
        scan.from = items.len();
        return Some(items.len());
    }
    if as_ >= from + 3 && marked && items[as_ - 1].shape == Shape::Comma {
        scan.report(reported, from..as_ - 1, Stance::Asserts);
        scan.from = source.end;
        return Some(source.end);
    }
    None
}

/// `Asked whether the dam would hold, Holm …`: a question before the main clause, whose asker is named behind "by" or not at all.
fn asked(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue) -> Option<usize> {
    let items = scan.items;
    let head = at == 0 || at == 1 && items[0].any(Class::CONJUNCTION);
    if !head || cue.verb.lemma != "ask" {
        return None;
    }
    let by = Some(at + 1).filter(|it| items.get(*it).is_some_and(|it| it.is("by"))).and_then(|it| subject_after(items, it));
    let start = by.as_ref().map_or(at + 1, |it| it.end);
    let comma = main_clause(items, start, items.len())?;
    let opens = items[start].one_of(words!["about", "how", "if", "to", "what", "when", "where", "whether", "who", "why"]);
    if !opens || comma < start + 2 {
        return None;
    }
    let source = scan.source(by.as_ref(), at, cue);
    scan.report(source, start..comma, Stance::Wishes);
    scan.from = comma;
    Some(comma)
}

/// Whoever tells somebody is a speaker, whatever the noun: "was told by the crew that".
fn told_by(items: &[Item<'_>], by: usize, cue: Cue) -> Option<Range<usize>> {
    let tells = cue.takes(Frame::ADDRESSEE) && items.get(by)?.is("by");
    subject_after(items, by).filter(|_| tells)
}

/// The agent behind "by", near the verb: a name, an office or a body.
fn agent(items: &[Item<'_>], from: usize) -> Option<Range<usize>> {
    let by = (from..items.len().min(from + 6)).take_while(|it| items[*it].is_word()).find(|it| items[*it].is("by"))?;
    if items[from..by].iter().any(|it| it.is("that") || it.is("to")) {
        return None;
    }
    let group = subject_after(items, by)?;
    let speaks = items[group.clone()].iter().any(|it| it.is_name() && !it.any(Class::MONTH) || it.any(Class::ROLE.or(Class::BODY_NOUN)));
    speaks.then_some(group)
}
