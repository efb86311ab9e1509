//! Approved results against a run, over folders of their own.

use std::fs;
use std::path::Path;

use super::*;
use crate::corpus::{self, Corpus};
use crate::run::Filter;
use crate::{claim, finding::Severity};

const REPORT: &str = "The port of Tidemouth reopened in May, officials said. Holm said 12 ships waited.\n";

/// A workspace with one document and these assertion files.
fn workspace(folder: &Path, files: &[(&str, &str)]) -> Workspace {
    for (path, text) in [("corpus/port.txt", REPORT)].iter().chain(files) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    Workspace::at(folder)
}

fn run(workspace: &Workspace, filter: &[&str]) -> Run {
    let corpus = corpus::load(workspace);
    let claims = claim::load(workspace, &corpus);
    let chosen = Filter::new(filter).chosen(&claims);
    let run = Run::of(workspace, corpus, claims, &chosen, &|| ());
    assert!(run.findings.iter().all(|it| it.severity != Severity::Error), "{:?}", run.findings);
    run
}

/// What differs, as `kind name`.
fn differences(workspace: &Workspace, filter: &[&str]) -> Vec<String> {
    let run = run(workspace, filter);
    let changes = Snapshots::of(workspace).compare(&run, filter.is_empty()).unwrap();
    changes.iter().map(|it| format!("{:?} {}", it.kind, it.name)).collect()
}

fn accept(workspace: &Workspace) {
    let run = run(workspace, &[]);
    let snapshots = Snapshots::of(workspace);
    for change in snapshots.compare(&run, true).unwrap() {
        snapshots.accept(&change).unwrap();
    }
}

const SHIPS: (&str, &str) = ("assertions/north/ships.toml", "[[assertion]]\nid = \"ships\"\nclaim = \"Holm: 12 ships waited\"\n");
const MORE: (&str, &str) =
    ("assertions/more.toml", "[[assertion]]\nid = \"more\"\nclaim = \"Holm: 900 horses sold\"\nexpect = \"not-found\"\n");

#[test]
fn what_is_accepted_is_as_approved() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path(), &[SHIPS, MORE]);
    assert_eq!(differences(&workspace, &[]), ["New more/more.snap", "New north/ships/ships.snap"]);
    accept(&workspace);
    assert_eq!(differences(&workspace, &[]), Vec::<String>::new());
}

#[test]
fn another_verdict_is_told_from_another_wording() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path(), &[SHIPS]);
    accept(&workspace);
    let path = folder.path().join("snapshots/north/ships/ships.snap");
    let approved = fs::read_to_string(&path).unwrap();
    let verdict = approved.lines().find(|it| it.starts_with("verdict ")).unwrap();
    fs::write(&path, approved.replace(verdict, "verdict  another")).unwrap();
    assert_eq!(differences(&workspace, &[]), ["Flipped north/ships/ships.snap"]);
    fs::write(&path, approved.replace("expect   supported", "expect   disputed")).unwrap();
    assert_eq!(differences(&workspace, &[]), ["Changed north/ships/ships.snap"]);
}

#[test]
fn a_snapshot_without_an_assertion_is_an_orphan_of_a_whole_run() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path(), &[SHIPS, MORE]);
    accept(&workspace);
    fs::remove_file(folder.path().join("assertions/more.toml")).unwrap();
    assert_eq!(differences(&workspace, &[]), ["Orphan more/more.snap"]);
    assert_eq!(differences(&workspace, &["ships"]), Vec::<String>::new());
    accept(&workspace);
    assert!(!folder.path().join("snapshots/more/more.snap").exists(), "accepting an orphan removes it");
}

#[test]
fn a_proposal_is_written_beside_and_goes_when_it_is_settled() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path(), &[SHIPS, MORE]);
    let snapshots = Snapshots::of(&workspace);
    let propose = |filter: &[&str]| {
        let run = run(&workspace, filter);
        let changes = snapshots.compare(&run, filter.is_empty()).unwrap();
        snapshots.propose(&run, &changes, filter.is_empty()).unwrap();
        changes
    };
    let changes = propose(&[]);
    let proposed = |name: &str| folder.path().join("snapshots").join(name).exists();
    assert!(proposed("more/more.snap.new") && proposed("north/ships/ships.snap.new"));
    snapshots.reject(&changes[0]).unwrap();
    assert!(!proposed("more/more.snap.new") && proposed("north/ships/ships.snap.new"));
    propose(&["more"]);
    assert!(proposed("more/more.snap.new") && proposed("north/ships/ships.snap.new"), "others are left alone");
    accept(&workspace);
    assert!(!proposed("more/more.snap.new") && !proposed("north/ships/ships.snap.new"));
}

#[test]
fn a_record_holds_nothing_that_changes_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path(), &[SHIPS]);
    accept(&workspace);
    let before = fs::read_to_string(folder.path().join("snapshots/north/ships/ships.snap")).unwrap();
    assert!(!before.contains(env!("CARGO_PKG_VERSION")) && !before.contains(&*folder.path().to_string_lossy()), "{before}");
    // The same words on other lines of both files.
    fs::write(folder.path().join("corpus/port.txt"), format!("Shipping news\n\n{REPORT}")).unwrap();
    fs::write(folder.path().join(SHIPS.0), format!("# Ships.\n\n{}", SHIPS.1)).unwrap();
    assert_eq!(differences(&workspace, &[]), Vec::<String>::new());
}

#[test]
fn an_empty_corpus_approves_nothing_by_accident() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path(), &[MORE]);
    let claims = claim::load(&workspace, &Corpus::default());
    let run = Run::of(&workspace, Corpus::default(), claims, &[0], &|| ());
    let changes = Snapshots::of(&workspace).compare(&run, true).unwrap();
    assert!(!passes(&run, &changes), "a result that nobody approved does not pass");
}
