//! Things counted: `70,000 Russian troops`, `two of the ferries`, `one proposal`, `a 12-team league`.

use rust_decimal::Decimal;

use super::draft::{Draft, Form};
use super::noun::{is_plural, unit_name};
use super::scan::Scan;
use super::unit::Dimension;
use super::{Read, Rule, Unit};
use crate::text::{Class, Kind};

pub(super) const RULE: Rule = Rule {
    name: "count",
    reads: &[
        ("It sent 70,000 Russian troops north.", "70000 troop"),
        ("Two of the ferries sank.", "2 ferry"),
        ("One proposal was heard.", "1 proposal"),
        ("One minor league team moved.", "1 team"),
        ("A 12-team league and a 5 star hotel opened.", "12 team; 5 star"),
        ("She bought 65 boxes of dried fish.", "65 box"),
        ("It has 27 rival plans for 8 million low- and middle-income farmers.", "27 plan; 8000000 farmer"),
        ("In one letter Friday he sold 300 new and pre-owned barges.", "1 letter; 300 barge"),
        ("Two US ships and the 10 most recent ferries left.", "2 ship; 10 ferry"),
        ("One of the family's boats and three of Anna Holm's barges sank.", "1 boat; 3 barge"),
        ("It holds 500 Norway Fisheries shares and five Chinese left.", "500 share; 5 Chinese"),
        ("One highly placed source spoke of the past two quarters.", "1 source; 2 quarter"),
        ("The number of idle farms rose to 4,000.", "4000 farm"),
        ("Some 64% of the ministry's land was sold.", "~64 %"),
    ],
    ignores: &[],
    read: Read::Grow(grow),
};

fn grow(scan: &Scan<'_, '_>, draft: &mut Draft) {
    match draft.unit.dimension() {
        Dimension::None => counted(scan, draft),
        Dimension::Share => shared(scan, draft),
        Dimension::Measure(_) => measured(scan, draft),
        Dimension::Money | Dimension::Count | Dimension::Rate => {}
    }
}

/// A noun group: where it begins, its head, and the token after it.
#[derive(Clone, Copy)]
struct Group {
    first: usize,
    head: usize,
}

fn counted(scan: &Scan<'_, '_>, draft: &mut Draft) {
    let at = draft.end;
    if scan.hyphen(at) && scan.lower_case(at + 1) {
        let tied = at + 1;
        if !TIED.iter().any(|it| scan.is(tied, it)) && !scan.class(tied).is(Class::FUNCTION | Class::NUMBER_WORD | Class::PREPOSITION) {
            draft.unit = Unit::count(unit_name(scan.word(tied), false));
            draft.to = tied + 1;
        }
        return;
    }
    if number_of(scan, draft) {
        return;
    }
    let one = draft.is(1);
    let first = part_of(scan, at);
    let Some(group) = group(scan, first, one && first == at) else { return attributive(scan, draft) };
    if one && draft.form == Form::Words && pronoun(scan, draft, group) {
        return;
    }
    draft.unit = Unit::count(unit_name(scan.word(group.head), scan.capital(group.head)));
    draft.noun = Some((group.first, coordinated(scan, group.head)));
    draft.to = group.head + 1;
}

/// The token after a noun that is counted together with the one at `head`: "194 missiles and drones".
fn coordinated(scan: &Scan<'_, '_>, head: usize) -> usize {
    let second = head + 2;
    let pair = scan.any(head + 1, &["and", "or"]) && is_plural(scan, head) && is_plural(scan, second) && scan.lower_case(second);
    // A verb behind the second noun may be its own: "20 boats sank and crews fled".
    let closed = Class::FUNCTION | Class::PREPOSITION;
    let whole =
        !scan.is_word(second + 1) || scan.class(second + 1).is(closed) && !scan.class(second + 1).is(Class::AUXILIARY | Class::MODAL);
    if pair && whole { second + 1 } else { head + 1 }
}

/// "An 11 member league", "a 5 star hotel": what the number counts stands before a noun of its own, without a hyphen.
fn attributive(scan: &Scan<'_, '_>, draft: &mut Draft) {
    let (counted, head) = (draft.end, draft.end + 1);
    let closed = Class::FUNCTION | Class::AUXILIARY | Class::MODAL | Class::SPEECH_CUE | Class::TREND | Class::PAST | Class::VERB;
    let noun = |at: usize| scan.lower_case(at) && !scan.class(at).is(closed) && !adjective(scan.word(at)) && !scan.word(at).ends_with("ed");
    let article = scan.any(draft.from.wrapping_sub(1), &["a", "an", "the", "its", "their", "his", "her"]);
    // Larger numbers name models: "its 486 chip".
    let whole = draft.whole_within(2, 100);
    if article && whole && noun(counted) && noun(head) && scan.word(counted).len() > 3 {
        draft.unit = Unit::count(unit_name(scan.word(counted), false));
        draft.to = counted + 1;
    }
}

/// "the number of farms rose to 4,000": what is counted stands before.
fn number_of(scan: &Scan<'_, '_>, draft: &mut Draft) -> bool {
    let lead = draft.from.wrapping_sub(1);
    let leads =
        scan.any(lead, &["at", "to", "was", "is", "by", "from", "reached", "hit", "be", "were"]) || scan.class(lead).is(Class::HEDGE);
    if !leads || scan.is_word(draft.end) && !scan.class(draft.end).is(Class::FUNCTION) {
        return false;
    }
    let Some(of) = (3..14).filter_map(|back| draft.from.checked_sub(back)).find(|it| scan.is(*it, "number") && scan.is(*it + 1, "of"))
    else {
        return false;
    };
    // "killed and wounded North Koreans": the last plural before a grammar word that is no "and".
    let end = (of + 2..draft.from).find(|it| scan.class(*it).is(Class::FUNCTION | Class::AUXILIARY) && !scan.is(*it, "and"));
    let Some(head) = (of + 2..end.unwrap_or(draft.from)).rev().find(|it| is_plural(scan, *it)) else { return false };
    draft.unit = Unit::count(unit_name(scan.word(head), scan.capital(head)));
    draft.noun = Some((of + 2, head + 1));
    true
}

/// Words tied to a number that make no unit: "two-way", "one-off", "tenfold".
const TIED: [&str; 12] = ["way", "sided", "fold", "off", "time", "plus", "something", "odd", "strong", "to", "nil", "all"];

/// "one" as a pronoun or in "one day", "one another" counts nothing.
fn pronoun(scan: &Scan<'_, '_>, draft: &Draft, group: Group) -> bool {
    scan.any(group.head, &["another", "day", "thing", "else"]) && draft.qualifier == super::Qualifier::Exact
}

/// Whether things that are counted stand at `at`: a plural with its modifiers that is no unit of measure.
pub(super) fn things(scan: &Scan<'_, '_>, at: usize) -> bool {
    let first = part_of(scan, at);
    let measured = Class::UNIT.or(Class::CALENDAR_UNIT).or(Class::CURRENCY);
    group(scan, first, false).is_some_and(|it| !scan.class(it.head).is(measured) && !scan.any(it.head, &["times", "others"]))
}

/// The token where the noun group opens: behind "of the" in "two of the ferries".
fn part_of(scan: &Scan<'_, '_>, at: usize) -> usize {
    if !scan.any(at, &["of", "among"]) {
        return at;
    }
    let mut next = at + 1;
    while scan.class(next).is(Class::DETERMINER) && next < at + 4 {
        next += 1;
    }
    // "two of Norway's ferries", "one of the family's boats", "eight of Anna Holm's boats".
    let name = (next..next + 3).take_while(|it| scan.capital(*it)).count().max(1);
    if scan.is_word(next) && scan.kind(next + name) == Some(Kind::Clitic) && scan.is_word(next + name + 1) {
        next += name + 1;
    }
    next
}

/// The noun group that opens at `first`; with `one`, the head may be a singular.
fn group(scan: &Scan<'_, '_>, first: usize, one: bool) -> Option<Group> {
    let mut head = None;
    let mut at = first;
    while at < first + 7 && (goes_on(scan, at, first) || at > first && model(scan, at)) {
        if !one && is_plural(scan, at) || at == first && peoples(scan, at) && !one {
            // "500 Norway Fisheries shares": a name in the plural may stand before what is counted.
            let name =
                scan.capital(at) && (at + 1..at + 3).any(|it| scan.lower_case(it) && is_plural(scan, it) && goes_on(scan, at + 1, first));
            if name {
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
        // "Kia and Hyundai vehicles", "killed or wounded soldiers": a coordinated modifier.
        if head.is_none()
            && scan.any(at, &["and", "or"])
            && (scan.capital(at - 1) && scan.capital(at + 1) || adjective(scan.word(at - 1)) && scan.is_word(at + 1) || modifiers(scan, at))
        {
            at += 1;
        }
        // "Low- and middle-income farmers".
        if head.is_none() && scan.dash(at) && scan.glued(at) && scan.any(at + 1, &["and", "or"]) && scan.is_word(at + 2) {
            at += 2;
        }
        // "anti-tank mines", "F-16 jets".
        if head.is_none() && scan.hyphen(at) && (scan.is_word(at + 1) || scan.is_number(at + 1)) {
            at += if scan.is_number(at + 1) { 2 } else { 1 };
        }
    }
    if let Some(head) = head {
        let first = if scan.any(first, &["more", "additional"]) && head > first { first + 1 } else { first };
        return Some(Group { first, head });
    }
    // "0.5 WAR": what is counted is known by its letters.
    if at == first + 1 && initials(scan.word(first)) && (!scan.is_word(at) || scan.class(at).is(Class::FUNCTION)) {
        return Some(Group { first, head: first });
    }
    if !one || at == first {
        return None;
    }
    // "One highly placed source", "one new preferred share": a participle behind an adverb or adjective is none of a verb.
    let lead = scan.word(first).ends_with("ly")
        || scan.any(first, &["new", "other", "old", "big", "small", "former", "young", "large", "major", "single", "more"]);
    let from = if lead && first + 2 < at { first + 2 } else { first + 1 };
    let end = (from..at).find(|it| finite(scan, *it)).unwrap_or(at);
    let head = (first..end).rev().find(|it| !scan.word(*it).ends_with("ly")).unwrap_or(first);
    // "Two films, one taken at dawn": a participle alone is nothing that is counted.
    let participle = head == first && scan.word(head).ends_with("ed") && scan.class(head + 1).is(Class::PREPOSITION);
    (!participle).then_some(Group { first, head })
}

/// Whether the words on both sides of "and" modify a plural: "new and used barges", "car and truck plants".
fn modifiers(scan: &Scan<'_, '_>, and: usize) -> bool {
    let one = and - 1;
    let verb = scan.class(one).is(Class::PAST | Class::TREND | Class::FINITE) || scan.word(one).ends_with("ed");
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
fn goes_on(scan: &Scan<'_, '_>, at: usize, first: usize) -> bool {
    let Some(token) = scan.token(at) else { return false };
    let closed =
        Class::FUNCTION | Class::AUXILIARY | Class::MODAL | Class::SPEECH_CUE | Class::PREPOSITION | Class::WEEKDAY | Class::DEICTIC;
    let broken = token.breaks > 0 && at > first && token.capital;
    // "three alleged partners".
    let participle = scan.word(at).ends_with("ed") && is_plural(scan, at + 1);
    let comparative = at == first && scan.any(at, &["more", "other", "such", "additional"])
        || scan.any(at, &["very", "most", "less"]) && scan.lower_case(at + 1) && !scan.class(at + 1).is(closed)
        || scan.is(at, "would") && scan.hyphen(at + 1)
        // Pronouns and short forms have the same letters: "two US ships", "the WHO staff".
        || matches!(scan.word(at), "US" | "IT" | "WHO");
    // "2 p.m." and "5 percent" are no nouns; a number word opens an amount of its own.
    (token.kind == Kind::Word
        && (!token.class.is(closed)
            || (token.class.is(Class::SPEECH_CUE | Class::MODAL)
                && !token.class.is(Class::FUNCTION)
                && (participle || is_plural(scan, at) || (at == first && !scan.word(at).ends_with('d')))))
        && !token.class.is(Class::NUMBER_WORD)
        && !broken)
        || comparative
}

/// Whether a word behind a singular noun is its verb, as far as its form tells: "one proposal asks", "one boat sank".
fn finite(scan: &Scan<'_, '_>, at: usize) -> bool {
    const PAST: [&str; 3] = ["left", "hit", "cut"];
    let word = scan.word(at);
    let third = word.ends_with('s') && !word.ends_with("ss");
    third
        || word.ends_with("ed")
        || word.ends_with("ing")
        || scan.class(at).is(Class::TREND | Class::PAST | Class::VERB)
        || PAST.iter().any(|it| scan.is(at, it))
}

/// Whether the word names people and has no plural of its own: "five Chinese", "two Swiss".
fn peoples(scan: &Scan<'_, '_>, at: usize) -> bool {
    scan.capital(at) && (scan.word(at).len() > 5 && scan.word(at).ends_with("ese") || scan.any(at, &["Swiss"]))
}

/// Whether the word is an abbreviation in capitals.
fn initials(word: &str) -> bool {
    (2..6).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_uppercase())
}

/// Whether the word ends as adjectives do.
fn adjective(word: &str) -> bool {
    const ENDINGS: [&str; 12] = ["al", "ive", "ous", "ful", "less", "ic", "able", "ible", "ese", "ish", "est", "ary"];
    ENDINGS.iter().any(|it| word.ends_with(it))
}

/// What a share is of: "64% of the region", "half of voters".
fn shared(scan: &Scan<'_, '_>, draft: &mut Draft) {
    if let Some((first, end)) = of_noun(scan, draft.to) {
        draft.noun = Some((first, end));
    } else if let Some(group) = group(scan, draft.to, false).filter(|it| it.head == it.first && draft.unit == Unit::SHARE) {
        draft.noun = Some((group.first, group.head + 1));
    }
}

/// What is measured: "30 km of road", "a five-year plan".
fn measured(scan: &Scan<'_, '_>, draft: &mut Draft) {
    if let Some((first, end)) = of_noun(scan, draft.to) {
        draft.noun = Some((first, end));
        return;
    }
    // "2.5 million light-years away" has its hyphen inside of the unit.
    let tied = scan.hyphen(draft.to.wrapping_sub(2)) && draft.to <= draft.end + 2;
    let adjective = scan.hyphen(draft.end) || tied || scan.is(draft.to.wrapping_sub(1), "old");
    if adjective && goes_on(scan, draft.to, draft.to) && draft.one().is_none_or(|it| it >= Decimal::ZERO) {
        let mut end = draft.to;
        while end < draft.to + 3 && goes_on(scan, end, draft.to) && !looks_finite(scan, end, draft.to) {
            end += 1;
        }
        // "The 20-year-old drove": a verb right behind the unit leaves nothing to modify.
        if end > draft.to && !(end == draft.to + 1 && scan.class(draft.to).is(Class::PAST | Class::VERB)) {
            draft.noun = Some((draft.to, end));
        }
    }
}

/// Whether the word is rather a verb than part of the noun group: "was", "rises", "ended".
fn looks_finite(scan: &Scan<'_, '_>, at: usize, first: usize) -> bool {
    let modified = at > first && scan.word(at - 1).ends_with("ly") && at == first + 1;
    at > first
        && !modified
        && (scan.class(at).is(Class::TREND | Class::PAST | Class::VERB)
            || (is_plural(scan, at) && is_plural(scan, at - 1))
            || scan.any(at, &["holds", "ends", "begins", "starts", "goes", "worth", "each", "alone", "away"])
            || scan.word(at).ends_with("ed")
            || scan.word(at).ends_with("ing"))
}

/// The noun group behind "of" at `at`, past a quotation mark that closes there.
pub(super) fn of_noun(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let of = if scan.any(at, &["\"", "”"]) && scan.glued(at) { at + 1 } else { at };
    if !scan.any(of, &["of", "among"]) {
        return None;
    }
    let first = part_of(scan, of);
    let mut end = first;
    while end < first + 6 && goes_on(scan, end, first) && !looks_finite(scan, end, first) {
        end += 1;
        if is_plural(scan, end - 1) && !is_plural(scan, end) {
            break;
        }
    }
    // "the territory initially occupied": an adverb belongs to what follows.
    while end > first && scan.word(end - 1).ends_with("ly") {
        end -= 1;
    }
    (end > first).then_some((first, end))
}
