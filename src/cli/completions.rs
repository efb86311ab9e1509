//! `onrecord completions`: completions for a shell.

use super::{Failure, PASSED, output};

/// Arguments of `completions`.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The shell
    shell: clap_complete::Shell,
}

pub(super) fn run(arguments: &Arguments, mut command: clap::Command) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "onrecord", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(PASSED)
}
