//! What clause a verb opens, and who or what is its subject.

use super::words::{answers_for, conjunctive, directs, is_aim, judges, saying};
use super::{Attachment, Chunk, Clause, Kind, Reader, State};
use crate::language::chunk::{Form, VerbGroup};
use crate::language::stem::lemma;
use crate::language::tag::Tag;
use crate::language::vocabulary::{Part, knows};
use crate::text::Class;

impl Reader<'_, '_> {
    pub(super) fn verb(&mut self, index: usize) {
        let verb = &self.verbs[index];
        let form = match verb.form {
            Form::Participle
                if self.must_tell(verb)
                    || self.wanted_outside(verb)
                    || self.turns_active(verb)
                    || self.relative_subject(verb)
                    || self.told_of_object(verb) =>
            {
                Form::Finite
            }
            Form::Finite if verb.tokens.len() == 1 && self.found.tag(verb.main) == Tag::Past && (self.gapped() || self.described(verb)) => {
                Form::Participle
            }
            form => form,
        };
        match form {
            Form::Finite => self.finite(verb),
            Form::Participle | Form::Gerund => self.participle(verb),
            Form::Infinitive if self.shared_auxiliary(verb) => {}
            Form::Infinitive => self.infinitive(verb),
        }
    }

    /// Reads a verb that shares the auxiliary of a clause before: "will hand over the job but keep his share".
    fn shared_auxiliary(&mut self, verb: &VerbGroup) -> bool {
        let beside = matches!(self.before(), Some(Chunk::Conjunction(_)));
        if !beside || verb.tokens.len() != 1 || self.found.tag(verb.main) != Tag::Base {
            return false;
        }
        let aided = |it: &Clause| it.modal && it.verb_tokens.len() > 1 && self.found.tag(it.verb) == Tag::Base;
        let Some(first) = self.found.clauses.iter().rposition(aided) else { return false };
        let (kind, subject) = (self.found.clauses[first].kind, self.found.clauses[first].subject);
        let clause = self.clause(verb, kind, subject);
        self.found.clauses[clause].governor = self.found.clauses[first].governor;
        self.found.clauses[clause].modal = true;
        self.found.clauses[clause].negated |= self.found.clauses[first].negated;
        self.outer.clear();
        self.state = State { clause: Some(clause), open: true, last: self.state.last, ..State::default() };
        true
    }

    pub(super) fn clause(&mut self, verb: &VerbGroup, kind: Kind, subject: Option<usize>) -> usize {
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

    pub(super) fn lemma(&self, verb: &VerbGroup) -> String {
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

    pub(super) fn enter(&mut self, clause: usize) {
        let free = std::mem::take(&mut self.state.free);
        // "The sale of the dock, a wreck, to Varga was completed": what stands between a subject and its verb may be the subject's.
        if let Some(subject) = self.found.clauses[clause].subject {
            let end = self.found.groups[subject].tokens.end;
            let behind = self.fronted.iter().filter(|it| it.token >= end).cloned();
            self.found.of.extend(behind.map(|it| (subject, it)));
        }
        self.found.clauses[clause].attachments.append(&mut self.fronted);
        self.state = State { clause: Some(clause), last: free.last().copied().or(self.state.last), open: true, ..State::default() };
        self.state.inverted = self.found.clauses[clause].subject.is_none() && (self.says(clause) || self.places(clause));
    }

    pub(super) fn finite(&mut self, verb: &VerbGroup) {
        let governor = self.state.clause;
        if let Some(noun) = self.state.relative.take() {
            self.relative(verb, noun, governor);
            return;
        }
        let beside = matches!(self.before(), Some(Chunk::Conjunction(_)));
        // "…, say sources": who says it stands behind.
        let closes = matches!((self.next(1), self.next(2)), (Some(Chunk::Noun(_)), None | Some(Chunk::Stop)));
        if closes && matches!(self.before(), Some(Chunk::Comma)) && saying(&self.lemma(verb)) && !self.found.clauses.is_empty() {
            let clause = self.clause(verb, Kind::Main, None);
            self.enter(clause);
            self.state.inverted = true;
            return;
        }
        if self.state.free.is_empty() && !beside && !self.opens_inside() {
            self.close_asides();
        }
        let aside = self.reports_aside(verb).then(|| State { free: Vec::new(), open: false, ..self.state.clone() });
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
            // "Ordered to pay, Holm left": Holm is to pay.
            for aimed in self.found.clauses.iter_mut().filter(|it| it.kind == Kind::Infinitive && it.governor == Some(waiting)) {
                aimed.subject = aimed.subject.or(subject);
            }
        }
        self.enter(clause);
        self.outer.extend(aside.map(|it| (it, true)));
    }

    /// Whether the subject of a verb stands behind it, for what it is in or on stands before: "on the hill stands a castle".
    fn places(&self, clause: usize) -> bool {
        const STANDING: [&str; 8] = ["hang", "lie", "live", "loom", "rise", "sit", "stand", "stretch"];
        let clause = &self.found.clauses[clause];
        let fronted = clause.attachments.iter().any(|it| it.token < clause.verb_tokens.start);
        fronted && clause.kind == Kind::Main && STANDING.contains(&clause.lemma.as_str())
    }

    /// Whether the sentence goes on with its subject behind a report between commas: "the crew sank it, they said on Monday, and left".
    fn reports_aside(&self, verb: &VerbGroup) -> bool {
        let back = |step: usize| self.at.checked_sub(step).and_then(|it| self.chunks.get(it));
        let opens = matches!((back(2), back(1)), (Some(Chunk::Comma), Some(Chunk::Noun(_)))) && self.state.clause.is_some();
        let passes = |it: &&Chunk| matches!(it, Chunk::Noun(_) | Chunk::Preposition(_));
        let behind = self.chunks.iter().skip(self.at + 1).take_while(passes).count();
        let closes = matches!(self.next(behind + 1), Some(Chunk::Comma))
            && matches!(self.next(behind + 2), Some(Chunk::Conjunction(_)))
            && matches!(self.next(behind + 3), Some(Chunk::Verb(_)));
        opens && closes && saying(&self.lemma(verb))
    }

    /// Whether a verb in an aside has for its subject what stands behind a preposition that opens a clause, while the subject before
    /// the aside waits for a verb behind a comma: "Holm, who left before she had lost, returned".
    fn opens_inside(&self) -> bool {
        let Some(&Chunk::Noun(group)) = self.before() else { return false };
        let attached = self.state.clause.and_then(|it| self.found.clauses[it].attachments.last());
        let waiting = self.outer.iter().any(|it| !it.0.free.is_empty());
        let opens = attached.is_some_and(|it| it.group == self.whole(group) && conjunctive(&it.preposition));
        opens && !self.dates(group) && (!waiting || self.subject_waits())
    }

    pub(super) fn object_follows(&self) -> bool {
        matches!(self.next(1), Some(Chunk::Noun(group)) if !self.found.groups[*group].time)
    }

    /// Goes back to the clause around a relative one whose subject still waits for its verb.
    pub(super) fn close_asides(&mut self) {
        while let Some((state, comma)) = self.outer.pop() {
            let waiting = !state.free.is_empty();
            self.state = State { last: self.state.last, ..state };
            // "A man charged with stealing two cars was held": the man still waits.
            if waiting || comma && !self.outer.iter().any(|it| !it.0.free.is_empty()) {
                break;
            }
        }
    }

    pub(super) fn subject(&mut self, beside: bool) -> (Option<usize>, Kind) {
        let subordinate = std::mem::take(&mut self.state.subordinate);
        let governor = self.state.clause;
        let after_saying = governor
            .is_some_and(|it| saying(&self.found.clauses[it].lemma) || self.text.class(self.found.clauses[it].verb).is(Class::SPEECH_CUE));
        let kind = match (subordinate, after_saying) {
            (_, true) if !beside && governor.is_some() => Kind::Content,
            (true, _) => Kind::Subordinate,
            _ => Kind::Main,
        };
        if let Some(subject) = self.fronted_subject() {
            return (Some(subject), Kind::Subordinate);
        }
        // "Ordered him to pay and banned him": a finite verb goes on where the infinitive began.
        let began = |it: usize| self.found.clauses[it].governor.filter(|_| self.found.clauses[it].kind == Kind::Infinitive);
        let governor = governor.map(|it| began(it).filter(|_| beside).unwrap_or(it));
        // "Sold it, a loss of $5, and left": no subject stands before the "and" of its verb.
        if let Some(clause) = governor.filter(|it| beside && self.found.clauses[*it].subject.is_some()) {
            self.state.free.clear();
            return (self.found.clauses[clause].subject, self.found.clauses[clause].kind);
        }
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
            // "Fire kills two, injures five".
            let said = self.says(clause) && self.found.clauses[clause].object.is_some();
            let listed = matches!(self.before(), Some(Chunk::Comma)) && self.found.clauses[clause].subject.is_some() && !said;
            if beside || listed {
                return (self.found.clauses[clause].subject, self.found.clauses[clause].kind);
            }
            if let Some(stolen) = self.steal(clause) {
                return (Some(stolen), if self.says(clause) { Kind::Content } else { Kind::Subordinate });
            }
        }
        (None, kind)
    }

    /// What a preposition that opens a clause leads to before the first verb: "as both sides met, the dam burst".
    fn fronted_subject(&mut self) -> Option<usize> {
        let Some(&Chunk::Noun(group)) = self.before() else { return None };
        let whole = self.whole(group);
        let open = self.state.free.is_empty() && self.state.clause.is_none() && !self.dates(group);
        let opens = |it: &Attachment| it.group == whole && conjunctive(it.preposition.split('_').next_back().unwrap_or_default());
        if !open || !self.fronted.last().is_some_and(opens) {
            return None;
        }
        self.fronted.pop().map(|it| it.group)
    }

    /// Whether the verb of a clause tells what someone says, thinks or sees.
    pub(super) fn says(&self, clause: usize) -> bool {
        let clause = &self.found.clauses[clause];
        saying(&clause.lemma) || self.text.class(clause.verb).is(Class::SPEECH_CUE)
    }

    pub(super) fn adjacent(&self, one: Option<usize>, other: usize) -> bool {
        one.is_some_and(|it| self.found.groups[it].tokens.end == self.found.groups[other].tokens.start)
    }

    /// The group that a verb before took for its object, or a preposition for its own, and that this verb needs.
    pub(super) fn steal(&mut self, clause: usize) -> Option<usize> {
        // "Missing since Friday were found": no day is found.
        let last = self.state.last.filter(|it| !self.dates(*it))?;
        let whole = self.whole(last);
        let stolen = &mut self.found.clauses[clause];
        if stolen.attachments.last().is_some_and(|it| it.group == whole && conjunctive(&it.preposition)) {
            return stolen.attachments.pop().map(|it| it.group);
        }
        let whole = saying(&stolen.lemma) || stolen.object == Some(last);
        if stolen.passive || !whole { None } else { stolen.object.take() }
    }

    pub(super) fn relative(&mut self, verb: &VerbGroup, noun: usize, governor: Option<usize>) {
        let pronoun = self.chunks.iter().take(self.at).rposition(|it| matches!(it, Chunk::Relative(_)));
        let before_pronoun = pronoun.and_then(|it| it.checked_sub(1)).and_then(|it| self.chunks.get(it));
        let comma = matches!(before_pronoun, Some(Chunk::Comma)) || self.found.groups[noun].apposed.is_some();
        // "the port which the navy closed": the relative pronoun is the object where a subject follows it.
        let stands_before = |it: &usize| matches!(self.before(), Some(Chunk::Noun(last)) if last == it || self.whole(*last) == *it);
        let own = self.state.free.last().copied().filter(|it| *it != noun && stands_before(it));
        let owned = pronoun.is_some_and(|it| matches!(self.chunks[it], Chunk::Relative(token) if self.text.is(token, "whose")));
        if own.is_some() {
            self.state.free.pop();
        }
        self.outer.push((self.state.clone(), comma));
        let clause = self.clause(verb, Kind::Relative, Some(own.unwrap_or(noun)));
        if let Some(own) = own.filter(|_| owned) {
            self.found.groups[own].possessor = Some(noun);
        }
        let open = owned || own.is_none() || self.object_follows();
        self.found.clauses[clause].object = Some(noun).filter(|_| !open);
        self.found.clauses[clause].governor = governor;
        self.state = State { clause: Some(clause), open, last: self.state.last, ..State::default() };
    }

    pub(super) fn participle(&mut self, verb: &VerbGroup) {
        let governor = self.state.clause;
        let passive = verb.form != Form::Gerund;
        let preposition = self.state.preposition.take();
        let after_preposition = preposition.is_some();
        let directed = preposition.and_then(|it| self.directed(&it.0, it.2));
        let noun = match self.before() {
            Some(&Chunk::Noun(group)) if !after_preposition => Some(self.rated(group)),
            // "Holm (born in 1970)"
            Some(Chunk::Open) => self.state.last,
            _ => None,
        };
        let beside = matches!(self.before(), Some(Chunk::Conjunction(_)));
        let gapped = self.gapped();
        let (kind, subject) = match noun {
            _ if let Some(accused) = self.accused(verb) => (Kind::Main, Some(accused)),
            Some(noun) if gapped => (governor.map_or(Kind::Main, |it| self.found.clauses[it].kind), Some(noun)),
            Some(noun) if !self.found.groups[noun].time => (Kind::Relative, Some(noun)),
            _ if directed.is_some() => (Kind::Participle, directed),
            _ if passive && let Some(thing) = self.set_off(verb) => (Kind::Participle, Some(thing)),
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
        // "Varga, a maker of masts based in Tarn, ...": the comma behind closes all of it.
        let renamed = noun.is_some_and(|it| self.found.groups[self.whole(it)].apposed.is_some());
        let comma = matches!(self.before(), Some(Chunk::Comma)) || kind == Kind::Participle || renamed;
        if !beside && !gapped {
            self.outer.push((State { open: false, ..self.state.clone() }, comma));
        }
        self.state = State { clause: Some(clause), open: true, last: self.state.last, ..State::default() };
    }

    /// Who does what follows the preposition, where the verb before turns its object to it: "accused the union of starting it".
    fn directed(&self, preposition: &str, beside: Option<usize>) -> Option<usize> {
        let clause = &self.found.clauses[self.state.clause.filter(|_| self.state.free.is_empty())?];
        let turns = matches!(preposition, "of" | "from" | "into") || preposition == "for" && answers_for(&clause.lemma);
        // "Jailed the mayor for nine years for taking bribes": the mayor took them, whatever stands between.
        let near = |object: usize| preposition == "for" || beside == Some(object);
        if clause.passive { clause.subject.filter(|_| turns) } else { clause.object.filter(|it| turns && near(*it)) }
    }

    pub(super) fn infinitive(&mut self, verb: &VerbGroup) {
        let governor = self.state.clause.filter(|_| self.state.free.is_empty()).map(|it| self.dealing(it).unwrap_or(it));
        let subject = governor.and_then(|it| {
            let clause = &self.found.clauses[it];
            let directs = !clause.passive && (directs(&clause.lemma) || self.singled_out(clause.object));
            // "Pays $5 million to settle it": no sum does anything.
            let counts = |group: usize| self.found.tag(self.found.groups[group].head) == Tag::Number;
            let adjacent = matches!(self.before(), Some(Chunk::Noun(group))
                if (clause.object == Some(*group) || clause.object == Some(self.whole(*group))) && !counts(*group));
            if directs && adjacent { clause.object } else { clause.subject }
        });
        let subject = subject.or_else(|| self.state.free.last().copied());
        let subject = self.intended(governor, subject);
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

    /// Who is to do what an infinitive tells, `subject` unless a plan, a bid or the like is told to be for it: then whose that is, and
    /// nobody where others only judge it, or where it is the subject itself: "plans to build homes were rejected".
    fn intended(&self, governor: Option<usize>, subject: Option<usize>) -> Option<usize> {
        let Some(&Chunk::Noun(group)) = self.before() else { return subject };
        let head = self.found.groups[group].head;
        let judged = governor.is_none_or(|it| judges(&self.found.clauses[it].lemma) || self.found.clauses[it].subject == Some(group));
        let aims = judged && is_aim(&lemma(&self.text.word(head).to_lowercase(), Part::Noun));
        if aims { self.found.groups[group].possessor } else { subject }
    }

    /// The clause around a gerund that is no more than a noun of a business: "does bond buying to curb rates" tells who curbs them.
    fn dealing(&self, clause: usize) -> Option<usize> {
        const DEALING: [&str; 10] = ["borrow", "buy", "fund", "hire", "lend", "mine", "purchase", "sell", "spend", "trade"];
        let gerund = &self.found.clauses[clause];
        let bare = gerund.verb_tokens.len() == 1 && !gerund.passive && gerund.object.is_none() && gerund.kind == Kind::Relative;
        gerund.governor.filter(|_| bare && DEALING.contains(&gerund.lemma.as_str()))
    }

    /// Whether a group names the one that did what follows: `the first woman to lead`.
    pub(super) fn singled_out(&self, group: Option<usize>) -> bool {
        let tokens = group.map(|it| self.found.groups[it].tokens.clone()).unwrap_or_default();
        tokens.into_iter().any(|it| ["first", "last", "latest", "only", "second", "third"].iter().any(|word| self.text.is(it, word)))
    }
}
