//! What stands around a figure: of what it is a figure, and who did it where, as far as its sentence tells.
//!
//! This is read again from the sentence, and only where two figures are to be compared, so that nothing of it has to be kept for
//! a corpus.

use std::collections::BTreeSet;

use super::alike::Alike;
use super::story::{Names, folded, names_in, title_case};
use crate::corpus::Document;
use crate::extract::{Quantity, Statement, lexicon};
use crate::language::{Proposition, Relation, Strength, Syntax, Tag, derived, propositions, relation, stem, syntax};
use crate::text::{Class, Kind, Text};

/// Names or a common noun that take part in a doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Party {
    /// The names in it.
    pub(super) names: BTreeSet<String>,
    /// The base form of its main word, unless that is a name or a pronoun.
    pub(super) noun: Option<String>,
}

/// How a figure takes part in what its sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It does it, or is so.
    Agent,
    /// It is done to it.
    Patient,
    /// It stands behind a preposition.
    Beside,
}

/// What stands around a figure.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// The content words of its sentence, names and its own noun aside.
    pub(super) words: BTreeSet<String>,
    /// The names of its sentence that tell it from others.
    pub(super) names: BTreeSet<String>,
    /// The stems that describe what is counted: "north", "korean".
    pub(super) modifiers: BTreeSet<String>,
    /// The verb that it hangs on, and as what.
    pub(super) doing: Option<(String, Role)>,
    /// Who else takes part in it.
    pub(super) party: Option<Party>,
    /// What it is a figure of: "profit" in "a profit of $3 million".
    pub(super) topic: Option<String>,
    /// The names of places where it was done.
    pub(super) places: BTreeSet<String>,
    /// Words for stretches of time beside it: "quarter", "annual".
    pub(super) stretches: BTreeSet<String>,
    /// Whether it is a part of another figure of the sentence: "including 12 crew".
    pub(super) part: bool,
    /// Whether it is compared with, added to or counted for another time: "from 40", "another 12", "a year earlier".
    pub(super) aside: bool,
    /// Whether who does what has been read.
    complete: bool,
}

/// Tokens of a sentence beyond which nobody tells who does what.
const LONG: usize = 160;

impl Around {
    /// Reads the words around `quantity`; who does what is read by [`Self::complete`], where the words are promising.
    pub(super) fn read(document: &Document, story: &Names, statement: &Statement, quantity: &Quantity, alike: &Alike) -> Self {
        let (text, at) = sentence(document, statement, quantity);
        if text.tokens.len() > LONG {
            return Self { aside: true, ..Self::default() };
        }
        let mut around = Self { aside: set_aside(&text, at), part: is_part(&text, at), ..Self::default() };
        if !around.aside {
            around.read_words(document, story, quantity, &text, alike);
        }
        around
    }

    /// Whether the words around two figures leave it open that they are of one thing.
    pub(super) fn is_promising(&self, other: &Self) -> bool {
        let aside = self.aside || other.aside || self.part != other.part;
        !aside && (!self.words.is_disjoint(&other.words) || !self.names.is_disjoint(&other.names))
    }

    /// Reads who does what around `quantity`, once.
    pub(super) fn complete(&mut self, document: &Document, statement: &Statement, quantity: &Quantity) {
        if !std::mem::replace(&mut self.complete, true) {
            let (text, at) = sentence(document, statement, quantity);
            self.read_syntax(&text, at);
        }
    }

    fn read_words(&mut self, document: &Document, story: &Names, quantity: &Quantity, text: &Text<'_>, alike: &Alike) {
        let whole = 0..text.tokens.len();
        let noun = quantity.noun.map(|it| it.of(&document.text)).unwrap_or_default();
        let canonical = |it: &str| alike.canonical(&stem(it)).to_owned();
        let head = canonical(quantity.unit.symbol());
        self.modifiers = noun
            .split(|it: char| !it.is_alphanumeric())
            .filter(|it| it.len() > 1 && !lexicon().class(it).is(Class::FUNCTION | Class::HEDGE | Class::NUMBER_WORD))
            .map(|it| if it.starts_with(char::is_uppercase) { folded(it) } else { canonical(it) })
            .filter(|it| *it != head && !GENERAL.contains(&it.as_str()))
            .collect();
        if !title_case(text, whole.clone()) {
            self.names = names_in(text, whole.clone(), false).into_iter().collect();
            // The first word of a sentence is a name where the document has it as one elsewhere.
            let first = whole.clone().find(|it| text.token(*it).is_some_and(|it| it.kind == Kind::Word)).map(|it| folded(text.word(it)));
            let short = |it: &str| {
                it.len() > 1 && text.source.trim_start().get(..it.len()).is_some_and(|it| it.bytes().all(|it| it.is_ascii_uppercase()))
            };
            if let Some(first) = first.filter(|it| !story.has(it) && !short(it)) {
                self.names.remove(&first);
            }
        }
        for at in whole {
            let Some(token) = text.token(at).filter(|it| it.kind == Kind::Word && !it.class.is(SILENT)) else { continue };
            let word = token.span.of(text.source);
            if STRETCHES.contains(&word.to_lowercase().as_str()) {
                self.stretches.insert(stem(word).into_owned());
            }
            let name = folded(word);
            if !self.names.contains(&name) && word.len() > 2 {
                self.words.insert(canonical(word));
            }
        }
        self.words.remove(&head);
        for modifier in &self.modifiers {
            self.words.remove(modifier);
        }
    }

    fn read_syntax(&mut self, text: &Text<'_>, at: usize) {
        let syntax = syntax(text, 0..text.tokens.len());
        let Some(mut group) = syntax.group_at(at) else { return };
        self.read_place(text, &syntax, group);
        // "A loss of $5 million" is a loss.
        if let Some((whole, _)) = syntax.of.iter().find(|it| it.1.group == group && it.1.preposition == "of") {
            self.topic = noun_of(text, &syntax, *whole);
            group = *whole;
        } else {
            let head = syntax.groups.get(group).map(|it| it.head);
            self.topic = head.filter(|it| *it > at && text.class(*it).is(Class::NONE)).and_then(|_| noun_of(text, &syntax, group));
        }
        let told = propositions(text, &syntax);
        let first = syntax.groups.get(group).and_then(|it| it.coordinate).unwrap_or(group);
        let holds = |it: &&Proposition| role(it, group).or_else(|| role(it, first)).is_some();
        let Some(told) = told.iter().find(holds) else { return };
        let Some(role) = role(told, group).or_else(|| role(told, first)) else { return };
        self.doing = Some((told.predicate.clone(), role));
        // "Plans to cut 40 jobs": who plans is who cuts.
        let governor = || syntax.clauses.get(told.clause?)?.governor.and_then(|it| syntax.clauses.get(it))?.subject;
        let other = match role {
            Role::Agent => told.patient,
            Role::Patient => told.agent.or_else(governor),
            Role::Beside => told.agent.or(told.patient).or_else(governor),
        };
        self.party = other.map(|it| party(text, &syntax, it));
        for (preposition, place) in &told.modifiers {
            if PLACES.contains(&preposition.as_str()) {
                self.places.extend(party(text, &syntax, *place).names);
            }
        }
    }

    /// "1,200 jobs in Spain" are there, wherever the rest of the sentence happens.
    fn read_place(&mut self, text: &Text<'_>, syntax: &Syntax, group: usize) {
        let Some(end) = syntax.groups.get(group).map(|it| it.tokens.end) else { return };
        if PLACES.iter().any(|it| text.is(end, it)) {
            let part = |it: &usize| text.token(*it).is_some_and(|token| token.capital || text.class(*it).is(Class::DETERMINER));
            let last = (end + 1..text.tokens.len()).take_while(part).last().map_or(end, |it| it + 1);
            self.places.extend(names_in(text, end + 1..last.max(end + 1), false));
        }
    }
}

/// The sentence of a statement, with the token of its quantity's number.
fn sentence<'d>(document: &'d Document, statement: &Statement, quantity: &Quantity) -> (Text<'d>, usize) {
    let text = Text::new(statement.span.of(document.plain()), lexicon());
    let at = text.token_at(quantity.number.start.saturating_sub(statement.span.start));
    (text, at)
}

/// Words that are no content, and those that tell a time.
const SILENT: Class =
    Class::FUNCTION.or(Class::MONTH).or(Class::WEEKDAY).or(Class::NUMBER_WORD).or(Class::SPEECH_CUE).or(Class::HEDGE).or(Class::AUXILIARY);

/// Nouns that say no more than that something is counted.
const GENERAL: [&str; 4] = ["people", "total", "estimate", "number"];

/// Prepositions before a place.
const PLACES: [&str; 6] = ["across", "at", "in", "near", "off", "outside"];

/// Words for stretches of time.
const STRETCHES: [&str; 14] =
    ["annual", "annually", "daily", "day", "fiscal", "half", "hour", "hourly", "month", "monthly", "months", "quarter", "week", "weekly"];

/// Whether the figure at `at` is set beside another: compared with it, added to it, or that of another time.
fn set_aside(text: &Text<'_>, at: usize) -> bool {
    const BEFORE: [&str; 17] = [
        "compared",
        "versus",
        "vs",
        "than",
        "against",
        "another",
        "further",
        "additional",
        "extra",
        "previous",
        "previously",
        "earlier",
        "expected",
        "forecast",
        "between",
        "initially",
        "originally",
    ];
    const AFTER: [&str; 7] = ["more", "others", "other", "earlier", "ago", "previously", "apiece"];
    let words = |range: std::ops::Range<usize>| range.take_while(|it| !text.is(*it, ";")).filter(|it| text.token(*it).is_some());
    let from = at.checked_sub(1).map(|it| if text.class(it).is(Class::CURRENCY | Class::HEDGE) { it.saturating_sub(1) } else { it });
    from.is_some_and(|it| text.is(it, "from"))
        || words(at.saturating_sub(5)..at).any(|it| BEFORE.iter().any(|word| text.is(it, word)))
        || words(at + 1..at + 3).any(|it| AFTER.iter().any(|word| text.is(it, word)))
        || words(at + 1..at + 12).any(|it| text.is(it, "earlier") || text.is(it, "ago"))
        || words(0..at).any(|it| text.is(it, "last") && text.class(it + 1).is(Class::CALENDAR_UNIT))
        || words(0..at + 12).any(|it| text.is(it, "year") && (text.is(it + 2, "earlier") || text.is(it + 2, "ago")))
        // What was counted by noon is not what was counted in the end.
        || words(0..at).any(|it| text.is(it, "by") && (it + 1..it + 3).any(|it| is_clock(text, it)))
}

fn is_clock(text: &Text<'_>, at: usize) -> bool {
    ["p.m.", "a.m.", "noon", "midnight"].iter().any(|it| text.is(at, it))
}

fn is_part(text: &Text<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|it| text.is(it, "including") || text.is(it, "among") || text.is(it, "include"))
}

fn role(told: &Proposition, group: usize) -> Option<Role> {
    if told.agent == Some(group) {
        Some(Role::Agent)
    } else if told.patient == Some(group) {
        Some(Role::Patient)
    } else {
        told.modifiers.iter().any(|it| it.1 == group).then_some(Role::Beside)
    }
}

fn party(text: &Text<'_>, syntax: &Syntax, group: usize) -> Party {
    let members = syntax.members(group).filter_map(|it| syntax.groups.get(it));
    let mut names = BTreeSet::new();
    for member in members {
        names.extend(names_in(text, member.tokens.clone(), false));
        let owner = member.possessor.and_then(|it| syntax.groups.get(it));
        names.extend(owner.into_iter().flat_map(|it| names_in(text, it.tokens.clone(), false)));
    }
    Party { names, noun: noun_of(text, syntax, group) }
}

/// The stem of a group's main word, unless that is a name, a pronoun or a number.
fn noun_of(text: &Text<'_>, syntax: &Syntax, group: usize) -> Option<String> {
    let head = syntax.groups.get(group)?.head;
    matches!(syntax.tag(head), Tag::Noun | Tag::Plural).then(|| stem(text.word(head)).to_lowercase())
}

/// Whether two verbs tell of one doing.
pub(super) fn same_doing(alike: &Alike, one: &str, other: &str) -> bool {
    one == other || alike.same(&stem(one), &stem(other)) || same_word(one, other)
}

/// Whether two words mean nearly the same.
pub(super) fn same_word(one: &str, other: &str) -> bool {
    one == other || derived(one, other) || matches!(relation(one, other), Relation::Synonym(Strength::Fair | Strength::Strong))
}
