//! One run: load, verify, cross-check, sort.

use crate::claim::Claims;
use crate::corpus::Corpus;
use crate::cross::Inconsistency;
use crate::finding::Finding;
use crate::verify::Outcome;
pub use crate::workspace::Workspace;

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
