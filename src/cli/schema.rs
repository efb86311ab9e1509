//! `onrecord schema`: the JSON Schema of the files that people write.

use std::io::Write;
use std::process::ExitCode;

use crate::claim::schema::{Kind, schema};

/// Arguments of `schema`.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The files to describe.
    #[arg(value_enum, default_value_t = Files::Assertions)]
    files: Files,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Files {
    /// Assertion files.
    Assertions,
    /// Sidecars and front matter of documents.
    Document,
    /// The settings, onrecord.toml.
    Settings,
}

pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let kind = match arguments.files {
        Files::Assertions => Kind::Assertions,
        Files::Document => Kind::Document,
        Files::Settings => Kind::Settings,
    };
    match std::io::stdout().lock().write_all(schema(kind).as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}
