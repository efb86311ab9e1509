//! Where results and diagnostics go.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::{Context, Failure};
use crate::report::{Format, Report, finding};

/// A report that was asked for: its format, and its file where it does not go to standard output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) format: Format,
    pub(super) file: Option<PathBuf>,
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(file)));
        let format = Format::named(name).ok_or_else(|| {
            let names: Vec<_> = Format::ALL.iter().map(|it| it.name()).collect();
            format!("there is no format `{name}`; there are {}", names.join(", "))
        })?;
        match file {
            Some("") => Err(format!("`{text}` names no file; write {name}=report.{name}")),
            file => Ok(Self { format, file: file.map(PathBuf::from) }),
        }
    }
}

/// Writes results to standard output; a reader that has gone is no failure.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("could not write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes diagnostics to standard error.
pub(super) fn tell(text: &str) {
    // Where standard error is closed there is nobody to tell.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Writes a report to its file, or to standard output where it has none.
pub(super) fn deliver(file: Option<&Path>, text: &str) -> Result<(), Failure> {
    file.map_or_else(|| print(text), |file| write_file(file, text))
}

/// Writes a report to a file, whose folder is made where there is none.
fn write_file(file: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::new(format!("could not write {}: {error}", file.display()));
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(file, text).map_err(failed)
}

impl Context {
    /// The reports that were asked for; text where none was, and never two on standard output.
    pub(super) fn targets(&self) -> Result<Vec<Target>, Failure> {
        let mut targets = self.options.format.clone();
        if targets.is_empty() {
            targets.push(Target { format: Format::Text, file: None });
        }
        if targets.iter().filter(|it| it.file.is_none()).count() > 1 {
            let message = "two reports would go to standard output; write one of them to a file, as in --format json=report.json";
            return Err(Failure::new(message));
        }
        Ok(targets)
    }

    /// Writes the reports that were asked for.
    pub(super) fn write(&self, report: &Report<'_>, targets: &[Target]) -> Result<(), Failure> {
        for target in targets {
            let style = if target.file.is_some() { self.style_of_files() } else { self.style() };
            deliver(target.file.as_deref(), &target.format.render(report, style))?;
        }
        Ok(())
    }

    /// Tells what should be mended.
    pub(super) fn tell_findings(&self, findings: &[crate::finding::Finding]) {
        use crate::finding::Severity;
        let told = |it: &&crate::finding::Finding| match it.severity {
            Severity::Error => true,
            Severity::Warning => !self.options.quiet,
            Severity::Info => self.options.verbose,
        };
        let told: Vec<_> = findings.iter().filter(told).cloned().collect();
        tell(&finding::render(&told, self.style_of_errors()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_may_name_its_file() {
        let target = "junit=out/a=b.xml".parse::<Target>().unwrap();
        assert_eq!(target, Target { format: Format::Junit, file: Some(PathBuf::from("out/a=b.xml")) });
        assert_eq!("text".parse::<Target>().unwrap().file, None);
    }

    #[test]
    fn an_unknown_format_is_told_those_that_there_are() {
        let error = "yaml".parse::<Target>().unwrap_err();
        assert!(error.contains("`yaml`") && error.contains("text, json, junit, sarif, github, markdown, html"), "{error}");
        assert!("json=".parse::<Target>().unwrap_err().contains("names no file"));
    }
}
