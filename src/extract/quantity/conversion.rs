//! One amount in two units: `800 square kilometers [309 square miles]`, `15 kilometers, or 9 miles`.

use rust_decimal::Decimal;

use super::draft::Draft;
use super::scan::Scan;
use super::unit::Dimension;
use super::{Qualifier, Read, Rule, count};
use crate::text::words;

pub(super) const RULE: Rule = Rule {
    name: "conversion",
    reads: &[
        ("It covers 800 square kilometers [309 square miles].", "800 km²; 309 mi² = 800 km²"),
        ("It cost 9 billion shekels ($2.4 billion).", "9000000000 ILS; 2400000000 USD = 9000000000 ILS"),
        ("It has less than 296 hp (300 PS / 224 kW).", "<296 hp; 300 metric horsepower = <296 hp; 224 kW"),
        ("It cost more than £3 ($4).", ">3 GBP; >4 USD = >3 GBP"),
        ("They crawled 15 kilometers, or over 9 miles, north.", "15 km; >9 mi = 15 km"),
        ("It is 47 feet (14 metres) deep.", "47 ft; 14 m = 47 ft"),
    ],
    ignores: &[],
    read: Read::Relate(join),
};

fn join(scan: &Scan<'_, '_>, drafts: &mut [Draft], start: usize) {
    for at in start + 1..drafts.len() {
        // "fell 9 points, or 0.4%": one change, told twice.
        if told_twice(scan, &drafts[at - 1], &drafts[at]) {
            drafts[at].trend = drafts[at - 1].trend;
        }
        let (stated, converted) = (&drafts[at - 1], &drafts[at]);
        if bracketed(scan, stated, converted) && comparable(stated, converted)
            || restated(scan, stated, converted) && same(stated, converted)
        {
            let original = drafts[at - 1].converts.unwrap_or(at - 1);
            // "800 km² (309 sq mi) of marsh": what is measured may stand behind the bracket.
            let behind = count::of_noun(scan, drafts[at].to + 1).filter(|_| scan.any(drafts[at].to, words![")", "]"]));
            let noun = drafts[original].noun.or(drafts[at].noun).or(behind);
            drafts[original].noun = noun;
            drafts[at].noun = noun;
            drafts[at].converts = Some(original);
            // "More than 9 billion shekels ($2.4 billion)": no factor is exact between currencies, so the bound goes along.
            let bound = drafts[original].qualifier;
            let money = *drafts[at].unit.dimension() == Dimension::Money;
            if money && drafts[at].qualifier == Qualifier::Exact && bound != Qualifier::About {
                drafts[at].qualifier = bound;
            }
            drafts[at].trend = drafts[at].trend.or(drafts[original].trend);
        }
    }
}

/// Whether the second opens a bracket not far behind the first.
fn bracketed(scan: &Scan<'_, '_>, stated: &Draft, converted: &Draft) -> bool {
    let open = converted.from.wrapping_sub(1);
    let slash = scan.is(open, "/") && open == stated.to;
    slash || (scan.any(open, words!["(", "["]) && open >= stated.to && open - stated.to <= 6)
}

/// "fell 9 points, or 0.4 percent": a change and the share that it makes.
fn told_twice(scan: &Scan<'_, '_>, stated: &Draft, share: &Draft) -> bool {
    *share.unit.dimension() == Dimension::Share && share.trend.is_none() && stated.trend.is_some() && restated(scan, stated, share)
}

/// ", or 9 miles".
fn restated(scan: &Scan<'_, '_>, stated: &Draft, converted: &Draft) -> bool {
    let or = converted.from.wrapping_sub(1);
    scan.is(or, "or") && or >= stated.to && or - stated.to <= 1
}

fn comparable(stated: &Draft, converted: &Draft) -> bool {
    let (one, other) = (&stated.unit, &converted.unit);
    one.symbol() != other.symbol()
        && one.dimension() == other.dimension()
        && matches!(one.dimension(), Dimension::Measure(_) | Dimension::Money)
        || matches!((one.symbol(), other.symbol()), ("°C", "°F") | ("°F", "°C"))
}

/// Whether the two are one amount, within what rounding leaves.
fn same(stated: &Draft, converted: &Draft) -> bool {
    let equal = || {
        let factor = stated.unit.in_terms_of(&converted.unit)?;
        let exact = stated.one()?.checked_mul(factor)?;
        let away = converted.one()?.checked_sub(exact)?.abs();
        Some(away.checked_mul(Decimal::TEN)? <= exact.abs())
    };
    comparable(stated, converted) && equal().unwrap_or(false)
}
