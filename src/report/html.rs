//! The report for a browser: one file that works offline.

use std::fmt::Write;

use super::text::bearing;
use super::xml::escaped;
use super::{Report, Row, change_headline};
use crate::corpus::Corpus;
use crate::cross::Inconsistency;
use crate::run::file_name;
use crate::snapshot::{answer_name, facets, kind_name, severity_name, stance};
use crate::verify::Evidence;

/// The look of the page; nothing is fetched.
const STYLE: &str = include_str!("report.css");

/// Renders `report`.
pub fn render(report: &Report<'_>) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    // Corpus text is untrusted: even markup that slipped through would fetch and run nothing.
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n<title>onrecord</title>\n");
    let _ = writeln!(out, "<style>\n{STYLE}</style>\n</head>\n<body>");
    let super::Summary { passed, failed, .. } = report.summary;
    let _ = writeln!(out, "<h1>onrecord: {passed} passed, {failed} failed</h1>");
    for row in report.rows.iter().filter(|it| !it.passed()).chain(report.rows.iter().filter(|it| it.passed())) {
        result(&mut out, &report.run.corpus, row);
    }
    notices(&mut out, report);
    if !report.run.inconsistencies.is_empty() {
        out.push_str("<h2>Inconsistencies</h2>\n");
    }
    for found in &report.run.inconsistencies {
        inconsistency(&mut out, &report.run.corpus, found);
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn result(out: &mut String, corpus: &Corpus, row: &Row<'_>) {
    let (class, open) = if row.passed() { ("passed", "") } else { ("failed", " open") };
    let verdict = row.outcome.verdict.name();
    let claim = escaped(&row.assertion.claim.line);
    let _ = writeln!(out, "<details class=\"{class}\"{open}><summary><b class=\"{verdict}\">{verdict}</b> {claim}</summary>");
    let place = escaped(&format!("{}:{}", file_name(&row.assertion.file), row.assertion.line));
    let _ = writeln!(out, "<p>{} <code>{place}</code></p>", escaped(&row.headline()));
    for evidence in &row.outcome.evidence {
        passage(out, corpus, evidence);
    }
    for note in &row.outcome.notes {
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escaped(note));
    }
    out.push_str("</details>\n");
}

fn passage(out: &mut String, corpus: &Corpus, evidence: &Evidence) {
    let Some(document) = corpus.documents.get(evidence.document) else { return };
    let (line, _) = document.lines.place(&document.text, evidence.span.start);
    let _ = writeln!(out, "<blockquote class=\"{}\">{}", stance(evidence.bearing), escaped(evidence.span.of(&document.text)));
    let _ = writeln!(out, "<footer><code>{}:{line}</code> {}</footer>", escaped(&document.id), escaped(&bearing(evidence)));
    out.push_str("<ul>");
    for (name, answer) in facets(&evidence.facets) {
        let answer = answer_name(answer);
        let _ = write!(out, "<li class=\"{answer}\">{name} {answer}</li>");
    }
    out.push_str("</ul></blockquote>\n");
}

/// What should be mended, and snapshots that belong to no assertion.
fn notices(out: &mut String, report: &Report<'_>) {
    for change in report.loose_changes() {
        let _ = writeln!(out, "<p class=\"failed\"><code>snapshots/{}</code> {}</p>", escaped(&change.name), change_headline(change.kind));
    }
    for finding in &report.run.findings {
        let place = finding.place.as_ref().map_or_else(String::new, |it| format!("{}:{}", file_name(&it.file), it.line_and_column().0));
        let help = escaped(finding.help.as_deref().unwrap_or_default());
        let _ = writeln!(out, "<p class=\"note\"><code>{}</code> {} {help}</p>", escaped(&place), escaped(&finding.message));
    }
}

fn inconsistency(out: &mut String, corpus: &Corpus, found: &Inconsistency) {
    let severity = severity_name(found);
    let _ = writeln!(out, "<details class=\"{severity}\" open><summary><b>{}</b> {}</summary>", kind_name(found), escaped(&found.message));
    for cited in &found.statements {
        let Some(document) = corpus.documents.get(cited.document) else { continue };
        let (line, _) = document.lines.place(&document.text, cited.span.start);
        let words = escaped(cited.span.of(&document.text));
        let _ = writeln!(out, "<blockquote>{words}<footer><code>{}:{line}</code></footer></blockquote>", escaped(&document.id));
    }
    out.push_str("</details>\n");
}
