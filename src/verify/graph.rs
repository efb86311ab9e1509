//! How the words of a sentence hang together: which word belongs to which, and as what.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::language::{Group, Proposition, Syntax, Tag, propositions, syntax};
use crate::text::{Class, Text};

use super::meaning::stem;
use super::pronouns;
use super::readings;
use super::sense::{LENDING, changes};
use super::takeup;

/// What one word is to the word that it hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// Who does it.
    Agent,
    /// What it is done to.
    Patient,
    /// What a preposition hangs on a doing.
    Adjunct,
    /// What describes a thing or names it again, within its group.
    Part,
    /// What a thing belongs to or is a part of: its owner, what stands behind its `of`.
    Of,
    /// What a thing is said to be or to have.
    Equal,
    /// What a thing has.
    Has,
    /// What may describe the thing before it, or hang on the verb instead.
    Maybe,
}

/// A word with one that hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// The token that it hangs on.
    pub head: usize,
    /// The token that hangs.
    pub part: usize,
    /// As what.
    pub tie: Tie,
}

/// The links of a sentence.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// In the order of the heads.
    pub links: Vec<Link>,
    /// The tokens of the verbs, with those of the verb that each depends on.
    verbs: Vec<(usize, Option<usize>)>,
    /// The verbs that say one thing to be another, with no content of their own.
    equal: Vec<usize>,
    /// The prepositions that lead to a token.
    leading: BTreeMap<usize, Box<str>>,
    /// The heads of groups of which is told what is told of what they belong to: "a third of the town", "the army of Norland".
    lending: Vec<usize>,
}

impl Graph {
    pub(super) fn new(text: &Text<'_>) -> Self {
        let syntax = syntax(text, 0..text.tokens.len());
        let verbs =
            syntax.clauses.iter().map(|it| (it.verb, it.governor.and_then(|it| syntax.clauses.get(it)).map(|it| it.verb))).collect();
        let mut graph = Self { verbs, ..Self::default() };
        graph.lending = syntax.groups.iter().map(|it| it.head).filter(|it| lends(text, &syntax, *it)).collect();
        for (group, preposition) in syntax.attached().map(|it| it.1).filter_map(|it| Some((syntax.groups.get(it.group)?, &it.preposition)))
        {
            graph.leading.extend(group.tokens.clone().map(|it| (it, preposition.as_str().into())));
        }
        graph.groups(text, &syntax);
        let told = propositions(text, &syntax);
        for proposition in &told {
            graph.proposition(text, &syntax, proposition);
        }
        graph.series(text, &syntax, &told);
        for clause in &syntax.clauses {
            // "Holm had his best season": whose season it was.
            if let (Some(subject), Some(object)) = (clause.subject, clause.object.and_then(|it| syntax.groups.get(it)))
                && syntax.tag(object.tokens.start) == Tag::PossessivePronoun
            {
                graph.link(Some(object.head), head(&syntax, subject), Tie::Of);
            }
            if let (Some(subject), Some(adjective)) = (clause.subject, clause.adjective) {
                graph.link(head(&syntax, subject), Some(adjective), Tie::Equal);
            }
        }
        readings::read(&mut graph, text, &syntax);
        pronouns::read(&mut graph, text, &syntax);
        takeup::read(&mut graph, text, &syntax);
        graph.links.sort_by_key(|it| (it.head, it.part, it.tie));
        graph.links.dedup();
        graph
    }

    /// The graph of a stretch that begins at the token `offset` of a longer one, whose `whole` graph adds what it tells of the tokens that
    /// `shared` names: a stretch on its own is read more surely than as a piece.
    pub(super) fn within(&self, offset: usize, whole: &Self, shared: &[usize]) -> Self {
        let shift = |it: &Link| Link { head: it.head + offset, part: it.part + offset, tie: it.tie };
        let mut links: Vec<Link> = self.links.iter().map(shift).collect();
        links.extend(whole.links.iter().filter(|it| shared.contains(&it.head) || shared.contains(&it.part)));
        links.sort_by_key(|it| (it.head, it.part, it.tie));
        links.dedup();
        let verbs = self.verbs.iter().map(|it| (it.0 + offset, it.1.map(|it| it + offset))).collect();
        let shifted = |of: &[usize]| of.iter().map(|it| it + offset).collect();
        let leading = self.leading.iter().map(|it| (it.0 + offset, it.1.clone())).collect();
        Self { links, verbs, equal: shifted(&self.equal), lending: shifted(&self.lending), leading }
    }

    pub(super) fn link(&mut self, head: Option<usize>, part: Option<usize>, tie: Tie) {
        if let (Some(head), Some(part)) = (head, part)
            && head != part
        {
            self.links.push(Link { head, part, tie });
        }
    }

    fn groups(&mut self, text: &Text<'_>, syntax: &Syntax) {
        for group in &syntax.groups {
            for token in group.tokens.clone() {
                self.link(Some(group.head), Some(token), Tie::Part);
            }
            // "The painter Ida Holm" is a painter.
            if let Some(title) = titled(text, syntax, group.head, group.tokens.start) {
                self.link(Some(group.head), Some(title), Tie::Equal);
            }
            self.link(Some(group.head), group.possessor.and_then(|it| head(syntax, it)), Tie::Of);
            if let Some(first) = group.apposed.and_then(|it| head(syntax, it)) {
                self.link(Some(group.head), Some(first), Tie::Equal);
                self.link(Some(first), Some(group.head), Tie::Equal);
            }
        }
        for (group, attached) in &syntax.of {
            self.link(head(syntax, *group), head(syntax, attached.group), Tie::Of);
            if attached.preposition == "of"
                && let Some(first) = shares_article(syntax, *group)
            {
                self.link(head(syntax, first), head(syntax, attached.group), Tie::Of);
            }
            if attached.preposition == "of" && names_town(text, syntax, *group, attached.group) {
                // "The town of Lindvik" is Lindvik.
                self.link(head(syntax, *group), head(syntax, attached.group), Tie::Equal);
                self.link(head(syntax, attached.group), head(syntax, *group), Tie::Equal);
            }
            for member in syntax.members(attached.group) {
                self.link(head(syntax, *group), head(syntax, member), Tie::Of);
                self.share(text, syntax, *group, &attached.preposition, member);
                if attached.preposition == "with" {
                    self.link(head(syntax, *group), head(syntax, member), Tie::Has);
                }
            }
        }
        for clause in &syntax.clauses {
            for attached in &clause.attachments {
                let beside = attached.beside.and_then(|it| head(syntax, it));
                if let Some(group) = attached.beside {
                    self.share(text, syntax, group, &attached.preposition, attached.group);
                }
                // "A decline in sales": what declined.
                let changed = attached.preposition == "in" && beside.is_some_and(|it| changes(text, &syntax.tags, it));
                // "Revenue increases in Norway": a place is where it changed.
                let changed = changed && head(syntax, attached.group).is_none_or(|it| syntax.tag(it) != Tag::Name);
                self.link(beside, head(syntax, attached.group), if changed { Tie::Patient } else { Tie::Maybe });
                if changed && LENDING.contains(&clause.lemma.as_str()) && clause.object == attached.beside {
                    self.link(head(syntax, attached.group), clause.subject.and_then(|it| head(syntax, it)), Tie::Of);
                }
            }
        }
    }

    /// "A 40 percent stake in the yard" is 40 percent of the yard.
    fn share(&mut self, text: &Text<'_>, syntax: &Syntax, group: usize, preposition: &str, whole: usize) {
        let Some(stake) = syntax.groups.get(group).filter(|_| matches!(preposition, "in" | "of")) else { return };
        if !matches!(text.word(stake.head), "stake" | "share" | "interest" | "holding") {
            return;
        }
        for token in stake.tokens.clone().filter(|it| matches!(text.word(*it), "percent" | "%")) {
            self.link(Some(token), head(syntax, whole), Tie::Of);
        }
    }

    fn proposition(&mut self, text: &Text<'_>, syntax: &Syntax, told: &Proposition) {
        let members = |group: Option<usize>| -> Vec<usize> {
            let group = group.into_iter().flat_map(|it| std::iter::once(it).chain(syntax.members(it)));
            group.filter_map(|it| head(syntax, it)).collect()
        };
        let (agents, patients) = (members(told.agent), members(told.patient));
        // "The video surpassed 800 million views": it has more than those.
        let counted = || told.patient.and_then(|it| syntax.groups.get(it)).is_some_and(|it| it.number.is_some());
        let exceeds = EXCEEDING.contains(&told.predicate.as_str()) && !told.negated && !told.modal && counted();
        if exceeds || HAVING.contains(&told.predicate.as_str()) {
            for (agent, patient) in agents.iter().flat_map(|agent| patients.iter().map(move |it| (agent, it))) {
                self.link(Some(*agent), Some(*patient), Tie::Has);
            }
        }
        if told.predicate == "be" {
            // "Lindvik is a town with two piers."
            for (_, thing) in told.modifiers.iter().filter(|it| it.0 == "with") {
                for (agent, thing) in agents.iter().flat_map(|agent| members(Some(*thing)).into_iter().map(move |it| (agent, it))) {
                    self.link(Some(*agent), Some(thing), Tie::Has);
                }
            }
        }
        // "The film grossed $9 million on a budget of $3 million": whose budget it is.
        for group in told.modifiers.iter().filter(|it| matches!(it.0.as_str(), "against" | "for" | "on" | "with")).map(|it| it.1) {
            for thing in members(Some(group)).into_iter().filter(|it| OWN.contains(&&*stem(&text.word(*it).to_lowercase()))) {
                for agent in &agents {
                    self.link(Some(*agent), Some(thing), Tie::Has);
                }
            }
        }
        if matches!(
            told.predicate.as_str(),
            "be" | "become" | "remain" | "represent" | "total" | "equal" | "constitute" | "include" | "amount" | "mean"
        ) {
            self.equal.push(told.token);
            let adjuncts = told
                .modifiers
                .iter()
                .filter(|it| told.predicate == "amount" && it.0 == "to" || told.patient.is_none() && !it.0.starts_with("than"));
            let others: Vec<usize> = patients.iter().copied().chain(adjuncts.filter_map(|it| head(syntax, it.1))).collect();
            // "They regained a third, representing 20 km²": what is equated is what the verb before is said of.
            let before = self.governor(told.token).filter(|_| agents.is_empty());
            let before =
                before.into_iter().flat_map(|it| self.links.iter().filter(move |link| link.head == it && link.tie == Tie::Patient));
            let before: Vec<usize> = before.map(|it| it.part).collect();
            for agent in agents.iter().chain(&before) {
                for other in &others {
                    self.link(Some(*agent), Some(*other), Tie::Equal);
                    // What is told of the kind of thing that it is holds of it: "the Lark is a ferry built by Holm".
                    if told.predicate == "be" && !told.negated && !told.modal {
                        self.link(Some(*other), Some(*agent), Tie::Equal);
                    }
                }
            }
        }
        for agent in agents {
            self.link(Some(told.token), Some(agent), Tie::Agent);
        }
        for patient in patients {
            self.link(Some(told.token), Some(patient), Tie::Patient);
        }
        for (preposition, group) in &told.modifiers {
            // "Sold over 40 boats": the hedge looks like a preposition.
            let first = syntax.groups.get(*group).and_then(|it| text.token(it.tokens.start));
            let counted = first.is_some_and(|it| it.has_digits() || it.class.is(Class::NUMBER_WORD));
            let hedges = counted && matches!(preposition.as_str(), "about" | "above" | "around" | "below" | "over" | "under");
            for member in members(Some(*group)) {
                if hedges && told.patient.is_none() {
                    self.link(Some(told.token), Some(member), Tie::Patient);
                }
                self.link(Some(told.token), Some(member), Tie::Adjunct);
            }
        }
    }

    /// "The bridge carries two lanes, has a span of 200 metres and was opened in May": the bridge has the span.
    fn series(&mut self, text: &Text<'_>, syntax: &Syntax, told: &[Proposition]) {
        for (at, having) in told.iter().enumerate().filter(|it| it.1.predicate == "have" && it.1.agent.is_none()) {
            let joined = having.token.checked_sub(1).is_some_and(|it| text.is(it, ",") || text.is(it, "and") || text.is(it, "but"));
            let relative = |it: &Proposition| {
                let first = it.agent.and_then(|it| syntax.groups.get(it)).map_or(0, |it| it.tokens.start);
                ["which", "who", "that"].iter().any(|it| text.is(first, it))
            };
            let Some(before) = told.iter().take(at).rev().find(|it| it.agent.is_some() && !relative(it)).filter(|_| joined) else {
                continue;
            };
            let owner = before.agent.and_then(|it| head(syntax, it));
            self.link(owner, having.patient.and_then(|it| head(syntax, it)), Tie::Has);
        }
    }

    /// The preposition that leads to the token.
    pub(super) fn preposition(&self, token: usize) -> Option<&str> {
        self.leading.get(&token).map(|it| &**it)
    }

    /// The words that hang on the token at `head`.
    pub(super) fn parts(&self, head: usize) -> &[Link] {
        let range: Range<usize> = self.links.partition_point(|it| it.head < head)..self.links.partition_point(|it| it.head <= head);
        self.links.get(range).unwrap_or_default()
    }

    /// Whether `to` is `from` or belongs to it, by at most `steps` links between things.
    pub(super) fn holds(&self, from: usize, to: usize, steps: u8) -> bool {
        from == to
            || steps > 0
                && self
                    .parts(from)
                    .iter()
                    .any(|it| matches!(it.tie, Tie::Part | Tie::Of | Tie::Equal | Tie::Maybe) && self.holds(it.part, to, steps - 1))
    }

    /// Whether what is told of the thing at `from` is told of the one at `to`: it is a word of the same group, what the thing is made
    /// up of or counted in, or whom it acts for. "A third of the town" is the town, the town's mayor is not.
    pub(super) fn stands_for(&self, from: usize, to: usize) -> bool {
        let through = |it: &Link| match it.tie {
            Tie::Part | Tie::Equal => it.part == to || self.of_many(it.part, to),
            Tie::Of => self.lending.contains(&from) && (it.part == to || self.stands_for(it.part, to)),
            _ => false,
        };
        from == to || self.parts(from).iter().any(through)
    }

    fn of_many(&self, from: usize, to: usize) -> bool {
        self.lending.contains(&from) && self.parts(from).iter().any(|it| it.tie == Tie::Of && it.part == to)
    }

    /// Whether the token is a verb or a noun of doing with somebody or something hanging on it.
    pub(super) fn does(&self, token: usize) -> bool {
        self.is_verb(token) || self.parts(token).iter().any(|it| matches!(it.tie, Tie::Agent | Tie::Patient))
    }

    /// Whether the token is the main word of a verb.
    pub(super) fn is_verb(&self, token: usize) -> bool {
        self.verbs.iter().any(|it| it.0 == token)
    }

    /// Whether the verb only says that one thing is another.
    pub(super) fn equates(&self, token: usize) -> bool {
        self.equal.contains(&token)
    }

    /// The verbs that depend on the verb at `token` and only say that one thing is another.
    pub(super) fn equations(&self, token: usize) -> impl Iterator<Item = usize> {
        self.verbs.iter().filter(move |it| it.1 == Some(token) && self.equates(it.0)).map(|it| it.0)
    }

    /// The verbs that the verb at `token` depends on, nearest first: "it exploded, killing two and hurting nine".
    pub(super) fn governors(&self, token: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.governor(token), |it| self.governor(*it)).take(3)
    }

    /// The verb that the verb at `token` depends on.
    pub(super) fn governor(&self, token: usize) -> Option<usize> {
        self.verbs.iter().find(|it| it.0 == token)?.1
    }
}

/// The group whose article a second one has too, so that what both belong to stands behind the second: "the heat and damp of the cave".
fn shares_article(syntax: &Syntax, group: usize) -> Option<usize> {
    let bare = |it: usize| syntax.groups.get(it).is_some_and(|it| !opened(syntax, it));
    let first = syntax.groups.get(group)?.coordinate.filter(|_| bare(group))?;
    opened(syntax, syntax.groups.get(first)?).then_some(first)
}

/// Whether a group begins with an article or the like.
fn opened(syntax: &Syntax, group: &Group) -> bool {
    matches!(syntax.tag(group.tokens.start), Tag::Determiner | Tag::PossessivePronoun)
}

/// Nouns that count or gather what stands behind their `of`, and of those who act for what they belong to: what its army does, a
/// country does.
pub(super) const LENDERS: [&str; 60] = [
    "administration",
    "amount",
    "area",
    "army",
    "authority",
    "brigade",
    "chunk",
    "club",
    "company",
    "control",
    "couple",
    "crew",
    "dozen",
    "fighter",
    "firm",
    "fleet",
    "force",
    "government",
    "group",
    "half",
    "handful",
    "hundred",
    "leadership",
    "legislature",
    "level",
    "lot",
    "majority",
    "member",
    "military",
    "million",
    "ministry",
    "minority",
    "most",
    "navy",
    "number",
    "official",
    "pair",
    "parliament",
    "part",
    "party",
    "people",
    "percent",
    "percentage",
    "piece",
    "police",
    "portion",
    "quantity",
    "quarter",
    "remainder",
    "rest",
    "row",
    "series",
    "share",
    "side",
    "soldier",
    "swath",
    "team",
    "third",
    "total",
    "troop",
];

/// The noun right before the name that a group is headed by, which tells what bears it.
fn titled(text: &Text<'_>, syntax: &Syntax, head: usize, start: usize) -> Option<usize> {
    if syntax.tag(head) != Tag::Name {
        return None;
    }
    let first = (start..=head).rev().take_while(|it| syntax.tag(*it) == Tag::Name).last()?;
    let noun = |it: usize| syntax.tag(it) == Tag::Noun;
    let role = |it: usize| text.class(it).is(Class::ROLE) && first == it && first < head;
    if role(first) { Some(first) } else { first.checked_sub(1).filter(|it| *it >= start && noun(*it)) }
}

/// Whether a group says of the name behind its `of` only what kind of place it is.
fn names_town(text: &Text<'_>, syntax: &Syntax, group: usize, name: usize) -> bool {
    const TOWNS: [&str; 8] = ["city", "county", "district", "island", "province", "state", "town", "village"];
    let (Some(town), Some(name)) = (head(syntax, group), head(syntax, name)) else { return false };
    TOWNS.contains(&text.word(town).to_lowercase().as_str()) && syntax.tag(name) == Tag::Name
}

/// Whether what is told of a thing is told of what it is a part of, counts or acts for.
fn lends(text: &Text<'_>, syntax: &Syntax, head: usize) -> bool {
    let counts = text.class(head).is(Class::SCALE.or(Class::UNIT)) || syntax.tag(head) == Tag::Number;
    counts || LENDERS.contains(&&*stem(&text.word(head).to_lowercase()))
}

/// Measures that are those of whoever does something "on", "with" or "against" them.
const OWN: [&str; 12] =
    ["area", "average", "budget", "capacity", "circulation", "depth", "height", "length", "population", "rating", "score", "total"];

/// Verbs that say of a thing what it has.
const HAVING: [&str; 12] = ["boast", "carry", "comprise", "contain", "get", "have", "hold", "operate", "own", "possess", "receive", "win"];

/// Verbs that say of a thing that it has so many and more.
const EXCEEDING: [&str; 7] = ["amass", "draw", "exceed", "gather", "pass", "surpass", "top"];

fn head(syntax: &Syntax, group: usize) -> Option<usize> {
    syntax.groups.get(group).map(|it| it.head)
}
