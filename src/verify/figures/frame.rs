//! The frame of a report: whom it is by and which time it reports on, which go without saying in all that it tells.

use super::items::{Item, Kind, When, items};
use crate::language::{is_land, name};
use crate::text::Class;
use crate::verify::library::Library;
use crate::verify::sense::{Role, Sense};

/// The stems of the quarters of a year.
const QUARTERS: [&str; 4] = ["q1", "q2", "q3", "q4"];

/// Sentences in which a report says what it reports on.
const OPENING: usize = 8;

/// What goes without saying in a document.
#[derive(Clone, Debug, Default)]
pub(in crate::verify) struct Frame {
    /// The quarter that it reports on, with its year where it names it.
    pub quarter: Option<(u8, Option<i16>)>,
    /// The words of the name of whom it is by, in small letters.
    names: Vec<Box<str>>,
}

impl Frame {
    /// The frame of the document at `index`.
    pub(in crate::verify) fn new(library: &Library<'_>, index: usize) -> Self {
        let opening = || (0..OPENING).filter_map(|it| library.passage(index, it));
        let anywhere = || opening().map(|it| names(&it.sense)).find(|it| !it.is_empty()).unwrap_or_default();
        for passage in opening() {
            if reports_otherwise(&passage.sense) {
                return Self { quarter: None, names: anywhere() };
            }
            let Some(quarter) = quarter(&passage.sense) else { continue };
            let names = Some(names(&passage.sense)).filter(|it| !it.is_empty()).unwrap_or_else(anywhere);
            let year = quarter.1.or_else(|| {
                let mut dated = opening().filter_map(|it| self::quarter(&it.sense)).filter(|it| it.0 == quarter.0);
                dated.find_map(|it| it.1)
            });
            let year = year.or_else(|| reckoned_year(library, index, quarter.0));
            return Self { quarter: Some((quarter.0, year)), names };
        }
        Self::default()
    }

    /// Whether it says whom it is by where it says what it reports on.
    pub(in crate::verify) const fn names_whom(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether the document is by whom `name`, in small letters, names.
    pub(in crate::verify) fn is_by(&self, name: &str) -> bool {
        self.names.iter().any(|it| **it == *name)
    }
}

/// Sentences in which a report is looked for the times that it holds its own against.
const TOLD: usize = 24;

/// The year of a report on a quarter that names it nowhere, by the quarters that it is held against and the year that is foreseen.
fn reckoned_year(library: &Library<'_>, index: usize, own: u8) -> Option<i16> {
    let (mut held, mut ahead) = (None, None);
    for passage in (0..TOLD).filter_map(|it| library.passage(index, it)) {
        let items = items(&passage.sense, &|_| false);
        let foreseen = items.iter().any(|it| it.kind == Kind::Expect);
        for (at, it) in items.iter().enumerate() {
            let Kind::When(time) = &it.kind else { continue };
            match time {
                // The quarter before a first one is of the year before, and so is one of the own number that this one is held against.
                When::Quarter(quarter, Some(year)) if !foreseen => {
                    let past = *quarter > own || *quarter == own && is_base(&passage.sense, &items, at);
                    held = held.max(Some(year + i16::from(past)));
                }
                When::Year(Some(year)) if foreseen && own < 4 => ahead = Some(ahead.map_or(*year, |it: i16| it.min(*year))),
                _ => {}
            }
        }
    }
    held.or(ahead)
}

/// The quarter that a sentence tells of, where it tells what was.
fn quarter(sense: &Sense<'_>) -> Option<(u8, Option<i16>)> {
    let items = items(sense, &|_| false);
    let foreseen = |it: &Item| matches!(it.kind, Kind::Expect | Kind::Open) && !announces(sense, it.tokens.end);
    if items.iter().any(foreseen) {
        return None;
    }
    items.iter().enumerate().find_map(|(at, it)| {
        let before = (0..at).rev().find(|it| items[*it].kind != Kind::Light);
        let base = before
            .is_some_and(|it| matches!(items[it].kind, Kind::Against | Kind::Compare) || it > 0 && items[it - 1].kind == Kind::Compare);
        match it.kind {
            // "Up from $3 in last year's second quarter": of this year's second quarter, and of another year.
            Kind::When(When::Quarter(quarter, year)) if !base => Some((quarter, year.filter(|_| !is_base(sense, &items, at)))),
            _ => None,
        }
    })
}

/// Whether the time at `at` is one that a figure is held against: "compared with a loss of $3 in the third quarter of 2019".
fn is_base(sense: &Sense<'_>, items: &[Item], at: usize) -> bool {
    for back in (0..at).rev() {
        let it = &items[back];
        match it.kind {
            Kind::Against | Kind::Compare => return true,
            // "From $3 to $4 in the third quarter".
            Kind::Lead if sense.lower(it.tokens.start) == "to" && matches!(items[back + 1].kind, Kind::Amount(_)) => {
                return back > 0 && items[back - 1].kind == Kind::Compare;
            }
            Kind::Joint | Kind::Stop | Kind::Be | Kind::Report | Kind::Earn => return false,
            _ => {}
        }
    }
    false
}

/// Whether somebody only says at `at` what he is going to speak of: "I'll cover the first quarter".
fn announces(sense: &Sense<'_>, at: usize) -> bool {
    let speaks = ["begin", "cover", "discuss", "go", "review", "spend", "start", "summarize", "talk", "walk"];
    sense.words.get(at).is_some_and(|it| speaks.contains(&&*it.stem))
}

/// Whether a sentence tells figures of a half of a year, or of a whole one, as what is reported on.
fn reports_otherwise(sense: &Sense<'_>) -> bool {
    let items = items(sense, &|_| false);
    let led = |at: usize| at > 0 && items.get(at - 1).is_some_and(|it| matches!(it.kind, Kind::Lead | Kind::Light));
    let time = |kind: &Kind| matches!(kind, Kind::When(When::Other(time)) if time.ends_with("half"));
    !sense.amounts.is_empty()
        && items.iter().enumerate().any(|(at, it)| time(&it.kind) && led(at))
        && !items.iter().any(|it| matches!(it.kind, Kind::Expect | Kind::Open | Kind::When(When::Quarter(..))))
}

/// The words of the names that a sentence tells its figures of: who does it, whose they are, at whom they are told.
fn names(sense: &Sense<'_>) -> Vec<Box<str>> {
    let name = |at: usize| sense.words.get(at).is_some_and(|it| it.role == Role::Name);
    let joins = |at: usize| matches!(sense.lower(at), "&" | "and" | "-") && name(at + 1) && at > 0 && name(at - 1);
    let mut at = 0;
    while at < sense.words.len() {
        if !name(at) {
            at += 1;
            continue;
        }
        let end = (at..sense.words.len()).find(|it| !name(*it) && !joins(*it)).unwrap_or(sense.words.len());
        let owner = matches!(sense.lower(end), "'s" | "’s" | "'" | "’");
        let led = at > 0 && matches!(sense.lower(at - 1), "at" | "of" | "by" | "for");
        let period = sense.words.get(end).is_some_and(|it| QUARTERS.contains(&&*it.stem));
        let told = at > 0 && matches!(sense.lower(at - 1), "the" | "to") && period;
        // "A customer in Upland bought".
        let acts = at == 0 || !sense.class(at - 1).is(Class::PREPOSITION);
        // "Annual costs rose": the capital is that of the sentence.
        let plain = at == 0 && end == 1 && sense.lower(end).ends_with("ing") && !owner;
        let somebody = name::sex(sense.wording(at, at + 1)).is_some() || sense.class(at).is(Class::MONTH | Class::WEEKDAY);
        if (owner || led || told || acts && sense.graph().is_verb(end)) && !plain && !somebody && !is_land(sense.lower(at)) {
            return (at..end).filter(|it| name(*it)).map(|it| sense.words[it].lower.clone()).collect();
        }
        at = end;
    }
    Vec::new()
}
