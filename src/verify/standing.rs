//! Standing: what a verb tells that somebody or something is or has, where it only tells how that came out.

use super::graph::{Graph, Tie};
use crate::language::{Clause, Syntax, Tag};
use crate::text::{Class, Text, Words, words};

/// Words of a place among those who take part.
const RANKS: &Words = words!["eighth", "fifth", "first", "fourth", "last", "ninth", "second", "seventh", "sixth", "tenth", "third"];

/// Whether the word at `at` tells such a place.
pub(super) fn is_rank(text: &Text<'_>, at: usize) -> bool {
    text.class(at).is(Class::ORDINAL) || text.any(at, RANKS)
}

/// Verbs of where somebody stands when all is over.
const ENDING: [&str; 4] = ["come", "end", "finish", "place"];

/// "Holm finished third" tells what Holm was.
pub(super) fn ranked(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax, clause: &Clause) {
    let behind = clause.verb + 1;
    let rank = is_rank(text, behind) && ENDING.contains(&clause.lemma.as_str());
    if let Some(subject) = clause.subject.and_then(|it| syntax.groups.get(it)).filter(|_| rank) {
        graph.link(Some(subject.head), Some(behind), Tie::Equal);
    }
}

/// "Holm plays as a striker": Holm is one.
pub(super) fn plays(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax, clause: &Clause) {
    let present = matches!(syntax.tag(clause.verb), Tag::ThirdPerson | Tag::Present) && !clause.negated;
    if !present || !matches!(clause.lemma.as_str(), "act" | "play" | "serve" | "work") {
        return;
    }
    for attached in clause.attachments.iter().filter(|it| it.preposition == "as" && text.is(it.token, "as")) {
        let head = |it: usize| syntax.groups.get(it).map(|it| it.head);
        let (who, what) = (clause.subject.and_then(head), head(attached.group));
        graph.link(who, what, Tie::Equal);
        graph.link(what, who, Tie::Equal);
    }
}

/// Parts of what is told or played from first to last.
const INSTALMENTS: [&str; 12] = [
    "chapters",
    "episodes",
    "games",
    "instalments",
    "installments",
    "issues",
    "matches",
    "performances",
    "rounds",
    "seasons",
    "shows",
    "volumes",
];

/// "The series ended after three seasons and 34 episodes": it had them.
pub(super) fn runs(graph: &mut Graph, text: &Text<'_>, syntax: &Syntax, clause: &Clause) {
    if clause.negated || clause.modal || !matches!(clause.lemma.as_str(), "air" | "conclude" | "end" | "finish" | "run") {
        return;
    }
    let head = |it: usize| syntax.groups.get(it).map(|it| it.head);
    for attached in clause.attachments.iter().filter(|it| matches!(it.preposition.as_str(), "after" | "for")) {
        for part in syntax.members(attached.group).filter_map(head) {
            if INSTALMENTS.contains(&text.word(part).to_lowercase().as_str()) {
                graph.link(clause.subject.and_then(head), Some(part), Tie::Has);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check;

    #[test]
    fn who_finished_third_was_third() {
        check(
            "Anna Lund was a distant third but set a record.",
            &["Anna Lund finished third", "Anna Lund came third and set a record"],
            &["Anna Lund finished second", "Karl Moss finished third"],
        );
    }

    #[test]
    fn what_somebody_plays_as_that_one_is() {
        check(
            "Anna Lund plays as a striker for Marstad.",
            &["Anna Lund, a striker, plays for Marstad"],
            &["Anna Lund, a goalkeeper, plays for Marstad"],
        );
    }

    #[test]
    fn what_it_ran_for_it_had() {
        check("The series ended after three seasons and 34 episodes.", &["The series had 34 episodes"], &["The series had 43 episodes"]);
    }
}
