//! Snapshot files, in insta's format, so that `cargo insta` works on the same files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use insta::Snapshot;
use sha2::{Digest, Sha256};

/// A snapshot file that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// It is there and cannot be read as a snapshot.
    #[error("could not read {path}: {reason}", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What was wrong with it.
        reason: String,
    },
    /// It cannot be written, moved or removed.
    #[error("could not write {path}", path = path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The content of the snapshot at `path`; none where there is no such file.
pub(super) fn content(path: &Path) -> Result<Option<String>, Error> {
    if !path.exists() {
        return Ok(None);
    }
    let unreadable = |reason: String| Error::Read { path: path.to_path_buf(), reason };
    let snapshot = Snapshot::from_file(path).map_err(|it| unreadable(it.to_string()))?;
    let text = snapshot.as_text().ok_or_else(|| unreadable("it holds no text".to_owned()))?;
    Ok(Some(text.to_string()))
}

/// Writes a snapshot: where it comes from, what it is the result of, and its content.
pub(super) fn write(path: &Path, source: &str, expression: &str, content: &str) -> Result<(), Error> {
    let failed = |source| Error::Write { path: path.to_path_buf(), source };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let quoted = |it: &str| serde_json::Value::from(it).to_string();
    let text = format!("---\nsource: {}\nexpression: {}\n---\n{}\n", quoted(source), quoted(expression), content.trim_end());
    fs::write(path, text).map_err(failed)?;
    // Written again by insta itself, so that the bytes are those that `cargo insta accept` would leave.
    let unreadable = |reason: Box<dyn std::error::Error>| Error::Read { path: path.to_path_buf(), reason: reason.to_string() };
    Snapshot::from_file(path).and_then(|it| it.save(path)).map_err(unreadable)
}

/// Removes a file that may be there.
pub(super) fn remove(path: &Path) -> Result<bool, Error> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(Error::Write { path: path.to_path_buf(), source }),
    }
}

/// The place of a proposed snapshot: beside the approved one, with insta's ending.
pub(super) fn proposed(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

/// Bytes of an id that a file's name takes over; systems allow 255, with the endings.
const NAME: usize = 120;

/// The file name for an id: its letters, digits and `-_.`, everything else escaped, and shortened where it is too long.
pub(super) fn file_name(id: &str) -> String {
    let mut name = String::new();
    for character in id.chars() {
        let kept = character.is_alphanumeric() || matches!(character, '-' | '_') || (character == '.' && !name.is_empty());
        if kept {
            name.push(character);
        } else {
            let mut bytes = [0; 4];
            name.extend(character.encode_utf8(&mut bytes).bytes().map(|it| format!("%{it:02x}")));
        }
    }
    if name.len() <= NAME {
        return name;
    }
    let digest = format!("{:x}", Sha256::digest(id.as_bytes())).chars().take(12).collect::<String>();
    let cut = (0..=NAME - digest.len()).rev().find(|it| name.is_char_boundary(*it)).unwrap_or_default();
    format!("{}-{digest}", name.get(..cut).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_makes_a_file_name_that_stays_in_its_folder() {
        for (id, expected) in [
            ("harbour-reopened-in-may", "harbour-reopened-in-may"),
            ("../../etc/passwd", "%2e.%2f..%2fetc%2fpasswd"),
            ("v1.2", "v1.2"),
            ("Öre 5%", "Öre%205%25"),
        ] {
            assert_eq!(file_name(id), expected);
        }
    }

    #[test]
    fn long_ids_are_cut_and_stay_apart() {
        let (one, other) = ("é".repeat(200) + "1", "é".repeat(200) + "2");
        assert_ne!(file_name(&one), file_name(&other));
        assert!(file_name(&one).len() <= NAME + 1, "{}", file_name(&one).len());
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.snap");
        assert_eq!(content(&path).unwrap(), None);
        write(&path, "assertions/a.toml", "Holm: \"64%\" – rebuilt", "claim  one\n\nverdict  supported\n").unwrap();
        assert_eq!(content(&path).unwrap().as_deref(), Some("claim  one\n\nverdict  supported"));
        let written = fs::read_to_string(&path).unwrap();
        assert!(written.starts_with("---\nsource: assertions/a.toml\nexpression: "), "{written}");
    }

    #[test]
    fn insta_itself_takes_the_file_for_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let content = "claim    Holm: 40 tonnes\nverdict  supported\n\nsupports gazette\n  “About 40 tonnes.”";
        write(&folder.path().join("holm.snap"), "assertions/port.toml", "Holm: 40 tonnes", content).unwrap();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(folder.path());
        settings.set_prepend_module_to_snapshot(false);
        settings.bind(|| insta::assert_snapshot!("holm", content));
        assert!(!folder.path().join("holm.snap.new").exists(), "insta found nothing to propose");
    }

    #[test]
    fn a_snapshot_that_insta_cannot_read_is_an_error_that_names_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("broken.snap");
        fs::write(&path, [0xff, 0xfe, 0x00]).unwrap();
        let error = content(&path).unwrap_err().to_string();
        assert!(error.contains("broken.snap"), "{error}");
    }
}
