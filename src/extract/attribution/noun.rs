//! Nouns of saying with their possessor: `Holm's claim that …`, `Holm put the number at 40`, `Danish estimates were lower`.

use std::ops::Range;

use super::cue::Form;
use super::frame::has_verb;
use super::passage::{Item, Shape};
use super::scan::{Scan, Source};
use super::subject::subject_before;
use super::verb::verb_group;
use super::{Rule, Stance};
use crate::text::Class;

pub(super) const RULE: Rule = Rule {
    name: "noun",
    reads: &[
        ("Nobody trusted Anna Holm's claim that the dam would hold.", &["Anna Holm: the dam would hold"]),
        ("Holm has put the number of boats at 40.", &["Holm: the number of boats at 40"]),
        ("Danish estimates were lower, about 30.", &["Danish estimates: lower, about 30"]),
    ],
    ignores: &["The claim that the dam broke spread fast."],
};

pub(super) fn read(scan: &mut Scan<'_, '_, '_>) {
    for at in 0..scan.items.len() {
        let item = &scan.items[at];
        if item.any(Class::NOUN_CUE) {
            claim(scan, at);
            figures(scan, at);
        } else if item.any(Class::RATING) {
            put(scan, at);
        }
    }
}

/// `Holm's claim that …`
fn claim(scan: &mut Scan<'_, '_, '_>, at: usize) {
    let items = scan.items;
    if !items.get(at + 1).is_some_and(|it| it.is("that")) || at + 4 > items.len() {
        return;
    }
    let Some(speaker) = possessor(items, at) else { return };
    let end = super::frame::content_end(items, at + 2, items.len());
    if !has_verb(items, at + 2, end) {
        return;
    }
    let source = source(scan, Some(&speaker), at..at + 1);
    scan.report(source, at + 2..end, Stance::Asserts);
}

/// The possessor of the noun at `at`: `Holm` of "Holm's latest claim", `his` of "his claim".
fn possessor(items: &[Item<'_>], at: usize) -> Option<Range<usize>> {
    let own = (at.saturating_sub(3)..at)
        .rev()
        .find(|it| items[*it].shape == Shape::Clitic || items[*it].one_of(&["his", "her", "their", "its"]))?;
    if items[own].shape != Shape::Clitic {
        return Some(own..own + 1);
    }
    subject_before(items, own, 0)
}

/// `Danish estimates were lower, about 30`: an estimate as the subject of its sentence.
fn figures(scan: &mut Scan<'_, '_, '_>, at: usize) {
    let items = scan.items;
    if !items[at].one_of(&["estimate", "estimates", "figures", "projections", "forecasts", "assessments"]) || at == 0 {
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
    let end = super::frame::content_end(items, figure, items.len());
    scan.report(source, at + 1..end, Stance::Asserts);
}

fn source(scan: &Scan<'_, '_, '_>, speaker: Option<&Range<usize>>, cue: Range<usize>) -> Source {
    Source { mention: speaker.map(|it| scan.span(it.clone())), cue: Some(scan.span(cue)), verb: "estimate" }
}
