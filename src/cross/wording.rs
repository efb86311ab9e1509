//! The words of a quotation in one spelling, however an outlet sets them.

use std::sync::LazyLock;

const CONTRACTIONS: &str = include_str!("data/contractions.txt");

/// A word of a quotation.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// As a person reads it.
    pub(super) shown: Box<str>,
    /// In small letters, without what outlets set as they please.
    pub(super) key: Box<str>,
    /// What else its short form may stand for, spaces between: `has` for the `'s` of "it's".
    pub(super) readings: &'static str,
    /// Whether the outlet put it there, in square brackets.
    pub(super) added: bool,
    /// Whether dots before it tell that words are left out.
    pub(super) cut: bool,
}

impl Word {
    fn new(shown: &str, key: &str) -> Self {
        Self { shown: shown.into(), key: key.into(), readings: "", added: false, cut: false }
    }

    /// Whether the two are one word, or one may stand for the other.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        let reads = |one: &Self, other: &Self| one.readings.split(' ').any(|it| it == &*other.key);
        self.key == other.key || reads(self, other) || reads(other, self)
    }
}

/// The words of a quotation: contractions spelt out, `&` and `%` as words, `O.K.` and `U.S.` without stops, large numbers
/// without commas, marks dropped; brackets and dots are kept as what they tell.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut scan = Scan::default();
    let letters: Vec<char> = text.chars().map(|it| if matches!(it, '’' | '‘' | 'ʼ') { '\'' } else { it }).collect();
    for at in 0..letters.len() {
        scan.letter(letters.get(..at).unwrap_or_default(), letters.get(at..).unwrap_or_default());
    }
    scan.end_word();
    scan.words
}

#[derive(Default)]
struct Scan {
    words: Vec<Word>,
    /// The letters of the word that is being read.
    word: String,
    /// Whether every letter of it stands in brackets.
    added: bool,
    bracket: bool,
    cut: bool,
}

impl Scan {
    /// Reads the first letter of `ahead`.
    fn letter(&mut self, before: &[char], ahead: &[char]) {
        let Some((&letter, after)) = ahead.split_first() else { return };
        match letter {
            '[' | ']' => self.bracket = letter == '[',
            _ if letter.is_alphanumeric() || letter == '\'' => {
                self.added = self.bracket && (self.added || self.word.is_empty());
                self.word.push(letter);
            }
            '.' | ',' if self.inside_number(letter, after) => self.word.push(letter),
            '.' if initial(before, after) => {}
            _ => {
                self.end_word();
                match letter {
                    '&' => self.put(Word::new("and", "and"), self.bracket),
                    '%' => self.put(Word::new("percent", "percent"), self.bracket),
                    '…' => self.cut = true,
                    '.' => self.cut |= after.iter().find(|it| !it.is_whitespace()) == Some(&'.'),
                    _ => {}
                }
            }
        }
    }

    fn inside_number(&self, mark: char, after: &[char]) -> bool {
        let digits = after.iter().take_while(|it| it.is_ascii_digit()).count();
        self.word.ends_with(|it: char| it.is_ascii_digit()) && if mark == ',' { digits == 3 } else { digits > 0 }
    }

    fn put(&mut self, word: Word, added: bool) {
        let percent = &*word.key == "cent" && self.words.last().is_some_and(|it| &*it.key == "per");
        let word = if percent { Word::new("percent", "percent") } else { word };
        let before = if percent { self.words.pop() } else { None };
        let cut = std::mem::take(&mut self.cut) || before.is_some_and(|it| it.cut);
        self.words.push(Word { added, cut, ..word });
    }

    fn end_word(&mut self) {
        let word = std::mem::take(&mut self.word);
        let word = word.trim_matches('\'');
        if !word.is_empty() {
            for it in spelt_out(word) {
                self.put(it, self.added);
            }
        }
        self.added = false;
    }
}

/// Whether the stop between `before` and `after` belongs to initials: the first of "O.K.", and the last.
fn initial(before: &[char], after: &[char]) -> bool {
    let mut back = before.iter().rev();
    let lone = back.next().is_some_and(|it| it.is_alphabetic()) && back.next().is_none_or(|it| !it.is_alphanumeric() && *it != '\'');
    let mut ahead = after.iter();
    lone && ahead.next().is_some_and(|it| it.is_alphabetic()) && ahead.next() == Some(&'.')
}

/// A word of the text, its short form spelt out.
fn spelt_out(shown: &str) -> Vec<Word> {
    let key = shown.to_lowercase().replace(',', "");
    let Some((first, full, readings)) = contraction(&key) else { return vec![Word::new(shown, &key)] };
    let mut words: Vec<Word> = first.into_iter().chain(full.split(' ')).map(|it| Word::new(it, it)).collect();
    if let Some(last) = words.last_mut() {
        last.readings = readings;
    }
    words
}

/// The words that a short form stands for: the one that an ending leaves, the others, and what else the last may be.
fn contraction(key: &str) -> Option<(Option<&str>, &'static str, &'static str)> {
    static ROWS: LazyLock<Vec<(&str, &str, &str)>> = LazyLock::new(|| rows().collect());
    let (form, full, readings) = ROWS.iter().find(|it| it.0 == key).or_else(|| {
        let ends = |form: &str| form.strip_prefix('*').is_some_and(|it| key.len() > it.len() && key.ends_with(it));
        ROWS.iter().take_while(|it| it.0.starts_with('*')).find(|it| ends(it.0))
    })?;
    Some((form.strip_prefix('*').and_then(|it| key.strip_suffix(it)), full, readings))
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    CONTRACTIONS.lines().filter(|it| !it.starts_with('#')).map(|line| {
        let mut fields = line.split(" | ");
        let mut next = || fields.next().unwrap_or_default();
        (next(), next(), next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words with `[` before what is added and `…` before what a cut stands before.
    fn check(text: &str, expected: &str) {
        let shown = |it: &Word| format!("{}{}{}", if it.cut { "…" } else { "" }, if it.added { "[" } else { "" }, it.key);
        assert_eq!(words(text).iter().map(shown).collect::<Vec<_>>().join(" "), expected, "{text}");
    }

    #[test]
    fn contractions_are_spelt_out() {
        check("We won’t, can't, cannot, shan’t and didn't", "we will not can not can not shall not and did not");
        check("She's sure they'd go; I'm not, we’ve not.", "she is sure they would go i am not we have not");
        check("Let's do what we're gonna do", "let us do what we are going to do");
    }

    #[test]
    fn a_possessive_is_no_contraction() {
        check("the mayor's boat, the crews’ boats", "the mayor's boat the crews boats");
        check("'Tis the crew's own", "tis the crew's own");
        check("its own canteen, and were ill", "its own canteen and were ill");
    }

    #[test]
    fn signs_and_initials_are_words() {
        check("Holm & Sons say it is O.K.", "holm and sons say it is okay");
        check("ok in the U.S. and the UK at 7 a.m.", "okay in the us and the uk at 7 am");
        check("40% or 40 per cent of 1,200 boats, 2.5 a day", "40 percent or 40 percent of 1200 boats 2.5 a day");
    }

    #[test]
    fn a_stop_or_a_comma_between_words_stays_one() {
        check("We took plan B. Nobody minds.", "we took plan b nobody minds");
        check("In 1990,1991 and 12,5 we met. Twice.", "in 1990 1991 and 12 5 we met twice");
        check("Berth 4. Then I. Then you.", "berth 4 then i then you");
    }

    #[test]
    fn brackets_and_dots_tell_of_the_outlet() {
        check("[W]e will reopen [the harbour] soon", "we will reopen [the [harbour soon");
        check("We ... will . . . reopen … it [...] now", "we …will …reopen …it …now");
        check("We will reopen the north-\nern\nharbour", "we will reopen the north ern harbour");
    }

    #[test]
    fn the_table_is_sorted() {
        let forms: Vec<_> = rows().map(|it| it.0).collect();
        assert!(forms.is_sorted_by(|one, other| one < other), "sorted, no form twice");
        assert!(rows().all(|it| !it.1.is_empty()), "every form stands for words");
    }
}
