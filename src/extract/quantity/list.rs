//! What a list leaves out: `300 soldiers died and another 2,700 were hurt`, `30 million of the 2.1 billion euros`.

use super::draft::{Draft, Form};
use super::noun::{is_plural, unit_name};
use super::scan::Scan;
use super::unit::Dimension;
use super::{Read, Rule, Unit, count};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "list",
    reads: &[
        ("Some 300 miners died and another 2,700 were hurt.", "~300 miner; 2700 miner"),
        ("Exports fell by 2 percent and imports by 1.", "2 % down; 1 % down"),
        ("The port raised 30 million of the 2.1 billion euros.", "30000000 EUR; 2100000000 EUR"),
        ("It is 73 x 52 cm, in a 40-by-60-foot hall.", "73 cm; 52 cm; 40 ft; 60 ft"),
        ("It held 1,300 acres in May but only 400 by June.", "1300 acre; 400 acre"),
        ("They are 27 and 29 years old.", "27 year of age; 29 year of age"),
        ("Four-, five- and six-door cars came.", "4 door; 5 door; 6 door"),
        ("Twelve monks fled and 20 others stayed.", "12 monk; 20 monk"),
        ("It lost 49 men, including 11 on Monday.", "49 man; 11 man"),
        ("Of the sailors, 300 had drowned.", "300 sailor"),
        ("A dollar bought 98 yen, against 103 a month ago.", "98 JPY; 103 JPY"),
    ],
    ignores: &[],
    read: Read::Relate(join),
};

fn join(scan: &Scan<'_, '_>, drafts: &mut [Draft], start: usize) {
    // Backwards first: of several hung hyphens each takes what the next one took.
    for at in (start..drafts.len()).rev() {
        if drafts[at].bare()
            && let Some((unit, noun)) = drafts.get(at + 1).filter(|it| part_of(scan, &drafts[at], it)).map(|it| (it.unit.clone(), it.noun))
        {
            drafts[at].unit = unit;
            drafts[at].noun = noun.or(drafts[at].noun);
        }
    }
    // What a bare number may count on in.
    let mut told = Vec::new();
    for at in start..drafts.len() {
        if at > start && !drafts[at - 1].bare() {
            told.push(at - 1);
        }
        let others = drafts[at].unit.symbol() == "other";
        // "down 2.3%, Burlington by 2.6%": the change is told once.
        if drafts[at].trend.is_none() && scan.is(drafts[at].from.wrapping_sub(1), "by") && at > start {
            drafts[at].trend = drafts[at - 1].trend;
        }
        if !drafts[at].bare() && !others {
            continue;
        }
        let before = told.iter().rev().map(|it: &usize| &drafts[*it]).find(|it| goes_on(scan, &drafts[at], it));
        let taken = before.map(|it| (it.unit.clone(), it.noun)).or_else(|| fronted(scan, &drafts[at]));
        if let Some((unit, noun)) = taken {
            drafts[at].unit = unit;
            drafts[at].noun = noun.or(drafts[at].noun);
        }
    }
}

/// "30 million of the 2.1 billion euros", "3 of the 10 boats".
fn part_of(scan: &Scan<'_, '_>, draft: &Draft, whole: &Draft) -> bool {
    // "four-, five- and six-cylinder engines".
    let hung = scan.dash(draft.to) && scan.glued(draft.to) && scan.any(draft.to + 1, words![",", "and", "or", "to"]);
    // "73 x 52 cm", "a 40-by-60-foot hall".
    let across = if scan.hyphen(draft.to) { draft.to + 1 } else { draft.to };
    let measured = matches!(whole.unit.dimension(), Dimension::Measure("length"));
    let across = scan.any(across, words!["x", "×", "by"]) && measured && (across + 1..across + 3).contains(&whole.from);
    // "They are 27 and 29 years old": the unit is told once.
    let pair = scan.any(draft.to, words!["and", "or"])
        && whole.from == draft.to + 1
        && matches!(whole.unit.dimension(), Dimension::Measure(_) | Dimension::Share)
        && !scan.class(draft.from.wrapping_sub(1)).is(Class::DETERMINER)
        && draft.one().is_some_and(|it| it.is_integer());
    if (hung || across || pair) && !whole.bare() {
        return true;
    }
    !whole.bare()
        && scan.is(draft.to, "of")
        && whole.from > draft.to
        && (draft.to + 1..whole.from).all(|it| scan.class(it).is(Class::DETERMINER) || scan.any(it, words!["only", "just"]))
}

/// "Of the soldiers, 300 had died": what the sentence opens with is counted by what follows.
fn fronted(scan: &Scan<'_, '_>, draft: &Draft) -> Option<(Unit, Option<(usize, usize)>)> {
    let whole = scan.any(scan.first, words!["of", "among"]).then(|| count::of_noun(scan, scan.first)).flatten()?;
    let head = (whole.0..whole.1).rev().find(|it| is_plural(scan, *it))?;
    let verb = scan.class(draft.to).is(Class::AUXILIARY | Class::PAST) || scan.ends_with(draft.to, "ed");
    let whole_number = draft.one().is_some_and(|it| it.is_integer());
    let fits = verb && whole_number && scan.is(whole.1, ",") && whole.1 < draft.from;
    fits.then(|| (Unit::count(unit_name(scan.word(head), scan.capital(head))), Some(whole)))
}

/// Whether a bare number counts on in what stands before it.
fn goes_on(scan: &Scan<'_, '_>, draft: &Draft, before: &Draft) -> bool {
    let lead = draft.from.wrapping_sub(1);
    match before.unit.dimension() {
        Dimension::Count => {
            let more = scan.any(lead, words!["another", "further", "additional", "other", "including"])
                || scan.any(draft.end, words!["more", "others", "other", "of"])
                || draft.unit.symbol() == "other";
            let verb = scan.class(draft.to).is(Class::AUXILIARY) || scan.ends_with(draft.to, "ed");
            // A figure that takes up a count earlier in the sentence: "put the number of dead at 4,000".
            let large = draft.form == Form::Digits && draft.one().is_some_and(|it| it >= 100.into());
            more || verb || (large && scan.kind(draft.to).is_none_or(|_| scan.any(draft.to, words![".", ","])))
        }
        Dimension::Share | Dimension::Measure(_) | Dimension::Money | Dimension::Rate => {
            let told = draft.trend.is_some();
            let compared = scan.any(lead, words!["versus", "vs", "against"])
                || scan.any(lead, words!["to", "with"]) && scan.is(lead.wrapping_sub(1), "compared");
            // "It held 1,300 acres then, but only 400 by May".
            let less = scan.any(lead, words!["only", "just"]) && scan.any(lead.wrapping_sub(1), words!["but", "and", "now"]);
            let compared = compared || less;
            let listed = (compared || scan.any(lead, words!["and", "or", "from", "by"]))
                && scan
                    .kind(draft.to)
                    .is_none_or(|_| !scan.is_word(draft.to) || scan.class(draft.to).is(Class::FUNCTION | Class::RELATIVE));
            // "Rose 2%, or 3.1, in May": the same change, in points.
            let restated = scan.is(lead, "or") && scan.is(lead.wrapping_sub(1), ",");
            let part = draft.one().is_some_and(|it| !it.is_integer()) && !restated;
            (told && scan.any(lead, words!["by"])) || (listed && (part || compared || scan.is(lead, "by")))
        }
        Dimension::None => false,
    }
}
