//! The report for a pull request or an issue: a summary, what failed, what does not fit.

use std::fmt::Write;

use super::text::bearing;
use super::{Report, Row, change_headline};
use crate::corpus::Corpus;
use crate::finding::Severity;
use crate::run::file_name;
use crate::snapshot::{kind_name, severity_name};
use crate::untrusted::plain;

/// Passages that a failing assertion shows.
const PASSAGES: usize = 3;

/// Renders `report`.
pub fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    let mark = if report.summary.failed == 0 { "✅" } else { "❌" };
    let _ = writeln!(out, "## {mark} onrecord: {} passed, {} failed\n", report.summary.passed, report.summary.failed);
    for row in report.rows.iter().filter(|it| !it.passed()) {
        failure(&mut out, &report.run.corpus, row);
    }
    let loose: Vec<_> = report.loose_changes().collect();
    if !loose.is_empty() {
        out.push_str("### Snapshots\n\n");
        for change in loose {
            let _ = writeln!(out, "- `snapshots/{}`: {}", code(&change.name), change_headline(change.kind));
        }
        out.push('\n');
    }
    if !report.run.findings.is_empty() {
        out.push_str("### To mend\n\n");
        for finding in &report.run.findings {
            let place = finding.place.as_ref().map(|it| format!("`{}:{}` ", code(&file_name(&it.file)), it.line_and_column().0));
            let help = finding.help.as_deref().map(|it| format!(" ({})", escaped(it)));
            let (place, help) = (place.unwrap_or_default(), help.unwrap_or_default());
            let _ = writeln!(out, "- {place}{}{help}", escaped(&finding.message));
        }
        out.push('\n');
    }
    inconsistencies(&mut out, report);
    out
}

fn failure(out: &mut String, corpus: &Corpus, row: &Row<'_>) {
    let _ = writeln!(out, "### {}\n", escaped(&row.assertion.claim.line));
    let place = format!("{}:{}", file_name(&row.assertion.file), row.assertion.line);
    let _ = writeln!(out, "**{}**: {} (`{}`)\n", row.outcome.verdict, row.headline(), code(&place));
    for evidence in row.passages().into_iter().take(PASSAGES) {
        let Some(document) = corpus.documents.get(evidence.document) else { continue };
        let (line, _) = document.lines.place(&document.text, evidence.span.start);
        let _ = writeln!(
            out,
            "> {}\n>\n> `{}:{line}` {}\n",
            escaped(evidence.span.of(&document.text)),
            code(&document.id),
            escaped(&bearing(evidence))
        );
    }
    for note in &row.outcome.notes {
        let _ = writeln!(out, "- {}\n", escaped(note));
    }
}

fn inconsistencies(out: &mut String, report: &Report<'_>) {
    let loud: Vec<_> = report.run.inconsistencies.iter().filter(|it| it.severity != Severity::Info).collect();
    if loud.is_empty() {
        return;
    }
    out.push_str("### Inconsistencies\n\n");
    for found in loud {
        let _ = writeln!(out, "- {} {}: {}", severity_name(found), kind_name(found), escaped(&found.message));
        for cited in &found.statements {
            let Some(document) = report.run.corpus.documents.get(cited.document) else { continue };
            let (line, _) = document.lines.place(&document.text, cited.span.start);
            let _ = writeln!(out, "  - `{}:{line}` “{}”", code(&document.id), escaped(cited.span.of(&document.text)));
        }
    }
    out.push('\n');
}

/// Text that Markdown shows as it is: no markup, no mention of a person, no link, no HTML.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in plain(text).chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // A mention notifies a person, a number links an issue, and a bare address becomes a link.
            '@' => out.push_str("&#64;"),
            '#' => out.push_str("&#35;"),
            ':' => out.push_str("&#58;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(character);
            }
            _ => out.push(character),
        }
    }
    // At the start of a line these begin a list or a heading.
    if out.starts_with(['-', '+', '=']) { format!("\\{out}") } else { out }
}

/// Text between back quotes.
fn code(text: &str) -> String {
    plain(text).replace('`', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_document_are_no_markup() {
        assert_eq!(escaped("<b>*13%* @holm #1 [x](http://y)\n- z"), "&lt;b&gt;\\*13%\\* &#64;holm &#35;1 \\[x\\](http&#58;//y) - z");
        assert_eq!(escaped("- a"), "\\- a");
        assert_eq!(code("a`b"), "a'b");
    }
}
