//! Things counted: `70,000 Russian troops`, `two of the ferries`, `one proposal`, `a 12-team league`.

use rust_decimal::Decimal;

use super::draft::{Draft, Form};
use super::group::{Group, adjective, goes_on, group, looks_finite};
use super::noun::{is_plural, unit_name};
use super::scan::Scan;
use super::unit::Dimension;
use super::{Read, Rule, Unit};
use crate::text::{Class, Kind, Words, words};

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
        ("It trades at 12x earnings.", "12 time"),
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

fn counted(scan: &Scan<'_, '_>, draft: &mut Draft) {
    let at = draft.end;
    if multiple(scan, draft) {
        draft.unit = Unit::count("time");
        draft.to = at + 1;
        return;
    }
    if scan.hyphen(at) && scan.lower_case(at + 1) {
        let tied = at + 1;
        if !scan.any(tied, TIED) && !scan.class(tied).is(Class::FUNCTION | Class::NUMBER_WORD | Class::PREPOSITION) {
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

/// "12x earnings": a letter for "times", where a word follows that is taken so many times.
pub(super) fn multiple(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    draft.form == Form::Digits
        && scan.word(draft.end) == "x"
        && scan.glued(draft.end)
        && scan.lower_case(draft.end + 1)
        && !scan.glued(draft.end + 1)
}

/// The token after a noun that is counted together with the one at `head`: "194 missiles and drones".
fn coordinated(scan: &Scan<'_, '_>, head: usize) -> usize {
    let second = head + 2;
    let pair = scan.any(head + 1, words!["and", "or"]) && is_plural(scan, head) && is_plural(scan, second) && scan.lower_case(second);
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
    let noun = |at: usize| scan.lower_case(at) && !scan.class(at).is(closed) && !adjective(scan.word(at)) && !scan.ends_with(at, "ed");
    let article = scan.any(draft.from.wrapping_sub(1), words!["a", "an", "the", "its", "their", "his", "her"]);
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
        scan.any(lead, words!["at", "to", "was", "is", "by", "from", "reached", "hit", "be", "were"]) || scan.class(lead).is(Class::HEDGE);
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
const TIED: &Words = words!["way", "sided", "fold", "off", "time", "plus", "something", "odd", "strong", "to", "nil", "all"];

/// "one" as a pronoun or in "one day", "one another" counts nothing.
fn pronoun(scan: &Scan<'_, '_>, draft: &Draft, group: Group) -> bool {
    scan.any(group.head, words!["another", "day", "thing", "else"]) && draft.qualifier == super::Qualifier::Exact
}

/// Whether things that are counted stand at `at`: a plural with its modifiers that is no unit of measure.
pub(super) fn things(scan: &Scan<'_, '_>, at: usize) -> bool {
    let first = part_of(scan, at);
    let measured = Class::UNIT.or(Class::CALENDAR_UNIT).or(Class::CURRENCY);
    group(scan, first, false).is_some_and(|it| !scan.class(it.head).is(measured) && !scan.any(it.head, words!["times", "others"]))
}

/// The token where the noun group opens: behind "of the" in "two of the ferries".
fn part_of(scan: &Scan<'_, '_>, at: usize) -> usize {
    if !scan.any(at, words!["of", "among"]) {
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

/// The noun group behind "of" at `at`, past a quotation mark that closes there.
pub(super) fn of_noun(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let of = if scan.any(at, words!["\"", "”"]) && scan.glued(at) { at + 1 } else { at };
    if !scan.any(of, words!["of", "among"]) {
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
    while end > first && scan.ends_with(end - 1, "ly") {
        end -= 1;
    }
    (end > first).then_some((first, end))
}
