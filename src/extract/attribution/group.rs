//! Groups of words around a verb of saying: its auxiliaries, and the noun group that is its subject.

use std::ops::Range;

use super::cue::Form;
use super::passage::{Item, Shape, last_mark};
use crate::text::Class;

/// The auxiliaries and adverbs before a verb.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own, and any of them may stand together")]
pub(super) struct VerbGroup {
    /// The index of its first word.
    pub(super) start: usize,
    pub(super) passive: bool,
    pub(super) negated: bool,
    /// Expected, possible or asked for: `will say`, `is expected to announce`.
    pub(super) modal: bool,
    /// `declined to say`, `has yet to confirm`
    pub(super) refused: bool,
    /// `to say`, with nothing before it that has a subject.
    pub(super) infinitive: bool,
    /// `is saying`
    pub(super) progressive: bool,
}

const BE: [&str; 8] = ["is", "was", "are", "were", "be", "been", "being", "am"];
const REFUSING: [&str; 12] =
    ["declined", "declines", "decline", "declining", "refused", "refuses", "refuse", "refusing", "failed", "unable", "unwilling", "yet"];

/// The group of the verb at `cue`, not before `from`.
pub(super) fn verb_group(items: &[Item<'_>], cue: usize, from: usize, form: Form) -> VerbGroup {
    let mut group = VerbGroup { start: cue, ..VerbGroup::default() };
    let mut first = true;
    while group.start > from {
        let item = &items[group.start - 1];
        if item.shape == Shape::Clitic {
            // "he's said"; after a noun it is a possessive.
            if group.start - 1 > from && items[group.start - 2].any(Class::PRONOUN) {
                group.progressive |= first && form == Form::Gerund;
                group.start -= 1;
                continue;
            }
            break;
        }
        if item.shape != Shape::Word {
            break;
        }
        if item.is("to") && group.start - 1 > from {
            let before = &items[group.start - 2];
            if before.any(Class::CHAIN.or(Class::MODAL)) || before.is("yet") {
                group.refused |= before.one_of(&REFUSING);
                group.modal |= before.any(Class::MODAL);
                group.start -= 2;
                first = false;
                continue;
            }
            // "went on to say"
            if before.is("on") && group.start >= from + 3 && items[group.start - 3].any(Class::CHAIN) {
                group.start -= 3;
                first = false;
                continue;
            }
            group.infinitive = true;
            break;
        }
        let auxiliary = item.any(Class::AUXILIARY.or(Class::MODAL)) && !item.any(Class::HYPOTHETICAL);
        if auxiliary {
            if first && item.one_of(&BE) {
                group.passive |= form == Form::Past;
                group.progressive |= form == Form::Gerund;
            }
            group.modal |= item.any(Class::MODAL);
            group.negated |= item.any(Class::NEGATION);
            group.start -= 1;
            first = false;
            continue;
        }
        let adverb = is_adverb(item);
        if !adverb {
            break;
        }
        group.negated |= item.one_of(&["not", "never"]);
        group.start -= 1;
    }
    group
}

/// An adverb that stands between subject and verb.
pub(super) fn is_adverb(item: &Item<'_>) -> bool {
    item.any(Class::ADVERB)
        || item.one_of(&["not", "never"]) && !item.capital
        || (item.is_plain() && item.ends_with("ly") && !item.any(Class::ROLE) && item.word.len() > 4 && !item.is("family"))
}

/// A verb of saying in a form that is no noun.
pub(super) fn is_saying(item: &Item<'_>) -> bool {
    !item.capital && item.cue.is_some_and(|it| matches!(it.form, Form::Past | Form::Gerund))
}

/// Whether an item is surely or probably a finite verb or part of one.
pub(super) fn is_verb(item: &Item<'_>) -> bool {
    item.any(Class::AUXILIARY.or(Class::FINITE)) || (item.any(Class::MODAL) && !item.any(Class::MONTH) && !item.capital) || is_past(item)
}

/// A word in `-ed`.
pub(super) fn is_past(item: &Item<'_>) -> bool {
    item.is_plain()
        && item.ends_with("ed")
        && item.word.len() > 4
        && !item.one_of(&[
            "hundred",
            "indeed",
            "united",
            "allied",
            "armed",
            "retired",
            "unprecedented",
            "speed",
            "exceed",
            "proceed",
            "succeed",
        ])
}

/// Pronouns that can be subjects.
pub(super) fn is_subject_pronoun(item: &Item<'_>) -> bool {
    item.one_of(&[
        "he", "she", "they", "it", "i", "we", "you", "who", "others", "some", "many", "both", "one", "all", "another", "everyone",
        "nobody", "somebody", "someone",
    ])
}

/// Prepositions that tie a noun group to the one before it.
const LINKS: [&str; 19] = [
    "of", "for", "at", "in", "from", "around", "with", "on", "to", "by", "near", "inside", "within", "under", "against", "between",
    "behind", "across", "about",
];

/// The subject that ends before `end`, the start of the verb group; none where no noun group stands there.
///
/// Appositions and brackets between the name and the verb are passed over.
pub(super) fn subject_before(items: &[Item<'_>], end: usize, from: usize) -> Option<Range<usize>> {
    let last = items.get(end.checked_sub(1)?).filter(|_| end > from)?;
    match last.shape {
        Shape::Aside => subject_before(items, end - 1, from),
        Shape::Comma | Shape::Dash => apposed(items, end - 1, from),
        Shape::Word | Shape::Number if last.is("who") || last.is("which") => relative(items, end - 1, from),
        Shape::Word | Shape::Number | Shape::Clitic => noun_group(items, end, from),
        Shape::Quote if last.words <= 3 && last.closed && !last.word.contains([',', '.', '?', '!']) => noun_group(items, end, from),
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
        if inside.iter().any(is_saying) && !inside.first()?.one_of(&["who", "whose", "which", "citing", "when", "while", "as"]) {
            return None;
        }
        let group = subject_before(items, open, from).map(|it| whole_group(items, it, from));
        if let Some(group) = group.filter(|it| anchored(items, it, from)) {
            // "the mayor of Kiel, Anna Holm, said": the name belongs to the mention.
            let named = inside.iter().all(|it| it.is_name() || it.any(Class::NAME_PART) || it.shape == Shape::Aside);
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

/// The group of which a name is the last part: "officials at the Harbour Bureau".
fn whole_group(items: &[Item<'_>], group: Range<usize>, from: usize) -> Range<usize> {
    let linked = group.start > from + 1 && items[group.start - 1].one_of(&LINKS);
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
    (head.capital && head.is_word() && !head.any(Class::WEEKDAY.or(Class::MONTH)) && opens)
        || head.any(Class::ROLE.or(Class::BODY_NOUN)) && opens
        || ((first.any(Class::DETERMINER) || items[group.clone()].iter().any(|it| it.shape == Shape::Clitic)) && opens)
        || is_subject_pronoun(head)
}

/// `X, who said`: the group before the relative pronoun at `who`.
fn relative(items: &[Item<'_>], who: usize, from: usize) -> Option<Range<usize>> {
    let mut end = who;
    while end > from && matches!(items[end - 1].shape, Shape::Comma | Shape::Aside | Shape::Dash) {
        end -= 1;
    }
    if items[who].is("which") && end == who {
        return None;
    }
    Some(who..who + 1)
}

/// Whether a noun group can go on to the left of this item no more.
fn bounds(item: &Item<'_>) -> bool {
    match item.shape {
        Shape::Word => {
            (item.any(Class::CONJUNCTION) && !item.one_of(&["and", "or"]))
                || item.one_of(&["that", "who", "which", "what", "because", "as", "than"])
                || item.any(Class::AUXILIARY.or(Class::FINITE))
                || (item.any(Class::MODAL) && !item.capital)
                || (is_subject_pronoun(item) && !item.one_of(&["some", "many", "both", "one", "another", "all"]))
        }
        Shape::Number | Shape::Clitic | Shape::Aside => false,
        Shape::Quote => item.words > 3 || last_mark(item).is_some(),
        _ => true,
    }
}

/// The noun group that ends before `end`.
fn noun_group(items: &[Item<'_>], end: usize, from: usize) -> Option<Range<usize>> {
    let head = &items[end - 1];
    if head.shape == Shape::Clitic {
        return None;
    }
    if is_subject_pronoun(head) {
        return Some(end - 1..end);
    }
    if head.any(Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::AUXILIARY)) && !head.is("others") {
        return None;
    }
    // A day or a time between subject and verb: "Holm on Monday said".
    if let Some(start) = time_before(items, end, from) {
        return subject_before(items, start, from);
    }
    let start = if head.capital { name_start(items, end, from) } else { plain_start(items, end, from)? };
    (start < end).then_some(start..end)
}

/// The start of a time expression that ends before `end`.
fn time_before(items: &[Item<'_>], end: usize, from: usize) -> Option<usize> {
    let last = &items[end - 1];
    let mut start = end;
    if last.any(Class::WEEKDAY.or(Class::DEICTIC)) || last.shape == Shape::Number && end >= 2 && items[end - 2].any(Class::MONTH) {
        start -= 1;
        while start > from
            && (items[start - 1].any(Class::MONTH.or(Class::WEEKDAY))
                || items[start - 1].one_of(&["last", "next", "late", "early", "earlier", "this"]))
        {
            start -= 1;
        }
    } else if last.any(Class::CALENDAR_UNIT) || last.one_of(&["morning", "night", "evening", "afternoon", "week", "month", "year", "day"]) {
        start -= 1;
        while start > from
            && (items[start - 1].any(Class::WEEKDAY) || items[start - 1].one_of(&["last", "this", "that", "same", "the", "next"]))
        {
            start -= 1;
        }
        if start == end - 1 {
            return None;
        }
    }
    if start == end {
        return None;
    }
    if start > from && items[start - 1].one_of(&["on", "in", "earlier", "late", "early", "during"]) {
        start -= 1;
    }
    (start > from).then_some(start)
}

/// The start of a group whose head is a name: the capitals, and the titles and modifiers before them.
fn name_start(items: &[Item<'_>], end: usize, from: usize) -> usize {
    let mut start = end - 1;
    while start > from {
        let item = &items[start - 1];
        let next = &items[start];
        let joins = item.is_name() && !item.any(Class::WEEKDAY)
            || item.any(Class::NAME_PART) && item.is_plain() && next.capital
            || item.shape == Shape::Clitic && next.is_name()
            || item.shape == Shape::Aside && start >= from + 2 && items[start - 2].capital
            || item.is_quote()
                && item.words <= 2
                && last_mark(item).is_none()
                && start >= from + 2
                && items[start - 2].is_name()
                && next.is_name()
            || (item.one_of(&["of", "and", "&", "for", "the"]) && start >= from + 2 && before_joiner(items, start - 1, from));
        if !joins {
            break;
        }
        start -= 1;
    }
    // The lower-case title before it, as far as the determiner: "the group's director Anna Holm".
    let mut left = start;
    let mut reach = start;
    while left > from && start - left < 7 {
        let item = &items[left - 1];
        if item.any(Class::DETERMINER) && !item.is("that") {
            reach = left - 1;
            break;
        }
        let modifier = item.is_plain()
            && !item.any(Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::PRONOUN))
            && !is_saying(item)
            && !bounds(item)
            && !is_past(item)
            && !is_adverb(item)
            || item.shape == Shape::Clitic
            || (item.is_name() && left < start && !item.any(Class::WEEKDAY))
            || item.is("and") && left + 1 < start;
        if !modifier {
            break;
        }
        left -= 1;
        let bounded =
            left == from || matches!(items[left - 1].shape, Shape::Comma | Shape::Quote | Shape::Dash | Shape::Colon | Shape::Semicolon);
        if bounded || items[left].any(Class::ROLE.or(Class::TITLE)) {
            reach = left;
        }
    }
    reach
}

/// Whether the joiner at `at` links two parts of one name: "Ministry of Defence", "Johnson and Johnson".
fn before_joiner(items: &[Item<'_>], at: usize, from: usize) -> bool {
    let before = &items[at - 1];
    let and = items[at].is("and") && !items[at].capital;
    if items[at].is("the") {
        return before.is("of") && at >= from + 2 && items[at - 2].is_name();
    }
    if items[at].is("for") && !items[at].capital {
        return before.is_name() && before.any(Class::BODY_NOUN);
    }
    if !and {
        return before.is_name() && !items[at].capital;
    }
    // "and" joins two names only where the first opens the clause: what stands before may be an object.
    let mut start = at;
    while start > from && (items[start - 1].is_name() || items[start - 1].shape == Shape::Clitic || items[start - 1].any(Class::TITLE)) {
        start -= 1;
    }
    start < at
        && (start == from
            || matches!(items[start - 1].shape, Shape::Comma | Shape::Quote | Shape::Dash)
            || items[start - 1].any(Class::CONJUNCTION)
            || items[start - 1].is("both"))
}

/// The start of a group whose head is a common noun, where it has a beginning that shows.
fn plain_start(items: &[Item<'_>], end: usize, from: usize) -> Option<usize> {
    let mut start = end;
    let mut shortest = None;
    while start > from && end - start < 16 {
        let item = &items[start - 1];
        if bounds(item) {
            break;
        }
        // A comma-free list "police and prosecutors said" goes on; "won and officials said" does not.
        if item.one_of(&["and", "or"])
            && (item.capital || start < from + 2 || items[start - 2].any(Class::PREPOSITION) || is_past(&items[start - 2]))
        {
            break;
        }
        if item.any(Class::PREPOSITION) && (!item.one_of(&LINKS) || item.capital) {
            break;
        }
        if is_saying(item) {
            break;
        }
        start -= 1;
        if item.any(Class::DETERMINER) && shortest.is_none() {
            shortest = Some(start);
        }
    }
    let opens = start == from
        || matches!(items[start - 1].shape, Shape::Comma | Shape::Dash | Shape::Quote | Shape::Colon | Shape::Semicolon | Shape::Stop);
    let subordinate = start > from && (items[start - 1].any(Class::CONJUNCTION) || items[start - 1].one_of(&["that", "as", "because"]));
    if opens || subordinate {
        // "On Monday officials said", "But officials said": the leading words are no part of it.
        return Some(skip_lead(items, start, end));
    }
    // A clause without its pronoun: "the experts I asked said".
    if start > from + 1 && end - start <= 2 && items[start - 1].one_of(&["i", "we", "he", "she", "they"]) && items[start - 2].is_plain() {
        return noun_group(items, start - 1, from).map(|it| it.start);
    }
    let after_relative =
        start > from && (items[start - 1].any(Class::AUXILIARY.or(Class::FINITE)) || items[start - 1].one_of(&["who", "which", "that"]));
    if after_relative && let Some(who) = (from..start).rev().take(8).find(|it| items[*it].one_of(&["who", "that", "which"])) {
        let mut noun = who;
        while noun > from && items[noun - 1].shape == Shape::Comma {
            noun -= 1;
        }
        if noun > from {
            return noun_group(items, noun, from).map(|it| it.start);
        }
    }
    shortest.or_else(|| items[end - 1].any(Class::ROLE.or(Class::BODY_NOUN).or(Class::NOUN_CUE)).then_some(end - 1))
}

/// Past a connective or a preposition group at the head of a clause, where the subject still follows.
fn skip_lead(items: &[Item<'_>], start: usize, end: usize) -> usize {
    let mut at = start;
    while at + 1 < end && (items[at].any(Class::CONJUNCTION) || items[at].is("as") || is_adverb(&items[at]) && !items[at].any(Class::ROLE))
    {
        at += 1;
    }
    if at + 2 < end && items[at].any(Class::PREPOSITION) {
        // The group behind the preposition is a word or two; what is left must still have a head.
        let after = (at + 1..end - 1).rev().find(|it| items[*it].any(Class::DETERMINER.or(Class::WEEKDAY.or(Class::DEICTIC))));
        return match after {
            Some(it) if items[it].any(Class::DETERMINER) => it,
            Some(it) => it + 1,
            None => (at + 2).min(end - 1),
        };
    }
    at
}

/// The subject behind an inverted verb: `said the mayor of Holm`.
pub(super) fn subject_after(items: &[Item<'_>], cue: usize) -> Option<Range<usize>> {
    let mut start = cue + 1;
    while items.get(start).is_some_and(|it| is_adverb(it) && !it.capital) {
        start += 1;
    }
    let first = items.get(start)?;
    if is_subject_pronoun(first) && first.is_word() {
        return Some(start..start + 1);
    }
    let mut end = start;
    while let Some(item) = items.get(end).filter(|_| end - start < 14) {
        let goes_on = match item.shape {
            Shape::Word => {
                let link = item.one_of(&["of", "for", "at", "with", "in", "from"]) && end > start;
                !(item.any(Class::PREPOSITION) && !link
                    || item.any(Class::CONJUNCTION) && !item.is("and")
                    || item.one_of(&["who", "that", "which"])
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
    let speaks = speaks || group.len() <= 5 && group.first()?.is_plain() && group.first()?.ends_with("s");
    speaks.then_some(start..end)
}

/// The first noun group of a clause, which is the subject of all its verbs.
pub(super) fn first_group(items: &[Item<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    let mut start = from;
    while let Some(item) = items.get(start).filter(|_| start < end) {
        if item.any(Class::PREPOSITION) || item.any(Class::HYPOTHETICAL) {
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
                is_verb(item) && !item.capital
                    || item.any(Class::SPEECH_CUE) && !item.any(Class::NOUN_CUE)
                    || item.one_of(&["who", "that", "which"])
                    || item.any(Class::PREPOSITION) && !item.one_of(&LINKS[..5])
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
