//! TOML files whose keys are checked: every mistake is a finding with its place and a way out.

mod fields;
mod suggestion;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use fields::{Fields, Word};
pub use suggestion::{did_you_mean, suggestion};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::finding::{Finding, Place};
use crate::text::Span;

/// A file, or the part of one, that is read as TOML; it gathers what is wrong with it.
#[derive(Debug)]
pub struct TomlFile {
    file: PathBuf,
    source: Arc<str>,
    base: usize,
    findings: Vec<Finding>,
}

impl TomlFile {
    /// The file called `file`, which holds `source`.
    pub fn new(file: &Path, source: Arc<str>) -> Self {
        Self::part(file, source, 0)
    }

    /// The part of a file that begins at the byte `base` of its `source`.
    pub fn part(file: &Path, source: Arc<str>, base: usize) -> Self {
        Self { file: file.to_path_buf(), source, base, findings: Vec::new() }
    }

    /// The place of the bytes `range` of the part.
    pub fn place(&self, range: Range<usize>) -> Place {
        // A mistake at the very end points at the last character rather than past it.
        let length = self.source.len();
        let start = (self.base + range.start).min(length);
        let span = Span::new(start, (self.base + range.end).clamp(start, length));
        Place { file: self.file.clone(), source: Arc::clone(&self.source), span }
    }

    /// The bytes `range` of the part, as written.
    pub fn text_at(&self, range: Range<usize>) -> &str {
        self.source.get(self.base + range.start..self.base + range.end).unwrap_or_default()
    }

    /// Keeps `finding`, pointing at the bytes `range` of the part.
    pub fn report(&mut self, finding: Finding, range: Range<usize>) {
        let place = self.place(range);
        self.findings.push(finding.at(place));
    }

    /// Keeps `finding` as it is.
    pub fn keep(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// The top table of `text`, which is the part itself; what does not parse is reported and left out.
    pub fn parse<'t>(&mut self, text: &'t str) -> DeTable<'t> {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let range = error.span().unwrap_or(0..0);
            self.report(slip(text, range.start, error.message()), range);
        }
        table.into_inner()
    }

    /// The tables of `[[name]]` in `table`; a single `[name]` is reported, and read all the same.
    pub fn tables<'d, 't>(&mut self, table: &'d DeTable<'t>, name: &str) -> Vec<(&'d DeTable<'t>, Range<usize>)> {
        let Some(value) = table.get(name) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(array) => array.iter().filter_map(|it| self.table(it, name)).collect(),
            DeValue::Table(one) => {
                let finding = Finding::error("wrong-type", format!("`{name}` is a list of tables")).help(format!("write [[{name}]]"));
                self.report(finding, value.span());
                vec![(one, value.span())]
            }
            _ => {
                self.table(value, name);
                Vec::new()
            }
        }
    }

    fn table<'d, 't>(&mut self, value: &'d Spanned<DeValue<'t>>, name: &str) -> Option<(&'d DeTable<'t>, Range<usize>)> {
        let Some(table) = value.get_ref().as_table() else {
            let message = format!("`{name}` must be a table, not {}", fields::type_name(value.get_ref()));
            self.report(Finding::error("wrong-type", message).help(format!("write [[{name}]] on a line of its own")), value.span());
            return None;
        };
        Some((table, value.span()))
    }

    /// What was wrong, in the order of the places.
    pub fn into_findings(mut self) -> Vec<Finding> {
        self.findings.sort_by(|one, other| (&one.place, one.code).cmp(&(&other.place, other.code)));
        self.findings
    }
}

/// A slip of TOML at the byte `at`, with what to write where the slip is one that is met often.
fn slip(text: &str, at: usize, message: &str) -> Finding {
    let start = text.get(..at).unwrap_or_default().rfind('\n').map_or(0, |it| it + 1);
    let line = text.get(start..).and_then(|it| it.lines().next()).unwrap_or_default();
    if message.contains("duplicate key") {
        let help = "a key stands once in a table; keep one of them, or begin another table";
        return Finding::error("toml", "this key stood in the table before").help(help);
    }
    if let Some((key, value)) = line.split_once('=').map(|(key, value)| (key.trim(), value.trim()))
        && value.starts_with(|it: char| it.is_alphabetic() || it.is_ascii_digit())
        && !value.contains('"')
    {
        let finding = Finding::error("toml", "text must stand between quotation marks");
        return finding.help(format!("write {key} = \"{value}\""));
    }
    let message = message.lines().collect::<Vec<_>>().join(", ");
    Finding::error("toml", format!("this is not TOML: {message}"))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Findings as one line each: `file:line:column code message`, and what helps behind an arrow.
    pub(crate) fn lines(findings: &[Finding]) -> Vec<String> {
        let line = |finding: &Finding| {
            let place = finding.place.as_ref().map_or_else(String::new, |it| {
                let (line, column) = it.line_and_column();
                format!("{}:{line}:{column} ", it.file.display())
            });
            let related = finding.related.iter().map(|(place, label)| {
                let (line, column) = place.line_and_column();
                format!(" [{}:{line}:{column} {label}]", place.file.display())
            });
            let help = finding.help.as_ref().map_or_else(String::new, |it| format!(" -> {it}"));
            format!("{place}{} {}{}{help}", finding.code, finding.message, related.collect::<String>())
        };
        findings.iter().map(line).collect()
    }

    fn check(source: &str, expected: &[&str]) {
        let mut file = TomlFile::new(Path::new("x.toml"), source.into());
        file.parse(source);
        assert_eq!(lines(&file.into_findings()), expected, "{source}");
    }

    #[test]
    fn text_that_does_not_parse_is_found_all_at_once() {
        check(
            "a = north\nb = \"fine\"\nb = \"twice\"\n",
            &[
                "x.toml:1:5 toml text must stand between quotation marks -> write a = \"north\"",
                "x.toml:3:1 toml this key stood in the table before -> a key stands once in a table; keep one of them, or begin another table",
            ],
        );
    }
}
