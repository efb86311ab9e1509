//! Links: the word that each word of a sentence leans on, and how.

use super::clause::{Clause, Kind, Syntax};
use super::tag::Tag;

/// How a word leans on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// Who does it: `crews` on `left` in `crews left`.
    Subject,
    /// What it is done to, told as a subject: `port` on `closed` in `the port was closed`.
    PassiveSubject,
    /// What it is done to, or what the subject is said to be.
    Object,
    /// To whom, or what it is made: `captain` on `named` in `was named captain`.
    SecondObject,
    /// Who does it, behind the `by` of a passive.
    Agent,
    /// An adjective that the verb says of its subject.
    Predicate,
    /// A word before its noun: an adjective, a name or another noun.
    Modifier,
    /// An article, a demonstrative or a possessive pronoun.
    Determiner,
    /// A number on what it counts.
    Number,
    /// Whose it is: `port's` and `of the port` the same.
    Owner,
    /// What follows a preposition, whose token is given, on the verb or noun before.
    Prepositional(usize),
    /// A time without a preposition on its verb.
    Time,
    /// Another name for the group that it leans on.
    Apposition,
    /// A group beside another, on the first of them.
    Coordinate,
    /// An auxiliary, an adverb or a particle on its verb.
    Auxiliary,
    /// The verb of a clause on the noun that it describes or the verb that it depends on.
    Clause(Kind),
}

/// The word that a word leans on, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The token that it leans on.
    pub head: usize,
    /// How.
    pub bond: Bond,
}

impl Syntax {
    /// The link of each token of the sentence, in order; none for the verb of a main clause, for marks and for what was
    /// not understood.
    pub fn links(&self) -> Vec<Option<Link>> {
        let mut links = vec![None; self.tokens.len()];
        let mut set = |token: usize, head: usize, bond: Bond| {
            if let Some(slot) = token.checked_sub(self.tokens.start).and_then(|it| links.get_mut(it))
                && slot.is_none()
                && token != head
            {
                *slot = Some(Link { head, bond });
            }
        };
        // A noun leans on the verb of its own clause before any that only describes it.
        for described in [false, true] {
            let clauses = self.clauses.iter().enumerate().filter(|it| (it.1.kind == Kind::Relative) == described);
            clauses.for_each(|(index, clause)| self.link_clause(index, clause, &mut set));
        }
        for (noun, attachment) in &self.of {
            let bond = if attachment.preposition == "of" { Bond::Owner } else { Bond::Prepositional(attachment.token) };
            set(self.groups[attachment.group].head, self.groups[*noun].head, bond);
        }
        for group in &self.groups {
            let head = |it: usize| self.groups[it].head;
            if let Some(owner) = group.possessor {
                set(head(owner), group.head, Bond::Owner);
            }
            if let Some(first) = group.coordinate {
                set(group.head, head(first), Bond::Coordinate);
            }
            if let Some(named) = group.apposed {
                set(group.head, head(named), Bond::Apposition);
            }
            for token in group.tokens.clone() {
                let bond = match self.tag(token) {
                    Tag::Number => Bond::Number,
                    Tag::Determiner | Tag::PossessivePronoun => Bond::Determiner,
                    Tag::Mark => continue,
                    _ => Bond::Modifier,
                };
                set(token, group.head, bond);
            }
        }
        links
    }

    fn link_clause(&self, index: usize, clause: &Clause, set: &mut impl FnMut(usize, usize, Bond)) {
        let head = |it: usize| self.groups[it].head;
        let verb = clause.verb;
        for token in clause.verb_tokens.clone() {
            set(token, verb, Bond::Auxiliary);
        }
        let described = clause.kind == Kind::Relative;
        let subject = if clause.passive { Bond::PassiveSubject } else { Bond::Subject };
        for (group, bond) in
            [(clause.subject, subject), (clause.object, Bond::Object), (clause.second, Bond::SecondObject), (clause.agent, Bond::Agent)]
        {
            let Some(group) = group else { continue };
            if described && self.groups[group].tokens.end <= clause.verb_tokens.start && self.taken_elsewhere(index, group) {
                // The noun that a relative clause describes leans on the verb of its own clause.
                set(verb, head(group), Bond::Clause(Kind::Relative));
            } else {
                set(head(group), verb, bond);
            }
        }
        for attachment in &clause.attachments {
            set(head(attachment.group), verb, Bond::Prepositional(attachment.token));
        }
        for time in &clause.times {
            set(head(*time), verb, Bond::Time);
        }
        if let Some(adjective) = clause.adjective {
            set(adjective, verb, Bond::Predicate);
        }
        if let Some(governor) = clause.governor.and_then(|it| self.clauses.get(it)) {
            set(verb, governor.verb, Bond::Clause(clause.kind));
        }
    }

    /// Whether another clause, a preposition or a group has that group too.
    fn taken_elsewhere(&self, index: usize, group: usize) -> bool {
        let in_clause = |it: &Clause| {
            [it.subject, it.object, it.second, it.agent].contains(&Some(group)) || it.attachments.iter().any(|it| it.group == group)
        };
        self.clauses.iter().enumerate().any(|(at, it)| at != index && in_clause(it))
            || self.of.iter().any(|it| it.1.group == group)
            || self.groups[group].coordinate.is_some()
            || self.groups[group].apposed.is_some()
    }

    /// The index of the clause that a token belongs to: that of its verb, of the group that it stands in, or the nearest
    /// before it.
    pub fn clause_at(&self, token: usize) -> Option<usize> {
        if let Some(found) = self.clauses.iter().position(|it| it.verb_tokens.contains(&token)) {
            return Some(found);
        }
        let mut group = self.group_at(token);
        // A group that only belongs to another is where that one is.
        for _ in 0..self.groups.len() {
            let Some(at) = group else { break };
            let holds = |it: &Clause| {
                [it.subject, it.object, it.second, it.agent].contains(&Some(at))
                    || it.attachments.iter().any(|it| it.group == at)
                    || it.times.contains(&at)
            };
            let own = self.clauses.iter().position(|it| holds(it) && it.kind != Kind::Relative);
            if let Some(found) = own.or_else(|| self.clauses.iter().position(holds)) {
                return Some(found);
            }
            let owned = self.groups.iter().position(|it| it.possessor == Some(at));
            let of = self.of.iter().find(|it| it.1.group == at).map(|it| it.0);
            group = self.groups[at].coordinate.or(self.groups[at].apposed).or(of).or(owned);
        }
        let before = self.clauses.iter().rposition(|it| it.verb_tokens.start <= token);
        before.or_else(|| (!self.clauses.is_empty()).then_some(0))
    }
}

#[cfg(test)]
mod tests {
    use super::super::clause::syntax;
    use super::*;
    use crate::extract::lexicon;
    use crate::text::Text;

    fn check(source: &str, expected: &[(&str, &str, Bond)]) {
        let text = Text::new(source, lexicon());
        let syntax = syntax(&text, 0..text.tokens.len());
        let links = syntax.links();
        for (word, head, bond) in expected {
            let at = (0..text.tokens.len()).find(|it| text.word(*it) == *word).expect("the word stands in the sentence");
            let link = links[at].unwrap_or_else(|| panic!("{word} has no link in {source}"));
            assert_eq!((text.word(link.head), link.bond), (*head, *bond), "{word} in {source}");
        }
    }

    #[test]
    fn every_word_leans_on_its_head() {
        check(
            "The old harbour was closed by two crews.",
            &[
                ("The", "harbour", Bond::Determiner),
                ("old", "harbour", Bond::Modifier),
                ("harbour", "closed", Bond::PassiveSubject),
                ("was", "closed", Bond::Auxiliary),
                ("two", "crews", Bond::Number),
                ("crews", "closed", Bond::Agent),
            ],
        );
    }

    #[test]
    fn an_owner_is_one_however_written() {
        check("The city's port closed.", &[("city", "port", Bond::Owner)]);
        check("The port of the city closed.", &[("city", "port", Bond::Owner), ("port", "closed", Bond::Subject)]);
    }

    #[test]
    fn a_relative_clause_leans_on_its_noun() {
        check(
            "The ferry that sank carried 120 passengers.",
            &[
                ("ferry", "carried", Bond::Subject),
                ("sank", "ferry", Bond::Clause(Kind::Relative)),
                ("passengers", "carried", Bond::Object),
            ],
        );
    }

    #[test]
    fn a_token_belongs_to_the_clause_of_its_verb() {
        let text = Text::new("Rebels seized the old mine and crews burned three trucks.", lexicon());
        let syntax = syntax(&text, 0..text.tokens.len());
        let clause = |word: &str| syntax.clause_at((0..text.tokens.len()).find(|it| text.word(*it) == word).expect("it stands there"));
        assert_eq!((clause("old"), clause("crews"), clause("trucks")), (Some(0), Some(1), Some(1)));
    }
}
