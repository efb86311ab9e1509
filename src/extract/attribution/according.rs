//! `According to Holm, …`; `…, according to Holm`; `based on Holm's statements, …`.

use std::ops::Range;

use super::ending::other_source;
use super::frame::has_verb;
use super::passage::{Item, Shape};
use super::scan::{Scan, Source};
use super::spoken::joins;
use super::verb::is_verb;
use super::{Rule, Stance};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "according",
    reads: &[
        ("According to the harbour police, nine boats sank.", &["the harbour police: nine boats sank"]),
        ("Nine boats sank, according to Anna Holm, a diver.", &["Anna Holm: Nine boats sank"]),
        ("Nine boats sank, according to Holm, and the quay was closed.", &["Holm: Nine boats sank", "Holm: and the quay was closed"]),
        ("Boats sank, but according to Holm, nobody died.", &["Holm: nobody died"]),
        ("The dam, according to Holm, is safe.", &["Holm: The dam", "Holm: is safe"]),
        (
            "According to Anna Holm, Peter Brandt and the harbour police, nine boats sank.",
            &["Anna Holm, Peter Brandt and the harbour police: nine boats sank"],
        ),
        ("Per the coast guard, nine boats sank.", &["the coast guard: nine boats sank"]),
        ("In Holm's view, the dam is safe.", &["Holm: the dam is safe"]),
        ("In the words of Anna Holm, the dam is dead.", &["Anna Holm: the dam is dead"]),
        ("Based on Holm's statements, nine boats sank.", &["Holm: nine boats sank"]),
    ],
    ignores: &["The seats were given out according to size.", "Boats paid 40 kroner per day, and more in May."],
};

pub(super) fn read(scan: &mut Scan<'_, '_, '_>) {
    let items = scan.items;
    // Most words lead in no source.
    let mut leads = items.iter().enumerate().filter(|(_, it)| it.any(Class::SOURCE.or(Class::PREPOSITION)));
    let Some((at, after)) = leads.find_map(|(at, _)| opener(items, at).map(|after| (at, after))) else { return };
    let end = listed_end(items, after, apposed_end(items, after, group_end(items, after)));
    // "according to size" names nobody.
    let group = items.get(after..end).unwrap_or_default();
    let speaks = group.len() > 1
        || group.iter().any(|it| it.is_name() || it.any(Class::ROLE.or(Class::BODY_NOUN).or(Class::NOUN_CUE).or(Class::PRONOUN)));
    if end == after || !speaks {
        return;
    }
    let group = speaker(items, after..end);
    let cue = items[at].token.span.join(items[after - 1].token.span);
    let source = Source { mention: Some(scan.span(group.clone())), cue: Some(cue), verb: "according to" };
    // "…, but according to Holm, …" leads into what follows too.
    let joined = at > 2 && items[at - 1].any(Class::CONJUNCTION) && items.get(end).is_some_and(|it| it.shape == Shape::Comma);
    let leading = at == 0 || (at <= 2 && !items[0].is_quote()) || joined;
    if leading {
        let comma = (end..items.len()).filter(|it| items[*it].shape == Shape::Comma);
        let Some(start) = start_behind(items, comma, end) else { return };
        scan.report(source, start..other_source(items, start), Stance::Asserts);
        if !joined {
            scan.from = start;
        }
    } else {
        let mut before = at;
        while before > 0 && !items[before - 1].is_word() && !items[before - 1].is_quote() && items[before - 1].shape != Shape::Aside {
            before -= 1;
        }
        if before == 0 {
            return;
        }
        scan.report(source, 0..before, Stance::Asserts);
        scan.from = items.len().min(end);
        // "…, according to Holm, who …" explains; a quotation goes on.
        if items.get(end + 1).is_some_and(|it| it.is_quote() && it.words >= 3 && items[end].shape == Shape::Comma) {
            scan.report(source, end + 1..end + 2, Stance::Asserts);
        } else if items.get(end).is_some_and(|it| it.shape == Shape::Comma)
            && (joins(items, end + 1) || items.get(end + 1).is_some_and(is_verb) && !has_verb(items, 0, before))
        {
            scan.report(source, end + 1..items.len(), Stance::Asserts);
            scan.from = items.len();
        }
    }
    scan.subject = Some(group);
}

/// The item after `according to`, `based on`, `per`, `in the words of` at `at`.
fn opener(items: &[Item<'_>], at: usize) -> Option<usize> {
    // Many words are prepositions, and few of them are set off.
    let sets_off = at == 0 || items[at - 1].shape == Shape::Comma;
    if !items[at].any(if sets_off { Class::SOURCE.or(Class::PREPOSITION) } else { Class::SOURCE }) {
        return None;
    }
    let next = items.get(at + 1).filter(|_| items[at].any(Class::SOURCE) || items[at].one_of(words!["by", "in"]))?;
    if items[at].is("according") && next.is("to") {
        return Some(at + 2);
    }
    if items[at].is("per") {
        // "per Holm", "per the coast guard", but not "per hour".
        let marked = (at + 2..items.len().min(at + 8)).find(|it| !items[*it].is_word() && items[*it].shape != Shape::Clitic);
        let closed = marked.is_some_and(|it| items[it].shape == Shape::Comma) || at > 0 && marked.is_none();
        let speaks = items.get(at + 1..marked.unwrap_or(items.len()))?.iter().any(|it| it.any(Class::ROLE.or(Class::BODY_NOUN)));
        return (sets_off && closed && (next.is_name() || speaks)).then_some(at + 1);
    }
    if items[at].is("in") {
        let viewed = next.is("the") && items.get(at + 2)?.any(Class::VIEW) && items.get(at + 3)?.is("of");
        let owned = (at + 2..items.len().min(at + 8)).find(|it| items[*it].shape == Shape::Clitic);
        let owned = owned.is_some_and(|it| items.get(it + 1).is_some_and(|it| it.any(Class::VIEW)));
        return if viewed { Some(at + 4) } else { owned.then_some(at + 1) };
    }
    if !sets_off && items[at].is("by") {
        return None;
    }
    // "based on Holm's figures", at the head of a sentence only.
    let based = items[at].is("based") && (next.is("on") || next.is("upon")) && at == 0;
    let judged = items[at].is("by");
    let own = (at + 1..items.len().min(at + 9)).find(|it| items[*it].shape == Shape::Clitic)?;
    let told = items.get(own + 1..(own + 4).min(items.len()))?.iter().any(|it| it.any(Class::NOUN_CUE));
    (told && (based || judged)).then_some(if based { at + 2 } else { at + 1 })
}

/// The end of the group that begins at `start`: before a comma or the end.
fn group_end(items: &[Item<'_>], start: usize) -> usize {
    let stops =
        |it: &Item<'_>| matches!(it.shape, Shape::Comma | Shape::Semicolon | Shape::Dash | Shape::Colon) || it.is_quote() && it.words > 4;
    (start..items.len()).find(|it| stops(&items[*it])).unwrap_or(items.len())
}

/// Past a name that follows an office: "according to the mayor, Anna Holm".
pub(super) fn apposed_end(items: &[Item<'_>], start: usize, end: usize) -> usize {
    let office = items.get(start..end).and_then(<[_]>::last).is_some_and(|it| it.is_plain() && it.any(Class::ROLE.or(Class::TITLE)));
    let name = items.get(end + 1..).unwrap_or_default().iter().take_while(|it| it.is_name() || it.any(Class::NAME_PART)).count();
    let closed = items.get(end + 1 + name).is_none_or(|it| it.shape == Shape::Comma);
    if office && (1..=5).contains(&name) && closed { end + 1 + name } else { end }
}

/// Past a list of sources: "according to Holm, Brandt and the harbour police".
fn listed_end(items: &[Item<'_>], start: usize, end: usize) -> usize {
    let mut at = end;
    while items.get(at).is_some_and(|it| it.shape == Shape::Comma) && at - start < 24 {
        let close = group_end(items, at + 1);
        let Some(group) = items.get(at + 1..close).filter(|it| (1..9).contains(&it.len())) else { return end };
        let named = group.iter().all(|it| {
            it.is_name()
                || it.shape == Shape::Clitic
                || it.any(Class::DETERMINER.or(Class::ROLE).or(Class::BODY_NOUN).or(Class::NAME_PART))
                || it.one_of(words!["and", "of"])
                || it.is_plain() && !is_verb(it) && !it.any(Class::PREPOSITION)
        });
        let joined = group.iter().position(|it| it.is("and"));
        // The last of a list stands behind "and"; a name without a list is an apposition.
        match joined {
            Some(and) if named && and + 1 < group.len() && group.iter().any(Item::is_name) => return close,
            None if named && group[0].is_name() => at = close,
            _ => return end,
        }
    }
    end
}

/// The group without the noun of saying that it possesses: `Holm` of "Holm's statements".
fn speaker(items: &[Item<'_>], group: Range<usize>) -> Range<usize> {
    let possessor = group.clone().find(|it| items[*it].shape == Shape::Clitic);
    match possessor {
        Some(own)
            if own > group.start
                && items
                    .get(own + 1..group.end)
                    .is_some_and(|it| it.last().is_some_and(|it| it.any(Class::NOUN_CUE) || it.any(Class::VIEW))) =>
        {
            group.start..own
        }
        _ => group,
    }
}

/// Where the content begins behind the source: past an apposition, where a clause is left over.
fn start_behind(items: &[Item<'_>], commas: impl Iterator<Item = usize>, end: usize) -> Option<usize> {
    let commas: Vec<_> = commas.collect();
    let first = *commas.first().filter(|it| **it == end)?;
    // "According to Holm, the mayor, nine boats sank": an apposition has no verb and another comma behind it.
    if let Some(second) = commas.get(1)
        && second - first <= 9
        && items.get(first + 1..*second).is_some_and(|it| {
            it.first().is_some_and(|it| it.any(Class::DETERMINER) || it.any(Class::ROLE) || it.is("who"))
                && (it[0].is("who") || !it.iter().any(is_verb))
        })
        && items.len() > second + 3
    {
        return Some(second + 1);
    }
    (items.len() > first + 2).then_some(first + 1)
}
