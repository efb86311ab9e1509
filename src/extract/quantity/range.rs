//! Ranges: `10,000-12,000`, `$10 to $15 billion`, `between 20 and 30`, `from 240 to 273`, `more than 5 but less than 9`.

use super::draft::{Draft, Form};
use super::scan::Scan;
use super::unit::Dimension;
use super::{Qualifier, Read, Rule, Unit, Value, trend};
use crate::text::words;

pub(super) const RULE: Rule = Rule {
    name: "range",
    reads: &[
        ("It needs $10 to $15 billion.", "[10000000000, 15000000000] USD"),
        ("Savings range from $200,000 to $4 million.", "[200000, 4000000] USD"),
        ("A grant of €5-10m was paid.", "[5000000, 10000000] EUR"),
        ("Between 20 and 30 cows drowned.", "[20, 30] cow"),
        ("Power jumped from 240 to 273 watts.", "[240, 273] W"),
        ("Prices rose between 5% and 6%.", "[5, 6] % up"),
        ("It lasts three or four years.", "[3, 4] year"),
        ("It takes more than five but fewer than nine weeks.", "[5, 9] week"),
        ("It takes 20~100 days.", "[20, 100] day"),
        ("About 14-18 goats died.", "~[14, 18] goat"),
        ("It foresees growth of 21% to 26%.", "[21, 26] % up"),
        ("Costs lie within the range of $9 million and $10 million.", "[9000000, 10000000] USD"),
        ("It sold 6 percent-7 percent of them.", "[6, 7] %"),
        // A rise by one amount to another tells two.
        ("Debt rose by $3 million to $9 million.", "3000000 USD up; 9000000 USD"),
        ("A 20- to 30-kilometer zone and a 5-to-10-year plan were drawn.", "[20, 30] km; [5, 10] year"),
        ("A dollar buys 110 yen; 1 to 2 thousand people knew.", "110 JPY; [1000, 2000] people"),
    ],
    ignores: &[],
    read: Read::Join(join),
};

fn join(scan: &Scan<'_, '_>, drafts: &mut Vec<Draft>, start: usize) {
    let mut last = start;
    for at in start + 1..drafts.len() {
        let (low, high) = (&drafts[last], &drafts[at]);
        let joined = bridge(scan, low, high).and_then(|bridge| merged(scan, low, high, bridge)).or_else(|| bounded(scan, low, high));
        if let Some(joined) = joined {
            drafts[last] = joined;
        } else {
            last += 1;
            drafts.swap(last, at);
        }
    }
    drafts.truncate(last + 1);
}

/// What ties two numbers to a range.
#[derive(Clone, Copy, PartialEq)]
enum Bridge {
    Plain,
    /// "from … to": a change where a change is told.
    From,
}

fn bridge(scan: &Scan<'_, '_>, low: &Draft, high: &Draft) -> Option<Bridge> {
    if low.one().is_none() || high.one().is_none() || matches!(high.qualifier, Qualifier::More | Qualifier::Less | Qualifier::AtLeast) {
        return None;
    }
    let before = low.from.wrapping_sub(1);
    let from =
        scan.is(before, "from") || (scan.any(before, words!["about", "around", "up", "to"]) && scan.is(before.wrapping_sub(1), "from"));
    // "Between the ages of 17 and 20".
    let ages =
        scan.is(before, "of") && scan.any(before.wrapping_sub(1), words!["age", "ages"]) && scan.is(before.wrapping_sub(3), "between");
    // "In the range of 4 and 6".
    let spans = scan.is(before, "of") && scan.is(before.wrapping_sub(1), "range");
    let between = scan.is(before, "between") || ages || spans;
    let gap = high.from.checked_sub(low.to)?;
    let link = low.to;
    // "Three-nought-four" is told digit by digit.
    if low.form == Form::Words && low.is(0) && scan.hyphen(link) {
        return None;
    }
    if from {
        // "from 21 mpg combined to 23": a few words may stand between.
        let to =
            (link..high.from).next_back().filter(|it| scan.any(*it, words!["to", "through", "until"]) || (gap == 1 && scan.dash(*it)))?;
        let plain = (link..to).all(|it| scan.is_word(it) || scan.is_number(it));
        return (plain && gap <= 8).then_some(Bridge::From);
    }
    let hung = hung(scan, low, high);
    if gap != 1 && !hung {
        return None;
    }
    let link = if hung { low.to + 1 } else { link };
    let told = low.trend.is_some() && low.unit != Unit::NONE;
    let rising = low.one() < high.one() || (high.scale > low.scale);
    let ties = match scan.word(link) {
        "to" | "through" | "~" => rising && (!told || spread(scan, low, high)),
        "and" => between,
        "or" => rising && near(low, high) && (gap == 1 || hung),
        _ => scan.dash(link) && rising && (scan.glued(link) == scan.glued(high.from)) && !scan.is(link, "—"),
    };
    ties.then_some(Bridge::Plain)
}

/// "a 20- to 30-kilometre zone", "a 5-to-10-year plan": hyphens that hang between the ends.
fn hung(scan: &Scan<'_, '_>, low: &Draft, high: &Draft) -> bool {
    let hyphen = scan.dash(low.to) && scan.glued(low.to) && scan.any(low.to + 1, words!["to", "or"]);
    let tied = scan.hyphen(low.to + 2) && high.from == low.to + 3;
    hyphen && (tied || high.from == low.to + 2)
}

/// "growth of 21% to 26%" spreads; "rose 0.3% to 4.1%" tells where the rise led.
fn spread(scan: &Scan<'_, '_>, low: &Draft, high: &Draft) -> bool {
    let led = scan.any(low.from.wrapping_sub(1), words!["of", "up", "down"]);
    let near = low.one().zip(high.one()).is_some_and(|(one, other)| one + one >= other);
    led && near && low.unit == high.unit && *low.unit.dimension() == Dimension::Share
}

/// "three or four" is a range; "5 or 500" is a choice.
fn near(low: &Draft, high: &Draft) -> bool {
    let (Some(one), Some(other)) = (low.one(), high.one()) else { return false };
    one + one >= other && low.form == high.form && low.bare() && low.noun.is_none()
}

fn merged(scan: &Scan<'_, '_>, low: &Draft, high: &Draft, bridge: Bridge) -> Option<Draft> {
    let unit = common_unit(low, high)?;
    let (mut one, other) = (low.one()?, high.one()?);
    // The scale stands for both, unless that would turn the range around.
    if low.scale < high.scale && !low.signed && high.scale > rust_decimal::Decimal::ONE {
        let mantissa = other.checked_div(high.scale)?;
        if one < mantissa && low.scale == rust_decimal::Decimal::ONE {
            one = one.checked_mul(high.scale)?;
        }
    }
    let told = trend::told(scan, low, 2);
    let mut range = high.clone();
    range.change = bridge == Bridge::From && (one > other || told.is_some() || trend_behind(scan, low));
    range.first = low.first;
    let between = low.from.wrapping_sub(1);
    range.from = if scan.is(between, "between") { between } else { low.from };
    range.value = Value::Range(one, other);
    range.unit = unit;
    range.noun = high.noun.or(low.noun);
    range.qualifier =
        if low.qualifier == Qualifier::About || high.qualifier == Qualifier::About { Qualifier::About } else { Qualifier::Exact };
    range.near = false;
    // The ends of a change tell its direction themselves.
    range.trend = if range.change { None } else { low.trend.or(told) };
    range.signed = low.signed;
    range.to = high.to;
    Some(range)
}

/// "went from 5 to 7", "moved", "turned": a change without a direction.
fn trend_behind(scan: &Scan<'_, '_>, low: &Draft) -> bool {
    let before = low.from.wrapping_sub(2);
    scan.any(before, words!["went", "goes", "go", "gone", "moved", "moves", "changed", "changes", "shifted", "swung", "turned"])
}

/// The unit of both ends; none where they measure different things.
fn common_unit(low: &Draft, high: &Draft) -> Option<Unit> {
    if low.bare() || low.unit == high.unit {
        return Some(high.unit.clone());
    }
    if high.bare() {
        return Some(low.unit.clone());
    }
    // "$75 a barrel to $45", "years to 14 years old".
    let rate = |whole: &Unit, part: &Unit| *whole.dimension() == Dimension::Rate && whole.symbol().split('/').next() == Some(part.symbol());
    if rate(&low.unit, &high.unit) {
        return Some(low.unit.clone());
    }
    rate(&high.unit, &low.unit).then(|| high.unit.clone())
}

/// "more than 20 and less than 30", "at most 100 and at least 20": two bounds on one thing.
fn bounded(scan: &Scan<'_, '_>, one: &Draft, other: &Draft) -> Option<Draft> {
    let below = |it: &Draft| matches!(it.qualifier, Qualifier::Less | Qualifier::AtMost);
    let above = |it: &Draft| matches!(it.qualifier, Qualifier::More | Qualifier::AtLeast);
    let (low, high) = if above(one) && below(other) {
        (one, other)
    } else if below(one) && above(other) {
        (other, one)
    } else {
        return None;
    };
    let linked = one.to < other.from
        && other.from - one.to <= 3
        && (one.to..other.from).all(|it| scan.any(it, words!["and", "but", ",", "also", "yet", "is"]));
    let sound = low.one()? < high.one()?;
    let unit = common_unit(one, other)?;
    if !linked || !sound {
        return None;
    }
    let mut range = other.clone();
    range.first = one.first;
    range.from = one.from;
    range.value = Value::Range(low.one()?, high.one()?);
    range.unit = unit;
    range.noun = other.noun.or(one.noun);
    range.qualifier = Qualifier::Exact;
    range.trend = one.trend.or(other.trend);
    Some(range)
}
