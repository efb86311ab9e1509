//! The speaker of a claim: what stands before its colon.

use super::Words;
use crate::extract::lexicon;
use crate::text::{Class, Kind, Span, Text};

/// What the head of a line names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// Nobody.
    None,
    /// A speaker; the words begin at the byte `words`.
    Speaker { name: Span, words: u32 },
    /// Something before a colon that is no name and no role.
    Doubtful { span: Span, reason: &'static str, words: u32 },
}

/// A name with its office has seldom more words: "the first deputy head of the General Staff of Russia's armed forces".
const LONGEST: usize = 12;

/// The speaker at the head of `line`.
pub(super) fn heading(line: &str, words: &Words) -> Heading {
    let text = Text::new(line, lexicon());
    let Some(colon) = text.tokens.iter().position(|it| it.span.of(line) == ":" && separates(&text, it.span)) else { return Heading::None };
    let end = text.tokens.get(colon).map_or_else(Span::default, |it| it.span);
    let name = Span { start: text.tokens.first().map_or(0, |it| it.span.start), end: end.start };
    let name = trimmed(line, name);
    let after = line.get(end.end as usize..).unwrap_or_default();
    let words_start = end.range().end + (after.len() - after.trim_start().len());
    let begins = Span::new(words_start, words_start).start;
    let doubtful = |reason| Heading::Doubtful { span: if name.is_empty() { end } else { name }, reason, words: begins };
    if name.is_empty() {
        return doubtful("nobody stands before the colon");
    }
    if is_known(name.of(line), words) {
        return Heading::Speaker { name, words: begins };
    }
    let tokens = text.tokens.get(..colon).unwrap_or_default();
    let count = tokens.iter().filter(|it| it.kind == Kind::Word).count();
    if count == 0 || count > LONGEST {
        return doubtful("what stands before the colon is no name and no role");
    }
    if tokens.last().is_some_and(|it| it.class.is(Class::SPEECH_CUE) && !it.capital && count > 1) {
        return doubtful("the speaker's name alone stands before the colon, without a verb");
    }
    if tokens.iter().any(|it| it.class.is(Class::AUXILIARY)) {
        return doubtful("what stands before the colon is no name and no role");
    }
    Heading::Speaker { name, words: begins }
}

/// Whether the colon at `span` parts a speaker from words: it stands outside quotations, times, ratios and addresses.
fn separates(text: &Text<'_>, span: Span) -> bool {
    let digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
    let before = text.source.get(..span.range().start).and_then(|it| it.chars().next_back());
    let after = text.source.get(span.range().end..).unwrap_or_default();
    let time = digit(before) && digit(after.chars().next());
    let quoted = text.quotations.iter().any(|it| it.outer.contains(span));
    !time && !quoted && !after.starts_with("//")
}

fn trimmed(line: &str, span: Span) -> Span {
    let words = span.of(line);
    Span { start: span.start, end: span.start + Span::new(0, words.trim_end().len()).end }
}

fn is_known(name: &str, words: &Words) -> bool {
    let is = |it: &String| it.to_lowercase() == name.to_lowercase();
    words.entities.iter().any(|it| is(&it.name) || it.aliases.iter().any(is) || it.roles.iter().any(is))
}
