//! The command-line tool: arguments, commands, exit codes.

mod extract;
mod init;
mod schema;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Tests for facts: what sources are on record as saying, checked against their texts.
#[derive(Parser)]
#[command(name = "onrecord", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints what the extractor reads, one line of JSON a document.
    Extract(extract::Arguments),
    /// Holds claims against their own documents: JSON lines in, verdicts out.
    Verify(verify::Arguments),
    /// Makes a workspace to begin with
    Init(init::Arguments),
    /// Prints the JSON Schema of the files that people write
    Schema(schema::Arguments),
}

/// Runs the command that the arguments of the process name.
pub fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
    }
}
