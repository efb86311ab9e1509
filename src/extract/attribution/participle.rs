//! Participles of saying: `…, adding that the dam would hold`; `began by saying …`.

use std::ops::Range;

use super::cue::{Cue, Form, Frame};
use super::ending::{content_end, main_clause};
use super::frame::content_start;
use super::passage::{Item, Shape};
use super::scan::Scan;
use super::stance::stance;
use super::subject::{first_group, subject_before};
use super::verb::{VerbGroup, is_adverb, is_past, verb_group};
use super::{Rule, Stance};
use crate::text::{Class, Words, words};

pub(super) const RULE: Rule = Rule {
    name: "participle",
    reads: &[
        ("Holm said the dam was old, adding that it would hold.", &["Holm: the dam was old", "Holm: it would hold"]),
        ("Mayor Anna Holm closed the bridge, saying it was not safe.", &["Anna Holm: it was not safe"]),
        ("Holm complained about the dam, even suggesting it leaked.", &["Holm: about the dam", "Holm: it leaked"]),
        ("Pressed by reporters, Holm closed the bridge, saying it leaked.", &["Holm: it leaked"]),
        ("The agency quoted Holm as saying the dam leaked.", &["Holm: the dam leaked"]),
        ("Holm was quoted by the agency as saying the dam leaked.", &["Holm: the dam leaked"]),
        ("The dam leaked, the agency quoted Holm as saying.", &["Holm: The dam leaked"]),
        ("\"It leaks,\" Holm was quoted by the agency as saying.", &["Holm: \"It leaks,\""]),
        ("The ministry issued a note saying the dam leaked.", &["The ministry: the dam leaked"]),
        ("Brandt left, but the crew could not resist pointing out that the dam leaked.", &["the crew: the dam leaked"]),
        ("Noting that the dam was old, Holm left.", &["Holm: the dam was old"]),
    ],
    ignores: &["It goes without saying.", "It is worth noting that the dam is old."],
};

pub(super) fn read(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue) -> Option<usize> {
    if cue.form != Form::Gerund || cue.takes(Frame::THOUGHT) {
        return None;
    }
    let items = scan.items;
    let group = verb_group(items, at, scan.from, cue.form);
    if group.progressive || at > 0 && items[at - 1].one_of(words!["without", "worth"]) {
        return None;
    }
    let Some((start, opening)) = content_start(items, at, items.len(), cue) else { return quoted_behind(scan, at, cue) };
    let mut end = content_end(items, start, items.len());
    let head = group.start == 0 || (group.start == 1 && items[0].any(Class::PREPOSITION.or(Class::CONJUNCTION)));
    let speaker = if head {
        // "Noting that …, Holm left": the subject stands behind the comma.
        let comma = main_clause(items, start, items.len()).or_else(|| (start..items.len()).find(|it| items[*it].shape == Shape::Comma))?;
        end = comma;
        first_group(items, comma, items.len())?
    } else {
        subject(scan, group.start)?
    };
    // "stopped short of saying": nothing was said.
    let withheld =
        phase(items, group.start).is_some_and(|it| items[it].one_of(words!["avoid", "avoided", "avoids", "stop", "stopped", "stops"]));
    let group = VerbGroup { refused: group.refused || withheld, ..group };
    let source = scan.source(Some(&speaker), at, cue);
    scan.report(source, start..end, stance(cue, &group, opening));
    scan.subject = Some(speaker);
    scan.from = end;
    Some(end)
}

const QUOTING: &Words = words!["cite", "cited", "cites", "citing", "quote", "quoted", "quotes", "quoting"];

/// The verb before a participle that tells how the saying went on: "keeps saying", "could not resist pointing out", "ended up conceding".
fn phase(items: &[Item<'_>], at: usize) -> Option<usize> {
    const PHASES: &Words = words![
        "avoid", "avoided", "avoids", "began", "begin", "begins", "ended", "ends", "keep", "keeps", "kept", "resist", "resisted",
        "resists", "start", "started", "starts", "stop", "stopped", "stops",
    ];
    let before = (at.saturating_sub(3)..at).rev().take_while(|it| items[*it].is_plain());
    let verb = before.take(3).find(|it| items[*it].one_of(PHASES))?;
    let between = items.get(verb + 1..at)?;
    between.iter().all(|it| it.any(Class::PREPOSITION) || is_adverb(it) || it.one_of(words!["short", "up"])).then_some(verb)
}

/// Who is quoted: `the agency quoted Holm as saying`.
fn quoted(items: &[Item<'_>], as_: usize, from: usize) -> Option<Range<usize>> {
    let verb = (from..as_).rev().take(16).find(|it| items[*it].one_of(QUOTING))?;
    let object = verb + 1..(verb + 1..as_).find(|it| !items[*it].is_word() && items[*it].shape != Shape::Clitic).unwrap_or(as_);
    (!object.is_empty() && !items[object.start].one_of(words!["by", "in", "as"])).then_some(object)
}

/// The subject alone, where its verb and object stand before the participle: "the ministry issued a note saying".
fn before_verb(items: &[Item<'_>], group: Range<usize>) -> Range<usize> {
    let governs = |it: usize| (is_past(&items[it]) || items[it].any(Class::FINITE)) && items[it + 1].any(Class::DETERMINER);
    let verb = (group.start + 1..group.end - 1).find(|it| governs(*it));
    group.start..verb.unwrap_or(group.end)
}

/// `The dam leaks, the agency quoted Holm as saying`, `"…," Holm was quoted as saying`: what was said stands before.
fn quoted_behind(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue) -> Option<usize> {
    let items = scan.items;
    let as_ = at.checked_sub(1).filter(|it| items[*it].is("as"))?;
    let verb = (scan.from..as_).rev().take(16).find(|it| items[*it].one_of(QUOTING))?;
    let group = verb_group(items, verb, scan.from, Form::Past);
    let subject = subject_before(items, group.start, scan.from)?;
    let mark = subject.start.checked_sub(1).filter(|it| *it > scan.from || items[*it].is_quote())?;
    let content = scan.from..if items[mark].shape == Shape::Comma { mark } else { mark + 1 };
    let apart = items[mark].shape == Shape::Comma || items[mark].is_quote();
    let ends = items.get(at + 1).is_none_or(|it| !it.is_word() || it.any(Class::PREPOSITION.or(Class::WEEKDAY).or(Class::DEICTIC)));
    if !apart || !ends || content.is_empty() {
        return None;
    }
    let speaker = if group.passive { subject } else { quoted(items, as_, scan.from)? };
    let source = scan.source(Some(&speaker), at, cue);
    scan.report(source, content, Stance::Asserts);
    scan.subject = Some(speaker);
    scan.from = at + 1;
    Some(at + 1)
}

/// The subject of a participle: of the report before it, else of its sentence, else the noun that it stands behind.
fn subject(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Range<usize>> {
    let items = scan.items;
    let before = items.get(at.checked_sub(1)?)?;
    if before.is("as")
        && let Some(quoted) = quoted(items, at - 1, scan.from)
    {
        return Some(quoted);
    }
    if let Some(verb) = phase(items, at)
        && let Some(subject) = subject_before(items, verb_group(items, verb, scan.from, Form::Past).start, scan.from)
    {
        return Some(subject);
    }
    let apart = before.shape == Shape::Comma
        || before.shape == Shape::Dash
        || before.any(Class::PREPOSITION.or(Class::CONJUNCTION))
        || before.is_quote();
    if !apart && let Some(group) = subject_before(items, at, scan.from) {
        // "a letter saying", "a minister saying", but not "at a dinner saying".
        let speaks = items[group.clone()].iter().any(|it| it.is_name() || it.any(Class::ROLE.or(Class::BODY_NOUN).or(Class::NOUN_CUE)));
        if speaks && !items[group.start..group.end].iter().any(|it| it.one_of(words!["conference", "event", "rally", "dinner", "meeting"]))
        {
            return Some(before_verb(items, group));
        }
    }
    scan.subject.clone().or_else(|| first_group(items, 0, at))
}
