//! The tables of this part, read once.

use std::str::FromStr;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::phrase::Phrases;
use super::{Qualifier, Trend, Unit};
use crate::text::{Class, WordMap};

const NUMBERS: &str = include_str!("data/numbers.txt");
const SCALES: &str = include_str!("data/scales.txt");
const FRACTIONS: &str = include_str!("data/fractions.txt");
const VAGUE: &str = include_str!("data/vague.txt");
const TRENDS: &str = include_str!("data/trends.txt");
const UNITS: &str = include_str!("data/units.txt");
const CURRENCIES: &str = include_str!("data/currencies.txt");
const BEFORE: &str = include_str!("data/before.txt");
const AFTER: &str = include_str!("data/after.txt");
const NOUNS: &str = include_str!("data/nouns.txt");
const NAMED: &str = include_str!("data/named.txt");
const VERBS: &str = include_str!("data/verbs.txt");

/// How a scale may be written behind its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// `million`, in any case.
    Word,
    /// `millions`, a vague amount by itself.
    Plural,
    /// `bn`, after digits.
    Short,
    /// `K`, after digits with nothing between.
    Glued,
    /// `G`, where it and its digits are all of a line.
    Alone,
    /// `m`, as before, where it cannot be a unit of measure.
    Money,
}

/// What words before or behind a number make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// The qualifier.
    To(Qualifier),
    /// About, from below: "nearly".
    Near,
    /// The bound that stands before, weakened: "more than 30 or equal".
    OrEqual,
}

/// The name of a currency.
#[derive(Clone, Copy, Debug)]
pub(super) struct Money {
    /// Its ISO 4217 code.
    pub(super) code: &'static str,
    /// Whether the word is money only after large numbers.
    pub(super) large: bool,
}

/// All tables.
pub(super) struct Tables {
    numbers: WordMap<u8>,
    scales: WordMap<(Decimal, Writing)>,
    short_scales: Symbols<(Decimal, Writing)>,
    fractions: WordMap<Decimal>,
    vague: WordMap<(Decimal, Decimal)>,
    trends: WordMap<(Trend, bool)>,
    nouns: WordMap<&'static str>,
    named: WordMap<()>,
    /// All units, by the index that the phrases hold.
    units: Vec<Unit>,
    symbols: Symbols<usize>,
    pub(super) unit_names: Phrases<usize>,
    money_symbols: Symbols<&'static str>,
    codes: Symbols<()>,
    pub(super) money_names: Phrases<Money>,
    pub(super) before: Phrases<Bound>,
    pub(super) after: Phrases<Bound>,
}

/// Short forms whose case tells: `m` is a metre, `M` a million.
struct Symbols<V> {
    /// The first of the forms that differ in case alone.
    firsts: WordMap<usize>,
    forms: Vec<(&'static str, V)>,
}

impl<V: Copy> Symbols<V> {
    fn new(forms: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let mut forms: Vec<_> = forms.into_iter().collect();
        // Of two for one form the later counts.
        forms.reverse();
        forms.sort_by_key(|it| it.0.to_ascii_lowercase());
        let firsts = WordMap::new(forms.iter().enumerate().rev().map(|(at, it)| (it.0, at)));
        Self { firsts, forms }
    }

    fn get(&self, form: &str) -> Option<V> {
        let alike = self.forms.get(self.firsts.get(form)?..)?.iter().take_while(|it| it.0.eq_ignore_ascii_case(form));
        alike.into_iter().find(|it| it.0 == form).map(|it| it.1)
    }

    fn words(&self) -> impl Iterator<Item = &'static str> {
        self.forms.iter().map(|it| it.0)
    }
}

/// The tables.
pub(super) fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(Tables::new);
    &TABLES
}

/// The words of all tables with their classes, for the lexicon.
pub(in crate::extract) fn words() -> Vec<(&'static str, Class)> {
    let tables = tables();
    let written = |writing| scales().filter(move |(_, it)| it.1 == writing).map(|(word, _)| word);
    let mut words = Vec::new();
    let mut add = |it: &mut dyn Iterator<Item = &'static str>, class: Class| words.extend(it.map(|word| (word, class)));
    add(&mut tables.numbers.words(), Class::NUMBER_WORD);
    add(&mut written(Writing::Word), Class::SCALE);
    add(&mut written(Writing::Plural), Class::VAGUE);
    add(&mut tables.fractions.words(), Class::FRACTION);
    add(&mut tables.vague.words(), Class::VAGUE);
    add(&mut tables.trends.words(), Class::TREND);
    add(&mut tables.unit_names.words().filter(|it| !matches!(*it, "per" | "of" | "a")), Class::UNIT);
    add(&mut tables.money_names.words(), Class::CURRENCY);
    add(&mut tables.money_symbols.words().filter(|it| it.chars().count() == 1 && !matches!(*it, "c" | "p")), Class::CURRENCY);
    add(
        &mut tables.before.words().filter(|it| !matches!(*it, "as" | "of" | "to" | "at" | "an" | "or" | "no" | "not" | "the")),
        Class::HEDGE,
    );
    words.extend(rows::<1>(VERBS, " ").map(|[word]| (word, Class::VERB)));
    words.extend(MONTHS.iter().map(|it| (*it, Class::MONTH)));
    words
}

/// The months, so that days and years are known for what they are before any date is read.
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// The scales, each with its factor and how it may be written.
fn scales() -> impl Iterator<Item = (&'static str, (Decimal, Writing))> {
    rows::<3>(SCALES, " ").map(|[word, factor, kind]| (word, (decimal(factor), writing(kind))))
}

impl Tables {
    fn new() -> Self {
        let mut units = Vec::new();
        let mut symbols = Vec::new();
        let mut unit_names = Vec::new();
        for [symbol, dimension, factor, short, names] in rows::<5>(UNITS, "|") {
            let factor = decimal(factor);
            units.push(if dimension == "share" { Unit::share(symbol, factor) } else { Unit::measure(symbol, dimension, factor) });
            let index = units.len() - 1;
            symbols.extend(short.split(' ').filter(|it| !it.is_empty()).map(|it| (it, index)));
            unit_names.extend(names.split(';').filter(|it| !it.is_empty()).map(|it| (it, index)));
        }
        let (mut money_symbols, mut codes, mut money_names) = (Vec::new(), Vec::new(), Vec::new());
        for [code, short, names] in rows::<3>(CURRENCIES, "|") {
            codes.push((code, ()));
            money_symbols.extend(short.split(' ').filter(|it| !it.is_empty()).map(|it| (it, code)));
            money_names.extend(names.split(';').filter(|it| !it.is_empty()).map(|name| match name.strip_prefix('+') {
                Some(name) => (name, Money { code, large: true }),
                None => (name, Money { code, large: false }),
            }));
        }
        let (scales, short_scales): (Vec<_>, Vec<_>) =
            scales().partition(|(_, (_, writing))| matches!(writing, Writing::Word | Writing::Plural));
        Self {
            numbers: WordMap::new(rows::<2>(NUMBERS, " ").map(|[word, value]| (word, value.parse().expect("a small number")))),
            scales: WordMap::new(scales),
            short_scales: Symbols::new(short_scales),
            fractions: WordMap::new(rows::<2>(FRACTIONS, " ").map(|[word, parts]| (word, decimal(parts)))),
            vague: WordMap::new(rows::<3>(VAGUE, " ").map(|[word, low, high]| (word, (decimal(low), decimal(high))))),
            trends: WordMap::new(rows::<3>(TRENDS, " ").map(|[word, way, of]| (word, (trend(way), of == "share")))),
            nouns: WordMap::new(rows::<2>(NOUNS, " ").map(|[plural, singular]| (plural, singular))),
            named: WordMap::new(rows::<1>(NAMED, " ").map(|[word]| (word, ()))),
            units,
            symbols: Symbols::new(symbols),
            unit_names: Phrases::forward(unit_names),
            money_symbols: Symbols::new(money_symbols),
            codes: Symbols::new(codes),
            money_names: Phrases::forward(money_names),
            before: Phrases::backward(rows::<2>(BEFORE, "|").map(|[words, bound]| (words, self::bound(bound)))),
            after: Phrases::forward(rows::<2>(AFTER, "|").map(|[words, bound]| (words, self::bound(bound)))),
        }
    }

    pub(super) fn number(&self, word: &str) -> Option<u8> {
        self.numbers.get(word)
    }

    pub(super) fn scale(&self, word: &str) -> Option<(Decimal, Writing)> {
        self.scales.get(word)
    }

    pub(super) fn short_scale(&self, word: &str) -> Option<(Decimal, Writing)> {
        self.short_scales.get(word)
    }

    pub(super) fn fraction(&self, word: &str) -> Option<Decimal> {
        self.fractions.get(word)
    }

    pub(super) fn vague(&self, word: &str) -> Option<(Decimal, Decimal)> {
        self.vague.get(word)
    }

    /// The direction that a word tells, and whether it does so of shares, points and money only.
    pub(super) fn trend(&self, word: &str) -> Option<(Trend, bool)> {
        self.trends.get(word)
    }

    pub(super) fn irregular(&self, plural: &str) -> Option<&'static str> {
        self.nouns.get(plural)
    }

    pub(super) fn names(&self, word: &str) -> bool {
        self.named.get(word).is_some()
    }

    pub(super) fn unit(&self, index: usize) -> &Unit {
        &self.units[index]
    }

    /// The unit that a short form stands for, in this case.
    pub(super) fn symbol(&self, short: &str) -> Option<usize> {
        self.symbols.get(short)
    }

    /// The unit of that canonical symbol.
    pub(super) fn unit_called(&self, symbol: &str) -> Option<&Unit> {
        self.units.iter().find(|it| it.symbol() == symbol)
    }

    /// The code of a currency by its symbol: `$`, `US$`.
    pub(super) fn money_symbol(&self, symbol: &str) -> Option<&'static str> {
        self.money_symbols.get(symbol)
    }

    /// The code itself, where `word` is one, in capitals or in lower case.
    pub(super) fn code(&self, word: &str) -> Option<&'static str> {
        if word.len() != 3 || !word.is_ascii() {
            return None;
        }
        let (code, ()) = self.codes.forms.get(self.codes.firsts.get(word)?)?;
        let lower = word.bytes().all(|it| it.is_ascii_lowercase());
        // "all", "try" and "cop" are words; only these lower-case codes are not.
        if lower && !matches!(word, "usd" | "eur" | "gbp" | "jpy" | "aud" | "cad" | "nzd" | "mxn" | "inr" | "chf" | "cny" | "btc") {
            return None;
        }
        (lower || word == *code).then_some(*code)
    }
}

/// The rows of a table, `N` columns each; missing columns are empty.
fn rows<const N: usize>(table: &'static str, separator: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(move |line| {
        let mut fields = line.split(separator).map(str::trim);
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str(text).expect("the tables hold decimals")
}

fn writing(kind: &str) -> Writing {
    match kind {
        "word" => Writing::Word,
        "plural" => Writing::Plural,
        "short" => Writing::Short,
        "glued" => Writing::Glued,
        "alone" => Writing::Alone,
        "money" => Writing::Money,
        _ => panic!("no scale is written as {kind}"),
    }
}

fn trend(way: &str) -> Trend {
    match way {
        "up" => Trend::Up,
        "down" => Trend::Down,
        _ => panic!("no trend is called {way}"),
    }
}

fn bound(sign: &str) -> Bound {
    match sign {
        "~" => Bound::To(Qualifier::About),
        ">" => Bound::To(Qualifier::More),
        ">=" => Bound::To(Qualifier::AtLeast),
        "<" => Bound::To(Qualifier::Less),
        "<=" => Bound::To(Qualifier::AtMost),
        "near" => Bound::Near,
        "<=>" => Bound::OrEqual,
        _ => panic!("no bound is written {sign}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sorted_and_names_each_row_once() {
        for table in [NUMBERS, SCALES, FRACTIONS, VAGUE, TRENDS, UNITS, CURRENCIES, BEFORE, AFTER, NOUNS, NAMED, VERBS] {
            let rows: Vec<_> = table.lines().filter(|it| !it.starts_with('#')).collect();
            assert!(table.starts_with("# ") && !rows.is_empty());
            for pair in rows.windows(2) {
                assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
            }
        }
        assert!(tables().units.len() > 100);
    }

    #[test]
    fn units_convert_exactly() {
        let unit = |symbol| tables().unit_called(symbol).expect("the table has it");
        assert_eq!(unit("mi²").in_terms_of(unit("km²")), Some(decimal("2.589988110336")));
        assert_eq!(unit("mi").in_terms_of(unit("km")), Some(decimal("1.609344")));
        assert_eq!(unit("year").in_terms_of(unit("month")), Some(decimal("12")));
        assert_eq!(unit("°C").in_terms_of(unit("°F")), None);
        assert_eq!(Unit::SHARE.in_terms_of(&Unit::PERCENT), Some(decimal("100")));
    }
}
