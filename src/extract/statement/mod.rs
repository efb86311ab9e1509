//! Statements: what a document states, one quantity or one plain assertion at a time.

mod clause;
mod colour;

use std::ops::Range;

use super::{Attribution, DateMention, Period, Quantity, Setting, Stance};
use crate::text::{Class, Sentence, Span, Text};
use colour::Palette;

/// The words that this part knows, as a table for the lexicon.
pub(super) const WORDS: [&str; 1] = [include_str!("data/words.txt")];

/// One quantity, or one plain assertion, in its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The sentence that it stands in.
    pub span: Span,
    /// The index of that sentence.
    pub sentence: usize,
    /// What it is drawn from: the words that its speaker is reported to have said, or the whole sentence.
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
///
/// A sentence gives one statement for each of its quantities, one for each reported content that holds none, and one in the
/// document's own voice where it has neither.
pub fn statements(
    text: &Text<'_>,
    quantities: &[Quantity],
    _dates: &[DateMention],
    attributions: &[Attribution],
    _setting: &Setting,
) -> Vec<Statement> {
    let mut statements = Vec::with_capacity(text.sentences.len() + quantities.len());
    let mut palette = Palette::default();
    let mut quantity = 0;
    let mut reported = 0..0;
    // Which of the reported contents an amount stands in.
    let mut told = Vec::new();
    for (index, sentence) in text.sentences.iter().enumerate() {
        let reported = self::reported(attributions, sentence.span, &mut reported);
        palette.read(text, sentence, asks(text, sentence.span));
        let before = statements.len();
        told.clear();
        told.resize(reported.len(), false);
        while quantities.get(quantity).is_some_and(|it| it.number.start < sentence.span.start) {
            quantity += 1;
        }
        while let Some(amount) = quantities.get(quantity).filter(|it| it.number.start < sentence.span.end) {
            let attribution = innermost(attributions, reported.clone(), amount.number);
            if let Some(told) = attribution.and_then(|it| told.get_mut(it - reported.start)) {
                *told = true;
            }
            let number = Some(amount.number);
            statements.push(Statement { quantity: Some(quantity), ..stated(text, &mut palette, index, attributions, attribution, number) });
            quantity += 1;
        }
        for (attribution, told) in reported.zip(&told) {
            let touched = attributions.get(attribution).is_some_and(|it| it.content.touches(sentence.span));
            if touched && !told {
                statements.push(stated(text, &mut palette, index, attributions, Some(attribution), None));
            }
        }
        if statements.len() == before {
            statements.push(stated(text, &mut palette, index, attributions, None, None));
        }
    }
    statements
}

/// The indices of the attributions whose contents may touch the sentence; `begun`, those whose contents begin in the sentence
/// before, goes on to this one.
fn reported(attributions: &[Attribution], sentence: Span, begun: &mut Range<usize>) -> Range<usize> {
    let pass = |from: usize, offset: u32| {
        let behind = attributions.get(from..).unwrap_or_default();
        from + behind.iter().take_while(|it| it.content.start < offset).count()
    };
    *begun = pass(begun.end, sentence.start)..pass(begun.end, sentence.end);
    let Range { start, end } = *begun;
    // A content that began earlier and runs on lies just before: contents nest a few deep at most.
    let running = attributions.get(start.saturating_sub(8)..start).unwrap_or_default();
    let back = running.iter().position(|it| it.content.end > sentence.start).map_or(0, |it| running.len() - it);
    start - back..end
}

/// The innermost attribution of `among` whose content holds `place`.
fn innermost(attributions: &[Attribution], among: Range<usize>, place: Span) -> Option<usize> {
    // A sentence of any length may report any number of contents, but few begin before a place and reach over it.
    const NEAR: usize = 64;
    let begun = attributions.get(among.clone()).unwrap_or_default().partition_point(|it| it.content.start <= place.start);
    let end = among.start + begun;
    let holds = |it: &usize| attributions.get(*it).is_some_and(|it| it.content.contains(place));
    (among.start.max(end.saturating_sub(NEAR))..end).filter(holds).min_by_key(|it| attributions.get(*it).map_or(0, |it| it.content.len()))
}

/// What a sentence states: of the amount whose number stands at `number`, or else plainly.
fn stated(
    text: &Text<'_>,
    palette: &mut Palette,
    index: usize,
    attributions: &[Attribution],
    attribution: Option<usize>,
    number: Option<Span>,
) -> Statement {
    let sentence = &text.sentences[index];
    let source = attribution.and_then(|it| attributions.get(it));
    let within = |it: Span| Span { start: it.start.max(sentence.span.start), end: it.end.min(sentence.span.end) };
    let mut statement = Statement {
        span: sentence.span,
        sentence: index,
        content: source.map_or(sentence.span, |it| within(it.content)),
        quantity: None,
        attribution,
        speaker: source.and_then(|it| it.speaker.clone()),
        said: None,
        as_of: None,
        negated: false,
        modal: false,
    };
    let content = tokens(text, sentence, statement.content);
    let place = number.map_or_else(|| main_verb(text, content.clone()), |it| text.token_at(it.start));
    color(text, palette, &mut statement, content, place, source);
    statement
}

/// The first auxiliary or modal of a content, around which its main clause lies; its last token where there is none.
fn main_verb(text: &Text<'_>, content: Range<usize>) -> usize {
    const VERB: Class = Class::AUXILIARY.or(Class::MODAL).or(Class::NEGATION);
    let tokens = text.tokens.get(content.clone()).unwrap_or_default();
    let verb = tokens.iter().position(|it| it.class.is(VERB));
    verb.map_or(content.end.saturating_sub(1), |it| content.start + it + 1)
}

/// The tokens of what a statement of a sentence is drawn from.
fn tokens(text: &Text<'_>, sentence: &Sentence, content: Span) -> Range<usize> {
    if content == sentence.span {
        return sentence.tokens();
    }
    text.token_at(content.start)..text.token_at(content.end)
}

/// Marks a statement as negated or modal by the words of its clause around the token `place`, and by its report.
fn color(
    text: &Text<'_>,
    palette: &mut Palette,
    statement: &mut Statement,
    content: Range<usize>,
    place: usize,
    report: Option<&Attribution>,
) {
    let colour = palette.at(text, content.clone(), place);
    statement.negated = colour.negated;
    statement.modal = colour.modal;
    let Some(report) = report else { return };
    let cue = report.cue.map(|it| text.token_at(it.start));
    let foretold = cue.is_some_and(|it| text.class(it).is(Class::INTENT));
    let stance = Some(report.stance).filter(|it| *it != Stance::Asserts || foretold);
    // "Falsely claimed that".
    let before = cue.and_then(|it| it.checked_sub(1));
    statement.negated ^= before.is_some_and(|it| text.is(it, "falsely") || text.is(it, "wrongly"));
    // "It asked for 40 ships; it received 20": what is wished ends where another clause begins.
    let stance = stance.filter(|_| !palette.parted(text, content, place));
    statement.modal |= foretold && stance.is_some();
    match stance {
        Some(Stance::Denies) => statement.negated = !statement.negated,
        Some(Stance::Withholds | Stance::Wishes) => statement.modal = true,
        Some(Stance::Asserts) | None => {}
    }
}

fn asks(text: &Text<'_>, sentence: Span) -> bool {
    // Few sentences end with a mark that may stand behind a question.
    const ENDS: [Option<u8>; 4] = [Some(b'?'), Some(b'"'), Some(b')'), "”".as_bytes().last().copied()];
    let last = sentence.range().last().and_then(|it| text.source.as_bytes().get(it)).copied();
    ENDS.contains(&last) && sentence.of(text.source).trim_end_matches(['"', '”', ')']).ends_with('?')
}

#[cfg(test)]
mod tests;
