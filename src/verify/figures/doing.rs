//! Doings that count: what somebody adds, opens, sells or buys back so many of, read as a measure of its own.

use super::items::Kind;
use super::measure::Reader;
use crate::extract::quantity::Dimension;
use crate::verify::sense::Word;

/// Verbs by which reports tell one doing; a verb may tell several.
const DOINGS: [&[&str]; 16] = [
    &["acquire", "buy", "purchase"],
    &["add", "attract", "gain", "pick_up", "sign_up", "win"],
    &["add", "hire", "recruit", "take_on"],
    &["buy_back", "repurchase"],
    &["carry", "transport"],
    &["close", "shut", "shut_down"],
    &["cut", "eliminate", "lay_off", "shed"],
    &["deliver", "hand_over"],
    &["dispose_of", "divest", "sell"],
    &["handle", "process"],
    &["invest", "spend"],
    &["issue", "sell"],
    &["launch", "open"],
    &["deliver", "ship"],
    &["distribute", "pay", "return"],
    &["lease", "sign"],
];

/// Words behind a verb that make another of it: "picked up", "bought back".
const PARTICLES: [&str; 8] = ["aside", "back", "down", "off", "on", "out", "over", "up"];

/// Whether two verbs tell one doing.
pub(super) fn alike(one: &str, other: &str) -> bool {
    DOINGS.iter().any(|it| it.contains(&one) && it.contains(&other))
}

fn is_doing(verb: &str) -> bool {
    DOINGS.iter().any(|it| it.contains(&verb))
}

impl Reader<'_, '_> {
    /// "Added 52,000 customers", "bought back $3 million of shares": what was done and to what is the measure, and so many is its level.
    pub(super) fn done(&mut self, first: usize) -> bool {
        let at = self.at;
        let mut next = self.next(at);
        let mut verb = self.stem(at).to_owned();
        if PARTICLES.contains(&self.lower(next)) {
            verb = format!("{verb}_{}", self.lower(next));
            next = self.next(next);
        }
        let Kind::Amount(amount) = *self.kind(next) else { return false };
        // "Sold $3 million of it" are sales.
        let sales = *self.kind(at) == Kind::Earn && self.is_sum(amount);
        let told = *self.kind(at) == Kind::Word && self.is_verb(at) || is_doing(&verb);
        let Some(nouns) = self.counted(next, amount).filter(|_| told && !sales) else { return false };
        let Some(word) = self.items.get(at).and_then(|it| self.sense.words.get(it.tokens.start)) else { return false };
        let lexeme = if verb.contains('_') { None } else { word.lexeme.clone() };
        self.fact.measure.push(Word { stem: verb.into(), lexeme, ..word.clone() });
        for it in nouns.clone() {
            if *self.kind(it) == Kind::Word {
                self.word(it);
            }
        }
        self.fact.levels.push(amount);
        self.fact.tokens.start = self.items[first].tokens.start;
        self.fact.doing = true;
        self.at = nouns.end;
        true
    }

    fn is_sum(&self, amount: usize) -> bool {
        let amount = self.sense.amounts.get(amount);
        amount.is_some_and(|it| !matches!(it.it.unit.dimension(), Dimension::Count | Dimension::None))
    }

    /// The items that name what the amount at `at` counts: "52,000 customers", "$3 million of our shares".
    fn counted(&self, at: usize, amount: usize) -> Option<std::ops::Range<usize>> {
        let leads = self.lower(at + 1) == "of" || self.is_sum(amount) && matches!(self.lower(at + 1), "in" | "worth");
        if self.is_sum(amount) && !leads {
            return None;
        }
        let start = if leads { at + 1 } else { at };
        let mut end = start + 1;
        while matches!(self.kind(end), Kind::Light | Kind::Owner) {
            end += 1;
        }
        while *self.kind(end) == Kind::Word && !self.is_verb(end) {
            end += 1;
        }
        let says = (start + 1..end).any(|it| *self.kind(it) == Kind::Word);
        says.then_some(at + 1..end)
    }
}
