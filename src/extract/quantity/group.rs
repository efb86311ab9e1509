//! Noun groups: the words behind a number that name what it counts, and which of them is the head.

use super::noun::is_plural;
use super::scan::Scan;
use crate::text::{Class, Kind, Words, words};

/// A noun group: where it begins, its head, and the token after it.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub(super) first: usize,
    pub(super) head: usize,
}

/// The noun group that opens at `first`; with `one`, the head may be a singular.
pub(super) fn group(scan: &Scan<'_, '_>, first: usize, one: bool) -> Option<Group> {
    let mut head = None;
    let mut at = first;
    while at < first + 7 && (goes_on(scan, at, first) || at > first && model(scan, at)) {
        if !one && (is_plural(scan, at) || at == first && peoples(scan, at)) {
            if names(scan, at, first) {
                at += 1;
                continue;
            }
            head = Some(at);
            // "6.5 times earnings" counts times.
            if at == first && scan.is(at, "times") {
                break;
            }
        } else if head.is_some() {
            break;
        }
        at += 1;
        // "Three of the harbour's cranes", "20 boats' crews": the owner stands before what is counted.
        if scan.kind(at) == Some(Kind::Clitic) && scan.is_word(at + 1) && !scan.class(at + 1).is(Class::FUNCTION) {
            head = None;
            at += 1;
        }
        if head.is_none() {
            at = over_joint(scan, at);
        }
    }
    if let Some(head) = head {
        let first = if scan.any(first, words!["more", "additional"]) && head > first { first + 1 } else { first };
        return Some(Group { first, head });
    }
    // "0.5 WAR": what is counted is known by its letters.
    if at == first + 1 && initials(scan.word(first)) && (!scan.is_word(at) || scan.class(at).is(Class::FUNCTION)) {
        return Some(Group { first, head: first });
    }
    if one && at > first { single(scan, first, at) } else { None }
}

/// "500 Norway Fisheries shares": a name in the plural may stand before what is counted.
fn names(scan: &Scan<'_, '_>, at: usize, first: usize) -> bool {
    scan.capital(at) && goes_on(scan, at + 1, first) && (at + 1..at + 3).any(|it| scan.lower_case(it) && is_plural(scan, it))
}

/// The token behind what joins two modifiers at `at`; `at` where nothing does.
fn over_joint(scan: &Scan<'_, '_>, at: usize) -> usize {
    let and = |it: usize| scan.any(it, words!["and", "or"]);
    // "Kia and Hyundai vehicles", "killed or wounded soldiers".
    let names = || scan.capital(at - 1) && scan.capital(at + 1);
    let adjectives = || adjective(scan.word(at - 1)) && scan.is_word(at + 1);
    let at = if and(at) && (names() || adjectives() || modifiers(scan, at)) { at + 1 } else { at };
    // "Low- and middle-income farmers".
    let at = if scan.dash(at) && scan.glued(at) && and(at + 1) && scan.is_word(at + 2) { at + 2 } else { at };
    // "Anti-tank mines", "F-16 jets".
    match scan.kind(at + 1).filter(|_| scan.hyphen(at)) {
        Some(Kind::Word) => at + 1,
        Some(Kind::Number) => at + 2,
        _ => at,
    }
}

/// The group of a single thing among the tokens from `first` to `end`: "one boat", up to its verb.
fn single(scan: &Scan<'_, '_>, first: usize, end: usize) -> Option<Group> {
    // "One highly placed source", "one new preferred share": a participle behind an adverb or adjective is none of a verb.
    let lead = scan.ends_with(first, "ly")
        || scan.any(first, words!["new", "other", "old", "big", "small", "former", "young", "large", "major", "single", "more"]);
    let from = if lead && first + 2 < end { first + 2 } else { first + 1 };
    let end = (from..end).find(|it| finite(scan, *it)).unwrap_or(end);
    let head = (first..end).rev().find(|it| !scan.ends_with(*it, "ly")).unwrap_or(first);
    // "Two films, one taken at dawn": a participle alone is nothing that is counted.
    let participle = head == first && scan.ends_with(head, "ed") && scan.class(head + 1).is(Class::PREPOSITION);
    (!participle).then_some(Group { first, head })
}

/// Whether the words on both sides of "and" modify a plural: "new and used barges", "car and truck plants".
fn modifiers(scan: &Scan<'_, '_>, and: usize) -> bool {
    let one = and - 1;
    let verb = scan.class(one).is(Class::PAST | Class::TREND | Class::FINITE) || scan.ends_with(one, "ed");
    let plain = scan.lower_case(one) && !verb && !is_plural(scan, one);
    let second = and + 1 + if scan.hyphen(and + 2) { 2 } else { 0 };
    plain
        && scan.lower_case(and + 1)
        && !scan.class(and + 1).is(Class::FUNCTION | Class::NUMBER_WORD | Class::PAST)
        && !is_plural(scan, and + 1)
        && (is_plural(scan, second + 1) || is_plural(scan, second + 2) && goes_on(scan, second + 1, and))
}

/// Whether the number at `at` names a model of what is counted, as in "two Leopard 2 tanks", "two new 737 Max jets".
fn model(scan: &Scan<'_, '_>, at: usize) -> bool {
    let word = scan.word(at);
    scan.is_number(at)
        && word.len() <= 4
        && word.bytes().all(|it| it.is_ascii_digit())
        && (scan.capital(at - 1) || scan.capital(at + 1))
        && !scan.glued(at)
        && scan.is_word(at + 1)
}

/// Whether a noun group may go on with the token at `at`.
pub(super) fn goes_on(scan: &Scan<'_, '_>, at: usize, first: usize) -> bool {
    let Some(token) = scan.token(at) else { return false };
    let closed =
        Class::FUNCTION | Class::AUXILIARY | Class::MODAL | Class::SPEECH_CUE | Class::PREPOSITION | Class::WEEKDAY | Class::DEICTIC;
    let broken = token.breaks > 0 && at > first && token.capital;
    // "three alleged partners".
    let participle = || scan.ends_with(at, "ed") && is_plural(scan, at + 1);
    let comparative = || {
        at == first && scan.any(at, words!["more", "other", "such", "additional"])
        || scan.any(at, words!["very", "most", "less"]) && scan.lower_case(at + 1) && !scan.class(at + 1).is(closed)
        || scan.is(at, "would") && scan.hyphen(at + 1)
        // Pronouns and short forms have the same letters: "two US ships", "the WHO staff".
        || matches!(scan.word(at), "US" | "IT" | "WHO")
    };
    // "2 p.m." and "5 percent" are no nouns; a number word opens an amount of its own.
    (token.kind == Kind::Word
        && (!token.class.is(closed)
            || (token.class.is(Class::SPEECH_CUE | Class::MODAL)
                && !token.class.is(Class::FUNCTION)
                && (participle() || is_plural(scan, at) || (at == first && !scan.ends_with(at, "d")))))
        && !token.class.is(Class::NUMBER_WORD)
        && !broken)
        || comparative()
}

/// Whether a word behind a singular noun is its verb, as far as its form tells: "one proposal asks", "one boat sank".
fn finite(scan: &Scan<'_, '_>, at: usize) -> bool {
    const PAST: &Words = words!["left", "hit", "cut"];
    let third = scan.ends_with(at, "s") && !scan.ends_with(at, "ss");
    third
        || scan.ends_with(at, "ed")
        || scan.ends_with(at, "ing")
        || scan.class(at).is(Class::TREND | Class::PAST | Class::VERB)
        || scan.any(at, PAST)
}

/// Whether the word names people and has no plural of its own: "five Chinese", "two Swiss".
fn peoples(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.capital(at) && (scan.word(at).len() > 5 && scan.ends_with(at, "ese") || scan.any(at, words!["Swiss"]))
}

/// Whether the word is an abbreviation in capitals.
fn initials(word: &str) -> bool {
    (2..6).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_uppercase())
}

/// Whether the word ends as adjectives do.
pub(super) fn adjective(word: &str) -> bool {
    const ENDINGS: [&str; 12] = ["al", "ive", "ous", "ful", "less", "ic", "able", "ible", "ese", "ish", "est", "ary"];
    ENDINGS.iter().any(|it| word.ends_with(it))
}

/// Whether the word is rather a verb than part of the noun group: "was", "rises", "ended".
pub(super) fn looks_finite(scan: &Scan<'_, '_>, at: usize, first: usize) -> bool {
    let modified = at > first && scan.ends_with(at - 1, "ly") && at == first + 1;
    at > first
        && !modified
        && (scan.class(at).is(Class::TREND | Class::PAST | Class::VERB)
            || (is_plural(scan, at) && is_plural(scan, at - 1))
            || scan.any(at, words!["holds", "ends", "begins", "starts", "goes", "worth", "each", "alone", "away"])
            || scan.ends_with(at, "ed")
            || scan.ends_with(at, "ing"))
}
