//! Loads the assertion files: words and measures of all files first, then the claims that use them.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;
use toml::de::DeTable;

use super::assertion::{Surroundings, assertion};
use super::words::{ambiguous, entity, measure, relation, synonyms, twice, waiver};
use super::{Assertion, Claims, Measure, Relation, Waiver, Words};
use crate::corpus::Corpus;
use crate::finding::{Finding, Place};
use crate::text::Span;
use crate::toml_file::{TomlFile, did_you_mean};
use crate::workspace::{Workspace, slashed, walk};

/// The tables that an assertion file may hold.
pub(super) const TABLES: [&str; 6] = ["assertion", "entity", "measure", "relation", "synonyms", "waiver"];

/// An assertion file, read.
struct File {
    /// Relative to the workspace.
    shown: PathBuf,
    /// Below the folder of assertions, without the extension.
    group: String,
    source: Arc<str>,
}

/// What the files say beside their assertions, each with its places.
#[derive(Default)]
struct Gathered {
    words: Words,
    names: Vec<Vec<(String, Place)>>,
    measures: Vec<(Measure, Place)>,
    relations: Vec<(Relation, Place)>,
    related: Vec<(String, Place)>,
    waivers: Vec<(Waiver, Place)>,
}

/// The assertions of `workspace`; `corpus` tells which documents their sources may name.
pub fn load(workspace: &Workspace, corpus: &Corpus) -> Claims {
    let mut findings = Vec::new();
    let files = files(workspace, &mut findings);
    let tables = files.iter().map(|it| {
        let mut file = TomlFile::new(&it.shown, Arc::clone(&it.source));
        let table = file.parse(&it.source);
        (it, file, table)
    });
    let mut tables: Vec<_> = tables.collect();
    let mut gathered = Gathered::default();
    for (_, file, table) in &mut tables {
        gather(file, table, &mut gathered);
    }
    gathered.check(&mut findings);
    let documents: Vec<_> = corpus.documents.iter().map(|it| it.id.as_str()).collect();
    let measures: Vec<_> = gathered.measures.iter().map(|it| it.0.id.as_str()).collect();
    let read = tables.into_par_iter().map(|(it, mut file, table)| {
        let surroundings =
            Surroundings { words: &gathered.words, documents: Some(&documents), measures: &measures, file: &it.shown, group: &it.group };
        let tables = file.tables(&table, "assertion");
        let read: Vec<_> = tables.into_iter().filter_map(|(table, range)| assertion(&mut file, table, range, &surroundings)).collect();
        (read, file.into_findings())
    });
    let mut assertions: Vec<(Assertion, Place)> = Vec::new();
    for (read, more) in read.collect::<Vec<_>>() {
        assertions.extend(read);
        findings.extend(more);
    }
    let ids = assertions.iter().map(|(it, place)| (it.id.as_str(), place));
    twice("assertions", "give one of them an `id` of its own", ids, &mut findings);
    findings.sort_by(|one, other| (&one.place, one.code, &one.message).cmp(&(&other.place, other.code, &other.message)));
    Claims {
        assertions: assertions.into_iter().map(|it| it.0).collect(),
        words: gathered.words,
        measures: gathered.measures.into_iter().map(|it| it.0).collect(),
        relations: gathered.relations.into_iter().map(|it| it.0).collect(),
        waivers: gathered.waivers.into_iter().map(|it| it.0).collect(),
        findings,
    }
}

/// The assertion files, sorted by path.
fn files(workspace: &Workspace, findings: &mut Vec<Finding>) -> Vec<File> {
    let nowhere = |file: PathBuf| Place { file, source: Arc::from(""), span: Span::default() };
    if !workspace.assertions.is_dir() {
        let message = format!("there are no assertions: no folder {}", workspace.shown(&workspace.assertions).display());
        findings.push(Finding::error("no-assertions", message).help("make the folder and put assertion files into it"));
        return Vec::new();
    }
    let mut files = Vec::new();
    for path in walk(&workspace.assertions) {
        let read = path.map_err(|it| (it.path, it.reason)).and_then(|path| {
            if path.extension().is_none_or(|it| it != "toml") {
                return Ok(None);
            }
            let bytes = fs::read(&path).map_err(|it| (path.clone(), it.to_string()))?;
            Ok(Some((path, bytes)))
        });
        let (path, bytes) = match read {
            Ok(Some(read)) => read,
            Ok(None) => continue,
            Err((path, reason)) => {
                let shown = workspace.shown(&path);
                let finding = Finding::error("unreadable", format!("could not read {}: {reason}", shown.display()));
                findings.push(finding.at(nowhere(shown)).help("see to it that the file is there and may be read"));
                continue;
            }
        };
        let shown = workspace.shown(&path);
        let below = path.strip_prefix(&workspace.assertions).unwrap_or(&path).with_extension("");
        let group = slashed(&below).unwrap_or_else(|| below.display().to_string());
        let (source, bad) = match String::from_utf8(bytes) {
            Ok(source) => (Arc::from(source), None),
            Err(error) => (Arc::from(String::from_utf8_lossy(error.as_bytes())), Some(error.utf8_error().valid_up_to())),
        };
        if let Some(at) = bad {
            let place = Place { file: shown, source, span: Span::new(at, at + '\u{fffd}'.len_utf8()) };
            findings.push(Finding::error("not-utf-8", "this file is not UTF-8").at(place).help("save it as UTF-8"));
            continue;
        }
        files.push(File { shown, group, source });
    }
    files
}

/// Reads all but the assertions of one file.
fn gather(file: &mut TomlFile, table: &DeTable<'_>, gathered: &mut Gathered) {
    for key in table.keys().filter(|it| !TABLES.contains(&it.get_ref().as_ref())) {
        let name = key.get_ref().as_ref();
        let guess = did_you_mean(name, TABLES);
        let finding = if table.get(name).is_some_and(|it| it.get_ref().is_table() || it.get_ref().is_array()) {
            let help = "the tables are [[assertion]], [[entity]], [[synonyms]], [[measure]], [[relation]] and [[waiver]]";
            Finding::error("unknown-table", format!("unknown table `{name}`{guess}")).help(help)
        } else {
            Finding::error("unknown-key", format!("`{name}` belongs to no table")).help("write it below a heading, such as [[assertion]]")
        };
        file.report(finding, key.span());
    }
    for (table, range) in file.tables(table, "entity") {
        if let Some((entity, names)) = entity(file, table, range) {
            gathered.words.entities.push(entity);
            gathered.names.push(names);
        }
    }
    for (table, range) in file.tables(table, "synonyms") {
        gathered.words.synonyms.extend(synonyms(file, table, range));
    }
    for (table, range) in file.tables(table, "measure") {
        gathered.measures.extend(measure(file, table, range));
    }
    for (table, range) in file.tables(table, "relation") {
        if let Some(read) = relation(file, table, range) {
            gathered.relations.push((read.relation, read.place));
            gathered.related.extend(read.measures);
        }
    }
    for (table, range) in file.tables(table, "waiver") {
        gathered.waivers.extend(waiver(file, table, range));
    }
}

impl Gathered {
    /// Finds what only all files together show.
    fn check(&self, findings: &mut Vec<Finding>) {
        let own = "give one of them another `id`";
        ambiguous(&self.names, findings);
        twice("measures", own, self.measures.iter().map(|(it, place)| (it.id.as_str(), place)), findings);
        twice("relations", own, self.relations.iter().map(|(it, place)| (it.id.as_str(), place)), findings);
        twice("waivers", "keep one of them", self.waivers.iter().map(|(it, place)| (it.id.as_str(), place)), findings);
        let known: Vec<_> = self.measures.iter().map(|it| it.0.id.as_str()).collect();
        for (id, place) in self.related.iter().filter(|it| !known.contains(&it.0.as_str())) {
            let guess = did_you_mean(id, known.iter().copied());
            let finding = Finding::error("unknown-measure", format!("no measure has the id `{id}`{guess}"));
            findings.push(finding.at(place.clone()).help(format!("add a [[measure]] with id = \"{id}\", or name one that there is")));
        }
    }
}
