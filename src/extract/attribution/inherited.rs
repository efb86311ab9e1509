//! Quotations without a source of their own: the speaker in force goes on.

use super::passage::{Item, Shape, last_mark};
use super::scan::{Scan, Source, State};
use super::subject::first_group;
use super::{Rule, Stance};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "inherited",
    reads: &[
        (
            "Holm said the dam would hold. \"It always has in my time.\"",
            &["Holm: the dam would hold", "Holm: \"It always has in my time.\""],
        ),
        (
            "\"The dam is old,\" Holm said. \"We know that.\n\n\"But it will hold.\"",
            &["Holm: \"The dam is old,\"", "Holm: \"We know that.", "Holm: \"But it will hold.\""],
        ),
        ("Holm was blunt: \"The dam is old.\"", &["Holm: \"The dam is old.\""]),
        ("\"Here comes the boss,\" Holm said. \"The Great Brandt.\"", &["Holm: \"Here comes the boss,\"", "Holm: \"The Great Brandt.\""]),
        // A speech whose last mark is missing ends where another source is named.
        ("Holm said, \"The dam is old.\n\n\"It leaks,\" said Brandt.", &["Holm: \"The dam is old.", "Brandt: \"It leaks,\""]),
        ("In May 2015, Holm made this remark:\n\n\"The dam is old.\"", &["Holm: \"The dam is old.\""]),
        ("Holm was blunt, and added:\n\n\"The dam is old.\"", &["Holm: \"The dam is old.\""]),
    ],
    ignores: &["\"Not a single day without the sea.\""],
};

/// Reads a sentence that is one quotation and nothing else; answers whether it is one.
pub(super) fn alone(state: &mut State, items: &[Item<'_>], before: usize) -> bool {
    let [quote] = items else { return false };
    // What looks like a title goes on with what was said only behind it: "…," Holm said. "The Great One."
    let titled = !quote.is_quote() && quote.words > 0;
    if !quote.is_quote() && !titled {
        return false;
    }
    let speaks = state.reports.len() > before || state.spoke && !titled;
    if let Some(source) = state.last.filter(|_| speaks && quote.words >= 1 && !state.covers(quote.token.span)) {
        state.report(source, quote.token.span, Stance::Asserts, true);
    }
    true
}

/// `Holm smiled: "…"`: what somebody does before a colon leads into what is said.
pub(super) fn gesture(scan: &mut Scan<'_, '_, '_>) -> Option<()> {
    let [lead @ .., colon, quote] = scan.items else { return None };
    if colon.shape != Shape::Colon
        || !quote.is_quote()
        || quote.words < 3
        || !(2..14).contains(&lead.len())
        || lead.iter().any(|it| it.is("that"))
    {
        return None;
    }
    let subject = first_group(scan.items, 0, lead.len()).filter(|it| it.end < lead.len())?;
    let group = scan.items.get(subject.clone())?;
    let person = group.iter().any(|it| it.is_name() || it.any(Class::ROLE))
        || group.len() == 1 && group[0].one_of(words!["he", "she", "they", "i", "we"]);
    if !person {
        return None;
    }
    let source = Source { mention: Some(scan.span(subject)), cue: Some(colon.token.span), verb: ":" };
    scan.report(source, lead.len() + 1..lead.len() + 2, Stance::Asserts);
    Some(())
}

/// Reads the paragraph that a colon at the end of the one before announced; answers whether it fits.
pub(super) fn announced(state: &mut State, source: Source, items: &[Item<'_>]) -> bool {
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return false };
    if first.is_quote() {
        state.report(source, first.token.span, Stance::Asserts, true);
        return true;
    }
    if items.len() <= 4 || last_mark(last) == Some(':') || last.shape == Shape::Colon {
        return false;
    }
    // A block quotation without marks.
    state.report(source, first.token.span.join(last.token.span), Stance::Asserts, false);
    true
}
