//! The report for the log of a GitHub workflow: an annotation for each failure, at its line in the pull request.

use std::fmt::Write;

use super::text::bearing;
use super::{Report, change_headline};
use crate::finding::Severity;
use crate::run::file_name;
use crate::untrusted::plain;

/// Passages that an annotation quotes.
const PASSAGES: usize = 3;

/// Renders `report`.
pub fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for row in report.rows.iter().filter(|it| !it.passed()) {
        let mut message = format!("{}: {}", row.headline(), plain(&row.assertion.claim.line));
        for evidence in row.passages().into_iter().take(PASSAGES) {
            let Some(document) = report.run.corpus.documents.get(evidence.document) else { continue };
            let (line, _) = document.lines.place(&document.text, evidence.span.start);
            let _ = write!(message, "\n{}:{line} {}: “{}”", document.id, bearing(evidence), plain(evidence.span.of(&document.text)));
        }
        let file = file_name(&row.assertion.file);
        command(&mut out, "error", Some((&file, Some(row.assertion.line), None)), row.outcome.verdict.name(), &message);
    }
    for change in report.loose_changes() {
        let file = format!("snapshots/{}", change.name);
        command(&mut out, "error", Some((&file, None, None)), "snapshot", change_headline(change.kind));
    }
    for finding in &report.run.findings {
        let level = level(finding.severity);
        let file = finding.place.as_ref().map(|it| (file_name(&it.file), it.line_and_column()));
        let place = file.as_ref().map(|(file, (line, column))| (file.as_str(), Some(*line), Some(*column)));
        let help = finding.help.as_deref().map_or_else(String::new, |it| format!("\n{it}"));
        command(&mut out, level, place, finding.code, &format!("{}{help}", finding.message));
    }
    for found in report.run.inconsistencies.iter().filter(|it| it.severity != Severity::Info) {
        command(&mut out, "warning", None, &crate::snapshot::kind_name(found), &found.message);
    }
    let _ = writeln!(out, "{} passed, {} failed", report.summary.passed, report.summary.failed);
    out
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// One workflow command; what comes from files is escaped, so that it cannot be another.
fn command(out: &mut String, level: &str, place: Option<(&str, Option<usize>, Option<usize>)>, title: &str, message: &str) {
    let mut properties = Vec::new();
    if let Some((file, line, column)) = place {
        properties.push(format!("file={}", property(file)));
        properties.extend(line.map(|it| format!("line={it}")));
        properties.extend(column.map(|it| format!("col={it}")));
    }
    properties.push(format!("title={}", property(title)));
    let lines: Vec<_> = message.lines().map(plain).collect();
    let _ = writeln!(out, "::{level} {}::{}", properties.join(","), data(&lines.join("\n")));
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&plain(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_document_are_no_command() {
        let mut out = String::new();
        command(&mut out, "error", Some(("a,b:c.toml", Some(3), None)), "not-found", "64% of it\n::error::x\n##[error]y");
        assert_eq!(out, "::error file=a%2Cb%3Ac.toml,line=3,title=not-found::64%25 of it%0A::error::x%0A# #[error]y\n");
    }
}
