//! Propositions: who did what to whom, the same whether it is told in the active, the passive or as a noun.

use super::clause::{Clause, Kind, Syntax};
use super::derivation::derivations;
use super::stem::lemma;
use super::tag::Tag;
use super::vocabulary::{Part, knows};
use crate::text::{Span, Text};

/// A doing or being, with who and what takes part. Groups are given by their index in [`Syntax::groups`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposition {
    /// The base form of its verb; of a noun of doing, the verb of that doing.
    pub predicate: String,
    /// The token that names it.
    pub token: usize,
    /// The clause that it is drawn from; none for a noun of doing.
    pub clause: Option<usize>,
    /// Who does it, or what is so.
    pub agent: Option<usize>,
    /// Whom or what it is done to, or what the agent is said to be.
    pub patient: Option<usize>,
    /// Prepositions and what follows them; times without a preposition under an empty one.
    pub modifiers: Vec<(String, usize)>,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether it is expected, possible, ordered or conditional.
    pub modal: bool,
    /// From its first word to its last.
    pub span: Span,
}

/// The propositions of a sentence, in order of their verbs and then of their nouns of doing.
pub fn propositions(text: &Text<'_>, syntax: &Syntax) -> Vec<Proposition> {
    let clauses = syntax.clauses.iter().enumerate().map(|(index, clause)| told(text, syntax, index, clause));
    let nouns = (0..syntax.groups.len()).filter_map(|it| named(text, syntax, it));
    clauses.chain(nouns).collect()
}

fn told(text: &Text<'_>, syntax: &Syntax, index: usize, clause: &Clause) -> Proposition {
    let (agent, patient) = if clause.passive { (clause.agent, clause.subject) } else { (clause.subject, clause.object) };
    let mut modifiers: Vec<_> = clause.attachments.iter().map(|it| (it.preposition.clone(), it.group)).collect();
    modifiers.extend(clause.times.iter().map(|it| (String::new(), *it)));
    if clause.passive {
        // "was awarded the prize", "was named captain".
        modifiers.extend(clause.object.map(|it| (String::new(), it)));
    }
    modifiers.extend(clause.second.map(|it| ("to".to_owned(), it)));
    let groups = [agent, patient].into_iter().flatten().chain(modifiers.iter().map(|it| it.1));
    let span = span(text, syntax, clause.verb_tokens.clone(), groups);
    let conditional = clause.kind == Kind::Infinitive;
    Proposition {
        predicate: clause.lemma.clone(),
        token: clause.verb,
        clause: Some(index),
        agent,
        patient,
        modifiers,
        negated: clause.negated,
        modal: clause.modal || (conditional && clause.modal),
        span,
    }
}

fn span(text: &Text<'_>, syntax: &Syntax, tokens: std::ops::Range<usize>, groups: impl Iterator<Item = usize>) -> Span {
    let of = |tokens: std::ops::Range<usize>| {
        let first = text.tokens.get(tokens.start)?.span;
        Some(first.join(text.tokens.get(tokens.end.checked_sub(1)?)?.span))
    };
    let all = groups.filter_map(|it| of(syntax.groups.get(it)?.tokens.clone()));
    of(tokens).into_iter().chain(all).reduce(Span::join).unwrap_or_default()
}

/// Reads a noun of doing with its owner and its `of` and `by`: `the capture of the town by rebels`.
fn named(text: &Text<'_>, syntax: &Syntax, group: usize) -> Option<Proposition> {
    let noun = &syntax.groups[group];
    if !matches!(syntax.tag(noun.head), Tag::Noun | Tag::Plural) {
        return None;
    }
    let base = lemma(text.word(noun.head), Part::Noun);
    let verb = verb_of(&base)?;
    let mut attachments: Vec<_> = syntax.of.iter().filter(|it| it.0 == group).map(|it| &it.1).collect();
    attachments.extend(syntax.clauses.iter().flat_map(|it| &it.attachments).filter(|it| it.beside == Some(group)));
    let find = |preposition: &str| attachments.iter().find(|it| it.preposition == preposition).map(|it| it.group);
    let (owner, of, by) = (noun.possessor, find("of"), find("by"));
    if owner.is_none() && of.is_none() && by.is_none() {
        return None;
    }
    let done_by_itself = alone(&verb);
    let (agent, patient) = match (owner, of) {
        (Some(owner), Some(of)) => (Some(owner), Some(of)),
        (Some(one), None) | (None, Some(one)) if done_by_itself => (Some(one), None),
        (Some(owner), None) if by.is_some() || undergone(&verb) => (None, Some(owner)),
        (Some(owner), None) => (Some(owner), None),
        (None, of) => (None, of),
    };
    let modifiers: Vec<_> = attachments
        .iter()
        .filter(|it| !matches!(it.preposition.as_str(), "of" | "by"))
        .map(|it| (it.preposition.clone(), it.group))
        .collect();
    let agent = by.or(agent);
    let groups = [agent, patient].into_iter().flatten().chain(modifiers.iter().map(|it| it.1));
    let span = span(text, syntax, noun.tokens.clone(), groups);
    Some(Proposition { predicate: verb, token: noun.head, clause: None, agent, patient, modifiers, negated: false, modal: false, span })
}

/// The verb whose doing a noun names: `destroy` of `destruction`, `attack` of `attack`.
fn verb_of(noun: &str) -> Option<String> {
    const ENDINGS: [&str; 8] = ["ion", "al", "ment", "ance", "ence", "ure", "ing", "th"];
    let family = derivations(noun).iter().find(|it| knows(it, Part::Verb) && **it != noun);
    if ENDINGS.iter().any(|it| noun.ends_with(it)) || matches!(noun, "sale" | "loss" | "defence" | "defense") {
        return family.map(|it| (*it).to_owned());
    }
    const SAME: [&str; 22] = [
        "arrest",
        "attack",
        "assault",
        "capture",
        "collapse",
        "decline",
        "decrease",
        "defeat",
        "fall",
        "hire",
        "increase",
        "launch",
        "murder",
        "purchase",
        "release",
        "rescue",
        "retreat",
        "return",
        "rise",
        "seizure",
        "visit",
        "withdrawal",
    ];
    SAME.contains(&noun).then(|| noun.to_owned())
}

/// Verbs that nobody does to another.
fn alone(verb: &str) -> bool {
    const VERBS: [&str; 18] = [
        "arrive",
        "collapse",
        "decline",
        "depart",
        "die",
        "disappear",
        "emerge",
        "exist",
        "fall",
        "grow",
        "occur",
        "resign",
        "retire",
        "retreat",
        "return",
        "rise",
        "survive",
        "withdraw",
    ];
    VERBS.contains(&verb)
}

/// Verbs whose noun names with its owner the one that it is done to: `the mayor's arrest`.
fn undergone(verb: &str) -> bool {
    const VERBS: [&str; 16] = [
        "appoint",
        "arrest",
        "assassinate",
        "capture",
        "defeat",
        "destroy",
        "detain",
        "dismiss",
        "elect",
        "execute",
        "expel",
        "imprison",
        "kill",
        "murder",
        "nominate",
        "rescue",
    ];
    VERBS.contains(&verb)
}
