//! Reads the pieces of a sentence from left to right, clause by clause.

use std::ops::Range;

use super::words::conjunctive;
use super::{Attachment, Chunk, Kind, Reader, State};
use crate::language::chunk::Form;
use crate::language::tag::Tag;

impl Reader<'_, '_> {
    pub(super) fn before(&self) -> Option<&Chunk> {
        self.at.checked_sub(1).and_then(|it| self.chunks.get(it))
    }

    pub(super) fn next(&self, step: usize) -> Option<&Chunk> {
        self.chunks.get(self.at + step)
    }

    pub(super) fn step(&mut self) {
        match self.chunks[self.at].clone() {
            Chunk::Noun(group) => self.noun(group),
            Chunk::Verb(verb) => self.verb(verb),
            Chunk::Adjective(token) => self.adjective(token),
            Chunk::Preposition(tokens) => self.preposition(tokens),
            Chunk::Subordinator(_) => {
                if !self.subject_waits() {
                    self.leave_asides();
                }
                self.state.subordinate = true;
                self.state.free.clear();
                self.state.open = false;
                self.state.preposition = None;
            }
            Chunk::Relative(_) if self.state.preposition.as_ref().is_some_and(|it| it.0 == "of") => {
                // "61 tanks, of which 14 were damaged": what follows is told of some of them.
                self.state.preposition = None;
                self.state.open = false;
                self.partitive = self.state.last;
            }
            Chunk::Relative(token) if self.pied(token) => {
                // "The fire in which two men died": it happened in what stands before.
                if let (Some((preposition, token, _)), Some(noun)) = (self.state.preposition.take(), self.state.last) {
                    let comma = self.at.checked_sub(2).and_then(|it| self.chunks.get(it)).is_some_and(|it| *it == Chunk::Comma);
                    self.outer.push((State { open: false, ..self.state.clone() }, comma));
                    self.fronted.push(Attachment { preposition, token, group: noun, beside: None });
                    self.state = State { clause: self.state.clause, last: self.state.last, subordinate: true, ..State::default() };
                }
            }
            Chunk::Relative(token) => {
                // "The trial of Graf, which opened": no name of a person is told of by "which".
                let named = |it: usize| self.found.tag(self.found.groups[it].head) == Tag::Name && self.text.is(token, "which");
                let last = self.state.last.map(|it| if named(it) { self.whole(it) } else { self.hailing(it, token) });
                if let Some(noun) = last.filter(|_| !self.clause_follows_directly()) {
                    self.state.relative = Some(noun);
                }
            }
            Chunk::Conjunction(_) => self.state.preposition = None,
            Chunk::Comma => self.comma(),
            Chunk::Quote => self.quote(),
            Chunk::Stop => {
                self.outer.clear();
                self.open.clear();
                self.state = State { clause: self.state.clause, inverted: self.state.inverted, ..State::default() };
            }
            Chunk::Open => {
                self.open.push(self.outer.len());
                self.outer.push((self.state.clone(), false));
                self.state = State { last: self.state.last, ..State::default() };
            }
            Chunk::Close => {
                let depth = self.open.pop().filter(|it| *it < self.outer.len());
                if let Some((state, _)) = depth.and_then(|it| self.outer.drain(it..).next()) {
                    self.state = state;
                }
            }
        }
    }

    /// Whether what stands behind a comma is the subject of the first clause that stands for itself: "as both sides met, two men and a
    /// woman left".
    pub(super) fn opens_main(&self, comma: usize) -> bool {
        let kinds = |kind: Kind| self.found.clauses.iter().any(|it| it.kind == kind && it.governor.is_none());
        let passes = |it: &&Chunk| matches!(it, Chunk::Noun(_) | Chunk::Conjunction(_) | Chunk::Comma | Chunk::Adjective(_));
        let behind = self.chunks.iter().skip(comma + 1).find(|it| !passes(it));
        let finite = matches!(behind, Some(Chunk::Verb(verb)) if self.verbs[*verb].form == Form::Finite);
        finite && kinds(Kind::Subordinate) && !kinds(Kind::Main)
    }

    /// Whom "who" tells of behind a place: "the player from Lindvik who lost".
    fn hailing(&self, group: usize, pronoun: usize) -> usize {
        let place = self.found.tag(self.found.groups[group].head) == Tag::Name && self.text.is(pronoun, "who");
        if !place {
            return self.described_before(self.nearby(group, pronoun));
        }
        self.led_to(self.whole(group), &["from", "in", "at"]).unwrap_or(group)
    }

    /// The group before one of these prepositions that leads to `group`.
    fn led_to(&self, group: usize, prepositions: &[&str]) -> Option<usize> {
        let leads = |it: &Attachment| it.group == group && prepositions.contains(&it.preposition.as_str());
        let attached = || self.found.clauses.iter().flat_map(|it| &it.attachments).rfind(|it| leads(it)).and_then(|it| it.beside);
        self.found.of.iter().rfind(|it| leads(&it.1)).map(|it| it.0).or_else(attached)
    }

    /// What "that" tells of behind the name of a place: "a crash near the town of Lindvik that killed two".
    fn nearby(&self, group: usize, pronoun: usize) -> usize {
        let named = self.found.tag(self.found.groups[group].head) == Tag::Name && self.text.is(pronoun, "that");
        let before = || self.led_to(self.whole(group), &["near", "in", "at", "outside", "off"]);
        if named { before().unwrap_or(group) } else { group }
    }

    /// What a relative pronoun tells of behind a time: "a study published Monday that may help".
    fn described_before(&self, group: usize) -> usize {
        let clause = self.state.clause.map(|it| &self.found.clauses[it]).filter(|_| self.found.groups[group].time);
        let bare = clause.filter(|it| it.passive && it.verb_tokens.len() == 1 && it.kind == Kind::Relative);
        bare.and_then(|it| it.subject).unwrap_or(group)
    }

    /// Whether a relative pronoun with a preposition before it opens a clause with a subject of its own: "in which two men died".
    fn pied(&self, pronoun: usize) -> bool {
        let leads = self.state.preposition.as_ref().is_some_and(|it| !conjunctive(&it.0)) && self.state.last.is_some();
        leads && ["which", "whom"].iter().any(|it| self.text.is(pronoun, it)) && matches!(self.next(1), Some(Chunk::Noun(_)))
    }

    /// Whether a question word opens the content of the verb before it: `said who`, `asked which port`.
    pub(super) fn clause_follows_directly(&self) -> bool {
        matches!(self.before(), Some(Chunk::Verb(_)))
    }

    pub(super) fn comma(&mut self) {
        let dated = matches!(self.before(), Some(Chunk::Noun(group)) if self.found.groups[*group].time);
        let goes_on = matches!(self.next(1), Some(Chunk::Conjunction(_) | Chunk::Noun(_))) && !dated && !self.opens_main(self.at);
        if goes_on && self.state.preposition.is_none() && self.listed(self.at) {
            return;
        }
        let depth = self.open.last().map_or(0, |it| it + 1);
        while self.outer.len() > depth
            && self.outer.last().is_some_and(|it| it.1)
            && self.state.clause != self.outer.last().and_then(|it| it.0.clause)
        {
            if let Some((state, _)) = self.outer.pop() {
                self.state = State { last: self.state.last.or(state.last), ..state };
            }
        }
        self.state.open = false;
        self.state.preposition = None;
    }

    pub(super) fn quote(&mut self) {
        // What stood inside a quotation is no subject of the verb of saying behind it.
        let closing = matches!(self.next(1), Some(Chunk::Verb(_))) || matches!(self.before(), Some(Chunk::Comma));
        if closing && matches!(self.next(1), Some(Chunk::Verb(_))) && self.state.clause.is_some() {
            self.state.free.clear();
            self.state.open = false;
            self.state.inverted = true;
        }
    }

    pub(super) fn leave_asides(&mut self) {
        if let Some((state, _)) = self.outer.drain(..).next() {
            self.state = State { clause: self.state.clause, last: self.state.last, ..state };
        }
    }

    /// Whether a subject with an aside behind it still waits for its verb, right behind a comma: "Holm, who left when she had won, returned".
    pub(super) fn subject_waits(&self) -> bool {
        let waits = self.outer.iter().any(|it| it.1 && !it.0.free.is_empty());
        let rest = self.chunks.get(self.at..).unwrap_or_default();
        let end = rest.iter().position(|it| matches!(it, Chunk::Stop)).unwrap_or(rest.len());
        let tells = |verb: usize| {
            self.verbs[verb].form == Form::Finite || self.verbs[verb].form == Form::Participle && self.verbs[verb].tokens.len() == 1
        };
        let goes_on = |pair: &[Chunk]| matches!(pair, [Chunk::Comma, Chunk::Verb(verb)] if tells(*verb));
        waits && rest[..end].windows(2).any(goes_on)
    }

    pub(super) fn adjective(&mut self, token: usize) {
        if let Some(clause) = self.state.clause.filter(|_| self.state.open) {
            let clause = &mut self.found.clauses[clause];
            if clause.object.is_none() && clause.adjective.is_none() {
                clause.adjective = Some(token);
            }
        }
    }

    pub(super) fn preposition(&mut self, tokens: Range<usize>) {
        let token = tokens.end - 1;
        let words: Vec<_> = tokens.map(|it| self.text.word(it).to_lowercase()).collect();
        // "Paid for by the town": the verb's own preposition leads to nothing.
        let words = if words.last().is_some_and(|it| it == "by") { "by".to_owned() } else { words.join("_") };
        let beside = match self.before() {
            Some(&Chunk::Noun(group)) => Some(self.rated(group)),
            // "Nine people, including two guards, left".
            Some(Chunk::Comma) if words == "including" => match self.at.checked_sub(2).and_then(|it| self.chunks.get(it)) {
                Some(&Chunk::Noun(group)) => Some(group),
                _ => None,
            },
            _ => None,
        };
        self.state.preposition = Some((words, token, beside));
    }
}
