//! Quotations: what stands between quotation marks.
//!
//! A quotation that is not closed runs to the end of its paragraph, and goes on where the next paragraph opens with a
//! mark again, as newspapers print speeches.

use super::span::Span;
use super::token::Token;

/// What stands between a pair of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// Whether a closing mark was found.
    pub closed: bool,
}

/// The quotations of a text, in order.
pub(super) fn quotations(source: &str, tokens: &[Token]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    for (at, token) in tokens.iter().enumerate() {
        if let Some((start, _)) = open.filter(|_| token.breaks >= 2) {
            quotations.push(unclosed(tokens, start, at - 1));
            open = None;
        }
        let mark = token.span.of(source);
        match open {
            Some((start, opener)) if closes(opener, mark, tokens, at) => {
                let outer = tokens[start].span.join(token.span);
                let inner = Span { start: tokens[start].span.end, end: token.span.start };
                quotations.push(Quotation { outer, inner, closed: true });
                open = None;
            }
            None if opens(mark, tokens, at) => open = Some((at, mark)),
            _ => {}
        }
    }
    if let Some((start, _)) = open {
        quotations.push(unclosed(tokens, start, tokens.len() - 1));
    }
    quotations
}

fn unclosed(tokens: &[Token], start: usize, last: usize) -> Quotation {
    let outer = tokens[start].span.join(tokens[last].span);
    Quotation { outer, inner: Span { start: tokens[start].span.end, end: outer.end }, closed: false }
}

fn opens(mark: &str, tokens: &[Token], at: usize) -> bool {
    match mark {
        "“" | "«" | "„" => true,
        // A straight mark opens where it leans on what follows.
        "\"" => tokens.get(at + 1).is_some_and(|it| it.glued),
        _ => false,
    }
}

fn closes(opener: &str, mark: &str, tokens: &[Token], at: usize) -> bool {
    match opener {
        "“" | "„" => matches!(mark, "”" | "\"" | "“") && (mark != "“" || tokens[at].glued),
        "«" => mark == "»",
        _ => matches!(mark, "\"" | "”"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Text;
    use crate::extract::lexicon;

    fn check(source: &str, expected: &[&str]) {
        let text = Text::new(source, lexicon());
        let read: Vec<_> = text.quotations.iter().map(|it| it.inner.of(source)).collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn straight_and_curly_marks_pair() {
        check("\"Stay,\" she said. “Go,” he said.", &["Stay,", "Go,"]);
    }

    #[test]
    fn an_unclosed_quotation_ends_with_its_paragraph() {
        check("“We stay.\n\n“We fight,” he said.", &["We stay.", "We fight,"]);
    }
}
