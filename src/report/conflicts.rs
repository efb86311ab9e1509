//! What the corpus contradicts itself in, for people.

use std::fmt::Write;
use std::ops::Range;

use super::excerpt::excerpt;
use super::style::{Colour, Style};
use crate::cross::Cited;
use crate::finding::Severity;
use crate::run::Run;
use crate::snapshot::kind_name;
use crate::untrusted::plain;

/// Renders the inconsistencies of `run`.
pub fn render(run: &Run, style: Style) -> String {
    let mut out = String::new();
    for found in &run.inconsistencies {
        let (colour, severity) = match found.severity {
            Severity::Error => (Colour::Red, "error"),
            Severity::Warning => (Colour::Yellow, "warning"),
            Severity::Info => (Colour::Dim, "info"),
        };
        let title = format!("{severity}[{}]", kind_name(found));
        let _ = writeln!(out, "{}: {}", style.paint(colour, &title), style.paint(Colour::Bold, &plain(&found.message)));
        for cited in &found.statements {
            statement(&mut out, run, cited, style);
        }
        out.push('\n');
    }
    let count = run.inconsistencies.len();
    let noun = if count == 1 { "inconsistency" } else { "inconsistencies" };
    let _ = writeln!(out, "{count} {noun} in {} documents", run.corpus.documents.len());
    out
}

fn statement(out: &mut String, run: &Run, cited: &Cited, style: Style) {
    let Some(document) = run.corpus.documents.get(cited.document) else { return };
    let (line, column) = document.lines.place(&document.text, cited.span.start);
    let mut told = vec![format!("{}:{line}:{column}", plain(&document.id))];
    told.extend(cited.speaker.as_deref().map(|it| format!("said by {}", plain(it))));
    told.extend(cited.amount.as_deref().map(|it| plain(it).into_owned()));
    told.extend(cited.as_of.map(|it| format!("as of {it}")));
    let _ = writeln!(out, "  {}", style.paint(Colour::Dim, &told.join(" · ")));
    let width = style.width.saturating_sub(4).max(20);
    let read = excerpt(&document.text, document.sentence(cited.span), &[cited.span], width);
    let mut from = 0;
    for line in read.text.split('\n') {
        let _ = writeln!(out, "    {}", emphasised(line, from, &read.marks, style));
        from += line.len() + 1;
    }
}

/// A line of a passage that starts at byte `from` of it, with the marked words set off.
fn emphasised(line: &str, from: usize, marks: &[Range<usize>], style: Style) -> String {
    let within = |at: usize| at.saturating_sub(from).min(line.len());
    let Some(mark) = marks.first() else { return line.to_owned() };
    let part = |range: Range<usize>| line.get(range).unwrap_or_default();
    let (start, end) = (within(mark.start), within(mark.end));
    format!("{}{}{}", part(0..start), style.paint(Colour::Bold, part(start..end)), part(end..line.len()))
}
