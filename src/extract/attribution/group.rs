//! Noun groups: where the group that ends at a place begins.

use std::ops::Range;

use super::passage::{Item, Shape, last_mark};
use super::subject::subject_before;
use super::verb::{is_adverb, is_past, is_saying, is_subject_pronoun};
use crate::text::{Class, Words, words};

/// Prepositions that tie a noun group to the one before it.
pub(super) const LINKS: &Words = words![
    "of", "for", "at", "in", "from", "around", "with", "on", "to", "by", "near", "inside", "within", "under", "against", "between",
    "behind", "across", "about",
];

/// Whether a noun group can go on to the left of this item no more.
fn bounds(item: &Item<'_>) -> bool {
    match item.shape {
        Shape::Word => {
            (item.any(Class::CONJUNCTION) && !item.one_of(words!["and", "or"]))
                || item.one_of(words!["that", "who", "which", "what", "because", "as", "than"])
                || item.any(Class::AUXILIARY.or(Class::FINITE))
                || (item.any(Class::MODAL) && !item.token.capital)
                || (is_subject_pronoun(item) && !item.one_of(words!["some", "many", "both", "one", "another", "all"]))
        }
        Shape::Number | Shape::Clitic | Shape::Aside => false,
        Shape::Quote => item.words > 3 || last_mark(item).is_some(),
        _ => true,
    }
}

/// The noun group that ends before `end`.
pub(super) fn noun_group(items: &[Item<'_>], end: usize, from: usize) -> Option<Range<usize>> {
    let head = &items[end - 1];
    if head.shape == Shape::Clitic {
        return None;
    }
    if is_subject_pronoun(head) {
        return Some(end - 1..end);
    }
    if head.any(Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::AUXILIARY)) && !head.is("others") {
        return None;
    }
    // A day or a time between subject and verb: "Holm on Monday said".
    if let Some(start) = time_before(items, end, from) {
        return subject_before(items, start, from);
    }
    let start = if head.token.capital { described(items, name_start(items, end, from), end, from) } else { plain_start(items, end, from)? };
    (start < end).then_some(start..end)
}

/// The start of the group that a name at `start` belongs to: "officials in Oslo", "analysts at Nordbank".
fn described(items: &[Item<'_>], start: usize, end: usize, from: usize) -> usize {
    let speaks = |it: &Item<'_>| it.any(Class::ROLE.or(Class::BODY_NOUN).or(Class::NOUN_CUE)) && !it.any(Class::PREPOSITION);
    let linked = start >= from + 2 && items[start - 1].one_of(words!["in", "at", "from", "for", "with", "of", "to", "by"]);
    if !linked || !speaks(&items[start - 2]) {
        return start;
    }
    plain_start(items, end, from).filter(|it| *it < start).unwrap_or(start)
}

/// The start of a time expression that ends before `end`.
fn time_before(items: &[Item<'_>], end: usize, from: usize) -> Option<usize> {
    let last = &items[end - 1];
    let mut start = end;
    if last.any(Class::WEEKDAY.or(Class::DEICTIC)) || last.shape == Shape::Number && end >= 2 && items[end - 2].any(Class::MONTH) {
        start -= 1;
        while start > from
            && (items[start - 1].any(Class::MONTH.or(Class::WEEKDAY))
                || items[start - 1].one_of(words!["last", "next", "late", "early", "earlier", "this"]))
        {
            start -= 1;
        }
    } else if last.any(Class::CALENDAR_UNIT)
        || last.one_of(words!["morning", "night", "evening", "afternoon", "week", "month", "year", "day"])
    {
        start -= 1;
        while start > from
            && (items[start - 1].any(Class::WEEKDAY) || items[start - 1].one_of(words!["last", "this", "that", "same", "the", "next"]))
        {
            start -= 1;
        }
        if start == end - 1 {
            return None;
        }
    }
    if start == end {
        return None;
    }
    if start > from && items[start - 1].one_of(words!["on", "in", "earlier", "late", "early", "during"]) {
        start -= 1;
    }
    (start > from).then_some(start)
}

/// The start of a group whose head is a name: the capitals, and the titles and modifiers before them.
fn name_start(items: &[Item<'_>], end: usize, from: usize) -> usize {
    let mut start = end - 1;
    while start > from {
        let item = &items[start - 1];
        let next = &items[start];
        let joins = item.is_name() && !item.any(Class::WEEKDAY)
            || item.any(Class::NAME_PART) && item.is_plain() && next.token.capital
            || item.shape == Shape::Clitic && next.is_name()
            || item.shape == Shape::Aside && start >= from + 2 && items[start - 2].token.capital
            || item.is_quote()
                && item.words <= 2
                && last_mark(item).is_none()
                && start >= from + 2
                && items[start - 2].is_name()
                && next.is_name()
            || (item.one_of(words!["of", "and", "&", "for", "the"]) && start >= from + 2 && before_joiner(items, start - 1, from));
        if !joins {
            break;
        }
        start -= 1;
    }
    // The lower-case title before it, as far as the determiner: "the group's director Anna Holm".
    let mut left = start;
    let mut reach = start;
    while left > from && start - left < 7 {
        let item = &items[left - 1];
        if item.any(Class::DETERMINER) && !item.is("that") {
            reach = left - 1;
            break;
        }
        let modifier = item.is_plain()
            && !item.any(Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::PRONOUN))
            && !is_saying(item)
            && !bounds(item)
            && !is_past(item)
            && !is_adverb(item)
            || item.shape == Shape::Clitic
            || (item.is_name() && left < start && !item.any(Class::WEEKDAY))
            || item.is("and") && left + 1 < start;
        if !modifier {
            break;
        }
        left -= 1;
        let bounded =
            left == from || matches!(items[left - 1].shape, Shape::Comma | Shape::Quote | Shape::Dash | Shape::Colon | Shape::Semicolon);
        if bounded || items[left].any(Class::ROLE.or(Class::TITLE)) {
            reach = left;
        }
    }
    reach
}

/// Whether the joiner at `at` links two parts of one name: "Ministry of Defence", "Johnson and Johnson".
fn before_joiner(items: &[Item<'_>], at: usize, from: usize) -> bool {
    let before = &items[at - 1];
    let and = items[at].is("and") && !items[at].token.capital;
    if items[at].is("the") {
        return before.is("of") && at >= from + 2 && items[at - 2].is_name();
    }
    if items[at].is("for") && !items[at].token.capital {
        return before.is_name() && before.any(Class::BODY_NOUN);
    }
    if !and {
        return before.is_name() && !items[at].token.capital;
    }
    // "and" joins two names only where the first opens the clause: what stands before may be an object.
    let mut start = at;
    while start > from && (items[start - 1].is_name() || items[start - 1].shape == Shape::Clitic || items[start - 1].any(Class::TITLE)) {
        start -= 1;
    }
    start < at
        && (start == from
            || matches!(items[start - 1].shape, Shape::Comma | Shape::Quote | Shape::Dash)
            || items[start - 1].any(Class::CONJUNCTION)
            || items[start - 1].is("both"))
}

/// The start of a group whose head is a common noun, where it has a beginning that shows.
pub(super) fn plain_start(items: &[Item<'_>], end: usize, from: usize) -> Option<usize> {
    let mut start = end;
    let mut shortest = None;
    while start > from && end - start < 16 {
        let item = &items[start - 1];
        if bounds(item) {
            break;
        }
        // A comma-free list "police and prosecutors said" goes on; "won and officials said" does not.
        if item.one_of(words!["and", "or"])
            && (item.token.capital || start < from + 2 || items[start - 2].any(Class::PREPOSITION) || is_past(&items[start - 2]))
        {
            break;
        }
        if item.any(Class::PREPOSITION) && (!item.one_of(LINKS) || item.token.capital) {
            break;
        }
        if is_saying(item) {
            break;
        }
        start -= 1;
        if item.any(Class::DETERMINER) && shortest.is_none() {
            shortest = Some(start);
        }
    }
    let opens = start == from
        || matches!(items[start - 1].shape, Shape::Comma | Shape::Dash | Shape::Quote | Shape::Colon | Shape::Semicolon | Shape::Stop);
    let subordinate = start > from
        && (items[start - 1].any(Class::CONJUNCTION)
            || items[start - 1].one_of(words!["that", "as", "because"])
            // "the wall, which the ministry says is old": the pronoun is the object.
            || items[start - 1].one_of(words!["what", "which", "who", "whom"]) && (items[start].any(Class::DETERMINER) || items[end - 1].any(Class::ROLE.or(Class::BODY_NOUN))));
    if opens || subordinate {
        // "On Monday officials said", "But officials said": the leading words are no part of it.
        return Some(skip_lead(items, start, end));
    }
    // A clause without its pronoun: "the experts I asked said".
    if start > from + 1
        && end - start <= 2
        && items[start - 1].one_of(words!["i", "we", "he", "she", "they"])
        && items[start - 2].is_plain()
    {
        return noun_group(items, start - 1, from).map(|it| it.start);
    }
    let after_relative = start > from
        && (items[start - 1].any(Class::AUXILIARY.or(Class::FINITE)) || items[start - 1].one_of(words!["who", "which", "that"]));
    if after_relative && let Some(who) = (from..start).rev().take(8).find(|it| items[*it].one_of(words!["who", "that", "which"])) {
        let mut noun = who;
        while noun > from && items[noun - 1].shape == Shape::Comma {
            noun -= 1;
        }
        if noun > from {
            return noun_group(items, noun, from).map(|it| it.start);
        }
    }
    shortest.or_else(|| items[end - 1].any(Class::ROLE.or(Class::BODY_NOUN).or(Class::NOUN_CUE)).then_some(end - 1))
}

/// Past a connective or a preposition group at the head of a clause, where the subject still follows.
fn skip_lead(items: &[Item<'_>], start: usize, end: usize) -> usize {
    let mut at = start;
    while at + 1 < end && (items[at].any(Class::CONJUNCTION) || items[at].is("as") || is_adverb(&items[at]) && !items[at].any(Class::ROLE))
    {
        at += 1;
    }
    if at + 2 < end && items[at].any(Class::PREPOSITION) {
        // The group behind the preposition is a word or two; what is left must still have a head.
        let after = (at + 1..end - 1).rev().find(|it| items[*it].any(Class::DETERMINER.or(Class::WEEKDAY.or(Class::DEICTIC))));
        return match after {
            Some(it) if items[it].any(Class::DETERMINER) => it,
            Some(it) => it + 1,
            None => (at + 2).min(end - 1),
        };
    }
    at
}
