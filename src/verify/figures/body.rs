//! How much: the amounts, changes and times behind what is measured.

use super::fact::{Before, Change};
use super::items::{Base, Kind, When};
use super::measure::Reader;
use super::reader::is_reckoned;
use super::words::{self, Form, Way};
use crate::extract::Value;

/// What leads to the next amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    None,
    Level,
    By,
    Of,
    Against,
    Or,
}

/// What was told last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    None,
    Level,
    Change,
    Before,
}

/// Where the reading stands.
struct Body {
    lead: Lead,
    last: Last,
    /// Whether what it is held against was a loss and it is a profit, or the other way round.
    turned: bool,
}

impl Reader<'_, '_> {
    /// Reads how much, how it changed and what it is held against; whether that tells anything.
    pub(super) fn body(&mut self) -> bool {
        let mut body = Body { lead: Lead::None, last: if self.fact.levels.is_empty() { Last::None } else { Last::Level }, turned: false };
        let (revised, made) = if self.outlook { (self.made, None) } else { (None, self.made) };
        self.fact.revised = revised;
        if let Some(way) = self.way.or(made) {
            self.change(way, &mut body);
            self.fact.changes[0].by = self.by;
        }
        self.fact.foreseen |= self.outlook;
        let mut end = self.at;
        while self.step(&mut body) {
            self.at += 1;
            if !matches!(self.kind(self.at - 1), Kind::Lead | Kind::Light | Kind::Joint) {
                end = self.at;
            }
        }
        if *self.kind(self.at) == Kind::Open {
            return false;
        }
        self.tail();
        self.at = end;
        self.fact.tokens.end = self.items.get(end.wrapping_sub(1)).map_or(0, |it| it.tokens.end);
        self.settle();
        !self.fact.levels.is_empty() || !self.fact.changes.is_empty() || self.fact.revised.is_some()
    }

    /// "We are raising revenue to $3 to $4 million": a range that somebody sets is foreseen.
    fn settle(&mut self) {
        let range = |it: &usize| self.sense.amounts.get(*it).is_some_and(|it| matches!(it.it.value, Value::Range(..)));
        if self.made.is_some() && self.way.is_none() && self.fact.revised.is_none() && self.fact.levels.iter().any(range) {
            (self.fact.revised, self.fact.foreseen) = (self.made, true);
            self.fact.changes.retain(|it| Some(it.way) != self.made);
        }
    }

    fn change(&mut self, way: Way, body: &mut Body) {
        self.fact.changes.push(Change { way, by: None, bases: Vec::new(), reckoned: Vec::new() });
        (body.last, body.lead) = (Last::Change, Lead::None);
    }

    /// Takes one item in; whether it belongs to the fact.
    fn step(&mut self, body: &mut Body) -> bool {
        let at = self.at;
        match self.kind(at).clone() {
            Kind::Light | Kind::Compare => {}
            Kind::Owner => return !matches!(body.last, Last::None) || body.lead != Lead::Level,
            Kind::Expect => self.fact.foreseen = true,
            Kind::Be => body.lead = Lead::Level,
            Kind::Against => body.lead = Lead::Against,
            Kind::Lead => {
                body.lead = match self.lower(at) {
                    "with" | "to" if at > 0 && *self.kind(at - 1) == Kind::Compare => Lead::Against,
                    "to" | "at" => Lead::Level,
                    "by" => Lead::By,
                    "of" if body.lead == Lead::Against => Lead::Against,
                    "of" => Lead::Of,
                    "for" if self.fact.doing && matches!(self.kind(self.next(at)), Kind::Amount(_)) => Lead::Level,
                    "over" | "above" | "below" => Lead::Against,
                    "within" | "in" | "for" | "on" | "during" | "between" => body.lead,
                    _ => return false,
                };
            }
            Kind::Way(way, form) => return self.way(way, form, body),
            Kind::Amount(amount) => return self.amount(amount, body),
            Kind::Base(base) => return self.base(base, body),
            Kind::When(when) if body.lead == Lead::Against || body.last == Last::Before && self.fact.when.as_ref() != Some(&when) => {
                return self.base(Base::Named(when), body);
            }
            Kind::When(when) => {
                if self.fact.when.as_ref().is_some_and(|it| *it != when && when != When::This) {
                    return false;
                }
                self.fact.when.get_or_insert(when);
            }
            Kind::Word => return self.more(at, body),
            Kind::Joint => return self.goes_on(at, body) || self.passes_over(at, body),
            // "The $3 that we earned a year ago".
            Kind::Report | Kind::Earn => return body.last == Last::Before,
            Kind::Stop if self.lower(at) == "after" && self.turns(self.next(at)) => body.lead = Lead::Against,
            Kind::Bring | Kind::Open | Kind::Stop | Kind::Phrase(_) => return false,
        }
        true
    }

    fn way(&mut self, way: Way, form: Form, body: &mut Body) -> bool {
        let changing = form == Form::Verb && words::CHANGING.contains(&self.stem(self.at));
        if self.outlook && changing && self.fact.revised.is_none() {
            self.fact.revised = Some(way);
            body.lead = Lead::None;
            return true;
        }
        // "Left its forecast unchanged": the verb has told that.
        if way == Way::Flat && self.fact.revised == Some(Way::Flat) {
            return true;
        }
        // "Higher than": the amount before the word has told that already.
        let told = self.fact.changes.last().is_some_and(|it| it.way == way) && body.last == Last::Change && form != Form::Verb;
        if !told {
            self.change(way, body);
        }
        if matches!(self.lower(self.at), "above" | "below" | "over" | "under") {
            body.lead = Lead::Against;
        }
        true
    }

    fn amount(&mut self, amount: usize, body: &mut Body) -> bool {
        let next = self.next(self.at);
        let follows = match self.kind(next) {
            Kind::Way(way, Form::Noun | Form::Degree) => Some(*way),
            _ => None,
        };
        let share = self.is_share(amount);
        if let Some(way) = follows.filter(|_| body.lead != Lead::Against) {
            self.change(way, body);
            self.by(amount);
            return true;
        }
        match body.lead {
            Lead::Level | Lead::Of if self.way.is_some() && share && self.open_change() => self.by(amount),
            Lead::Of if body.last == Last::Change && self.open_change() && self.way.is_none() && self.made.is_none() => self.by(amount),
            Lead::Level | Lead::Of => {
                self.fact.levels.push(amount);
                body.last = Last::Level;
            }
            Lead::By => self.by(amount),
            Lead::Against => {
                self.fact.before.push(Before { amount: Some(amount), base: None, turned: body.turned });
                (body.last, body.turned) = (Last::Before, false);
            }
            Lead::Or if body.last == Last::Level => self.fact.levels.push(amount),
            Lead::None if body.last == Last::Change && self.open_change() => self.by(amount),
            Lead::None if body.last == Last::Change && self.at > 0 && self.lower(self.at - 1) == "and" => {
                let Some(way) = self.fact.changes.last().map(|it| it.way) else { return false };
                self.change(way, body);
                self.by(amount);
            }
            Lead::None if body.last == Last::None => {
                self.fact.levels.push(amount);
                body.last = Last::Level;
            }
            Lead::Or | Lead::None => return false,
        }
        body.lead = Lead::None;
        true
    }

    fn open_change(&self) -> bool {
        self.fact.changes.last().is_some_and(|it| it.by.is_none())
    }

    fn by(&mut self, amount: usize) {
        if let Some(change) = self.fact.changes.last_mut() {
            change.by = Some(amount);
        }
    }

    pub(super) fn is_share(&self, amount: usize) -> bool {
        self.sense.amounts.get(amount).is_some_and(|it| matches!(it.it.unit.symbol(), "%" | "basis point" | "point" | "percentage point"))
    }

    fn base(&mut self, base: Base, body: &mut Body) -> bool {
        if body.last == Last::Before
            && let Some(before) = self.fact.before.last_mut()
        {
            before.base.get_or_insert_with(|| base.clone());
        } else if body.turned {
            self.fact.before.push(Before { amount: None, base: Some(base.clone()), turned: true });
            (body.last, body.turned) = (Last::Before, false);
        }
        if let Some(change) = self.fact.changes.last_mut()
            && !change.bases.contains(&base)
        {
            change.bases.push(base);
        }
        body.lead = Lead::None;
        true
    }

    /// A word behind the amounts.
    fn more(&mut self, at: usize, body: &mut Body) -> bool {
        let (stem, lower) = (self.stem(at), self.lower(at));
        if body.lead == Lead::Against && (self.turns(at) || matches!(stem, "net" | "profit" | "income" | "loss" | "earning" | "earnings")) {
            body.turned |= self.turns(at);
            return true;
        }
        if self.is_counted(at) {
            return true;
        }
        let repeated = self.fact.measure.iter().any(|it| *it.stem == *stem) || words::OUTLOOK.contains(&stem);
        if repeated || matches!(lower, "respect" | "comparison" | "relative" | "midpoint" | "essentially") {
            return true;
        }
        if body.last == Last::Before && matches!(lower, "previously" | "before") {
            return true;
        }
        if words::is_slight(lower) {
            self.fact.more.extend(self.items.get(at).map(|it| it.tokens.start));
            return true;
        }
        let token = self.items.get(at).map_or(0, |it| it.tokens.start);
        if matches!(lower, "basis" | "exchange" | "rates" | "rate" | "terms") && at > 1 && is_reckoned(&self.sense.words[token - 1]) {
            return true;
        }
        if is_reckoned(&self.sense.words[token]) {
            let reckoned = self.sense.words[token].stem.clone();
            if let Some(change) = self.fact.changes.last_mut() {
                change.reckoned.push(reckoned);
                return true;
            }
            return false;
        }
        if words::is_record(lower) || lower.ends_with("ly") && body.lead != Lead::Against {
            self.fact.more.extend(self.items.get(at).map(|it| it.tokens.start));
            return true;
        }
        false
    }

    /// Whether the word at `at` names a loss where the measure is a profit, or a profit where it is a loss.
    fn turns(&self, at: usize) -> bool {
        let loss = |stem: &str| stem == "loss";
        let profit = |stem: &str| matches!(stem, "profit" | "income" | "earning" | "earnings");
        let has = |of: &dyn Fn(&str) -> bool| self.fact.measure.iter().any(|it| of(&it.stem));
        loss(self.stem(at)) && !has(&loss) && has(&profit) || profit(self.stem(at)) && has(&loss)
    }

    /// Whether the word at `at` names what the amount before it counts: "to between 9,000 and 9,150 homes".
    fn is_counted(&self, at: usize) -> bool {
        let Some(token) = self.items.get(at).map(|it| it.tokens.start) else { return false };
        // A word between them says which: "two large deliveries".
        let alone = self.sense.amounts.iter().any(|it| it.end == token && it.whole.1 == token + 1);
        alone && at > 0 && matches!(self.kind(at - 1), Kind::Amount(_)) && !self.is_verb(at)
    }

    /// Whether more is told behind words set between commas: "sales were $3 million, a bit better than we had feared, up 4%".
    fn passes_over(&mut self, at: usize, body: &mut Body) -> bool {
        let plain = |it: &usize| matches!(self.kind(*it), Kind::Lead | Kind::Light | Kind::Owner | Kind::Word | Kind::When(_));
        let end = (at + 1..self.items.len().min(at + 10)).find(|it| !plain(it)).unwrap_or(at + 1);
        let verb = (at + 1..end).any(|it| *self.kind(it) == Kind::Word && self.is_verb(it));
        if !self.loose || verb || end == at + 1 || self.lower(at) != "," || *self.kind(end) != Kind::Joint || !self.goes_on(end, body) {
            return false;
        }
        self.at = self.at.max(end);
        true
    }

    /// Whether what follows a comma or an "and" still tells of the measure.
    fn goes_on(&mut self, at: usize, body: &mut Body) -> bool {
        let next = self.next(at);
        if matches!(self.lower(at), "despite") || self.is_change(next) && !self.repeats(next) {
            return false;
        }
        if *self.kind(next) == Kind::Joint {
            self.at = next;
            return self.goes_on(next, body);
        }
        let after = self.next(next);
        let is_way = |it: usize| matches!(self.kind(it), Kind::Way(..));
        let on = match self.kind(next) {
            Kind::Amount(_) => {
                let or = self.lower(at) == "or";
                or || matches!(self.kind(after), Kind::Way(_, Form::Noun | Form::Degree))
                    || self.lower(at) == "," && body.last == Last::Change && self.open_change() && self.loose
                    || self.lower(at) == "and" && body.last == Last::Change
            }
            Kind::Way(_, Form::Verb) => !self.is_object(after),
            // "Which is 4% higher".
            Kind::Be => (at..next).any(|it| self.lower(it) == "which"),
            Kind::Way(..) => !matches!(self.kind(after), Kind::Word),
            Kind::Against | Kind::Compare | Kind::Base(_) => true,
            Kind::Owner => {
                let tells = |it: usize| !matches!(self.kind(it), Kind::Expect | Kind::Word | Kind::Open | Kind::Report);
                let told = is_way(after) && !self.is_object(self.next(after)) || *self.kind(after) == Kind::Be && tells(self.next(after));
                matches!(self.lower(next), "it" | "they") && told
            }
            Kind::Word if matches!(self.lower(next), "touch" | "bit" | "little") => is_way(after),
            Kind::Word => matches!(self.stem(next), "represent" | "mark" | "reflect") && is_way(after),
            _ => false,
        };
        if on {
            body.lead = if self.lower(at) == "or" { Lead::Or } else { Lead::None };
            if matches!(self.kind(next), Kind::Owner | Kind::Word) {
                self.at = next;
            }
        }
        on
    }

    /// Whether what somebody changes begins at `at`: "trimmed its full-year forecast".
    fn is_object(&self, at: usize) -> bool {
        matches!(self.kind(at), Kind::Owner | Kind::Word | Kind::Phrase(_) | Kind::When(_))
    }

    /// Whether the change at `at` names the measure again: "sales were $3 million, a 4% increase in sales".
    fn repeats(&self, at: usize) -> bool {
        let named = (at..self.items.len().min(at + 6)).find(|it| *self.kind(*it) == Kind::Word);
        named.is_some_and(|it| self.fact.measure.iter().any(|word| *word.stem == *self.stem(it)))
    }

    /// Words behind the fact that tell how its last change was reckoned.
    fn tail(&mut self) {
        let mut at = self.at;
        let mut reckoned = Vec::new();
        while !matches!(self.kind(at), Kind::Joint | Kind::Stop) {
            for token in self.items[at].tokens.clone() {
                let word = &self.sense.words[token];
                if words::RECKONED.contains(&&*word.lower) || words::RECKONED.contains(&&*word.stem) {
                    reckoned.push(word.stem.clone());
                }
            }
            at += 1;
        }
        if let Some(change) = self.fact.changes.last_mut() {
            change.reckoned.extend(reckoned);
        }
    }
}
