//! What holds for the sources of the project: the order of the modules, the word tables, the prose.

mod cli;
mod gaps;
mod modules;
mod mutants;
mod readings;
mod tables;

use std::fs;
use std::path::{Path, PathBuf};

/// The files below `folder` of the project that end in `ending`, sorted.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let walk = ignore::WalkBuilder::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).standard_filters(false).build();
    let mut found: Vec<_> = walk.flatten().map(ignore::DirEntry::into_path).filter(|it| it.to_string_lossy().ends_with(ending)).collect();
    found.sort();
    assert!(!found.is_empty(), "no {ending} below {folder}");
    found
}

/// The text of a file.
fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("the project's files are UTF-8")
}
