//! The report for a browser: one file that works offline.

mod passage;

use std::collections::BTreeMap;
use std::fmt::Write;

use super::xml::escaped;
use super::{Report, Row, Summary, change_headline};
use crate::claim::Verdict;
use crate::corpus::Corpus;
use crate::cross::Inconsistency;
use crate::run::file_name;
use crate::snapshot::{kind_name, severity_name};

/// The look of the page; nothing is fetched.
const STYLE: &str = include_str!("report.css");

/// Renders `report`: what failed, what should be mended, the inconsistencies, then all that passed, file by file.
pub fn render(report: &Report<'_>) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    // Corpus text is untrusted: even markup that slipped through would fetch and run nothing.
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n<title>onrecord</title>\n");
    let _ = writeln!(out, "<style>\n{STYLE}</style>\n</head>\n<body>");
    heading(&mut out, report);
    failed(&mut out, report);
    notices(&mut out, report);
    inconsistencies(&mut out, report);
    passed(&mut out, report);
    out.push_str("</body>\n</html>\n");
    out
}

/// How many passed and failed, and the verdicts counted.
fn heading(out: &mut String, report: &Report<'_>) {
    let Summary { passed, failed, .. } = report.summary;
    let state = if failed == 0 { "passed" } else { "failed" };
    let _ = writeln!(out, "<header class=\"{state}\">\n<h1>{passed} passed, {failed} failed</h1>");
    let mut verdicts: BTreeMap<Verdict, usize> = BTreeMap::new();
    for row in &report.rows {
        *verdicts.entry(row.outcome.verdict).or_default() += 1;
    }
    let counted: Vec<_> = verdicts.iter().map(|(verdict, count)| format!("<b class=\"{verdict}\">{verdict}</b> {count}")).collect();
    let documents = report.run.corpus.documents.len();
    let noun = if documents == 1 { "document" } else { "documents" };
    let _ = writeln!(out, "<p>{} · {documents} {noun} · onrecord {}</p>\n</header>", counted.join(" "), env!("CARGO_PKG_VERSION"));
}

fn failed(out: &mut String, report: &Report<'_>) {
    if report.summary.failed > 0 {
        out.push_str("<h2>Failed</h2>\n");
    }
    for row in report.rows.iter().filter(|it| !it.passed()) {
        result(out, &report.run.corpus, row);
    }
}

/// What should be mended, and snapshots that belong to no assertion.
fn notices(out: &mut String, report: &Report<'_>) {
    for change in report.loose_changes() {
        let headline = change_headline(change.kind);
        let _ = writeln!(out, "<p class=\"notice\"><code>snapshots/{}</code> {headline}</p>", escaped(&change.name));
    }
    for finding in &report.run.findings {
        let place = finding.place.as_ref().map_or_else(String::new, |it| format!("{}:{}", file_name(&it.file), it.line_and_column().0));
        let help = finding.help.as_deref().map_or_else(String::new, |it| format!(" <i>{}</i>", escaped(it)));
        let _ = writeln!(out, "<p class=\"notice\"><code>{}</code> {}{help}</p>", escaped(&place), escaped(&finding.message));
    }
}

fn inconsistencies(out: &mut String, report: &Report<'_>) {
    if !report.run.inconsistencies.is_empty() {
        out.push_str("<h2>Inconsistencies</h2>\n");
    }
    for found in &report.run.inconsistencies {
        inconsistency(out, &report.run.corpus, found);
    }
}

fn passed(out: &mut String, report: &Report<'_>) {
    let mut file = None;
    for row in report.rows.iter().filter(|it| it.passed()) {
        if file != Some(&row.assertion.file) {
            file = Some(&row.assertion.file);
            let _ = writeln!(out, "<h2>{}</h2>", escaped(&file_name(&row.assertion.file)));
        }
        result(out, &report.run.corpus, row);
    }
}

fn result(out: &mut String, corpus: &Corpus, row: &Row<'_>) {
    let (class, open) = if row.passed() { ("passed", "") } else { ("failed", " open") };
    let verdict = row.outcome.verdict.name();
    let claim = escaped(&row.assertion.claim.line);
    let _ = writeln!(out, "<details class=\"{class}\"{open}><summary><b class=\"{verdict}\">{verdict}</b> {claim}</summary>");
    let place = escaped(&format!("{}:{}", file_name(&row.assertion.file), row.assertion.line));
    let headline = if row.passed() { format!("{} was expected", row.expectation()) } else { row.headline() };
    let _ = writeln!(out, "<p class=\"note\">{} · <code>{place}</code></p>", escaped(&headline));
    for evidence in row.passages() {
        passage::evidence(out, corpus, evidence);
    }
    for note in &row.outcome.notes {
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escaped(note));
    }
    out.push_str("</details>\n");
}

fn inconsistency(out: &mut String, corpus: &Corpus, found: &Inconsistency) {
    let severity = severity_name(found);
    let _ = writeln!(out, "<details class=\"{severity}\" open><summary><b>{}</b> {}</summary>", kind_name(found), escaped(&found.message));
    for cited in &found.statements {
        passage::cited(out, corpus, cited);
    }
    out.push_str("</details>\n");
}
