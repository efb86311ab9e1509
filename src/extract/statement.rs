//! Statements: what a document states, one quantity or one plain assertion at a time.

use super::{Attribution, DateMention, Period, Quantity, Setting};
use crate::text::{Class, Span, Text};

/// One quantity, or one plain assertion, in its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The sentence that it stands in.
    pub span: Span,
    /// The index of that sentence.
    pub sentence: usize,
    /// The clause of the sentence that it is drawn from, without the words that name its speaker.
    pub content: Span,
    /// The index of its quantity; none for a plain assertion.
    pub quantity: Option<usize>,
    /// The index of the attribution that it stands in; none in the document's own voice.
    pub attribution: Option<usize>,
    /// The speaker's name; none in the document's own voice.
    pub speaker: Option<String>,
    /// When it was said.
    pub said: Option<Period>,
    /// The time that it speaks of, where the text tells.
    pub as_of: Option<Period>,
    /// Whether it is negated or denied.
    pub negated: bool,
    /// Whether it is expected, ordered, hypothetical or doubted.
    pub modal: bool,
}

/// The statements of `text`, in order of their sentences.
pub fn statements(
    text: &Text<'_>,
    quantities: &[Quantity],
    _dates: &[DateMention],
    _attributions: &[Attribution],
    _setting: &Setting,
) -> Vec<Statement> {
    let mut statements = Vec::with_capacity(text.sentences.len());
    for (index, sentence) in text.sentences.iter().enumerate() {
        let tokens = text.of(sentence);
        let plain = Statement {
            span: sentence.span,
            sentence: index,
            content: sentence.span,
            quantity: None,
            attribution: None,
            speaker: None,
            said: None,
            as_of: None,
            negated: tokens.iter().any(|it| it.class.is(Class::NEGATION)),
            modal: tokens.iter().any(|it| it.class.is(Class::MODAL | Class::HYPOTHETICAL)),
        };
        let first = quantities.partition_point(|it| it.span.end <= sentence.span.start);
        let mut stated = quantities.iter().enumerate().skip(first).take_while(|(_, it)| it.span.start < sentence.span.end).peekable();
        if stated.peek().is_none() {
            statements.push(plain);
            continue;
        }
        statements.extend(stated.map(|(quantity, _)| Statement { quantity: Some(quantity), ..plain.clone() }));
    }
    statements
}
