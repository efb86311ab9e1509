//! Folders of documents with mistakes, and the findings that they give.

use std::fs;

use super::{Corpus, load};
use crate::toml_file::tests::lines;
use crate::workspace::Workspace;

fn corpus(files: &[(&str, &[u8])]) -> Corpus {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join("corpus").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    load(&Workspace::at(folder.path()))
}

/// Loads `files`; the documents must have the ids, and the findings be the lines, that are expected.
fn check(files: &[(&str, &[u8])], ids: &[&str], expected: &[&str]) -> Corpus {
    let corpus = corpus(files);
    assert_eq!(corpus.documents.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ids);
    let expected: Vec<_> = expected.iter().map(|it| format!("corpus/{it}")).collect();
    assert_eq!(lines(&corpus.findings), expected);
    corpus
}

#[test]
fn documents_stand_in_the_order_of_their_ids() {
    let files: &[(&str, &[u8])] =
        &[("b.md", b"B."), ("a-b.txt", b"C."), ("a/z.html", b"<p>A."), ("a/Y.TXT", b"Y."), ("x.csv", b"1,2"), (".hidden.txt", b"H.")];
    let corpus = check(files, &["a-b", "a/Y", "a/z", "b"], &[]);
    assert_eq!(corpus.documents[2].path.to_str(), Some("corpus/a/z.html"));
    assert_eq!(&*corpus.documents[2].text, "A.");
}

#[test]
fn front_matter_and_sidecar_tell_of_a_document() {
    let files: &[(&str, &[u8])] = &[
        ("a.txt", "\u{feff}+++\r\ntitle = \"Ferry\"\r\n+++\r\nBoats sail.\r\nNow.".as_bytes()),
        ("b.md", b"# Boats **sail**"),
        ("b.toml", b"title = \"Log\"\nlanguage = \"en-GB\"\n"),
    ];
    let corpus = check(files, &["a", "b"], &[]);
    let [a, b] = corpus.documents.as_slice() else { panic!("two documents are there") };
    assert_eq!((a.metadata.title.as_deref(), b.metadata.title.as_deref()), (Some("Ferry"), Some("Log")));
    assert_eq!((&*a.text, a.lines.place(&a.text, 13)), ("Boats sail.\r\nNow.", (5, 1)));
    assert_eq!((&*b.text, &**b.plain()), ("# Boats **sail**", "  Boats   sail  "));
}

#[test]
fn metadata_in_two_places_or_without_an_end_is_found() {
    check(
        &[("a.txt", b"+++\ntitle = \"x\"\n+++\nBoats."), ("a.toml", b"title = \"y\"\n"), ("b.txt", b"+++\ntitle = \"x\"\nBoats.")],
        &["a", "b"],
        &[
            "a.txt:1:1 two-metadata this document has both front matter and a sidecar [corpus/a.toml:1:1 the sidecar] -> keep one of \
             them; the front matter is used",
            "b.txt:1:1 unclosed-front-matter this opens front matter, and no `+++` line closes it -> put a line `+++` behind the last key",
        ],
    );
}

#[test]
fn a_mistake_in_front_matter_stands_on_its_line_of_the_file() {
    check(
        &[("a.txt", b"+++\ntitle = \"x\"\npublishd = 2025-03-02\n+++\nBoats.")],
        &["a"],
        &["a.txt:3:1 unknown-key unknown key `publishd`, did you mean `published`? -> write `published`"],
    );
}

#[test]
fn a_file_that_is_not_utf_8_is_found_at_its_byte() {
    check(
        &[("a.txt", b"Boats sail.\nTo the caf\xe9 64%.\n"), ("b.txt", b"Fine.")],
        &["b"],
        &[
            "a.txt:2:11 not-utf-8 this file is not UTF-8: the byte e9 stands here -> convert the file, as in `iconv -f WINDOWS-1252 -t UTF-8`",
        ],
    );
}

#[test]
fn an_id_met_twice_and_a_sidecar_alone_are_found() {
    check(
        &[("a.md", b"A."), ("a.txt", b"B."), ("log-2025.txt", b"C."), ("log_2025.toml", b"title = \"x\"\n")],
        &["a", "log-2025"],
        &[
            "a.txt:1:1 duplicate-id two documents have the id `a` [corpus/a.md:1:1 the first] -> rename one of the files: the id is the \
             path without the extension",
            "log_2025.toml:1:1 no-text no document belongs to this sidecar, did you mean `log-2025`? -> name it like its text: x.toml \
             beside x.txt, x.md or x.html",
        ],
    );
}

#[test]
fn an_edited_source_is_found() {
    let sidecar = format!("sha256 = \"{}\"\n", super::metadata::digest(b"Boats sank.\n"));
    let actual = super::metadata::digest(b"Boats sail.\n");
    let corpus = corpus(&[("a.txt", b"Boats sail.\n"), ("a.toml", sidecar.as_bytes())]);
    assert_eq!(
        lines(&corpus.findings),
        [format!(
            "corpus/a.toml:1:10 source-edited the text is not the one that this SHA-256 was taken of: the source was edited -> restore \
             the text, or, where the change is meant, write sha256 = \"{actual}\""
        )]
    );
    let right = format!("+++\nsha256 = \"{actual}\"\n+++\nBoats sail.\n");
    check(&[("a.txt", right.as_bytes())], &["a"], &[]);
}

#[test]
fn a_document_without_a_date_takes_that_of_its_dateline_and_says_so() {
    let text = "Ferry stops\n\nNorthhaven, March 3, 2025 - The ferry stopped on 2 March 2025.\n";
    let corpus = check(
        &[("a.txt", text.as_bytes()), ("b.txt", text.as_bytes()), ("b.toml", b"published = 2025-03-05\n"), ("c.txt", b"No date.")],
        &["a", "b", "c"],
        &["a.txt:1:1 dated-by-text no `published`: dated 2025-03-03 by its own dateline -> write published = 2025-03-03 in its metadata \
           to make that sure"],
    );
    let dates = corpus.documents.iter().map(|it| (it.metadata.published.map(|it| it.to_string()), it.metadata.dated_by_text));
    assert_eq!(dates.collect::<Vec<_>>(), [(Some("2025-03-03".to_owned()), true), (Some("2025-03-05".to_owned()), false), (None, false)]);
}

#[test]
fn what_holds_no_text_or_is_not_read_is_a_warning() {
    check(
        &[("a.txt", b" \n"), ("b.pdf", b"%PDF"), ("c.html", b"<nav>x</nav>")],
        &["a", "c"],
        &[
            "a.txt:1:1 empty-document this document has no text",
            "b.pdf:1:1 not-read a .pdf file is not read -> save its text as .txt, .md or .html",
            "c.html:1:1 empty-document this document has no text",
        ],
    );
}

#[test]
fn a_workspace_without_a_corpus_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        lines(&load(&Workspace::at(folder.path())).findings),
        ["no-corpus there is no corpus: no folder corpus -> make the folder and put source documents into it"]
    );
}
