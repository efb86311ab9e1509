//! One reading of the whole: each word of the claim is answered by one word of the passage, and all its links hold for that one.
//!
//! "The hospital treated 40 children; the clinic treated 25 adults" says "treated" twice. That the clinic treated somebody and
//! that somebody treated 40 children is true of two different words, and of neither that the clinic treated 40 children.

use super::holds;
use crate::verify::align::Alignment;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Link, Tie};
use crate::verify::meaning::Kinship;
use crate::verify::passage::Passage;
use crate::verify::sense::Role;

/// Links that are tried before a passage that repeats itself so often is given up.
const TRIES: usize = 4_000;

/// A word of the passage, with how it answers.
type Answer = (usize, Kinship);

/// The search for one answer a word.
pub(super) struct Choice<'c> {
    wanted: &'c Wanted<'c>,
    passage: &'c Passage<'c>,
    /// The answers that remain, one where a word is settled.
    alignment: Alignment,
    /// Words of the claim that several words of the passage answer.
    open: Vec<usize>,
    links: Vec<Link>,
    tries: usize,
    /// The word that could not be settled with the most words before it.
    deepest: usize,
}

impl<'c> Choice<'c> {
    /// A search among the links that hold one by one.
    pub(super) fn new(wanted: &'c Wanted<'_>, passage: &'c Passage<'_>, alignment: &Alignment, held: &[Link]) -> Self {
        // Who does or has all of a series is told once; what only stands by is looser.
        let links: Vec<Link> = held.iter().copied().filter(|it| !matches!(it.tie, Tie::Has | Tie::Maybe)).collect();
        // A name is one wherever it stands.
        let several = |at: &usize| alignment.answers[*at].len() > 1 && wanted.sense.words[*at].role == Role::Content;
        let linked = |at: &usize| links.iter().filter(|it| it.head == *at || it.part == *at).count() > 1;
        let mut open: Vec<usize> = (0..wanted.sense.words.len()).filter(|it| several(it) && linked(it)).collect();
        // Doings tie the most.
        open.sort_by_key(|it| (!wanted.sense.graph().is_verb(*it), *it));
        Self { wanted, passage, alignment: alignment.clone(), open, links, tries: 0, deepest: 0 }
    }

    /// The word of the claim for which no one answer makes all links hold.
    pub(super) fn torn(mut self) -> Option<usize> {
        if self.settle(0) { None } else { self.open.get(self.deepest).copied() }
    }

    /// Whether the open words from `next` on can be settled.
    fn settle(&mut self, next: usize) -> bool {
        let Some(at) = self.open.get(next).copied() else { return true };
        self.deepest = self.deepest.max(next);
        let answers = self.alignment.answers[at].clone();
        for choice in self.choices(at) {
            self.alignment.answers[at] = choice;
            if self.agrees(at, next) && self.settle(next + 1) {
                return true;
            }
        }
        self.alignment.answers[at] = answers;
        false
    }

    /// What may answer a word: one word of the passage, or one doing that its verb and its noun tell together.
    fn choices(&self, at: usize) -> Vec<Vec<Answer>> {
        let (words, graph) = (&self.passage.sense.words, self.passage.sense.graph());
        let mut choices: Vec<Vec<Answer>> = Vec::new();
        for answer in &self.alignment.answers[at] {
            let verb = graph.is_verb(answer.0);
            let joins = |it: &&mut Vec<Answer>| {
                it.iter().all(|other| words[other.0].stem == words[answer.0].stem && graph.is_verb(other.0) != verb)
            };
            match choices.iter_mut().find(joins) {
                Some(choice) => choice.push(*answer),
                None => choices.push(vec![*answer]),
            }
        }
        choices
    }

    /// Whether the links of a word hold with what is settled so far.
    fn agrees(&mut self, at: usize, next: usize) -> bool {
        let pending = self.open.get(next + 1..).unwrap_or_default();
        let touching = self.links.iter().filter(|it| it.head == at || it.part == at);
        let settled = touching.filter(|it| !pending.contains(&it.head) && !pending.contains(&it.part));
        for link in settled {
            self.tries += 1;
            if self.tries > TRIES || !holds(self.wanted, self.passage, &self.alignment, *link) {
                return false;
            }
        }
        true
    }
}
