//! Tags the words of a sentence: a perceptron whose weights are whole numbers, under a few rules of grammar.
//!
//! Each word gets the tag with the highest sum of weights over what is seen of it and its neighbours, from left to right.
//! A compound with hyphens is one word to the tagger, and `didn't` is two.

use std::ops::Range;
use std::sync::LazyLock;

use super::derivation::is_land;
use super::dictionary::Rows;
use super::stem::lemma;
use super::tag::Tag;
use super::telegraph;
use super::third_person::{self, ends_in_s};
use super::vocabulary::{Part, knows};
use crate::text::{Class, Kind, Text};

const FEATURES: &str = include_str!("data/tagger.txt");
const WORDS: &str = include_str!("data/tagger-words.txt");

/// The tags of the tokens in that range, which should be a sentence.
pub fn tags(text: &Text<'_>, tokens: Range<usize>) -> Vec<Tag> {
    let units = units(text, tokens.clone());
    let letters = letters(&units);
    let mut tags = vec![Tag::Mark; tokens.len()];
    for (unit, letter) in units.iter().zip(letters).filter(|it| !it.0.tail) {
        for at in unit.tokens.clone() {
            tags[at - tokens.start] = Tag::of_letter(letter);
        }
    }
    prefixed(text, &units, tokens.start, &mut tags);
    correct(text, tokens.start, &mut tags);
    tags
}

/// What the tagger takes for one word.
struct Unit<'t> {
    tokens: Range<usize>,
    word: &'t str,
    /// The `n't` of a verb, which has no token of its own.
    tail: bool,
}

fn units<'t>(text: &Text<'t>, tokens: Range<usize>) -> Vec<Unit<'t>> {
    let mut units = Vec::with_capacity(tokens.len() + 2);
    let mut at = tokens.start;
    while at < tokens.end {
        let end = compound_end(text, at, tokens.end);
        let span = text.tokens[at].span.join(text.tokens[end - 1].span);
        let word = span.of(text.source);
        let negated = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")).filter(|it| end == at + 1 && !it.is_empty());
        units.push(Unit { tokens: at..end, word: negated.unwrap_or(word), tail: false });
        if negated.is_some() {
            units.push(Unit { tokens: at..end, word: "n't", tail: true });
        }
        at = end;
    }
    units
}

/// The end of the words that hyphens join to the one at `at`.
pub(super) fn compound_end(text: &Text<'_>, at: usize, limit: usize) -> usize {
    let mut end = at + 1;
    let wordlike = |at: usize| matches!(text.tokens[at].kind, Kind::Word | Kind::Number);
    while wordlike(at)
        && end + 1 < limit
        && text.tokens[end].glued
        && text.tokens[end + 1].glued
        && text.word(end) == "-"
        && wordlike(end + 1)
    {
        end += 2;
    }
    end
}

/// The letters that stand for the tags of the model, in the order that breaks ties.
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrs";

type Scores = [i32; LETTERS.len()];

fn letters(units: &[Unit<'_>]) -> Vec<u8> {
    static PLAIN: LazyLock<Rows> = LazyLock::new(|| Rows::new(WORDS));
    let forms: Vec<String> = units.iter().map(|it| form(it.word)).collect();
    let mut letters = Vec::with_capacity(units.len());
    let (mut before, mut before_that) = (b'0', b'1');
    for (at, unit) in units.iter().enumerate() {
        let plain = PLAIN.get(mark(unit.word)).and_then(|it| it.bytes().next());
        let letter = plain.unwrap_or_else(|| guess(at, unit, &forms, [before, before_that]));
        letters.push(letter);
        (before_that, before) = (before, letter);
    }
    letters
}

/// The marks that the model knows under other names.
fn mark(word: &str) -> &str {
    match word {
        "\"" | "”" | "»" => "''",
        "“" | "«" | "„" => "``",
        "(" | "[" => "-LRB-",
        ")" | "]" => "-RRB-",
        "–" | "—" => "--",
        "’s" => "'s",
        _ => word,
    }
}

/// What the features see of a word: its small letters, or that it is a number or compound.
fn form(word: &str) -> String {
    let bytes = word.as_bytes();
    if word.get(1..).is_some_and(|it| it.contains('-')) {
        "!HYPHEN".to_owned()
    } else if bytes.len() == 4 && bytes.iter().all(u8::is_ascii_digit) {
        "!YEAR".to_owned()
    } else if bytes.first().is_some_and(u8::is_ascii_digit) {
        "!DIGITS".to_owned()
    } else {
        mark(word).to_lowercase()
    }
}

fn guess(at: usize, unit: &Unit<'_>, forms: &[String], [before, before_that]: [u8; 2]) -> u8 {
    let form = |step: isize| -> &str {
        match at.checked_add_signed(step) {
            Some(at) => forms.get(at).map_or("-END-", String::as_str),
            None => "-START2-",
        }
    };
    let first = unit.word.chars().next().map_or(" ", |it| unit.word.get(..it.len_utf8()).unwrap_or_default());
    let mut scores: Scores = [0; LETTERS.len()];
    let mut key = String::with_capacity(32);
    let mut add = |name: char, parts: &[&str]| {
        key.clear();
        key.push(name);
        for part in parts {
            key.push_str(part);
        }
        weigh(&key, &mut scores);
    };
    let (mut b, mut bb) = ([0; 4], [0; 4]);
    let (b, bb) = (&*char::from(before).encode_utf8(&mut b), &*char::from(before_that).encode_utf8(&mut bb));
    add('a', &[]);
    add('s', &[last_letters(unit.word)]);
    add('c', &[first]);
    add('t', &[b]);
    add('u', &[bb]);
    add('v', &[b, bb]);
    add('w', &[form(0)]);
    add('b', &[b, form(0)]);
    add('p', &[form(-1)]);
    add('x', &[last_letters(form(-1))]);
    add('n', &[form(1)]);
    add('y', &[last_letters(form(1))]);
    let best = (0..LETTERS.len()).max_by_key(|it| (scores[*it], *it)).unwrap_or_default();
    LETTERS[best]
}

/// The last three letters of a word.
fn last_letters(word: &str) -> &str {
    let start = word.char_indices().rev().nth(2).map_or(0, |it| it.0);
    word.get(start..).unwrap_or_default()
}

/// Adds the weights of a feature, written as letters and numbers: `T-7j6`.
fn weigh(feature: &str, scores: &mut Scores) {
    static ROWS: LazyLock<Rows> = LazyLock::new(|| Rows::new(FEATURES));
    let Some(weights) = ROWS.get(feature) else { return };
    let (mut tag, mut weight, mut sign) = (0, 0, 1);
    for byte in weights.bytes() {
        match byte {
            b'-' => sign = -1,
            b'0'..=b'9' => weight = weight * 10 + i32::from(byte - b'0'),
            _ => {
                scores[tag] += sign * weight;
                tag = usize::from(if byte <= b'Z' { byte - b'A' } else { byte - b'a' + 26 });
                (weight, sign) = (0, 1);
            }
        }
    }
    scores[tag] += sign * weight;
}

/// Reads "was re-elected" as a passive of the verb behind the hyphen.
fn prefixed(text: &Text<'_>, units: &[Unit<'_>], start: usize, tags: &mut [Tag]) {
    for unit in units.iter().filter(|it| it.tokens.len() == 3 && !it.tail) {
        let (prefix, last) = (unit.tokens.start, unit.tokens.end - 1);
        let verb = text.word(last).ends_with("ed") && knows(&lemma(text.word(last), Part::Verb), Part::Verb);
        let prefix_known = ["co", "de", "mis", "out", "over", "pre", "re", "under"].iter().any(|it| text.is(prefix, it));
        if verb && prefix_known && perfect_or_passive(text, start, prefix - start, tags) {
            tags[prefix - start] = Tag::Adverb;
            tags[prefix - start + 1] = Tag::Adverb;
            tags[last - start] = Tag::Participle;
        }
    }
}

/// Mends what the words around make certain.
fn correct(text: &Text<'_>, start: usize, tags: &mut [Tag]) {
    for at in 0..tags.len() {
        let token = &text.tokens[start + at];
        let tag = tags[at];
        if token.kind == Kind::Mark {
            // A hyphen inside a compound keeps the tag of its compound.
            let joined = text.word(start + at) == "-" && at > 0 && token.glued && tags[at - 1] == tag;
            if !joined {
                tags[at] = Tag::Mark;
            }
        } else if token.kind == Kind::Number && !(at > 0 && tags[at - 1].is_adjective()) {
            tags[at] = if tag.is_adjective() { tag } else { Tag::Number };
        } else if tag == Tag::Number && token.capital && at > 0 && tags[at - 1] == Tag::Name {
            // "Harbour One": a capital that only a name gives.
            tags[at] = Tag::Name;
        } else if token.class.is(Class::NUMBER_WORD) && (tag.is_verb() || at == 0 && token.capital && tags.get(1) != Some(&Tag::Name)) {
            tags[at] = Tag::Number;
        } else if at == 0 && tag == Tag::Name && ["Acting", "Ex", "Former", "Retired", "Senior"].contains(&text.word(start)) {
            // "Former mayor Anna Holm": the capital is that of the sentence.
            tags[at] = Tag::Adjective;
        } else if tag == Tag::Name
            && (at == 0 && tags.get(1) != Some(&Tag::Name) && telegraph::opens_headline(text.word(start))
                || at == 2 && !token.capital && text.is(start, "ex"))
        {
            tags[at] = Tag::Noun;
        } else if token.capital && tag.is_adjective() && is_land(&text.word(start + at).to_lowercase()) {
            tags[at] = Tag::Name;
        } else if tag == Tag::Base
            && let Some(tense) = tense(text, start, at, tags)
        {
            tags[at] = tense;
        } else if let Some(tag) = misjudged(text, start, at, tags) {
            tags[at] = tag;
        } else if let Some(verb) = only_verb(text, start, at, tags) {
            tags[at] = verb;
        } else if matches!(tag, Tag::Base | Tag::Present)
            && at > 0
            && tags[at - 1] == Tag::ThirdPerson
            && telegraph::is_object(text, start, at)
        {
            // "Council backs plan for a lock".
            tags[at] = Tag::Noun;
        } else if tag == Tag::Present && third_person::has_object(text, start, at, tags) {
            // "The law limits noise".
            tags[at] = Tag::Noun;
        } else if matches!(tag, Tag::ThirdPerson | Tag::Present) && telegraph::stands_before_verb(text, start, at, tags) {
            // "Norland's rebels in May freed two men".
            tags[at] = if tag == Tag::ThirdPerson { Tag::Plural } else { Tag::Noun };
        } else if let Some(tag) = telegraph::told(text, start, at, tags) {
            tags[at] = tag;
        } else if tag == Tag::ThirdPerson && !ends_in_s(text.word(start + at)) {
            tags[at] = Tag::Noun;
        } else if tag == Tag::Plural && third_person::tells(text, start, at, tags) {
            tags[at] = Tag::ThirdPerson;
        } else if tag == Tag::Past && heaped(text, start, at, tags) {
            tags[at - 1] = Tag::Adjective;
            tags[at] = Tag::Adjective;
        } else if tag == Tag::Past
            && (perfect_or_passive(text, start, at, tags)
                || reduced(text, start, at, tags)
                || describes(at, tags)
                || telegraph::crowded(text, start, at, tags)
                || telegraph::trails(text, start, at, tags))
        {
            tags[at] = Tag::Participle;
        } else if tag == Tag::Participle
            && (only_past(text.word(start + at)) || !perfect_or_passive(text, start, at, tags) && tells(text, start, at, tags))
        {
            tags[at] = Tag::Past;
        }
    }
}

/// Verbs whose past is their base form.
const UNCHANGED: [&str; 20] = [
    "beat",
    "bet",
    "bid",
    "broadcast",
    "burst",
    "cast",
    "cost",
    "cut",
    "forecast",
    "hit",
    "hurt",
    "let",
    "put",
    "quit",
    "read",
    "set",
    "shed",
    "shut",
    "split",
    "spread",
];

/// Prepositions that are other words too.
const LEADING: [&str; 4] = ["inside", "near", "opposite", "outside"];

/// The tag of a word whose own can not be right where it stands, as it often is in a headline.
fn misjudged(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> Option<Tag> {
    let word = text.word(start + at).to_lowercase();
    let base = || lemma(&word, Part::Verb);
    let before = (0..at).rev().find(|it| tags[*it] != Tag::Adverb).map(|it| tags[it]);
    let next = tags.get(at + 1).copied().unwrap_or(Tag::Mark);
    let capital = text.tokens[start + at].capital;
    match tags[at] {
        // "Outside Oslo".
        Tag::Adjective | Tag::Adverb | Tag::Noun if LEADING.contains(&word.as_str()) && !capital && at > 0 => {
            let place = next == Tag::Name || next == Tag::Determiner;
            (place && before != Some(Tag::Determiner)).then_some(Tag::Preposition)
        }
        // "A civilian was hurt": an article wants a noun.
        Tag::Adjective if !capital && before == Some(Tag::Determiner) && at > 0 && tags[at - 1] == Tag::Determiner => {
            let closes = next.is_verb() || matches!(next, Tag::Mark | Tag::Modal | Tag::Preposition);
            let article = ["a", "an"].iter().any(|it| text.is(start + at - 1, it));
            let joined = text.is(start + at + 1, "-") || text.is(start + at + 1, ",");
            (article && closes && !joined && knows(&word, Part::Noun)).then_some(Tag::Noun)
        }
        // "Troops fought rebels": what is a past tense and no adjective.
        Tag::Adjective if !capital && before.is_some_and(Tag::is_noun) && next.is_noun() && base() != word => {
            let told = tags.iter().take(at).any(|it| it.is_finite());
            (!told && knows(&base(), Part::Verb) && !knows(&word, Part::Adjective) && text.class(start + at).is(Class::PAST))
                .then_some(Tag::Past)
        }
        // "300 flee homes": what is known as a verb alone is none that describes.
        Tag::Adjective if !capital && matches!(before, Some(Tag::Number | Tag::Plural)) && next.is_noun() => {
            let told = tags.iter().any(|it| it.is_verb());
            (!told && knows(&word, Part::Verb) && !knows(&word, Part::Adjective) && !knows(&word, Part::Noun)).then_some(Tag::Present)
        }
        // "Government troops fought rebels": before a past tense stands who did it.
        Tag::ThirdPerson if !capital && before.is_some_and(Tag::is_noun) && matches!(next, Tag::Adjective) => {
            let past = text.class(start + at + 1).is(Class::PAST) && !knows(&text.word(start + at + 1).to_lowercase(), Part::Adjective);
            (past && knows(&lemma(&word, Part::Noun), Part::Noun)).then_some(Tag::Plural)
        }
        // "To Varga", "Earthquake kills nine".
        Tag::Base if !knows(&base(), Part::Verb) && !text.tokens[start + at].glued => {
            if capital && at > 0 {
                Some(Tag::Name)
            } else {
                Some(Tag::Noun).filter(|_| knows(&word, Part::Noun))
            }
        }
        Tag::Comparative if !capital && !knows(&word, Part::Adjective) && knows(&word, Part::Noun) && known_whole(&word) => Some(Tag::Noun),
        // "Will hand the job to his son".
        Tag::Noun if !capital && before == Some(Tag::Modal) && knows(&word, Part::Verb) => {
            matches!(next, Tag::Determiner | Tag::PossessivePronoun | Tag::Pronoun).then_some(Tag::Base)
        }
        // "Fire tore through a block": what is a past tense alone is no noun behind one.
        Tag::Noun if !capital && only_past(&word) && !knows(&word, Part::Noun) => Some(Tag::Past),
        // "The strike has cost the firm $5 million".
        Tag::Noun
            if UNCHANGED.contains(&word.as_str()) && has_before(text, start, at, tags) && !matches!(next, Tag::Noun | Tag::Plural) =>
        {
            Some(Tag::Participle)
        }
        // "A sinking dinghy".
        Tag::Past if !capital && base() == word && !knows(&word, Part::Verb) && known_noun(&word) => Some(Tag::Noun),
        // "14 die in a battle".
        Tag::Noun if word == "die" && matches!(before, Some(Tag::Number | Tag::Plural)) => Some(Tag::Present),
        // "The dam burst on Friday": a verb is wanted, and no other word can be one.
        Tag::Noun
            if UNCHANGED.contains(&word.as_str())
                && before.is_some_and(Tag::is_noun)
                && (!next.is_noun() || before == Some(Tag::Name) && next == Tag::Name && !capital) =>
        {
            (!tags.iter().any(|it| it.is_verb() || *it == Tag::Modal)).then_some(Tag::Past)
        }
        // "Sales fall 8 percent in March".
        Tag::Noun if !capital && before == Some(Tag::Plural) && matches!(next, Tag::Number) => {
            let told = tags.iter().any(|it| it.is_finite() || *it == Tag::Modal);
            (!told && knows(&word, Part::Verb)).then_some(Tag::Present)
        }
        // "Fire hurts six people": what is behind a thing and before a figure or an article is told of it.
        Tag::Plural if !capital && matches!(before, Some(Tag::Noun | Tag::Name)) && at > 0 && tags[at - 1].is_noun() => {
            let hedged = next == Tag::Preposition && ["least", "most"].iter().any(|it| text.is(start + at + 2, it));
            let opens = hedged || matches!(next, Tag::Number | Tag::Determiner | Tag::PossessivePronoun);
            let told = tags.iter().take(at).any(|it| it.is_finite() || *it == Tag::Modal);
            (opens && !told && knows(&base(), Part::Verb)).then_some(Tag::ThirdPerson)
        }
        _ => None,
    }
}

/// Whether a word that no table has as a verb ends as no past tense does.
fn known_noun(word: &str) -> bool {
    word.bytes().all(|it| it.is_ascii_lowercase()) && !word.ends_with("ed") && word.len() > 3
}

/// Whether a form of `have` stands before, with nothing but adverbs between.
fn has_before(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    let before = (0..at).rev().find(|it| tags[*it] != Tag::Adverb);
    before.is_some_and(|it| ["has", "have", "had"].iter().any(|word| text.is(start + it, word)))
}

/// Whether a word is no comparative of an adjective: "ladder".
fn known_whole(word: &str) -> bool {
    lemma(word, Part::Adjective) == word
}

/// The tense of a verb that stands in its base form where only a tense can stand: "the team beat", "ports shut".
fn tense(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> Option<Tag> {
    let before = (0..at).rev().find(|it| tags[*it] != Tag::Adverb)?;
    // "Dahl, second in May, finally beat her": behind an aside, where nothing else is told.
    let told = || tags.iter().any(|it| it.is_finite() || matches!(it, Tag::Modal | Tag::To | Tag::Participle));
    let aside = text.is(start + before, ",") && tags.first().is_some_and(|it| it.is_noun() || *it == Tag::Determiner);
    let behind = aside && !tags.iter().any(|it| it.is_finite() || *it == Tag::Modal) && (before + 1 < at || !told());
    if !(behind || tags[before].is_noun() || matches!(tags[before], Tag::Pronoun | Tag::WhDeterminer | Tag::WhPronoun)) {
        return None;
    }
    // "let the crew leave", "did the port close": another verb stands before the noun.
    let helped = (0..before).any(|it| {
        tags[it] == Tag::Modal
            || matches!(
                text.word(start + it).to_lowercase().as_str(),
                "do" | "does" | "did" | "let" | "make" | "made" | "help" | "helped" | "see" | "saw"
            )
    });
    let word = text.word(start + at).to_lowercase();
    if telegraph::stands_in_a_name(&word, at, tags) {
        return Some(Tag::Noun);
    }
    (!helped).then(|| if UNCHANGED.contains(&word.as_str()) { Tag::Past } else { Tag::Present })
}

/// The tag of a word that is known as a verb alone, where it stands behind what can be its subject or beside a verb.
fn only_verb(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> Option<Tag> {
    let word = text.word(start + at);
    let (tag, before, next) = (tags[at], *tags.get(at.checked_sub(1)?)?, tags.get(at + 1).copied().unwrap_or(Tag::Mark));
    let alone = |word: &str| knows(word, Part::Verb) && ![Part::Noun, Part::Adjective].iter().any(|it| knows(word, *it));
    let opens = next.is_noun() || matches!(next, Tag::Determiner | Tag::Number | Tag::PossessivePronoun | Tag::Pronoun);
    if tag == Tag::Noun && !text.tokens[start + at].capital && before.is_noun() && opens && alone(word) {
        return Some(Tag::Present);
    }
    // "Guards arrest two men": no word that is no adverb is one.
    let adverb = || knows(word, Part::Adverb) || word.ends_with("ly");
    if tag == Tag::Adverb && matches!(before, Tag::Plural | Tag::Name) && opens && knows(word, Part::Verb) && !adverb() {
        return Some(Tag::Present);
    }
    // "To close the port and open two schools": no adjective stands before a number or an article.
    // "To free 40 men".
    if matches!(tag, Tag::Adjective | Tag::Noun)
        && before == Tag::To
        && matches!(next, Tag::Number | Tag::Determiner | Tag::PossessivePronoun)
        && knows(word, Part::Verb)
    {
        return Some(Tag::Base);
    }
    let aim = tag == Tag::Adjective && matches!(next, Tag::Number | Tag::Determiner | Tag::PossessivePronoun) && knows(word, Part::Verb);
    if aim && before == Tag::Conjunction && !matches!(word, "last" | "second") && tags.iter().take(at).any(|it| *it == Tag::Base) {
        return Some(Tag::Base);
    }
    // "A plane bound for Oslo".
    if word == "bound" && before.is_noun() && text.is(start + at + 1, "for") {
        return Some(Tag::Participle);
    }
    // "Lindvik anticipates lower sales": what is known as a verb alone is no plural.
    let subject = before.is_noun() || before == Tag::Pronoun;
    if tag == Tag::Plural && !text.tokens[start + at].capital && subject && ends_in_s(word) && alone(&lemma(word, Part::Verb)) {
        return Some(Tag::ThirdPerson);
    }
    let many = matches!(text.word(start + at + 1), "dozens" | "hundreds" | "millions" | "scores" | "thousands");
    let opens = many || opens && !next.is_noun();
    let past = tag == Tag::Adjective && word.ends_with("ed") && alone(&lemma(word, Part::Verb));
    let told = tags.iter().take(at).any(|it| *it == Tag::Past);
    (past && opens && before == Tag::Conjunction && told).then_some(Tag::Past)
}

/// Whether a form is a past tense alone, its verb having a participle of its own: "grew", beside "grown".
pub(super) fn only_past(word: &str) -> bool {
    const PAST: [&str; 52] = [
        "arose",
        "ate",
        "awoke",
        "bade",
        "became",
        "began",
        "bit",
        "bore",
        "broke",
        "came",
        "chose",
        "did",
        "drank",
        "drew",
        "drove",
        "fell",
        "flew",
        "forbade",
        "forgave",
        "forgot",
        "foresaw",
        "froze",
        "gave",
        "grew",
        "hid",
        "knew",
        "lay",
        "mistook",
        "overcame",
        "overtook",
        "rang",
        "rode",
        "rose",
        "sang",
        "sank",
        "saw",
        "shook",
        "shrank",
        "spoke",
        "sprang",
        "stole",
        "swam",
        "swore",
        "took",
        "tore",
        "undertook",
        "undid",
        "went",
        "withdrew",
        "wore",
        "wove",
        "wrote",
    ];
    PAST.iter().any(|it| crate::text::alike(it, word))
}

/// Whether a form of `be` or `have` stands before, with nothing but adverbs between.
fn perfect_or_passive(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    let before = (0..at).rev().find(|it| tags[*it] != Tag::Adverb);
    before.is_some_and(|it| text.class(start + it).is(Class::AUXILIARY) && !text.word(start + it).to_lowercase().starts_with('d'))
}

/// Whether a past tense only describes the noun before it: "the ships built by Norway sank".
fn reduced(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    let noun = at > 0 && tags[at - 1].is_noun();
    noun && text.is(start + at + 1, "by") && tags.iter().skip(at + 1).any(|it| it.is_finite())
}

/// Whether a past tense can only describe the noun after it: "400 confirmed cases", "the retaken town".
fn describes(at: usize, tags: &[Tag]) -> bool {
    let opened = at > 0 && matches!(tags[at - 1], Tag::Determiner | Tag::Number | Tag::PossessivePronoun | Tag::PossessiveMark);
    let noun = tags.get(at + 1).is_some_and(|it| matches!(it, Tag::Noun | Tag::Plural));
    // "The firm expects adjusted earnings": two verbs in a tense do not stand side by side.
    let behind_verb = at > 0 && matches!(tags[at - 1], Tag::ThirdPerson | Tag::Present);
    if behind_verb && noun {
        return true;
    }
    // "of the ten, two captured towns": a verb would be wanted elsewhere.
    opened && noun && tags.iter().enumerate().any(|(other, it)| other != at && it.is_finite())
}

/// Whether two forms in a row describe the noun after them: "adjusted diluted earnings fell".
fn heaped(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    let first = at > 0 && tags[at - 1] == Tag::Participle && !perfect_or_passive(text, start, at - 1, tags);
    let noun = tags.get(at + 1).is_some_and(|it| matches!(it, Tag::Noun | Tag::Plural));
    first && noun && tags.iter().skip(at + 2).any(|it| it.is_finite() || *it == Tag::Participle)
}

/// Whether a participle must be the past tense: it is the only verb that could carry the sentence, it follows its
/// subject, and an object or nothing that marks a passive comes after.
fn tells(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    // "The firm reported sales and raised fares": a verb behind "and" has the same subject.
    let joined = |it: usize| it > at && tags[it - 1] == Tag::Conjunction;
    let alone = !tags.iter().enumerate().any(|(at, it)| it.is_finite() && !joined(at));
    let subject = at > 0 && (tags[at - 1].is_noun() || tags[at - 1] == Tag::Pronoun);
    let object = tags.get(at + 1).is_some_and(|it| it.is_noun() || matches!(it, Tag::Determiner | Tag::Number | Tag::PossessivePronoun));
    // "Prices increased by 4 percent": by how much is no one who does it.
    let by = text.is(start + at + 1, "by");
    let measured = by && matches!(tags.get(at + 2), Some(Tag::Number));
    alone && subject && (object && !by || measured) || goes_on(text, start, at, tags)
}

/// Whether a participle behind "and" is a second past tense of what its sentence tells: "agreed to sell the dock and offered to buy".
fn goes_on(text: &Text<'_>, start: usize, at: usize, tags: &[Tag]) -> bool {
    let joined = at > 0 && tags[at - 1] == Tag::Conjunction && tags.get(at + 1) == Some(&Tag::To);
    let before = (0..at).rev().find(|it| tags[*it].is_finite() || tags[*it] == Tag::Participle);
    joined && before.is_some_and(|it| tags[it] == Tag::Past && !text.class(start + it).is(Class::AUXILIARY))
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::tests::check_sorted;
    use super::*;
    use crate::extract::lexicon;

    fn check(source: &str, expected: &str) {
        let text = Text::new(source, lexicon());
        let tags = tags(&text, 0..text.tokens.len());
        let read: Vec<_> = (0..tags.len()).map(|it| format!("{}/{:?}", text.word(it), tags[it])).collect();
        assert_eq!(read.join(" "), expected);
    }

    #[test]
    fn a_headline_is_tagged() {
        check("Fire hurts six people", "Fire/Noun hurts/ThirdPerson six/Number people/Plural");
        check("14 die in gun battle", "14/Number die/Present in/Preposition gun/Noun battle/Noun");
        check("The dam burst on Friday", "The/Determiner dam/Noun burst/Past on/Preposition Friday/Name");
    }

    #[test]
    fn a_plain_sentence_is_tagged() {
        check("The ferry carried 12 passengers.", "The/Determiner ferry/Noun carried/Past 12/Number passengers/Plural ./Mark");
        check("Dockers didn't accept the offer", "Dockers/Plural didn't/Past accept/Base the/Determiner offer/Noun");
    }

    #[test]
    fn a_passive_has_a_participle() {
        check(
            "Two villages were later flooded by the river.",
            "Two/Number villages/Plural were/Past later/Adverb flooded/Participle by/Preposition the/Determiner river/Noun ./Mark",
        );
    }

    #[test]
    fn a_country_is_a_name() {
        check("Ukraine denies it.", "Ukraine/Name denies/ThirdPerson it/Pronoun ./Mark");
    }

    #[test]
    fn a_word_that_is_only_a_verb_is_one() {
        check("Laws prohibit trade in ivory.", "Laws/Name prohibit/Present trade/Noun in/Preposition ivory/Noun ./Mark");
        check(
            "It left 14 people dead and destroyed hundreds of homes.",
            "It/Pronoun left/Past 14/Number people/Plural dead/Adjective and/Conjunction destroyed/Past hundreds/Plural of/Preposition homes/Plural ./Mark",
        );
    }

    #[test]
    fn a_compound_is_one_word() {
        check("A state-run mine closed.", "A/Determiner state/Adjective -/Adjective run/Adjective mine/Noun closed/Past ./Mark");
    }

    #[test]
    fn the_tables_are_sorted() {
        check_sorted(FEATURES);
        check_sorted(WORDS);
    }
}
