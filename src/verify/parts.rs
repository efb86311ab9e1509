//! Parts: the pieces of a long claim that may each be borne out by a passage of its own.

use crate::text::Span;

use super::sense::Sense;

/// The parts of a sentence of a claim, in order; a short sentence is one part.
pub(super) fn parts(sense: &Sense<'_>) -> Vec<Span> {
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
    let span = |first: usize, end: usize| {
        let (from, to) = (sense.text.tokens.get(first)?.span, sense.text.tokens.get(end.checked_sub(1)?)?.span);
        let whole = from.join(to);
        Some(Span { start: whole.start + sense.offset, end: whole.end + sense.offset })
    };
    cuts.windows(2).filter_map(|it| span(it[0], it[1])).collect()
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
        sense.amounts.iter().any(|amount| amount.first < it && it < amount.end)
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
