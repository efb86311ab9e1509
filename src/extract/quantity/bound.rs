//! Bounds and hedges: `more than`, `at least`, `up to`, `nearly`, `some`, `or so`, `-plus`.

use super::draft::Draft;
use super::noun::is_plural;
use super::scan::Scan;
use super::table::{Bound, tables};
use super::unit::Dimension;
use super::{Qualifier, Read, Rule};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "bound",
    reads: &[
        ("More than 800 boats sank.", ">800 boat"),
        ("At least 20 miners died.", ">=20 miner"),
        ("As many as 40 homes burned.", "<=40 home"),
        ("No fewer than six ships came.", ">=6 ship"),
        ("Nearly 1,300 nests were found.", "~1300 nest"),
        ("It took ten days or so.", "~10 day"),
        ("It holds 500-plus cars.", ">=500 car"),
        ("It holds 500 or more cars.", ">=500 car"),
        ("It has 30-odd rooms and 40-some beds.", "~30 room; ~40 bed"),
        ("Lows were near 50.", "~50"),
        ("Up to about 60 goats died.", "<=60 goat"),
        ("Under 5% agreed.", "<5 %"),
        ("Fully 50+ birds came.", ">=50 bird"),
        ("He hired 30 hands at most.", "<=30 hand"),
        ("It costs north of $3 billion.", ">3000000000 USD"),
        // Over a span of time is during it.
        ("They met twice over three months.", "3 month"),
        ("Talks went on over three months.", "3 month"),
        ("It has lasted for over three months.", ">3 month"),
    ],
    ignores: &[],
    read: Read::Grow(grow),
};

fn grow(scan: &Scan<'_, '_>, draft: &mut Draft) {
    before(scan, draft);
    if let Some((bound, end)) = tables().after.at(scan, draft.to).filter(|_| behind_fits(scan, draft.to)) {
        apply(draft, bound);
        draft.to = end;
    }
}

/// "500 or more cars", "500-plus cars", "50+ birds": before the noun is looked for.
pub(super) fn between(scan: &Scan<'_, '_>, draft: &mut Draft) {
    let at = if scan.hyphen(draft.end) && scan.any(draft.end + 1, words!["plus", "odd", "some"]) { draft.end + 1 } else { draft.end };
    if scan.any(at, words!["at", "and"]) {
        return;
    }
    if let Some((bound, end)) = tables().after.at(scan, at).filter(|_| behind_fits(scan, at)) {
        apply(draft, bound);
        draft.end = end;
        draft.to = draft.to.max(end);
    }
}

/// "plus" and "+" add where a number follows.
fn behind_fits(scan: &Scan<'_, '_>, at: usize) -> bool {
    let adds = scan.any(at, words!["plus", "+"]);
    // "Above 1000 and below 1500" has two bounds.
    if scan.is(at, "and") && (scan.is_number(at + 2) || scan.class(at + 2).is(Class::NUMBER_WORD | Class::CURRENCY | Class::DETERMINER)) {
        return false;
    }
    // "200 odd people"; "odd" is also strange.
    if scan.is(at, "some") {
        return scan.glued(at) && scan.is_word(at + 1);
    }
    if scan.is(at, "odd") {
        return scan.glued(at) || is_plural(scan, at + 1);
    }
    !adds
        || (!scan.is_number(at + 1)
            && !scan.class(at + 1).is(Class::NUMBER_WORD | Class::DETERMINER | Class::CURRENCY)
            && (scan.glued(at) || scan.is_word(at)))
}

fn before(scan: &Scan<'_, '_>, draft: &mut Draft) {
    let mut from = past_marks(scan, draft.from);
    let mut steps = 0;
    while let Some((bound, first)) = tables().before.before(scan, from) {
        if steps == 2 || !fits(scan, draft, first, from) {
            break;
        }
        // The nearest hedge speaks first; a bound outside of it is firmer: "up to about 60".
        let firmer = matches!(bound, Bound::To(qualifier) if qualifier != Qualifier::About);
        if steps == 0 || (firmer && draft.qualifier == Qualifier::About) {
            apply(draft, bound);
        }
        draft.from = first;
        from = first;
        steps += 1;
    }
}

/// A quotation may open between the hedge and the number.
fn past_marks(scan: &Scan<'_, '_>, from: usize) -> usize {
    match from.checked_sub(1) {
        Some(mark) if scan.any(mark, words!["“", "\"", "‘"]) && scan.glued(from) => mark,
        _ => from,
    }
}

fn fits(scan: &Scan<'_, '_>, draft: &Draft, first: usize, end: usize) -> bool {
    let before = first.wrapping_sub(1);
    let single = end == first + 1;
    // "20~100" is a range.
    if single && scan.is(first, "~") && scan.glued(first) && scan.is_number(before) {
        return false;
    }
    if single && scan.any(first, words!["over", "under", "above", "below"]) {
        return hedges_here(scan, draft, first);
    }
    // "talked about two boats" tells what was talked about.
    if single && scan.is(first, "about") {
        return !scan.any(
            before,
            words![
                "talk",
                "talked",
                "talks",
                "talking",
                "asked",
                "know",
                "worried",
                "concerned",
                "think",
                "story",
                "stories",
                "information"
            ],
        );
    }
    // "near two villages" is a place, "lows near 50" an amount.
    if single && scan.any(first, words!["near", "nearing", "approaching"]) {
        return *draft.unit.dimension() != Dimension::Count && !matches!(draft.unit.dimension(), Dimension::Measure("length"));
    }
    if single && scan.is(first, "around") {
        return !scan.any(before, words!["turn", "turned", "walk", "walked", "run", "ran", "way"]);
    }
    if single && scan.is(first, "estimated") {
        return !scan.any(before, words!["he", "she", "they", "who", "it", "had", "has", "have"]);
    }
    // "Two miles north of 50 boats" lies somewhere; "north of $3 billion" is more.
    if scan.is(first, "north") {
        return *draft.unit.dimension() == Dimension::Money && draft.qualifier == Qualifier::Exact;
    }
    // "went up to the fifth floor" moves; "rose up to 5" bounds.
    true
}

/// "over three months" is during them, unless a preposition or "is" takes the whole as one length.
fn hedges_here(scan: &Scan<'_, '_>, draft: &Draft, over: usize) -> bool {
    let before = over.wrapping_sub(1);
    let time = matches!(draft.unit.dimension(), Dimension::Measure("time" | "months"));
    if time && scan.is(over, "over") {
        return over == scan.first
            || scan.class(before).is(Class::AUXILIARY | Class::DETERMINER)
            || scan.any(before, words!["for", "in", "after", "of", "by", "with", "to"])
            || scan.any(before, words!["just", "well", "lasted", "lasting", "took", "after", "spent", "now"]);
    }
    // "2 ppb below 15" compares two amounts, as does "5 over 3".
    // "A 4-under 68" is a card of golf.
    !scan.is_number(before) && !scan.dash(before) || scan.is(before, "%")
}

fn apply(draft: &mut Draft, bound: Bound) {
    match bound {
        Bound::To(qualifier) => {
            // "five hundred or so", "about 500 or more": the bound is the firmer word.
            if qualifier != Qualifier::About || draft.qualifier == Qualifier::Exact {
                draft.qualifier = qualifier;
                draft.near = false;
            }
        }
        Bound::Near => {
            if draft.qualifier == Qualifier::Exact {
                draft.qualifier = Qualifier::About;
                draft.near = true;
            }
        }
        Bound::OrEqual => {
            draft.qualifier = match draft.qualifier {
                Qualifier::More => Qualifier::AtLeast,
                Qualifier::Less => Qualifier::AtMost,
                same => same,
            };
        }
    }
}
