//! One run: load, verify, cross-check, sort.

use std::path::{Path, PathBuf};

use crate::claim::Claims;
use crate::corpus::Corpus;
use crate::cross::Inconsistency;
use crate::finding::Finding;
use crate::verify::Outcome;

/// A workspace: where its folders are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    /// The folder that holds `onrecord.toml` or the default folders.
    pub root: PathBuf,
    /// The source documents.
    pub corpus: PathBuf,
    /// The assertion files.
    pub assertions: PathBuf,
    /// The approved results.
    pub snapshots: PathBuf,
}

impl Workspace {
    /// The workspace at `root`, with the default folders.
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            corpus: root.join("corpus"),
            assertions: root.join("assertions"),
            snapshots: root.join("snapshots"),
        }
    }
}

/// All that one run found out.
#[derive(Debug)]
pub struct Run {
    /// The documents.
    pub corpus: Corpus,
    /// The assertions and words.
    pub claims: Claims,
    /// What each assertion came to, in the order of `claims.assertions`.
    pub outcomes: Vec<Outcome>,
    /// What cannot all be true.
    pub inconsistencies: Vec<Inconsistency>,
    /// What should be mended, of both corpus and assertions, sorted by place.
    pub findings: Vec<Finding>,
}
