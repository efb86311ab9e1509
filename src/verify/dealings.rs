//! Dealings: what two sides do with each other, and what a plan is for, as links of the words that tell it.

use super::graph::{Graph, Tie};
use crate::language::{Clause, Kind, Syntax};
use crate::text::Text;

/// Nouns of what two sides do to each other.
const MUTUAL: [&str; 16] = [
    "battle",
    "battles",
    "clash",
    "clashes",
    "collision",
    "combat",
    "dispute",
    "fight",
    "fighting",
    "gunfight",
    "meeting",
    "negotiations",
    "skirmish",
    "skirmishes",
    "talks",
    "war",
];

/// "Fighting between rebels and troops": rebels fought troops, and troops rebels.
pub(super) fn mutual(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax) {
    // "Fighting broke out on Sunday between rebels and troops": what the subject names.
    let told = syntax.clauses.iter().flat_map(|clause| clause.attachments.iter().map(move |it| (clause.subject, it)));
    let attached = syntax.attached().chain(told);
    for (noun, between) in attached.filter(|it| it.1.preposition == "between") {
        let Some(noun) = noun.and_then(|it| syntax.groups.get(it)) else { continue };
        if !MUTUAL.contains(&text.word(noun.head).to_lowercase().as_str()) {
            continue;
        }
        let sides: Vec<usize> = syntax.members(between.group).filter_map(|it| syntax.groups.get(it)).map(|it| it.head).collect();
        for side in sides {
            graph.link(Some(noun.head), Some(side), Tie::Maybe);
        }
    }
}

/// Nouns of what two sides agree on.
const AGREEMENTS: [&str; 13] = [
    "accord",
    "agreement",
    "alliance",
    "armistice",
    "ceasefire",
    "contract",
    "deal",
    "memorandum",
    "merger",
    "pact",
    "partnership",
    "treaty",
    "truce",
];

/// "Norland and Sudmark signed a treaty", "Norland signed a treaty with Sudmark": the treaty is between the two.
pub(super) fn agreed(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax, clause: &Clause) {
    const AGREEING: [&str; 9] = ["agree", "announce", "conclude", "form", "make", "reach", "seal", "sign", "strike"];
    let head = |it: usize| syntax.groups.get(it).map(|it| it.head);
    let deal = clause.object.and_then(head).filter(|it| AGREEMENTS.contains(&text.word(*it).to_lowercase().as_str()));
    let Some(deal) = deal.filter(|_| AGREEING.contains(&clause.lemma.as_str()) && !clause.negated && !clause.passive) else { return };
    let with = clause.attachments.iter().filter(|it| it.preposition == "with").map(|it| it.group);
    let sides: Vec<usize> = clause.subject.into_iter().chain(with).flat_map(|it| syntax.members(it)).collect();
    for side in sides {
        graph.link(Some(deal), head(side), Tie::Maybe);
    }
}

/// "A plan to build 40 homes" is a plan for 40 homes.
pub(super) fn aim(graph: &mut Graph, syntax: &Syntax, clause: &Clause) {
    let first = clause.verb_tokens.start;
    let noun = syntax.groups.iter().find(|it| it.tokens.end == first && clause.kind == Kind::Infinitive);
    let object = clause.object.and_then(|it| syntax.groups.get(it));
    if let (Some(noun), Some(object)) = (noun, object) {
        graph.link(Some(noun.head), Some(object.head), Tie::Maybe);
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn fighting_between_two_is_done_by_both() {
        check(
            "Heavy fighting broke out between government troops and rebels near Marstad.",
            &["Government troops fought rebels near Marstad", "Rebels fought government troops"],
            &["Sailors fought rebels near Marstad", "Government troops fought rebels near Lindvik"],
        );
    }

    #[test]
    fn a_plan_to_build_is_one_for_what_is_built() {
        check(
            "The council rejected a plan to build 40 homes.",
            &["The council rejected a plan for 40 homes", "Plans to build 40 homes were rejected by the council"],
            &["The council rejected a plan for 50 homes", "The council built 40 homes"],
        );
    }
}
