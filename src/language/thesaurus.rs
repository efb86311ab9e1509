//! What two words say of each other: the same, more, less, the opposite, or nothing.
//!
//! Tables written for news come first; `WordNet` answers where they are silent. Words are base forms in small letters, as
//! [`stem`](super::stem) and [`lemma`](super::lemma) give them; a verb and its particle are joined, as in `take_over`.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use super::derivation::{Others, derivations, homeland, is_adverb_of};
use super::dictionary::{Dictionary, rows};
use super::memo::Recent;
use super::stem::stem;
use super::vocabulary::{Entry, Part, Sense, broader, entry, knows, sharing};

const SYNONYMS: &str = include_str!("data/synonyms.txt");
const NARROWER: &str = include_str!("data/narrower.txt");
const OPPOSED: &str = include_str!("data/opposed.txt");
const SIBLINGS: &str = include_str!("data/siblings.txt");
const ANTONYMS: &str = include_str!("data/wordnet-opposed.txt");

/// How far a synonym can be trusted to stand for its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// They share a rarer sense, or come near each other in news.
    Weak,
    /// They share the sense that both mostly have.
    Fair,
    /// They say the same in news.
    Strong,
}

/// What the first of two words is to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same word.
    Same,
    /// Another word for it: `begin` for `start`.
    Synonym(Strength),
    /// The same doing or quality in another part of speech: `destruction` for `destroy`.
    Derived,
    /// It says less: `vessel` for `frigate`, with the number of steps between them.
    Broader(u8),
    /// It says more: `frigate` for `vessel`.
    Narrower(u8),
    /// It denies or turns round what the other says: `buy` and `sell`.
    Opposed,
    /// Only one of them can stand in that place: `gold` and `silver`.
    Sibling,
    /// Nothing is known.
    Unrelated,
}

/// What `one` is to `other`, whatever their parts of speech.
///
/// ```
/// # use onrecord::language::{Relation, relation};
/// assert_eq!(relation("frigate", "vessel"), Relation::Narrower(1));
/// assert_eq!(relation("export", "import"), Relation::Opposed);
/// ```
pub fn relation(one: &str, other: &str) -> Relation {
    if one == other { Relation::Same } else { Lexeme::of(one).relation(&Lexeme::of(other)) }
}

/// Whether one of two words denies or turns round the other, or shuts it out: `rise` and `fall`, `gold` and `silver`.
pub fn opposed(one: &str, other: &str) -> bool {
    matches!(relation(one, other), Relation::Opposed | Relation::Sibling)
}

/// The words that [`relation`] calls fair or strong synonyms of a base form, sorted.
pub fn synonyms(word: &str) -> BTreeSet<&'static str> {
    let rows = &WRITTEN.rows[Table::Synonyms as usize];
    let places = WRITTEN.of(word).map_or(&[][..], |it| &it[Table::Synonyms as usize]);
    let strong = |one: &Place, other: Seat| strength_between(one.seat, other) == Some(Strength::Strong);
    let own = places.iter().flat_map(|one| rows[one.row as usize].iter().filter(|it| strong(one, it.1)).map(|it| it.0));
    let senses = entry(word).into_iter().flat_map(Entry::senses).filter(|it| it.share >= MOSTLY);
    let wordnet = senses.flat_map(|it| sharing(it.number));
    own.chain(wordnet).filter(|it| *it != word).collect()
}

/// What `one` is to `other` where both are used as that part of speech.
pub fn relation_as(one: &str, other: &str, part: Part) -> Relation {
    if one == other {
        return Relation::Same;
    }
    related(&Lexeme::new(one, Some(part)), &Lexeme::new(other, Some(part)))
}

fn related(one: &Lexeme, other: &Lexeme) -> Relation {
    let written = written(one, other);
    if written != Relation::Unrelated {
        return written;
    }
    if derived(one, other) {
        return Relation::Derived;
    }
    if one.antonyms.contains(&&*other.word) {
        return Relation::Opposed;
    }
    match in_wordnet(one, other) {
        Relation::Unrelated if compound(&one.word, &other.word) => Relation::Narrower(1),
        Relation::Unrelated if compound(&other.word, &one.word) => Relation::Broader(1),
        relation => relation,
    }
}

/// Whether the two name one doing, quality or place in two parts of speech.
fn derived(one: &Lexeme, other: &Lexeme) -> bool {
    one.family.contains(&&*other.word)
        || one.adverbial && is_adverb_of(&one.word, &other.word)
        || other.adverbial && is_adverb_of(&other.word, &one.word)
        || one.homeland == Some(&*other.word)
        || other.homeland == Some(&*one.word)
}

/// Whether the first word is the second with another word before it: `warship` and `ship`.
fn compound(one: &str, other: &str) -> bool {
    // Length and last letter tell most words apart.
    if other.len() <= 3 || one.len() < other.len() + 3 || one.as_bytes().last() != other.as_bytes().last() {
        return false;
    }
    let Some(before) = one.strip_suffix(other) else { return false };
    let before = before.strip_suffix('-').unwrap_or(before);
    before.len() > 2 && knows(other, Part::Noun) && (knows(before, Part::Noun) || knows(before, Part::Adjective))
}

/// A word's place in a row of a table written by hand.
#[derive(Clone, Copy, Debug)]
struct Place {
    row: u16,
    part: Option<Part>,
    seat: Seat,
}

/// Where a word stands in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seat {
    /// In the first place, or before the bar.
    First,
    /// Behind the first place, or behind the bar.
    Second,
    /// With a tilde: it only comes near the others.
    Near,
}

/// How far two words of a row of synonyms can be trusted to stand for each other: those behind a bar only answer those before it.
fn strength_between(one: Seat, other: Seat) -> Option<Strength> {
    match (one, other) {
        (Seat::First, Seat::First | Seat::Second) | (Seat::Second, Seat::First) => Some(Strength::Strong),
        (Seat::First, Seat::Near) | (Seat::Near, Seat::First) => Some(Strength::Weak),
        // Two words that each come near a third need not come near each other.
        (Seat::Near | Seat::Second, Seat::Near | Seat::Second) => None,
    }
}

/// The tables written by hand, in the order in which they are asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    Narrower,
    Synonyms,
    Opposed,
    Siblings,
}

#[derive(Default)]
struct Written {
    words: Dictionary,
    /// The places of each word, table by table.
    places: Vec<[Vec<Place>; 4]>,
    /// The words of each row of a table, with where they stand.
    rows: [Vec<Vec<(&'static str, Seat)>>; 4],
}

static WRITTEN: LazyLock<Written> = LazyLock::new(|| {
    let mut written = Written::default();
    written.read(Table::Synonyms, SYNONYMS, |words| {
        let near = |it: (&'static str, Seat)| it.0.strip_suffix('~').map_or(it, |word| (word, Seat::Near));
        sides(words).into_iter().map(near).collect()
    });
    written.read(Table::Narrower, NARROWER, |words| {
        words.enumerate().map(|(at, it)| (it, if at > 0 { Seat::Second } else { Seat::First })).collect()
    });
    written.read(Table::Opposed, OPPOSED, sides);
    written.read(Table::Siblings, SIBLINGS, |words| words.map(|it| (it, Seat::First)).collect());
    written
});

/// Whether a table written for news has the word.
pub(super) fn lists(word: &str) -> bool {
    WRITTEN.words.number(word).is_some()
}

type Reading = fn(&mut dyn Iterator<Item = &'static str>) -> Vec<(&'static str, Seat)>;

/// The words of a row with the side of its bar on which they stand.
fn sides(words: &mut dyn Iterator<Item = &'static str>) -> Vec<(&'static str, Seat)> {
    let mut seat = Seat::First;
    let sides = words.map(|it| {
        if it == "|" {
            seat = Seat::Second;
        }
        (it, seat)
    });
    sides.filter(|it| it.0 != "|").collect()
}

impl Written {
    fn read(&mut self, table: Table, text: &'static str, read: Reading) {
        for (row, line) in rows(text).into_iter().enumerate() {
            let row = u16::try_from(row).expect("a table by hand has few rows");
            let mut words = line.split(' ').peekable();
            let part = words.peek().filter(|it| it.len() == 1).and_then(|it| Part::of_letter(it.as_bytes()[0]));
            if part.is_some() {
                words.next();
            }
            let words = read(&mut words);
            for (word, seat) in &words {
                let place = Place { row, part, seat: *seat };
                self.enter(Cow::Borrowed(word), table, place);
                // Who asks with the stem of "surprising" means that word too.
                if word.ends_with("ing") || word.ends_with("ed") || word.ends_with('s') {
                    let base = stem(word);
                    if base != *word {
                        self.enter(base, table, place);
                    }
                }
            }
            self.rows[table as usize].push(words);
        }
    }

    fn enter(&mut self, word: Cow<'static, str>, table: Table, place: Place) {
        let number = self.words.enter(word);
        self.places.resize_with(self.places.len().max(number + 1), Default::default);
        self.places[number][table as usize].push(place);
    }

    /// The places of a word in the tables.
    fn of(&self, word: &str) -> Option<&[Vec<Place>; 4]> {
        self.words.number(word).map(|it| &self.places[it])
    }
}

/// The pairs of places that two words have in one row of a table.
fn together(table: Table, [one, other]: [&[Vec<Place>; 4]; 2], part: Option<Part>) -> impl Iterator<Item = (Place, Place)> {
    let others = &other[table as usize];
    let mut first = 0;
    // Both lists are in the order of the rows.
    one[table as usize].iter().filter(move |it| part.is_none() || it.part.is_none() || it.part == part).flat_map(move |one| {
        first += others.get(first..).unwrap_or_default().iter().take_while(|it| it.row < one.row).count();
        others.get(first..).unwrap_or_default().iter().take_while(|it| it.row == one.row).map(|other| (*one, *other))
    })
}

/// What the tables written by hand say.
fn written(one: &Lexeme, other: &Lexeme) -> Relation {
    let part = one.part;
    // Of two verbs no noun tells anything.
    let verbs = one.verb && other.verb;
    let Some((one, other)) = one.written.zip(other.written) else { return Relation::Unrelated };
    let pair = [one, other];
    let together = |table: Table| together(table, pair, part).filter(move |(one, _)| !verbs || one.part != Some(Part::Noun));
    if let Some((one, _)) = together(Table::Narrower).find(|(one, other)| one.seat != other.seat) {
        return if one.seat == Seat::Second { Relation::Broader(1) } else { Relation::Narrower(1) };
    }
    let strength = together(Table::Synonyms).filter_map(|(one, other)| strength_between(one.seat, other.seat)).max();
    if strength == Some(Strength::Strong) {
        return Relation::Synonym(Strength::Strong);
    }
    if together(Table::Opposed).any(|(one, other)| one.seat != other.seat) {
        return Relation::Opposed;
    }
    if together(Table::Siblings).next().is_some() {
        return Relation::Sibling;
    }
    strength.map_or(Relation::Unrelated, Relation::Synonym)
}

/// The words that deny a word, in the pairs of `WordNet`.
fn antonyms(word: &str) -> &'static [&'static str] {
    static OTHERS: LazyLock<Others> = LazyLock::new(|| Others::new(rows(ANTONYMS)));
    OTHERS.of(word)
}

/// The least share, in ninths, that a sense must have of its word for a synonym to be fair.
const MOSTLY: u8 = 4;
/// The steps that a broader word may lie above a narrower one.
const STEPS: usize = 3;

fn in_wordnet(one: &Lexeme, other: &Lexeme) -> Relation {
    // The ladder of numbers is no ladder of meanings: twelve is not a kind of five.
    if one.number || other.number {
        return Relation::Unrelated;
    }
    if one.marks & other.marks != 0 {
        let others = |one: &Sense| other.senses.iter().filter(|it| it.number == one.number).map(|it| it.share.min(one.share)).max();
        if let Some(share) = one.senses.iter().filter_map(others).max() {
            return Relation::Synonym(if share >= MOSTLY { Strength::Fair } else { Strength::Weak });
        }
    }
    if let Some(steps) = one.below(other) {
        return Relation::Narrower(steps);
    }
    other.below(one).map_or(Relation::Unrelated, Relation::Broader)
}

fn number(word: &str) -> bool {
    const NUMBERS: [&str; 34] = [
        "billion",
        "dozen",
        "eight",
        "eighteen",
        "eighty",
        "eleven",
        "fifteen",
        "fifty",
        "five",
        "forty",
        "four",
        "fourteen",
        "half",
        "hundred",
        "million",
        "nine",
        "nineteen",
        "ninety",
        "one",
        "second",
        "seven",
        "seventeen",
        "seventy",
        "six",
        "sixteen",
        "sixty",
        "ten",
        "third",
        "thirteen",
        "thirty",
        "thousand",
        "three",
        "trillion",
        "twelve",
    ];
    NUMBERS.binary_search(&word).is_ok() || matches!(word, "twenty" | "two" | "zero")
}

/// What the tables say of one word, gathered once for all the words that it is held against.
#[derive(Debug)]
pub struct Lexeme {
    word: Box<str>,
    /// The part of speech that it is asked as.
    part: Option<Part>,
    /// Whether it is a verb where it stands.
    verb: bool,
    written: Option<&'static [Vec<Place>; 4]>,
    family: &'static [&'static str],
    homeland: Option<&'static str>,
    antonyms: &'static [&'static str],
    /// Whether it ends as adverbs do.
    adverbial: bool,
    number: bool,
    senses: Vec<Sense>,
    /// A bit for each sense, so that words without a sense in common are mostly told by their bits.
    marks: u64,
    /// The senses that lie so many steps above one that the word often has, sorted.
    above: [Vec<u32>; STEPS],
    /// A bit for each of these.
    marks_above: [u64; 8],
}

impl Lexeme {
    /// What the tables say of a base form, whatever its part of speech.
    pub fn of(word: &str) -> Arc<Self> {
        thread_local!(static KNOWN: Recent<Arc<Lexeme>> = const { Recent::new() });
        KNOWN.with(|it| it.get(word, || Arc::new(Self::new(word, None))))
    }

    /// What the tables say of the base form of a verb: what is written of nouns is no help between two verbs.
    pub fn of_verb(word: &str) -> Arc<Self> {
        thread_local!(static KNOWN: Recent<Arc<Lexeme>> = const { Recent::new() });
        KNOWN.with(|it| it.get(word, || Arc::new(Self { verb: true, ..Self::new(word, None) })))
    }

    /// The word.
    pub fn word(&self) -> &str {
        &self.word
    }

    /// What it is to `other`.
    pub fn relation(&self, other: &Self) -> Relation {
        if self.word == other.word { Relation::Same } else { related(self, other) }
    }

    fn new(word: &str, part: Option<Part>) -> Self {
        let senses: Vec<Sense> =
            entry(word).into_iter().flat_map(Entry::senses).filter(|it| part.is_none_or(|part| it.part == part)).collect();
        let mut above: [Vec<u32>; STEPS] = Default::default();
        let mut level: Vec<u32> = senses.iter().filter(|it| it.share > 2).map(|it| it.number).collect();
        for step in &mut above {
            level = level.iter().flat_map(|it| broader(*it)).copied().collect();
            level.sort_unstable();
            level.dedup();
            step.clone_from(&level);
        }
        let mut marks_above = [0; 8];
        for sense in above.iter().flatten() {
            marks_above[mark(*sense).0] |= mark(*sense).1;
        }
        Self {
            part,
            verb: false,
            written: WRITTEN.of(word),
            family: derivations(word),
            homeland: homeland(word),
            antonyms: antonyms(word),
            adverbial: word.ends_with("ly"),
            number: number(word),
            marks: senses.iter().fold(0, |marks, it| marks | mark(it.number).1),
            senses,
            above,
            marks_above,
            word: word.into(),
        }
    }

    /// The steps from a sense of this word up to one that the other mostly has.
    fn below(&self, other: &Self) -> Option<u8> {
        let marked = |it: &&Sense| self.marks_above[mark(it.number).0] & mark(it.number).1 != 0;
        let common = other.senses.iter().filter(|it| it.share >= MOSTLY).filter(marked);
        let steps = |it: &Sense| (1..).zip(&self.above).find(|(_, level)| level.binary_search(&it.number).is_ok()).map(|it| it.0);
        common.filter_map(steps).min()
    }
}

/// The place of a sense's mark among eight numbers, and its bit there.
fn mark(sense: u32) -> (usize, u64) {
    let hash = sense.wrapping_mul(0x9e37_79b9);
    ((hash >> 29) as usize, 1 << ((hash >> 20) & 63))
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::tests::check_sorted;
    use super::*;

    fn check(one: &str, other: &str, expected: Relation) {
        assert_eq!(relation(one, other), expected, "{one} {other}");
    }

    #[test]
    fn words_that_say_the_same_in_news_are_synonyms() {
        check("begin", "start", Relation::Synonym(Strength::Strong));
        check("retake", "recapture", Relation::Synonym(Strength::Strong));
        check("ferry", "ferry", Relation::Same);
        check("shore", "barge", Relation::Unrelated);
    }

    #[test]
    fn words_behind_a_bar_answer_only_those_before_it() {
        check("restrain", "contain", Relation::Synonym(Strength::Strong));
        check("contain", "curb", Relation::Synonym(Strength::Strong));
        assert_ne!(relation("battle", "swindle"), Relation::Synonym(Strength::Strong));
        assert!(synonyms("contain").contains("curb") && synonyms("curb").contains("contain"));
    }

    #[test]
    fn the_rarer_sense_makes_a_weak_synonym() {
        assert!(matches!(relation("ship", "send"), Relation::Synonym(_) | Relation::Narrower(_)));
        assert_eq!(relation_as("ship", "vessel", Part::Verb), Relation::Unrelated);
    }

    #[test]
    fn the_ladder_leads_from_what_says_more_to_what_says_less() {
        check("frigate", "vessel", Relation::Narrower(1));
        check("vessel", "frigate", Relation::Broader(1));
        check("murder", "kill", Relation::Narrower(1));
        check("nurse", "person", Relation::Narrower(3));
    }

    #[test]
    fn a_compound_says_more_than_its_last_part() {
        check("lakeboat", "boat", Relation::Narrower(1));
        check("boat", "lakeboat", Relation::Broader(1));
        check("carpet", "pet", Relation::Unrelated);
    }

    #[test]
    fn the_synonyms_of_a_word_are_those_that_its_relations_name() {
        for word in ["retake", "begin", "ship", "ferry", "annual", "quickly"] {
            let found = synonyms(word);
            assert!(!found.is_empty(), "{word}");
            for other in found {
                let relation = relation(word, other);
                assert!(
                    matches!(relation, Relation::Synonym(_) | Relation::Derived | Relation::Narrower(_) | Relation::Broader(_)),
                    "{word} {other} {relation:?}"
                );
            }
        }
        assert!(synonyms("retake").contains("recapture"));
    }

    #[test]
    fn opposites_and_rivals_are_told_apart_from_strangers() {
        check("buy", "sell", Relation::Opposed);
        check("rise", "fall", Relation::Opposed);
        check("import", "export", Relation::Opposed);
        check("monday", "tuesday", Relation::Sibling);
        check("kill", "wound", Relation::Sibling);
        check("gold", "silver", Relation::Sibling);
        check("harbour", "harvest", Relation::Unrelated);
    }

    #[test]
    fn a_family_bond_is_weaker_than_a_synonym() {
        check("destruction", "destroy", Relation::Derived);
        check("norwegian", "norway", Relation::Derived);
    }

    #[test]
    fn no_pair_is_both_synonym_and_opposite() {
        for row in &WRITTEN.rows[Table::Opposed as usize] {
            let pairs = row
                .iter()
                .filter(|it| it.1 == Seat::First)
                .flat_map(|one| row.iter().filter(|it| it.1 == Seat::Second).map(move |other| (one.0, other.0)));
            for (one, other) in pairs {
                let pair = [one, other].map(|it| WRITTEN.of(it).expect("the word was entered"));
                let same = together(Table::Synonyms, pair, None)
                    .any(|(one, other)| strength_between(one.seat, other.seat) == Some(Strength::Strong));
                assert!(!same, "{one} {other}");
            }
        }
    }

    #[test]
    fn the_tables_are_sorted_and_hold_base_forms() {
        for table in [SYNONYMS, NARROWER, OPPOSED, SIBLINGS, ANTONYMS] {
            check_sorted(table);
        }
        let rows = [Table::Synonyms, Table::Narrower].into_iter().flat_map(|it| &WRITTEN.rows[it as usize]);
        for word in rows.flatten().map(|it| it.0) {
            let base = [Part::Noun, Part::Verb, Part::Adjective, Part::Adverb].iter().any(|part| super::super::lemma(word, *part) == *word);
            assert!(base || stem(word) == *word, "{word} is no base form");
        }
    }
}
