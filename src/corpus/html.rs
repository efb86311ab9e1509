//! HTML: its text in paragraphs, each word with its place in the file.

use super::Lines;

/// The text of the HTML `source`, whose first line is line `first` of its file.
pub(super) fn text(source: &str, first: u32) -> (String, Lines) {
    (source.to_owned(), Lines::plain(source, first))
}
