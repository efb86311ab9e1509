//! The report for people: what failed and why, then a summary.

use std::fmt::Write;

use annotate_snippets::{AnnotationKind, Group, Level, Snippet};

use super::diff::diff;
use super::excerpt::{amount_words, excerpt};
use super::style::{Colour, Detail, Style};
use super::{Report, Row, change_headline};
use crate::corpus::{Corpus, Document};
use crate::finding::Severity;
use crate::run::file_name;
use crate::snapshot::{Change, Kind, facets};
use crate::text::Span;
use crate::untrusted::plain;
use crate::verify::{Answer, Bearing, Evidence};

/// Passages that a failing assertion shows; `explain` shows them all.
const PASSAGES: usize = 2;

/// Renders `report`: a diagnostic for each failing assertion, what is not as approved, and a summary.
pub fn render(report: &Report<'_>, style: Style) -> String {
    let mut out = String::new();
    for row in &report.rows {
        if !row.expected {
            out.push_str(&if style.detail == Detail::Quiet { short(row, style) } else { failure(&report.run.corpus, row, style) });
        } else if row.passed() && style.detail == Detail::Verbose {
            let _ = writeln!(out, "{} {:<12} {}", style.paint(Colour::Green, "ok"), row.outcome.verdict, plain(&row.assertion.id));
        }
    }
    for change in report.changes {
        changed(&mut out, change, style);
    }
    unapproved(&mut out, report, style);
    if style.detail > Detail::Quiet {
        summary(&mut out, report, style);
    }
    out
}

/// One line for a failing assertion.
fn short(row: &Row<'_>, style: Style) -> String {
    let place = format!("{}:{}", file_name(&row.assertion.file), row.assertion.line);
    let verdict = style.paint(Colour::Red, row.outcome.verdict.name());
    format!("{}: {verdict}: {} ({} expected)\n", plain(&place), plain(&row.assertion.claim.line), row.expectation())
}

/// The diagnostic of a failing assertion: its line, and the passages that decide or come nearest.
pub fn failure(corpus: &Corpus, row: &Row<'_>, style: Style) -> String {
    let headline = row.headline();
    let line = format!("claim = \"{}\"", plain(&row.assertion.claim.line));
    let claim = excerpt(&line, Span::new(0, line.len()), &[], columns(style)).text;
    let marked = "claim = \"".len()..claim.find('\n').unwrap_or(claim.len() - 1);
    let snippet = Snippet::source(claim)
        .path(plain(&file_name(&row.assertion.file)).into_owned())
        .line_start(row.assertion.line)
        .annotation(AnnotationKind::Primary.span(marked).label(row.outcome.verdict.name()));
    let mut group = Level::ERROR.primary_title(&headline).id(row.outcome.verdict.name()).element(snippet);
    for note in &row.outcome.notes {
        group = group.element(Level::NOTE.message(wrapped(note, style)));
    }
    let mut groups = vec![group];
    groups.extend(row.passages().into_iter().take(PASSAGES).filter_map(|it| passage(corpus, it, style)));
    let help = format!("onrecord explain {}", plain(&row.assertion.id));
    groups.push(Group::with_title(Level::HELP.secondary_title(help)));
    style.renderer().render(&groups) + "\n\n"
}

/// A passage: what it does for the claim and why, where it stands, and its words, with those that matter marked.
fn passage<'a>(corpus: &Corpus, evidence: &Evidence, style: Style) -> Option<Group<'a>> {
    let document = corpus.documents.get(evidence.document)?;
    let (line, column) = document.lines.place(&document.text, evidence.span.start);
    let marks = amount_words(document, evidence);
    let read = excerpt(&document.text, evidence.span, &marks, columns(style));
    let marks = read.marks.into_iter().map(|it| AnnotationKind::Context.span(it));
    let snippet = Snippet::source(read.text).line_numbering(false).fold(false).annotations(marks);
    // The place stands in the title: the snippet's own would count the wrapped lines.
    let title = format!("{}:{line}:{column} {}", file_of(document), bearing(evidence));
    Some(Level::NOTE.secondary_title(wrapped(&title, style)).element(snippet))
}

/// The file of a document, which a terminal may open at the line; the id of one that came without a file.
fn file_of(document: &Document) -> String {
    let file = file_name(&document.path);
    plain(if file.is_empty() { &document.id } else { &file }).into_owned()
}

/// A message in lines that fit.
fn wrapped(message: &str, style: Style) -> String {
    excerpt(message, Span::new(0, message.len()), &[], columns(style)).text
}

/// Columns for words beside the line numbers.
fn columns(style: Style) -> usize {
    style.width.saturating_sub(8).max(20)
}

/// What a passage does for the claim, and why, in a few words.
pub(super) fn bearing(evidence: &Evidence) -> String {
    let does = match evidence.bearing {
        Bearing::Supports => "supports it",
        Bearing::Contradicts => "contradicts it",
        Bearing::Near => "comes near",
    };
    if !evidence.reasons.is_empty() {
        return format!("{does}: {}", plain(&evidence.reasons.join("; ")));
    }
    let differs: Vec<_> = facets(&evidence.facets).into_iter().filter(|it| it.1 == Answer::Differs).map(|it| it.0).collect();
    if differs.is_empty() { does.to_owned() } else { format!("{does}: {} differs", differs.join(" and ")) }
}

/// A result that is not as approved, with what changed.
fn changed(out: &mut String, change: &Change, style: Style) {
    if change.kind == Kind::New && style.detail < Detail::Verbose {
        return;
    }
    let headline = change_headline(change.kind);
    let _ = writeln!(out, "{}: {headline}", style.paint(Colour::Yellow, &format!("snapshots/{}", plain(&change.name))));
    if change.kind != Kind::Orphan && style.detail > Detail::Quiet {
        out.push_str(&diff(change.old.as_deref().unwrap_or_default(), change.new.as_deref().unwrap_or_default(), style));
    }
    out.push('\n');
}

/// How to approve what is not approved.
fn unapproved(out: &mut String, report: &Report<'_>, style: Style) {
    let count = |kinds: &[Kind]| report.changes.iter().filter(|it| kinds.contains(&it.kind)).count();
    let told = [
        (count(&[Kind::New]), "not approved yet"),
        (count(&[Kind::Flipped, Kind::Changed]), "not as approved"),
        (count(&[Kind::Orphan]), "without an assertion"),
    ];
    let told: Vec<_> = told.iter().filter(|it| it.0 > 0).map(|(count, what)| format!("{count} {what}")).collect();
    if !told.is_empty() {
        let _ = writeln!(out, "{} {}", style.paint(Colour::Yellow, "snapshots:"), told.join(", "));
        out.push_str("  `onrecord review` walks through them, `onrecord accept` approves them all\n");
    }
}

fn summary(out: &mut String, report: &Report<'_>, style: Style) {
    let super::Summary { passed, failed, unapproved } = report.summary;
    let passed = format!("{passed} passed");
    let mut parts = vec![if failed == 0 { style.paint(Colour::Green, &passed) } else { passed }];
    if failed > unapproved {
        parts.push(style.paint(Colour::Red, &format!("{} failed", failed - unapproved)));
    }
    if unapproved > 0 {
        parts.push(style.paint(Colour::Yellow, &format!("{unapproved} as expected and not approved")));
    }
    let loud = report.run.inconsistencies.iter().filter(|it| it.severity != Severity::Info).count();
    if loud > 0 {
        let noun = if loud == 1 { "inconsistency" } else { "inconsistencies" };
        parts.push(format!("{loud} {noun} (`onrecord conflicts`)"));
    }
    let findings = report.run.findings.iter().filter(|it| it.severity != Severity::Info).count();
    if findings > 0 {
        parts.push(format!("{findings} to mend"));
    }
    let documents = report.run.corpus.documents.len();
    let noun = if documents == 1 { "document" } else { "documents" };
    let _ = writeln!(out, "{} in {documents} {noun}", parts.join(", "));
}
