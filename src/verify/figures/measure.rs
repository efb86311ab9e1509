//! What is measured: the words before the first that tells how much.

use super::fact::Fact;
use super::items::{Item, Kind, When, items};
use super::reader::Of;
use super::words::{self, Form, Way};
use crate::extract::quantity::Dimension;
use crate::verify::degree;
use crate::verify::sense::{Sense, Word};

/// Verbs behind which what they tell begins.
const TELLING: [&str; 7] = ["highlight", "indicate", "mean", "mention", "note", "say", "show"];

/// A reading of one fact.
pub(super) struct Reader<'s, 'r> {
    pub sense: &'s Sense<'r>,
    pub items: &'s [Item],
    pub at: usize,
    pub fact: Fact,
    /// The change that somebody makes: "cut its".
    pub made: Option<Way>,
    /// The change that the subject names: "growth in".
    pub way: Option<Way>,
    /// By how much, where that stands before it: "a 4% drop in".
    pub by: Option<usize>,
    /// Whether a forecast is what the subject names.
    pub outlook: bool,
    /// Whether words may be passed over between what is told.
    pub loose: bool,
}

impl<'s, 'r> Reader<'s, 'r> {
    pub(super) fn new(sense: &'s Sense<'r>, items: &'s [Item], at: usize) -> Self {
        Self { sense, items, at, fact: Fact::default(), made: None, way: None, by: None, outlook: false, loose: false }
    }

    pub(super) fn kind(&self, at: usize) -> &Kind {
        self.items.get(at).map_or(&Kind::Stop, |it| &it.kind)
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        self.items.get(at).map_or("", |it| self.sense.lower(it.tokens.start))
    }

    /// The next item behind `at` that adds something.
    pub(super) fn next(&self, at: usize) -> usize {
        (at + 1..self.items.len()).find(|it| *self.kind(*it) != Kind::Light).unwrap_or(self.items.len())
    }

    pub(super) fn stem(&self, at: usize) -> &str {
        self.items.get(at).and_then(|it| self.sense.words.get(it.tokens.start)).map_or("", |it| &it.stem)
    }

    /// Takes the measure from the sentence before: "Orders were good. $3 million, up 4%".
    pub(super) fn continues(&mut self, of: Of<'_, '_>, own: &dyn Fn(&str) -> bool) -> bool {
        let Of::Document(Some(before)) = of else { return false };
        let items = items(before, own);
        let mut reader = Reader::new(before, &items, 0);
        let heading = || items.iter().all(|it| matches!(it.kind, Kind::Word | Kind::Phrase(_) | Kind::Light | Kind::Stop | Kind::Owner));
        let told = reader.subject() && *reader.kind(reader.at) == Kind::Be;
        if !(told || heading()) || reader.fact.foreseen || reader.fact.measure.is_empty() {
            return false;
        }
        (self.fact.measure, self.fact.when) = (reader.fact.measure, reader.fact.when);
        true
    }

    /// Reads what is measured, up to the first word that tells how much.
    pub(super) fn subject(&mut self) -> bool {
        let mut first = self.at;
        let (mut told, mut led) = (false, None);
        loop {
            let (at, named) = (self.at, !self.fact.measure.is_empty());
            let changed = self.way.is_some() || self.made.is_some();
            match self.kind(at).clone() {
                Kind::Light | Kind::Owner => {}
                // "On an adjusted basis we had".
                Kind::Lead if self.lower(at) == "on" && !named && self.basis(at).is_some() => {
                    self.at = self.basis(at).unwrap_or(at);
                    first = self.at + 1;
                }
                Kind::Lead => led = Some(at),
                Kind::When(When::Year(_)) if matches!(self.fact.when, Some(When::Quarter(..))) => {}
                Kind::When(when) => self.fact.when = Some(when),
                Kind::Expect => self.fact.foreseen = true,
                Kind::Word | Kind::Way(_, Form::Verb) | Kind::Earn if !named && !changed && self.done(first) => return true,
                Kind::Earn if !named && matches!(self.kind(self.next(at)), Kind::Amount(_)) => return self.earned(first),
                Kind::Report | Kind::Earn if !named => told = true,
                Kind::Be if !named || *self.kind(self.next(at)) == Kind::Expect => {}
                Kind::Bring if !named => {}
                Kind::Way(way, Form::Noun) if !named && *self.kind(at + 1) == Kind::Lead => self.way = Some(way),
                Kind::Way(way, Form::Noun) if words::OUTLOOK.contains(&self.stem(at + 1)) => self.way = Some(way),
                Kind::Way(way, Form::Verb) if !named && !changed => self.made = Some(way),
                Kind::Word if words::OUTLOOK.contains(&self.stem(at)) => (self.outlook, led) = (true, None),
                Kind::Word if words::is_record(self.lower(at)) => self.fact.more.push(self.items[at].tokens.start),
                Kind::Word if words::is_praise(self.lower(at)) && self.describes(at) => self.fact.more.push(self.items[at].tokens.start),
                Kind::Word if self.is_verb(at) && TELLING.contains(&self.stem(at)) => {}
                Kind::Word if self.is_verb(at) => return false,
                Kind::Word
                    if (degree::MUCH.contains(&self.lower(at)) || words::is_slight(self.lower(at)))
                        && matches!(self.kind(at + 1), Kind::Way(_, Form::Noun)) =>
                {
                    self.fact.more.push(self.items[at].tokens.start);
                }
                Kind::Word => {
                    self.word(at);
                    led = None;
                }
                Kind::Amount(amount) if !named && self.is_change(at) => self.by = Some(amount),
                Kind::Amount(_) if told && !named => return self.amount_first(first),
                Kind::Amount(amount) => {
                    self.fact.open = !changed;
                    self.at = led.unwrap_or(at);
                    // "We grew sales 8% to $3 million".
                    let by = self.made.is_some() && self.is_share(amount);
                    return named && (led.is_some() || by || !changed && self.is_bare(at, first)) && self.opened(first);
                }
                Kind::Be | Kind::Way(..) => return named && self.opened(first),
                Kind::Against | Kind::Base(_) | Kind::Compare => return named && changed && self.opened(first),
                Kind::Phrase(words) => {
                    self.phrase(words);
                    led = None;
                }
                Kind::Joint if named && !changed && first == 0 && self.lower(at) == "," && self.is_bare(at + 1, first) => {
                    self.fact.open = true;
                    self.at = at + 1;
                    return self.opened(first);
                }
                Kind::Joint | Kind::Stop => {
                    return named && (self.way.is_some() || self.outlook && self.made.is_some()) && self.opened(first);
                }
                Kind::Open | Kind::Report | Kind::Earn | Kind::Bring => return false,
            }
            self.at += 1;
        }
    }

    /// Whether the word at `at` stands before what is measured: "strong sales".
    fn describes(&self, at: usize) -> bool {
        matches!(self.kind(self.next(at)), Kind::Word | Kind::Phrase(_) | Kind::When(_))
    }

    /// Where a phrase that opens at `at` and tells how figures were reckoned ends.
    fn basis(&self, at: usize) -> Option<usize> {
        (at + 1..at + 5).find(|it| self.lower(*it) == "basis")
    }

    /// Whether the amount at `at` tells a change of what is named behind it: "a 4% drop in traffic".
    pub(super) fn is_change(&self, at: usize) -> bool {
        let next = self.next(at);
        matches!(self.kind(next), Kind::Way(_, Form::Noun)) && *self.kind(next + 1) == Kind::Lead
    }

    fn opened(&mut self, first: usize) -> bool {
        self.fact.tokens.start = self.items[first].tokens.start;
        // "To" and "of" before the amount tell what it is.
        while self.at > first && *self.kind(self.at - 1) == Kind::Lead {
            self.at -= 1;
        }
        true
    }

    /// Whether the amount at `at` tells by its place alone what the words before it came to: "adjusted margin 14%, up", as in a headline.
    fn is_bare(&self, at: usize, first: usize) -> bool {
        let Kind::Amount(amount) = *self.kind(at) else { return false };
        let measured =
            self.sense.amounts.get(amount).is_some_and(|it| !matches!(it.it.unit.dimension(), Dimension::Count | Dimension::None));
        let told =
            (first..at).any(|it| matches!(self.kind(it), Kind::Be | Kind::Report | Kind::Earn | Kind::Way(_, Form::Verb) | Kind::Open));
        let closes = matches!(self.kind(at + 1), Kind::Joint | Kind::Stop | Kind::Way(..) | Kind::Against | Kind::Compare | Kind::Base(_));
        measured && !told && closes && *self.kind(at - 1) != Kind::Light
    }

    /// "Earned $3 a share", "sold $3 million of it": so much of earnings or sales.
    fn earned(&mut self, first: usize) -> bool {
        let mut word = self.sense.words[self.items[self.at].tokens.start].clone();
        let sold = &*word.stem == "sell";
        (word.stem, word.lower) = match &*word.stem {
            "sell" => ("sale".into(), "sales".into()),
            "lose" => ("loss".into(), "loss".into()),
            _ => ("earnings".into(), "earnings".into()),
        };
        word.lexeme = None;
        self.fact.measure.push(word);
        self.at = self.next(self.at);
        if sold {
            return self.amount_first(first);
        }
        self.fact.tokens.start = self.items[first].tokens.start;
        true
    }

    /// "Took in $3 billion of orders".
    fn amount_first(&mut self, first: usize) -> bool {
        let Kind::Amount(amount) = *self.kind(self.at) else { return false };
        if !matches!(self.lower(self.at + 1), "of" | "in") {
            return false;
        }
        self.fact.tokens.start = self.items[first].tokens.start;
        self.fact.levels.push(amount);
        self.at += 2;
        while matches!(self.kind(self.at), Kind::Word | Kind::Light | Kind::Owner) {
            if *self.kind(self.at) == Kind::Word {
                self.word(self.at);
            }
            self.at += 1;
        }
        !self.fact.measure.is_empty()
    }

    /// The words that a phrase comes to.
    fn phrase(&mut self, words: &[&str]) {
        let Some(first) = self.items.get(self.at).and_then(|it| self.sense.words.get(it.tokens.start)) else { return };
        let made = |it: &&str| Word { stem: (*it).into(), lower: (*it).into(), lexeme: None, ..first.clone() };
        self.fact.measure.extend(words.iter().map(made));
    }

    pub(super) fn word(&mut self, at: usize) {
        let Some(token) = self.items.get(at).map(|it| it.tokens.start) else { return };
        // Letters of "Q&A" and single marks measure nothing.
        let word = &self.sense.words[token];
        let adverb = word.lower.ends_with("ly") && !word.noun;
        if word.lower.chars().any(char::is_alphanumeric) && !adverb && !matches!(&*word.lower, "of" | "so" | "then" | "again") {
            self.fact.measure.push(word.clone());
        }
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        let Some(token) = self.items.get(at).map(|it| it.tokens.start) else { return false };
        let word = &self.sense.words[token];
        let describes = (word.lower.ends_with("ed") || word.lower.ends_with("ing")) && *self.kind(at + 1) == Kind::Word;
        self.sense.graph().is_verb(token) && !word.noun && !describes
    }
}
