//! Money: `$1.2 million`, `US$5`, `1,200€`, `280 million shekels`, `USD 22.5 million`, `3 dollars 50 cents`.

use rust_decimal::Decimal;

use super::draft::{Draft, Form};
use super::scan::Scan;
use super::table::{Money, tables};
use super::{Read, Rule, Unit, Value, digits};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "money",
    reads: &[
        ("The bridge cost $1.2 million.", "1200000 USD"),
        ("It paid US$5 and A$7 in fees.", "5 USD; 7 AUD"),
        ("He won a $20 prize.", "20 USD"),
        ("The harbour owes hk $ 3.5 billion.", "3500000000 HKD"),
        ("A berth costs 1,200€ a month.", "1200 EUR/month"),
        ("It raised 280 million shekels.", "280000000 ILS"),
        ("The fee was 7.5 million Danish crowns.", "7500000 DKK"),
        ("A ticket costs 3 dollars 50 cents.", "3.5 USD"),
        ("The bid was USD 22.5 million.", "22500000 USD"),
        ("A million dollar house burned.", "1000000 USD"),
        ("Its deficit was $-50.8bn.", "-50800000000 USD"),
        ("He paid $76 US for it.", "76 USD"),
        ("Debts were dlrs 1.2 billion.", "1200000000 USD"),
        ("It earned 45c against 42c.", "45 cent; 42 cent"),
        ("Sales rose to 120 MEUR.", "120000000 EUR"),
    ],
    ignores: &[],
    read: Read::Grow(grow),
};

fn grow(scan: &Scan<'_, '_>, draft: &mut Draft) {
    if draft.unit != Unit::NONE {
        return;
    }
    if with_scaled_code(scan, draft) {
        return;
    }
    let sign = signed_first(scan, draft);
    if let Some((code, from)) = symbol_before(scan, sign) {
        draft.from = from;
        draft.unit = Unit::money(country_behind(scan, draft).unwrap_or(code));
        compound(scan, draft);
        return;
    }
    if let Some((code, from)) = word_before(scan, sign)
        && name_at(scan, draft.end).is_none_or(|(it, _)| it.code == code)
    {
        draft.from = from;
        draft.unit = Unit::money(code);
    }
    let next = after_hyphen(scan, draft.end);
    if let Some((money, mut end)) = name_at(scan, next).filter(|(it, _)| !it.large || large(draft)) {
        // "75 USD million".
        if draft.scale == Decimal::ONE
            && scan.class(end).is(Class::SCALE)
            && let (Some((factor, _)), Value::One(value)) = (tables().scale(scan.word(end)), draft.value)
            && let Some(scaled) = value.checked_mul(factor)
        {
            draft.value = Value::One(scaled);
            draft.scale = factor;
            end += 1;
        }
        draft.unit = Unit::money(money.code);
        draft.to = end;
        draft.end = draft.end.max(draft.first + 1);
        compound(scan, draft);
    }
}

/// The first token of the number, a minus between it and its currency sign counted.
fn signed_first(scan: &Scan<'_, '_>, draft: &Draft) -> usize {
    let before = draft.first.wrapping_sub(1);
    if draft.signed && scan.dash(before) { before } else { draft.first }
}

fn after_hyphen(scan: &Scan<'_, '_>, at: usize) -> usize {
    if scan.hyphen(at) { at + 1 } else { at }
}

fn large(draft: &Draft) -> bool {
    draft.scale > Decimal::ONE || draft.one().is_some_and(|it| it >= Decimal::ONE_THOUSAND)
}

/// The currency whose sign stands before token `at`, and the first token of that sign.
pub(super) fn symbol_before(scan: &Scan<'_, '_>, at: usize) -> Option<(&'static str, usize)> {
    let mut sign = at.checked_sub(1)?;
    // "Rs. 500" has a stop.
    if scan.is(sign, ".") && scan.glued(sign) && matches!(scan.word(sign.wrapping_sub(1)), "Rs" | "Rp") {
        sign -= 1;
    }
    let mark = scan.word(sign);
    // "Y=" is two tokens.
    if mark == "=" && scan.glued(sign) && scan.word(sign.wrapping_sub(1)) == "Y" {
        return Some(("JPY", sign - 1));
    }
    if !scan.class(sign).is(Class::CURRENCY) && !matches!(mark, "US" | "Rs" | "RM" | "PS" | "Rp" | "R") {
        return None;
    }
    if scan.is_word(sign) {
        if let Some(code) = tables().money_symbol(mark).filter(|_| mark.len() > 1) {
            return Some((code, sign));
        }
        // "$US 55".
        let dollar = sign.checked_sub(1).filter(|it| scan.is(*it, "$") && scan.glued(sign))?;
        return country(mark, "$").map(|code| (code, dollar));
    }
    let code = tables().money_symbol(mark)?;
    // "c $ 5" is Canadian, but "a $5 fee" only has an article.
    let stands = |it: usize| scan.glued(sign) || (scan.word(it).len() <= 3 && !scan.class(it).is(Class::DETERMINER));
    let prefix = sign.checked_sub(1).filter(|it| scan.is_word(*it) && stands(*it));
    let named = prefix.and_then(|it| country(scan.word(it), mark).map(|code| (code, it)));
    Some(named.unwrap_or((code, sign)))
}

/// The currency of letters beside a sign: "US", "A", "hk" and `$`.
fn country(letters: &str, mark: &str) -> Option<&'static str> {
    if let Some(code) = tables().code(letters) {
        return Some(code);
    }
    if letters.len() > 4 || mark != "$" {
        return None;
    }
    Some(match letters.to_ascii_uppercase().as_str() {
        "US" | "U.S" | "U.S." => "USD",
        "A" | "AU" | "AUS" => "AUD",
        "C" | "CA" | "CAN" => "CAD",
        "NZ" => "NZD",
        "HK" => "HKD",
        "S" => "SGD",
        "NT" => "TWD",
        "MEX" | "MX" => "MXN",
        "R" => "BRL",
        _ => return None,
    })
}

/// "US", "Canadian" behind an amount in dollars: "$76 US a barrel".
fn country_behind(scan: &Scan<'_, '_>, draft: &mut Draft) -> Option<&'static str> {
    if draft.unit != Unit::NONE || !scan.is(draft.from, "$") {
        return None;
    }
    let code = match scan.word(draft.end) {
        "US" | "U.S." | "USD" => "USD",
        "Canadian" | "CAD" | "CDN" => "CAD",
        "Australian" | "AUD" => "AUD",
        _ => return None,
    };
    draft.to = draft.end + 1;
    Some(code)
}

/// A code or name that stands before its number: "USD 200", "dollar 22.5 million".
fn word_before(scan: &Scan<'_, '_>, at: usize) -> Option<(&'static str, usize)> {
    let before = at.checked_sub(1)?;
    if !scan.is_word(before) || scan.is_number(before.wrapping_sub(1)) {
        return None;
    }
    let word = scan.word(before);
    let code = tables().code(word).or(match word {
        "dollar" | "dlrs" | "dlr" => Some("USD"),
        "rmb" | "RMB" => Some("CNY"),
        _ => None,
    })?;
    Some((code, before))
}

/// The currency that is named at token `at`, and the token after its name.
pub(super) fn name_at(scan: &Scan<'_, '_>, at: usize) -> Option<(Money, usize)> {
    let word = scan.word(at);
    if !scan.is_word(at) {
        let code = tables().money_symbol(word).filter(|_| scan.class(at).is(Class::CURRENCY))?;
        // A sign that leans on the next number belongs to that.
        let next_number = scan.is_number(at + 1) && !scan.glued(at);
        return (!next_number).then_some((Money { code, large: false }, at + 1));
    }
    if let Some(code) = tables().code(word).or_else(|| if coin(scan, at, word) { tables().money_symbol(word) } else { None }) {
        return Some((Money { code, large: false }, at + 1));
    }
    // Every word of a name has the class, unless it is no word of the lexicon.
    if scan.class(at).is(Class::CURRENCY) { tables().money_names.at(scan, at) } else { None }
}

/// Whether a currency sign that is a letter stands for money here: "118p", "68 p at", "100元".
fn coin(scan: &Scan<'_, '_>, at: usize, word: &str) -> bool {
    let pence = word == "p" && (scan.glued(at) || !scan.is_word(at + 1) || scan.any(at + 1, words!["at", "per", "a"]));
    // "45c against 42c"; "180 c" is a clause.
    let cents = word == "c" && scan.glued(at) && scan.is_number(at.wrapping_sub(1)) && !scan.capital(at.wrapping_sub(2));
    pence || cents || !word.is_ascii()
}

/// A code with its scale: "MUSD", "KEUR".
fn scaled_code(word: &str) -> Option<(&'static str, Decimal)> {
    let factor = match word.as_bytes().first()? {
        b'K' => 1_000,
        b'M' => 1_000_000,
        b'B' => 1_000_000_000,
        _ => return None,
    };
    let code = word.get(1..).filter(|it| it.len() == 3 && it.bytes().all(|it| it.is_ascii_uppercase()))?;
    tables().code(code).map(|code| (code, Decimal::from(factor)))
}

/// Reads "120 MEUR" and "MAUD 60".
fn with_scaled_code(scan: &Scan<'_, '_>, draft: &mut Draft) -> bool {
    let before = draft.first.checked_sub(1).filter(|it| scan.is_word(*it));
    let behind = scaled_code(scan.word(draft.end));
    let Some((code, factor)) = behind.or_else(|| before.and_then(|it| scaled_code(scan.word(it)))) else { return false };
    let Some(value) = draft.one().and_then(|it| it.checked_mul(factor)) else { return false };
    draft.value = Value::One(value);
    draft.scale = factor;
    draft.unit = Unit::money(code);
    if behind.is_some() {
        draft.to = draft.end + 1;
    } else {
        draft.from = draft.first - 1;
    }
    true
}

/// "3 dollars 50 cents", "15 dollars and 50": the smaller coin behind the larger.
fn compound(scan: &Scan<'_, '_>, draft: &mut Draft) {
    let Value::One(value) = draft.value else { return };
    if draft.to <= draft.end || draft.scale > Decimal::ONE || !value.is_integer() || draft.form == Form::Part {
        return;
    }
    let next = if scan.is(draft.to, "and") { draft.to + 1 } else { draft.to };
    let Some(small) = super::cardinal::cardinal(scan, next).filter(|it| it.value < Decimal::ONE_HUNDRED && it.value.is_integer()) else {
        return;
    };
    let coin = name_at(scan, small.end);
    let cents = coin.is_some_and(|(it, _)| matches!(it.code, "cent" | "penny"));
    let ends = coin.is_none()
        && !digits::is_digits(scan, small.end)
        && (scan.kind(small.end).is_none() || scan.any(small.end, words![".", "more"]));
    if (cents || ends)
        && let Some(sum) = small.value.checked_div(Decimal::ONE_HUNDRED).and_then(|it| value.checked_add(it))
    {
        draft.value = Value::One(sum);
        draft.to = coin.filter(|_| cents).map_or(small.end, |it| it.1);
        draft.end = draft.to;
    }
}
