//! Reports: one file a format. A report counts nothing and decides nothing.

pub mod conflicts;
pub mod diff;
mod excerpt;
pub mod explanation;
pub mod finding;
pub mod github;
pub mod html;
pub mod json;
pub mod junit;
mod line;
pub mod markdown;
pub mod measure;
pub mod place;
pub mod reading;
pub mod rule;
pub mod sarif;
pub mod style;
pub mod text;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
mod xml;

use std::collections::BTreeMap;

use crate::claim::{Assertion, Verdict};
use crate::run::{Checked, Run, is_expected};
use crate::snapshot::{Change, Kind};
use crate::verify::{Answer, Bearing, Evidence, Outcome};
use style::Style;

/// A format of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For build servers' lists of tests.
    Junit,
    /// For code scanning.
    Sarif,
    /// For the log of a GitHub workflow, as annotations.
    Github,
    /// For a pull request or an issue.
    Markdown,
    /// For a browser, in one file.
    Html,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Text, Self::Json, Self::Junit, Self::Sarif, Self::Github, Self::Markdown, Self::Html];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Junit => "junit",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Renders `report`; `style` is that of reports for people.
    pub fn render(self, report: &Report<'_>, style: Style) -> String {
        match self {
            Self::Text => text::render(report, style),
            Self::Json => json::render(report),
            Self::Junit => junit::render(report),
            Self::Sarif => sarif::render(report),
            Self::Github => github::render(report),
            Self::Markdown => markdown::render(report),
            Self::Html => html::render(report),
        }
    }
}

/// One assertion with what it came to.
#[derive(Debug)]
pub struct Row<'r> {
    /// The assertion.
    pub assertion: &'r Assertion,
    /// What weighing its claim came to.
    pub outcome: &'r Outcome,
    /// Whether the verdict is one that it expects.
    pub expected: bool,
    /// How the result differs from the approved one.
    pub change: Option<&'r Change>,
}

impl<'r> Row<'r> {
    /// What `checked` came to in `run`, and how that differs from the approved result.
    pub fn new(run: &'r Run, checked: &'r Checked, change: Option<&'r Change>) -> Option<Self> {
        let assertion = run.claims.assertions.get(checked.assertion)?;
        let outcome = &checked.outcome;
        Some(Self { assertion, outcome, expected: is_expected(assertion, outcome), change })
    }

    /// Whether the verdict is an expected one and the result as approved.
    pub fn passed(&self) -> bool {
        self.expected && self.change.is_none()
    }

    /// The verdicts that pass, for a person: "supported or disputed".
    pub fn expectation(&self) -> String {
        self.assertion.expect.iter().map(|it| it.name()).collect::<Vec<_>>().join(" or ")
    }

    /// The passages that a person wants to see first: those that make the verdict, or those that come nearest.
    pub fn passages(&self) -> Vec<&'r Evidence> {
        let evidence = &self.outcome.evidence;
        let deciding: Vec<_> = evidence.iter().filter(|it| it.bearing != Bearing::Near).collect();
        if !deciding.is_empty() {
            return deciding;
        }
        // A passage that shares a place name and nothing more tells nobody anything.
        let tells = |it: &&Evidence| it.facets.topic == Answer::Agrees || it.facets.amount == Answer::Agrees;
        let near: Vec<_> = evidence.iter().filter(tells).collect();
        if near.is_empty() { evidence.iter().take(1).collect() } else { near }
    }

    /// In one line, what is not as it should be; empty for what passed.
    pub fn headline(&self) -> String {
        if !self.expected {
            return format!("{}, though {} is expected", meaning(self.outcome.verdict), self.expectation());
        }
        self.change.map_or_else(String::new, |it| change_headline(it.kind).to_owned())
    }
}

/// What a verdict means, in words.
const fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "a passage says so",
        Verdict::Contradicted => "a passage says otherwise",
        Verdict::Disputed => "one passage says so and another says otherwise",
        Verdict::NotFound => "no passage says so",
    }
}

/// What a change of a snapshot is, in words.
pub const fn change_headline(kind: Kind) -> &'static str {
    match kind {
        Kind::Flipped => "the verdict is not the approved one",
        Kind::Changed => "the result is not the approved one",
        Kind::New => "the result is not approved yet",
        Kind::Orphan => "no assertion has this snapshot",
    }
}

/// How many passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Assertions with their expected verdict and an approved result.
    pub passed: usize,
    /// The others.
    pub failed: usize,
    /// Those of the others that have their expected verdict, and lack an approval alone.
    pub unapproved: usize,
}

/// All that a report shows.
#[derive(Debug)]
pub struct Report<'r> {
    /// The run.
    pub run: &'r Run,
    /// The results that are not as approved.
    pub changes: &'r [Change],
    /// The assertions, in order.
    pub rows: Vec<Row<'r>>,
    /// How many passed and failed.
    pub summary: Summary,
}

impl<'r> Report<'r> {
    /// Joins what a run found with what was approved.
    pub fn new(run: &'r Run, changes: &'r [Change]) -> Self {
        let by_assertion: BTreeMap<_, _> = changes.iter().filter_map(|it| Some((it.assertion?, it))).collect();
        let row = |checked: &'r Checked| Row::new(run, checked, by_assertion.get(&checked.assertion).copied());
        let rows: Vec<_> = run.checked.iter().filter_map(row).collect();
        let passed = rows.iter().filter(|it| it.passed()).count();
        let unapproved = rows.iter().filter(|it| it.expected && !it.passed()).count();
        let summary = Summary { passed, failed: rows.len() - passed, unapproved };
        Self { run, changes, rows, summary }
    }

    /// The changes that belong to no assertion: orphans and the inconsistencies.
    pub fn loose_changes(&self) -> impl Iterator<Item = &'r Change> {
        self.changes.iter().filter(|it| it.assertion.is_none())
    }
}
