//! The report for build servers' lists of tests: the XML of `JUnit`, a suite for each assertion file.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::style::{Detail, Style};
use super::text::failure;
use super::xml::escaped;
use super::{Report, Row, change_headline};
use crate::finding::Severity;
use crate::run::file_name;

/// Renders `report`.
pub fn render(report: &Report<'_>) -> String {
    let mut suites: BTreeMap<String, Vec<&Row<'_>>> = BTreeMap::new();
    for row in &report.rows {
        suites.entry(file_name(&row.assertion.file)).or_default().push(row);
    }
    let loose: Vec<_> = report.loose_changes().collect();
    let errors: Vec<_> = report.run.findings.iter().filter(|it| it.severity == Severity::Error).collect();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (tests, failures) = (report.rows.len() + loose.len() + errors.len(), report.summary.failed + loose.len());
    let _ = writeln!(out, "<testsuites name=\"onrecord\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{}\">", errors.len());
    for (file, rows) in &suites {
        let failed = rows.iter().filter(|it| !it.passed()).count();
        open(&mut out, file, rows.len(), failed, 0);
        for row in rows {
            case(&mut out, report, file, row);
        }
        out.push_str("  </testsuite>\n");
    }
    if !loose.is_empty() {
        open(&mut out, "snapshots", loose.len(), loose.len(), 0);
        for change in loose {
            let failure = (change_headline(change.kind), "snapshot", change.new.as_deref().unwrap_or_default());
            failed_case(&mut out, "snapshots", &change.name, "failure", failure);
        }
        out.push_str("  </testsuite>\n");
    }
    if !errors.is_empty() {
        open(&mut out, "findings", errors.len(), 0, errors.len());
        for finding in errors {
            let place = finding.place.as_ref().map_or_else(String::new, |it| format!("{}:{}", file_name(&it.file), it.line_and_column().0));
            let failure = (finding.message.as_str(), finding.code, finding.help.as_deref().unwrap_or_default());
            failed_case(&mut out, "findings", &place, "error", failure);
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn open(out: &mut String, name: &str, tests: usize, failures: usize, errors: usize) {
    let name = escaped(name);
    let _ = writeln!(out, "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">");
}

fn case(out: &mut String, report: &Report<'_>, file: &str, row: &Row<'_>) {
    if row.passed() {
        let _ = writeln!(out, "    <testcase classname=\"{}\" name=\"{}\"/>", escaped(file), escaped(&row.assertion.id));
        return;
    }
    let style = Style { coloured: false, width: 100, detail: Detail::Normal };
    let shown = failure(&report.run.corpus, row, style);
    failed_case(out, file, &row.assertion.id, "failure", (&row.headline(), row.outcome.verdict.name(), &shown));
}

fn failed_case(out: &mut String, suite: &str, name: &str, element: &str, (message, kind, text): (&str, &str, &str)) {
    let _ = writeln!(out, "    <testcase classname=\"{}\" name=\"{}\">", escaped(suite), escaped(name));
    let (message, kind, text) = (escaped(message), escaped(kind), escaped(text));
    let _ = writeln!(out, "      <{element} message=\"{message}\" type=\"{kind}\">{text}</{element}>");
    out.push_str("    </testcase>\n");
}
