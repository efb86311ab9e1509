//! Findings: what an analyst should see and mend, each with a place and a way out.

use std::path::PathBuf;

use serde::Serialize;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The run cannot be trusted until it is mended.
    Error,
    /// Something is likely not as meant.
    Warning,
    /// Worth knowing.
    Info,
}

/// Where in a file a finding points.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the workspace, with `/` between its parts.
    pub file: PathBuf,
    /// The text of the file, so that the line can be shown.
    pub source: std::sync::Arc<str>,
    /// The words that it points at, in bytes of `source`.
    pub span: crate::text::Span,
}

impl Place {
    /// The line and the column of the first character, both counted from 1; a column is a character.
    pub fn line_and_column(&self) -> (usize, usize) {
        line_and_column(&self.source, self.span.start as usize)
    }
}

/// The line and the column of the byte `offset` in `source`, both counted from 1; a column is a character.
pub fn line_and_column(source: &str, offset: usize) -> (usize, usize) {
    let before = source.get(..offset).unwrap_or(source);
    let line_start = before.rfind('\n').map_or(0, |it| it + 1);
    let line = before.bytes().filter(|it| *it == b'\n').count() + 1;
    let column = before.get(line_start..).map_or(0, |it| it.chars().count()) + 1;
    (line, column)
}

/// Something that an analyst should see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A stable kebab-case code, such as `unknown-key`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// Where, if it has a place in a file.
    pub place: Option<Place>,
    /// Other places that it speaks of, each with what stands there.
    pub related: Vec<(Place, String)>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Finding {
    /// An error with a place still to be given.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, severity: Severity::Error, message: message.into(), place: None, related: Vec::new(), help: None }
    }

    /// A warning with a place still to be given.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Something worth knowing, with a place still to be given.
    pub fn info(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Info, ..Self::error(code, message) }
    }

    /// The same, pointing at `place`.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// The same, pointing at `place` too, where `label` stands.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    /// The same, saying what to write instead.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}
