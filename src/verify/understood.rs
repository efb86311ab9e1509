//! Understood: what a sentence leaves out because its whole document speaks of it: "the finale drew 3 million", "revenue rose".

use std::ops::Range;

use super::align::Alignment;
use super::asked::Wanted;
use super::graph::Tie;
use super::links::place::dateline;
use super::passage::Passage;
use super::pointer;
use super::sense::{Role, Sense};
use super::telling::COUNTING;
use super::theme;
use crate::language::is_land;
use crate::text::Class;

/// Whether the passage may leave the claim's name out: as whose a thing is, where something is, or who has or makes known a thing.
pub(super) fn goes_without_saying(
    wanted: &Wanted<'_>,
    name: &Range<usize>,
    passage: &Passage<'_>,
    alignment: &Alignment,
    around: &[&Passage<'_>],
) -> bool {
    let other = |it: &Passage<'_>| theme::names_a_subject(&it.sense);
    let mut others = around.iter().filter(|it| it.sentence != passage.sentence);
    // "PARIS (AP) —": where the report is from, it tells.
    let opens = |it: &&Passage<'_>| !dateline(&it.sense).is_empty();
    if is_place(&wanted.sense, name) && (opens(&passage) || around.iter().any(opens)) {
        return false;
    }
    if name.clone().any(|it| matches!(wanted.sense.lower(it), "and" | ",")) || others.any(|it| other(it)) {
        return false;
    }
    owned(wanted, name, passage, alignment)
        || is_place(&wanted.sense, name) && !names_a_place(passage, alignment) && !other(passage)
        || (has(wanted, name, passage, alignment) || reports(wanted, name, passage, alignment)) && !other(passage)
}

/// Whether the claim's name only tells whose a thing is, which the passage says of nobody.
fn owned(wanted: &Wanted<'_>, name: &Range<usize>, passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let claim = &wanted.sense;
    let content = |it: &usize| claim.words.get(*it).is_some_and(|it| matches!(it.role, Role::Content));
    let of = name.start.checked_sub(1).map(|it| if claim.class(it).is(Class::DETERMINER) { it.saturating_sub(1) } else { it });
    let thing = if let Some(of) = of.filter(|it| *it > 0 && matches!(claim.lower(*it), "of" | "for" | "on")) {
        Some(of - 1).filter(content)
    } else {
        let owner = matches!(claim.lower(name.end), "'s" | "’s" | "'" | "’");
        let first = name.end + usize::from(owner);
        (first..first + 4).take_while(|it| content(it) && !claim.graph().is_verb(*it)).filter(|it| claim.words[*it].noun).last()
    };
    let Some(thing) = thing else { return false };
    alignment.answers.get(thing).into_iter().flatten().any(|it| is_free(&passage.sense, it.0))
}

/// Whether who has the claim's thing by no more than "had" is left out: "Borg had sales of $5 million", "sales were $5 million".
fn has(wanted: &Wanted<'_>, name: &Range<usize>, passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let claim = &wanted.sense;
    let graph = claim.graph();
    let having = |verb: usize| matches!(claim.lower(verb), "has" | "had" | "have");
    let mut doings = graph.links.iter().filter(|it| it.tie == Tie::Agent && name.contains(&it.part) && it.part < it.head).map(|it| it.head);
    doings.any(|verb| {
        let mut things = graph.parts(verb).iter().filter(|it| it.tie == Tie::Patient).map(|it| it.part);
        having(verb) && things.any(|it| alignment.answers[it].iter().any(|it| is_free(&passage.sense, it.0)))
    })
}

/// Whether who makes known what is counted is left out: "Norland reported 40 cases", "40 cases were reported".
fn reports(wanted: &Wanted<'_>, name: &Range<usize>, passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let (claim, theirs) = (wanted.sense.graph(), passage.sense.graph());
    let mut doings = claim.links.iter().filter(|it| it.tie == Tie::Agent && name.contains(&it.part)).map(|it| it.head);
    let nobody = |verb: usize| !theirs.parts(verb).iter().any(|it| it.tie == Tie::Agent);
    doings.any(|verb| {
        COUNTING.contains(&&*wanted.sense.words[verb].stem) && alignment.answers[verb].iter().any(|it| theirs.is_verb(it.0) && nobody(it.0))
    })
}

/// Whether the claim says by the name where something is.
fn is_place(sense: &Sense<'_>, name: &Range<usize>) -> bool {
    name.start > 0 && matches!(sense.lower(name.start - 1), "in" | "across" | "within" | "throughout")
}

/// Whether the passage names a place that the claim does not.
fn names_a_place(passage: &Passage<'_>, alignment: &Alignment) -> bool {
    let sense = &passage.sense;
    let name = |it: usize| sense.words[it].role == Role::Name && !sense.class(it).is(Class::WEEKDAY | Class::MONTH);
    let led = |at: usize| {
        let before = (0..at).rev().find(|it| !sense.class(*it).is(Class::DETERMINER) && sense.words[*it].role != Role::Name);
        is_land(sense.lower(at)) || before.is_some_and(|it| sense.class(it).is(Class::PREPOSITION))
    };
    (1..sense.words.len()).any(|it| name(it) && !alignment.answered(it) && led(it))
}

/// Whether the passage tells of the thing at `at` neither whose it is nor that it is any.
fn is_free(sense: &Sense<'_>, at: usize) -> bool {
    let named = |it: usize| sense.words.get(it).is_some_and(|it| it.role == Role::Name);
    let of = |it: usize| matches!(sense.lower(it), "of" | "'s" | "’s" | "'" | "’");
    let sorted = |it: usize| sense.words.get(it).is_some_and(|it| pointer::is_sort(&it.stem));
    let belongs = of(at + 1) && !(matches!(sense.lower(at + 2), "the" | "this" | "its") && sorted(at + 3));
    let passes = |it: &usize| matches!(sense.words[*it].role, Role::Content | Role::Amount | Role::Date) && !sense.graph().is_verb(*it);
    let opens = (0..at).rev().find(|it| !passes(it));
    let bare = |it: usize| sense.words[it].role == Role::Mark && !of(it) || sense.class(it).is(Class::CONJUNCTION | Class::PREPOSITION);
    let definite =
        opens.is_none_or(|it| matches!(sense.lower(it), "the" | "this" | "its" | "their") || bare(it) || sense.graph().is_verb(it));
    definite && !belongs && !named(at + 1)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn whose_it_is_and_where_may_go_without_saying() {
        check(
            "Principal photography began in May 2014 in Lindvik.",
            &["Principal photography of Low Tide began in 2014", "Principal photography for Low Tide began in Lindvik"],
            &["Principal photography of Low Tide began in 2013", "Principal photography for Low Tide began in Marstad"],
        );
        check(
            "There have been 22 deaths since May.",
            &["There have been 22 deaths in Norland"],
            &["There have been 23 deaths in Norland", "There have been 22 births in Norland"],
        );
        check("There have been 22 deaths in Marstad.", &[], &["There have been 22 deaths in Norland"]);
        check("A photographer began in May.", &[], &["The photographer of Low Tide began in May"]);
    }

    #[test]
    fn who_counts_may_go_without_saying() {
        check(
            "40 cases were reported on Monday.",
            &["Norland reported 40 cases on Monday", "Norland confirmed 40 cases"],
            &["Norland reported 41 cases on Monday", "Norland reported 40 deaths"],
        );
        check("40 cases were reported by Marstad on Monday.", &[], &["Norland reported 40 cases on Monday"]);
    }
}
