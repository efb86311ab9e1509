//! A stretch of text made ready for weighing: its words, each with what it does there.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::extract::{DateMention, Quantity, Reading, Value, lexicon};
use crate::language::{self, Lexeme, Part, Tag};
use crate::text::{Class, Kind, Span, Text, Token};

use super::base;
use super::empty;
use super::graph::Graph;
use super::meaning::stem;
use super::phrase;

/// What a word does in its stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A word that says something.
    Content,
    /// A word of a proper name.
    Name,
    /// A word or digit of an amount: its number, its qualifier, its unit of measure.
    Amount,
    /// Part of a date.
    Date,
    /// A grammar word.
    Function,
    /// A mark.
    Mark,
}

/// A word of a stretch.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// In small letters.
    pub lower: Box<str>,
    /// Its base form.
    pub stem: Box<str>,
    /// What it does.
    pub role: Role,
    /// What English says of its base form, where it may say something.
    pub lexeme: Option<Arc<Lexeme>>,
    /// The verb that it makes with the word behind it: `take_part`.
    pub phrase: Option<Box<str>>,
    /// Whether it is a noun there.
    pub noun: bool,
    /// The verb of the idiom that it belongs to, which says what one verb says: `custody` in `take into custody`.
    pub idiom: Option<usize>,
    /// Its own base form, where its idiom says another and its words may be meant for themselves: `sign` in `sign a treaty`.
    pub own: Option<Box<str>>,
}

/// A stretch of a document or of a claim, made ready.
#[derive(Debug)]
pub(super) struct Sense<'r> {
    /// The text that it is a stretch of.
    document: &'r str,
    /// The stretch.
    pub source: &'r str,
    /// Where it begins in its document.
    pub offset: u32,
    /// Its tokens, counted from the stretch's own start.
    pub text: Text<'r>,
    /// One word a token.
    pub words: Vec<Word>,
    /// The amounts that it states, with the tokens of their numbers.
    pub amounts: Vec<Placed<&'r Quantity>>,
    /// The dates that it names, with their tokens.
    pub dates: Vec<Placed<&'r DateMention>>,
    /// How its words hang together, once that was asked.
    graph: OnceLock<Graph>,
}

/// Something read off a stretch, with the tokens that it takes up.
#[derive(Clone, Debug)]
pub(super) struct Placed<T> {
    /// What was read.
    pub it: T,
    /// The first token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
    /// The first token and the one after the last, with qualifier and unit.
    pub whole: (usize, usize),
    /// Its index in the reading.
    pub index: usize,
}

impl<'r> Sense<'r> {
    /// Makes the stretch `span` of `source` ready, whose reading is `reading`.
    pub(super) fn new(source: &'r str, span: Span, reading: &'r Reading) -> Self {
        let stretch = span.of(source);
        let text = Text::new(stretch, lexicon());
        let words = words(stretch, &text);
        let graph = OnceLock::new();
        let mut sense =
            Self { document: source, source: stretch, offset: span.start, text, words, amounts: Vec::new(), dates: Vec::new(), graph };
        sense.place_dates(span, reading);
        sense.place_amounts(span, reading);
        sense
    }

    /// The stretch where only the tokens of `part` and those that it shares with the rest say something.
    pub(super) fn keeping(mut self, part: &Range<usize>, shared: &[usize], reading: &'r Reading) -> Self {
        let alone = self.alone(part, reading);
        let graph = self.graph();
        if alone.text.tokens.len() == part.len() {
            self.graph = OnceLock::from(alone.graph().within(part.start, graph, shared));
        }
        let keep = |at: usize| part.contains(&at) || shared.contains(&at);
        for (at, word) in self.words.iter_mut().enumerate().filter(|it| !keep(it.0)) {
            *word = Word {
                lower: "".into(),
                stem: "".into(),
                role: Role::Mark,
                lexeme: None,
                phrase: None,
                noun: false,
                idiom: None,
                own: None,
            };
            self.text.tokens[at].class = Class::NONE;
        }
        self.amounts.retain(|it| keep(it.first));
        self.dates.retain(|it| keep(it.first));
        self
    }

    /// The tokens of `part` as a stretch of their own.
    fn alone(&self, part: &Range<usize>, reading: &'r Reading) -> Self {
        let span = |it: usize| self.text.tokens.get(it).map_or(Span::default(), |it| it.span);
        let own = span(part.start).join(span(part.end.saturating_sub(1)));
        Sense::new(self.document, Span { start: own.start + self.offset, end: own.end + self.offset }, reading)
    }

    fn place_dates(&mut self, span: Span, reading: &'r Reading) {
        let first = reading.dates.partition_point(|it| it.span.end <= span.start);
        for (index, date) in reading.dates.iter().enumerate().skip(first).take_while(|(_, it)| it.span.start < span.end) {
            let (from, to) = self.tokens_of(date.span);
            // "A 19th-century composer" tells who, not when.
            if to >= from + 3 && self.lower(to - 1) == "century" && self.lower(to - 2) == "-" {
                continue;
            }
            self.mark(from, to, Role::Date);
            self.dates.push(Placed { it: date, first: from, end: to, whole: (from, to), index });
        }
    }

    fn place_amounts(&mut self, span: Span, reading: &'r Reading) {
        let first = reading.quantities.partition_point(|it| it.number.end <= span.start);
        for (index, quantity) in reading.quantities.iter().enumerate().skip(first).take_while(|(_, it)| it.number.start < span.end) {
            let (from, to) = self.tokens_of(quantity.number);
            let (whole_from, whole_to) = self.tokens_of(quantity.span);
            let (noun_from, noun_to) = quantity.noun.map_or((whole_to, whole_to), |it| self.tokens_of(it));
            // "Based on 84 reviews": it leads to the figure, as a preposition does.
            let lead = whole_from.min(from);
            if lead > 1 && matches!((self.lower(lead - 2), self.lower(lead - 1)), ("based", "on") | ("according", "to")) {
                self.mark(lead - 2, lead - 1, Role::Function);
            }
            for at in whole_from.min(from)..whole_to.max(to) {
                let counted = (noun_from..noun_to).contains(&at) && !(from..to).contains(&at);
                if !counted && !matches!(self.words[at].role, Role::Date) {
                    self.words[at].role = Role::Amount;
                }
            }
            if matches!(quantity.value, Value::Range(..)) {
                self.frame(whole_from.min(from), whole_to.max(to));
            }
            let whole = (whole_from.min(from), whole_to.max(to));
            self.trend(whole);
            self.amounts.push(Placed { it: quantity, first: from, end: to, whole, index });
        }
    }

    /// "In the range of 4 to 6", "a 4 to 6 range": a word that says no more than that two ends are told.
    fn frame(&mut self, from: usize, to: usize) {
        let passes = |it: usize| matches!(self.lower(it), "of" | "from" | "between");
        let before = (from.saturating_sub(2)..from).rev().find(|it| !passes(*it));
        let frames = |it: &usize| matches!(self.lower(*it), "range" | "ranges" | "ranged" | "ranging" | "bracket" | "band" | "span");
        let found: Vec<usize> = before.into_iter().chain(std::iter::once(to)).filter(frames).collect();
        for at in found {
            self.mark(at, at + 1, Role::Amount);
        }
    }

    /// Reads "up" and "down" beside an amount as the verbs that they stand for: "was up 5%", "$3 billion, down by a tenth".
    fn trend(&mut self, whole: (usize, usize)) {
        let before = whole.0.checked_sub(1).map(|it| if self.lower(it) == "by" { it.saturating_sub(1) } else { it });
        for at in before.into_iter().chain([whole.0]) {
            let stem = match self.lower(at) {
                "up" if self.lower(at + 1) != "to" => "rise",
                "down" if self.lower(at + 1) != "to" => "fall",
                _ => continue,
            };
            // "Went up 5%": the verb before tells already.
            let told = at > 0 && self.words[at - 1].role == Role::Content && !self.class(at - 1).is(Class::PREPOSITION);
            if !told {
                self.words[at].role = Role::Content;
                self.words[at].stem = stem.into();
                self.words[at].lexeme = Some(Lexeme::of(stem));
            }
        }
    }

    fn mark(&mut self, from: usize, to: usize, role: Role) {
        for word in self.words.get_mut(from..to).unwrap_or_default() {
            word.role = role;
        }
    }

    /// The tokens that touch a span of the document.
    pub(super) fn tokens_of(&self, span: Span) -> (usize, usize) {
        let local = Span { start: span.start.saturating_sub(self.offset), end: span.end.saturating_sub(self.offset) };
        let from = self.text.tokens.partition_point(|it| it.span.end <= local.start);
        let to = self.text.tokens.partition_point(|it| it.span.start < local.end);
        (from, to.max(from))
    }

    /// The words of the tokens from `first` up to `end`.
    pub(super) fn wording(&self, first: usize, end: usize) -> &'r str {
        let (Some(from), Some(to)) = (self.text.tokens.get(first), end.checked_sub(1).and_then(|it| self.text.tokens.get(it))) else {
            return "";
        };
        from.span.join(to.span).of(self.source)
    }

    /// How its words hang together.
    pub(super) fn graph(&self) -> &Graph {
        self.graph.get_or_init(|| Graph::new(&self.text))
    }

    /// The class of the token at `at`.
    pub(super) fn class(&self, at: usize) -> Class {
        self.text.tokens.get(at).map_or(Class::NONE, |it| it.class)
    }

    /// The word at `at` in small letters; empty past the ends.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |it| &it.lower)
    }

    /// The words of the name that the one at `at` is part of; empty where it is part of none.
    pub(super) fn name_around(&self, at: usize) -> Range<usize> {
        let name = |it: &usize| self.words.get(*it).is_some_and(|it| it.role == Role::Name);
        let first = (0..=at).rev().take_while(name).last().unwrap_or(at);
        first..(at..self.words.len()).find(|it| !name(it)).unwrap_or(self.words.len())
    }

    /// Whether the word at `at` has the form of a past tense, other than its base form.
    pub(super) fn is_past(&self, at: usize) -> bool {
        let inflected = self.words.get(at).is_some_and(|it| it.lower != it.stem);
        inflected && (self.class(at).is(Class::PAST) || self.lower(at).ends_with("ed"))
    }

    /// The indices of the words that say something.
    pub(super) fn content(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().filter(|(_, it)| matches!(it.role, Role::Content | Role::Name)).map(|(at, _)| at)
    }
}

fn words(source: &str, text: &Text<'_>) -> Vec<Word> {
    let tokens = &text.tokens;
    let shouted = shouted(source, tokens);
    let tags = language::tags(text, 0..tokens.len());
    let mut words: Vec<Word> = tokens
        .iter()
        .enumerate()
        .map(|(at, token)| {
            let word = token.span.of(source);
            let lower: Box<str> = word.to_lowercase().into();
            let proper = tags.get(at) == Some(&Tag::Name);
            let role = if empty::is_empty(text, &tags, at, &lower) { Role::Function } else { role(source, tokens, at, shouted, proper) };
            let stem = if role == Role::Content || role == Role::Name { stem(&lower) } else { lower.clone() };
            let verb = role == Role::Content && tags.get(at).is_some_and(|it| it.is_verb());
            let phrase = verb.then(|| phrase(source, tokens, at)).flatten();
            let noun = tags.get(at).is_some_and(|it| it.is_noun());
            let lexeme = matches!(role, Role::Content | Role::Name);
            let lexeme = lexeme.then(|| if verb { Lexeme::of_verb(&stem) } else { Lexeme::of(&stem) });
            Word { lower, stem, role, lexeme, phrase, noun, idiom: None, own: None }
        })
        .collect();
    base::settle(&mut words);
    for idiom in language::idioms(text, &tags) {
        let verb = &mut words[idiom.verb];
        if verb.role == Role::Content {
            let own = std::mem::replace(&mut verb.stem, idiom.says.into());
            verb.own = Some(own).filter(|it| verb.phrase.is_none() && !LIGHT_VERBS.contains(&&**it));
            (verb.lexeme, verb.phrase) = (Some(Lexeme::of(idiom.says)), None);
            verb.idiom = Some(idiom.verb);
            idiom.words.iter().for_each(|it| words[*it].idiom = Some(idiom.verb));
        }
    }
    phrase::settle(&mut words, text);
    words
}

/// Verbs that say little in an idiom: to take into custody is not to take.
const LIGHT_VERBS: [&str; 56] = [
    "be", "bear", "blow", "break", "bring", "call", "carry", "cast", "catch", "close", "come", "cut", "deal", "do", "draw", "drop", "face",
    "fall", "feel", "find", "get", "give", "go", "hand", "have", "hit", "hold", "keep", "lay", "lead", "leave", "let", "lose", "make",
    "meet", "open", "pass", "pay", "place", "play", "pull", "push", "put", "raise", "run", "see", "send", "set", "show", "stand", "step",
    "strike", "take", "throw", "turn", "win",
];

/// Whether a noun tells a change: "decline", "growth".
pub(super) fn changes(text: &Text<'_>, tags: &[Tag], at: usize) -> bool {
    tags.get(at).is_some_and(|it| it.is_noun()) && text.class(at).is(Class::TREND)
}

/// Verbs that lend their tense to the noun of a change.
pub(super) const LENDING: [&str; 26] = [
    "achieve",
    "announce",
    "communicate",
    "declare",
    "deliver",
    "detect",
    "disclose",
    "encounter",
    "endure",
    "enjoy",
    "experience",
    "face",
    "identify",
    "note",
    "notice",
    "observe",
    "perceive",
    "post",
    "record",
    "register",
    "report",
    "reveal",
    "see",
    "suffer",
    "undergo",
    "witness",
];

/// The verb in two words that begins at `at`, where it is one by itself.
fn phrase(source: &str, tokens: &[Token], at: usize) -> Option<Box<str>> {
    let next = tokens.get(at + 1).filter(|it| it.kind == Kind::Word)?.span.of(source).to_lowercase();
    // "Signed on 2 May", "signed in Lindvik": a preposition.
    let dated =
        |it: &Token| it.kind == Kind::Number && (it.span.len() == 4 || tokens.get(at + 3).is_some_and(|it| it.class.is(Class::MONTH)));
    // "Sank in the harbour": what nobody does to a thing leads to where it is done.
    let stays = || STAYING.contains(&&*stem(&tokens[at].span.of(source).to_lowercase()));
    let leads = |it: &Token| it.capital || dated(it) || (it.class.is(Class::DETERMINER | Class::NUMBER_WORD) || it.has_digits()) && stays();
    if matches!(&*next, "in" | "on") && tokens.get(at + 2).is_some_and(leads) {
        return None;
    }
    // "Struck off the coast": where it did.
    let shore = |it: &Token| matches!(&*it.span.of(source).to_lowercase(), "coast" | "coasts" | "island" | "islands" | "shore" | "shores");
    if next == "off" && tokens.iter().skip(at + 2).take(4).any(shore) {
        return None;
    }
    // "Was dropped by the council": who did it.
    let passive = (at.saturating_sub(2)..at).any(|it| tokens[it].class.is(Class::AUXILIARY));
    if next == "by" && passive {
        return None;
    }
    let verb = language::lemma(&tokens.get(at)?.span.of(source).to_lowercase(), Part::Verb).into_owned();
    language::is_phrase(&verb, &next).then(|| format!("{verb}_{next}").into())
}

/// Verbs of moving and staying, which have no object.
const STAYING: [&str; 26] = [
    "appear", "arrive", "come", "crash", "die", "drop", "fall", "fly", "go", "grow", "happen", "land", "lie", "live", "move", "rise",
    "sail", "settle", "sink", "sit", "sleep", "stand", "start", "stay", "swim", "walk",
];

/// Whether the stretch is a headline in capitals, which tell no names there.
fn shouted(source: &str, tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|it| it.kind == Kind::Word && !it.class.is(Class::FUNCTION));
    let (mut capitals, mut all) = (0, 0);
    for word in words {
        capitals += usize::from(word.capital);
        all += usize::from(word.span.of(source).len() > 3);
    }
    all > 5 && capitals * 10 >= all * 9
}

fn role(source: &str, tokens: &[Token], at: usize, shouted: bool, proper: bool) -> Role {
    let token = &tokens[at];
    let word = token.span.of(source);
    match token.kind {
        Kind::Mark | Kind::Clitic => return Role::Mark,
        Kind::Number => return Role::Content,
        Kind::Word => {}
    }
    // "Lean-to Lines": a grammar word may be part of a name.
    let hyphen = |it: usize| tokens[it].glued && tokens[it].span.of(source) == "-";
    if proper && at >= 2 && token.glued && hyphen(at - 1) && tokens[at - 2].capital {
        return Role::Name;
    }
    if token.class.is(GRAMMAR) && !(token.capital && at > 0 && word.len() > 1 && word.bytes().all(|it| it.is_ascii_uppercase())) {
        return Role::Function;
    }
    let opens = at == 0 || matches!(tokens[at - 1].span.of(source), "." | ":" | "\"" | "“" | "!" | "?");
    let next_capital = tokens.get(at + 1).is_some_and(|it| it.capital && !it.class.is(GRAMMAR));
    let acronym = word.len() > 1 && word.bytes().filter(u8::is_ascii_uppercase).count() > 1;
    // "COVID" is a common noun in capitals: the thesaurus has other words for it.
    let common = acronym && word.len() > 3 && !language::synonyms(&word.to_lowercase()).is_empty();
    let proper = proper && !(opens && leads_to_name(source, tokens, at));
    let name = token.capital && !shouted && !common && (!opens || next_capital || acronym || proper);
    if name { Role::Name } else { Role::Content }
}

/// Whether the word that opens a sentence only begins to tell who bears the name behind it: "Hospital porter Nora Berg".
fn leads_to_name(source: &str, tokens: &[Token], at: usize) -> bool {
    let plain = |it: usize| tokens.get(it).is_some_and(|it| it.kind == Kind::Word && !it.capital && !it.class.is(GRAMMAR));
    let ends = (at + 1..at + 4).find(|it| !plain(*it)).filter(|it| *it > at + 1);
    let word = tokens[at].span.of(source).to_lowercase();
    let common = || language::is_common(&word);
    ends.is_some_and(|it| tokens.get(it).is_some_and(|it| it.capital)) && common()
}

/// Words of these classes carry no topic.
pub(super) const GRAMMAR: Class =
    Class::FUNCTION.or(Class::AUXILIARY).or(Class::PREPOSITION).or(Class::DETERMINER).or(Class::CONJUNCTION).or(Class::PRONOUN);

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn what_describes_somebody_by_a_century_dates_nothing() {
        check(
            "A lost quartet by the 19th-century composer Amalie Dahl was played in Lindvik in May 2021.",
            &["A lost quartet by 19th-century composer Amalie Dahl was played in Lindvik in May 2021"],
            &["A lost quartet by 18th-century composer Amalie Dahl was played in Lindvik in May 2021"],
        );
    }

    #[test]
    fn following_is_after() {
        check(
            "The yard closed after a fire in May 2021.",
            &["The yard closed following a fire in May 2021", "Following a fire in May 2021, the yard closed"],
            &["The yard closed before a fire in May 2021"],
        );
        check("The crew was following the ship.", &["The crew followed the ship"], &["The crew was after the ship"]);
    }
}
