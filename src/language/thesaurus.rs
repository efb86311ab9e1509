//! What two words say of each other: the same, more, less, the opposite, or nothing.
//!
//! Tables written for news come first; `WordNet` answers where they are silent. Words are base forms in small letters, as
//! [`stem`](super::stem) and [`lemma`](super::lemma) give them; a verb and its particle are joined, as in `take_over`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::derivation::derived;
use super::vocabulary::{Entry, Part, Sense, broader, entry, knows, rows, sharing};

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
    related(one, other, None)
}

/// Whether one of two words denies or turns round the other, or shuts it out: `rise` and `fall`, `gold` and `silver`.
pub fn opposed(one: &str, other: &str) -> bool {
    matches!(relation(one, other), Relation::Opposed | Relation::Sibling)
}

/// The words that [`relation`] calls fair or strong synonyms of a base form, sorted.
pub fn synonyms(word: &str) -> BTreeSet<&'static str> {
    let written = &WRITTEN.synonyms;
    let own = written.places.get(word).into_iter().flatten().filter(|it| !it.second);
    let own = own.flat_map(|it| &written.rows[it.row as usize]).filter(|it| !it.1).map(|it| it.0);
    let senses = entry(word).into_iter().flat_map(Entry::senses).filter(|it| it.share >= MOSTLY);
    let wordnet = senses.flat_map(|it| sharing(it.number));
    own.chain(wordnet).filter(|it| *it != word).collect()
}

/// What `one` is to `other` where both are used as that part of speech.
pub fn relation_as(one: &str, other: &str, part: Part) -> Relation {
    related(one, other, Some(part))
}

fn related(one: &str, other: &str, part: Option<Part>) -> Relation {
    if one == other {
        return Relation::Same;
    }
    let written = written(one, other, part);
    if written != Relation::Unrelated {
        return written;
    }
    if derived(one, other) {
        return Relation::Derived;
    }
    if antonyms(one, other) {
        return Relation::Opposed;
    }
    match in_wordnet(one, other, part) {
        Relation::Unrelated if compound(one, other) => Relation::Narrower(1),
        Relation::Unrelated if compound(other, one) => Relation::Broader(1),
        relation => relation,
    }
}

/// Whether the first word is the second with another word before it: `warship` and `ship`.
fn compound(one: &str, other: &str) -> bool {
    let Some(before) = one.strip_suffix(other).filter(|_| other.len() > 3) else { return false };
    let before = before.strip_suffix('-').unwrap_or(before);
    before.len() > 2 && knows(other, Part::Noun) && (knows(before, Part::Noun) || knows(before, Part::Adjective))
}

/// A word's place in a row of a table written by hand.
#[derive(Clone, Copy, Debug)]
struct Place {
    row: u16,
    part: Option<Part>,
    /// Behind the first place, the bar or with a tilde, as the table has it.
    second: bool,
}

/// A table written by hand.
struct Table {
    places: BTreeMap<&'static str, Vec<Place>>,
    /// The words of each row, with whether they stand second.
    rows: Vec<Vec<(&'static str, bool)>>,
}

struct Written {
    synonyms: Table,
    narrower: Table,
    opposed: Table,
    siblings: Table,
}

static WRITTEN: LazyLock<Written> = LazyLock::new(|| Written {
    synonyms: table(SYNONYMS, |words| words.map(|it| it.strip_suffix('~').map_or((it, false), |it| (it, true))).collect()),
    narrower: table(NARROWER, |words| words.enumerate().map(|(at, it)| (it, at > 0)).collect()),
    opposed: table(OPPOSED, |words| {
        let mut beyond = false;
        let mut sides = Vec::new();
        for word in words {
            if word == "|" {
                beyond = true;
            } else {
                sides.push((word, beyond));
            }
        }
        sides
    }),
    siblings: table(SIBLINGS, |words| words.map(|it| (it, false)).collect()),
});

fn table(text: &'static str, read: impl Fn(&mut dyn Iterator<Item = &'static str>) -> Vec<(&'static str, bool)>) -> Table {
    let mut table = Table { places: BTreeMap::new(), rows: Vec::new() };
    for (row, line) in rows(text).into_iter().enumerate() {
        let row = u16::try_from(row).expect("a table by hand has few rows");
        let mut words = line.split(' ').peekable();
        let part = words.peek().filter(|it| it.len() == 1).and_then(|it| Part::of_letter(it.as_bytes()[0]));
        if part.is_some() {
            words.next();
        }
        let words = read(&mut words);
        for (word, second) in &words {
            table.places.entry(word).or_default().push(Place { row, part, second: *second });
        }
        table.rows.push(words);
    }
    table
}

/// The pairs of places that two words have in one row of a table.
fn together<'t>(table: &'t Table, one: &str, other: &str, part: Option<Part>) -> impl Iterator<Item = (Place, Place)> + use<'t> {
    let of = |word: &str| table.places.get(word).map_or(&[][..], Vec::as_slice);
    let others = of(other);
    of(one)
        .iter()
        .flat_map(move |one| others.iter().map(move |other| (*one, *other)))
        .filter(move |(one, other)| one.row == other.row && (part.is_none() || one.part.is_none() || one.part == part))
}

/// What the tables written by hand say.
fn written(one: &str, other: &str, part: Option<Part>) -> Relation {
    let tables = &*WRITTEN;
    if let Some((one, _)) = together(&tables.narrower, one, other, part).find(|(one, other)| one.second != other.second) {
        return if one.second { Relation::Broader(1) } else { Relation::Narrower(1) };
    }
    let strength = together(&tables.synonyms, one, other, part)
        // Two words that each come near a third need not come near each other.
        .filter(|(one, other)| !(one.second && other.second))
        .map(|(one, other)| if one.second || other.second { Strength::Weak } else { Strength::Strong })
        .max();
    if strength == Some(Strength::Strong) {
        return Relation::Synonym(Strength::Strong);
    }
    if together(&tables.opposed, one, other, part).any(|(one, other)| one.second != other.second) {
        return Relation::Opposed;
    }
    if together(&tables.siblings, one, other, part).next().is_some() {
        return Relation::Sibling;
    }
    strength.map_or(Relation::Unrelated, Relation::Synonym)
}

fn antonyms(one: &str, other: &str) -> bool {
    static PAIRS: LazyLock<Vec<&str>> = LazyLock::new(|| rows(ANTONYMS));
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    PAIRS.binary_search(&format!("{first} {second}").as_str()).is_ok()
}

/// The least share, in ninths, that a sense must have of its word for a synonym to be fair.
const MOSTLY: u8 = 4;
/// The steps that a broader word may lie above a narrower one.
const STEPS: u8 = 3;

fn in_wordnet(one: &str, other: &str, part: Option<Part>) -> Relation {
    let senses = |word| -> Vec<Sense> {
        entry(word).map(|it| it.senses().filter(|it| part.is_none_or(|part| it.part == part)).collect()).unwrap_or_default()
    };
    let (ones, others) = (senses(one), senses(other));
    let shared = ones.iter().flat_map(|one| others.iter().filter(|it| it.number == one.number).map(|it| it.share.min(one.share))).max();
    if let Some(share) = shared {
        return Relation::Synonym(if share >= MOSTLY { Strength::Fair } else { Strength::Weak });
    }
    if let Some(steps) = ladder(&ones, &others) {
        return Relation::Narrower(steps);
    }
    ladder(&others, &ones).map_or(Relation::Unrelated, Relation::Broader)
}

/// The steps from a sense of the first word up to one of the second.
fn ladder(from: &[Sense], to: &[Sense]) -> Option<u8> {
    let targets: BTreeSet<u32> = to.iter().filter(|it| it.share >= 2).map(|it| it.number).collect();
    let mut level: BTreeSet<u32> = from.iter().filter(|it| it.share >= 2).map(|it| it.number).collect();
    for steps in 1..=STEPS {
        level = level.into_iter().flat_map(broader).collect();
        if !level.is_disjoint(&targets) {
            return Some(steps);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::stem;
    use super::super::vocabulary::tests::check_sorted;
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
    fn the_rarer_sense_makes_a_weak_synonym() {
        assert!(matches!(relation("ship", "send"), Relation::Synonym(_) | Relation::Narrower(_)));
        assert_eq!(relation_as("ship", "vessel", Part::Verb), Relation::Unrelated);
    }

    #[test]
    fn the_ladder_leads_from_what_says_more_to_what_says_less() {
        check("frigate", "vessel", Relation::Narrower(1));
        check("vessel", "frigate", Relation::Broader(1));
        check("murder", "kill", Relation::Narrower(1));
        check("oak", "tree", Relation::Narrower(1));
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
        for (word, places) in &WRITTEN.opposed.places {
            for other in WRITTEN.opposed.places.keys().filter(|it| *it > word) {
                let opposed = together(&WRITTEN.opposed, word, other, None).any(|(one, other)| one.second != other.second);
                let same = together(&WRITTEN.synonyms, word, other, None).any(|(one, other)| !one.second && !other.second);
                assert!(!(opposed && same), "{word} {other} {places:?}");
            }
        }
    }

    #[test]
    fn the_tables_are_sorted_and_hold_base_forms() {
        for table in [SYNONYMS, NARROWER, OPPOSED, SIBLINGS, ANTONYMS] {
            check_sorted(table);
        }
        for word in WRITTEN.synonyms.places.keys().chain(WRITTEN.narrower.places.keys()) {
            let base = [Part::Noun, Part::Verb, Part::Adjective, Part::Adverb].iter().any(|part| super::super::lemma(word, *part) == *word);
            assert!(base || stem(word) == *word, "{word} is no base form");
        }
    }
}
