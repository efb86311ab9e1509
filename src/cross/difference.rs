//! What differs between two wordings of one utterance, the weightiest first.

use std::collections::BTreeMap;
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::wording::Word;
use crate::extract::lexicon;
use crate::language::{Tag, stem, tags};
use crate::text::{Class, Text};

/// Letters of a list of differences that a person still takes in.
const WIDE: usize = 100;
/// Words of one difference that are shown.
const LONG: usize = 6;

/// What differs.
pub(super) struct Difference {
    /// Whether more than small words, endings and their order differ.
    pub(super) substance: bool,
    /// The differences, the weightiest first: `“never” against nothing; “closed” against “shut”`.
    pub(super) shown: String,
}

/// How much a differing word weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Negation,
    /// A noun, a name, a number.
    Noun,
    Verb,
    /// An adjective, an adverb.
    Other,
    /// Words that one side has and the other lacks.
    Dropped,
    /// A grammar word.
    Small,
}

/// Words in a row that differ: those of the one side, those of the other.
type Group = (Range<usize>, Range<usize>);

/// The words of one wording, with what each weighs.
struct Side<'w> {
    words: &'w [Word],
    weights: Vec<Weight>,
    /// The words that count as changed: no articles, nothing that only moved or took another ending.
    changed: Vec<bool>,
}

/// What differs between two wordings; nothing where it is only how an outlet sets them.
pub(super) fn difference(one: &[Word], other: &[Word]) -> Option<Difference> {
    let (mut one, mut other) = (Side::new(one), Side::new(other));
    let mut groups = groups(one.words, other.words);
    groups.retain(|it| !evened(&one, &other, it) && !evened(&other, &one, &(it.1.clone(), it.0.clone())));
    if groups.is_empty() {
        return None;
    }
    fold(&mut one, &mut other, &groups);
    let mut items: Vec<(Weight, String)> = groups.iter().flat_map(|it| items(&one, &other, it)).collect();
    items.sort_by_key(|it| it.0);
    let substance = items.first().is_some_and(|it| it.0 < Weight::Small);
    if items.is_empty() {
        items = groups.iter().filter_map(|it| Some((Weight::Small, folded(&one, &other, it)?))).collect();
    }
    let shown = listed(items.into_iter().map(|it| it.1));
    Some(Difference { substance, shown })
}

/// The words that differ, without those at either end that only one side has: who quotes a part leaves out the rest.
fn groups(one: &[Word], other: &[Word]) -> Vec<Group> {
    let keys = |words: &[Word]| words.iter().map(|it| it.key.clone()).collect::<Vec<_>>();
    let operations = capture_diff_slices(Algorithm::Myers, &keys(one), &keys(other));
    let mut groups: Vec<Group> = Vec::new();
    for it in operations.iter().filter(|it| it.tag() != DiffTag::Equal) {
        match groups.last_mut() {
            Some(last) if last.0.end == it.old_range().start && last.1.end == it.new_range().start => {
                *last = (last.0.start..it.old_range().end, last.1.start..it.new_range().end);
            }
            _ => groups.push((it.old_range(), it.new_range())),
        }
    }
    groups.retain(|(old, new)| {
        let one_sided = old.is_empty() || new.is_empty();
        let first = old.start == 0 && new.start == 0;
        let last = old.end == one.len() && new.end == other.len();
        !(one_sided && (first || last))
    });
    groups
}

/// Whether the words of a group differ only in how an outlet sets them, seen from the one side.
fn evened(one: &Side<'_>, other: &Side<'_>, (old, new): &Group) -> bool {
    let (mine, theirs) = (one.at(old.clone()), other.at(new.clone()));
    let letters = |words: &[Word]| words.iter().map(|it| &*it.key).collect::<String>();
    let denies = |side: &Side<'_>, range: &Range<usize>| range.clone().any(|it| side.weights[it] == Weight::Negation);
    if mine.len() == theirs.len() && mine.iter().zip(theirs).all(|(one, other)| one.may_be(other)) {
        return true;
    }
    if let ([short], [first, verb]) = (mine, theirs) {
        let host = short.key.strip_suffix("'s");
        return host == Some(&*first.key) && ["is", "has"].contains(&&*verb.key);
    }
    if denies(one, old) || denies(other, new) {
        return false;
    }
    // "4-5 boats" are not 45.
    let joined = letters(mine) == letters(theirs) && !letters(mine).contains(|it: char| it.is_ascii_digit());
    let small = new.clone().all(|it| other.weights[it] == Weight::Small);
    let bracketed = !mine.is_empty() && mine.iter().all(|it| it.added);
    let left_out = mine.is_empty() && one.words.get(old.start).is_some_and(|it| it.cut);
    joined || (bracketed && small) || left_out
}

/// Leaves out articles, and what the other side has elsewhere or with another ending.
fn fold(one: &mut Side<'_>, other: &mut Side<'_>, groups: &[Group]) {
    let mut spare: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in groups.iter().flat_map(|it| it.1.clone()).rev() {
        other.changed[at] = !article(&other.words[at]);
        spare.entry(stem(&other.words[at].key).into_owned()).or_default().push(at);
    }
    for at in groups.iter().flat_map(|it| it.0.clone()) {
        let word = &one.words[at];
        one.changed[at] = !article(word);
        let Some(places) = spare.get_mut(&*stem(&word.key)) else { continue };
        // What "not" stands before is what it denies: moved to another word, it says another thing.
        let stays = |place: &usize| one.weights[at] != Weight::Negation || one.denied(at) == other.denied(*place);
        if let Some(found) = places.iter().rposition(stays) {
            one.changed[at] = false;
            other.changed[places.remove(found)] = false;
        }
    }
}

/// The differences of a group, each with its weight.
fn items(one: &Side<'_>, other: &Side<'_>, group: &Group) -> Vec<(Weight, String)> {
    let (mut mine, mut theirs) = (one.changed(&group.0), other.changed(&group.1));
    let mut items = Vec::new();
    let (first, second) = (one.taken(&mut mine, Weight::Negation), other.taken(&mut theirs, Weight::Negation));
    if !(first.is_empty() && second.is_empty()) {
        // A negation that moved is told with the word that it denies.
        let moved = first.is_empty() != second.is_empty() && one.negates() && other.negates();
        let told = |side: &Side<'_>, places: &[usize]| side.told(&if moved { side.with_denied(places) } else { places.to_vec() });
        items.push((Weight::Negation, against(&told(one, &first), &told(other, &second))));
    }
    for old in mine.clone() {
        let Some(new) = theirs.iter().copied().find(|it| one.plays(old) == other.plays(*it)) else { continue };
        mine.retain(|it| *it != old);
        theirs.retain(|it| *it != new);
        items.push((one.weights[old], against(&one.told(&[old]), &other.told(&[new]))));
    }
    let least = mine.iter().map(|it| one.weights[*it]).chain(theirs.iter().map(|it| other.weights[*it])).min();
    if let Some(weight) = least {
        let one_sided = mine.is_empty() || theirs.is_empty();
        let weight = if one_sided { weight.max(Weight::Dropped) } else { weight };
        items.push((weight, against(&one.told(&mine), &other.told(&theirs))));
    }
    items
}

/// A group of which nothing counts: articles, endings, and words that stand elsewhere, told where they are left out.
fn folded(one: &Side<'_>, other: &Side<'_>, (old, new): &Group) -> Option<String> {
    let articles = |words: &[Word]| words.iter().all(article);
    let (mine, theirs) = (one.phrase(old.clone()), other.phrase(new.clone()));
    match (old.is_empty(), new.is_empty()) {
        (false, true) if !articles(one.at(old.clone())) => Some(format!("“{mine}” in another place")),
        (true, false) if !articles(other.at(new.clone())) => None,
        _ => Some(against(&mine, &theirs)),
    }
}

fn article(word: &Word) -> bool {
    ["a", "an", "the"].contains(&&*word.key)
}

impl<'w> Side<'w> {
    fn new(words: &'w [Word]) -> Self {
        Self { words, weights: weights(words), changed: vec![false; words.len()] }
    }

    fn at(&self, range: Range<usize>) -> &'w [Word] {
        self.words.get(range).unwrap_or_default()
    }

    fn changed(&self, range: &Range<usize>) -> Vec<usize> {
        range.clone().filter(|it| self.changed[*it]).collect()
    }

    fn of(&self, places: &[usize], weight: Weight) -> Vec<usize> {
        places.iter().copied().filter(|it| self.weights[*it] == weight).collect()
    }

    /// Takes the words of that weight out of `places`.
    fn taken(&self, places: &mut Vec<usize>, weight: Weight) -> Vec<usize> {
        let taken = self.of(places, weight);
        places.retain(|it| self.weights[*it] != weight);
        taken
    }

    /// The part that a word plays, which another takes over that stands in its place.
    fn plays(&self, at: usize) -> (Weight, Class) {
        let class = match self.weights[at] {
            Weight::Small => lexicon().class(&self.words[at].key),
            _ => Class::NONE,
        };
        let parts = [Class::PREPOSITION, Class::MODAL, Class::PRONOUN, Class::AUXILIARY, Class::CONJUNCTION, Class::DETERMINER];
        (self.weights[at], parts.into_iter().find(|it| class.is(*it)).unwrap_or_default())
    }

    /// Whether a negation of it differs.
    fn negates(&self) -> bool {
        self.changed.iter().zip(&self.weights).any(|it| it == (&true, &Weight::Negation))
    }

    /// The place of the word that a negation denies: the next with a meaning of its own.
    fn denied_at(&self, at: usize) -> Option<usize> {
        (at + 1..self.words.len()).find(|it| matches!(self.weights[*it], Weight::Noun | Weight::Verb | Weight::Other))
    }

    fn denied(&self, at: usize) -> Option<String> {
        self.denied_at(at).map(|it| stem(&self.words[it].key).into_owned())
    }

    fn with_denied(&self, places: &[usize]) -> Vec<usize> {
        let denied = places.last().and_then(|it| self.denied_at(*it));
        places.iter().copied().chain(denied).collect()
    }

    fn phrase(&self, range: Range<usize>) -> String {
        self.told(&range.collect::<Vec<_>>())
    }

    /// The words at those places, with dots where others stand between and articles filled in.
    fn told(&self, places: &[usize]) -> String {
        let mut told = String::new();
        let mut last: Option<usize> = None;
        for at in places.iter().copied().take(LONG) {
            let between = last.map_or(at..at, |it| it + 1..at);
            let articles = self.at(between.clone()).iter().all(article);
            let filled = if articles {
                between.chain(at..=at).map(|it| &*self.words[it].shown).collect::<Vec<_>>().join(" ")
            } else {
                format!("… {}", self.words[at].shown)
            };
            told.push_str(if last.is_some() { " " } else { "" });
            told.push_str(&filled);
            last = Some(at);
        }
        told.push_str(if places.len() > LONG { " …" } else { "" });
        told
    }
}

/// What each word weighs, by the part that it plays in its sentence.
fn weights(words: &[Word]) -> Vec<Weight> {
    let sentence = words.iter().map(|it| &*it.shown).collect::<Vec<_>>().join(" ");
    let text = Text::new(&sentence, lexicon());
    let tags = tags(&text, 0..text.tokens.len());
    let mut start = 0;
    let weight = |word: &Word| {
        let tag = tags.get(text.token_at(start)).copied();
        start += u32::try_from(word.shown.len() + 1).unwrap_or(u32::MAX);
        let class = lexicon().class(&word.key);
        match tag {
            _ if class.is(Class::NEGATION) => Weight::Negation,
            _ if class.is(Class::FUNCTION) => Weight::Small,
            _ if word.key.contains(|it: char| it.is_ascii_digit()) => Weight::Noun,
            Some(tag) if tag.is_noun() || tag == Tag::Number => Weight::Noun,
            Some(tag) if tag.is_verb() => Weight::Verb,
            _ => Weight::Other,
        }
    };
    words.iter().map(weight).collect()
}

fn against(one: &str, other: &str) -> String {
    let quoted = |it: &str| if it.is_empty() { "nothing".to_owned() } else { format!("“{it}”") };
    format!("{} against {}", quoted(one), quoted(other))
}

/// As many differences as a person takes in, and how many more there are.
fn listed(items: impl ExactSizeIterator<Item = String>) -> String {
    let all = items.len();
    let mut shown: Vec<String> = Vec::new();
    let mut wide = 0;
    for it in items {
        wide += it.chars().count() + 2;
        if wide > WIDE && !shown.is_empty() {
            break;
        }
        shown.push(it);
    }
    let more = all - shown.len();
    let list = shown.join("; ");
    if more > 0 { format!("{list}; and {more} more") } else { list }
}

#[cfg(test)]
mod tests {
    use super::super::wording::words;
    use super::*;

    /// The differences with `!` before those of substance; "same" where there are none.
    fn check(one: &str, other: &str, expected: &str) {
        let told = difference(&words(one), &words(other));
        let told = told.map_or("same".to_owned(), |it| format!("{}{}", if it.substance { "!" } else { "" }, it.shown));
        assert_eq!(told, expected, "{one} | {other}");
    }

    const FULL: &str = "We will not reopen the northern harbour and its yard before the winter";

    #[test]
    fn substance_stands_first() {
        check(FULL, "We will never reopen the northern harbour and its yard before the winter", "!“not” against “never”");
        check(
            FULL,
            "They will close the northern bridge and its yard before the winter",
            "!“not” against nothing; “harbour” against “bridge”; “reopen” against “close”; “We” against “They”",
        );
        check(
            FULL,
            "We will not reopen the southern harbour after the winter",
            "!“northern” against “southern”; “and its yard” against nothing; “before” against “after”",
        );
        check(
            "We paid Holm 40 crowns for her old boat last year",
            "We paid Lund 60 crowns for her last year",
            "!“Holm” against “Lund”; “40” against “60”; “old boat” against nothing",
        );
    }

    #[test]
    fn a_negation_before_another_word_says_another_thing() {
        check(
            "We will not close the yard and will reopen the harbour",
            "We will close the yard and will not reopen the harbour",
            "!“not close” against nothing; nothing against “not reopen”",
        );
        check("We really will not now close the yard", "We really will now not close the yard", "“now” in another place");
    }

    #[test]
    fn articles_endings_and_order_are_folded() {
        check(FULL, "We will not reopen a northern harbour and its yard before winter", "“the” against “a”; “the” against nothing");
        check(
            FULL,
            "We will not reopen the northern harbours and its yards before the winter",
            "“harbour” against “harbours”; “yard” against “yards”",
        );
        check(FULL, "We will not close a northern harbours and its yards before the winter", "!“reopen” against “close”");
    }

    #[test]
    fn what_outlets_set_as_they_please_is_no_difference() {
        check(FULL, "We won’t re-open the north-\nern harbour & its yard before the winter", "same");
        check("She has paid, and the mayor is content", "She's paid, and the mayor's content", "same");
        check("[The council] will reopen the harbour [sic] soon enough", "They will reopen the harbour soon enough", "same");
        check("We will reopen the harbour ... before the winter", "We will reopen the harbour and its yard before the winter", "same");
        check("We will not reopen the harbour", "It is certain that we will not reopen the harbour", "same");
    }

    #[test]
    fn brackets_dots_and_joined_words_excuse_no_negation() {
        check("We will ... reopen the harbour", "We will not reopen the harbour", "!nothing against “not”");
        check("We will [not] reopen the harbour", "We will reopen the harbour", "!“not” against nothing");
        check("The storm is not able to harm us", "The storm is notable to harm us", "!“not” against nothing; “able” against “notable”");
        check("We sold 4-5 boats here", "We sold 45 boats here", "!“4” against “45”; “5” against nothing");
        check("We will [reopen] the harbour", "We will close the harbour", "!“reopen” against “close”");
    }

    #[test]
    fn a_long_list_is_cut_short() {
        let one = "alder birch cedar dogwood elder and fir hazel juniper larch maple then";
        let other = "apple banana cherry damson elderberry and fig grape lemon mango then";
        let shown = difference(&words(one), &words(other)).expect("they differ").shown;
        assert!(shown.chars().count() <= WIDE + 20 && shown.contains("; and "), "{shown}");
    }
}
