//! Whole numbers in words, and scales: `twenty-one`, `two hundred and three`, `2.5 million`, `$8bn`, `a dozen`.

use rust_decimal::Decimal;

use super::draft::{Draft, Form};
use super::noun::is_plural;
use super::scan::Scan;
use super::table::{Writing, tables};
use super::{Read, Rule, Value, denominator, digits, money};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "cardinal",
    reads: &[
        ("Twenty-one ferries sank.", "21 ferry"),
        ("They counted two hundred and three nests.", "203 nest"),
        ("Some 2.5 million people voted.", "~2500000 people"),
        ("The loan was $8bn.", "8000000000 USD"),
        ("Two dozen barges waited.", "24 barge"),
        ("About 10k users left.", "~10000 user"),
        ("It costs 3 lakh crore rupees.", "3000000000000 INR"),
        ("A hundred tents stood there.", "100 tent"),
        ("Output was nine point two tonnes.", "9.2 t"),
        ("The mast is 30m tall.", "30 m"),
        ("Between two hundred and three hundred boats, 3 hundred and 2 hundred.", "[200, 300] boat; 300; 200"),
        ("It sold 4 crore and two hundred eggs, five dozs of them white.", "40000200 egg; 60 egg"),
        ("They won $6 million and two hundred boats.", "6000000 USD; 200 boat"),
        ("Four hundred and three dozen; four hundred and thirty dozen.", "436; 5160"),
        // A letter with a blank before it is a scale where both are all of a line.
        ("2,350.5 G", "2350500000000"),
        ("- 15 k", "-15000"),
        ("Between one and two million people; one to two million.", "[1000000, 2000000] people; [1000000, 2000000]"),
    ],
    ignores: &["The one you mentioned is gone.", "No one came.", "That one is good."],
    read: Read::Number(read),
};

/// A number in words or digits with its scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cardinal {
    pub(super) value: Decimal,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) form: Form,
    /// The last scale of a thousand and more, 1 where there is none.
    pub(super) scale: Decimal,
}

fn read(scan: &Scan<'_, '_>, at: usize) -> Option<Draft> {
    let cardinal = cardinal(scan, at)?;
    // A scale by itself counts only what follows: "million dollar house", not "a baker's dozen is".
    let lone = cardinal.end == at + 1 && cardinal.first == at && scan.class(at).is(Class::SCALE);
    if lone && !scan.class(cardinal.end).is(Class::CURRENCY | Class::UNIT) && !is_plural(scan, cardinal.end) {
        return None;
    }
    let mut draft = Draft::new(cardinal.first, cardinal.end, Value::One(cardinal.value), cardinal.form);
    draft.scale = cardinal.scale;
    Some(draft)
}

#[derive(Clone, Copy, PartialEq)]
enum Last {
    Nothing,
    Digits,
    Unit,
    Tens,
    Hundred,
    Scale,
}

struct Sum {
    total: Decimal,
    group: Option<Decimal>,
    last: Last,
    /// What stands behind a scale is smaller than it.
    limit: Decimal,
    scale: Decimal,
    words: bool,
}

/// The number at token `at`; several rules ask in turn, so the last answer is kept.
pub(super) fn cardinal(scan: &Scan<'_, '_>, at: usize) -> Option<Cardinal> {
    match scan.cardinal.get() {
        Some((place, known)) if place == at => known,
        _ => {
            let read = summed(scan, at);
            scan.cardinal.set(Some((at, read)));
            read
        }
    }
}

fn summed(scan: &Scan<'_, '_>, at: usize) -> Option<Cardinal> {
    if !scan.is_number(at) && !scan.class(at).is(Class::NUMBER_WORD.or(Class::SCALE)) {
        return None;
    }
    let mut sum = Sum { total: Decimal::ZERO, group: None, last: Last::Nothing, limit: Decimal::MAX, scale: Decimal::ONE, words: false };
    let mut first = at;
    if scan.class(at).is(Class::SCALE) {
        first = article_before(scan, at);
    }
    let mut end = at;
    let mut next = at;
    loop {
        let start = if next == at { at } else { link(scan, &sum, next) };
        let Some(after) = sum.take(scan, start, start > next, &mut first) else { break };
        end = after;
        next = after;
    }
    if end == at {
        return None;
    }
    let mut value = sum.total.checked_add(sum.group.unwrap_or_default())?;
    if matches!(sum.last, Last::Unit | Last::Tens | Last::Hundred)
        && let Some((part, after)) = spoken_decimals(scan, end)
    {
        value = value.checked_add(part)?;
        end = after;
        if let Some((factor, after)) = scale_at(scan, end) {
            value = value.checked_mul(factor)?;
            (sum.scale, end) = (factor, after);
        }
    }
    let form = match (sum.scale > Decimal::ONE || sum.last == Last::Hundred, sum.words) {
        (true, _) => Form::Scaled,
        (false, true) => Form::Words,
        (false, false) => Form::Digits,
    };
    Some(Cardinal { value, first, end, form, scale: sum.scale })
}

/// "a" before a scale belongs to the number: "a hundred".
fn article_before(scan: &Scan<'_, '_>, at: usize) -> usize {
    match at.checked_sub(1) {
        Some(before) if scan.any(before, words!["a", "an"]) => before,
        _ => at,
    }
}

/// The token where a number may go on behind `next`: over "and" or a hyphen.
fn link(scan: &Scan<'_, '_>, sum: &Sum, next: usize) -> usize {
    if scan.dash(next) && !scan.is(next, "—") {
        let pair = scan.hyphen(next) || (sum.last == Last::Tens && scan.class(next + 1).is(Class::NUMBER_WORD));
        return if pair && sum.words && scan.is_word(next + 1) { next + 1 } else { next };
    }
    if scan.is(next, "and") && matches!(sum.last, Last::Hundred | Last::Scale) {
        let part = denominator::proper_part(scan, next + 1);
        // "Two hundred and three hundred", "three hundred and 0" are two numbers each.
        let apart = sum.last == Last::Hundred && (scan.any(next + 2, words!["hundred", "hundreds"]) || scan.is(next + 1, "0"));
        // "6 crore and two hundred", where "$6 million and two boats" are two amounts.
        let counts_on = scan.is(next + 2, "hundred") && money::symbol_before(scan, next.wrapping_sub(2)).is_none();
        let words = (sum.words || sum.last == Last::Hundred || counts_on) && scan.class(next + 1).is(Class::NUMBER_WORD) && !part && !apart;
        let digits = sum.last == Last::Hundred && scan.is_number(next + 1) && scan.word(next + 1).len() < 3 && !apart;
        let between = (1..7).any(|back| next.checked_sub(back).is_some_and(|it| scan.is(it, "between")));
        return if (words || digits) && !between { next + 1 } else { next };
    }
    next
}

impl Sum {
    /// Takes the token at `at` in; answers the token after it.
    fn take(&mut self, scan: &Scan<'_, '_>, at: usize, linked: bool, first: &mut usize) -> Option<usize> {
        if scan.is_number(at) {
            return self.digits(scan, at, linked, first);
        }
        let class = scan.class(at);
        if class.is(Class::NUMBER_WORD) {
            return self.word(scan, at);
        }
        if self.last == Last::Nothing && !class.is(Class::SCALE) {
            return None;
        }
        self.multiply(scan, at)
    }

    fn digits(&mut self, scan: &Scan<'_, '_>, at: usize, linked: bool, first: &mut usize) -> Option<usize> {
        let (value, start, end) = digits::plain(scan, at)?;
        match self.last {
            Last::Nothing => {
                *first = start;
                self.group = Some(value);
            }
            // "4 thousand 3 hundred and 21".
            Last::Hundred if linked => self.group = self.group?.checked_add(value),
            Last::Scale if value < self.limit && scan.is(at + 1, "hundred") => self.group = Some(value),
            _ => return None,
        }
        self.last = Last::Digits;
        Some(end)
    }

    fn word(&mut self, scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
        let number = tables().number(scan.word(at))?;
        let value = Decimal::from(number);
        self.group = Some(match (self.last, self.group) {
            (Last::Nothing, _) => value,
            (Last::Scale, None) if value < self.limit && number > 0 => value,
            (Last::Tens, Some(group)) if (1..10).contains(&number) => group + value,
            (Last::Hundred, Some(group)) if number > 0 => group + value,
            _ => return None,
        });
        self.words = true;
        self.last = if number >= 20 { Last::Tens } else { Last::Unit };
        Some(at + 1)
    }

    fn multiply(&mut self, scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
        let (factor, after) = if matches!(self.last, Last::Digits) { scale_at(scan, at)? } else { written_scale(scan, at, self.last)? };
        let hundred = factor == Decimal::ONE_HUNDRED;
        match (self.last, self.group) {
            (Last::Nothing, _) => self.group = Some(Decimal::ONE),
            (Last::Scale, None) if factor > self.limit && !hundred => {
                self.total = self.total.checked_mul(factor)?;
                (self.limit, self.scale) = (factor, self.scale.checked_mul(factor)?);
                return Some(after);
            }
            (Last::Hundred, _) if hundred => return None,
            // As in "three thousand and two hundred", a scale that is smaller than what stands before counts the units alone.
            (Last::Unit, Some(group)) if factor == Decimal::from(12) && group > Decimal::ONE_HUNDRED => {
                let units = group % Decimal::ONE_HUNDRED;
                if units < Decimal::from(9) {
                    self.group = Some(group.checked_add(units.checked_mul(factor - Decimal::ONE)?)?);
                    return Some(after);
                }
            }
            _ => {}
        }
        let group = self.group?;
        // After digits a scale is a word of its own; without them the number is in words.
        self.words |= matches!(self.last, Last::Nothing);
        if hundred {
            self.group = Some(group.checked_mul(factor)?);
            self.last = Last::Hundred;
            return Some(after);
        }
        if factor >= self.limit {
            return None;
        }
        self.total = self.total.checked_add(group.checked_mul(factor)?)?;
        self.group = None;
        (self.limit, self.scale, self.last) = (factor, factor, Last::Scale);
        Some(after)
    }
}

fn written_scale(scan: &Scan<'_, '_>, at: usize, last: Last) -> Option<(Decimal, usize)> {
    let (factor, writing) = tables().scale(scan.word(at)).filter(|_| scan.class(at).is(Class::SCALE.or(Class::VAGUE)))?;
    let fits = writing == Writing::Word || last != Last::Nothing;
    fits.then_some((factor, at + 1))
}

/// The scale at `at` behind digits, in words or letters, and the token after it.
pub(super) fn scale_at(scan: &Scan<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    if scan.class(at).is(Class::SCALE.or(Class::VAGUE))
        && let Some((factor, _)) = tables().scale(scan.word(at))
    {
        return Some((factor, at + 1));
    }
    // "1.8 billion" may be tied to it, "12-million".
    if scan.hyphen(at) && scan.class(at + 1).is(Class::SCALE) {
        return tables().scale(scan.word(at + 1)).map(|(factor, _)| (factor, at + 2));
    }
    let word = scan.word(at);
    if !scan.is_word(at) || word.len() > 4 {
        return None;
    }
    let (factor, writing) = tables().short_scale(word)?;
    let fits = match writing {
        Writing::Short => scan.glued(at) || scan.lower_case(at),
        Writing::Glued => scan.glued(at) || alone(scan, at),
        Writing::Alone => alone(scan, at),
        Writing::Money => {
            let range = scan.dash(at.wrapping_sub(2)) && scan.is_number(at.wrapping_sub(3)) && money::symbol_before(scan, at - 3).is_some();
            let money = range || money::symbol_before(scan, at - 1).is_some() || money::name_at(scan, at + 1).is_some();
            let counted = scan.lower_case(at + 1)
                && !scan.class(at + 1).is(Class::FUNCTION | Class::AUXILIARY)
                && word == "m"
                && plural(scan.word(at + 1));
            let billions = word == "b" && scan.glued(at) && scan.word(at - 1).contains('.');
            money || billions || (scan.glued(at) && counted)
        }
        Writing::Word | Writing::Plural => true,
    };
    let at_end = if scan.is(at + 1, ".") && scan.glued(at + 1) && scan.lower_case(at + 2) { at + 2 } else { at + 1 };
    fits.then_some((factor, at_end))
}

/// Whether a figure and the letter at `at` are all of a line, as in the cell of a table: "1,250.5 M". In a sentence such a
/// letter names: "the 5G network", "15 M".
fn alone(scan: &Scan<'_, '_>, at: usize) -> bool {
    let figure = at.wrapping_sub(1);
    let opens = figure == scan.first || figure == scan.first + 1 && scan.dash(scan.first);
    let closes = at + 1 == scan.end || at + 2 == scan.end && scan.is(at + 1, ".");
    opens && closes && scan.is_number(figure) && scan.word(figure).len() > 1
}

fn plural(word: &str) -> bool {
    word == "people" || (word.len() > 3 && word.ends_with('s'))
}

/// "point two", "point zero three", "point seventy-one".
fn spoken_decimals(scan: &Scan<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    if !scan.is(at, "point") {
        return None;
    }
    let mut digits = String::new();
    let mut end = at + 1;
    while digits.len() < 12 && scan.class(end).is(Class::NUMBER_WORD) {
        let mut number = tables().number(scan.word(end))?;
        end += 1;
        if number >= 20 {
            let unit = if scan.hyphen(end) { end + 1 } else { end };
            if let Some(more) = tables().number(scan.word(unit)).filter(|it| (1..10).contains(it)) {
                number += more;
                end = unit + 1;
            }
        }
        digits.push_str(&number.to_string());
    }
    let places = u32::try_from(digits.len()).ok().filter(|it| *it > 0)?;
    Some((Decimal::from_i128_with_scale(digits.parse().ok()?, places), end))
}
