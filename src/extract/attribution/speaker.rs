//! Who a mention is: the fullest name in the text.
//!
//! A surname leads to the full name, a pronoun to the person who spoke or acted last and fits it, an office to its
//! holder. What fits nobody keeps its own words, for a report is never the text's own voice.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use super::Rule;
use super::people::{Entry, Mention, Names};
use super::scan::Report;
use crate::language::name::Sex;
use crate::text::{Class, Kind, Letters, Span, Text};

pub(super) const RULE: Rule = Rule {
    name: "speaker",
    reads: &[
        (
            "Gen. Anna Holm, the harbour master, spoke. Holm said the dam held. She added that it was old.",
            &["Anna Holm: the dam held", "Anna Holm: it was old"],
        ),
        ("Mayor Anna Holm met Peter Brandt. He said the dam held.", &["Peter Brandt: the dam held"]),
        ("Sen. Anna Holm left early. The senator said the dam held.", &["Anna Holm: the dam held"]),
        ("The Danish Transport Ministry spoke. The ministry said the dam held.", &["Danish Transport Ministry: the dam held"]),
        ("Police Chief Anna Holm came late. The Danish police chief said the dam held.", &["Anna Holm: the dam held"]),
        ("The mayor of Oslo, Anna Holm, said the dam held.", &["Anna Holm: the dam held"]),
        ("Mayor Anna Holm met Peter Brandt. Holm and Brandt said the dam held.", &["Anna Holm and Peter Brandt: the dam held"]),
        ("Anna Holm of the Oslo Institute said the dam held.", &["Anna Holm: the dam held"]),
        ("Officials in Oslo said the dam held.", &["Officials in Oslo: the dam held"]),
        ("Holm said the dam held. He said it was old.", &["Holm: the dam held", "Holm: it was old"]),
        ("Ole Holm spoke. Per Holm said the dam held.", &["Per Holm: the dam held"]),
        ("\"It held,\" said a spokeswoman. She said it was old.", &["a spokeswoman: \"It held,\"", "a spokeswoman: it was old"]),
        ("Nordbank reopened. The bank said the dam held.", &["Nordbank: the dam held"]),
        ("One of the crew, Anna Holm, said the dam held.", &["Anna Holm: the dam held"]),
        ("Oslo said the dam held.", &["Oslo: the dam held"]),
        ("Norway's top engineer said the dam held.", &["Norway's top engineer: the dam held"]),
        ("The crew met Peter Brandt, who said the dam held.", &["Peter Brandt: the dam held"]),
    ],
    ignores: &[],
};

/// The name behind each report, in order.
pub(super) fn names(text: &Text<'_>, reports: &[Report]) -> Vec<Option<String>> {
    let names = Names::new(text);
    let mut directory = Directory {
        text,
        mentions: names.mentions(),
        names: &names,
        known: RefCell::default(),
        settled: Vec::with_capacity(reports.len()),
    };
    reports
        .iter()
        .map(|report| {
            let mention = report.mention?;
            let settled = directory.recent().find(|it| it.mention == mention).cloned();
            let settled = settled.unwrap_or_else(|| directory.settle(mention));
            let name = settled.name.clone().into_owned();
            directory.settled.push(settled);
            Some(name)
        })
        .collect()
}

/// A mention whose bearer is known.
#[derive(Clone, Debug)]
struct Settled<'t> {
    mention: Span,
    name: Cow<'t, str>,
    sex: Option<Sex>,
    person: bool,
}

/// Reports that are looked back over: what a pronoun takes up, or whose mention carries another report, lies nearer.
const REPORTS: usize = 256;

struct Directory<'d, 't> {
    text: &'d Text<'t>,
    names: &'d Names<'d, 't>,
    mentions: &'d [Mention],
    /// The longer names that spellings were found to be short for.
    known: RefCell<BTreeMap<Spelling<'t>, Option<Mention>>>,
    settled: Vec<Settled<'t>>,
}

/// What decides which longer name fits a mention: its words, their letters first, which are sooner compared, and what is told of its bearer.
type Spelling<'t> = (Letters, &'t str, Option<Sex>, bool);

impl<'t> Directory<'_, 't> {
    /// The mentions that were settled last, the latest first.
    fn recent(&self) -> impl Iterator<Item = &Settled<'t>> {
        self.settled.iter().rev().take(REPORTS)
    }

    /// Who the words of a mention name.
    fn settle(&self, mention: Span) -> Settled<'t> {
        let text = self.text;
        let tokens = text.token_at(mention.start)..text.token_at(mention.end);
        let plain = |name: &'t str, person| Settled { mention, name: name.into(), sex: None, person };
        if tokens.len() == 1 && text.class(tokens.start).is(Class::PRONOUN) {
            return self.pronoun(mention, text.word(tokens.start)).unwrap_or_else(|| plain(mention.of(text.source), true));
        }
        if let Some(name) = self.several(&tokens) {
            return Settled { mention, name: name.into(), sex: None, person: false };
        }
        if let Some(name) = self.head(&tokens) {
            let full = self.fullest(&name);
            let sex = name.sex.or(full.sex);
            return Settled { mention, name: full.of(text).into(), sex, person: full.person || name.person };
        }
        self.office(mention, &tokens).unwrap_or_else(|| {
            // "a spokeswoman" is nobody with a name, but "she" may take her up.
            let class = text.class(tokens.end.saturating_sub(1));
            let person = class.is(Class::ROLE.or(Class::TITLE)) && !text.word(tokens.end - 1).ends_with('s');
            Settled { sex: Sex::of(class), ..plain(mention.of(text.source), person) }
        })
    }

    /// The full names of people who speak together: "Holm and Brandt".
    fn several(&self, tokens: &std::ops::Range<usize>) -> Option<String> {
        let text = self.text;
        (tokens.clone()).find(|it| text.is(*it, "and"))?;
        let first = self.mentions.partition_point(|it| it.first < tokens.start);
        let end = self.mentions.partition_point(|it| it.first < tokens.end);
        let named = self.mentions.get(first..end).filter(|it| it.len() > 1)?;
        let apart = |it: &Mention| {
            let before = (it.first - it.titled).checked_sub(1).map_or("", |it| text.word(it));
            matches!(before, "," | "and")
        };
        // Each stands behind a comma or "and"; titles and descriptions before a name make another construction.
        let listed = named.iter().skip(1).all(apart) && named.last().is_some_and(|it| text.word((it.first - it.titled) - 1) == "and");
        listed.then(|| {
            let full: Vec<_> = named.iter().map(|it| self.fullest(it).of(text)).collect();
            let (last, rest) = full.split_last().expect("two names or more");
            format!("{} and {last}", rest.join(", "))
        })
    }

    /// The name that is the head of a group, and not a part of what describes it.
    fn head(&self, tokens: &std::ops::Range<usize>) -> Option<Mention> {
        let text = self.text;
        let before = self.mentions.partition_point(|it| it.first < tokens.end);
        let last = self.mentions.get(before.checked_sub(1)?).filter(|it| it.end >= tokens.end)?;
        let mut described = (tokens.start..last.first.saturating_sub(last.titled)).rev();
        let governed = described
            .find(|it| !text.class(*it).is(Class::DETERMINER))
            .is_some_and(|it| text.class(it).is(Class::PREPOSITION) && tokens.start < it);
        let from = self.mentions.partition_point(|it| it.first < tokens.start);
        if let Some(person) = self.mentions.get(from..before).and_then(<[_]>::first).filter(|_| governed)
            && person.person
            && person.first < last.first
        {
            // "Anna Holm of the Kiel Institute" is Holm.
            return Some(*person);
        }
        if !governed {
            // "South Korea's Coast Guard" is a name with its country; "Holm's aide Peter Brandt" is Brandt.
            let start = last.first.saturating_sub(last.titled);
            let owned = start > tokens.start && text.token(start - 1).is_some_and(|it| it.kind == Kind::Clitic);
            if owned && !last.person {
                let span = text.tokens[tokens.start].span.join(last.span);
                return Some(Mention { span, first: tokens.start, ..*last });
            }
            return Some(*last);
        }
        // "Ministry of Defence of Norway" begins with a capital; "the mayor of Kiel" does not.
        let first = text.token(tokens.start).filter(|it| it.capital && !it.class.is(Class::DETERMINER))?;
        let plain =
            tokens.clone().any(|it| text.tokens[it].kind == Kind::Word && !text.tokens[it].capital && !text.class(it).is(Class::FUNCTION));
        (!plain).then(|| Mention { span: first.span.join(last.span), first: tokens.start, person: false, words: tokens.len(), ..*last })
    }

    /// The names that stand before a mention.
    fn before(&self, mention: Span) -> &[Mention] {
        let end = self.mentions.partition_point(|it| it.span.end <= mention.start);
        self.mentions.get(..end).unwrap_or_default()
    }

    /// The fullest name in the text that a name may be short for.
    fn fullest(&self, name: &Mention) -> Mention {
        if name.words > 2 && !name.person {
            return *name;
        }
        let words = name.of(self.text);
        let key = (Letters::of(words), words, name.sex, name.person);
        let known = self.known.borrow().get(&key).copied();
        known.unwrap_or_else(|| self.longer(name, key)).unwrap_or(*name)
    }

    /// The longer name that `name` is short for; it is kept where it is the same all over the text.
    fn longer(&self, name: &Mention, key: Spelling<'t>) -> Option<Mention> {
        let own = self.names.entry(name);
        let mut best: Option<&Entry<'_>> = None;
        let mut one_bearer = true;
        for entry in self.names.fuller() {
            let other = entry.mention;
            // All spellings of a surname open with the same letter.
            if other.words <= name.words
                || (entry.last != own.last && entry.first != own.first)
                || (name.words == 1 && !other.person && !name.person)
                || name.sex.zip(other.sex).is_some_and(|(one, two)| one != two)
                || !entry.name().agrees(own.name())
            {
                continue;
            }
            let Some(it) = best else {
                best = Some(entry);
                continue;
            };
            // Two bearers of one surname: the last one named before it is meant.
            let clash = !it.name().agrees(entry.name());
            one_bearer &= !clash;
            let better = if clash { other.first <= name.first } else { other.words > it.mention.words };
            if better {
                best = Some(entry);
            }
        }
        let longer = best.map(|it| it.mention).or_else(|| self.acronym(name));
        if one_bearer {
            self.known.borrow_mut().insert(key, longer);
        }
        longer
    }

    /// The name that a bracket abbreviates: "National Coast Guard (NCG)".
    fn acronym(&self, name: &Mention) -> Option<Mention> {
        let text = self.text;
        let short = name.of(text);
        if name.words != 1 || !(2..=6).contains(&short.len()) || !short.bytes().all(|it| it.is_ascii_uppercase()) {
            return None;
        }
        let bracketed = |it: &&Mention| {
            text.word(it.end) == "(" && text.word(it.end + 1) == short && {
                let initials: String =
                    (it.first..it.end).filter(|it| text.tokens[*it].capital).filter_map(|it| text.word(it).chars().next()).collect();
                initials.ends_with(short)
            }
        };
        self.mentions.iter().find(bracketed).copied()
    }

    /// The person or body that a pronoun takes up.
    fn pronoun(&self, mention: Span, word: &str) -> Option<Settled<'t>> {
        let lower = word.to_ascii_lowercase();
        let sex = match lower.as_str() {
            "he" | "his" | "him" => Some(Sex::Male),
            "she" | "her" => Some(Sex::Female),
            "who" | "which" => return self.antecedent(mention).or_else(|| self.described(mention)),
            "it" | "its" | "they" | "their" => None,
            _ => return None,
        };
        let person = sex.is_some();
        let fits = |it: &Settled<'_>| if person { it.person && it.sex.is_none_or(|it| Some(it) == sex) } else { !it.person };
        let earlier = || self.recent().filter(|it| it.mention.start < mention.start && !is_pronoun(&it.name));
        let own = self.text.sentence_at(mention.start);
        for index in (own.saturating_sub(6)..=own).rev() {
            let sentence = self.text.sentences.get(index)?;
            // Who spoke in that sentence comes first, then who its first name is.
            let mut spoke = earlier().filter(|it| sentence.span.touches(it.mention) && fits(it));
            if let Some(found) = spoke.next() {
                return Some(Settled { mention, ..found.clone() });
            }
            if let Some(found) = self.named(sentence.span, mention, sex) {
                return Some(found);
            }
        }
        // A bare surname shows no person until a pronoun takes it up.
        let last = earlier().find(|it| fits(it)).or_else(|| earlier().find(|it| person && self.may_be_person(it)));
        last.map(|it| Settled { mention, ..it.clone() })
    }

    /// Whether a speaker's name is one bare word that names no known body or place.
    fn may_be_person(&self, settled: &Settled<'_>) -> bool {
        let at = self.text.token_at(settled.mention.start);
        let bare = !settled.name.contains(' ') && self.text.token(at).is_some_and(|it| it.capital && it.kind == Kind::Word);
        bare && settled.sex.is_none() && !self.text.class(at).is(Class::BODY_NOUN.or(Class::PLACE_NOUN).or(Class::ROLE))
    }

    /// The first name of a sentence that a pronoun of this sex can take up; a body where there is no sex.
    fn named(&self, sentence: Span, mention: Span, sex: Option<Sex>) -> Option<Settled<'t>> {
        // No sentence that is one has more.
        const NAMES: usize = 200;
        let first = self.mentions.partition_point(|it| it.span.start < sentence.start);
        let names = self.mentions.get(first..)?.iter().take(NAMES).take_while(|it| it.span.start < sentence.end.min(mention.start));
        let fitting = names.filter(|it| !it.quoted && !it.possessive).filter_map(|it| {
            let full = self.fullest(it);
            let told = it.sex.or(full.sex);
            let fits = match sex {
                Some(_) => full.person && told.is_none_or(|it| Some(it) == sex),
                None => !full.person && self.text.class(full.end - 1).is(Class::BODY_NOUN),
            };
            fits.then(|| (told.is_some(), Settled { mention, name: full.of(self.text).into(), sex: told, person: sex.is_some() }))
        });
        let fitting: Vec<_> = fitting.take(6).collect();
        // A known sex speaks louder than the place in the sentence.
        fitting.iter().find(|it| it.0).or(fitting.first()).map(|it| it.1.clone())
    }

    /// The noun group that a relative pronoun explains: "some engineers" of "some engineers who argue".
    fn described(&self, mention: Span) -> Option<Settled<'t>> {
        const OUTSIDE: Class =
            Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::AUXILIARY).or(Class::FINITE).or(Class::SPEECH_CUE).or(Class::PRONOUN);
        let text = self.text;
        let comma = |it: usize| text.word(it) == ",";
        let end = text.token_at(mention.start);
        let end = if end > 0 && comma(end - 1) { end - 1 } else { end };
        let mut start = end;
        while start > 0 && end - start < 4 && text.tokens[start - 1].kind == Kind::Word && !text.class(start - 1).is(OUTSIDE) {
            start -= 1;
            if text.class(start).is(Class::DETERMINER) {
                break;
            }
        }
        let span = text.token(start).filter(|_| start < end)?.span.join(text.tokens[end - 1].span);
        Some(Settled { mention, name: Cow::Borrowed(span.of(text.source)), sex: None, person: false })
    }

    /// What a relative pronoun stands behind.
    fn antecedent(&self, mention: Span) -> Option<Settled<'t>> {
        let sentence = self.text.sentences.get(self.text.sentence_at(mention.start))?;
        let before = self.before(mention).last()?;
        let near = before.span.start >= sentence.span.start && self.text.token_at(mention.start).saturating_sub(before.end) <= 1;
        let full = self.fullest(before);
        near.then(|| Settled { mention, name: full.of(self.text).into(), sex: before.sex.or(full.sex), person: true })
    }

    /// The holder of an office or the body that a short description takes up: "the senator", "the ministry".
    fn office(&self, mention: Span, tokens: &std::ops::Range<usize>) -> Option<Settled<'t>> {
        let text = self.text;
        let known = tokens.len() <= 3 && text.is(tokens.start, "the");
        let head = text.word(tokens.end.checked_sub(1)?);
        let class = text.class(tokens.end - 1);
        if !known || !class.is(Class::TITLE.or(Class::ROLE).or(Class::BODY_NOUN)) {
            return self.holder(mention, tokens);
        }
        let before = self.before(mention).iter().rev();
        let found = if class.is(Class::BODY_NOUN) {
            // "the ministry" is the Transport Ministry, "the bank" may be Nordbank.
            let holds = |it: usize| {
                text.same(it, tokens.end - 1) || head.len() > 3 && text.word(it).len() > head.len() && text.word(it).ends_with(head)
            };
            before.filter(|it| it.words > 1 || !it.person).find(|it| (it.first..it.end).any(holds))
        } else {
            before.filter(|it| it.person).find(|it| it.holds(text, head))
        };
        let full = self.fullest(found?);
        Some(Settled { mention, name: full.of(text).into(), sex: full.sex, person: full.person })
    }
}

impl<'t> Directory<'_, 't> {
    /// The person whose office is told in the same words: "the Danish police chief" after "Police Chief Anna Holm".
    fn holder(&self, mention: Span, tokens: &std::ops::Range<usize>) -> Option<Settled<'t>> {
        let text = self.text;
        let content = |it: &usize| text.tokens[*it].kind == Kind::Word && !text.class(*it).is(Class::FUNCTION);
        let office: Vec<_> = tokens.clone().filter(content).collect();
        if !tokens.clone().any(|it| text.class(it).is(Class::TITLE.or(Class::ROLE))) || !(2..=6).contains(&office.len()) {
            return None;
        }
        let told = |person: &&Mention| {
            let before = (person.first.saturating_sub(8)..person.first).rev();
            let start = before.take_while(|it| !matches!(text.word(*it), "," | ":" | ";")).last().unwrap_or(person.first);
            let shared = office.iter().filter(|office| (start..person.first).any(|it| text.same(it, **office))).count();
            shared >= 2 && shared + 1 >= office.len()
        };
        let found = self.mentions.iter().filter(|it| it.person && !tokens.contains(&it.first)).find(told)?;
        let full = self.fullest(found);
        Some(Settled { mention, name: full.of(text).into(), sex: full.sex, person: true })
    }
}

fn is_pronoun(name: &str) -> bool {
    name.len() <= 5 && ["he", "she", "they", "it", "i", "we", "who", "you", "which"].iter().any(|it| name.eq_ignore_ascii_case(it))
}
