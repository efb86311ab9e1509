//! The reader: what a sentence tells of figures, one fact a measure.
//!
//! A fact begins with what is measured and goes on as long as what follows is an amount, a change or what it is held against. The words
//! behind that are left to others.

use std::ops::Range;

use super::fact::Fact;
use super::items::{Item, Kind, When, items};
use super::measure::Reader;
use super::words::{self, Form};
use crate::text::Class;
use crate::verify::sense::{Role, Sense, Word};

/// What the sentence is of whose facts are read.
#[derive(Clone, Copy)]
pub(super) enum Of<'s, 'r> {
    /// A claim, of which no word may be passed over.
    Claim,
    /// A document, with the sentence before, whose subject one that begins with a figure has.
    Document(Option<&'s Sense<'r>>),
}

/// Words of a sentence that only says what is spoken of next.
const HEADING: usize = 10;

/// The time of what a sentence foresees, where it names one: "turning to our full-year outlook".
pub(super) fn foreseen_for(before: &[&Sense<'_>]) -> Option<When> {
    let turned = |sense: &&Sense<'_>| if sense.amounts.is_empty() { time_of(sense, true) } else { opens_with(&items(sense, &|_| false)) };
    let told = |sense: &&Sense<'_>| time_of(sense, false);
    before.iter().find_map(turned).or_else(|| before.iter().find_map(told))
}

/// The first time that a sentence names, where it is one of what is foreseen, or `heading` and so short that it only says what comes next.
fn time_of(sense: &Sense<'_>, heading: bool) -> Option<When> {
    let items = items(sense, &|_| false);
    let outlook = |it: &Item| it.kind == Kind::Expect || words::OUTLOOK.contains(&&*sense.words[it.tokens.start].stem);
    if !(heading && items.len() <= HEADING || items.iter().any(outlook)) {
        return None;
    }
    items.iter().find_map(|it| if let Kind::When(when) = &it.kind { Some(when.clone()) } else { None })
}

/// Whether a sentence tells without a verb what is foreseen, as the sentence before it does: "For the year, revenue of $3 million".
pub(super) fn goes_on_foreseeing(sense: &Sense<'_>, before: &[&Sense<'_>]) -> bool {
    let bare = |it: &Item| !matches!(it.kind, Kind::Be | Kind::Report | Kind::Earn | Kind::Bring | Kind::Open | Kind::Way(_, Form::Verb));
    let verb = (0..sense.words.len()).any(|it| sense.graph().is_verb(it));
    let foresees = |sense: &Sense<'_>| items(sense, &|_| false).iter().any(|it| it.kind == Kind::Expect);
    !verb && items(sense, &|_| false).iter().all(bare) && before.first().is_some_and(|it| foresees(it))
}

/// The facts of a sentence; `own` tells the names of whom its document is by, and `of` what the sentence is of.
pub(super) fn facts(sense: &Sense<'_>, own: &dyn Fn(&str) -> bool, of: Of<'_, '_>) -> Vec<Fact> {
    if sense.amounts.is_empty() && !(0..sense.words.len()).any(|it| sense.class(it).is(Class::TREND)) {
        return Vec::new();
    }
    let items = items(sense, own);
    let mut facts: Vec<Fact> = Vec::new();
    let mut leading = None;
    let topic = topic(sense, &items);
    let mut at = 0;
    while at < items.len() {
        if let Some((when, next)) = opening(&items, at) {
            (leading, at) = (Some(when), next);
            continue;
        }
        let mut reader = Reader::new(sense, &items, at);
        reader.loose = matches!(of, Of::Document(_));
        let continued = at == 0 && matches!(items[0].kind, Kind::Amount(_)) && reader.continues(of, own);
        if (continued || reader.subject()) && reader.body() {
            at = reader.at.max(at + 1);
            let mut fact = reader.fact;
            fact.foreseen |= fact.open && items.iter().any(|it| it.kind == Kind::Expect && it.tokens.end <= fact.tokens.start);
            fact.when = fact.when.or_else(|| leading.clone()).or_else(|| opens_with(&items));
            if fact.foreseen && fact.when.is_none() && matches!(of, Of::Document(_)) {
                fact.when = facts.iter().rev().find(|it| it.foreseen).and_then(|it| it.when.clone());
            }
            fact.measure.extend(reckoned(sense, &items, fact.tokens.start));
            if !topic.is_empty() && fact.tokens.start >= topic.end {
                fact.aside = aside(sense, &items, topic.end);
                fact.measure.extend(topic.clone().map(|it| sense.words[it].clone()));
            }
            facts.push(fact);
        }
        at = (at..items.len()).find(|it| matches!(items[*it].kind, Kind::Joint | Kind::Stop)).map_or(items.len(), |it| it + 1);
    }
    facts
}

/// What a sentence says that it speaks of before it tells figures: "Lindvik Gold, our best ale, ...; sales were", "in the north, sales".
fn topic(sense: &Sense<'_>, items: &[Item]) -> Range<usize> {
    let led = items.first().is_some_and(|it| it.kind == Kind::Lead && matches!(sense.lower(it.tokens.start), "in" | "at" | "for"));
    let named = |it: &Item| it.kind == Kind::Word && (led || sense.words[it.tokens.start].role == Role::Name);
    let start = usize::from(led) + usize::from(items.get(usize::from(led)).is_some_and(|it| it.kind == Kind::Light));
    let end = (start..items.len()).find(|it| !named(&items[*it])).unwrap_or(items.len());
    let closes = items.get(end).is_some_and(|it| it.kind == Kind::Joint);
    if end <= start || end > start + 4 || !closes {
        return 0..0;
    }
    items[start].tokens.start..items[end - 1].tokens.end
}

/// The words that say what the topic before them is: "Lindvik Gold, our best ale,".
fn aside(sense: &Sense<'_>, items: &[Item], from: usize) -> Vec<Word> {
    let behind = items.iter().skip_while(|it| it.tokens.start <= from);
    let words = behind.take_while(|it| matches!(it.kind, Kind::Light | Kind::Owner | Kind::Word)).filter(|it| it.kind == Kind::Word);
    words.map(|it| sense.words[it.tokens.start].clone()).collect()
}

/// Words with which a phrase opens that tells how all figures of the sentence were reckoned.
const RECKONING: [&str; 9] = ["adjusted", "adjusting", "after", "before", "excluding", "including", "net", "on", "without"];

/// The words that open the sentence, before the token `until`, and tell how its figures were reckoned: "on an adjusted basis,".
fn reckoned(sense: &Sense<'_>, items: &[Item], until: usize) -> Vec<Word> {
    // "..., and on an adjusted basis we had": what opens a clause tells it of that clause.
    let joined = items.iter().rev().filter(|it| it.kind == Kind::Joint && it.tokens.end <= until).map(|it| it.tokens.end);
    let opens = |it: &usize| RECKONING.contains(&sense.lower(*it)) && *it < until;
    let Some(first) = joined.chain([0]).find(opens) else { return Vec::new() };
    let leaves_out = matches!(sense.lower(first), "excluding" | "without" | "net" | "before");
    let words = sense.words.iter().enumerate().take(until).skip(first);
    words.filter(|it| leaves_out && it.0 == first || is_reckoned(it.1)).map(|it| it.1.clone()).collect()
}

/// "In 2024 we expect": the time that a sentence opens with.
fn opens_with(items: &[Item]) -> Option<When> {
    let first = items.iter().position(|it| !matches!(it.kind, Kind::Light | Kind::Lead))?;
    let led = items.get(first.checked_sub(1)?)?.kind == Kind::Lead;
    if let Kind::When(when) = &items[first].kind { led.then(|| when.clone()) } else { None }
}

/// "For the full year, ...": the time of all that follows.
fn opening(items: &[Item], at: usize) -> Option<(When, usize)> {
    let first = items.get(at)?;
    let next = if matches!(first.kind, Kind::Lead) { at + 1 } else { at };
    let next = (next..items.len()).find(|it| items[*it].kind != Kind::Light)?;
    let Kind::When(when) = &items[next].kind else { return None };
    (at == 0 && items.get(next + 1)?.kind == Kind::Joint).then(|| (when.clone(), next + 2))
}

/// Whether a word tells how a figure was reckoned.
pub(super) fn is_reckoned(word: &Word) -> bool {
    words::RECKONED.contains(&&*word.lower) || words::RECKONED.contains(&&*word.stem)
}
