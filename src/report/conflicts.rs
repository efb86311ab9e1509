//! What the corpus contradicts itself in, for people.

use std::fmt::Write;

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
    let read = excerpt(&document.text, cited.span, &[], style.width.saturating_sub(4).max(20));
    for line in read.text.lines() {
        let _ = writeln!(out, "    {line}");
    }
}
