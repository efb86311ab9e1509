//! Reworded: other sentences that say what a claim says, or more, each weighed as a claim of its own.
//!
//! "12,000 people live in Lindvik" is on record where a document gives the town's population. The table tells which sentence says as
//! much as which; all that it does not change, bounds and denials among it, is weighed as it stands.

use std::ops::Range;
use std::sync::LazyLock;

use crate::claim::Claim;
use crate::extract::quantity::Dimension;
use crate::extract::{Quantity, lexicon};
use crate::text::{Class, Kind, Span, Text};

use super::derived::edited;
use super::meaning::stem;

const ROWS: &str = include_str!("data/reworded.txt");

/// Other wordings that are weighed for one claim.
const MOST: usize = 8;

/// Words that a slot takes at most.
const LONGEST: usize = 10;

/// One item of a pattern.
#[derive(Debug)]
enum Item {
    /// One of several words, by their stems; it may be left out.
    Word { stems: Vec<Box<str>>, optional: bool },
    /// A form of "be", with the "has" before it.
    Be,
    /// A form of "have".
    Have,
    /// An amount, from its qualifier to its unit, without what it counts; of one dimension, where that is named.
    Amount(&'static str, Option<&'static str>),
    /// A run of words.
    Words(&'static str),
    /// A run of words with capitals.
    Name(&'static str),
    /// One of several words, kept.
    Kept(&'static str, Vec<Box<str>>),
}

/// What a claim may say, and a sentence that says it too.
#[derive(Debug)]
struct Row {
    pattern: Vec<Item>,
    /// Whether both say the same, so that what speaks against the one speaks against the other.
    same: bool,
    wording: &'static str,
}

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| ROWS.lines().filter(|it| !it.starts_with('#')).filter_map(row).collect());

fn row(line: &'static str) -> Option<Row> {
    let (pattern, wording, same) = match line.split_once(" < ") {
        Some((pattern, wording)) => (pattern, wording, false),
        None => line.split_once(" = ").map(|(pattern, wording)| (pattern, wording, true))?,
    };
    Some(Row { pattern: pattern.split(' ').map(item).collect(), same, wording })
}

fn item(word: &'static str) -> Item {
    let stems = |it: &str| it.split('|').map(stem).collect();
    match word {
        "be" => Item::Be,
        "have" => Item::Have,
        "N" | "M" => Item::Amount(word, None),
        "N:area" => Item::Amount("N", Some("area")),
        "N:length" => Item::Amount("N", Some("length")),
        "A" | "B" | "C" | "D" => Item::Words(word),
        "S" | "T" => Item::Name(word),
        _ => match (word.strip_prefix("W:"), word.strip_suffix('?')) {
            (Some(words), _) => Item::Kept("W", stems(words)),
            (_, Some(words)) => Item::Word { stems: stems(words), optional: true },
            _ => Item::Word { stems: stems(word), optional: false },
        },
    }
}

/// A claim in other words.
#[derive(Debug)]
pub(super) struct Reworded {
    pub claim: Claim,
    /// Whether it says no more than the claim.
    pub same: bool,
}

/// What says as much as `claim`, or more.
pub(super) fn rewordings(claim: &Claim) -> Vec<Reworded> {
    let mut found = reworded_once(claim);
    // "Under 40%" of a score that is told of a site is reworded twice.
    let mut next = 0;
    while let Some(it) = found.get(next).filter(|_| found.len() < MOST) {
        let (same, more) = (it.same, reworded_once(&it.claim));
        next += 1;
        for other in more {
            if found.len() < MOST && other.claim.words != claim.words && !found.iter().any(|it| it.claim.words == other.claim.words) {
                found.push(Reworded { same: same && other.same, ..other });
            }
        }
    }
    found
}

fn reworded_once(claim: &Claim) -> Vec<Reworded> {
    let text = Text::new(&claim.words, lexicon());
    let stems: Vec<Box<str>> = (0..text.tokens.len()).map(|it| stem(&text.word(it).to_lowercase())).collect();
    let reader = Reader { claim, text: &text, stems: &stems };
    TABLE.iter().filter_map(|row| reader.reword(row)).take(MOST).collect()
}

/// What the items of a pattern took, in order.
type Taken = Vec<(&'static str, Range<usize>)>;

struct Reader<'c> {
    claim: &'c Claim,
    text: &'c Text<'c>,
    stems: &'c [Box<str>],
}

impl Reader<'_> {
    fn reword(&self, row: &Row) -> Option<Reworded> {
        let (first, end, taken) = (0..self.text.tokens.len()).find_map(|at| {
            let mut taken = Vec::new();
            let end = self.take(&row.pattern, at, &mut taken)?;
            (self.opens(row, at) && self.fits(row, &taken)).then_some((at, end, taken))
        })?;
        let span = self.span(first..end)?;
        let words: Vec<String> = row.wording.split(' ').map(|word| self.wording(word, &taken)).collect();
        let words = words.join(" ").replace(" 's", "'s");
        Some(Reworded { claim: edited(self.claim, &[(span, &words)]), same: row.same })
    }

    /// Whether a pattern that opens with a slot opens where the claim, or what it tells behind a comma, does.
    fn opens(&self, row: &Row, at: usize) -> bool {
        let slot = matches!(row.pattern.first(), Some(Item::Words(_) | Item::Name(_)));
        !slot || at == 0 || self.text.is(at - 1, ",")
    }

    /// Whether a run of words that a preposition opens stays where it stands.
    fn fits(&self, row: &Row, taken: &Taken) -> bool {
        let leads = |it: &Range<usize>| self.text.class(it.start).is(Class::PREPOSITION);
        taken.iter().all(|(name, range)| row.wording.starts_with(name) || matches!(*name, "N" | "M") || !leads(range))
    }

    fn wording(&self, word: &str, taken: &Taken) -> String {
        let Some((_, range)) = taken.iter().find(|it| it.0 == word) else { return word.to_owned() };
        let words = self.span(range.clone()).map_or("", |it| it.of(&self.claim.words));
        // "The" of the first word is no name elsewhere.
        let article = range.start == 0 && self.text.class(0).is(Class::DETERMINER);
        if article { words.replacen(self.text.word(0), &self.text.word(0).to_lowercase(), 1) } else { words.to_owned() }
    }

    fn span(&self, range: Range<usize>) -> Option<Span> {
        Some(self.text.token(range.start)?.span.join(self.text.token(range.end.checked_sub(1)?)?.span))
    }

    /// Where the items end that begin at the token `at`.
    fn take(&self, items: &[Item], at: usize, taken: &mut Taken) -> Option<usize> {
        let Some((item, rest)) = items.split_first() else { return Some(at) };
        let tried = |name: &'static str, end: usize, taken: &mut Taken| {
            let before = taken.len();
            if !name.is_empty() {
                taken.push((name, at..end));
            }
            let found = self.take(rest, end, taken);
            if found.is_none() {
                taken.truncate(before);
            }
            found
        };
        match item {
            Item::Word { stems, optional } => {
                let here = self.is_one(stems, at).then(|| tried("", at + 1, taken)).flatten();
                here.or_else(|| self.is_one(stems, self.past_perfect(at)).then(|| tried("", self.past_perfect(at) + 1, taken)).flatten())
                    .or_else(|| if *optional { self.take(rest, at, taken) } else { None })
            }
            Item::Be => tried("", self.be(at)?, taken),
            Item::Have => ["has", "have", "had"].iter().any(|it| self.text.is(at, it)).then(|| tried("", at + 1, taken)).flatten(),
            // "Scored two goals" tells no score.
            Item::Kept(name, stems) => (self.is_one(stems, at) && !self.text.token(at).is_some_and(|it| it.ends_with("ed")))
                .then(|| tried(name, at + 1, taken))
                .flatten(),
            Item::Amount(name, of) => {
                let [whole, bare] = self.amount(at, *of)?;
                tried(name, whole, taken).or_else(|| (bare < whole).then(|| tried(name, bare, taken)).flatten())
            }
            Item::Words(name) if rest.is_empty() => {
                let end = (at..at + LONGEST).take_while(|it| self.runs(*it) && (*it == at || !self.leaves(*it))).last()? + 1;
                tried(name, end, taken)
            }
            Item::Words(name) => {
                let ends = (at..at + LONGEST).take_while(|it| self.runs(*it)).map(|it| it + 1);
                ends.into_iter().find_map(|end| tried(name, end, taken))
            }
            Item::Name(name) => {
                let capital = |it: &usize| self.text.token(*it).is_some_and(|it| it.capital);
                let end = (at..at + LONGEST).take_while(capital).last()? + 1;
                tried(name, end, taken)
            }
        }
    }

    fn is_one(&self, stems: &[Box<str>], at: usize) -> bool {
        self.stems.get(at).is_some_and(|it| stems.contains(it))
    }

    /// The token behind "has" or "had", which a verb may have before it.
    fn past_perfect(&self, at: usize) -> usize {
        if ["has", "have", "had"].iter().any(|it| self.text.is(at, it)) { at + 1 } else { at }
    }

    fn be(&self, at: usize) -> Option<usize> {
        let verb = self.past_perfect(at);
        let forms: &[&str] = if verb > at { &["been"] } else { &["is", "are", "was", "were", "be"] };
        forms.iter().any(|it| self.text.is(verb, it)).then_some(verb + 1)
    }

    /// The token behind the amount that begins at the token `at`, with what it counts and without.
    fn amount(&self, at: usize, of: Option<&'static str>) -> Option<[usize; 2]> {
        let start = self.text.token(at)?.span.start;
        let first = |it: &Quantity| if it.noun.is_some_and(|noun| noun.start <= it.span.start) { it.number.start } else { it.span.start };
        let amount = self.claim.reading.quantities.iter().find(|it| first(it).min(it.number.start) == start)?;
        if of.is_some_and(|it| *amount.unit.dimension() != Dimension::Measure(it)) {
            return None;
        }
        let last =
            |end: u32| (at..self.text.tokens.len()).take_while(|it| self.text.token(*it).is_some_and(|it| it.span.end <= end)).last();
        // "The number of cases was 40": what is counted may stand before.
        let behind = amount.noun.map(|it| it.start).filter(|it| *it >= amount.number.end);
        let bare = amount.span.end.max(amount.number.end);
        let before = behind.map_or(bare, |it| it.min(bare));
        Some([last(behind.unwrap_or(bare))? + 1, last(before)? + 1])
    }

    /// Whether a run of words may have the token at `at`.
    fn runs(&self, at: usize) -> bool {
        let Some(token) = self.text.token(at) else { return false };
        let joins = ["-", "–", ".", "&", "\"", "“", "”", "(", ")"];
        let mark = token.kind == Kind::Mark && !(joins.iter().any(|it| self.text.is(at, it)) && at + 1 < self.text.tokens.len());
        let breaks = ["who", "which", "that", "has", "have", "had"].iter().any(|it| self.text.is(at, it));
        !mark && !breaks && !token.class.is(Class::NEGATION | Class::AUXILIARY | Class::MODAL)
    }

    /// Whether what stands at `at` may be told of the doing, and not of the words before it.
    fn leaves(&self, at: usize) -> bool {
        self.text.class(at).is(Class::PREPOSITION) && !self.text.is(at, "of")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_sentence;
    use crate::verify::tests::check_given as check;

    #[test]
    fn every_row_is_read_and_in_order() {
        let lines: Vec<&str> = ROWS.lines().filter(|it| !it.starts_with('#')).collect();
        assert_eq!(TABLE.len(), lines.len());
        assert!(lines.is_sorted(), "{:?}", lines.windows(2).find(|it| it[0] > it[1]));
        for it in TABLE.iter() {
            let slots = it.pattern.iter().filter_map(|it| match it {
                Item::Amount(name, _) | Item::Words(name) | Item::Name(name) | Item::Kept(name, _) => Some(*name),
                _ => None,
            });
            for slot in slots {
                assert!(it.wording.split(' ').any(|it| it == slot), "{slot} is lost: {}", it.wording);
            }
        }
    }

    #[test]
    fn what_says_as_much_bears_a_claim_out() {
        check(
            "The town has a population of 12,471.",
            &["More than 12,000 people live in Lindvik", "Lindvik has fewer than 13,000 residents", "The population of Lindvik is 12,471"],
            &["More than 13,000 people live in Lindvik", "Lindvik has fewer than 12,000 residents", "12,471 people work in Lindvik"],
        );
        check(
            "On Star Meter, the film has a rating of 61% based on 84 reviews.",
            &["Low Tide was reviewed by more than 80 critics on Star Meter", "Star Meter gave Low Tide a rating of 61%"],
            &["Low Tide was reviewed by fewer than 80 critics on Star Meter", "Star Meter gave Low Tide a rating of 84%"],
        );
        check("Low Tide did not win an Academy Award.", &["Low Tide did not win an Oscar"], &["Low Tide won an Oscar"]);
    }

    #[test]
    fn headlines_have_wordings_of_their_own() {
        check(
            "Four sailors were killed when a small plane crashed near Lindvik.",
            &["Four sailors die in plane crash near Lindvik", "Plane crash kills four sailors", "Four killed in Lindvik plane crash"],
            &["Three sailors die in plane crash", "Four killed in train crash", "Train crash kills four sailors"],
        );
        check(
            "The ferry, carrying 212 passengers, ran aground off Lindvik.",
            &["Ferry with more than 200 passengers aboard runs aground off Lindvik"],
            &[
                "Ferry with more than 220 passengers aboard runs aground off Lindvik",
                "Ferry with 212 sailors aboard runs aground off Lindvik",
            ],
        );
        check(
            "A court in Lindvik sentenced former official Per Lund to 11 years in prison for taking bribes.",
            &["Per Lund gets 11 years for taking bribes", "Per Lund gets 11-year sentence for taking bribes", "Lund took bribes"],
            &["Per Lund gets 12-year sentence for taking bribes", "The court took bribes"],
        );
        check(
            "Anna Dahl broke the world record in the 200m freestyle.",
            &["Anna Dahl sets new world record in 200m freestyle"],
            &["Anna Dahl sets new world record in 100m freestyle", "Per Lund sets new world record in 200m freestyle"],
        );
        check(
            "Norline awarded contracts to three firms.",
            &["Norline awards contracts to trio of firms"],
            &["Norline awards contracts to pair of firms"],
        );
    }

    #[test]
    fn what_is_not_reworded_stays() {
        let words = |line: &str| rewordings(&read_sentence(line)).into_iter().map(|it| it.claim.words).collect::<Vec<_>>();
        assert!(
            words("In 2010, more than 900 people lived in Lindvik.")
                .contains(&"In 2010, Lindvik had a population of more than 900.".to_owned())
        );
        assert!(words("The ferry did not sink.").is_empty());
    }
}
