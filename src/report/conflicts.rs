//! What the corpus contradicts itself in, for people.

use std::fmt::Write;
use std::ops::Range;

use super::excerpt::excerpt;
use super::measure;
use super::style::{Colour, Detail, Style};
use crate::cross::{Cited, Inconsistency};
use crate::finding::Severity;
use crate::run::Run;
use crate::snapshot::kind_name;
use crate::untrusted::plain;

/// Renders the inconsistencies of `run`, those for information in verbose reports only, and what its relations come to.
pub fn render(run: &Run, style: Style) -> String {
    let mut out = String::new();
    let (info, loud): (Vec<_>, Vec<_>) = run.inconsistencies.iter().partition(|it| it.severity == Severity::Info);
    let shown = loud.iter().chain(info.iter().filter(|_| style.detail == Detail::Verbose));
    for inconsistency in shown {
        found(&mut out, run, inconsistency, style);
    }
    measure::relations(&mut out, run, &run.evaluations.iter().collect::<Vec<_>>(), style);
    let count = loud.len();
    let noun = if count == 1 { "inconsistency" } else { "inconsistencies" };
    let _ = write!(out, "{count} {noun} in {} documents", run.corpus.documents.len());
    let _ = match info.len() {
        0 => writeln!(out),
        count if style.detail == Detail::Verbose => writeln!(out, ", {count} more for information"),
        count => writeln!(out, ", {count} more for information (shown with -v)"),
    };
    out
}

/// One inconsistency with its statements.
pub(super) fn found(out: &mut String, run: &Run, found: &Inconsistency, style: Style) {
    let (colour, severity) = match found.severity {
        Severity::Error => (Colour::Red, "error"),
        Severity::Warning => (Colour::Yellow, "warning"),
        Severity::Info => (Colour::Dim, "info"),
    };
    let title = format!("{severity}[{}]", kind_name(found));
    let mut lines = wrapped(&plain(&found.message), style.width, title.chars().count() + 2).into_iter();
    let first = lines.next().unwrap_or_default();
    let _ = writeln!(out, "{}: {}", style.paint(colour, &title), style.paint(Colour::Bold, &first));
    for line in lines {
        let _ = writeln!(out, "  {}", style.paint(Colour::Bold, &line));
    }
    for cited in &found.statements {
        statement(out, run, cited, style);
    }
    let _ = writeln!(out, "  {}\n", style.paint(Colour::Dim, &format!("id {}", found.id)));
}

/// Where a statement stands: `port:3:5`.
pub(super) fn place(run: &Run, cited: &Cited) -> Option<String> {
    let document = run.corpus.documents.get(cited.document)?;
    let (line, column) = document.lines.place(&document.text, cited.span.start);
    Some(format!("{}:{line}:{column}", plain(&document.id)))
}

/// The words of `text` in lines of at most `width` characters, the first of which begins `taken` characters in.
pub(super) fn wrapped(text: &str, width: usize, taken: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut room = width.saturating_sub(taken);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if let Some(line) = lines.last_mut().filter(|it| it.is_empty() || it.chars().count() + 1 + length <= room) {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        } else {
            room = width.saturating_sub(2);
            lines.push(word.to_owned());
        }
    }
    lines
}

fn statement(out: &mut String, run: &Run, cited: &Cited, style: Style) {
    let Some(document) = run.corpus.documents.get(cited.document) else { return };
    let mut told: Vec<_> = place(run, cited).into_iter().collect();
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
