//! Empty words: words that say nothing by themselves where they stand, and only help others to say it.

use super::meaning::stem;
use super::sense::{GRAMMAR, LENDING, changes};
use super::standing::is_rank;
use crate::language::Tag;
use crate::text::{Class, Kind, Text, words};

/// Whether the word at `at`, `lower` in small letters, says nothing there.
pub(super) fn is_empty(text: &Text<'_>, tags: &[Tag], at: usize, lower: &str) -> bool {
    // "Used to employ".
    let used = text.is(at, "used") && text.is(at + 1, "to") && tags.get(at + 2) == Some(&Tag::Base);
    used || lends(text, tags, at) || ranks(text, tags, at) || begins_at(text, at) || CONNECTIVE.contains(&lower) || leads_on(text, at)
}

/// Whether a verb only tells that somebody is what the rank behind it says: "finished third".
fn ranks(text: &Text<'_>, tags: &[Tag], at: usize) -> bool {
    let ends = text.any(at, words!["came", "come", "comes", "ended", "finish", "finished", "finishes", "placed"]);
    ends && is_rank(text, at + 1) && !tags.get(at + 2).is_some_and(|it| it.is_noun() || it.is_adjective())
}

/// Whether a word only says that it is so from a time on: "beginning in August", "starting on Monday".
fn begins_at(text: &Text<'_>, at: usize) -> bool {
    let begins = text.any(at, words!["beginning", "starting"]);
    let leads = text.any(at + 1, words!["from", "in", "on"]);
    begins && leads && text.class(at + 2).is(Class::MONTH | Class::WEEKDAY | Class::SEASON | Class::RELATIVE)
}

/// Words that only join what is told to what was told before.
const CONNECTIVE: [&str; 12] = [
    "accordingly",
    "additionally",
    "consequently",
    "furthermore",
    "hence",
    "however",
    "including",
    "meanwhile",
    "moreover",
    "nevertheless",
    "nonetheless",
    "therefore",
];

/// Whether a word only makes up a preposition or an aim with the words around it: "ahead of", "prior to", "in an effort to".
fn leads_on(text: &Text<'_>, at: usize) -> bool {
    const AIMS: [&str; 12] =
        ["attempt", "bid", "drive", "effort", "endeavor", "endeavour", "hopes", "measure", "move", "order", "push", "step"];
    let is = |at: usize, words: &[&str]| words.iter().any(|it| text.is(at, it));
    let nears = text.is(at, "close") && text.is(at + 1, "to") && text.class(at + 2).is(Class::DETERMINER);
    let before = nears || is(at, &["ahead"]) && text.is(at + 1, "of") || is(at, &["prior"]) && text.is(at + 1, "to");
    let article = at.checked_sub(1).is_some_and(|it| is(it, &["a", "an"]));
    let opens = at.checked_sub(1 + usize::from(article)).is_some_and(|it| text.is(it, "in"));
    let scale = text.is(at, "bid") && text.is(at + 1, "for");
    before || follows(text, at) || opens && (scale || is(at, &AIMS) && is(at + 1, &["to", "of"]))
}

/// Whether "following" is no more than "after": "closed following a fire", and not "the following day", "is following them".
fn follows(text: &Text<'_>, at: usize) -> bool {
    let bound =
        |it: usize| text.class(it).is(Class::DETERMINER | Class::AUXILIARY | Class::PREPOSITION | Class::PRONOUN | Class::CONJUNCTION);
    let free = at.checked_sub(1).is_none_or(|it| !bound(it));
    let thing =
        text.class(at + 1).is(Class::DETERMINER | Class::NUMBER_WORD) || text.token(at + 1).is_some_and(|it| it.has_digits() || it.capital);
    let noun = || text.token(at + 1).is_some_and(|it| it.kind == Kind::Word) && !text.class(at + 1).is(GRAMMAR);
    text.is(at, "following") && free && (thing || noun())
}

/// Whether a verb only lends its tense to the change that its object names: "saw a decline in sales", "sales declined".
fn lends(text: &Text<'_>, tags: &[Tag], at: usize) -> bool {
    if !tags.get(at).is_some_and(|it| it.is_verb()) || !LENDING.contains(&&*stem(text.word(at))) {
        return false;
    }
    let group = (at + 1..text.tokens.len().min(at + 6))
        .take_while(|it| text.class(*it).is(Class::DETERMINER) || tags.get(*it).is_some_and(|it| it.is_noun() || it.is_adjective()));
    group.last().is_some_and(|it| changes(text, tags, it))
}
