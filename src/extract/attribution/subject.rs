//! The subject of a verb of saying: the noun group before it, behind it, or at the head of its clause.

use std::ops::Range;

use super::according::apposed_end;
use super::group::{LINKS, noun_group, plain_start};
use super::passage::{Item, Shape};
use super::verb::{is_adverb, is_saying, is_subject_pronoun, is_verb};
use crate::text::{Class, words};

/// The subject that ends before `end`, the start of the verb group; none where no noun group stands there.
///
/// Appositions and brackets between the name and the verb are passed over.
pub(super) fn subject_before(items: &[Item<'_>], end: usize, from: usize) -> Option<Range<usize>> {
    let last = items.get(end.checked_sub(1)?).filter(|_| end > from)?;
    match last.shape {
        Shape::Aside => subject_before(items, end - 1, from),
        Shape::Comma | Shape::Dash => apposed(items, end - 1, from),
        Shape::Word | Shape::Number if last.is("who") || last.is("which") => relative(items, end - 1, from),
        Shape::Word if last.is("that") => written(items, end - 1, from),
        Shape::Word | Shape::Number | Shape::Clitic => noun_group(items, end, from),
        Shape::Quote if last.words <= 3 && last.closed && !last.word().contains([',', '.', '?', '!']) => noun_group(items, end, from),
        _ => None,
    }
}

/// `X, a doctor, said`: the group before the apposition that the mark at `close` ends.
fn apposed(items: &[Item<'_>], close: usize, from: usize) -> Option<Range<usize>> {
    let shape = items[close].shape;
    let mut open = close;
    while open > from {
        open -= 1;
        let item = &items[open];
        if close - open > 30 || item.is_quote() && item.words > 6 || item.shape == Shape::Semicolon {
            return None;
        }
        if item.shape != shape || open == from {
            continue;
        }
        // A second apposition, or a list inside the first: take the leftmost name that an apposition can follow.
        let inside = items.get(open + 1..close).unwrap_or_default();
        if inside.iter().any(is_saying) && !inside.first()?.one_of(words!["who", "whose", "which", "citing", "when", "while", "as"]) {
            return None;
        }
        let group = subject_before(items, open, from).map(|it| whole_group(items, it, from));
        let lists = inside.first().is_some_and(|it| it.one_of(words!["among", "including", "notably"]));
        if let Some(group) = group.filter(|it| anchored(items, it, from) || lists) {
            // "the mayor of Kiel, Anna Holm, said": the name belongs to the mention.
            let named = proper(inside);
            let office = items[group.clone()].iter().any(|it| it.is_plain() && it.any(Class::ROLE.or(Class::TITLE)));
            let placed = office && items[group.clone()].iter().any(|it| it.any(Class::PREPOSITION));
            let whole = named && (items[group.end - 1].is_plain() || placed);
            return Some(if whole { group.start..close } else { named_first(items, group, from) });
        }
        if shape == Shape::Dash {
            return None;
        }
    }
    None
}

/// Whether a name stands there and nothing else: "Anna Holm", "Professor Anna Holm of the University of Kiel", "the Centre Party".
fn proper(items: &[Item<'_>]) -> bool {
    let article = usize::from(items.first().is_some_and(|it| it.is("the")));
    let named =
        |it: &Item<'_>| it.is_name() || it.any(Class::NAME_PART) || it.shape == Shape::Aside || it.one_of(words!["at", "of", "the"]);
    items.get(article).is_some_and(|it| it.is_name() || it.any(Class::NAME_PART))
        && items.iter().all(named)
        && items[items.len() - 1].is_name()
}

/// `a letter from her doctor that says`: the group whose head is a text, near before "that".
fn written(items: &[Item<'_>], that: usize, from: usize) -> Option<Range<usize>> {
    let head = (from.max(that.saturating_sub(8))..that)
        .rev()
        .take_while(|it| items[*it].is_word())
        .find(|it| items[*it].is_plain() && items[*it].any(Class::BODY_NOUN.or(Class::NOUN_CUE)) && !items[*it].any(Class::ROLE))?;
    let first = (from..head).rev().take(4).find(|it| items[*it].any(Class::DETERMINER))?;
    Some(first..head + 1)
}

/// The group of which a name is the last part: "officials at the Harbour Bureau".
fn whole_group(items: &[Item<'_>], group: Range<usize>, from: usize) -> Range<usize> {
    let linked = group.start > from + 1 && items[group.start - 1].one_of(LINKS);
    let start = if linked { plain_start(items, group.end, from) } else { None };
    match start {
        Some(start) if start < group.start && anchored(items, &(start..group.end), from) => start..group.end,
        _ => group,
    }
}

/// Of two appositions in a row the name comes first: "Anna Holm, the mayor, a Dane, said".
fn named_first(items: &[Item<'_>], group: Range<usize>, from: usize) -> Range<usize> {
    let plain = items[group.start].any(Class::DETERMINER) || items[group.start].is_plain();
    let comma = group.start.checked_sub(1).filter(|it| plain && *it > from && items[*it].shape == Shape::Comma);
    let name = comma.and_then(|it| noun_group(items, it, from)).filter(|it| items[it.end - 1].is_name() && anchored(items, it, from));
    name.unwrap_or(group)
}

/// Whether a group looks like the name or person that an apposition explains.
fn anchored(items: &[Item<'_>], group: &Range<usize>, from: usize) -> bool {
    let head = &items[group.end - 1];
    let before = group.start.checked_sub(1).filter(|_| group.start > from).map(|it| &items[it]);
    let opens = before.is_none_or(|it| (!it.is_plain() || it.any(Class::CONJUNCTION)) && !it.any(Class::PREPOSITION));
    let first = &items[group.start];
    (head.token.capital && head.is_word() && !head.any(Class::WEEKDAY.or(Class::MONTH)) && opens)
        || head.any(Class::ROLE.or(Class::BODY_NOUN)) && opens
        || ((first.any(Class::DETERMINER) || items[group.clone()].iter().any(|it| it.shape == Shape::Clitic)) && opens)
        || is_subject_pronoun(head)
        || is_subject_pronoun(first) && opens && items.get(group.start + 1).is_some_and(|it| it.is("of"))
}

/// `X, who said`: the group before the relative pronoun at `who`.
fn relative(items: &[Item<'_>], who: usize, from: usize) -> Option<Range<usize>> {
    let mut end = who;
    while end > from && matches!(items[end - 1].shape, Shape::Comma | Shape::Aside | Shape::Dash) {
        end -= 1;
    }
    // "the coast guard which reported" names who speaks, "the day which followed" does not.
    let named = end > from && items[end - 1].is_name();
    if items[who].is("which") && end == who && !named {
        return None;
    }
    Some(who..who + 1)
}

/// The subject behind an inverted verb: `said the mayor of Holm`.
pub(super) fn subject_after(items: &[Item<'_>], cue: usize) -> Option<Range<usize>> {
    let mut start = cue + 1;
    while items.get(start).is_some_and(|it| is_adverb(it) && !it.token.capital) {
        start += 1;
    }
    let first = items.get(start)?;
    let counts = counts(items, start);
    if is_subject_pronoun(first) && first.is_word() && !counts {
        return Some(start..start + 1);
    }
    let mut end = start + usize::from(counts);
    while let Some(item) = items.get(end).filter(|_| end - start < 14) {
        let goes_on = match item.shape {
            Shape::Word => {
                let link = item.one_of(words!["of", "for", "at", "with", "in", "from"]) && end > start && links(items, start, end);
                !(item.any(Class::PREPOSITION) && !link
                    || item.any(Class::CONJUNCTION) && !item.is("and")
                    || item.one_of(words!["who", "that", "which"])
                    || item.any(Class::WEEKDAY.or(Class::DEICTIC))
                    || item.any(Class::AUXILIARY)
                    || (item.any(Class::PRONOUN) && !item.is("her")))
            }
            Shape::Number | Shape::Clitic => true,
            Shape::Aside => end > start,
            Shape::Quote => item.words <= 3 && end > start,
            _ => false,
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    // A link at the end joined nothing: "said Holm in".
    while end > start && items[end - 1].any(Class::PREPOSITION.or(Class::CONJUNCTION)) {
        end -= 1;
    }
    let group = items.get(start..end)?;
    let speaks = group.iter().any(|it| it.is_name() || it.any(Class::ROLE.or(Class::BODY_NOUN))) || group.first()?.any(Class::DETERMINER);
    let speaks = speaks || counts || group.len() <= 5 && group.first()?.is_plain() && group.first()?.ends_with("s");
    speaks.then_some(start..apposed_end(items, start, end))
}

/// Whether a word that may stand alone counts a noun here: "one engineer", "another of the pilots", but not "many on Monday".
fn counts(items: &[Item<'_>], at: usize) -> bool {
    let counter = items[at].one_of(words!["all", "another", "both", "many", "one", "some"]);
    let Some(next) = items.get(at + 1).filter(|it| counter && (it.is_plain() || it.is("of") || it.is_name())) else { return false };
    next.is("of") || !next.any(Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::WEEKDAY).or(Class::DEICTIC)) && !is_adverb(next)
}

/// Whether a preposition goes on with the group: "engineers at the site", "Holm of the Oslo Institute", but not "Holm in a letter".
fn links(items: &[Item<'_>], start: usize, at: usize) -> bool {
    let named = items[start..at].iter().any(|it| it.is_name() && !it.any(Class::ROLE.or(Class::BODY_NOUN))) && items[at - 1].token.capital
        || items[at - 1].shape == Shape::Aside;
    let Some(next) = items.get(at + 1) else { return false };
    let proper = next.is_name() || next.is("the") && items.get(at + 2).is_some_and(Item::is_name);
    !named || proper
}

/// Whether a participle stands before the subject: `Pressed by reporters, Holm …`, `Leaving the room, Holm …`.
fn opens_with_participle(items: &[Item<'_>], start: usize, end: usize) -> bool {
    let item = &items[start];
    let participle = item.shape == Shape::Word && item.token.span.len() > 4 && (item.ends_with("ed") || item.ends_with("ing"));
    let governs = items.get(start + 1).is_some_and(|it| it.any(Class::PREPOSITION.or(Class::DETERMINER)) || is_adverb(it));
    let comma = || items.get(start..end.min(start + 20)).unwrap_or_default().iter().any(|it| it.shape == Shape::Comma);
    participle && governs && !item.any(Class::MALE.or(Class::FEMALE).or(Class::ROLE).or(Class::BODY_NOUN)) && comma()
}

/// The first noun group of a clause, which is the subject of all its verbs.
pub(super) fn first_group(items: &[Item<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    let mut start = from;
    while let Some(item) = items.get(start).filter(|_| start < end) {
        if item.any(Class::PREPOSITION) || item.any(Class::HYPOTHETICAL) || opens_with_participle(items, start, end) {
            start = (start..end).find(|it| items[*it].shape == Shape::Comma)? + 1;
        } else if item.any(Class::CONJUNCTION) || is_adverb(item) || matches!(item.shape, Shape::Comma | Shape::Quote) {
            start += 1;
        } else {
            break;
        }
    }
    let first = items.get(start).filter(|_| start < end)?;
    if is_subject_pronoun(first) {
        return Some(start..start + 1);
    }
    let mut at = start;
    while at < end && at - start < 12 {
        let item = &items[at];
        let stop = match item.shape {
            Shape::Word => {
                is_verb(item) && !item.token.capital
                    || item.any(Class::SPEECH_CUE) && !item.any(Class::NOUN_CUE)
                    || item.one_of(words!["who", "that", "which"])
                    || item.any(Class::PREPOSITION) && !item.one_of(words!["of", "for", "at", "in", "from"])
                    || (at > start
                        && item.is_plain()
                        && items[at - 1].is_name()
                        && !item.any(Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::ROLE).or(Class::BODY_NOUN).or(Class::NAME_PART)))
            }
            Shape::Number | Shape::Clitic | Shape::Aside => false,
            _ => true,
        };
        if stop {
            break;
        }
        at += 1;
    }
    while at > start && (items[at - 1].any(Class::PREPOSITION.or(Class::CONJUNCTION)) || is_adverb(&items[at - 1])) {
        at -= 1;
    }
    (at > start && items[start].is_word()).then_some(start..at)
}
