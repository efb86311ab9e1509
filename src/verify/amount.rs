//! Amounts: whether a source's figure bears out the claim's.
//!
//! Both are intervals in one unit. A source's amount that lies inside the claim's bears it out; one that cannot meet it
//! says otherwise; the rest says nothing.

use rust_decimal::Decimal;

use crate::extract::quantity::{Dimension, Interval, Qualifier, Quantity, Value};

use super::Answer;
use super::meaning::{Meaning, stem};

/// How a source's amount stands to a claim's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comparison {
    /// What it answers.
    pub answer: Answer,
    /// A remark, its reason code first.
    pub note: Option<String>,
}

impl Comparison {
    const fn plain(answer: Answer) -> Self {
        Self { answer, note: None }
    }
}

/// Whether the two measure or count the same sort of thing.
pub(super) fn comparable(claim: &Quantity, stated: &Quantity, meaning: &Meaning) -> bool {
    use Dimension as D;
    match (claim.unit.dimension(), stated.unit.dimension()) {
        (D::Count, D::Count) => {
            let (mine, theirs) = (stem(claim.unit.symbol()), stem(stated.unit.symbol()));
            mine == theirs || meaning.kinship(&mine, &theirs).is_some() || general(&mine) || general(&theirs)
        }
        (D::Count | D::None, D::None) | (D::None, D::Count) => true,
        _ => stated.unit.in_terms_of(&claim.unit).is_some(),
    }
}

/// A head that says no more than that people, or times, are counted.
fn general(noun: &str) -> bool {
    matches!(noun, "people" | "person" | "other" | "total")
}

/// Holds `stated` against `claim`; they are comparable.
pub(super) fn compare(claim: &Quantity, stated: &Quantity, strict: bool) -> Comparison {
    let factor = stated.unit.in_terms_of(&claim.unit).unwrap_or(Decimal::ONE);
    let converted = factor != Decimal::ONE;
    if converted && claim.qualifier == stated.qualifier && near(claim, stated, factor) {
        return Comparison { answer: Answer::Agrees, note: Some(converted_note(stated, claim, factor)) };
    }
    if !converted && claim.value == stated.value {
        return same_figure(claim, stated, strict);
    }
    if figures(claim, stated) {
        return rounded(claim, stated, factor, strict);
    }
    let (mine, theirs) = (meant(claim), meant(stated).scaled(factor));
    // A range is on record with both its ends: "10 to 12" is not "10 to 15".
    let ranges = matches!((claim.value, stated.value), (Value::Range(..), Value::Range(..))) && claim.qualifier == stated.qualifier;
    if ranges && mine != theirs && !(claim.vague || stated.vague) {
        let note = format!("bound: the source says {}", shown(stated));
        return Comparison { answer: if mine.meets(theirs) { Answer::Silent } else { Answer::Differs }, note: Some(note) };
    }
    if mine.contains(theirs) && !(strict && claim.qualifier != stated.qualifier) {
        let note = converted.then(|| converted_note(stated, claim, factor));
        return Comparison { answer: Answer::Agrees, note };
    }
    if !strict
        && ceiling(stated).is_some_and(|it| mine.contains(Interval { high: Some(it), below: true, ..stated.interval }.scaled(factor)))
    {
        let note = format!("bound: the source says {}, and would say so of the next round figure", shown(stated));
        return Comparison { answer: Answer::Agrees, note: Some(note) };
    }
    Comparison::plain(if mine.meets(theirs) { Answer::Silent } else { Answer::Differs })
}

/// Whether both are one figure each, exact or rounded, and no bounds.
fn figures(claim: &Quantity, stated: &Quantity) -> bool {
    let figure = |it: &Quantity| matches!(it.value, Value::One(_)) && matches!(it.qualifier, Qualifier::Exact | Qualifier::About);
    figure(claim) && figure(stated)
}

/// Two figures that are not the same: one may be the other rounded, or too far from it to be.
fn rounded(claim: &Quantity, stated: &Quantity, factor: Decimal, strict: bool) -> Comparison {
    let note = || Some(format!("rounding: the source says {}", shown(stated)));
    if rounds_to(claim, stated, factor) {
        return Comparison { answer: Answer::Agrees, note: note() };
    }
    let (Value::One(mine), Value::One(theirs)) = (claim.value, stated.value) else { return Comparison::plain(Answer::Silent) };
    let Some(theirs) = theirs.checked_mul(factor) else { return Comparison::plain(Answer::Silent) };
    let off = (mine - theirs).abs();
    let slack = slack(claim);
    let sharp = |it: &Quantity| it.qualifier == Qualifier::Exact && !fraction(it);
    if sharp(claim) && sharp(stated) {
        return Comparison::plain(Answer::Differs);
    }
    if !strict && !sharp(claim) && sharp(stated) && off <= slack {
        return Comparison { answer: Answer::Agrees, note: note() };
    }
    let theirs = self::slack(stated).checked_mul(factor).unwrap_or(Decimal::MAX);
    // Rounded figures exclude each other where neither lies within the other's rounding.
    Comparison::plain(if off > slack.saturating_add(theirs) { Answer::Differs } else { Answer::Silent })
}

/// Whether it is a share told in words, which are coarse: "two-thirds", "3 in 10".
fn fraction(quantity: &Quantity) -> bool {
    *quantity.unit.dimension() == Dimension::Share && quantity.unit.symbol().is_empty()
}

/// How far the thing meant may lie from the figure: half a step of its last digit that counts, within reason.
fn slack(quantity: &Quantity) -> Decimal {
    let Value::One(value) = quantity.value else { return Decimal::ZERO };
    let share = |thousandths: i64| value.abs().checked_mul(Decimal::new(thousandths, 3)).unwrap_or(Decimal::ZERO);
    let half = precision(value) / Decimal::TWO;
    match quantity.qualifier {
        _ if fraction(quantity) => share(25),
        // "About 340" is not 360, and "about 1,000" may be 1,050.
        Qualifier::About => half.min(share(100)).max(share(25)),
        _ => half.min(share(25)),
    }
}

/// The values that a figure stands for: a bound's interval, a rounded figure with its rounding.
fn meant(quantity: &Quantity) -> Interval {
    let (Value::One(value), Qualifier::About) = (quantity.value, quantity.qualifier) else { return quantity.interval };
    let slack = slack(quantity);
    let (low, high) = (value.saturating_sub(slack), value.saturating_add(slack));
    Interval {
        low: Some(quantity.interval.low.map_or(low, |it| it.max(low))),
        high: Some(quantity.interval.high.map_or(high, |it| it.min(high))),
        ..quantity.interval
    }
}

/// The same figure: the qualifiers decide.
fn same_figure(claim: &Quantity, stated: &Quantity, strict: bool) -> Comparison {
    use Qualifier as Q;
    if claim.qualifier == stated.qualifier {
        return if claim.interval == stated.interval || claim.interval.contains(stated.interval) || !strict {
            Comparison::plain(Answer::Agrees)
        } else {
            Comparison::plain(Answer::Silent)
        };
    }
    let softer = || Some(format!("qualifier: the source says {}", shown(stated)));
    match (claim.qualifier, stated.qualifier) {
        (Q::Exact | Q::About, Q::About | Q::Exact) if strict => Comparison { answer: Answer::Silent, note: softer() },
        (Q::Exact, Q::About) => Comparison { answer: Answer::Agrees, note: softer() },
        (Q::About, Q::Exact) => Comparison::plain(Answer::Agrees),
        _ if claim.interval.contains(stated.interval) => {
            Comparison { answer: if strict { Answer::Silent } else { Answer::Agrees }, note: None }
        }
        _ if claim.interval.meets(stated.interval) => {
            Comparison { answer: Answer::Silent, note: Some(format!("bound: the source says {}", shown(stated))) }
        }
        _ => Comparison::plain(Answer::Differs),
    }
}

/// The next round figure above an amount of which the source says that it is more: "more than 4,700" are not 4,800 yet.
fn ceiling(stated: &Quantity) -> Option<Decimal> {
    let Value::One(value) = stated.value else { return None };
    let step = precision(value);
    // "More than 12 ships" may be 20; three digits that count, or a measure to the unit, were counted.
    let counted = stated.qualifier == Qualifier::More && value >= step * Decimal::TEN;
    counted.then(|| value + step)
}

/// Whether two figures in different units are one, within the precision of the coarser.
fn near(claim: &Quantity, stated: &Quantity, factor: Decimal) -> bool {
    let (Value::One(mine), Value::One(theirs)) = (claim.value, stated.value) else { return false };
    let Some(theirs) = theirs.checked_mul(factor) else { return false };
    let step = precision(mine).max(precision_scaled(stated.value, factor));
    (mine - theirs).abs() * Decimal::TWO <= step
}

/// Whether the claim's figure is the source's, rounded to the claim's precision.
fn rounds_to(claim: &Quantity, stated: &Quantity, factor: Decimal) -> bool {
    let (Value::One(mine), Value::One(theirs)) = (claim.value, stated.value) else { return false };
    if !matches!(claim.qualifier, Qualifier::Exact | Qualifier::About) || !matches!(stated.qualifier, Qualifier::Exact | Qualifier::About) {
        return false;
    }
    let Some(theirs) = theirs.checked_mul(factor) else { return false };
    let off = (mine - theirs).abs();
    let step = precision(mine);
    // Who is 91 is not 90.
    let age = claim.unit.symbol().ends_with(" of age") && claim.qualifier == Qualifier::Exact;
    // A whole count is not rounded: 12 ships are not 12.4.
    let whole = matches!(claim.unit.dimension(), Dimension::Count | Dimension::None);
    let coarse = !age && (step > Decimal::ONE || mine.scale() > 0 || !whole);
    let slack = if claim.qualifier == Qualifier::About { Decimal::new(10, 2) } else { Decimal::new(55, 3) };
    coarse && step > precision(theirs) && off * Decimal::TWO <= step && off <= mine.abs() * slack
}

/// What one step in the last digit that counts is worth: 100 for 1,300; 0.1 for 4.2.
fn precision(value: Decimal) -> Decimal {
    let value = value.normalize();
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    let mut step = Decimal::ONE;
    let mut rest = value.abs();
    let ten = Decimal::TEN;
    while !rest.is_zero() && (rest % ten).is_zero() {
        rest /= ten;
        step *= ten;
    }
    step
}

fn precision_scaled(value: Value, factor: Decimal) -> Decimal {
    let Value::One(value) = value else { return Decimal::ONE };
    precision(value).checked_mul(factor).unwrap_or(Decimal::ONE)
}

fn converted_note(stated: &Quantity, claim: &Quantity, factor: Decimal) -> String {
    let Value::One(value) = stated.value else { return format!("converted: from {}", stated.unit.symbol()) };
    let value = value.checked_mul(factor).unwrap_or(value).round_dp(1).normalize();
    format!("converted: {} is {value} {}", shown(stated), claim.unit.symbol())
}

/// An amount in short: "about 64%", "more than 800 km²".
pub(super) fn shown(quantity: &Quantity) -> String {
    let qualifier = match quantity.qualifier {
        Qualifier::Exact => "",
        Qualifier::About => "about ",
        Qualifier::More => "more than ",
        Qualifier::AtLeast => "at least ",
        Qualifier::Less => "less than ",
        Qualifier::AtMost => "at most ",
    };
    // "Two-thirds" is shown as what it is compared as.
    let (factor, symbol) = if fraction(quantity) { (quantity.unit.factor(), "%") } else { (Decimal::ONE, quantity.unit.symbol()) };
    let number = |it: Decimal| grouped(it.checked_mul(factor).unwrap_or(it).round_dp(4 - u32::from(factor != Decimal::ONE) * 3));
    let value = match quantity.value {
        Value::One(value) => number(value),
        Value::Range(low, high) => format!("{} to {}", number(low), number(high)),
    };
    let counted = *quantity.unit.dimension() == Dimension::Count && quantity.value != Value::One(Decimal::ONE);
    let noun = if counted { plural(symbol) } else { symbol.to_owned() };
    let space = if noun.is_empty() || noun == "%" { "" } else { " " };
    format!("{qualifier}{value}{space}{noun}")
}

/// The plural of a noun that is counted.
fn plural(noun: &str) -> String {
    if ["people", "aircraft", "series", "species", "police", "cattle", "sheep", "fish"].contains(&noun) {
        return noun.to_owned();
    }
    let irregular = [("person", "people"), ("child", "children"), ("woman", "women"), ("man", "men"), ("foot", "feet"), ("life", "lives")];
    let ends = irregular.iter().find_map(|(one, many)| Some(format!("{}{many}", noun.strip_suffix(one)?)));
    let vowel = |it: &str| it.ends_with(['a', 'e', 'i', 'o', 'u']);
    ends.unwrap_or_else(|| match noun.strip_suffix('y').filter(|it| !vowel(it)) {
        Some(root) => format!("{root}ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|it| noun.ends_with(it)) => format!("{noun}es"),
        None => format!("{noun}s"),
    })
}

/// A number with commas between its thousands.
fn grouped(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (whole, rest) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |it| ("-", it));
    let mut out = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Words, read_sentence};

    fn one(text: &str) -> Quantity {
        let mut read = read_sentence(text).reading.quantities;
        assert_eq!(read.len(), 1, "{text}");
        read.remove(0)
    }

    fn check(claim: &str, stated: &str, expected: Answer) {
        let (claimed, source) = (one(claim), one(stated));
        assert!(comparable(&claimed, &source, &Meaning::new(&Words::default())), "{claim} / {stated}");
        assert_eq!(compare(&claimed, &source, false).answer, expected, "{claim} / {stated}");
    }

    #[test]
    fn rounded_figures_exclude_each_other_where_neither_is_the_other_rounded() {
        check("about 430 huts burned", "about 340 huts burned", Answer::Differs);
        check("about 340 huts burned", "about 350 huts burned", Answer::Silent);
        check("about 340 huts burned", "about 345 huts burned", Answer::Agrees);
        check("about 340 huts burned", "343 huts burned", Answer::Agrees);
        check("about 340 huts burned", "367 huts burned", Answer::Differs);
        check("about 74% of the huts burned", "about 64% of the huts burned", Answer::Differs);
        check("about 65% of the huts burned", "about 64% of the huts burned", Answer::Silent);
        check("12 huts burned", "13 huts burned", Answer::Differs);
    }

    #[test]
    fn a_rounded_figure_meets_no_bound_that_its_rounding_does_not_reach() {
        check("fewer than 300 huts burned", "about 340 huts burned", Answer::Differs);
        check("fewer than 335 huts burned", "about 340 huts burned", Answer::Silent);
        check("more than 300 huts burned", "about 340 huts burned", Answer::Agrees);
        check("more than 1,000 huts burned", "hundreds of huts burned", Answer::Differs);
    }

    #[test]
    fn a_figure_is_rounded_to_the_precision_of_the_claim() {
        check("the debt was $1.3 billion", "the debt was $1.28 billion", Answer::Agrees);
        check("the debt was $1.28 billion", "the debt was $1.3 billion", Answer::Differs);
        check("the rate was 4%", "the rate was 4.2%", Answer::Agrees);
        check("the rate was 4.6%", "the rate was 4.2%", Answer::Differs);
    }

    #[test]
    fn shares_in_words_are_percentages() {
        check("about 67% of the huts burned", "about two-thirds of the huts burned", Answer::Agrees);
        check("about a third of the huts burned", "about two-thirds of the huts burned", Answer::Differs);
        check("75% of the huts burned", "three quarters of the huts burned", Answer::Agrees);
    }

    #[test]
    fn percent_are_no_percentage_points() {
        let (points, percent) = (one("the rate rose by 5 percentage points"), one("the rate rose by 5%"));
        assert!(!comparable(&points, &percent, &Meaning::new(&Words::default())));
    }

    #[test]
    fn amounts_are_shown_as_a_person_writes_them() {
        let shown = |text: &str| shown(&one(text));
        assert_eq!(shown("about two-thirds of the huts burned"), "about 66.7%");
        assert_eq!(shown("194 ferries sank"), "194 ferries");
        assert_eq!(shown("one ferry sank"), "1 ferry");
        assert_eq!(shown("more than 1,200 children left"), "more than 1,200 children");
    }
}
