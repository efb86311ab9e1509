//! `onrecord extract`: what the extractor reads, one line of JSON a document, in the order of input.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Deserialize;

use super::lines::{Output, filter};
use super::{BROKEN, Context, Failure, PASSED};
use crate::corpus;
use crate::extract::{Period, Setting, read};
use crate::finding::Severity;
use crate::report::reading;
use crate::workspace::Workspace;

/// Arguments of `extract`.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Documents, and folders of documents; without any, standard input is read as JSON lines
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<u8, Failure> {
    if arguments.files.is_empty() { filter(answer) } else { files(context, &arguments.files) }
}

/// Reads documents from files; what cannot be read is told, and the others are read all the same.
fn files(context: &Context, paths: &[PathBuf]) -> Result<u8, Failure> {
    let folder = context.environment.folder.as_deref().unwrap_or(Path::new("."));
    let mut output = Output::new();
    let mut broken = false;
    for path in paths {
        if !path.exists() {
            return Err(Failure::new(format!("there is no file or folder {}", path.display())));
        }
        let read = if path.is_dir() {
            corpus::load(&Workspace { corpus: path.clone(), ..Workspace::at(folder) })
        } else {
            corpus::load_file(&Workspace::at(folder), path)
        };
        context.tell_findings(&read.findings);
        broken |= read.findings.iter().any(|it| it.severity == Severity::Error);
        let rows: Vec<_> = read.documents.par_iter().map(|it| reading::json(&it.id, &it.text, &it.reading)).collect();
        for row in rows {
            if !output.write(&row)? || !output.write(b"\n")? {
                return Ok(PASSED);
            }
        }
    }
    output.end()?;
    Ok(if broken { BROKEN } else { PASSED })
}

#[derive(Deserialize)]
struct Row<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(borrow)]
    text: Cow<'l, str>,
    #[serde(borrow, default)]
    published: Option<Cow<'l, str>>,
    #[serde(default)]
    language: Option<String>,
}

/// Writes the JSON of what is read off one line; answers with a warning where its date is none.
fn answer(number: usize, line: &[u8], out: &mut Vec<u8>) -> Result<Option<String>, String> {
    let row: Row<'_> = serde_json::from_slice(line).map_err(|it| {
        format!(
            "line {number} of standard input is no document: {it}; write {{\"id\": \"…\", \"text\": \"…\", \"published\": \"2025-02-20\"}}"
        )
    })?;
    let published = row.published.as_deref().and_then(Period::parse);
    let warning = row.published.as_deref().filter(|_| published.is_none()).map(|it| {
        let it = crate::untrusted::plain(it);
        format!("warning: line {number} of standard input: `{it}` is no date, so the text is read as undated; write 2025-02-20\n")
    });
    let setting = Setting { published, language: row.language.unwrap_or_default() };
    reading::write(&row.id, &row.text, &read(&row.text, &setting), out);
    Ok(warning)
}
