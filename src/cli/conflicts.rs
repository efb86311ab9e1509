//! `onrecord conflicts`: where sources contradict each other or themselves.

use super::{BROKEN, Context, Failure, PASSED, output};
use crate::cross::Timeline;
use crate::report::{Format, conflicts, json, measure};
use crate::run::Run;
use crate::toml_file::did_you_mean;
use crate::{claim, corpus};

/// Arguments of `conflicts`.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Only this declared measure: the figures that sources put on it, in the order of time and side by side
    #[arg(long, value_name = "ID")]
    measure: Option<String>,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<u8, Failure> {
    let targets = context.targets()?;
    let workspace = context.workspace()?;
    let corpus = corpus::load(&workspace);
    let claims = claim::load(&workspace, &corpus);
    let run = Run::of(&workspace, corpus, claims, &[], &|| ());
    context.tell_findings(&run.findings);
    let timeline = arguments.measure.as_deref().map(|it| timeline(&run, it)).transpose()?;
    for target in targets {
        let style = if target.file.is_none() { context.style() } else { context.style_of_files() };
        let text = match (target.format, timeline) {
            (Format::Text, None) => conflicts::render(&run, style),
            (Format::Text, Some(it)) => measure::render(&run, it, style),
            (Format::Json, None) => json::conflicts(&run),
            (Format::Json, Some(it)) => json::measure(&run, it),
            (other, _) => return Err(Failure::new(format!("conflicts are shown as text or json, not as {}", other.name()))),
        };
        output::deliver(target.file.as_deref(), &text)?;
    }
    Ok(if run.is_broken() { BROKEN } else { PASSED })
}

/// The timeline of the declared measure with that id.
fn timeline<'r>(run: &'r Run, id: &str) -> Result<&'r Timeline, Failure> {
    if let Some(found) = run.timelines.iter().find(|it| it.measure == id) {
        return Ok(found);
    }
    let known: Vec<_> = run.timelines.iter().map(|it| it.measure.as_str()).collect();
    let guess = did_you_mean(id, known.iter().copied());
    Err(Failure::new(if known.is_empty() {
        format!("no measure has the id `{id}`; the assertion files declare none, write a [[measure]] table")
    } else if guess.is_empty() {
        format!("no measure has the id `{id}`; there are {}", known.join(", "))
    } else {
        format!("no measure has the id `{id}`{guess}")
    }))
}
