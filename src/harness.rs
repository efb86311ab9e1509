//! `cargo test` over assertions: one trial each, without a line of Rust for a new one.
//!
//! A project's `tests/assertions.rs`, with `harness = false` in its manifest, is three lines:
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     onrecord::harness::run(env!("CARGO_MANIFEST_DIR"))
//! }
//! ```
//!
//! The files are read when the tests run, so that a new one shows up without a recompile. The corpus is read once, and
//! not at all to list the trials.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Arguments, Failed, Trial};

use crate::claim::{self, Assertion, Claims};
use crate::corpus::{self, Corpus};
use crate::finding::{Finding, Severity};
use crate::report::diff::diff;
use crate::report::style::Style;
use crate::report::{Row, change_headline, finding, text};
use crate::run::{Run, file_name};
use crate::snapshot::{Change, Kind, Snapshots};
use crate::workspace::{Overrides, Workspace};

/// The trial that fails where a document cannot be read.
const CORPUS: &str = "corpus";
/// The trial that fails where a snapshot has no assertion.
const SNAPSHOTS: &str = "snapshots";
/// The trial that fails where the inconsistencies of the corpus, or the figures of its measures, are not the approved ones.
const CONFLICTS: &str = "inconsistencies";

/// Runs the trials of the workspace at or above `folder`, with the arguments of the process.
pub fn run(folder: impl AsRef<Path>) -> ExitCode {
    let arguments = Arguments::from_args();
    let workspace = match Workspace::open(folder.as_ref(), &Overrides::default()) {
        Ok(workspace) => workspace,
        Err(error) => {
            let message = error.to_string();
            let trial = Trial::test("workspace", move || Err(Failed::from(message)));
            return libtest_mimic::run(&arguments, vec![trial]).exit_code();
        }
    };
    let trials = trials(workspace, &arguments, Setting::read());
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// What the environment asks of a run.
#[derive(Clone, Debug)]
struct Setting {
    /// Whether proposals are written beside the approved results.
    proposes: bool,
    /// Whether what is not as approved passes, since `cargo insta` will ask about it.
    lenient: bool,
    /// Where `cargo insta` gathers the snapshots that tests ask for, so that it removes the others alone.
    references: Option<PathBuf>,
}

impl Setting {
    #[expect(clippy::disallowed_methods, reason = "the harness is the edge of a test process, as `cli` is that of the tool")]
    fn read() -> Self {
        let var = |name: &str| std::env::var(name).unwrap_or_default();
        let ci = !matches!(var("CI").as_str(), "" | "0" | "false");
        Self {
            proposes: !ci && var("INSTA_UPDATE") != "no",
            lenient: var("INSTA_FORCE_PASS") == "1",
            references: Some(var("INSTA_SNAPSHOT_REFERENCES_FILE")).filter(|it| !it.is_empty()).map(PathBuf::from),
        }
    }
}

/// The run that all trials of the process share, made by the first that asks.
struct Shared {
    workspace: Workspace,
    /// The names that the trials of the assertions have, by their index.
    names: Vec<String>,
    /// The indices of the assertions that the arguments choose; in a process of its own, a trial does not pay for others.
    chosen: Vec<usize>,
    whole: bool,
    setting: Setting,
    done: OnceLock<Done>,
}

struct Done {
    run: Run,
    changes: Result<Vec<Change>, String>,
    /// Where in `run.checked` the assertion of a trial stands.
    positions: BTreeMap<String, usize>,
}

fn trials(workspace: Workspace, arguments: &Arguments, setting: Setting) -> Vec<Trial> {
    // Names need no corpus; what the assertions ask of it is found when they run.
    let claims = claim::load(&workspace, &Corpus::default());
    let names = names(&claims.assertions);
    let files = assertion_files(&workspace, &claims);
    let listed: Vec<_> = names.iter().map(|it| Trial::test(it.clone(), || Ok(()))).collect();
    let taken = |trial: &Trial| !arguments.is_filtered_out(trial);
    let chosen: Vec<_> = listed.iter().enumerate().filter(|(_, it)| taken(it)).map(|(index, _)| index).collect();
    let whole = chosen.len() == names.len();
    let shared = Arc::new(Shared { workspace, names: names.clone(), chosen, whole, setting, done: OnceLock::new() });
    let mut trials = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        trials.push(trial(name, &shared, move |it| it.assertion(index)));
    }
    for file in files {
        trials.push(trial(file_name(&file), &shared, move |it| it.findings(|finding| is_in(finding, &file))));
    }
    trials.push(trial(CORPUS.to_owned(), &shared, Shared::corpus));
    trials.push(trial(SNAPSHOTS.to_owned(), &shared, Shared::orphans));
    trials.push(trial(CONFLICTS.to_owned(), &shared, Shared::inconsistencies));
    trials.sort_by(|one, other| one.name().cmp(other.name()));
    trials
}

fn trial(name: String, shared: &Arc<Shared>, told: impl FnOnce(&Shared) -> Result<(), String> + Send + 'static) -> Trial {
    let shared = Arc::clone(shared);
    Trial::test(name, move || told(&shared).map_err(Failed::from))
}

/// The names of the trials: the file's folders and the id, joined as Rust's paths are; a repeated one gets a number.
fn names(assertions: &[Assertion]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(assertions.len());
    let mut seen = BTreeMap::<String, usize>::new();
    for assertion in assertions {
        let name = format!("{}::{}", assertion.group.replace('/', "::"), assertion.id);
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        names.push(if *count > 1 { format!("{name}#{count}") } else { name });
    }
    names
}

/// The assertion files, broken ones too.
fn assertion_files(workspace: &Workspace, claims: &Claims) -> Vec<PathBuf> {
    let found = crate::workspace::walk(&workspace.assertions).into_iter().flatten();
    let mut files: Vec<_> = found.filter(|it| it.extension().is_some_and(|it| it == "toml")).map(|it| workspace.shown(&it)).collect();
    files.extend(claims.findings.iter().filter_map(|it| Some(it.place.as_ref()?.file.clone())));
    files.sort();
    files.dedup();
    files
}

fn is_in(finding: &Finding, file: &Path) -> bool {
    finding.place.as_ref().is_some_and(|it| it.file == file)
}

impl Shared {
    fn done(&self) -> &Done {
        self.done.get_or_init(|| {
            let corpus = corpus::load(&self.workspace);
            let claims = claim::load(&self.workspace, &corpus);
            // The corpus may turn an assertion into a finding, so the chosen ones are found again by their names.
            let wanted: BTreeSet<_> = self.chosen.iter().filter_map(|it| self.names.get(*it)).collect();
            let now = names(&claims.assertions).into_iter().enumerate().filter(|it| wanted.contains(&it.1));
            let (chosen, now): (Vec<_>, Vec<_>) = now.unzip();
            let positions = now.into_iter().enumerate().map(|(position, name)| (name, position)).collect();
            let run = Run::of(&self.workspace, corpus, claims, &chosen, &|| ());
            let snapshots = Snapshots::of(&self.workspace);
            let whole = self.whole && !run.is_broken();
            let changes = snapshots.compare(&run, true).and_then(|changes| {
                if self.setting.proposes {
                    snapshots.propose(&run, &changes, whole)?;
                }
                Ok(changes)
            });
            if let Some(file) = &self.setting.references {
                refer(file, &snapshots.files_of(&run));
            }
            Done { run, changes: changes.map_err(|it| it.to_string()), positions }
        })
    }

    fn changes(&self) -> Result<&[Change], String> {
        self.done().changes.as_deref().map_err(Clone::clone)
    }

    fn assertion(&self, index: usize) -> Result<(), String> {
        let changes = self.changes()?;
        let Done { run, positions, .. } = self.done();
        let position = self.names.get(index).and_then(|it| positions.get(it));
        let checked = position.and_then(|it| run.checked.get(*it));
        let change = checked.and_then(|checked| changes.iter().find(|it| it.assertion == Some(checked.assertion)));
        let Some(row) = checked.and_then(|it| Row::new(run, it, change)) else {
            return Err("its file has something to mend; see the trial of that name".to_owned());
        };
        self.told(run, &row)
    }

    fn told(&self, run: &Run, row: &Row<'_>) -> Result<(), String> {
        if !row.expected {
            return Err(format!("\n{}", text::failure(&run.corpus, row, Style::default())));
        }
        let Some(change) = row.change.filter(|_| !self.setting.lenient) else { return Ok(()) };
        let place = format!("{}:{}", file_name(&row.assertion.file), row.assertion.line);
        Err(format!("\n{place}: {}", changed(change, &row.assertion.id)))
    }

    fn findings(&self, wanted: impl Fn(&Finding) -> bool) -> Result<(), String> {
        let found = self.done().run.findings.iter().filter(|it| it.severity == Severity::Error && wanted(it));
        let found: Vec<_> = found.cloned().collect();
        if found.is_empty() { Ok(()) } else { Err(format!("\n{}", finding::render(&found, Style::default()))) }
    }

    /// What is wrong in the corpus, the settings, and wherever else no assertion file is.
    fn corpus(&self) -> Result<(), String> {
        let assertions = self.workspace.shown(&self.workspace.assertions);
        self.findings(|finding| !finding.place.as_ref().is_some_and(|it| it.file.starts_with(&assertions)))
    }

    fn orphans(&self) -> Result<(), String> {
        let orphans: Vec<_> = self.changes()?.iter().filter(|it| it.kind == Kind::Orphan).map(|it| it.name.as_str()).collect();
        if orphans.is_empty() || self.setting.lenient {
            return Ok(());
        }
        let list = orphans.join("\n  snapshots/");
        Err(format!("\nno assertion has these snapshots:\n  snapshots/{list}\nremove them with: onrecord accept\n"))
    }

    fn inconsistencies(&self) -> Result<(), String> {
        let of_corpus = self.changes()?.iter().filter(|it| it.assertion.is_none() && it.kind != Kind::Orphan);
        let told: Vec<_> = of_corpus.map(|it| changed(it, "")).collect();
        if told.is_empty() || self.setting.lenient { Ok(()) } else { Err(format!("\n{}", told.join("\n"))) }
    }
}

/// Adds the paths of snapshots to a list that other processes add to as well.
fn refer(list: &Path, files: &[PathBuf]) {
    let lines: String = files.iter().flat_map(|it| [it.display().to_string(), "\n".to_owned()]).collect();
    let written = OpenOptions::new().append(true).create(true).open(list).and_then(|mut it| it.write_all(lines.as_bytes()));
    written.expect("the list of snapshots that cargo insta asked for can be written");
}

/// What changed, and the command that approves it.
fn changed(change: &Change, filter: &str) -> String {
    let shown = diff(change.old.as_deref().unwrap_or_default(), change.new.as_deref().unwrap_or_default(), Style::default());
    let accept = format!("onrecord accept {filter}");
    format!("{} (snapshots/{})\n{shown}approve it with: {}\n", change_headline(change.kind), change.name, accept.trim_end())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const SHIPS: &str = "[[assertion]]\nid = \"ships\"\nclaim = \"Holm: 12 ships waited\"\n";

    /// The names of the trials, and how many pass and fail, of a workspace with these files.
    fn check(files: &[(&str, &str)], arguments: &[&str]) -> (Vec<String>, u64, u64) {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in [("corpus/port.txt", "Holm said 12 ships waited.\n")].iter().chain(files) {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let log = folder.path().join("log").display().to_string();
        let arguments = Arguments::from_iter(["tests", "--logfile", &log].iter().chain(arguments));
        let setting = Setting { proposes: true, lenient: false, references: Some(folder.path().join("references")) };
        let trials = trials(Workspace::at(folder.path()), &arguments, setting);
        let names = trials.iter().map(|it| it.name().to_owned()).collect();
        let conclusion = libtest_mimic::run(&arguments, trials);
        (names, conclusion.num_passed, conclusion.num_failed)
    }

    #[test]
    fn an_assertion_is_a_trial_named_for_its_file_and_id() {
        let (names, passed, failed) = check(&[("assertions/north/ships.toml", SHIPS)], &[]);
        assert_eq!(names, ["assertions/north/ships.toml", "corpus", "inconsistencies", "north::ships::ships", "snapshots"]);
        // What nobody has approved yet does not pass.
        assert_eq!((passed, failed), (4, 1));
    }

    #[test]
    fn what_is_wrong_in_the_files_is_a_trial_that_fails() {
        let broken = SHIPS.replace("claim", "clam");
        let files = [("assertions/ships.toml", broken.as_str()), ("snapshots/ships/gone.snap", "---\nsource: x\n---\nclaim  gone\n")];
        let (names, _, failed) = check(&files, &["assertions/ships.toml"]);
        assert!(names.contains(&"assertions/ships.toml".to_owned()), "{names:?}");
        assert_eq!(failed, 1);
    }

    #[test]
    fn a_snapshot_that_no_assertion_has_is_a_trial_that_fails() {
        let gone = ("snapshots/ships/gone.snap", "---\nsource: x\n---\nclaim  gone\n");
        assert_eq!(check(&[("assertions/ships.toml", SHIPS), gone], &["snapshots"]).2, 1);
        assert_eq!(check(&[("assertions/ships.toml", SHIPS)], &["snapshots"]).2, 0);
    }

    #[test]
    fn an_id_used_twice_fails_and_both_stay_apart() {
        let (names, _, failed) = check(&[("assertions/ships.toml", &SHIPS.repeat(2))], &["assertions/ships.toml"]);
        assert!(names.contains(&"ships::ships".to_owned()) && names.contains(&"ships::ships#2".to_owned()), "{names:?}");
        assert_eq!(failed, 1);
    }
}
