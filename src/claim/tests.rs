//! Assertion files with mistakes, and the findings that they give.

use std::fs;

use super::{Claims, load};
use crate::corpus::{Corpus, Document};
use crate::toml_file::tests::lines;
use crate::workspace::Workspace;

fn claims(files: &[(&str, &str)]) -> Claims {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join("assertions").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let documents = ["coast-news-2025", "harbour-log"].map(|it| Document::from_text(it, "", None));
    let corpus = Corpus { documents: documents.into(), findings: Vec::new() };
    load(&Workspace::at(folder.path()), &corpus)
}

fn check(source: &str, expected: &[&str]) {
    let expected: Vec<_> = expected.iter().map(|it| format!("assertions/x.toml:{it}")).collect();
    assert_eq!(lines(&claims(&[("x.toml", source)]).findings), expected, "{source}");
}

#[test]
fn every_key_of_an_assertion_is_read() {
    let claims = claims(&[(
        "port/x.toml",
        "[[assertion]]\nid = \"shut\"\nclaim = \"Holm: the ferry line closed\"\non = \"2025-02\"\nquote = \"closed for good\"\n\
         sources = [\"coast-*\"]\nexpect = [\"not-found\", \"contradicted\"]\nstrict = true\nmin-sources = 2\nmeasure = \"ferry.lines\"\n\
         tags = [\"sea\"]\nnote = \"Ask again.\"\n\n[[measure]]\nid = \"ferry.lines\"\nunit = \"line\"\nterms = [\"ferry\"]\n",
    )]);
    assert_eq!(lines(&claims.findings), Vec::<String>::new());
    let [assertion] = claims.assertions.as_slice() else { panic!("one assertion is there") };
    assert_eq!((assertion.id.as_str(), assertion.group.as_str(), assertion.line), ("shut", "port/x", 3));
    assert_eq!((assertion.claim.speaker.as_deref(), assertion.claim.words.as_str()), (Some("Holm"), "the ferry line closed"));
    assert_eq!(assertion.claim.period.map(|it| it.to_string()).as_deref(), Some("2025-02"));
    assert_eq!(assertion.expect.iter().map(|it| it.name()).collect::<Vec<_>>(), ["contradicted", "not-found"]);
    assert_eq!((assertion.strict, assertion.min_sources), (true, 2));
    assert_eq!((assertion.quote.as_deref(), assertion.measure.as_deref()), (Some("closed for good"), Some("ferry.lines")));
    assert_eq!((assertion.sources.as_slice(), assertion.tags.as_slice()), (&["coast-*".to_owned()][..], &["sea".to_owned()][..]));
}

#[test]
fn an_assertion_without_an_id_is_called_by_its_claim() {
    let claims = claims(&[("x.toml", "[[assertion]]\nclaim = \"Holm: the ferry line closed\"\n")]);
    assert_eq!(claims.assertions.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["holm-the-ferry-line-closed"]);
}

#[test]
fn unknown_keys_and_tables_are_found_all_at_once() {
    check(
        "[[assertion]]\nclaim = \"Ferries sail\"\nexpct = \"supported\"\n\n[[asertion]]\nclaim = \"x\"\n\n[[entity]]\nname = \"Holm\"\nalias = [\"H\"]\n",
        &[
            "3:1 unknown-key unknown key `expct`, did you mean `expect`? -> write `expect`",
            "5:3 unknown-table unknown table `asertion`, did you mean `assertion`? -> the tables are [[assertion]], [[entity]], \
             [[synonyms]], [[measure]], [[relation]] and [[waiver]]",
            "10:1 unknown-key unknown key `alias`, did you mean `aliases`? -> write `aliases`",
        ],
    );
    check(
        "claim = \"Ferries sail\"\n",
        &["1:1 unknown-key `claim` belongs to no table -> write it below a heading, such as [[assertion]]"],
    );
}

#[test]
fn wrong_types_are_found_with_what_to_write() {
    check(
        "[[assertion]]\nclaim = 64\nsources = \"coast-*\"\nstrict = \"yes\"\nmin-sources = 0\n",
        &[
            "2:9 wrong-type `claim` must be text, not the number 64 -> write claim = \"…\"",
            "3:11 wrong-type `sources` must be a list of texts, not the text \"coast-*\" -> write sources = [\"coast-*\"]",
            "4:10 wrong-type `strict` must be true or false, not the text \"yes\" -> write strict = true",
            "5:15 wrong-type `min-sources` must be a whole number from 1, not the number 0 -> write min-sources = 2",
        ],
    );
    check("[assertion]\nclaim = \"Ferries sail\"\n", &["1:1 wrong-type `assertion` is a list of tables -> write [[assertion]]"]);
}

#[test]
fn a_claim_that_is_missing_or_empty_is_found() {
    check(
        "[[assertion]]\nid = \"a\"\n\n[[assertion]]\nclaim = \"\"\n\n[[assertion]]\nclaim = \"Holm: \"\n",
        &[
            "1:1 missing-key `claim` is missing -> add a line, as in claim = \"Holm: 64% rebuilt on 2025-02-20\"",
            "5:9 empty-text `claim` is empty -> write something, or leave the key out",
            "8:16 empty-claim nothing is claimed -> write what the speaker said behind the colon",
        ],
    );
    check(
        "[[assertion]]\nclaim = \"\"\"Ferries\nsail\"\"\"\n",
        &["2:9 claim-lines a claim is one line -> write it on one line, or make it two assertions"],
    );
}

#[test]
fn a_bad_value_is_found_with_what_was_meant() {
    let date = "write a day, a month, a year or a span: \"2025-02-20\", \"2025-02\", \"2025\", \"2025-02-10..2025-02-16\"";
    check(
        "[[assertion]]\nclaim = \"Ferries sail\"\non = \"20.2.2025\"\nexpect = \"suported\"\nsources = [\"coast-news-2024\", \"[x\"]\nmeasure = \"ferries\"\n",
        &[
            &format!("3:6 bad-date \"20.2.2025\" is not a date -> {date}"),
            "4:10 bad-verdict \"suported\" is no verdict, did you mean `supported`? -> write \"supported\", \"contradicted\", \
             \"disputed\" or \"not-found\"",
            "5:12 no-source `coast-news-2024` matches no document, did you mean `coast-news-2025`? -> an id is the path below the \
             corpus folder without the extension; `*` stays within a folder, `**` does not",
            "5:31 bad-glob `[x` is no glob: unclosed character class; missing ']' -> write the id of a document, with `*` for any part of it",
            "6:11 unknown-measure no measure has the id `ferries` -> add a [[measure]] with id = \"ferries\", or name one that there is",
        ],
    );
    check(
        "[[assertion]]\nclaim = \"Ferries sail\"\nexpect = []\nid = \"a/b\"\n",
        &[
            "3:10 bad-verdict no verdict would pass -> name one, or leave `expect` out",
            "4:6 bad-id this id has characters other than letters, digits, `-`, `_` and `.`; it names a file and a test -> write id = \"a-b\"",
        ],
    );
}

#[test]
fn an_id_used_twice_points_at_both_places() {
    let findings = claims(&[
        ("a.toml", "[[assertion]]\nclaim = \"Ferries sail\"\n"),
        ("b.toml", "[[assertion]]\nid = \"Ferries-sail\"\nclaim = \"Ferries sail again\"\n"),
    ]);
    assert_eq!(
        lines(&findings.findings),
        ["assertions/b.toml:2:6 duplicate-id the id `Ferries-sail` is used twice for assertions \
          [assertions/a.toml:2:9 first used here] -> give one of them an `id` of its own"]
    );
}

#[test]
fn a_name_of_two_entities_is_ambiguous() {
    check(
        "[[entity]]\nname = \"Anna Holm\"\naliases = [\"the mayor\"]\n\n[[entity]]\nname = \"Ben Moss\"\naliases = [\"The Mayor\"]\nroles = [\"mayor\"]\n",
        &["7:12 ambiguous-name `The Mayor` stands for both Anna Holm and Ben Moss [assertions/x.toml:3:12 here it is the other's] \
           -> keep the name with one of them, or make the two one entity"],
    );
}

#[test]
fn measures_and_relations_are_checked_against_each_other() {
    let claims = claims(&[(
        "x.toml",
        "[[measure]]\nid = \"ferry.lines\"\ntitle = \"Ferry lines\"\nunit = \"line\"\nterms = [\"ferry\"]\nwithout = [\"bus\"]\n\
         subject = [\"Harbour\"]\ntolerance = \"12.5%\"\ntrend = \"falling\"\n\n[[relation]]\nid = \"all lines\"\n\
         equation = \"ferry.lines + bus.lines = ferry.line\"\ntolerance = \"5%\"\n",
    )]);
    assert_eq!(
        lines(&claims.findings),
        [
            "assertions/x.toml:13:27 unknown-measure no measure has the id `bus.lines` -> add a [[measure]] with id = \"bus.lines\", \
             or name one that there is",
            "assertions/x.toml:13:39 unknown-measure no measure has the id `ferry.line`, did you mean `ferry.lines`? -> add a \
             [[measure]] with id = \"ferry.line\", or name one that there is",
        ]
    );
    assert_eq!(claims.measures[0].tolerance.to_string(), "0.125");
    check(
        "[[measure]]\nid = \"a b\"\nunit = \"line\"\ntolerance = 0.1\n\n[[relation]]\nid = \"r\"\nequation = \"x = = y\"\n",
        &[
            "1:1 missing-key `terms` is missing: without words a measure measures nothing -> add a line, as in terms = [\"hold|control\", \"harbour\"]",
            "2:6 bad-id the id of a measure has no blanks, because equations name it -> write id = \"a-b\"",
            "4:13 wrong-type `tolerance` must be a share in percent, as text, not the number 0.1 -> write tolerance = \"10%\"",
            "8:17 bad-equation a measure is missing before `=` -> join measures with `+ - * /` and one `=`, blanks around each",
        ],
    );
}

#[test]
fn a_waiver_gives_its_reason() {
    check(
        "[[waiver]]\nid = \"figures-1\"\nuntil = \"soon\"\n",
        &[
            "1:1 missing-key `reason` is missing -> add a line, as in reason = \"the ministry corrected the figure a day later\"",
            "3:9 wrong-type `until` must be a date, not the text \"soon\" -> write until = 2025-02-20",
        ],
    );
}

#[test]
fn a_file_with_a_slip_of_toml_keeps_its_other_tables() {
    let claims = claims(&[("x.toml", "[[assertion]]\nclaim = Ferries sail\n\n[[assertion]]\nclaim = \"Ships sail\"\n")]);
    assert_eq!(claims.assertions.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["ferries-sail", "ships-sail"]);
    assert_eq!(claims.findings.iter().map(|it| it.code).collect::<Vec<_>>(), ["toml"]);
}
