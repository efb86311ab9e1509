//! `onrecord conflicts`: where sources contradict each other or themselves.

use super::{BROKEN, Context, Failure, PASSED, output};
use crate::report::{Format, conflicts, json};
use crate::run::Run;
use crate::{claim, corpus};

/// Arguments of `conflicts`.
#[derive(clap::Args)]
pub(super) struct Arguments {}

pub(super) fn run(context: &Context, _arguments: &Arguments) -> Result<u8, Failure> {
    let targets = context.targets()?;
    let workspace = context.workspace()?;
    let corpus = corpus::load(&workspace);
    let claims = claim::load(&workspace, &corpus);
    let run = Run::of(&workspace, corpus, claims, &[], &|| ());
    context.tell_findings(&run.findings);
    for target in targets {
        let text = match target.format {
            Format::Text => conflicts::render(&run, context.style()),
            Format::Json => json::inconsistencies(&run.corpus, &run.inconsistencies),
            other => return Err(Failure::new(format!("conflicts are shown as text or json, not as {}", other.name()))),
        };
        output::deliver(target.file.as_deref(), &text)?;
    }
    Ok(if run.is_broken() { BROKEN } else { PASSED })
}
