//! Where the content of a report begins behind its verb.

use super::cue::{Cue, Frame};
use super::ending::predicate_behind;
use super::passage::{Item, Shape};
use super::verb::{REFUSING, is_adverb, is_past, is_subject_pronoun, is_verb};
use crate::text::{Class, words};

/// What opens the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    That,
    Colon,
    Quote,
    Infinitive,
    Question,
    /// A clause without any sign.
    Bare,
    /// A noun group, or a preposition and one.
    Group,
}

/// The start of the content of the verb at `at`, behind addressees, times and places.
pub(super) fn content_start(items: &[Item<'_>], at: usize, end: usize, cue: Cue) -> Option<(usize, Opening)> {
    let mut start = at + 1;
    if cue.takes(Frame::OUT) {
        if items.get(start).is_some_and(|it| it.is("out")) {
            start += 1;
        } else if !items.get(start).is_some_and(|it| it.is("to")) {
            return None;
        } else {
            return (start + 1 < end).then_some((start + 1, Opening::Group));
        }
    }
    if cue.takes(Frame::FOR) && items.get(start).is_some_and(|it| it.is("for")) {
        return (start + 1 < end).then_some((start + 1, Opening::Group));
    }
    if cue.takes(Frame::OF) {
        return (items.get(start)?.is("of") && start + 1 < end).then_some((start, Opening::Group));
    }
    if cue.takes(Frame::ADDRESSEE) {
        start = past_addressee(items, start, end);
        start = past_apposition(items, start, end, cue);
    }
    let infinitive = cue.takes(Frame::INFINITIVE) && to_infinitive(items, start);
    if !infinitive && let Some(found) = marked(items, start, end) {
        return Some(found);
    }
    start = past_time(items, start, end);
    start = past_place(items, start, end);
    start = past_time(items, start, end);
    if items.get(start).is_some_and(|it| it.is("that")) && start + 1 < end {
        return Some((start + 1, Opening::That));
    }
    // "complained afterward of the heat"
    let loose = start + 2 < end && is_adverb(&items[start]) && !items[start].is("not");
    if cue.takes(Frame::OBLIQUE) && loose && items[start + 1].any(Class::PREPOSITION) {
        start += 1;
    }
    opening(items, at, start, end, cue).map(|it| (start, it))
}

/// What opens the content at `start`, where no sign stands further on.
fn opening(items: &[Item<'_>], at: usize, start: usize, end: usize, cue: Cue) -> Option<Opening> {
    let first = items.get(start).filter(|_| start < end)?;
    if first.is_quote() {
        return Some(Opening::Quote);
    }
    if !first.is_word() && !matches!(first.shape, Shape::Mark) {
        return None;
    }
    // "denied having sold it"
    if first.one_of(words!["being", "having"]) && cue.takes(Frame::NOUN) {
        return Some(Opening::Group);
    }
    if first.any(Class::AUXILIARY.or(Class::MODAL)) && !first.token.capital {
        return None;
    }
    if first.is("to") && cue.takes(Frame::OBLIQUE) && items.get(start + 1).is_some_and(opens_noun_group) {
        // "did not respond to requests" tells something, "responded to requests" hardly.
        let responds = matches!(cue.verb.lemma, "respond" | "object" | "react");
        let withheld = items.get(at.saturating_sub(4)..at)?.iter().any(|it| it.any(Class::NEGATION) || it.one_of(REFUSING));
        return (!responds || withheld).then_some(Opening::Group);
    }
    if first.is("to") || to_infinitive(items, start) {
        return (cue.takes(Frame::INFINITIVE) && start + 1 < end).then_some(Opening::Infinitive);
    }
    if first.any(Class::CONJUNCTION) && !first.one_of(words!["if", "whether", "when", "where"]) && !first.token.capital {
        return None;
    }
    if first.one_of(words!["if", "whether", "why", "how", "what", "who", "where", "when"]) {
        let asks = cue.takes(Frame::QUESTION.or(Frame::NOUN).or(Frame::CLAUSE));
        let timed = first.one_of(words!["when", "where", "who"]) && !cue.takes(Frame::QUESTION.or(Frame::NOUN));
        // "said when asked" tells a time; "have not said when" a question.
        let negated = start >= 2 && items[start - 2].any(Class::NEGATION);
        let said_when = cue.verb.lemma == "say" && first.one_of(words!["when", "where", "who"]) && !negated;
        return (asks && !timed && !said_when && end - start >= 3).then_some(Opening::Question);
    }
    if first.any(Class::PREPOSITION) && !first.token.capital {
        let about = first.one_of(words!["of", "about", "against", "for", "at", "on", "with", "to", "by"]);
        if about && cue.takes(Frame::OBLIQUE) && end - start >= 3 {
            return Some(Opening::Group);
        }
        // "said in Iowa the crops had failed"; "said about 40 ships"
        let loose = matches!(cue.verb.lemma, "say" | "tell") || first.one_of(words!["about", "around", "over"]);
        return (loose && cue.takes(Frame::CLAUSE) && has_verb(items, start, end)).then_some(Opening::Bare);
    }
    if first.one_of(words!["so", "nothing", "anything", "something"]) || first.is("as") || bare_object(items, start, end) {
        return None;
    }
    let clause = clause_end(items, start, end);
    let clause = predicate_behind(items, start, clause).unwrap_or(clause);
    if cue.takes(Frame::CLAUSE) && (end - start >= 2 && cue.verb.lemma == "say" || has_verb(items, start, clause)) {
        return Some(Opening::Bare);
    }
    // "expects the dam to hold"
    let infinitive = (start + 1..end.min(start + 9)).take_while(|it| items[*it].is_word()).find(|it| items[*it].is("to"));
    if cue.takes(Frame::INFINITIVE) && infinitive.is_some_and(|it| items.get(it + 1).is_some_and(Item::is_plain) && it + 1 < end) {
        return Some(Opening::Infinitive);
    }
    (cue.takes(Frame::NOUN) && (end - start >= 2) && !is_adverb(first)).then_some(Opening::Group)
}

/// Whether an infinitive stands at `at`: "to leave", "not to leave".
fn to_infinitive(items: &[Item<'_>], at: usize) -> bool {
    let at = at + usize::from(items.get(at).is_some_and(|it| it.is("not")));
    items.get(at).is_some_and(|it| it.is("to"))
}

/// Whether an object that tells nothing stands alone at `start`: "I write this because …", "does not believe it himself", "said much".
fn bare_object(items: &[Item<'_>], start: usize, end: usize) -> bool {
    let ends = |it: &Item<'_>| {
        it.any(Class::PREPOSITION.or(Class::CONJUNCTION)) || it.one_of(words!["because", "himself", "herself", "themselves"])
    };
    let alone = start + 1 == end || ends(&items[start + 1]);
    items[start].one_of(words!["him", "it", "me", "them", "these", "this", "those", "us"]) && alone
        || items[start].one_of(words!["less", "little", "more", "much"]) && !has_verb(items, start, end)
}

/// Whether a noun group begins here: "agreed to a talk", "did not respond to requests".
fn opens_noun_group(item: &Item<'_>) -> bool {
    item.any(Class::DETERMINER) || item.shape == Shape::Number || item.is_name() || item.is_plain() && item.ends_with("s")
}

/// The end of the first clause.
fn clause_end(items: &[Item<'_>], start: usize, end: usize) -> usize {
    (start + 3..end).find(|it| matches!(items[*it].shape, Shape::Comma | Shape::Semicolon | Shape::Dash)).unwrap_or(end)
}

/// Whether a finite verb shows between `start` and `end`.
pub(super) fn has_verb(items: &[Item<'_>], start: usize, end: usize) -> bool {
    let clause = items.get(start..end).unwrap_or_default();
    clause.iter().enumerate().any(|(at, it)| {
        is_verb(it) && !describes(clause, at)
            || (it.one_of(words!["he", "she", "they", "we", "i", "it"]) && at + 1 < clause.len())
            || (it.shape == Shape::Clitic && at > 0 && clause[at - 1].any(Class::PRONOUN))
            || (it.any(Class::SPEECH_CUE) && at > 0 && it.is_plain() && !clause[at - 1].any(Class::DETERMINER.or(Class::PREPOSITION)))
    })
}

/// Whether a participle stands as an adjective: "a newly created post", "the damaged hull".
fn describes(clause: &[Item<'_>], at: usize) -> bool {
    let noun = clause.get(at + 1).is_some_and(|it| it.is_plain() && !it.any(Class::FUNCTION) && !is_adverb(it));
    let mut before = clause.get(..at).unwrap_or_default().iter().rev();
    let before = before.find(|it| !is_adverb(it));
    let determined = before.is_some_and(|it| it.one_of(words!["a", "an", "her", "his", "its", "my", "no", "our", "the", "their"]));
    noun && determined && is_past(&clause[at])
}

/// A sign of the content behind a short frame: `that`, a colon, a quotation.
fn marked(items: &[Item<'_>], start: usize, end: usize) -> Option<(usize, Opening)> {
    let first = items.get(start).filter(|_| start < end)?;
    if first.is_quote() {
        return Some((start, Opening::Quote));
    }
    let frame = first.any(Class::PREPOSITION.or(Class::WEEKDAY).or(Class::DEICTIC).or(Class::RELATIVE).or(Class::MONTH))
        || is_adverb(first)
        || matches!(first.shape, Shape::Comma | Shape::Colon)
        || first.one_of(words!["that", "reporters", "back", "out"])
        // "said there remains" tells what there is.
        || first.is("there") && items.get(start + 1).is_some_and(|it| !it.is_plain() || it.any(Class::PREPOSITION) || it.is("that"));
    if !frame {
        return None;
    }
    for at in start..end.min(start + 20) {
        let item = &items[at];
        if item.is("that") {
            // "said of that day" names a day.
            let names = at > start && items[at - 1].any(Class::PREPOSITION);
            return (at + 1 < end && !names).then_some((at + 1, Opening::That));
        }
        match item.shape {
            Shape::Colon => return (at + 1 < end).then_some((at + 1, Opening::Colon)),
            Shape::Quote if at == start || items[at - 1].shape == Shape::Comma || item.words > 3 => {
                // A quoted word inside a clause opens nothing.
                let clause = items.get(start..at).unwrap_or_default().iter().any(is_verb);
                return (!clause).then_some((at, Opening::Quote));
            }
            Shape::Comma => {
                let next = items.get(at + 1).filter(|_| at + 1 < end)?;
                if next.is_quote() {
                    return Some((at + 1, Opening::Quote));
                }
                if !next.is("that") {
                    // "said in Kiel, the capital, that": only a short apposition.
                    let that = (at + 1..end.min(at + 14)).find(|it| items[*it].is("that") && items[*it - 1].shape == Shape::Comma);
                    return that.filter(|it| it + 2 < end).map(|it| (it + 1, Opening::That));
                }
            }
            _ => {}
        }
        if at > start
            && (is_subject_pronoun(item) && !items[at - 1].any(Class::PREPOSITION)
                || item.any(Class::AUXILIARY.or(Class::MODAL).or(Class::FINITE)) && !item.token.capital)
        {
            return None;
        }
    }
    None
}

/// Past the person who is told: `him`, `reporters`, `CNN's Jake`, `the council`.
pub(super) fn past_addressee(items: &[Item<'_>], start: usize, end: usize) -> usize {
    let Some(first) = items.get(start).filter(|_| start < end) else { return start };
    if first.one_of(words![
        "him",
        "her",
        "them",
        "us",
        "me",
        "you",
        "it",
        "reporters",
        "himself",
        "herself",
        "themselves",
        "everyone",
        "people"
    ]) {
        return start + 1;
    }
    let clause =
        first.one_of(words!["that", "if", "whether", "how", "why", "what", "he", "she", "they", "we", "i", "to", "when", "where", "who"]);
    let counted =
        first.one_of(words!["one", "some", "many", "several", "both"]) || first.shape == Shape::Number || first.any(Class::NUMBER_WORD);
    let person = counted || first.is_name() || first.any(Class::DETERMINER.or(Class::ROLE).or(Class::BODY_NOUN)) || first.ends_with("s");
    if clause
        || !first.is_word()
        || first.any(Class::PREPOSITION)
        || !person
        || counted && !items.get(start + 1..end.min(start + 4)).is_some_and(|it| it.iter().any(|it| it.is("of") || it.any(Class::ROLE)))
    {
        return start;
    }
    let mut at = start;
    while at < end && at - start < 14 {
        let item = &items[at];
        if item.is_quote() || matches!(item.shape, Shape::Comma | Shape::Colon | Shape::Semicolon | Shape::Dash) {
            break;
        }
        if item.is("not") && items.get(at + 1).is_some_and(|it| it.is("to")) {
            break;
        }
        if item.one_of(words!["that", "if", "whether", "how", "why", "what", "to", "anything", "everything", "nothing", "something"])
            && at > start
        {
            break;
        }
        if at > start
            && (is_subject_pronoun(item) || item.one_of(words!["the", "there", "his", "her", "their", "this", "a"]))
            && !items[at - 1].any(Class::PREPOSITION.or(Class::CONJUNCTION))
        {
            break;
        }
        if at > start
            && item.is_name()
            && items[at - 1].is_plain()
            && !items[at - 1].any(Class::PREPOSITION.or(Class::DETERMINER).or(Class::ROLE).or(Class::TITLE))
            && items[at - 1].ends_with("s")
        {
            break;
        }
        at += 1;
    }
    // Too long a group holds the content itself: "warned the strike would go on".
    let verb = items.get(start..at).unwrap_or_default().iter().any(|it| is_verb(it) && !it.any(Class::SPEECH_CUE));
    if verb || at - start >= 14 { start } else { at }
}

/// Past what explains the person who is told, before "to": "asked Holm, the mayor of Kiel, to mend the dam".
fn past_apposition(items: &[Item<'_>], start: usize, end: usize, cue: Cue) -> usize {
    let opens = cue.takes(Frame::INFINITIVE) && items.get(start).is_some_and(|it| it.shape == Shape::Comma);
    let close = (start + 2..end.min(start + 14)).find(|it| opens && items[*it].shape == Shape::Comma);
    close.filter(|it| items.get(it + 1).is_some_and(|it| it.is("to")) && !has_verb(items, start + 1, *it)).map_or(start, |it| it + 1)
}

/// Past a time: `Monday`, `on Monday evening`, `last week`, `in May 2019`, `earlier this month`.
pub(super) fn past_time(items: &[Item<'_>], start: usize, end: usize) -> usize {
    // "announced two years ago"
    let ago = items.get(start..end.min(start + 4)).unwrap_or_default().iter().position(|it| it.is("ago"));
    let counted = ago.is_some_and(|it| it >= 2 && items[start + it - 1].any(Class::CALENDAR_UNIT));
    let mut at = start + ago.filter(|_| counted).map_or(0, |it| it + 1);
    let timely = |it: &Item<'_>| {
        it.any(Class::WEEKDAY.or(Class::DEICTIC))
            || (it.any(Class::MONTH) && it.token.capital)
            || it.any(Class::CALENDAR_UNIT)
            || it.one_of(words!["morning", "night", "evening", "afternoon", "weekend"])
    };
    while at < end {
        let item = &items[at];
        let next = items.get(at + 1).filter(|_| at + 1 < end);
        let leads = item.one_of(words!["on", "in", "earlier", "late", "early", "last", "this", "next", "that", "during", "the", "same"]);
        let number = item.shape == Shape::Number
            && (at > start && items[at - 1].any(Class::MONTH)
                || next.is_some_and(|it| it.any(Class::MONTH) || it.one_of(words!["p.m.", "a.m."])));
        let year = item.shape == Shape::Number && at > start && items[at - 1].is("in") && item.token.span.len() == 4;
        let nearby = |steps: usize| items.get(at + 1..(at + 1 + steps).min(end)).unwrap_or_default().iter().any(&timely);
        if timely(item)
            || number
            || year
            || leads
                && (nearby(1)
                    || (item.one_of(words!["on", "in", "earlier", "late", "early", "during", "the"])
                        && nearby(2)
                        && next.is_some_and(|it| it.one_of(words!["the", "last", "this", "early", "late", "that", "same", "earlier"]))))
            || item.is("in") && next.is_some_and(|it| it.shape == Shape::Number && it.token.span.len() == 4)
        {
            at += 1;
        } else {
            break;
        }
    }
    if at < end && at > start && items[at].shape == Shape::Comma && items.get(at + 1).is_some_and(Item::is_quote) { at + 1 } else { at }
}

/// Past a place or an occasion: `in a statement`, `at a rally in Kiel`, `to reporters`.
fn past_place(items: &[Item<'_>], start: usize, end: usize) -> usize {
    let at = start;
    let Some(first) = items.get(at).filter(|_| at + 1 < end) else { return at };
    if !first.one_of(words!["in", "at", "during", "on", "to", "through", "via", "from", "by", "before", "after", "of"]) {
        return at;
    }
    let next = &items[at + 1];
    let occasion = next.one_of(words![
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "the",
        "reporters",
        "twitter",
        "facebook",
        "telegram",
        "another",
        "one"
    ]);
    if !occasion {
        return at;
    }
    let mut to = at + 2;
    while to < end && to - at < 9 {
        let item = &items[to];
        let opens = item.one_of(words!["he", "she", "they", "it", "we", "the", "there", "i", "his", "her", "this", "these"])
            && !items[to - 1].any(Class::PREPOSITION);
        let name = item.is_name() && items[to - 1].is_plain() && !items[to - 1].any(Class::PREPOSITION.or(Class::DETERMINER));
        if opens || name || !item.is_word() || item.is("that") || item.any(Class::AUXILIARY.or(Class::MODAL)) {
            break;
        }
        to += 1;
    }
    let stopped = items.get(to).filter(|_| to < end);
    match stopped {
        Some(it) if it.shape == Shape::Comma && to + 1 < end => to + 1,
        Some(it) if it.is_word() && !it.any(Class::AUXILIARY.or(Class::MODAL)) && to - at < 9 => to,
        _ => at,
    }
}
