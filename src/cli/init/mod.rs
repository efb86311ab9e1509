//! `onrecord init`: a workspace to begin with.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::claim::schema::{Kind, schema};
use crate::workspace::{SETTINGS, walk};

/// Arguments of `init`.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The folder to make a workspace of.
    #[arg(default_value = ".", value_name = "DIR")]
    folder: PathBuf,
}

/// Why no workspace was made.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("{path} is there already: this folder is a workspace, and nothing was changed; `onrecord check` checks it", path = path.display())]
    Workspace { path: PathBuf },
    #[error("could not write {path}: {source}", path = path.display())]
    Write { path: PathBuf, source: io::Error },
}

pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let (text, code) = match make(&arguments.folder) {
        Ok(made) => (told(&arguments.folder, &made), ExitCode::SUCCESS),
        Err(error) => {
            let told = writeln!(io::stderr().lock(), "error: {error}");
            return if told.is_ok() { ExitCode::from(2) } else { ExitCode::FAILURE };
        }
    };
    match io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => code,
        Err(_) => ExitCode::from(2),
    }
}

/// What was made, and what to do next.
fn told(folder: &Path, made: &[String]) -> String {
    let list = made.join("\n  ");
    let there = if folder == Path::new(".") { String::new() } else { format!("cd {} && ", folder.display()) };
    format!(
        "made in {}:\n  {list}\n\nNow check the assertions, and approve the results:\n  {there}onrecord check\n  {there}onrecord accept\n",
        folder.display()
    )
}

/// Makes a workspace of `folder`, and answers the paths of what was made; what is there already is kept as it is.
fn make(folder: &Path) -> Result<Vec<String>, Error> {
    let settings = folder.join(SETTINGS);
    if settings.exists() {
        return Err(Error::Workspace { path: settings });
    }
    let mut made = Vec::new();
    let mut file = |path: &str, text: &str| write(folder, path, text, &mut made);
    file(SETTINGS, include_str!("new/onrecord.toml"))?;
    // Where documents or assertions are there already, an example would only stand in their way.
    if is_bare(&folder.join("corpus")) && is_bare(&folder.join("assertions")) {
        file("corpus/ferry-strike.md", include_str!("new/ferry-strike.md"))?;
        file("assertions/ferry-strike.toml", include_str!("new/ferry-strike.toml"))?;
    }
    for kind in Kind::ALL {
        file(&format!(".onrecord/{}.schema.json", kind.name()), &schema(kind))?;
    }
    file(".gitignore", include_str!("new/gitignore"))?;
    for name in ["corpus", "assertions", "snapshots"] {
        let path = folder.join(name);
        if !path.is_dir() {
            fs::create_dir_all(&path).map_err(|source| Error::Write { path, source })?;
            made.push(format!("{name}/"));
        }
    }
    Ok(made)
}

fn is_bare(folder: &Path) -> bool {
    !folder.is_dir() || walk(folder).is_empty()
}

/// Writes a new file below `folder`; one that is there is kept.
fn write(folder: &Path, path: &str, text: &str, made: &mut Vec<String>) -> Result<(), Error> {
    let whole = folder.join(path);
    let create = || {
        fs::create_dir_all(whole.parent().unwrap_or(folder))?;
        File::create_new(&whole)?.write_all(text.as_bytes())
    };
    match create() {
        Ok(()) => made.push(path.to_owned()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && whole.is_file() => {}
        Err(source) => return Err(Error::Write { path: whole, source }),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toml_file::tests::lines;
    use crate::workspace::{Overrides, Workspace};
    use crate::{claim, corpus};

    #[test]
    fn a_new_workspace_has_nothing_to_mend() {
        let folder = tempfile::tempdir().unwrap();
        let made = make(&folder.path().join("new")).unwrap();
        assert_eq!(
            made,
            [
                "onrecord.toml",
                "corpus/ferry-strike.md",
                "assertions/ferry-strike.toml",
                ".onrecord/assertions.schema.json",
                ".onrecord/document.schema.json",
                ".onrecord/settings.schema.json",
                ".gitignore",
                "snapshots/",
            ]
        );
        let workspace = Workspace::open(&folder.path().join("new/corpus"), &Overrides::default()).unwrap();
        let corpus = corpus::load(&workspace);
        let claims = claim::load(&workspace, &corpus);
        let findings = [workspace.findings, corpus.findings, claims.findings].concat();
        assert_eq!(lines(&findings), Vec::<String>::new());
        assert_eq!((corpus.documents.len(), claims.assertions.len()), (1, 4));
    }

    #[test]
    fn what_is_there_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("corpus")).unwrap();
        fs::write(folder.path().join("corpus/own.txt"), "Own.").unwrap();
        fs::write(folder.path().join(".gitignore"), "own\n").unwrap();
        let made = make(folder.path()).unwrap();
        assert!(!made.iter().any(|it| it.contains("ferry") || it == ".gitignore"), "{made:?}");
        assert_eq!(fs::read_to_string(folder.path().join(".gitignore")).unwrap(), "own\n");
        fs::write(folder.path().join(SETTINGS), "# mine\n").unwrap();
        assert!(make(folder.path()).unwrap_err().to_string().contains("nothing was changed"));
        assert_eq!(fs::read_to_string(folder.path().join(SETTINGS)).unwrap(), "# mine\n");
    }
}
