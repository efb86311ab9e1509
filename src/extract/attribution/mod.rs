//! Attribution: who said what.
//!
//! A paragraph is turned into items in which each quotation is one; sentences are cut on these items. In each sentence
//! the verbs of saying are looked for, and every construction that a verb can stand in is one file of this folder. Last,
//! the mentions that carry a report ("he", "the ministry", "Holm") are resolved to the fullest name in the text.

mod according;
mod attitude;
mod cue;
mod ending;
mod frame;
mod group;
mod inherited;
mod inverted;
mod label;
mod noun;
mod participle;
mod passage;
mod passive;
mod people;
mod scan;
mod speaker;
mod spoken;
mod stance;
mod subject;
mod verb;

use crate::text::{Class, Span, Text};

pub(super) use cue::words as verbs;

/// The words that this part knows, as tables for the lexicon.
pub(super) const WORDS: [&str; 1] = [include_str!("data/words.txt")];

/// How a speaker stands to what is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// The speaker says so.
    Asserts,
    /// The speaker says that it is not so: "denied that".
    Denies,
    /// The speaker says neither: "would not confirm", "has not said whether".
    Withholds,
    /// The speaker asks, orders, expects or hopes for it: "ordered", "expects", "asked whether".
    Wishes,
}

/// A stretch of text that somebody is reported to have said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The name that the reader settles on, the fullest in the text; none where the text names nobody.
    pub speaker: Option<String>,
    /// The mention that carries the attribution: "He" in "He said".
    pub mention: Option<Span>,
    /// What was said; a content broken up by its speaker is two attributions.
    pub content: Span,
    /// The words of saying: "said", "according to".
    pub cue: Option<Span>,
    /// The lemma of the cue: "say".
    pub verb: &'static str,
    /// How the speaker stands to the content.
    pub stance: Stance,
    /// Whether the content stands between quotation marks.
    pub direct: bool,
}

/// A way in which English reports speech.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// Texts, each with the speakers and contents that must be read off it, as "speaker: content".
    pub reads: &'static [(&'static str, &'static [&'static str])],
    /// Texts off which nothing is read.
    pub ignores: &'static [&'static str],
}

/// Every construction that is read, with examples.
pub fn rules() -> &'static [Rule] {
    const RULES: &[Rule] = &[
        spoken::RULE,
        inverted::RULE,
        according::RULE,
        participle::RULE,
        passive::RULE,
        label::RULE,
        inherited::RULE,
        noun::RULE,
        attitude::RULE,
        speaker::RULE,
    ];
    RULES
}

/// Who said what in `text`, in order of the contents.
pub fn attributions(text: &Text<'_>) -> Vec<Attribution> {
    let mut reports = scan::reports(text);
    if reports.is_empty() {
        return Vec::new();
    }
    reports.sort_by_key(|it| (it.content, it.mention));
    reports.dedup_by(|two, one| two.content == one.content && two.mention == one.mention);
    let names = speaker::names(text, &reports);
    reports
        .into_iter()
        .zip(names)
        .map(|(report, speaker)| Attribution {
            speaker,
            mention: report.mention,
            content: report.content,
            cue: report.cue,
            verb: report.verb,
            stance: report.stance,
            direct: report.direct,
        })
        .collect()
}

/// Classes of the words that a report is told with.
const TRIGGERS: Class = Class::SPEECH_CUE.or(Class::NOUN_CUE).or(Class::RATING).or(Class::SOURCE).or(Class::ATTITUDE);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lexicon;

    fn read(source: &str) -> Vec<String> {
        let text = Text::new(source, lexicon());
        let line = |it: &Attribution| format!("{}: {}", it.speaker.as_deref().unwrap_or("-"), it.content.of(source).replace('\n', " "));
        attributions(&text).iter().map(line).collect()
    }

    #[test]
    fn every_rule_reads_its_examples_and_ignores_the_rest() {
        let mut wrong = Vec::new();
        for rule in rules() {
            for (source, expected) in rule.reads {
                if read(source) != *expected {
                    wrong.push(format!("{}: {source}\n  read {:?}\n  not  {expected:?}", rule.name, read(source)));
                }
            }
            for source in rule.ignores {
                if !read(source).is_empty() {
                    wrong.push(format!("{}: {source}\n  read {:?}\n  not  nothing", rule.name, read(source)));
                }
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    fn stances(source: &str, expected: &[Stance]) {
        let text = Text::new(source, lexicon());
        let read: Vec<_> = attributions(&text).iter().map(|it| it.stance).collect();
        assert_eq!(read, expected, "{source}");
    }

    #[test]
    fn what_is_denied_withheld_or_wished_is_told_apart() {
        stances("Holm said the dam held.", &[Stance::Asserts]);
        stances("Holm denied that the dam had broken.", &[Stance::Denies]);
        stances("The ministry has not confirmed that the dam broke.", &[Stance::Withholds]);
        stances("Holm declined to say whether the dam had broken.", &[Stance::Withholds]);
        stances("Holm expects the dam to hold.", &[Stance::Wishes]);
        stances("Holm is expected to announce that the dam is safe.", &[Stance::Wishes]);
        stances("Holm asked whether the dam would hold.", &[Stance::Wishes]);
        stances("Holm claims to have mended the dam.", &[Stance::Asserts]);
    }

    const PIECES: &[&str] = &[
        "Holm",
        "Anna Holm",
        "said",
        "says",
        "that",
        "\"",
        "“",
        "”",
        "'",
        "’s",
        "''",
        "``",
        ",",
        ".",
        "?",
        ":",
        ";",
        "—",
        "(",
        ")",
        "[",
        "\n",
        "\n\n",
        "according to",
        "based on",
        "who",
        "he",
        "She",
        "the ministry",
        "the",
        "adding",
        "declined to",
        "is expected to",
        "and",
        "but",
        "as",
        "estimates were",
        "claim",
        "put",
        "at",
        "40",
        "Gen",
        "É",
        "über",
        "Kyiv",
        "„",
        "«",
        "»",
        "…",
        "\u{a0}",
        "by",
        "told",
        "reporters",
        "on Monday",
    ];

    proptest::proptest! {
        #[test]
        fn every_span_lies_in_the_text_on_the_bounds_of_characters(pieces in proptest::collection::vec((0..PIECES.len(), proptest::bool::ANY), 0..60)) {
            let mut source = String::new();
            for (piece, blank) in pieces {
                source.push_str(PIECES[piece]);
                source.push_str(if blank { " " } else { "" });
            }
            let text = Text::new(&source, lexicon());
            for attribution in attributions(&text) {
                let spans = [Some(attribution.content), attribution.mention, attribution.cue];
                for span in spans.into_iter().flatten() {
                    proptest::prop_assert!(source.get(span.range()).is_some_and(|it| !it.is_empty()), "{span:?} in {source:?}");
                }
            }
        }
    }
}
