//! Rank: a place in a list, and how far up it is: what peaked at number four reached the top ten.

use std::ops::Range;

use crate::claim::Claim;
use crate::extract::lexicon;
use crate::text::Text;

use super::align::Alignment;
use super::asked::Wanted;
use super::derived::{Split, edited};
use super::meaning::stem;
use super::passage::Passage;
use super::sense::{Role, Sense};

/// Verbs that tell what place a thing has or gets.
const PLACING: [&str; 14] =
    ["chart", "climb", "come", "crack", "debut", "enter", "finish", "hit", "land", "make", "peak", "place", "rank", "reach"];

/// A place in a list that a sentence tells behind a verb of placing: "peaked at number four".
#[derive(Clone, Copy, Debug)]
struct Place {
    verb: usize,
    /// The token of "number".
    label: usize,
    /// The token of the number itself.
    at: usize,
    rank: u32,
}

/// What a claim asks of a place.
#[derive(Clone, Copy, Debug)]
enum Reach {
    /// "The top ten", "inside the top ten".
    Within(u32),
    /// "Outside the top ten", "did not reach the top ten", "below number ten".
    Beyond(u32),
    /// "Above number ten".
    Above(u32),
    /// "Number ten".
    At(u32),
}

impl Reach {
    const fn holds(self, place: u32) -> bool {
        match self {
            Self::Within(top) => place <= top,
            Self::Beyond(top) => place > top,
            Self::Above(other) => place < other,
            Self::At(own) => place == own,
        }
    }
}

/// The claim with each place of the passage that bears it out in place of what it asks: "peaked at number four" for "reached the top ten".
pub(super) fn splits(claim: &Claim, passage: &Passage<'_>) -> Vec<Split> {
    let text = Text::new(&claim.words, lexicon());
    let Some((tokens, reach)) = asked(&text) else { return Vec::new() };
    let (Some(first), Some(last)) = (text.token(tokens.start), text.token(tokens.end - 1)) else { return Vec::new() };
    // "The top ten of the chart": places are told on it.
    let of = Some(tokens.end).filter(|it| text.is(*it, "of")).and_then(|it| text.token(it)).map(|it| it.span);
    let told = places(&passage.sense).into_iter().filter(|it| reach.holds(it.rank));
    let split = |it: Place| {
        let verb = passage.sense.wording(it.verb, it.verb + 1);
        let words = format!("{verb} at {}", passage.sense.wording(it.label, it.at + 1));
        let edits: Vec<_> = std::iter::once((first.span.join(last.span), &*words)).chain(of.map(|it| (it, "on"))).collect();
        Split { parts: vec![edited(claim, &edits)], note: format!("derived: {words}") }
    };
    told.map(split).collect()
}

/// What a claim asks of a place, with the tokens from its verb to its number.
fn asked(text: &Text<'_>) -> Option<(Range<usize>, Reach)> {
    let word = |at: usize| text.word(at).to_lowercase();
    let is = |at: usize, words: &[&str]| words.iter().any(|it| text.is(at, it));
    let top = (1..text.tokens.len()).find(|it| text.is(*it, "top") || is(*it, &["number", "no"]) && counted(text, *it).is_some())?;
    let (at, number) = counted(text, top)?;
    let leads =
        |it: &usize| is(*it, &["a", "an", "above", "at", "below", "in", "inside", "into", "of", "outside", "than", "the", "to", "within"]);
    let lead = |it: &usize| leads(it) || is(*it, &["higher", "lower"]);
    let opens = (0..top).rev().find(|it| !lead(it))?;
    let verb = &*stem(&word(opens));
    let be = is(opens, &["is", "was", "were", "be", "been", "became", "become"]);
    if !be && !PLACING.contains(&verb) {
        return None;
    }
    let denied = opens.checked_sub(2).filter(|it| is(*it, &["did", "failed"]) && is(it + 1, &["not", "to"]));
    let within = |words: &[&str]| (opens + 1..top).any(|it| is(it, words));
    let reach = match (text.is(top, "top"), denied.is_some()) {
        (true, denied) if denied != within(&["outside"]) => Reach::Beyond(number),
        (true, _) => Reach::Within(number),
        (false, true) => return None,
        (false, false) if within(&["below", "lower"]) => Reach::Beyond(number),
        (false, false) if within(&["above", "higher"]) => Reach::Above(number),
        (false, false) => Reach::At(number),
    };
    let named = is(at + 1, &["album", "entry", "hit", "position", "single", "song", "spot"]);
    Some((denied.unwrap_or(opens)..at + 1 + usize::from(named), reach))
}

/// The number behind "top" or "number", with its token.
fn counted(text: &Text<'_>, label: usize) -> Option<(usize, u32)> {
    let at = if text.is(label + 1, "-") || text.is(label + 1, ".") { label + 2 } else { label + 1 };
    Some((at, number(&text.word(at).to_lowercase())?))
}

/// The places in lists that a sentence tells behind a verb of placing, in order.
fn places(sense: &Sense<'_>) -> Vec<Place> {
    let labels = (1..sense.words.len()).filter(|it| matches!(sense.lower(*it), "number" | "no" | "#" | "position"));
    let mut found: Vec<Place> = Vec::new();
    for label in labels {
        let at = if sense.lower(label + 1) == "." { label + 2 } else { label + 1 };
        let Some(place) = number(sense.lower(at)) else { continue };
        let verb = (label.saturating_sub(6)..label).rev().find(|it| PLACING.contains(&&*sense.words[*it].stem));
        // "Peaked at number 3 at home and number 5 abroad".
        let before = found.last().filter(|it| !(it.at..label).any(|it| sense.graph().is_verb(it))).map(|it| it.verb);
        if let Some(verb) = verb.or(before) {
            found.push(Place { verb, label, at, rank: place });
        }
    }
    found
}

/// Whether the claim's word at `at` only says that the list is one, in which both tell a place: "number four on the chart".
pub(super) fn tells(wanted: &Wanted<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let sense = &wanted.sense;
    matches!(&*sense.words[at].stem, "chart") && places(sense).iter().any(|it| it.at < at) && !places(&passage.sense).is_empty()
}

/// Why the place that the claim tells is not of the list that it names, where the passage tells of several: "number 3 at home and number
/// 5 abroad".
pub(super) fn elsewhere(wanted: &Wanted<'_>, passage: &Passage<'_>, alignment: &Alignment) -> Option<String> {
    let places = places(&passage.sense);
    let [mine] = self::places(&wanted.sense)[..] else { return None };
    if places.len() < 2 || !places.iter().any(|it| it.rank == mine.rank) {
        return None;
    }
    // Lists are named behind their places or before them.
    let end = passage.sense.words.len();
    let led = |at: usize| (at + 1..end.min(at + 3)).any(|it| matches!(passage.sense.lower(it), "on" | "in" | "of"));
    let behind = places.last().is_some_and(|it| led(it.at));
    let list = |at: usize| {
        if behind {
            let next = places.iter().find(|it| it.at > at).map_or(end, |it| it.label);
            at + 1..next
        } else {
            places.iter().rev().find(|it| it.at < at).map_or(0, |it| it.at + 1)..at
        }
    };
    let others: Vec<Range<usize>> = places.iter().filter(|it| it.rank != mine.rank).map(|it| list(it.at)).collect();
    let named = wanted.sense.content().filter(|it| *it > mine.at && !matches!(wanted.sense.words[*it].role, Role::Date));
    let own: Vec<Range<usize>> = places.iter().filter(|it| it.rank == mine.rank).map(|it| list(it.at)).collect();
    let strays = |at: usize| {
        let answers = &alignment.answers[at];
        let lies = |lists: &[Range<usize>], at: usize| lists.iter().any(|it| it.contains(&at));
        !answers.is_empty() && answers.iter().all(|it| lies(&others, it.0) && !lies(&own, it.0))
    };
    let stray = named.into_iter().find(|it| strays(*it))?;
    Some(format!("“{}” is told of another place", wanted.sense.wording(stray, stray + 1)))
}

fn number(word: &str) -> Option<u32> {
    const SPELLED: [&str; 13] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let tens =
        || [("fifteen", 15), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50)].iter().find(|it| it.0 == word).map(|it| it.1);
    let spelled = || SPELLED.iter().position(|it| *it == word).and_then(|it| u32::try_from(it).ok());
    word.parse().ok().or_else(spelled).or_else(tens)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn what_peaked_at_number_four_reached_the_top_ten() {
        check(
            "The single peaked at number four on the Norland Chart.",
            &[
                "Low Tide reached the top ten of the Norland Chart",
                "Low Tide peaked in the top five on the Norland Chart",
                "Low Tide was a top 10 hit on the Norland Chart",
                "Low Tide peaked at number 4 on the Norland Chart",
                "Low Tide did not reach the top three of the Norland Chart",
                "Low Tide peaked below number two on the Norland Chart",
            ],
            &[
                "Low Tide reached the top three of the Norland Chart",
                "Low Tide reached the top ten of the Marstad Chart",
                "Low Tide did not reach the top ten of the Norland Chart",
                "Low Tide peaked outside the top five on the Norland Chart",
                "Low Tide peaked above number four on the Norland Chart",
            ],
        );
        check("The single did not chart.", &[], &["Low Tide reached the top ten"]);
    }

    #[test]
    fn each_list_has_its_own_place() {
        check(
            "The single peaked at number 3 on the Norland Chart and number 14 on the Marstad Chart.",
            &[
                "Low Tide peaked at number 3 on the Norland Chart",
                "Low Tide peaked at number 14 on the Marstad Chart",
                "Low Tide reached the top five of the Norland Chart",
                "Low Tide reached the top 20 on the Marstad Chart",
                "Low Tide did not reach the top ten on the Marstad Chart",
            ],
            &[
                "Low Tide peaked at number 3 on the Marstad Chart",
                "Low Tide peaked at number 14 on the Norland Chart",
                "Low Tide reached the top five of the Marstad Chart",
                "Low Tide did not reach the top five of the Norland Chart",
            ],
        );
        check(
            "In Norland, the single peaked at number 3, and in Marstad at number 14.",
            &["Low Tide peaked at number 3 in Norland"],
            &["Low Tide peaked at number 14 in Norland", "Low Tide peaked at number 3 in Marstad"],
        );
    }
}
