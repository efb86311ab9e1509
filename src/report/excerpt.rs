//! Passages as people read them: safe to show, wrapped, with the words that matter marked.

use std::ops::Range;

use crate::corpus::Document;
use crate::text::Span;
use crate::untrusted::shown;
use crate::verify::Evidence;

/// Characters of a passage that are shown; more than any sentence a person reads at once.
const LONGEST: usize = 480;

/// A passage, wrapped into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The lines, with `\n` between them.
    pub(super) text: String,
    /// The marked words, in bytes of `text`.
    pub(super) marks: Vec<Range<usize>>,
}

/// The words of `span`, in lines of at most `width` characters where its words allow, with the `marks` inside it.
pub(super) fn excerpt(source: &str, span: Span, marks: &[Span], width: usize) -> Excerpt {
    let shown_span = clipped(source, span, marks);
    let mut text = String::new();
    if shown_span.start > span.start {
        text.push('…');
    }
    let mut starts = vec![None; marks.len()];
    let mut ends = vec![None; marks.len()];
    for (at, character) in shown_span.of(source).char_indices() {
        let at = shown_span.start as usize + at;
        let character = shown(character);
        if character == '[' && text.ends_with("##") {
            text.insert(text.len() - 1, ' ');
        }
        for (index, mark) in marks.iter().enumerate() {
            if at >= mark.start as usize && character != ' ' {
                starts[index].get_or_insert(text.len());
            }
            if at < mark.end as usize && character != ' ' {
                ends[index] = Some(text.len() + character.len_utf8());
            }
        }
        if character != ' ' || !(text.is_empty() || text.ends_with(' ')) {
            text.push(character);
        }
    }
    if shown_span.end < span.end {
        text.push('…');
    }
    wrap(&mut text, width);
    let marks = starts.into_iter().zip(ends).filter_map(|(start, end)| Some(start?..end?)).filter(|it| it.start < it.end);
    let marks = marks.collect();
    Excerpt { text, marks }
}

/// The part of a long passage that is shown: around its first mark, cut between words.
fn clipped(source: &str, span: Span, marks: &[Span]) -> Span {
    if span.of(source).chars().count() <= LONGEST {
        return span;
    }
    let mark = marks.iter().find(|it| span.contains(**it)).map_or(span.start, |it| it.start);
    let spaces = || span.of(source).match_indices(' ').map(|(at, _)| span.start as usize + at + 1);
    let from = (mark as usize).saturating_sub(LONGEST / 2);
    let start = if from <= span.start as usize { span.start as usize } else { spaces().find(|it| *it >= from).unwrap_or(from) };
    let start = start.min(mark as usize);
    let end = spaces().take_while(|it| *it <= start + LONGEST).last().filter(|it| *it > start);
    let end = end.unwrap_or_else(|| longest_end(source, start, span.end as usize));
    Span::new(start, end)
}

/// The end of the longest stretch that may be shown, for a passage without a space.
fn longest_end(source: &str, start: usize, end: usize) -> usize {
    let rest = source.get(start..end).unwrap_or_default();
    start + rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at)
}

/// Turns spaces into line ends, so that no byte changes its place.
fn wrap(text: &mut String, width: usize) {
    let mut wrapped = String::with_capacity(text.len());
    let mut column = 0;
    for (index, word) in text.split(' ').enumerate() {
        let length = word.chars().count();
        if index > 0 {
            let fits = column + 1 + length <= width;
            wrapped.push(if fits { ' ' } else { '\n' });
            column = if fits { column + 1 } else { 0 };
        }
        wrapped.push_str(word);
        column += length;
    }
    *text = wrapped;
}

/// The words of a passage that carry its amount; none where the passage has no amount of its own.
pub(super) fn amount_words(document: &Document, evidence: &Evidence) -> Vec<Span> {
    let Some(amount) = &evidence.amount else { return Vec::new() };
    let inside = |span: Span| evidence.span.contains(span);
    let quantities = || document.reading.quantities.iter().filter(|it| inside(it.span));
    let stated = quantities().find(|it| amount.contains(it.span.of(&document.text)));
    let number = || quantities().find(|it| amount.contains(it.number.of(&document.text)));
    stated.or_else(number).or_else(|| quantities().next()).map(|it| it.span).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, mark: &str, width: usize, text: &str, marked: &[&str]) {
        let at = source.find(mark).unwrap();
        let read = excerpt(source, Span::new(0, source.len()), &[Span::new(at, at + mark.len())], width);
        assert_eq!(read.text, text);
        let found: Vec<_> = read.marks.iter().map(|it| read.text.get(it.clone()).unwrap()).collect();
        assert_eq!(found, marked);
    }

    #[test]
    fn a_passage_is_wrapped_between_words() {
        check(
            "The port moved  about 40 tonnes\nin May.",
            "about 40 tonnes",
            16,
            "The port moved\nabout 40 tonnes\nin May.",
            &["about 40 tonnes"],
        );
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        check("\u{1b}[31mHolm said 13% ##[error]", "13%", 80, "␛[31mHolm said 13% # #[error]", &["13%"]);
    }

    #[test]
    fn a_long_passage_is_cut_around_what_matters() {
        let source = "before ".repeat(200) + "exactly 64% of it " + &"after ".repeat(200);
        let at = source.find("exactly").unwrap();
        let read = excerpt(&source, Span::new(0, source.len()), &[Span::new(at, at + 11)], 70);
        assert!(read.text.chars().count() <= LONGEST + 2, "{}", read.text.chars().count());
        assert!(read.text.starts_with("…before") && read.text.ends_with('…'), "{}", read.text);
        assert_eq!(read.text.get(read.marks[0].clone()).unwrap().replace('\n', " "), "exactly 64%");
    }

    #[test]
    fn a_passage_without_a_space_is_cut_too() {
        let source = "ü".repeat(2000);
        let read = excerpt(&source, Span::new(0, source.len()), &[], 70);
        assert_eq!(read.text.chars().count(), LONGEST + 1);
    }
}
