//! One `[[assertion]]`.

use std::ops::Range;
use std::path::Path;

use toml::de::DeTable;

use super::words::within;
use super::{Assertion, Verdict, Words, glob, line, slug};
use crate::finding::{Finding, Place};
use crate::toml_file::{Fields, TomlFile, Word, did_you_mean};

/// The keys of `[[assertion]]`.
pub(super) const KEYS: [&str; 11] = ["claim", "expect", "id", "measure", "min-sources", "note", "on", "quote", "sources", "strict", "tags"];

/// What an assertion is checked against.
pub(super) struct Surroundings<'s> {
    pub(super) words: &'s Words,
    /// The ids of the documents; none where they are not known.
    pub(super) documents: Option<&'s [&'s str]>,
    pub(super) measures: &'s [&'s str],
    pub(super) file: &'s Path,
    pub(super) group: &'s str,
}

/// The assertion in `table`, with the place of its id, or of the claim that the id is made of.
pub(super) fn assertion(
    file: &mut TomlFile,
    table: &DeTable<'_>,
    range: Range<usize>,
    surroundings: &Surroundings<'_>,
) -> Option<(Assertion, Place)> {
    let mut fields = Fields::new(file, table, range, "an assertion", &KEYS);
    let written = fields.required("claim", "\"Holm: 64% rebuilt on 2025-02-20\"");
    let on = fields.period("on");
    let quote = fields.text("quote");
    let sources = sources(&mut fields, surroundings.documents);
    let expect = expect(&mut fields);
    let strict = fields.flag("strict").unwrap_or(false);
    let min_sources = fields.count("min-sources").unwrap_or(1);
    let measure = measure(&mut fields, surroundings.measures);
    let tags = fields.words("tags").into_iter().map(|it| it.text).collect();
    let note = fields.text("note");
    let id = id(&mut fields);
    let written = written?;
    let claim = match line::parse(&written.text, on, surroundings.words) {
        Ok(claim) => claim,
        Err(findings) => {
            for finding in findings {
                let range = finding.place.as_ref().map_or(written.range.clone(), |it| within(file, &written, it.span));
                file.report(finding, range);
            }
            return None;
        }
    };
    let place = file.place(written.range.clone());
    let (id, id_place) = match id {
        Some(id) => (id.text, file.place(id.range)),
        None => (slug::slug(&written.text), place.clone()),
    };
    let assertion = Assertion {
        id,
        file: surroundings.file.to_path_buf(),
        group: surroundings.group.to_owned(),
        line: place.line_and_column().0,
        claim,
        quote,
        sources,
        expect,
        strict,
        min_sources,
        measure,
        tags,
        note,
    };
    Some((assertion, id_place))
}

fn id(fields: &mut Fields<'_, '_, '_>) -> Option<Word> {
    let id = fields.word("id")?;
    if let Some(flaw) = slug::flaw(&id.text) {
        let finding = Finding::error("bad-id", format!("this id {flaw}; it names a file and a test"));
        fields.report("id", finding.help(format!("write id = \"{}\"", slug::slug(&id.text))));
        return None;
    }
    Some(id)
}

fn sources(fields: &mut Fields<'_, '_, '_>, documents: Option<&[&str]>) -> Vec<String> {
    let globs = fields.words("sources");
    for word in &globs {
        let finding = match glob::source_glob(&word.text) {
            Err(error) => {
                let finding = Finding::error("bad-glob", format!("`{}` is no glob: {}", word.text, error.kind()));
                finding.help("write the id of a document, with `*` for any part of it")
            }
            Ok(glob) => {
                let Some(documents) = documents.filter(|it| !it.iter().any(|id| glob.is_match(id))) else { continue };
                let guess = did_you_mean(&word.text, documents.iter().copied());
                let finding = Finding::error("no-source", format!("`{}` matches no document{guess}", word.text));
                finding.help("an id is the path below the corpus folder without the extension; `*` stays within a folder, `**` does not")
            }
        };
        fields.file.report(finding, word.range.clone());
    }
    globs.into_iter().map(|it| it.text).collect()
}

fn expect(fields: &mut Fields<'_, '_, '_>) -> Vec<Verdict> {
    const NAMES: [&str; 4] = ["supported", "contradicted", "disputed", "not-found"];
    if !fields.has("expect") {
        return vec![Verdict::Supported];
    }
    let mut expect = Vec::new();
    let words = fields.one_or_more("expect");
    for word in &words {
        if let Some(verdict) = Verdict::named(&word.text) {
            expect.push(verdict);
            continue;
        }
        let guess = did_you_mean(&word.text, NAMES);
        let finding = Finding::error("bad-verdict", format!("\"{}\" is no verdict{guess}", word.text));
        fields.file.report(finding.help("write \"supported\", \"contradicted\", \"disputed\" or \"not-found\""), word.range.clone());
    }
    if words.is_empty() {
        // A list without a verdict would let nothing pass; a wrong type has its own finding, which says more.
        fields.report("expect", Finding::error("bad-verdict", "no verdict would pass").help("name one, or leave `expect` out"));
    }
    expect.sort();
    expect.dedup();
    expect
}

fn measure(fields: &mut Fields<'_, '_, '_>, measures: &[&str]) -> Option<String> {
    let measure = fields.text("measure")?;
    if !measures.contains(&measure.as_str()) {
        let guess = did_you_mean(&measure, measures.iter().copied());
        let finding = Finding::error("unknown-measure", format!("no measure has the id `{measure}`{guess}"));
        fields.report("measure", finding.help(format!("add a [[measure]] with id = \"{measure}\", or name one that there is")));
    }
    Some(measure)
}
