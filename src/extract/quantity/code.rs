//! No amounts: numbers in names, codes, versions, addresses, telephone numbers, ranks and lists.

use super::draft::{Draft, Form};
use super::measure::unit_behind;
use super::noun::is_plural;
use super::scan::Scan;
use super::table::tables;
use super::unit::Dimension;
use super::{Read, Rule, count, money};
use crate::text::{Class, Kind, words};

pub(super) const RULE: Rule = Rule {
    name: "code",
    reads: &[
        ("In Norway 20 people were hurt.", "20 people"),
        ("The Airbus carried 180 tourists.", "180 tourist"),
        ("There were 34 COVID-19 patients.", "34 patient"),
    ],
    ignores: &[
        "A Boeing 737 landed.",
        "COVID-19 spread.",
        "Its F-16 crashed.",
        "It runs Windows 10.",
        "The 5G network failed.",
        "He came 21st.",
        "Call +1-222-555-0100.",
        "They live at 49 Zorro Ranch Road.",
        "It is in Section 4.",
        "He is No. 1.",
        "They led 4-nil in a 4x4.",
        "Harbour One reported a loss.",
        "She had her twenty-first in a four-four-two, and they split it fifty-fifty.",
        "1. Open the lid.",
        "Rebels advanced.[3]",
        "See www.example.org/page=12.",
        "The S&P 500 fell.",
        "Install version 2.0.1.",
        "Take flight 370.",
        "A 911 call and the stamp 14743872001474387200 were kept.",
    ],
    read: Read::Refuse(refuse),
};

fn refuse(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    if draft.form != Form::Digits && draft.form != Form::Words {
        return draft.form == Form::Scaled && draft.bare() && lettered(scan, draft);
    }
    if draft.form == Form::Words {
        return draft.bare() && named_word(scan, draft);
    }
    let money = draft.from < draft.first && *draft.unit.dimension() == Dimension::Money;
    if money {
        return false;
    }
    rank(scan, draft)
        || serial(scan, draft)
        || scan.hyphen(draft.end) && scan.any(draft.end + 1, words!["based", "class", "series", "nil"])
        || lettered(scan, draft)
        || dialled(scan, draft)
        || glued_code(scan, draft)
        || chain(scan, draft)
        || (draft.bare() && (listed(scan, draft) || stray_hyphen(scan, draft) || named(scan, draft) || address(scan, draft)))
}

/// "401(k)", "1080p", "4K": clauses of laws, and the lines of a picture.
fn lettered(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let letter = scan.word(draft.end + 1);
    let clause =
        scan.is(draft.end, "(") && scan.glued(draft.end) && letter.len() == 1 && scan.is_word(draft.end + 1) && scan.is(draft.end + 2, ")");
    let number = scan.word(draft.first);
    let glued = |at: usize, word: &str| scan.word(at) == word && scan.glued(at);
    let picture = matches!(number, "480" | "576" | "720" | "1080" | "1440" | "2160" | "4320") && glued(draft.first + 1, "p")
        || matches!(number, "4" | "5" | "8") && glued(draft.first + 1, "K") && scan.lower_case(draft.end) && !is_plural(scan, draft.end);
    clause || picture
}

/// The code of an area in brackets before a telephone number: "(202) 555-0143".
fn dialled(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let brackets = scan.is(draft.first.wrapping_sub(1), "(") && scan.is(draft.end, ")");
    let rest = draft.end + 1;
    brackets && scan.word(draft.first).len() == 3 && scan.is_number(rest) && scan.hyphen(rest + 1) && scan.is_number(rest + 2)
}

/// Sixteen digits and more without a separator, and the numbers that one dials for help: "a 911 call".
fn serial(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let word = scan.word(draft.first);
    let long = word.len() > 15 && word.bytes().all(|it| it.is_ascii_digit());
    let dialled = matches!(word, "911" | "999" | "112")
        && scan.any(draft.end, words!["call", "calls", "caller", "callers", "operator", "dispatcher"]);
    draft.bare() && (long || dialled)
}

/// "21st".
fn rank(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    scan.glued(draft.end)
        && (scan.any(draft.end, words!["st", "nd", "rd", "th"]) || scan.is(draft.end, "x") && !count::multiple(scan, draft))
}

/// Letters or marks that lean on the number and are neither its unit nor its sign: "5G", "F-16", "scp-173m", "page=12".
fn glued_code(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let before = draft.first.wrapping_sub(1);
    if scan.glued(draft.first) {
        let word_hyphen = scan.dash(before) && scan.glued(before) && scan.is_word(before.wrapping_sub(1)) && !draft.signed;
        // "sub-7 nanometre" bounds; "the under-18 team" is named after its age.
        let hedge = scan.class(before.wrapping_sub(1)).is(Class::HEDGE | Class::CURRENCY | Class::FUNCTION)
            && !(draft.bare() && scan.any(before.wrapping_sub(1), words!["under", "over"]));
        // "3 percent-4 percent".
        let hedge = hedge || scan.class(before.wrapping_sub(1)).is(Class::UNIT) && scan.is_number(before.wrapping_sub(2)) && !draft.bare();
        let mark = scan.any(before, words!["_", "#", "&", "?", "@", "%", "\\"])
            // "P5+1".
            || (scan.is(before, "+") && scan.glued(before) && scan.is_word(before.wrapping_sub(1)))
            || (scan.any(before, words!["=", "/", "."])
                && scan.glued(before)
                // "15km/9mi".
                && draft.bare()
                && !scan.is_number(before.wrapping_sub(1))
                && !scan.is(before.wrapping_sub(1), "<")
                && !scan.is(before.wrapping_sub(1), ">"));
        if (word_hyphen && !hedge) || mark || scan.is_word(before) {
            return true;
        }
    }
    let letters = scan.is_word(draft.end) && scan.glued(draft.end);
    if letters && draft.bare() && !scan.any(draft.end, words!["yo", "plus"]) && !count::multiple(scan, draft) {
        return true;
    }
    // "20%20" and "12_a" are codes.
    scan.glued(draft.to) && scan.any(draft.to, words!["_", "#", "=", "@"])
        || (draft.to > draft.end && scan.glued(draft.to) && scan.is_number(draft.to))
}

/// Three and more numbers tied by hyphens, slashes or stops, and a number in square brackets.
fn chain(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let tie = |at: usize| scan.any(at, words!["-", "/", ".", "–"]) && scan.glued(at) && scan.glued(at + 1);
    let right = |at: usize| tie(at) && scan.is_number(at + 1);
    let left = |at: usize| at > 1 && tie(at - 1) && scan.is_number(at - 2);
    let ties = usize::from(right(draft.end))
        + usize::from(right(draft.end) && right(draft.end + 2))
        + usize::from(left(draft.first))
        + usize::from(left(draft.first) && left(draft.first.wrapping_sub(2)));
    let note = scan.is(draft.first.wrapping_sub(1), "[") && scan.is(draft.end, "]");
    let slash_pair =
        (scan.is(draft.end, "/") && right(draft.end)) || (draft.first > 1 && scan.is(draft.first - 1, "/") && left(draft.first));
    ties >= 2 || note || (slash_pair && draft.form == Form::Digits)
}

/// The number of an item of a list: "1. Open", "2) Close", "(3)".
fn listed(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let short = draft.whole_within(0, 99);
    let opens = scan.opens(draft.first);
    let bracket = scan.is(draft.end, ")") && !scan.any(draft.first.wrapping_sub(1), words!["~", "about"]);
    let numbered = opens && (bracket || (scan.is(draft.end, ".") && scan.end > draft.end + 1));
    let paren = scan.is(draft.first.wrapping_sub(1), "(") && bracket;
    let alone = opens && scan.is(draft.end, ".") && scan.end == draft.end + 1 && scan.end < scan.text.tokens.len();
    short && (numbered || paren || alone)
}

/// A number behind what it names: "Boeing 737", "Section 4", "No. 1".
fn named(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let mut before = draft.first.wrapping_sub(1);
    if draft.first == scan.first {
        return false;
    }
    if scan.any(before, words![".", "#", "°"]) {
        before = before.wrapping_sub(1);
        if scan.any(before, words!["no", "nos", "nr", "nrs"]) {
            return true;
        }
        return false;
    }
    if !scan.is_word(before) || scan.token(draft.first).is_some_and(|it| it.breaks > 0) {
        return false;
    }
    let counts = is_plural(scan, draft.end) && !scan.capital(draft.end);
    if tables().names(scan.word(before)) && !scan.class(before).is(Class::DETERMINER) {
        return !counts || scan.capital(before);
    }
    let grammar = Class::FUNCTION | Class::AUXILIARY | Class::MODAL | Class::MONTH | Class::WEEKDAY | Class::TREND | Class::HEDGE;
    let catalogued = initials(scan.word(before)) && !scan.any(before, words!["US", "UK", "EU", "UN"]) && !scan.opens(before);
    // "iOS 17.4" has its capital inside.
    let inner = scan.is_word(before) && scan.word(before).bytes().skip(1).any(|it| it.is_ascii_uppercase());
    let name = (scan.capital(before) || inner) && !scan.class(before).is(grammar) && !scan.opens(before);
    (name && !counts && draft.end < scan.end) || catalogued || model(scan, draft)
}

/// Whether the word is letters in capitals, as catalogues number by: "NGC 1365".
fn initials(word: &str) -> bool {
    (2..6).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_uppercase())
}

/// "787 Dreamliner": a name goes on behind the number, and nothing is counted.
fn model(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let plain = scan.word(draft.first).len() <= 4
        && draft.one().is_some_and(|it| it.is_integer() && it.scale() == 0)
        && !scan.word(draft.first).contains(',');
    if !plain {
        return false;
    }
    let names = (draft.end..scan.end).take_while(|it| scan.capital(*it)).count();
    // "45 RBI", "300 PS" are counted by their letters.
    let lettered = names == 1 && initials(scan.word(draft.end)) && scan.word(draft.end).len() < 5;
    // "34 COVID-19 patients": the number that leans on the name is part of it.
    let end = draft.end + names;
    let behind = if scan.hyphen(end) && scan.is_number(end + 1) { end + 2 } else { end };
    names > 0 && !lettered && !(draft.end..=behind).any(|it| is_plural(scan, it))
}

/// "COVID -19": a hyphen that leans on digits, where things cannot be fewer than none.
fn stray_hyphen(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    draft.signed && scan.dash(draft.first.wrapping_sub(1)) && is_plural(scan, draft.end)
}

/// "Chapter Two", "World War Two", "part one".
fn named_word(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let before = draft.first.wrapping_sub(1);
    let numbered = scan.is_word(before) && tables().names(scan.word(before)) && !is_plural(scan, draft.end);
    // "the Ninety-Eight" is a model: a capital inside a sentence names.
    let capital = scan.capital(draft.first) && scan.is_word(before) && !is_plural(scan, draft.end);
    let title = capital && (!scan.opens(before) || opens_name(scan, draft));
    let tied = scan.hyphen(draft.end) && draft.is(1) && scan.any(draft.end + 1, words!["sided", "on", "off", "way", "time", "handed"]);
    if tied || scan.hyphen(before) && scan.is(before.wrapping_sub(1), "high") {
        return true;
    }
    if ordinal(scan, draft) || tied_words(scan, draft) {
        return true;
    }
    let one = draft.is(1) && !ranges(scan, draft) && (not_counting(scan, draft) || scan.is_number(draft.end));
    numbered || title || one
}

/// "Her twenty-first", "the twenty-third man": an ordinal of two words.
fn ordinal(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let last = draft.end + 1;
    let ordinal = scan.class(last).is(Class::FRACTION) && !scan.any(last, words!["half", "quarter"]);
    scan.hyphen(draft.end) && (ordinal || scan.any(last, words!["first", "second"]))
}

/// "A four-three-three line-up", "split fifty-fifty": words that a team or a share is called by. Digits that are told one by
/// one have a nought among them.
fn tied_words(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let number = |at: usize| scan.class(at).is(Class::NUMBER_WORD);
    let right = |at: usize| scan.hyphen(at) && number(at + 1);
    let left = |at: usize| at > scan.first + 1 && scan.hyphen(at - 1) && number(at - 2);
    let (first, end) = (draft.first, draft.end);
    let (follows, leads) = (right(end), left(first));
    if !follows && !leads {
        return false;
    }
    let nought = |at: usize| scan.any(at, words!["nought", "naught", "zero"]);
    let near = [first.wrapping_sub(4), first.wrapping_sub(2), first, end + 1, end + 3];
    let chain = follows && (leads || right(end + 2)) || leads && left(first.wrapping_sub(2));
    let same = |one: usize, other: usize| scan.word(one).eq_ignore_ascii_case(scan.word(other));
    let twice = follows && same(end - 1, end + 1) || leads && same(first, first.wrapping_sub(2));
    (chain || twice) && !near.into_iter().any(nought)
}

/// "Between one and two million", "one or two boats": one end of a range.
fn ranges(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let other = draft.end + 1;
    let number = scan.is_number(other) || scan.class(other).is(Class::NUMBER_WORD) && !scan.is(other, "one");
    let between = scan.is(draft.from.wrapping_sub(1), "between");
    number && (scan.any(draft.end, words!["to", "or"]) || between && scan.is(draft.end, "and"))
}

/// "Harbour One sold three piers": a word that begins its sentence, and a number whose capital only a name gives it.
fn opens_name(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let before = draft.first.wrapping_sub(1);
    let grammar = Class::FUNCTION | Class::AUXILIARY | Class::MODAL | Class::HEDGE | Class::PREPOSITION | Class::TREND | Class::NUMBER_WORD;
    // In a headline every word has its capital.
    !scan.class(before).is(grammar) && draft.end == draft.first + 1 && scan.lower_case(draft.end)
}

/// "the one", "no one", "one another": a pronoun.
fn not_counting(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    let before = draft.first.wrapping_sub(1);
    let after = draft.end;
    let pronoun_before = scan.any(
        before,
        words![
            "the", "this", "that", "which", "each", "every", "any", "no", "some", "another", "these", "those", "other", "my", "your",
            "first", "last", "new", "other",
        ],
    ) && !is_plural(scan, after)
        || scan.class(before).is(Class::ORDINAL);
    let closed = Class::FUNCTION | Class::AUXILIARY | Class::MODAL;
    let pronoun_after =
        (scan.class(after).is(closed) && !scan.any(after, words!["of", "more", "other", "in"])) || scan.kind(after).is_none();
    let mark_after = scan.kind(after) == Some(Kind::Mark)
        && !scan.hyphen(after)
        && !draft.signed
        && !scan.class(before).is(Class::HEDGE | Class::PREPOSITION);
    let signed = draft.signed;
    (pronoun_before || pronoun_after || mark_after) && !signed
}

/// "49 Zorro Ranch Road", "PA 23456".
fn address(scan: &Scan<'_, '_>, draft: &Draft) -> bool {
    const ROADS: [&str; 20] = [
        "Street",
        "St",
        "Road",
        "Rd",
        "Avenue",
        "Ave",
        "Boulevard",
        "Blvd",
        "Lane",
        "Drive",
        "Way",
        "Square",
        "Place",
        "Court",
        "Highway",
        "Parkway",
        "Terrace",
        "Crescent",
        "Close",
        "Quay",
    ];
    let road = (draft.end..draft.end + 5)
        .take_while(|it| scan.capital(*it) || scan.is_number(*it) || scan.glued(*it))
        .any(|it| ROADS.contains(&scan.word(it)));
    let code = scan.word(draft.first).len() == 5
        && draft.first > 0
        && scan.word(draft.first - 1).len() == 2
        && scan.word(draft.first - 1).bytes().all(|it| it.is_ascii_uppercase());
    road || code
}

/// Whether the number that begins at `at` is money or has a unit, so that it is none of these.
pub(super) fn measured_at(scan: &Scan<'_, '_>, at: usize) -> bool {
    let end = super::cardinal::cardinal(scan, at).map_or(at + 1, |it| it.end);
    unit_behind(scan, end).is_some() || money::name_at(scan, end).is_some() || money::symbol_before(scan, at).is_some()
}
