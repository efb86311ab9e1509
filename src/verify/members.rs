//! Members: a total of people or things that a passage tells by listing who or what makes it up.
//!
//! "Two nurses and four patients were hurt" has six people hurt, and "Anton Weil, 16, and Peter Osk, 17, were charged" two teenagers
//! charged. Each member is weighed as a claim of its own, with its words in place of the total's.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::claim::Claim;
use crate::extract::quantity::Dimension;
use crate::extract::{Interval, Qualifier, Quantity, Value};
use crate::language::name::{self, Sex};
use crate::text::Class;

use super::Answer;
use super::amount;
use super::derived::{Split, adds, edited};
use super::meaning::{Kinship, Meaning, stem};
use super::passage::Passage;
use super::sense::{Placed, Role, Sense};

/// Who or what a list has, with how many of them.
struct Member<'p> {
    words: &'p str,
    value: Decimal,
    qualifier: Qualifier,
    kind: Kind,
}

/// What a member is.
enum Kind {
    /// Things counted by a noun.
    Things(Box<str>),
    /// Somebody named, with forename and age where the passage tells it.
    Person { sex: Option<Sex>, age: Option<Decimal> },
}

/// Members that a list may have.
const MOST: usize = 5;

/// The ways in which lists of `passage` make up an amount of `claim`.
pub(super) fn splits(claim: &Claim, passage: &Passage<'_>, meaning: &Meaning, strict: bool) -> Vec<Split> {
    let lists = lists(&passage.sense);
    let totals = claim.reading.quantities.iter().filter(|it| adds(it) && counts(it));
    let made = totals.flat_map(|total| lists.iter().filter_map(move |list| split(claim, total, list, meaning, strict)));
    made.collect()
}

fn counts(quantity: &Quantity) -> bool {
    matches!(quantity.unit.dimension(), Dimension::Count | Dimension::None)
}

fn split(claim: &Claim, total: &Quantity, list: &[Member<'_>], meaning: &Meaning, strict: bool) -> Option<Split> {
    let sum = list.iter().try_fold(Decimal::ZERO, |sum, it| sum.checked_add(it.value))?;
    let bounded = list.iter().any(|it| matches!(it.qualifier, Qualifier::More | Qualifier::AtLeast));
    let qualifier = match list.iter().all(|it| it.qualifier == Qualifier::Exact) {
        true => Qualifier::Exact,
        false if bounded => Qualifier::AtLeast,
        false => Qualifier::About,
    };
    let interval = Interval { low: Some(sum), high: Some(sum).filter(|_| !bounded), above: false, below: false };
    let made = Quantity { value: Value::One(sum), qualifier, interval, ..total.clone() };
    let fits = amount::compare(total, &made, strict).answer == Answer::Agrees;
    if !fits || !list.iter().all(|it| is_one(claim, total, it, meaning)) {
        return None;
    }
    // "At least six" is made up by two and four: a bound is on the whole alone.
    let span = total.noun.map_or(total.span, |it| total.span.join(it));
    let part = |it: &Member<'_>| match it.kind {
        Kind::Things(_) => edited(claim, &[(span, &it.words.to_lowercase())]),
        Kind::Person { .. } => edited(claim, &[(span, it.words)]),
    };
    let parts = list.iter().map(part).collect();
    let words: Vec<&str> = list.iter().map(|it| it.words).collect();
    Some(Split { parts, note: format!("derived: {} make {}", words.join(" + "), amount::shown(&made)) })
}

/// Whether a member is one of what the total counts.
fn is_one(claim: &Claim, total: &Quantity, member: &Member<'_>, meaning: &Meaning) -> bool {
    let person = *total.unit.dimension() == Dimension::None;
    let noun = if person { "person".into() } else { stem(total.unit.symbol()) };
    match &member.kind {
        Kind::Things(theirs) => {
            meaning.kinship(&noun, theirs).is_some_and(|it| matches!(it, Kinship::Same | Kinship::Declared | Kinship::Narrower))
        }
        Kind::Person { sex, age } => {
            let words = total.noun.map_or("", |it| it.of(&claim.words)).to_lowercase();
            words.split_whitespace().all(|it| describes(claim, &stem(it), *sex, *age))
        }
    }
}

/// Whether a noun of the claim may be said of somebody of that sex and age.
fn describes(claim: &Claim, noun: &str, sex: Option<Sex>, age: Option<Decimal>) -> bool {
    let aged = |from: i64, to: i64| age.is_some_and(|it| Decimal::from(from) <= it && it <= Decimal::from(to));
    let held = || {
        let mut words = claim.words.split_whitespace().map(|it| stem(&it.to_lowercase()));
        words.any(|it| matches!(&*it, "accuse" | "arrest" | "charge" | "detain" | "hold" | "indict"))
    };
    match noun {
        "person" | "other" => true,
        "teen" | "teenager" => aged(13, 19),
        "man" => sex == Some(Sex::Male) && !aged(0, 17),
        "woman" => sex == Some(Sex::Female) && !aged(0, 17),
        "boy" => sex == Some(Sex::Male) && aged(0, 17),
        "girl" => sex == Some(Sex::Female) && aged(0, 17),
        "suspect" => held(),
        _ => false,
    }
}

/// The lists of a passage whose members are counted or named, whole.
fn lists<'p>(sense: &Sense<'p>) -> Vec<Vec<Member<'p>>> {
    let mut lists = Vec::new();
    let mut at = 0;
    while at < sense.words.len() {
        let (list, end) = list(sense, at);
        if list.len() > 1 {
            lists.push(list);
        }
        at = end.max(at + 1);
    }
    lists
}

/// The list that begins at the token `at`, with where it ends.
fn list<'p>(sense: &Sense<'p>, at: usize) -> (Vec<Member<'p>>, usize) {
    let (mut members, mut end) = (Vec::new(), at);
    let (mut next, mut closing) = (at, false);
    while let Some((member, after)) = member(sense, next, !members.is_empty()) {
        members.push((member, next));
        end = after;
        let comma = usize::from(sense.lower(end) == ",");
        let joined = sense.lower(end + comma) == "and";
        // Behind its last member a list is closed: another "and" joins what is told.
        if closing || members.len() == MOST || !joined && comma == 0 {
            break;
        }
        next = end + comma + usize::from(joined);
        next += usize::from(matches!(sense.lower(next), "another" | "also"));
        closing = joined;
    }
    // A list that only commas join is none.
    let whole = closing && members.last().is_some_and(|it| it.1 == next);
    (if whole { members.into_iter().map(|it| it.0).collect() } else { Vec::new() }, end)
}

/// Whether the figure of a passage that the claim's would be held against counts only some of those whom the passage lists, and the
/// claim's counts them all: "two nurses and four patients" for four people.
pub(super) fn partial(claimed: &Quantity, passage: &Sense<'_>, stated: &Placed<&Quantity>, meaning: &Meaning) -> bool {
    if !matches!(claimed.qualifier, Qualifier::Exact | Qualifier::About) || *claimed.unit.dimension() != Dimension::Count {
        return false;
    }
    let mine = stem(claimed.unit.symbol());
    let is_one = |it: &Member<'_>| match &it.kind {
        Kind::Things(theirs) => meaning.kinship(&mine, theirs).is_some_and(|it| matches!(it, Kinship::Same | Kinship::Narrower)),
        Kind::Person { .. } => false,
    };
    let theirs = stem(stated.it.unit.symbol());
    let wider = || matches!(meaning.kinship(&mine, &theirs), Some(Kinship::Narrower));
    let near = stated.whole.0.saturating_sub(24)..=stated.whole.0;
    theirs != mine
        && wider()
        && near
            .into_iter()
            .map(|it| list(passage, it))
            .any(|(list, end)| list.len() > 1 && stated.whole.0 < end && list.iter().filter(|it| is_one(it)).count() > 1)
}

/// The member that begins at the token `at`, with where it ends; "a guard" is one where others stand before it.
fn member<'p>(sense: &Sense<'p>, at: usize, inside: bool) -> Option<(Member<'p>, usize)> {
    counted(sense, at).or_else(|| single(sense, at).filter(|_| inside)).or_else(|| named(sense, at))
}

fn counted<'p>(sense: &Sense<'p>, at: usize) -> Option<(Member<'p>, usize)> {
    let amount = sense.amounts.iter().find(|it| it.whole.0 == at && adds(it.it) && *it.it.unit.dimension() == Dimension::Count)?;
    let Value::One(value) = amount.it.value else { return None };
    let end = sense.tokens_of(amount.it.noun?).1.max(amount.whole.1);
    let kind = Kind::Things(stem(amount.it.unit.symbol()));
    Some((Member { words: sense.wording(at, end), value, qualifier: amount.it.qualifier, kind }, end))
}

fn single<'p>(sense: &Sense<'p>, at: usize) -> Option<(Member<'p>, usize)> {
    let article = sense.class(at).is(Class::DETERMINER) && matches!(sense.lower(at), "a" | "an");
    let noun = (at + 1..at + 4).take_while(|it| sense.words.get(*it).is_some_and(|it| it.role == Role::Content && it.noun)).last()?;
    let kind = Kind::Things(sense.words[noun].stem.clone());
    article.then(|| (Member { words: sense.wording(at, noun + 1), value: Decimal::ONE, qualifier: Qualifier::Exact, kind }, noun + 1))
}

/// Somebody named in two words or more, and the age behind: "Anton Weil, 16,".
fn named<'p>(sense: &Sense<'p>, at: usize) -> Option<(Member<'p>, usize)> {
    let name = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Name);
    let opens = at == 0 || !name(at - 1);
    let end = (at..at + 5).take_while(|it| name(*it)).last()? + 1;
    let words: Range<usize> = at..end;
    let sex = name::sex(sense.wording(at, at + 1));
    // "Anton Weil, 16 and Peter Osk, 17 were": a bare figure behind a name.
    let bare = |it: &Placed<&Quantity>| {
        *it.it.unit.dimension() == Dimension::None
            && (matches!(sense.lower(it.end), "," | "and") || sense.class(it.end).is(Class::AUXILIARY))
    };
    let years = |it: &Placed<&Quantity>| it.it.unit.symbol() == "year of age" || bare(it);
    let aged = sense.amounts.iter().find(|it| sense.lower(end) == "," && it.first == end + 1 && years(it));
    let age = aged.and_then(|it| if let Value::One(value) = it.it.value { Some(value) } else { None });
    if !opens || words.len() < 2 || sex.is_none() && age.is_none() {
        return None;
    }
    let kind = Kind::Person { sex, age };
    let after = aged.map_or(end, |it| it.whole.1);
    Some((Member { words: sense.wording(at, end), value: Decimal::ONE, qualifier: Qualifier::Exact, kind }, after))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn those_who_are_listed_make_up_a_total() {
        check(
            "Two nurses and four patients were hurt in a fire near Lindvik.",
            &["Six people were hurt in a fire near Lindvik", "Six people were hurt"],
            &[
                "Five people were hurt in a fire near Lindvik",
                "Six nurses were hurt",
                "Four people were hurt",
                "Six people were killed",
                "Six people were hurt in a storm near Lindvik",
                "Six people were hurt in a fire near Marstad",
            ],
        );
        check(
            "The storm killed three sailors, two divers and a guard.",
            &["The storm killed six people"],
            &["The storm killed five people", "The storm killed six sailors", "The storm wounded six people"],
        );
        check("Two nurses were hurt and four patients fled.", &[], &["Six people were hurt", "Six people fled"]);
    }

    #[test]
    fn those_who_are_named_are_counted() {
        check_given(
            "Anton Weil, 16, and Peter Osk, 17, were charged on Friday.",
            &["Two teens were charged", "Two people were charged"],
            &["Three teens were charged", "Two teens were freed", "Two girls were charged", "Two sailors were charged"],
        );
        check_given(
            "Anton Weil, 36, and Peter Osk, 17, were charged on Friday.",
            &["Two people were charged"],
            &["Two teens were charged"],
        );
    }
}
