//! The words by which reports tell figures: which way they went, what they came to, what they are held against.

/// Which way a figure went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// It grew.
    Up,
    /// It shrank.
    Down,
    /// It improved, whichever way that is.
    Better,
    /// It worsened, whichever way that is.
    Worse,
    /// It stayed.
    Flat,
}

/// How a word tells a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// "Rose", "rising", "to grow".
    Verb,
    /// "A rise of".
    Noun,
    /// "Up", "down".
    Particle,
    /// "Higher", "more", "below".
    Degree,
}

/// The verbs of a change by the stems, sorted.
const VERBS: [(&str, Way); 55] = [
    ("accelerate", Way::Up),
    ("advance", Way::Up),
    ("boost", Way::Up),
    ("climb", Way::Up),
    ("compress", Way::Down),
    ("contract", Way::Down),
    ("cut", Way::Down),
    ("decline", Way::Down),
    ("decrease", Way::Down),
    ("deteriorate", Way::Worse),
    ("diminish", Way::Down),
    ("dip", Way::Down),
    ("drop", Way::Down),
    ("dwindle", Way::Down),
    ("ease", Way::Down),
    ("elevate", Way::Up),
    ("enlarge", Way::Up),
    ("escalate", Way::Up),
    ("expand", Way::Up),
    ("fall", Way::Down),
    ("gain", Way::Up),
    ("grow", Way::Up),
    ("heighten", Way::Up),
    ("hike", Way::Up),
    ("improve", Way::Better),
    ("increase", Way::Up),
    ("jump", Way::Up),
    ("leap", Way::Up),
    ("lessen", Way::Down),
    ("lift", Way::Up),
    ("lower", Way::Down),
    ("mount", Way::Up),
    ("narrow", Way::Down),
    ("plummet", Way::Down),
    ("plunge", Way::Down),
    ("raise", Way::Up),
    ("rebound", Way::Up),
    ("reduce", Way::Down),
    ("retreat", Way::Down),
    ("rise", Way::Up),
    ("shrink", Way::Down),
    ("sink", Way::Down),
    ("slide", Way::Down),
    ("slip", Way::Down),
    ("slump", Way::Down),
    ("soar", Way::Up),
    ("soften", Way::Down),
    ("strengthen", Way::Better),
    ("surge", Way::Up),
    ("swell", Way::Up),
    ("trim", Way::Down),
    ("tumble", Way::Down),
    ("upgrade", Way::Up),
    ("weaken", Way::Worse),
    ("widen", Way::Up),
];

/// Verbs of a change that are always said of what somebody changes, and of the thing itself only in the passive.
pub(super) const CHANGING: [&str; 12] =
    ["boost", "cut", "elevate", "hike", "increase", "lift", "lower", "narrow", "raise", "reduce", "trim", "upgrade"];

/// Verbs by which somebody lets a figure be what it was.
pub(super) const HOLDING: [&str; 10] =
    ["affirm", "back", "confirm", "hold", "keep", "leave", "maintain", "reaffirm", "reiterate", "retain"];

/// Words of what was never reached before: "a record", "an all-time high".
pub(super) fn is_record(word: &str) -> bool {
    matches!(word, "record" | "all" | "high" | "highest" | "ever")
}

/// The nouns of a change, sorted.
const NOUNS: [(&str, Way); 27] = [
    ("advance", Way::Up),
    ("climb", Way::Up),
    ("contraction", Way::Down),
    ("cut", Way::Down),
    ("decline", Way::Down),
    ("decrease", Way::Down),
    ("deterioration", Way::Worse),
    ("dip", Way::Down),
    ("downturn", Way::Down),
    ("drop", Way::Down),
    ("expansion", Way::Up),
    ("fall", Way::Down),
    ("gain", Way::Up),
    ("growth", Way::Up),
    ("hike", Way::Up),
    ("improvement", Way::Better),
    ("increase", Way::Up),
    ("jump", Way::Up),
    ("reduction", Way::Down),
    ("rise", Way::Up),
    ("slide", Way::Down),
    ("slip", Way::Down),
    ("surge", Way::Up),
    ("upsurge", Way::Up),
    ("upswing", Way::Up),
    ("uptick", Way::Up),
    ("widening", Way::Up),
];

/// Which way a verb with that stem tells that something went.
pub(super) fn verb(stem: &str) -> Option<Way> {
    VERBS.binary_search_by_key(&stem, |it| it.0).ok().map(|it| VERBS[it].1)
}

/// Which way a noun with that stem tells that something went.
pub(super) fn noun(stem: &str) -> Option<Way> {
    NOUNS.binary_search_by_key(&stem, |it| it.0).ok().map(|it| NOUNS[it].1)
}

/// Which way a word of degree tells that something went: "14% more", "4% lower", "3% below".
pub(super) fn degree(word: &str) -> Option<Way> {
    match word {
        "above" | "greater" | "higher" | "more" | "over" | "wider" => Some(Way::Up),
        "below" | "fewer" | "less" | "lower" | "narrower" | "smaller" | "under" => Some(Way::Down),
        "better" => Some(Way::Better),
        "worse" => Some(Way::Worse),
        _ => None,
    }
}

/// Which way a word tells that something went which goes with a verb: "was up", "went down".
pub(super) fn particle(word: &str) -> Option<Way> {
    match word {
        "up" => Some(Way::Up),
        "down" => Some(Way::Down),
        "flat" | "unchanged" | "level" | "steady" => Some(Way::Flat),
        _ => None,
    }
}

/// Verbs that only give "up" and "down" a verb.
pub(super) const MOVING: [&str; 7] = ["be", "come", "edge", "go", "inch", "move", "tick"];

/// Verbs that say what a figure came to.
pub(super) const REACHING: [&str; 10] = ["amount", "average", "equal", "hit", "peg", "reach", "remain", "stand", "stay", "total"];

/// Verbs by which somebody has or makes a figure of its own known.
pub(super) const REPORTING: [&str; 28] = [
    "achieve",
    "announce",
    "book",
    "communicate",
    "declare",
    "deliver",
    "disclose",
    "experience",
    "generate",
    "have",
    "log",
    "note",
    "observe",
    "post",
    "produce",
    "publish",
    "record",
    "register",
    "release",
    "report",
    "reveal",
    "see",
    "share",
    "state",
    "suffer",
    "swing",
    "unveil",
    "witness",
];

/// Verbs of what is foreseen.
pub(super) const FORESEEING: [&str; 12] =
    ["aim", "anticipate", "estimate", "expect", "forecast", "foresee", "guide", "intend", "plan", "predict", "project", "target"];

/// Nouns of what is foreseen.
pub(super) const OUTLOOK: [&str; 9] =
    ["estimate", "expectation", "forecast", "guidance", "guide", "outlook", "projection", "range", "target"];

/// Words by which a figure is held against another, by the word alone.
pub(super) fn against(word: &str) -> bool {
    matches!(word, "from" | "than" | "versus" | "vs" | "against")
}

/// Words that add nothing to a figure.
pub(super) fn is_light(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "just"
            | "now"
            | "also"
            | "still"
            | "currently"
            | "approximately"
            | "roughly"
            | "around"
            | "about"
            | "nearly"
            | "overall"
            | "that"
            | "this"
            | "which"
            | "time"
            | "same"
            | "corresponding"
            | "level"
            | "levels"
            | "figure"
            | "'s"
            | "’s"
            | "'"
            | "’"
            | "-"
    )
}

/// Words that say how little a figure changed.
pub(super) fn is_slight(word: &str) -> bool {
    matches!(word, "bit" | "little" | "marginal" | "marginally" | "modest" | "slight" | "slightly" | "small" | "touch")
}

/// Words by which somebody calls a figure good.
pub(super) fn is_praise(word: &str) -> bool {
    matches!(word, "excellent" | "healthy" | "impressive" | "outstanding" | "robust" | "solid" | "strong" | "stellar")
}

/// Words that tell how a figure was reckoned: without them it is another.
pub(super) const RECKONED: [&str; 23] = [
    "adjust",
    "adjusted",
    "comparable",
    "constant",
    "core",
    "currency",
    "exclude",
    "excluding",
    "gaap",
    "ifrs",
    "include",
    "including",
    "like",
    "local",
    "neutral",
    "normalized",
    "organic",
    "organically",
    "proforma",
    "underlying",
    "half",
    "months",
    "date",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(VERBS.is_sorted_by_key(|it| it.0));
        assert!(NOUNS.is_sorted_by_key(|it| it.0));
    }
}
