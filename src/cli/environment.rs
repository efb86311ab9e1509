//! What the process stands in: environment, terminals, folder. It is read here and nowhere else.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use super::Context;
use crate::report::style::{Detail, Style};

/// When to colour.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colouring {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What the process stands in.
#[derive(Debug)]
pub(super) struct Environment {
    /// The arguments of the process.
    pub(super) arguments: Vec<OsString>,
    /// The current folder; none where it has gone.
    pub(super) folder: Option<PathBuf>,
    /// Whether a build server runs it: nothing is written but the reports asked for.
    pub(super) ci: bool,
}

impl Environment {
    #[expect(clippy::disallowed_methods, reason = "this is where the environment is read")]
    pub(super) fn read() -> Self {
        let set = |name: &str| env::var(name).is_ok_and(|it| !it.is_empty() && it != "false" && it != "0");
        Self { arguments: env::args_os().collect(), folder: env::current_dir().ok(), ci: set("CI") }
    }
}

/// Columns that are written through a pipe and in a terminal that does not tell its width.
const WIDTH: usize = 80;
/// Columns of a line that is still read with ease.
const WIDEST: usize = 120;

impl Context {
    /// How reports on standard output look.
    pub(super) fn style(&self) -> Style {
        let choice = anstream::AutoStream::choice(&std::io::stdout());
        self.styled(choice, &console::Term::stdout())
    }

    /// How diagnostics on standard error look.
    pub(super) fn style_of_errors(&self) -> Style {
        let choice = anstream::AutoStream::choice(&std::io::stderr());
        self.styled(choice, &console::Term::stderr())
    }

    /// How reports in files look.
    pub(super) fn style_of_files(&self) -> Style {
        Style { coloured: false, width: WIDTH, detail: self.detail() }
    }

    fn styled(&self, choice: anstream::ColorChoice, terminal: &console::Term) -> Style {
        let coloured = match self.options.color {
            Colouring::Auto => choice != anstream::ColorChoice::Never,
            Colouring::Always => true,
            Colouring::Never => false,
        };
        let width = terminal.size_checked().map_or(WIDTH, |it| usize::from(it.1).clamp(40, WIDEST));
        Style { coloured, width, detail: self.detail() }
    }

    fn detail(&self) -> Detail {
        match (self.options.quiet, self.options.verbose) {
            (true, _) => Detail::Quiet,
            (_, true) => Detail::Verbose,
            _ => Detail::Normal,
        }
    }
}
