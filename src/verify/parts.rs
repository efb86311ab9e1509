//! Parts: the pieces of a long claim that may each be borne out by a passage of its own.

use std::ops::Range;

use super::graph::Tie;
use super::sense::{Role, Sense};
use crate::text::Class;

/// The parts of a sentence of a claim, in order, as tokens; a short sentence is one part.
pub(super) fn parts(sense: &Sense<'_>) -> Vec<Range<usize>> {
    let end = sense.text.tokens.len();
    let mut cuts = vec![0];
    for at in 1..end {
        if cuts_before(sense, at)
            && weight(sense, cuts[cuts.len() - 1], at) >= LEAST
            && weight(sense, at, end) >= LEAST
            && !conditions(sense, at)
            && !measured(sense, at)
            && !(sense.lower(at) == "and" && inseparable(sense, at))
        {
            cuts.push(at);
        }
    }
    cuts.push(end);
    cuts.windows(2).map(|it| it[0]..it[1]).collect()
}

/// Whether the words before tell how long after or before: "nine days before she sailed" is one thing told.
fn measured(sense: &Sense<'_>, at: usize) -> bool {
    matches!(sense.lower(at), "after" | "before") && sense.class(at - 1).is(Class::CALENDAR_UNIT)
}

/// Whether a condition begins at `at`: what holds only then is not told by itself.
fn conditions(sense: &Sense<'_>, at: usize) -> bool {
    sense.lower(at) == "if"
}

/// Whether the "and" at `at` joins words of one thing told, and no two things that are told: "higher than in May and June".
fn inseparable(sense: &Sense<'_>, at: usize) -> bool {
    // "In Upland, Lowland and Midland towns" is one list.
    listed(sense, at)
        || joins_subjects(sense, at)
        || joins_things(sense, at)
        || (!tells(sense, &piece(sense, at)) && shared_verb(sense, &piece(sense, at)).is_none())
}

/// Whether the "and" at `at` stands between those who do one thing together: "Lund and his brother sank".
fn joins_subjects(sense: &Sense<'_>, at: usize) -> bool {
    let graph = sense.graph();
    let bearers = |verb: usize| graph.parts(verb).iter().filter(move |it| matches!(it.tie, Tie::Agent | Tie::Patient) && it.part < verb);
    let joins = |verb: usize| bearers(verb).any(|it| it.part < at) && bearers(verb).any(|it| it.part > at);
    piece(sense, at).find(|it| graph.is_verb(*it)).is_some_and(joins)
}

/// Whether the "and" at `at` stands within what the verb behind it is said of: "gold in bars and coins was stolen".
fn joins_things(sense: &Sense<'_>, at: usize) -> bool {
    let graph = sense.graph();
    let Some(verb) = piece(sense, at).find(|it| graph.is_verb(*it)) else { return false };
    let mut bearers = graph.parts(verb).iter().filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient) && it.part < verb).peekable();
    let named = (at + 1..verb).any(|it| sense.words[it].noun && sense.words[it].role != Role::Date);
    let finite = matches!(sense.lower(verb - 1), "was" | "were" | "is" | "are" | "been");
    bearers.peek().is_some() && bearers.all(|it| it.part < at) && named && finite
}

/// What stands from the token at `at` up to where the sentence could be cut next.
fn piece(sense: &Sense<'_>, at: usize) -> Range<usize> {
    let end = sense.text.tokens.len();
    at..(at + 1..end).find(|it| cuts_before(sense, *it)).unwrap_or(end)
}

/// Whether a piece has a verb that tells something, and none that only describes: "and sold its new and used cars".
fn tells(sense: &Sense<'_>, piece: &Range<usize>) -> bool {
    let graph = sense.graph();
    let passes = |it: usize| sense.class(it).is(Class::AUXILIARY | Class::MODAL | Class::NEGATION) || sense.lower(it).ends_with("ly");
    let first = (piece.start + 1..piece.end).find(|it| !passes(*it));
    let subject = |verb: usize| {
        let mut bearers = graph.parts(verb).iter().filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient) && it.part < verb);
        bearers.any(|it| piece.contains(&it.part))
    };
    piece.clone().any(|it| graph.is_verb(it) && (Some(it) == first && !describes(sense, it) || subject(it)))
}

/// Whether the form at `at` describes the noun behind it: "used car sales".
fn describes(sense: &Sense<'_>, at: usize) -> bool {
    let graph = sense.graph();
    graph.links.iter().any(|it| it.part == at && it.head > at && it.tie == Tie::Part)
}

/// The verb before a piece without one that what the piece names is said of, as well as what stands before: "raised its forecast of
/// sales and its target for the dividend".
fn shared_verb(sense: &Sense<'_>, piece: &Range<usize>) -> Option<usize> {
    let graph = sense.graph();
    let objects = |verb: usize| graph.parts(verb).iter().filter(move |it| it.tie == Tie::Patient && it.part > verb).map(|it| it.part);
    let counted = |it: &Range<usize>| sense.amounts.iter().any(|amount| it.contains(&amount.first));
    let verb = (0..piece.start).rev().find(|it| graph.is_verb(*it) && !graph.equates(*it))?;
    let both = objects(verb).any(|it| it < piece.start) && objects(verb).any(|it| piece.contains(&it));
    // "12 divers and sailors": the figure counts both.
    (both && (counted(piece) || !counted(&(verb..piece.start)))).then_some(verb)
}

/// The words outside a part that tell whom or what it speaks of, where it leaves that to the parts before: "the crew landed there, and
/// took the quay".
pub(super) fn subject(sense: &Sense<'_>, part: &Range<usize>) -> Vec<usize> {
    let graph = sense.graph();
    let opens = matches!(sense.lower(part.start), "and" | "but" | "or" | "," | "which" | "who");
    if sense.lower(part.start) == "and"
        && !tells(sense, part)
        && let Some(verb) = shared_verb(sense, part)
    {
        // With all that stands between them, lest a denial be lost.
        let bearer = graph.parts(verb).iter().filter(|it| it.part < verb && it.tie == Tie::Agent).map(|it| it.part).next();
        let owner = bearer.map_or(Vec::new(), |it| with_names(sense, part, it));
        return owner.into_iter().chain(bearer.map_or(verb, |it| it + 1)..=verb).collect();
    }
    // What goes along with a doing, "reopening the port", is done by all of it.
    let finite = |it: usize| graph.is_verb(it) && !sense.lower(it).ends_with("ing");
    let Some(verb) = part.clone().find(|it| graph.is_verb(*it)).filter(|it| opens && part.start > 0 && finite(*it)) else {
        return Vec::new();
    };
    let subjects = |verb: usize| graph.parts(verb).iter().filter(move |it| matches!(it.tie, Tie::Agent | Tie::Patient) && it.part < verb);
    let bearer = match subjects(verb).next() {
        Some(own) => Some(own.part).filter(|it| *it < part.start),
        None => (0..part.start).rev().filter(|it| finite(*it)).find_map(|it| subjects(it).next()).map(|it| it.part),
    };
    bearer.map_or(Vec::new(), |it| with_names(sense, part, it))
}

/// The word at `bearer` with the names and the article that belong to it.
fn with_names(sense: &Sense<'_>, part: &Range<usize>, bearer: usize) -> Vec<usize> {
    // "The former mayor, Karl Moss, bought": the part before tells that Moss is that.
    let named = |it: &&super::graph::Link| it.tie == Tie::Equal && it.part < part.start && sense.words[it.part].role == Role::Name;
    let bearer = sense.graph().parts(bearer).iter().find(named).map_or(bearer, |it| it.part);
    let article = |at: usize| at + 1 == bearer && sense.class(at).is(Class::DETERMINER);
    let belongs =
        |at: &usize| *at == bearer || article(*at) || (sense.words[*at].role == Role::Name && sense.graph().holds(bearer, *at, 1));
    let own: Vec<usize> = (0..part.start).filter(belongs).collect();
    // "The first season of Borg": with the words that join them.
    let last = own.last().copied().unwrap_or_default();
    let joins = |at: &usize| own.contains(at) || (bearer..last).contains(at) && matches!(sense.lower(*at), "of" | "the" | "'s" | "’s");
    (0..part.start).filter(joins).collect()
}

/// The words that say something which a part must hold at least, amounts counting double.
const LEAST: usize = 3;

fn weight(sense: &Sense<'_>, first: usize, end: usize) -> usize {
    let words = sense.content().filter(|it| (first..end).contains(it)).count();
    let amounts = sense.amounts.iter().filter(|it| (first..end).contains(&it.first)).count();
    words + amounts * 2
}

/// Whether a clause or a piece of one begins at the token `at`.
pub(super) fn cuts_before(sense: &Sense<'_>, at: usize) -> bool {
    let joined = |it: usize| {
        sense.amounts.iter().any(|amount| amount.whole.0 < it && it < amount.whole.1)
            || sense.dates.iter().any(|date| date.first < it && it < date.end)
    };
    if joined(at) {
        return false;
    }
    match sense.lower(at) {
        ";" | "while" | "whereas" | "although" | "though" | "but" | "which" | "who" | "because" | "after" | "before" | "when" | "where"
        | "if" | "despite" | "amid" | "following" => true,
        "," => !listed(sense, at),
        "and" => sense.lower(at - 1) != ",",
        "due" => sense.lower(at + 1) == "to",
        _ => false,
    }
}

/// A comma between capitalised words or numbers sets off an item of a list, a place or a title.
fn listed(sense: &Sense<'_>, at: usize) -> bool {
    let item = |it: Option<&crate::text::Token>| it.is_some_and(|it| it.capital || it.kind == crate::text::Kind::Number);
    item(sense.text.tokens.get(at - 1)) && item(sense.text.tokens.get(at + 1))
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn those_who_do_it_together_are_not_cut() {
        check(
            "A court in Lindvik jailed Karl Moss for 30 days on Monday. His brother sailed on.",
            &[],
            &["Former sailor Karl Moss and his brother were jailed for 30 days in Lindvik"],
        );
    }

    #[test]
    fn what_is_denied_of_somebody_is_not_denied_of_what_else_that_one_does() {
        check(
            "Karl Moss did not close his yard in Lindvik, while Anna Dahl sold 14 old ferries.",
            &["Karl Moss did not close his yard in Lindvik, while Anna Dahl sold 14 old ferries"],
            &["Karl Moss closed his yard in Lindvik, while Anna Dahl sold 14 old ferries"],
        );
        check(
            "A Dane pleaded not guilty to the theft of a boat of a sailor who had sold 14 ferries in Lindvik.",
            &["A Dane pleaded not guilty to the theft of a boat of a sailor who had sold 14 ferries in Lindvik"],
            &["A Dane pleaded guilty to the theft of a boat of a sailor who had sold 14 ferries in Lindvik"],
        );
    }

    #[test]
    fn since_when_is_not_who() {
        check(
            "Three sailors missing since 2021 were found alive on the old quay of Lindvik.",
            &["Three sailors who had been missing since 2021 were found alive on the old quay of Lindvik"],
            &["Three sailors who had been missing since 2021 were found dead on the old quay of Lindvik"],
        );
    }

    #[test]
    fn how_long_before_is_told_with_what_came_then() {
        check(
            "Anna Lund has been banned for four years, a court in Lindvik said, nine days before she was to sail for Marstad.",
            &["Anna Lund has been banned for four years, a court in Lindvik said, nine days before she was to sail for Marstad"],
            &["Anna Lund has been banned for four years, a court in Lindvik said, nine days after she sailed for Marstad"],
        );
    }

    #[test]
    fn what_goes_along_with_a_doing_is_told_where_the_doing_is() {
        check(
            "A heavy slide hit the old port of Lindvik, killing 23 sailors. Some 180 sailors have been killed in Norland since.",
            &["A heavy slide hit the old port of Lindvik, killing 23 sailors"],
            &["A heavy slide hit the old port of Lindvik, killing 180 sailors"],
        );
    }
}
