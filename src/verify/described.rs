//! Descriptions: who somebody is may be told where the document brings them in, and what they did elsewhere.
//!
//! "Nora Berg, 41, a hospital porter, won the prize … Berg will get 40,000 euros": a claim that hospital porter Nora Berg will get the
//! money is borne out. All that the claim calls somebody must stand in one sentence that names them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::align::Alignment;
use super::asked::Wanted;
use super::graph::{Graph, Tie};
use super::meaning::{Kinship, Meaning};
use super::passage::Passage;
use super::sense::{Role, Sense};
use crate::corpus::Document;
use crate::extract::lexicon;
use crate::text::{Class, Kind, Text};

/// Sentences that are kept for one name.
const KEPT: usize = 8;

/// The sentences of a document that name somebody or something, by the words of the names in small letters.
#[derive(Debug, Default)]
pub(super) struct Namings {
    sentences: BTreeMap<Box<str>, Vec<usize>>,
}

impl Namings {
    pub(super) fn new(document: &Document) -> Self {
        let text = Text::new(&document.text, lexicon());
        let mut sentences: BTreeMap<Box<str>, Vec<usize>> = BTreeMap::new();
        let spans = &document.reading.sentences;
        for (at, token) in text.tokens.iter().enumerate().filter(|it| it.1.capital && it.1.kind == Kind::Word) {
            let sentence = spans.partition_point(|it| it.span.end <= token.span.start);
            let named = sentences.entry(text.word(at).to_lowercase().into()).or_default();
            if named.len() < KEPT && named.last() != Some(&sentence) {
                named.push(sentence);
            }
        }
        Self { sentences }
    }

    /// The first sentences that name `word`, in small letters.
    pub(super) fn of(&self, word: &str) -> &[usize] {
        self.sentences.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Somebody or something that a claim names and describes.
#[derive(Debug)]
pub(super) struct Described {
    /// The tokens of the name.
    pub name: Range<usize>,
    /// The tokens that say who or what it is.
    pub by: Vec<usize>,
}

/// Whom or what a sentence of a claim names and describes: "hospital porter Nora Berg", "Nora Berg, a porter".
pub(super) fn described(sense: &Sense<'_>) -> Vec<Described> {
    let name = |at: usize| sense.words.get(at).is_some_and(|it| it.role == Role::Name);
    let graph = sense.graph();
    let mut found = Vec::new();
    let mut at = 0;
    while at < sense.words.len() {
        let end = (at..sense.words.len()).find(|it| !name(*it)).unwrap_or(sense.words.len());
        if end > at {
            let run = at..end;
            let says = |it: &usize| {
                let said = matches!(sense.words[*it].role, Role::Content | Role::Name) && !run.contains(it) && !graph.is_verb(*it);
                said && run.clone().any(|name| belongs(graph, name, *it, 3))
            };
            let by: Vec<usize> = (0..sense.words.len()).filter(says).collect();
            if !by.is_empty() {
                found.push(Described { name: run, by });
            }
        }
        at = end + 1;
    }
    found
}

/// Whether the word at `to` describes the thing at `from`, by at most `steps` links.
fn belongs(graph: &Graph, from: usize, to: usize, steps: u8) -> bool {
    steps > 0
        && graph
            .parts(from)
            .iter()
            .any(|it| matches!(it.tie, Tie::Part | Tie::Of | Tie::Equal) && (it.part == to || belongs(graph, it.part, to, steps - 1)))
}

impl Described {
    /// Whether the passage names whom the claim names, with no other forename.
    pub(super) fn named_here(&self, wanted: &Wanted<'_>, passage: &Passage<'_>) -> bool {
        self.named(wanted, &passage.sense).is_some()
    }

    /// Whether the passage itself says the claim's word at `at` of whom it names.
    pub(super) fn says_here(&self, wanted: &Wanted<'_>, at: usize, passage: &Passage<'_>, alignment: &Alignment) -> bool {
        let graph = passage.sense.graph();
        let Some(names) = self.named(wanted, &passage.sense) else { return alignment.says(at) };
        alignment.answers[at].iter().any(|it| names.clone().any(|name| belongs(graph, name, it.0, 3)))
    }

    /// Whether a sentence of the document says all those words of the claim of whom it names.
    pub(super) fn told(&self, wanted: &Wanted<'_>, words: &[usize], there: &Passage<'_>, meaning: &Meaning) -> bool {
        let Some(names) = self.named(wanted, &there.sense) else { return false };
        let graph = there.sense.graph();
        let says = |at: usize| {
            let mut answers = Alignment::word(&wanted.sense, &wanted.mentions, at, &there.sense, &there.mentions, meaning);
            answers.any(|(place, kinship)| {
                kinship <= Kinship::Narrower
                    && names.clone().any(|name| belongs(graph, name, place, 3))
                    && plainly(&there.sense, &names, place)
            })
        };
        words.iter().all(|it| says(*it)) && !self.lacks(wanted, &there.sense, &names)
    }

    /// The tokens of a passage that name whom the claim names, with no other forename.
    fn named(&self, wanted: &Wanted<'_>, there: &Sense<'_>) -> Option<Range<usize>> {
        let family = &wanted.sense.words[self.name.end - 1].stem;
        // "Moss" that opens a sentence looks like a common noun.
        let plain = |at: usize| there.class(at).is(Class::WEEKDAY | Class::MONTH | Class::TITLE);
        let capital = |at: usize| there.text.tokens.get(at).is_some_and(|it| it.capital) && there.words[at].role == Role::Content;
        let name = |at: usize| !plain(at) && (there.words.get(at).is_some_and(|it| it.role == Role::Name) || capital(at));
        let at = (0..there.words.len()).find(|it| name(*it) && there.words[*it].stem == *family)?;
        let first = (0..=at).rev().take_while(|it| name(*it)).last().unwrap_or(at);
        let mine = |it: usize| self.name.clone().any(|own| wanted.sense.words[own].stem == there.words[it].stem);
        (!name(at + 1) && (first..=at).all(mine)).then_some(first..at + 1)
    }

    /// Whether the passage adds a word that the claim must not leave out: a former mayor is no mayor.
    fn lacks(&self, wanted: &Wanted<'_>, there: &Sense<'_>, names: &Range<usize>) -> bool {
        let said = |word: &str| self.by.iter().any(|it| wanted.sense.lower(*it) == word);
        // "Came late": only before a noun does it turn what that says.
        let leads =
            |it: usize| there.lower(it) == "-" || there.words.get(it).is_some_and(|it| matches!(it.role, Role::Content | Role::Name));
        let turns = |it: &usize| UNDOING.contains(&there.lower(*it)) && !said(there.lower(*it)) && leads(*it + 1);
        let graph = there.graph();
        (0..there.words.len()).filter(turns).any(|it| names.clone().any(|name| belongs(graph, name, it, 3)))
    }
}

/// Words by which somebody is not, or not yet, or no longer what is said behind them.
const UNDOING: [&str; 18] = [
    "acting",
    "alleged",
    "assistant",
    "aspiring",
    "deputy",
    "ex",
    "fake",
    "failed",
    "former",
    "future",
    "honorary",
    "late",
    "retired",
    "self-styled",
    "suspected",
    "then",
    "vice",
    "would-be",
];

/// Whether nothing between a name and what is said of it denies or doubts that.
fn plainly(sense: &Sense<'_>, names: &Range<usize>, place: usize) -> bool {
    let between = if place < names.start { place..names.start } else { names.end..place };
    !between.into_iter().any(|it| sense.class(it).is(Class::NEGATION | Class::MODAL | Class::HYPOTHETICAL))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn who_somebody_is_may_be_told_elsewhere() {
        check(
            "Nora Berg, 41, a hospital porter, took the stage on Monday. The hall was full. Berg sold 40,000 copies of the book.",
            &[
                "Hospital porter Nora Berg sold 40,000 copies of the book",
                "Nora Berg, a hospital porter, sold 40,000 copies of the book",
                "The porter Nora Berg sold 40,000 copies of the book",
            ],
            &[
                "Hospital director Nora Berg sold 40,000 copies of the book",
                "Former hospital porter Nora Berg sold 40,000 copies of the book",
                "Hospital porter Karl Berg sold 40,000 copies of the book",
                "Hospital porter Nora Berg sold 41,000 copies of the book",
                "Hospital porter Nora Berg bought 40,000 copies of the book",
            ],
        );
        check(
            "Karl Moss, a former mayor of Lindvik, came late that day. Moss bought 14 ferries.",
            &["Former mayor Karl Moss bought 14 ferries", "The former mayor of Lindvik, Karl Moss, bought 14 ferries"],
            &[
                "The former mayor of Marstad, Karl Moss, bought 14 ferries",
                "Mayor Karl Moss bought 14 ferries",
                "Former minister Karl Moss bought 14 ferries",
            ],
        );
        check(
            "Karl Moss and the mayor, Anna Dahl, came late that day. Moss bought 14 ferries.",
            &["Karl Moss bought 14 ferries"],
            &["Mayor Karl Moss bought 14 ferries", "The mayor Anna Dahl bought 14 ferries"],
        );
        check("Karl Moss is not a porter. Moss bought 14 ferries.", &[], &["The porter Karl Moss bought 14 ferries"]);
    }

    #[test]
    fn what_somebody_is_not_called_there_is_no_other_word_of_the_passage() {
        check(
            "Nora Berg, the treasurer of a school, came late that day. Berg sold 14 desks to the school.",
            &["School treasurer Nora Berg sold 14 desks"],
            &["School director Nora Berg sold 14 desks"],
        );
    }
}
