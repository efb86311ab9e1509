//! Walks through a text paragraph by paragraph and hands each verb of saying to the constructions in turn.

use std::ops::Range;

use super::cue::{Cue, Form, Frame};
use super::passage::{Item, Shape, inside, items, utterances};
use super::subject::first_group;
use super::verb::is_verb;
use super::{Stance, TRIGGERS, according, attitude, inherited, inverted, label, noun, participle, passive, spoken};
use crate::text::{Class, Letters, Span, Text, Words, words};

/// A report as the words alone tell it, before its speaker is resolved.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) mention: Option<Span>,
    pub(super) cue: Option<Span>,
    pub(super) content: Span,
    pub(super) verb: &'static str,
    pub(super) stance: Stance,
    pub(super) direct: bool,
}

/// Who spoke, with which words of saying.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    pub(super) mention: Option<Span>,
    pub(super) cue: Option<Span>,
    pub(super) verb: &'static str,
}

/// What is in force from one paragraph to the next.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) reports: Vec<Report>,
    /// Who spoke last.
    pub(super) last: Option<Source>,
    /// Whose quotation ran on unclosed.
    pub(super) open: Option<Source>,
    /// Who is announced with a colon at the end of a paragraph.
    pub(super) announced: Option<Source>,
    /// Whether the paragraph before reported anything.
    pub(super) spoke: bool,
}

impl State {
    pub(super) fn report(&mut self, source: Source, content: Span, stance: Stance, direct: bool) {
        if content.is_empty() {
            return;
        }
        self.reports.push(Report { mention: source.mention, cue: source.cue, content, verb: source.verb, stance, direct });
        // What nobody is named for goes on with nobody.
        if source.mention.is_some() {
            self.last = Some(source);
        }
    }

    /// Whether a report holds all of the span.
    pub(super) fn covers(&self, span: Span) -> bool {
        self.reports.iter().rev().take(12).any(|it| it.content.contains(span))
    }
}

/// Items that there is room for from the start: few paragraphs have more.
const PARAGRAPH: usize = 128;

/// The reports of a text.
pub(super) fn reports(text: &Text<'_>) -> Vec<Report> {
    let mut state = State { reports: Vec::with_capacity(text.sentences.len() / 2), ..State::default() };
    let mut buffer = Vec::with_capacity(PARAGRAPH);
    let mut inner = Vec::new();
    let mut first = 0;
    let mut quotations = 0;
    while first < text.sentences.len() {
        let paragraph = text.sentences[first].paragraph;
        let mut end = first + 1;
        while text.sentences.get(end).is_some_and(|it| it.paragraph == paragraph) {
            end += 1;
        }
        let sentences = first..end;
        let span = text.sentences[first].span.join(text.sentences[end - 1].span);
        while text.quotations.get(quotations).is_some_and(|it| it.outer.end <= span.start) {
            quotations += 1;
        }
        let quoted = text.quotations.get(quotations).is_some_and(|it| it.outer.start < span.end);
        // For a colon or a bracket the sentences are looked at together.
        let plain = !quoted && state.announced.is_none() && !classes(text, sentences.clone()).is(Class::APART);
        if plain {
            read_plain(&mut state, text, sentences, &mut buffer);
        } else if quoted || state.announced.is_some() || triggered(text, sentences.clone()) {
            items(text, sentences, &mut buffer);
            read(&mut state, &buffer);
            asides(&mut state, text, &buffer, &mut inner);
        } else {
            state.spoke = false;
            state.open = None;
        }
        first = end;
    }
    state.reports
}

/// Reads what stands in brackets, apart from the sentences around them.
fn asides<'t>(state: &mut State, text: &Text<'t>, paragraph: &[Item<'t>], inner: &mut Vec<Item<'t>>) {
    for aside in paragraph.iter().filter(|it| it.shape == Shape::Aside && it.token.span.len() > 24) {
        inside(text, aside.token.span, inner);
        let last = state.last;
        let before = state.reports.len();
        for items in utterances(inner).filter(|it| it.len() > 3) {
            sentence(state, items, before);
        }
        state.last = last;
    }
}

/// Whether a verb or noun of saying or a label's colon stands in the paragraph.
fn triggered(text: &Text<'_>, sentences: Range<usize>) -> bool {
    const COLON: [Letters; 1] = Letters::all([":"]);
    let first = text.sentences[sentences.start].tokens().start;
    let end = text.sentences[sentences.end - 1].tokens().end;
    let label = text.tokens.get(first + 1..end.min(first + 9)).unwrap_or_default();
    classes(text, sentences).is(TRIGGERS) || label.iter().any(|it| it.glued && it.is_mark(&COLON))
}

/// The classes of the words of some sentences.
fn classes(text: &Text<'_>, sentences: Range<usize>) -> Class {
    text.sentences.get(sentences).unwrap_or_default().iter().fold(Class::NONE, |sum, it| sum | it.class)
}

/// Reads the sentences with a verb or noun of saying of a paragraph in which nothing reaches over a sentence's end.
fn read_plain<'t>(state: &mut State, text: &Text<'t>, sentences: Range<usize>, buffer: &mut Vec<Item<'t>>) {
    let before = state.reports.len();
    for index in sentences {
        if text.sentences[index].class.is(TRIGGERS.or(Class::VIEW)) {
            items(text, index..index + 1, buffer);
            utterances(buffer).for_each(|it| sentence(state, it, before));
        }
    }
    state.open = None;
    state.spoke = state.reports.len() > before;
}

/// Reads one paragraph.
fn read(state: &mut State, paragraph: &[Item<'_>]) {
    let before = state.reports.len();
    let open = state.open.take();
    let mut carried = false;
    let announced = state.announced.take();
    let begun = paragraph.iter().find(|it| it.shape != Shape::Mark);
    let runs_on = paragraph.last().is_some_and(|it| it.is_quote() && !it.closed);
    if label::read(state, paragraph) {
        state.open = state.last.filter(|_| runs_on);
        state.spoke = true;
        return;
    }
    if let Some(source) = announced
        && inherited::announced(state, source, paragraph)
    {
        state.open = Some(source).filter(|_| runs_on);
        state.spoke = true;
    } else if let Some(source) = open
        && let Some(quote) = begun.filter(|it| it.is_quote())
    {
        // A speech goes on: newspapers open each of its paragraphs with a mark.
        state.report(source, quote.token.span, Stance::Asserts, true);
        carried = true;
    }
    for items in utterances(paragraph) {
        sentence(state, items, before);
    }
    if carried {
        overrule(state, before);
    }
    announce(state, paragraph);
    let spoke = state.reports.len() > before;
    state.open = state.last.filter(|_| runs_on && spoke && paragraph.last().is_some_and(|it| state.covers(it.token.span)));
    state.spoke = spoke;
}

/// Drops what was carried over from the paragraph before, at `carried`, where its own paragraph names another source.
fn overrule(state: &mut State, carried: usize) {
    let Some((first, rest)) = state.reports.get(carried..).and_then(<[_]>::split_first) else { return };
    if rest.iter().any(|it| it.content.touches(first.content) && it.mention != first.mention) {
        state.reports.remove(carried);
    }
}

/// `Holm made this remark:` at the end of a paragraph announces the next, as a verb of saying would.
fn announce(state: &mut State, paragraph: &[Item<'_>]) {
    let Some(last) = utterances(paragraph).filter(|it| !it.is_empty()).last() else { return };
    let colon = last.last().is_some_and(|it| it.shape == Shape::Colon);
    let Some(cue) = last.iter().find(|it| it.any(Class::NOUN_CUE)).filter(|_| colon && state.announced.is_none() && last.len() < 24) else {
        return;
    };
    let at = last.iter().position(|it| it.token.span == cue.token.span).unwrap_or(0);
    let speaker = noun::maker(last, at).or_else(|| first_group(last, 0, last.len()));
    if let (Some(speaker), cue) = (speaker, cue.token.span) {
        let mention = last[speaker.start].token.span.join(last[speaker.end - 1].token.span);
        state.announced = Some(Source { mention: Some(mention), cue: Some(cue), verb: "say" });
    }
}

/// A sentence that is being read.
#[derive(Debug)]
pub(super) struct Scan<'s, 'p, 't> {
    pub(super) state: &'s mut State,
    pub(super) items: &'p [Item<'t>],
    /// The first item that no report has taken yet.
    pub(super) from: usize,
    /// The subject of the last report of the sentence.
    pub(super) subject: Option<Range<usize>>,
    /// Whether the sentence is the last of its paragraph.
    pub(super) reported: bool,
}

impl Scan<'_, '_, '_> {
    /// The bytes from one item to before another.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let mut end = range.end;
        while end > range.start + 1 && matches!(self.items[end - 1].shape, Shape::Comma | Shape::Dash | Shape::Semicolon) {
            end -= 1;
        }
        match (self.items.get(range.start), self.items.get(end.wrapping_sub(1))) {
            (Some(first), Some(last)) if end > range.start => first.token.span.join(last.token.span),
            _ => Span::default(),
        }
    }

    pub(super) fn source(&self, speaker: Option<&Range<usize>>, at: usize, cue: Cue) -> Source {
        Source { mention: speaker.map(|it| self.span(it.clone())), cue: self.items.get(at).map(|it| it.token.span), verb: cue.verb.lemma }
    }

    /// Reports the items of a range.
    pub(super) fn report(&mut self, source: Source, range: Range<usize>, stance: Stance) {
        let direct = self.items.get(range.clone()).is_some_and(|it| it.len() == 1 && it[0].is_quote());
        let span = self.span(range);
        self.reported |= !span.is_empty();
        self.state.report(source, span, stance, direct);
    }
}

/// Reads one sentence.
fn sentence(state: &mut State, items: &[Item<'_>], before: usize) {
    if items.is_empty() || inherited::alone(state, items, before) {
        return;
    }
    let class = items.iter().fold(Class::NONE, |class, it| class | it.class());
    let mut scan = Scan { state, items, from: 0, subject: None, reported: false };
    if class.is(Class::SOURCE.or(Class::PREPOSITION)) {
        according::read(&mut scan);
    }
    if class.is(Class::NOUN_CUE.or(Class::RATING)) {
        noun::read(&mut scan);
    }
    if class.is(Class::ATTITUDE) {
        attitude::read(&mut scan);
    }
    if class.is(Class::SPEECH_CUE) {
        verbs(&mut scan);
    }
    if !scan.reported {
        inherited::gesture(&mut scan);
    }
}

/// Reads the verbs of saying of a sentence.
fn verbs(scan: &mut Scan<'_, '_, '_>) {
    let items = scan.items;
    // Few verbs of saying have a capital.
    let mut headline = None;
    spoken::last(scan);
    let mut at = 0;
    while let Some(next) = scan.items.get(at..).and_then(|it| it.iter().position(|it| it.any(Class::SPEECH_CUE))) {
        at += next;
        let item = Some(&items[at]).filter(|it| !it.token.capital || at == 0 || *headline.get_or_insert_with(|| self::headline(items)));
        at = match item.and_then(|it| it.cue) {
            Some(cue) if !is_noun(items, at, cue) => verb(scan, at, cue).unwrap_or(at + 1),
            _ => at + 1,
        };
    }
}

/// Whether the words are written with capitals as headlines are.
fn headline(items: &[Item<'_>]) -> bool {
    let (mut all, mut capital) = (0, 0);
    for item in items {
        let content = (item.shape == Shape::Word) & !item.token.class.is(Class::FUNCTION.or(Class::AUXILIARY));
        all += usize::from(content);
        capital += usize::from(content & item.token.capital);
    }
    all >= 3 && capital * 5 >= all * 4
}

/// Hands a verb to the constructions, in the order in which one excludes the next.
fn verb(scan: &mut Scan<'_, '_, '_>, at: usize, cue: Cue) -> Option<usize> {
    inverted::read(scan, at, cue)
        .or_else(|| participle::read(scan, at, cue))
        .or_else(|| passive::read(scan, at, cue))
        .or_else(|| spoken::read(scan, at, cue))
}

/// Third persons that are as often plural nouns.
const PLURALS: &Words = words![
    "charges",
    "claims",
    "comments",
    "demands",
    "details",
    "doubts",
    "estimates",
    "fears",
    "forecasts",
    "hopes",
    "notes",
    "orders",
    "pledges",
    "points",
    "posts",
    "promises",
    "protests",
    "remarks",
    "reports",
    "signals",
    "states",
    "tweets",
];

/// Whether a form in `-s` is a plural noun: `his latest remarks`, `criminal charges`, `Early reports indicate`, `0.3 percentage points`.
fn plural_noun(items: &[Item<'_>], at: usize, cue: Cue) -> bool {
    if cue.form != Form::Third || !items[at].one_of(PLURALS) {
        return false;
    }
    let before = &items[at - 1];
    let further = at.checked_sub(2).map(|it| &items[it]);
    // The verb behind it agrees with a plural.
    let agrees = items.get(at + 1).is_some_and(|it| {
        it.one_of(words!["are", "have", "were"])
            || it.is_plain() && it.cue.is_some_and(|it| it.form == Form::Base) && !it.any(Class::NOUN_CUE)
    });
    let counted = before.shape == Shape::Number
        || before.any(Class::NUMBER_WORD)
        || before.one_of(words!["many", "percentage", "several", "various"]);
    let counted = counted && !before.is("one") && !further.is_some_and(Item::is_name);
    let bounded =
        further.is_none_or(|it| !it.is_word() || it.any(Class::DETERMINER.or(Class::PREPOSITION)) || it.is_plain() && is_verb(it));
    agrees || counted || bounded && adjectival(before)
}

/// Whether a word looks like an adjective before a noun.
fn adjectival(item: &Item<'_>) -> bool {
    const ENDINGS: [&str; 8] = ["al", "ble", "est", "ful", "ic", "ing", "ive", "ous"];
    const OTHERS: &Words =
        words!["earlier", "early", "first", "last", "latest", "new", "old", "other", "own", "past", "previous", "recent"];
    item.shape == Shape::Word
        && !item.any(Class::ROLE.or(Class::BODY_NOUN))
        && (item.one_of(OTHERS) || !item.token.capital && ENDINGS.iter().any(|it| item.ends_with(it)))
}

/// Whether a base form is a singular noun: `on a court order`, `a state official`.
fn singular_noun(items: &[Item<'_>], at: usize, cue: Cue) -> bool {
    if cue.form != Form::Base {
        return false;
    }
    let before = &items[at - 1];
    let single = at >= 2 && items[at - 2].one_of(words!["a", "an"]) && before.is_plain() && !before.ends_with("s");
    let official =
        cue.verb.lemma == "state" && items.get(at + 1).is_some_and(|it| it.is_plain() && it.any(Class::ROLE.or(Class::BODY_NOUN)));
    single && !before.one_of(words!["few", "lot", "majority", "number"]) || official
}

/// Whether a form that is also a noun or an adjective stands as one: `a report`, `the alleged plot`, `Holm's claims`.
fn is_noun(items: &[Item<'_>], at: usize, cue: Cue) -> bool {
    let Some(before) = at.checked_sub(1).map(|it| &items[it]) else { return cue.form == Form::Base };
    if before.shape == Shape::Clitic {
        return cue.form != Form::Gerund && !(at >= 2 && items[at - 2].any(Class::PRONOUN));
    }
    if plural_noun(items, at, cue) || singular_noun(items, at, cue) {
        return true;
    }
    let determined = before.any(Class::DETERMINER) && !before.one_of(words!["that", "all", "both", "some", "many", "most", "few", "each"]);
    let governed = before.any(Class::PREPOSITION) && !before.is("to") && cue.form != Form::Gerund && !before.token.capital;
    if cue.form == Form::Past && cue.takes(Frame::QUOTATION.or(Frame::THAT)) && governed {
        return !before.one_of(words!["after", "as", "before", "on", "by"]);
    }
    determined || governed
}
