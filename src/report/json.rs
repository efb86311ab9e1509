//! The report for programs: one JSON object.

use rust_decimal::Decimal;
use serde::Serialize;

use super::explanation::Explained;
use super::place::{Place, Places};
use super::{Report, Row, change_headline};
use crate::claim::Verdict;
use crate::cross::{self, Cited, Evaluation, Timeline};
use crate::extract::{Period, Unit};
use crate::finding::{Finding, Severity};
use crate::run::{Run, file_name};
use crate::snapshot::{Change, Kind};
use crate::untrusted::is_hidden;
use crate::verify::{Bearing, Evidence, Facets};

/// Renders `report`, with a line end.
///
/// # Panics
///
/// Never: all keys are text.
pub fn render(report: &Report<'_>) -> String {
    let mut places = Places::new(&report.run.corpus);
    let whole = Whole {
        version: 1,
        results: report.rows.iter().map(|it| result(&mut places, it)).collect(),
        inconsistencies: report.run.inconsistencies.iter().map(|it| inconsistency(&mut places, it)).collect(),
        findings: report.run.findings.iter().map(finding).chain(report.changes.iter().map(change)).collect(),
        summary: Summary { passed: report.summary.passed, failed: report.summary.failed },
    };
    lines(&serde_json::to_string_pretty(&whole).expect("a report has only plain keys"))
}

/// The inconsistencies, with what is declared of measures and relations and what it comes to, with a line end.
///
/// # Panics
///
/// Never: all keys are text.
pub fn conflicts(run: &Run) -> String {
    let mut places = Places::new(&run.corpus);
    let whole = Conflicts {
        version: 1,
        inconsistencies: run.inconsistencies.iter().map(|it| inconsistency(&mut places, it)).collect(),
        measures: run.timelines.iter().map(|it| timeline(&mut places, it)).collect(),
        relations: run.evaluations.iter().map(|it| evaluation(&mut places, it)).collect(),
    };
    lines(&serde_json::to_string_pretty(&whole).expect("a report has only plain keys"))
}

/// One declared measure, with the inconsistencies and relations that it takes part in, with a line end.
///
/// # Panics
///
/// Never: all keys are text.
pub fn measure(run: &Run, shown: &Timeline) -> String {
    let mut places = Places::new(&run.corpus);
    let own = run.inconsistencies.iter().filter(|it| it.measure.as_ref() == Some(&shown.measure));
    let whole = Conflicts {
        version: 1,
        inconsistencies: own.map(|it| inconsistency(&mut places, it)).collect(),
        measures: vec![timeline(&mut places, shown)],
        relations: run.evaluations.iter().filter(|it| it.measures.contains(&shown.measure)).map(|it| evaluation(&mut places, it)).collect(),
    };
    lines(&serde_json::to_string_pretty(&whole).expect("a report has only plain keys"))
}

#[derive(Serialize)]
struct Conflicts<'r> {
    version: u32,
    inconsistencies: Vec<InconsistencyLine<'r>>,
    measures: Vec<TimelineLine<'r>>,
    relations: Vec<EvaluationLine<'r>>,
}

#[derive(Serialize)]
struct TimelineLine<'r> {
    id: &'r str,
    title: &'r str,
    unit: &'r str,
    points: Vec<PointLine<'r>>,
}

#[derive(Serialize)]
struct PointLine<'r> {
    date: Option<[jiff::civil::Date; 2]>,
    low: Option<serde_json::Number>,
    high: Option<serde_json::Number>,
    side: Option<&'r str>,
    vague: bool,
    modal: bool,
    #[serde(flatten)]
    statement: StatementLine<'r>,
}

fn timeline<'r>(places: &mut Places<'r>, timeline: &'r Timeline) -> TimelineLine<'r> {
    let factor = Unit::named(&timeline.unit).map_or(Decimal::ONE, |it| it.factor());
    let points = timeline.points.iter().map(|it| PointLine {
        date: it.date.map(|it| [it.from, it.to]),
        low: it.interval.low.and_then(|it| number(it, factor)),
        high: it.interval.high.and_then(|it| number(it, factor)),
        side: it.side.as_deref(),
        vague: it.vague,
        modal: it.unsure,
        statement: statement(places, &it.cited),
    });
    TimelineLine { id: &timeline.measure, title: &timeline.title, unit: &timeline.unit, points: points.collect() }
}

/// A number of the base unit in the unit of which that many make one.
fn number(value: Decimal, factor: Decimal) -> Option<serde_json::Number> {
    let value = value.checked_div(factor)?;
    value.round_dp(6).normalize().to_string().parse().ok()
}

#[derive(Serialize)]
struct EvaluationLine<'r> {
    relation: &'r str,
    equation: &'r str,
    shown: &'r str,
    inputs: Vec<StatementLine<'r>>,
    stated: Vec<StatedLine<'r>>,
}

#[derive(Serialize)]
struct StatedLine<'r> {
    agrees: bool,
    #[serde(flatten)]
    statement: StatementLine<'r>,
}

fn evaluation<'r>(places: &mut Places<'r>, evaluation: &'r Evaluation) -> EvaluationLine<'r> {
    EvaluationLine {
        relation: &evaluation.relation,
        equation: &evaluation.equation,
        shown: &evaluation.shown,
        inputs: evaluation.inputs.iter().map(|it| statement(places, it)).collect(),
        stated: evaluation
            .stated
            .iter()
            .map(|(cited, agrees)| StatedLine { agrees: *agrees, statement: statement(places, cited) })
            .collect(),
    }
}

/// Why one claim has its verdict: every passage that was weighed, with a line end.
///
/// # Panics
///
/// Never: all keys are text.
pub fn explanation(claim: &str, explained: &Explained<'_>) -> String {
    let mut places = Places::new(explained.corpus);
    let passages: Vec<_> = explained.candidates.iter().map(|it| evidence(&mut places, it)).collect();
    let (verdict, notes) = (explained.outcome.verdict, &explained.outcome.notes);
    let whole = serde_json::json!({ "version": 1, "claim": claim, "verdict": verdict, "evidence": passages, "notes": notes });
    lines(&serde_json::to_string_pretty(&whole).expect("a report has only plain keys"))
}

fn lines(json: &str) -> String {
    let mut out = harmless(json);
    out.push('\n');
    out
}

/// The same JSON, with escapes for what a terminal or a build server would obey.
pub fn harmless(json: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '[' if out.ends_with("##") => {
                out.pop();
                out.push_str("\\u0023[");
            }
            '\u{7f}' => out.push_str("\\u007f"),
            _ if is_hidden(character) => {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            _ => out.push(character),
        }
    }
    out
}

#[derive(Serialize)]
struct Whole<'r> {
    version: u32,
    results: Vec<ResultLine<'r>>,
    inconsistencies: Vec<InconsistencyLine<'r>>,
    findings: Vec<FindingLine<'r>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    passed: usize,
    failed: usize,
}

#[derive(Serialize)]
struct ResultLine<'r> {
    id: &'r str,
    file: String,
    line: usize,
    claim: &'r str,
    verdict: Verdict,
    expected: &'r [Verdict],
    passed: bool,
    evidence: Vec<EvidenceLine<'r>>,
    notes: &'r [String],
}

fn result<'r>(places: &mut Places<'r>, row: &Row<'r>) -> ResultLine<'r> {
    ResultLine {
        id: &row.assertion.id,
        file: file_name(&row.assertion.file),
        line: row.assertion.line,
        claim: &row.assertion.claim.line,
        verdict: row.outcome.verdict,
        expected: &row.assertion.expect,
        passed: row.passed(),
        evidence: row.outcome.evidence.iter().map(|it| evidence(places, it)).collect(),
        notes: &row.outcome.notes,
    }
}

/// A passage in JSON.
#[derive(Debug, Serialize)]
pub struct EvidenceLine<'r> {
    #[serde(flatten)]
    place: Place<'r>,
    stance: Bearing,
    /// The words of the claim that it was weighed for, where they are not all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'r str>,
    speaker: Option<&'r str>,
    amount: Option<&'r str>,
    facets: Facets,
}

/// The JSON of a passage.
pub fn evidence<'r>(places: &mut Places<'r>, evidence: &'r Evidence) -> EvidenceLine<'r> {
    EvidenceLine {
        place: places.of(evidence.document, evidence.span),
        stance: evidence.bearing,
        part: evidence.part.as_deref(),
        speaker: evidence.speaker.as_deref(),
        amount: evidence.amount.as_deref(),
        facets: evidence.facets,
    }
}

#[derive(Serialize)]
struct InconsistencyLine<'r> {
    id: &'r str,
    kind: cross::Kind,
    severity: Severity,
    message: &'r str,
    measure: Option<&'r str>,
    statements: Vec<StatementLine<'r>>,
}

fn inconsistency<'r>(places: &mut Places<'r>, found: &'r cross::Inconsistency) -> InconsistencyLine<'r> {
    InconsistencyLine {
        id: &found.id,
        kind: found.kind,
        severity: found.severity,
        message: &found.message,
        measure: found.measure.as_deref(),
        statements: found.statements.iter().map(|it| statement(places, it)).collect(),
    }
}

#[derive(Serialize)]
struct StatementLine<'r> {
    #[serde(flatten)]
    place: Place<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<[jiff::civil::Date; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<[jiff::civil::Date; 2]>,
}

fn statement<'r>(places: &mut Places<'r>, cited: &'r Cited) -> StatementLine<'r> {
    let days = |it: Period| [it.from, it.to];
    StatementLine {
        place: places.of(cited.document, cited.span),
        speaker: cited.speaker.as_deref(),
        amount: cited.amount.as_deref(),
        said: cited.said.map(days),
        as_of: cited.as_of.map(days),
    }
}

#[derive(Serialize)]
struct FindingLine<'r> {
    code: &'r str,
    severity: Severity,
    message: String,
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    help: Option<String>,
}

fn finding(finding: &Finding) -> FindingLine<'_> {
    let at = finding.place.as_ref().map(crate::finding::Place::line_and_column);
    FindingLine {
        code: finding.code,
        severity: finding.severity,
        message: finding.message.clone(),
        file: finding.place.as_ref().map(|it| file_name(&it.file)),
        line: at.map(|it| it.0),
        column: at.map(|it| it.1),
        help: finding.help.clone(),
    }
}

fn change(change: &Change) -> FindingLine<'_> {
    let code = match change.kind {
        Kind::Flipped => "verdict-changed",
        Kind::Changed => "snapshot-changed",
        Kind::New => "snapshot-new",
        Kind::Orphan => "snapshot-orphan",
    };
    FindingLine {
        code,
        severity: Severity::Error,
        message: change_headline(change.kind).to_owned(),
        file: Some(format!("snapshots/{}", change.name)),
        line: None,
        column: None,
        help: Some("see it with `onrecord review`, approve it with `onrecord accept`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn json_means_the_same_and_shows_nothing_that_is_obeyed() {
        let value = serde_json::json!("##[error]\u{9b}2J\u{202e}\u{e0041} é");
        let shown = harmless(&value.to_string());
        assert_eq!(shown, r##""#\u0023[error]\u009b2J\u202e\udb40\udc41 é""##);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), value);
    }
}
