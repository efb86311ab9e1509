//! The command-line tool: arguments, commands, exit codes.

mod check;
mod completions;
mod conflicts;
mod environment;
mod explain;
mod extract;
mod init;
mod schema;
mod lines;
mod output;
mod progress;
mod review;
mod verify;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use environment::Environment;

/// Every assertion has its expected verdict and every snapshot is as approved.
const PASSED: u8 = 0;
/// Something differs.
const DIFFERS: u8 = 1;
/// It could not run.
const BROKEN: u8 = 2;

/// Tests for facts: what sources are on record as saying, checked against their texts.
#[derive(Parser)]
#[command(name = "onrecord", version, about, after_help = AFTER_HELP)]
struct Arguments {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Option<Command>,
}

const AFTER_HELP: &str = "\
Without a command it checks. Exit code: 0 where every assertion has its expected verdict and every
snapshot is as approved, 1 where something differs, 2 where it could not run.";

/// Options of every command.
#[derive(clap::Args, Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "a flag on the command line is on or off")]
struct Options {
    /// The workspace [default: the nearest folder upwards with onrecord.toml, or with corpus and assertions]
    #[arg(long, global = true, value_name = "DIR", help_heading = "Workspace")]
    workspace: Option<std::path::PathBuf>,
    /// The folder of the source documents
    #[arg(long, global = true, value_name = "DIR", help_heading = "Workspace")]
    corpus: Option<std::path::PathBuf>,
    /// The folder of the assertion files
    #[arg(long, global = true, value_name = "DIR", help_heading = "Workspace")]
    assertions: Option<std::path::PathBuf>,
    /// The folder of the approved results
    #[arg(long, global = true, value_name = "DIR", help_heading = "Workspace")]
    snapshots: Option<std::path::PathBuf>,
    /// Compare verdicts with `expect` alone; neither read nor write snapshots
    #[arg(long, global = true, help_heading = "Workspace")]
    no_snapshots: bool,
    /// text, json, junit, sarif, github, markdown or html; FORMAT=FILE writes to a file; may be repeated
    #[arg(long, global = true, value_name = "FORMAT[=FILE]", value_delimiter = ',', help_heading = "Output")]
    format: Vec<output::Target>,
    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Output")]
    color: environment::Colouring,
    /// Only what failed, a line each
    #[arg(short, long, global = true, conflicts_with = "verbose", help_heading = "Output")]
    quiet: bool,
    /// What passed, too
    #[arg(short, long, global = true, help_heading = "Output")]
    verbose: bool,
    /// Exit with 0 where assertions fail, with 2 where it could not run
    #[arg(long, global = true, help_heading = "Output")]
    exit_zero: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Holds the assertions against the corpus and the results against what was approved
    Check(check::Arguments),
    /// Shows why a claim has its verdict: every candidate passage, facet by facet
    Explain(explain::Arguments),
    /// Shows where sources contradict each other or themselves
    Conflicts(conflicts::Arguments),
    /// Prints what the extractor reads, one line of JSON a document
    Extract(extract::Arguments),
    /// Holds claims against their own documents: JSON lines in, verdicts out
    Verify(verify::Arguments),
    /// Makes a workspace to begin with
    Init(init::Arguments),
    /// Prints the JSON Schema of the files that people write
    Schema(schema::Arguments),
    /// Walks through the results that are not as approved
    Review(review::Arguments),
    /// Approves results as they now are, all or those that a filter names; removes snapshots without an assertion
    Accept(review::Arguments),
    /// Drops proposed results, all or those that a filter names
    Reject(review::Arguments),
    /// Prints completions for a shell
    Completions(completions::Arguments),
}

/// Runs the command that the arguments of the process name.
pub fn main() -> ExitCode {
    let environment = Environment::read();
    let arguments = match Arguments::try_parse_from(environment.arguments.iter().map(OsString::as_os_str)) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help that nobody reads to its end is no failure.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { BROKEN } else { PASSED });
        }
    };
    let context = Context { options: arguments.options, environment };
    let command = arguments.command.unwrap_or_else(|| Command::Check(check::Arguments::default()));
    let code = match command {
        Command::Check(arguments) => check::run(&context, &arguments),
        Command::Explain(arguments) => explain::run(&context, &arguments),
        Command::Conflicts(arguments) => conflicts::run(&context, &arguments),
        Command::Extract(arguments) => extract::run(&context, &arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Init(arguments) => return init::run(&arguments),
        Command::Schema(arguments) => return schema::run(&arguments),
        Command::Review(arguments) => review::review(&context, &arguments),
        Command::Accept(arguments) => review::accept(&context, &arguments),
        Command::Reject(arguments) => review::reject(&context, &arguments),
        Command::Completions(arguments) => completions::run(&arguments, Arguments::command()),
    };
    ExitCode::from(code.unwrap_or_else(|failure| context.report(&failure)))
}

/// What every command knows.
struct Context {
    options: Options,
    environment: Environment,
}

/// Why a command could not run.
struct Failure {
    message: String,
}

impl Failure {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let mut message = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            let text = cause.to_string();
            // Some errors repeat their cause in their own words.
            if !message.ends_with(&text) {
                message = format!("{message}: {text}");
            }
            source = cause.source();
        }
        Self { message }
    }
}

impl Context {
    /// Tells why a command could not run.
    fn report(&self, failure: &Failure) -> u8 {
        let error = self.style_of_errors().paint(crate::report::style::Colour::Red, "error");
        output::tell(&format!("{error}: {}\n", crate::untrusted::plain(&failure.message)));
        BROKEN
    }
}
