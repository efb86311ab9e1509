//! Statements: what a document states, one quantity or one plain assertion at a time.

use std::ops::Range;

use super::{Attribution, DateMention, Period, Quantity, Setting, Stance};
use crate::text::{Class, Kind, Sentence, Span, Text};

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
    let mut statements = Vec::with_capacity(text.sentences.len());
    let mut signs = Signs::default();
    let mut quantity = 0;
    for (index, sentence) in text.sentences.iter().enumerate() {
        let reported = reported(attributions, sentence.span);
        signs.read(text, sentence);
        let before = statements.len();
        while quantities.get(quantity).is_some_and(|it| it.number.start < sentence.span.start) {
            quantity += 1;
        }
        while let Some(stated) = quantities.get(quantity).filter(|it| it.number.start < sentence.span.end) {
            let attribution = innermost(attributions, reported.clone(), stated.number);
            let mut statement = statement(text, index, sentence, attributions, attribution);
            statement.quantity = Some(quantity);
            let clause = clause(text, &signs, sentence, statement.content, stated.number);
            color(text, &signs, &mut statement, clause, stated.number, attribution.and_then(|it| attributions.get(it)));
            statements.push(statement);
            quantity += 1;
        }
        let told =
            |attribution: usize, statements: &[Statement]| statements.iter().skip(before).any(|it| it.attribution == Some(attribution));
        for attribution in reported {
            let touched = attributions.get(attribution).is_some_and(|it| it.content.touches(sentence.span));
            if touched && !told(attribution, &statements) {
                statements.push(plain(text, &signs, index, attributions, Some(attribution)));
            }
        }
        if statements.len() == before {
            statements.push(plain(text, &signs, index, attributions, None));
        }
    }
    statements
}

/// The tokens of a sentence that tell where its clauses begin and how they are meant, in order.
#[derive(Debug, Default)]
struct Signs {
    clauses: Vec<usize>,
    negations: Vec<usize>,
    modals: Vec<usize>,
}

impl Signs {
    /// Looks a sentence over once, for all of its statements.
    fn read(&mut self, text: &Text<'_>, sentence: &Sentence) {
        self.clauses.clear();
        self.negations.clear();
        self.modals.clear();
        for at in sentence.tokens() {
            if begins_clause(text, at) {
                self.clauses.push(at);
            }
            let class = text.class(at);
            if class.is(Class::NEGATION) && !bounds_an_amount(text, at) {
                self.negations.push(at);
            }
            if class.is(Class::MODAL | Class::HYPOTHETICAL) && !class.is(Class::MONTH) {
                self.modals.push(at);
            }
        }
    }
}

/// Those of `signs` that stand among the tokens.
fn within(signs: &[usize], tokens: Range<usize>) -> &[usize] {
    let first = signs.partition_point(|it| *it < tokens.start);
    let end = signs.partition_point(|it| *it < tokens.end);
    signs.get(first..end).unwrap_or_default()
}

/// The indices of the attributions whose contents may touch the sentence.
fn reported(attributions: &[Attribution], sentence: Span) -> Range<usize> {
    let end = attributions.partition_point(|it| it.content.start < sentence.end);
    // A content that began earlier and runs on lies just before: contents nest a few deep at most.
    let start = attributions.partition_point(|it| it.content.start < sentence.start);
    let running = attributions.get(start.saturating_sub(8)..start).unwrap_or_default();
    let back = running.iter().position(|it| it.content.end > sentence.start).map_or(0, |it| running.len() - it);
    start - back..end
}

/// The innermost attribution of `among` whose content holds `place`.
fn innermost(attributions: &[Attribution], among: Range<usize>, place: Span) -> Option<usize> {
    let holds = |it: &usize| attributions.get(*it).is_some_and(|it| it.content.contains(place));
    among.filter(holds).min_by_key(|it| attributions.get(*it).map_or(0, |it| it.content.len()))
}

fn statement(text: &Text<'_>, index: usize, sentence: &Sentence, attributions: &[Attribution], attribution: Option<usize>) -> Statement {
    let source = attribution.and_then(|it| attributions.get(it));
    let within = |it: Span| Span { start: it.start.max(sentence.span.start), end: it.end.min(sentence.span.end) };
    debug_assert!(sentence.span.end as usize <= text.source.len());
    Statement {
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
    }
}

fn plain(text: &Text<'_>, signs: &Signs, index: usize, attributions: &[Attribution], attribution: Option<usize>) -> Statement {
    let sentence = &text.sentences[index];
    let mut statement = statement(text, index, sentence, attributions, attribution);
    let main = clause(text, signs, sentence, statement.content, main_verb(text, statement.content));
    color(text, signs, &mut statement, main, Span { start: main.end, end: main.end }, attribution.and_then(|it| attributions.get(it)));
    statement
}

/// The first auxiliary or modal of a content, around which its main clause lies; its beginning where there is none.
fn main_verb(text: &Text<'_>, content: Span) -> Span {
    let first = text.token_at(content.start);
    let last = text.token_at(content.end);
    let verb = (first..last).find(|it| text.class(*it).is(Class::AUXILIARY | Class::MODAL | Class::NEGATION));
    let at = verb.and_then(|it| text.token(it)).map_or(content.start, |it| it.span.start);
    Span { start: at, end: at }
}

/// The clause of `content` around `place`: up to the nearest mark or word that begins another.
fn clause(text: &Text<'_>, signs: &Signs, sentence: &Sentence, content: Span, place: Span) -> Span {
    let at = text.token_at(place.start);
    let first = text.token_at(content.start).max(sentence.tokens().start);
    let last = text.token_at(content.end).min(sentence.tokens().end);
    let start = within(&signs.clauses, first..at.min(last)).last().map_or(first, |it| it + 1);
    let end = within(&signs.clauses, at + 1..last).first().copied().unwrap_or(last);
    let span = |it: usize| text.token(it).map(|it| it.span);
    match (span(start), end.checked_sub(1).and_then(span)) {
        (Some(from), Some(to)) if from.start <= to.end => from.join(to),
        _ => content,
    }
}

fn begins_clause(text: &Text<'_>, at: usize) -> bool {
    let Some(token) = text.token(at) else { return false };
    match token.kind {
        Kind::Mark => matches!(text.word(at), ";" | ":" | "—" | "–" | "(" | ")") || (text.word(at) == "," && !inside_list(text, at)),
        Kind::Word if token.class.is(Class::FUNCTION) => {
            matches!(text.word(at), "but" | "while" | "although" | "though" | "whereas" | "which" | "who" | "because")
        }
        _ => false,
    }
}

/// A comma between two numbers or capitalised words sets off an item, not a clause.
fn inside_list(text: &Text<'_>, at: usize) -> bool {
    let item = |it: Option<usize>| it.and_then(|it| text.token(it)).is_some_and(|it| it.capital || it.kind == Kind::Number);
    item(at.checked_sub(1)) && item(Some(at + 1))
}

/// Marks a statement as negated or modal by the words of its clause that stand before `place`, and by its report.
fn color(text: &Text<'_>, signs: &Signs, statement: &mut Statement, clause: Span, place: Span, report: Option<&Attribution>) {
    let first = text.token_at(clause.start);
    let last = text.token_at(place.start.min(clause.end));
    statement.negated |= !within(&signs.negations, first..last).is_empty();
    statement.modal |= !within(&signs.modals, first..last).is_empty();
    statement.modal |= asks(text, statement.span);
    match report.map(|it| it.stance) {
        Some(Stance::Denies) => statement.negated = !statement.negated,
        Some(Stance::Withholds | Stance::Wishes) => statement.modal = true,
        Some(Stance::Asserts) | None => {}
    }
}

/// "No fewer than", "not only", "no later than": the negation is part of a bound or a figure of speech.
fn bounds_an_amount(text: &Text<'_>, at: usize) -> bool {
    ["fewer", "less", "more", "later", "sooner", "only", "least", "smaller"].iter().any(|it| text.is(at + 1, it))
}

fn asks(text: &Text<'_>, sentence: Span) -> bool {
    sentence.of(text.source).trim_end_matches(['"', '”', ')']).ends_with('?')
}
