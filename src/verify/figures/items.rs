//! Items: the words of a sentence that tells figures, each by what it does there.

use std::ops::Range;

use super::phrases;
use super::words::{self, Form, Way};
use crate::extract::quantity::Dimension;
use crate::text::Class;
use crate::verify::base::{QUARTER_AGO, YEAR_AGO};
use crate::verify::sense::{Role, Sense};

/// The time that a figure is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// A quarter of a year, with the year where it is named.
    Quarter(u8, Option<i16>),
    /// A year as a whole, with its number where it is named.
    Year(Option<i16>),
    /// The quarter that is reported on: "in the quarter".
    This,
    /// Any other time, by its words.
    Other(Box<str>),
}

/// The time that a figure is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// A year before.
    Year,
    /// The quarter before.
    Quarter,
    /// A time that is named.
    Named(When),
}

/// What words do in a sentence that tells figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An amount, by its index in the sentence.
    Amount(usize),
    /// A change.
    Way(Way, Form),
    /// A time that a figure is held against.
    Base(Base),
    /// A time that a figure is of.
    When(When),
    /// "Was", "came in at", "reached".
    Be,
    /// "Reported", "saw".
    Report,
    /// "Earned", "sold": that much of earnings or sales was made.
    Earn,
    /// "Bringing", "taking": what a figure is made to be.
    Bring,
    /// "Expects", "is forecast", "will": what follows is foreseen.
    Expect,
    /// "Compared": the next word leads to what the figure is held against.
    Compare,
    /// "From", "versus".
    Against,
    /// Another preposition or "to", by its word.
    Lead,
    /// "Our", "its", "the company", a name of whom the document is by: whose figure it is.
    Owner,
    /// A word of what is measured.
    Word,
    /// A name of a measure that is made of several words, with what they come to.
    Phrase(&'static [&'static str]),
    /// A word that adds nothing.
    Light,
    /// "Not", "if", "may": nothing is told.
    Open,
    /// "And", "while", a comma.
    Joint,
    /// A mark that ends what is told.
    Stop,
}

/// A stretch of words with what it does.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub tokens: Range<usize>,
    pub kind: Kind,
}

/// The items of a sentence; `own` tells the names, in small letters, of whom its document is by.
pub(super) fn items(sense: &Sense<'_>, own: &dyn Fn(&str) -> bool) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = 0;
    while at < sense.words.len() {
        let (end, kind) = item(sense, at, own);
        items.push(Item { tokens: at..end, kind });
        at = end.max(at + 1);
    }
    items
}

fn item(sense: &Sense<'_>, at: usize, own: &dyn Fn(&str) -> bool) -> (usize, Kind) {
    // The words of other parts of a claim say nothing here.
    if sense.lower(at).is_empty() {
        return (at + 1, Kind::Stop);
    }
    if let Some((index, end)) = amount(sense, at) {
        return (end, Kind::Amount(index));
    }
    if let Some((end, words)) = phrases::phrase(sense, at) {
        return (end, Kind::Phrase(words));
    }
    if let Some((end, base)) = base(sense, at) {
        return (end, Kind::Base(base));
    }
    if let Some((end, when)) = when(sense, at) {
        return (end, Kind::When(when));
    }
    if let Some((end, way, form)) = way(sense, at) {
        return (end, Kind::Way(way, form));
    }
    if let Some(found) = foreseen(sense, at).or_else(|| verb(sense, at)).or_else(|| joint(sense, at)) {
        return found;
    }
    if let Some(end) = owner(sense, at, own) {
        return (end, Kind::Owner);
    }
    let word = sense.lower(at);
    if words::against(word) {
        return (at + 1, Kind::Against);
    }
    if words::is_light(word) {
        return (at + 1, Kind::Light);
    }
    let kind = match sense.words[at].role {
        Role::Content | Role::Name | Role::Amount | Role::Date => Kind::Word,
        _ if sense.class(at).is(Class::PREPOSITION) || matches!(word, "to" | "per") => Kind::Lead,
        Role::Mark if word != "&" => Kind::Stop,
        _ => Kind::Word,
    };
    (at + 1, kind)
}

fn amount(sense: &Sense<'_>, at: usize) -> Option<(usize, usize)> {
    let (index, amount) = sense.amounts.iter().enumerate().find(|it| (it.1.whole.0..it.1.end).contains(&at))?;
    // What is counted is told by words of its own.
    let unit = |it: &usize| sense.words[*it].role == Role::Amount && sense.lower(*it) != "of" || is_points(sense, *it);
    let end = (amount.end..amount.whole.1).take_while(unit).last().map_or(amount.end, |it| it + 1);
    Some((index, end.max(at + 1)))
}

fn is_points(sense: &Sense<'_>, at: usize) -> bool {
    matches!(sense.lower(at), "point" | "points" | "basis" | "percentage")
}

fn base(sense: &Sense<'_>, at: usize) -> Option<(usize, Base)> {
    let is = |it: usize, any: &[&str]| any.contains(&sense.lower(it));
    for (stem, base) in [(YEAR_AGO, Base::Year), (QUARTER_AGO, Base::Quarter)] {
        let told = |it: usize| sense.words.get(it).is_some_and(|it| *it.stem == *stem);
        if told(at) {
            let mut end = at + 1;
            while told(end) || (is(end, &["'s", "’s", "-"]) || sense.class(end).is(Class::ORDINAL)) && (told(end + 1) || told(end + 2)) {
                end += 1;
            }
            return Some((end, base));
        }
    }
    let hyphen = |it: usize| it + usize::from(is(it, &["-"]));
    let over = hyphen(at + 1);
    if is(over, &["over", "on", "to"]) && is(hyphen(over + 1), &["year", "quarter"]) && sense.lower(at) == sense.lower(hyphen(over + 1)) {
        let base = if is(at, &["year"]) { Base::Year } else { Base::Quarter };
        return Some((hyphen(over + 1) + 1, base));
    }
    match sense.lower(at) {
        "sequentially" | "sequential" | "qoq" => Some((at + 1, Base::Quarter)),
        "yoy" => Some((at + 1, Base::Year)),
        _ => None,
    }
}

fn when(sense: &Sense<'_>, at: usize) -> Option<(usize, When)> {
    let is = |it: usize, any: &[&str]| any.contains(&sense.lower(it));
    if let Some(date) = sense.dates.iter().find(|it| it.first == at) {
        let period = date.it.period;
        let (year, from, to) = (period.from.year(), period.from.month(), period.to.month());
        let when = match period.days() {
            300.. if from == 1 && to == 12 => When::Year(Some(year)),
            80..100 if from % 3 == 1 && to == from + 2 => When::Quarter(quarter_of(to), Some(year)),
            _ => When::Other(sense.wording(at, date.end).to_lowercase().into()),
        };
        return Some((date.end, when));
    }
    let stem = sense.words.get(at).map_or("", |it| &it.stem);
    if let Some(number) = ["q1", "q2", "q3", "q4"].iter().position(|it| *it == stem) {
        let mut end = at + 1;
        while is(end, &["-", "fiscal", "quarter", "quarters"]) {
            end += 1;
        }
        return Some((end, When::Quarter(u8::try_from(number + 1).unwrap_or(1), None)));
    }
    let hyphen = |it: usize| it + usize::from(is(it, &["-"]));
    match sense.lower(at) {
        "full" | "whole" | "entire" if is(hyphen(at + 1), &["year"]) => Some((hyphen(at + 1) + 1, When::Year(None))),
        "new" if is(at + 1, &["fiscal", "year"]) && is(at + 1 + usize::from(is(at + 1, &["fiscal"])), &["year"]) => {
            Some((at + 2 + usize::from(is(at + 1, &["fiscal"])), When::Other("new year".into())))
        }
        "fiscal" if is(at + 1, &["year"]) => Some((at + 2, When::Year(None))),
        "annual" if (at + 1..at + 6).any(|it| words::OUTLOOK.contains(&sense.lower(it))) => Some((at + 1, When::Year(None))),
        "fy" => Some((at + 1, When::Year(None))),
        "h1" => Some((at + 1, When::Other("first half".into()))),
        "h2" => Some((at + 1, When::Other("second half".into()))),
        "period" if at > 0 && is(at - 1, &["the", "this"]) => Some((at + 1, When::This)),
        "fiscal" if is(at + 1, &["first", "second", "third", "fourth", "q1", "q2", "q3", "q4"]) => when(sense, at + 1),
        "quarter" | "quarterly" if at > 0 && is(at - 1, &["the", "this", "our", "a", "its"]) || is(at, &["quarterly"]) => {
            Some((at + 1, When::This))
        }
        "year" if at > 0 && is(at - 1, &["the", "this"]) => Some((at + 1, When::Year(None))),
        "half" if at > 0 && is(at - 1, &["first", "second"]) => {
            Some((at + 1, When::Other(sense.wording(at - 1, at + 1).to_lowercase().into())))
        }
        "next" if is(at + 1, &["quarter", "year", "half"]) => Some((at + 2, When::Other(sense.wording(at, at + 2).to_lowercase().into()))),
        _ => None,
    }
}

fn quarter_of(month: i8) -> u8 {
    u8::try_from(month / 3).unwrap_or(1)
}

fn way(sense: &Sense<'_>, at: usize) -> Option<(usize, Way, Form)> {
    let word = sense.words.get(at)?;
    let lower = &*word.lower;
    // "Went up": the verb says no more.
    let next = sense.lower(at + 1);
    if let Some(way) = words::particle(next)
        && words::MOVING.contains(&&*word.stem)
        && &*word.stem != "be"
    {
        return Some((at + 2, way, Form::Verb));
    }
    if let Some(way) = words::particle(lower) {
        return (lower != "level").then_some((at + 1, way, Form::Particle));
    }
    // "A net loss under GAAP".
    if let Some(way) = words::degree(lower).filter(|_| !matches!(next, "gaap" | "ifrs")) {
        return Some((at + 1, way, Form::Degree));
    }
    if word.role != Role::Content {
        return None;
    }
    if lower == "little" && sense.lower(at + 1) == "changed" {
        return Some((at + 2, Way::Flat, Form::Particle));
    }
    if word.noun
        && let Some(way) = words::noun(&word.stem)
    {
        return Some((at + 1, way, Form::Noun));
    }
    // "Lower occupancy costs", "the widened loss": what describes tells no change of its own.
    words::verb(&word.stem).map(|it| (at + 1, it, Form::Verb))
}

fn foreseen(sense: &Sense<'_>, at: usize) -> Option<(usize, Kind)> {
    let word = sense.words.get(at)?;
    // "Did not change its forecast".
    let keeps = |it: usize| matches!(&*sense.words[it].stem, "adjust" | "alter" | "change" | "revise");
    if sense.class(at).is(Class::NEGATION) && at + 1 < sense.words.len() && keeps(at + 1) {
        return Some((at + 2, Kind::Way(Way::Flat, Form::Verb)));
    }
    // "Sees sales of $3 million": a headline foresees in the present.
    if matches!(&*word.lower, "sees" | "seen") {
        return Some((at + 1, Kind::Expect));
    }
    if sense.class(at).is(Class::NEGATION | Class::HYPOTHETICAL) || matches!(&*word.lower, "may" | "might" | "could" | "n't" | "n’t") {
        return Some((at + 1, Kind::Open));
    }
    let foresees = word.role == Role::Content && words::FORESEEING.contains(&&*word.stem);
    let verb = foresees && (!word.noun || sense.graph().is_verb(at));
    let modal = matches!(&*word.lower, "will" | "should" | "would" | "'ll" | "’ll");
    (verb || modal).then_some((at + 1, Kind::Expect))
}

fn verb(sense: &Sense<'_>, at: usize) -> Option<(usize, Kind)> {
    let word = sense.words.get(at)?;
    let lower = &*word.lower;
    if matches!(lower, "was" | "were" | "is" | "are" | "am" | "be" | "been" | "being" | "'re" | "’re" | "'m" | "’m") {
        return Some((at + 1, Kind::Be));
    }
    if matches!(lower, "has" | "have" | "had" | "having") {
        return Some((at + 1, Kind::Report));
    }
    // "Saw a decline": the verb that only lends its tense says nothing else.
    if word.role == Role::Function && !sense.class(at).is(Class::AUXILIARY) && sense.graph().is_verb(at) {
        return Some((at + 1, Kind::Report));
    }
    // "Holds target": a headline begins with its verb.
    let headline = at == 0 && word.lower.ends_with('s') && *word.lower != *word.stem;
    if word.role != Role::Content || word.noun && !sense.graph().is_verb(at) && !headline {
        return None;
    }
    let stem = &*word.stem;
    if stem == "come" && matches!(sense.lower(at + 1), "in" | "to") {
        return Some((at + 1 + usize::from(sense.lower(at + 1) == "in"), Kind::Be));
    }
    if stem == "take" && sense.lower(at + 1) == "in" {
        return Some((at + 2, Kind::Report));
    }
    if matches!(stem, "end" | "close" | "finish") && finishes(sense, at) {
        return Some((at + 1, Kind::Be));
    }
    let money =
        || amount(sense, at + 1).and_then(|it| sense.amounts.get(it.0)).is_some_and(|it| *it.it.unit.dimension() == Dimension::Money);
    if matches!(stem, "earn" | "sell") || matches!(stem, "lose" | "make") && money() {
        return Some((at + 1, Kind::Earn));
    }
    if words::HOLDING.contains(&stem) {
        return Some((at + 1, Kind::Way(Way::Flat, Form::Verb)));
    }
    if matches!(stem, "bring" | "take" | "push" | "send") {
        return Some((at + 1, Kind::Bring));
    }
    if stem == "compare" {
        return Some((at + 1, Kind::Compare));
    }
    if words::REACHING.contains(&stem) {
        return Some((at + 1, Kind::Be));
    }
    words::REPORTING.contains(&stem).then_some((at + 1, Kind::Report))
}

/// Whether a time that ended with a figure follows: "closed the year at".
fn finishes(sense: &Sense<'_>, at: usize) -> bool {
    let time = (at + 1..at + 5).find_map(|it| when(sense, it).map(|it| it.0));
    time.is_some_and(|it| matches!(sense.lower(it), "at" | "with"))
}

fn joint(sense: &Sense<'_>, at: usize) -> Option<(usize, Kind)> {
    match sense.lower(at) {
        "," | "and" | "while" | "but" | "though" | "although" | "whereas" | "or" | "despite" => Some((at + 1, Kind::Joint)),
        "as" if sense.lower(at + 1) == "a" && matches!(sense.lower(at + 2), "result" | "consequence") && sense.lower(at + 3) == "of" => {
            Some((at + 4, Kind::Stop))
        }
        ";" | "." | ":" | "(" | ")" | "—" | "–" | "?" | "\"" | "“" | "”" | "because" | "as" | "since" | "after" | "when" | "if"
        | "including" | "excluding" | "owing" | "thanks" | "due" | "amid" | "following" | "citing" => Some((at + 1, Kind::Stop)),
        _ => None,
    }
}

/// Nouns for whom a report is by.
pub(super) const COMPANIES: [&str; 46] = [
    "airline",
    "automaker",
    "bank",
    "brewer",
    "broker",
    "builder",
    "business",
    "carmaker",
    "carrier",
    "chain",
    "chipmaker",
    "company",
    "corporation",
    "developer",
    "distributor",
    "drugmaker",
    "firm",
    "foodmaker",
    "group",
    "homebuilder",
    "hospital",
    "insurer",
    "landlord",
    "lender",
    "lessor",
    "maker",
    "manufacturer",
    "miner",
    "operator",
    "organization",
    "processor",
    "producer",
    "provider",
    "publisher",
    "railroad",
    "railway",
    "refiner",
    "retailer",
    "shipbuilder",
    "shipper",
    "steelmaker",
    "supplier",
    "telecom",
    "trucker",
    "trust",
    "utility",
];

fn owner(sense: &Sense<'_>, at: usize, own: &dyn Fn(&str) -> bool) -> Option<usize> {
    let lower = sense.lower(at);
    if matches!(lower, "we" | "our" | "its" | "their" | "they" | "it") {
        return Some(at + 1);
    }
    if let Some(end) = described(sense, at, own).or_else(|| headed(sense, at)) {
        return Some(end);
    }
    if matches!(lower, "the") {
        // "The restaurant chain": at most one word describes it.
        return company(sense, at).map(|it| it + 1);
    }
    let name = |it: usize| sense.words.get(it).is_some_and(|word| word.role == Role::Name && own(&word.lower));
    // "In Norland": where it was, whoever else bears the name.
    let place = at.checked_sub(1).is_some_and(|it| sense.lower(it) == "in");
    if place || !name(at) {
        return None;
    }
    let mut end = at + 1;
    while name(end) || matches!(sense.lower(end), "&" | "-") && (name(end + 1) || sense.text.tokens.get(end + 1).is_some_and(|it| it.glued))
    {
        end += 1;
    }
    Some(end)
}

/// "Clothing retailer Holm": what the document is by, with the noun that says what it is.
fn described(sense: &Sense<'_>, at: usize, own: &dyn Fn(&str) -> bool) -> Option<usize> {
    let opens = at == 0 || matches!(sense.lower(at - 1), "the" | "," | "and" | "while" | "but");
    let noun = (at..at + 3).find(|it| COMPANIES.contains(&sense.lower(*it))).filter(|_| opens)?;
    let name = |it: usize| sense.words.get(it).is_some_and(|word| word.role == Role::Name && own(&word.lower));
    let end = (noun + 1..sense.words.len()).find(|it| !name(*it)).unwrap_or(sense.words.len());
    (end > noun + 1).then_some(end)
}

/// "Retailer posts", "Airline's revenue": a headline leaves "the" out.
fn headed(sense: &Sense<'_>, at: usize) -> Option<usize> {
    let noun = (at..at + 3).find(|it| COMPANIES.contains(&sense.lower(*it))).filter(|_| at == 0)?;
    let next = sense.words.get(noun + 1)?;
    let owns = matches!(&*next.lower, "'s" | "’s" | "'" | "’");
    (owns || does(sense, noun + 1)).then_some(noun + 1)
}

/// Whether the word at `at` tells what somebody does or foresees.
fn does(sense: &Sense<'_>, at: usize) -> bool {
    let Some(next) = sense.words.get(at) else { return false };
    let stem = &*next.stem;
    sense.graph().is_verb(at) || words::FORESEEING.contains(&stem) || words::REPORTING.contains(&stem) || words::verb(stem).is_some()
}

/// The noun by which "the" at `at` points at whom a report is by: "the company", "the ferry operator".
pub(in crate::verify) fn company(sense: &Sense<'_>, at: usize) -> Option<usize> {
    let noun = (at + 1..at + 3).find(|it| COMPANIES.contains(&sense.lower(*it)))?;
    let next = sense.words.get(noun + 1)?;
    let closes = !matches!(next.role, Role::Content | Role::Name) || does(sense, noun + 1);
    closes.then_some(noun)
}
