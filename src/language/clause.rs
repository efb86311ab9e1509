//! Clauses: each verb of a sentence with its subject, objects and prepositions.
//!
//! The pieces of the sentence are read once from left to right. A noun group stays free until a verb takes it as its
//! subject, or a verb or preposition before it takes it as what follows. Where the reader is not sure, a role stays empty.

use std::ops::Range;

use super::chunk::{Chunk, Chunks, Form, Group, VerbGroup, chunks};
use super::stem::lemma;
use super::tag::Tag;
use super::tagger::tags;
use super::vocabulary::{Part, knows};
use crate::text::{Class, Text};

/// How a clause hangs in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It stands for itself, or beside one that does.
    Main,
    /// It is what someone says, thinks or sees: `she said the port would close`.
    Content,
    /// It tells when, why or whether: `because the port closed`.
    Subordinate,
    /// It describes a noun: `the port that closed`, `ships built here`.
    Relative,
    /// It goes along with the clause before: `..., closing the port`.
    Participle,
    /// It is aimed at: `to close the port`.
    Infinitive,
}

/// A preposition with the group that follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The preposition in small letters; `out_of` where there are several.
    pub preposition: String,
    /// The token of its last word.
    pub token: usize,
    /// The group that follows.
    pub group: usize,
    /// The group that it may belong to instead of the verb: the one right before it.
    pub beside: Option<usize>,
}

/// A verb with what belongs to it. Groups are given by their index in [`Syntax::groups`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The token of the main verb.
    pub verb: usize,
    /// The tokens of the verb and its auxiliaries.
    pub verb_tokens: Range<usize>,
    /// The verb's base form, with its particle as in `take_over`.
    pub lemma: String,
    /// How the clause hangs in the sentence.
    pub kind: Kind,
    /// The clause that it depends on.
    pub governor: Option<usize>,
    /// Its subject.
    pub subject: Option<usize>,
    /// What follows the verb without a preposition.
    pub object: Option<usize>,
    /// A second one: `the crew` in `gave the crew a medal`, `captain` in `was named captain`.
    pub second: Option<usize>,
    /// The token of an adjective that the verb says of its subject: `calm` in `the sea was calm`.
    pub adjective: Option<usize>,
    /// The group behind the `by` of a passive.
    pub agent: Option<usize>,
    /// Its prepositions.
    pub attachments: Vec<Attachment>,
    /// Its groups that tell a time without a preposition.
    pub times: Vec<usize>,
    /// Whether the subject is what the verb is done to.
    pub passive: bool,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether it is expected, possible, ordered or conditional.
    pub modal: bool,
}

/// A sentence as far as it could be read.
#[derive(Debug)]
pub struct Syntax {
    /// The tokens of the sentence.
    pub tokens: Range<usize>,
    /// A tag for each token.
    pub tags: Vec<Tag>,
    /// Its noun groups, in order.
    pub groups: Vec<Group>,
    /// The prepositions that hang on a noun group before them, as `of` does: the index of that group, and what follows.
    pub of: Vec<(usize, Attachment)>,
    /// Its clauses, in order of their verbs.
    pub clauses: Vec<Clause>,
}

/// Reads the sentence that those tokens make.
pub fn syntax(text: &Text<'_>, tokens: Range<usize>) -> Syntax {
    let tags = tags(text, tokens.clone());
    let Chunks { pieces, groups, verbs } = chunks(text, tokens.start, &tags);
    let mut reader = Reader {
        text,
        chunks: &pieces,
        verbs: &verbs,
        at: 0,
        state: State::default(),
        outer: Vec::new(),
        open: Vec::new(),
        fronted: Vec::new(),
        dangling: Vec::new(),
        found: Syntax { tokens, tags, groups, of: Vec::new(), clauses: Vec::new() },
    };
    while reader.at < reader.chunks.len() {
        reader.step();
        reader.at += 1;
    }
    reader.found
}

impl Syntax {
    /// The tag of a token of the sentence.
    pub fn tag(&self, token: usize) -> Tag {
        token.checked_sub(self.tokens.start).and_then(|it| self.tags.get(it)).copied().unwrap_or(Tag::Mark)
    }

    /// The index of the group that holds a token.
    pub fn group_at(&self, token: usize) -> Option<usize> {
        let at = self.groups.partition_point(|it| it.tokens.end <= token);
        self.groups.get(at).filter(|it| it.tokens.contains(&token)).map(|_| at)
    }

    /// A group and those that stand beside it: `the mayor and her deputy`.
    pub fn members(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        let beside = self.groups.iter().enumerate().filter(move |(_, it)| it.coordinate == Some(group)).map(|it| it.0);
        std::iter::once(group).chain(beside)
    }
}

/// What the reader knows of the clause that it is in.
#[derive(Clone, Debug, Default)]
struct State {
    clause: Option<usize>,
    /// The groups that no verb or preposition has taken yet.
    free: Vec<usize>,
    /// The preposition that waits for its group.
    preposition: Option<(String, usize, Option<usize>)>,
    /// The group read last, whatever took it.
    last: Option<usize>,
    /// Whether the verb still takes what follows.
    open: bool,
    relative: Option<usize>,
    subordinate: bool,
    /// Whether a verb of saying waits for the speaker behind it.
    inverted: bool,
}

struct Reader<'a, 't> {
    text: &'a Text<'t>,
    chunks: &'a [Chunk],
    verbs: &'a [VerbGroup],
    at: usize,
    state: State,
    /// The states of the clauses around this one, with whether a comma came before this one.
    outer: Vec<(State, bool)>,
    /// For each bracket that is open, the number of clauses around it.
    open: Vec<usize>,
    /// Prepositions and times before the first verb.
    fronted: Vec<Attachment>,
    /// Participle clauses before their subject.
    dangling: Vec<usize>,
    found: Syntax,
}

impl Reader<'_, '_> {
    fn before(&self) -> Option<&Chunk> {
        self.at.checked_sub(1).and_then(|it| self.chunks.get(it))
    }

    fn next(&self, step: usize) -> Option<&Chunk> {
        self.chunks.get(self.at + step)
    }

    fn step(&mut self) {
        match self.chunks[self.at].clone() {
            Chunk::Noun(group) => self.noun(group),
            Chunk::Verb(verb) => self.verb(verb),
            Chunk::Adjective(token) => self.adjective(token),
            Chunk::Preposition(tokens) => self.preposition(tokens),
            Chunk::Subordinator(_) => {
                self.leave_asides();
                self.state.subordinate = true;
                self.state.free.clear();
                self.state.open = false;
                self.state.preposition = None;
            }
            Chunk::Relative(_) => {
                if let Some(noun) = self.state.last.filter(|_| !self.clause_follows_directly()) {
                    self.state.relative = Some(noun);
                }
            }
            Chunk::Conjunction(_) => self.state.preposition = None,
            Chunk::Comma => self.comma(),
            Chunk::Quote => self.quote(),
            Chunk::Stop => {
                self.outer.clear();
                self.open.clear();
                self.state = State { clause: self.state.clause, inverted: self.state.inverted, ..State::default() };
            }
            Chunk::Open => {
                self.open.push(self.outer.len());
                self.outer.push((self.state.clone(), false));
                self.state = State { last: self.state.last, ..State::default() };
            }
            Chunk::Close => {
                let depth = self.open.pop().filter(|it| *it < self.outer.len());
                if let Some((state, _)) = depth.and_then(|it| self.outer.drain(it..).next()) {
                    self.state = state;
                }
            }
        }
    }

    /// Whether a question word opens the content of the verb before it: `said who`, `asked which port`.
    fn clause_follows_directly(&self) -> bool {
        matches!(self.before(), Some(Chunk::Verb(_)))
    }

    fn comma(&mut self) {
        if matches!(self.next(1), Some(Chunk::Conjunction(_) | Chunk::Noun(_))) && self.state.preposition.is_none() && self.listed(self.at)
        {
            return;
        }
        let depth = self.open.last().map_or(0, |it| it + 1);
        while self.outer.len() > depth
            && self.outer.last().is_some_and(|it| it.1)
            && self.state.clause != self.outer.last().and_then(|it| it.0.clause)
        {
            if let Some((state, _)) = self.outer.pop() {
                self.state = state;
            }
        }
        self.state.open = false;
        self.state.preposition = None;
    }

    fn quote(&mut self) {
        // What stood inside a quotation is no subject of the verb of saying behind it.
        let closing = matches!(self.next(1), Some(Chunk::Verb(_))) || matches!(self.before(), Some(Chunk::Comma));
        if closing && matches!(self.next(1), Some(Chunk::Verb(_))) && self.state.clause.is_some() {
            self.state.free.clear();
            self.state.open = false;
            self.state.inverted = true;
        }
    }

    fn leave_asides(&mut self) {
        if let Some((state, _)) = self.outer.drain(..).next() {
            self.state = State { clause: self.state.clause, last: self.state.last, ..state };
        }
    }

    fn adjective(&mut self, token: usize) {
        if let Some(clause) = self.state.clause.filter(|_| self.state.open) {
            let clause = &mut self.found.clauses[clause];
            if clause.object.is_none() && clause.adjective.is_none() {
                clause.adjective = Some(token);
            }
        }
    }

    fn preposition(&mut self, tokens: Range<usize>) {
        let token = tokens.end - 1;
        let words: Vec<_> = tokens.map(|it| self.text.word(it).to_lowercase()).collect();
        let words = words.join("_");
        let beside = match self.before() {
            Some(&Chunk::Noun(group)) => Some(self.rated(group)),
            _ => None,
        };
        self.state.preposition = Some((words, token, beside));
    }

    // ---- noun groups

    fn noun(&mut self, group: usize) {
        self.place(group);
        self.state.last = Some(group);
    }

    fn place(&mut self, group: usize) {
        if let Some((preposition, token, beside)) = self.state.preposition.take() {
            self.complement(preposition, token, group, beside);
            return;
        }
        if self.found.groups[group].time {
            if let Some(clause) = self.state.clause {
                self.found.clauses[clause].times.push(group);
            }
            return;
        }
        if let Some(first) = self.coordinated().map(|it| self.alike(it, group)) {
            self.found.groups[group].coordinate = Some(self.found.groups[first].coordinate.unwrap_or(first));
            return;
        }
        if let Some(named) = self.apposed(group) {
            self.found.groups[group].apposed = Some(named);
            return;
        }
        if self.state.inverted && self.state.clause.is_some_and(|it| self.found.clauses[it].subject.is_none()) {
            if let Some(clause) = self.state.clause {
                self.found.clauses[clause].subject = Some(group);
            }
            self.state.inverted = false;
            return;
        }
        let gap = matches!(self.before(), Some(Chunk::Conjunction(_))) && (self.bare_verb_follows() || self.finite_follows(self.at + 1));
        if self.state.open && !gap && self.take_object(group) {
            return;
        }
        self.state.free.push(group);
    }

    fn take_object(&mut self, group: usize) -> bool {
        let Some(clause) = self.state.clause else { return false };
        let adjacent = matches!(self.before(), Some(Chunk::Noun(_)));
        let clause = &mut self.found.clauses[clause];
        match (clause.object, clause.second) {
            (None, _) => clause.object = Some(group),
            (Some(object), None) if adjacent && !clause.passive && ditransitive(&clause.lemma) => {
                clause.second = Some(object);
                clause.object = Some(group);
            }
            _ => return false,
        }
        true
    }

    /// The group that a group behind `of` belongs to, or itself.
    fn whole(&self, group: usize) -> usize {
        self.found.of.iter().find(|it| it.1.group == group && it.1.preposition == "of").map_or(group, |it| it.0)
    }

    /// The group that a group behind `per` is the rate of, or itself: `earnings` in `earnings per share`.
    fn rated(&self, group: usize) -> usize {
        self.found.of.iter().find(|it| it.1.group == group && it.1.preposition == "per").map_or(group, |it| it.0)
    }

    fn complement(&mut self, preposition: String, token: usize, group: usize, beside: Option<usize>) {
        let by = preposition == "by" && !self.found.groups[group].time && self.found.tag(self.found.groups[group].head) != Tag::Number;
        // "the capture of the town by rebels": what is done by someone is the capture.
        let beside = beside.map(|it| if preposition == "by" { self.whole(it) } else { it });
        let attachment = Attachment { preposition, token, group, beside };
        let of = matches!(attachment.preposition.as_str(), "of" | "per");
        if let Some(noun) = beside.filter(|_| of) {
            self.found.of.push((noun, attachment));
            return;
        }
        let open = self.state.clause.filter(|_| self.state.free.is_empty());
        match open {
            Some(clause) if by && self.found.clauses[clause].passive && self.found.clauses[clause].agent.is_none() => {
                self.found.clauses[clause].agent = Some(group);
                self.share_agent(clause, group);
            }
            Some(clause) => self.found.clauses[clause].attachments.push(attachment),
            None if beside.is_some() => self.found.of.extend(beside.map(|it| (it, attachment))),
            None => self.fronted.push(attachment),
        }
    }

    /// Gives who does it to the participle right before as well: "built and fitted out by Holm".
    fn share_agent(&mut self, clause: usize, agent: usize) {
        let Some(first) = clause.checked_sub(1) else { return };
        let (end, start) = (self.found.clauses[first].verb_tokens.end, self.found.clauses[clause].verb_tokens.start);
        let joined = start == end + 1 && self.found.tag(end) == Tag::Conjunction;
        let first = &mut self.found.clauses[first];
        if joined && first.passive && first.agent.is_none() {
            first.agent = Some(agent);
        }
    }

    /// The group before `and`, or before the comma of a list, that this one stands beside.
    fn coordinated(&self) -> Option<usize> {
        let mut back = self.at.checked_sub(1)?;
        match self.chunks.get(back)? {
            Chunk::Conjunction(_) => {
                back = back.checked_sub(1)?;
                if matches!(self.chunks.get(back), Some(Chunk::Comma)) {
                    back = back.checked_sub(1)?;
                }
            }
            Chunk::Comma if self.listed(self.at - 1) => back = back.checked_sub(1)?,
            _ => return None,
        }
        let Some(&Chunk::Noun(first)) = self.chunks.get(back) else { return None };
        // "She met the mayor and the port reopened": the verb that follows needs a subject of its own.
        let taken = self.state.clause.is_some() && self.state.free.is_empty();
        let passive = self.state.clause.is_some_and(|it| self.found.clauses[it].passive);
        if taken && (self.finite_follows(self.at + 1) || passive && self.bare_verb_follows()) {
            return None;
        }
        Some(first)
    }

    /// The group that `group` stands beside where a figure comes before it: "a crew of 12 and a pilot" has a crew and a pilot.
    fn alike(&self, first: usize, group: usize) -> usize {
        let figure = |it: usize| {
            let head = self.found.groups[it].head;
            self.found.tag(head) == Tag::Number || self.text.is(head, "%")
        };
        if figure(first) && !figure(group) { self.whole(first) } else { first }
    }

    /// Whether a single word that could be a participle comes next.
    fn bare_verb_follows(&self) -> bool {
        let Some(Chunk::Verb(verb)) = self.next(1) else { return false };
        let verb = &self.verbs[*verb];
        verb.tokens.len() == 1 && matches!(self.found.tag(verb.main), Tag::Participle | Tag::Past)
    }

    /// Whether groups with commas between them lead to an `and` without a verb on the way.
    fn listed(&self, from: usize) -> bool {
        let mut comma = false;
        for chunk in self.chunks.iter().skip(from).take(12) {
            match chunk {
                Chunk::Conjunction(_) => return comma,
                Chunk::Comma => comma = true,
                Chunk::Noun(_) | Chunk::Adjective(_) => {}
                Chunk::Preposition(tokens) if self.text.is(tokens.start, "of") => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether a verb in a tense comes next, with nothing but prepositions and their groups before it.
    fn finite_follows(&self, from: usize) -> bool {
        let mut after_preposition = false;
        for chunk in self.chunks.iter().skip(from).take(8) {
            match chunk {
                Chunk::Verb(verb) => return self.verbs[*verb].form == Form::Finite,
                Chunk::Preposition(_) => after_preposition = true,
                Chunk::Noun(_) if after_preposition => after_preposition = false,
                Chunk::Noun(group) if self.found.groups[*group].time => {}
                _ => return false,
            }
        }
        false
    }

    /// The group that this one names again: the one before the comma.
    fn apposed(&self, group: usize) -> Option<usize> {
        let back = self.at.checked_sub(2)?;
        let (Some(&Chunk::Noun(named)), Some(Chunk::Comma)) = (self.chunks.get(back), self.chunks.get(back + 1)) else { return None };
        let closes =
            matches!(self.next(1), None | Some(Chunk::Comma | Chunk::Stop | Chunk::Preposition(_) | Chunk::Relative(_) | Chunk::Quote))
                || (matches!(self.next(1), Some(Chunk::Verb(_))) && !self.state.free.is_empty());
        let of = |it: usize| &self.found.groups[it];
        let pronoun = self.found.tag(of(group).head) == Tag::Pronoun || self.found.tag(of(named).head) == Tag::Pronoun;
        (closes && !pronoun && !of(named).time).then_some(named)
    }

    // ---- verbs

    fn verb(&mut self, index: usize) {
        let verb = &self.verbs[index];
        let form = match verb.form {
            Form::Participle if self.must_tell(verb) || self.turns_active(verb) => Form::Finite,
            Form::Finite if verb.tokens.len() == 1 && self.found.tag(verb.main) == Tag::Past && self.gapped() => Form::Participle,
            form => form,
        };
        match form {
            Form::Finite => self.finite(verb),
            Form::Participle | Form::Gerund => self.participle(verb),
            Form::Infinitive => self.infinitive(verb),
        }
    }

    /// Whether a bare participle must be a past tense, for want of another verb that its subject could have.
    fn must_tell(&self, verb: &VerbGroup) -> bool {
        let later = self.verb_without_subject();
        let object = self.object_follows();
        // A headline leaves out the auxiliary of a passive, and the stop.
        let told = self.found.clauses.iter().any(|it| matches!(it.kind, Kind::Main | Kind::Content));
        let sentence = self.text.is(self.found.tokens.end.saturating_sub(1), ".") && !told;
        !self.state.free.is_empty() && !later && (object || sentence) && !self.text.is(verb.tokens.end, "by") && !self.gapped()
    }

    /// Whether a participle beside a passive is a past tense, for it has an object: "was sold in May and carried 40 cars".
    fn turns_active(&self, verb: &VerbGroup) -> bool {
        // "The killed and wounded sailors" has no auxiliary, and two participles before one noun.
        let spelled_out = |it: &Clause| it.passive && it.verb_tokens.len() > 1;
        let passive = self.state.clause.is_some_and(|it| spelled_out(&self.found.clauses[it]));
        let beside = matches!(self.before(), Some(Chunk::Conjunction(_)));
        let alone = verb.tokens.len() == 1 && !ditransitive(&self.lemma(verb));
        passive && beside && alone && self.object_follows()
    }

    /// Whether a later verb has no subject of its own, and so needs the one that is free now.
    fn verb_without_subject(&self) -> bool {
        (self.at + 1..self.chunks.len()).any(|at| {
            let Some(Chunk::Verb(verb)) = self.chunks.get(at) else { return false };
            let before = |step: usize| at.checked_sub(step).and_then(|it| self.chunks.get(it));
            let own = match (before(2), before(1)) {
                (_, Some(Chunk::Relative(_))) => true,
                (Some(Chunk::Preposition(tokens)), Some(Chunk::Noun(_))) => conjunctive(self.text.word(tokens.start)),
                (Some(_), Some(Chunk::Noun(_))) => at > self.at + 2,
                _ => false,
            };
            self.verbs[*verb].form == Form::Finite && !own
        })
    }

    /// Whether a participle shares the auxiliary of the clause before: "two were killed and three wounded".
    fn gapped(&self) -> bool {
        let passive = self.state.clause.is_some_and(|it| self.found.clauses[it].passive);
        let back = |step: usize| self.at.checked_sub(step).and_then(|it| self.chunks.get(it));
        passive && matches!(back(1), Some(Chunk::Noun(_))) && matches!(back(2), Some(Chunk::Conjunction(_)))
    }

    fn clause(&mut self, verb: &VerbGroup, kind: Kind, subject: Option<usize>) -> usize {
        let lemma = self.lemma(verb);
        self.found.clauses.push(Clause {
            verb: verb.main,
            verb_tokens: verb.tokens.clone(),
            lemma,
            kind,
            governor: None,
            subject,
            object: None,
            second: None,
            adjective: None,
            agent: None,
            attachments: Vec::new(),
            times: Vec::new(),
            passive: verb.passive,
            negated: verb.negated,
            modal: verb.modal,
        });
        self.found.clauses.len() - 1
    }

    fn lemma(&self, verb: &VerbGroup) -> String {
        let mut word = self.text.word(verb.main).to_lowercase();
        if let Some(cut) = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")) {
            word = cut.to_owned();
        }
        let base = match word.as_str() {
            "'s" | "’s" | "'re" | "’re" | "'m" | "’m" => "be".to_owned(),
            "'ve" | "’ve" => "have".to_owned(),
            _ => lemma(&word, Part::Verb).into_owned(),
        };
        let particle = verb.particle.map(|it| format!("{base}_{}", self.text.word(it).to_lowercase()));
        particle.filter(|it| knows(it, Part::Verb)).unwrap_or(base)
    }

    fn enter(&mut self, clause: usize) {
        let free = std::mem::take(&mut self.state.free);
        self.found.clauses[clause].attachments.append(&mut self.fronted);
        self.state = State { clause: Some(clause), last: free.last().copied().or(self.state.last), open: true, ..State::default() };
        self.state.inverted = self.found.clauses[clause].subject.is_none() && self.says(clause);
    }

    fn finite(&mut self, verb: &VerbGroup) {
        let governor = self.state.clause;
        if let Some(noun) = self.state.relative.take() {
            self.relative(verb, noun, governor);
            return;
        }
        let beside = matches!(self.before(), Some(Chunk::Conjunction(_)));
        if self.state.free.is_empty() && !beside {
            self.close_asides();
        }
        let governor = self.state.clause.or(governor);
        let (subject, kind) = self.subject(beside);
        let described = self.outer.last().filter(|_| kind == Kind::Relative).and_then(|it| it.0.free.last().copied());
        let clause = self.clause(verb, kind, subject);
        if let Some(noun) = described {
            // "the news the port closed its gates": the verb has an object of its own.
            let open = self.object_follows();
            self.found.clauses[clause].object = Some(noun).filter(|_| !open);
            self.state = State { clause: Some(clause), last: self.state.last, open, ..State::default() };
            return;
        }
        if kind != Kind::Main {
            self.found.clauses[clause].governor = governor;
        }
        for waiting in std::mem::take(&mut self.dangling) {
            self.found.clauses[waiting].subject = self.found.clauses[waiting].subject.or(subject);
            self.found.clauses[waiting].governor = Some(clause);
        }
        self.enter(clause);
    }

    fn object_follows(&self) -> bool {
        matches!(self.next(1), Some(Chunk::Noun(group)) if !self.found.groups[*group].time)
    }

    /// Goes back to the clause around a relative one whose subject still waits for its verb.
    fn close_asides(&mut self) {
        while let Some((state, comma)) = self.outer.pop() {
            let waiting = !state.free.is_empty();
            self.state = State { last: self.state.last, ..state };
            if waiting || comma {
                break;
            }
        }
    }

    fn subject(&mut self, beside: bool) -> (Option<usize>, Kind) {
        let subordinate = std::mem::take(&mut self.state.subordinate);
        let governor = self.state.clause;
        let after_saying = governor
            .is_some_and(|it| saying(&self.found.clauses[it].lemma) || self.text.class(self.found.clauses[it].verb).is(Class::SPEECH_CUE));
        let kind = match (subordinate, after_saying) {
            (_, true) if !beside && governor.is_some() => Kind::Content,
            (true, _) => Kind::Subordinate,
            _ => Kind::Main,
        };
        if let Some(subject) = self.state.free.first().copied() {
            // "the town he visited was flooded": the last free group belongs to the nearer verb.
            if self.state.free.len() > 1 {
                let nearest = self.state.free.pop().expect("more than one group is free");
                let described = self.state.free.last().copied();
                if self.adjacent(described, nearest) {
                    self.outer.push((State { open: false, ..self.state.clone() }, false));
                    return (Some(nearest), Kind::Relative);
                }
                self.state.free.clear();
                return (Some(nearest), kind);
            }
            return (Some(subject), kind);
        }
        if let Some(clause) = governor {
            if beside {
                return (self.found.clauses[clause].subject, self.found.clauses[clause].kind);
            }
            if let Some(stolen) = self.steal(clause) {
                return (Some(stolen), if self.says(clause) { Kind::Content } else { Kind::Subordinate });
            }
        }
        (None, kind)
    }

    /// Whether the verb of a clause tells what someone says, thinks or sees.
    fn says(&self, clause: usize) -> bool {
        let clause = &self.found.clauses[clause];
        saying(&clause.lemma) || self.text.class(clause.verb).is(Class::SPEECH_CUE)
    }

    fn adjacent(&self, one: Option<usize>, other: usize) -> bool {
        one.is_some_and(|it| self.found.groups[it].tokens.end == self.found.groups[other].tokens.start)
    }

    /// The group that a verb before took for its object, or a preposition for its own, and that this verb needs.
    fn steal(&mut self, clause: usize) -> Option<usize> {
        let last = self.state.last?;
        let stolen = &mut self.found.clauses[clause];
        if stolen.attachments.last().is_some_and(|it| it.group == last && conjunctive(&it.preposition)) {
            return stolen.attachments.pop().map(|it| it.group);
        }
        let whole = saying(&stolen.lemma) || stolen.object == Some(last);
        if stolen.passive || !whole { None } else { stolen.object.take() }
    }

    fn relative(&mut self, verb: &VerbGroup, noun: usize, governor: Option<usize>) {
        let comma = matches!(self.at.checked_sub(2).and_then(|it| self.chunks.get(it)), Some(Chunk::Comma));
        // "the port which the navy closed": the relative pronoun is the object where a subject follows it.
        let own =
            self.state.free.last().copied().filter(|it| *it != noun && matches!(self.before(), Some(Chunk::Noun(last)) if last == it));
        if own.is_some() {
            self.state.free.pop();
        }
        self.outer.push((self.state.clone(), comma));
        let clause = self.clause(verb, Kind::Relative, Some(own.unwrap_or(noun)));
        let open = own.is_none() || self.object_follows();
        self.found.clauses[clause].object = Some(noun).filter(|_| !open);
        self.found.clauses[clause].governor = governor;
        self.state = State { clause: Some(clause), open, last: self.state.last, ..State::default() };
    }

    fn participle(&mut self, verb: &VerbGroup) {
        let governor = self.state.clause;
        let passive = verb.form != Form::Gerund;
        let after_preposition = self.state.preposition.take().is_some();
        let noun = match self.before() {
            Some(&Chunk::Noun(group)) if !after_preposition => Some(self.rated(group)),
            // "Holm (born in 1970)"
            Some(Chunk::Open) => self.state.last,
            _ => None,
        };
        let beside = matches!(self.before(), Some(Chunk::Conjunction(_)));
        let gapped = self.gapped();
        let (kind, subject) = match noun {
            Some(noun) if gapped => (governor.map_or(Kind::Main, |it| self.found.clauses[it].kind), Some(noun)),
            Some(noun) if !self.found.groups[noun].time => (Kind::Relative, Some(noun)),
            _ => {
                let around = governor.filter(|_| self.state.free.is_empty()).map(|it| self.found.clauses[it].subject);
                (Kind::Participle, around.unwrap_or(self.state.free.first().copied()))
            }
        };
        let clause = self.clause(verb, kind, subject);
        self.found.clauses[clause].passive |= passive;
        self.found.clauses[clause].governor = governor;
        if let (true, Some(first)) = (beside, governor) {
            // "was seized and burned": a participle beside a passive shares its auxiliary.
            let (passive, modal, negated) =
                (self.found.clauses[first].passive, self.found.clauses[first].modal, self.found.clauses[first].negated);
            self.found.clauses[clause].kind = self.found.clauses[first].kind;
            self.found.clauses[clause].passive = passive && verb.form != Form::Gerund;
            self.found.clauses[clause].modal |= modal;
            self.found.clauses[clause].negated |= negated;
        }
        if subject.is_none() {
            self.dangling.push(clause);
        }
        let comma = matches!(self.before(), Some(Chunk::Comma)) || kind == Kind::Participle;
        if !beside && !gapped {
            self.outer.push((State { open: false, ..self.state.clone() }, comma));
        }
        self.state = State { clause: Some(clause), open: true, last: self.state.last, ..State::default() };
    }

    fn infinitive(&mut self, verb: &VerbGroup) {
        let governor = self.state.clause.filter(|_| self.state.free.is_empty());
        let subject = governor.and_then(|it| {
            let clause = &self.found.clauses[it];
            let directs = !clause.passive && clause.lemma != "promise" && !matches!(clause.lemma.as_str(), "be" | "have");
            let adjacent = matches!(self.before(), Some(Chunk::Noun(group)) if clause.object == Some(*group));
            if directs && adjacent { clause.object } else { clause.subject }
        });
        let subject = subject.or_else(|| self.state.free.last().copied());
        let clause = self.clause(verb, Kind::Infinitive, subject);
        let achieved =
            governor.is_some_and(|it| matches!(self.found.clauses[it].lemma.as_str(), "manage" | "begin" | "start" | "continue" | "help"));
        self.found.clauses[clause].modal |= !achieved && !self.singled_out(subject);
        self.found.clauses[clause].governor = governor;
        if !self.state.free.is_empty() {
            self.outer.push((State { open: false, ..self.state.clone() }, false));
        }
        self.state = State { clause: Some(clause), open: true, last: self.state.last, ..State::default() };
    }
}

impl Reader<'_, '_> {
    /// Whether a group names the one that did what follows: `the first woman to lead`.
    fn singled_out(&self, group: Option<usize>) -> bool {
        let tokens = group.map(|it| self.found.groups[it].tokens.clone()).unwrap_or_default();
        tokens.into_iter().any(|it| ["first", "last", "latest", "only", "second", "third"].iter().any(|word| self.text.is(it, word)))
    }
}

/// Verbs that take a person and a thing: `gave the crew a medal`.
fn ditransitive(verb: &str) -> bool {
    const VERBS: [&str; 20] = [
        "allow", "appoint", "ask", "award", "bring", "buy", "call", "charge", "cost", "elect", "give", "grant", "hand", "lend", "name",
        "offer", "pay", "send", "show", "tell",
    ];
    VERBS.contains(&verb)
}

/// Verbs whose object may turn out to be a whole clause.
fn saying(verb: &str) -> bool {
    const VERBS: [&str; 34] = [
        "acknowledge",
        "add",
        "allege",
        "announce",
        "argue",
        "assert",
        "believe",
        "claim",
        "confirm",
        "declare",
        "deny",
        "estimate",
        "expect",
        "fear",
        "find",
        "hear",
        "hope",
        "insist",
        "know",
        "learn",
        "mean",
        "note",
        "predict",
        "report",
        "reveal",
        "say",
        "see",
        "show",
        "state",
        "suggest",
        "tell",
        "think",
        "understand",
        "warn",
    ];
    VERBS.contains(&verb)
}

/// Prepositions that also open clauses.
fn conjunctive(preposition: &str) -> bool {
    matches!(preposition, "after" | "before" | "since" | "until" | "till" | "as" | "than" | "like" | "once" | "so")
}

#[cfg(test)]
mod tests {
    use super::super::propositions;
    use super::*;
    use crate::extract::lexicon;

    /// Words and marks that steer the reader, in any order.
    const WORDS: [&str; 48] = [
        "the", "a", "port", "ports", "Oslo", "Holm", "she", "which", "who", "whose", "that", "what", "where", "if", "after", "by", "of",
        "to", "in", "and", "or", "not", "no", "was", "has", "been", "will", "did", "didn't", "said", "closed", "closing", "close",
        "seized", "gave", "old", "quickly", "12", "2021", "$", "%", "-", "'s", ",", ".", "\"", "(", ")",
    ];

    #[test]
    fn no_row_of_words_is_too_odd_to_read() {
        let mut seed = 7_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed as usize >> 16
        };
        for _ in 0..2000 {
            let length = next() % 24;
            let words: Vec<_> = (0..length).map(|_| WORDS[next() % WORDS.len()]).collect();
            let source = words.join(" ");
            let text = Text::new(&source, lexicon());
            let syntax = syntax(&text, 0..text.tokens.len());
            let count = syntax.groups.len();
            let groups = propositions(&text, &syntax).into_iter().flat_map(|it| [it.agent, it.patient]).flatten();
            assert!(groups.chain(syntax.of.iter().map(|it| it.1.group)).all(|it| it < count), "{source}");
            assert!(syntax.links().into_iter().flatten().all(|it| it.head < text.tokens.len()), "{source}");
            assert!(syntax.clauses.iter().all(|it| it.governor.is_none_or(|it| it < syntax.clauses.len())), "{source}");
        }
    }

    #[test]
    fn groups_that_stand_beside_each_other_are_members_of_the_first() {
        let text = Text::new("The mayor, her deputy and two clerks resigned.", lexicon());
        let syntax = syntax(&text, 0..text.tokens.len());
        let subject = syntax.clauses[0].subject.expect("someone resigned");
        let heads: Vec<_> = syntax.members(subject).map(|it| text.word(syntax.groups[it].head)).collect();
        assert_eq!(heads, ["mayor", "deputy", "clerks"]);
    }
}
