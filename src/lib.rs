//! Tests for facts: what sources are on record as saying, checked against their texts.
//!
//! Analysts write assertions, one line of TOML each; onrecord reads a corpus of source documents, holds every
//! assertion against every statement in it, and shows the evidence. It is deterministic and works offline.
//!
//! The modules stand in order: each uses those above it and none below.

pub mod text;
pub mod untrusted;
pub mod finding;
pub mod language;
pub mod extract;
pub mod toml_file;
pub mod workspace;
pub mod corpus;
pub mod claim;
pub mod verify;
pub mod cross;
pub mod run;
pub mod snapshot;
pub mod report;
#[cfg(feature = "harness")]
pub mod harness;
#[cfg(feature = "cli")]
pub mod cli;
