//! Loads a corpus: every file is read once, on all cores, and the documents stand in the order of their ids.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::metadata::{digest, metadata};
use super::{Corpus, Document, Lines, Metadata, front_matter, html, markdown};
use crate::extract;
use crate::finding::{Finding, Place};
use crate::text::Span;
use crate::toml_file::{TomlFile, did_you_mean};
use crate::workspace::{Workspace, slashed, walk};

/// The files that make one document.
#[derive(Debug, Default)]
struct Files {
    texts: Vec<(PathBuf, Format)>,
    sidecar: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Text,
    Markdown,
    Html,
}

/// Kinds of documents that people put beside the others and that are not read.
const NOT_READ: [&str; 9] = ["doc", "docx", "epub", "htm", "odt", "pdf", "rtf", "xhtml", "xml"];

/// The corpus of `workspace`.
pub fn load(workspace: &Workspace) -> Corpus {
    let mut corpus = Corpus::default();
    if !workspace.corpus.is_dir() {
        let message = format!("there is no corpus: no folder {}", workspace.shown(&workspace.corpus).display());
        corpus.findings.push(Finding::error("no-corpus", message).help("make the folder and put source documents into it"));
        return corpus;
    }
    let files = gather(workspace, &mut corpus.findings);
    let read: Vec<_> = files.par_iter().filter_map(|(id, files)| read(workspace, id, files)).collect();
    for (document, findings) in read {
        corpus.documents.extend(document);
        corpus.findings.extend(findings);
    }
    corpus.findings.sort_by(|one, other| (&one.place, one.code, &one.message).cmp(&(&other.place, other.code, &other.message)));
    corpus
}

/// The one document at `path`, wherever it lies, with its sidecar; its id is the path as given, without the extension.
pub fn load_file(workspace: &Workspace, path: &Path) -> Corpus {
    let format = match path.extension().and_then(|it| it.to_str()).unwrap_or_default().to_ascii_lowercase().as_str() {
        "md" => Format::Markdown,
        "html" => Format::Html,
        _ => Format::Text,
    };
    let sidecar = Some(path.with_extension("toml")).filter(|it| it.is_file());
    let files = Files { texts: vec![(path.to_path_buf(), format)], sidecar };
    let id = slashed(&path.with_extension("")).unwrap_or_else(|| path.display().to_string());
    let (document, findings) = read(workspace, &id, &files).unwrap_or_default();
    Corpus { documents: document.into_iter().collect(), findings }
}

/// The files of the corpus by the id of their document.
fn gather(workspace: &Workspace, findings: &mut Vec<Finding>) -> BTreeMap<String, Files> {
    let mut documents = BTreeMap::<String, Files>::new();
    for path in walk(&workspace.corpus) {
        let path = match path {
            Ok(path) => path,
            Err(unreadable) => {
                findings.push(unreadable_file(&workspace.shown(&unreadable.path), &unreadable.reason));
                continue;
            }
        };
        let shown = workspace.shown(&path);
        let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default().to_ascii_lowercase();
        let format = match extension.as_str() {
            "txt" => Some(Format::Text),
            "md" => Some(Format::Markdown),
            "html" => Some(Format::Html),
            "toml" => None,
            other => {
                if NOT_READ.contains(&other) {
                    let finding = Finding::warning("not-read", format!("a .{other} file is not read"));
                    findings.push(finding.at(whole(&shown)).help("save its text as .txt, .md or .html"));
                }
                continue;
            }
        };
        let Some(id) = id(&workspace.corpus, &path) else {
            let finding = Finding::error("bad-name", "the name of this file is not Unicode text");
            findings.push(finding.at(whole(&shown)).help("rename the file"));
            continue;
        };
        let files = documents.entry(id).or_default();
        match format {
            Some(format) => files.texts.push((path, format)),
            None => files.sidecar = Some(path),
        }
    }
    check_pairs(workspace, &documents, findings);
    documents
}

/// The path below the corpus, without the extension, the same whichever way the file system stores accents.
fn id(corpus: &Path, path: &Path) -> Option<String> {
    Some(slashed(&path.strip_prefix(corpus).ok()?.with_extension(""))?.nfc().collect())
}

/// Finds ids that two texts have, and sidecars that none has.
fn check_pairs(workspace: &Workspace, documents: &BTreeMap<String, Files>, findings: &mut Vec<Finding>) {
    for (id, files) in documents {
        for (path, _) in files.texts.iter().skip(1) {
            let first = files.texts.first().map_or(path, |it| &it.0);
            let finding = Finding::error("duplicate-id", format!("two documents have the id `{id}`"))
                .at(whole(&workspace.shown(path)))
                .related(whole(&workspace.shown(first)), "the first")
                .help("rename one of the files: the id is the path without the extension");
            findings.push(finding);
        }
        if let (true, Some(sidecar)) = (files.texts.is_empty(), &files.sidecar) {
            let texts = documents.iter().filter(|it| !it.1.texts.is_empty() && it.1.sidecar.is_none());
            let guess = did_you_mean(id, texts.map(|it| it.0.as_str()));
            let finding = Finding::error("no-text", format!("no document belongs to this sidecar{guess}"));
            let help = "name it like its text: x.toml beside x.txt, x.md or x.html";
            findings.push(finding.at(whole(&workspace.shown(sidecar))).help(help));
        }
    }
}

/// A place that is a file and no words in it.
fn whole(shown: &Path) -> Place {
    Place { file: shown.to_path_buf(), source: Arc::from(""), span: Span::default() }
}

fn unreadable_file(shown: &Path, reason: &str) -> Finding {
    Finding::error("unreadable", format!("could not read {}: {reason}", shown.display()))
        .at(whole(shown))
        .help("see to it that the file is there and may be read")
}

/// The document with that id, where its text can be read, and what is wrong with its files.
fn read(workspace: &Workspace, id: &str, files: &Files) -> Option<(Option<Document>, Vec<Finding>)> {
    let (path, format) = files.texts.first()?;
    let source = match contents(workspace, path) {
        Ok(source) => source,
        Err(finding) => return Some((None, vec![*finding])),
    };
    let shown = workspace.shown(path);
    let mut findings = Vec::new();
    let parts = front_matter::parts(&source).unwrap_or_else(|front_matter::Unclosed| {
        let place = Place { file: shown.clone(), source: Arc::from(source.as_str()), span: first_line(&source) };
        let finding = Finding::error("unclosed-front-matter", "this opens front matter, and no `+++` line closes it");
        findings.push(finding.at(place).help("put a line `+++` behind the last key"));
        front_matter::Parts { front: None, text: 0, line: 1 }
    });
    let mut known = known(workspace, &source, &shown, &parts, files.sidecar.as_deref(), &mut findings);
    let bytes = source.as_bytes().get(parts.text..).unwrap_or_default();
    check_digest(&known, &[bytes, source.as_bytes()], &mut findings);
    let body = source.get(parts.text..).unwrap_or_default();
    let (text, lines) = match format {
        Format::Html => html::text(body, parts.line),
        Format::Text | Format::Markdown => (body.to_owned(), Lines::plain(body, parts.line)),
    };
    let unmarked = (*format == Format::Markdown).then(|| markdown::unmarked(&text)).flatten().map(Arc::from);
    if text.trim().is_empty() {
        findings.push(Finding::warning("empty-document", "this document has no text").at(whole(&shown)));
    }
    if !known.dated
        && let Some(period) = extract::date::dateline(unmarked.as_deref().unwrap_or(&text))
    {
        known.metadata.published = Some(period);
        known.metadata.dated_by_text = true;
        let finding = Finding::info("dated-by-text", format!("no `published`: dated {period} by its own dateline"));
        findings.push(finding.at(whole(&shown)).help(format!("write published = {period} in its metadata to make that sure")));
    }
    let read = extract::read(unmarked.as_deref().unwrap_or(&text), &known.metadata.setting());
    let document = Document { id: id.to_owned(), path: shown, metadata: known.metadata, text: text.into(), unmarked, lines, reading: read };
    Some((Some(document), findings))
}

/// The text of a file; what keeps it from being one is a finding.
fn contents(workspace: &Workspace, path: &Path) -> Result<String, Box<Finding>> {
    let shown = workspace.shown(path);
    let bytes = fs::read(path).map_err(|it| unreadable_file(&shown, &it.to_string()))?;
    if u32::try_from(bytes.len()).is_err() {
        let finding = Finding::error("too-long", "a document is shorter than four gigabytes").at(whole(&shown));
        return Err(Box::new(finding.help("divide the file")));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(at).copied().unwrap_or_default();
        // What stands before the byte is the same in the mended text, so the place holds there too.
        let source: Arc<str> = Arc::from(String::from_utf8_lossy(error.as_bytes()));
        let place = Place { file: shown, source, span: Span::new(at, at + '\u{fffd}'.len_utf8()) };
        let finding = Finding::error("not-utf-8", format!("this file is not UTF-8: the byte {byte:02x} stands here"));
        Box::new(finding.at(place).help("convert the file, as in `iconv -f WINDOWS-1252 -t UTF-8`"))
    })
}

/// The metadata of a document, and the file that holds it.
struct Known {
    metadata: Metadata,
    /// Where `sha256` stands, if it does.
    digest: Option<Place>,
    /// Whether `published` is there, be it right or wrong.
    dated: bool,
}

/// What front matter or sidecar tell of the document.
fn known(
    workspace: &Workspace,
    source: &str,
    shown: &Path,
    parts: &front_matter::Parts,
    sidecar: Option<&Path>,
    findings: &mut Vec<Finding>,
) -> Known {
    let read = |mut file: TomlFile, text: &str, findings: &mut Vec<Finding>| {
        let table = file.parse(text);
        let metadata = metadata(&mut file, &table);
        let digest = table.get("sha256").map(|it| file.place(it.span()));
        findings.extend(file.into_findings());
        Known { metadata, digest, dated: table.contains_key("published") }
    };
    let beside = sidecar.and_then(|path| match contents(workspace, path) {
        Ok(text) => Some((workspace.shown(path), text)),
        Err(finding) => {
            findings.push(*finding);
            None
        }
    });
    if let Some(front) = &parts.front {
        if let Some((sidecar, text)) = &beside {
            let place = Place { file: shown.to_path_buf(), source: Arc::from(source), span: first_line(source) };
            let finding = Finding::error("two-metadata", "this document has both front matter and a sidecar")
                .at(place)
                .related(Place { file: sidecar.clone(), source: Arc::from(text.as_str()), span: first_line(text) }, "the sidecar")
                .help("keep one of them; the front matter is used");
            findings.push(finding);
        }
        let file = TomlFile::part(shown, Arc::from(source), front.start);
        return read(file, source.get(front.clone()).unwrap_or_default(), findings);
    }
    match beside {
        Some((sidecar, text)) => {
            let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
            let file = TomlFile::part(&sidecar, Arc::from(text.as_str()), start);
            read(file, text.get(start..).unwrap_or_default(), findings)
        }
        None => Known { metadata: Metadata::default(), digest: None, dated: false },
    }
}

/// The first line of `source`, without its end.
fn first_line(source: &str) -> Span {
    Span::new(0, source.lines().next().map_or(0, str::len))
}

/// Finds a text that is not the one that `sha256` was taken of; one of the `texts` must be.
fn check_digest(known: &Known, texts: &[&[u8]], findings: &mut Vec<Finding>) {
    let (Some(expected), Some(place)) = (&known.metadata.sha256, &known.digest) else { return };
    let Some(actual) = texts.first().map(|it| digest(it)) else { return };
    if actual == *expected || texts.iter().skip(1).any(|it| digest(it) == *expected) {
        return;
    }
    let finding = Finding::error("source-edited", "the text is not the one that this SHA-256 was taken of: the source was edited");
    let help = format!("restore the text, or, where the change is meant, write sha256 = \"{actual}\"");
    findings.push(finding.at(place.clone()).help(help));
}
