//! Nouns of saying with their possessor: `Holm's claim that …`, `Holm put the number at 40`, `Danish estimates were lower`.

use std::ops::Range;

use super::cue::Form;
use super::ending::{content_end, led, main_clause};
use super::passage::{Item, Shape};
use super::scan::{Scan, Source};
use super::subject::{subject_after, subject_before};
use super::verb::verb_group;
use super::{Rule, Stance};
use crate::text::{Class, Words, words};

pub(super) const RULE: Rule = Rule {
    name: "noun",
    reads: &[
        ("Nobody trusted Anna Holm's claim that the dam would hold.", &["Anna Holm: the dam would hold"]),
        ("The mayor's view is that the dam would hold.", &["The mayor: the dam would hold"]),
        ("Despite warnings from the mayor that the dam would break, nobody left.", &["the mayor: the dam would break"]),
        ("Holm issued a warning that the dam would break.", &["Holm: the dam would break"]),
        ("Brandt dismissed claims that the dam had broken.", &["Brandt: the dam had broken"]),
        ("Despite her promise that the dam would hold, nobody stayed.", &["her: the dam would hold"]),
        ("The mayor announced plans this week to close the dam.", &["The mayor: to close the dam"]),
        ("Holm has put the number of boats at 40.", &["Holm: the number of boats at 40"]),
        ("As Holm put it, the dam was dead.", &["Holm: the dam was dead"]),
        ("Danish estimates were lower, about 30.", &["Danish estimates: lower, about 30"]),
    ],
    ignores: &["The claim that the dam broke spread fast."],
};

pub(super) fn read(scan: &mut Scan<'_, '_, '_>) {
    for (at, item) in scan.items.iter().enumerate() {
        if item.any(Class::NOUN_CUE) {
            claim(scan, at);
            figures(scan, at);
        } else if item.any(Class::RATING) {
            put(scan, at);
        }
    }
}

/// `Holm's claim that …`, `warnings from Holm that …`, `Holm dismissed claims that …`
fn claim(scan: &mut Scan<'_, '_, '_>, at: usize) {
    let items = scan.items;
    let author = author(items, at + 1);
    let that = author.as_ref().map_or(at + 1, |it| it.end);
    let plans = items[at].one_of(words!["offer", "plan", "plans"]);
    if items[at].one_of(PURPOSES) && (plans || !items.get(that).is_some_and(|it| it.is("that"))) {
        purpose(scan, at, that);
        return;
    }
    // "Holm's view is that".
    let owned = || items[at].one_of(HELD) && (author.is_some() || possessor(items, at).is_some());
    let that = if items.get(that).is_some_and(|it| it.one_of(words!["is", "was"])) && owned() { that + 1 } else { that };
    if !items.get(that).is_some_and(|it| it.is("that")) || that + 3 > items.len() {
        return;
    }
    let speaker = author.or_else(|| possessor(items, at)).map(|it| (it, Stance::Asserts));
    let Some((speaker, stance)) = speaker.or_else(|| doer(items, at)) else { return };
    let end = content_end(items, that + 1, items.len());
    let end = if led(items, scan.from, at) { main_clause(items, that + 1, end).unwrap_or(end) } else { end };
    if end < that + 3 {
        return;
    }
    let source = Source { verb: "claim", ..source(scan, Some(&speaker), at..at + 1) };
    scan.report(source, that + 1..end, stance);
}

/// Nouns of what somebody holds, which may be told behind "is": an argument may be nobody's.
const HELD: &Words = words![
    "assessment",
    "belief",
    "claim",
    "conclusion",
    "contention",
    "finding",
    "judgement",
    "judgment",
    "opinion",
    "prediction",
    "view"
];

/// Nouns of what somebody says they will do.
const PURPOSES: &Words = words!["offer", "plan", "plans", "pledge", "pledges", "promise", "promises", "threat", "threats", "vow", "vows"];

/// `Holm repeated her promise to mend the dam`, `Holm announced plans to mend the dam`.
fn purpose(scan: &mut Scan<'_, '_, '_>, at: usize, behind: usize) -> Option<()> {
    let items = scan.items;
    let to = (behind..items.len().min(behind + 3))
        .take_while(|it| items[*it].is_word() && !items[*it].is("not"))
        .find(|it| items[*it].is("to"))?;
    items.get(to + 1).filter(|it| it.is_plain() && !it.any(Class::DETERMINER))?;
    let announced = at > 1 && items[at - 1].one_of(words!["announced", "announces", "outlined", "unveiled"]);
    let speaker = if announced {
        subject_before(items, verb_group(items, at - 1, 0, Form::Past).start, 0)?
    } else {
        doer(items, at).filter(|it| it.1 == Stance::Asserts && !items[at].one_of(words!["plan", "plans"]))?.0
    };
    let end = content_end(items, to, items.len());
    let end = if led(items, scan.from, at) { main_clause(items, to, end).unwrap_or(end) } else { end };
    let source = Source { verb: "promise", ..source(scan, Some(&speaker), at..at + 1) };
    scan.report(source, to..end, Stance::Wishes);
    Some(())
}

/// Who stands behind the noun: "claims by Holm", "a warning from the mayor".
fn author(items: &[Item<'_>], link: usize) -> Option<Range<usize>> {
    let linked = items.get(link)?.one_of(words!["by", "from"]);
    subject_after(items, link).filter(|_| linked)
}

/// Verbs that make a report of the noun that they govern, and those that turn against it.
const MAKING: &Words = words![
    "express",
    "expressed",
    "expresses",
    "gave",
    "give",
    "given",
    "gives",
    "issued",
    "made",
    "make",
    "makes",
    "offered",
    "raised",
    "reiterated",
    "renewed",
    "repeated",
    "sent",
    "stressed",
    "voiced",
];
const REJECTING: &Words = words!["denied", "denies", "dismissed", "dismisses", "disputed", "rebuffed", "refuted", "rejected", "rejects"];

/// The subject of the verb that governs the noun at `at`: "Holm issued a warning", "Holm dismissed claims".
fn doer(items: &[Item<'_>], at: usize) -> Option<(Range<usize>, Stance)> {
    let verb = (at.saturating_sub(4)..at)
        .rev()
        .take_while(|it| items[*it].is_word())
        .find(|it| items[*it].one_of(MAKING) || items[*it].one_of(REJECTING))?;
    let stance = if items[verb].one_of(REJECTING) { Stance::Denies } else { Stance::Asserts };
    let group = verb_group(items, verb, 0, Form::Past);
    let speaker = subject_before(items, group.start, 0).filter(|_| !group.passive)?;
    Some((speaker, if group.negated || group.refused { Stance::Withholds } else { stance }))
}

/// Who makes the report that the noun at `at` names: "In 1990 Holm made this remark".
pub(super) fn maker(items: &[Item<'_>], at: usize) -> Option<Range<usize>> {
    doer(items, at).map(|it| it.0)
}

/// The possessor of the noun at `at`: `Holm` of "Holm's latest claim", `his` of "his claim".
fn possessor(items: &[Item<'_>], at: usize) -> Option<Range<usize>> {
    let own = (at.saturating_sub(3)..at)
        .rev()
        .find(|it| items[*it].shape == Shape::Clitic || items[*it].one_of(words!["his", "her", "their", "its"]))?;
    if items[own].shape != Shape::Clitic {
        return Some(own..own + 1);
    }
    subject_before(items, own, 0)
}

/// `Danish estimates were lower, about 30`: an estimate as the subject of its sentence.
fn figures(scan: &mut Scan<'_, '_, '_>, at: usize) {
    let items = scan.items;
    if !items[at].one_of(words!["estimate", "estimates", "figures", "projections", "forecasts", "assessments"]) || at == 0 {
        return;
    }
    let start =
        (at.saturating_sub(4)..at).rev().take_while(|it| items[*it].is_word() && !items[*it].any(Class::CONJUNCTION)).last().unwrap_or(at);
    let Some(verb) = items.get(at + 1).filter(|it| it.any(Class::AUXILIARY)) else { return };
    let opens = start == 0 || !items[start - 1].is_word() || items[start - 1].any(Class::CONJUNCTION);
    let named = opens && items[start..at].iter().any(Item::is_name);
    if !named || !verb.is_word() || at + 3 > items.len() {
        return;
    }
    let source = source(scan, Some(&(start..at + 1)), at..at + 1);
    scan.report(source, at + 2..items.len(), Stance::Asserts);
}

/// `Holm put the number of boats at 40`.
fn put(scan: &mut Scan<'_, '_, '_>, at: usize) {
    let items = scan.items;
    if items.get(at + 1).is_some_and(|it| it.is("it")) {
        put_it(scan, at);
        return;
    }
    let figure = (at + 2..items.len().min(at + 16)).find(|it| {
        items[*it].is("at")
            && items
                .get(*it + 1..(*it + 5).min(items.len()))
                .is_some_and(|it| it.iter().any(|it| it.shape == Shape::Number || it.any(Class::NUMBER_WORD)))
    });
    let Some(figure) = figure else { return };
    if items[at + 1..figure].iter().any(|it| matches!(it.shape, Shape::Comma | Shape::Quote)) {
        return;
    }
    let group = verb_group(items, at, 0, Form::Past);
    let Some(speaker) = subject_before(items, group.start, 0) else { return };
    let source = source(scan, Some(&speaker), at..at + 1);
    let end = content_end(items, figure, items.len());
    scan.report(source, at + 1..end, Stance::Asserts);
}

/// `As Holm put it, the dam was dead`, `Holm put it bluntly: "…"`.
fn put_it(scan: &mut Scan<'_, '_, '_>, at: usize) -> Option<()> {
    let items = scan.items;
    let group = verb_group(items, at, 0, Form::Past);
    let speaker = subject_before(items, group.start, 0)?;
    let source = Source { verb: "say", ..source(scan, Some(&speaker), at..at + 2) };
    let mark = (at + 2..items.len().min(at + 6)).find(|it| !items[*it].is_word() || items[*it].any(Class::PREPOSITION));
    let closed = mark.is_none_or(|it| matches!(items[it].shape, Shape::Comma | Shape::Colon | Shape::Quote));
    let led = speaker.start.checked_sub(1).filter(|it| items[*it].is("as"));
    match (led, mark) {
        (Some(as_), _) if as_ >= 2 && closed => {
            // A quotation right before it is what was put so.
            let mark = usize::from(items[as_ - 1].shape == Shape::Comma);
            let quote = as_ - 1 - mark;
            let start = if items[quote].is_quote() { quote } else { 0 };
            scan.report(source, start..as_, Stance::Asserts);
        }
        (_, Some(mark)) if closed => {
            let start = if items[mark].is_quote() { mark } else { mark + 1 };
            scan.report(source, start..items.len(), Stance::Asserts);
        }
        _ => {}
    }
    Some(())
}

fn source(scan: &Scan<'_, '_, '_>, speaker: Option<&Range<usize>>, cue: Range<usize>) -> Source {
    Source { mention: speaker.map(|it| scan.span(it.clone())), cue: Some(scan.span(cue)), verb: "estimate" }
}
