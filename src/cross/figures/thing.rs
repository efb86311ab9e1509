//! Whether two figures are of one thing, by what stands around them.

use std::collections::BTreeSet;

use super::figure::Figure;
use crate::cross::alike::Alike;
use crate::cross::around::{Around, same_doing, same_word};
use crate::cross::story::Names;
use crate::extract::quantity::Dimension;

/// Whether two figures hang on one verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Same,
    /// The sentence of one of them does not tell.
    Unknown,
    Another,
}

/// What two sentences share around their figures.
pub(super) struct Common {
    pub(super) verb: Verb,
    /// The things that they share, and those that set them apart taken off.
    pub(super) score: usize,
}

/// Verbs that only say how much something is: what counts is the subject.
const LEVEL: [&str; 14] =
    ["amount", "average", "be", "come", "equal", "estimate", "hit", "measure", "number", "put", "reach", "remain", "stand", "total"];

/// What two sentences share around their figures; none where they are figures of different things.
pub(super) fn common(alike: &Alike, (one, first): (&Figure<'_>, &Around), (other, second): (&Figure<'_>, &Around)) -> Option<Common> {
    let counted = *one.quantity.unit.dimension() == Dimension::Count;
    if first.aside || second.aside || first.part != second.part || !agree(alike, &first.modifiers, &second.modifiers) {
        return None;
    }
    if apart(&first.places, &second.places) || apart(&first.stretches, &second.stretches) {
        return None;
    }
    let alike_words = |one: &str, other: &str| alike.same(one, other) || same_word(one, other);
    let level = |it: &Around| it.doing.as_ref().is_some_and(|it| LEVEL.contains(&it.0.as_str()));
    let (levels, verb) = match (&first.doing, &second.doing) {
        (Some(_), Some(_)) if level(first) && level(second) => (true, Verb::Same),
        (Some((one, role)), Some((other, same))) if role == same && same_doing(alike, one, other) => (false, Verb::Same),
        (Some(_), Some(_)) => (false, Verb::Another),
        _ => (false, Verb::Unknown),
    };
    let party = |it: &Around| it.party.clone().unwrap_or_default();
    let (one_party, other_party) = (party(first), party(second));
    if apart(&one_party.names, &other_party.names) {
        return None;
    }
    let nouns = one_party.noun.as_deref().zip(other_party.noun.as_deref());
    let others = nouns.is_some_and(|(one, other)| !alike_words(one, other)) && one_party.names.is_disjoint(&other_party.names);
    if levels && others {
        return None;
    }
    if !counted {
        // A profit and a sale are two things, whatever else is the same.
        let topic = |it: &Around| it.topic.clone().or_else(|| party(it).noun.filter(|_| levels));
        match (topic(first), topic(second)) {
            (Some(one), Some(other)) if alike_words(&one, &other) => {}
            (None, None) if verb == Verb::Same && !others => {}
            _ => return None,
        }
        if apart(&first.names, &second.names) {
            return None;
        }
    }
    if !one_subject((one, first), (other, second), counted) {
        return None;
    }
    let words = first.words.intersection(&second.words).count();
    let names = first.names.intersection(&second.names).count();
    let day = one.statement.as_of.is_some() && one.statement.as_of == other.statement.as_of;
    // A level has no verb of its own; that its subject is the same is as much.
    let doing = usize::from(verb == Verb::Same && (!levels || !counted));
    let score = doing + words + names + usize::from(day);
    (words + names > 0).then(|| Common { verb, score: score.saturating_sub(2 * usize::from(others)) })
}

/// Whether two sentences name someone or something that both are about, in themselves or at the beginning of their documents; a sum
/// of money or a share must name it itself where its sentence names anything.
fn one_subject((one, first): (&Figure<'_>, &Around), (other, second): (&Figure<'_>, &Around), counted: bool) -> bool {
    let named = !first.names.is_disjoint(&second.names);
    let opened = |names: &BTreeSet<String>, story: &Names| names.iter().any(|it| story.opens_with(it));
    let by_opening = || match (first.names.is_empty(), second.names.is_empty()) {
        (true, true) => one.story.begin_alike(other.story),
        (true, false) => opened(&second.names, one.story),
        (false, true) => opened(&first.names, other.story),
        (false, false) => false,
    };
    named || counted && one.story.begin_alike(other.story) || by_opening()
}

/// Whether both have something, and nothing of it is the same.
fn apart(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
}

/// Whether neither list has a word that the other, where it has any, lacks.
fn agree(alike: &Alike, one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let within = |these: &BTreeSet<String>, those: &BTreeSet<String>| these.iter().all(|it| those.iter().any(|word| alike.same(it, word)));
    within(one, other) && within(other, one)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn another_place_or_party_is_another_thing() {
        let jobs = |text: &str| format!("Vantor cut jobs on Tuesday, Ida Holm said. {text}");
        let (one, other) = (jobs("Vantor will cut 1,200 jobs in Spain by May."), jobs("Rival Osmo will cut 2,100 jobs in Asia by May."));
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &[]);
        let other = jobs("Vantor will cut 2,100 jobs in Spain by May.");
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &["figures Warning: 1,200 jobs | 2,100 jobs"]);
    }

    #[test]
    fn stocks_of_two_companies_are_two_things() {
        let close =
            |name: &str, price: &str| format!("{name} said it would merge. In Oslo trading, {name} shares closed at {price} on Tuesday.");
        let (one, other) = (close("Vantor", "$45.75"), close("Osmo", "$47.50"));
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &[]);
        let other = close("Vantor", "$47.50");
        check(&[("2025-03-18", &one), ("2025-03-18", &other)], &["figures Warning: $45.75 | $47.50"]);
    }

    #[test]
    fn what_a_rival_plans_elsewhere_is_its_own() {
        let one = "Vantor Group will cut 1,200 jobs in Europe by the end of 2026, chief executive Ida Holm said.";
        let other = "Vantor Group of Ida Holm met. Rival Osmo Corp. reported a profit of $205 million and plans to cut 700 jobs in Asia.";
        check(&[("2025-03-18", one), ("2025-03-18", other)], &[]);
    }
}
