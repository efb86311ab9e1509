//! Cuts a tagged sentence into noun groups, verb groups and the words that join them.

use std::ops::Range;

use super::derivation::is_phrase;
use super::stem::lemma;
use super::tag::Tag;
use super::vocabulary::{Part, knows};
use crate::text::{Class, Kind, Text};

/// Words that say of an amount before them how far it reaches.
const SCOPES: [&str; 5] = ["abroad", "nationwide", "overall", "overseas", "worldwide"];

/// Forms in -ing that describe what stands behind them, and tell of nothing that is done.
const LASTING: [&str; 7] = ["continuing", "existing", "neighboring", "neighbouring", "outstanding", "remaining", "surrounding"];

/// A noun with what belongs to it: `the two old ferries`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of its main word.
    pub head: usize,
    /// The token of its number, where it has one.
    pub number: Option<usize>,
    /// The group whose it is: `the city` in `the city's port`.
    pub possessor: Option<usize>,
    /// The first of the groups that it stands beside with `and`, `or` or a comma.
    pub coordinate: Option<usize>,
    /// The group that it names again: `the mayor` in `Anna Holm, the mayor`.
    pub apposed: Option<usize>,
    /// Whether it tells a time without a preposition, as in `last week`.
    pub time: bool,
}

/// A verb with its auxiliaries: `had not been seen`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VerbGroup {
    pub tokens: Range<usize>,
    pub main: usize,
    pub particle: Option<usize>,
    pub form: Form,
    pub passive: bool,
    pub negated: bool,
    pub modal: bool,
}

/// What a verb group can do in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Finite,
    Infinitive,
    Gerund,
    Participle,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chunk {
    /// An index into the groups.
    Noun(usize),
    /// An index into the verb groups.
    Verb(usize),
    Adjective(usize),
    Preposition(Range<usize>),
    /// `that`, `if`, `because`
    Subordinator(usize),
    /// `who`, `which`; `whose`
    Relative(usize),
    Conjunction(usize),
    Comma,
    /// A mark that ends what came before: `;`, `:`, a dash.
    Stop,
    Quote,
    Open,
    Close,
}

/// A sentence in pieces.
#[derive(Debug, Default)]
pub(super) struct Chunks {
    pub pieces: Vec<Chunk>,
    pub groups: Vec<Group>,
    pub verbs: Vec<VerbGroup>,
}

/// Cuts the sentence whose first token is `start`.
pub(super) fn chunks(text: &Text<'_>, start: usize, tags: &[Tag]) -> Chunks {
    let mut cutter = Cutter { text, start, tags, found: Chunks::default() };
    let mut at = 0;
    while at < tags.len() {
        at = cutter.step(at).max(at + 1);
    }
    cutter.found
}

/// A cut in progress; positions count from the start of the sentence.
struct Cutter<'a, 't> {
    text: &'a Text<'t>,
    start: usize,
    tags: &'a [Tag],
    found: Chunks,
}

impl<'t> Cutter<'_, 't> {
    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Mark)
    }

    fn word(&self, at: usize) -> &'t str {
        if at < self.tags.len() { self.text.word(self.start + at) } else { "" }
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|it| word.eq_ignore_ascii_case(it))
    }

    /// Reads the chunk at `at` and gives the position after it.
    fn step(&mut self, at: usize) -> usize {
        if let Some((chunk, end)) = self.spelt_bracket(at) {
            self.found.pieces.push(chunk);
            return end;
        }
        if self.leads_together(at) {
            self.found.pieces.push(Chunk::Preposition(self.start + at..self.start + at + 2));
            return at + 2;
        }
        if let Some(end) = self.verb(at) {
            return end;
        }
        if let Some(end) = self.noun(at) {
            return end;
        }
        let absolute = self.start + at;
        let chunk = match self.tag(at) {
            Tag::Conjunction => Chunk::Conjunction(absolute),
            Tag::WhPronoun | Tag::WhDeterminer | Tag::WhPossessive => Chunk::Relative(absolute),
            Tag::WhAdverb => Chunk::Subordinator(absolute),
            Tag::Preposition | Tag::To | Tag::Particle => return self.preposition(at),
            tag if tag.is_adjective() => Chunk::Adjective(absolute),
            Tag::Mark => match self.word(at) {
                "," => Chunk::Comma,
                // "Holm Jr., the mayor": the stop belongs to the short form.
                "." if self.word(at + 1) == "," => return at + 1,
                ";" | ":" | "–" | "—" | "." | "?" | "!" => Chunk::Stop,
                "-" if !self.text.tokens[absolute].glued => Chunk::Stop,
                "\"" | "“" | "”" | "«" | "»" => Chunk::Quote,
                "(" | "[" => Chunk::Open,
                ")" | "]" => Chunk::Close,
                _ => return at + 1,
            },
            _ => return at + 1,
        };
        self.found.pieces.push(chunk);
        at + 1
    }

    /// A bracket that corpora spell out: `-LRB-` and `-RRB-`.
    fn spelt_bracket(&self, at: usize) -> Option<(Chunk, usize)> {
        let hyphens = self.word(at) == "-" && self.word(at + 2) == "-";
        match self.word(at + 1) {
            "LRB" | "LSB" | "LCB" if hyphens => Some((Chunk::Open, at + 3)),
            "RRB" | "RSB" | "RCB" if hyphens => Some((Chunk::Close, at + 3)),
            _ => None,
        }
    }

    /// Whether a word and the preposition behind it lead to what follows as one: "close to the town", "ahead of the vote".
    fn leads_together(&self, at: usize) -> bool {
        const PAIRS: [(&str, &str); 8] = [
            ("according", "to"),
            ("ahead", "of"),
            ("along", "with"),
            ("close", "to"),
            ("next", "to"),
            ("prior", "to"),
            ("together", "with"),
            ("outside", "of"),
        ];
        let verb = matches!(self.tag(at), Tag::Base | Tag::Past | Tag::Present) || self.tag(at + 2).is_verb();
        !verb && PAIRS.iter().any(|(one, other)| self.is(at, &[one]) && self.is(at + 1, &[other]))
    }

    fn preposition(&mut self, at: usize) -> usize {
        const SUBORDINATORS: [&str; 9] = ["that", "if", "because", "while", "although", "though", "whether", "unless", "whereas"];
        if self.is(at, &["that"]) && matches!(self.found.pieces.last(), Some(Chunk::Noun(_))) && self.tag(at + 1).is_finite() {
            self.found.pieces.push(Chunk::Relative(self.start + at));
            return at + 1;
        }
        if self.is(at, &SUBORDINATORS) && !self.is(at + 1, &["of"]) {
            self.found.pieces.push(Chunk::Subordinator(self.start + at));
            return at + 1;
        }
        let mut end = at + 1;
        while matches!(self.tag(end), Tag::Preposition | Tag::To)
            && !self.is(end, &["that"])
            && self.hedged(end).is_none()
            && self.tag(end + 1) != Tag::Base
        {
            end += 1;
        }
        self.found.pieces.push(Chunk::Preposition(self.start + at..self.start + end));
        end
    }

    // ---- verbs

    fn base(&self, at: usize) -> String {
        let word = self.word(at).to_lowercase();
        let word = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")).unwrap_or(&word);
        match word {
            "'re" | "’re" | "'m" | "’m" | "ai" | "'s" | "’s" => "be".to_owned(),
            "'ve" | "’ve" => "have".to_owned(),
            "wo" | "sha" | "'ll" | "’ll" => "will".to_owned(),
            "ca" => "can".to_owned(),
            _ => lemma(word, Part::Verb).into_owned(),
        }
    }

    /// Reads a verb group: auxiliaries, adverbs between them, and the main verb.
    fn verb(&mut self, at: usize) -> Option<usize> {
        let tag = self.tag(at);
        if self.is(at, &["including"]) {
            self.found.pieces.push(Chunk::Preposition(self.start + at..self.start + at + 1));
            return Some(at + 1);
        }
        let infinitive = tag == Tag::To && self.verb_follows(at + 1) == Some(Tag::Base);
        if !(tag == Tag::Modal || tag.is_verb() || infinitive) || self.before_noun(at) {
            return None;
        }
        let mut group = VerbGroup {
            tokens: self.start + at..self.start + at + 1,
            main: self.start + at,
            particle: None,
            form: match tag {
                Tag::To | Tag::Base => Form::Infinitive,
                Tag::Gerund => Form::Gerund,
                Tag::Participle => Form::Participle,
                _ => Form::Finite,
            },
            passive: false,
            negated: self.negation(at),
            modal: tag == Tag::Modal,
        };
        let mut last = at;
        let mut next = self.after_adverbs(at + 1, &mut group);
        while let Some(end) = self.continues(last, next, &mut group) {
            last = end;
            next = self.after_adverbs(end + 1, &mut group);
        }
        group.main = self.start + last;
        group.tokens.end = self.start + last + 1;
        let mut end = last + 1;
        if (self.tag(end) == Tag::Particle || self.particle(last, end)) && !self.leads(last, end) {
            group.particle = Some(self.start + end);
            end += 1;
        }
        self.found.verbs.push(group);
        self.found.pieces.push(Chunk::Verb(self.found.verbs.len() - 1));
        Some(end)
    }

    /// Whether the word at `at` belongs to the verb at `verb`, as in "carve out a path", rather than to what follows.
    fn particle(&self, verb: usize, at: usize) -> bool {
        let word = self.word(at).to_lowercase();
        matches!(word.as_str(), "up" | "out" | "off" | "down" | "away" | "back")
            && !matches!(self.tag(at + 1), Tag::Preposition | Tag::To)
            && is_phrase(&self.base(verb), &word)
    }

    /// Whether what looks like a particle leads to what follows: "struck off the coast", "get up to six years".
    fn leads(&self, verb: usize, at: usize) -> bool {
        const SHORES: [&str; 12] =
            ["bay", "beach", "cape", "coast", "cliff", "continent", "harbour", "headland", "island", "peninsula", "port", "shore"];
        let word = self.word(at).to_lowercase();
        let known = || is_phrase(&self.base(verb), &word);
        let group = self.group(at + 1).map(|it| it.1);
        let shore = |head: usize| SHORES.contains(&lemma(&self.word(head).to_lowercase(), Part::Noun).as_ref());
        match word.as_str() {
            "off" => group.is_some_and(|it| shore(it) || self.tag(it) == Tag::Name && !known()),
            "up" => self.is(at + 1, &["to"]) && self.counts(at + 2),
            "over" | "under" => self.counts(at + 1),
            "through" | "across" | "along" => group.is_some() && !known(),
            _ => false,
        }
    }

    /// The tag of the next word that is no adverb, where that is a verb.
    fn verb_follows(&self, at: usize) -> Option<Tag> {
        (at..self.tags.len()).map(|it| self.tag(it)).find(|it| *it != Tag::Adverb).filter(|it| it.is_verb())
    }

    /// Whether a participle only describes the noun after it: `the captured town`, `rising prices`, `a boarding school`.
    fn before_noun(&self, at: usize) -> bool {
        // "Our adjusted diluted earnings": participles side by side describe together.
        let participle = |it: &usize| self.tag(*it) == Tag::Participle && self.tag(at) == Tag::Participle;
        let opening = (0..at).rev().take_while(participle).last().unwrap_or(at);
        let closing = (at..self.tags.len()).take_while(participle).last().unwrap_or(at);
        let before = (0..opening).rev().find(|it| self.tag(*it) != Tag::Adverb).map_or(opening, |it| it + 1);
        let previous = if before > 0 { self.tag(before - 1) } else { Tag::Mark };
        let inside =
            previous.is_adjective() || matches!(previous, Tag::Determiner | Tag::PossessivePronoun | Tag::PossessiveMark | Tag::Number);
        let next = self.tag(closing + 1);
        let noun = next.is_noun() || next.is_adjective();
        match self.tag(at) {
            // "An estimated 40 boats".
            Tag::Participle if matches!(previous, Tag::Determiner | Tag::PossessivePronoun) && self.counts(closing + 1) => true,
            // No passive takes a bare noun behind it: "increased testing has shown".
            Tag::Participle => {
                noun && (inside
                    || (matches!(previous, Tag::Mark | Tag::Preposition | Tag::Conjunction | Tag::To)
                        || self.foretells(before)
                        || self.is_span(before))
                        && matches!(next, Tag::Noun | Tag::Plural)
                        && before == opening)
            }
            Tag::Gerund => {
                let word = self.word(at).to_lowercase();
                let compound = previous.is_noun() && next == Tag::Noun && knows(&word, Part::Noun) && self.opened(at);
                // "Profit from continuing operations": what goes on, and nothing that is done.
                let lasting = LASTING.contains(&word.as_str()) && next.is_noun();
                noun && inside || compound || lasting && matches!(previous, Tag::Preposition | Tag::Mark | Tag::Conjunction)
            }
            _ => false,
        }
    }

    /// Whether a figure stands at `at`.
    fn counts(&self, at: usize) -> bool {
        self.tag(at) == Tag::Number || matches!(self.word(at), "$" | "€" | "£")
    }

    /// Whether what ends before `at` is a time that a figure is told of: "third quarter adjusted earnings".
    fn is_span(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|it| self.is(it, &["quarter", "half", "year", "month"]))
    }

    /// Whether what ends before `at` is a verb that is no auxiliary: "expects adjusted earnings".
    fn foretells(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|it| {
            matches!(self.tag(it), Tag::ThirdPerson | Tag::Present) && !self.text.class(self.start + it).is(Class::AUXILIARY)
        })
    }

    /// Whether the group that would end before `at` begins with an article, so that a verb would want another form.
    fn opened(&self, at: usize) -> bool {
        let first = (0..at).rev().take_while(|it| self.tag(*it).is_noun() || self.tag(*it).is_adjective()).last();
        first.and_then(|it| it.checked_sub(1)).is_some_and(|it| self.is(it, &["a", "an"]))
    }

    fn negation(&self, at: usize) -> bool {
        self.text.class(self.start + at).is(Class::NEGATION)
    }

    fn after_adverbs(&self, mut at: usize, group: &mut VerbGroup) -> usize {
        let from = at;
        // "Has since won".
        let since =
            |at: usize| self.is(at, &["since"]) && matches!(self.tag(at + 1), Tag::Participle | Tag::Past) && self.base(at - 1) == "have";
        while self.tag(at) == Tag::Adverb || since(at) {
            at += 1;
        }
        // Adverbs after the main verb may deny it too: "has no longer", but not "won, not lost".
        if self.tag(at).is_verb() || self.tag(at) == Tag::To {
            group.negated |= (from..at).any(|it| self.negation(it));
        } else if from < at && self.negation(from) && self.text.class(group.main).is(Class::AUXILIARY) {
            group.negated = true;
        }
        at
    }

    /// The position of the verb that the auxiliary at `last` is followed by, at `next`.
    fn continues(&self, last: usize, next: usize, group: &mut VerbGroup) -> Option<usize> {
        let tag = self.tag(next);
        let auxiliary = self.base(last);
        let to_base = tag == Tag::To && matches!(self.verb_follows(next + 1), Some(Tag::Base));
        match auxiliary.as_str() {
            _ if self.tag(last) == Tag::Modal => (tag.is_verb()).then_some(next),
            _ if self.tag(last) == Tag::To => (tag.is_verb()).then_some(next),
            "do" if matches!(tag, Tag::Base | Tag::Present) => Some(next),
            "have" if matches!(tag, Tag::Participle | Tag::Past) => Some(next),
            "be" | "get" if matches!(tag, Tag::Participle | Tag::Past) => {
                group.passive = true;
                Some(next)
            }
            "be" if tag == Tag::Gerund => {
                group.passive = false;
                Some(next)
            }
            "be" | "have" if to_base => {
                group.modal = true;
                Some(next)
            }
            "go" if to_base && self.tag(last) == Tag::Gerund && group.form == Form::Finite => {
                group.modal = true;
                Some(next)
            }
            _ => None,
        }
    }

    // ---- nouns

    /// Reads a noun group, with those that own it.
    fn noun(&mut self, at: usize) -> Option<usize> {
        let (tokens, head, number) = self.group(at)?;
        let end = tokens.end;
        let possessor = match self.found.pieces.last() {
            Some(&Chunk::Noun(owner)) if at > 0 && self.tag(at - 1) == Tag::PossessiveMark => {
                self.found.pieces.pop();
                Some(owner)
            }
            _ => None,
        };
        let time = possessor.is_none() && self.tells_time(&tokens, head);
        self.found.groups.push(Group {
            tokens: self.start + tokens.start..self.start + tokens.end,
            head: self.start + head,
            number: number.map(|it| self.start + it),
            possessor,
            coordinate: None,
            apposed: None,
            time,
        });
        self.found.pieces.push(Chunk::Noun(self.found.groups.len() - 1));
        // The mark of the owner belongs to the group that it owns.
        Some(if self.tag(end) == Tag::PossessiveMark || self.bare_possessive(end) { end + 1 } else { end })
    }

    fn bare_possessive(&self, at: usize) -> bool {
        at < self.tags.len() && matches!(self.word(at), "'" | "’") && self.text.tokens[self.start + at].glued && self.tag(at + 1).is_noun()
    }

    /// The tokens, head and number of the group that begins at `at`.
    fn group(&self, at: usize) -> Option<(Range<usize>, usize, Option<usize>)> {
        let tag = self.tag(at);
        if matches!(tag, Tag::Pronoun | Tag::Existential) || (tag == Tag::WhPronoun && self.is(at, &["what"])) {
            return Some((at..at + 1, at, None));
        }
        let mut end = self.hedged(at).unwrap_or(at);
        let (mut head, mut number, mut opened) = (None, None, end > at);
        loop {
            let tag = self.tag(end);
            let word = self.word(end);
            match tag {
                Tag::Determiner | Tag::PossessivePronoun if head.is_none() => opened = true,
                // "Bought a ladder three weeks before the raid".
                Tag::Number if head.is_some() && self.tag(end + 1) == Tag::Plural && self.counts_time(end + 1) => break,
                Tag::Number => {
                    number = number.or(Some(end));
                    opened = true;
                }
                _ if tag.is_noun() && head.is_some() && self.deictic(end) => break,
                // "Pleaded guilty Tuesday".
                _ if tag.is_noun() && !opened && end > at && self.deictic(end) && !self.is(end - 1, &["early", "late", "last", "next"]) => {
                    break;
                }
                _ if tag.is_noun() => head = Some(end),
                _ if tag.is_adjective() && end > at && self.dated(end) => break,
                _ if tag.is_adjective() && (head.is_none() || self.noun_ahead(end)) => {}
                Tag::Participle | Tag::Gerund
                    if (head.is_none() || tag == Tag::Gerund || head.is_some_and(|it| it + 1 == end && self.is_span(end)))
                        && self.before_noun(end) => {}
                Tag::Adverb if opened && head.is_none() && self.noun_ahead(end) => {}
                Tag::Conjunction if head.is_none() && end > at && self.tag(end - 1).is_adjective() && self.describes(end + 1) => {}
                // "Paid Anna Holm $5 million": a sum is a thing of its own.
                Tag::Mark if matches!(word, "$" | "€" | "£") && head.is_some_and(|it| it + 1 == end && self.word(it).len() > 2) => break,
                Tag::Mark if matches!(word, "$" | "€" | "£" | "%" | "&" | "-" | "/" | "#") && self.glued_into(at, end) => {
                    if word == "%" {
                        head = Some(end);
                    }
                }
                Tag::Mark if word == "," && self.year_follows(at, end) => {}
                Tag::Mark if word == "." && head.is_some() && head == end.checked_sub(1) && self.short_form(end) => {}
                _ => break,
            }
            end += 1;
        }
        // "$26 million worldwide": where it is so is no thing.
        let amount = number.is_some_and(|it| it + 1 < end) && head.is_none_or(|it| it + 1 == end);
        let (head, end) = if amount && self.is(end - 1, &SCOPES) { (None, end - 1) } else { (head, end) };
        // "40 copies worldwide".
        let scoped = end > at + 1 && head == Some(end - 1) && self.is(end - 1, &SCOPES) && self.tag(end - 2).is_noun();
        let (head, end) = if scoped { (Some(end - 2), end - 1) } else { (head, end) };
        let head = head.or_else(|| (opened && end > at).then(|| end - 1))?;
        let described = self.tag(end - 1).is_adjective() && end - 1 > head && self.tag(head).is_noun();
        let end = if described { head + 1 } else { end };
        Some((at..end, head, number))
    }

    /// Whether a day stands behind a noun of its own: "unveiled goals Thursday".
    fn deictic(&self, at: usize) -> bool {
        const DAYS: [&str; 11] =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "today", "tomorrow", "tonight", "yesterday"];
        self.is(at, &DAYS) && !self.tag(at + 1).is_noun() && self.tag(at + 1) != Tag::PossessiveMark
    }

    /// Whether a time stands behind a group that has no more to it: "fell by a third last year".
    fn dated(&self, at: usize) -> bool {
        self.is(at, &["last", "next"])
            && self.is(at + 1, &["week", "month", "year", "quarter", "night", "season", "decade"])
            && !matches!(self.tag(at - 1), Tag::Determiner | Tag::PossessivePronoun)
    }

    /// Whether an adjective at `at` stands before a noun, as in "rich and powerful men".
    fn describes(&self, at: usize) -> bool {
        (self.tag(at).is_adjective() || self.tag(at) == Tag::Participle) && self.tag(at + 1).is_noun()
    }

    fn noun_ahead(&self, at: usize) -> bool {
        (at + 1..self.tags.len().min(at + 8))
            .map(|it| self.tag(it))
            .find(|it| !it.is_adjective() && !matches!(it, Tag::Adverb | Tag::Number))
            .is_some_and(Tag::is_noun)
    }

    /// Whether a mark at `end` is part of the group that began at `at`: `$5`, `64%`, `state-run`.
    fn glued_into(&self, at: usize, end: usize) -> bool {
        let next = end + 1 < self.tags.len() && self.text.tokens[self.start + end + 1].glued;
        match self.word(end) {
            "$" | "€" | "£" | "#" => next,
            "%" => end > at,
            "&" => end > at && self.tag(end + 1).is_noun(),
            _ => end > at && next && self.text.tokens[self.start + end].glued,
        }
    }

    /// Whether the comma at `comma` stands before the year of a date: "May 24, 1995".
    fn year_follows(&self, first: usize, comma: usize) -> bool {
        let year = self.tag(comma + 1) == Tag::Number && self.word(comma + 1).len() == 4;
        let month = comma.checked_sub(2).filter(|it| *it >= first).is_some_and(|it| self.tag(it) == Tag::Name);
        year && month && self.tag(comma - 1) == Tag::Number
    }

    fn short_form(&self, stop: usize) -> bool {
        let Some(before) = stop.checked_sub(1).map(|it| &self.text.tokens[self.start + it]) else { return false };
        let short = before.class.is(Class::ABBREVIATION) || (before.capital && before.span.len() == 1);
        short && self.text.tokens[self.start + stop].glued && (self.tag(stop + 1).is_noun() || self.tag(stop + 1) == Tag::Number)
    }

    /// The position of the number that a hedge leads to: `more than 50`, `about $5`, `at least two`.
    fn hedged(&self, at: usize) -> Option<usize> {
        const ALONE: [&str; 12] =
            ["about", "almost", "another", "approximately", "around", "just", "nearly", "only", "over", "roughly", "some", "under"];
        // "Between 40 and 50 ships": both ends belong to one amount.
        let ends = self.tag(at + 1) == Tag::Number && self.is(at + 2, &["and"]) && self.tag(at + 3) == Tag::Number;
        if self.is(at, &["between"]) && ends && (self.tag(at + 4).is_noun() || self.tag(at + 4).is_adjective()) {
            return Some(at + 3);
        }
        let before_than = self.is(at, &["more", "less", "fewer", "greater"]) && self.is(at + 1, &["than"]);
        let before_to = self.is(at, &["up", "close"]) && self.is(at + 1, &["to"]);
        let end = if before_than || before_to || self.is(at, &["at"]) && self.is(at + 1, &["least", "most"]) {
            at + 2
        } else if self.is(at, &["as"]) && self.is(at + 2, &["as"]) {
            at + 3
        } else if self.is(at, &ALONE) {
            at + 1
        } else {
            return None;
        };
        let fraction = |at: usize| self.is(at, &["third", "quarter", "fifth", "sixth", "eighth", "tenth", "dozen"]);
        let number = self.tag(end) == Tag::Number || matches!(self.word(end), "$" | "€" | "£");
        let article = self.is(end, &["a", "an", "half", "one"]) && end > at;
        // A year, a day or an hour after "around" dates the event.
        let year =
            self.word(end).len() == 4 && self.text.tokens.get(self.start + end).is_some_and(|it| it.kind == Kind::Number) && end == at + 1;
        ((number && !year) || (article && (self.tag(end + 1) == Tag::Number || fraction(end + 1)))).then_some(end)
    }

    /// Whether the word counts time: `weeks`.
    fn counts_time(&self, at: usize) -> bool {
        const UNITS: [&str; 9] = ["minute", "hour", "day", "night", "week", "month", "year", "decade", "century"];
        UNITS.contains(&lemma(self.word(at), Part::Noun).as_ref())
    }

    /// Whether a group tells how long before or after something else: "three weeks before the raid".
    fn apart(&self, tokens: &Range<usize>, head: usize) -> bool {
        let counted = tokens.clone().any(|it| self.tag(it) == Tag::Number || self.is(it, &["a", "an"]));
        counted && self.counts_time(head) && self.is(tokens.end, &["before", "after", "earlier", "later", "ago"])
    }

    /// Whether the group tells a time: `Monday`, `last week`, `this year`.
    fn tells_time(&self, tokens: &Range<usize>, head: usize) -> bool {
        const NAMED: [&str; 24] = [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
            "overnight",
        ];
        const UNITS: [&str; 13] = [
            "day",
            "week",
            "month",
            "year",
            "quarter",
            "morning",
            "afternoon",
            "evening",
            "night",
            "weekend",
            "decade",
            "season",
            "summer",
        ];
        let opened = self.word(tokens.start).to_lowercase();
        let named = tokens.clone().any(|it| NAMED.contains(&self.word(it).to_lowercase().as_str()));
        let marked = matches!(opened.as_str(), "last" | "next" | "this" | "that" | "each" | "every" | "previous" | "later")
            || self.is(tokens.start + 1, &["same", "following", "next"]);
        let unit = UNITS.contains(&lemma(self.word(head), Part::Noun).as_ref());
        let number_head = self.tag(head) == Tag::Number || NAMED.contains(&self.word(head).to_lowercase().as_str()) || unit;
        (named && number_head) || (unit && marked) || self.apart(tokens, head)
    }
}
