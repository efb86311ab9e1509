//! A module uses those above it in `lib.rs`, never those below, not even in its docs.

use crate::{files, text};

/// The modules of the library, in the order of `lib.rs`.
fn modules() -> Vec<String> {
    let lib = text(&files("src", "lib.rs")[0]);
    let modules: Vec<_> = lib.lines().filter_map(|it| it.trim().strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect();
    assert!(modules.len() > 5, "lib.rs lists its modules, one a line");
    modules
}

/// The modules of the library that `source` names.
fn named<'m>(source: &str, modules: &'m [String]) -> Vec<&'m str> {
    let mut found = Vec::new();
    for (at, path) in source.match_indices("crate::") {
        let rest = source.get(at + path.len()..).unwrap_or_default();
        // `use crate::{claim, corpus};` names several.
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
            None => vec![rest],
        };
        for name in names {
            let name: String = name.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
            found.extend(modules.iter().filter(|it| **it == name).map(String::as_str));
        }
    }
    found
}

#[test]
fn a_module_uses_those_above_it_alone() {
    let modules = modules();
    let mut below = Vec::new();
    for path in files("src", ".rs") {
        let inside = path.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).expect("it lies below src");
        let first = inside.components().next().expect("a file has a name").as_os_str().to_string_lossy();
        let Some(own) = modules.iter().position(|it| *it == first.trim_end_matches(".rs")) else { continue };
        let source = text(&path);
        // A test may set its scene with what lies below.
        let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let wrong = named(source, &modules).into_iter().filter(|it| modules.iter().position(|name| name == it) > Some(own));
        below.extend(wrong.map(|it| format!("{} uses crate::{it}", inside.display())));
    }
    assert!(below.is_empty(), "these use a module below their own:\n{}", below.join("\n"));
}

#[test]
fn a_group_of_uses_is_read_too() {
    let modules = ["claim".to_owned(), "corpus".to_owned()];
    assert_eq!(named("use crate::{claim, corpus::Corpus};", &modules), ["claim", "corpus"]);
    assert_eq!(named("crate::claims", &modules), Vec::<&str>::new());
}

#[test]
fn every_module_begins_with_a_sentence_on_what_it_is_for() {
    let bare: Vec<_> = files("src", ".rs").into_iter().filter(|it| !text(it).starts_with("//! ")).collect();
    assert!(bare.is_empty(), "{bare:?}");
}

#[test]
fn lines_are_ended_and_not_trailed_by_blanks() {
    for path in files("src", ".rs").into_iter().chain(files("tests", ".rs")) {
        let source = text(&path);
        assert!(source.ends_with('\n'), "{}", path.display());
        assert!(!source.lines().any(|it| it.ends_with(' ')), "{}", path.display());
    }
}
