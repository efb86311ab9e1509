//! Money whose letters lean on its digits: `USD115`, `$US55,931,000`, `PS2.7m`.

use rust_decimal::Decimal;

use super::draft::{Draft, Form};
use super::scan::Scan;
use super::table::tables;
use super::{Read, Rule, Unit, Value, digits};
use crate::text::{Class, Span};

pub(super) const RULE: Rule = Rule {
    name: "coded",
    reads: &[
        ("It cost USD115.50 in all.", "115.5 USD"),
        ("The flat sold for $US55,931,000.", "55931000 USD"),
        ("A fee of PS2.7m was paid.", "2700000 GBP"),
        ("The yacht cost USD10m.", "10000000 USD"),
    ],
    ignores: &["The A380 landed.", "It is out on PS5.", "Take the M25."],
    read: Read::Number(read),
};

/// Whether the token may be one: letters, then digits, perhaps a scale.
pub(super) fn shaped(word: &str, capital: bool) -> bool {
    let bytes = word.as_bytes();
    capital && bytes.len() > 2 && (bytes[bytes.len() - 1].is_ascii_digit() || (bytes.len() > 4 && bytes[3].is_ascii_digit()))
}

fn read(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    let token = scan.token(at)?;
    let word = scan.word(at);
    if !scan.is_word(at) || !shaped(word, token.capital) {
        return None;
    }
    let letters = word.find(|it: char| it.is_ascii_digit())?;
    let dollar = at.checked_sub(1).filter(|it| scan.is(*it, "$") && scan.glued(at));
    let code = code(word.get(..letters)?, dollar.is_some())?;
    let start = token.span.start as usize + letters;
    let rest = scan.text.source.get(start..)?.as_bytes();
    let length = (0..rest.len().min(30)).find(|it| !goes_on(rest, *it)).unwrap_or(rest.len().min(30));
    let number = Span::new(start, start + length);
    let value = digits::parse(number.of(scan.text.source))?;
    // "PS5" is a console.
    if word.starts_with("PS") && number.len() == 1 && word.len() == letters + length && !scan.class(at + 1).is(Class::SCALE) {
        return None;
    }
    let mut end = at + 1;
    while scan.token(end).is_some_and(|it| it.span.start < number.end) {
        end += 1;
    }
    let inner = word.get(letters + length..).filter(|it| !it.is_empty());
    let scale = match inner {
        Some(suffix) => Some(tables().short_scale(suffix)?),
        None => tables().short_scale(scan.word(end)).filter(|_| scan.glued(end)).or_else(|| tables().scale(scan.word(end))),
    };
    let factor = scale.map_or(Decimal::ONE, |it| it.0);
    end += usize::from(scale.is_some() && inner.is_none());
    let form = if scale.is_some() { Form::Scaled } else { Form::Digits };
    let mut draft = Draft::new(at, end, Value::One(value.checked_mul(factor)?), form);
    draft.scale = factor;
    draft.from = dollar.unwrap_or(at);
    draft.number = number;
    draft.unit = Unit::money(code);
    Some(draft)
}

fn code(letters: &str, dollar: bool) -> Option<&'static str> {
    if dollar {
        return tables().money_symbol(&format!("${letters}"));
    }
    tables().code(letters).or_else(|| matches!(letters, "PS" | "RM" | "Rs").then(|| tables().money_symbol(letters)).flatten())
}

fn goes_on(bytes: &[u8], at: usize) -> bool {
    bytes[at].is_ascii_digit() || (matches!(bytes[at], b',' | b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit))
}
