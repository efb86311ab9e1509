//! Verbs and prepositions that are read in a way of their own.

/// Verbs that take a person and a thing: `gave the crew a medal`.
pub(super) fn ditransitive(verb: &str) -> bool {
    const VERBS: [&str; 20] = [
        "allow", "appoint", "ask", "award", "bring", "buy", "call", "charge", "cost", "elect", "give", "grant", "hand", "lend", "name",
        "offer", "pay", "send", "show", "tell",
    ];
    VERBS.contains(&verb)
}

/// Verbs whose object may turn out to be a whole clause.
pub(in crate::language) fn saying(verb: &str) -> bool {
    const VERBS: [&str; 34] = [
        "acknowledge",
        "add",
        "allege",
        "announce",
        "argue",
        "assert",
        "believe",
        "claim",
        "confirm",
        "declare",
        "deny",
        "estimate",
        "expect",
        "fear",
        "find",
        "hear",
        "hope",
        "insist",
        "know",
        "learn",
        "mean",
        "note",
        "predict",
        "report",
        "reveal",
        "say",
        "see",
        "show",
        "state",
        "suggest",
        "tell",
        "think",
        "understand",
        "warn",
    ];
    VERBS.contains(&verb)
}

/// Verbs whose object has done what follows their `for`: `blamed the crew for losing the boat`.
pub(super) fn answers_for(verb: &str) -> bool {
    const VERBS: [&str; 18] = [
        "arrest",
        "berate",
        "blame",
        "condemn",
        "convict",
        "criticise",
        "criticize",
        "expel",
        "fine",
        "honour",
        "jail",
        "praise",
        "punish",
        "rebuke",
        "scold",
        "sentence",
        "sue",
        "thank",
    ];
    VERBS.contains(&verb)
}

/// Verbs whose object does nothing itself: who "used a crane to lift the boat" lifted it.
pub(super) fn purposive(verb: &str) -> bool {
    const VERBS: [&str; 18] = [
        "build",
        "buy",
        "carry_out",
        "conduct",
        "cut",
        "do",
        "hold",
        "impose",
        "launch",
        "make",
        "pass",
        "perform",
        "raise",
        "sell",
        "sign",
        "spend",
        "undertake",
        "use",
    ];
    VERBS.contains(&verb)
}

/// Prepositions that also open clauses.
pub(in crate::language) fn conjunctive(preposition: &str) -> bool {
    matches!(preposition, "after" | "before" | "since" | "until" | "till" | "as" | "than" | "like" | "once" | "so")
}
