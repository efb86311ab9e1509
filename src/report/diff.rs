//! What changed between two results, line by line, the words that differ marked.

use std::fmt::Write;

use similar::{ChangeTag, TextDiff};

use super::style::{Colour, Style};

/// Lines of context around a change.
const CONTEXT: usize = 2;

/// The changed lines of `old` and `new` with some context; removed lines begin with `-`, added ones with `+`.
pub fn diff(old: &str, new: &str, style: Style) -> String {
    let (old, new) = (ended(old), ended(new));
    let diff = TextDiff::from_lines(&old, &new);
    let mut out = String::new();
    for (index, group) in diff.grouped_ops(CONTEXT).iter().enumerate() {
        if index > 0 {
            let _ = writeln!(out, "  {}", style.paint(Colour::Dim, "…"));
        }
        for change in group.iter().flat_map(|it| diff.iter_inline_changes(it)) {
            let (sign, colour, word) = match change.tag() {
                ChangeTag::Delete => ("-", Colour::Red, Colour::RedWord),
                ChangeTag::Insert => ("+", Colour::Green, Colour::GreenWord),
                ChangeTag::Equal => (" ", Colour::Dim, Colour::Dim),
            };
            let mut line = String::new();
            for (emphasised, text) in change.iter_strings_lossy() {
                line.push_str(&style.paint(if emphasised { word } else { colour }, text.trim_end_matches('\n')));
            }
            let _ = writeln!(out, "{}", format!("{} {line}", style.paint(colour, sign)).trim_end());
        }
    }
    out
}

/// With a line end, so that a last line is not a different line for the lack of it.
fn ended(text: &str) -> String {
    format!("{}\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_shown_with_some_context() {
        let old = "a\nb\nc\nd\nverdict supported\ne\nf\ng";
        let new = "a\nb\nc\nd\nverdict contradicted\ne\nf\ng";
        let expected = "  c\n  d\n- verdict supported\n+ verdict contradicted\n  e\n  f\n";
        assert_eq!(diff(old, new, Style::default()), expected);
    }

    #[test]
    fn the_words_that_differ_stand_out() {
        let style = Style { coloured: true, ..Style::default() };
        let shown = diff("amount  about 64%", "amount  about 46%", style);
        assert!(shown.contains("\u{1b}[1;4;31m64"), "{shown:?}");
        assert!(shown.contains("\u{1b}[1;4;32m46"), "{shown:?}");
    }

    #[test]
    fn equal_texts_show_nothing() {
        assert_eq!(diff("one\n", "one", Style::default()), "");
    }
}
