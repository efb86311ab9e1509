//! Holding: whether what a document tells of a figure bears out what a claim tells of it.

use super::derived;
use super::doing;
use super::fact::{Before, Change, Fact};
use super::frame::Frame;
use super::items::{Base, When};

use super::words::{Way, is_praise, is_record, is_slight};
use crate::extract::quantity::Dimension;
use crate::extract::{Quantity, Value};
use crate::verify::Answer;
use crate::verify::amount;
use crate::verify::degree;
use crate::verify::meaning::{Kinship, Meaning};
use crate::verify::sense::{Sense, Word};

/// A fact with the words that it stands in.
#[derive(Clone, Copy)]
pub(super) struct Told<'f, 's> {
    pub fact: &'f Fact,
    pub sense: &'f Sense<'s>,
}

impl<'f> Told<'f, '_> {
    pub(super) fn amount(&self, at: usize) -> Option<&'f Quantity> {
        self.sense.amounts.get(at).map(|it| it.it)
    }
}

/// What every holding needs.
#[derive(Clone, Copy)]
pub(super) struct Scales<'v> {
    pub frame: &'v Frame,
    pub meaning: &'v Meaning,
    pub strict: bool,
}

/// Whether `stated` tells all that `claimed` tells.
pub(super) fn bears_out(claimed: Told<'_, '_>, stated: Told<'_, '_>, scales: Scales<'_>) -> bool {
    let (mine, theirs) = (claimed.fact, stated.fact);
    mine.foreseen == theirs.foreseen
        && mine.doing == theirs.doing
        && same_measure(claimed, stated, scales.meaning)
        && same_time(mine.when.as_ref(), theirs.when.as_ref(), mine.foreseen, scales.frame)
        && mine.levels.iter().all(|it| theirs.levels.iter().any(|other| same(claimed, *it, stated, *other, scales)))
        && mine.changes.iter().all(|it| changed(claimed, it, stated, scales))
        && mine.before.iter().all(|it| was(claimed, it, stated, scales))
        && mine.revised.is_none_or(|way| revised(way, stated))
        && mine.more.iter().all(|it| says_more(claimed, *it, stated))
}

/// Whether `stated` tells the same measure of the same time to have come to something else.
pub(super) fn at_odds(claimed: Told<'_, '_>, stated: Told<'_, '_>, scales: Scales<'_>) -> bool {
    let (mine, theirs) = (claimed.fact, stated.fact);
    let told = |it: &usize| theirs.levels.iter().any(|other| same(claimed, *it, stated, *other, scales));
    let levels = !mine.levels.is_empty() && !theirs.levels.is_empty() && !mine.levels.iter().all(told);
    let changes =
        !mine.changes.is_empty() && !theirs.changes.is_empty() && !mine.changes.iter().all(|it| changed(claimed, it, stated, scales));
    (levels || changes)
        && mine.foreseen == theirs.foreseen
        && mine.doing == theirs.doing
        && same_measure(claimed, stated, scales.meaning)
        && same_time(mine.when.as_ref(), theirs.when.as_ref(), mine.foreseen, scales.frame)
}

/// Words that tell nothing of what is measured where there is but one of it.
const PLAIN: [&str; 13] = [
    "total",
    "consolidated",
    "combined",
    "overall",
    "companywide",
    "company",
    "common",
    "diluted",
    "basic",
    "report",
    "result",
    "whole",
    "share",
];

/// Whether both measure the same: each word of either is answered by the other, plain ones aside.
fn same_measure(claimed: Told<'_, '_>, stated: Told<'_, '_>, meaning: &Meaning) -> bool {
    let (mine, theirs) = (words_of(claimed), words_of(stated));
    let answered = |word: &Word, by: &[Word]| by.iter().any(|it| alike(word, it, meaning));
    let plain = |word: &Word| PLAIN.contains(&&*word.stem) || PLAIN.contains(&&*word.lower);
    let share = |told: Told<'_, '_>, words: &[Word]| {
        let rated = |it: &usize| told.amount(*it).is_some_and(|it| it.unit.symbol().ends_with("/share"));
        words.iter().any(|it| &*it.stem == "share") || told.fact.levels.iter().any(rated)
    };
    let total = |it: &Word| matches!(&*it.stem, "diluted" | "basic" | "consolidated" | "total" | "combined");
    let added = |it: &&Word| total(it) && !answered(it, &theirs);
    // "Diluted" and "total" may go unsaid in the claim, and are said only where the document says them.
    mine.iter().filter(added).all(|it| &*it.stem == "total" || &*it.stem == "combined" && answered_total(&theirs))
        && mine.iter().filter(|it| !plain(it)).all(|it| answered(it, &theirs) || answered(it, &stated.fact.aside) || of_a_part(it, &theirs))
        && theirs.iter().filter(|it| !plain(it)).all(|it| answered(it, &mine))
        && (!share(claimed, &mine) || share(stated, &theirs))
}

/// Whether the word names the sales of what else is named: "ferries were up 14% to $3 million" tells the sales of ferries.
fn of_a_part(word: &Word, theirs: &[Word]) -> bool {
    let sales = |it: &Word| matches!(&*it.stem, "sale" | "sales" | "revenue" | "revenues");
    let named = |it: &Word| !matches!(&*it.stem, "net" | "adjust" | "organic" | "comparable" | "total");
    sales(word) && theirs.iter().any(named) && !theirs.iter().any(|it| MEASURES.contains(&&*it.stem))
}

/// Words of measures other than sales.
const MEASURES: [&str; 36] = [
    "asset",
    "backlog",
    "booking",
    "capacity",
    "capex",
    "cash",
    "charge",
    "cost",
    "debt",
    "delivery",
    "deposit",
    "dividend",
    "earning",
    "ebit",
    "ebitda",
    "eps",
    "expense",
    "ffo",
    "flow",
    "headcount",
    "income",
    "inventory",
    "loan",
    "loss",
    "margin",
    "noi",
    "occupancy",
    "order",
    "price",
    "production",
    "profit",
    "rate",
    "share",
    "shipment",
    "traffic",
    "volume",
];

/// Whether a word, by its stem, names what a report tells figures of.
pub(in crate::verify) fn is_measure(stem: &str) -> bool {
    matches!(stem, "sale" | "sales" | "revenue" | "revenues" | "growth") || MEASURES.contains(&stem)
}

fn answered_total(words: &[Word]) -> bool {
    words.iter().any(|it| matches!(&*it.stem, "total" | "consolidated" | "overall"))
}

/// The words of what is measured, short forms spelt out.
fn words_of(told: Told<'_, '_>) -> Vec<Word> {
    let mut words = Vec::new();
    for word in &told.fact.measure {
        if matches!(&*word.lower, "eps") {
            for stem in ["earning", "share"] {
                words.push(Word { stem: stem.into(), lower: stem.into(), lexeme: None, ..word.clone() });
            }
        } else {
            words.push(word.clone());
        }
    }
    net(&mut words);
    words
}

/// "Net income" and "net profit" are what was earned, and a net loss is a loss.
fn net(words: &mut Vec<Word>) {
    let after = |it: usize| words.get(it + 1).map_or("", |it| &*it.stem);
    let whole = |it: &usize| &*words[*it].stem == "net" && matches!(after(*it), "income" | "profit" | "earning" | "earnings" | "loss");
    let Some(at) = (0..words.len()).find(whole) else { return };
    words.remove(at);
    if &*words[at].stem == "income" {
        (words[at].stem, words[at].lower, words[at].lexeme) = ("earning".into(), "earnings".into(), None);
    }
}

/// Words by which reports call one thing.
const ALIKE: [&[&str]; 12] = [
    &["earning", "earnings", "earn", "profit"],
    &["revenue", "sale", "turnover", "sales", "revenues"],
    &["adjust", "adjusted"],
    &["expense", "cost", "spending", "expenditure", "spend"],
    &["comparable", "same", "like"],
    &["charge", "expense"],
    &["client", "customer", "subscriber"],
    &["employee", "people", "person", "staff", "worker"],
    &["job", "position", "role"],
    &["share", "stock"],
    &["store", "shop", "outlet", "location"],
    &["dividend", "payout"],
];

fn alike(one: &Word, other: &Word, meaning: &Meaning) -> bool {
    one.stem == other.stem
        || one.lower == other.lower
        || ALIKE.iter().any(|it| it.contains(&&*one.stem) && it.contains(&&*other.stem))
        || doing::alike(&one.stem, &other.stem)
        || meaning.kinship_of(one, other).is_some_and(|it| it <= Kinship::Declared)
}

/// Whether a fact of the one time is of the other.
fn same_time(mine: Option<&When>, theirs: Option<&When>, foreseen: bool, frame: &Frame) -> bool {
    let own = |when: Option<&When>| match when {
        None if foreseen => None,
        None | Some(When::This) => frame.quarter.map(|it| When::Quarter(it.0, it.1)),
        Some(When::Quarter(quarter, None)) => {
            let year = frame.quarter.filter(|it| it.0 == *quarter).and_then(|it| it.1);
            Some(When::Quarter(*quarter, year))
        }
        Some(other) => Some(other.clone()),
    };
    match (own(mine), own(theirs)) {
        (Some(When::Quarter(one, a)), Some(When::Quarter(other, b))) => one == other && (a == b || a.is_none()),
        (Some(When::Year(a)), Some(When::Year(b))) => a == b || a.is_none() || b.is_none() && foreseen,
        (None, None) => true,
        // What is foreseen without a time in the claim may be of any.
        (None, Some(_)) => foreseen || !matches!(theirs, Some(When::Other(_) | When::Year(_))),
        (one, other) => one == other,
    }
}

/// Whether two amounts are one; what is a rate in one may be told as a sum in the other.
fn same(claimed: Told<'_, '_>, mine: usize, stated: Told<'_, '_>, theirs: usize, scales: Scales<'_>) -> bool {
    let (Some(mine), Some(theirs)) = (claimed.amount(mine), stated.amount(theirs)) else { return false };
    // What is counted is told by the measure of a doing.
    let counts = |it: &Quantity| matches!(it.unit.dimension(), Dimension::Count | Dimension::None);
    if claimed.fact.doing && counts(mine) && counts(theirs) {
        return mine.value == theirs.value && mine.qualifier == theirs.qualifier;
    }
    if derived::is_one_change(mine, theirs) {
        return true;
    }
    if amount::comparable(mine, theirs, scales.meaning) && mine.unit.dimension() == theirs.unit.dimension() {
        return amount::compare(mine, theirs, scales.strict).answer == Answer::Agrees;
    }
    let sum = |it: &Quantity| it.unit.symbol().trim_end_matches("/share").to_owned();
    sum(mine) == sum(theirs) && mine.value == theirs.value && mine.qualifier == theirs.qualifier
        || is_points(mine) && is_points(theirs) && mine.value == theirs.value
}

fn is_points(it: &Quantity) -> bool {
    matches!(it.unit.symbol(), "point" | "percentage point")
}

/// Whether the document tells that change, or both levels that make it one.
fn changed(claimed: Told<'_, '_>, mine: &Change, stated: Told<'_, '_>, scales: Scales<'_>) -> bool {
    let told = |theirs: &Change| {
        same_way(mine.way, theirs.way, claimed.fact)
            && mine.by.is_none_or(|by| theirs.by.is_some_and(|it| same(claimed, by, stated, it, scales)))
            && mine.bases.iter().take(1).all(|it| theirs.bases.iter().any(|other| same_base(it, other, scales.frame)))
            && mine.reckoned.iter().all(|it| theirs.reckoned.contains(it) || stated.fact.measure.iter().any(|word| word.stem == *it))
            && theirs.reckoned.iter().all(|it| claimed.sense.words.iter().any(|word| word.stem == *it))
    };
    // "Up 4% from a year earlier and from the previous quarter": by how much, the first tells alone.
    let others = mine.bases.iter().skip(1).all(|base| {
        let mut ways = stated.fact.changes.iter().filter(|it| same_way(mine.way, it.way, claimed.fact));
        ways.any(|it| it.bases.iter().any(|other| same_base(base, other, scales.frame)))
    });
    // What reaches a record has risen.
    let risen = mine.way == Way::Up
        && mine.by.is_none()
        && mine.bases.is_empty()
        && claimed.fact.more.iter().any(|it| is_record(claimed.sense.lower(*it)));
    others && stated.fact.changes.iter().any(told) || risen || by_levels(mine, claimed, stated, scales)
}

fn by_levels(mine: &Change, claimed: Told<'_, '_>, stated: Told<'_, '_>, scales: Scales<'_>) -> bool {
    let fact = stated.fact;
    let [level, ..] = fact.levels[..] else { return false };
    let reckoned = |it: usize| mine.by.is_none_or(|by| derived::is_difference(claimed.amount(by), stated.amount(level), stated.amount(it)));
    fact.before.iter().filter(|it| !it.turned).any(|Before { amount, base, .. }| {
        let held = mine.bases.iter().all(|it| base.as_ref().is_some_and(|base| same_base(it, base, scales.frame)));
        let way = |before: usize| way_of(stated, level, before).is_some_and(|it| same_way(mine.way, it, claimed.fact));
        held && amount.is_some_and(|it| way(it) && reckoned(it))
    })
}

pub(super) fn way_of(stated: Told<'_, '_>, level: usize, before: usize) -> Option<Way> {
    let value = |it: usize| match stated.amount(it)?.value {
        Value::One(value) => Some((value, value)),
        Value::Range(low, high) => Some((low, high)),
    };
    let ((low, high), (from, to)) = (value(level)?, value(before)?);
    match (low.cmp(&from), high.cmp(&to)) {
        (std::cmp::Ordering::Equal, std::cmp::Ordering::Equal) => Some(Way::Flat),
        (one, other) if one.is_ge() && other.is_ge() => Some(Way::Up),
        (one, other) if one.is_le() && other.is_le() => Some(Way::Down),
        _ => None,
    }
}

/// Measures that are the better the less there is.
const BURDENS: [&str; 12] =
    ["charge", "chargeoff", "churn", "cost", "debt", "delinquency", "deficit", "expense", "leverage", "loss", "off", "turnover"];

fn same_way(mine: Way, theirs: Way, fact: &Fact) -> bool {
    let is = |any: &[&str]| fact.measure.iter().any(|it| any.contains(&&*it.stem));
    let combined = is(&["ratio"]) && is(&["combined", "combine", "efficiency", "expense", "loss", "cost"]);
    let ratio = is(&["ratio"]) && !combined;
    let burden = is(&BURDENS) || combined;
    let plain = |way: Way| match way {
        Way::Better if ratio => Way::Better,
        Way::Worse if ratio => Way::Worse,
        Way::Better if burden => Way::Down,
        Way::Better => Way::Up,
        Way::Worse if burden => Way::Up,
        Way::Worse => Way::Down,
        other => other,
    };
    mine == theirs || plain(mine) == plain(theirs)
}

/// Whether what went that way is more than before; none where it stayed.
fn way_up(way: Way, fact: &Fact) -> Option<bool> {
    [(Way::Up, true), (Way::Down, false)].into_iter().find(|it| same_way(way, it.0, fact)).map(|it| it.1)
}

/// Whether both are one time before the one that is reported on.
fn same_base(mine: &Base, theirs: &Base, frame: &Frame) -> bool {
    let plain = |base: &Base| match (base, frame.quarter) {
        (Base::Named(When::Quarter(quarter, year)), Some((own, own_year))) => {
            let before = if own == 1 { 4 } else { own - 1 };
            let last = own_year.zip(*year).is_none_or(|(own, year)| own == year || before == 4 && own == year + 1);
            if *quarter == before && last {
                Base::Quarter
            } else if *quarter == own && own_year.zip(*year).is_some_and(|(own, year)| own == year + 1) {
                Base::Year
            } else {
                base.clone()
            }
        }
        _ => base.clone(),
    };
    plain(mine) == plain(theirs)
}

/// Whether what the claim says was before was before.
fn was(claimed: Told<'_, '_>, mine: &Before, stated: Told<'_, '_>, scales: Scales<'_>) -> bool {
    let of_that_time = |base: Option<&Base>| mine.base.as_ref().is_none_or(|it| base.is_some_and(|base| same_base(it, base, scales.frame)));
    let told = stated.fact.before.iter().filter(|it| it.turned == mine.turned).any(|it| {
        let base = it.base.as_ref().or_else(|| stated.fact.changes.iter().find_map(|it| it.bases.first()));
        let amount = mine.amount.is_none_or(|mine| it.amount.is_some_and(|theirs| same(claimed, mine, stated, theirs, scales)));
        amount && of_that_time(base)
    });
    // "Raised by two cents to 47 cents": it was 45 cents.
    let reckoned = |change: &Change| {
        let [level, ..] = stated.fact.levels[..] else { return false };
        let up = way_up(change.way, stated.fact);
        let was = mine.amount.and_then(|it| claimed.amount(it));
        change.by.zip(up).is_some_and(|(by, up)| derived::was(was, stated.amount(level), stated.amount(by), up))
            && of_that_time(change.bases.first())
    };
    told || !mine.turned && stated.fact.changes.iter().any(reckoned)
}

/// Whether what is foreseen was changed that way.
fn revised(way: Way, stated: Told<'_, '_>) -> bool {
    let fact = stated.fact;
    let amounts = fact.levels.iter().copied().chain(fact.changes.iter().filter_map(|it| it.by));
    let told =
        || amounts.clone().zip(fact.before.iter().filter_map(|it| it.amount)).next().and_then(|(now, before)| way_of(stated, now, before));
    match fact.revised {
        Some(theirs) => theirs == way,
        None => told() == Some(way),
    }
}

/// Percent up to which a change is slight.
const SLIGHT_PERCENT: i64 = 2;

/// Whether the document says a word of the claim that says more, or a figure bears it out.
fn says_more(claimed: Told<'_, '_>, at: usize, stated: Told<'_, '_>) -> bool {
    let mine = &claimed.sense.words[at];
    let much = |it: &str| degree::MUCH.contains(&it);
    let mut theirs = stated.fact.more.iter().map(|it| &stated.sense.words[*it]);
    let few = |it: &Quantity| matches!(it.value, Value::One(value) if value.abs() <= SLIGHT_PERCENT.into()) && it.unit.symbol() == "%";
    if is_slight(&mine.lower) {
        return theirs.any(|it| is_slight(&it.lower)) || stated.fact.changes.iter().filter_map(|it| stated.amount(it.by?)).any(few);
    }
    if is_praise(&mine.lower) {
        return theirs.any(|it| is_praise(&it.lower)) || changed_much(stated, true);
    }
    let said = |it: &Word| it.stem == mine.stem || is_record(&it.lower) && is_record(&mine.lower) || much(&it.lower) && much(&mine.lower);
    theirs.any(said) || much(&mine.lower) && changed_much(stated, false)
}

/// Whether figures tell a change by a fifth or more, or from a loss to a profit; where it is to be `good`, one for the better.
fn changed_much(stated: Told<'_, '_>, good: bool) -> bool {
    let fact = stated.fact;
    let better = |way: Way| !good || same_way(Way::Better, way, fact);
    let fifth =
        |it: &Quantity| matches!(it.value, Value::One(value) if value.abs() >= degree::MUCH_PERCENT.into()) && it.unit.symbol() == "%";
    let by_share = || fact.changes.iter().any(|it| better(it.way) && it.by.and_then(|it| stated.amount(it)).is_some_and(fifth));
    let lost = fact.measure.iter().any(|it| &*it.stem == "loss");
    let turned = || fact.before.iter().any(|it| it.turned) && !lost;
    let by_levels = || {
        let [level, ..] = fact.levels[..] else { return false };
        let much = |before: usize| derived::is_by_share(stated.amount(level), stated.amount(before), degree::MUCH_PERCENT);
        fact.before
            .iter()
            .filter(|it| !it.turned)
            .filter_map(|it| it.amount)
            .any(|it| way_of(stated, level, it).is_some_and(better) && much(it))
    };
    by_share() || turned() || by_levels()
}
