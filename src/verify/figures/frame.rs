//! The frame of a report: whom it is by and which time it reports on, which go without saying in all that it tells.

use super::items::{Kind, When, items};
use crate::verify::library::Library;
use crate::verify::sense::{Role, Sense};

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
        for passage in opening() {
            let Some(quarter) = quarter(&passage.sense) else { continue };
            let year = quarter.1.or_else(|| {
                let mut named = opening().filter_map(|it| self::quarter(&it.sense)).filter(|it| it.0 == quarter.0);
                named.find_map(|it| it.1)
            });
            return Self { quarter: Some((quarter.0, year)), names: names(&passage.sense) };
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

/// The quarter that a sentence tells of, where it tells what was.
fn quarter(sense: &Sense<'_>) -> Option<(u8, Option<i16>)> {
    let items = items(sense, &|_| false);
    if items.iter().any(|it| matches!(it.kind, Kind::Expect | Kind::Open)) {
        return None;
    }
    items.iter().enumerate().find_map(|(at, it)| {
        let before = (0..at).rev().find(|it| items[*it].kind != Kind::Light);
        let base = before
            .is_some_and(|it| matches!(items[it].kind, Kind::Against | Kind::Compare) || it > 0 && items[it - 1].kind == Kind::Compare);
        match it.kind {
            Kind::When(When::Quarter(quarter, year)) if !base => Some((quarter, year)),
            _ => None,
        }
    })
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
        if owner || led || sense.graph().is_verb(end) {
            return (at..end).filter(|it| name(*it)).map(|it| sense.words[it].lower.clone()).collect();
        }
        at = end;
    }
    Vec::new()
}
