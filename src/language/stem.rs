//! Base forms: `annexed` is a form of `annex`, `fell` of `fall`, `wives` of `wife`.
//!
//! A form is looked up among the irregular ones; else its ending is taken off as the spelling rules of English put it
//! on, and the vocabulary decides between the bases that remain. A word that it does not know is cut by rule alone.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::dictionary::Rows;
use super::memo::Recent;
use super::vocabulary::{Part, entry, knows};

const OWN: &str = include_str!("data/stems.txt");
const IRREGULAR: &str = include_str!("data/wordnet-irregular.txt");

/// The base form of a word, whatever its part of speech, in small letters.
///
/// ```
/// # use onrecord::language::stem;
/// assert_eq!(stem("Harvested"), "harvest");
/// assert_eq!(stem("grew"), "grow");
/// ```
pub fn stem(word: &str) -> Cow<'_, str> {
    // None for a word that is its own base form.
    thread_local!(static KNOWN: Recent<Option<Box<str>>> = const { Recent::new() });
    let base = KNOWN.with(|it| it.get(word, || Some(found(word)).filter(|base| *base != word).map(|base| base.as_ref().into())));
    base.map_or(Cow::Borrowed(word), |base| Cow::Owned(base.into()))
}

fn found(word: &str) -> Cow<'_, str> {
    let name = word.starts_with(char::is_uppercase);
    let word = small(word);
    if let Some(base) = own(&word) {
        return Cow::Borrowed(base);
    }
    if let Some((_, base)) = irregular(&word).next() {
        return Cow::Borrowed(base);
    }
    let base = [Part::Verb, Part::Noun, Part::Adjective].into_iter().find_map(|part| regular(&word, part));
    // A name is no form of a word that nobody knows: "Boeing", "Sanders", "Philippines".
    base.filter(|it| !name || entry(it).is_some()).map_or(word, Cow::Owned)
}

/// The base form of a word that is used as that part of speech: `building` is a noun of its own, and a form of `build`.
pub fn lemma(word: &str, part: Part) -> Cow<'_, str> {
    let word = small(word);
    if let Some((_, base)) = irregular(&word).find(|it| it.0 == part) {
        return own(&word).map_or(Cow::Borrowed(base), Cow::Borrowed);
    }
    let own_word = match part {
        Part::Noun => !word.ends_with('s') && knows(&word, part),
        Part::Adjective | Part::Adverb => knows(&word, part) && compared(&word).is_none(),
        Part::Verb => false,
    };
    if own_word {
        return word;
    }
    if let Some(base) = own(&word) {
        return Cow::Borrowed(base);
    }
    regular(&word, part).map_or(word, Cow::Owned)
}

/// The word in small letters, without the `'s` of a possessive.
fn small(word: &str) -> Cow<'_, str> {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}

fn own(word: &str) -> Option<&'static str> {
    static ROWS: LazyLock<Rows> = LazyLock::new(|| Rows::new(OWN));
    ROWS.get(word)
}

fn irregular(word: &str) -> impl Iterator<Item = (Part, &'static str)> + use<> {
    static ROWS: LazyLock<Rows> = LazyLock::new(|| Rows::new(IRREGULAR));
    let bases = ROWS.get(word).unwrap_or_default();
    bases.split(' ').filter_map(|it| Some((Part::of_letter(*it.as_bytes().first()?)?, it.get(2..)?)))
}

/// The base of a regular form of that part of speech; none where the word is its own base.
fn regular(word: &str, part: Part) -> Option<String> {
    match part {
        Part::Noun => plural(word),
        Part::Verb => past(word).or_else(|| third_person(word)),
        Part::Adjective | Part::Adverb => compared(word),
    }
}

fn plural(word: &str) -> Option<String> {
    ending_in_s(word, Part::Noun)
}

fn third_person(word: &str) -> Option<String> {
    ending_in_s(word, Part::Verb)
}

fn ending_in_s(word: &str, part: Part) -> Option<String> {
    // An adverb or adjective that ends in s for reasons of its own: "always", "overseas".
    if entry(word).is_some_and(|it| it.count(Part::Adverb).is_some() || it.count(Part::Adjective).is_some()) {
        return None;
    }
    let cut = word.strip_suffix('s').filter(|it| it.len() > 2 && !it.ends_with(['s', 'u', 'i', '\'']))?;
    if let Some(stem) = cut.strip_suffix("ie").filter(|it| it.len() > 1) {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = cut.strip_suffix('e').filter(|it| it.ends_with(['s', 'x', 'z', 'o', 'h'])) {
        // "crashes" has a mute e put in; "houses", "shoes" and "sizes" have their own.
        let hissing = ["ss", "x", "zz", "ch", "sh", "o"].iter().any(|it| stem.ends_with(it));
        let own_e = knows(cut, part) || !hissing;
        return Some(if own_e && (!knows(stem, part) || !hissing) { cut } else { stem }.to_owned());
    }
    Some(cut.to_owned())
}

fn past(word: &str) -> Option<String> {
    let (cut, ing) = match word.strip_suffix("ing") {
        Some(cut) => (cut, true),
        None => (word.strip_suffix("ed")?, false),
    };
    // "spring" and "shed" have no other vowel: the ending is part of the word.
    if cut.len() < 2 || !cut.bytes().any(|it| b"aeiouy".contains(&it)) {
        return None;
    }
    if let Some(stem) = cut.strip_suffix('i').filter(|it| !ing && it.len() > 1) {
        return Some(format!("{stem}y"));
    }
    let with_e = format!("{cut}e");
    let undoubled = doubled(cut);
    let candidates = [mute_e(cut).then_some(with_e.as_str()), Some(cut), undoubled, Some(with_e.as_str())];
    if let Some(known) = candidates.into_iter().flatten().find(|it| knows(it, Part::Verb)) {
        return Some(known.to_owned());
    }
    // A noun or adjective that only looks like a form of a verb: "hundred", "undisclosed".
    if entry(word).is_some() || word.starts_with("un") {
        return None;
    }
    Some(if mute_e(cut) { with_e } else { undoubled.unwrap_or(cut).to_owned() })
}

/// The word without its last consonant where that is doubled, as in "plann-ed".
fn doubled(cut: &str) -> Option<&str> {
    let &[.., before, last] = cut.as_bytes() else { return None };
    (before == last && !b"aeious".contains(&last)).then(|| cut.get(..cut.len() - 1)).flatten()
}

/// Whether one vowel between single consonants asks for a mute e, as in "rat-ed" of "rate": without it the consonant
/// would be doubled.
fn mute_e(cut: &str) -> bool {
    let bytes = cut.as_bytes();
    let &[.., before, vowel, last] = bytes else { return false };
    let is_vowel = |it: u8| b"aeiou".contains(&it);
    let vowels = bytes.iter().filter(|it| is_vowel(**it)).count();
    vowels == 1 && is_vowel(vowel) && !is_vowel(before) && !is_vowel(last) && !b"wxy".contains(&last)
}

fn compared(word: &str) -> Option<String> {
    // A noun or verb only looks compared: "number", "harvest".
    let other = |part| entry(word).and_then(|it| it.count(part)).is_some_and(|it| it > 0);
    if other(Part::Noun) || other(Part::Verb) {
        return None;
    }
    let cut = word.strip_suffix("er").or_else(|| word.strip_suffix("est")).filter(|it| it.len() > 2)?;
    if let Some(stem) = cut.strip_suffix('i') {
        return Some(format!("{stem}y")).filter(|it| knows(it, Part::Adjective));
    }
    let with_e = format!("{cut}e");
    [Some(cut), doubled(cut), Some(with_e.as_str())]
        .into_iter()
        .flatten()
        .find(|it| entry(it).and_then(|it| it.count(Part::Adjective)).is_some_and(|it| it > 0))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::tests::check_sorted;
    use super::*;

    fn check(base: &str, forms: &[&str]) {
        for form in forms {
            assert_eq!(stem(form), base, "{form}");
        }
    }

    #[test]
    fn regular_forms_lose_their_endings() {
        check("harvest", &["harvest", "harvests", "Harvested", "harvesting"]);
        check("plan", &["plans", "planned", "planning"]);
        check("rate", &["rates", "rated", "rating"]);
        check("carry", &["carries", "carried", "carrying"]);
        check("crash", &["crashes", "crashed"]);
        check("house", &["houses", "housed"]);
        check("increase", &["increases", "increased", "increasing"]);
        check("call", &["calls", "called", "calling"]);
        check("control", &["controlled", "controlling"]);
        check("visit", &["visited", "visiting"]);
        check("agree", &["agreed", "agreeing", "agrees"]);
        check("high", &["higher", "highest"]);
        check("big", &["bigger", "biggest"]);
        check("city", &["cities", "city's"]);
        check("hero", &["heroes"]);
        check("shoe", &["shoes"]);
    }

    #[test]
    fn irregular_forms_are_listed() {
        check("fall", &["fell", "fallen"]);
        check("buy", &["bought"]);
        check("wife", &["wives"]);
        check("child", &["children"]);
        check("crisis", &["crises"]);
        check("withdraw", &["withdrew", "withdrawn"]);
        check("be", &["was", "were", "been"]);
        check("wound", &["wounded", "wounds"]);
        check("leave", &["left"]);
    }

    #[test]
    fn a_word_that_only_looks_inflected_is_left_whole() {
        for word in [
            "news",
            "hundred",
            "evening",
            "spring",
            "bus",
            "crisis",
            "number",
            "former",
            "thing",
            "united",
            "gas",
            "less",
            "always",
            "undisclosed",
        ] {
            assert_eq!(stem(word), word);
        }
    }

    #[test]
    fn an_unknown_word_is_cut_by_rule() {
        check("blorp", &["blorps", "blorped", "blorping"]);
        check("vape", &["vaped", "vaping"]);
        check("zog", &["zogged", "zogging"]);
    }

    #[test]
    fn a_name_is_cut_only_to_a_known_word() {
        for (name, base) in [("Boeing", "boeing"), ("Philippines", "philippines"), ("Troops", "troop"), ("Bankers", "banker")] {
            assert_eq!(stem(name), base);
        }
    }

    #[test]
    fn the_part_of_speech_decides_between_two_bases() {
        assert_eq!(lemma("building", Part::Noun), "building");
        assert_eq!(lemma("buildings", Part::Noun), "building");
        assert_eq!(lemma("building", Part::Verb), "build");
        assert_eq!(lemma("left", Part::Adjective), "left");
        assert_eq!(lemma("left", Part::Verb), "leave");
        assert_eq!(lemma("closer", Part::Adjective), "close");
        assert_eq!(lemma("found", Part::Verb), "find");
        assert_eq!(lemma("founded", Part::Verb), "found");
    }

    #[test]
    fn the_tables_are_sorted() {
        check_sorted(OWN);
        check_sorted(IRREGULAR);
    }
}
