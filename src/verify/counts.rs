//! Counts: whose things a passage's figure counts, and whether it counts more than the claim names.

use std::ops::Range;

use crate::language::homeland;

use super::align::Alignment;
use super::asked::Wanted;
use super::chosen::Figure;
use super::meaning::Meaning;
use super::passage::Passage;
use super::sense::{Role, Sense};

/// Why the party whose things the passage counts is not the claim's: "430 Danish sailors" for "430 Swedish sailors".
pub(super) fn parties(wanted: &Wanted<'_>, passage: &Passage<'_>, figures: &[Figure], alignment: &Alignment) -> Option<String> {
    figures.iter().zip(&wanted.sense.amounts).find_map(|(figure, claimed)| {
        let stated = passage.sense.amounts.get(figure.stated?)?;
        let (from, to) = wanted.sense.tokens_of(claimed.it.noun?);
        let (first, end) = passage.sense.tokens_of(stated.it.noun?);
        let name = |sense: &Sense<'_>, at: usize| sense.words.get(at).is_some_and(|it| it.role == Role::Name);
        let asked: Vec<usize> = (from..to).filter(|it| name(&wanted.sense, *it)).collect();
        let named: Vec<usize> = (first..end).filter(|it| name(&passage.sense, *it)).collect();
        let answered = asked.iter().all(|it| alignment.answers[*it].iter().any(|it| named.contains(&it.0)));
        let asked = asked.first()?;
        // "600 Danish sailors and 40 divers": the name counts another thing.
        let others = figures_beside(passage, figure.stated?);
        let lent = alignment.answers[*asked].iter().map(|it| it.0).collect::<Vec<_>>();
        if named.is_empty() && !lent.is_empty() && lent.iter().all(|it| others.iter().any(|other| other.contains(it))) {
            return Some(format!("“{}” is told of another figure", wanted.sense.wording(*asked, asked + 1)));
        }
        let named = named.first()?;
        (!answered).then(|| format!("of “{}”, not “{}”", passage.sense.wording(*named, named + 1), wanted.sense.wording(*asked, asked + 1)))
    })
}

/// The tokens of what the other amounts of the passage count.
fn figures_beside(passage: &Passage<'_>, stated: usize) -> Vec<Range<usize>> {
    let others = passage.sense.amounts.iter().enumerate().filter(|it| it.0 != stated);
    others.filter_map(|it| it.1.it.noun).map(|it| passage.sense.tokens_of(it)).map(|(first, end)| first..end).collect()
}

/// Why a figure of the passage is not the claim's: it counts more than the claim names. "40 killed and wounded" are not 40 killed, and "40
/// barges and tugs" are not 40 barges.
pub(super) fn pooled(
    wanted: &Wanted<'_>,
    passage: &Passage<'_>,
    figures: &[Figure],
    alignment: &Alignment,
    meaning: &Meaning,
) -> Option<String> {
    let (sense, graph) = (&passage.sense, passage.sense.graph());
    let counted = |place: usize| {
        let amounts = figures.iter().filter_map(|it| sense.amounts.get(it.stated?)).filter_map(|it| it.it.noun);
        amounts.into_iter().map(|it| sense.tokens_of(it)).any(|(first, end)| (first..end).contains(&place))
    };
    let mate = |place: usize| {
        let joins = |it: usize| matches!(sense.lower(it), "and" | "or");
        let after = joins(place + 1).then_some((place + 1, place + 2));
        let before = (place >= 2 && joins(place - 1)).then(|| (place - 1, place - 2));
        let mut mates = after.into_iter().chain(before).filter(|it| sense.words.get(it.1).is_some_and(|it| it.role == Role::Content));
        mates.find(|it| !alignment.answered(it.1))
    };
    wanted.sense.content().find_map(|at| {
        let mine = wanted.sense.words.get(at)?;
        let pool = |place: usize| {
            let (by, other) = mate(place)?;
            let theirs = sense.words.get(other)?;
            // "The editor or author": which of them is not said.
            if sense.lower(by) == "or" && meaning.kinship_of(mine, theirs).is_none() {
                return Some(sense.wording(place.min(other), place.max(other) + 1).to_owned());
            }
            if figures.iter().all(|it| it.stated.is_none()) {
                return None;
            }
            // "The Danish and foreign guests" are not from Denmark.
            if homeland(sense.lower(place)).is_some() && !theirs.noun && sense.words.get(place.max(other) + 1).is_some_and(|it| it.noun) {
                return Some(sense.wording(place.min(other), place.max(other) + 1).to_owned());
            }
            let things = counted(place) && !graph.is_verb(other) && sense.lower(other).ends_with('s');
            let doings = meaning.opposed(mine, theirs);
            (things || doings && !counted(place)).then(|| sense.wording(place.min(other), place.max(other) + 1).to_owned())
        };
        let answers = alignment.answers.get(at)?;
        let mut pools = answers.iter().map(|it| pool(it.0));
        let first = pools.next()??;
        pools.all(|it| it.is_some()).then(|| format!("says “{first}” and not which of them alone"))
    })
}
