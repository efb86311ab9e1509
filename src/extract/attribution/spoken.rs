//! Subject and verb: `Holm said that …`, `Holm told reporters …`, `…, Holm said`, `"…," Holm said, "…"`.

use std::ops::Range;

use super::cue::{Cue, Form, Frame};
use super::ending::{content_end, further_predicate, led, main_clause, relative_end};
use super::frame::{Opening, content_start, has_verb, past_addressee, past_time};
use super::passage::{Item, Shape, is_comma};
use super::scan::Scan;
use super::stance::stance;
use super::subject::{first_group, subject_before};
use super::verb::{BE, VerbGroup, is_adverb, is_past, is_saying, is_subject_pronoun, is_verb, verb_group};
use super::{Rule, Stance};
use crate::text::{Class, Words, words};

pub(super) const RULE: Rule = Rule {
    name: "spoken",
    reads: &[
        ("Holm said the dam would hold.", &["Holm: the dam would hold"]),
        ("Holm told reporters on Monday that the dam would hold.", &["Holm: the dam would hold"]),
        ("Anna Holm, the mayor of Kiel, says that the dam will hold.", &["Anna Holm: the dam will hold"]),
        ("The dam will hold, Holm said on Monday.", &["Holm: The dam will hold"]),
        ("\"The dam,\" Holm said, \"will hold.\"", &["Holm: \"The dam,\"", "Holm: \"will hold.\""]),
        ("The mayor vowed to mend the dam.", &["The mayor: to mend the dam"]),
        ("Engineers who saw the dam said it would hold.", &["Engineers who saw the dam: it would hold"]),
        ("Holm opened the dam and said it would hold.", &["Holm: it would hold"]),
        ("Holm said the dam was old and later added that it leaked.", &["Holm: the dam was old", "Holm: it leaked"]),
        ("The dam is old, Holm said, and the gates leak.", &["Holm: The dam is old", "Holm: and the gates leak"]),
        ("The dam is old, Holm said, and left.", &["Holm: The dam is old"]),
        ("If Holm says the dam will break, the crew will leave.", &["Holm: the dam will break"]),
        ("Holm neither confirmed nor denied that the dam had broken.", &["Holm: the dam had broken"]),
        ("Holm and the mayor both said it would hold.", &["Holm and the mayor: it would hold"]),
        ("One official, who asked not to be named, said it would hold.", &["One official: it would hold"]),
        ("The dam is old - Holm has vowed to mend it.", &["Holm: to mend it"]),
        ("Some say it will break; others say it will hold.", &["Some: it will break", "others: it will hold"]),
        ("Rents rose. (There are engineers who argue that rents should fall.)", &["engineers: rents should fall"]),
        ("The union insists, most recently in a talk with the mayor, that rents should fall.", &["The union: rents should fall"]),
        ("The union announced two years ago that it would strike.", &["The union: it would strike"]),
        ("The union did not respond to requests for comment.", &["The union: to requests for comment"]),
    ],
    ignores: &[
        "There are reports that the dam broke.",
        "Holm asked not to be named.",
        "The statement was short.",
        "He wants more.",
        "The comparable claims the dam held are old.",
    ],
};

pub(super) fn read(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue) -> Option<usize> {
    let items = scan.items;
    let group = verb_group(items, at, scan.from, cue.form);
    if group.infinitive || (cue.form == Form::Gerund && !group.progressive) {
        return None;
    }
    if group.passive || unnamed(items, at) {
        return None;
    }
    let speaker = subject(scan, at, cue, &group)?;
    if !cue.takes(Frame::OF) && trails(scan, at, cue, &group, &speaker) {
        return Some(trailing(scan, at, cue, &group, speaker));
    }
    if let Some(end) = parenthesis(scan, at, cue, &group, &speaker) {
        return Some(end);
    }
    leading(scan, at, cue, &group, speaker)
}

/// `An official who asked not to be named said …`: the asking is no news.
fn unnamed(items: &[Item<'_>], at: usize) -> bool {
    let is = |step: usize, words: &Words| items.get(at + step).is_some_and(|it| it.one_of(words));
    let asked = items[at].one_of(words!["ask", "asked", "asks", "request", "requested", "requests"]);
    asked
        && is(1, words!["not"])
        && is(2, words!["to"])
        && is(3, words!["be"])
        && is(4, words!["named", "identified", "quoted", "cited", "photographed"])
}

/// `As Holm pointed out, the dam held`: the content follows the comma.
fn parenthesis(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue, group: &VerbGroup, speaker: &Range<usize>) -> Option<usize> {
    let items = scan.items;
    let lead = items.get(scan.from..speaker.start)?;
    if !lead.iter().any(|it| it.is("as")) || lead.len() > 3 || !cue.takes(Frame::CLAUSE.or(Frame::THAT).or(Frame::OUT)) {
        return None;
    }
    let comma = (at + 1..items.len().min(at + 12)).find(|it| items[*it].shape == Shape::Comma)?;
    if items.len() < comma + 4 || has_verb(items, at + 1, comma) {
        return None;
    }
    let source = scan.source(Some(speaker), at, cue);
    scan.report(source, comma + 1..items.len(), stance(cue, group, Opening::Bare));
    scan.subject = Some(speaker.clone());
    scan.from = items.len();
    Some(items.len())
}

/// The subject of the verb, in its own clause or shared with the verb before it.
fn subject(scan: &Scan<'_, '_, '_>, at: usize, cue: Cue, group: &VerbGroup) -> Option<Range<usize>> {
    let items = scan.items;
    if let Some(subject) = subject_before(items, group.start, scan.from).filter(|it| agrees(items, it, at, cue, group)) {
        return Some(subject);
    }
    let before = items.get(group.start.checked_sub(1)?)?;
    let shared = before.one_of(words!["and", "but", "then"]) || before.shape == Shape::Comma;
    // "said, going on to say that"
    let chained = group.start < at && items[group.start].ends_with("ing");
    if !shared || matches!(cue.form, Form::Base | Form::Gerund) && !chained {
        return None;
    }
    scan.subject.clone().or_else(|| first_group(items, 0, group.start))
}

/// Whether verb and subject fit in number, so far as the noun shows it: "claims" after "fraud" is a noun.
fn agrees(items: &[Item<'_>], subject: &Range<usize>, at: usize, cue: Cue, group: &VerbGroup) -> bool {
    let Some((first, head)) = items.get(subject.start).zip(items.get(subject.end - 1)) else { return false };
    // "There are reports": behind "to be" stands a noun.
    let noun = matches!(cue.form, Form::Base | Form::Third) && items[at - 1].one_of(BE);
    if group.start < at || cue.form == Form::Past {
        return !noun;
    }
    // A clause between is no part of the subject: "The bank raised its forecast by two points".
    let clause = items[subject.clone()].iter().any(|it| it.one_of(words!["that", "which", "who"]));
    if !clause && subject.len() > 3 && items[subject.start + 1..subject.end - 1].iter().any(|it| is_verb(it) && it.is_plain()) {
        return false;
    }
    // The head stands before what a preposition adds: "observers in the capital say".
    if head.is("there") || is_past(head) && subject.len() > 1 {
        return false;
    }
    let link = items[subject.clone()].iter().position(|it| it.any(Class::PREPOSITION)).filter(|it| *it > 0);
    let head = link.map_or(head, |it| &items[subject.start + it - 1]);
    let plural = first.one_of(words!["those", "these", "many", "most", "some", "several", "few", "both", "all"])
        || head.is_plain() && head.ends_with("s") && !head.ends_with("ss")
        || head.one_of(words!["they", "we", "i", "you", "people", "police", "some", "many", "others", "men", "women"]);
    match cue.form {
        Form::Third => {
            !plural
                && (head.token.capital
                    || head.is("which")
                    || is_subject_pronoun(head)
                    || is_subject_pronoun(first)
                    || first.any(Class::DETERMINER)
                    || first.token.capital)
        }
        Form::Base => {
            plural
                || head.is("who")
                || head.ends_with("men")
                || head.token.capital && (head.ends_with("s") || items[subject.clone()].iter().any(|it| it.is("and")))
        }
        _ => true,
    }
}

/// Whether the source stands behind what it reports.
fn trails(scan: &Scan<'_, '_, '_>, at: usize, cue: Cue, group: &VerbGroup, speaker: &Range<usize>) -> bool {
    let items = scan.items;
    let Some(before) = before(scan, speaker) else { return false };
    if items[speaker.start].one_of(words!["who", "which", "whose"]) {
        return false;
    }
    if speaker.end + 30 < group.start || speaker.start < scan.from {
        return false;
    }
    let quoted = items[before - 1].is_quote();
    if group.refused || !quoted && (group.negated || group.modal || !tells(scan, at, cue, before)) {
        return false;
    }
    let apart = before < speaker.start || quoted;
    let parenthetical = items.get(at + 1..).unwrap_or_default().iter().take(9).position(|it| it.shape == Shape::Comma);
    let parenthetical = parenthetical.is_some_and(|it| items.len() > at + it + 2 && !has_verb(items, at + 1, at + 1 + it));
    let enough = before - scan.from >= 3 || quoted || parenthetical && before > scan.from;
    if !apart || !enough || (cue.takes(Frame::THOUGHT) && quoted) {
        return false;
    }
    let Some(after) = items.get(at + 1) else { return true };
    if after.is("that") {
        return false;
    }
    let opens = items[scan.from].any(Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::HYPOTHETICAL))
        || items[scan.from].one_of(words!["asked", "speaking"]);
    if quoted && before == scan.from + 1 {
        return !after.is_word() || closes(items, at + 1, cue) || !has_verb(items, at + 1, items.len());
    }
    match after.shape {
        Shape::Comma | Shape::Semicolon | Shape::Colon | Shape::Dash => !(opens && items.get(at + 2).is_some_and(Item::is_quote)),
        Shape::Quote => quoted,
        Shape::Word | Shape::Number => closes(items, at + 1, cue) && !(opens && has_verb(items, at + 1, items.len())),
        _ => true,
    }
}

/// Whether words without marks before the verb may be its content: not "At sea, Holm believed in …", "It is shut - Holm vowed to …".
fn tells(scan: &Scan<'_, '_, '_>, at: usize, cue: Cue, before: usize) -> bool {
    let items = scan.items;
    if !cue.takes(Frame::CLAUSE.or(Frame::THAT).or(Frame::QUESTION).or(Frame::OUT)) {
        return false;
    }
    let Some(after) = items.get(at + 1).filter(|it| it.is_word()) else { return true };
    let adjunct = items[scan.from].any(Class::PREPOSITION) && !has_verb(items, scan.from, before);
    let infinitive = after.is("to") && cue.takes(Frame::INFINITIVE);
    !(adjunct || infinitive)
}

/// Whether what stands behind the verb is no content: a time, a place, an addressee.
fn closes(items: &[Item<'_>], at: usize, cue: Cue) -> bool {
    let timed = Class::PREPOSITION.or(Class::RELATIVE).or(Class::DEICTIC);
    let Some(at) = (at..items.len()).find(|it| !is_adverb(&items[*it]) || items[*it].any(timed)) else { return true };
    let item = &items[at];
    if !item.is_word() && !item.is_quote() {
        return true;
    }
    item.any(Class::PREPOSITION.or(Class::WEEKDAY).or(Class::DEICTIC).or(Class::RELATIVE))
        || past_time(items, at, items.len()) > at
        || item.any(Class::CONJUNCTION)
        || item.any(Class::MONTH) && item.token.capital
        || item.one_of(words!["reporters", "him", "her", "them", "me", "us"])
        || (is_adverb(item) && !items.get(at + 1).is_some_and(Item::is_word))
        || cue.takes(Frame::ADDRESSEE) && told(items, at)
}

/// Whether an addressee and nothing more stands behind the verb: `…, Holm told the council on Monday`.
fn told(items: &[Item<'_>], at: usize) -> bool {
    let end = past_addressee(items, at, items.len());
    let next = items.get(end);
    end > at
        && next.is_none_or(|it| {
            !it.is_word() && !it.is_quote() || it.any(Class::PREPOSITION.or(Class::WEEKDAY).or(Class::DEICTIC)) && !it.is("to")
        })
}

/// The end of what stands before the source, behind the last report.
fn before(scan: &Scan<'_, '_, '_>, speaker: &Range<usize>) -> Option<usize> {
    let mut end = speaker.start;
    // "…, as Holm said"
    if end > scan.from + 1 && scan.items[end - 1].is("as") {
        end -= 1;
    }
    while end > scan.from && matches!(scan.items[end - 1].shape, Shape::Comma | Shape::Dash) {
        end -= 1;
    }
    (end > scan.from).then_some(end)
}

/// `…, Holm said` and what goes on behind it.
fn trailing(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue, group: &VerbGroup, speaker: Range<usize>) -> usize {
    let items = scan.items;
    let end = before(scan, &speaker).unwrap_or(speaker.start);
    let mut start = scan.from;
    if items[end - 1].is_quote() && items[end - 1].words >= 2 {
        // A quotation behind another sentence's words or another report stands alone.
        let cut = (start..end - 1).rev().find(|it| items[*it].shape == Shape::Colon || is_saying(&items[*it]));
        if cut.is_some() {
            start = end - 1;
        }
    }
    let source = scan.source(Some(&speaker), at, cue);
    let stance = stance(cue, group, Opening::Bare);
    // "…," Holm said on Monday, "…"
    let mut next = at + 1;
    while next < items.len()
        && next - at < 16
        && !matches!(items[next].shape, Shape::Comma | Shape::Colon | Shape::Quote | Shape::Dash | Shape::Semicolon)
    {
        next += 1;
    }
    // "In his youth, Holm said, the dam …": what stands before is no clause of its own.
    let adverbial = next == at + 1
        && items[start].any(Class::PREPOSITION)
        && !items[start].is("to")
        && items.get(next + 1).is_some_and(Item::is_word)
        && !has_verb(items, start, end);
    // "If, as Holm says, …": a conjunction alone tells nothing.
    let joins_only = items[start..end].iter().all(|it| it.any(Class::CONJUNCTION.or(Class::HYPOTHETICAL)) || it.is("if"));
    if !adverbial && !joins_only {
        scan.report(source, start..end, stance);
    }
    let subordinate = items[start].any(Class::CONJUNCTION);
    scan.subject = Some(speaker);
    scan.from = next;
    let mark = items.get(next).filter(|it| !it.is_quote()).map_or(next, |_| next + 1);
    let Some(first) = items.get(mark).filter(|_| next - at < 16) else { return next };
    let predicate = next > at + 1 && is_verb(first) && !has_verb(items, at + 1, next);
    let participle = first.any(Class::SPEECH_CUE) && first.ends_with("ing");
    let goes_on = first.is_quote()
        || predicate
        || joins(items, mark)
        || (next == at + 1
            && first.is_word()
            && !participle
            && (!(first.is_plain() && first.ends_with("ing")) || subordinate)
            && !first.one_of(words!["who", "which", "according", "and", "citing", "when", "as"])
            && (!first.is("but") || items.get(mark + 1).is_some_and(Item::is_quote))
            && !first.any(Class::SPEECH_CUE)
            && !items.get(mark + 1).is_some_and(|it| it.any(Class::SPEECH_CUE) && it.ends_with("ing")));
    if !goes_on {
        // "…," Holm said, pointing at the dam, "…"
        let quote = (mark..items.len()).find(|it| is_saying(&items[*it]) || items[*it].is_quote());
        if let Some(quote) =
            quote.filter(|it| items[*it].is_quote() && items[*it].words >= 2 && is_comma(&items[*it - 1]) && items[end - 1].is_quote())
        {
            scan.report(source, quote..quote + 1, stance);
            scan.from = quote + 1;
            return quote + 1;
        }
        return next;
    }
    let end = content_end(items, mark, items.len());
    let led = joins_only && led(items, start, mark);
    let end = if led { main_clause(items, mark, end).unwrap_or(end) } else { end };
    scan.report(source, mark..end, stance);
    scan.from = end;
    end
}

/// Whether "and" adds a clause to what was said: `…, Holm said, and the gates held`, but not `…, Holm said, and left`.
pub(super) fn joins(items: &[Item<'_>], at: usize) -> bool {
    let rest = items.get(at + 1..).unwrap_or_default();
    let Some(first) = rest.first().filter(|_| items[at].one_of(words!["and", "but", "or"])) else { return false };
    let quote = rest.iter().position(Item::is_quote);
    if rest.get(..quote.unwrap_or(rest.len())).unwrap_or_default().iter().any(|it| it.any(Class::SPEECH_CUE)) {
        return false;
    }
    let subject = first.any(Class::DETERMINER) || is_subject_pronoun(first) || first.is("there") || first.is_name() || first.ends_with("s");
    quote.is_some() || subject && rest.len() >= 3 && (first.any(Class::DETERMINER) || has_verb(rest, 1, rest.len()))
}

/// `Holm said …`
fn leading(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue, group: &VerbGroup, speaker: Range<usize>) -> Option<usize> {
    let items = scan.items;
    if items.last().is_some_and(|it| it.shape == Shape::Colon) && items.len() - at < 18 {
        scan.state.announced = Some(scan.source(Some(&speaker), at, cue));
        scan.state.last = scan.state.announced;
        return Some(items.len());
    }
    // "what Holm said was a lie": the clause lacks the subject that stands before.
    let speaker = headed(items, at, speaker, scan.from);
    let gap = speaker.start > scan.from && items[speaker.start - 1].is_word() && cue.takes(Frame::CLAUSE);
    let gap =
        gap && items.get(at + 1).is_some_and(|it| it.any(Class::AUXILIARY.or(Class::MODAL)) && !it.token.capital) && at + 2 < items.len();
    let found = if gap {
        Some((at + 1, Opening::Bare))
    } else if let Some((next, cue)) = coordinated(items, at, cue) {
        content_start(items, next, items.len(), cue)
    } else {
        content_start(items, at, items.len(), cue)
    };
    let (start, opening) = found?;
    let mut end = content_end(items, start, items.len());
    let mut stance = stance(cue, group, opening);
    if led(items, scan.from, speaker.start) {
        end = main_clause(items, start, end).unwrap_or(end);
        // "If Holm says so": nobody has said it yet.
        if items[scan.from..speaker.start].iter().any(|it| it.one_of(words!["if", "unless"])) && stance == Stance::Asserts {
            stance = Stance::Wishes;
        }
    }
    if denies_saying(items, &speaker) {
        stance = Stance::Withholds;
    }
    let apart = items[speaker.start].one_of(words!["which", "who", "whose"]) && is_comma(&items[speaker.start.saturating_sub(1)]);
    if apart || gap {
        end = relative_end(items, start, end, !matches!(opening, Opening::Group | Opening::Infinitive));
    }
    if matches!(opening, Opening::Group | Opening::Infinitive) {
        end = further_predicate(items, start, end).unwrap_or(end);
    }
    let source = scan.source(Some(&speaker), at, cue);
    if let Some(relative) = relative(items, &speaker, scan.from).filter(|_| opening == Opening::Bare) {
        scan.report(source, relative..relative + 1, stance);
    }
    scan.report(source, start..end, stance);
    scan.subject = Some(antecedent(items, &speaker, scan.from).unwrap_or(speaker));
    scan.from = end;
    Some(end)
}

/// `No official said …`, `Neither Holm nor the mayor said …`: nobody said it.
fn denies_saying(items: &[Item<'_>], speaker: &Range<usize>) -> bool {
    let nobody = items[speaker.start].one_of(words!["no", "nobody", "none", "neither", "few"]);
    nobody || speaker.start.checked_sub(1).is_some_and(|it| items[it].one_of(words!["nor", "neither"]))
}

/// The group that a relative pronoun takes up, which is the subject of the main clause too: "Holm, who said so, left".
fn antecedent(items: &[Item<'_>], speaker: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let pronoun = speaker.len() == 1 && items[speaker.start].one_of(words!["which", "who"]);
    let mut end = speaker.start;
    while end > from && matches!(items[end - 1].shape, Shape::Comma | Shape::Aside) {
        end -= 1;
    }
    subject_before(items, end, from).filter(|_| pronoun && end < speaker.start)
}

/// The speaker without the noun that the clause is about: "police" of "a man police said was armed".
fn headed(items: &[Item<'_>], at: usize, speaker: Range<usize>, from: usize) -> Range<usize> {
    let gap = items.get(at + 1).is_some_and(|it| it.any(Class::AUXILIARY) && it.is_plain());
    if !gap || speaker.len() < 3 {
        return speaker;
    }
    let last = speaker.end - 1;
    let bodies = items[last].is_plain() && items[last].any(Class::ROLE.or(Class::BODY_NOUN));
    let apart = speaker.start == from || !items[speaker.start - 1].is_word();
    let head = items[last - 1].is_plain() && items[speaker.start].any(Class::DETERMINER);
    if bodies && apart && head { last..speaker.end } else { speaker }
}

/// The relative pronoun that belongs to what is said: "which" of "the wall, which Holm says is old".
fn relative(items: &[Item<'_>], speaker: &Range<usize>, from: usize) -> Option<usize> {
    let at = speaker.start.checked_sub(1).filter(|it| *it >= from && items[*it].one_of(words!["what", "which"]))?;
    let governed = at > from && items[at].is("which") && items[at - 1].any(Class::PREPOSITION);
    (!governed).then_some(at)
}

/// The verb that shares the content of the one at `at`: "neither confirmed nor denied that", "warned and said that".
fn coordinated(items: &[Item<'_>], at: usize, cue: Cue) -> Option<(usize, Cue)> {
    let joined = items.get(at + 1)?.one_of(words!["and", "nor", "or"]);
    let next = items.get(at + 2).filter(|it| joined && it.is_plain())?.cue?;
    (next.form == cue.form).then_some((at + 2, next))
}

/// `Brandt said the dam held, Holm said.`: the last source of a sentence is the source of all before it, reports and all.
pub(super) fn last(scan: &mut Scan<'_, '_, '_>) {
    let items = scan.items;
    let from = items.len().saturating_sub(12);
    let Some(at) = (from..items.len()).rev().find(|it| items[*it].any(Class::SPEECH_CUE) && items[*it].is_plain()) else { return };
    let Some(cue) = items[at].form().filter(|it| !matches!(it.form, Form::Gerund | Form::Base) && !it.takes(Frame::THOUGHT)) else {
        return;
    };
    let group = verb_group(items, at, 0, cue.form);
    if group.passive || group.refused || group.infinitive || group.negated {
        return;
    }
    let Some(speaker) = subject_before(items, group.start, 0).filter(|it| it.start > 4 && agrees(items, it, at, cue, &group)) else {
        return;
    };
    let comma = items[speaker.start - 1].shape == Shape::Comma && !items[speaker.start - 2].is_quote();
    let before = speaker.start - 1;
    let earlier = items[..before].iter().any(is_saying) && !items[..before].iter().any(Item::is_quote);
    let opens = items[0].any(Class::CONJUNCTION.or(Class::HYPOTHETICAL).or(Class::PREPOSITION));
    let nothing = items.len() == at + 1
        || closes(items, at + 1, cue)
            && !has_verb(items, at + 1, items.len())
            && !items[at + 1..].iter().any(|it| it.is_quote() || it.shape == Shape::Comma);
    if comma && earlier && nothing && !opens {
        let source = scan.source(Some(&speaker), at, cue);
        scan.report(source, 0..before, stance(cue, &group, Opening::Bare));
        scan.items = &items[..before];
    }
}
