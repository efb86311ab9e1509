//! Attribution: who said what.

use crate::text::{Span, Text};

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
    pub verb: String,
    /// How the speaker stands to the content.
    pub stance: Stance,
    /// Whether the content stands between quotation marks.
    pub direct: bool,
}

/// Who said what in `text`, in order of the contents.
pub fn attributions(_text: &Text<'_>) -> Vec<Attribution> {
    Vec::new()
}
