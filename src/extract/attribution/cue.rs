//! The verbs that report: their forms, what they take as content, and how the speaker stands to it.

use std::sync::LazyLock;

use super::Stance;
use crate::text::{Class, Letters, WordMap};

const VERBS: &str = include_str!("data/verbs.txt");

/// What a verb takes as the content of a report, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame(u16);

impl Frame {
    /// A clause without "that".
    pub(super) const CLAUSE: Self = Self(1);
    /// A clause with "that".
    pub(super) const THAT: Self = Self(1 << 1);
    /// An infinitive.
    pub(super) const INFINITIVE: Self = Self(1 << 2);
    /// A question.
    pub(super) const QUESTION: Self = Self(1 << 3);
    /// A noun group.
    pub(super) const NOUN: Self = Self(1 << 4);
    /// A preposition and a noun group.
    pub(super) const OBLIQUE: Self = Self(1 << 5);
    /// An addressee before the content.
    pub(super) const ADDRESSEE: Self = Self(1 << 6);
    /// Hardly anything but a quotation.
    pub(super) const QUOTATION: Self = Self(1 << 7);
    /// Only with "out" behind the verb.
    pub(super) const OUT: Self = Self(1 << 8);
    /// Only with "for" behind the verb.
    pub(super) const FOR: Self = Self(1 << 9);
    /// Only with "of" behind the verb.
    pub(super) const OF: Self = Self(1 << 11);
    /// A verb of thinking.
    pub(super) const THOUGHT: Self = Self(1 << 10);

    /// Whether the two share a member.
    pub(super) const fn takes(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Both sets.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn parse(letters: &str) -> Self {
        letters.chars().fold(Self(0), |sum, letter| {
            sum.or(match letter {
                'c' => Self::CLAUSE,
                't' => Self::THAT,
                'i' => Self::INFINITIVE,
                'w' => Self::QUESTION,
                'n' => Self::NOUN,
                'o' => Self::OBLIQUE,
                'a' => Self::ADDRESSEE,
                'q' => Self::QUOTATION,
                'p' => Self::OUT,
                'f' => Self::FOR,
                's' => Self::OF,
                'k' => Self::THOUGHT,
                _ => panic!("no frame is called {letter}"),
            })
        })
    }
}

/// A verb that reports.
#[derive(Debug)]
pub(super) struct Verb {
    pub(super) lemma: &'static str,
    pub(super) frame: Frame,
    pub(super) stance: Stance,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// `say`
    Base,
    /// `says`
    Third,
    /// `said`, as a past tense or a participle
    Past,
    /// `saying`
    Gerund,
}

/// A form of a verb in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub(super) verb: &'static Verb,
    pub(super) form: Form,
}

impl Cue {
    /// The verb whose form `word`, which has these letters, is in whatever case.
    pub(super) fn of(letters: Letters, word: &str) -> Option<Self> {
        let table = &*TABLE;
        let (verb, form) = table.forms.find(letters, word)?;
        Some(Self { verb: table.verbs.get(verb)?, form })
    }

    /// Whether the verb takes any of these.
    pub(super) fn takes(self, any: Frame) -> bool {
        self.verb.frame.takes(any)
    }
}

/// Every form of every verb, for the lexicon.
pub(in crate::extract) fn words() -> impl Iterator<Item = (&'static str, Class)> {
    TABLE.forms.words().map(|form| (form, Class::SPEECH_CUE))
}

struct Table {
    verbs: Vec<Verb>,
    /// The forms, each with the index of its verb.
    forms: WordMap<(usize, Form)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut verbs = Vec::new();
    let mut all: Vec<(String, usize, Form)> = Vec::new();
    for line in VERBS.lines().filter(|it| !it.starts_with('#') && !it.is_empty()) {
        let mut fields = line.split_whitespace();
        let lemma = fields.next().expect("the line is not empty");
        let frame = Frame::parse(fields.next().expect("a verb has frames"));
        let stance = stance(fields.next().expect("a verb has a stance"));
        let index = verbs.len();
        verbs.push(Verb { lemma, frame, stance });
        let irregular: Vec<_> = fields.collect();
        let forms = if irregular.is_empty() { regular(lemma) } else { listed(&irregular) };
        all.push((lemma.to_owned(), index, Form::Base));
        all.extend(forms.into_iter().filter(|(form, _)| form != lemma).map(|(form, kind)| (form, index, kind)));
    }
    // Of a form that two verbs share the first counts.
    all.sort();
    all.reverse();
    let forms = WordMap::new(all.into_iter().map(|(form, verb, kind)| (&*form.leak(), (verb, kind))));
    Table { verbs, forms }
});

fn stance(word: &str) -> Stance {
    match word {
        "asserts" => Stance::Asserts,
        "denies" => Stance::Denies,
        "withholds" => Stance::Withholds,
        "wishes" => Stance::Wishes,
        _ => panic!("no stance is called {word}"),
    }
}

/// The forms of a regular verb beside its base.
fn regular(lemma: &str) -> Vec<(String, Form)> {
    let vowel_before_y = lemma.ends_with("ay") || lemma.ends_with("ey") || lemma.ends_with("oy");
    let hisses = ["s", "sh", "ch", "x", "z"].iter().any(|it| lemma.ends_with(it));
    let (third, past, gerund) = if let Some(stem) = lemma.strip_suffix('e') {
        (format!("{lemma}s"), format!("{lemma}d"), if stem.ends_with('e') { format!("{lemma}ing") } else { format!("{stem}ing") })
    } else if let Some(stem) = lemma.strip_suffix('y').filter(|_| !vowel_before_y) {
        (format!("{stem}ies"), format!("{stem}ied"), format!("{lemma}ing"))
    } else {
        let third = if hisses { format!("{lemma}es") } else { format!("{lemma}s") };
        (third, format!("{lemma}ed"), format!("{lemma}ing"))
    };
    vec![(third, Form::Third), (past, Form::Past), (gerund, Form::Gerund)]
}

/// The listed forms of an irregular verb: the third person first, then the past forms, gerunds by their ending.
fn listed(forms: &[&str]) -> Vec<(String, Form)> {
    let kind = |at: usize, form: &str| match (at, form.ends_with("ing")) {
        (0, _) => Form::Third,
        (_, true) => Form::Gerund,
        _ => Form::Past,
    };
    forms.iter().enumerate().map(|(at, form)| ((*form).to_owned(), kind(at, form))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, lemma: &str, form: Form) {
        let cue = Cue::of(Letters::of(word), word).unwrap_or_else(|| panic!("{word} is a cue"));
        assert_eq!((cue.verb.lemma, cue.form), (lemma, form), "{word}");
    }

    #[test]
    fn every_form_leads_to_its_verb() {
        check("said", "say", Form::Past);
        check("Saying", "say", Form::Gerund);
        check("denies", "deny", Form::Third);
        check("denied", "deny", Form::Past);
        check("admitted", "admit", Form::Past);
        check("stresses", "stress", Form::Third);
        check("wrote", "write", Form::Past);
        check("conceding", "concede", Form::Gerund);
        check("conveys", "convey", Form::Third);
    }

    #[test]
    fn the_verbs_are_sorted_and_unique() {
        let lemmas: Vec<_> = TABLE.verbs.iter().map(|it| it.lemma).collect();
        assert!(lemmas.windows(2).all(|it| it[0] < it[1]), "{:?}", lemmas.windows(2).find(|it| it[0] >= it[1]));
    }
}
