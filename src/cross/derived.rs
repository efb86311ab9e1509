//! Declared relations: what figures that belong together come to, against what is stated.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::conversion::short;
use super::equation::{self, Side};
use super::measure::{DataPoint, Timeline};
use super::{Cited, Inconsistency, Kind, Rule};
use crate::claim::{Claims, Equation, Operand};
use crate::extract::{Interval, Unit};
use crate::finding::Severity;
use crate::language::name::same_person;

pub(super) const RULE: Rule = Rule {
    kind: Kind::Derived,
    code: "derived",
    summary: "A declared relation that does not hold: what figures of one document and speaker come to, and a stated figure that lies \
              further off than the tolerance. Every evaluation is shown, whether it holds or not.",
    reports: &[],
    spares: &[],
};

/// A relation, worked out for figures that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The relation's id.
    pub relation: String,
    /// Its equation, as declared.
    pub equation: String,
    /// The measures that it names.
    pub measures: Vec<String>,
    /// The equation with the figures in it: "800 km² / 64% = 1250 km²".
    pub shown: String,
    /// The figures that went in.
    pub inputs: Vec<Cited>,
    /// What they come to, in the base unit of the other side.
    pub result: Decimal,
    /// The stated figures that it was held against, and whether each lies within the tolerance.
    pub stated: Vec<(Cited, bool)>,
}

/// Every declared relation, worked out for each document and speaker that gives all figures of one side.
pub(super) fn evaluations(claims: &Claims, timelines: &[Timeline]) -> Vec<Evaluation> {
    let mut found = Vec::new();
    for relation in &claims.relations {
        let Ok(Equation { left, right }) = Equation::parse(&relation.equation) else { continue };
        // The side that has more to work out is worked out; the other is looked up.
        let (worked, stated) = if left.len() >= right.len() { (left, right) } else { (right, left) };
        let [(_, Operand::Measure(stated, _))] = stated.as_slice() else { continue };
        let stated = timelines.iter().find(|it| it.measure == *stated);
        for inputs in together(&worked, timelines) {
            found.extend(evaluate(relation, &worked, &inputs, stated));
        }
    }
    found
}

type Inputs<'t> = BTreeMap<&'t str, &'t DataPoint>;

/// The sets of figures, one for each measure of `side`, that stand in one document and come from one speaker.
fn together<'t>(side: &'t Side, timelines: &'t [Timeline]) -> Vec<Inputs<'t>> {
    let measures = equation::measures(side);
    let points = |id: &str| timelines.iter().find(|it| it.measure == id).map(|it| it.points.as_slice()).unwrap_or_default();
    let Some((first, others)) = measures.split_first() else { return Vec::new() };
    let usable = |it: &&DataPoint| !it.unsure && !it.vague && middle(it.interval).is_some();
    let mut sets = Vec::new();
    for one in points(first).iter().filter(usable) {
        let partner = |id: &&&'t str| {
            let fits = points(id).iter().filter(usable).filter(|it| belongs(one, it));
            // The nearest in the text is meant.
            fits.min_by_key(|it| it.cited.span.start.abs_diff(one.cited.span.start)).map(|it| (**id, it))
        };
        let partners: Vec<_> = others.iter().map_while(|it| partner(&it)).collect();
        if partners.len() == others.len() {
            sets.push(std::iter::once((*first, one)).chain(partners).collect());
        }
    }
    sets
}

fn belongs(one: &DataPoint, other: &DataPoint) -> bool {
    if one.cited.document != other.cited.document || one.cited.as_of != other.cited.as_of {
        return false;
    }
    match (&one.cited.speaker, &other.cited.speaker) {
        (Some(first), Some(second)) => same_person(first, second),
        (None, None) => true,
        _ => false,
    }
}

/// The figure that an interval is about: its stated end where one is open, else its middle.
fn middle(interval: Interval) -> Option<Decimal> {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) => Some((low + high) / Decimal::TWO),
        (low, high) => low.or(high),
    }
}

fn evaluate(relation: &crate::claim::Relation, side: &Side, inputs: &Inputs<'_>, stated: Option<&Timeline>) -> Option<Evaluation> {
    let share = |it: &DataPoint| it.cited.amount.as_deref().is_some_and(is_share);
    let value = |id: &str| {
        let point = inputs.get(id)?;
        let value = middle(point.interval)?;
        Some(if share(point) { value / Decimal::ONE_HUNDRED } else { value })
    };
    let result = equation::result(side, value)?;
    let unit = stated.map(|it| it.unit.clone()).unwrap_or_default();
    let factor = Unit::named(&unit).map_or(Decimal::ONE, |it| it.factor());
    let in_unit = result.checked_div(factor)?;
    let amounts = |id: &str| inputs.get(id).and_then(|it| it.cited.amount.clone()).unwrap_or_default();
    let shown = format!("{} = {} {unit}", equation::shown(side, amounts), grouped(short(in_unit)));
    let stated = stated.map(|it| it.points.as_slice()).unwrap_or_default();
    let stated = distinct(stated.iter().filter(|it| !it.unsure && !it.vague));
    let near = |it: &DataPoint| {
        Interval::closed(result - result.abs() * relation.tolerance, result + result.abs() * relation.tolerance).meets(it.interval)
    };
    Some(Evaluation {
        relation: relation.id.clone(),
        equation: relation.equation.clone(),
        measures: named(relation),
        shown,
        inputs: inputs.values().map(|it| it.cited.clone()).collect(),
        result,
        stated: stated.into_iter().map(|it| (it.cited.clone(), near(it))).collect(),
    })
}

/// The measures that a relation names, on either side.
fn named(relation: &crate::claim::Relation) -> Vec<String> {
    let Ok(Equation { left, right }) = Equation::parse(&relation.equation) else { return Vec::new() };
    [left, right].iter().flat_map(|it| equation::measures(it)).map(str::to_owned).collect()
}

/// A number with a comma before every third digit of its whole part, as the sources write it.
fn grouped(number: Decimal) -> String {
    let written = number.to_string();
    let (whole, rest) = written.split_once('.').map_or((written.as_str(), None), |it| (it.0, Some(it.1)));
    let digits = whole.trim_start_matches('-').len();
    let mut out = String::new();
    for (at, digit) in whole.trim_start_matches('-').chars().enumerate() {
        if at > 0 && (digits - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    let sign = if number.is_sign_negative() { "−" } else { "" };
    rest.map_or_else(|| format!("{sign}{out}"), |it| format!("{sign}{out}.{it}"))
}

/// The first points of each amount, at most [`STATED`]: what a thousand documents repeat is one figure.
fn distinct<'t>(points: impl Iterator<Item = &'t DataPoint>) -> Vec<&'t DataPoint> {
    let mut kept: Vec<&DataPoint> = Vec::new();
    for point in points {
        if kept.iter().all(|it| it.interval != point.interval) {
            kept.push(point);
        }
        if kept.len() == STATED {
            break;
        }
    }
    kept
}

/// Stated figures that an evaluation is held against.
const STATED: usize = 16;

fn is_share(amount: &str) -> bool {
    amount.contains('%') || amount.contains("percent") || amount.contains("per cent") || !amount.bytes().any(|it| it.is_ascii_digit())
}

/// Evaluations that no stated figure agrees with.
pub(super) fn conflicts(evaluations: &[Evaluation]) -> Vec<Inconsistency> {
    let off = evaluations.iter().filter(|it| !it.stated.is_empty() && it.stated.iter().all(|(_, holds)| !holds));
    off.map(|it| {
        let stated: Vec<_> = it.stated.iter().filter_map(|(cited, _)| cited.amount.as_deref()).collect();
        let message = format!("{}: {}; stated: {}", it.relation, it.shown, stated.join(", "));
        let statements = it.inputs.iter().cloned().chain(it.stated.iter().map(|(cited, _)| cited.clone())).collect();
        Inconsistency::new(Kind::Derived, Severity::Warning, message, statements)
    })
    .collect()
}
