//! The names of a text, in order: runs of capitals without the titles before them, and what the text tells of each.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::language::name::{Name, Sex};
use crate::text::{Class, Kind, Span, Text, words};

/// A name as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// Without titles.
    pub(super) span: Span,
    /// The indices of its first token and of the one after its last.
    pub(super) first: usize,
    pub(super) end: usize,
    /// The tokens of titles before it.
    pub(super) titled: usize,
    pub(super) sex: Option<Sex>,
    /// Whether a forename or a title shows that it is a person.
    pub(super) person: bool,
    /// The words without initials' stops.
    pub(super) words: usize,
    /// Whether it stands inside a quotation.
    pub(super) quoted: bool,
    /// Whether `'s` follows.
    pub(super) possessive: bool,
}

/// The names of a text and what they are compared by, each taken apart once.
#[derive(Debug)]
pub(super) struct Names<'d, 't> {
    text: &'d Text<'t>,
    mentions: Vec<Mention>,
    /// The names of several words that a shorter name may stand for.
    fuller: Vec<Entry<'t>>,
}

/// A name with the letters that it is looked up by.
#[derive(Clone, Debug)]
pub(super) struct Entry<'t> {
    pub(super) mention: Mention,
    /// The letter that it opens with, in lower case.
    pub(super) first: Option<char>,
    /// The letter that its last word opens with, in lower case.
    pub(super) last: Option<char>,
    words: &'t str,
    name: OnceCell<Rc<Name>>,
}

impl<'d, 't> Names<'d, 't> {
    /// The names of `text`.
    pub(super) fn new(text: &'d Text<'t>) -> Self {
        let mentions = mentions(text);
        // A body is no surname: `Trump Tower`.
        let body = |it: &Mention| text.class(it.end - 1).is(Class::BODY_NOUN.or(Class::PLACE_NOUN));
        let full = |it: &Mention| (2..=4).contains(&it.words) && !body(it);
        let mut fuller = Vec::with_capacity(mentions.len());
        fuller.extend(mentions.iter().filter(|it| full(it)).map(|it| Entry::new(it, text)));
        Self { text, mentions, fuller }
    }

    /// The names, in order of their place.
    pub(super) fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// The names of two to four words that end with no body, in order of their place.
    pub(super) fn fuller(&self) -> &[Entry<'t>] {
        &self.fuller
    }

    /// A name with the letters that it is looked up by.
    pub(super) fn entry(&self, mention: &Mention) -> Entry<'t> {
        Entry::new(mention, self.text)
    }
}

impl<'t> Entry<'t> {
    fn new(mention: &Mention, text: &Text<'t>) -> Self {
        let words = mention.of(text);
        let letter = |it: &str| it.chars().next().map(|it| it.to_ascii_lowercase());
        let last = words.rsplit([' ', '-', '\u{a0}', '\n']).next().and_then(letter);
        Self { mention: *mention, first: letter(words), last, words, name: OnceCell::new() }
    }

    /// The name, taken apart.
    pub(super) fn name(&self) -> &Name {
        self.name.get_or_init(|| Name::known(self.words))
    }
}

/// The names of a text, in order of their place.
fn mentions(text: &Text<'_>) -> Vec<Mention> {
    let mut mentions = Vec::with_capacity(text.tokens.len() / 8);
    let mut quotations = text.quotations.iter().peekable();
    let mut at = 0;
    while let Some(next) = text.tokens.get(at..).and_then(|it| it.iter().position(|it| it.capital)) {
        at += next;
        let token = &text.tokens[at];
        if token.kind != Kind::Word || (token.class.is(NO_NAME) && !prepositional_forename(text, at)) {
            at += 1;
            continue;
        }
        let end = run_end(text, at);
        if says(text, at, end) {
            at += 1;
            continue;
        }
        while quotations.peek().is_some_and(|it| it.outer.end <= token.span.start) {
            quotations.next();
        }
        let quoted = quotations.peek().is_some_and(|it| it.outer.start < token.span.start);
        mentions.push(mention(text, at, end, quoted));
        at = end;
    }
    mentions
}

/// Grammar words, which open sentences and not names, and days.
const NO_NAME: Class = Class::PRONOUN
    .or(Class::PREPOSITION)
    .or(Class::DETERMINER)
    .or(Class::CONJUNCTION)
    .or(Class::AUXILIARY)
    .or(Class::WEEKDAY)
    .or(Class::ADVERB);

/// A forename of either sex.
const FORENAME: Class = Class::MALE.or(Class::FEMALE);

/// Whether the run opens with a verb of saying, as in `Said Holm: "…"`, and not with the forename.
fn says(text: &Text<'_>, first: usize, end: usize) -> bool {
    let announces = || text.is(end, ":") || text.is(end, ",") && text.any(end + 1, words!["\"", "“", "`", "'"]);
    text.class(first).is(Class::SPEECH_CUE) && end > first + 1 && announces()
}

/// Whether a forename that is a preposition too stands before a surname: `Per Holm said`, but not `Per Holm, nine boats sank`.
pub(super) fn prepositional_forename(text: &Text<'_>, at: usize) -> bool {
    let class = text.class(at);
    let both = class.is(Class::PREPOSITION) && class.is(FORENAME);
    let name = |it: usize| text.token(it).is_some_and(|it| it.capital && it.kind == Kind::Word && it.breaks == 0 && !it.glued);
    let opens = at == 0 || matches!(text.word(at - 1), "." | "?" | "!" | "\"" | "“");
    both && name(at + 1) && !text.class(at + 1).is(NO_NAME) && (!opens || text.word(at + 2) != ",")
}

/// The end of the run of capitals that begins at `at`, with the particles and hyphens inside it.
fn run_end(text: &Text<'_>, at: usize) -> usize {
    let name = |it: usize| text.token(it).is_some_and(|it| it.capital && it.kind == Kind::Word && !it.class.is(NO_NAME) && it.breaks == 0);
    let mut end = at + 1;
    loop {
        let Some(next) = text.token(end) else { return end };
        if name(end) {
            end += 1;
            continue;
        }
        // Most names end before a word with a blank between.
        if !next.glued && !next.class.is(Class::NAME_PART) {
            return end;
        }
        let short = text.class(end - 1).is(Class::ABBREVIATION) || text.token(end - 1).is_some_and(|it| it.span.len() == 1);
        let stop = next.glued && text.is(end, ".") && short && name(end + 1);
        let hyphen = next.glued && text.any(end, words!["-", "‑"]);
        let hyphen = hyphen && text.token(end + 1).is_some_and(|it| it.glued && it.kind == Kind::Word);
        let particle = next.class.is(Class::NAME_PART) && next.kind == Kind::Word && name(end + 1);
        if stop || hyphen || particle {
            end += 2;
        } else if next.class.is(Class::NAME_PART) && text.class(end + 1).is(Class::NAME_PART) && name(end + 2) {
            end += 3;
        } else {
            return end;
        }
    }
}

/// The name in a run, behind its titles.
fn mention(text: &Text<'_>, first: usize, end: usize, quoted: bool) -> Mention {
    let possessive = text.token(end).is_some_and(|it| it.kind == Kind::Clitic || (it.glued && it.any(text.source, words!["'", "’"])));
    let word = |it: &usize| text.tokens[*it].kind == Kind::Word;
    let span = |start: usize| text.tokens[start].span.join(text.tokens[end - 1].span);
    // Of most names no word is known.
    if !text.tokens[first..end].iter().fold(Class::NONE, |sum, it| sum | it.class).is(FORENAME.or(Class::TITLE).or(Class::ROLE)) {
        let words = (first..end).filter(word).count();
        return Mention { span: span(first), first, end, titled: 0, sex: None, person: false, words, quoted, possessive };
    }
    // A forename inside the run opens the name; else the last title does.
    let forename = (first..end - 1).filter(word).find(|it| text.class(*it).is(FORENAME) && !text.class(*it).is(Class::TITLE));
    let title = (first..end).rev().filter(word).find(|it| text.class(*it).is(Class::TITLE.or(Class::ROLE)));
    let behind = title.map(|it| it + 1 + usize::from(text.is(it + 1, "."))).filter(|it| *it < end);
    let office = title.is_some_and(|it| it + 1 == end);
    let start = match (forename, behind) {
        (Some(forename), _)
            if forename == first || (first..forename).any(|it| text.class(it).is(Class::TITLE.or(Class::ROLE).or(Class::BODY_NOUN))) =>
        {
            forename
        }
        (_, Some(behind)) if !text.class(end - 1).is(Class::BODY_NOUN.or(Class::PLACE_NOUN)) => behind,
        (Some(forename), _) => forename,
        _ => first,
    };
    let titles = (first..start).fold(None, |sex: Option<Sex>, it| sex.or(Sex::of(text.class(it))));
    let words = (start..end).filter(word).count();
    let sex = titles.or_else(|| if words > 1 { Sex::of(text.class(start)) } else { None });
    Mention {
        span: span(start),
        first: start,
        end,
        titled: start - first,
        sex,
        person: !office && (forename == Some(start) || start > first),
        words,
        quoted,
        possessive,
    }
}

impl Mention {
    pub(super) fn of<'t>(&self, text: &Text<'t>) -> &'t str {
        self.span.of(text.source)
    }

    /// Whether a word of office, abbreviated or not, is told of the person: in the title or right behind the name.
    pub(super) fn holds(&self, text: &Text<'_>, office: &str) -> bool {
        let before = (self.first - self.titled)..self.first;
        let plain = (1..=3)
            .filter_map(|it| (self.first - self.titled).checked_sub(it))
            .take_while(|it| !text.tokens[*it].capital && text.tokens[*it].kind == Kind::Word);
        let apposed = if text.word(self.end) == "," { self.end + 1..(self.end + 7).min(text.tokens.len()) } else { 0..0 };
        let apposed = apposed.take_while(|it| text.word(*it) != ",");
        before.chain(plain).chain(apposed).any(|it| office_of(text.word(it)).eq_ignore_ascii_case(office))
    }
}

/// Short forms of offices and what they are short for.
const SHORT: [(&str, &str); 14] = [
    ("adm", "admiral"),
    ("brig", "brigadier"),
    ("capt", "captain"),
    ("col", "colonel"),
    ("dr", "doctor"),
    ("gen", "general"),
    ("gov", "governor"),
    ("lt", "lieutenant"),
    ("maj", "major"),
    ("pres", "president"),
    ("prof", "professor"),
    ("rep", "representative"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
];

fn office_of(word: &str) -> &str {
    SHORT.iter().find(|(short, _)| word.eq_ignore_ascii_case(short)).map_or(word, |(_, long)| long)
}
