//! The workspace: where the documents, the assertions and the approved results stand.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use crate::finding::Finding;
use crate::toml_file::{Fields, TomlFile};

/// The file with the settings of a workspace.
pub const SETTINGS: &str = "onrecord.toml";

/// The keys of the settings.
pub const KEYS: [&str; 3] = ["assertions", "corpus", "snapshots"];

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
    /// What should be mended in the settings.
    pub findings: Vec<Finding>,
}

/// What a caller says of the workspace instead of what is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The workspace itself; none is looked for.
    pub workspace: Option<PathBuf>,
    /// The folder of the documents.
    pub corpus: Option<PathBuf>,
    /// The folder of the assertions.
    pub assertions: Option<PathBuf>,
    /// The folder of the approved results.
    pub snapshots: Option<PathBuf>,
}

/// Why there is no workspace to work on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No folder from `from` upwards is one.
    #[error(
        "no workspace in {from} or above it: there is no onrecord.toml, and no folder with `corpus` and `assertions` in it; \
         run `onrecord init` to make one, or name one with --workspace",
        from = from.display()
    )]
    None {
        /// Where the search began.
        from: PathBuf,
    },
    /// A folder that was named is none.
    #[error("there is no folder {path}; name another, or make it", path = path.display())]
    NoFolder {
        /// The folder.
        path: PathBuf,
    },
    /// The settings cannot be read.
    #[error("could not read {path}: {source}", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl Workspace {
    /// The workspace at `root`, with the default folders.
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            corpus: root.join("corpus"),
            assertions: root.join("assertions"),
            snapshots: root.join("snapshots"),
            findings: Vec::new(),
        }
    }

    /// The workspace that `from` stands in, or the one that `overrides` name, with its settings read.
    pub fn open(from: &Path, overrides: &Overrides) -> Result<Self, Error> {
        let folder = |path: &PathBuf| if path.is_dir() { Ok(path.clone()) } else { Err(Error::NoFolder { path: path.clone() }) };
        let root = match &overrides.workspace {
            Some(root) => folder(root)?,
            None => match from.ancestors().find(|it| is_workspace(it)) {
                Some(root) => root.to_path_buf(),
                // Both folders named outright leave nothing to look for.
                None if overrides.corpus.is_some() && overrides.assertions.is_some() => from.to_path_buf(),
                None => return Err(Error::None { from: from.to_path_buf() }),
            },
        };
        let mut workspace = Self::at(&root);
        workspace.read_settings()?;
        if let Some(corpus) = &overrides.corpus {
            workspace.corpus = folder(corpus)?;
        }
        if let Some(assertions) = &overrides.assertions {
            workspace.assertions = folder(assertions)?;
        }
        if let Some(snapshots) = &overrides.snapshots {
            workspace.snapshots.clone_from(snapshots);
        }
        Ok(workspace)
    }

    fn read_settings(&mut self) -> Result<(), Error> {
        let path = self.root.join(SETTINGS);
        let source = match fs::read(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(source) => return Err(Error::Read { path, source }),
        };
        let mut file = TomlFile::new(Path::new(SETTINGS), Arc::from(source.as_str()));
        let table = file.parse(&source);
        let mut fields = Fields::new(&mut file, &table, 0..0, SETTINGS, &KEYS);
        for (key, folder) in [("assertions", &mut self.assertions), ("corpus", &mut self.corpus), ("snapshots", &mut self.snapshots)] {
            let Some(named) = fields.text(key) else { continue };
            *folder = self.root.join(&named);
            if key != "snapshots" && !folder.is_dir() {
                let finding = Finding::error("no-folder", format!("there is no folder {named} beside {SETTINGS}"));
                fields.report(key, finding.help("make the folder, or name the one that there is"));
            }
        }
        self.findings = file.into_findings();
        Ok(())
    }

    /// How `path` is written in reports: below the workspace where it lies there, with `/` between its parts.
    pub fn shown(&self, path: &Path) -> PathBuf {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        slashed(path).map_or_else(|| path.to_path_buf(), PathBuf::from)
    }
}

fn is_workspace(folder: &Path) -> bool {
    folder.join(SETTINGS).is_file() || (folder.join("corpus").is_dir() && folder.join("assertions").is_dir())
}

/// `path` with `/` between its parts on every system; none where a part is not Unicode.
pub fn slashed(path: &Path) -> Option<String> {
    let parts = path.components().map(|it| match it {
        Component::RootDir => Some(""),
        other => other.as_os_str().to_str(),
    });
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

/// The files below `folder`, sorted by path; what is hidden stays hidden, and what cannot be read is an error.
///
/// Files that version control ignores are read all the same: a large corpus is often kept out of it.
pub fn walk(folder: &Path) -> Vec<Result<PathBuf, Unreadable>> {
    let mut walk = ignore::WalkBuilder::new(folder);
    walk.standard_filters(false).hidden(true).follow_links(true);
    let found = walk.build().filter_map(|entry| match entry {
        Ok(entry) => entry.file_type().is_some_and(|it| it.is_file()).then(|| Ok(entry.into_path())),
        Err(error) => Some(Err(Unreadable::new(folder, &error))),
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by(|one, other| path_of(one).cmp(path_of(other)));
    found
}

/// A file or folder that could not be walked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Which.
    pub path: PathBuf,
    /// Why.
    pub reason: String,
}

impl Unreadable {
    fn new(folder: &Path, error: &ignore::Error) -> Self {
        let path = match error {
            ignore::Error::WithPath { path, .. } => path.clone(),
            ignore::Error::Loop { child, .. } => child.clone(),
            ignore::Error::WithDepth { err, .. } => return Self::new(folder, err),
            _ => folder.to_path_buf(),
        };
        let reason = match error.io_error() {
            Some(error) => error.to_string(),
            None => error.to_string(),
        };
        Self { path, reason }
    }
}

fn path_of(found: &Result<PathBuf, Unreadable>) -> &Path {
    match found {
        Ok(path) => path,
        Err(unreadable) => &unreadable.path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toml_file::tests::lines;

    fn open(files: &[(&str, &str)], from: &str) -> Result<(String, Vec<String>), String> {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let workspace = Workspace::open(&folder.path().join(from), &Overrides::default());
        let plain = |it: &Path| it.strip_prefix(folder.path()).map(|it| it.display().to_string()).unwrap();
        match workspace {
            Ok(it) => Ok((format!("{} {}", plain(&it.root), plain(&it.corpus)), lines(&it.findings))),
            Err(error) => Err(error.to_string().replace(&folder.path().display().to_string(), "")),
        }
    }

    #[test]
    fn a_workspace_is_found_from_a_folder_inside_it() {
        let files = [("a/corpus/x.txt", ""), ("a/assertions/deep/x.toml", ""), ("a/corpus/y/z.txt", "")];
        assert_eq!(open(&files, "a/assertions/deep"), Ok(("a a/corpus".to_owned(), vec![])));
        assert!(open(&files, "").unwrap_err().contains("run `onrecord init`"));
    }

    #[test]
    fn settings_name_other_folders_and_are_checked() {
        let files = [("onrecord.toml", "corpus = \"texts\"\nassertion = \"x\"\nsnapshots = 3\n"), ("texts/x.txt", "")];
        assert_eq!(
            open(&files, "texts"),
            Ok((
                " texts".to_owned(),
                vec![
                    "onrecord.toml:2:1 unknown-key unknown key `assertion`, did you mean `assertions`? -> write `assertions`".to_owned(),
                    "onrecord.toml:3:13 wrong-type `snapshots` must be text, not the number 3 -> write snapshots = \"…\"".to_owned(),
                ]
            ))
        );
        let files = [("onrecord.toml", "corpus = \"nowhere\"\n")];
        assert_eq!(
            open(&files, "").unwrap().1,
            [
                "onrecord.toml:1:10 no-folder there is no folder nowhere beside onrecord.toml -> make the folder, or name the one that there is"
            ]
        );
    }

    #[test]
    fn files_are_walked_in_order_and_hidden_ones_left_out() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", ".gitignore", "a/c.txt", "a-b.txt", ".hidden/x.txt"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "*.txt\n").unwrap();
        }
        let found: Vec<_> =
            walk(folder.path()).into_iter().map(|it| slashed(it.unwrap().strip_prefix(folder.path()).unwrap()).unwrap()).collect();
        assert_eq!(found, ["a/c.txt", "a-b.txt", "b.txt"]);
    }
}
