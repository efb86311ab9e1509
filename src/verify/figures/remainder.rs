//! Remainder: what a piece of a claim that tells no figure says beside why, despite what and when it was so.
//!
//! "Mainly thanks to lower freight costs" and "most of it is due to lower freight costs" tell one reason; "in the third quarter" goes
//! without saying in a report on that quarter.

use std::ops::Range;

use super::frame::Frame;
use super::items::{Base, Kind, When, items};
use crate::verify::sense::{Role, Sense};

/// How a piece stands to what is told before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::verify) enum Relation {
    /// It is told beside it.
    None,
    /// It is its reason.
    Cause,
    /// It is told in spite of it.
    Contrast,
}

/// A piece without the words that only tell how it stands to others.
#[derive(Clone, Debug)]
pub(in crate::verify) struct Trimmed {
    /// The words that are left.
    pub tokens: Range<usize>,
    /// How they stand to what is told before.
    pub relation: Relation,
    /// The time that was told beside them.
    when: Option<When>,
    /// Whether it tells what is foreseen.
    foreseen: bool,
}

/// Words of which a reason begins, the longer first.
const CAUSES: [&[&str]; 30] = [
    &["as", "a", "result", "of"],
    &["on", "the", "back", "of"],
    &["as", "a", "consequence", "of"],
    &["attributable", "to"],
    &["because", "of"],
    &["because"],
    &["boosted", "by"],
    &["caused", "by"],
    &["driven", "by"],
    &["due", "to"],
    &["fueled", "by"],
    &["fuelled", "by"],
    &["helped", "by"],
    &["aided", "by"],
    &["hit", "by"],
    &["hurt", "by"],
    &["led", "by"],
    &["owing", "to"],
    &["supported", "by"],
    &["thanks", "to"],
    &["weighed", "down", "by"],
    &["amid"],
    &["citing"],
    &["following"],
    &["reflecting"],
    &["after"],
    &["since"],
    &["as"],
    &["on"],
    &["with"],
];

/// Words with which begins what something was in spite of, the longer first.
const CONTRASTS: [&[&str]; 9] = [
    &["in", "spite", "of"],
    &["even", "as"],
    &["even", "though"],
    &["even", "with"],
    &["although"],
    &["despite"],
    &["notwithstanding"],
    &["though"],
    &["while"],
];

/// Words that say how much of a reason it is.
const MAINLY: [&str; 11] =
    ["chiefly", "largely", "mainly", "mostly", "predominantly", "primarily", "principally", "substantially", "thus", "part", "partly"];

/// Words by which a document tells a reason.
const REASONS: [&str; 30] = [
    "after",
    "amid",
    "as",
    "attribute",
    "attributed",
    "attributable",
    "because",
    "boosted",
    "by",
    "cause",
    "caused",
    "driven",
    "due",
    "following",
    "fueled",
    "fuelled",
    "helped",
    "hurt",
    "led",
    "on",
    "owing",
    "reason",
    "reasons",
    "reflecting",
    "reflects",
    "result",
    "since",
    "supported",
    "thanks",
    "with",
];

/// Whether what stands before the token `at` makes what follows a reason.
pub(super) fn is_reason(sense: &Sense<'_>, at: usize) -> bool {
    let words = |any: &[&str]| any.len() <= at && any.iter().rev().enumerate().all(|(back, it)| sense.lower(at - 1 - back) == *it);
    CAUSES.iter().filter(|it| it.len() > 1 || matches!(it[0], "because" | "citing" | "reflecting")).any(|it| words(it))
}

/// The piece without such words; none where nothing is left or nothing was to be left out.
pub(in crate::verify) fn trimmed(sense: &Sense<'_>, piece: &Range<usize>) -> Option<Trimmed> {
    let mut tokens = piece.clone();
    let skips = |at: usize| matches!(sense.lower(at), "," | "." | "and" | "but") || sense.lower(at).is_empty();
    tokens.start = tokens.clone().find(|it| !skips(*it))?;
    tokens.end = tokens.clone().rev().find(|it| !skips(*it))? + 1;
    let whole = tokens.clone();
    let mainly = tokens.clone().find(|it| !MAINLY.contains(&sense.lower(*it)))?;
    let mut relation = Relation::None;
    for (phrases, told) in [(&CAUSES[..], Relation::Cause), (&CONTRASTS[..], Relation::Contrast)] {
        let begins = |it: &&&[&str]| it.iter().enumerate().all(|(step, word)| sense.lower(mainly + step) == *word);
        if let Some(phrase) = phrases.iter().find(begins).filter(|_| relation == Relation::None) {
            (relation, tokens.start) = (told, mainly + phrase.len());
        }
    }
    let when = time(sense, &mut tokens);
    let says = || sense.words.get(tokens.clone()).is_some_and(|it| it.iter().any(|it| matches!(it.role, Role::Content | Role::Name)));
    let foreseen = foresees(sense, &whole);
    (tokens != whole && tokens.start < tokens.end && says()).then_some(Trimmed { tokens, relation, when, foreseen })
}

/// Takes the time off that a piece begins or ends with.
fn time(sense: &Sense<'_>, tokens: &mut Range<usize>) -> Option<When> {
    let items = items(sense, &|_| false);
    let lead = |at: usize| matches!(sense.lower(at), "in" | "for" | "during" | "the" | "its" | "," | "of" | "fiscal" | "our");
    for it in items.iter().filter(|it| tokens.contains(&it.tokens.start) && it.tokens.end <= tokens.end) {
        let Kind::When(when @ (When::Quarter(..) | When::This)) = &it.kind else { continue };
        if it.tokens.end == tokens.end {
            let first = (tokens.start..it.tokens.start).rev().take_while(|it| lead(*it)).last()?;
            // "The first quarter of the year".
            if matches!(sense.lower(first), "in" | "for" | "during") {
                tokens.end = first;
                return Some(when.clone());
            }
        }
        let opens = (tokens.start..it.tokens.start).all(lead);
        if opens && sense.lower(it.tokens.end) == "," {
            tokens.start = it.tokens.end + 1;
            return Some(when.clone());
        }
    }
    None
}

impl Trimmed {
    /// Whether a passage may tell it: of the time that was left out, and a reason as a reason.
    pub(in crate::verify) fn fits(&self, passage: &Sense<'_>, before: &[&Sense<'_>], frame: &Frame) -> bool {
        self.is_then(passage, before, frame) && (self.relation != Relation::Cause || gives_reason(passage))
    }

    fn is_then(&self, passage: &Sense<'_>, before: &[&Sense<'_>], frame: &Frame) -> bool {
        let Some(when) = &self.when else { return true };
        let of = |sense: &Sense<'_>| -> Vec<When> {
            let items = items(sense, &|_| false);
            let time = |(at, it): (usize, &super::items::Item)| match &it.kind {
                Kind::When(when) if !(at > 0 && matches!(items[at - 1].kind, Kind::Against | Kind::Compare)) => Some(when.clone()),
                Kind::Base(Base::Named(when)) => Some(when.clone()),
                _ => None,
            };
            items.iter().enumerate().filter_map(time).collect()
        };
        let own = |it: &When| match it {
            When::This => frame.quarter.map(|it| it.0),
            When::Quarter(quarter, year) if year.is_none() || frame.quarter.and_then(|it| it.1).is_none_or(|it| Some(it) == *year) => {
                Some(*quarter)
            }
            _ => None,
        };
        let Some(quarter) = own(when) else { return false };
        let foreseen = foresees(passage, &(0..passage.words.len()));
        let told = of(passage);
        if foreseen != self.foreseen {
            return false;
        }
        if !told.is_empty() {
            return told.iter().all(|it| own(it) == Some(quarter));
        }
        if !foreseen {
            return frame.quarter.is_some_and(|it| it.0 == quarter);
        }
        // What a report foresees is of the time that it turned to.
        before.iter().map(|it| of(it)).find(|it| !it.is_empty()).is_some_and(|it| it.iter().all(|it| own(it) == Some(quarter)))
    }
}

/// Whether some of those words tell that something is foreseen.
fn foresees(sense: &Sense<'_>, tokens: &Range<usize>) -> bool {
    items(sense, &|_| false).iter().any(|it| it.kind == Kind::Expect && tokens.contains(&it.tokens.start))
}

fn gives_reason(passage: &Sense<'_>) -> bool {
    (0..passage.words.len()).any(|it| REASONS.contains(&passage.lower(it)))
}
