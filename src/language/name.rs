//! Names of people: when two spellings are one name, and when two names may be one person.
//!
//! Spellings are compared by [`key`], which undoes the ways in which Cyrillic and Arabic names are romanised; no list of
//! variants is kept. Similar is not the same: a letter more or less makes another person.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::LazyLock;

use super::memo::{Memo, Recent};
use crate::text::{self, Class, Lexicon};

/// The words that this part knows, as tables for the lexicon.
pub const WORDS: [&str; 3] = [include_str!("data/forenames.txt"), include_str!("data/titles.txt"), include_str!("data/particles.txt")];

const FAMILY_FIRST: &str = include_str!("data/family_first.txt");

/// The sex of a person, as far as a name or a title tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// A man.
    Male,
    /// A woman.
    Female,
}

impl Sex {
    /// The sex that a word of these classes tells, where it tells one.
    pub fn of(class: Class) -> Option<Self> {
        match (class.is(Class::MALE), class.is(Class::FEMALE)) {
            (true, false) => Some(Self::Male),
            (false, true) => Some(Self::Female),
            _ => None,
        }
    }
}

/// A name, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The keys of its words, titles and articles left out.
    words: Vec<String>,
    /// `jr`, `sr`, `ii`, `iii`: sets a son apart from his father.
    generation: Option<String>,
    /// What a title or the forename tells.
    sex: Option<Sex>,
    /// Whether all its words begin with a capital or stand in a name as particles do.
    proper: bool,
    /// Whether it is written family name first, as Chinese, Korean and Vietnamese names are.
    family_first: bool,
}

impl Name {
    /// Takes `text` apart as [`parse`](Self::parse) does, once while a thread remembers it: texts name the same people again and again.
    pub fn known(text: &str) -> Rc<Self> {
        thread_local!(static KNOWN: Recent<Rc<Name>> = const { Recent::new() });
        KNOWN.with(|it| it.get(text, || Rc::new(Self::parse(text))))
    }

    /// Takes `text` apart; titles before the name are no part of it.
    pub fn parse(text: &str) -> Self {
        let mut name = Self { words: Vec::new(), generation: None, sex: None, proper: true, family_first: false };
        let bare = text.trim_end_matches("'s").trim_end_matches("’s");
        let separators = |it: char| it.is_whitespace() || matches!(it, '-' | '‐' | '‑' | ',' | '_' | '"' | '“' | '”' | '(' | ')');
        let words: Vec<&str> = bare.split(separators).filter(|it| it.chars().any(char::is_alphanumeric)).collect();
        for (at, word) in words.iter().enumerate() {
            let plain = word.trim_end_matches('.');
            let class = lexicon().class(plain);
            let opens = name.words.is_empty();
            if opens
                && (["the", "a", "an"].iter().any(|it| plain.eq_ignore_ascii_case(it)) || (class.is(Class::TITLE) && at + 1 < words.len()))
            {
                name.sex = name.sex.or(Sex::of(class));
                continue;
            }
            if !opens && let Some(generation) = generation(plain) {
                name.generation = Some(generation.to_owned());
                continue;
            }
            if opens && at + 1 < words.len() {
                name.sex = name.sex.or(Sex::of(class));
            }
            name.proper &=
                word.starts_with(|it: char| it.is_uppercase() || !it.is_alphabetic()) || class.is(Class::NAME_PART) || plain == "of";
            name.words.push(key(plain));
        }
        name.family_first = (2..=3).contains(&name.words.len()) && family_names().contains(name.words[0].as_str());
        name
    }

    /// The key of the family name: of what stands last, or first in a Chinese, Korean or Vietnamese name.
    pub fn family(&self) -> Option<&str> {
        if self.family_first { self.words.first() } else { self.words.last() }.map(String::as_str)
    }

    /// Whether the name has a forename or an initial beside the family name.
    pub fn is_full(&self) -> bool {
        self.words.len() > 1
    }

    /// What a title or the forename tells of the person's sex.
    pub fn sex(&self) -> Option<Sex> {
        self.sex
    }

    /// Whether the two may be names of one person: nothing that both tell differs.
    ///
    /// A bare family name agrees with every bearer of it, but for a son who is told apart as `Jr`.
    pub fn agrees(&self, other: &Self) -> bool {
        if self.words.is_empty() || other.words.is_empty() || self.sex.zip(other.sex).is_some_and(|(one, two)| one != two) {
            return false;
        }
        if self.words == other.words {
            return self.generation == other.generation;
        }
        if !self.proper || !other.proper || self.generation != other.generation {
            return false;
        }
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        if long.words.ends_with(&short.words) {
            return true;
        }
        if long.family_first || short.family_first {
            return short.words.len() == 1 && long.family() == short.family()
                || short.given() == long.given() && short.family() == long.family();
        }
        short.words.len() > 1 && short.words.last() == long.words.last() && forenames_agree(&short.words, &long.words)
    }

    /// The syllables of the given name of a family-first name, written as one.
    fn given(&self) -> String {
        self.words.get(1..).unwrap_or_default().concat()
    }
}

/// Whether `one` and `two` may name the same person, however they are transliterated.
///
/// # Example
///
/// ```
/// use onrecord::language::name::same_person;
///
/// assert!(same_person("Gen. Vasyl Orlovskyi", "Orlovsky"));
/// assert!(!same_person("Anna Orlovsky", "Pavel Orlovsky"));
/// ```
pub fn same_person(one: &str, two: &str) -> bool {
    Name::parse(one).agrees(&Name::parse(two))
}

/// Whether two words are one name in two spellings: `Kiev` and `Kyiv`, `Müller` and `Muller`.
pub fn same_word(one: &str, two: &str) -> bool {
    thread_local!(static KNOWN: Memo<bool> = const { Memo::new() });
    one == two || KNOWN.with(|it| it.get(one, two, || key(one) == key(two)))
}

/// What a title or forename says of the sex of its bearer.
pub fn sex(word: &str) -> Option<Sex> {
    Sex::of(lexicon().class(word))
}

/// The words of the tables of this part and the short forms of titles.
fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new([text::WORDS].into_iter().chain(WORDS).flat_map(text::table)));
    &LEXICON
}

fn family_names() -> &'static BTreeSet<String> {
    static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| FAMILY_FIRST.lines().filter(|it| !it.starts_with('#')).map(key).collect());
    &NAMES
}

fn generation(word: &str) -> Option<&'static str> {
    const WORDS: [(&str, &str); 7] =
        [("jr", "jr"), ("junior", "jr"), ("sr", "sr"), ("senior", "sr"), ("ii", "ii"), ("iii", "iii"), ("iv", "iv")];
    WORDS.iter().find(|(written, _)| word.eq_ignore_ascii_case(written)).map(|(_, generation)| *generation)
}

/// Whether the forenames of two full names with one family name may be one person's.
fn forenames_agree(short: &[String], long: &[String]) -> bool {
    let (Some(one), Some(two)) = (short.first(), long.first()) else { return false };
    if !forename_agrees(one, two) {
        return false;
    }
    let middle = |it: &[String]| it.get(1..it.len() - 1).unwrap_or_default().to_vec();
    let (short, long) = (middle(short), middle(long));
    // Particles belong to the family name, and a missing middle name says nothing.
    short.is_empty() || (short.len() == long.len() && short.iter().zip(&long).all(|(one, two)| forename_agrees(one, two)))
}

fn forename_agrees(one: &str, two: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    one == two || initial(one, two) || initial(two, one) || vowels_alike(one, two)
}

/// Whether two forenames differ only in inner vowels that romanisation leaves open: `mohamed`, `muhamad`.
fn vowels_alike(one: &str, two: &str) -> bool {
    let interchange = |a: char, b: char| a == b || matches!((a, b), ('a', 'e') | ('e', 'a') | ('o', 'u') | ('u', 'o'));
    one.chars().count() >= 5
        && one.chars().count() == two.chars().count()
        && one.chars().next() == two.chars().next()
        && one.chars().last() == two.chars().last()
        && one.chars().zip(two.chars()).all(|(a, b)| interchange(a, b))
}

/// The key of a word of a name: equal for the spellings that romanisation makes of one name.
pub fn key(word: &str) -> String {
    let plain = if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(any_ascii::any_ascii(word)) };
    let mut letters = Vec::with_capacity(plain.len());
    letters.extend(plain.bytes().filter(u8::is_ascii_alphanumeric).map(|it| it.to_ascii_lowercase()));
    if letters.len() < 4 {
        // Too short to tell a spelling from another name: Li, Lee, Lie.
        return text_of(letters);
    }
    let mut out = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        at += romanised(&letters, at, &mut out);
    }
    text_of(ending(merged(out)))
}

fn text_of(letters: Vec<u8>) -> String {
    String::from_utf8(letters).expect("only letters and digits of ASCII are kept")
}

/// Writes the plain form of the letters at `at` and answers how many they are.
fn romanised(letters: &[u8], at: usize, out: &mut Vec<u8>) -> usize {
    let rest = letters.get(at..).unwrap_or_default();
    let inner = at > 0 && at + 2 < letters.len();
    let (taken, plain): (usize, &[u8]) = match rest {
        [b's', b'h', b'c', b'h', ..] => (4, b"sch"),
        [b't', b's', b'c', b'h', ..] => (4, b"ch"),
        [b't', b'c', b'h', ..] => (3, b"ch"),
        [b'd', b'z', b'h', ..] => (3, b"j"),
        [b'd', b'j', ..] => (2, b"j"),
        [b'k', b's', ..] => (2, b"x"),
        [b'c', b'k', ..] => (2, b"k"),
        [b'p', b'h', ..] => (2, b"f"),
        [b'q', b'u', ..] => (1, b"q"),
        [b'q', ..] => (1, b"k"),
        // French spelling keeps the g hard before e and i.
        [b'g', b'u', b'e' | b'i', ..] => (2, b"g"),
        [b'o', b'u' | b'o', ..] if inner || at == 0 => (2, b"u"),
        [b'e', b'e', ..] if inner => (2, b"i"),
        // "ye" is "e" at the start and after another vowel or consonant alike.
        [b'y', b'e', ..] if at == 0 => (2, b"e"),
        [b'y', ..] => (1, b"i"),
        // Ukrainian h is Russian g between a vowel or r and a vowel: Oleh is apart, at the end.
        [b'h', ..] if ukrainian_h(letters, at) => (1, b"g"),
        [b'j', ..] if at > 0 && vowel(letters[at - 1]) && !rest.get(1).is_some_and(|it| vowel(*it)) => (1, b"i"),
        [letter, ..] => (1, std::slice::from_ref(letter)),
        [] => (1, b""),
    };
    out.extend_from_slice(plain);
    taken
}

fn vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn ukrainian_h(letters: &[u8], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|it| letters.get(it)) else { return false };
    let slavic_end = letters.ends_with(b"ii") || letters.ends_with(b"iy") || letters.ends_with(b"yi") || letters.ends_with(b"iv");
    slavic_end && (vowel(*before) || *before == b'r') && letters.get(at + 1).is_some_and(|it| vowel(*it))
}

/// One letter for a doubled one.
fn merged(letters: Vec<u8>) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(letters.len());
    for letter in letters {
        let doubled = out.last() == Some(&letter) && !letter.is_ascii_digit();
        if !doubled {
            out.push(letter);
        }
    }
    out
}

/// The endings that each way of romanising writes in its own way.
fn ending(mut letters: Vec<u8>) -> Vec<u8> {
    if letters.len() < 4 {
        return letters;
    }
    // Sergei, Sergey, Serhii; Andrei, Andriy.
    if letters.ends_with(b"ei") && letters.len() >= 5 {
        letters.truncate(letters.len() - 2);
        letters.push(b'i');
    }
    // Kiev, Kyiv.
    if letters.ends_with(b"iev") {
        letters.truncate(letters.len() - 2);
        letters.push(b'v');
    }
    // Aleksandr, Alexander.
    if letters.ends_with(b"dr") {
        letters.truncate(letters.len() - 1);
        letters.extend_from_slice(b"er");
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, two: &str) {
        assert!(same_person(one, two) && same_person(two, one), "{one} and {two} are one");
    }

    fn differ(one: &str, two: &str) {
        assert!(!same_person(one, two) && !same_person(two, one), "{one} and {two} are two");
    }

    #[test]
    fn a_family_name_stands_for_the_full_name() {
        same("Sergei Rudskoi", "Rudskoi");
        same("Col. Gen. Sergei Rudskoi", "Mr. Rudskoi");
        same("Mohammed bin Salman", "bin Salman");
        same("Xi Jinping", "Xi");
        same("Barack Hussein Obama", "Barack Obama");
        same("S. Rudskoi", "Sergei Rudskoi");
        same("Rudskoi's", "Sergei Rudskoi");
    }

    #[test]
    fn spellings_of_one_name_are_one() {
        same("Oleksandr Syrskyi", "Syrsky");
        same("Volodymyr Zelenskyy", "Zelensky");
        same("Zelenskiy", "Zelenskij");
        same("Valery Gerasimov", "Valeri Guerassimov");
        same("Sergey Lavrov", "Sergei Lavrov");
        same("Serhii Shaptala", "Serhiy Shaptala");
        same("Aleksandr Novak", "Alexander Novak");
        same("Mohamed Salah", "Muhammad Salah");
        same("Jürgen Müller", "Jurgen Muller");
        same("Khrushchev", "Khruschev");
        same("Yevgeny Popov", "Evgeny Popov");
        same("Natalya Orlova", "Natalia Orlova");
        same("Kim Jong-un", "Kim Jong Un");
        assert!(same_word("Kiev", "Kyiv"));
        assert!(same_word("Chernihiv", "Chernigiv"));
    }

    #[test]
    fn people_who_differ_stay_apart() {
        differ("Putin", "Rutin");
        differ("Joe Biden", "Hunter Biden");
        differ("Kim Jong Un", "Kim Yo Jong");
        differ("Kamala Harris", "Harrison");
        differ("Harris", "Harrison Ford");
        differ("Donald Trump", "Donald Trump Jr.");
        differ("Trump", "Donald Trump Jr.");
        differ("Mrs. Clinton", "Bill Clinton");
        differ("George W. Bush", "George H. W. Bush");
        differ("Karen Moss", "Kevin Moss");
        differ("Hassan Amin", "Hussein Amin");
        differ("Ellen Moss", "Allen Moss");
        differ("Li", "Lee");
        differ("Han", "Khan");
        differ("Gibbs", "Hibbs");
        differ("Rossi", "Rosso");
        differ("Markov", "Markova");
        differ("Trump Tower", "Trump");
        differ("the mayor", "Anna Holm");
    }

    #[test]
    fn bodies_and_roles_are_compared_whole() {
        same("The Moscow Times", "Moscow Times");
        same("the harbour police", "harbour police");
        differ("officials", "military officials");
        differ("Russian Defense Ministry", "Ukrainian Defense Ministry");
    }

    #[test]
    fn the_tables_are_sorted_and_whole() {
        for table in WORDS.into_iter().chain([FAMILY_FIRST]) {
            let words: Vec<_> = table.lines().filter(|it| !it.starts_with('#')).filter_map(|it| it.split_whitespace().next()).collect();
            assert!(!words.is_empty());
            assert!(words.windows(2).all(|it| it[0] < it[1]), "{:?}", words.windows(2).find(|it| it[0] >= it[1]));
        }
        assert!(WORDS.into_iter().flat_map(text::table).all(|(_, class)| class != Class::NONE));
    }
}
