//! Adjectives that report: `Holm is convinced that …`, `Holm made it clear that …`.

use super::cue::Form;
use super::ending::{content_end, led, main_clause};
use super::frame::has_verb;
use super::scan::{Scan, Source};
use super::subject::subject_before;
use super::verb::{is_subject_pronoun, verb_group};
use super::{Rule, Stance};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "attitude",
    reads: &[
        ("Holm is convinced that the dam will hold.", &["Holm: the dam will hold"]),
        ("Holm made it clear the dam would hold.", &["Holm: the dam would hold"]),
        ("The mayor made it clear that the quay would close.", &["The mayor: the quay would close"]),
        ("The union has made clear that its members will strike.", &["The union: its members will strike"]),
    ],
    ignores: &["It is clear that the dam will hold.", "The convinced crowd left."],
};

pub(super) fn read(scan: &mut Scan<'_, '_, '_>) {
    for at in 0..scan.items.len() {
        if scan.items[at].any(Class::ATTITUDE) {
            adjective(scan, at);
        }
    }
}

fn adjective(scan: &mut Scan<'_, '_, '_>, at: usize) -> Option<()> {
    let items = scan.items;
    let first = items.get(at + 1)?;
    let that = first.is("that");
    // "Holm is convinced the dam will hold".
    let subject = first.any(Class::DETERMINER) || is_subject_pronoun(first) || first.is_name();
    let clause = that || subject && has_verb(items, at + 2, items.len());
    if at + 4 > items.len() || !clause {
        return None;
    }
    let start = at + 1 + usize::from(that);
    // "made it clear": the verb stands before the adjective, perhaps with an empty object.
    let object = items.get(at.checked_sub(1)?)?.one_of(words!["it", "this"]);
    let verb = at.checked_sub(1 + usize::from(object))?;
    let made = items[verb].one_of(words!["made", "make", "makes", "making"]);
    if object && !made {
        return None;
    }
    let group = if made { verb_group(items, verb, scan.from, Form::Past) } else { verb_group(items, at, scan.from, Form::Past) };
    if group.passive == made || group.infinitive || group.modal {
        return None;
    }
    let speaker =
        subject_before(items, group.start, scan.from).filter(|it| !items[it.start].one_of(words!["it", "that", "this", "there"]))?;
    if items[at].is("clear") && !made {
        return None;
    }
    let end = content_end(items, start, items.len());
    let end = if led(items, scan.from, speaker.start) { main_clause(items, start, end).unwrap_or(end) } else { end };
    let stance = if group.negated { Stance::Withholds } else { Stance::Asserts };
    let source = Source { mention: Some(scan.span(speaker)), cue: Some(items[at].token.span), verb: "say" };
    scan.report(source, start..end, stance);
    Some(())
}
