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

/// Whether the verb at `at` tells what somebody is asked to do, which may never be done: "asked by the crew to lower the fare".
pub(super) fn is_asked(sense: &Sense<'_>, at: usize) -> bool {
    const ASKING: [&str; 8] = ["advise", "ask", "beg", "encourage", "invite", "tell", "urge", "want"];
    let asked = |verb: usize| ASKING.contains(&&*sense.words[verb].stem);
    at > 0 && sense.lower(at - 1) == "to" && sense.graph().governor(at).is_some_and(asked)
}

/// Whether the form at `at` tells what somebody is only said to have done: "charged with stealing a boat", "on suspicion of murder".
pub(super) fn is_alleged(sense: &Sense<'_>, at: usize) -> bool {
    const ACCUSED: [&str; 12] = [
        "accusation",
        "accuse",
        "acquit",
        "allegation",
        "charge",
        "clear",
        "cleared",
        "exonerate",
        "implicate",
        "suspect",
        "suspicion",
        "try",
    ];
    let passes = |it: &usize| sense.words[*it].role == Role::Function && !matches!(sense.lower(*it), "of" | "with");
    let led = (at.saturating_sub(3)..at).rev().find(|it| !passes(it));
    let Some(led) = led.filter(|it| *it > 0 && matches!(sense.lower(*it), "of" | "with")) else { return false };
    sense.words.get(led - 1).is_some_and(|it| ACCUSED.contains(&&*it.stem))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn what_somebody_is_asked_to_do_is_not_done() {
        check(
            "Asked by 40 sailors to repair the quay, the council sold the dock.",
            &["The council sold the dock"],
            &["The council repaired the quay"],
        );
    }

    #[test]
    fn what_somebody_is_charged_with_is_not_done() {
        check(
            "A man charged with stealing 40 crates was held in Lindvik.",
            &["A man charged with stealing 40 crates was held", "A man accused of stealing 40 crates was held"],
            &["A man stole 40 crates", "A man stealing 40 crates was held"],
        );
    }

    #[test]
    fn what_is_only_approved_or_stopped_is_not_done() {
        check("The council approved the sale of the dock.", &["The council approved the sale of the dock"], &["The dock was sold"]);
        check("The sale of the dock was blocked by the court.", &[], &["The dock was sold"]);
        check("The union called for the release of 40 sailors.", &[], &["40 sailors were released"]);
        check("The planned sale of the dock shook the town.", &[], &["The dock was sold"]);
        check("The sale of the dock shook the town.", &["The dock was sold"], &["The town was sold"]);
    }
}
