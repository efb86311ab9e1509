//! Approved results: where they live, how they are compared, proposed and approved.
//!
//! One snapshot an assertion, `snapshots/<assertion file>/<id>.snap`; one a declared measure, `snapshots/measures/<id>.snap`, with
//! its figures in the order of time; and `snapshots/inconsistencies.snap` for what else the corpus contradicts itself in. What a run finds is compared with them; a difference is proposed in a `.snap.new` beside,
//! as insta does it, and becomes the approved result when a person accepts it.

mod file;
mod record;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::PathBuf;

pub use file::Error;
pub use record::{answer_name, facets, kind_name, severity_name, stance};

use crate::claim::Assertion;
use crate::cross::Timeline;
use crate::run::{Run, file_name, is_expected};
use crate::workspace::{Workspace, walk};

/// The name of the snapshot of the corpus's inconsistencies.
pub const INCONSISTENCIES: &str = "inconsistencies.snap";

/// How a result differs from what was approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Another verdict than the approved one.
    Flipped,
    /// The verdict stands; its evidence or what is expected of it has changed.
    Changed,
    /// Nothing was approved yet.
    New,
    /// No assertion has that id any more.
    Orphan,
}

/// A result that is not as approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How it differs.
    pub kind: Kind,
    /// The snapshot's path below the folder of snapshots, with `/`.
    pub name: String,
    /// The index of its assertion in `claims.assertions`; none for inconsistencies and orphans.
    pub assertion: Option<usize>,
    /// Where it comes from: the assertion file, or the corpus.
    pub source: String,
    /// What it is the result of: the claim.
    pub expression: String,
    /// The approved content.
    pub old: Option<String>,
    /// The content that the run came to.
    pub new: Option<String>,
}

/// Snapshots of one workspace.
#[derive(Clone, Debug)]
pub struct Snapshots {
    folder: PathBuf,
}

impl Snapshots {
    /// Those of `workspace`.
    pub fn of(workspace: &Workspace) -> Self {
        Self { folder: workspace.snapshots.clone() }
    }

    /// The path of an assertion's snapshot below the folder, with `/`.
    pub fn name(&self, assertion: &Assertion) -> String {
        let folders = assertion.group.split('/').map(file::file_name).collect::<Vec<_>>().join("/");
        format!("{folders}/{}.snap", file::file_name(&assertion.id))
    }

    /// How the results of `run` differ from what was approved, sorted by name; with `whole` runs, orphans and
    /// inconsistencies too.
    pub fn compare(&self, run: &Run, whole: bool) -> Result<Vec<Change>, Error> {
        let mut changes = Vec::new();
        let mut seen = BTreeSet::new();
        for checked in &run.checked {
            let Some(assertion) = run.claims.assertions.get(checked.assertion) else { continue };
            // An id used twice is a finding; the first to use it keeps the snapshot.
            if !seen.insert(self.name(assertion)) {
                continue;
            }
            let new = record::assertion(&run.corpus, assertion, &checked.outcome);
            let change = Change {
                kind: Kind::New,
                name: self.name(assertion),
                assertion: Some(checked.assertion),
                source: file_name(&assertion.file),
                expression: assertion.claim.line.clone(),
                old: None,
                new: Some(new.trim_end().to_owned()),
            };
            changes.extend(self.difference(change)?);
        }
        // A file that did not parse has not lost its assertions.
        if whole && !run.is_broken() {
            changes.extend(self.inconsistencies(run)?);
            changes.extend(self.orphans(run));
        }
        changes.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(changes)
    }

    /// One snapshot for each declared measure, and one for the inconsistencies that belong to none.
    fn inconsistencies(&self, run: &Run) -> Result<Vec<Change>, Error> {
        let mut changes = Vec::new();
        for timeline in &run.timelines {
            let record = record::measure(run, timeline);
            changes.extend(self.difference(of_corpus(measure_name(timeline), &timeline.measure, &record))?);
        }
        let rest: Vec<_> = run.inconsistencies.iter().filter(|it| it.measure.is_none()).collect();
        if !rest.is_empty() || self.folder.join(INCONSISTENCIES).exists() {
            let record = record::inconsistencies(&run.corpus, &rest);
            changes.extend(self.difference(of_corpus(INCONSISTENCIES.to_owned(), "inconsistencies", &record))?);
        }
        Ok(changes)
    }

    fn difference(&self, change: Change) -> Result<Option<Change>, Error> {
        let old = file::content(&self.folder.join(&change.name))?;
        let kind = match (&old, &change.new) {
            (None, _) => Kind::New,
            (Some(old), Some(new)) if old == new => return Ok(None),
            (Some(old), Some(new)) if verdict(old) == verdict(new) => Kind::Changed,
            _ => Kind::Flipped,
        };
        Ok(Some(Change { kind, old, ..change }))
    }

    /// The names of all snapshots that the workspace asks for.
    fn wanted(&self, run: &Run) -> BTreeSet<String> {
        let names = run.claims.assertions.iter().map(|it| self.name(it));
        names.chain(run.timelines.iter().map(measure_name)).chain([INCONSISTENCIES.to_owned()]).collect()
    }

    /// The files of all snapshots that the workspace asks for, so that no other tool takes them for forgotten ones.
    pub fn files_of(&self, run: &Run) -> Vec<PathBuf> {
        self.wanted(run).iter().map(|it| self.folder.join(it)).collect()
    }

    /// Snapshots that no assertion of the workspace, chosen or not, has.
    fn orphans(&self, run: &Run) -> Vec<Change> {
        let wanted = self.wanted(run);
        let orphan = |name: String| Change {
            kind: Kind::Orphan,
            old: file::content(&self.folder.join(&name)).ok().flatten(),
            name,
            assertion: None,
            source: String::new(),
            expression: String::new(),
            new: None,
        };
        self.files(".snap").into_iter().filter(|it| !wanted.contains(it)).map(orphan).collect()
    }

    /// The names of the files below the folder that end in `ending`, sorted.
    fn files(&self, ending: &str) -> Vec<String> {
        let below = |it: PathBuf| it.strip_prefix(&self.folder).ok().map(file_name);
        walk(&self.folder).into_iter().flatten().filter_map(below).filter(|it| it.ends_with(ending)).collect()
    }

    /// Writes what the run came to beside what was approved, and removes proposals that no longer differ.
    ///
    /// A run that is not `whole` leaves the proposals of other assertions alone.
    pub fn propose(&self, run: &Run, changes: &[Change], whole: bool) -> Result<(), Error> {
        for change in changes {
            if let Some(new) = &change.new {
                let path = file::proposed(&self.folder.join(&change.name));
                file::write(&path, &change.source, &change.expression, new)?;
            }
        }
        let proposed: BTreeSet<_> = changes.iter().filter(|it| it.new.is_some()).map(|it| format!("{}.new", it.name)).collect();
        let settled: BTreeSet<_> = run.results().map(|(assertion, _)| format!("{}.new", self.name(assertion))).collect();
        for name in self.files(".snap.new") {
            if !proposed.contains(&name) && (whole || settled.contains(&name)) {
                file::remove(&self.folder.join(&name))?;
            }
        }
        Ok(())
    }

    /// Makes what the run came to the approved result; an orphan is removed.
    pub fn accept(&self, change: &Change) -> Result<(), Error> {
        let path = self.folder.join(&change.name);
        match &change.new {
            Some(new) => file::write(&path, &change.source, &change.expression, new)?,
            None => {
                file::remove(&path)?;
            }
        }
        file::remove(&file::proposed(&path))?;
        Ok(())
    }

    /// Removes the proposal of a change; the approved result stands.
    pub fn reject(&self, change: &Change) -> Result<bool, Error> {
        file::remove(&file::proposed(&self.folder.join(&change.name)))
    }
}

/// The snapshot of what the corpus says of a measure.
fn measure_name(timeline: &Timeline) -> String {
    format!("measures/{}.snap", file::file_name(&timeline.measure))
}

/// A result that belongs to no assertion.
fn of_corpus(name: String, expression: &str, record: &str) -> Change {
    Change {
        kind: Kind::New,
        name,
        assertion: None,
        source: "corpus".to_owned(),
        expression: expression.to_owned(),
        old: None,
        new: Some(record.trim_end().to_owned()),
    }
}

/// The line of a record that gives its verdict.
fn verdict(content: &str) -> Option<&str> {
    content.lines().find(|it| it.starts_with("verdict "))
}

/// Whether nothing is wrong in the files, every result has its expected verdict and is as approved.
pub fn passes(run: &Run, changes: &[Change]) -> bool {
    changes.is_empty() && !run.is_flawed() && run.results().all(|(assertion, outcome)| is_expected(assertion, outcome))
}
