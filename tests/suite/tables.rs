//! The word tables: sorted, without repetition, with a heading.

use std::collections::BTreeSet;

use crate::{files, text};

/// Tables whose lines mean something by their place.
fn is_numbered(table: &str) -> bool {
    table.lines().take_while(|it| it.starts_with('#')).any(|it| it.contains("line n"))
}

#[test]
fn a_word_table_is_sorted_and_says_a_thing_once() {
    let mut faults = Vec::new();
    for path in files("src", ".txt").into_iter().filter(|it| it.components().any(|part| part.as_os_str() == "data")) {
        let table = text(&path);
        if is_numbered(&table) {
            continue;
        }
        let rows: Vec<_> = table.lines().filter(|it| !it.is_empty() && !it.starts_with('#')).collect();
        if let Some([first, second]) = rows.array_windows().find(|[first, second]| first > second) {
            faults.push(format!("{}: `{first}` stands before `{second}`", path.display()));
        }
        if rows.iter().collect::<BTreeSet<_>>().len() != rows.len() {
            faults.push(format!("{}: a row stands twice", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_word_table_begins_with_what_its_columns_are() {
    for path in files("src", ".txt").into_iter().filter(|it| it.components().any(|part| part.as_os_str() == "data")) {
        let table = text(&path);
        assert!(table.lines().take_while(|it| it.starts_with('#')).count() >= 2, "{} has no heading", path.display());
    }
}
