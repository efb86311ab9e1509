//! `onrecord extract`: JSON lines in, what was read off each text out, in the same order.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use rayon::prelude::*;
use serde::Deserialize;

use crate::extract::{Period, Setting, read};
use crate::report;

/// Arguments of `extract`.
#[derive(clap::Args)]
pub(super) struct Arguments {}

#[derive(Deserialize)]
struct Row {
    id: String,
    text: String,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    language: String,
}

/// Bytes of input that are read before the cores share them out; bounds the memory whatever the input's length.
const BATCH: usize = 4 << 20;

pub(super) fn run(_arguments: &Arguments) -> ExitCode {
    let mut input = std::io::stdin().lock();
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    loop {
        let mut lines = Vec::new();
        let mut size = 0;
        while size < BATCH {
            let mut line = String::new();
            match input.read_line(&mut line) {
                Ok(0) => break,
                Ok(read) => size += read,
                Err(_) => return ExitCode::from(2),
            }
            lines.push(line);
        }
        if lines.is_empty() {
            return ExitCode::SUCCESS;
        }
        let answers: Vec<_> = lines.par_iter().filter(|it| !it.trim().is_empty()).map(|it| answer(it)).collect();
        for answer in answers {
            let Some(answer) = answer else { return ExitCode::from(2) };
            if output.write_all(&answer).and_then(|()| output.write_all(b"\n")).is_err() {
                return ExitCode::from(2);
            }
        }
    }
}

fn answer(line: &str) -> Option<Vec<u8>> {
    let row: Row = serde_json::from_str(line).ok()?;
    let setting = Setting { published: row.published.as_deref().and_then(Period::parse), language: row.language };
    Some(report::reading::json(&row.id, &row.text, &read(&row.text, &setting)))
}
