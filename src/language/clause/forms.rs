//! What a form is that may be a past tense or a participle, from what stands around it.

use super::words::{conjunctive, ditransitive};
use super::{Chunk, Clause, Kind, Reader};
use crate::language::chunk::{Form, VerbGroup};
use crate::language::tag::Tag;
use crate::language::tagger::only_past;

impl Reader<'_, '_> {
    /// Whether a bare participle must be a past tense, for want of another verb that its subject could have.
    pub(super) fn must_tell(&self, verb: &VerbGroup) -> bool {
        let later = self.verb_without_subject();
        let object = self.object_follows();
        // A headline leaves out the auxiliary of a passive, and the stop.
        // "The mayor, who said she was ill, resigned": what an aside told is no verb of the mayor's.
        let waits = self.state.clause.is_none() && matches!(self.before(), Some(Chunk::Comma));
        let told = !waits && self.found.clauses.iter().any(|it| matches!(it.kind, Kind::Main | Kind::Content));
        let stop = self.text.is(self.found.tokens.end.saturating_sub(1), ".");
        // Nor does a headline say "the".
        let article = self.found.tokens.clone().take_while(|it| *it < verb.tokens.start).any(|it| self.text.is(it, "the"));
        let sentence = (stop || article) && !told;
        !self.state.free.is_empty() && !later && (object || sentence) && !self.text.is(verb.tokens.end, "by") && !self.gapped()
    }

    /// Whether a lone participle behind an aside is the past tense that the subject before the aside wants: "a bus carrying 40 pupils
    /// overturned".
    pub(super) fn wanted_outside(&self, verb: &VerbGroup) -> bool {
        let (Some(aside), Some((around, _))) = (self.state.clause, self.outer.last()) else { return false };
        let aside = &self.found.clauses[aside];
        let waits = match (around.free.last(), around.clause) {
            (Some(free), _) => aside.subject == Some(*free),
            // "Police said a bus": whom is spoken of is no one who is said.
            (None, Some(clause)) => self.says(clause) && aside.subject.is_some() && self.found.clauses[clause].object == aside.subject,
            (None, None) => false,
        };
        let going_on = aside.kind == Kind::Relative && !aside.passive && aside.verb_tokens.len() == 1;
        waits
            && going_on
            && aside.object.is_some()
            && verb.tokens.len() == 1
            && !self.verb_without_subject()
            && !self.text.is(verb.tokens.end, "by")
    }

    /// Whether a lone participle has a subject of its own behind a relative pronoun, and so is a past tense: "the plan, which voters
    /// approved".
    pub(super) fn told_of_object(&self, verb: &VerbGroup) -> bool {
        let subject = self.state.free.last().is_some_and(|it| matches!(self.before(), Some(Chunk::Noun(last)) if last == it));
        self.state.relative.is_some() && subject && verb.tokens.len() == 1 && !self.text.is(verb.tokens.end, "by")
    }

    /// Whether a past tense beside a participle that only describes is one too, for nothing stands behind it that it could be told of:
    /// "the boat, stolen in May and found in Oslo, is old".
    pub(super) fn described(&self, verb: &VerbGroup) -> bool {
        let describes = |it: &Clause| it.passive && it.verb_tokens.len() == 1 && matches!(it.kind, Kind::Participle | Kind::Relative);
        let first = self.state.clause.is_some_and(|it| describes(&self.found.clauses[it]));
        let beside = matches!(self.before(), Some(Chunk::Conjunction(_)));
        first && beside && self.state.free.is_empty() && !self.object_follows() && !only_past(self.text.word(verb.main))
    }

    /// Whether a lone participle has a relative pronoun for its subject, and so is a past tense: "the budget, which passed".
    pub(super) fn relative_subject(&self, verb: &VerbGroup) -> bool {
        self.state.relative.is_some() && verb.tokens.len() == 1 && matches!(self.before(), Some(Chunk::Relative(_)))
    }

    /// Whether a participle beside a passive is a past tense, for it has an object: "was sold in May and carried 40 cars".
    pub(super) fn turns_active(&self, verb: &VerbGroup) -> bool {
        // "The killed and wounded sailors" has no auxiliary, and two participles before one noun.
        let spelled_out = |it: &Clause| it.passive && it.verb_tokens.len() > 1;
        let passive = self.state.clause.is_some_and(|it| spelled_out(&self.found.clauses[it]));
        let beside = matches!(self.before(), Some(Chunk::Conjunction(_)));
        let alone = verb.tokens.len() == 1 && !ditransitive(&self.lemma(verb));
        passive && beside && alone && self.object_follows()
    }

    /// Whether a later verb has no subject of its own, and so needs the one that is free now.
    pub(super) fn verb_without_subject(&self) -> bool {
        (self.at + 1..self.chunks.len()).any(|at| {
            let Some(Chunk::Verb(verb)) = self.chunks.get(at) else { return false };
            let before = |step: usize| at.checked_sub(step).and_then(|it| self.chunks.get(it));
            let own = match (before(2), before(1)) {
                (_, Some(Chunk::Relative(_))) => true,
                (Some(Chunk::Preposition(tokens)), Some(Chunk::Noun(group))) => {
                    conjunctive(self.text.word(tokens.start)) && !self.dates(*group)
                }
                // "A man charged with stealing two cars was held": what a gerund takes does nothing.
                (Some(Chunk::Verb(verb)), Some(Chunk::Noun(_))) if matches!(self.verbs[*verb].form, Form::Gerund | Form::Infinitive) => {
                    false
                }
                (Some(_), Some(Chunk::Noun(_))) => at > self.at + 2,
                _ => false,
            };
            self.verbs[*verb].form == Form::Finite && !own
        })
    }

    /// Whether a participle shares the auxiliary of the clause before: "two were killed and three wounded".
    pub(super) fn gapped(&self) -> bool {
        let passive = self.state.clause.is_some_and(|it| self.found.clauses[it].passive);
        let back = |step: usize| self.at.checked_sub(step).and_then(|it| self.chunks.get(it));
        passive && matches!(back(1), Some(Chunk::Noun(_))) && matches!(back(2), Some(Chunk::Conjunction(_)))
    }

    /// Whom a court's or the police's doing is told of in a headline, where a participle before tells of the same person: "man accused of
    /// stealing 40 cars arrested".
    pub(super) fn accused(&self, verb: &VerbGroup) -> Option<usize> {
        const DONE: [&str; 14] = [
            "acquit",
            "arrest",
            "behead",
            "charge",
            "clear",
            "convict",
            "deport",
            "detain",
            "execute",
            "extradite",
            "free",
            "jail",
            "release",
            "sentence",
        ];
        let first = self.found.clauses.first().filter(|it| it.passive && it.verb_tokens.len() == 1 && it.kind == Kind::Relative)?;
        let told = self.found.clauses.iter().any(|it| it.kind == Kind::Main) || self.verb_without_subject();
        let bare = verb.tokens.len() == 1 && verb.form == Form::Participle && DONE.contains(&self.lemma(verb).as_str());
        first.subject.filter(|_| bare && !told && !self.text.is(verb.tokens.end, "by"))
    }

    /// The thing that a passive behind a comma is told of where it stands right before: "found 40 crates, hidden in boxes", "robbed the
    /// bank, based in Lindvik".
    pub(super) fn set_off(&self, verb: &VerbGroup) -> Option<usize> {
        let back = |step: usize| self.at.checked_sub(step).and_then(|it| self.chunks.get(it));
        let (Some(&Chunk::Noun(group)), Some(Chunk::Comma)) = (back(2), back(1)) else { return None };
        if matches!(self.lemma(verb).as_str(), "base" | "headquarter" | "locate" | "situate") {
            return Some(group);
        }
        let object = self.state.clause.and_then(|it| self.found.clauses[it].object) == Some(group);
        let thing = self.found.tag(self.found.groups[group].head) == Tag::Plural && self.found.groups[group].number.is_some();
        let said = self.state.clause.is_some_and(|it| self.says(it));
        Some(group).filter(|_| object && (thing || said))
    }
}
