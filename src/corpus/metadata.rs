//! What is known of a document: its front matter or sidecar, read and checked.

use sha2::{Digest, Sha256};
use toml::de::DeTable;

use super::Metadata;
use crate::finding::Finding;
use crate::toml_file::{Fields, TomlFile};

/// The keys of a document's metadata.
pub const KEYS: [&str; 10] = ["author", "language", "note", "published", "publisher", "reliability", "retrieved", "sha256", "title", "url"];

/// The metadata in `table`; what is wrong with it is kept in `file`.
pub(super) fn metadata(file: &mut TomlFile, table: &DeTable<'_>) -> Metadata {
    let mut fields = Fields::new(file, table, 0..0, "a document", &KEYS);
    Metadata {
        title: fields.text("title"),
        publisher: fields.text("publisher"),
        author: fields.text("author"),
        url: fields.text("url"),
        language: language(&mut fields),
        note: fields.text("note"),
        published: fields.period("published"),
        dated_by_text: false,
        retrieved: fields.day("retrieved"),
        reliability: reliability(&mut fields),
        sha256: sha256(&mut fields),
    }
}

fn language(fields: &mut Fields<'_, '_, '_>) -> Option<String> {
    let tag = fields.text("language")?;
    if is_language_tag(&tag) {
        return Some(tag);
    }
    let finding = Finding::error("bad-language", format!("\"{tag}\" is no language tag"));
    let mended = tag.replace('_', "-");
    let help = if is_language_tag(&mended) {
        format!("write language = \"{mended}\"")
    } else {
        "write a BCP 47 tag, such as \"en\", \"en-GB\", \"uk\" or \"zh-Hant\"".to_owned()
    };
    fields.report("language", finding.help(help));
    None
}

/// Whether `tag` is formed as BCP 47 has it: a language of two or three letters, then parts of at most eight.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    matches!(language.len(), 2 | 3)
        && language.bytes().all(|it| it.is_ascii_alphabetic())
        && parts.all(|it| matches!(it.len(), 1..=8) && it.bytes().all(|it| it.is_ascii_alphanumeric()))
}

fn reliability(fields: &mut Fields<'_, '_, '_>) -> Option<char> {
    let written = fields.text("reliability")?;
    let mut letters = written.chars();
    match (letters.next(), letters.next()) {
        (Some(letter @ 'A'..='F'), None) => return Some(letter),
        (letter, more) => {
            let upper = letter.map(|it| it.to_ascii_uppercase()).filter(|it| more.is_none() && matches!(it, 'A'..='F'));
            let help = upper.map_or_else(
                || "write a letter from \"A\" (completely reliable) to \"E\" (unreliable), or \"F\" (cannot be judged)".to_owned(),
                |it| format!("write reliability = \"{it}\""),
            );
            let finding = Finding::error("bad-reliability", format!("\"{written}\" is no reliability"));
            fields.report("reliability", finding.help(help));
        }
    }
    None
}

fn sha256(fields: &mut Fields<'_, '_, '_>) -> Option<String> {
    let written = fields.text("sha256")?;
    let digits = written.to_ascii_lowercase();
    if digits.len() == 64 && digits.bytes().all(|it| it.is_ascii_hexdigit()) {
        return Some(digits);
    }
    let finding = Finding::error("bad-sha256", "a SHA-256 has 64 hexadecimal digits");
    fields.report("sha256", finding.help("write what `sha256sum` prints for the text, or leave the key out"));
    None
}

/// The SHA-256 of `bytes`, in lower-case hexadecimal digits.
pub(super) fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::toml_file::tests::lines;

    fn check(source: &str, expected: &[&str]) -> Metadata {
        let mut file = TomlFile::new(Path::new("x.toml"), source.into());
        let table = file.parse(source);
        let read = metadata(&mut file, &table);
        assert_eq!(lines(&file.into_findings()), expected, "{source}");
        read
    }

    #[test]
    fn every_key_is_read() {
        let read = check(
            "title = \"Ferry\"\npublisher = \"Coast News\"\nauthor = \"A. Holm\"\nurl = \"https://x.example/ferry\"\nlanguage = \"en-GB\"\n\
             note = \"cut\"\npublished = 2025-03-02\nretrieved = 2025-03-04\nreliability = \"B\"\n",
            &[],
        );
        assert_eq!((read.title.as_deref(), read.reliability), (Some("Ferry"), Some('B')));
        assert_eq!(read.published.map(|it| it.to_string()).as_deref(), Some("2025-03-02"));
        assert_eq!(read.retrieved.map(|it| it.to_string()).as_deref(), Some("2025-03-04"));
        let read = check("published = \"2025-02-10..2025-02-16\"\n", &[]);
        assert_eq!(read.published.map(|it| it.to_string()).as_deref(), Some("2025-02-10..2025-02-16"));
    }

    #[test]
    fn an_unknown_key_is_found_with_what_was_meant() {
        check(
            "publishd = 2025-03-02\n\ncolour = \"red\"\n",
            &[
                "x.toml:1:1 unknown-key unknown key `publishd`, did you mean `published`? -> write `published`",
                "x.toml:3:1 unknown-key unknown key `colour` -> a document has the keys `author`, `language`, `note`, `published`, \
                 `publisher`, `reliability`, `retrieved`, `sha256`, `title`, `url`",
            ],
        );
    }

    #[test]
    fn a_wrong_value_is_found_with_what_to_write() {
        let help = "write a day, a month, a year or a span: \"2025-02-20\", \"2025-02\", \"2025\", \"2025-02-10..2025-02-16\"";
        check("title = 5\n", &["x.toml:1:9 wrong-type `title` must be text, not the number 5 -> write title = \"…\""]);
        check("published = \"2 March\"\n", &[&format!("x.toml:1:13 bad-date \"2 March\" is not a date -> {help}")]);
        check(
            "published = 2025-03-02T10:00:00Z\n",
            &[&format!("x.toml:1:13 bad-date `published` must be a date without a time -> {help}")],
        );
        check(
            "retrieved = \"2025-03-04\"\n",
            &["x.toml:1:13 wrong-type `retrieved` must be a date, not the text \"2025-03-04\" -> write retrieved = 2025-03-04"],
        );
        check("reliability = \"b\"\n", &["x.toml:1:15 bad-reliability \"b\" is no reliability -> write reliability = \"B\""]);
        check(
            "reliability = \"good\"\n",
            &["x.toml:1:15 bad-reliability \"good\" is no reliability -> write a letter from \"A\" (completely reliable) to \"E\" \
               (unreliable), or \"F\" (cannot be judged)"],
        );
        check("language = \"en_US\"\n", &["x.toml:1:12 bad-language \"en_US\" is no language tag -> write language = \"en-US\""]);
        check(
            "sha256 = \"abc\"\n",
            &[
                "x.toml:1:10 bad-sha256 a SHA-256 has 64 hexadecimal digits -> write what `sha256sum` prints for the text, or leave the key out",
            ],
        );
    }
}
