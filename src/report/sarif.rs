//! The report for code scanning: SARIF 2.1.0, with the passages as related locations.

use serde_json::{Value, json};

use super::json::harmless;
use super::place::Places;
use super::text::bearing;
use super::{Report, Row, change_headline};
use crate::finding::{Finding, Severity};
use crate::run::file_name;
use crate::snapshot::{Change, kind_name};

/// The rules that results name, with what they mean.
const RULES: [(&str, &str); 6] = [
    ("verdict", "An assertion has another verdict than it expects"),
    ("snapshot", "A result is not the approved one"),
    ("finding", "A file of the workspace should be mended"),
    ("inconsistency", "Sources contradict each other or themselves"),
    ("not-found", "No passage says what an assertion claims"),
    ("contradicted", "A passage says otherwise than an assertion claims"),
];

/// Renders `report`.
pub fn render(report: &Report<'_>) -> String {
    let mut places = Places::new(&report.run.corpus);
    let failed = report.rows.iter().filter(|it| !it.passed());
    let mut results: Vec<_> = failed.map(|it| row(&mut places, report, it)).collect();
    results.extend(report.loose_changes().map(change));
    results.extend(report.run.findings.iter().map(finding));
    for found in &report.run.inconsistencies {
        let locations: Vec<_> = found.statements.iter().map(|it| passage(&mut places, report, it.document, it.span, "")).collect();
        results.push(json!({
            "ruleId": "inconsistency",
            "level": level(found.severity),
            "message": { "text": format!("{}: {}", kind_name(found), found.message) },
            "locations": locations.first(),
            "relatedLocations": locations.get(1..),
            "partialFingerprints": { "onrecord/v1": found.id },
        }));
    }
    let rules: Vec<_> = RULES.iter().map(|(id, text)| json!({ "id": id, "shortDescription": { "text": text } })).collect();
    for result in &mut results {
        tidy(result);
    }
    let whole = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "onrecord", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    harmless(&format!("{whole:#}\n"))
}

/// One location becomes a list of one, as the format has it, and none no key at all.
fn tidy(result: &mut Value) {
    let Some(fields) = result.as_object_mut() else { return };
    if let Some(location) = fields.get_mut("locations").filter(|it| it.is_object()) {
        *location = json!([location.take()]);
    }
    fields.retain(|_, value| !value.is_null());
}

fn row<'r>(places: &mut Places<'r>, report: &Report<'r>, row: &Row<'r>) -> Value {
    let rule = match (row.expected, row.outcome.verdict.name()) {
        (true, _) => "snapshot",
        (false, verdict @ ("not-found" | "contradicted")) => verdict,
        (false, _) => "verdict",
    };
    let passages = row.passages().into_iter();
    let related: Vec<_> = passages.map(|it| passage(places, report, it.document, it.span, &bearing(it))).collect();
    json!({
        "ruleId": rule,
        "level": "error",
        "message": { "text": format!("{}: {}", row.headline(), row.assertion.claim.line) },
        "locations": location(&file_name(&row.assertion.file), Some(json!({ "startLine": row.assertion.line }))),
        "relatedLocations": related,
        "partialFingerprints": { "onrecord/v1": row.assertion.id },
    })
}

fn passage<'r>(places: &mut Places<'r>, report: &Report<'r>, document: usize, span: crate::text::Span, message: &str) -> Value {
    let place = places.of(document, span);
    let path = report.run.corpus.documents.get(document).map_or_else(|| place.document.to_owned(), |it| file_name(&it.path));
    let region = json!({ "startLine": place.line, "startColumn": place.column, "snippet": { "text": place.exact } });
    let mut location = location(&path, Some(region));
    if let (Some(fields), false) = (location.as_object_mut(), message.is_empty()) {
        fields.insert("message".to_owned(), json!({ "text": message }));
    }
    location
}

fn change(change: &Change) -> Value {
    json!({
        "ruleId": "snapshot",
        "level": "error",
        "message": { "text": change_headline(change.kind) },
        "locations": location(&format!("snapshots/{}", change.name), None),
    })
}

fn finding(finding: &Finding) -> Value {
    let place = finding.place.as_ref().map(|it| {
        let (line, column) = it.line_and_column();
        location(&file_name(&it.file), Some(json!({ "startLine": line, "startColumn": column })))
    });
    let help = finding.help.as_deref().map_or_else(String::new, |it| format!("; {it}"));
    json!({
        "ruleId": "finding",
        "level": level(finding.severity),
        "message": { "text": format!("{}{help}", finding.message) },
        "locations": place,
        "properties": { "code": finding.code },
    })
}

fn location(path: &str, region: Option<Value>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(path) } });
    if let (Some(fields), Some(region)) = (physical.as_object_mut(), region) {
        fields.insert("region".to_owned(), region);
    }
    json!({ "physicalLocation": physical })
}

/// A path as a relative reference: what is not plain in an address is escaped.
fn uri(path: &str) -> String {
    let plain = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'/' | b'-' | b'_' | b'.' | b'~');
    path.bytes().map(|it| if plain(it) { char::from(it).to_string() } else { format!("%{it:02X}") }).collect()
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(uri("corpus/a b/é#1.txt"), "corpus/a%20b/%C3%A9%231.txt");
    }
}
