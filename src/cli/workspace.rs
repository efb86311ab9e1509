//! Finding the workspace, loading it, running over it.

use std::path::Path;

use super::{Context, Failure};
use crate::run::{Filter, Run};
use crate::workspace::{Overrides, Workspace};
use crate::{claim, corpus, language};

impl Context {
    /// The workspace that the options name, or the one that the current folder stands in.
    pub(super) fn workspace(&self) -> Result<Workspace, Failure> {
        let options = &self.options;
        let overrides = Overrides {
            workspace: options.workspace.clone(),
            corpus: options.corpus.clone(),
            assertions: options.assertions.clone(),
            snapshots: options.snapshots.clone(),
        };
        let folder = self.environment.folder.as_deref().unwrap_or(Path::new("."));
        Ok(Workspace::open(folder, &overrides)?)
    }

    /// Runs over the assertions that `filter` names, and tells what should be mended.
    pub(super) fn run(&self, workspace: &Workspace, filter: &Filter) -> Result<Run, Failure> {
        let progress = self.progress("reading");
        let (corpus, ()) = rayon::join(|| corpus::load(workspace), language::ready);
        let claims = claim::load(workspace, &corpus);
        let chosen = filter.chosen(&claims);
        progress.steps(chosen.len(), "verifying");
        let run = Run::of(workspace, corpus, claims, &chosen, &|| progress.step());
        drop(progress);
        self.tell_findings(&run.findings);
        if chosen.is_empty() && !filter.is_empty() && !run.is_broken() {
            return Err(Failure::new("no assertion has that in its id, claim, file or tags; `onrecord check -v` lists them all"));
        }
        Ok(run)
    }
}
