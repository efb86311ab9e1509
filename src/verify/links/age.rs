//! Ages: how old somebody is, however it is told: "Anna Holm, 44", "the 44-year-old Anna Holm", "aged 44", "at the age of 44".

use super::place;
use crate::extract::Quantity;
use crate::verify::align::Alignment;
use crate::verify::asked::Wanted;
use crate::verify::graph::{Graph, Link, Tie};
use crate::verify::passage::Passage;
use crate::verify::sense::{Placed, Role, Sense};

/// Whether the passage gives the age that the claim's link is part of to the same person; nothing where either leaves open whose it is.
pub(super) fn told(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment, link: Link) -> Option<bool> {
    let touches = |it: &&Placed<&Quantity>| is_age(it) && [link.head, link.part].iter().any(|at| span(&wanted.sense, it).contains(at));
    let mine = wanted.sense.amounts.iter().find(touches)?;
    let figures = || (mine.first..mine.end).flat_map(|it| &alignment.answers[it]).map(|it| it.0);
    let theirs = passage.sense.amounts.iter().find(|it| is_age(it) && figures().any(|at| (it.first..it.end).contains(&at)))?;
    let person = |it: &usize| wanted.sense.words[*it].role == Role::Name || place::is_person(&wanted.sense, *it);
    let named = bearers(&wanted.sense, mine).into_iter().filter(|it| alignment.says(*it) && person(it)).collect::<Vec<_>>();
    let told = bearers(&passage.sense, theirs);
    if named.is_empty() || told.is_empty() {
        return None;
    }
    let graph = passage.sense.graph();
    let same = |one: usize, other: usize| one == other || graph.stands_for(one, other) || graph.stands_for(other, one);
    Some(named.iter().any(|it| alignment.answers[*it].iter().any(|at| told.iter().any(|it| same(*it, at.0)))))
}

/// Whether the claim's word at `at` only says that a figure is an age, and the passage has the age.
pub(in crate::verify) fn only_counts(wanted: &Wanted<'_>, alignment: &Alignment, at: usize) -> bool {
    let word = matches!(wanted.sense.lower(at), "age" | "aged" | "old" | "year" | "years");
    word && wanted
        .sense
        .amounts
        .iter()
        .any(|it| is_age(it) && span(&wanted.sense, it).contains(&at) && (it.first..it.end).all(|it| alignment.says(it)))
}

fn is_age(amount: &Placed<&Quantity>) -> bool {
    amount.it.unit.symbol().ends_with(" of age")
}

/// The tokens that tell the age: "at the age of 44".
fn span(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> std::ops::Range<usize> {
    let leads = |it: &usize| matches!(sense.lower(*it), "age" | "aged" | "at" | "of" | "the");
    let first = (0..amount.whole.0.min(amount.first)).rev().take_while(leads).last().unwrap_or(amount.whole.0.min(amount.first));
    first..amount.whole.1.max(amount.end)
}

/// Those whose age it is.
fn bearers(sense: &Sense<'_>, amount: &Placed<&Quantity>) -> Vec<usize> {
    let (graph, own) = (sense.graph(), span(sense, amount));
    let mut found: Vec<usize> = Vec::new();
    for link in &graph.links {
        let (head, part) = (own.contains(&link.head), own.contains(&link.part));
        match link.tie {
            Tie::Part | Tie::Equal | Tie::Of if part && !head => found.push(link.head),
            Tie::Agent | Tie::Patient if head && !part => found.push(link.part),
            Tie::Adjunct if part && !head => found.extend(taking_part(graph, link.head)),
            _ => {}
        }
    }
    let meant = |it: usize| graph.parts(it).iter().filter(|it| it.tie == Tie::Equal).map(|it| it.part).collect::<Vec<_>>();
    let others: Vec<usize> = found.iter().flat_map(|it| meant(*it)).collect();
    found.extend(others);
    found.retain(|it| !own.contains(it) && matches!(sense.words[*it].role, Role::Content | Role::Name) && !graph.is_verb(*it));
    found
}

fn taking_part(graph: &Graph, verb: usize) -> impl Iterator<Item = usize> {
    graph.parts(verb).iter().filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient)).map(|it| it.part)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given;

    #[test]
    fn an_age_is_told_in_many_ways() {
        let ways = ["Anna Dahl died aged 91", "Anna Dahl died at 91", "Anna Dahl, 91, died", "Anna Dahl was 91 when she died"];
        let others = ["Anna Dahl died aged 90", "Anna Dahl died at 90", "Anna Dahl, 92, died", "Anna Dahl was 90 when she died"];
        check_given("Anna Dahl died on Sunday at the age of 91.", &ways, &others);
        check_given(
            "Anna Dahl, 44, a teacher from Lindvik, won the race.",
            &["Anna Dahl is 44", "The 44-year-old teacher won the race", "44-year-old Anna Dahl won the race"],
            &["Anna Dahl is 45", "Anna Dahl, 40, won the race", "45-year-old Anna Dahl won the race"],
        );
    }

    #[test]
    fn an_age_is_that_of_one_person() {
        check_given(
            "Anna Dahl, 44, defeated Karl Moss, 31, in the race.",
            &["Karl Moss is 31"],
            &["Anna Dahl, 31, defeated Karl Moss in the race", "Karl Moss is 44", "44-year-old Karl Moss lost the race"],
        );
    }
}
