//! Doings that a passage names and that may never come about: "approved the sale of the dock" tells of no sale.

use super::graph::Tie;
use super::sense::{Role, Sense};

/// Verbs that say of the doing which they take that it is wanted, weighed or stopped, and not that it is done.
const OPEN: [&str; 50] = [
    "advocate",
    "allow",
    "approve",
    "authorise",
    "authorize",
    "await",
    "back",
    "ban",
    "bar",
    "block",
    "call",
    "cancel",
    "consider",
    "contemplate",
    "debate",
    "delay",
    "demand",
    "discuss",
    "endorse",
    "expect",
    "fear",
    "forbid",
    "halt",
    "hope",
    "negotiate",
    "oppose",
    "order",
    "permit",
    "plan",
    "postpone",
    "prevent",
    "promise",
    "propose",
    "pursue",
    "push",
    "recommend",
    "reject",
    "request",
    "resist",
    "rule",
    "scrap",
    "seek",
    "shelve",
    "stop",
    "suggest",
    "suspend",
    "threaten",
    "urge",
    "veto",
    "vote",
];

/// Adjectives that say of a doing that it is not done, or not yet.
const UNDONE: [&str; 14] = [
    "aborted",
    "alleged",
    "attempted",
    "expected",
    "failed",
    "future",
    "impending",
    "intended",
    "planned",
    "possible",
    "potential",
    "proposed",
    "prospective",
    "threatened",
];

/// Whether the noun of a doing at `at` is only wanted, weighed or stopped.
pub(super) fn is_open(passage: &Sense<'_>, at: usize) -> bool {
    let graph = passage.graph();
    let word = &passage.words[at];
    if !word.noun || word.role != Role::Content || graph.is_verb(at) || word.idiom.is_some() {
        return false;
    }
    let described = graph.parts(at).iter().any(|it| it.tie == Tie::Part && UNDONE.contains(&passage.lower(it.part)));
    let wants = |verb: usize| graph.is_verb(verb) && OPEN.contains(&&*passage.words[verb].stem);
    let leads = |it: usize| graph.preposition(it).is_some_and(|it| matches!(it, "for" | "against" | "on" | "over" | "out"));
    let taken =
        graph.links.iter().any(|it| it.part == at && wants(it.head) && (it.tie == Tie::Patient || it.tie == Tie::Adjunct && leads(at)));
    described || taken
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_is_only_approved_or_stopped_is_not_done() {
        check("The council approved the sale of the dock.", &["The council approved the sale of the dock"], &["The dock was sold"]);
        check("The sale of the dock was blocked by the court.", &[], &["The dock was sold"]);
        check("The union called for the release of 40 sailors.", &[], &["40 sailors were released"]);
        check("The planned sale of the dock shook the town.", &[], &["The dock was sold"]);
        check("The sale of the dock shook the town.", &["The dock was sold"], &["The town was sold"]);
    }
}
