//! `onrecord check`: holds the assertions against the corpus and the results against what was approved.

use super::{BROKEN, Context, DIFFERS, Failure, PASSED};
use crate::report::Report;
use crate::run::Filter;
use crate::snapshot::{Snapshots, passes};

/// Arguments of `check`.
#[derive(clap::Args, Default)]
pub(super) struct Arguments {
    /// Only assertions with this in their id, claim or file, or with this tag
    filter: Vec<String>,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<u8, Failure> {
    let targets = context.targets()?;
    let workspace = context.workspace()?;
    let filter = Filter::new(&arguments.filter);
    let run = context.run(&workspace, &filter)?;
    let mut changes = Vec::new();
    if !context.options.no_snapshots {
        let snapshots = Snapshots::of(&workspace);
        changes = snapshots.compare(&run, filter.is_empty())?;
        if !context.environment.ci {
            snapshots.propose(&run, &changes, filter.is_empty() && !run.is_broken())?;
        }
    }
    context.write(&Report::new(&run, &changes), &targets)?;
    Ok(match (run.is_broken(), passes(&run, &changes)) {
        (true, _) => BROKEN,
        (false, false) if !context.options.exit_zero => DIFFERS,
        _ => PASSED,
    })
}
