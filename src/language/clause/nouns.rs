//! Where a noun group belongs: to the verb or preposition before it, to the verb behind it, beside another group.

use super::words::ditransitive;
use super::{Attachment, Chunk, Reader};
use crate::language::chunk::Form;
use crate::language::name;
use crate::language::proposition::verb_of;
use crate::language::stem::lemma;
use crate::language::tag::Tag;
use crate::language::vocabulary::Part;
use crate::text::Class;

/// Whether a group is a year.
fn of_year(reader: &Reader<'_, '_>, group: usize) -> bool {
    let group = &reader.found.groups[group];
    group.tokens.len() == 1 && reader.found.tag(group.head) == Tag::Number && reader.text.word(group.head).len() == 4
}

/// Whether a preposition tells whose or how much.
fn preposition_of(attachment: &Attachment) -> bool {
    attachment.preposition == "of"
}

impl Reader<'_, '_> {
    /// Whether a group tells a time, and so is nobody who does anything.
    pub(super) fn dates(&self, group: usize) -> bool {
        self.found.groups[group].time || of_year(self, group)
    }

    pub(super) fn noun(&mut self, group: usize) {
        match self.partitive.take() {
            Some(whole) => {
                let token = self.found.groups[group].tokens.start.saturating_sub(1);
                self.found.of.push((group, Attachment { preposition: "of".to_owned(), token, group: whole, beside: Some(group) }));
                self.state.free = vec![group];
            }
            None => self.place(group),
        }
        self.state.last = Some(group);
    }

    pub(super) fn place(&mut self, group: usize) {
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
        if let Some(first) = self.coordinated().map(|it| self.alike(self.rated(it), group)) {
            self.found.groups[group].coordinate = Some(self.found.groups[first].coordinate.unwrap_or(first));
            return;
        }
        // "Four men, two of them brothers, left".
        let member = self.entitled(group).or_else(|| match self.before() {
            Some(&Chunk::Noun(before)) if self.text.is(self.found.groups[before].head, "them") => {
                Some(self.whole(before)).filter(|it| *it != before)
            }
            _ => None,
        });
        if let Some(named) = member.or_else(|| self.apposed(group)) {
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

    pub(super) fn take_object(&mut self, group: usize) -> bool {
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
    pub(super) fn whole(&self, group: usize) -> usize {
        self.found.of.iter().find(|it| it.1.group == group && it.1.preposition == "of").map_or(group, |it| it.0)
    }

    /// The group that a group behind `per` is the rate of, or itself: `earnings` in `earnings per share`.
    pub(super) fn rated(&self, group: usize) -> usize {
        self.found.of.iter().find(|it| it.1.group == group && it.1.preposition == "per").map_or(group, |it| it.0)
    }

    /// What a sum of money or a share behind `of` is the measure of: `profit` in `profit for the year of $5 million`.
    fn measured(&self, beside: usize, amount: usize) -> usize {
        const UNMEASURED: [&str; 8] = ["activities", "basis", "business", "businesses", "half", "operations", "quarter", "year"];
        let sum = self.found.groups[amount].tokens.clone().any(|it| matches!(self.text.word(it), "$" | "€" | "£" | "%"));
        let word = self.text.word(self.found.groups[beside].head).to_lowercase();
        if !sum || !UNMEASURED.contains(&word.as_str()) {
            return beside;
        }
        let clauses = self.found.clauses.iter().flat_map(|it| &it.attachments).chain(&self.fronted);
        let hung = clauses.filter(|it| it.group == beside).find_map(|it| it.beside);
        let described = self.found.of.iter().find(|it| it.1.group == beside).map(|it| it.0);
        hung.or(described).map_or(beside, |it| self.rated(it))
    }

    pub(super) fn complement(&mut self, preposition: String, token: usize, group: usize, beside: Option<usize>) {
        // "The purchase by Holm of the dock": what is bought hangs on the purchase.
        let bought = |it: usize| self.bought(it, group).filter(|_| preposition == "of").unwrap_or(it);
        let beside = beside.map(bought);
        let by = preposition == "by" && !self.found.groups[group].time && self.found.tag(self.found.groups[group].head) != Tag::Number;
        // "the capture of the town by rebels": what is done by someone is the capture.
        let beside = beside.map(|it| if preposition == "by" { self.whole(it) } else { it });
        let attachment = Attachment { preposition, token, group, beside };
        let of = matches!(attachment.preposition.as_str(), "of" | "per");
        let beside = if preposition_of(&attachment) { beside.map(|it| self.measured(it, group)) } else { beside };
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

    /// The noun of a doing, with who does it or where behind it, that a group behind `of` is the object of: "the discovery by Holm of a
    /// wreck", "the sale in Oslo of two boats".
    fn bought(&self, nearest: usize, group: usize) -> Option<usize> {
        let opens = |words: &[&str]| words.iter().any(|it| self.text.is(self.found.groups[group].tokens.start, it));
        let counted = self.found.groups[group].number.is_some() || opens(&["a", "an"]);
        let (doing, between) = self.found.of.iter().find(|it| it.1.group == nearest).map(|it| (it.0, &it.1.preposition))?;
        let names = self.found.tag(self.found.groups[nearest].head) == Tag::Name;
        let leads = match between.as_str() {
            "by" => true,
            "at" | "for" | "in" | "on" => counted || names,
            _ => false,
        };
        let open = !self.found.of.iter().any(|it| it.0 == doing && it.1.preposition == "of");
        let noun = self.text.word(self.found.groups[doing].head);
        // "On trial for the murder of a sailor": it is the sailor who was murdered.
        let own = verb_of(&lemma(&self.text.word(self.found.groups[nearest].head).to_lowercase(), Part::Noun)).is_some() && !names;
        (leads && !own && open && verb_of(&lemma(noun, Part::Noun)).is_some()).then_some(doing)
    }

    /// Gives who does it to the participle right before as well: "built and fitted out by Holm".
    pub(super) fn share_agent(&mut self, clause: usize, agent: usize) {
        let Some(first) = clause.checked_sub(1) else { return };
        let (end, start) = (self.found.clauses[first].verb_tokens.end, self.found.clauses[clause].verb_tokens.start);
        let joined = start == end + 1 && self.found.tag(end) == Tag::Conjunction;
        let first = &mut self.found.clauses[first];
        if joined && first.passive && first.agent.is_none() {
            first.agent = Some(agent);
        }
    }

    /// The group before `and`, or before the comma of a list, that this one stands beside.
    pub(super) fn coordinated(&self) -> Option<usize> {
        let mut back = self.at.checked_sub(1)?;
        match self.chunks.get(back)? {
            Chunk::Conjunction(_) => {
                back = back.checked_sub(1)?;
                if matches!(self.chunks.get(back), Some(Chunk::Comma)) {
                    back = back.checked_sub(1)?;
                }
            }
            Chunk::Comma if self.listed(self.at - 1) && !self.opens_main(self.at - 1) => back = back.checked_sub(1)?,
            _ => return None,
        }
        let Some(&Chunk::Noun(first)) = self.chunks.get(back) else { return None };
        // "As of 28 April, 40 ferries and 12 tugs had sunk": a day stands in no list of things.
        if self.found.groups[first].time {
            return None;
        }
        // "She met the mayor and the port reopened": the verb that follows needs a subject of its own.
        if let Some(object) = self.parallel(back, first) {
            return Some(object);
        }
        let taken = self.state.clause.is_some() && self.state.free.is_empty();
        let passive = self.state.clause.is_some_and(|it| self.found.clauses[it].passive);
        if taken && (self.finite_follows(self.at + 1) || passive && self.bare_verb_follows()) {
            return None;
        }
        Some(first)
    }

    /// The object that the group stands beside where both have the same preposition behind them: "opened a school in Oslo and a library in
    /// Lindvik". `place` is what follows the first preposition, the piece at `back`.
    fn parallel(&self, back: usize, place: usize) -> Option<usize> {
        let (Some(Chunk::Preposition(one)), Some(Chunk::Preposition(other)), Some(&Chunk::Noun(group))) =
            (self.chunks.get(back.checked_sub(1)?), self.next(1), self.chunks.get(self.at))
        else {
            return None;
        };
        let Some(&Chunk::Noun(object)) = self.chunks.get(back.checked_sub(2)?) else { return None };
        let same = one.len() == 1 && other.len() == 1 && self.text.is(one.start, &self.text.word(other.start).to_lowercase());
        let named = |it: usize| self.found.tag(self.found.groups[it].head) == Tag::Name;
        let open = self.state.clause.is_some_and(|it| self.found.clauses[it].object == Some(object)) && self.state.free.is_empty();
        (same && open && named(place) != named(group) && !self.found.groups[group].time).then_some(object)
    }

    /// The group that `group` stands beside where a figure comes before it: "a crew of 12 and a pilot" has a crew and a pilot.
    pub(super) fn alike(&self, first: usize, group: usize) -> usize {
        let figure = |it: usize| {
            let head = self.found.groups[it].head;
            self.found.tag(head) == Tag::Number || self.text.is(head, "%")
        };
        // "Made $4 million in Norland and $5 million abroad": a figure stands beside a figure.
        let object = || self.state.clause.and_then(|it| self.found.clauses[it].object).filter(|it| figure(*it));
        match (figure(first), figure(group)) {
            (true, false) => self.whole(first),
            (false, true) => object().unwrap_or(first),
            _ => first,
        }
    }

    /// Whether a single word that could be a participle comes next.
    pub(super) fn bare_verb_follows(&self) -> bool {
        let Some(Chunk::Verb(verb)) = self.next(1) else { return false };
        let verb = &self.verbs[*verb];
        verb.tokens.len() == 1 && matches!(self.found.tag(verb.main), Tag::Participle | Tag::Past)
    }

    /// Whether groups with commas between them lead to an `and` without a verb on the way.
    pub(super) fn listed(&self, from: usize) -> bool {
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

    /// Whether no clause has a subject of its own yet, and a verb in a tense that will want one comes.
    fn subject_wanted(&self) -> bool {
        let told = self.found.clauses.iter().any(|it| it.subject.is_some());
        let finite = |it: &Chunk| matches!(it, Chunk::Verb(verb) if self.verbs[*verb].form == Form::Finite);
        !told && self.chunks.iter().skip(self.at + 1).any(finite)
    }

    /// Whether a verb in a tense comes next, with nothing but prepositions and their groups before it.
    pub(super) fn finite_follows(&self, from: usize) -> bool {
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

    /// What a name behind a comma is the name of: the founder in "the founder of the yard, Karl Moss", for a yard bears no such name.
    fn bearer(&self, nearest: usize, group: usize) -> usize {
        let whole = self.whole(nearest);
        let role = |it: usize| {
            let head = self.found.groups[it].head;
            self.text.class(head).is(Class::ROLE | Class::TITLE) || self.text.is(head, "head")
        };
        let mut names = self.found.groups[group].tokens.clone().filter(|it| self.found.tag(*it) == Tag::Name);
        let person = names.next().is_some_and(|it| name::sex(self.text.word(it)).is_some());
        // "The minister of agriculture, Karl Moss": a field bears no name, whatever the forename.
        let field = &self.found.groups[nearest];
        let bare = field.tokens.len() == 1 && self.found.tag(field.head) == Tag::Noun && names.next().is_some();
        if (person || bare) && role(whole) && !role(nearest) { whole } else { nearest }
    }

    /// The noun right before a title with an article of its own: "her novel The Salt House".
    fn entitled(&self, group: usize) -> Option<usize> {
        let Some(&Chunk::Noun(before)) = self.before() else { return None };
        let (named, title) = (&self.found.groups[before], &self.found.groups[group]);
        let article =
            self.found.tag(title.tokens.start) == Tag::Determiner && self.text.token(title.tokens.start).is_some_and(|it| it.capital);
        let fits = self.found.tag(title.head) == Tag::Name && self.found.tag(named.head) == Tag::Noun;
        (article && fits && !named.time && named.tokens.end == title.tokens.start).then_some(before)
    }

    /// The group that this one names again: the one before the comma.
    pub(super) fn apposed(&self, group: usize) -> Option<usize> {
        let back = self.at.checked_sub(2)?;
        let (Some(&Chunk::Noun(named)), Some(Chunk::Comma)) = (self.chunks.get(back), self.chunks.get(back + 1)) else { return None };
        // "Sales of $5 per share, a rise": what is named again is the sum, and not the share.
        let named = self.bearer(self.rated(named), group);
        // "Anna Holm, 44, a teacher": her age is no teacher.
        let aged = self.found.groups[named].apposed.filter(|_| self.found.tag(self.found.groups[named].head) == Tag::Number);
        let named = aged.unwrap_or(named);
        // "Under the plan, agreed in 2002, the firm, which ...": what only places the sentence is not named again.
        let year = of_year(self, named);
        let places = self.state.free.is_empty() && (self.state.clause.is_none() || !self.dangling.is_empty()) && self.subject_wanted();
        if year || places {
            return None;
        }
        let closes =
            matches!(self.next(1), None | Some(Chunk::Comma | Chunk::Stop | Chunk::Preposition(_) | Chunk::Relative(_) | Chunk::Quote))
                || (matches!(self.next(1), Some(Chunk::Verb(_))) && !self.state.free.is_empty());
        let of = |it: usize| &self.found.groups[it];
        let pronoun = self.found.tag(of(group).head) == Tag::Pronoun || self.found.tag(of(named).head) == Tag::Pronoun;
        (closes && !pronoun && !of(named).time).then_some(named)
    }
}
