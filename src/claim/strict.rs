//! What of a claim nobody understood.

use crate::extract::Reading;
use crate::text::Span;

/// Words of a claim that no rule reads.
pub(super) struct Unread {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) span: Span,
    pub(super) help: String,
}

/// What of `said` is left over after `reading`.
pub(super) fn unread(_said: &str, _reading: &Reading) -> Vec<Unread> {
    Vec::new()
}
