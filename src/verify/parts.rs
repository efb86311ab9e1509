//! Parts: the pieces of a long claim that may each be borne out by a passage of its own.

use std::ops::Range;

use super::graph::Tie;
use super::sense::{Role, Sense};

/// The parts of a sentence of a claim, in order, as tokens; a short sentence is one part.
pub(super) fn parts(sense: &Sense<'_>) -> Vec<Range<usize>> {
    let mut cuts = vec![0];
    for at in 1..sense.text.tokens.len() {
        // "In Upland, Lowland and Midland towns" is one list.
        let list = sense.lower(at) == "and" && listed(sense, at);
        if !list
            && cuts_before(sense, at)
            && weight(sense, cuts[cuts.len() - 1], at) >= LEAST
            && weight(sense, at, sense.text.tokens.len()) >= LEAST
        {
            cuts.push(at);
        }
    }
    cuts.push(sense.text.tokens.len());
    cuts.windows(2).map(|it| it[0]..it[1]).collect()
}

/// The words outside a part that tell whom or what it speaks of, where it leaves that to the parts before: "the crew landed there, and
/// took the quay".
pub(super) fn subject(sense: &Sense<'_>, part: &Range<usize>) -> Vec<usize> {
    let graph = sense.graph();
    let opens = matches!(sense.lower(part.start), "and" | "but" | "or" | "," | "which" | "who");
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
    let Some(bearer) = bearer else { return Vec::new() };
    let belongs = |at: &usize| *at == bearer || (sense.words[*at].role == Role::Name && graph.holds(bearer, *at, 1));
    (0..part.start).filter(belongs).collect()
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
