//! The keys of one table, read by type.

use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{TomlFile, did_you_mean, suggestion};
use crate::extract::Period;
use crate::finding::Finding;

/// A text of a TOML file and where it stands, marks included.
#[derive(Clone, Debug)]
pub struct Word {
    /// The text.
    pub text: String,
    /// Its bytes in the file, quotation marks included.
    pub range: Range<usize>,
}

/// One table whose keys are known; a key that is not is reported at once.
#[derive(Debug)]
pub struct Fields<'f, 'd, 't> {
    /// The file that it stands in.
    pub file: &'f mut TomlFile,
    table: &'d DeTable<'t>,
    range: Range<usize>,
}

impl<'f, 'd, 't> Fields<'f, 'd, 't> {
    /// The `table` at `range`, which may have `keys`; `owner` is what they are keys of, as in "an assertion".
    pub fn new(file: &'f mut TomlFile, table: &'d DeTable<'t>, range: Range<usize>, owner: &str, keys: &[&str]) -> Self {
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if keys.contains(&name) {
                continue;
            }
            let guess = did_you_mean(name, keys.iter().copied());
            let finding = Finding::error("unknown-key", format!("unknown key `{name}`{guess}"));
            let finding = match suggestion(name, keys.iter().copied()) {
                Some(meant) => finding.help(format!("write `{meant}`")),
                None => finding.help(format!("{owner} has the keys {}", listed(keys))),
            };
            file.report(finding, key.span());
        }
        Self { file, table, range }
    }

    /// Where the table stands: its heading, or its braces.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Whether the table has `key`.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Where the value of `key` stands; the table where it has none.
    pub fn range_of(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or_else(|| self.range(), Spanned::span)
    }

    /// Keeps `finding`, pointing at the value of `key`.
    pub fn report(&mut self, key: &str, finding: Finding) {
        let range = self.range_of(key);
        self.file.report(finding, range);
    }

    /// A text.
    pub fn text(&mut self, key: &str) -> Option<String> {
        self.word(key).map(|it| it.text)
    }

    /// A text, which must not be blank, and where it stands.
    pub fn word(&mut self, key: &str) -> Option<Word> {
        let value = self.table.get(key)?;
        self.as_word(key, value)
    }

    /// A text that must be there.
    pub fn required(&mut self, key: &str, example: &str) -> Option<Word> {
        if !self.has(key) {
            let finding = Finding::error("missing-key", format!("`{key}` is missing")).help(format!("add a line, as in {key} = {example}"));
            let range = self.range();
            self.file.report(finding, range);
        }
        self.word(key)
    }

    fn as_word(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Word> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, "text", "\"…\"");
            return None;
        };
        if text.trim().is_empty() {
            let finding = Finding::error("empty-text", format!("`{key}` is empty")).help("write something, or leave the key out");
            self.file.report(finding, value.span());
            return None;
        }
        Some(Word { text: text.to_owned(), range: value.span() })
    }

    /// A list of texts.
    pub fn words(&mut self, key: &str) -> Vec<Word> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            let example = value.get_ref().as_str().map_or_else(|| "[\"…\"]".to_owned(), |it| format!("[\"{it}\"]"));
            self.wrong_type(key, value, "a list of texts", &example);
            return Vec::new();
        };
        array.iter().filter_map(|it| self.as_word(key, it)).collect()
    }

    /// One text or a list of them.
    pub fn one_or_more(&mut self, key: &str) -> Vec<Word> {
        match self.table.get(key).map(Spanned::get_ref) {
            Some(DeValue::Array(_)) => self.words(key),
            _ => self.word(key).into_iter().collect(),
        }
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &str) -> Option<bool> {
        let value = self.table.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(key, value, "true or false", "true");
        }
        flag
    }

    /// A whole number from 1.
    pub fn count(&mut self, key: &str) -> Option<usize> {
        let value = self.table.get(key)?;
        let count = value.get_ref().as_integer().and_then(|it| usize::from_str_radix(it.as_str(), it.radix()).ok()).filter(|it| *it > 0);
        if count.is_none() {
            self.wrong_type(key, value, "a whole number from 1", "2");
        }
        count
    }

    /// A day, written as a TOML date.
    pub fn day(&mut self, key: &str) -> Option<Date> {
        let value = self.table.get(key)?;
        let day = value.get_ref().as_datetime().and_then(day);
        if day.is_none() {
            let example =
                value.get_ref().as_str().and_then(Period::parse).map_or_else(|| "2025-02-20".to_owned(), |it| it.from.to_string());
            self.wrong_type(key, value, "a date", &example);
        }
        day
    }

    /// A day, month, year or span: a TOML date or text.
    pub fn period(&mut self, key: &str) -> Option<Period> {
        let value = self.table.get(key)?;
        let period = match value.get_ref() {
            DeValue::Datetime(date) => day(date).map(Period::day),
            DeValue::String(text) => Period::parse(text),
            _ => None,
        };
        if period.is_none() {
            let written = match value.get_ref() {
                DeValue::String(text) => format!("\"{text}\" is not a date"),
                DeValue::Datetime(_) => format!("`{key}` must be a date without a time"),
                other => format!("`{key}` must be a date, not {}", type_name(other)),
            };
            let help = "write a day, a month, a year or a span: \"2025-02-20\", \"2025-02\", \"2025\", \"2025-02-10..2025-02-16\"";
            self.file.report(Finding::error("bad-date", written).help(help), value.span());
        }
        period
    }

    /// A share of one, written in percent: `"10%"` is 0.1.
    pub fn share(&mut self, key: &str) -> Option<Decimal> {
        let value = self.table.get(key)?;
        let percent = value.get_ref().as_str().and_then(|it| it.trim().strip_suffix('%'));
        let share = percent.and_then(|it| it.trim().parse::<Decimal>().ok()).filter(|it| !it.is_sign_negative());
        let share = share.and_then(|it| it.checked_div(Decimal::ONE_HUNDRED));
        if share.is_none() {
            self.wrong_type(key, value, "a share in percent, as text", "\"10%\"");
        }
        share
    }

    fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str, example: &str) {
        let message = format!("`{key}` must be {wanted}, not {}", type_name(value.get_ref()));
        self.file.report(Finding::error("wrong-type", message).help(format!("write {key} = {example}")), value.span());
    }
}

/// The day of a TOML date that has neither time nor zone.
fn day(written: &toml::value::Datetime) -> Option<Date> {
    let date = written.date.filter(|_| written.time.is_none() && written.offset.is_none())?;
    let part = |it: u8| i8::try_from(it).ok();
    Date::new(i16::try_from(date.year).ok()?, part(date.month)?, part(date.day)?).ok()
}

/// What kind of value it is, for a person.
pub(super) fn type_name(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the text \"{}\"", shortened(text)),
        DeValue::Integer(number) => format!("the number {}", number.as_str()),
        DeValue::Float(number) => format!("the number {}", number.as_str()),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(date) => format!("the date {date}"),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

fn listed(keys: &[&str]) -> String {
    keys.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}
